// An invented market whose lists set off every kind of effect, and random histories of it: what the index answers from its columns beside what
// it must leave to the twin. Used by tests only.
import fc from "fast-check";
import { plainDate, type End, type FileNumber, type ListingId, type MatterId } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { harbour, meetingLaw } from "../rules/test-meeting-law.ts";
import { makeCode } from "../identity/index.ts";
import type { IdentifierScheme } from "../rules/index.ts";
import { A, aboutListing, basis, decided, edition, ENTRIES, from, kept, list, measure, PARENT, record, stayed } from "./release-fixtures.ts";

export const B = "P00000042" as FileNumber;
export const FILES = [A, PARENT, B];
export const MARKET_LISTS = ["barred", "late", "praised", "watched", "regional", "doubted", "fresh"];
export const MARKET_ACTS = ["sail", "moor", "trade", "award"];
export const DAYS = ["2023-03-01", "2023-09-01", "2024-01-15", "2024-06-01", "2024-11-01", "2025-04-01", "2025-09-01"];

const conditioned = { conditions: [{ id: "amount-known", names: "Field stated", holds: 'listing.field == "x"' }] };
const extra = { fields: { field: { type: "text", names: "Field" } }, published: true };

/** A scheme whose codes pack: a letter, two digits of a region, eight characters, a check character. */
const code = {
  kind: "identifier", id: "market-code", names: "Market code", of: "organisation", length: 12, alphabet: "0123456789ABCDEF", form: "^[A-F][0-9]{2}[0-9A-F]{9}$", basis,
  checks: [{ name: "last", place: 12, start: 1, end: 11, weights: [1, 3, 5, 7, 9, 11, 13, 15, 1, 3, 5], modulus: 16, complement: true, values: "0123456789ABCDEF", characters: "0123456789ABCDEF" }],
  parts: [{ name: "head", start: 1, end: 3 }, { name: "subject", start: 4, end: 12 }],
} as never;

export const marketLaw = meetingLaw(
  ...ENTRIES, code,
  { kind: "authority", id: "warden", names: "Warden", level: "national", powers: ["list", "enforce", "repair"] } as never,
  { kind: "act", id: "trade", names: "Trade", undetermined: "closes" } as never,
  { kind: "act", id: "award", names: "Award", undetermined: "opens", where: "authority", authorities: ["master", "warden"] } as never,
  list("barred", "black", { ...extra, exits: [{ id: "early", act: "repair", names: "Early", earliestMonths: 6, decideWithin: { days: 15 }, by: "master" }, { id: "wrong", act: "annulment", names: "Annulled" }] }),
  list("late", "black", { ...extra, from: "2023-06-01", owner: "warden" }),
  list("praised", "red", extra),
  list("watched", "scrutiny", { ...extra, published: false }),
  list("regional", "black", { ...extra, regions: [990000] }),
  list("doubted", "black", extra),
  list("fresh", "black", { ...extra, freshForDays: 200 }),
  { kind: "memorandum", id: "joint", names: "Joint", from: "2023-01-01", until: "2025-08-01", parties: [{ authority: "master", since: "2023-01-01" }, { authority: "warden", since: "2023-01-01" }], basis, clauses: [
    { id: "joint-trade", names: "No trade", trigger: { list: ["barred", "late"] }, authority: "warden", acts: "trade", effects: "deny", force: "mandatory" },
    { id: "joint-award", names: "No award", trigger: { list: ["barred", "late"] }, authority: "warden", exceptOwner: true, acts: "award", effects: "deny", force: "mandatory-unless-declined" },
  ] } as never,
  measure("barred-award", { list: "barred" }, "award", "deny"),
  measure("barred-dearer", { list: "barred" }, "trade", "surcharge", { amount: { money: "5 CNY", per: "day" } }),
  measure("barred-may", { list: "barred" }, "trade", "restrict", { force: "discretionary" }),
  measure("barred-heads", { list: "barred" }, "trade", "deny", { reaches: "legal-representative" }),
  measure("late-term", { list: "late" }, "trade", "scrutinise", { lasts: { months: 8 }, amount: { rate: "1/5", of: "inspections" } }),
  measure("late-decided", { list: "late" }, "sail", "consider", { from: "2024-01-01", anchor: "decision" }),
  measure("praised-first", { list: "praised" }, "trade", "prioritise"),
  measure("praised-cheaper", { list: "praised" }, "moor", "discount"),
  measure("watched-checks", { list: "watched" }, "trade", "scrutinise"),
  measure("regional-there", { list: "regional" }, "trade", "deny", { within: "regionOfList" }),
  measure("doubted-if", { list: "doubted" }, "trade", "deny", conditioned),
  measure("fresh-bars", { list: "fresh" }, "trade", "deny"),
  measure("fined-trade", { record: "fine" }, "trade", "consider"),
);

export const marketCode = marketLaw.all("identifier").find((scheme): scheme is IdentifierScheme => scheme.id === harbour("market-code"));

