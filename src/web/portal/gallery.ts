// Gallery: every page filled with invented values, in both languages. For tests and for looking; never served by the register.
// Nation, law, organisations and days are made up; region 99xxxx was never allocated.
import { planExhibits } from "./gallery-plan.ts";
import { deskExhibits } from "./gallery-desk.ts";
import { handInExhibits } from "./gallery-handin.ts";
import { measureExhibits } from "./gallery-measures.ts";
import { ownExhibits } from "./gallery-own.ts";
import { preflightExhibits } from "./gallery-preflight.ts";
import { relationsShown } from "./gallery-relations.ts";
import { MONTHS, statisticsExhibits } from "./gallery-statistics.ts";
import { apiExhibits } from "./gallery-api.ts";
import { supplierExhibits } from "./gallery-suppliers.ts";
import { TIMELINE } from "./gallery-time.ts";
import { reportExhibits } from "./gallery-report.ts";
import { CASCADE, lawExhibits, LINT, NO_LINT } from "./gallery-law.ts";
import type { Html } from "./html.ts";
import { badQuestionPage, faultPage, notFoundPage, organisationNotFoundPage } from "./pages/error-pages.ts";
import { homePage } from "./pages/home-page.ts";
import { lawEntryPage } from "./pages/law-entry-page.ts";
import { listPage } from "./pages/list-page.ts";
import { listsPage } from "./pages/lists-page.ts";
import { memorandaPage } from "./pages/memoranda-page.ts";
import { memorandumPage } from "./pages/memorandum-page.ts";
import { modelPage } from "./pages/model-page.ts";
import { organisationPage } from "./pages/organisation-page.ts";
import { searchPage } from "./pages/search-page.ts";
import type { BasisView, DeliveryView, Frame, Language, LawName, RegimeView } from "./view-models.ts";
import type { AnswerView, ChainLink, EffectRow } from "./view-models-answer.ts";
import type { ListModel, ListRow } from "./view-models-list.ts";
import type { ClauseView, MemorandumModel } from "./view-models-memorandum.ts";
import type { OrganisationModel } from "./view-models-organisation.ts";

export interface Exhibit {
  readonly name: string;
  readonly page: Html;
}

/** `name` stands in for an organisation's name everywhere one is shown. */
export function gallery(language: Language, name: string = language === "zh" ? "澄湾市砺川精密机械有限公司" : "Chengwan Lichuan Precision Machinery Co., Ltd."): readonly Exhibit[] {
  const at = (path: string, query: Readonly<Record<string, string>> = {}): Frame => frame(language, path, query);
  const organisation = organisationModel(name);
  return [
    { name: "home", page: homePage(at("/"), { acts: ACTS, examples: ["lichuan", "砺川精密", CODE], counts: { organisations: 10000, listed: 431, bound: 212, may: 58, undetermined: 37, favoured: 388, released: 241, provisional: 64, held: 3 }, latest: latest(name), lists: LISTS, regimes: REGIMES.map(({ state: _state, ...rest }) => ({ ...rest, title: { en: "Law of that day", zh: "当日法规" } })), deliveries: DELIVERIES }) },
    { name: "search", page: searchPage(at("/search", { q: "lichuan", act: "mo:bid" }), search(name)) },
    { name: "search-filtered", page: searchPage(at("/search", { q: "lichuan" }), { ...search(name), facets: FACETS, sort: "name", filters: { state: "clear", sort: "name" }, narrowed: true }) },
    { name: "search-empty", page: searchPage(at("/search", { q: name }), { ...search(name), asked: name, total: 0, hits: [], held: [], also: [] }) },
    { name: "organisation", page: organisationPage(at(PATH, { act: "mo:bid" }), { ...organisation, answer: BOUND }) },
    { name: "organisation-clear", page: organisationPage(at(PATH, { act: "mo:bond" }), { ...organisation, answer: CLEAR }) },
    { name: "organisation-undetermined", page: organisationPage({ ...at(PATH, { act: "mo:land" }), clocks: { ...CLOCKS, on: "2026-03-02", law: "2021-12-31", known: 171904 } }, { ...organisation, answer: UNDETERMINED }) },
    { name: "organisation-standing", page: organisationPage(at(PATH), organisation) },
    { name: "organisation-free", page: organisationPage(at(PATH), { ...organisation, counts: { favoured: 2, may: 1, clear: 38 }, effects: organisation.effects.filter(({ state }) => state !== "bound" && state !== "undetermined") }) },
    { name: "organisation-plain", page: organisationPage(at(PATH), { ...organisation, effects: [], regimes: [], listings: [], records: [], shelf: "licence" }) },
    ...(["penalty", "list", "history"] as const).map((shelf) => ({ name: `organisation-${shelf}`, page: organisationPage(at(PATH, { shelf }), { ...organisation, shelf }) })),
    { name: "lists", page: listsPage(at("/lists"), { lists: LISTS, presets: [] }) },
    { name: "list", page: listPage(at("/lists/mo:customs-list"), listModel(name)) },
    { name: "list-of-persons", page: listPage(at("/lists/mo:warning"), { ...withoutCascade(listModel(name)), people: true, draft: true, inForce: false, forbiddenBy: [], repairs: [], readings: [], open: false, listings: [], editions: [], total: 0, first: 0, waysOut: { leads: false, words: [{ en: "Permanent.", zh: "长期。" }] } }) },
    { name: "memoranda", page: memorandaPage(at("/memoranda"), { memoranda: [{ memorandum: "mo:joint-7", from: "2019-06-01", signedOn: "2019-05-20", lists: ["mo:customs-list"], authorities: 9, clauses: 14 }, { memorandum: "mo:mutual", from: "2010-04-09", lists: ["mo:bank-a", "mo:bank-b", "mo:bank-c"], authorities: 3, clauses: 3 }], presets: [] }) },
    { name: "memorandum", page: memorandumPage(at("/memoranda/mo:joint-7"), MEMORANDUM) },
    { name: "memorandum-mutual", page: memorandumPage(at("/memoranda/mo:mutual"), MUTUAL) },
    ...lawExhibits(at, REGIMES.map(({ state: _state, note: _note, ...rest }) => rest), name),
    ...deskExhibits(at, name),
    ...handInExhibits(at("/"), name),
    ...measureExhibits(at("/"), name),
    ...ownExhibits(at("/"), name),
    ...reportExhibits(at, name),
    ...preflightExhibits(at, name),
    ...statisticsExhibits(at("/statistics")),
    ...apiExhibits(at("/api"), name),
    ...planExhibits(at("/"), name),
    ...supplierExhibits(at("/suppliers"), name),
    { name: "law-entry", page: lawEntryPage(at("/law/mo:customs-list"), LAW_ENTRY) },
    { name: "candidates", page: organisationNotFoundPage(at("/organisations/lichuan"), { asked: name, several: true, candidates: [{ file: FILE, name, codes: CODES }, { file: "P00000026", name: "Lichuan Shipping", codes: [] }] }) },
    { name: "bad-question", page: badQuestionPage(at(PATH), { code: "act-unknown", asked: name, message: "", remedy: "" }) },
    { name: "bad-question-unworded", page: badQuestionPage(at(PATH), { code: "day-odd", asked: "", message: "`2026-02-30` is not a day of the calendar", remedy: "Write a day as YYYY-MM-DD." }) },
    { name: "not-found", page: notFoundPage(at("/nothing/here")) },
    { name: "fault", page: faultPage({ language, origin: ORIGIN, path: "/", query: {}, register: REGISTER, law: {} }, "req-7f3a") },
    { name: "model", page: modelPage(at("/model"), { nation: NATION, seed: "20261120", until: "2026-11-20", organisations: 10000, offices: 312, records: 48211, batches: 1207 }) },
  ];
}

