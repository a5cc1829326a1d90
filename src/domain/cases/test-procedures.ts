// Invented procedures for this room's tests of every case but a listing, and how a test plays one: a scene (law, thing, day), who acts, what
// was done, what is asked. What the decider says comes back as one line, so that a test reads as a table.
import { addDays, makeFileNumber, parseMatterId, parsePosition, parseRecordId, present, type MatterId, type RecordId, type Result } from "../terms/index.ts";
import type { Refusal } from "./refusals.ts";
import type { Entry, Procedure, ProcedurePurpose, RecordType, Step } from "../rules/index.ts";
import type { EventDraft } from "../events/index.ts";
import type { OpenOffice, RecordOnFile } from "../register/index.ts";
import { caseOf, type Decided } from "./listing/case-state.ts";
import { decideProcedure } from "./procedure/decide-procedure.ts";
import { procedureCaseOf, type ProcedureCase } from "./procedure/procedure-case.ts";
import type { CaseThing, OpenCase, Party, ProcedureCommand, ProcedureContext, TakeStep } from "./procedure/procedure-commands.ts";
import { actor, always, calendar, day, file, lawId, lawWith, listingId, matter, office, otherMatter, ownList, recordId, step, superiorOffice, uptoListing } from "./test-law.ts";

function known<T>(result: Result<T, string>): T {
  return present(result.ok ? result.value : undefined, "a well-formed id");
}

/** The case under test; an appeal against it is the matter above. */
export const thisCase: MatterId = otherMatter;
export const appealCase: MatterId = known(parseMatterId("matter-3"));
export const newRecord: RecordId = known(parseRecordId("record-2"));
export const otherFile = makeFileNumber(2);
export const otherOffice = makeFileNumber(902);
/** A Tuesday. */
export const openedOn = day("2026-04-07");

export const organisation: Party = { kind: "organisation", files: [file] };
export const stranger: Party = { kind: "organisation", files: [otherFile] };
export const officers: Party = { kind: "office", actor };
export const above: Party = { kind: "office", actor: { office: superiorOffice, authority: lawId("t:market"), level: "national", officers: ["X", "Y"] } };
export const elsewhere: Party = { kind: "office", actor: { ...actor, office: otherOffice } };

export const openOffice: OpenOffice = { file: office, authority: lawId("t:market-city"), names: { en: "City market office" }, superior: superiorOffice };
export const openSuperior: OpenOffice = { file: superiorOffice, authority: lawId("t:market"), names: { en: "Market office" } };

export function procedureOf(id: string, purpose: ProcedurePurpose, steps: readonly Step[], more: Partial<Procedure> = {}): Procedure {
  return { kind: "procedure", id: lawId(id), names: { en: id }, basis: [], confidence: "high", at: "test", purpose, steps: always(steps), anchor: "application", covers: [], regions: [], ...more };
}

/** Objection, decision within seven working days, and an appeal with a review above. */
export const objectionSteps: readonly Step[] = [
  step("objection", "objection", { by: "organisation" }),
  step("decision", "decision", { after: ["objection"], states: ["reasons"], within: { count: 7, unit: "workingDays", from: "objection" } }),
  step("told", "notification", { after: ["decision"], automatic: true }),
  step("appeal", "appeal", { by: "organisation", after: ["decision"], optional: true, within: { count: 15, unit: "days", from: "decision" } }),
  step("review", "review", { after: ["appeal"], optional: true, within: { count: 5, unit: "workingDays", from: "appeal" } }),
];
export const objection = procedureOf("t:objection", "objection", objectionSteps);

/** Application, acceptance, decision that may be given more time, release by the register. */
export const repairSteps: readonly Step[] = [
  step("application", "application", { by: "organisation" }),
  step("forwarding", "notification", { after: ["application"], automatic: true }),
  step("acceptance", "acceptance", { after: ["forwarding"], within: { count: 3, unit: "workingDays", from: "forwarding" } }),
  step("extension", "notification", { after: ["acceptance"], optional: true, within: { count: 10, unit: "workingDays", from: "decision" }, extends: "decision" }),
  step("decision", "decision", { after: ["acceptance"], states: ["reasons"], officers: 2, within: { count: 7, unit: "workingDays", from: "acceptance" } }),
  step("result", "notification", { after: ["application"], within: { count: 10, unit: "workingDays", from: "application" } }),
  step("release", "removal", { after: ["decision"], automatic: true }),
];
export const repair = procedureOf("t:repair-procedure", "repair", repairSteps);

/** Before the office above: known, application within sixty days, decision. */
export const reconsiderationSteps: readonly Step[] = [
  step("known", "notification"),
  step("application", "application", { by: "organisation", after: ["known"], within: { count: 60, unit: "days", from: "known" } }),
  step("decision", "decision", { after: ["application"], within: { count: 60, unit: "days", from: "application" } }),
];
export const reconsideration = procedureOf("t:reconsideration", "appeal", reconsiderationSteps);

