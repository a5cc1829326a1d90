// Fallen acts: what still rests on a record whose act fell, and by which day it has to go. Derived from the records and cases on file and the
// law's removal procedures; worklists, desks, deadlines and passDay show it. What ends each is a case of its own.
import { addDays, type BreachId, type FileNumber, type LawId, type ListingId, type MatterId, type PlainDate, type RecordId } from "../../terms/index.ts";
import type { KnownEvent } from "../../events/index.ts";
import type { Step } from "../../rules/index.ts";
import { listingOnDay, restingOn, type OpenOffice, type RecordOnFile, type Register, type Resting } from "../../register/index.ts";
import { deadline, type Suspension, type WorkingCalendar } from "../clocks/working-days.ts";
import type { LawBook } from "../listing/listing-law.ts";
import { applicationOf } from "./open-case.ts";
import { procedureCaseOf, type ProcedureCase } from "./procedure-case.ts";
import { governingProcedure, type GoverningSteps } from "./procedure-law.ts";
import type { StepDue } from "./progress.ts";

/** A record whose act fell: it was annulled, or a case says that the act was revoked. */
export interface FallenRecord {
  readonly record: RecordId;
  readonly type: LawId;
  readonly fellOn: PlainDate;
}

/** What rests on it, with the case in which it can end; null: none is open. */
export type RestingThing =
  | { readonly kind: "listing"; readonly listing: ListingId; readonly list: LawId; readonly matter: MatterId }
  | { readonly kind: "case"; readonly list: LawId; readonly matter: MatterId }
  | { readonly kind: "record"; readonly record: RecordId; readonly type: LawId; readonly breach: BreachId; readonly matter: MatterId | null };

/** Something that has to go, because of which record, by whom, by when. */
export interface ThingToGo {
  readonly thing: RestingThing;
  readonly file: FileNumber;
  readonly fallen: FallenRecord;
  /** The office that decided the listing, proposed it, or handed in the record; null where nobody said which. */
  readonly office: FileNumber | null;
  /** The procedure of the law that has it removed; null: none speaks for the fallen record in its place. */
  readonly procedure: LawId | null;
  /** Other procedures that speak as well: the law leaves open which goes first. */
  readonly readings: readonly LawId[];
  /** The step the law times from the fall, and its last day; null: the law states no time. */
  readonly step: Pick<Step, "id" | "names"> | null;
  readonly due: StepDue | null;
}

export interface FallenActsQuestion {
  readonly register: Register;
  /** All files of the organisation. */
  readonly files: readonly FileNumber[];
  readonly offices: ReadonlyMap<FileNumber, OpenOffice>;
  /** Where an office is, and the regions that lies in. */
  readonly regionsOf: (office: OpenOffice | undefined) => readonly string[];
  readonly law: LawBook;
  readonly calendar: WorkingCalendar;
  /** What stops the clocks of a procedure. */
  readonly suspensionsOf: (procedure: LawId) => readonly Suspension[];
  readonly on: PlainDate;
}

/** Everything of the organisation that has to go on the day, what is due first at the top. */
export function thingsToGo(question: FallenActsQuestion): readonly ThingToGo[] {
  const { register, on } = question;
  const fallen = fallenRecords(question);
  const cases = fallen.length === 0 ? [] : removalCases(question);
  return fallen.flatMap((each) => {
    const resting = restingThings(register, restingOn(register, each.record), cases, on);
    const removal = resting.length === 0 ? NO_REMOVAL : removalOf(question, each);
    return resting.map((own): ThingToGo => ({ ...own, fallen: each, ...removal }));
  }).toSorted(byDue);
}

/** Records of the organisation whose act has fallen by the day. */
export function fallenRecords(question: Pick<FallenActsQuestion, "register" | "files" | "law" | "on">): readonly FallenRecord[] {
  const { register, files, on } = question;
  const cases = removalCases(question);
  return [...register.records.values()].filter(({ file }) => files.includes(file)).flatMap((record): FallenRecord[] => {
    const fellOn = fallOf(record, cases);
    return fellOn === undefined || on < fellOn ? [] : [{ record: record.id, type: record.type, fellOn }];
  });
}

/** A case that says the act was revoked says since when; the record is annulled at the end of it. */
function fallOf({ id, annulledOn }: RecordOnFile, cases: readonly ProcedureCase[]): PlainDate | undefined {
  const days = [...(annulledOn === undefined ? [] : [annulledOn]), ...casesAbout(id, cases).map(({ openedOn }) => openedOn)];
  return days.sort()[0];
}

