// `find`, `standing`, `held`, `join`, `separate`: look organisations up, see where they stand, settle who is who.
import type { Command } from "commander";
import { FILTER_NAMES, filteredJson, filterOrganisations, findOrganisations, heldRows, joinFiles, KEEPER, separateFiles, ORGANISATION_STATES, readClocks, readFilters, settleHeldRow, standingOf, type Found, type Registry, type Standing } from "../service/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, readCount, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { toGoLine } from "./print-to-go.ts";

interface FindOptions extends ClockOptions, Partial<Readonly<Record<(typeof FILTER_NAMES)[number], string>>> {
  readonly limit: number;
}

const NO_PERSON = "Nothing to find: only organisations are registered, and nobody can be looked up by a person's number.\n";

function foundLine(found: Found): string {
  const codes = found.codes.map((code) => code.value).join(" ");
  return `${found.file}  ${found.name}${found.matched === found.name ? "" : `  (found as ${found.matched})`}${codes === "" ? "" : `  ${codes}`}  [${found.by}]\n`;
}

/** With filters: each with its state; how many there are in all. */
async function filtered(world: World, registry: Registry, text: string, options: FindOptions): Promise<number> {
  const clocks = await readClocks(registry, clocksOf(options));
  if (!clocks.ok) return printProblem(world, clocks.error, options.json);
  const filters = readFilters(registry, options);
  if (!filters.ok) return printProblem(world, filters.error, options.json);
  const asked = { text: text.trim(), language: "zh", from: 0, limit: options.limit, on: clocks.value.on, law: clocks.value.law, known: clocks.value.known } as const;
  const answer = await filterOrganisations(registry, KEEPER, { ...asked, ...filters.value });
  if (options.json === true) printJson(world, filteredJson(answer, asked));
  else if (answer.person) world.out(NO_PERSON);
  else if (answer.total === 0) world.out("The filters leave no organisation.\n");
  for (const { found, stands } of options.json === true ? [] : answer.rows) world.out(foundLine(found).replace("\n", `  ${stands?.state ?? "not on file then"}${stands?.earliest === null || stands === undefined ? "" : `, out from ${stands.earliest.day}`}\n`));
  if (options.json !== true && answer.total > answer.rows.length) world.out(`${answer.rows.length} of ${answer.total}${answer.more ? " and more" : ""}\n`);
  return answer.total === 0 ? STATUS.refused : STATUS.done;
}

export function addOrganisations(program: Command, world: World): void {
  const find = withClocks(program.command("find <text>"))
    .description("organisations by code, name, part of a name, pinyin; narrowed by what is on file and by how they stand")
    .option("--limit <n>", "at most so many", readCount, 50)
    .option("--region <values>", "only of these regions (codes, commas between)").option("--sector <values>", "only of these sectors").option("--form <values>", "only of these legal forms")
    .option("--list <id>", "only who stands on this list; the text may be empty, as with every filter").option("--state <values>", `only whose gravest state is one of these: ${ORGANISATION_STATES.join(", ")}`)
    .option("--listed-from <day>", "only with a listing that began on this day or later").option("--listed-to <day>", "on this day or earlier").option("--free-from <day>", "only with a listing whose first free day is this or later").option("--free-to <day>", "is this or earlier")
    .option("--sort <by>", "best, name, state, earliest or region");
  find.action((text: string, options: FindOptions) =>
      withRegistry(world, options, async (registry) => {
        if (FILTER_NAMES.some((name) => options[name] !== undefined)) return filtered(world, registry, text, options);
        const answer = await findOrganisations(registry, text, options.limit);
        if (options.json === true) printJson(world, answer);
        else if (answer.person) world.out(NO_PERSON);
        else if (answer.found.length === 0) world.out(`No organisation on file matches \`${text}\`. Try a part of the name, its pinyin, or a code.\n`);
        for (const found of options.json === true ? [] : answer.found) world.out(foundLine(found));
        return answer.found.length === 0 ? STATUS.refused : STATUS.done;
      }));

  withClocks(program.command("standing <organisation>"))
    .description("records, listings, measures, publication and exits of one organisation")
    .action((organisation: string, options: ClockOptions) =>
      withRegistry(world, options, async (registry) => {
        const standing = await standingOf(registry, KEEPER, { organisation, ...clocksOf(options) });
        if (!standing.ok) return printProblem(world, standing.error, options.json);
        if (options.json === true) printJson(world, standing.value);
        else printStanding(world, standing.value);
        return STATUS.done;
      }));

  addJudgements(program, world);
}

