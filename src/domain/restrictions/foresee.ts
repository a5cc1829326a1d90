// Foresee: what would follow if an organisation were put on a list on a day: what would bind, what offices could decide, what would be
// lost, under every memorandum in force. The listing is supposed, laid beside what is on file, and the two answers are compared. For the
// notice that must state the consequences before anything is decided; nothing of it is stored.
import { earlier, type Amount, type End, type FileNumber, type LawId, type ListingId, type MatterId, type PlainDate } from "../terms/index.ts";
import { BURDENS, type Act, type CalendarYear, type Effect, type Force, type List, type Measure, type Reach, type Rulebook, type Statute } from "../rules/index.ts";
import { organisationOf, type KeptListingOnFile, type Organisation, type Register } from "../register/index.ts";
import type { BasisRef, Because, EffectInForce, Exit, PossibleEffect } from "./answer.ts";
import { derive, type Derived } from "./derive.ts";
import { byDay } from "./exit-search.ts";
import type { Scene } from "./facts.ts";
import type { Where } from "./measure-outcome.ts";
import { listHits, type Hit } from "./triggers.ts";
import { supposedEndOf } from "./ways-out.ts";

export interface ForeseeQuestion {
  readonly rulebook: Rulebook;
  readonly statute: Statute;
  /** With the organisation's file, and what its own and its relations' files lead to. */
  readonly register: Register;
  readonly organisation: FileNumber;
  readonly list: LawId;
  /** The day on which it would be decided, take effect and, where the list is published, be published. */
  readonly on: PlainDate;
  /** Where the listing would be made, for measures that bind only there; default the list's own regions. */
  readonly regions?: readonly string[];
  /** For the days of ways out; default every day is a working day. */
  readonly calendar?: readonly CalendarYear[];
  /** What the asker may see of what is on file; default everything. */
  readonly seen?: Pick<Scene, "sight" | "sightOfRecord" | "newest">;
}

/** One measure, with all the acts it would touch. */
export interface ForeseenMeasure {
  readonly measure: LawId;
  readonly authority: LawId;
  /** Absent where the law itself connects list and measure. */
  readonly memorandum?: LawId;
  readonly clause?: string;
  readonly force: Force;
  readonly effects: readonly Effect[];
  readonly amount?: Amount;
  readonly reaches: readonly Reach[];
  readonly acts: readonly LawId[];
  /** The list that sets it off: the one supposed, or one the law itself would add. Of what is lost: the list that gave it. */
  readonly list?: LawId;
  readonly from: PlainDate;
  readonly end: End;
  readonly basis: readonly BasisRef[];
  /** The earliest way out of it; absent: the law names none, or it is a favour. */
  readonly exit?: Exit;
}

/** A measure of which nobody could say whether it would bind: for want of a fact, or because the law leaves open which rule governs. */
export interface OpenMeasure {
  readonly measure: LawId;
  readonly authority: LawId;
  readonly memorandum?: LawId;
  readonly acts: readonly LawId[];
  /** The facts it hangs on. */
  readonly facts: readonly string[];
}

export interface Foreseen {
  readonly list: LawId;
  readonly on: PlainDate;
  readonly end: End;
  readonly binding: readonly ForeseenMeasure[];
  readonly possible: readonly ForeseenMeasure[];
  /** Favours held today that would be held no longer. */
  readonly lost: readonly ForeseenMeasure[];
  /** Favours that would begin: of a listing in favour. */
  readonly gained: readonly ForeseenMeasure[];
  /** Aimed at office-holders: shown, never enforced. */
  readonly officeHolders: readonly ForeseenMeasure[];
  readonly open: readonly OpenMeasure[];
  /** Lists the law itself would put it on. */
  readonly entailed: readonly LawId[];
  /** Redlistings that would be lost. */
  readonly lostLists: readonly LawId[];
}

const SUPPOSED = "supposed" as ListingId;

