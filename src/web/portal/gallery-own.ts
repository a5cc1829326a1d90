// Gallery of the organisation's own desk, its form and the authorities measured, filled with invented values. For tests and for looking, like
// gallery.ts, which shows them with the rest.
import type { Exhibit } from "./gallery.ts";
import { everyToGo } from "./gallery-desk.ts";
import { authoritiesPage } from "./pages/authorities-page.ts";
import { ownAskPage } from "./pages/own-ask-page.ts";
import { ownDeskPage } from "./pages/own-desk-page.ts";
import type { Frame } from "./view-models.ts";
import type { AuthoritiesModel, OwnAskModel, OwnDeskModel, OwnWhy } from "./view-models-own.ts";

const REFUSAL = { code: "exit-not-open", citation: "mo:customs-list", message: "the law opens this from 2027-01-01 on, not on 2026-11-20: come back then", facts: { kind: "application", earliest: "2027-01-01", on: "2026-11-20" } } as const;
const WHY: OwnWhy = { code: REFUSAL.code, message: `${REFUSAL.message} (mo:customs-list)`, citation: REFUSAL.citation, refusal: REFUSAL };
const COUNTED = { timed: 5, late: 1, missing: 2, noTime: 3 };
const NONE = { timed: 0, late: 0, missing: 0, noTime: 0 };
const HANDLED = { opened: 4, open: 1, late: 2, noTime: 1, medianDays: 6, longestDays: 12 };

const AUTHORITIES: AuthoritiesModel = {
  from: "2025-11-21", until: "2026-11-21", lastDay: "2026-11-20", on: "2026-11-20",
  whole: { steps: { notice: COUNTED, service: NONE, decision: COUNTED, listingPublication: NONE, recordPublication: COUNTED }, decisions: { made: 9, reversed: 2 }, objections: HANDLED, repairs: { ...HANDLED, medianDays: null, longestDays: null }, appeals: { opened: 0, open: 0, late: 0, noTime: 0, medianDays: null, longestDays: null } },
  authorities: [], limits: { notice: ["mo:listing-procedure"], service: [], decision: ["mo:listing-procedure"], publication: [], objection: ["mo:objection"], repair: [], release: [] },
};

