// Credit reports for tests: an invented organisation in an invented harbour, and files of them signed by the key everybody has.
import { canonicalize } from "json-canonicalize";
import { makeFileNumber, plainDate, type Position } from "../terms/index.ts";
import { digest, instant, signer } from "./proof-fixtures.ts";
import type { ReportContent, ReportErrorLine, ReportLine } from "./report.ts";
import { sealReceipt } from "./seal-receipt.ts";
import { REPORT } from "./signed-kind.ts";
import { reportCodeOf } from "./verify-report.ts";

const NORTH = { en: "Barred by the north", zh: "北岸名单" };
const PILOTS = { en: "Pilots’ Guild", zh: "引航公会" };

/** A report of a ferry that was fined once and stands on one list. */
export function reportContentOf(name = "Blue Heron Ltd", more: Partial<ReportContent> = {}): ReportContent {
  const effect = {
    id: "ferry:own-north", measure: { en: "No mooring in the north", zh: "不得停泊北岸" }, authority: PILOTS, effects: ["deny"], force: "mandatory", acts: [{ en: "Moor", zh: "停泊" }], from: plainDate("2026-01-05"), end: { kind: "fixed", until: plainDate("2027-01-05") }, endWords: null,
    because: [{ en: `Because it stands on the list “${NORTH.en}”.`, zh: `因为其列入“${NORTH.zh}”。` }], exits: [{ en: "credit repair: 5 July 2026 at the earliest", zh: "信用修复：最早2026年7月5日" }],
  } as const;
  return {
    version: 1, issuedAt: instant("2026-03-02T12:00:00.000Z"), register: { name: { en: "Register of ferries", zh: "渡船登记册" }, model: null },
    organisation: { file: makeFileNumber(1), name, otherNames: [], codes: [{ scheme: { en: "Mark", zh: "船标" }, value: "N-7" }], facts: [{ what: "status", value: { en: "afloat", zh: "在航" } }] },
    purpose: "tender", period: { from: plainDate("2023-03-03"), until: plainDate("2026-03-03") }, asOf: { on: plainDate("2026-03-02"), law: plainDate("2026-03-02"), known: 12 as Position, rulebook: digest("law"), commitment: digest("event 12") },
    statement: { finding: "some", records: 1, listings: 1, kinds: { known: 1, unknown: 1 }, lists: { known: 1, unknown: 0 } },
    kinds: [
      { id: "ferry:fine", names: { en: "Fine", zh: "罚款决定" }, about: "penalty", delivered: { first: plainDate("2025-01-01"), last: plainDate("2026-03-01") }, count: 1, records: [{ decidedOn: plainDate("2025-11-02"), actedOn: null, values: [{ names: { en: "Amount", zh: "金额" }, value: { en: "CNY 1,200", zh: "1,200元" } }], position: 7, publishedUntil: null, disputedSince: null }] },
      { id: "ferry:debt", names: { en: "Harbour dues owed", zh: "欠缴港务费" }, about: "debt", delivered: null, count: null, records: [] },
    ],
    lists: [{ id: "ferry:north-barred", names: NORTH, colour: "black", owner: PILOTS, kept: "here", edition: null, stale: false, count: 1, listings: [{ from: plainDate("2026-01-05"), decidedOn: plainDate("2026-01-04"), decidedBy: PILOTS, end: { kind: "fixed", until: plainDate("2027-01-05") }, endWords: null, stands: true, disputedSince: null, hasToGo: false }] }],
    binding: { verdicts: { bound: 1, undetermined: 0, clear: 3 }, effects: [effect], possible: [], favours: [], missing: [], exits: effect.exits },
    ...more,
  };
}

/** The same as it is signed. */
export function reportLineOf(content: ReportContent, more: Partial<Pick<ReportLine, "stated" | "origin">> = {}): ReportLine {
  return { kind: "report", salt: "AAAAAAAAAAAAAAAAAAAAAA", code: reportCodeOf(content, digest), paper: 1, stated: null, origin: null, content, ...more };
}

export const failedReport: ReportErrorLine = { kind: "error", salt: "AAAAAAAAAAAAAAAAAAAAAQ", asked: "Nobody Ltd", error: { code: "organisation-not-found", message: "no organisation is called exactly `Nobody Ltd`" } };

/** The text of a signed file of these. */
export function reportFileOf(lines: readonly (ReportLine | ReportErrorLine)[], issuedAt = "2026-03-02T12:00:00.000Z"): string {
  const sealed = sealReceipt({ asker: "public", issuedAt: instant(issuedAt), lines: lines.map((line) => canonicalize(line)), signer, digest, kind: REPORT });
  return sealed.ok ? sealed.value : sealed.error;
}