/** What a listing would bring; undefined where the organisation is not on the register, or the statute book has no such list. */
export function foresee(question: ForeseeQuestion): Foreseen | undefined {
  const { rulebook, statute, register, on } = question;
  const list = statute.get("list", question.list);
  const organisation = organisationOf(register, question.organisation);
  if (list === undefined || organisation === undefined) return undefined;
  const listing = supposedListing(question, list, organisation);
  const before: Scene = { rulebook, statute, register, on, sight: () => "shown", sightOfRecord: () => "shown", ...question.seen };
  const after = supposed(before, listing);
  const hits = { before: shownHits(before, organisation), after: shownHits(after, withListing(organisation, listing)) };
  const made = hits.after.filter((hit) => !hits.before.some((other) => idOf(other) === idOf(hit)));
  const regions = [...new Set(made.flatMap((hit) => hit.regions))];
  const found = statute.all("act").flatMap((act) => placesOf(statute, act, regions).map((where) => compared(act, answerIn(question, before, organisation, act, where), answerIn(question, after, withListing(organisation, listing), act, where))));
  const gathered = (pick: (of: Compared) => readonly Change[]): readonly ForeseenMeasure[] => measuresOf(statute, found.flatMap(pick));
  return {
    list: list.id, on, end: listing.decided.end ?? { kind: "notStated" },
    binding: gathered((of) => of.binding), possible: gathered((of) => of.possible), lost: gathered((of) => of.lost), gained: gathered((of) => of.gained), officeHolders: gathered((of) => of.officeHolders),
    open: openMeasures(statute, found.flatMap((of) => of.open)),
    entailed: listsOf(made.filter((hit) => hit.ref.kind === "entailed")),
    lostLists: listsOf(hits.before.filter((hit) => !hits.after.some((other) => idOf(other) === idOf(hit)))),
  };
}

/** As a decision of the day would make it; whether its list is kept here or reported plays no part in what follows from it. */
function supposedListing({ statute, list, on, regions }: ForeseeQuestion, entry: List, organisation: Organisation): KeptListingOnFile {
  const end = supposedEndOf(statute, entry, { listedOn: on, on, calendar: [] });
  return {
    holds: "kept", id: SUPPOSED, file: organisation.file, list, office: null, stays: [], position: 0 as KeptListingOnFile["position"],
    decided: {
      matter: "supposed" as MatterId, file: organisation.file, list, authority: entry.owner, outcome: "listed", listing: SUPPOSED, reasons: "", basis: [], decidedOn: on, effectiveFrom: on,
      ...(entry.published ? { publishedFrom: on } : {}), end, exits: [], conditions: [], criteria: [], regions: regions ?? entry.regions,
    },
  };
}

/** The listing laid beside what is on file; whoever asks for it may see it, for today it is there without an end. */
function supposed(before: Scene, listing: KeptListingOnFile): Scene {
  const { register, newest, sight, on } = before;
  const laid = (beside: Register, made: KeptListingOnFile): Register => ({ ...beside, listings: new Map([...beside.listings, [SUPPOSED, made]]) });
  const { end: _end, ...decided } = listing.decided;
  return {
    ...before, register: laid(register, listing), sight: (list, each) => (each?.id === SUPPOSED ? "shown" : sight(list, each)),
    ...(newest === undefined ? {} : { newest: { ...newest, register: laid(newest.register, { ...listing, decided: { ...decided, effectiveFrom: earlier(on, newest.on) } }) } }),
  };
}

function shownHits(scene: Scene, organisation: Organisation): readonly Hit[] {
  return listHits(scene, organisation).filter(({ sight }) => sight === "shown");
}

function withListing(organisation: Organisation, listing: KeptListingOnFile): Organisation {
  return { ...organisation, listings: [...organisation.listings, listing] };
}

/** Where an act is to be asked about so that no measure on it is missed: at each authority that has one, or in the regions concerned. */
function placesOf(statute: Statute, act: Act, regions: readonly string[]): readonly Where[] {
  if (act.where === "authority") return [...new Set(statute.measuresOn(act.id).map((measure) => measure.authority))].map((authority) => ({ authority }));
  return regions.length === 0 ? [{}] : regions.map((region) => ({ region }));
}

function answerIn({ calendar = [] }: ForeseeQuestion, scene: Scene, organisation: Organisation, act: Act, where: Where): Derived {
  return derive({ scene, organisation, find: (file) => organisationOf(scene.register, file), act, where, calendar });
}

interface Change {
  readonly act: LawId;
  readonly effect: EffectInForce | PossibleEffect;
}

