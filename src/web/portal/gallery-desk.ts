// Gallery of the office's desk: the chooser, the worklist, releases, a proposal, cases in several states, alike cases, what went wrong, filled
// with invented values. For tests and for looking, like gallery.ts, which shows them with the rest.
import type { Exhibit } from "./gallery.ts";
import { deskCasePage } from "./pages/desk-case-page.ts";
import { deskClosedPage } from "./pages/desk-closed-page.ts";
import { deskDecidePage } from "./pages/desk-decide-page.ts";
import { deskDoorPage } from "./pages/desk-door-page.ts";
import { deskOfficePage } from "./pages/desk-office-page.ts";
import { deskProblemPage } from "./pages/desk-problem-page.ts";
import { deskProposePage } from "./pages/desk-propose-page.ts";
import { deskReleasesPage } from "./pages/desk-releases-page.ts";
import type { CorrectedField, DeskActionView, DeskCaseModel, DeskStepForm, ForeseenView } from "./view-models-case.ts";
import type { DeskCaseRow, DeskWrong, ToGoRow } from "./view-models-desk.ts";
import type { Frame, Names } from "./view-models.ts";

const POSTS = [{ id: "handler-1", names: { en: "First handler", zh: "经办人一" } }, { id: "reviewer", names: { en: "Reviewer", zh: "审核人" } }] as const;
const NOTICE: Names = { en: "Written notice", zh: "书面告知" };
const ANSWER: Names = { en: "Ten working days to answer", zh: "十个工作日陈述申辩" };
const DECISION: Names = { en: "Decision", zh: "决定" };

const TOO_FEW = { code: "too-few-officers", citation: "mo:listing-procedure#decision", message: "`decision` asks for 2 officers, and 1 acted", facts: { kind: "step", step: "decision", names: DECISION, needed: 2, officers: 1 } } as const;

const FORM: DeskStepForm = { outcomes: [], states: [], officers: 1, posts: POSTS, officer: "handler-1", legalReview: false, fields: [], attachments: false, hearing: true, typed: {} };

const FORESEEN: ForeseenView = {
  basis: [{ instrument: "mo:charter", article: "Art. 4" }], told: 3, entailed: ["mo:food-scrutiny"], answer: { count: 10, unit: "workingDays" },
  binding: [{ measure: "mo:m-5", authority: "mo:treasury", memorandum: "mo:joint-7" }], possible: [{ measure: "mo:bar-procurement", authority: "mo:works" }], lost: [{ measure: "mo:m-5", authority: "mo:customs" }], open: [{ measure: "mo:m-5", authority: "mo:land", memorandum: "mo:joint-7" }],
};

/** Every kind of field a form can have. */
const FIELDS: DeskStepForm["fields"] = [
  { name: "promise", type: "text", names: { en: "Promise", zh: "承诺" }, required: true }, { name: "on", type: "day", names: { en: "Day", zh: "日期" }, required: false }, { name: "kept", type: "flag", names: { en: "Kept", zh: "已履行" }, required: false },
  { name: "kind", type: "choice", names: { en: "Kind", zh: "种类" }, choices: ["text", "day"], required: true }, { name: "kinds", type: "choices", names: { en: "Kinds", zh: "各种类" }, choices: ["text", "money"], required: false }, { name: "owed", type: "money", names: { en: "Owed", zh: "欠款" }, required: false },
];

