// Handing in at the office's desk: the form and its sheets, a submission from its beginning to what came of it, the annotated copy, a batch on
// file that is settled row by row or taken back. An office sees its own alone.
import { annotateFile, batchesOnFile, batchOf, heldRows, problem, settleHeldRow, sheetsToHandIn, whyNotHandIn, withdrawBatch, writeSheet } from "../../service/index.ts";
import { deskBatchPage, deskHandInPage, deskSubmissionPage, messagesIn, type BatchModel, type DeskWrong } from "../portal/index.ts";
import { OVER } from "../api/submission-routes.ts";
import { statusOf } from "../api/problem.ts";
import { FILE_BYTES_MAX, textOf } from "../form.ts";
import { batchModel, batchRow, findingsOf, sheetView, submissionModel, submissionRow, worded } from "../models/hand-in-model.ts";
import { KEPT_MINUTES, submissionsOf, type Submission } from "../submissions.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import type { DeskReply, OfficeAsked } from "./desk-asked.ts";
import { deskProblem, wrongOf } from "./desk-case.ts";

const BATCHES_SHOWN = 20;
const MEBIBYTE = 1024 * 1024;

export async function deskHandIn(asked: OfficeAsked): Promise<DeskReply> {
  return handInPage(asked, 200);
}

/** Begins to hand the file in and leads to its page; what cannot be begun comes back with what was typed. */
export async function deskHandInSent(asked: OfficeAsked): Promise<DeskReply> {
  const { registry, request, form, who } = asked;
  const { said } = messagesIn(request.language).handin;
  if (form.over.length > 0) return handInPage(asked, 422, own(said.over, said.overRemedy));
  const [file] = form.files;
  if (file === undefined) return handInPage(asked, 422, own(said.noFile, said.noFileRemedy));
  const template = textOf(form, "template");
  const may = await whyNotHandIn(registry, who.office.file, template);
  if (may !== undefined) return handInPage(asked, statusOf(may), wrongOf(may));
  const asOf = textOf(form, "asOf");
  const begun = submissionsOf(registry).begin(registry, { office: who.office.file, officer: who.officer, template, name: file.name, bytes: file.bytes, strict: textOf(form, "strict") !== "", ...(asOf === "" ? {} : { asOf }) });
  if (!begun.ok) return handInPage(asked, statusOf(begun.error), wrongOf(begun.error));
  return { location: `/${request.language}/desk/office/hand-in/${begun.value.id}` };
}

async function handInPage({ registry, frame, form, who, request }: OfficeAsked, status: number, wrong?: DeskWrong): Promise<DeskReply> {
  const { file } = who.office;
  const batches = await batchesOnFile(registry, file);
  return {
    status,
    html: deskHandInPage({ ...frame, query: {} }, {
      sheets: (await sheetsToHandIn(registry, file)).map(sheetView), typed: { template: textOf(form, "template"), asOf: textOf(form, "asOf"), strict: textOf(form, "strict") !== "" }, recent: submissionsOf(registry).of(registry, file).map(submissionRow),
      batches: batches.slice(0, BATCHES_SHOWN).map(batchRow), older: Math.max(0, batches.length - BATCHES_SHOWN), megabytesMax: FILE_BYTES_MAX / MEBIBYTE, keptMinutes: KEPT_MINUTES, cancelled: request.query["cancelled"] !== undefined, ...(wrong === undefined ? {} : { wrong }),
    }),
  };
}

/** An empty sheet with its drop-downs and explanations, in the language of the page. */
export async function deskSheet({ registry, request, frame, who, parameter }: OfficeAsked): Promise<DeskReply> {
  const [, template = "", format = ""] = /^(.+)\.(xlsx|csv)$/.exec(parameter) ?? [];
  const may = await whyNotHandIn(registry, who.office.file, template);
  if (may !== undefined) return deskProblem({ frame }, may);
  const sheet = writeSheet(registry, { template, format: format === "csv" ? "csv" : "xlsx", rows: [], language: request.language });
  if (!sheet.ok) return deskProblem({ frame }, sheet.error);
  return { download: { name: `${template.replaceAll(":", "-")}.${format}`, mediaType: format === "csv" ? MEDIA_TYPES.csv : MEDIA_TYPES.xlsx, bytes: sheet.value } };
}

