// Gallery of the law's pages: the ways along it, search, differences, changes, findings, steps and points, filled with invented values.
// For tests and for looking, like gallery.ts, which shows them with the rest.
import type { Exhibit } from "./gallery.ts";
import { authorityPage } from "./pages/authority-page.ts";
import { instrumentPage } from "./pages/instrument-page.ts";
import { lawChangesPage } from "./pages/law-changes-page.ts";
import { lawDiffPage } from "./pages/law-diff-page.ts";
import { lawEntryPage } from "./pages/law-entry-page.ts";
import { lawLintPage } from "./pages/law-lint-page.ts";
import { lawPage } from "./pages/law-page.ts";
import { lawSearchPage } from "./pages/law-search-page.ts";
import { lawShelfPage } from "./pages/law-shelf-page.ts";
import type { BasisView, Frame, RegimeView } from "./view-models.ts";
import type { LawEntryModel } from "./view-models-entry.ts";
import type { CascadeView, LintFindingView, LintView } from "./view-models-rules.ts";
import type { LawChangeView, LawFilterView, LawFrontModel, LawLintModel, LawWay, ShelfRow } from "./view-models-law.ts";

const law = (instrument: string, article: string, more: Partial<BasisView> = {}): BasisView => ({ instrument, article, confidence: "high", ...more });

const FINDINGS: readonly LintFindingView[] = [
  { rule: "no-notice", names: { en: "No notice before the decision", zh: "决定前无告知" }, severity: "error", entry: "mo:customs-list", at: "mo/lists/customs.yaml:1", measuredBy: "mo:repair-rules", what: { en: "No step before the decision gives notice.", zh: "决定之前没有告知步骤。" }, why: { en: "Whoever is not told cannot answer. Asked for since 2020-12-18.", zh: "未被告知者无从陈述。自2020-12-18起即有要求。" }, remedy: { en: "Add the notice to the procedure.", zh: "在程序中写明告知。" } },
  { rule: "pile-on", names: { en: "Pile-on", zh: "措施叠加" }, severity: "warning", entry: "mo:joint-7", at: "mo/memoranda/joint-7.yaml:4", what: { en: "One listing releases 17 measures.", zh: "一次列入引起17项措施。" }, why: { en: "Nobody looks at their sum.", zh: "总和无人衡量。" }, remedy: { en: "Keep what answers the conduct.", zh: "保留与行为相应的措施。" } },
  { rule: "unrelated-measure", names: { en: "A measure of another field", zh: "措施与行为无关联" }, severity: "note", entry: "mo:bar-procurement", at: "mo/measures/procurement.yaml:1", people: true, what: { en: "Procurement answers a customs breach.", zh: "以政府采购回应海关违法。" }, why: { en: "Distance looks like penalty for its own sake.", zh: "相距越远，越近于为限制而限制。" }, remedy: { en: "Say what connects them.", zh: "写明二者的联系。" } },
];

export const LINT: LintView = { on: "2026-11-20", standards: "2026-11-20", findings: FINDINGS };
export const NO_LINT: LintView = { ...LINT, findings: [] };

const measure = (number: number, authority: string, force: "mandatory" | "discretionary", list = "mo:customs-list", lost = false): CascadeView["measures"][number] => ({
  measure: `mo:m-${number}`, list, authority, memorandum: "mo:joint-7", clause: String(number), effects: lost ? ["expedite"] : number % 2 === 0 ? ["scrutinise"] : ["deny", "restrict"], force, acts: ["mo:bid"], conditional: number === 3, lost,
});