/** `at` makes the frame of a page at an address. */
export function deskExhibits(at: (path: string, query?: Readonly<Record<string, string>>) => Frame, name: string): readonly Exhibit[] {
  const wrong: DeskWrong = { code: "too-few-officers", message: `\`decision\` asks for 2 officers, and 1 acted: let 2 different officers take the step together; possible now: \`WithdrawProposal\` (mo:listing-procedure#decision)`, remedy: `The law does not allow this step now: ${name}.`, citation: "mo:listing-procedure#decision", articles: [{ instrument: "mo:customs-ordinance", article: "Art. 12" }], refusal: TOO_FEW };
  const by = (path: string, query: Readonly<Record<string, string>> = {}): Frame => ({ ...at(path, query), holder: { kind: "office", name: { en: name, zh: name }, post: POSTS[0].names, file: "P00000190" } });
  const organisation = { file: "P00000018", name };
  const row: DeskCaseRow = { matter: "m.1", purpose: "listing", of: "mo:customs-list", organisation, state: "answered", openedOn: "2026-10-01", due: { names: DECISION, by: "office", lastDay: "2026-11-02", provisional: false, late: true }, decidable: true };
  const rows: readonly DeskCaseRow[] = [row, { ...row, matter: "m.2", due: { names: ANSWER, by: "organisation", lastDay: "2027-01-12", provisional: true, late: false }, state: "served", decidable: false }, { matter: "m.3", purpose: "objection", of: "mo:listing-procedure", organisation, state: "running", openedOn: "2026-11-01", decidable: true }];
  const model = caseModel(name, organisation);
  const proposal = { organisation, list: "mo:customs-list", met: [{ en: "False declaration", zh: "申报不实" }, { en: name, zh: name }], records: 2, listed: false, mayList: true, matter: "m.9", form: FORM, asksActedOn: true } as const;
  return [
    { name: "desk", page: deskDoorPage(at("/desk"), { open: true, next: "/desk/office", regions: [{ value: "990000", names: { en: "Hailu", zh: "海麓" }, offices: 3, chosen: true }, { value: "990100", names: { en: name, zh: name }, offices: 1, chosen: false }], offices: [{ file: "P00000190", names: { en: name, zh: name }, authority: "mo:customs", posts: POSTS }, { file: "P00000208", names: { en: "Customs of Hailu", zh: "海麓海关" }, authority: "mo:customs", posts: [] }], organisation: { asked: name, candidates: [organisation], wrong: { code: "organisation-ambiguous", message: `\`${name}\` is the name of 2 organisations`, remedy: "Give the file number." } } }) },
    { name: "desk-none", page: deskDoorPage(at("/desk"), { open: false, next: "", regions: [], offices: [], organisation: { asked: "", candidates: [] } }) },
    { name: "desk-closed", page: deskClosedPage(at("/desk/office"), "foreign") },
    { name: "desk-office", page: deskOfficePage(by("/desk/office"), { on: "2026-11-20", cases: rows, consents: [{ matter: "m.6", purpose: "listing", of: "mo:customs-list", organisation, step: DECISION, outcome: "listed", office: { en: name, zh: name }, since: "2026-11-12" }, { matter: "m.7", purpose: "objection", of: "mo:listing-procedure", organisation, step: DECISION, office: { en: "Customs of Hailu", zh: "海麓海关" }, since: "2026-11-14" }], proposals: [{ ...proposal, since: "2026-11-18" }], toGo: everyToGo(organisation), missed: [{ organisation: proposal.organisation, procedure: "mo:annual-report", year: 2025, lastDay: "2026-06-30" }], releases: { open: 9, overdue: 7 } }) },
    { name: "desk-office-empty", page: deskOfficePage(by("/desk/office"), { on: "2026-11-20", cases: [], consents: [], proposals: [], toGo: [], missed: [], releases: { open: 0, overdue: 0 } }) },
    { name: "desk-releases", page: deskReleasesPage(by("/desk/office/releases"), { taken: 2, wrong: [wrong], rows: [{ value: "mo:customs removed:l.1", what: "removed", consumer: "mo:customs", organisations: [organisation], of: "mo:customs-list", day: "2026-11-01", takeOverBy: "2026-11-04", overdue: true }, { value: "mo:customs annulled:l.2", what: "annulled", consumer: "mo:customs", organisations: [organisation], day: "2026-11-18", overdue: false }] }) },
    { name: "desk-propose", page: deskProposePage(by("/desk/propose"), { ...proposal, foreseen: FORESEEN, wrong, form: { ...FORM, officers: 2, legalReview: true, typed: { facts: [name], officers: ["reviewer"] } } }) },
    { name: "desk-propose-under-way", page: deskProposePage(by("/desk/propose"), { ...proposal, underWay: "m.1" }) },
    { name: "desk-decide", page: deskDecidePage(by("/desk/decide"), { cases: [{ row, reasons: name, wrong }, { row: { ...row, matter: "m.4" }, reasons: "" }], decided: [{ ...row, matter: "m.5" }], form: { ...FORM, outcomes: ["listed", "conditional", "noAction"], officers: 2, states: ["remedies"], typed: { outcome: ["listed"] } } }) },
    { name: "desk-case", page: deskCasePage(by("/desk/cases/m.1"), { ...model, done: { type: "NoticeServed" } }) },
    { name: "desk-case-wrong", page: deskCasePage(by("/desk/cases/m.1"), { ...model, wrong, actions: model.actions.map((action) => (action.allowed ? { ...action, wrong, form: { ...action.form, typed: { facts: [name], statement: [name], "states:remedies": [name] } } } : action)) }) },
    { name: "desk-case-consent", page: deskCasePage(by("/desk/cases/m.1"), consentModel(model, wrong)) },
    { name: "desk-case-consent-awaited", page: deskCasePage(by("/desk/cases/m.1"), { ...model, state: "answered", next: { names: DECISION, by: "superior", late: false, consent: true }, consent: { step: DECISION, state: "awaited", since: "2026-11-12", mine: false, superior: { en: name, zh: name } } }) },
    { name: "desk-case-consent-refused", page: deskCasePage(by("/desk/cases/m.1"), { ...model, state: "answered", consent: { step: DECISION, state: "refused", since: "2026-11-18", mine: false, superior: { en: name, zh: name }, reason: name } }) },
    { name: "desk-case-consent-nobody", page: deskCasePage(by("/desk/cases/m.1"), { ...model, state: "answered", consent: { step: DECISION, state: "awaited", since: "2026-11-12", mine: false } }) },
    { name: "desk-case-correction", page: deskCasePage(by("/desk/cases/m.3"), correctionModel(model, name)) },
    { name: "desk-case-closed", page: deskCasePage(by("/desk/cases/m.1"), closedModel(model)) },
    { name: "desk-problem", page: deskProblemPage(by("/desk/cases/m.0"), { code: "case-unknown", message: `there is no case \`${name}\``, remedy: "The worklist lists the cases." }) },
  ];
}

