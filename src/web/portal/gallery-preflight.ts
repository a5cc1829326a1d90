// Gallery of the pre-flight: invented values with everything its page can show. For tests and for looking, like gallery.ts, which shows it.
import type { Exhibit } from "./gallery.ts";
import { appliesPage } from "./pages/applies-page.ts";
import { preflightPage } from "./pages/preflight-page.ts";
import type { Frame } from "./view-models.ts";
import type { AppliesList, AppliesModel, PreflightModel, PreflightView } from "./view-models-preflight.ts";

const PATH = "/organisations/P00000018/preflight";
const NEED = { en: "The authority’s finding on nature and harm", zh: "机关对性质和危害的认定" };

const RESULT: PreflightView = {
  type: "mo:penalty", state: "bound", counts: { bound: 1, may: 3, undetermined: 1, proposed: 1, entailed: 1, openLists: 1, lost: 2, gained: 1 },
  out: { day: "2027-11-20", provisional: true, act: "repair", now: false }, entailed: ["mo:warning"], closed: ["mo:trusted-traders"], lostLists: ["mo:trusted-traders"], officeHolders: ["mo:m-18"],
  proposals: [{
    list: "mo:customs-list", owner: "mo:customs", colour: "black", end: { kind: "fixed", until: "2029-11-20" }, binding: 2, possible: 1, lostLists: ["mo:trusted-traders"],
    criteria: [{ names: { en: "A false declaration", zh: "申报不实" }, state: "met", needs: [] }, { names: { en: "Duty short by a million", zh: "少缴税款一百万" }, state: "met", needs: [], presumed: true }, { names: { en: "Shown to the customs first", zh: "主动披露" }, state: "notMet", needs: [] }, { names: { en: "Of vile nature", zh: "性质恶劣" }, state: "unknown", needs: [NEED] }],
  }],
  open: [{ list: "mo:food-scrutiny", owner: "mo:market", needs: [NEED] }],
  rows: [
    { state: "bound", measure: "mo:bar-procurement", authority: "mo:treasury", effects: ["deny"], acts: ["mo:bid"], end: { kind: "notStated" }, earliest: { day: "2027-11-20", provisional: true }, needs: [] },
    { state: "ifListed", measure: "mo:m-1", authority: "mo:works", effects: ["deny", "restrict"], acts: ["mo:bid", "mo:bond", "mo:land-use", "mo:bid"], list: "mo:customs-list", memorandum: "mo:joint-7", end: { kind: "fixed", until: "2029-11-20" }, earliest: { day: "2027-11-20", provisional: false }, needs: [] },
    { state: "may", measure: "mo:m-2", authority: "mo:money", effects: ["restrict"], acts: ["mo:bond"], list: "mo:customs-list", memorandum: "mo:joint-7", end: { kind: "permanent", basis: "Charter, article 8" }, needs: [] },
    { state: "undetermined", measure: "mo:m-3", authority: "mo:land", effects: ["restrict"], acts: ["mo:land-use"], needs: [NEED] },
    { state: "lost", measure: "mo:m-4", authority: "mo:revenue", effects: ["expedite"], acts: ["mo:bond"], list: "mo:trusted-traders", end: { kind: "notStated" }, needs: [] },
    { state: "lostIfListed", measure: "mo:m-5", authority: "mo:customs", effects: ["exempt"], acts: ["mo:bond"], list: "mo:trusted-traders", end: { kind: "notStated" }, needs: [] },
    { state: "gained", measure: "mo:m-7", authority: "mo:customs", effects: ["support"], acts: ["mo:bond"], end: { kind: "notStated" }, needs: [] },
  ],
  publishedUntil: "2029-11-20", noWayOut: ["mo:m-6"],
  plan: [
    { act: "repair", names: { en: "Repair rules: serious", zh: "修复规定：严重" }, when: { kind: "day", day: "2027-11-20", provisional: true }, text: { en: "Of the record itself, on application; ends 1 burden.", zh: "针对这条记录本身，须提出申请；终止1项限制。" }, conditions: [{ text: { en: "The penalty is performed", zh: "处罚已履行" } }], by: "mo:market", within: { count: 10, unit: "workingDays" }, basis: [{ instrument: "mo:repair-rules", article: "8", confidence: "medium" }] },
    { act: "annulment", when: { kind: "sameDay" }, conditions: [], basis: [] },
  ],
  regimes: [{ label: { en: "2014", zh: "2014年" }, law: "2014-06-14", current: false, note: { en: "no such record in that law", zh: "当时法规没有这种记录" } }, { label: { en: "2019", zh: "2019年" }, law: "2019-07-31", current: false, state: "clear", note: { en: "nothing follows", zh: "没有后果" } }, { label: { en: "2025", zh: "2025年" }, law: "2025-12-31", current: true, state: "bound", note: { en: "1 bound, 3 may be", zh: "1个事项受限，3个可能受限" } }],
};