export const CASCADE: CascadeView = {
  lists: [{ list: "mo:customs-list", owner: "mo:customs", why: "asked", released: true, measures: 6 }, { list: "mo:food-scrutiny", owner: "mo:market", why: "entailed", released: true, measures: 1 }, { list: "mo:bank-a", owner: "mo:bank-a-group", why: "proposed", released: false, measures: 3 }, { list: "mo:trusted-traders", owner: "mo:customs", why: "lost", released: true, measures: 1 }],
  measures: [measure(1, "mo:customs", "mandatory"), measure(2, "mo:customs", "mandatory"), measure(3, "mo:treasury", "mandatory"), measure(4, "mo:works", "discretionary"), measure(5, "mo:land", "mandatory"), measure(6, "mo:market", "mandatory", "mo:food-scrutiny"), measure(7, "mo:customs", "mandatory", "mo:trusted-traders", true)],
  counts: { measures: 6, mandatory: 5, authorities: 5, favours: 0, favoursLost: 1, lists: 1, possibleLists: 1, possibleMeasures: 3 },
  wayBack: { en: "repair after a year, correction, or term of three years", zh: "满一年可修复，更正，或三年期满" },
};

const FILTERS: readonly LawFilterView[] = [
  { name: "standing", chosen: "", choices: [{ value: "inForce", count: 41 }, { value: "draft", count: 2 }, { value: "any", count: 47 }] }, { name: "people", chosen: "", choices: [{ value: "without", count: 41 }, { value: "only", count: 9 }, { value: "with", count: 50 }] },
  { name: "kind", chosen: "list", choices: [{ value: "list", count: 12 }, { value: "measure", count: 29 }] }, { name: "owner", chosen: "", choices: [{ value: "mo:customs", count: 3 }, { value: "mo:market", count: 2 }] },
  { name: "region", chosen: "", choices: [{ value: "990000", names: { en: "Hailu", zh: "海麓省" } }] }, { name: "confidence", chosen: "", choices: [{ value: "high", count: 30 }, { value: "low", count: 2 }] },
];

const ROWS: readonly ShelfRow[] = [
  { id: "mo:customs-list", kind: "list", names: { en: "List of Serious Customs Breaches", zh: "海关严重违法名单" }, from: "2018-03-01", confidence: "medium", standing: "inForce", counts: { measures: 17, authorities: 9, follows: 1, lists: 2, memoranda: 1, clauses: 18, rests: 12, articles: 4 }, colour: "black", owner: "mo:customs", domain: { en: "Customs", zh: "海关" }, level: "national", rank: "law", day: "2018-02-01", authority: "mo:customs", effects: ["deny"], force: "mandatory", acts: ["mo:bid"], lists: ["mo:customs-list"], memorandum: "mo:joint-7", clause: "5" },
  { id: "mo:food-scrutiny", kind: "list", names: { en: "Food makers under closer scrutiny" }, from: "2027-01-01", confidence: "low", standing: "notYet", counts: {}, colour: "scrutiny", owner: "mo:market" },
  { id: "mo:warning", kind: "list", names: { en: "Warnings in food", zh: "食品警示名单" }, from: "2020-01-01", until: "2025-01-01", confidence: "high", standing: "ended", counts: { measures: 0 }, colour: "warning", owner: "mo:market" },
  { id: "mo:proposed", kind: "list", names: { en: "Ratings of neighbours", zh: "邻里评分" }, confidence: "low", standing: "draft", people: true, counts: {}, colour: "red", owner: "mo:credit" },
];

const PAGED = { total: 61, first: 1, next: "2" } as const;
const WAYS: readonly LawWay[] = ["list", "memorandum", "measure", "authority", "article", "kind"];

const FRONT: Omit<LawFrontModel, "regimes"> = {
  kinds: [{ kind: "list", inForce: 41, other: 4, drafts: 2, people: 9 }, { kind: "measure", inForce: 230, other: 12, drafts: 0, people: 40 }, { kind: "score-rule", inForce: 0, other: 0, drafts: 0, people: 112 }], ways: WAYS.map((way, index) => ({ way, count: 40 + index * 31 })),
  findings: { error: 12, warning: 40, note: 7 }, turns: { last: "2026-04-01", next: "2027-01-01" }, examples: [{ en: "List of Serious Customs Breaches", zh: "海关严重违法名单" }],
};

