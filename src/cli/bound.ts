// `bound ORG`: all that binds an organisation, by measure. `bound-under ID`: all whom a memorandum, a measure, a list or an authority binds, a line each, as
// they are found.
import type { Command } from "commander";
import { KEEPER, restrictionsOf, whomItBinds, type BoundOrganisation, type Restrictions } from "../service/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

interface UnderOptions extends ClockOptions {
  readonly effect?: string;
  readonly possible?: boolean;
}

export function addBound(program: Command, world: World): void {
  withClocks(program.command("bound <organisation>"))
    .description("all that binds an organisation: each effect once with the acts it touches, what may be decided, what favours it")
    .action((organisation: string, options: ClockOptions) => withRegistry(world, options, async (registry) => {
      const found = await restrictionsOf(registry, KEEPER, { organisation, ...clocksOf(options) });
      if (!found.ok) return printProblem(world, found.error, options.json);
      if (options.json === true) printJson(world, found.value);
      else printRestrictions(world, found.value);
      return STATUS.done;
    }));
  withClocks(program.command("bound-under <id>"))
    .description("all whom a memorandum, a measure, a list or an authority binds, a line each as they are found; with --json a line of JSON each")
    .option("--effect <effect>", "only this effect, such as deny or support").option("--possible", "also those whom an office may still bind")
    .action((id: string, options: UnderOptions) => withRegistry(world, options, async (registry) => {
      const { effect, possible } = options;
      const walk = await whomItBinds(registry, KEEPER, { of: id, ...clocksOf(options), possible: possible === true, ...(effect === undefined ? {} : { effect }) });
      if (!walk.ok) return printProblem(world, walk.error, options.json);
      const { asOf, organisations } = walk.value;
      for await (const organisation of organisations) world.out(options.json === true ? `${JSON.stringify({ ...organisation, asOf })}\n` : lineOf(organisation));
      return STATUS.done;
    }));
}

type Bound = Restrictions["effects"][number];
type Possible = Restrictions["possible"][number];

function printRestrictions(world: World, found: Restrictions): void {
  const { organisation, verdicts, asOf } = found;
  world.out(`${organisation.name ?? organisation.codes[0]?.value ?? ""}  ${organisation.file ?? "not on file"}: bound in ${verdicts.bound} acts, undetermined in ${verdicts.undetermined}, clear in ${verdicts.clear}\n`);
  for (const effect of found.effects) printEffect(world, effect.effect, effect);
  for (const effect of found.possible) printEffect(world, `may ${effect.effects.join(" or ")}`, effect);
  for (const effect of found.favours) printEffect(world, effect.effect, effect);
  for (const effect of found.officeHolders) printEffect(world, `aimed at office-holders, shown and not enforced: ${effect.effect}`, effect);
  for (const { fact, of, neededBy, acts } of found.missing) world.out(`  missing: ${fact}${of === undefined ? "" : ` (${of})`}, needed by ${neededBy}: ${acts.join(", ")}\n`);
  for (const { reading, verdict, acts } of found.readings) world.out(`  if ${reading} governs: ${verdict}: ${acts.join(", ")}\n`);
  for (const { about, since } of found.stayed) world.out(`  stayed since ${since}: ${about.kind === "listing" ? `listing ${about.listing}` : `record ${about.record}`}\n`);
  world.out(`  As of ${asOf.on}, law of ${asOf.law}, known at position ${asOf.known}\n`);
}

function printEffect(world: World, words: string, effect: Bound | Possible): void {
  const { authority, measure, from, acts, exits } = effect;
  world.out(`  ${words} by ${authority} from ${from}${endOf(effect)}: ${measure}\n    ${acts.join(", ")}\n    because of ${reasonOf(effect)}\n`);
  for (const { acts: ways, earliest } of exits) world.out(`    way out: ${ways.join(" and ")}${earliest === undefined ? "" : `, from ${earliest}`}\n`);
}

/** How an effect ends, after the day it begins. */
export function endOf({ end }: Pick<Bound, "end">): string {
  return end.kind === "fixed" ? ` until ${end.until}` : ` (end: ${end.kind})`;
}

function reasonOf({ because }: Bound | Possible): string {
  if ("withheld" in because) return "what may not be told";
  const { trigger, memorandum } = because;
  return `${behindText(trigger)}${memorandum === undefined ? "" : ` under ${memorandum}`}`;
}

function behindText(trigger: BoundOrganisation["behind"][number]): string {
  switch (trigger.kind) {
    case "list":
    case "entailed":
      return `listing ${trigger.listing} on ${trigger.list}`;
    case "record":
      return `record ${trigger.record} (${trigger.type})`;
    case "status":
      return `status ${trigger.status}`;
  }
}

/** One organisation, its effects and what is behind them, in one line. */
function lineOf({ organisation, effects, favours, possible, behind }: BoundOrganisation): string {
  const told = [...effects, ...favours].map((effect) => `${effect.effect} of ${effect.acts.join(", ")} by ${effect.authority}${endOf(effect)}`);
  const may = possible.map((effect) => `may ${effect.effects.join(" or ")} ${effect.acts.join(", ")} by ${effect.authority}`);
  return `${organisation.file ?? ""}  ${organisation.name ?? ""}  ${[...told, ...may].join("; ")}${behind.length === 0 ? "" : `  because of ${behind.map(behindText).join("; ")}`}\n`;
}
