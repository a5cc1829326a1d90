// Open cases: every case somebody still has to do something in, with what is due, by when, of whom. Read from the ledger for all offices, one
// office or some organisations; worklists, desks, calendars, passDay and scoreboards are made of it.
import { type FileNumber, type LawId, type MatterId, type Names, type PlainDate } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import { isKnown, keyOf } from "../domain/register/index.ts";
import { caseInLaw, caseOf, deadlinesOf, openDue, procedureCaseOf, type BegunCase, type CaseInLaw, type CaseThing, type ProcedureCase } from "../domain/cases/index.ts";
import { groundIn, lawAndClocks, readOffices, thingOf, type CaseGround } from "./case-ground.ts";
import { readClosure } from "./read.ts";
import { today, todayFor, type Registry } from "./registry.ts";

/** What somebody has to do in a case by a day. */
export interface Due {
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly office: FileNumber | null;
  readonly procedure: LawId;
  readonly step: string;
  readonly names: Names;
  readonly by: "office" | "organisation";
  readonly lastDay: PlainDate;
  /** The first day on which it is too late. */
  readonly until: PlainDate;
  readonly provisional: boolean;
  readonly passed: boolean;
}

/** A case as it stands, over the ground of its organisation. */
export type CaseInHand = { readonly matter: MatterId; readonly ground: CaseGround; readonly due: readonly Due[] } & (
  | { readonly kind: "listing"; readonly state: BegunCase; readonly office: FileNumber | null; readonly openedOn: PlainDate }
  | { readonly kind: "procedure"; readonly state: ProcedureCase; readonly office: FileNumber; readonly openedOn: PlainDate; readonly inLaw: CaseInLaw; readonly thing: CaseThing }
);

const CASE_TYPES = ["ListingProposed", "NoticeIssued", "NoticeServed", "DefenceReceived", "HearingHeld", "OfficerRecused", "ListingDecided", "ProposalWithdrawn", "CaseOpened", "StepTaken", "CaseWithdrawn"];

/** Cases that are not closed, those with the earliest last day first; of one office, or of all. */
export async function openCases(registry: Registry, office?: FileNumber): Promise<readonly CaseInHand[]> {
  const below = office === undefined ? new Set<FileNumber>() : new Set([...(await readOffices(registry)).values()].filter(({ superior }) => superior === office).map(({ file }) => file));
  const found = await casesWhere(registry, (matter, own) => mayBeOpen(matter, own) && (office === undefined || concerns(own, office) || isBelow(own, below)));
  return found.filter((each) => isOpen(each) && (office === undefined || isFor(each, office))).toSorted(byDue);
}

/** Every case of the register whose events are asked for, closed ones included. */
export async function casesWhere(registry: Registry, isAsked: (matter: MatterId, events: readonly StoredEvent[]) => boolean): Promise<readonly CaseInHand[]> {
  const events = await registry.ledger.read({ types: CASE_TYPES });
  const matters = [...Map.groupBy(events.filter(isKnown), (event) => event.matter)].flatMap(([matter, own]) => (matter !== null && isAsked(matter, own) ? [{ matter, own }] : []));
  const files = [...new Set(matters.flatMap(({ own }) => own.flatMap((event) => event.files)))];
  if (files.length === 0) return [];
  const [offices, register] = await Promise.all([readOffices(registry), readClosure(registry, files.map(keyOf.file))]);
  return matters.flatMap(({ matter, own }) => {
    const file = own[0]?.files[0];
    return file === undefined ? [] : (inHand(groundIn(registry, register, offices, file, todayOf(registry, own)), matter) ?? []);
  });
}

/** Every case of one organisation, closed ones included, in the order they were begun. */
export function casesOf(ground: CaseGround): readonly CaseInHand[] {
  return [...ground.register.matters.keys()].flatMap((matter) => inHand(ground, matter as MatterId) ?? []).filter((each) => ground.files.includes(each.state.file));
}

