// Measures of an office: what the law leaves to it to decide and what binds through it, organisation by organisation; and its answers to them:
// applied, declined, carried out, not carried out. What may be answered is what the derivation of a check gives on that day.
import { err, ok, parseLawId, type FileNumber, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Bodies, EventDraft } from "../domain/events/index.ts";
import type { Effect, Force } from "../domain/rules/index.ts";
import { isKnown, keyOf } from "../domain/register/index.ts";
import { decideMeasure, mayDecide, reportExecution, type DecideMeasure, type ReportExecution } from "../domain/cases/index.ts";
import { boundUnder, KEEPER, type BoundUnder, type EffectInForce, type OfActs, type PossibleEffect, type TriggerRef } from "../domain/restrictions/index.ts";
import { decideAndAppend } from "./append.ts";
import { readClocks } from "./clocks.ts";
import { keysOfRequest, storedFor, type Once } from "./once.ts";
import { organisationAsked } from "./organisation-asked.ts";
import { problem, refused, type Problem } from "./problem.ts";
import { todayFor, type Registry } from "./registry.ts";
import { pageOfBound } from "./whom-it-binds.ts";
import { officeNamed } from "./worklist.ts";

export const MEASURE_CHOICES = ["apply", "decline", "carriedOut", "notCarriedOut"] as const;
export type MeasureChoice = (typeof MEASURE_CHOICES)[number];

/** One measure on one organisation, as the office that may decide it sees it. */
export interface OfficeMeasure {
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  readonly measure: LawId;
  readonly memorandum: LawId | null;
  readonly clause: string | null;
  readonly trigger: TriggerRef;
  readonly force: Force;
  /** Of what is still to decide those the law leaves the choice of; else the one that holds. */
  readonly effects: readonly Effect[];
  readonly acts: readonly string[];
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** The earliest way out that the law opens. */
  readonly earliestOut: PlainDate | null;
  /** What the office may answer; nothing where only the law speaks. */
  readonly may: readonly MeasureChoice[];
  /** What was last reported of it. */
  readonly reported: { readonly outcome: "carriedOut" | "notCarriedOut"; readonly on: PlainDate; readonly statement: string } | null;
}

export interface OfficeMeasures {
  readonly office: FileNumber;
  readonly on: PlainDate;
  readonly toDecide: readonly OfficeMeasure[];
  readonly binding: readonly OfficeMeasure[];
  /** The cursor of the next page, by organisations; absent: this is the last. */
  readonly next?: string;
}

const OFFICE_MEASURES_PER_PAGE = 50;

/** Those on organisations in the region of the office, a page of organisations at a time. */
export async function measuresOfOffice(registry: Registry, office: string, { cursor, limit = OFFICE_MEASURES_PER_PAGE }: { readonly cursor?: string; readonly limit?: number } = {}): Promise<Result<OfficeMeasures, Problem>> {
  const found = await officeNamed(registry, office);
  if (!found.ok) return found;
  const { file, authority, region } = found.value;
  const page = await pageOfBound(registry, KEEPER, { of: authority, possible: true, limit, ...(region === undefined ? {} : { region }), ...(cursor === undefined ? {} : { cursor }) });
  if (!page.ok) return page;
  const { organisations, asOf, next } = page.value;
  const reported = await reportedOf(registry, organisations.flatMap(({ organisation }) => organisation.file ?? []));
  const rows = organisations.flatMap(({ organisation: { file: own, name }, ...bound }) => (own === null ? [] : measuresIn(bound, { file: own, name: name ?? own }, reported)));
  return ok({ office: file, on: asOf.on, toDecide: rows.filter(({ may }) => may.includes("apply")), binding: rows.filter(({ may }) => !may.includes("apply")), ...(next === undefined ? {} : { next }) });
}

/** The same for these organisations alone, wherever they are. */
export async function measuresOnFiles(registry: Registry, office: string, files: readonly FileNumber[]): Promise<Result<readonly OfficeMeasure[], Problem>> {
  const found = await officeNamed(registry, office);
  if (!found.ok) return found;
  const clocks = await readClocks(registry, {}, found.value.authority);
  if (!clocks.ok) return clocks;
  const statute = registry.rulebook.on(clocks.value.law);
  const measures = statute.all("measure").filter((measure) => mayDecide(registry.rulebook, measure, found.value.authority));
  const reported = await reportedOf(registry, files);
  const rows: OfficeMeasure[] = [];
  for (const file of files) {
    const asked = await organisationAsked(registry, KEEPER, file, clocks.value);
    if (!asked.ok) return asked;
    rows.push(...measuresIn(boundUnder(asked.value.asking, { measures, possible: true }), { file, name: asked.value.answered.name ?? file }, reported));
  }
  return ok(rows);
}

type Reported = ReadonlyMap<string, Bodies["ExecutionReported"]>;

