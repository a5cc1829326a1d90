// `law exits LIST`: which acts lead out of a list of the law and by when, or that it is a dead end.
import type { Command } from "commander";
import { lawExits, type LawExits } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface ExitsOptions extends CommonOptions {
  readonly on?: string;
  readonly listed?: string;
}

export function addLawExits(law: Command, world: World): void {
  withCommonOptions(law.command("exits <list>"))
    .description("which acts lead out of a list, and by when after a listing; a dead end exits 1")
    .option("--on <day>", "the day asked about, and of the statute book")
    .option("--listed <day>", "the day of the listing supposed; default the day asked about")
    .action((list: string, options: ExitsOptions) => withRegistry(world, options, async (registry) => {
      const { on, listed } = options;
      const answer = lawExits(registry, { list, ...(on === undefined ? {} : { on }), ...(listed === undefined ? {} : { listed }) });
      if (!answer.ok) return printProblem(world, answer.error, options.json);
      if (options.json === true) printJson(world, answer.value);
      else world.out(printed(answer.value));
      return answer.value.leads ? STATUS.done : STATUS.refused;
    }));
}

function printed({ list, names, on, listedOn, leads, words }: LawExits): string {
  const called = `${names.en}${names.zh === undefined ? "" : ` · ${names.zh}`} (${list})`;
  const head = listedOn === on ? `A listing of ${listedOn} on ${called}` : `A listing of ${listedOn} on ${called}, asked on ${on}`;
  if (!leads) return `${head}: a dead end, for ${words.en.join("; ")}\n`;
  return `${head} is left by\n${words.en.map((line) => `  ${line}\n`).join("")}`;
}
