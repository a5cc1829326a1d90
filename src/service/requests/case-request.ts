// Case request: a step of any case as it is asked for over the API or on the command line, read into what the verbs take. What the law's
// own draft can fill in (basis, consequences) may be left out.
import { ok, parseFileNumber, parseListingId, parseMatterId, parseRecordId, type Finding, type MatterId, type Result } from "../../domain/terms/index.ts";
import type { CaseAbout, FieldValues } from "../../domain/events/index.ts";
import type { DecideListing, IssueNotice, ListingCommand, ProposeListing } from "../../domain/cases/index.ts";
import type { Asking } from "../asking.ts";
import { MEASURE_CHOICES, type MeasureAnswer } from "../office-measures.ts";
import type { FileHandedIn } from "../receive-attachments.ts";
import type { ProcedureAsk } from "../run-procedure.ts";
import { day, flag, lawId, listOf, made, mapOf, membersOf, object, oneOf, parsed, tagged, text, word, wrong, type Shape } from "./shape.ts";

/** A step of a listing case as it is asked for. */
export type ListingAsk =
  | (Omit<ProposeListing, "matter" | "criteria" | "records"> & { readonly matter?: MatterId })
  | (Omit<IssueNotice, "basis" | "consequences"> & Partial<Pick<IssueNotice, "basis" | "consequences">>)
  | (Omit<DecideListing, "listing" | "criteria" | "basis"> & Partial<Pick<DecideListing, "basis">>)
  | Exclude<ListingCommand, ProposeListing | IssueNotice | DecideListing>;

/** One step somebody asks for, with the files handed in beside it. */
export interface CaseAsk {
  readonly by: Asking;
  readonly command: ListingAsk | ProcedureAsk;
  readonly attachments: readonly FileHandedIn[];
}

const OFFICERS_MAX = 20;
/** Above what is taken, so that the verb says what is too much. */
const FILES_MAX = 20;
const FILE_NAME_MAX = 1000;
const MANY = 100;
/** Base64 of a little more than a file may have. */
const BASE64_MAX = 14_100_000;

const fileNumber = parsed(parseFileNumber, "a file number, such as `P00000018`");
const matter = parsed(parseMatterId, "the id of a case");
const listing = parsed(parseListingId, "the id of a listing");
const record = parsed(parseRecordId, "the id of a record");
const legalReview = object({ on: day }, {});
const statements = mapOf(text(), MANY);
const basis = listOf(object({ instrument: lawId }, { article: word }), MANY);
const beside = { legalReview, statements };

const asking: Shape<Asking> = (value, at) => {
  const shape: Shape<Asking> = membersOf(value)?.has("organisation") === true
    ? made(object({ organisation: fileNumber }, {}), ({ organisation }): Asking => ({ kind: "organisation", file: organisation }))
    : made(object({ office: fileNumber }, { officers: listOf(word, OFFICERS_MAX) }), ({ office, officers = [] }): Asking => ({ kind: "office", office, officers }));
  return shape(value, at);
};

const about = tagged<CaseAbout>("kind", {
  organisation: object({ kind: oneOf("organisation") }, {}), listing: object({ kind: oneOf("listing"), listing }, {}), record: object({ kind: oneOf("record"), record }, {}),
  join: object({ kind: oneOf("join"), files: pair(fileNumber) }, {}), matter: object({ kind: oneOf("matter"), matter }, {}),
});

const fieldValue: Shape<FieldValues[string]> = (value, at) => {
  if (typeof value === "string") return text()(value, at);
  if (typeof value === "boolean") return ok(value);
  if (typeof value === "number") return Number.isSafeInteger(value) ? ok(value) : wrong(at, "a whole number, or text");
  if (Array.isArray(value)) return listOf(word, MANY)(value, at);
  return object({ minor: wholeNumber, currency: word }, {})(value, at);
};
const fields: Shape<FieldValues> = mapOf(fieldValue, MANY);

const attachments: Shape<readonly FileHandedIn[]> = listOf(made(object({ name: text(FILE_NAME_MAX), content: base64 }, {}), ({ name, content }): FileHandedIn => ({ name, bytes: content })), FILES_MAX);
const withStep = { documents: listOf(text(), MANY), fields, ...beside };
const openFields = { procedure: lawId, exit: word, openedOn: day, ...withStep };
const purpose = oneOf("objection", "appeal", "repair", "removal", "commitment", "annual-report", "interview");
const opening = object({ about, purpose, statement: text() }, { organisation: fileNumber, attachments, ...openFields });

const proposal = made(object({ file: fileNumber, list: lawId, facts: text() }, { actedOn: day, proposedOn: day, ...beside }), (asked): ListingAsk => ({ type: "ProposeListing", ...asked }));

