// The model's year, day by day: offices open, sheets come in through the same import as any other, criteria are assessed for whom
// something new was handed in, and cases and measures are decided through the same verbs. Runs on whatever ledger it is given.
import { addDays, covers, daysBetween, later, parseMatterId, type FileNumber, type MatterId, type PlainDate } from "../domain/terms/index.ts";
import { valueOn } from "../domain/rules/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { workingCalendar } from "../domain/cases/index.ts";
import type { Assessment } from "../domain/restrictions/index.ts";
import {
  actOnCases, assessOrganisations, decideMeasures, filesOfCodes, importFile, openOffices, reportRelations, writeSheet, type MeasureRequest, type Problem, type Registry,
} from "../service/index.ts";
import { Agenda } from "./agenda.ts";
import { proposal, stepAfter, type CaseInHand, type NextStep, type Workbench } from "./case-steps.ts";
import { chanceOf } from "./chance.ts";
import { deliveriesOf, type Delivery } from "./deliveries.ts";
import { criteriaRecordTypes, groundOf, INVENTED_REGION, listingOffice, officeFor, type Ground } from "./ground.ts";
import { happeningsOf, type Happening, type Year } from "./happenings.ts";
import { inventOrganisations, type InventedOrganisation } from "./invented-organisations.ts";
import type { SimulatedClock } from "./simulated-clock.ts";

export interface YearLived {
  readonly offices: number;
  readonly organisations: number;
  readonly relations: number;
  readonly sheets: number;
  readonly rows: number;
  readonly records: number;
  readonly duplicates: number;
  readonly held: number;
  readonly refused: number;
  /** Steps taken, by the event they led to, and decisions by outcome. */
  readonly steps: Readonly<Record<string, number>>;
  readonly measuresDecided: number;
  /** Steps the law did not allow, in its words; none where the scenario knows the law. */
  readonly refusals: readonly string[];
}

export interface YearToLive extends Year {
  readonly organisations: number;
  readonly progress: (done: number, total: number, what: string) => void;
}

interface Model {
  readonly registry: Registry;
  readonly year: YearToLive;
  readonly ground: Ground;
  readonly bench: Workbench;
  readonly files: Map<string, FileNumber>;
  readonly foundOn: ReadonlyMap<InventedOrganisation, PlainDate>;
  readonly proposed: Set<string>;
  readonly steps: Agenda<{ readonly own: CaseInHand; readonly region: string; readonly next: NextStep }>;
  readonly measures: Agenda<MeasureRequest>;
  readonly counts: Record<"sheets" | "rows" | "records" | "duplicates" | "held" | "refused" | "measuresDecided", number>;
  readonly taken: Map<string, number>;
  readonly refusals: string[];
}

export async function liveYear(registry: Registry, clock: SimulatedClock, year: YearToLive): Promise<YearLived> {
  const offices = await openOffices(registry);
  const ground = groundOf(registry.rulebook, offices);
  year.progress(0, year.organisations, "organisations invented");
  const organisations = inventOrganisations(ground, { seed: year.seed, organisations: year.organisations, by: year.from });
  const happenings = happeningsOf(organisations, year, (organisation) => isLocal(ground, organisation));
  const deliveries = byDay(deliveriesOf(ground, organisations, happenings, year));
  const model: Model = {
    registry, year, ground, bench: { ground, calendar: workingCalendar(registry.rulebook.all("calendar")) }, files: new Map(), foundOn: foundBefore(happenings, year), proposed: new Set(), steps: new Agenda(),
    measures: new Agenda(), counts: { sheets: 0, rows: 0, records: 0, duplicates: 0, held: 0, refused: 0, measuresDecided: 0 }, taken: new Map(), refusals: [],
  };
  let relations = 0;
  const days = daysBetween(year.from, year.until);
  for (let passed = 0; passed <= days; passed += 1) {
    const day = addDays(year.from, passed);
    clock.goTo(day);
    for (const delivery of deliveries.get(day) ?? []) await handIn(model, delivery);
    if (passed === 0) relations = await relate(model, organisations);
    await propose(model, deliveries.get(day) ?? [], day);
    await runCases(model, day);
    await runMeasures(model, day);
    year.progress(passed, days, "days of the model's year");
  }
  return { offices: offices.length, organisations: organisations.length, relations, ...model.counts, steps: Object.fromEntries([...model.taken].toSorted(([a], [b]) => (a < b ? -1 : 1))), refusals: model.refusals };
}

