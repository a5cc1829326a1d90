// `law diff DAY DAY`: what began, ended and changed in the law between two days, by kind and authority.
import type { Command } from "commander";
import { lawDiff, type LawChange, type LawDiff } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface DiffOptions extends CommonOptions {
  readonly body?: string;
}

export function addLawDiff(law: Command, world: World): void {
  withCommonOptions(law.command("diff <from> <to>"))
    .description("what began, ended and changed in the law after the first day, up to and on the second")
    .option("--body <body>", "only this body of law, e.g. cn")
    .action((from: string, to: string, options: DiffOptions) => withRegistry(world, options, async (registry) => {
      const answer = lawDiff(registry, { from, to, ...(options.body === undefined ? {} : { body: options.body }) });
      if (!answer.ok) return printProblem(world, answer.error, options.json);
      if (options.json === true) printJson(world, answer.value);
      else world.out(printed(answer.value));
      return STATUS.done;
    }));
}

function printed({ from, to, counts, groups }: LawDiff): string {
  const head = `From ${from} to ${to}: ${counts.began} began, ${counts.ended} ended, ${counts.changed} changed\n`;
  return `${head}${groups.map(({ entryKind, authorities }) => `\n${entryKind} (${authorities.reduce((sum, each) => sum + each.changes.length, 0)})\n${authorities.map(({ authority, changes }) => `  ${authority ?? "no authority in particular"}\n${shown(changes).map((line) => `    ${line}\n`).join("")}`).join("")}`).join("")}`;
}

/** Clauses that begin or end together with others of their memorandum are one line. */
function shown(changes: readonly LawChange[]): readonly string[] {
  const groups = Map.groupBy(changes, (change) => (change.memorandum === undefined || change.kind === "changed" ? change : `${change.memorandum} ${change.kind} ${change.on}`));
  return [...groups.values()].map((together) => {
    const [first] = together;
    if (first === undefined) return "";
    return together.length === 1 ? `${first.on}  ${first.words.en}  [${first.entry}]` : `${first.on}  ${together.length} clauses ${first.kind}.  [${first.memorandum ?? ""}]`;
  });
}
