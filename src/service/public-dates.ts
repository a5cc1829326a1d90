// Public dates: days ahead that anybody may know of an organisation, of who stands on a list, or of the law: when somebody is free again, when a
// way out opens at the earliest, when a record's publication ends, when the law turns. Calendars, the API and the command word them. Read off what
// is shown today, so what is kept back since stands in no calendar.
import { addDays, ok, parseLawId, type FileNumber, type Instant, type LawId, type Names, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import { PUBLIC } from "../domain/restrictions/index.ts";
import { changesFor } from "./law-changes.ts";
import { facesOf } from "./news.ts";
import type { Problem } from "./problem.ts";
import { registerName } from "./register-name.ts";
import { timeZoneOf, today, type Registry } from "./registry.ts";
import { standingOf, type Standing } from "./standing.ts";
import { listOn } from "./stands-on.ts";

/** Listings looked at of one list, the newest. */
const LISTINGS_MAX = 500;
export interface PublicDate {
  /** The same event keeps its id when its day moves. */
  readonly id: string;
  readonly day: PlainDate;
  /** `free`: the first free day; `review`: it may be reviewed from that day; `wayOut`: a way out opens at the earliest; `unpublished`: a record is published no longer; `lawTurns`: entries begin or end. */
  readonly what: "free" | "review" | "wayOut" | "unpublished" | "lawTurns";
  /** The list, or the record type. */
  readonly of: LawId | null;
  readonly organisation: { readonly file: FileNumber; readonly names: readonly string[] } | null;
  readonly provisional: boolean;
  /** Of a turning day of the law: how many entries begin, end or change. */
  readonly count: number;
}

export interface PublicDates {
  readonly about: { readonly kind: "law"; readonly names: Names } | { readonly kind: "list"; readonly id: LawId; readonly names: Names } | { readonly kind: "organisation"; readonly file: FileNumber; readonly names: readonly string[] };
  /** The next first; none before today, but of the law. */
  readonly dates: readonly PublicDate[];
  /** The list has more listings than were looked at. */
  readonly more: boolean;
  /** The first instant of today: what a calendar says it was made at. */
  readonly madeAt: Instant;
  readonly known: Position;
}

/** @param about a list of the law by its id, an organisation however it is named, or nothing: the law; `bodies`: the bodies of law that count for it */
export async function publicDatesOf(registry: Registry, about: string, bodies: ReadonlySet<string>): Promise<Result<PublicDates, Problem>> {
  const id = parseLawId(about);
  if (about === "") return ok(await ofLaw(registry, bodies));
  return id.ok ? ofList(registry, about) : ofOrganisation(registry, about);
}

async function ofLaw(registry: Registry, bodies: ReadonlySet<string>): Promise<PublicDates> {
  const { days } = changesFor(registry, { people: "without", bodies });
  const dates = days.map(({ day, changes }): PublicDate => ({ ...NOBODYS, id: `law:${day}`, day, what: "lawTurns", count: changes.length }));
  return dated(registry, { about: { kind: "law", names: registerName(registry, (await registry.ledger.setting("model")) !== null).name }, dates, more: false, known: await registry.ledger.head() });
}

async function ofList(registry: Registry, about: string): Promise<Result<PublicDates, Problem>> {
  const answer = await listOn(registry, PUBLIC, about, { perPage: LISTINGS_MAX });
  if (!answer.ok) return answer;
  const { list, listings, total, known } = answer.value;
  const faces = await facesOf(registry, listings.map(({ file }) => file), known);
  const dates = listings.flatMap(({ listing, onDay, file, name }) => ends(listing, list.id, onDay.end, faces.get(file) ?? { file, names: [name] }));
  return ok(dated(registry, { about: { kind: "list", id: list.id, names: list.names }, dates, more: total > listings.length, known }));
}

async function ofOrganisation(registry: Registry, about: string): Promise<Result<PublicDates, Problem>> {
  const standing = await standingOf(registry, PUBLIC, { organisation: about });
  if (!standing.ok) return standing;
  const { organisation: { file, name, names }, listings, records, asOf } = standing.value;
  if (file === null) throw new Error("assertion failed: what stands has a file");
  const who = { file, names: [...new Set([name ?? file, ...names.map(({ text }) => text)])] };
  const dates = [
    ...listings.filter(({ state }) => state === "stands" || state === "notYet").flatMap(({ listing, list, end }) => ends(listing, list, end, who)),
    ...waysOut(standing.value, who),
    ...records.flatMap(({ record, type, publishedUntil }): readonly PublicDate[] => (publishedUntil === null ? [] : [{ ...NOBODYS, id: `unpublished:${record}`, day: publishedUntil, what: "unpublished", of: type, organisation: who }])),
  ];
  return ok(dated(registry, { about: { kind: "organisation", ...who }, dates, more: false, known: asOf.known }));
}

function ends(listing: string, list: LawId, end: Standing["listings"][number]["end"], organisation: PublicDate["organisation"]): readonly PublicDate[] {
  if (end.kind === "fixed") return [{ ...NOBODYS, id: `free:${listing}`, day: end.until, what: "free", of: list, organisation }];
  return end.kind === "reviewFrom" ? [{ ...NOBODYS, id: `review:${listing}`, day: end.day, what: "review", of: list, organisation }] : [];
}

/** The earliest way out of each listing, whatever it is bound in by it. */
function waysOut({ acts }: Standing, organisation: PublicDate["organisation"]): readonly PublicDate[] {
  const first = new Map<string, PublicDate>();
  for (const { listing, list, earliest, provisional } of acts.flatMap(({ exits, effects }) => [...exits, ...effects.flatMap((effect) => effect.exits)])) {
    if (listing === undefined || earliest === undefined) continue;
    const before = first.get(listing);
    if (before === undefined || earliest < before.day) first.set(listing, { ...NOBODYS, id: `wayOut:${listing}`, day: earliest, what: "wayOut", of: list ?? null, organisation, provisional: provisional === true });
  }
  return [...first.values()];
}

const NOBODYS = { of: null, organisation: null, provisional: false, count: 1 } as const;

function dated(registry: Registry, found: Omit<PublicDates, "madeAt">): PublicDates {
  const on = today(registry);
  const from = found.about.kind === "law" ? addDays(on, -LAW_DAYS_BACK) : on;
  // A way out that opens on the first free day is no way out of its own.
  const free = new Set(found.dates.flatMap(({ id, day, what }) => (what === "free" ? [`${id.slice(id.indexOf(":") + 1)} ${day}`] : [])));
  const dates = found.dates.filter(({ id, day, what }) => day >= from && day < addDays(on, DAYS_AHEAD) && (what !== "wayOut" || !free.has(`${id.slice(id.indexOf(":") + 1)} ${day}`)));
  return { ...found, dates: dates.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1)), madeAt: registry.clock.startOf(on, timeZoneOf(registry, undefined)) };
}

/** Farther ahead nobody plans, and calendar programs do not follow. */
const DAYS_AHEAD = 36_525;
/** Of the law also what turned lately: its turning days are few. */
const LAW_DAYS_BACK = 366;
