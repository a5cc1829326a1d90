// `bench [NAME]`: the promised numbers, measured in one run. Each bench is a script under bench/ that prints a line of JSON a promise.
import type { Command } from "commander";
import { printJson, STATUS, type World } from "./command.ts";

/** What a bench measured, beside what was promised; `peer` is another program's number, null where there is none. */
interface Promised {
  readonly promise: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly ratio: number | null;
  readonly met: boolean;
}

const BENCHES: readonly string[] = ["check", "delta", "derive", "http", "ingest", "law", "pages", "search", "snapshot"];

export function addBench(program: Command, world: World): void {
  program.command("bench [name]").description(`the promised numbers, with their peers, in one run: ${BENCHES.join(", ")}; takes minutes`)
    .option("--json", "answer as JSON on standard output")
    .action(async (name: string | undefined, options: { readonly json?: boolean }) => {
      if (name !== undefined && !BENCHES.includes(name)) {
        world.say(`probity: \`${name}\` is not a bench; choose one of ${BENCHES.join(", ")}, or name none for all\n`);
        return world.exit(STATUS.usage);
      }
      const promises: Promised[] = [];
      for (const each of name === undefined ? BENCHES : [name]) promises.push(...readPromises(await world.runBench(each)));
      if (options.json === true) printJson(world, { bench: name ?? "all", promises });
      else for (const { promise, ours, peer, met } of promises) world.out(`${met ? "met   " : "MISSED"}  ${promise}: ${ours}${peer === null ? "" : ` (peer ${peer})`}\n`);
      return world.exit(promises.every((each) => each.met) ? STATUS.done : STATUS.refused);
    });
}

function readPromises(printed: string): readonly Promised[] {
  return printed.split("\n").filter((line) => line !== "").map((line): Promised => JSON.parse(line));
}
