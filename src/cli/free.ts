// `free ORG ACT[@WHERE]`: which listings and records would have to go for the verdict to be clear, and what ends each of them.
import type { Command } from "commander";
import { KEEPER, whatFrees, type WhatFrees } from "../service/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

interface FreeOptions extends ClockOptions {
  readonly asIfNever?: boolean;
}

export function addFree(program: Command, world: World): void {
  withClocks(program.command("free <organisation> <act>"))
    .description("the smallest sets of listings and records whose end makes the verdict clear, with what ends each; exits 1 where nothing does")
    .option("--as-if-never", "suppose they had never been, rather than ended on the day asked about")
    .action((organisation: string, act: string, options: FreeOptions) => withRegistry(world, options, async (registry) => {
      const found = await whatFrees(registry, KEEPER, { organisation, act, never: options.asIfNever === true, ...clocksOf(options) });
      if (!found.ok) return printProblem(world, found.error, options.json);
      if (options.json === true) printJson(world, found.value);
      else printFreeing(world, found.value);
      return found.value.verdict === "clear" || found.value.sets.length > 0 ? STATUS.done : STATUS.refused;
    }));
}

function printFreeing(world: World, { organisation, act, verdict, gone, sets, whole, still, asOf }: WhatFrees): void {
  const head = `${organisation.name ?? organisation.codes[0]?.value ?? ""}, ${act}, on ${asOf.on}: ${verdict}`;
  if (verdict === "clear") return world.out(`${head}; there is nothing to be freed of\n`);
  world.out(`${head}; ${sets.length === 0 ? "nothing frees" : `free if these ${gone === "ended" ? "ended" : "had never been"}`}\n`);
  for (const [index, set] of sets.entries()) printSet(world, index + 1, set);
  if (!whole && sets.length > 0) world.out("  There may be other sets: not every combination was tried.\n");
  for (const each of still) world.out(`  ${whyText(each)}\n`);
}

function printSet(world: World, number: number, { members, exits, brings, regained }: WhatFrees["sets"][number]): void {
  world.out(`  ${number}. ${members.map(({ kind, id, of }) => `${kind} ${id} (${of})`).join(" and ")}\n`);
  for (const { id, exits: own, deadEnd } of members) {
    for (const exit of own) world.out(`     ${id}: ${exit.acts.join(" and ")}${exit.earliest === undefined ? "" : `, from ${exit.earliest}`}\n`);
    if (deadEnd !== undefined) world.out(`     ${id}: ${deadEnd === "permanent" ? "it is permanent, and ends only if it was wrong" : "the law names no way out of it"}\n`);
  }
  if (members.length > 1) for (const exit of exits.slice(0, 1)) world.out(`     together: ${exit.acts.join(" and ")}${exit.earliest === undefined ? "" : `, from ${exit.earliest}`}\n`);
  for (const { without, effects } of brings) for (const effect of effects) world.out(`     without ${without} alone ${effect.effect} by ${effect.authority} begins: ${effect.measure}\n`);
  for (const effect of regained) world.out(`     comes back: ${effect.effect} by ${effect.authority}: ${effect.measure}\n`);
}

function whyText(still: WhatFrees["still"][number]): string {
  switch (still.kind) {
    case "status":
      return `${still.measure} follows from the status \`${still.status}\`, which no listing or record makes`;
    case "law":
      return `${still.measure} follows from the law itself${still.list === undefined ? "" : ` by ${still.list}`}, whatever is on file`;
    case "missing":
      return `nobody can say without ${still.fact}${still.of === undefined ? "" : ` (${still.of})`}, needed by ${still.neededBy}`;
    case "withheld":
      return "something that may not be told bears on it, so no way is given away";
  }
}
