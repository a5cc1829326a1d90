// Registry: what every verb is handed: the ledger, the law as adopted, the clock and the world's few facts. Made in main.ts.
import type { Digest, Instant, LawId, PlainDate } from "../domain/terms/index.ts";
import { bodyOf } from "../domain/terms/index.ts";
import type { CalendarYear, IdentifierScheme, Rulebook } from "../domain/rules/index.ts";
import { workingCalendar, type WorkingCalendar } from "../domain/cases/index.ts";
import type { KeptFaces } from "./kept-faces.ts";
import type { KeptIndex } from "./kept-index.ts";
import type { KeptNames } from "./kept-names.ts";
import type { Problem } from "./problem.ts";
import type { Ledger, Storage } from "../store/index.ts";

/** The clock and calendar of the outside world; injected, so that tests and the model's simulated days can hand in their own. */
export interface Clock {
  now(): Instant;
  /** The calendar day of an instant in a time zone. */
  dayOf(instant: Instant, timeZone: string): PlainDate;
  /** The first instant of a day in a time zone. */
  startOf(day: PlainDate, timeZone: string): Instant;
}

export interface Registry {
  readonly ledger: Ledger;
  readonly rulebook: Rulebook;
  /** Where questions are answered under a rulebook kept from before: the one in use, which settles what may be shown today. */
  readonly publishedBy?: Rulebook;
  /** What may be shown is settled by what was known at the position asked about, and not by what is known now: to find out what was said then, never to show it. */
  readonly publishedAsKnown?: true;
  /** What is wrong with the files of the law, while the registry goes on with the rulebook it adopted last. */
  readonly lawRefused?: Problem;
  /** The names of the register, where this process keeps them to search in; else they are read for every search. */
  readonly names?: KeptNames;
  /** Who organisations are, where this process keeps what it has read of them. */
  readonly faces?: KeptFaces;
  /** The restriction index, where this process keeps one; what it cannot say is derived. */
  readonly index?: KeptIndex;
  /** How much room the register takes and has, where this process knows where it is kept. */
  readonly storage?: () => Promise<Storage>;
  /** Webhooks may lead to this very machine: for trying them out. */
  readonly webhookLoopback?: boolean;
  readonly clock: Clock;
  /** `sha256:` of bytes or text. */
  readonly digest: (content: string | Uint8Array) => Digest;
  /** Opaque text nobody had before, for batches and matters. */
  readonly freshId: (prefix: string) => string;
}

/** The time zone days are counted in: of the body of law asked, or of the first body loaded. */
export function timeZoneOf(registry: Registry, body: string | undefined): string {
  const facts = registry.rulebook.bodyFacts;
  const [first] = facts.values();
  return facts.get(body ?? "")?.timeZone ?? first?.timeZone ?? "UTC";
}

/** Today, where a body of law counts its days. */
export function today(registry: Registry, body?: string): PlainDate {
  return registry.clock.dayOf(registry.clock.now(), timeZoneOf(registry, body));
}

export function todayFor(registry: Registry, id: LawId): PlainDate {
  return today(registry, bodyOf(id));
}

export function schemesOf(registry: Pick<Registry, "rulebook">): readonly IdentifierScheme[] {
  return registry.rulebook.all("identifier");
}

export function calendarOf(registry: Registry): readonly CalendarYear[] {
  return registry.rulebook.all("calendar");
}

/** Working days by the calendars of a rulebook, laid out once for it. */
const WORKDAYS = new WeakMap<Rulebook, WorkingCalendar>();

export function workdaysOf({ rulebook }: Pick<Registry, "rulebook">): WorkingCalendar {
  const known = WORKDAYS.get(rulebook) ?? workingCalendar(rulebook.all("calendar"));
  WORKDAYS.set(rulebook, known);
  return known;
}
