// `applies ORG`: which lists, memoranda, gradings and yearly duties of the law are about an organisation, and what gets it on or keeps it off.
import type { Command } from "commander";
import { KEEPER, lawThatApplies, type OrganisationApplies } from "../service/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

/** Adds the command to the program. */
export function addApplies(program: Command, world: World): void {
  withClocks(program.command("applies <organisation>"))
    .description("which lists, memoranda, gradings and yearly duties are about an organisation of its sector, region and form; for each list what gets it on and what keeps it off")
    .action((organisation: string, options: ClockOptions) => withRegistry(world, options, async (registry) => {
      const found = await lawThatApplies(registry, KEEPER, { organisation, ...clocksOf(options) });
      if (!found.ok) return printProblem(world, found.error, options.json);
      if (options.json === true) printJson(world, found.value);
      else printApplies(world, found.value);
      return STATUS.done;
    }));
}

type OneList = OrganisationApplies["lists"][number];

function printApplies(world: World, found: OrganisationApplies): void {
  const { organisation, region, sector, legalForm, lists, memoranda, gradings, duties } = found;
  world.out(`${organisation.name ?? ""}  ${organisation.file ?? ""}: region ${region ?? "unknown"}, sector ${sector ?? "unknown"}, legal form ${legalForm ?? "unknown"}\n`);
  world.out(`  lists about it: ${lists.length}\n`);
  for (const list of lists) {
    world.out(`    ${list.list} (${list.colour}) by ${list.owner}: ${stateOf(list)}${list.scope.missing.length === 0 ? "" : `; whether it is about it hangs on its ${list.scope.missing.join(" and ")}`}\n`);
    for (const { id, holds, needs = [] } of list.looked?.results ?? []) world.out(`      ${id}: ${wordOf(holds)}${needs.length === 0 ? "" : `, missing ${needs.join(", ")}`}\n`);
    for (const { id, holds } of list.lostWhen?.results ?? []) world.out(`      kept off by ${id}: ${wordOf(holds)}\n`);
  }
  world.out(`  memoranda: ${memoranda.length}\n`);
  for (const { memorandum, burdens, favours, lists: through, now } of memoranda) world.out(`    ${memorandum}${now ? " (applies now)" : ""}: ${burdens} burdens and ${favours} favours through ${through.join(", ")}\n`);
  world.out(`  gradings: ${gradings.length}\n`);
  for (const { grading, owner, grade } of gradings) world.out(`    ${grading} by ${owner}: ${grade === undefined ? "none on file" : `${grade.value}${grade.since === undefined ? "" : ` since ${grade.since}`}`}\n`);
  world.out(`  yearly duties: ${duties.length}\n`);
  for (const { procedure, binds, due, foundedUnknown } of duties) world.out(`    ${procedure}: ${binds === "true" ? "binds" : binds === "false" ? "does not bind" : `unknown${foundedUnknown ? ", missing the day it was founded" : ""}`}${due === undefined ? "" : `; for ${due.year} until ${due.lastDay}: ${due.fulfilledOn === undefined ? (due.missed ? "missed" : "owed") : `done on ${due.fulfilledOn}`}`}\n`);
}

function stateOf({ on, looked, lostWhen, by }: OneList): string {
  if (on) return "on it";
  if (lostWhen?.truth === "true") return "kept off";
  if (looked === undefined) return "the law states no criteria";
  const met = by === "law" ? "its cause" : "its criteria";
  return looked.truth === "true" ? `${met} met` : looked.truth === "unknown" ? `${met} undetermined` : `${met} not met`;
}

function wordOf(holds: boolean | "unknown" | "presumed"): string {
  return holds === true ? "met" : holds === false ? "not met" : holds;
}