/** One case, or undefined where no case has this matter. */
export function inHand(ground: CaseGround, matter: MatterId): CaseInHand | undefined {
  const events = ground.register.matters.get(matter) ?? [];
  const listing = caseOf(matter, events);
  if (listing.kind !== "notBegun") {
    const office = events.find((event) => event.type === "ListingProposed")?.office ?? null;
    return { kind: "listing", matter, ground, state: listing, office, openedOn: listing.proposal.proposedOn, due: dueOfListing(ground, listing, office) };
  }
  const state = procedureCaseOf(matter, events);
  const thing = state === undefined ? undefined : thingOf(ground, state.about);
  if (state === undefined || thing === undefined) return undefined;
  const inLaw = caseInLaw(state, { ...lawAndClocks(ground, state.procedure), thing }, ground.today);
  if (!inLaw.ok) return undefined;
  return { kind: "procedure", matter, ground, state, thing, office: state.office, openedOn: state.openedOn, inLaw: inLaw.value, due: dueOfProcedure(ground, state, inLaw.value) };
}

/** Whether anybody has to do anything in it, an appeal apart. */
export function isOpen(each: CaseInHand): boolean {
  if (each.kind === "procedure") return each.inLaw.progress.phase === "running" || each.due.some(({ by }) => by === "office");
  return each.state.kind !== "withdrawn" && each.state.kind !== "decided";
}

function dueOfListing(ground: CaseGround, state: BegunCase, office: FileNumber | null): readonly Due[] {
  const procedure = ground.registry.rulebook.get("list", state.list)?.procedure;
  const { law, calendar, suspensions = [] } = lawAndClocks(ground, procedure);
  const deadlines = deadlinesOf(state, law, { calendar, suspensions }, ground.today);
  if (!deadlines.ok || procedure === undefined) return [];
  return deadlines.value.map(({ step, what, by, lastDay, until, provisional, passed }) => ({ matter: state.matter, file: state.file, office, procedure, step, names: what, by, lastDay, until, provisional, passed }));
}

function dueOfProcedure(ground: CaseGround, state: ProcedureCase, { progress }: CaseInLaw): readonly Due[] {
  return openDue(progress).map(({ step, instance, due }) => ({
    matter: state.matter, file: state.file, office: instance === 1 ? state.office : (ground.offices.get(state.office)?.superior ?? null), procedure: state.procedure, step: step.id, names: step.names, by: step.by, ...due,
  }));
}

function mayBeOpen(matter: MatterId, events: readonly StoredEvent[]): boolean {
  const known = events.filter(isKnown);
  const listing = caseOf(matter, known);
  if (listing.kind !== "notBegun") return listing.kind !== "decided" && listing.kind !== "withdrawn";
  return procedureCaseOf(matter, known)?.withdrawal === undefined;
}

/** The office proposed it, opened it, acted in it, or decides it in the first instance. */
function concerns(events: readonly StoredEvent[], office: FileNumber): boolean {
  return events.some((event) => event.office === office || (event.type === "CaseOpened" && event.body?.office === office));
}

/** An office below decides it in the first instance: once it is appealed against it is for the office above. */
function isBelow(events: readonly StoredEvent[], below: ReadonlySet<FileNumber>): boolean {
  return events.some((event) => event.type === "CaseOpened" && event.body !== null && below.has(event.body.office));
}

function isFor(each: CaseInHand, office: FileNumber): boolean {
  if (each.kind === "listing" || each.office === office || each.ground.offices.get(each.office)?.superior !== office) return true;
  return each.inLaw.progress.instance === 2;
}

/** Today, where the body of law that governs the matter counts its days. */
function todayOf(registry: Registry, events: readonly StoredEvent[]): PlainDate {
  const procedure = procedureIn(events);
  return procedure === undefined ? today(registry, registry.rulebook.bodies[0]) : todayFor(registry, procedure);
}

function procedureIn(events: readonly StoredEvent[]): LawId | undefined {
  for (const event of events) {
    if (event.type === "CaseOpened" && event.body !== null) return event.body.procedure;
    if (event.type === "ListingProposed" && event.body !== null) return event.body.list;
  }
  return undefined;
}

function byDue(a: CaseInHand, b: CaseInHand): number {
  const [first, second] = [a.due[0]?.until ?? "9999", b.due[0]?.until ?? "9999"];
  return first < second ? -1 : first > second ? 1 : a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : a.matter < b.matter ? -1 : 1;
}