const ORIGIN = "http://127.0.0.1:8080";
const NATION = { en: "Hailu", zh: "海麓" } as const;
const REGISTER = { name: { en: "Public credit register of Hailu", zh: "海麓公共信用登记册" }, model: { nation: NATION } } as const;
const CLOCKS = { on: "2026-11-20", law: "2026-11-20", known: 184233, today: "2026-11-20", latest: 184233 } as const;
const FILE = "P00000018";
const PATH = `/organisations/${FILE}`;
const CODE = "91990102MA5K2Q7H3T";
const CODES = [{ scheme: "mo:unified-code", value: CODE, from: "2016-05-09" }] as const;

function frame(language: Language, path: string, query: Readonly<Record<string, string>>): Frame {
  return { language, origin: ORIGIN, path, query, clocks: CLOCKS, rulebook: "sha256:4be170c2a1d89f5d0c6e3b7a2f41985d7e60b3c9a8f2145d6e7b8091a2c3d4e5", register: REGISTER, law: LAW };
}

function entry(kind: LawName["kind"], en: string, zh: string): LawName {
  return { kind, names: { en, zh } };
}

const LAW: Readonly<Record<string, LawName>> = {
  "mo:unified-code": entry("identifier", "Code", "代码"),
  "mo:customs": entry("authority", "Harbour Customs", "海麓港务海关"),
  "mo:treasury": entry("authority", "Treasury", "海麓国库署"),
  "mo:works": entry("authority", "Public Works Office", "工程招标署"),
  "mo:revenue": entry("authority", "Revenue Office", "税务院"),
  "mo:market": entry("authority", "Market Oversight Office", "市场监察院"),
  "mo:land": entry("authority", "Land Office", "土地局"),
  "mo:money": entry("authority", "Monetary and Foreign Exchange Authority", "金融与外汇管理局"),
  "mo:securities": entry("authority", "Securities Office", "证券监察院"),
  "mo:transport": entry("authority", "Transport Office", "交通署"),
  "mo:credit": entry("authority", "Public Credit Bureau", "公共信用局"),
  "mo:bank-a-group": entry("authority", "Bank of the Archipelago", "群岛开发银行"),
  "mo:bank-b-group": entry("authority", "Bank for Harbour Reconstruction and Development", "港口复兴开发银行"),
  "mo:bank-c-group": entry("authority", "Northern Development Bank", "北方开发银行"),
  "mo:customs-list": entry("list", "List of Serious Customs Breaches", "海关严重违法名单"),
  "mo:trusted-traders": entry("list", "Certified Traders", "高级认证贸易商名录"),
  "mo:food-scrutiny": entry("list", "Food makers under closer scrutiny", "食品生产重点关注名单"),
  "mo:bank-a": entry("list", "Debarred firms, Bank of the Archipelago", "群岛开发银行除名名单"),
  "mo:bank-b": entry("list", "Ineligible firms, Bank for Harbour Reconstruction and Development", "港口复兴开发银行不合格名单"),
  "mo:bank-c": entry("list", "Sanctioned firms, Northern Development Bank", "北方开发银行制裁名单"),
  "mo:joint-7": entry("memorandum", "Joint Memorandum 2019-07, on customs breaches", "关于海关严重违法的共同措施备忘录（2019年第7号）"),
  "mo:mutual": entry("memorandum", "Agreement on mutual enforcement", "互认执行协定"),
  "mo:bar-procurement": entry("measure", "No bids for government procurement", "不得参加政府采购"),
  "mo:penalty": entry("record-type", "Administrative penalty", "行政处罚"),
  "mo:customs-ordinance": entry("instrument", "Customs Ordinance", "关税规例"),
  "mo:charter": entry("instrument", "Charter of the customs list", "海关名单章程"),
  "mo:joint-text": entry("instrument", "Joint Memorandum 2019-07", "共同措施备忘录2019-07"),
  "mo:repair-rules": entry("instrument", "Repair rules", "修复规定"),
  "mo:listing-procedure": entry("procedure", "Procedure of a listing", "列入程序"),
  "mo:template-customs": entry("template", "Customs penalties", "海关处罚表"),
  ...Object.fromEntries(Array.from({ length: 18 }, (_, index) => [`mo:m-${index + 1}`, entry("measure", `Measure of clause ${index + 1}`, `第${index + 1}条的措施`)])),
  "mo:m-mutual": entry("measure", "No contracts for firms debarred elsewhere", "不向他方除名的组织授予合同"),
  "mo:m-mutual-a": entry("measure", "Bank of the Archipelago: no contracts for firms debarred elsewhere", "群岛开发银行：不向他方除名的组织授予合同"),
  "mo:bid": entry("act", "Bid for government procurement", "参加政府采购投标"),
  "mo:bond": entry("act", "Issue bonds", "发行债券"),
  "mo:land-use": entry("act", "Take over the use of public land", "受让国有土地使用权"),
};