/** One of each kind: in time, late, provisional, without a day, without a law. */
export function everyToGo(organisation: ToGoRow["organisation"]): readonly ToGoRow[] {
  const row: ToGoRow = { kind: "listing", of: "mo:customs-list", thing: "l.1", organisation, fallen: { record: "r.1", type: "mo:penalty", on: "2026-11-18" }, step: { en: "Removed within three working days", zh: "三个工作日内移除" }, due: { lastDay: "2026-11-23", provisional: false, passed: false }, procedure: "mo:repair", readings: [], matter: "m.5" };
  const { matter: _matter, ...open } = row;
  const { due: _due, step: _step, ...untimed } = row;
  const { procedure: _procedure, ...unruled } = untimed;
  return [
    { ...row, due: { lastDay: "2026-11-09", provisional: false, passed: true }, readings: ["mo:listing-procedure"] }, row, { ...open, kind: "record", of: "mo:penalty", thing: "r.2", due: { lastDay: "2027-01-05", provisional: true, passed: false } },
    { ...untimed, kind: "case", thing: "m.6", matter: "m.6" }, unruled,
  ];
}

/** The same case at the desk of the office above. */
function consentModel(model: DeskCaseModel, wrong: DeskWrong): DeskCaseModel {
  return {
    ...model, state: "answered", next: { names: DECISION, by: "office", late: false, consent: true }, consent: { step: DECISION, state: "awaited", since: "2026-11-12", mine: true, superior: { en: "Customs of Hailu", zh: "海麓海关" } },
    actions: [{ action: "GiveConsent", step: "decision", names: DECISION, allowed: true, main: true, wrong, form: { ...FORM, outcomes: ["given", "refused"], typed: { consent: ["refused"] } } }],
  };
}
/** An objection to a record about to be granted: one value could not be read. */
function correctionModel({ next: _next, ...model }: DeskCaseModel, name: string): DeskCaseModel {
  const fault = { code: "amount-not-read", at: "Owed", message: "`much` is not an amount of money the register can hold", remedy: "Write digits in the plain unit, such as 1234.50.", facts: { text: "much", field: "owed", fieldZh: "欠款" } };
  const fields = FIELDS.map(({ name: field, type, names, choices }): CorrectedField => ({ name: field, type, names, texts: CORRECTED_TEXTS[field] ?? [], ...(choices === undefined ? {} : { choices: choices.map((value) => ({ value, names: { en: `Choice ${value}`, zh: `选项${value}` } })) }) }));
  const form: DeskStepForm = { ...FORM, outcomes: ["granted", "refused"], correction: { fields }, typed: { outcome: ["granted"], statement: [name], correction: ["correct"], "corrected:promise": [name], "corrected:owed": ["much"], "corrected:kind": ["day"] } };
  const wrong: DeskWrong = { code: "input-invalid", message: `Owed: ${fault.message}`, remedy: fault.remedy, findings: [fault] };
  return { ...model, matter: "m.3", purpose: "objection", actions: [{ action: "TakeStep", allowed: true, main: true, step: "decision", names: DECISION, form, wrong }, { action: "TakeStep", allowed: true, main: false, step: "review", names: NOTICE, form: { ...form, typed: {} } }] };
}

