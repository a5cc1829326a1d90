// Ways out of a list: which acts lead out of it and by when after a listing on a given day, or that it is a dead end and why.
// Supposes one listing on the list, made on that day, and on every list it hangs on or must be left with it. Read from the law alone;
// the linter and `law exits` show it, and an answer's exits are put together by the same functions (listing-exits.ts).
import { addDays, addMonths, assert, earlier, type End, type LawId, type PlainDate } from "../terms/index.ts";
import { evaluateCriterion, valueOn, type CalendarYear, type Criterion, type List, type Statute } from "../rules/index.ts";
import { endByRule, exitsOfRecord, governedEnd, governingDay, workingCalendar, type ExitQuestion, type GoverningDays, type ListingFacts } from "../cases/index.ts";
import type { Exit } from "./answer.ts";
import { byDay, eachOf, searchExits, type ExitNode, type KnownExits } from "./exit-search.ts";
import { namesDayAsked } from "./entailed-exits.ts";
import { exitOf, listingExits } from "./listing-exits.ts";

export type DeadEndKind =
  /** Permanent, and nothing but the annulment of a wrong decision ends it. */
  | "permanent"
  /** No End is stated, and no exit. */
  | "noExit"
  /** Its ways out ask for lists to be left first that lead nowhere until it is left itself. */
  | "circle"
  /** The law itself makes the listing, and its cause never ends. */
  | "cause";

export interface DeadEnd {
  readonly list: LawId;
  readonly kind: DeadEndKind;
  /** Lists it waits for, in order; of a circle, back to the first. */
  readonly through: readonly LawId[];
}

export type WaysOut =
  | { readonly kind: "leads"; readonly list: LawId; readonly end: End; readonly exits: readonly Exit[] }
  | { readonly kind: "deadEnd"; readonly list: LawId; readonly end: End; readonly why: DeadEnd };

export interface SupposedListing {
  /** The day on which it is decided, takes effect and, where the list is published, is published. */
  readonly listedOn: PlainDate;
  readonly on: PlainDate;
  readonly calendar: readonly CalendarYear[];
}

/** Which acts lead out of a list of the statute book, and from which day. */
export function waysOut(statute: Statute, list: LawId, supposed: SupposedListing): WaysOut {
  const nodes = nodesOf(statute, supposed);
  const entry = statute.get("list", list);
  assert(entry !== undefined, `\`${list}\` is a list of the law of ${statute.day}`);
  const known = searchExits(list, nodes.nodeOf);
  const exits = known.get(list);
  const end = nodes.endOf(entry);
  return exits === undefined ? { kind: "deadEnd", list, end, why: whyDead(entry, end, nodes.nodeOf, known) } : { kind: "leads", list, end, exits };
}

/** Every list of the statute book from which nothing leads out; one wants to stay on a red list, so it is none. */
export function deadEnds(statute: Statute, on: PlainDate): readonly DeadEnd[] {
  const supposed = { listedOn: on, on, calendar: [] };
  return statute.all("list").filter((list) => list.colour !== "red").flatMap((list) => {
    const ways = waysOut(statute, list.id, supposed);
    return ways.kind === "deadEnd" ? [ways.why] : [];
  });
}

/** The End the law gives such a listing. */
export function supposedEndOf(statute: Statute, list: List, supposed: SupposedListing): End {
  return nodesOf(statute, supposed).endOf(list);
}

interface Nodes {
  readonly nodeOf: (list: LawId) => ExitNode | undefined;
  readonly endOf: (list: List) => End;
}

