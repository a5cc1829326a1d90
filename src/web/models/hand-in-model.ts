// Handing in to page: the sheets of an office, a submission with its findings in the page's words, a batch with the rows that wait.
import { type BatchOnFile, type Finding, type HeldRow, type Problem, type SheetToHandIn, type WholeBatch } from "../../service/index.ts";
import { messagesIn, type BatchModel, type BatchRowView, type HeldRowView, type Language, type SheetView, type SubmissionModel, type SubmissionRowView, type SubmissionStateView } from "../portal/index.ts";
import { wrongOf } from "../routes/desk-case.ts";
import { KEPT_MINUTES, type Submission } from "../submissions.ts";

/** A page shows so many; all of them stand in the annotated copy. */
const FINDINGS_SHOWN = 100;

export function sheetView({ id, of, complete, columns, inForce }: SheetToHandIn): SheetView {
  return { id, kind: of.kind, ...(of.kind === "organisation" ? {} : { about: of.kind === "list" ? of.list : of.type }), columns: columns.length, required: columns.filter(({ required }) => required).map(({ names }) => names), complete, inForce };
}

export function submissionRow({ id, name, template, state }: Submission): SubmissionRowView {
  return { id, name, template, state: state.kind };
}

export function batchRow({ batch, template, day, asOf, asOfInferred, counts, waiting, withdrawn }: BatchOnFile): BatchRowView {
  return { batch, template, day, ...(asOf === null ? {} : { asOf }), inferred: asOfInferred, counts, waiting, ...(withdrawn === null ? {} : { withdrawn }) };
}

export function heldRow({ batch, row, why, names, candidates }: HeldRow): HeldRowView {
  return { batch, row, why, names, candidates: candidates.map(({ file, name, reasons }) => ({ file, name, reasons: reasons.map(({ because }) => because) })) };
}

export function batchModel(whole: WholeBatch, typed: BatchModel["typed"]): BatchModel {
  return { row: batchRow(whole), held: whole.held.map(heldRow), refused: whole.refused, typed };
}

/** Every finding of a submission; none while it runs. */
export function findingsOf({ state }: Submission): readonly Finding[] {
  return state.kind === "done" ? state.report.findings : state.kind === "refused" ? (state.problem.findings ?? []) : [];
}

/** @param held rows of its batch that wait now */
export function submissionModel(submission: Submission, held: readonly HeldRow[], tooLate: boolean, language: Language): SubmissionModel {
  const all = findingsOf(submission);
  const { id, name, template, strict, state } = submission;
  return {
    id, name, template, strict, state: stateView(state), findings: all.slice(0, FINDINGS_SHOWN).map((finding) => saidHere(finding, language)), moreFindings: Math.max(0, all.length - FINDINGS_SHOWN), held: held.map(heldRow),
    copy: state.kind === "done" || (state.kind === "refused" && state.problem.code === "file-refused"), keptMinutes: KEPT_MINUTES, tooLate,
  };
}

function stateView(state: Submission["state"]): SubmissionStateView {
  switch (state.kind) {
    case "running": return { kind: "running", step: state.step, done: state.done, total: state.total };
    case "done": {
      const { batch, rows, records, duplicates, held, refused, asOf, asOfInferred, repeated, joins, gone, changed } = state.report;
      return { kind: "done", batch, counts: { rows, records, duplicates, held, refused }, ...(asOf === null ? {} : { asOf }), inferred: asOfInferred, repeated, joins: joins.length, gone, changed };
    }
    case "refused": return { kind: "refused", wrong: withoutFindings(state.problem) };
    case "fault": return { kind: "fault", reference: state.reference };
  }
}

/** They stand below by themselves. */
function withoutFindings(problem: Problem): ReturnType<typeof wrongOf> {
  const { findings: _apart, ...rest } = wrongOf(problem);
  return { ...rest, message: rest.message.replace("handed in with --strict", "handed in to be refused on any finding"), remedy: rest.remedy.replace(/`template \S+ --out FILE\.xlsx` writes an empty sheet with them\.$/, "the sheet can be downloaded under “Hand in a file”.") };
}

/** A finding as a page says it: with the words of the file it is about, and without commands of the command line. */
function saidHere(finding: Finding, language: Language): Finding {
  const text = /`([^`]*)`/.exec(finding.message)?.[1];
  const remedy = finding.code === "row-held" ? messagesIn(language).handin.said.settleHere : finding.remedy.replace("with `--as-of`", "as the day of the edition");
  return { ...finding, remedy, facts: { ...(text === undefined ? {} : { text }), ...finding.facts } };
}

/** The finding in the words of the language, for the annotated copy. */
export function worded(finding: Finding, language: Language): Finding {
  const here = saidHere(finding, language);
  const said = messagesIn(language).desk.finding(here);
  return { ...finding, message: plain(said?.message ?? here.message), remedy: plain(said?.remedy ?? here.remedy) };
}

function plain(text: string): string {
  return text.replaceAll("``", "");
}