const CHANGES: readonly LawChangeView[] = [
  { what: "began", on: "2026-04-01", entry: "mo:repair-rules", kind: "instrument", names: { en: "Repair rules", zh: "修复规定" }, words: { en: "The instrument “Repair rules” began.", zh: "文件“修复规定”开始施行。" }, basis: [] },
  { what: "ended", on: "2026-04-01", entry: "mo:customs-ordinance", kind: "instrument", names: { en: "Customs Ordinance", zh: "关税规例" }, words: { en: "The instrument “Customs Ordinance” ended.", zh: "文件“关税规例”终止。" }, replacedBy: "mo:charter", basis: [law("mo:charter", "40", { confidence: "low" })] },
  { what: "changed", on: "2026-04-01", entry: "mo:m-5", kind: "measure", names: { en: "Measure of clause 5", zh: "第5条的措施" }, words: { en: "Force of “Measure of clause 5”: at discretion → mandatory.", zh: "“第5条的措施”的强度：机关可裁量 → 必须适用。" }, people: true, memorandum: "mo:joint-7", basis: [law("mo:joint-text", "5")] },
];

const RULES: LawLintModel["rules"] = FINDINGS.map(({ rule, names, why, remedy, severity }) => ({ rule, names, why, remedy, counts: { error: 0, warning: 0, note: 0, [severity]: 4 } }));

const LINT_MODEL: LawLintModel = {
  ...PAGED, on: "2019-07-31", standards: "2026-04-01", counts: { error: 12, warning: 40, note: 7 }, surveyed: { entries: 1204, lists: 61, burdens: 230, memoranda: 14, recordTypes: 31, aboutPersons: 160 }, rules: RULES, filters: [{ name: "severity", chosen: "", choices: [{ value: "error", count: 12 }, { value: "note", count: 7 }] }],
  findings: FINDINGS, presets: [{ label: { en: "2019", zh: "2019年" }, on: "2019-07-31", standards: "2019-07-31" }],
  regimes: [{ label: { en: "2019", zh: "2019年" }, on: "2019-07-31", lists: 45, burdens: 190, own: { error: 2, warning: 51, note: 7 }, later: { error: 40, warning: 13, note: 7 }, median: 1, p90: 10, max: 48 }, { label: { en: "April 2026", zh: "2026年4月" }, on: "2026-04-01", lists: 61, burdens: 230, own: { error: 12, warning: 40, note: 7 }, later: { error: 12, warning: 40, note: 7 } }],
  piles: [{ body: { en: "Hailu", zh: "海麓" }, lists: 61, median: 1, p90: 13, max: 50, histogram: [{ from: 0, to: 0, lists: 19 }, { from: 1, to: 2, lists: 20 }, { from: 3, lists: 0 }], most: [{ list: "mo:customs-list", measures: 50, mandatory: 31, authorities: 12 }] }],
};

const ENTRY: LawEntryModel = {
  id: "mo:points", kind: "score-scheme", names: { en: "Points of Chengwan", zh: "澄湾积分" }, from: "2018-08-01", confidence: "medium", at: "mo/people/points.yaml:1", inForce: true, people: true, basis: [law("mo:charter", "4")], presets: [], usedBy: [], values: [], examples: [], lint: NO_LINT,
  score: {
    keeper: "mo:credit", start: 700, minimum: 0, maximum: 1000, bands: [{ value: "A", names: { en: "Exemplary", zh: "模范" }, minimum: 900, rules: [] }, { value: "D", names: { en: "Low", zh: "低" }, below: 500, rules: [{ en: "a crime", zh: "犯罪" }] }], benefits: [{ en: "Free bicycles", zh: "免费自行车" }],
    rows: [
      { id: "mo:p-1", names: { en: "Gives blood", zh: "无偿献血" }, authority: "mo:credit", tiers: [{ names: { en: "each time", zh: "每次" }, points: 10, per: { en: "200 ml", zh: "200毫升" } }], limit: 50, onceWith: ["mo:p-2"], protectedMatters: ["blood donation"], note: { en: "The source gives no day.", zh: "来源未载日期。" } },
      { id: "mo:p-2", names: { en: "Jumps a queue", zh: "插队" }, tiers: [{ names: { en: "once", zh: "一次" }, points: -5 }, { names: { en: "again", zh: "再次" }, points: -20 }], onceWith: [], protectedMatters: [] },
      { id: "mo:p-3", names: { en: "Refuses a judgment", zh: "拒不履行判决" }, tiers: [], setsTo: 0, onceWith: [], protectedMatters: [] },
    ],
  },
};