function nodesOf(statute: Statute, { listedOn, on, calendar }: SupposedListing): Nodes {
  const question: ExitQuestion = { law: statute, lawDay: statute.day, on, calendar: workingCalendar(calendar) };
  const daysOf = (list: List): GoverningDays => ({ actedOn: listedOn, appliedOn: on, decidedOn: listedOn, effectiveFrom: listedOn, asked: earlier(on, statute.day), ...(list.published ? { publishedFrom: listedOn } : {}) });
  const endOf = (list: List): End => governedEnd(question, list, { end: supposedEnd(list, daysOf(list)), days: daysOf(list) }).end;
  return {
    endOf,
    nodeOf: (id) => {
      const list = statute.get("list", id);
      if (list === undefined) return undefined;
      const { entailed } = list;
      if (entailed === undefined) return listNode(question, list, { end: endOf(list), days: daysOf(list) });
      const own = listingExits(question, list, { end: { kind: "notStated" }, days: daysOf(list) });
      return {
        next: [...listsNamed(statute, entailed), ...own.own.flatMap((exit) => exit.needs ?? [])],
        exits: (known) => [...endsOfCause({ statute, question, listedOn, list: id, known }, entailed), ...own.given(known, () => true)],
        // What the law itself makes lasts as long as its cause, so it is left like what is permanent.
        leads: (exits) => exits.some(endsRightly),
      };
    },
  };
}

function listNode(question: ExitQuestion, list: List, listing: ListingFacts): ExitNode {
  const exits = listingExits(question, list, listing);
  return { next: exits.own.flatMap((exit) => exit.needs ?? []), exits: (known) => exits.given(known, () => true), leads: (found) => leadsOut(listing.end, found) };
}

/** Whether ways out lead out: what is permanent ends only by what the listed can bring about, not by having been wrong. */
export function leadsOut(end: End, exits: readonly Exit[]): boolean {
  return exits.some((exit) => end.kind !== "permanent" || endsRightly(exit));
}

/** Whether it also ends what was rightly there. */
function endsRightly({ acts }: Exit): boolean {
  return !acts.every((act) => act === "annulment" || act === "objection");
}

function supposedEnd(list: List, days: GoverningDays): End {
  const day = governingDay(list.endAnchor, days) ?? days.decidedOn;
  const rule = valueOn(list.end, day);
  if (rule === undefined || rule.kind === "notStated") return { kind: "notStated" };
  const end = endByRule(rule, list.id, days);
  return end.ok ? end.value : { kind: "notStated" };
}

interface Cause {
  readonly statute: Statute;
  readonly question: ExitQuestion;
  readonly listedOn: PlainDate;
  readonly list: LawId;
  readonly known: KnownExits;
}

/** How a listing's cause can end: each set of acts makes the criterion false. What may change by itself has no day. */
function endsOfCause(cause: Cause, criterion: Criterion): readonly Exit[] {
  const changes: readonly Exit[] = [{ acts: ["end-of-cause"], list: cause.list }];
  switch (criterion.kind) {
    case "all":
      return criterion.of.flatMap((child) => endsOfCause(cause, child));
    case "any":
      return endsOfEach(criterion.of.map((child) => endsOfCause(cause, child)));
    case "atLeast": {
      // As many must end as leave one too few; those that end soonest are enough.
      const ends = criterion.of.map((child) => endsOfCause(cause, child)).filter((exits) => exits.length > 0);
      const needed = criterion.of.length - criterion.count + 1;
      return ends.length < needed ? [] : endsOfEach([...ends].sort(byFirstDay).slice(0, needed));
    }
    case "none":
    case "holds":
      return changes;
    case "exceptions":
      return [...endsOfCause(cause, criterion.rule), ...(criterion.unless.length > 0 ? changes : [])];
    case "records":
      return endsOfRecords(cause, criterion);
    case "listed":
      return endsOfListings(cause, criterion);
  }
}

function endsOfEach(ways: readonly (readonly Exit[])[]): readonly Exit[] {
  return ways.reduce<readonly Exit[]>((sets, exits) => eachOf(sets, exits), [{ acts: [] }]);
}

function byFirstDay(a: readonly Exit[], b: readonly Exit[]): number {
  const [first, second] = [a, b].map((exits) => [...exits].sort(byDay)[0]);
  return first === undefined || second === undefined ? 0 : byDay(first, second);
}