/** What was last reported of each measure on these files. */
async function reportedOf(registry: Registry, files: readonly FileNumber[]): Promise<Reported> {
  const events = files.length === 0 ? [] : await registry.ledger.read({ keys: files.map(keyOf.file), types: ["ExecutionReported"] });
  return new Map(events.filter(isKnown).flatMap((event) => (event.type === "ExecutionReported" ? [[answerKey(event.body.file, event.body), event.body] as const] : [])));
}

function answerKey(file: FileNumber, { measure, listing, record }: Pick<Bodies["ExecutionReported"], "measure" | "listing" | "record">): string {
  return `${file} ${measure} ${listing ?? record ?? ""}`;
}

function measuresIn({ effects, favours, possible }: Pick<BoundUnder, "effects" | "favours" | "possible">, organisation: OfficeMeasure["organisation"], reported: Reported): readonly OfficeMeasure[] {
  const row = (each: OfActs<EffectInForce> | OfActs<PossibleEffect>, may: readonly MeasureChoice[]): readonly OfficeMeasure[] => {
    if ("withheld" in each.because) return [];
    const { trigger, memorandum = null, clause = null } = each.because;
    const last = reported.get(answerKey(organisation.file, { measure: each.measure, ...idsOf(trigger) }));
    return [{
      organisation, measure: each.measure, memorandum, clause, trigger, force: each.force, effects: "effects" in each ? each.effects : [each.effect], acts: each.acts, from: each.from, until: each.until ?? null,
      earliestOut: each.exits.flatMap(({ earliest }) => earliest ?? []).toSorted()[0] ?? null, may, reported: last === undefined ? null : { outcome: last.outcome, on: last.doneOn, statement: last.statement },
    }];
  };
  return [...possible.flatMap((each) => row(each, ["apply"])), ...[...effects, ...favours].flatMap((each) => row(each, [...(each.force === "mandatory-unless-declined" ? (["decline"] as const) : []), "carriedOut", "notCarriedOut"]))];
}

function idsOf(trigger: TriggerRef): Pick<DecideMeasure, "listing" | "record"> {
  switch (trigger.kind) {
    case "list":
    case "entailed":
      return { listing: trigger.listing };
    case "record":
      return { record: trigger.record };
    case "status":
      return {};
  }
}

/** An office's answer to one measure on one organisation. */
export interface MeasureAnswer {
  /** Code, file number or name. */
  readonly organisation: string;
  readonly measure: string;
  /** The listing or record behind; may be left out where only one sets the measure off. */
  readonly listing?: string;
  readonly record?: string;
  readonly choice: MeasureChoice;
  /** Which effect, where the law leaves the choice of several. */
  readonly effect?: string;
  /** Reasons of a decision; what was done; why it was not. Only what was carried out needs none. */
  readonly statement?: string;
  /** Not given: today. */
  readonly on?: PlainDate;
}

export interface MeasureAnswered {
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  readonly measure: LawId;
  readonly choice: MeasureChoice;
  readonly on: PlainDate;
  /** Nothing was written: it was reported so before. */
  readonly repeated: boolean;
}

interface MeasureAnswers {
  readonly by: string;
  readonly officers: readonly string[];
  readonly answers: readonly MeasureAnswer[];
  readonly once?: Once;
}

/** Each is judged by itself; those that are let through are stored in one append. Sent again under one key, nothing more is stored. */
export async function answerMeasures(registry: Registry, { by, officers, answers, once }: MeasureAnswers): Promise<Result<readonly Result<MeasureAnswered, Problem>[], Problem>> {
  const office = await officeNamed(registry, by);
  if (!office.ok) return office;
  const { file, authority } = office.value;
  return decideAndAppend<readonly Result<MeasureAnswered, Problem>[], Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const stored = once === undefined ? ok([]) : await storedFor(registry, once);
    if (!stored.ok) return stored;
    const before = stored.value.filter(isKnown).flatMap((event) => (isAnswer(event) ? [event] : []));
    const drafts: AnswerDraft[] = [];
    const value: Result<MeasureAnswered, Problem>[] = [];
    for (const answer of answers) {
      const judged = await judge(registry, authority, answer, before);
      // Said twice in one request it is said once.
      const repeated = judged.ok && (judged.value.repeated || drafts.some((draft) => JSON.stringify(draft) === JSON.stringify(judged.value.draft)));
      if (judged.ok && !repeated) drafts.push(judged.value.draft);
      value.push(judged.ok ? ok(answeredBy({ ...judged.value, repeated })) : judged);
    }
    return ok({ batch: null, drafts: before.length > 0 ? [] : drafts, office: file, officer: officers[0] ?? null, keys: once === undefined ? [] : keysOfRequest(registry, once), expect: { keys: [...new Set(drafts.map(({ body }) => keyOf.file(body.file)))], after }, value });
  });
}

