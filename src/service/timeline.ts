// Timeline: one organisation over the three clocks. When its facts, listings and measures begin and end, which law stands when, when the
// register came to know, and on which day or at which position something was or will be different before and after the one asked about.
// Read off the standing: it shows what the standing shows, to whom it shows it.
import { ok, type End, type FileNumber, type LawId, type ListingId, type Names, type PlainDate, type Position, type RecordId, type Result } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import type { Effect } from "../domain/rules/index.ts";
import { keyOf, type ListingState } from "../domain/register/index.ts";
import type { AnsweredOrganisation, AsOf, Asker, EffectInForce, Exit, PossibleEffect } from "../domain/restrictions/index.ts";
import type { Problem } from "./problem.ts";
import { timeZoneOf, type Registry } from "./registry.ts";
import { standingOf, type Standing, type StandingRequest } from "./standing.ts";

/** A regime: the law as it stood from a day until the next. */
export interface TimelineLaw {
  readonly names: Names;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** Something that happened on a day. `of`: the record type or list it is about; `id`: the record or listing. */
export interface TimelineFact {
  readonly day: PlainDate;
  readonly what: "established" | "record" | "notice" | "answer" | "decision";
  readonly of: LawId | null;
  readonly id: RecordId | ListingId | null;
}

export interface TimelineListing {
  readonly listing: ListingId;
  readonly list: LawId;
  readonly state: ListingState;
  readonly from: PlainDate;
  /** The first free day, where one is fixed or it has been stopped. */
  readonly until: PlainDate | null;
  readonly end: End;
}

/** Measures of one state that begin and end together. */
export interface TimelineMeasures {
  readonly state: "bound" | "may" | "favoured";
  readonly measures: readonly LawId[];
  readonly effects: readonly Effect[];
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly end: End;
  /** The first day one of them can end before its term, where the law states any. */
  readonly earliest: PlainDate | null;
  readonly provisional: boolean;
}

/** An event about it: the day the register took it in. Those after the position asked about were not known then. */
export interface TimelineKnown {
  readonly position: Position;
  readonly day: PlainDate;
  readonly what: "registered" | "record" | "listing";
  readonly of: LawId | null;
  /** The record or listing. */
  readonly id: RecordId | ListingId | null;
}

/** The nearest turns before and after a clock. */
export interface Around<T> {
  readonly before: T | null;
  readonly after: T | null;
}

export interface Timeline {
  readonly organisation: AnsweredOrganisation;
  readonly law: readonly TimelineLaw[];
  /** In order of their days. */
  readonly facts: readonly TimelineFact[];
  readonly listings: readonly TimelineListing[];
  readonly measures: readonly TimelineMeasures[];
  /** In order of their positions, up to now. */
  readonly knew: readonly TimelineKnown[];
  readonly changes: { readonly on: Around<PlainDate>; readonly law: Around<PlainDate>; readonly known: Around<Position> };
  readonly asOf: AsOf;
}

/** The timeline of one organisation as an asker may see it. Problems are those of its standing. */
export async function timelineOf(registry: Registry, asker: Asker, request: StandingRequest): Promise<Result<Timeline, Problem>> {
  const standing = await standingOf(registry, asker, request);
  return standing.ok ? ok(await timelineFrom(registry, asker, standing.value)) : standing;
}

/** The timeline of a standing that was read already, as the same asker may see it. */
export async function timelineFrom(registry: Registry, asker: Asker, standing: Standing): Promise<Timeline> {
  const { asOf, organisation } = standing;
  const head = await registry.ledger.head();
  const now = asOf.known === head ? undefined : await standingOf(registry, asker, { organisation: organisation.file ?? "", on: asOf.on, law: asOf.law, known: String(head) });
  const knew = await knownOf(registry, now?.ok === true ? now.value : standing);
  const law = regimesOf(registry, standing);
  const facts = factsOf(standing);
  const listings = listingsOf(standing);
  const measures = measuresOf(standing);
  const days = [
    ...facts.map((fact) => fact.day), ...standing.records.flatMap((record) => record.publishedUntil ?? []),
    ...listings.flatMap(({ from, until, end }) => [from, ...(until === null ? [] : [until]), ...(end.kind === "reviewFrom" ? [end.day] : [])]),
    ...measures.flatMap(({ from, until, earliest }) => [from, ...(until === null ? [] : [until]), ...(earliest === null ? [] : [earliest])]),
  ];
  return {
    organisation: { file: organisation.file, name: organisation.name, codes: organisation.codes, onFile: organisation.onFile }, law, facts, listings, measures, knew,
    changes: { on: around(days, asOf.on), law: around([...law.map((regime) => regime.from), ...turnsOfLaw(registry, standing)], asOf.law), known: around(knew.map(({ position }) => position), asOf.known) },
    asOf,
  };
}

function around<T extends string | number>(turns: readonly T[], at: T): Around<T> {
  return { before: turns.filter((turn) => turn < at).reduce<T | null>((best, turn) => (best === null || turn > best ? turn : best), null), after: turns.filter((turn) => turn > at).reduce<T | null>((best, turn) => (best === null || turn < best ? turn : best), null) };
}

/** The regimes of the bodies of law it stands under, or of what these extend. */
function regimesOf(registry: Registry, standing: Standing): readonly TimelineLaw[] {
  const facts = registry.rulebook.bodyFacts;
  const own = new Set([...standing.listings.map(({ list }) => bodyOf(list)), ...standing.records.map(({ type }) => bodyOf(type)), ...standing.organisation.codes.map(({ scheme }) => bodyOf(scheme))]);
  const wider = [...own].flatMap((body) => facts.get(body)?.extends ?? []);
  const regimes = [...facts].find(([body, each]) => (own.has(body) || wider.includes(body)) && each.regimes.length > 0)?.[1].regimes ?? [];
  return regimes.map((regime, index) => ({ names: regime.names, from: regime.law, until: regimes[index + 1]?.law ?? null }));
}

/** Days on which a list or measure it stands under began, changed or ended in law. */
function turnsOfLaw(registry: Registry, { listings, acts }: Standing): readonly PlainDate[] {
  const ids = new Set<string>([...listings.map(({ list }) => list), ...acts.flatMap(({ effects, possible, favours }) => [...effects, ...possible, ...favours].map(({ measure }) => measure))]);
  return [...registry.rulebook.all("list"), ...registry.rulebook.all("measure")].filter(({ id }) => ids.has(id)).flatMap(({ from, until }) => [from ?? [], until ?? []].flat());
}

function bodyOf(id: string): string {
  return id.slice(0, id.indexOf(":"));
}

function factsOf({ organisation, records, listings }: Standing): readonly TimelineFact[] {
  const { establishedOn } = organisation.attributes;
  const facts: readonly TimelineFact[] = [
    ...(establishedOn === undefined ? [] : [{ day: establishedOn, what: "established" as const, of: null, id: null }]),
    ...records.flatMap(({ record, type, decidedOn, actedOn }) => {
      const day = decidedOn ?? actedOn;
      return day === null ? [] : [{ day, what: "record" as const, of: type, id: record }];
    }),
    ...listings.flatMap(({ listing, list, steps, decidedOn }) => ([["notice", steps?.noticeOn], ["answer", steps?.answeredOn], ["decision", decidedOn]] as const).flatMap(([what, day]) => (day === null || day === undefined ? [] : [{ day, what, of: list, id: listing }]))),
  ];
  return facts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function listingsOf({ listings }: Standing): readonly TimelineListing[] {
  return listings.map(({ listing, list, state, effectiveFrom, end, stoppedOn }) => ({ listing, list, state, from: effectiveFrom, until: earlier(stoppedOn, end.kind === "fixed" ? end.until : null), end }));
}

function earlier(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  return a === null ? b : b === null || a < b ? a : b;
}

const STATES = ["bound", "may", "favoured"] as const;

/** What binds, may bind and favours on the day asked about, each measure once, those of the same days together. */
function measuresOf({ acts }: Standing): readonly TimelineMeasures[] {
  const groups = new Map<string, TimelineMeasures>();
  const add = (state: TimelineMeasures["state"], effects: readonly Effect[], { measure, from, until, end, exits }: EffectInForce | PossibleEffect): void => {
    const key = JSON.stringify([state, from, until ?? null, end]);
    const group = groups.get(key) ?? { state, measures: [], effects: [], from, until: until ?? null, end, earliest: null, provisional: false };
    const exit = state === "favoured" ? undefined : firstOf(exits);
    const sooner = exit !== undefined && (group.earliest === null || exit.day < group.earliest);
    groups.set(key, { ...group, measures: withEach(group.measures, [measure]), effects: withEach(group.effects, effects), ...(sooner ? { earliest: exit.day, provisional: exit.provisional } : {}) });
  };
  for (const act of acts) {
    for (const effect of act.effects) add("bound", [effect.effect], effect);
    for (const effect of act.possible) add("may", effect.effects, effect);
    for (const effect of act.favours) add("favoured", [effect.effect], effect);
  }
  return [...groups.values()].toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || (a.from < b.from ? -1 : 1));
}

function firstOf(exits: readonly Exit[]): { readonly day: PlainDate; readonly provisional: boolean } | undefined {
  const first = exits.flatMap(({ earliest, provisional }) => (earliest === undefined ? [] : [{ day: earliest, provisional: provisional === true }]));
  return first.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0];
}

