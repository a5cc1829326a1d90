// Gallery of an office's measures: with everything, with nothing, and the form with answers that were refused, filled with invented values. For
// tests and for looking, like gallery.ts, which shows them with the rest.
import type { Exhibit } from "./gallery.ts";
import { deskAnswerPage } from "./pages/desk-answer-page.ts";
import { deskMeasuresPage } from "./pages/desk-measures-page.ts";
import type { DeskMeasuresModel, OfficeMeasureRow } from "./view-models-measures.ts";
import type { Frame } from "./view-models.ts";

/** Exhibits of an office's measures; `name` is a hostile text where a test asks for one. */
export function measureExhibits(frame: Frame, name: string): readonly Exhibit[] {
  const at = (path: string): Frame => ({ ...frame, path, holder: { kind: "office", name: { en: "Customs of Chengwan", zh: "澄湾海关" }, post: { en: "First handler", zh: "经办人一" }, file: "P00000190" } });
  const open: OfficeMeasureRow = { value: "P00000018 mo:joint-7/3 listing l.1", organisation: { file: "P00000018", name }, measure: "mo:joint-7", memorandum: "mo:joint-7", because: "mo:customs-list", force: "discretionary", effects: ["deny", "restrict"], from: "2026-03-02", until: "2029-03-02", earliestOut: "2027-03-02", may: ["apply"] };
  const bound: OfficeMeasureRow = { ...open, value: "P00000018 mo:joint-7/4 listing l.1", force: "mandatory-unless-declined", effects: ["scrutinise"], may: ["decline", "carriedOut", "notCarriedOut"] };
  const counts = { mandatory: 3, mayBeDeclined: 1, leftToDecide: 2 };
  const { until: _until, earliestOut: _out, because: _because, memorandum: _memorandum, ...byStatus } = bound;
  const model: DeskMeasuresModel = {
    toDecide: [open], binding: [bound, { ...bound, reported: { outcome: "notCarriedOut", on: "2026-04-01", statement: name } }, { ...byStatus, reported: { outcome: "carriedOut", on: "2026-04-01", statement: "" } }], isFirst: false, next: "c1",
    forUs: [{ memorandum: "mo:joint-7", lists: ["mo:customs-list"], counts }, { lists: [], counts }],
    ofUs: [{ list: "mo:customs-list", standing: 12, others: [{ authority: "mo:customs", memoranda: ["mo:joint-7"], counts, carriedOut: 4, notCarriedOut: 1 }, { authority: "mo:customs", memoranda: [], counts, carriedOut: 0, notCarriedOut: 0 }] }, { list: "mo:customs-list", others: [] }],
  };
  const way = "/desk/office/measures";
  return [
    { name: "desk-measures", page: deskMeasuresPage(at(way), { ...model, answered: 2 }) },
    { name: "desk-measures-none", page: deskMeasuresPage(at(way), { toDecide: [], binding: [], isFirst: true, forUs: [], ofUs: [] }) },
    { name: "desk-answer", page: deskAnswerPage(at(`${way}/answer`), { rows: [{ row: open }, { row: bound }], typed: {}, answered: 0 }) },
    { name: "desk-answer-refused", page: deskAnswerPage(at(`${way}/answer`), { rows: [{ row: open, wrong: { code: "measure-not-open", message: "it is not there", remedy: "Look.", facts: { kind: "measure", measure: "mo:joint-7", organisation: name, on: "2026-03-02" } } }], typed: { [`statement:${open.value}`]: [name] }, answered: 1 }) },
    { name: "desk-answer-none", page: deskAnswerPage(at(`${way}/answer`), { rows: [], typed: {}, answered: 0 }) },
  ];
}