type AnswerDraft = Extract<EventDraft, { readonly type: "MeasureDecided" | "ExecutionReported" }>;

function isAnswer(draft: EventDraft): draft is AnswerDraft {
  return draft.type === "MeasureDecided" || draft.type === "ExecutionReported";
}

interface Judged {
  readonly organisation: MeasureAnswered["organisation"];
  readonly draft: AnswerDraft;
  readonly repeated: boolean;
}

function answeredBy({ organisation, draft, repeated }: Judged): MeasureAnswered {
  const { type, body } = draft;
  return { organisation, measure: body.measure, repeated, ...(type === "MeasureDecided" ? { choice: body.choice, on: body.decidedOn } : { choice: body.outcome, on: body.doneOn }) };
}

/** The answer as an event, where the law leaves it to the office and the measure is there to answer. @param before what was stored for the same request */
async function judge(registry: Registry, authority: LawId, answer: MeasureAnswer, before: readonly AnswerDraft[]): Promise<Result<Judged, Problem>> {
  const measure = parseLawId(answer.measure);
  if (!measure.ok) return err(problem("law-entry-unknown", measure.error, "Give the id of a measure, as the office's measures name it."));
  const clocks = await readClocks(registry, {}, measure.value);
  if (!clocks.ok) return clocks;
  const statute = registry.rulebook.on(clocks.value.law);
  const asked = await organisationAsked(registry, KEEPER, answer.organisation, clocks.value);
  if (!asked.ok) return asked;
  const { answered, asking } = asked.value;
  if (answered.file === null) return err(problem("organisation-not-found", `\`${answer.organisation}\` is a valid code, but no organisation on this register has it`, "Name an organisation of this register."));
  const organisation = { file: answered.file, name: answered.name ?? answered.file };
  const same = before.find(({ body }) => body.file === organisation.file && body.measure === measure.value && ("choice" in body ? body.choice : body.outcome) === answer.choice);
  if (same !== undefined) return ok({ organisation, draft: same, repeated: true });

  const entry = statute.get("measure", measure.value);
  const rows = entry === undefined ? [] : measuresIn(boundUnder(asking, { measures: [entry], possible: true }), organisation, await reportedOf(registry, [organisation.file]));
  const meant = rows.filter(({ trigger, may }) => may.includes(answer.choice) && [answer.listing, answer.record].every((id) => id === undefined || id === idsOf(trigger).listing || id === idsOf(trigger).record));
  const draft = drafted(registry, authority, { measure: measure.value, file: organisation.file, answer, trigger: meant[0]?.trigger });
  if (!draft.ok) return draft;
  const [row, another] = meant;
  if (row === undefined) return err(problem("measure-not-open", `\`${measure.value}\` is not there to be answered so for ${organisation.name} on ${clocks.value.on}`, "The office's measures say what may be decided and what binds; `bound` says why.", { facts: { kind: "measure", measure: measure.value, organisation: organisation.name, on: clocks.value.on } }));
  if (another !== undefined) return err(problem("input-invalid", `several listings or records set \`${measure.value}\` off for ${organisation.name}`, "Say which one is meant, by `listing` or `record`.", { facts: { kind: "triggers", measure: measure.value, organisation: organisation.name } }));
  const { body } = draft.value;
  const { reported } = row;
  return ok({ organisation, draft: draft.value, repeated: "outcome" in body && reported !== null && reported.outcome === body.outcome && reported.on === body.doneOn && reported.statement === body.statement });
}

function drafted(registry: Registry, authority: LawId, { measure, file, answer: { choice, statement = "", effect, on }, trigger }: { readonly measure: LawId; readonly file: FileNumber; readonly answer: MeasureAnswer; readonly trigger: TriggerRef | undefined }): Result<AnswerDraft, Problem> {
  const today = todayFor(registry, measure);
  const context = { law: registry.rulebook, actor: { authority }, today };
  const of = { measure, file, ...(trigger === undefined ? {} : idsOf(trigger)) };
  const list = trigger?.kind === "list" || trigger?.kind === "entailed" ? { list: trigger.list } : {};
  const decided = choice === "apply" || choice === "decline"
    ? decideMeasure({ ...of, choice, reasons: statement, ...(effect === undefined ? {} : { effect: effect as Effect }), ...(on === undefined ? {} : { decidedOn: on }) }, context)
    : reportExecution({ ...of, ...list, outcome: choice, statement, ...(on === undefined ? {} : { doneOn: on }) } satisfies ReportExecution, context);
  if (!decided.ok) return err(refused(decided.error, registry.rulebook, today));
  if (!isAnswer(decided.value)) throw new Error("assertion failed: a measure is answered by a decision or a report");
  return ok(decided.value);
}
