// `foresee ORG LIST`: what would bind an organisation if the list took it on a day: a dry run, of which nothing is stored.
import type { Command } from "commander";
import { foreseeListing, KEEPER, type ListingForeseen } from "../service/index.ts";
import { endOf } from "./bound.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

export function addForesee(program: Command, world: World): void {
  withClocks(program.command("foresee <organisation> <list>"))
    .description("what would bind an organisation if the list took it: what would bind, may be decided, be lost; nothing is stored")
    .action((organisation: string, list: string, options: ClockOptions) => withRegistry(world, options, async (registry) => {
      const found = await foreseeListing(registry, KEEPER, { organisation, list, ...clocksOf(options) });
      if (!found.ok) return printProblem(world, found.error, options.json);
      if (options.json === true) printJson(world, found.value);
      else printForeseen(world, found.value);
      return STATUS.done;
    }));
}

type Measure = ListingForeseen["binding"][number];

function printForeseen(world: World, found: ListingForeseen): void {
  world.out(`If ${found.names.en} (${found.list}) took ${found.organisation.name ?? ""} (${found.organisation.file ?? ""}) on ${found.on}${endOf(found)}\n`);
  if (found.entailed.length > 0) world.out(`  the law itself would add it to ${found.entailed.join(", ")}\n`);
  if (found.lostLists.length > 0) world.out(`  it would lose ${found.lostLists.join(", ")}\n`);
  const parts = [["would bind", found.binding], ["may be decided", found.possible], ["would be lost", found.lost], ["would begin", found.gained], ["aimed at office-holders, shown and not enforced", found.officeHolders]] as const;
  for (const [words, measures] of parts) printMeasures(world, words, measures);
  if (found.open.length > 0) world.out(`  nobody could say: ${found.open.length}\n`);
  for (const { measure, authority, memorandum, acts, facts } of found.open) world.out(`    ${measure} by ${authority}${underText(memorandum)}: ${acts.join(", ")}; hangs on ${facts.join(", ")}\n`);
}

function printMeasures(world: World, words: string, measures: readonly Measure[]): void {
  if (measures.length > 0) world.out(`  ${words}: ${measures.length}\n`);
  for (const measure of measures) {
    const { effects, authority, memorandum, acts, exit } = measure;
    world.out(`    ${effects.join(" or ")} by ${authority}${underText(memorandum)}${endOf(measure)}: ${measure.measure}: ${acts.join(", ")}${exit === undefined ? "" : `; out by ${exit.acts.join(" and ")}${exit.earliest === undefined ? "" : ` from ${exit.earliest}`}`}\n`);
  }
}

function underText(memorandum: string | undefined): string {
  return memorandum === undefined ? "" : ` under ${memorandum}`;
}