/** Exhibits of the pre-flight; `name` is a hostile text where a test asks for one. */
export function preflightExhibits(at: (path: string, query?: Readonly<Record<string, string>>) => Frame, name: string): readonly Exhibit[] {
  const empty: PreflightModel = { organisation: { file: "P00000018", name, otherName: name }, kinds: [{ value: "mo:penalty", about: "penalty" }, { value: "mo:charter", about: "unworded" }], fields: [], authorities: [], typed: {}, on: "2026-11-20", acted: "" };
  const chosen: PreflightModel = {
    ...empty, chosen: "mo:penalty", authorities: ["mo:customs"], acted: name, typed: { duty: [name], kinds: ["fine"], vile: ["no"], field: ["food"], by: ["mo:customs"], text: [name] },
    fields: [
      { name: "field", names: { en: "Field of law", zh: "违法领域" }, type: "choice", choices: [{ value: "food", names: { en: "Food", zh: "食品" } }, { value: "other" }] }, { name: "kinds", names: { en: "Kinds of penalty", zh: "处罚种类" }, type: "choices", choices: [{ value: "fine", names: { en: "Fine", zh: "罚款" } }, { value: "closure", names: { en: name, zh: name } }] },
      { name: "duty", names: { en: "Duty short", zh: "少缴税款" }, type: "money" }, { name: "vile", names: { en: "Of vile nature", zh: "性质恶劣" }, type: "flag" }, { name: "by", names: { en: "Authority", zh: "机关" }, type: "authority" }, { name: "times", names: { en: "Times", zh: "次数" }, type: "integer" }, { name: "done", names: { en: "Performed on", zh: "履行日期" }, type: "day" }, { name: "text", names: { en: "Remark", zh: "说明" }, type: "text" },
    ],
  };
  const wrong = { code: "input-invalid", message: "one value cannot be read", remedy: "Write it again.", findings: [{ code: "choice-unknown", at: "Kinds of penalty", message: `\`${name}\` is none of the choices`, remedy: "Write one of fine.", facts: { text: name, fieldZh: "处罚种类" } }, { code: "field-unknown", at: "sum", message: "there is no field `sum`", remedy: "It has kinds.", facts: { text: "sum" } }] };
  return [
    { name: "preflight", page: preflightPage(at(PATH, { type: "mo:penalty", "field.text": name }), { ...chosen, result: RESULT }) },
    { name: "applies", page: appliesPage(at("/organisations/P00000018/applies"), appliesTo(name)) },
    { name: "applies-nothing", page: appliesPage(at("/organisations/P00000018/applies"), { organisation: empty.organisation, lists: [], memoranda: [], gradings: [], duties: [] }) },
    { name: "preflight-empty", page: preflightPage(at(PATH), empty) },
    { name: "preflight-wrong", page: preflightPage(at(PATH, { type: "mo:penalty" }), { ...chosen, wrong }) },
    { name: "preflight-not-in-force", page: preflightPage({ ...at(PATH, { type: "mo:bar" }), clocks: { on: "2026-11-20", law: "2014-06-14", known: 184233, today: "2026-11-20", latest: 184233 } }, { ...empty, chosen: "mo:bar", notInForce: true }) },
    ...(["may", "undetermined", "clear"] as const).map((state) => ({ name: `preflight-${state}`, page: preflightPage(at(PATH, { type: "mo:penalty" }), { ...chosen, fields: [], result: { ...NOTHING, state, ...(state === "may" ? { proposals: RESULT.proposals, rows: RESULT.rows.slice(1), counts: { ...NOTHING.counts, may: 3, proposed: 2, undetermined: 2, openLists: 2 } } : {}) } }) })),
  ];
}

const NOTHING: PreflightView = { type: "mo:penalty", state: "clear", counts: { bound: 0, may: 0, undetermined: 0, proposed: 0, entailed: 0, openLists: 0, lost: 0, gained: 0 }, entailed: [], closed: [], lostLists: [], officeHolders: [], proposals: [], open: [], rows: [], plan: [], noWayOut: [], regimes: [] };

const LINES = RESULT.proposals[0]?.criteria ?? [];
const BLACK = { owner: "mo:customs", colour: "black", by: "criteria", scopeMissing: [], government: false, criteria: LINES, lostWhen: [] } as const satisfies Partial<AppliesList>;

function appliesTo(name: string): AppliesModel {
  return {
    organisation: { file: "P00000018", name, otherName: name }, sector: { en: "Manufacturing", zh: "制造业" }, legalForm: { en: name, zh: name },
    lists: [
      { ...BLACK, list: "mo:customs-list", state: "on" }, { ...BLACK, list: "mo:bank-a", state: "met", colour: "warning" }, { ...BLACK, list: "mo:bank-b", state: "unknown", colour: "scrutiny", scopeMissing: ["region", "sector"] }, { ...BLACK, list: "mo:food-scrutiny", state: "notMet", by: "law", government: true }, { ...BLACK, list: "mo:bank-c", state: "notStated", by: "notStated", criteria: [] },
      { ...BLACK, list: "mo:trusted-traders", colour: "red", state: "lost", lostWhen: LINES }, ...(["on", "met", "unknown", "notMet", "notStated"] as const).map((state): AppliesList => ({ ...BLACK, list: "mo:trusted-traders", colour: "red", state, lostWhen: LINES.slice(2) })),
    ],
    memoranda: [{ memorandum: "mo:joint-7", lists: ["mo:customs-list", "mo:bank-a"], now: true, authorities: 9, burdens: 14, favours: 2 }, { memorandum: "mo:mutual", lists: ["mo:bank-a"], now: false, authorities: 3, burdens: 3, favours: 0 }],
    gradings: [{ grading: "mo:m-1", owner: "mo:revenue", grade: { names: { en: name, zh: name }, since: "2025-04-01" } }, { grading: "mo:m-2", owner: "mo:customs" }],
    duties: [
      { procedure: "mo:listing-procedure", state: "owed", criteria: LINES, foundedUnknown: false, list: "mo:customs-list", year: 2025, lastDay: { day: "2026-06-30", provisional: true } }, { procedure: "mo:listing-procedure", state: "done", criteria: [], foundedUnknown: false, year: 2025, doneOn: "2026-02-01" },
      ...(["missed", "binds", "unknown", "notBound"] as const).map((state) => ({ procedure: "mo:listing-procedure", state, criteria: [], foundedUnknown: state === "unknown" })),
    ],
  };
}