const UNKNOWN = problem("submission-unknown", "there is no such submission, or its time is over", "“Hand in a file” lists what is kept, and the batches on file.");

function found({ registry, who, parameter }: OfficeAsked): Submission | undefined {
  return submissionsOf(registry).find(registry, parameter, who.office.file);
}

export async function deskSubmission(asked: OfficeAsked): Promise<DeskReply> {
  const submission = found(asked);
  return submission === undefined ? deskProblem(asked, UNKNOWN) : submissionPage(asked, submission, 200);
}

/** Cancels it, without a trace; one that is over is said to be. */
export async function deskSubmissionCancel(asked: OfficeAsked): Promise<DeskReply> {
  const { registry, request, parameter } = asked;
  if (found(asked) === undefined) return deskProblem(asked, UNKNOWN);
  const { over } = await submissionsOf(registry).cancel(parameter);
  const left = over ? found(asked) : undefined;
  return left === undefined ? { location: `/${request.language}/desk/office/hand-in?cancelled=yes` } : submissionPage(asked, left, statusOf(OVER), true);
}

async function submissionPage({ registry, frame, request }: OfficeAsked, submission: Submission, status: number, tooLate = false): Promise<DeskReply> {
  const { state } = submission;
  const held = state.kind === "done" ? (await heldRows(registry)).filter(({ batch }) => batch === state.report.batch) : [];
  return { status, html: deskSubmissionPage(frame, submissionModel(submission, held, tooLate, request.language)) };
}

/** The file itself, with every finding beside its row in the language of the page. */
export async function deskCopy(asked: OfficeAsked): Promise<DeskReply> {
  const { registry, request } = asked;
  const submission = found(asked);
  if (submission === undefined) return deskProblem(asked, UNKNOWN);
  const { name, bytes, template } = submission;
  const copy = annotateFile(registry, { name, bytes, template, findings: findingsOf(submission).map((finding) => worded(finding, request.language)), language: request.language });
  return copy.ok ? { download: { name, mediaType: name.toLowerCase().endsWith(".xlsx") ? MEDIA_TYPES.xlsx : "application/octet-stream", bytes: copy.value } } : deskProblem(asked, copy.error);
}

export async function deskBatch(asked: OfficeAsked): Promise<DeskReply> {
  const { done } = asked.request.query;
  return batchPage(asked, 200, done === "settled" || done === "withdrawn" ? { done } : {});
}

/** Settles a row that waits, or takes the batch back; what is refused comes back with what was typed. */
export async function deskBatchSent(asked: OfficeAsked): Promise<DeskReply> {
  const { registry, request, form, who, parameter } = asked;
  const { said } = messagesIn(request.language).handin;
  const batch = await batchOf(registry, who.office.file, parameter);
  if (!batch.ok) return deskProblem(asked, batch.error);
  const reason = textOf(form, "reason");
  if (reason === "") return batchPage(asked, 422, { wrong: own(said.noReason, said.noReasonRemedy) });
  const by = { office: who.office.file, officer: who.officer };
  const settles = textOf(form, "action") === "settle";
  const file = textOf(form, "file");
  if (settles && file === "") return batchPage(asked, 422, { wrong: own(said.noChoice, said.noChoiceRemedy) });
  const acted = settles ? await settleHeldRow(registry, parameter, Number.parseInt(textOf(form, "row"), 10), file === "new" ? null : file, reason, by) : await withdrawBatch(registry, parameter, reason, by);
  if (!acted.ok) return batchPage(asked, statusOf(acted.error), { wrong: wrongOf(acted.error) });
  return { location: `/${request.language}/desk/office/batches/${parameter}?done=${settles ? "settled" : "withdrawn"}` };
}

async function batchPage({ registry, frame, form, who, parameter }: OfficeAsked, status: number, said: Pick<BatchModel, "done" | "wrong">): Promise<DeskReply> {
  const batch = await batchOf(registry, who.office.file, parameter);
  if (!batch.ok) return deskProblem({ frame }, batch.error);
  return { status, html: deskBatchPage({ ...frame, query: {} }, { ...batchModel(batch.value, { reason: textOf(form, "reason"), row: textOf(form, "row"), file: textOf(form, "file") }), ...said }) };
}

/** What the page itself has words for. */
function own(message: string, remedy: string): DeskWrong {
  return { code: "", message, remedy };
}