const PROCEDURE: LawEntryModel = {
  ...ENTRY, id: "mo:listing-procedure", kind: "procedure", names: { en: "Procedure of a listing", zh: "列入程序" }, people: false, draft: true, inForce: false, lint: LINT,
  grades: ENTRY.score?.bands ?? [], way: "authority",
  steps: [{ current: true, basis: [], value: [
    { id: "notice", kind: "notice", names: { en: "Notice", zh: "告知" }, by: "office", after: [], optional: false, states: ["facts", "basis"], officers: 2, superiorConsent: true, legalReview: true, substitute: { en: "public notice", zh: "公告" }, outcomes: [], automatic: false, basis: [law("mo:charter", "11", { confidence: "low" })] },
    { id: "answer", kind: "defence", names: { en: "Answer", zh: "陈述申辩" }, by: "organisation", after: [{ en: "Notice", zh: "告知" }], within: { count: 10, unit: "workingDays", from: { en: "Notice", zh: "告知" } }, optional: true, states: [], officers: 0, superiorConsent: false, legalReview: false, outcomes: ["listed", "noAction"], automatic: false, basis: [] },
    { id: "more-time", kind: "notification", names: { en: "More time", zh: "延长" }, by: "office", after: [], within: { count: 5, unit: "workingDays", from: { en: "Answer", zh: "陈述申辩" } }, optional: true, states: [], officers: 1, superiorConsent: false, legalReview: false, outcomes: [], automatic: true, extends: { en: "Answer", zh: "陈述申辩" }, records: "mo:penalty", basis: [] },
  ] }],
};