const ACTS = [
  { value: "mo:bid", names: { en: "Bid for government procurement", zh: "参加政府采购投标" }, group: { en: "Markets", zh: "市场" } },
  { value: "mo:bond", names: { en: "Issue bonds", zh: "发行债券" }, group: { en: "Markets", zh: "市场" } },
  { value: "mo:land-use", names: { en: "Take over the use of public land", zh: "受让国有土地使用权" }, group: { en: "Land", zh: "土地" } },
] as const;

const source = { batch: "B-2025-0911", template: "mo:template-customs", sheet: "处罚", row: 31 } as const;
const law = (instrument: string, article: string, more: Partial<BasisView> = {}): BasisView => ({ instrument, article, confidence: "high", ...more });

function latest(name: string): Parameters<typeof homePage>[1]["latest"] {
  const organisation = { file: FILE, name };
  return [
    { day: "2026-11-20", what: "edition", of: "mo:customs-list", by: "mo:customs", note: { en: "61 rows, 2 new, 1 gone", zh: "61行，新增2，减少1" }, position: 184230 },
    { day: "2026-11-20", what: "listed", organisation, of: "mo:customs-list", by: "mo:customs", note: { en: "free again on 2028-12-15; repair from 2026-12-15", zh: "2028-12-15起恢复；2026-12-15起可申请修复" } },
    { day: "2026-11-19", what: "noticed", organisation: { file: "P00000026", name: "石汀望潮食品有限公司" }, of: "mo:food-scrutiny", by: "mo:market", note: { en: "may answer until 2026-12-04", zh: "答复期至2026-12-04" } },
    { day: "2026-11-19", what: "favoured", organisation: { file: "P00000034", name: "临渚白鹭仓储有限公司" }, of: "mo:trusted-traders", by: "mo:customs" },
    { day: "2026-11-18", what: "reported", organisation: { file: "P00000042", name: "Société de Travaux Maritimes" }, of: "mo:bank-b", by: "mo:bank-b-group" },
    { day: "2026-11-18", what: "corrected", organisation: { file: "P00000059", name: "云栈七桥书局" }, of: "mo:penalty", by: "mo:market", note: { en: "the code was another organisation’s", zh: "代码误填，记录移出" } },
    { day: "2026-11-17", what: "objected", organisation, of: "mo:penalty", by: "mo:transport" },
  ];
}

const LISTS: readonly ListRow[] = [
  { list: "mo:customs-list", colour: "black", owner: "mo:customs", holds: "kept", open: true, today: 61 },
  { list: "mo:food-scrutiny", colour: "scrutiny", owner: "mo:market", holds: "kept", open: true, today: 118 },
  { list: "mo:trusted-traders", colour: "red", owner: "mo:customs", holds: "kept", open: true, today: 388 },
  { list: "mo:bank-b", colour: "black", owner: "mo:bank-b-group", holds: "reported", open: true, today: 1043, edition: { asOf: "2026-11-14", inferred: true } },
  { list: "mo:bank-c", colour: "black", owner: "mo:bank-c-group", holds: "reported", open: true, edition: { asOf: "2025-06-14", inferred: false }, stale: true },
];

const REGIMES: readonly RegimeView[] = [
  { label: { en: "2014", zh: "2014" }, law: "2014-06-14", current: false, state: "clear", note: { en: "no such measure", zh: "尚无此类措施" } },
  { label: { en: "2016", zh: "2016" }, law: "2016-05-30", current: false, state: "bound", note: { en: "no end stated", zh: "未写明期限" } },
  { label: { en: "2019", zh: "2019" }, law: "2019-07-31", current: false, state: "bound", note: { en: "2028-12-15", zh: "2028-12-15" } },
  { label: { en: "Dec 2020", zh: "2020年12月" }, law: "2020-12-31", current: false, state: "undetermined", note: { en: "two readings", zh: "两种理解" } },
  { label: { en: "Dec 2021", zh: "2021年12月" }, law: "2021-12-31", current: false, state: "bound", note: { en: "repair after 6 months", zh: "半年起可修复" } },
  { label: { en: "May 2023", zh: "2023年5月" }, law: "2023-05-01", current: false, state: "bound", note: { en: "repair after a year", zh: "一年起可修复" } },
  { label: { en: "2025", zh: "2025" }, law: "2025-12-31", current: false, state: "bound", note: { en: "repair after a year", zh: "一年起可修复" } },
  { label: { en: "April 2026", zh: "2026年4月" }, law: "2026-04-01", current: true, state: "bound", note: { en: "repair after a year", zh: "一年起可修复" } },
];

const DELIVERIES: readonly DeliveryView[] = [
  { of: "mo:customs", state: "onTime", last: "2026-11-20", rhythm: { en: "daily", zh: "每日" } },
  { of: "mo:treasury", state: "onTime", last: "2026-11-20", rhythm: { en: "daily", zh: "每日" } },
  { of: "mo:revenue", state: "onTime", last: "2026-11-16", rhythm: { en: "weekly", zh: "每周" } },
  { of: "mo:land", state: "late", last: "2026-10-08", daysLate: 12, rhythm: { en: "monthly", zh: "每月" } },
  { of: "mo:bank-b", state: "onTime", last: "2026-11-14", inferred: true },
  { of: "mo:transport", state: "none", last: "2026-11-19" },
  { of: "mo:securities", state: "never" },
];

