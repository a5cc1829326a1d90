// The office's measures: what is left to it and what binds through it, and its answers to those that were ticked.
import { answerMeasures, measuresOfOffice, measuresOnFiles, memorandaOfOffice, MEASURE_CHOICES, parseFileNumber, type MeasureAnswer, type OfficeMeasure } from "../../service/index.ts";
import { deskAnswerPage, deskMeasuresPage, type DeskWrong } from "../portal/index.ts";
import { dayOf, oneOf, typedIn } from "../models/desk-commands.ts";
import { measureValue, memorandaRows, officeMeasureRow } from "../models/office-measures-model.ts";
import { textOf, textsOf } from "../form.ts";
import type { DeskReply, OfficeAsked } from "./desk-asked.ts";
import { deskProblem, wrongOf } from "./desk-case.ts";

/** As many are answered in one form. */
const TICKED_MAX = 200;

export async function deskMeasures({ registry, frame, request, who }: OfficeAsked): Promise<DeskReply> {
  const cursor = request.query["cursor"];
  const [measures, memoranda] = await Promise.all([measuresOfOffice(registry, who.office.file, cursor === undefined ? {} : { cursor }), memorandaOfOffice(registry, who.office.file)]);
  if (!measures.ok) return deskProblem({ frame }, measures.error);
  if (!memoranda.ok) return deskProblem({ frame }, memoranda.error);
  const answered = Number.parseInt(request.query["answered"] ?? "", 10);
  const { toDecide, binding, next } = measures.value;
  return {
    status: 200,
    html: deskMeasuresPage(frame, {
      toDecide: toDecide.map(officeMeasureRow), binding: binding.map(officeMeasureRow), isFirst: cursor === undefined, ...memorandaRows(memoranda.value),
      ...(next === undefined ? {} : { next }), ...(Number.isSafeInteger(answered) && answered > 0 ? { answered } : {}),
    }),
  };
}

/** The form for the measures that were ticked. */
export async function deskAnswer(asked: OfficeAsked): Promise<DeskReply> {
  const rows = await chosen(asked);
  return { status: 200, html: deskAnswerPage({ ...asked.frame, query: {} }, { rows: rows.map((row) => ({ row: officeMeasureRow(row) })), typed: {}, answered: 0 }) };
}

/** Answers all of them in one append; those that are refused come back with why and with what was typed. */
export async function deskAnswerSent(asked: OfficeAsked): Promise<DeskReply> {
  const { registry, request, who, form, frame } = asked;
  const rows = await chosen(asked);
  const read = rows.map((row) => answerOf(asked, row));
  const again = (status: number, wrong: ReadonlyMap<string, DeskWrong>, answered: number, kept: readonly OfficeMeasure[]): DeskReply => ({
    status, html: deskAnswerPage({ ...frame, query: {} }, { typed: typedIn(form), answered, rows: kept.map((row) => ({ row: officeMeasureRow(row), ...withWrong(wrong.get(measureValue(row))) })) }),
  });
  const unread = new Map(read.flatMap((each, index) => ("wrong" in each ? [[measureValue(rowAt(rows, index)), each.wrong] as const] : [])));
  if (rows.length === 0) return again(422, new Map(), 0, []);
  if (unread.size > 0) return again(422, unread, 0, rows);
  const answers = read.flatMap((each) => ("answer" in each ? [each.answer] : []));
  const results = await answerMeasures(registry, { by: who.office.file, officers: [who.officer], answers });
  if (!results.ok) return deskProblem({ frame }, results.error);
  const wrong = new Map(results.value.flatMap((result, index) => (result.ok ? [] : [[measureValue(rowAt(rows, index)), wrongOf(result.error)] as const])));
  const answered = rows.length - wrong.size;
  if (wrong.size === 0) return { location: `/${request.language}/desk/office/measures?answered=${answered}` };
  return again(409, wrong, answered, rows.filter((row) => wrong.has(measureValue(row))));
}

function withWrong(wrong: DeskWrong | undefined): { readonly wrong?: DeskWrong } {
  return wrong === undefined ? {} : { wrong };
}

function rowAt(rows: readonly OfficeMeasure[], index: number): OfficeMeasure {
  const row = rows[index];
  if (row === undefined) throw new Error("assertion failed: every answer has its row");
  return row;
}

/** What was filled in for one of them. */
function answerOf({ form }: OfficeAsked, row: OfficeMeasure): { readonly answer: MeasureAnswer } | { readonly wrong: DeskWrong } {
  const own = (field: string): string => `${field}:${measureValue(row)}`;
  const choice = oneOf(MEASURE_CHOICES, textOf(form, own("choice")));
  const on = dayOf(form, own("on"));
  if (choice === undefined) return { wrong: { code: "input-invalid", message: "no answer was chosen", remedy: "Choose one of the answers of the form; nothing was written.", facts: { kind: "noOutcome" } } };
  if (!on.ok) return { wrong: on.error };
  const effect = choice === "apply" ? textOf(form, own("effect")) : "";
  const { trigger } = row;
  return {
    answer: {
      organisation: row.organisation.file, measure: row.measure, choice, statement: textOf(form, own("statement")), ...(effect === "" ? {} : { effect }), ...(on.value === undefined ? {} : { on: on.value }),
      ...(trigger.kind === "list" || trigger.kind === "entailed" ? { listing: trigger.listing } : trigger.kind === "record" ? { record: trigger.record } : {}),
    },
  };
}

/** The measures of the office that were ticked and are still there. */
async function chosen({ registry, who, form }: OfficeAsked): Promise<readonly OfficeMeasure[]> {
  const ticked = textsOf(form, "measure").slice(0, TICKED_MAX);
  const files = ticked.flatMap((value) => { const file = parseFileNumber(value.split(" ")[0] ?? ""); return file.ok ? [file.value] : []; });
  const found = await measuresOnFiles(registry, who.office.file, [...new Set(files)]);
  return found.ok ? found.value.filter((each) => ticked.includes(measureValue(each))) : [];
}