/** Whom a list of one of the invented places may reach. */
function isLocal(ground: Ground, organisation: InventedOrganisation): boolean {
  return ground.rulebook.all("list").some((list) => list.regions.some((region) => INVENTED_REGION.test(region)) && list.regions.includes(organisation.region) && (list.sectors.length === 0 || list.sectors.includes(organisation.sector)));
}

function byDay(deliveries: readonly Delivery[]): ReadonlyMap<PlainDate, readonly Delivery[]> {
  const days = new Map<PlainDate, Delivery[]>();
  for (const delivery of deliveries) days.set(delivery.on, [...(days.get(delivery.on) ?? []), delivery]);
  return days;
}

/** The last finding about an organisation before the year began: its case was run then. */
function foundBefore(happenings: readonly Happening[], year: Year): ReadonlyMap<InventedOrganisation, PlainDate> {
  const days = new Map<InventedOrganisation, PlainDate>();
  for (const { organisation, decidedOn } of happenings) if (decidedOn < year.from) days.set(organisation, decidedOn);
  return days;
}

async function handIn({ registry, counts, year }: Model, delivery: Delivery): Promise<void> {
  const { template, office, rows, form } = delivery;
  const bytes = must(writeSheet(registry, { template: template.id, rows, ...form }), delivery.name);
  const report = must(await importFile(registry, { name: delivery.name, bytes, template: template.id, by: office.file, ...(template.of.kind === "list" ? { asOf: delivery.on } : {}) }), delivery.name);
  counts.sheets += 1;
  for (const name of ["rows", "records", "duplicates", "held", "refused"] as const) counts[name] += report[name];
  if (template.of.kind === "organisation") year.progress(counts.records, year.organisations, "organisations registered");
}

/** The model's own sheets fit the law's templates; a sheet that is refused as a whole is a bug. */
function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem }, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`assertion failed: ${what} is taken: ${result.error.message} ${(result.error.findings ?? []).slice(0, 3).map((finding) => `${finding.at}: ${finding.message}`).join("; ")}`);
}

async function relate(model: Model, organisations: readonly InventedOrganisation[]): Promise<number> {
  const pairs = organisations.flatMap((branch) => {
    const parent = branch.branchOf === undefined ? undefined : organisations[branch.branchOf];
    return parent === undefined ? [] : [{ branch, parent }];
  });
  await learnFiles(model, pairs.flatMap(({ branch, parent }) => [branch, parent]));
  const relations = pairs.flatMap(({ branch, parent }) => {
    const [from, to] = [model.files.get(branch.code), model.files.get(parent.code)];
    return from === undefined || to === undefined ? [] : [{ from, to, relation: "branchOf" as const, since: later(branch.establishedOn, parent.establishedOn) }];
  });
  return reportRelations(model.registry, relations);
}

async function learnFiles({ registry, files, ground }: Model, organisations: readonly InventedOrganisation[]): Promise<void> {
  const unknown = organisations.map((organisation) => organisation.code).filter((code) => !files.has(code));
  for (const [code, file] of await filesOfCodes(registry, ground.scheme.id, unknown)) files.set(code, file);
}

/** Looks at whom something new was handed in about, and puts a proposal on the agenda where a criterion holds. */
async function propose(model: Model, deliveries: readonly Delivery[], day: PlainDate): Promise<void> {
  if (deliveries.length === 0) return;
  const types = criteriaRecordTypes(model.ground.rulebook, day);
  const about = [...new Set(deliveries.filter(({ template: { of } }) => of.kind === "record" && types.has(of.type)).flatMap((delivery) => delivery.about))];
  if (about.length === 0) return;
  await learnFiles(model, about);
  const byFile = new Map(about.flatMap((organisation) => {
    const file = model.files.get(organisation.code);
    return file === undefined ? [] : [[file, organisation] as const];
  }));
  for (const { file, assessments } of await assessOrganisations(model.registry, [...byFile.keys()], day)) {
    const organisation = byFile.get(file);
    if (organisation === undefined) continue;
    for (const assessment of assessments) openCase(model, organisation, file, assessment, day);
  }
}