const FACETS = [
  { field: "state", names: { en: "State", zh: "状态" }, choices: [{ value: "bound", names: { en: "Bound", zh: "受限" }, state: "bound", count: 2, chosen: false }, { value: "clear", names: { en: "Clear", zh: "不受限" }, state: "clear", count: 3, chosen: true }] },
  { field: "kind", names: { en: "Kind", zh: "种类" }, choices: [{ value: "plan", names: { en: "Company, partnership, branch", zh: "企业" }, count: 6, chosen: true }, { value: "social", names: { en: "Social organisation", zh: "社会组织" }, count: 1, chosen: false }] },
  { field: "list", names: { en: "On the list", zh: "在列名单" }, one: true, choices: [{ value: "mo:customs-list", names: { en: "List of Serious Customs Breaches", zh: "海关严重违法名单" }, chosen: true }] },
] as const;

function search(name: string): Parameters<typeof searchPage>[1] {
  return {
    asked: "lichuan",
    total: 4,
    from: 1,
    also: ["砺川", "立川"],
    sort: "best",
    filters: {},
    facets: [],
    held: [{ template: "mo:template-customs", rows: 2, name: "砺川精密", resembles: { file: FILE, name } }],
    deliveries: DELIVERIES.slice(0, 5),
    next: "2",
    hits: [
      { file: FILE, name, otherName: "Chengwan Lichuan Precision Machinery", codes: CODES, foundBy: "name", state: "bound", acts: { bound: 11, may: 6, undetermined: 1 }, earliest: { day: "2027-01-13", provisional: true }, kind: { en: "Company", zh: "企业" }, sector: { en: "Machinery", zh: "通用设备制造" }, region: { en: "Chengwan, Hailu", zh: "海麓省澄湾市" } },
      { file: "P00000026", name: "砺川航运有限公司", otherName: "Lichuan Shipping Co., Ltd.", codes: [{ scheme: "mo:unified-code", value: "91990103MA4H8T1N79" }], foundBy: "pinyin", foundText: "lìchuān", state: "clear", acts: { clear: 41 }, note: { en: "1 objection open, on a fee record", zh: "1项异议在办，关于收费记录" }, kind: { en: "Company", zh: "企业" }, region: { en: "Yanpu", zh: "雁浦市" } },
      { file: "P00000034", name: "石汀丰栈五金有限公司", codes: [{ scheme: "mo:unified-code", value: "91990301MA8G9F4K5W" }], foundBy: "formerName", foundText: "石汀砺川五金厂", state: "favoured", acts: { favoured: 4, clear: 37 } },
      { file: "P00000042", name: "Lichuan Growers’ Cooperative", codes: [], foundBy: "part", state: "undetermined", acts: { undetermined: 3 }, note: { en: "two authorities report different codes", zh: "两家机关报送的代码不同" } },
    ],
  };
}

function organisationModel(name: string): OrganisationModel {
  return {
    organisation: { file: FILE, name, otherName: name.startsWith("澄") ? "Chengwan Lichuan Precision Machinery Co., Ltd." : "澄湾市砺川精密机械有限公司", codes: CODES, status: { en: "in operation", zh: "存续" }, kind: { en: "limited company", zh: "有限责任公司" }, sector: { en: "general machinery", zh: "通用设备制造" }, region: { en: "Chengwan, Hailu", zh: "海麓省澄湾市" }, establishedOn: "2016-05-09" },
    presets: [
      { label: { en: "the day of the decision, 2025-12-12", zh: "决定之日2025-12-12" }, clocks: { on: "2025-12-12" } },
      { label: { en: "a year ago", zh: "一年前" }, clocks: { on: "2025-11-20" } },
      { label: { en: "the law of December 2021", zh: "2021年12月版法规" }, clocks: { law: "2021-12-31" } },
    ],
    acts: ACTS,
    counts: { bound: 11, may: 6, undetermined: 1, favoured: 0, clear: 23 },
    places: [{ value: "990101", names: { en: "Chengwan", zh: "澄湾市" } }], place: "990101",
    effects: EFFECTS,
    officeHolders: [{ state: "may", act: ACTS[0], effects: ["deny"], measure: "mo:m-18", authority: "mo:market", force: "mandatory", basis: [], reaches: ["legal-representative"], from: "2025-12-15" }],
    regimes: REGIMES,
    joins: [{ files: [FILE, "P00000067"], judgedBy: "matcher", reasons: ["the names are equal once levelled: `" + name + "`, `Lichuan`", "their addresses agree"] }],
    related: [{ file: "P00000075", name: "澄湾砺川集团", relation: "branchOf" }],
    codes: CODES,
    names: [{ text: name, kind: "main", source }, { text: "澄湾砺川机械厂", kind: "former", source: { batch: "B-2016-0003", row: 4 } }, { text: "Lichuan Precision", kind: "trade" }],
    records: [
      { type: "mo:penalty", about: "penalty", record: "R-171904", on: "2025-09-02", by: "mo:customs", position: 171904, publishedUntil: "2028-09-02", source, fields: [{ names: { en: "What for", zh: "事由" }, value: "进口申报不实，少缴税款" }, { names: { en: "Fine", zh: "罚款" }, value: "640,000元" }] },
      { type: "mo:penalty", about: "penalty", record: "R-102338", on: "2023-03-14", by: "mo:market", position: 102338, fields: [{ names: { en: "What for", zh: "事由" }, value: "标签未注明净含量" }] },
    ],
    listings: [
      { list: "mo:customs-list", listing: "L-2025-93", state: "current", holds: "kept", colour: "black", statesGrounds: true, decidedOn: "2025-12-12", from: "2025-12-15", end: { kind: "fixed", until: "2028-12-15" }, grounds: "false declaration, duty short", source, toGo: { due: { lastDay: "2026-11-09", provisional: false, passed: true } } },
      { list: "mo:warning", listing: "L-2026-12", state: "to-come", holds: "kept", colour: "warning", statesGrounds: false, from: "2026-12-01", end: { kind: "notStated" }, toGo: {} },
      { list: "mo:bank-b", listing: "L-bank-b-77", state: "gone", holds: "reported", colour: "black", statesGrounds: true, from: "2020-02-01", end: { kind: "notStated" }, originator: "mo:bank-a-group", firstEdition: { edition: "E-1", asOf: "2025-01-07", inferred: false }, lastEdition: { edition: "E-9", asOf: "2026-02-01", inferred: true }, source: { batch: "B-2026-0040", row: 288 } },
    ],
    shelf: "registration",
    timeline: TIMELINE, relations: relationsShown(name),
    deliveries: DELIVERIES,
  };
}