/** `at` makes the frame of a page at an address. */
export function lawExhibits(at: (path: string, query?: Readonly<Record<string, string>>) => Frame, regimes: readonly RegimeView[], name: string): readonly Exhibit[] {
  const { score: _score, ...procedure } = PROCEDURE;
  return [
    { name: "law", page: lawPage(at("/law"), { ...FRONT, regimes }) },
    ...WAYS.map((way): Exhibit => ({ name: `law-by-${way}`, page: lawShelfPage(at(`/law/by/${way}`, { kind: "list" }), { ...PAGED, way, filters: FILTERS, rows: ROWS }) })),
    { name: "law-by-none", page: lawShelfPage(at("/law/by/list"), { total: 0, first: 0, way: "list", filters: [], rows: [] }) },
    { name: "authority", page: authorityPage(at("/law/by/authority/mo:customs"), {
      id: "mo:customs", kind: "authority", names: { en: "Harbour Customs", zh: "海麓港务海关" }, confidence: "high", standing: "inForce", level: "national", superior: "mo:treasury", powers: ["list", "enforce"], basis: [law("mo:charter", "1")], note: { en: "Formed of two offices.", zh: "由两署合并而成。" },
      lists: [{ list: "mo:customs-list", colour: "black", people: false, measures: 17, authorities: 9, follows: 1 }], takes: [{ memorandum: "mo:joint-7", measures: 4, mandatory: 4, effects: [{ effect: "deny", count: 2 }], each: ["mo:m-1", "mo:m-2"] }, { measures: 20, mandatory: 2, effects: [{ effect: "scrutinise", count: 20 }], each: [] }],
      others: [{ authority: "mo:treasury", measures: 2, mandatory: 1, effects: [{ effect: "deny", count: 1 }], each: ["mo:m-5"] }], more: [{ what: "recordTypes", entries: ["mo:penalty"] }, { what: "below", entries: ["mo:land"] }],
    }) },
    { name: "authority-bare", page: authorityPage(at("/law/by/authority/mo:land"), { id: "mo:land", kind: "authority", names: { en: "Land Office" }, confidence: "low", standing: "draft", people: true, level: "city", powers: [], basis: [], lists: [], takes: [], others: [], more: [] }) },
    { name: "instrument", page: instrumentPage(at("/law/by/article/mo:charter"), {
      id: "mo:charter", kind: "instrument", names: { en: "Charter of the customs list", zh: "海关名单章程" }, from: "2018-03-01", confidence: "high", standing: "inForce", rank: "departmental-rule", day: "2018-02-01",
      articles: [{ rests: [{ entry: "mo:customs-list", kind: "list", standing: "inForce", confidence: "high" }] }, { article: "Art. 4", rests: [{ entry: "mo:customs-list", kind: "list", standing: "inForce", confidence: "medium", quote: "港务海关可以将有下列情形之一的组织列入名单。" }, { entry: "mo:m-5", kind: "measure", standing: "ended", confidence: "low", people: true }] }],
    }) },
    { name: "law-search", page: lawSearchPage(at("/law/search", { q: "customs" }), {
      ...PAGED, asked: "customs", filters: FILTERS, examples: [],
      hits: [{ ...ROWS[0], id: "mo:customs-list", kind: "list", names: { en: "List of Serious Customs Breaches", zh: "海关严重违法名单" }, confidence: "high", standing: "draft", people: true, found: [{ field: "name", text: "List of Serious Customs Breaches", marks: [{ from: 16, to: 23 }] }, { field: "quote", text: "港务海关可以将有下列情形之一的组织列入名单。", marks: [{ from: 2, to: 4 }], instrument: "mo:charter" }, { field: "note", text: name, marks: [] }] }],
    }) },
    { name: "law-search-empty", page: lawSearchPage(at("/law/search", { q: name }), { total: 0, first: 0, asked: name, filters: [], hits: [], examples: [{ en: "Customs", zh: "海关" }] }) },
    { name: "law-diff", page: lawDiffPage(at("/law/diff", { kind: "measure" }), { ...PAGED, from: "2019-01-01", to: "2026-04-01", all: 372, presets: [{ label: { en: "2014 to 2016", zh: "2014年到2016年" }, from: "2014-06-14", to: "2016-05-30" }], filters: FILTERS, counts: [{ kind: "measure", began: 12, ended: 3, changed: 1 }], changes: CHANGES }) },
    { name: "law-diff-none", page: lawDiffPage(at("/law/diff"), { total: 0, first: 0, from: "2026-04-01", to: "2026-04-02", all: 0, presets: [], filters: [], counts: [], changes: [] }) },
    { name: "law-changes", page: lawChangesPage(at("/law/changes", { sector: "C" }), { filters: FILTERS, more: true, days: [{ day: "2027-01-01", announced: true, changes: CHANGES }, { day: "2026-04-01", announced: false, changes: Array.from({ length: 12 }, () => CHANGES[1]).flatMap((change) => change ?? []) }] }) },
    { name: "law-changes-none", page: lawChangesPage(at("/law/changes"), { filters: [], more: false, days: [] }) },
    { name: "law-lint", page: lawLintPage(at("/law/lint"), LINT_MODEL) },
    { name: "law-lint-rule", page: lawLintPage(at("/law/lint", { rule: "no-notice", standards: "2026-04-01" }), { ...LINT_MODEL, rule: RULES[0] ?? LINT_RULE, total: 0, first: 0, findings: [], regimes: [], piles: [] }) },
    { name: "law-scheme", page: lawEntryPage(at("/law/mo:points"), ENTRY) },
    { name: "law-procedure", page: lawEntryPage(at("/law/mo:listing-procedure"), procedure) },
  ];
}

const LINT_RULE: LawLintModel["rules"][number] = { rule: "no-end", names: { en: "No End", zh: "无期限" }, why: { en: "It weighs for ever.", zh: "一直持续。" }, remedy: { en: "State one.", zh: "写明期限。" }, counts: { error: 0, warning: 0, note: 0 } };
