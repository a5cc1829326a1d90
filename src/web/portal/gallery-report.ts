// Gallery of the page that asks for a credit report and of the page that verifies one, filled with invented values. For tests and for looking, like
// gallery.ts, which shows them with the rest.
import { PURPOSES, type Remade, type ReportContent, type ReportLine } from "../../service/index.ts";
import type { Digest, FileNumber, Instant, PlainDate, Position } from "../../domain/terms/index.ts";
import type { Exhibit } from "./gallery.ts";
import { reportPage } from "./pages/report-page.ts";
import { verifyReportPage } from "./pages/verify-report-page.ts";
import type { Frame } from "./view-models.ts";

const day = (text: string): PlainDate => text as PlainDate;
const FILE = "P00000018" as FileNumber;
const CODE = "46PM8-NGS87-8GKH0-CZZJX-QZDDJ-HYX1H-6Z36G-2R";
const [ON, FROM, UNTIL] = [day("2026-11-20"), day("2023-11-21"), day("2026-11-21")];
const ISSUED = "2026-11-20T08:30:00.000Z" as Instant;
const DIGEST = `sha256:${"4b".repeat(32)}` as Digest;
const KNOWN = 184233 as Position;
const PENALTY = { en: "Administrative penalty", zh: "行政处罚" };
const CUSTOMS = { en: "Harbour Customs", zh: "海港海关" };
const LIST = { en: "List of serious customs breaches", zh: "海关严重违法名单" };

function contentOf(name: string): ReportContent {
  const effect = {
    id: "mo:bar-procurement", measure: { en: "Barred from government procurement", zh: "禁止参加政府采购" }, authority: { en: "Treasury Office", zh: "财政局" }, effects: ["deny"], force: "mandatory", acts: [{ en: "Bidding for government procurement", zh: "参加政府采购投标" }],
    from: day("2025-12-15"), end: { kind: "fixed", until: day("2028-12-15") }, endWords: null,
    because: [{ en: `Because it stands on the list “${LIST.en}”, decided by Harbour Customs on 12 December 2025.`, zh: `因为其列入“${LIST.zh}”，由海港海关于2025年12月12日决定。` }, { en: "Met: duty short by a million or more.", zh: "符合：少缴税款达到一百万。" }],
    exits: [{ en: "credit repair: 15 December 2026 at the earliest", zh: "信用修复：最早2026年12月15日" }, { en: "the term ends: 15 December 2028 at the earliest", zh: "期限届满：最早2028年12月15日" }],
  } as const;
  return {
    version: 1, issuedAt: ISSUED, register: { name: { en: "Public credit register of Hailu", zh: "海麓公共信用登记册" }, model: { en: "Hailu", zh: "海麓" } },
    organisation: { file: FILE, name, otherNames: [], codes: [{ scheme: { en: "Unified code", zh: "统一社会信用代码" }, value: "91990102MA5K2Q7H3T" }], facts: [{ what: "status", value: { en: "operating", zh: "存续" } }, { what: "establishedOn", value: { en: "2012-03-04", zh: "2012-03-04" } }] },
    purpose: "tender", period: { from: FROM, until: UNTIL }, asOf: { on: ON, law: ON, known: KNOWN, rulebook: DIGEST, commitment: DIGEST },
    statement: { finding: "some", records: 1, listings: 1, kinds: { known: 2, unknown: 3 }, lists: { known: 4, unknown: 1 } },
    kinds: [
      { id: "mo:penalty", names: PENALTY, about: "penalty", delivered: { first: day("2024-01-05"), last: day("2026-11-19") }, count: 1, records: [{ decidedOn: day("2025-11-02"), actedOn: day("2025-09-01"), values: [{ names: { en: "Document", zh: "文号" }, value: { en: name, zh: name } }, { names: { en: "Fine", zh: "罚款" }, value: { en: "CNY 120,000", zh: "120,000元" } }], position: 181204, publishedUntil: day("2028-11-02"), disputedSince: day("2026-11-10") }] },
      { id: "mo:licence", names: { en: "Licence", zh: "行政许可" }, about: "licence", delivered: { first: day("2026-02-01"), last: day("2026-02-01") }, count: 0, records: [] },
      { id: "mo:judgment", names: { en: "Judgment", zh: "裁判" }, about: "judgment", delivered: null, count: null, records: [] },
    ],
    lists: [
      { id: "mo:customs-list", names: LIST, colour: "black", owner: CUSTOMS, kept: "here", edition: null, stale: false, count: 1, listings: [{ from: day("2025-12-15"), decidedOn: day("2025-12-12"), decidedBy: CUSTOMS, end: { kind: "fixed", until: day("2028-12-15") }, endWords: null, stands: true, disputedSince: null, hasToGo: true }] },
      { id: "mo:warning", names: { en: "Warning list", zh: "提示名单" }, colour: "warning", owner: CUSTOMS, kept: "editions", edition: { asOf: day("2026-06-01"), inferred: true }, stale: true, count: 0, listings: [] },
      { id: "mo:trusted-traders", names: { en: "Certified traders", zh: "高级认证贸易商名录" }, colour: "red", owner: CUSTOMS, kept: "editions", edition: null, stale: false, count: null, listings: [] },
    ],
    binding: { verdicts: { bound: 2, undetermined: 1, clear: 40 }, effects: [effect], possible: [{ ...effect, id: "mo:loan", effects: ["restrict", "surcharge"], force: "discretionary" }], favours: [], missing: [{ en: "Missing: capacity, needed by the land office, since 8 November 2026.", zh: "缺少：产能，土地局需要，自2026年11月8日起。" }], exits: effect.exits },
  };
}