const EFFECTS: readonly EffectRow[] = [
  { state: "favoured", act: { value: "mo:bond", names: { en: "Clear goods through customs", zh: "进出口货物通关" } }, effects: ["expedite"], measure: "mo:fast-lane", authority: "mo:customs", force: "mandatory", basis: [law("mo:charter", "12")], from: "2025-01-01", end: { kind: "untilDone", what: "certificate withdrawn" } },
  { state: "undetermined", act: ACTS[2], effects: ["restrict"], measure: "mo:m-17", memorandum: "mo:joint-7", clause: "14", authority: "mo:land", force: "mandatory", basis: [law("mo:charter", "12")], note: { en: "source 12 days late; this act’s law closes meanwhile", zh: "资料迟到12天，本事项按不放行处理" } },
  { state: "may", act: ACTS[1], effects: ["deny", "restrict"], measure: "mo:m-12", memorandum: "mo:joint-7", clause: "12", authority: "mo:securities", force: "discretionary", basis: [law("mo:charter", "12")] },
  { state: "bound", act: ACTS[0], effects: ["deny"], measure: "mo:bar-procurement", memorandum: "mo:joint-7", clause: "5", authority: "mo:treasury", force: "mandatory", basis: [law("mo:charter", "12")], from: "2025-12-15", end: { kind: "fixed", until: "2028-12-15" }, earliest: { day: "2027-01-13", provisional: true } },
  { state: "bound", act: { value: "mo:award", names: { en: "Receive contracts", zh: "承接合同" } }, effects: ["deny"], measure: "mo:m-mutual", memorandum: "mo:mutual", clause: "4", authority: "mo:bank-b-group", force: "mandatory-unless-declined", basis: [law("mo:charter", "12")], from: "2020-02-01", end: { kind: "notStated" } },
  { state: "bound", act: { value: "mo:fees", names: { en: "Pay harbour dues", zh: "缴纳港口费" } }, effects: ["surcharge"], amount: { kind: "rate", rate: { numerator: 5, denominator: 100 }, of: "the dues" }, measure: "mo:m-3", authority: "mo:transport", force: "mandatory", basis: [law("mo:charter", "12")], reaches: ["organisation", "legal-representative"], from: "2026-01-01", end: { kind: "reviewFrom", day: "2027-01-01", what: "the debt" } },
];

const CHAIN: readonly ChainLink[] = [
  { kind: "measure", measure: "mo:bar-procurement", authority: "mo:treasury", effects: ["deny"], force: "mandatory", from: "2025-12-15", end: { kind: "fixed", until: "2028-12-15" }, basis: [law("mo:joint-text", "5")] },
  { kind: "clause", memorandum: "mo:joint-7", clauses: ["5"], parties: 9, quote: "列入第三条名单的组织，在列期间不得作为供应商参加政府采购。", since: "2019-06-01", basis: [law("mo:joint-text", "5", { confidence: "medium" })] },
  { kind: "listing", list: "mo:customs-list", listing: "L-2025-93", owner: "mo:customs", holds: "kept", from: "2025-12-15", end: { kind: "fixed", until: "2028-12-15" }, grounds: { en: "false declaration, duty short", zh: "申报不实，少缴税款" }, source, basis: [law("mo:charter", "6")] },
  { kind: "decision", by: "mo:customs", on: "2025-12-12", noticeOn: "2025-10-20", answeredOn: "2025-10-31", basis: [law("mo:charter", "11")] },
  { kind: "criterion", id: "duty-short", says: { en: "One false declaration, duty short by a million or more", zh: "一次申报不实，少缴税款达到一百万" }, holds: true, expression: "record.dutyShort >= 1000000", values: [{ names: { en: "Duty short", zh: "少缴税款" }, value: "1,280,000元" }], basis: [law("mo:charter", "4(2)")] },
  { kind: "record", type: "mo:penalty", record: "R-171904", by: "mo:customs", says: { en: "Penalty decision 2025/417", zh: "行政处罚决定〔2025〕417号" }, on: "2025-09-02", position: 171904, source, basis: [law("mo:customs-ordinance", "30")] },
];

const REPORTED: readonly ChainLink[] = [
  { kind: "measure", measure: "mo:m-mutual", authority: "mo:bank-b-group", effects: ["deny"], force: "mandatory-unless-declined", from: "2020-02-01", end: { kind: "notStated" }, basis: [law("mo:mutual", "4", { confidence: "low" })] },
  { kind: "listing", list: "mo:bank-a", listing: "L-a-1", owner: "mo:bank-a-group", holds: "reported", end: { kind: "notStated" }, edition: { asOf: "2026-11-14", inferred: true }, source: { batch: "B-7", row: 288 }, basis: [] },
  { kind: "decision", basis: [] },
  { kind: "criterion", id: "over-a-year", says: { en: "The debarment exceeds a year", zh: "除名超过一年" }, holds: "presumed", expression: "listing.years > 1", needs: [{ en: "First free day", zh: "恢复之日" }], basis: [] },
  { kind: "withheld", authority: "mo:revenue" },
];

