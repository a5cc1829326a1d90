// Statistics: listings in numbers over a span of days, for whoever asks: what the page, the API and the command line show. Counted in
// domain/publication; here the register, the law and who is on file are read, once for a question until something is appended.
import { addDays, addMonths, err, ok, parseLawId, parsePlainDate, type FileNumber, type LawId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { List, ListColour } from "../domain/rules/index.ts";
import { countedListing, countListings, firstOfMonth, monthsOf, type CountedListing, type ListingCounts, type Placed } from "../domain/publication/index.ts";
import type { ListingOnFile } from "../domain/register/index.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { clocksFilledIn, readClocks, type Clocks, type ClocksAsked } from "./clocks.ts";
import { readFaces } from "./kept-faces.ts";
import { snapshotAt } from "./listings-snapshot.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { knownIfPast, workedOut, type WorkedOut } from "./worked-out.ts";

/** Lists with burdens and lists with favours are never added up. */
const LIST_SIDES = ["burdens", "favours"] as const;
export type ListSide = (typeof LIST_SIDES)[number];

/** At most so many months, so that a question stays a small one. */
const MONTHS_MAX = 240;
const USUAL_MONTHS = 12;

export interface StatisticsRequest extends ClocksAsked {
  /** The first day; default twelve months before `until`. */
  readonly from?: string;
  /** The first day that is not counted any more; default the first of the month the day asked about is in, or where `from` is in that month the day after the one asked about. */
  readonly until?: string;
  /** `burdens` (the default) or `favours`. */
  readonly lists?: string;
  /** One list alone, whichever it is. */
  readonly list?: string;
}

export interface Statistics extends ListingCounts {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly side: ListSide;
  /** The one list that was asked about, or null. */
  readonly list: LawId | null;
  /** Lists in force of which nothing can be counted, and why. */
  readonly notCounted: readonly { readonly list: LawId; readonly why: NotCounted }[];
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
}

/** The law shows nobody who is on it; the law itself makes the listings, organisation by organisation; or its source has never delivered here. */
type NotCounted = "closed" | "byLaw" | "neverDelivered";

interface Asked extends Clocks {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly side: ListSide;
  readonly list: LawId | null;
}

/** The figures of a span as the asker may have them; default the last twelve full months before the day asked about. */
export async function statisticsOf(registry: Registry, asker: Asker, request: StatisticsRequest = {}): Promise<Result<Statistics, Problem>> {
  const asked = await readStatistics(registry, request);
  if (!asked.ok) return asked;
  const head = await registry.ledger.head();
  return ok(await workedOut(statistics, registry, { question: [asker, { ...asked.value, known: knownIfPast(asked.value.known, head) }], version: [head], most: KEPT_MAX }, () => counted(registry, asker, asked.value, { head, placed: true })));
}

/** The months of one list, over the usual span: counted anew where something of the list has changed. Empty where nothing can be counted. */
export async function monthsOfList(registry: Registry, asker: Asker, request: Required<Pick<StatisticsRequest, "list">> & Pick<StatisticsRequest, "on" | "law" | "known">): Promise<Result<Pick<Statistics, "months" | "side" | "lists">, Problem>> {
  const asked = await readStatistics(registry, request);
  if (!asked.ok) return asked;
  const { known, ...question } = asked.value;
  const head = await registry.ledger.head();
  const [then, now] = [await snapshotAt(registry, known), await snapshotAt(registry, head)];
  const list = asked.value.list ?? ("" as LawId);
  const { months, side, lists } = await workedOut(listMonths, registry, { question: [asker, question, knownIfPast(known, head)], version: [then.changedAt(list), now.changedAt(list)], most: KEPT_MAX }, () => counted(registry, asker, asked.value, { head, placed: false }));
  return ok({ months: lists.length > 0 ? months : [], side, lists });
}

const KEPT_MAX = 32;
const statistics: WorkedOut<Statistics> = new WeakMap();
const listMonths: WorkedOut<Statistics> = new WeakMap();

async function readStatistics(registry: Registry, request: StatisticsRequest): Promise<Result<Asked, Problem>> {
  const clocks = await readClocks(registry, clocksFilledIn(request));
  if (!clocks.ok) return clocks;
  const { on, law, known } = clocks.value;
  const [usual, most] = [firstOfMonth(addDays(on, 1)), addDays(on, 1)];
  const until = dayAsked(request.until, (request.from ?? "") < usual ? usual : most);
  const from = until.ok ? dayAsked(request.from, addMonths(until.value, -USUAL_MONTHS)) : until;
  if (!until.ok || !from.ok) return err(problem("day-invalid", from.ok ? "the span has no last day" : from.error, "Write days as YYYY-MM-DD."));
  if (until.value <= from.value) return err(problem("day-invalid", `the span from ${from.value} until ${until.value} has no days`, "Let `until` lie after `from`."));
  if (until.value > most) return err(problem("day-invalid", `the span until ${until.value} reaches beyond ${on}, the day asked about`, "End the span no later; what is to come is not counted."));
  if (monthsOf(from.value, until.value).length > MONTHS_MAX) return err(problem("day-invalid", `the span from ${from.value} until ${until.value} has more than ${MONTHS_MAX} months`, "Ask for a shorter span."));
  const side = sideAsked(request.lists);
  if (side === undefined) return err(problem("input-invalid", `\`${request.lists ?? ""}\` is neither kind of list`, `Take one of ${LIST_SIDES.join(", ")}.`));
  const list = request.list === undefined || request.list === "" ? null : listAsked(registry, request.list);
  if (list === undefined) return err(problem("law-entry-unknown", `\`${request.list ?? ""}\` is no list of the law`, "`law show` names the lists."));
  return ok({ from: from.value, until: until.value, side: list === null ? side : sideOf(list.colour), list: list?.id ?? null, on, law, known });
}

function dayAsked(text: string | undefined, otherwise: PlainDate): Result<PlainDate, string> {
  return text === undefined || text === "" ? ok(otherwise) : parsePlainDate(text);
}

function sideAsked(text: string | undefined): ListSide | undefined {
  return LIST_SIDES.find((side) => side === (text === undefined || text === "" ? "burdens" : text));
}

function listAsked({ rulebook }: Registry, text: string): List | undefined {
  const id = parseLawId(text);
  return id.ok ? rulebook.get("list", id.value) : undefined;
}

function sideOf(colour: ListColour): ListSide {
  return colour === "red" ? "favours" : "burdens";
}

/** The lists of one side in force on a day of law. */
export function listsOf({ rulebook }: Pick<Registry, "rulebook">, side: ListSide, law: PlainDate): readonly LawId[] {
  return rulebook.on(law).all("list").filter(({ colour }) => sideOf(colour) === side).map(({ id }) => id);
}

/** @param placed whether it is asked where those on the lists are and what they do */
async function counted(registry: Registry, asker: Asker, asked: Asked, { head, placed }: { readonly head: Position; readonly placed: boolean }): Promise<Statistics> {
  const { from, until, side, list: only, on, law, known } = asked;
  const [snapshot, newest] = [await snapshotAt(registry, known), await snapshotAt(registry, head)];
  const { register } = snapshot;
  const inUse = registry.publishedBy ?? registry.rulebook;
  const now = today(registry, registry.rulebook.bodies[0]);
  const inQuestion = registry.rulebook.on(law).all("list").filter((list) => (only === null ? sideOf(list.colour) === side : list.id === only));
  const delivered = new Set([...register.editions.keys(), ...snapshot.lists]);
  const why = (list: List): NotCounted | undefined => {
    if (asker.kind !== "keeper" && inUse.get("list", list.id)?.published !== true) return "closed";
    return list.entailed !== undefined ? "byLaw" : list.holds === "reported" && !delivered.has(list.id) ? "neverDelivered" : undefined;
  };
  const lists = inQuestion.filter((list) => why(list) === undefined);
  const byId = new Map(lists.map((list) => [list.id, inUse.get("list", list.id) ?? list]));
  const listings = lists.flatMap((each) => snapshot.listingsOf(each.id).flatMap((onFile) => countedOnce(registry, asker, byId.get(each.id) ?? each, onFile, newest.register.listings.get(onFile.id), now) ?? []));
  const places = !placed ? new Map<FileNumber, Placed>() : await placesOf(registry, listings.filter(({ spells }) => spells.some((spell) => spell.from < until && (spell.until === undefined || spell.until >= from))), known);
  return {
    ...countListings(listings, { from, until, lists, editions: register.editions, place: (file) => places.get(file) }),
    from, until, side, list: only, on, law, known,
    notCounted: inQuestion.flatMap((list) => { const left = why(list); return left === undefined ? [] : [{ list: list.id, why: left }]; }),
  };
}

/** A listing that nothing has been said of since is counted as before, for as long as the day and the law are the same. */
function countedOnce(registry: Registry, asker: Asker, list: List, onFile: ListingOnFile, newest: ListingOnFile | undefined, now: PlainDate): CountedListing | undefined {
  if (onFile !== newest) return countedListing(asker, list, onFile, newest, now);
  const by = `${asker.kind} ${now} ${registry.rulebook.hash} ${registry.publishedBy?.hash ?? ""}`;
  const before = countedBefore.get(onFile);
  if (before?.by === by) return before.counted;
  const counted = countedListing(asker, list, onFile, newest, now);
  countedBefore.set(onFile, { by, counted });
  return counted;
}

const countedBefore = new WeakMap<ListingOnFile, { readonly by: string; readonly counted: CountedListing | undefined }>();

/** Where the organisations behind these listings are and what they do, by file. */
async function placesOf(registry: Registry, listings: readonly CountedListing[], known: Position): Promise<ReadonlyMap<FileNumber, Placed>> {
  const files = [...new Set(listings.map(({ file }) => file))];
  const faces = registry.faces === undefined ? await readFaces(registry, files, known) : await registry.faces.of(files, known);
  return new Map([...faces].flatMap(([file, face]) => {
    if (face === undefined) return [];
    const { region, sector } = face.attributes;
    return [[file, { organisation: face.file, ...(region === undefined ? {} : { region }), ...(sector === undefined ? {} : { sector }) }] as const];
  }));
}
