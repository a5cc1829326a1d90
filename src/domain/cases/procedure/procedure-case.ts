// ProcedureCase: a case under any procedure but a listing: objection, appeal, repair, removal, commitment, report, interview. Its data are
// the events of one matter; the decider, the progress through the steps and the deadlines read it. Nothing here knows the law.
import type { FileNumber, LawId, MatterId, PlainDate, RecordId } from "../../terms/index.ts";
import type { Bodies, CaseAbout, EventDraft, EventType, StepOutcome, StepParty } from "../../events/index.ts";
import { consentIn, type ConsentOnRecord } from "../consent.ts";

/** A step on record. */
export interface TakenStep {
  readonly step: string;
  readonly by: StepParty;
  readonly takenOn: PlainDate;
  readonly outcome?: StepOutcome;
  readonly statement: string;
  readonly acting: readonly string[];
}

export interface ProcedureCase {
  readonly kind: "procedure";
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly procedure: LawId;
  readonly about: CaseAbout;
  /** Decides in the first instance. */
  readonly office: FileNumber;
  readonly openedOn: PlainDate;
  readonly openedBy: StepParty;
  /** The way out that was applied for. */
  readonly exit?: string;
  readonly opening: Bodies["CaseOpened"];
  /** In the order they were taken; the first opened the case. */
  readonly taken: readonly TakenStep[];
  readonly withdrawal?: Bodies["CaseWithdrawn"];
  readonly recused: readonly string[];
  /** What the office above said to steps that ask for its consent, one answer a step. */
  readonly consents: readonly ConsentOnRecord[];
  /** A stay ordered in this case that still runs. */
  readonly stay?: Bodies["EffectsStayed"];
  /** The records the case has put on file, by type. */
  readonly records: ReadonlyMap<LawId, RecordId>;
  /** What its decision did: the events that followed from it, by type. */
  readonly followed: readonly EventType[];
}

/** The case of one matter, or undefined where its events open none. */
export function procedureCaseOf(matter: MatterId, events: readonly EventDraft[]): ProcedureCase | undefined {
  return events.reduce<ProcedureCase | undefined>((state, event) => (isOf(matter, event) ? evolveProcedure(state, event) : state), undefined);
}

function isOf(matter: MatterId, { body }: EventDraft): boolean {
  return ("matter" in body && body.matter === matter) || ("because" in body && body.because === matter);
}

/** The state after one event of the matter; an event that fits nowhere changes nothing. */
export function evolveProcedure(state: ProcedureCase | undefined, event: EventDraft): ProcedureCase | undefined {
  if (state === undefined) return event.type === "CaseOpened" ? opened(event.body) : undefined;
  switch (event.type) {
    case "StepTaken":
      return { ...state, taken: [...state.taken, takenOf(event.body.step, event.body.takenOn, event.body)] };
    case "CaseWithdrawn":
      return state.withdrawal === undefined ? { ...state, withdrawal: event.body } : state;
    case "OfficerRecused":
      return state.recused.includes(event.body.officer) ? state : { ...state, recused: [...state.recused, event.body.officer] };
    case "ConsentGiven":
    case "ConsentRefused": {
      const consent = consentIn(event);
      return consent === undefined || state.consents.some(({ step }) => step === consent.step) ? state : { ...state, consents: [...state.consents, consent] };
    }
    case "EffectsStayed":
      return { ...state, stay: event.body };
    case "StayEnded": {
      const { stay: _ended, ...rest } = state;
      return rest;
    }
    case "RecordReported":
      return { ...state, records: new Map([...state.records, [event.body.recordType, event.body.record]]), followed: [...state.followed, event.type] };
    case "RecordCorrected":
    case "RecordRepaired":
    case "ListingRemoved":
    case "FilesSeparated":
    case "FilesJoined":
      return { ...state, followed: [...state.followed, event.type] };
    default:
      return state;
  }
}

function opened(body: Bodies["CaseOpened"]): ProcedureCase {
  const { matter, file, procedure, about, office, openedOn, by, exit, step } = body;
  return {
    kind: "procedure", matter, file, procedure, about, office, openedOn, openedBy: by, opening: body, taken: [takenOf(step, openedOn, body)], recused: [], consents: [], records: new Map(), followed: [],
    ...(exit === undefined ? {} : { exit }),
  };
}

function takenOf(step: string, takenOn: PlainDate, body: Pick<Bodies["StepTaken"], "by" | "statement" | "formalities" | "outcome">): TakenStep {
  return { step, by: body.by, takenOn, statement: body.statement, acting: body.formalities?.acting ?? [], ...(body.outcome === undefined ? {} : { outcome: body.outcome }) };
}

/** Whether two things a case may be about are the same; joined files in whichever order. */
export function sameThing(a: CaseAbout, b: CaseAbout): boolean {
  switch (a.kind) {
    case "organisation":
      return b.kind === "organisation";
    case "listing":
      return b.kind === "listing" && a.listing === b.listing;
    case "record":
      return b.kind === "record" && a.record === b.record;
    case "matter":
      return b.kind === "matter" && a.matter === b.matter;
    case "join":
      return b.kind === "join" && a.files.every((file) => b.files.includes(file));
  }
}