const BOUND: AnswerView = {
  act: ACTS[0],
  verdict: "bound",
  decision: false,
  sentence: { en: "May not bid for government procurement; free again on 2028-12-15", zh: "不得参加政府采购投标，2028-12-15起恢复" },
  reasons: [{ en: "The Treasury must refuse its bids since 2025-12-15, because Harbour Customs has put it on a list and clause 5 of a memorandum ties that list to procurement. The Treasury has no discretion.", zh: "国库署自2025-12-15起必须拒绝其投标，因为海麓港务海关已将它列入名单，而备忘录第五条把该名单与政府采购相连。国库署无裁量余地。" }],
  knows: { en: "The four authorities behind this answer have all delivered on time; no records conflict.", zh: "本答复依据的四家机关资料均按时到位，没有相互矛盾的记录。" },
  out: { day: "2027-01-13", provisional: true, sentence: { en: "By credit repair. It can be applied for from 2026-12-15, in 25 days; two of four conditions are met.", zh: "信用修复。2026-12-15起可申请，还有25天；四项条件已满足两项。" } },
  chains: [CHAIN, REPORTED],
  possible: EFFECTS.filter((row) => row.state === "may"), favours: [],
  exits: [
    { act: "review", when: { kind: "closed", since: "2026-02-10" }, text: { en: "60 days after the decision. Not used.", zh: "期限为决定后60日。本组织未申请。" }, conditions: [], basis: [law("mo:charter", "9")] },
    { act: "repair", when: { kind: "day", day: "2027-01-13", provisional: true }, text: { en: "Open from 2026-12-15. Harbour Customs must decide within 20 working days; the 2027 holidays are not published yet, so the day is provisional.", zh: "2026-12-15起可申请。海麓港务海关须在20个工作日内决定；2027年假日尚未公布，故为暂定。" }, conditions: [{ text: { en: "Obligation met (2025-09-19)", zh: "义务已履行（2025-09-19）" }, met: true }, { text: { en: "No like record within a year", zh: "一年内无同类记录" }, met: "unknown" }, { text: { en: "One year on the list: 25 days to go", zh: "列入满一年：还差25天" }, met: false }, { text: { en: "Undertaking handed in", zh: "提交承诺书" }, met: false }], by: "mo:customs", basis: [law("mo:repair-rules", "8")] },
    { act: "objection", when: { kind: "now" }, text: { en: "If the record is wrong. Answered within 7 working days: filed today, by 2026-12-01.", zh: "认为记录有误时提出。7个工作日内答复，今天提出则不晚于2026-12-01。" }, conditions: [], basis: [law("mo:charter", "19")] },
    { act: "annulment", when: { kind: "sameDay" }, text: { en: "The record falls, and the listing ends with it. Nothing to apply for.", zh: "记录不再成立，列入即告终止，无须申请。" }, conditions: [], basis: [law("mo:charter", "9")] },
    { act: "term", when: { kind: "day", day: "2028-12-15" }, text: { en: "Nothing to apply for. Publication, sharing and measures end the same day.", zh: "无须申请，公示、共享与措施同日停止。" }, conditions: [], basis: [law("mo:charter", "8")] },
  ],
  missing: [],
  presumed: [{ en: "The debarment exceeds a year, because the agreement says so.", zh: "除名超过一年，协定如此规定。" }],
  spared: [{ measure: "mo:m-9", authority: "mo:bank-c-group", failed: { en: "The listing was decided before the party joined.", zh: "列入决定早于该机关加入。" } }],
  toWhom: { en: "To whom: Harbour Customs, repair desk. Once the decision reaches the register, 9 authorities have 3 working days to stop and acknowledge; who is late is public.", zh: "向谁：海麓港务海关，信用修复窗口。登记册收到决定后，9家机关须在3个工作日内停止措施并回执，逾期的公开。" },
};

const CLEAR: AnswerView = {
  act: ACTS[1], verdict: "clear", decision: true,
  sentence: { en: "May issue bonds on 20 November 2026; nothing binds it", zh: "2026年11月20日可以发行债券，没有措施约束它" },
  reasons: [{ en: "Three measures concern this act. None of them binds.", zh: "有三项措施涉及本事项，均不约束。" }],
  chains: [], possible: EFFECTS.filter((row) => row.state === "may"), favours: EFFECTS.filter((row) => row.state === "favoured"), exits: [], missing: [], presumed: [], spared: BOUND.spared,
};

const UNDETERMINED: AnswerView = {
  act: ACTS[2], verdict: "undetermined", decision: false,
  sentence: { en: "Whether it may take over the use of public land cannot be determined", zh: "能否受让国有土地使用权，无法确定" },
  reasons: [{ en: "The Land Office has not delivered since 2026-02-08. Its list decides this act.", zh: "土地局自2026-02-08起没有报送，而本事项取决于它的名单。" }],
  chains: [], possible: [], favours: [], exits: [],
  missing: [{ fact: { en: "The place of the act", zh: "办理的地点" }, place: true, neededBy: "mo:joint-7", from: "mo:land" }, { fact: { en: "the February edition of the land list", zh: "土地名单二月版" }, neededBy: "mo:joint-7", from: "mo:land", since: "2026-02-08" }],
  presumed: [], spared: [],
};