/** A record counts until its months are over or the law has it forgotten; a repair rule may end it sooner. */
function endsOfRecords({ statute, question, listedOn, list }: Cause, criterion: Extract<Criterion, { readonly kind: "records" }>): readonly Exit[] {
  const type = statute.get("record-type", criterion.type);
  const kept = type === undefined ? undefined : valueOn(type.retentionMonths, question.on);
  const spans = [criterion.months, kept].flatMap((months) => (months === undefined ? [] : [months]));
  const lapse: readonly Exit[] = spans.length === 0 ? [] : [{ acts: ["end-of-cause"], list, earliest: addMonths(listedOn, Math.min(...spans)) }];
  const days = { appliedOn: question.on, decidedOn: listedOn, effectiveFrom: listedOn, publishedFrom: listedOn };
  const repairs = exitsOfRecord(question, criterion.type, { end: { kind: "notStated" }, days }).map((exit) => exitOf(exit, { list }));
  return [...lapse, ...lapseOfCondition(criterion, listedOn, list), ...repairs.filter((exit) => exit.acts[0] === "repair")];
}

/** How far ahead a condition on the day asked is looked after: fifty years, by months and then by days. */
const MONTHS_MAX = 600;

/** A condition on the record that names the day asked may fail as time passes, whatever else the record says. */
function lapseOfCondition({ where }: Extract<Criterion, { readonly kind: "records" }>, listedOn: PlainDate, list: LawId): readonly Exit[] {
  if (where === undefined || !namesDayAsked(where)) return [];
  const failsOn = (day: PlainDate): boolean => evaluateCriterion(where, { on: day, facts: { asked: { on: day }, record: { decidedOn: listedOn, actedOn: listedOn } }, records: () => [], listedOn: () => [] }).truth === "false";
  const month = Array.from({ length: MONTHS_MAX }, (_, index) => index + 1).find((months) => failsOn(addMonths(listedOn, months)));
  if (month === undefined) return [{ acts: ["end-of-cause"], list }];
  let day = addMonths(listedOn, month - 1);
  while (!failsOn(day)) day = addDays(day, 1);
  return [{ acts: ["end-of-cause"], list, earliest: day }];
}

/** Every list the cause may hang on must lead out; which of them an organisation stands on is not known here. */
function endsOfListings({ statute, known }: Cause, criterion: Extract<Criterion, { readonly kind: "listed" }>): readonly Exit[] {
  const lists = listsOfCause(statute, criterion);
  return lists.every((id) => known.has(id)) ? lists.flatMap((id) => known.get(id) ?? []) : [];
}

function listsOfCause(statute: Statute, criterion: Extract<Criterion, { readonly kind: "listed" }>): readonly LawId[] {
  const { colour } = criterion;
  const named = colour === undefined ? criterion.lists : statute.all("list").filter((list) => list.colour === colour).map((list) => list.id);
  return named.filter((id) => statute.get("list", id) !== undefined);
}

function listsNamed(statute: Statute, criterion: Criterion): readonly LawId[] {
  if (criterion.kind === "listed") return listsOfCause(statute, criterion);
  if (criterion.kind === "exceptions") return listsNamed(statute, criterion.rule);
  return "of" in criterion ? criterion.of.flatMap((child) => listsNamed(statute, child)) : [];
}

function whyDead(list: List, end: End, nodeOf: Nodes["nodeOf"], known: KnownExits): DeadEnd {
  const node = nodeOf(list.id);
  const waitsFor = (node?.next ?? []).filter((id) => !known.has(id));
  if (list.entailed !== undefined) return { list: list.id, kind: "cause", through: waitsFor };
  if (waitsFor.length > 0) return { list: list.id, kind: "circle", through: chainOf(list.id, nodeOf, known) };
  return { list: list.id, kind: end.kind === "permanent" ? "permanent" : "noExit", through: [] };
}

/** From one list that leads nowhere to the next it waits for, until one comes again. */
function chainOf(start: LawId, nodeOf: Nodes["nodeOf"], known: KnownExits): readonly LawId[] {
  const chain: LawId[] = [start];
  for (let at: LawId | undefined = start; at !== undefined; ) {
    at = nodeOf(at)?.next.find((id) => !known.has(id));
    if (at === undefined || chain.includes(at)) return at === undefined ? chain : [...chain, at];
    chain.push(at);
  }
  return chain;
}
