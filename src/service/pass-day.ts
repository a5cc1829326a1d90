// Pass a day: compares the derived standing of the day passed last with today's and tells what changed, once each: terms that ended, editions
// that no longer carry a listing, ends a process that died had not told yet, memoranda and publications that ended, deadlines that
// passed, yearly duties that opened. Catches up after downtime.
import { addDays, bodyOf, parsePosition, type LawId, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { listingOnDay, replay, type ListingOnFile } from "../domain/register/index.ts";
import { publicationsEnded } from "./ended-publications.ts";
import { dutiesTurned } from "./missed-duties.ts";
import { openCases } from "./open-cases.ts";
import { today, type Registry } from "./registry.ts";
import { tellChanges, tellEnds } from "./tell-ends.ts";
import { changesOf, tellWithdrawals } from "./tell-list.ts";
import { toGoPassed } from "./what-has-to-go.ts";

export interface DayPassed {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly told: readonly Told[];
}

/** One body of law, with the days that have passed under it since the last time. */
interface Passing {
  readonly body: string;
  readonly last: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Tells what changed between the last day passed and today (or `day`); doing it again tells nothing. Each body of law counts its own days. */
export async function passDay(registry: Registry, day?: PlainDate): Promise<DayPassed> {
  const head = await registry.ledger.head();
  const passed = await Promise.all(registry.rulebook.bodies.map(async (body): Promise<Passing> => {
    const to = day ?? today(registry, body);
    const last = await registry.ledger.setting(settingOf(body));
    return { body, last, to, from: last === null ? addDays(to, -1) : (last as PlainDate) };
  }));
  const listings = await allListings(registry);
  const after = parsePosition((await registry.ledger.setting(POSITION)) ?? "0");
  const looked = after.ok ? after.value : (0 as Position);
  const told = [
    ...(await tellWhatWasMissed(registry, looked)),
    // What begins or ends on a day that passed, and what came in since, about whatever day.
    ...(await tellChanges(registry, passed.flatMap(({ body, from, to }) => listings.filter((listing) => bodyOf(listing.list) === body).flatMap((listing) => changesOf(listing, to)).filter(({ day: on, position }) => on <= to && (from < on || position > looked))))),
    ...(await registry.ledger.tell([...memorandaEnded(registry, listings, passed, head), ...(await deadlinesPassed(registry, passed, head)), ...(await publicationsEnded(registry, passed, head)), ...(await dutiesTurned(registry, passed, head)), ...(await toGoPassed(registry, passed, head))])),
  ];
  for (const { body, last, to } of passed) if (last === null || last < to) await registry.ledger.setSetting(settingOf(body), to);
  await registry.ledger.setSetting(POSITION, String(head));
  const days = passed.flatMap(({ from, to }) => [from, to]).sort();
  return { from: days[0] ?? today(registry), to: days.at(-1) ?? today(registry), told };
}

/** The last day passed under a body of law. */
function settingOf(body: string): string {
  return `passed-day:${body}`;
}

/** Up to where events were looked at the last time. */
const POSITION = "passed-position";
const TOLD_TYPES = ["ListingDecided", "ListingRemoved", "RecordRepaired", "RecordCorrected", "EffectsStayed", "StayEnded"];

/** Verbs tell what they begin and end; where a process died between the two it is told now. */
async function tellWhatWasMissed(registry: Registry, after: Position): Promise<readonly Told[]> {
  const events = await registry.ledger.read({ types: TOLD_TYPES, after });
  const files = [...new Set(events.flatMap((event) => event.files))];
  const withdrawn = await tellWithdrawals(registry, await registry.ledger.read({ types: ["BatchWithdrawn"], after }));
  return [...withdrawn, ...(files.length === 0 ? [] : await tellEnds(registry, files))];
}

/** Memoranda that ended: whoever was bound under one is free of its measures, and its parties wind it up. */
function memorandaEnded(registry: Registry, listings: readonly ListingOnFile[], passed: readonly Passing[], known: Position): readonly Omit<Told, "sequence">[] {
  const { rulebook } = registry;
  return passed.flatMap(({ body, from, to }) => rulebook.all("memorandum").flatMap((memorandum): Omit<Told, "sequence">[] => {
    const { id, until } = memorandum;
    if (until === undefined || bodyOf(id) !== body || until <= from || to < until) return [];
    const measures = rulebook.on(addDays(until, -1)).all("measure").filter((measure) => measure.memorandum === id);
    const lists = new Set<LawId>(measures.flatMap(({ trigger }) => (trigger.kind === "list" ? trigger.lists : [])));
    const bound = listings.filter((listing) => lists.has(listing.list) && listingOnDay(listing, addDays(until, -1)).state === "stands");
    return [{
      key: `memorandumEnded:${id}:${until}`, what: "memorandumEnded", files: [...new Set(bound.map(({ file }) => file))].sort(), day: until, known, rulebook: rulebook.hash,
      detail: { memorandum: id, consumers: [...new Set(measures.map(({ authority }) => authority))].sort() },
    }];
  }));
}

/**
 * Deadlines whose first day too late has come, whenever the step they run from was put on record: what was told is not told again. A time that was
 * over before the case began is told as the duty it was (missed-duties.ts).
 */
async function deadlinesPassed(registry: Registry, passed: readonly Passing[], known: Position): Promise<readonly Omit<Told, "sequence">[]> {
  const spans = new Map(passed.map((each) => [each.body, each]));
  return (await openCases(registry)).flatMap(({ due, openedOn }) => due.flatMap((each): Omit<Told, "sequence">[] => {
    const span = spans.get(bodyOf(each.procedure));
    if (span === undefined || each.until <= openedOn || span.to < each.until) return [];
    return [{
      key: `deadlinePassed:${each.matter}:${each.step}:${each.until}`, what: "deadlinePassed", files: [each.file], day: each.until, known, rulebook: registry.rulebook.hash,
      detail: { matter: each.matter, procedure: each.procedure, step: each.step, by: each.by, lastDay: each.lastDay, ...(each.office === null ? {} : { office: each.office }), ...(each.provisional ? { provisional: true } : {}) },
    }];
  }));
}

async function allListings(registry: Registry): Promise<readonly ListingOnFile[]> {
  const types = ["ListingReported", "EditionReceived", "ListingDecided", "ListingRemoved", "BatchWithdrawn"];
  return [...replay(await registry.ledger.read({ types })).listings.values()];
}
