// `exits ORG`: the way out of everything that stands against an organisation: which acts, in which order, from which day, with what, decided by
// whom and by when, what ends with it, what cannot be done and why.
import type { Command } from "commander";
import { pathsOut, type PathOut, type WayOut } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

export function addExits(program: Command, world: World): void {
  withCommonOptions(program.command("exits <organisation>"))
    .description("the way out of every listing and record that stands against an organisation; exits 1 where one has none")
    .action((organisation: string, options: CommonOptions) => withRegistry(world, options, async (registry) => {
      const found = await pathsOut(registry, organisation);
      if (!found.ok) return printProblem(world, found.error, options.json);
      const { paths, on, organisation: own } = found.value;
      if (options.json === true) printJson(world, found.value);
      else {
        world.out(`${own.name} (${own.file}), on ${on}: ${paths.length === 0 ? "nothing stands against it" : `${paths.length} to be left`}\n`);
        for (const path of paths) printPath(world, path);
      }
      return paths.some(({ ways, end }) => ways.length === 0 && end?.kind !== "fixed") ? STATUS.refused : STATUS.done;
    }));
}

function printPath(world: World, { kind, id, of, names, from, end, binds, ways, closed }: PathOut): void {
  world.out(`\n${names?.en ?? id}${of === null ? "" : ` (${of})`}: ${kind} ${id}${from === null ? "" : ` since ${from}`}${end?.kind === "fixed" ? `, ends by itself on ${end.until}` : end === null ? "" : `, end ${end.kind}`}\n`);
  if (binds.length > 0) world.out(`  ends with it: ${[...new Set(binds.map(({ effect, act, authority }) => `${effect} of ${act} by ${authority}`))].join("; ")}\n`);
  for (const way of ways) printWay(world, way);
  for (const each of closed) world.out(`  not ${each.names?.en ?? each.purpose} (${each.purpose}): ${each.message}\n`);
  if (ways.length === 0 && end?.kind !== "fixed") world.out("  no way out is open; whatever was wrong from the beginning can still be annulled by the office that decided it\n");
}

function printWay(world: World, { act, exit, words, earliest, open, documents, needs, procedure, steps, decidedBy, decideWithin, decideBy, reading }: WayOut): void {
  world.out(`  ${open ? "now" : `from ${earliest ?? "no day in law"}`}: ${act}${exit === null ? "" : ` --exit ${exit}`}: ${words.en}\n`);
  if (needs.length > 0) world.out(`    first off: ${needs.join(", ")}\n`);
  for (const document of documents) world.out(`    needs: ${document.en}\n`);
  if (steps.length > 0) world.out(`    steps under ${procedure ?? "no procedure"}: ${steps.map(({ step, by, optional, within }) => `${step} (${by}${within === null ? "" : `, within ${timeText(within)}`}${optional ? ", optional" : ""})`).join(" > ")}\n`);
  if (decidedBy !== null) world.out(`    decided by ${decidedBy.names.en} (${decidedBy.file})${decideWithin === null ? "" : ` within ${timeText(decideWithin)}`}${decideBy === null ? "" : `, by ${decideBy} where it is asked for as soon as it can be`}\n`);
  if (reading !== null) world.out(`    if ${reading} governs: the law leaves it open\n`);
}

function timeText({ count, unit }: NonNullable<WayOut["decideWithin"]>): string {
  return `${count} ${unit === "workingDays" ? "working days" : unit}`;
}