function listModel(name: string): ListModel {
  return {
    list: "mo:customs-list", names: LAW["mo:customs-list"]?.names ?? { en: "" }, colour: "black", owner: "mo:customs", holds: "kept", open: true, today: 61, from: "2018-03-01", published: true, regions: [], sectors: [], succession: "follows", freshForDays: 45, procedure: "mo:listing-procedure", confidence: "medium", basis: [law("mo:charter", "4", { quote: "港务海关可以将有下列情形之一的组织列入名单。" })],
    criteria: [
      { from: "2026-04-01", current: true, basis: [law("mo:charter", "4")], value: [{ kind: "any", names: { en: "A serious breach", zh: "严重违法" }, of: [{ kind: "holds", id: "duty-short", names: { en: "One false declaration, duty short by a million or more", zh: "一次申报不实，少缴税款达到一百万" }, expression: "record.dutyShort >= 1000000", basis: [law("mo:charter", "4(2)")] }, { kind: "records", id: "three", names: { en: "Three penalties within a year", zh: "一年内三次处罚" }, type: "mo:penalty", count: 3, months: 12, basis: [law("mo:charter", "4(3)", { confidence: "low" })] }, { kind: "exceptions", rule: { kind: "holds", names: { en: "Refused to pay", zh: "拒不缴纳" }, expression: "record.unpaidDays > 60" }, unless: [{ kind: "listed", names: { en: "Stands on the list of certified traders", zh: "在高级认证贸易商名录中" }, lists: ["mo:trusted-traders"], count: 1 }] }] }] },
      { from: "2018-03-01", until: "2026-04-01", current: false, basis: [law("mo:charter", "4")], value: [{ kind: "holds", names: { en: "A false declaration", zh: "申报不实" }, expression: "record.dutyShort > 0" }] },
    ],
    lostWhen: { kind: "listed", names: { en: "Winds up", zh: "注销" }, lists: [], count: 1 },
    ends: [{ current: true, basis: [law("mo:charter", "8")], value: { kind: "fixed", years: 3, from: "effect" } }],
    exits: [{ current: true, basis: [], value: [{ id: "repair", act: "repair", names: { en: "Credit repair", zh: "信用修复" }, earliestMonths: 12, conditions: [{ en: "Obligation met", zh: "义务已履行" }, { en: "No like record within a year", zh: "一年内无同类记录" }], decideWithin: { count: 20, unit: "workingDays" }, by: "mo:customs", basis: [law("mo:repair-rules", "8")] }, { id: "annulment", act: "annulment", names: { en: "Penalty annulled", zh: "处罚被撤销" }, conditions: [], basis: [law("mo:charter", "9")] }] }],
    setsOff: ["mo:joint-7", "mo:bar-procurement"], subjects: ["organisations"], domain: { en: "Customs", zh: "海关" }, forbiddenBy: [law("mo:customs-ordinance", "30")], cascade: CASCADE, lint: LINT, readings: ["mo:charter"],
    waysOut: { leads: true, words: [{ en: "repair from 2027-11-20 at the earliest", zh: "最早2027-11-20可修复" }] },
    repairs: [{ repair: "mo:repair-rules", inForce: true, from: "2026-04-01", decideWithin: { count: 20, unit: "workingDays" }, tiers: [{ names: { en: "general", zh: "一般" }, minimumMonths: 3, maximumMonths: 36, endsByItself: true }] }, { repair: "mo:customs-ordinance", inForce: false, until: "2026-04-01", tiers: [{ names: { en: "any", zh: "任何" }, endsByItself: false }] }],
    presets: [{ label: { en: "before April 2026", zh: "2026年4月之前" }, clocks: { law: "2026-03-31" } }],
    editions: [{ edition: "E-2026-11", asOf: "2026-11-14", inferred: true, rows: 61, added: 2, gone: 1, position: 183377 }, { edition: "E-2026-10", asOf: "2026-10-14", inferred: false, rows: 60, added: 60, gone: 0, position: 179012 }],
    inForce: true, grounds: true, listings: [{ file: FILE, name, listing: "L-2025-93", from: "2025-12-15", end: { kind: "fixed", until: "2028-12-15" }, grounds: "false declaration, duty short", decidedOn: "2025-12-12", source }, { file: "P00000042", name: "Société de Travaux Maritimes", listing: "L-2", end: { kind: "permanent", basis: "Charter, article 8" }, originator: "mo:customs" }],
    total: 61, first: 1, next: "2", overTime: { side: "burdens", months: MONTHS },
  };
}

function withoutCascade({ cascade: _cascade, ...model }: ListModel): ListModel {
  return model;
}

function clause(number: string, authority: string, effect: ClauseView["effects"][number], force: ClauseView["force"], more: Partial<ClauseView> = {}): ClauseView {
  return { measure: `mo:m-${number}`, names: { en: `Clause ${number}`, zh: `第${number}条` }, clause: number, authority, lists: ["mo:customs-list"], exceptOwner: false, permittedAs: number === "5" ? ["mo:bar-procurement"] : [], acts: ["mo:bid"], effects: [effect], force, reaches: ["organisation"], lasts: { kind: "trigger" }, from: "2019-06-01", conditions: [], basis: [law("mo:joint-text", number)], confidence: "high", ...more };
}

