// `find`, `standing`, `held`, `join`, `separate`: look organisations up, see where they stand, settle who is who.
import type { Command } from "commander";
import { findOrganisations, heldRows, joinFiles, separateFiles, settleHeldRow, standingOf, type Standing } from "../service/index.ts";
import { printJson, printProblem, readCount, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { toGoLine } from "./print-to-go.ts";

const KEEPER = { kind: "keeper" } as const;

interface StandingOptions extends CommonOptions {
  readonly on?: string;
  readonly law?: string;
  readonly known?: string;
}

export function addOrganisations(program: Command, world: World): void {
  withCommonOptions(program.command("find <text>"))
    .description("organisations by code, name, part of a name, pinyin")
    .option("--limit <n>", "at most so many", readCount, 50)
    .action((text: string, options: CommonOptions & { readonly limit: number }) =>
      withRegistry(world, options, async (registry) => {
        const answer = await findOrganisations(registry, text, options.limit);
        if (options.json === true) printJson(world, answer);
        else if (answer.person) world.out("Nothing to find: only organisations are registered, and nobody can be looked up by a person's number.\n");
        else if (answer.found.length === 0) world.out(`No organisation on file matches \`${text}\`. Try a part of the name, its pinyin, or a code.\n`);
        for (const found of options.json === true ? [] : answer.found) {
          const codes = found.codes.map((code) => code.value).join(" ");
          world.out(`${found.file}  ${found.name}${found.matched === found.name ? "" : `  (found as ${found.matched})`}${codes === "" ? "" : `  ${codes}`}  [${found.by}]\n`);
        }
        return answer.found.length === 0 ? STATUS.refused : STATUS.done;
      }));

  withCommonOptions(program.command("standing <organisation>"))
    .description("records, listings, measures, publication and exits of one organisation")
    .option("--on <day>", "the day asked about").option("--law <day>", "the statute book of that day").option("--known <day|position>", "as the register knew it then")
    .action((organisation: string, options: StandingOptions) =>
      withRegistry(world, options, async (registry) => {
        const standing = await standingOf(registry, KEEPER, {
          organisation, ...(options.on === undefined ? {} : { on: options.on }), ...(options.law === undefined ? {} : { law: options.law }), ...(options.known === undefined ? {} : { known: options.known }),
        });
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