function openCase(model: Model, organisation: InventedOrganisation, file: FileNumber, proposed: Assessment, day: PlainDate): void {
  const list = model.ground.rulebook.get("list", proposed.list);
  const key = `${file} ${proposed.list}`;
  if (list === undefined || list.holds !== "kept" || proposed.truth !== "true" || proposed.listed || model.proposed.has(key)) return;
  const office = listingOffice(model.ground, list, organisation.region, day);
  if (office === undefined) return;
  model.proposed.add(key);
  const own: CaseInHand = { matter: newMatter(model.registry), file, list, office, proposed, chance: chanceOf(model.year.seed, "case", organisation.index, list.id) };
  const next = proposal(model.bench, own, day === model.year.from ? (model.foundOn.get(organisation) ?? day) : day);
  model.steps.add(next.on, { own, region: organisation.region, next });
}

function newMatter(registry: Registry): MatterId {
  const matter = parseMatterId(registry.freshId("m"));
  if (!matter.ok) throw new Error(`assertion failed: ${matter.error}`);
  return matter.value;
}

/** Everything due is done, and what becomes due by it, until nothing is. */
async function runCases(model: Model, day: PlainDate): Promise<void> {
  for (let due = model.steps.takeDue(day); due.length > 0; due = model.steps.takeDue(day)) {
    const results = await actOnCases(model.registry, due.map(({ next }) => next.request));
    for (const [index, result] of results.entries()) {
      const step = due[index];
      if (step === undefined) continue;
      if (!result.ok) {
        model.refusals.push(result.error.message);
        continue;
      }
      for (const event of result.value.events) follow(model, step.own, step.region, event);
    }
  }
}

function follow(model: Model, own: CaseInHand, region: string, event: EventDraft): void {
  const what = event.type === "ListingDecided" ? `${event.type}:${event.body.outcome}` : event.type === "ListingRemoved" ? `${event.type}:${event.body.act}` : event.type;
  model.taken.set(what, (model.taken.get(what) ?? 0) + 1);
  const next = stepAfter(model.bench, own, event);
  if (next !== undefined) model.steps.add(next.on, { own, region, next });
  if (event.type === "ListingDecided" && event.body.listing !== undefined) planMeasures(model, own, region, event.body);
}

const MEASURES_DECIDED_PER_THOUSAND = 250;

/** What the law leaves to an office is decided for some. */
function planMeasures(model: Model, own: CaseInHand, region: string, decided: Extract<EventDraft, { readonly type: "ListingDecided" }>["body"]): void {
  const on = addDays(later(decided.decidedOn, model.year.from), own.chance.between(5, 40));
  for (const measure of model.ground.rulebook.all("measure")) {
    if (measure.trigger.kind !== "list" || !measure.trigger.lists.includes(own.list.id) || !covers(measure, on) || valueOn(measure.force, on) !== "discretionary") continue;
    const office = officeFor(model.ground, measure.authority, region);
    if (office === undefined || !own.chance.happens(MEASURES_DECIDED_PER_THOUSAND)) continue;
    model.measures.add(on, {
      by: office.file,
      command: {
        measure: measure.id, file: own.file, choice: "apply", reasons: "综合考虑违法情节、整改情况和公共利益，决定采取该项措施", decidedOn: on,
        ...(decided.listing === undefined ? {} : { listing: decided.listing }), ...(measure.effects.length > 1 ? { effect: own.chance.oneOf(measure.effects) } : {}),
      },
    });
  }
}

async function runMeasures(model: Model, day: PlainDate): Promise<void> {
  const due = model.measures.takeDue(day);
  if (due.length === 0) return;
  for (const result of await decideMeasures(model.registry, due)) {
    if (result.ok) model.counts.measuresDecided += 1;
    else model.refusals.push(result.error.message);
  }
}