const MEMORANDUM: MemorandumModel = {
  memorandum: "mo:joint-7", causes: [], lint: LINT, inForce: true, names: LAW["mo:joint-7"]?.names ?? { en: "" }, signedOn: "2019-05-20", from: "2019-06-01", confidence: "high", basis: [law("mo:joint-text", "1", { quote: "An organisation on the list named in clause 3 shall not, while it is listed, take part in government procurement as a supplier." })],
  parties: [{ authority: "mo:customs", sinceEarliest: "2019-06-01", sinceLatest: "2019-06-01", basis: [] }, { authority: "mo:land", sinceEarliest: "2019-06-01", sinceLatest: "2020-02-01", basis: [law("mo:joint-text", "2", { confidence: "low" })] }],
  lists: [{ list: "mo:customs-list", owner: "mo:customs", today: 61, criteria: [{ names: { en: "False declaration", zh: "申报不实" }, note: { en: "duty short ≥ 1,000,000", zh: "少缴税款达到一百万" } }, { names: { en: "Three penalties in a year", zh: "一年内三次处罚" }, note: { en: "same kind of breach", zh: "同类违法" } }, { names: { en: "Refused to pay", zh: "拒不缴纳" }, note: { en: "60 days after final notice", zh: "催告后满60日" } }] }],
  clauses: [
    clause("1", "mo:customs", "deny", "mandatory"), clause("2", "mo:customs", "scrutinise", "mandatory"), clause("3", "mo:customs", "surcharge", "mandatory", { amount: { kind: "notStated" } }), clause("4", "mo:customs", "restrict", "mandatory"),
    clause("5", "mo:treasury", "deny", "mandatory"), clause("6", "mo:treasury", "consider", "discretionary"), clause("7", "mo:works", "deny", "mandatory"), clause("8", "mo:revenue", "deny", "mandatory"), clause("9", "mo:revenue", "scrutinise", "mandatory"),
    clause("10", "mo:market", "scrutinise", "mandatory"), clause("11", "mo:money", "restrict", "discretionary", { confidence: "low" }), clause("12", "mo:securities", "restrict", "discretionary"), clause("13", "mo:securities", "consider", "discretionary"),
    clause("14", "mo:land", "restrict", "mandatory", { confidence: "medium", conditions: [{ kind: "holds", names: { en: "The land is public", zh: "国有土地" }, expression: "asked.public" }] }), clause("15", "mo:transport", "restrict", "discretionary"), clause("16", "mo:credit", "publicise", "mandatory"), clause("17", "mo:credit", "publicise", "mandatory"),
    clause("18", "mo:market", "deny", "mandatory", { reaches: ["legal-representative"] }),
  ],
  conditions: [],
  wayBack: { en: "repair after a year, correction, annulment, or term of three years", zh: "满一年可修复，更正，撤销，或三年期满" },
  presets: [{ label: { en: "as signed, 2019-06-01", zh: "施行之日2019-06-01" }, clocks: { law: "2019-06-01" } }],
};

const BANKS = ["a", "b", "c"] as const;
const MUTUAL: MemorandumModel = {
  memorandum: "mo:mutual", causes: [{ kind: "grade", of: "mo:penalty", values: ["D"] }], lint: NO_LINT, draft: true, people: true, note: { en: "Proposed and never signed.", zh: "曾经提出，未签署。" }, inForce: false, names: LAW["mo:mutual"]?.names ?? { en: "" }, from: "2010-04-09", confidence: "high", basis: [law("mo:mutual", "1")], parties: [],
  lists: BANKS.map((bank) => ({ list: `mo:bank-${bank}`, owner: `mo:bank-${bank}-group`, today: 300, criteria: [] })),
  clauses: BANKS.map((bank) => clause("4", `mo:bank-${bank}-group`, "deny", "mandatory-unless-declined", { measure: `mo:m-mutual-${bank}`, lists: BANKS.map((one) => `mo:bank-${one}`), exceptOwner: true })),
  conditions: [{ kind: "all", of: [{ kind: "holds", id: "over-a-year", names: { en: "The debarment exceeds a year", zh: "除名超过一年" }, expression: "listing.years > 1", presume: { value: true, because: { en: "the notice of the agreement says so", zh: "协定通知如此规定" } }, basis: [law("mo:mutual", "4(d)", { confidence: "medium" })] }] }],
  presets: [],
};

const LAW_ENTRY: Parameters<typeof lawEntryPage>[1] = {
  id: "mo:customs-list", lint: LINT, kind: "list", names: LAW["mo:customs-list"]?.names ?? { en: "" }, from: "2018-03-01", confidence: "medium", at: "mo/lists/customs.yaml:1", inForce: true, basis: [law("mo:charter", "4", { quote: "港务海关可以将有下列情形之一的组织列入名单。" })], presets: [], usedBy: ["mo:joint-7", "mo:bar-procurement"],
  values: [
    { name: "owner", versions: [{ value: { kind: "law", id: "mo:customs" }, basis: [], current: true }] },
    { name: "published", versions: [{ value: { kind: "flag", flag: true }, basis: [], current: true }] },
    { name: "end", versions: [{ from: "2026-04-01", value: { kind: "fields", fields: [{ name: "kind", value: { kind: "text", text: "fixed" } }, { name: "years", value: { kind: "text", text: "3" } }] }, basis: [law("mo:charter", "8")], current: true }, { from: "2018-03-01", until: "2026-04-01", value: { kind: "text", text: "notStated" }, basis: [law("mo:charter", "8", { confidence: "low" })], current: false }] },
    { name: "fields", versions: [{ value: { kind: "items", items: ["practices", "grounds"].map((name) => ({ kind: "fields", fields: [{ name: "name", value: { kind: "text", text: name } }, { name: "required", value: { kind: "flag", flag: false } }, { name: "choices", value: { kind: "items", items: [{ kind: "text", text: "corrupt" }, { kind: "text", text: "fraudulent" }] } }] })) }, basis: [], current: true }] },
    { name: "criteria", versions: [{ value: { kind: "items", items: [{ kind: "fields", fields: [{ name: "id", value: { kind: "text", text: "duty-short" } }, { name: "expression", value: { kind: "expression", text: "record.dutyShort >= 1000000" } }] }] }, basis: [], current: true }] },
  ],
  examples: [{ id: "duty", names: { en: "A false declaration of 1.28 million is enough", zh: "申报不实少缴128万即满足条件" }, given: { kind: "fields", fields: [{ name: "records", value: { kind: "items", items: [{ kind: "text", text: "dutyShort 1280000" }] } }, { name: "on", value: { kind: "day", day: "2026-05-01" } }] }, expected: [{ names: { en: "On 2026-05-01 bidding for public contracts: bound", zh: "2026-05-01，参加政府采购：受限" }, holds: true }], citation: [law("mo:charter", "4(2)")], holds: true }],
};