export function codeOf(index: number): string {
  if (marketCode === undefined) throw new Error("assertion failed: the market has a scheme of codes");
  const made = makeCode(marketCode, { head: `A0${index % 10}`, subject: `0000${String(index).padStart(4, "0")}` });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** The codes whose digits these are: none of 0, two of 12. */
export function codesNamed(digits: number): readonly string[] {
  return digits === 0 ? [] : [...String(digits)].map((digit) => codeOf(Number(digit)));
}

const ENDS: readonly End[] = [
  { kind: "fixed", until: plainDate("2024-08-01") }, { kind: "fixed", until: plainDate("2026-02-01") }, { kind: "fixed", until: plainDate("2025-04-01") }, { kind: "notStated" },
  { kind: "permanent", basis: "as published" }, { kind: "untilDone", what: "as published" },
];
const LISTINGS = ["l0000000000000000a1", "l0000000000000000a2", "l0000000000000000a3", "oddly-named", "l00000000000000abcd"];

const reportedRow = fc.record({
  listing: fc.constantFrom(...LISTINGS), of: fc.constantFrom(...MARKET_LISTS, "serious", "silent", "eyed"), file: fc.constantFrom(...FILES), editionDay: fc.constantFrom(...DAYS.slice(0, 4)),
  decidedOn: fc.option(fc.constantFrom(...DAYS), { nil: undefined }), effectiveFrom: fc.option(fc.constantFrom(...DAYS, "1985-01-01"), { nil: undefined }), end: fc.constantFrom(...ENDS),
  regions: fc.constantFrom([], [], ["990100"], ["980000"]), originator: fc.constantFrom(undefined, undefined, "warden"), field: fc.constantFrom("x", "y", undefined),
}).map(({ listing, of, file, editionDay, decidedOn, effectiveFrom, end, regions, originator, field }): EventDraft => ({
  type: "ListingReported",
  body: {
    // A listing is of one list and one file, whatever edition says it.
    listing: `${listing}${listing === "oddly-named" ? `.${of}.${file}` : ""}`.replace("abcd", `${(MARKET_LISTS.indexOf(of) + 2).toString(16)}${FILES.indexOf(file)}cd`) as ListingId,
    file: listing.includes("a") && listing !== "oddly-named" && !listing.includes("cd") ? (FILES[LISTINGS.indexOf(listing)] ?? A) : file,
    list: harbour(listing.includes("a") && listing !== "oddly-named" && !listing.includes("cd") ? (MARKET_LISTS[LISTINGS.indexOf(listing)] ?? of) : of), end, fields: field === undefined ? {} : { field },
    edition: `e.${of}.${editionDay}` as never, editionDay: plainDate(editionDay), rowKey: listing, contentDigest: "sha256:" as never, source: { batch: "b" as never, template: harbour("t"), row: 1 }, regions,
    ...(decidedOn === undefined ? {} : { decidedOn: plainDate(decidedOn) }), ...(effectiveFrom === undefined ? {} : { effectiveFrom: plainDate(effectiveFrom) }), ...(originator === undefined ? {} : { originator: harbour(originator) }),
  },
}));

const other: fc.Arbitrary<EventDraft> = fc.oneof(
  fc.record({ on: fc.constantFrom(...DAYS.slice(0, 4)), of: fc.constantFrom(...MARKET_LISTS) }).map(({ on, of }) => edition(on, of)),
  fc.record({ on: fc.constantFrom(...DAYS), of: fc.constantFrom(...MARKET_LISTS), file: fc.constantFrom(...FILES) }).map(({ on, of, file }) => kept(`kept-${of}-${file}`, on, of, file)),
  fc.record({ on: fc.constantFrom(...DAYS), file: fc.constantFrom(...FILES) }).map(({ on, file }) => record(`r.${on}.${file}`, on, "fine", {}, file)),
  fc.record({ on: fc.constantFrom(...DAYS), mask: fc.boolean() }).map(({ on, mask }) => stayed(aboutListing("l0000000000000000a1"), on, mask)),
  fc.record({ on: fc.constantFrom(...DAYS), choice: fc.constantFrom("apply" as const, "decline" as const), id: fc.constantFrom("barred-may", "joint-award") }).map(({ on, choice, id }) => decided(id, on, choice)),
  fc.constant<EventDraft>({ type: "RelationReported", body: { from: A, to: PARENT, relation: "branchOf" } }),
  fc.constant<EventDraft>({ type: "FilesJoined", body: { files: [A, B], judgedBy: "person", score: 1, reasons: [] } }),
  fc.constant<EventDraft>({ type: "FilesSeparated", body: { files: [A, B], reason: "", matter: "m.sep" as MatterId } }),
);

export const market: fc.Arbitrary<readonly EventDraft[]> = fc.record({ rows: fc.array(reportedRow, { maxLength: 6 }), others: fc.array(other, { maxLength: 3 }), turn: fc.nat() })
  .map(({ rows, others, turn }) => [...rows.slice(0, turn % 7), ...others, ...rows.slice(turn % 7)]);

/** One row each of two organisations, as most of the listed have: what binds them is alike. */
export const alikeRows: readonly EventDraft[] = FILES.slice(0, 2).map((file, index): EventDraft => ({
  type: "ListingReported",
  body: {
    listing: `l0000000000000000b${index}` as ListingId, file, list: harbour("barred"), decidedOn: plainDate("2024-01-15"), effectiveFrom: plainDate("2024-01-15"), end: { kind: "fixed", until: plainDate("2026-02-01") }, fields: {},
    edition: "e.barred.2024-01-15" as never, editionDay: plainDate("2024-01-15"), rowKey: `row ${index}`, contentDigest: "sha256:" as never, source: { batch: "b" as never, template: harbour("t"), row: 1 }, regions: [],
  },
}));

export function registeredWithCodes(codesOf: (file: FileNumber) => readonly string[], status?: string): readonly EventDraft[] {
  return FILES.map((file): EventDraft => ({
    type: "OrganisationRegistered",
    body: { file, names: [{ text: file === B ? "平湖渡船有限公司" : `Ferry ${file}`, kind: "main" }], codes: codesOf(file).map((value) => ({ scheme: harbour("market-code"), value })), ...(status === undefined ? {} : { status }) } as never,
  }));
}

export { from };
