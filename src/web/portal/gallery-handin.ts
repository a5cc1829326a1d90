// Gallery of handing in and of the operators' page: the form with its sheets, a submission on its way, over, refused and failed, and a batch, filled with invented values. For
// tests and for looking, like gallery.ts, which shows them with the rest.
import type { Exhibit } from "./gallery.ts";
import { deskBatchPage } from "./pages/desk-batch-page.ts";
import { deskHandInPage } from "./pages/desk-hand-in-page.ts";
import { deskOperatorsPage } from "./pages/desk-operators-page.ts";
import { deskSubmissionPage } from "./pages/desk-submission-page.ts";
import type { Frame } from "./view-models.ts";
import type { OperatorsModel } from "./view-models-operators.ts";
import type { BatchModel, BatchRowView, HandInModel, HeldRowView, SubmissionModel } from "./view-models-handin.ts";

const COUNTS = { rows: 1200, records: 1190, duplicates: 5, held: 2, refused: 3 };
const BATCH: BatchRowView = { batch: "b0f3a9c1d2e4", template: "mo:penalty", day: "2026-11-18", inferred: false, counts: COUNTS, waiting: 2 };

/** Exhibits of handing in; `name` is a hostile text where a test asks for one. */
export function handInExhibits(frame: Frame, name: string): readonly Exhibit[] {
  const at = (path: string): Frame => ({ ...frame, path, holder: { kind: "office", name: { en: "Customs of Chengwan", zh: "澄湾海关" }, post: { en: "First handler", zh: "经办人一" }, file: "P00000190" } });
  const held: HeldRowView = { batch: BATCH.batch, row: 17, why: "it may be an organisation on file, and that is not certain", names: [name], candidates: [{ file: "P00000018", name, reasons: ["the same name"] }, { file: "P00000026", name: "Lichuan Trading", reasons: [] }] };
  const required = [{ en: "Name", zh: "名称" }, { en: "Decided on", zh: "决定日期" }];
  const form: HandInModel = {
    sheets: [{ id: "mo:penalty", kind: "record", about: "mo:penalty", columns: 24, required, complete: false, inForce: true }, { id: "mo:customs-list", kind: "list", about: "mo:customs-list", columns: 12, required, complete: true, inForce: false }, { id: "mo:charter", kind: "organisation", columns: 9, required: [], complete: false, inForce: true }],
    typed: { template: "mo:penalty", asOf: "", strict: true }, recent: [{ id: "s1", name, template: "mo:penalty", state: "running" }, { id: "s0", name: "penalties.xlsx", template: "mo:penalty", state: "refused" }],
    batches: [BATCH, { ...BATCH, batch: "b1", asOf: "2026-11-14", inferred: true, waiting: 0 }, { ...BATCH, batch: "b2", waiting: 0, withdrawn: name }], older: 12, megabytesMax: 10, keptMinutes: 30, cancelled: true,
  };
  const findings = [
    { code: "day-not-read", at: "Penalties!C17", message: `\`${name}\` is not a day`, remedy: "Write the day as YYYY-MM-DD, such as 2024-03-05, or format the cell as a date.", facts: { text: name } },
    { code: "cell-missing", at: "Penalties!G19", message: "Number of the decision is empty in row 19", remedy: "Fill in the cell; the template requires it." },
    { code: "row-held", at: "Penalties!17", message: "it may be an organisation on file, and that is not certain; it waits for a person", remedy: "Settle it on this page." },
  ];
  const over: SubmissionModel = {
    id: "s1", name, template: "mo:penalty", strict: false, findings, moreFindings: 140, held: [held, { ...held, row: 18, candidates: [] }], copy: true, keptMinutes: 30, tooLate: false,
    state: { kind: "done", batch: BATCH.batch, counts: COUNTS, asOf: "2026-11-14", inferred: true, repeated: false, joins: 3, gone: 2, changed: 4 },
  };
  const none = { findings: [], moreFindings: 0, held: [], copy: false };
  const batch: BatchModel = { row: BATCH, held: [held], refused: [{ row: 19, codes: ["cell-missing", "day-not-read"] }, { row: 20, codes: ["natural-person"] }], typed: { reason: "", row: "", file: "" }, done: "settled" };
  const way = "/desk/office/hand-in";
  return [
    { name: "desk-hand-in", page: deskHandInPage(at(way), form) },
    { name: "desk-hand-in-wrong", page: deskHandInPage(at(way), { ...form, cancelled: false, recent: [], batches: [], older: 0, wrong: { code: "not-allowed", message: "the law does not give this office the sheet", remedy: "Choose another.", facts: { kind: "notYours", template: "mo:penalty" } } }) },
    { name: "desk-hand-in-none", page: deskHandInPage(at(way), { ...form, cancelled: false, sheets: [], recent: [], batches: [], older: 0 }) },
    { name: "desk-submission", page: deskSubmissionPage(at(`${way}/s1`), over) },
    { name: "desk-submission-clean", page: deskSubmissionPage(at(`${way}/s1`), { ...over, ...none, state: { kind: "done", batch: "b1", counts: { rows: 1, records: 1, duplicates: 0, held: 0, refused: 0 }, inferred: false, repeated: false, joins: 0, gone: 0, changed: 0 } }) },
    { name: "desk-submission-repeated", page: deskSubmissionPage(at(`${way}/s1`), { ...over, ...none, tooLate: true, state: { kind: "done", batch: "b1", counts: { ...COUNTS, records: 0 }, inferred: false, repeated: true, joins: 0, gone: 0, changed: 0 } }) },
    { name: "desk-submission-refused", page: deskSubmissionPage(at(`${way}/s1`), { ...over, strict: true, held: [], moreFindings: 0, state: { kind: "refused", wrong: { code: "file-refused", message: `\`${name}\` has 3 findings`, remedy: "Mend what stands below and hand it in again.", facts: { kind: "strict", name, findings: 3 } } } }) },
    { name: "desk-submission-failed", page: deskSubmissionPage(at(`${way}/s1`), { ...over, ...none, state: { kind: "fault", reference: "s1" } }) },
    { name: "desk-submission-running", page: deskSubmissionPage(at(`${way}/s1`), { ...over, ...none, state: { kind: "running", step: "looking up codes", done: 400, total: 1200 } }) },
    { name: "desk-submission-reading", page: deskSubmissionPage(at(`${way}/s1`), { ...over, ...none, state: { kind: "running", step: "reading", done: 0, total: 0 } }) },
    { name: "desk-batch", page: deskBatchPage(at(`/desk/office/batches/${BATCH.batch}`), batch) },
    { name: "desk-batch-wrong", page: deskBatchPage(at(`/desk/office/batches/${BATCH.batch}`), { ...withoutDone(batch), typed: { reason: name, row: "17", file: "new" }, wrong: { code: "held-row-unknown", message: "row 17 does not wait for anybody", remedy: "Choose another." } }) },
    { name: "desk-operators", page: deskOperatorsPage({ ...frame, path: "/desk/operators" }, operators(name)) },
    { name: "desk-operators-empty", page: deskOperatorsPage({ ...frame, path: "/desk/operators" }, { ...operators(name), warnings: [], imports: [], storage: null, outbox: { counts: { waiting: 0, sending: 0, sent: 0, refused: 0, uncertain: 0 }, failed: [] }, views: [{ view: "names", position: null }] }) },
    { name: "desk-batch-taken-back", page: deskBatchPage(at(`/desk/office/batches/${BATCH.batch}`), { ...batch, row: { ...BATCH, withdrawn: name }, held: [], refused: [], done: "withdrawn" }) },
  ];
}

