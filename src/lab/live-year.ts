// The model's year, day by day: offices open, sheets come in through the same import as any other, criteria are assessed for whom
// something new was handed in, and cases and measures are decided through the same verbs. Runs on whatever ledger it is given.
import { addDays, daysBetween, later, parseMatterId, type FileNumber, type MatterId, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { workingCalendar } from "../domain/cases/index.ts";
import { isKnown } from "../domain/register/index.ts";
import type { Assessment } from "../domain/restrictions/index.ts";
import {
  actOnCases, assessOrganisations, caseOfMatter, filesOfCodes, importFile, openOffices, reportRelations, writeSheet, type Problem, type Registry, type ReportedRelation,
} from "../service/index.ts";
import { Agenda } from "./agenda.ts";
import { afterHandingIn, afterLateReport, afterListing, afterMissed, ownAct } from "./afterwards.ts";
import { annulment, givenUp, listingInHand, proposal, stepAfter, type ListingInHand, type NextStep, type Workbench } from "./case-steps.ts";
import { chanceOf } from "./chance.ts";
import { deliveriesOf, type Delivery } from "./deliveries.ts";
import { groundOf, INVENTED_REGION, listingOffice, type Ground } from "./ground.ts";
import { runDocket, touch, type Docket } from "./due-process.ts";
import { firstIn, happeningsOf, ownActsOf, REPORTS_MISSED, type Happening, type Year } from "./happenings.ts";
import { inventOrganisations, type InventedOrganisation } from "./invented-organisations.ts";
import { letLastActFall } from "./last-fall.ts";
import { planMeasures, runMeasures } from "./measures.ts";
import type { Model, YearLived, YearToLive } from "./model.ts";
import { PROCEDURES, SUBJECTS } from "./subjects.ts";
import type { SimulatedClock } from "./simulated-clock.ts";

export async function liveYear(registry: Registry, clock: SimulatedClock, year: YearToLive): Promise<YearLived> {
  const offices = await openOffices(registry);
  const ground = groundOf(registry.rulebook, offices);
  year.progress(0, year.organisations, "organisations invented");
  const organisations = inventOrganisations(ground, { seed: year.seed, organisations: year.organisations, by: year.from });
  const happenings = happeningsOf(organisations, year, (organisation) => isLocal(ground, organisation));
  const deliveries = byDay(deliveriesOf(ground, organisations, happenings, year));
  const bench: Workbench = { registry, ground, seed: year.seed, calendar: workingCalendar(registry.rulebook.all("calendar")) };
  const model: Model = {
    registry, year, ground, bench, files: new Map(), listed: new Map(), ownActs: new Agenda(), organisationOf: new Map(), found: [], fallen: new Set(), seenUpTo: 0 as Position, docket: docketOf(() => model, bench, year.until), foundOn: foundBefore(happenings, year), proposed: new Set(), steps: new Agenda(),
    measures: new Agenda(), counts: { sheets: 0, rows: 0, records: 0, duplicates: 0, held: 0, refused: 0, measuresDecided: 0 }, taken: new Map(), refusals: [],
  };
  const missedOn = firstIn(year, REPORTS_MISSED);
  if (missedOn !== undefined) model.docket.ends.add(missedOn);
  for (const act of ownActsOf(organisations, year)) model.ownActs.add(act.on, act);
  let relations = 0;
  const days = daysBetween(year.from, year.until);
  for (let passed = 0; passed <= days; passed += 1) {
    const day = addDays(year.from, passed);
    clock.goTo(day);
    for (const delivery of deliveries.get(day) ?? []) await handIn(model, delivery);
    if (passed === 0) relations = await relate(model, organisations);
    await noticeNew(model, day);
    await propose(model, aboutCriteria(ground, deliveries.get(day) ?? []), day);
    await runCases(model, day);
    await runMeasures(model, day);
    await beginOwnActs(model, day);
    await letLastActFall(model, day);
    await runDocket(model.docket, day, passed);
    await propose(model, model.found.splice(0).flatMap((file) => model.organisationOf.get(file) ?? []), day);
    year.progress(passed, days, "days of the model's year");
  }
  return { offices: offices.length, organisations: organisations.length, relations, ...model.counts, steps: Object.fromEntries([...model.taken].toSorted(([a], [b]) => (a < b ? -1 : 1))), refusals: [...model.refusals, ...model.docket.refusals] };
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
  const pairs = [...branchesIn(organisations), ...ownedIn(organisations)];
  await learnFiles(model, pairs.flatMap(({ lower, upper }) => [lower, upper]));
  const relations = pairs.flatMap(({ lower, upper, relation }) => {
    const [from, to] = [model.files.get(lower.code), model.files.get(upper.code)];
    return from === undefined || to === undefined ? [] : [{ from, to, relation, since: later(lower.establishedOn, upper.establishedOn) }];
  });
  return reportRelations(model.registry, relations);
}

interface Pair {
  readonly lower: InventedOrganisation;
  readonly upper: InventedOrganisation;
  readonly relation: ReportedRelation["relation"];
}

function branchesIn(organisations: readonly InventedOrganisation[]): readonly Pair[] {
  return organisations.flatMap((lower) => {
    const upper = lower.branchOf === undefined ? undefined : organisations[lower.branchOf];
    return upper === undefined ? [] : [{ lower, upper, relation: "branchOf" as const }];
  });
}

/** One enterprise in so many is at the head of a small group. */
const GROUP_EVERY = 40;

/** Small groups of enterprises that follow each other: a head, what it owns, what that owns, and what the head controls. */
function ownedIn(organisations: readonly InventedOrganisation[]): readonly Pair[] {
  const enterprises = organisations.filter(({ enterprise, branchOf, status }) => enterprise && branchOf === undefined && status === "operating");
  return enterprises.flatMap((head, index): readonly Pair[] => {
    const [owned, below, controlled] = enterprises.slice(index + 1, index + 4);
    if (index % GROUP_EVERY !== 0 || owned === undefined || below === undefined || controlled === undefined) return [];
    return [{ lower: owned, upper: head, relation: "subsidiaryOf" }, { lower: below, upper: owned, relation: "subsidiaryOf" }, { lower: controlled, upper: head, relation: "controlledBy" }];
  });
}

async function learnFiles({ registry, files, ground, organisationOf }: Model, organisations: readonly InventedOrganisation[]): Promise<void> {
  const unknown = organisations.map((organisation) => organisation.code).filter((code) => !files.has(code));
  for (const [code, file] of await filesOfCodes(registry, ground.scheme.id, unknown)) files.set(code, file);
  for (const organisation of organisations) {
    const file = files.get(organisation.code);
    if (file !== undefined) organisationOf.set(file, organisation);
  }
}

/** About whom something was handed in that a criterion asks about. */
function aboutCriteria({ criteriaTypes }: Ground, deliveries: readonly Delivery[]): readonly InventedOrganisation[] {
  return deliveries.filter(({ template: { of } }) => of.kind === "record" && criteriaTypes.has(of.type)).flatMap(({ about }) => about);
}

/** What the model does when a case has been acted on, or something told. */
function docketOf(modelOf: () => Model, bench: Workbench, until: PlainDate): Docket {
  return {
    bench, until, wishes: new Agenda(), turns: new Agenda(), acknowledgements: new Agenda(), ends: new Set(), reporters: new Map(), foundByCase: new Set(), opened: new Set(), touched: new Set(), toldUpTo: 0, refusals: [],
    count: (what) => count(modelOf(), what),
    regionOf: (file) => modelOf().organisationOf.get(file)?.region,
    onTold: (told, day) => afterMissed(modelOf().docket, told, day),
    onActed: (events, day) => followProcedure(modelOf(), events, day),
  };
}

/** Looks at what has come in, for what organisations may say of it. */
async function noticeNew(model: Model, day: PlainDate): Promise<void> {
  const { registry, docket, seenUpTo } = model;
  const events = await registry.ledger.read({ types: ["RecordReported", "FilesJoined"], after: seenUpTo });
  for (const event of events) if (isKnown(event)) afterHandingIn(docket, event, day);
  model.seenUpTo = await registry.ledger.head();
}

async function beginOwnActs(model: Model, day: PlainDate): Promise<void> {
  const due = model.ownActs.takeDue(day);
  if (due.length === 0) return;
  await learnFiles(model, due.map(({ organisation }) => organisation));
  for (const { organisation, what } of due) {
    const file = model.files.get(organisation.code);
    if (file !== undefined) ownAct(model.docket, file, what, day);
  }
}

/** Looks at whom something new is known about, and puts a proposal on the agenda where a criterion holds. */
async function propose(model: Model, organisations: readonly InventedOrganisation[], day: PlainDate): Promise<void> {
  const about = [...new Set(organisations)];
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
  const own = listingInHand({ matter: newMatter(model.registry), file, list, office, proposed, chance: chanceOf(model.year.seed, "case", organisation.index, list.id) });
  const next = proposal(model.bench, own, day === model.year.from ? (model.foundOn.get(organisation) ?? day) : day);
  model.steps.add(next.on, next);
}

function newMatter(registry: Registry): MatterId {
  const matter = parseMatterId(registry.freshId("m"));
  if (!matter.ok) throw new Error(`assertion failed: ${matter.error}`);
  return matter.value;
}

/** Everything due is done, and what becomes due by it, until nothing is. */
async function runCases(model: Model, day: PlainDate): Promise<void> {
  for (let due = await still(model, model.steps.takeDue(day), day); due.length > 0; due = await still(model, model.steps.takeDue(day), day)) {
    const results = await actOnCases(model.registry, due.map(({ request }) => request));
    for (const [index, result] of results.entries()) {
      const step = due[index];
      if (step === undefined) continue;
      if (!result.ok) {
        model.refusals.push(result.error.message);
        continue;
      }
      for (const event of result.value.events) follow(model, step.own, event, day);
    }
  }
}

/** The office looks at the file again: no listing is taken back that has fallen otherwise, none goes on whose records fell meanwhile, and none is made on what does not hold any more. */
async function still(model: Model, due: readonly NextStep[], day: PlainDate): Promise<readonly NextStep[]> {
  const kept: NextStep[] = [];
  for (const step of due) {
    const { own, request: { command } } = step;
    if (command.type === "RemoveListing") {
      const found = await caseOfMatter(model.registry, own.matter);
      if (found.ok && found.value.state.kind === "decided" && found.value.state.removal?.retroactive !== true) kept.push(step);
    } else if ((!model.fallen.has(own.file) && !(command.type === "DecideListing" && command.outcome === "listed")) || command.type === "WithdrawProposal" || (await stillMet(model, own, day))) kept.push(step);
    else if (command.type !== "ProposeListing") kept.push(givenUp(own, day));
  }
  return kept;
}

async function stillMet({ registry }: Model, { file, list }: ListingInHand, day: PlainDate): Promise<boolean> {
  const assessed = await assessOrganisations(registry, [file], day);
  return assessed.some(({ assessments }) => assessments.some((each) => each.list === list.id && each.truth === "true"));
}

function follow(model: Model, own: ListingInHand, event: EventDraft, day: PlainDate): void {
  count(model, nameOf(event));
  touch(model.docket, event);
  const next = stepAfter(model.bench, own, event);
  if (next !== undefined) model.steps.add(next.on, next);
  if (event.type !== "ListingDecided" || event.body.listing === undefined) return;
  planMeasures(model, own, event.body);
  afterListing(model.docket, own, event.body, day);
  const made = { own, listing: event.body.listing };
  for (const record of event.body.criteria.flatMap(({ records }) => records)) model.listed.set(record, made);
  if (own.list.id === model.ground.rulebook.get("procedure", PROCEDURES.annualReport)?.yearly?.list) model.listed.set(own.file, made);
}

const WRONG_PER_THOUSAND = 700;

/** What followed from a step of a case that is no listing: what rests on an act that fell has to go, and a late report cures. */
function followProcedure(model: Model, events: readonly EventDraft[], day: PlainDate): void {
  for (const event of events) {
    count(model, nameOf(event));
    touch(model.docket, event);
    if (event.type === "RecordReported" || event.type === "CaseOpened") model.found.push(event.body.file);
    if (event.type === "RecordRepaired") model.fallen.add(event.body.file);
    if (event.type === "RecordCorrected" && event.body.annulled) {
      model.fallen.add(event.body.file);
      const made = model.listed.get(event.body.record);
      if (made !== undefined && made.own.chance.happens(WRONG_PER_THOUSAND)) addStep(model, annulment(model.bench, made.own, day, "所依据的行为已被撤销，列入自始无效"));
    }
    if (event.type === "RecordReported" && event.body.recordType === SUBJECTS.annualReport.type) {
      const made = model.listed.get(event.body.file);
      if (made !== undefined) afterLateReport(model.docket, event.body.file, made.listing, day);
    }
  }
}

function addStep(model: Model, next: NextStep): void {
  model.steps.add(next.on, next);
}

/** How an event is counted: a decision, a removal or a step by what it came to. */
function nameOf(event: EventDraft): string {
  if (event.type === "ListingDecided") return `${event.type}:${event.body.outcome}`;
  if (event.type === "ListingRemoved") return `${event.type}:${event.body.act}`;
  if (event.type === "CaseOpened") return `${event.type}:${event.body.procedure}`;
  if (event.type === "EffectsStayed") return event.body.mask ? `${event.type}:mask` : event.type;
  return event.type === "StepTaken" && event.body.outcome !== undefined ? `${event.type}:${event.body.outcome}` : event.type;
}

function count({ taken }: Pick<Model, "taken">, what: string): void {
  taken.set(what, (taken.get(what) ?? 0) + 1);
}