/** Cases that an office began because an act fell, unless withdrawn or turned down. */
function removalCases({ register, law }: Pick<FallenActsQuestion, "register" | "law">): readonly ProcedureCase[] {
  return [...register.matters.values()].flatMap((events) => {
    const opening = events.find((event) => event.type === "CaseOpened");
    if (opening?.body.by !== "office" || law.get("procedure", opening.body.procedure)?.purpose !== "removal") return [];
    const found = procedureCaseOf(opening.body.matter, events);
    return found === undefined || found.withdrawal !== undefined || found.taken.some(({ outcome }) => outcome === "refused") ? [] : [found];
  });
}

function casesAbout(record: RecordId, cases: readonly ProcedureCase[]): readonly ProcedureCase[] {
  return cases.filter(({ about }) => about.kind === "record" && about.record === record);
}

type Removal = Pick<ThingToGo, "procedure" | "readings" | "step" | "due">;

const NO_REMOVAL: Removal = { procedure: null, readings: [], step: null, due: null };

/** The procedure that speaks for the fallen record in its place, with the last day of what the law times from the fall. */
function removalOf({ register, law, calendar, suspensionsOf, offices, regionsOf, on }: FallenActsQuestion, { record: id, fellOn }: FallenRecord): Removal {
  const record = register.records.get(id);
  const office = record === undefined || record.office === null ? undefined : offices.get(record.office);
  if (record === undefined) return NO_REMOVAL;
  const asked = applicationOf({ purpose: "removal" }, { thing: { kind: "record", record }, regions: regionsOf(office), ...(office === undefined ? {} : { office }) }, fellOn);
  const governing = governingProcedure(law, { ...asked, purposes: ["removal"] }, { calendar, begins: (each) => revocations(each).length > 0 });
  if (!governing.ok) return NO_REMOVAL;
  const { procedure, readings } = governing.value;
  const step = timedStep(governing.value);
  if (step?.within === undefined) return { ...NO_REMOVAL, procedure: procedure.id, readings };
  const { day, provisional } = deadline(step.within, fellOn, calendar, suspensionsOf(procedure.id));
  const until = addDays(day, 1);
  return { procedure: procedure.id, readings, step: { id: step.id, names: step.names }, due: { lastDay: day, until, provisional, passed: until <= on } };
}

/** The steps with which an office begins: they say that the act fell. */
function revocations({ steps }: GoverningSteps): readonly Step[] {
  return steps.filter(({ by, after, automatic }) => by === "office" && after.length === 0 && !automatic);
}

/** What the law times from the fall: the removal itself, or where it times none, whatever else the office does then. */
function timedStep(governing: GoverningSteps): Step | undefined {
  const begun = revocations(governing).map(({ id }) => id);
  const timed = governing.steps.filter(({ by, within }) => by === "office" && within !== undefined && begun.includes(within.from));
  return timed.find(({ kind }) => kind === "removal") ?? timed[0];
}

type Own = Pick<ThingToGo, "thing" | "file" | "office">;

function restingThings(register: Register, { listings, openCases, records }: Resting, cases: readonly ProcedureCase[], on: PlainDate): readonly Own[] {
  return [
    ...listings.flatMap(({ listing: id, matter }): Own[] => {
      const listing = register.listings.get(id);
      if (listing?.holds !== "kept" || !isEffective(listingOnDay(listing, on).state)) return [];
      return [{ thing: { kind: "listing", listing: id, list: listing.list, matter }, file: listing.file, office: listing.office }];
    }),
    ...openCases.flatMap((matter) => (register.matters.get(matter) ?? []).flatMap((event) => proposalOf(event, matter))),
    ...records.flatMap(({ record: id, breach }): Own[] => {
      const record = register.records.get(id);
      if (record === undefined) return [];
      const matter = casesAbout(id, cases)[0]?.matter ?? null;
      return [{ thing: { kind: "record", record: id, type: record.type, breach, matter }, file: record.file, office: record.office }];
    }),
  ];
}

/** It stands, or will. */
function isEffective(state: ReturnType<typeof listingOnDay>["state"]): boolean {
  return state === "stands" || state === "notYet";
}

function proposalOf(event: KnownEvent, matter: MatterId): readonly Own[] {
  return event.type === "ListingProposed" ? [{ thing: { kind: "case", list: event.body.list, matter }, file: event.body.file, office: event.office }] : [];
}

/** What names a thing, whatever it is. */
export function idOfThing(thing: RestingThing): string {
  return thing.kind === "listing" ? thing.listing : thing.kind === "record" ? thing.record : thing.matter;
}

function byDue(a: ThingToGo, b: ThingToGo): number {
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

/** What has no last day comes last. */
function orderOf({ due, fallen, thing }: ThingToGo): string {
  return [due?.until ?? "9999", fallen.fellOn, fallen.record, idOfThing(thing)].join(" ");
}
