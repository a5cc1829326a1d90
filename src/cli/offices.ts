// `offices`, `worklist`, `releases`, `acknowledge`: which offices there are, what waits for one, and the ends it takes over.
import type { Command } from "commander";
import { acknowledgeReleases, officesWithPosts, releasesOf, worklistOf, writeDecisions, type CaseRow, type ConsentRow, type Language, type QueuedRelease, type Registry } from "../service/index.ts";
import { readWords } from "./case-options.ts";
import { languageOption, printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { toGoLine } from "./print-to-go.ts";

export function addOffices(program: Command, world: World): void {
  withCommonOptions(program.command("offices"))
    .description("the offices of this register: file number, name, authority, posts")
    .action((options: CommonOptions) => withRegistry(world, options, async (registry) => {
      const offices = await officesWithPosts(registry);
      if (options.json === true) printJson(world, { offices });
      else if (offices.length === 0) world.out("This register has no offices.\n");
      for (const { file, names, authority, region, posts } of options.json === true ? [] : offices) world.out(`${file}  ${names.en}  ${authority}${region === null ? "" : `  ${region}`}${posts.length === 0 ? "" : `  [${posts.map(({ id }) => id).join(", ")}]`}\n`);
      return STATUS.done;
    }));

  withCommonOptions(program.command("worklist <office>"))
    .description("what waits for an office, what is due first at the top")
    .option("--out <file>", "write the cases that wait for a decision as a sheet to fill in: .xlsx or .csv; `decide` takes it back")
    .addOption(languageOption("language of the sheet's explanations; its headers are in both").default("zh"))
    .action((office: string, options: WorklistOptions) => {
      const { out, language } = options;
      if (out === undefined) return withRegistry(world, options, (registry) => runWorklist(world, registry, office, options));
      const format = out.toLowerCase().endsWith(".xlsx") ? "xlsx" : out.toLowerCase().endsWith(".csv") ? "csv" : undefined;
      return format === undefined ? saysHow(world) : withRegistry(world, options, (registry) => writeWorklist(world, registry, { office, format, language, out, json: options.json === true }));
    });

  withCommonOptions(program.command("releases <office>"))
    .description("ends that the office's authority takes over; those overdue are marked")
    .option("--all", "those acknowledged as well")
    .action((office: string, options: CommonOptions & { readonly all?: boolean }) => withRegistry(world, options, async (registry) => {
      const queued = await releasesOf(registry, office);
      if (!queued.ok) return printProblem(world, queued.error, options.json);
      const releases = queued.value.filter(({ acknowledgedOn }) => options.all === true || acknowledgedOn === null);
      if (options.json === true) printJson(world, { releases });
      else if (releases.length === 0) world.out("Nothing waits to be taken over.\n");
      for (const release of options.json === true ? [] : releases) world.out(releaseLine(release));
      return STATUS.done;
    }));

  withCommonOptions(program.command("acknowledge <office> <key...>"))
    .description("say that the releases with these keys have been taken over: no longer published, shared or used")
    .option("--officers <posts>", "posts that act for it, with commas between", readWords)
    .option("--consumer <authority>", "the authority that took them over; default the office's own")
    .action((office: string, keys: readonly string[], options: CommonOptions & { readonly officers?: readonly string[]; readonly consumer?: string }) => withRegistry(world, options, async (registry) => {
      const { officers = [], consumer } = options;
      const acknowledged = await acknowledgeReleases(registry, { by: office, officers, releases: keys, ...(consumer === undefined ? {} : { consumer }) });
      if (!acknowledged.ok) return printProblem(world, acknowledged.error, options.json);
      if (options.json === true) printJson(world, { acknowledged: acknowledged.value.map((each) => (each.ok ? each.value : { error: each.error })) });
      for (const each of options.json === true ? [] : acknowledged.value) {
        if (each.ok) world.out(`${each.value.release}: taken over on ${each.value.acknowledgedOn} by ${each.value.consumer}\n`);
        else printProblem(world, each.error, false);
      }
      return acknowledged.value.every(({ ok }) => ok) ? STATUS.done : STATUS.refused;
    }));
}

interface WorklistOptions extends CommonOptions {
  readonly out?: string;
  readonly language: Language;
}

function saysHow(world: World): void {
  world.say("probity: --out ends in .xlsx or .csv\n");
  world.exit(STATUS.usage);
}

async function writeWorklist(world: World, registry: Registry, { office, format, language, out, json }: { readonly office: string; readonly format: "xlsx" | "csv"; readonly language: Language; readonly out: string; readonly json: boolean }): Promise<number> {
  const sheet = await writeDecisions(registry, { office, format, language });
  if (!sheet.ok) return printProblem(world, sheet.error, json);
  await world.writeFile(out, sheet.value.bytes);
  if (json) printJson(world, { out, rows: sheet.value.rows });
  else world.out(`${out}: ${sheet.value.rows} cases wait for a decision; hand it in with \`decide ${out} --by ${office}\`\n`);
  return STATUS.done;
}

async function runWorklist(world: World, registry: Registry, office: string, options: CommonOptions): Promise<number> {
  const worklist = await worklistOf(registry, office);
  if (!worklist.ok) return printProblem(world, worklist.error, options.json);
  if (options.json === true) {
    printJson(world, worklist.value);
    return STATUS.done;
  }
  const { office: own, on, cases, consents, releases, toGo } = worklist.value;
  world.out(`${own.names.en} (${own.file}), on ${on}: ${cases.length} cases, ${consents.length} that await its consent, ${releases.length} releases to take over, ${toGo.length} to go because an act fell\n`);
  for (const row of cases) world.out(caseLine(row));
  for (const row of consents) world.out(consentLine(row));
  for (const each of toGo) world.out(toGoLine(each));
  for (const release of releases) world.out(releaseLine(release));
  return STATUS.done;
}

export function caseLine({ matter, purpose, list, organisation, state, openedOn, next }: CaseRow): string {
  const due = next === null ? "nothing due" : `${next.passed ? "LATE: " : ""}${next.names.en} by ${next.lastDay}${next.provisional ? " (provisional)" : ""}, ${next.by}`;
  return `  ${matter}  ${purpose}${list === null ? "" : ` ${list}`}  ${organisation.name} (${organisation.file})  ${state} since ${openedOn}; ${due}\n`;
}

function consentLine({ matter, purpose, list, procedure, organisation, outcome, step, office, since }: ConsentRow): string {
  return `  ${matter}  ${purpose} ${list ?? procedure ?? ""}  ${organisation.name} (${organisation.file})  consent to ${step}${outcome === null ? "" : ` (${outcome})`} asked by ${office.names.en} (${office.file}) since ${since}\n`;
}

function releaseLine({ key, what, consumer, files, day, takeOverBy, acknowledgedOn, overdue }: QueuedRelease): string {
  const state = acknowledgedOn === null ? (takeOverBy === null ? "no last day in law" : `by ${takeOverBy}`) : `taken over on ${acknowledgedOn}`;
  return `  ${key}  ${what} of ${day}  ${files.join(" ")}  for ${consumer}; ${overdue ? "OVERDUE: " : ""}${state}\n`;
}