const CORRECTED_TEXTS: Readonly<Record<string, readonly string[]>> = { promise: ["市监罚〔2026〕1号"], on: ["2026-02-20"], kept: ["yes"], kind: ["gone"], kinds: ["text"], owed: ["12000.50"] };

function closedModel({ next: _next, ...model }: DeskCaseModel): DeskCaseModel {
  return { ...model, viewer: "organisation", open: false, state: "noAction", actions: [], due: [], done: { type: "StepTaken", step: DECISION } };
}

function caseModel(name: string, organisation: DeskCaseModel["organisation"]): DeskCaseModel {
  const action = (own: Pick<DeskActionView, "action" | "allowed" | "main"> & Partial<DeskActionView>): DeskActionView => ({ form: FORM, ...own });
  return {
    matter: "m.1", purpose: "listing", of: "mo:customs-list", procedure: "mo:listing-procedure", organisation, office: { en: name, zh: name }, superior: { en: "Customs of Hailu", zh: "海麓海关" }, viewer: "office", state: "served", open: true, openedOn: "2026-10-01", today: "2026-11-20",
    next: { names: ANSWER, by: "organisation", lastDay: "2026-12-02", provisional: true, late: false }, readings: ["mo:listing-procedure"], recused: [POSTS[1].names], stayedSince: "2026-11-02",
    path: [
      { step: "proposal", names: { en: "Proposal", zh: "建议" }, by: "office", automatic: false, optional: false, instance: 1, state: "done", on: "2026-10-01", basis: [] },
      { step: "notice", names: NOTICE, by: "office", automatic: false, optional: false, instance: 1, state: "done", on: "2026-10-05", outcome: "accepted", basis: [{ instrument: "mo:charter", article: "Art. 11", confidence: "low" }] },
      { step: "answer", names: ANSWER, by: "organisation", automatic: false, optional: true, instance: 1, state: "open", due: { lastDay: "2026-12-02", provisional: true, passed: false }, basis: [] },
      { step: "decision", names: DECISION, by: "office", automatic: false, optional: false, instance: 1, state: "waits", due: { lastDay: "2026-11-02", provisional: false, passed: true }, basis: [] },
      { step: "late", names: { en: name, zh: name }, by: "office", automatic: true, optional: false, instance: 2, state: "tooLate", basis: [] }, { step: "gone", names: NOTICE, by: "office", automatic: false, optional: false, instance: 2, state: "closed", basis: [] },
    ],
    actions: [
      action({ action: "IssueNotice", allowed: true, main: true, names: NOTICE, step: "notice", foreseen: FORESEEN }), action({ action: "RecordService", allowed: true, main: false }), action({ action: "ReceiveDefence", allowed: true, main: false, form: { ...FORM, attachments: true } }),
      action({ action: "HoldHearing", allowed: true, main: false }), action({ action: "DecideListing", allowed: true, main: false, form: { ...FORM, outcomes: ["listed", "conditional"], officers: 2, states: ["remedies"], legalReview: true } }),
      action({ action: "TakeStep", allowed: true, main: false, step: "verify", names: { en: "Verification", zh: "核查" }, form: { ...FORM, outcomes: ["granted", "refused"], fromNowOn: true, fields: FIELDS, attachments: true } }), action({ action: "RemoveListing", allowed: true, main: false }), action({ action: "RecuseOfficer", allowed: true, main: false }),
      action({ action: "WithdrawProposal", allowed: false, main: false, why: { message: `the case is ${name}: nothing more can be done in this case (cases R9)`, citation: "cases R9", code: "case-closed", refusal: { code: "case-closed", citation: "cases R9", message: `the case is ${name}: nothing more can be done in this case`, facts: { kind: "listing", state: "decided", possible: [] } } } }),
    ],
    entries: [
      { type: "ListingProposed", on: "2026-10-01", by: "office", text: name, acting: [POSTS[0].names], attachments: [] },
      { type: "StepTaken", step: NOTICE, on: "2026-10-05", by: "organisation", text: "…", outcome: "granted", acting: [], attachments: [{ id: "a1", name, bytes: 2_400_000 }, { id: "a2", name: "letter.pdf", bytes: 900 }] },
    ],
    told: [{ sequence: 12, title: { en: name, zh: name }, day: "2026-11-02", matter: "m.1", state: "givenUp", on: "2026-11-03" }],
    due: [{ names: ANSWER, by: "organisation", lastDay: "2026-12-02", provisional: true, late: false }, { names: DECISION, by: "office", lastDay: "2026-11-02", provisional: false, late: true }],
  };
}