function withEach<T>(all: readonly T[], more: readonly T[]): readonly T[] {
  return [...all, ...more.filter((one) => !all.includes(one))];
}

/** When the register took in what the standing shows; nothing of what it does not show. */
async function knownOf(registry: Registry, { organisation, records, listings }: Standing): Promise<readonly TimelineKnown[]> {
  const events = await registry.ledger.read({ keys: organisation.files.map((file: FileNumber) => keyOf.file(file)) });
  const shown = { records: new Set<string>(records.map(({ record }) => record)), listings: new Set<string>(listings.map(({ listing }) => listing)), batches: new Set<string>(organisation.names.flatMap(({ source }) => source?.batch ?? [])) };
  const said = new Map<string, string>();
  return events.flatMap((event) => {
    const told = whatItTells(event, shown, said);
    return told === undefined ? [] : [{ position: event.position, day: registry.clock.dayOf(event.recordedAt, timeZoneOf(registry, told.of === null ? undefined : bodyOf(told.of))), ...told }];
  });
}

interface Shown {
  readonly records: ReadonlySet<string>;
  readonly listings: ReadonlySet<string>;
  readonly batches: ReadonlySet<string>;
}

/** An edition that repeats what the one before it said of a listing tells nothing new. */
function saysMore({ body }: Extract<StoredEvent, { readonly type: "ListingReported" | "ListingDecided" }>, said: Map<string, string>): boolean {
  if (body === null || !("contentDigest" in body)) return true;
  const before = said.get(body.listing);
  said.set(body.listing, body.contentDigest);
  return before !== body.contentDigest;
}

function whatItTells(event: StoredEvent, shown: Shown, said: Map<string, string>): Omit<TimelineKnown, "position" | "day"> | undefined {
  switch (event.type) {
    case "OrganisationRegistered": case "OrganisationDescribed":
      return event.body !== null && shown.batches.has(event.body.source?.batch ?? "") ? { what: "registered", of: null, id: null } : undefined;
    case "RecordReported":
      return event.body !== null && shown.records.has(event.body.record) ? { what: "record", of: event.body.recordType, id: event.body.record } : undefined;
    case "ListingReported": case "ListingDecided":
      return event.body !== null && shown.listings.has(event.body.listing ?? "") && saysMore(event, said) ? { what: "listing", of: event.body.list, id: event.body.listing ?? null } : undefined;
    default:
      return undefined;
  }
}