/** Every step that can be taken in a case under way, by its `type`. */
const STEPS = {
  IssueNotice: object({ type: oneOf("IssueNotice"), facts: text() }, { basis, consequences: listOf(lawId, 1000), answer: object({ count: wholeNumber, unit: oneOf("workingDays", "days", "months", "years") }, {}), issuedOn: day, ...beside }),
  RecordService: object({ type: oneOf("RecordService"), means: text(), failed: flag }, { servedOn: day, ...beside }),
  ReceiveDefence: object({ type: oneOf("ReceiveDefence"), statement: text() }, { receivedOn: day, hearing: flag }),
  HoldHearing: object({ type: oneOf("HoldHearing"), chair: word, attended: flag, minutes: text() }, { heldOn: day }),
  RecuseOfficer: object({ type: oneOf("RecuseOfficer"), officer: word, reason: text() }, { recusedOn: day }),
  GiveConsent: object({ type: oneOf("GiveConsent"), step: word, given: flag }, { reason: text(), givenOn: day }),
  DecideListing: object({ type: oneOf("DecideListing"), outcome: oneOf("listed", "conditional", "reprimanded", "noAction"), reasons: text() }, { basis, conditions: listOf(text(), MANY), regions: listOf(word, MANY), decidedOn: day, effectiveFrom: day, publishedFrom: day, ...beside }),
  WithdrawProposal: object({ type: oneOf("WithdrawProposal"), reason: text() }, { withdrawnOn: day }),
  RemoveListing: object({ type: oneOf("RemoveListing"), act: oneOf("repair", "performance", "objection", "annulment", "release", "review"), reasons: text() }, { exit: word, retroactive: flag, removedOn: day, appliedOn: day, because: matter, ...beside }),
  TakeStep: object({ type: oneOf("TakeStep"), step: word, statement: text() }, { outcome: oneOf("accepted", "notAccepted", "granted", "refused", "attended", "notAttended", "kept", "broken"), corrected: fields, fromNowOn: flag, takenOn: day, ...withStep }),
  WithdrawCase: object({ type: oneOf("WithdrawCase"), reason: text() }, { withdrawnOn: day }),
  OrderStay: object({ type: oneOf("OrderStay"), reason: text() }, { from: day }),
  EndStay: object({ type: oneOf("EndStay"), reason: text() }, { endedOn: day }),
  Recuse: object({ type: oneOf("Recuse"), officer: word, reason: text() }, { recusedOn: day }),
} as const;

type Untaken = { readonly [K in keyof typeof STEPS]: (typeof STEPS)[K] extends Shape<infer T> ? T : never }[keyof typeof STEPS];

const step: Shape<Untaken> = tagged<Untaken>("type", STEPS);

/** The steps by which `commands` of the API and of the command line are named. */
export const STEP_TYPES: readonly string[] = Object.keys(STEPS);

/** The body of `POST /v1/cases`: who asks, and a proposal or a case to open. */
export function readOpening(body: unknown): Result<CaseAsk, readonly Finding[]> {
  const opens = membersOf(body)?.has("open") === true;
  if (!opens) return made(object({ by: asking, propose: proposal }, {}), ({ by, propose }): CaseAsk => ({ by, command: propose, attachments: [] }))(body, "");
  const opened = object({ by: asking, open: opening }, {})(body, "");
  if (!opened.ok) return opened;
  const { by, open: { organisation, attachments: sent = [], ...asked } } = opened.value;
  const file = by.kind === "organisation" ? parseFileNumber(by.file) : organisation === undefined ? undefined : ok(organisation);
  if (file === undefined || !file.ok) return wrong("open.organisation", "the file number of the organisation the case is about");
  return ok({ by, command: { type: "OpenCase", file: file.value, ...asked }, attachments: sent });
}

/** The body of `POST /v1/cases/{matter}/steps`: who asks, the step, and what is handed in with it. */
export function readStep(body: unknown, matter: MatterId): Result<CaseAsk, readonly Finding[]> {
  return made(object({ by: asking, step }, { attachments }), ({ by, step: untaken, attachments: sent = [] }): CaseAsk => ({ by, command: { ...untaken, matter }, attachments: sent }))(body, "");
}

/** The body of `POST /v1/cases/decisions`: one office and its officers, and a step for each case. */
export function readDecisions(body: unknown, max: number): Result<readonly CaseAsk[], readonly Finding[]> {
  const decision: Shape<{ readonly matter: MatterId; readonly step: Untaken }> = object({ matter, step }, {});
  return made(object({ by: asking, decisions: listOf(decision, max) }, {}), ({ by, decisions }) => decisions.map(({ matter: own, step: untaken }): CaseAsk => ({ by, command: { ...untaken, matter: own }, attachments: [] })))(body, "");
}

/** The body of `POST /v1/offices/{office}/acknowledgements`. */
export function readAcknowledgements(body: unknown, max: number): Result<{ readonly officers?: readonly string[]; readonly releases: readonly string[]; readonly consumer?: string }, readonly Finding[]> {
  return object({ releases: listOf(word, max) }, { officers: listOf(word, OFFICERS_MAX), consumer: lawId })(body, "");
}

/** The body of `POST /v1/offices/{office}/measures`. */
export function readMeasureAnswers(body: unknown, max: number): Result<{ readonly officers?: readonly string[]; readonly answers: readonly MeasureAnswer[] }, readonly Finding[]> {
  const answer: Shape<MeasureAnswer> = object({ organisation: word, measure: lawId, choice: oneOf(...MEASURE_CHOICES) }, { listing, record, effect: word, statement: text(), on: day });
  return object({ answers: listOf(answer, max) }, { officers: listOf(word, OFFICERS_MAX) })(body, "");
}

function pair<T>(shape: Shape<T>): Shape<readonly [T, T]> {
  return (value, at) => {
    const read = listOf(shape, 2)(value, at);
    if (!read.ok) return read;
    const [first, second] = read.value;
    return first === undefined || second === undefined ? wrong(at, "the two files") : ok([first, second] as const);
  };
}

function wholeNumber(value: unknown, at: string): ReturnType<Shape<number>> {
  return typeof value === "number" && Number.isSafeInteger(value) ? ok(value) : wrong(at, "a whole number");
}

function base64(value: unknown, at: string): ReturnType<Shape<Uint8Array>> {
  const given = text(BASE64_MAX)(value, at);
  if (!given.ok) return given;
  const plain = given.value.replaceAll(/[\r\n]/g, "");
  if (plain === "" || plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) return wrong(at, "the bytes of the file in base64");
  return ok(Uint8Array.fromBase64(plain));
}
