// `preflight ORG RECORD-TYPE`: what would follow if such a record about an organisation were decided on the day asked about: a dry run, of which
// nothing is stored.
import { InvalidArgumentError, type Command } from "commander";
import { KEEPER, preflightRecord, type RecordPreflight } from "../service/index.ts";
import { endOf } from "./bound.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

interface PreflightOptions extends ClockOptions {
  readonly field: ReadonlyMap<string, readonly string[]>;
  readonly acted?: string;
}

/** Adds the command to the program. */
export function addPreflight(program: Command, world: World): void {
  withClocks(program.command("preflight <organisation> <record-type>"))
    .description("what would follow if such a record about the organisation were decided: what binds at once, what an authority could decide, what is lost, the ways out; under the law of other years too; nothing is stored")
    .option("--field <name=value>", "what the record states; as often as needed; a field that is not stated is unknown", addField, new Map<string, readonly string[]>())
    .option("--acted <day>", "the day of the act it is about (default: the day asked about)")
    .action((organisation: string, type: string, options: PreflightOptions) => withRegistry(world, options, async (registry) => {
      const found = await preflightRecord(registry, KEEPER, { organisation, type, fields: options.field, ...(options.acted === undefined ? {} : { acted: options.acted }), ...clocksOf(options) });
      if (!found.ok) return printProblem(world, found.error, options.json);
      if (options.json === true) printJson(world, found.value);
      else printPreflight(world, found.value);
      return STATUS.done;
    }));
}

function addField(text: string, before: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("write it as name=value, such as kinds=fine,closure");
  const name = text.slice(0, at);
  return new Map([...before, [name, [...(before.get(name) ?? []), text.slice(at + 1)]]]);
}

type Consequences = RecordPreflight["direct"];

function printPreflight(world: World, found: RecordPreflight): void {
  const { organisation, direct, proposals, open, closed, counts } = found;
  world.out(`If a record ${found.type} about ${organisation.name ?? ""} (${organisation.file ?? ""}) were decided on ${found.on}: ${counts.bound} acts bound at once, ${counts.may} more if authorities decide, ${counts.undetermined} undetermined\n`);
  if (found.publishedUntil !== undefined) world.out(`  its publication ends by itself on ${found.publishedUntil}\n`);
  if (direct.entailed.length > 0) world.out(`  the law itself would add it to ${direct.entailed.join(", ")}\n`);
  printConsequences(world, direct, "  ");
  for (const { list, owner, met, brings } of proposals) {
    world.out(`  ${owner} could propose it for ${list}${endOf(brings)}: ${met.join(", ")} met; if it decides so\n`);
    printConsequences(world, brings, "    ");
  }
  for (const { list, owner, needs } of open) world.out(`  ${owner} might propose it for ${list}: hangs on ${needs.join(", ")}\n`);
  if (closed.length > 0) world.out(`  it would no longer meet the criteria of ${closed.join(", ")}\n`);
  printPlan(world, found);
  for (const { names, law, counts: then, lists } of found.regimes) world.out(`  law of ${law} (${names.en}): ${then === null ? "no such record" : `${then.bound} acts bound, ${then.may} may be${lists.length === 0 ? "" : `; ${lists.join(", ")}`}`}\n`);
}

function printConsequences(world: World, { binding, possible, lost, lostLists, officeHolders, open }: Consequences, indent: string): void {
  const parts = [["binds", binding], ["may be decided", possible], ["is lost", lost], ["aimed at office-holders, shown and not enforced", officeHolders]] as const;
  for (const [words, measures] of parts) for (const { measure, effects, authority, acts } of measures) world.out(`${indent}${words}: ${effects.join(" or ")} by ${authority}: ${measure}: ${acts.join(", ")}\n`);
  for (const { measure, acts, facts } of open) world.out(`${indent}nobody could say: ${measure}: ${acts.join(", ")}; hangs on ${facts.join(", ")}\n`);
  if (lostLists.length > 0) world.out(`${indent}it would lose ${lostLists.join(", ")}\n`);
}

function printPlan(world: World, { plan, noWayOut }: RecordPreflight): void {
  for (const { exit, of, measures } of plan) world.out(`  out by ${exit.acts.join(" and ")}${exit.earliest === undefined ? "" : ` from ${exit.earliest}`} of ${of === "record" ? "the record" : (exit.list ?? of)}${measures.length === 0 ? "" : `: ends ${measures.join(", ")}`}\n`);
  if (noWayOut.length > 0) world.out(`  no way out in the law: ${noWayOut.join(", ")}\n`);
}
