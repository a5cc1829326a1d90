// An invented body of law for this room's tests: one published list, its authorities, procedure, calendar. Each test states what it
// changes. No figure here is law anywhere.
import {
  addDays, makeFileNumber, parseLawId, parseListingId, parseMatterId, parseRecordId, plainDate, present, type LawId, type ListingId, type MatterId, type PlainDate, type RecordId, type Result,
} from "../terms/index.ts";
import type { Authority, Basis, CalendarYear, Criterion, Dated, Entry, ExitRule, Instrument, List, Measure, Procedure, Step } from "../rules/index.ts";
import type { EventDraft } from "../events/index.ts";
import { caseOf } from "./listing/case-state.ts";
import type { Actor, CaseContext, DecideListing, GiveConsent, IssueNotice, ListingCommand, ProposeListing, ReceiveDefence, RecordService } from "./listing/commands.ts";
import { decide } from "./listing/listing-case.ts";
import type { LawBook } from "./listing/listing-law.ts";
import { workingCalendar } from "./clocks/working-days.ts";

function made<T>(result: Result<T, string>): T {
  return present(result.ok ? result.value : undefined, "a well-formed id");
}
export function lawId(text: string): LawId {
  return made(parseLawId(text));
}
export const day = plainDate;
export const matter: MatterId = made(parseMatterId("matter-1"));
export const otherMatter: MatterId = made(parseMatterId("matter-2"));
export const listingId: ListingId = made(parseListingId("listing-1"));
export const recordId: RecordId = made(parseRecordId("record-1"));
export const file = makeFileNumber(1);
export const office = makeFileNumber(900);
export const superiorOffice = makeFileNumber(901);

const statute = lawId("t:statute");
const basis: readonly Basis[] = [{ instrument: statute, article: "Art. 1", confidence: "high" }];
export const statedBasis = [{ instrument: statute, article: "Art. 1" }] as const;
export const ownList = lawId("t:serious");

function head(id: string): { readonly id: LawId; readonly names: { readonly en: string }; readonly basis: readonly Basis[]; readonly confidence: "high"; readonly at: string } {
  return { id: lawId(id), names: { en: id }, basis, confidence: "high", at: "test" };
}
export function always<T>(value: T): Dated<T> {
  return [{ value, basis }];
}

export function step(id: string, kind: Step["kind"], more: Partial<Step> = {}): Step {
  return { id, kind, names: { en: id }, by: "office", after: [], optional: false, states: [], officers: 0, automatic: false, superiorConsent: false, legalReview: false, outcomes: [], basis, ...more };
}

export const steps: readonly Step[] = [
  step("proposal", "proposal", { states: ["facts"], officers: 2 }),
  step("notice", "notice", { after: ["proposal"], states: ["facts", "basis", "consequences", "days to answer"], within: { count: 10, unit: "workingDays", from: "proposal" } }),
  step("service", "service", { after: ["notice"], within: { count: 7, unit: "workingDays", from: "notice" }, substitute: { en: "public announcement" } }),
  step("defence", "defence", { by: "organisation", after: ["service"], within: { count: 5, unit: "workingDays", from: "service" } }),
  step("decision", "decision", { after: ["defence"], states: ["facts", "reasons", "basis", "exits", "remedies"], officers: 2, legalReview: true, outcomes: ["listed", "conditional", "reprimanded", "noAction"], within: { count: 90, unit: "days", from: "proposal" } }),
  step("publication", "publication", { after: ["decision"], within: { count: 20, unit: "workingDays", from: "decision" } }),
  step("objection", "objection", { by: "organisation", optional: true, after: ["publication"], within: { count: 60, unit: "days", from: "decision" } }),
  step("removal", "removal", { optional: true, states: ["reasons"], officers: 2 }),
];

export const criterion: Criterion = { kind: "records", id: "heavy-penalty", names: { en: "a heavier penalty" }, type: lawId("t:penalty"), count: 1, basis, anchor: "decision" };

export function exit(id: string, act: ExitRule["act"], more: Partial<ExitRule> = {}): ExitRule {
  return { id, act, names: { en: id }, conditions: [], anchor: "decision", basis, ...more };
}
export const exits: readonly ExitRule[] = [
  exit("term", "term"),
  exit("repair", "repair", { earliestMonths: 12, decideWithin: { count: 15, unit: "workingDays" }, conditions: [{ en: "the penalty is performed" }] }),
];

export const list: List = {
  ...head("t:serious"), kind: "list", colour: "black", owner: lawId("t:market"), holds: "kept", regions: [], sectors: [], published: true, fields: [],
  criteria: always([criterion]), criteriaAnchor: "decision", end: always({ kind: "fixed", years: 3, from: "decision" }), endAnchor: "decision",
  procedure: lawId("t:listing"), exits: always(exits), succession: "follows", subjects: ["organisations"], forbiddenBy: [],
};
export const procedure: Procedure = { ...head("t:listing"), kind: "procedure", purpose: "listing", steps: always(steps), anchor: "application", covers: [], regions: [] };

