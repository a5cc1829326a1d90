// News: what the register has to tell of itself, of one list or of one organisation, as the public may be told it today. Feeds, the API and the
// command word it. Read off what is shown: whatever is released, repaired, annulled or kept back since has no item any more; of what has ended the
// register says how many, and never whose.
import { addDays, ok, parseLawId, type FileNumber, type Instant, type LawId, type Names, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import { PUBLIC } from "../domain/restrictions/index.ts";
import { toldToPublic, type Change } from "./changes.ts";
import { KeptFaces } from "./kept-faces.ts";
import type { Problem } from "./problem.ts";
import { registerName } from "./register-name.ts";
import { timeZoneOf, today, type Registry } from "./registry.ts";
import { standingOf } from "./standing.ts";
import { listOn, LISTED_PER_PAGE } from "./stands-on.ts";
import { timelineFrom } from "./timeline.ts";
import { toldSince } from "./told-since.ts";

/** Items at most; the newest are given. */
const NEWS_MAX = 100;
/** Days the register's own news looks back. */
export const NEWS_DAYS = 30;
export interface NewsItem {
  /** The same item keeps its id. */
  readonly id: string;
  /** The day the register took it in, or told of it. */
  readonly day: PlainDate;
  /** The first instant of that day. */
  readonly at: Instant;
  /** `ended`: so many listings, nobody's by name. */
  readonly what: "registered" | "described" | "record" | "listed" | "changed" | "ended" | "memorandumEnded";
  /** The list, record type or memorandum. */
  readonly of: LawId | null;
  readonly organisation: { readonly file: FileNumber; readonly names: readonly string[] } | null;
  readonly count: number;
}

type NewsAbout = { readonly kind: "register"; readonly names: Names } | { readonly kind: "list"; readonly id: LawId; readonly names: Names } | { readonly kind: "organisation"; readonly file: FileNumber; readonly names: readonly string[] };

export interface News {
  readonly about: NewsAbout;
  /** The newest first. */
  readonly items: readonly NewsItem[];
  /** There are earlier ones. */
  readonly more: boolean;
  /** When it said something new last; the first instant of today where it says nothing. */
  readonly updated: Instant;
  readonly known: Position;
}

/** @param about a list of the law by its id, an organisation however it is named, or nothing: the register */
export async function newsOf(registry: Registry, about: string): Promise<Result<News, Problem>> {
  const id = parseLawId(about);
  if (about === "") return ok(await ofRegister(registry));
  return id.ok ? ofList(registry, about) : ofOrganisation(registry, about);
}

async function ofRegister(registry: Registry): Promise<News> {
  const since = addDays(today(registry), -NEWS_DAYS);
  const known = await registry.ledger.head();
  const changes = await toldToPublic(registry, (await toldSince(registry, since)).filter(({ day }) => day >= since));
  // A listing that began and was published later is told once, when it could be seen.
  const begun = [...new Map(changes.filter(({ what }) => what === "listed" || what === "published").map((change) => [change.listing, change])).values()];
  const [newest, more] = newestOf(begun, (change) => change.day);
  const faces = await facesOf(registry, newest.flatMap(({ files = [] }) => files), known);
  const listed = newest.flatMap(({ listing = "", list = null, day, files: [file] = [] }): readonly NewsItem[] => {
    const face = file === undefined ? undefined : faces.get(file);
    return face === undefined ? [] : [{ ...itemOn(registry, day), id: `listing:${listing}`, what: "listed", of: list, organisation: face }];
  });
  const ended = Map.groupBy(changes.filter(({ what, listing }) => listing !== undefined && ENDS.has(what)), ({ day }) => day);
  const ends = [...ended].map(([day, each]): NewsItem => ({ ...itemOn(registry, day), id: `ended:${day}`, what: "ended", count: new Set(each.map(({ listing }) => listing)).size }));
  const memoranda = changes.filter(({ what }) => what === "memorandumEnded").map(({ day, memorandum = null }): NewsItem => ({ ...itemOn(registry, day), id: `memorandum:${memorandum ?? ""}:${day}`, what: "memorandumEnded", of: memorandum }));
  return newsWith(registry, { kind: "register", names: registerName(registry, (await registry.ledger.setting("model")) !== null).name }, [...listed, ...ends, ...memoranda], { more, known });
}

const ENDS: ReadonlySet<Change["what"]> = new Set<Change["what"]>(["termEnded", "removed", "annulled", "repaired", "publicationEnded"]);

/** Who organisations are, by their files: from what this process keeps, where it keeps any. */
export async function facesOf(registry: Registry, files: readonly FileNumber[], known: Position): Promise<ReadonlyMap<FileNumber, NonNullable<NewsItem["organisation"]>>> {
  const faces = await (registry.faces ?? new KeptFaces(registry, known)).of(files, known);
  return new Map([...faces].map(([file, face]) => [file, namedBy(face.file, face.name, face.names.map(({ text }) => text))]));
}

async function ofList(registry: Registry, about: string): Promise<Result<News, Problem>> {
  const answer = await listOn(registry, PUBLIC, about, {});
  if (!answer.ok) return answer;
  const { list, listings, total, known } = answer.value;
  const faces = await facesOf(registry, listings.map(({ file }) => file), known);
  const items = await Promise.all(listings.map(async ({ file, name, listing, position, onDay }): Promise<NewsItem> => {
    const event = position === null ? undefined : (await registry.ledger.read({ after: (position - 1) as Position, upTo: position, limit: 1 }))[0];
    const day = event === undefined ? onDay.effectiveFrom : registry.clock.dayOf(event.recordedAt, timeZoneOf(registry, undefined));
    return { ...itemOn(registry, day), id: `listing:${listing}`, what: "listed", of: list.id, organisation: faces.get(file) ?? { file, names: [name] } };
  }));
  return ok(newsWith(registry, { kind: "list", id: list.id, names: list.names }, items, { more: total > LISTED_PER_PAGE, known }));
}

async function ofOrganisation(registry: Registry, about: string): Promise<Result<News, Problem>> {
  const standing = await standingOf(registry, PUBLIC, { organisation: about });
  if (!standing.ok) return standing;
  const { organisation, asOf } = standing.value;
  const { file, name, names } = organisation;
  if (file === null) throw new Error("assertion failed: what stands has a file");
  const said = new Set<string>();
  const items = (await timelineFrom(registry, PUBLIC, standing.value)).knew.map(({ position, day, what, of, id }): NewsItem => {
    const again = said.has(id ?? what);
    said.add(id ?? what);
    return { ...itemOn(registry, day), id: `event:${position}:${file}`, what: what === "listing" ? (again ? "changed" : "listed") : what === "registered" && again ? "described" : what, of, organisation: null };
  });
  return ok(newsWith(registry, { kind: "organisation", file, names: namedBy(file, name ?? file, names.map(({ text }) => text)).names }, items, { more: false, known: asOf.known }));
}

function itemOn(registry: Registry, day: PlainDate): Pick<NewsItem, "day" | "at" | "count" | "of" | "organisation"> {
  return { day, at: registry.clock.startOf(day, timeZoneOf(registry, undefined)), count: 1, of: null, organisation: null };
}

/** Its main name first. */
function namedBy(file: FileNumber, name: string, names: readonly string[]): NonNullable<NewsItem["organisation"]> {
  return { file, names: [...new Set([name, ...names])] };
}

function newsWith(registry: Registry, about: NewsAbout, all: readonly NewsItem[], { more, known }: { readonly more: boolean; readonly known: Position }): News {
  const [items, cut] = newestOf(all, ({ day }) => day);
  return { about, items, more: more || cut, updated: items[0]?.at ?? registry.clock.startOf(today(registry), timeZoneOf(registry, undefined)), known };
}

/** The newest first, of one day the later ones; and whether that is not all. */
function newestOf<T>(all: readonly T[], dayOf: (one: T) => PlainDate): readonly [readonly T[], boolean] {
  const sorted = [...all].reverse().toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  return [sorted.slice(0, NEWS_MAX), sorted.length > NEWS_MAX];
}
