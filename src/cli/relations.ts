// `relations ORG`: whom one organisation belongs to and who belongs to it, two levels each way, with their states.
import type { Command } from "commander";
import { KEEPER, relationsOf, type Relations, type Relative } from "../service/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

export function addRelations(program: Command, world: World): void {
  withClocks(program.command("relations <organisation>"))
    .description("whom one organisation belongs to and who belongs to it, two levels each way, with their states")
    .action((organisation: string, options: ClockOptions) => withRegistry(world, options, async (registry) => {
      const relations = await relationsOf(registry, KEEPER, { organisation, ...clocksOf(options) });
      if (!relations.ok) return printProblem(world, relations.error, options.json);
      if (options.json === true) printJson(world, relations.value);
      else world.out(linesOf(relations.value).map((line) => `${line}\n`).join(""));
      return STATUS.done;
    }));
}

const UP = { branchOf: "head office of", subsidiaryOf: "parent of", controlledBy: "controls" } as const;
const DOWN = { branchOf: "branch of", subsidiaryOf: "subsidiary of", controlledBy: "controlled by" } as const;

function linesOf({ organisation, above, below, more, asOf }: Relations): readonly string[] {
  const line = (words: Readonly<Record<Relative["relation"], string>>) => (relative: Relative): string => `  ${relative.organisation.file ?? ""}  ${relative.organisation.name ?? ""}  ${words[relative.relation]} ${relative.with}${relative.since === null ? "" : ` since ${relative.since}`}  ${relative.state}`;
  return [
    ...above.toReversed().flatMap((level) => level.map(line(UP))), `${organisation.file ?? ""}  ${organisation.name ?? ""}  on ${asOf.on}, known at ${asOf.known}${above.length + below.length === 0 ? ": no relations on file" : ""}`, ...below.flatMap((level) => level.map(line(DOWN))),
    ...(more ? ["There are more than are told here."] : []),
  ];
}