function authority(id: string, more: Partial<Authority> = {}): Authority {
  return { ...head(id), kind: "authority", level: "national", powers: ["list"], aliases: [], ...more };
}
export const instrument: Instrument = { ...head("t:statute"), kind: "instrument", rank: "law", domains: [], creditArticles: [] };
const measure: Measure = {
  ...head("t:no-bidding"), kind: "measure", trigger: { kind: "list", lists: [ownList] }, authority: lawId("t:market"), exceptOwner: false, acts: [], effects: ["deny"], amount: [], force: always("mandatory"),
  reaches: ["organisation"], lasts: { kind: "trigger" }, within: "everywhere", conditions: [], anchor: "decision", permittedAs: [],
};
/** Figures of the notices on public holidays of 2025 and 2026 (General Office of the State Council, 2024-11-12 and 2025-11-04). */
export const calendarYears: readonly Pick<CalendarYear, "year" | "holidays" | "makeUpDays">[] = [
  {
    year: 2025,
    holidays: ["01-01", "01-28", "01-29", "01-30", "01-31", "02-03", "02-04", "04-04", "05-01", "05-02", "05-05", "06-02", "10-01", "10-02", "10-03", "10-06", "10-07", "10-08"].map((text) => day(`2025-${text}`)),
    makeUpDays: ["01-26", "02-08", "04-27", "09-28", "10-11"].map((text) => day(`2025-${text}`)),
  },
  {
    year: 2026,
    holidays: ["01-01", "01-02", "02-16", "02-17", "02-18", "02-19", "02-20", "02-23", "04-06", "05-01", "05-04", "05-05", "06-19", "09-25", "10-01", "10-02", "10-05", "10-06", "10-07"].map((text) => day(`2026-${text}`)),
    makeUpDays: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"].map((text) => day(`2026-${text}`)),
  },
];
export const calendar = workingCalendar(calendarYears);

export const entries: readonly Entry[] = [
  list, procedure, instrument, measure, authority("t:market"), authority("t:council", { powers: ["coordinate"] }),
  authority("t:market-city", { level: "city", superior: lawId("t:market") }), authority("t:market-desk", { level: "city", superior: lawId("t:market"), powers: ["record"] }), authority("t:tax"),
];

/** The law of these tests with some entries replaced, by id; an id alone takes the entry out. */
export function lawWith(...changes: readonly (Entry | LawId)[]): LawBook {
  const gone = new Set(changes.map((change) => (typeof change === "string" ? change : change.id)));
  const kept = [...entries.filter((entry) => !gone.has(entry.id)), ...changes.filter((change) => typeof change !== "string")];
  return {
    get: (kind, id) => kept.flatMap((entry) => (entry.id === id && isOf(entry, kind) ? [entry] : []))[0],
    all: (kind) => kept.flatMap((entry) => (isOf(entry, kind) ? [entry] : [])),
  };
}
function isOf<K extends Entry["kind"]>(entry: Entry, kind: K): entry is Extract<Entry, { readonly kind: K }> {
  return entry.kind === kind;
}
export function withSteps(...changed: readonly Step[]): Procedure {
  const ids = changed.map((each) => each.id);
  return { ...procedure, steps: always([...steps.filter((each) => !ids.includes(each.id)), ...changed]) };
}

export const actor: Actor = { office, authority: lawId("t:market-city"), level: "city", officers: ["A", "B"], superior: superiorOffice };

export function context(today: PlainDate, more: Partial<CaseContext> = {}): CaseContext {
  return { law: lawWith(), calendar, actor, today, office: { file: office, superior: superiorOffice }, ...more };
}

export const proposedOn = day("2026-03-02");
export const issuedOn = day("2026-03-04");
export const servedOn = day("2026-03-06");
/** Five working days after service: the window is over from the 14th on. */
export const decidedOn = day("2026-03-16");

export const held = [{ id: "heavy-penalty", holds: true, records: [recordId] }] as const;
export const propose: ProposeListing = { type: "ProposeListing", matter, file, list: ownList, criteria: held, records: [recordId], facts: "sold spoilt milk", proposedOn };
export const notify: IssueNotice = { type: "IssueNotice", matter, facts: "sold spoilt milk", basis: statedBasis, consequences: [lawId("t:no-bidding")], issuedOn };
export const serve: RecordService = { type: "RecordService", matter, means: "registered letter", failed: false, servedOn };
export const answer: ReceiveDefence = { type: "ReceiveDefence", matter, statement: "the cooling failed", receivedOn: addDays(servedOn, 3) };
export const decideToList: DecideListing = {
  type: "DecideListing", matter, outcome: "listed", listing: listingId, reasons: "the penalty is heavy and final", basis: statedBasis, criteria: held, statements: { remedies: "reconsideration within 60 days" }, decidedOn,
  legalReview: { on: addDays(decidedOn, -2) },
};

export const consent: GiveConsent = { type: "GiveConsent", matter, step: "decision", given: true, givenOn: addDays(decidedOn, -1) };
/** The office above, and a post of it. */
export const superiorActor: Actor = { office: superiorOffice, authority: lawId("t:market"), level: "national", officers: ["S"] };

/** The law of these tests where the decision asks for the consent of the office above. */
export const consentingLaw: LawBook = lawWith(withSteps(...steps.flatMap((each) => (each.id === "decision" ? [{ ...each, superiorConsent: true }] : []))));

/** What the decider says to `command` after `events`; a consent is the office above's. */
export function when(events: readonly EventDraft[], command: ListingCommand, more: Partial<CaseContext> = {}): ReturnType<typeof decide> {
  return decide(caseOf(matter, events), command, context(day("2026-12-01"), command.type === "GiveConsent" ? { actor: superiorActor, ...more } : more));
}

/** The events these commands lead to, one after the other; a refusal is a slip of the test. */
export function given(commands: readonly ListingCommand[], more: Partial<CaseContext> = {}): readonly EventDraft[] {
  return commands.reduce<readonly EventDraft[]>((events, command) => {
    const decided = when(events, command, more);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.error.code}: ${decided.error.message}`);
    return [...events, ...decided.value];
  }, []);
}

export const uptoProposal = given([propose]);
export const uptoNotice = given([propose, notify]);
export const uptoService = given([propose, notify, serve]);
export const uptoAnswer = given([propose, notify, serve, answer]);
export const uptoListing = given([propose, notify, serve, decideToList]);