export const penaltyType: RecordType = {
  kind: "record-type", id: lawId("t:penalty"), names: { en: "Penalty" }, basis: [], confidence: "high", at: "test", disclosure: "public", publicationMonths: [], retentionMonths: [], about: "penalty",
  fields: [{ name: "fine", type: "integer", names: { en: "Fine" }, required: false, published: true }, { name: "kind", type: "choice", choices: ["fine", "warning"], names: { en: "Kind" }, required: true, published: true }],
};

/** A listing decided on 16 March 2026, published the same day; its repair opens a year later. */
export const decided: Decided = decidedOf(caseOf(matter, uptoListing));

export function decidedOf(state: ReturnType<typeof caseOf>): Decided {
  if (state.kind !== "decided") throw new Error(`assertion failed: the case is ${state.kind}`);
  return state;
}

export function listingOf(state: Decided): Extract<CaseThing, { readonly decided: Decided; readonly kind: "listing" }> {
  const position = known(parsePosition("9"));
  const removal = state.removal === undefined ? {} : { removal: { ...state.removal, position } };
  return { kind: "listing", listing: { holds: "kept", id: listingId, file, list: ownList, decided: state.decision, office, stays: [], position, ...removal }, decided: state };
}
export const listed = listingOf(decided);

export function recordOf(more: Partial<RecordOnFile> = {}): Extract<CaseThing, { readonly kind: "record" }> {
  return { kind: "record", record: { id: recordId, file, type: penaltyType.id, fields: { kind: "fine" }, decidedOn: day("2026-01-10"), publishedFrom: day("2026-01-12"), annulled: false, office, stays: [], position: known(parsePosition("5")), ...more } };
}

export const joined: CaseThing = { kind: "join", files: [file, otherFile], joined: true };

/** What of the context a test states: the law by its entries, the rest as it is. */
export interface Scene extends Partial<Omit<ProcedureContext, "law" | "party" | "calendar">> {
  readonly entries?: readonly Entry[];
  /** No office of this register answers for the thing, or none stands above the one that does. */
  readonly without?: "office" | "superior";
}

export function contextOf({ entries = [], without, ...rest }: Scene, party: Party): ProcedureContext {
  const others = [penaltyType, objection, repair, reconsideration].filter(({ id }) => entries.every((entry) => entry.id !== id));
  return { law: lawWith(...others, ...entries), calendar, today: day("2026-12-01"), files: [file], thing: recordOf(), ...(without === "office" ? {} : { office: openOffice }), ...(without === undefined ? { superior: openSuperior } : {}), regions: [], dues: [], running: [], ...rest, party };
}

export const object: OpenCase = { type: "OpenCase", matter: thisCase, file, about: { kind: "record", record: recordId }, purpose: "objection", statement: "the fine was paid by another", record: newRecord, openedOn };
export const objectToListing: OpenCase = { ...object, about: { kind: "listing", listing: listingId } };
export const objectToJoin: OpenCase = { ...object, about: { kind: "join", files: [file, otherFile] }, statement: "that is not us" };

export function take(stepId: string, more: Partial<TakeStep> = {}): TakeStep {
  return { type: "TakeStep", matter: thisCase, step: stepId, statement: "so it is", record: newRecord, takenOn: addDays(openedOn, 2), ...more };
}

/** A command with whoever gives it. */
export type Move = readonly [command: ProcedureCommand, party: Party];

export function ask(scene: Scene, events: readonly EventDraft[], [command, party]: Move): Result<readonly EventDraft[], Refusal> {
  return decideProcedure(procedureCaseOf(command.matter, events), command, contextOf(scene, party));
}

/** The events these moves lead to; a refusal is a slip of the test. */
export function after(scene: Scene, ...moves: readonly Move[]): readonly EventDraft[] {
  return moves.reduce<readonly EventDraft[]>((events, move) => {
    const outcome = ask(scene, events, move);
    if (!outcome.ok) throw new Error(`${move[0].type}: ${outcome.error.code}: ${outcome.error.message}`);
    return [...events, ...outcome.value];
  }, []);
}

export function stateOf(events: readonly EventDraft[], of: MatterId = thisCase): ProcedureCase {
  return present(procedureCaseOf(of, events), "an open case");
}

/** In one line: the events' types, or code, citation and facts of the refusal that are one word or figure. A message that is not whole is said as such. */
export function said(outcome: Result<readonly EventDraft[], Refusal>): string {
  if (outcome.ok) return outcome.value.map((event) => event.type).join(", ");
  const { code, citation, message, facts } = outcome.error;
  return [code, citation, ...Object.entries(facts).flatMap(([name, value]) => (name === "kind" || typeof value === "object" ? [] : [`${name}=${String(value)}`])), ...(isWhole(message) ? [] : [`badly said: ${message}`])].join(" ");
}

/** A sentence with a place and a remedy: nothing empty or unknown in it, and nothing left out at its end. */
export function isWhole(message: string): boolean {
  return message.length > 25 && !/``|undefined|NaN|\[object|: ?$|: ,|, ,| {2}|\(\)|^ | $/.test(message);
}