interface Compared {
  readonly binding: readonly Change[];
  readonly possible: readonly Change[];
  readonly lost: readonly Change[];
  readonly gained: readonly Change[];
  readonly officeHolders: readonly Change[];
  readonly open: readonly { readonly act: LawId; readonly measure: LawId; readonly fact: string }[];
}

function compared(act: Act, before: Derived, after: Derived): Compared {
  const changes = <T extends EffectInForce | PossibleEffect>(from: readonly T[], to: readonly T[]): readonly Change[] => {
    const had = new Set(from.map(causeOf));
    return to.filter((effect) => !had.has(causeOf(effect))).map((effect) => ({ act: act.id, effect }));
  };
  const missed = new Set(before.missing.map(({ neededBy, fact }) => `${neededBy} ${fact}`));
  return {
    binding: changes(before.effects, after.effects), possible: changes(before.possible, after.possible), lost: changes(after.favours, before.favours), gained: changes(before.favours, after.favours),
    officeHolders: changes(before.officeHolders, after.officeHolders),
    open: after.missing.filter(({ neededBy, fact, kind }) => kind !== "edition" && !missed.has(`${neededBy} ${fact}`)).map(({ neededBy, fact }) => ({ act: act.id, measure: neededBy, fact })),
  };
}

function causeOf({ measure, because }: EffectInForce | PossibleEffect): string {
  return `${measure} ${"withheld" in because ? "" : JSON.stringify(because.trigger.kind === "entailed" ? because.trigger.listing : because.trigger)}`;
}

/** Each measure once by the list that sets it off, with all its acts. */
function measuresOf(statute: Statute, changes: readonly Change[]): readonly ForeseenMeasure[] {
  const groups = Map.groupBy(changes, ({ effect }) => `${effect.measure} ${listOf(effect.because) ?? ""}`);
  return [...groups.values()].flatMap((group): ForeseenMeasure[] => {
    const [first] = group;
    const measure = first === undefined ? undefined : statute.get("measure", first.effect.measure);
    if (first === undefined || measure === undefined) return [];
    const { force, amount, from, end, basis, because } = first.effect;
    const list = listOf(because);
    const [exit] = BURDENS.some((effect) => measure.effects.includes(effect)) ? group.flatMap(({ effect }) => effect.exits).sort(byDay) : [];
    return [{
      ...namesOf(measure), force, effects: measure.effects, reaches: measure.reaches, acts: [...new Set(group.map(({ act }) => act))].sort(), from, end, basis,
      ...(measure.clause === undefined ? {} : { clause: measure.clause }), ...(amount === undefined ? {} : { amount }), ...(list === undefined ? {} : { list }), ...(exit === undefined ? {} : { exit }),
    }];
  }).sort(byWeight);
}

function namesOf({ id, authority, memorandum }: Measure): Pick<ForeseenMeasure, "measure" | "authority" | "memorandum"> {
  return { measure: id, authority, ...(memorandum === undefined ? {} : { memorandum }) };
}

function openMeasures(statute: Statute, open: Compared["open"]): readonly OpenMeasure[] {
  return [...Map.groupBy(open, ({ measure }) => measure)].flatMap(([id, group]) => {
    const measure = statute.get("measure", id);
    return measure === undefined ? [] : [{ ...namesOf(measure), acts: [...new Set(group.map(({ act }) => act))].sort(), facts: [...new Set(group.map(({ fact }) => fact))].sort() }];
  });
}

/** The heaviest effects first, then by name. */
function byWeight(a: ForeseenMeasure, b: ForeseenMeasure): number {
  const weight = ({ effects }: ForeseenMeasure): number => Math.min(...effects.map((effect) => (BURDENS.includes(effect) ? BURDENS.indexOf(effect) : BURDENS.length)));
  return weight(a) - weight(b) || (a.measure < b.measure ? -1 : 1);
}

function listOf(because: Because): LawId | undefined {
  return "withheld" in because || (because.trigger.kind !== "list" && because.trigger.kind !== "entailed") ? undefined : because.trigger.list;
}

function idOf({ ref }: Hit): string {
  return ref.kind === "list" || ref.kind === "entailed" ? ref.listing : "";
}

function listsOf(hits: readonly Hit[]): readonly LawId[] {
  return [...new Set(hits.flatMap(({ ref }) => (ref.kind === "list" || ref.kind === "entailed" ? [ref.list] : [])))].sort();
}