function operators(name: string): OperatorsModel {
  return {
    day: "2026-11-20", known: 184233, rulebook: "sha256:4be170c2a1d89f5d", held: 14, cases: { open: 61, late: 3 }, releases: { open: 9, late: 2 },
    warnings: [{ code: "law-unreadable", message: "the files of the law have 1 finding", remedy: "Mend it.", findings: [{ code: "unknown-field", at: "cn/lists/food.yaml:12", message: "the field `x` is not known", remedy: "Take it out." }] }],
    imports: [{ template: "mo:penalty", office: { en: name, zh: name }, day: "2026-11-18", counts: COUNTS }, { template: "mo:customs-list", day: "2026-11-02", counts: COUNTS }],
    outbox: { counts: { waiting: 3, sending: 0, sent: 812, refused: 1, uncertain: 1 }, failed: [{ subject: name, to: "office@example.org", state: "refused", tries: 5, error: "550 no such mailbox" }] },
    storage: { folderBytes: 1_840_000_000, databaseBytes: 1_790_000_000, freeBytes: 48_300_000_000 }, views: [{ view: "names", position: 184233 }, { view: "index", position: 184220 }, { view: "snapshot", position: null }],
  };
}

function withoutDone({ done: _done, ...model }: BatchModel): BatchModel {
  return model;
}