function addJudgements(program: Command, world: World): void {
  const held = withCommonOptions(program.command("held")).description("rows that wait for a person to say which organisation they mean");
  held.action((options: CommonOptions) =>
    withRegistry(world, options, async (registry) => {
      const rows = await heldRows(registry);
      if (options.json === true) printJson(world, rows);
      else for (const row of rows) {
        world.out(`${row.batch} row ${row.row}: ${row.names.join(" | ")} (${row.why})\n`);
        for (const candidate of row.candidates) world.out(`    ${candidate.file}  ${candidate.name}  score ${candidate.score}: ${candidate.reasons.map((reason) => `${reason.part} ${reason.because}`).join("; ")}\n`);
      }
      return STATUS.done;
    }));
  withCommonOptions(held.command("settle").argument("<batch>").argument("<row>", "row of the sheet", readCount).argument("<file>")).description("FILE: the candidate it means, or `new`").option("--reason <text>", "why", "judged by a person")
    .action((batch: string, row: number, file: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly reason: string }>();
      return withRegistry(world, options, async (registry) => {
        const settled = await settleHeldRow(registry, batch, row, file === "new" ? null : file, options.reason);
        if (!settled.ok) return printProblem(world, settled.error, options.json);
        if (options.json === true) printJson(world, settled.value);
        else world.out(`Row ${row} now stands on file ${settled.value.file}.\n`);
        return STATUS.done;
      });
    });
  for (const [name, verb, words] of [["join", joinFiles, "two files are one organisation"], ["separate", separateFiles, "they are not: undo a join without a trace in answers"]] as const) {
    withCommonOptions(program.command(`${name} <file> <other>`)).description(words).option("--reason <text>", "why", "judged by a person")
      .action((file: string, other: string, options: CommonOptions & { readonly reason: string }) =>
        withRegistry(world, options, async (registry) => {
          const judged = await verb(registry, file, other, options.reason);
          if (!judged.ok) return printProblem(world, judged.error, options.json);
          if (options.json === true) printJson(world, judged.value);
          else world.out(`${judged.value.files[0]} and ${judged.value.files[1]} are ${judged.value.together ? "one organisation" : "separate organisations"} from now on.\n`);
          return STATUS.done;
        }));
  }
}

function printStanding(world: World, standing: Standing): void {
  const { organisation, asOf } = standing;
  world.out(`${organisation.name ?? ""}  ${organisation.file ?? ""}  ${organisation.codes.map((code) => code.value).join(" ")}\n`);
  for (const name of organisation.names.filter((each) => each.text !== organisation.name)) world.out(`  ${name.kind}: ${name.text}\n`);
  const { country, region, address, status } = organisation.attributes;
  world.out(`  ${[country, region, address, status].filter((each) => each !== undefined).join(" · ")}\n`);
  world.out(`On ${asOf.on}, law of ${asOf.law}, known at ${asOf.known}: bound in ${standing.verdicts.bound} acts, undetermined in ${standing.verdicts.undetermined}, clear in ${standing.verdicts.clear}\n`);
  for (const act of standing.acts.filter((each) => each.verdict !== "clear" || each.favours.length > 0 || each.possible.length > 0)) {
    world.out(`  ${act.act}: ${act.verdict}${act.exits[0]?.earliest === undefined ? "" : `, free again on ${act.exits[0].earliest} at the earliest`}\n`);
    for (const effect of [...act.effects, ...act.favours]) world.out(`    ${effect.effect} by ${effect.authority} from ${effect.from}${effect.until === undefined ? ` (end: ${effect.end.kind})` : ` until ${effect.until}`}: ${effect.measure}\n`);
    for (const possible of act.possible) world.out(`    may: ${possible.effects.join(" or ")} by ${possible.authority}: ${possible.measure}\n`);
    for (const missing of act.missing) world.out(`    missing: ${missing.fact}${missing.of === undefined ? "" : ` (${missing.of})`}, needed by ${missing.neededBy}\n`);
  }
  for (const effect of standing.officeHolders) world.out(`  aimed at office-holders, shown and not enforced: ${effect.measure}\n`);
  for (const listing of standing.listings) world.out(`  listing ${listing.listing} on ${listing.list}: ${listing.state}, from ${listing.effectiveFrom}, end ${listing.end.kind === "fixed" ? listing.end.until : listing.end.kind}${listing.source === null ? "" : `, row ${listing.source.row} of ${listing.source.template}`}\n`);
  for (const each of standing.toGo) world.out(toGoLine(each));
  for (const record of standing.records) world.out(`  record ${record.record} ${record.type}, decided ${record.decidedOn ?? "not stated"}\n`);
  for (const join of standing.joins) world.out(`  joined ${join.files.join(" and ")} by ${join.judgedBy}: ${join.reasons.map((reason) => `${reason.part}: ${reason.because}`).join("; ")}\n`);
  for (const proposal of standing.proposals.filter((each) => each.truth === "true" && !each.listed)) world.out(`  criteria met for ${proposal.list}: ${proposal.met.join(", ")} (an authority decides, after notice)\n`);
}