function clean(content: ReportContent, finding: "none" | "unknown"): ReportContent {
  const known = { known: finding === "none" ? 5 : 0, unknown: 2 };
  return { ...content, statement: { finding, records: 0, listings: 0, kinds: known, lists: known }, kinds: content.kinds.map((kind) => ({ ...kind, records: [], count: finding === "none" ? 0 : null })), lists: content.lists.map((list) => ({ ...list, listings: [], count: 0 })), binding: { ...content.binding, verdicts: { bound: 0, undetermined: 0, clear: 43 }, effects: [], possible: [], missing: [], exits: [] } };
}

/** Exhibits of reports; `name` is a hostile text where a test asks for one. */
export function reportExhibits(at: (path: string, query?: Readonly<Record<string, string>>) => Frame, name: string): readonly Exhibit[] {
  const content = contentOf(name);
  const parts = { file: FILE, purpose: "tender", period: { from: FROM, until: UNTIL }, on: ON, law: ON, known: KNOWN, issuedAt: ISSUED } as const;
  const model = { file: FILE, name, purposes: PURPOSES, typed: { purpose: "tender", stated: "", from: "2023-11-21", until: "2026-11-21" } };
  const form = { ...model, typed: { purpose: "", stated: name, from: "", until: "" } };
  const page = at(`/organisations/${FILE}/report`, { purpose: "tender", from: "2023-11-21", until: "2026-11-21" });
  const issued: Remade = { kind: "issued", parts, code: CODE, said: clean(content, "none"), less: true, today: content, differences: [{ part: "kinds", rows: [{ id: "mo:penalty", names: PENALTY, before: 0, after: 1 }, { id: "mo:judgment", names: { en: "Judgment", zh: "裁判" }, before: null, after: 2 }] }, { part: "binding", rows: [] }] };
  const line: ReportLine = { kind: "report", salt: "AAAAAAAAAAAAAAAAAAAAAA", code: CODE, paper: 1, stated: name, origin: "http://127.0.0.1:8080", content };
  const head = { version: 1, issuedAt: ISSUED, asker: "public", count: 1, root: DIGEST } as const;
  const key = { kid: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", madeAt: ISSUED, retiredAt: null, revoked: null };
  const verify = (query?: Readonly<Record<string, string>>): Frame => at("/verify-report", query);
  return [
    { name: "report-form", page: reportPage(at(`/organisations/${FILE}/report`), form) },
    { name: "report", page: reportPage(page, { ...model, preview: content }) },
    { name: "report-none", page: reportPage(page, { ...model, preview: clean(content, "none") }) },
    { name: "report-unknown", page: reportPage(page, { ...model, preview: clean(content, "unknown") }) },
    { name: "report-wrong", page: reportPage(page, { ...model, wrong: { code: "day-invalid", message: "the period begins on 2026-11-21, which is not before its end, 2023-11-21", remedy: "Give an earlier beginning.", facts: { kind: "period", from: "2026-11-21", until: "2023-11-21" } } }) },
    { name: "verify-report", page: verifyReportPage(verify(), { code: "" }) },
    { name: "verify-report-issued", page: verifyReportPage(verify({ code: CODE }), { code: CODE, remade: issued }) },
    { name: "verify-report-unreadable", page: verifyReportPage(verify({ code: name }), { code: name, remade: { kind: "unreadable", problem: { kind: "sign", sign: "!" } } }) },
    { name: "verify-report-not-issued", page: verifyReportPage(verify({ code: CODE }), { code: CODE, remade: { kind: "notIssued", parts } }) },
    { name: "verify-report-forgotten", page: verifyReportPage(verify({ code: CODE }), { code: CODE, remade: { kind: "forgotten", parts, positions: [181204 as Position] } }) },
    { name: "verify-report-file", page: verifyReportPage(verify(), { code: "", upload: { kind: "valid", reports: { head, key, paper: { kind: "same", language: "zh" }, lines: [{ number: 1, line, again: issued }] } } }) },
    { name: "verify-report-lot", page: verifyReportPage(verify(), { code: "", upload: { kind: "valid", reports: { head: { ...head, count: 2 }, key, paper: { kind: "none" }, lines: [{ number: 1, line }, { number: 2, line: { kind: "error", salt: "", asked: name, error: { code: "organisation-not-found", message: "no organisation is called exactly `Nobody`" } } }] } } }) },
    { name: "verify-report-changed", page: verifyReportPage(verify(), { code: "", upload: { kind: "notValid", findings: [{ code: "paper-changed", at: "file", message: "the paper is not the one that is drawn of what was signed", remedy: "Do not rely on what the paper shows." }] } }) },
    { name: "verify-report-large", page: verifyReportPage(verify(), { code: "", upload: { kind: "tooLarge" } }) },
  ];
}