/** Exhibits of the own desk; `name` is a hostile text where a test asks for one. */
export function ownExhibits(frame: Frame, name: string): readonly Exhibit[] {
  const holding: Frame = { ...frame, path: "/desk/organisation", holder: { kind: "organisation", name: { en: name, zh: name }, file: "P00000018" } };
  const record = { type: "mo:penalty", about: "penalty", record: "r1", on: "2026-01-05", fields: [{ names: { en: "Document", zh: "文号" }, value: name }], position: 7 } as const;
  const desk: OwnDeskModel = {
    file: "P00000018", name, on: "2026-11-20",
    due: [
      { step: { en: "Answer within five working days", zh: "五个工作日内陈述" }, by: "organisation", lastDay: "2026-11-24", provisional: true, passed: false, procedure: "mo:listing-procedure", matter: "m1" },
      { step: { en: "Reported by 30 June", zh: "六月三十日前报送" }, by: "organisation", lastDay: "2026-06-30", provisional: false, passed: true, procedure: "mo:yearly", year: 2025, ask: { purpose: "annual-report", about: "organisation", allowed: true } },
    ],
    toGo: everyToGo({ file: "P00000018", name }),
    cases: [{ matter: "m1", purpose: "listing", procedure: "mo:listing-procedure", list: "mo:customs-list", state: "served", openedOn: "2026-11-10", next: { step: { en: "Answer" }, by: "organisation", lastDay: "2026-11-24", provisional: false, passed: false } }],
    closed: [{ matter: "m0", purpose: "repair", procedure: "mo:repair", list: null, state: "refused", openedOn: "2026-03-01", appeal: { purpose: "appeal", about: "matter:m0", allowed: false, why: WHY } }],
    can: [{ purpose: "objection", of: "mo:penalty", procedure: null, count: 12, section: "records" }, { purpose: "repair", of: "mo:penalty", procedure: null, count: 1, opens: "2027-01-05", section: "records", ask: { purpose: "repair", about: "record:r1", allowed: false, opens: "2027-01-05" } }],
    cannot: [{ purpose: "objection", of: ["mo:customs-list"], count: 2, why: WHY }],
    listings: [{ row: { list: "mo:customs-list", listing: "l1", state: "current", holds: "kept", colour: "black", from: "2026-02-01", end: { kind: "fixed", until: "2029-02-01" }, statesGrounds: true, grounds: name }, marks: ["toGo", "public", "stayed"], asks: [{ purpose: "objection", about: "listing:l1", allowed: true }, { purpose: "repair", about: "listing:l1", allowed: false, why: WHY }] }],
    records: [{ row: record, marks: ["notPublic", "disputed"], matter: "m1", asks: [{ purpose: "objection", about: "record:r1", allowed: false, why: WHY }, { purpose: "repair", about: "record:r1", allowed: false, opens: "2027-01-05" }] }],
    joins: [{ files: ["P00000018", "P00000026"], judgedBy: "matcher", reasons: [], marks: [], asks: [{ purpose: "objection", about: "join:P00000018~P00000026", allowed: true }] }],
    letters: [{ sequence: 12, title: { en: name, zh: name }, day: "2026-07-01", state: "sent", on: "2026-07-01" }, { sequence: 7, title: { en: "The term is over", zh: "期满移出" }, day: "2026-02-01", matter: "m0" }],
    related: [{ file: "P00000034", name, relation: "branchOf" }],
  };
  const way = { exit: "mo:repair#minor", names: { en: "Minor", zh: "轻微" }, allowed: true, documents: [{ en: "Proof of payment", zh: "缴款凭证" }, { en: "Letter of commitment" }], decidedBy: "mo:customs", decideBy: { day: "2026-12-11", provisional: true } } as const;
  const ask: OwnAskModel = {
    purpose: "repair", aboutText: "record:r1", about: { kind: "record", of: "mo:penalty", on: "2026-01-05", values: record.fields }, ways: [way, { ...way, exit: "mo:repair#general", allowed: false, opens: "2027-01-05", why: WHY, reading: "mo:repair" }],
    fields: [], authorities: [], typed: { statement: "", documents: [], fields: {}, files: false },
  };
  const filled: OwnAskModel = {
    ...ask, chosen: way, governing: "mo:repair", typed: { statement: name, documents: ["Proof of payment"], fields: { content: [name], kind: ["a"] }, files: true }, authorities: ["mo:customs"],
    fields: [
      { name: "content", type: "text", names: { en: "Content", zh: "内容" }, required: true, published: true }, { name: "kind", type: "choice", names: { en: "Kind", zh: "种类" }, choices: ["a", "b"], required: true, published: true }, { name: "kinds", type: "choices", names: { en: "Kinds", zh: "各种" }, choices: ["a", "b"], required: false, published: true },
      { name: "day", type: "day", names: { en: "Day", zh: "日期" }, required: false, published: true }, { name: "sum", type: "money", names: { en: "Sum", zh: "金额" }, required: false, published: true }, { name: "staff", type: "integer", names: { en: "Staff", zh: "人数" }, required: false, published: true },
      { name: "open", type: "flag", names: { en: "Open", zh: "公开" }, required: false, published: true }, { name: "to", type: "authority", names: { en: "To whom", zh: "向谁" }, required: false, published: true },
    ],
    wrong: { code: "attachment-refused", message: "a file cannot be taken", remedy: "Choose the file again.", findings: [{ code: "attachment-empty", at: name, message: "the file is empty", remedy: "Choose the file again, once it has something in it." }] },
  };
  const join: OwnAskModel = { ...ask, purpose: "objection", aboutText: "join:P00000018~P00000026", about: { kind: "join", files: ["P00000018", "P00000026"], reasons: ["the same name"] }, ways: [{ ...way, documents: [] }], chosen: { ...way, documents: [] } };
  const measured: AuthoritiesModel = { ...AUTHORITIES, authorities: [{ authority: "mo:customs", figures: AUTHORITIES.whole, releases: { open: 3, overdue: 1, oldest: "2026-10-01" }, offices: [{ names: { en: "Customs of Chengwan", zh: "澄湾海关" }, figures: AUTHORITIES.whole }, { names: null, figures: AUTHORITIES.whole }] }] };
  return [
    { name: "own-desk", page: ownDeskPage(holding, desk) },
    { name: "own-desk-empty", page: ownDeskPage(holding, { ...desk, due: [], toGo: [], cases: [], closed: [], can: [], cannot: [], listings: [], records: [], joins: [], letters: [], related: [] }) },
    { name: "own-ask-ways", page: ownAskPage({ ...holding, path: "/desk/organisation/ask" }, ask) },
    { name: "own-ask-form", page: ownAskPage({ ...holding, path: "/desk/organisation/ask" }, filled) },
    { name: "own-ask-join", page: ownAskPage({ ...holding, path: "/desk/organisation/ask" }, join) },
    { name: "own-ask-closed", page: ownAskPage({ ...holding, path: "/desk/organisation/ask" }, { ...ask, about: { kind: "matter", purpose: "repair", state: "refused", openedOn: "2026-03-01" }, ways: [{ names: { en: "Appeal" }, allowed: false, documents: [], why: WHY }] }) },
    { name: "authorities", page: authoritiesPage({ ...frame, path: "/authorities" }, measured) },
    { name: "authorities-none", page: authoritiesPage({ ...frame, path: "/authorities" }, { ...AUTHORITIES, wrong: { code: "day-invalid", message: "`2026-02-30` is not a day", remedy: "Write days as YYYY-MM-DD.", facts: { kind: "day", text: "2026-02-30" } } }) },
  ];
}
