// Read a report: from a line of a proven file to a report as this program knows it.
import { parseFileNumber, type Json } from "../terms/index.ts";
import { anyOf, count, day, digest, flag, instant, listOf, maybe, object, oneOf, orNull, text, type Shape } from "./json-shape.ts";
import { PAPER_VERSION, PURPOSES, REPORT_VERSION, type ReportErrorLine, type ReportLine } from "./report.ts";

const names = object({ en: text, zh: maybe(text), by: maybe(oneOf("us")) });
const both = object({ en: text, zh: text });
const end = anyOf(
  object({ kind: oneOf("fixed"), until: day }), object({ kind: oneOf("untilDone"), what: text }), object({ kind: oneOf("reviewFrom"), day, what: text }), object({ kind: oneOf("permanent"), basis: text }), object({ kind: oneOf("notStated") }),
);
const exactly = (number: number): Shape => (value) => value === number;
const file: Shape = (value) => typeof value === "string" && parseFileNumber(value).ok;

const record = object({ decidedOn: orNull(day), actedOn: orNull(day), values: listOf(object({ names, value: both })), position: count, publishedUntil: orNull(day), disputedSince: orNull(day) });
const listing = object({ from: day, decidedOn: orNull(day), decidedBy: orNull(names), end, endWords: orNull(both), stands: flag, disputedSince: orNull(day), hasToGo: flag });
const effect = object({ id: text, measure: names, authority: names, effects: listOf(text), force: text, acts: listOf(names), from: day, end, endWords: orNull(both), because: listOf(both), exits: listOf(both) });
const howMany = object({ known: count, unknown: count });

const content = object({
  version: exactly(REPORT_VERSION), issuedAt: instant,
  register: object({ name: names, model: orNull(names) }),
  organisation: object({ file, name: text, otherNames: listOf(text), codes: listOf(object({ scheme: names, value: text })), facts: listOf(object({ what: text, value: both })) }),
  purpose: oneOf(...PURPOSES), period: object({ from: day, until: day }),
  asOf: object({ on: day, law: day, known: count, rulebook: digest, commitment: orNull(digest) }),
  statement: object({ finding: oneOf("none", "some", "unknown"), records: count, listings: count, kinds: howMany, lists: howMany }),
  kinds: listOf(object({ id: text, names, about: text, delivered: orNull(object({ first: day, last: day })), count: orNull(count), records: listOf(record) })),
  lists: listOf(object({ id: text, names, colour: text, owner: names, kept: oneOf("here", "editions", "byLaw"), edition: orNull(object({ asOf: day, inferred: flag })), stale: flag, count: orNull(count), listings: listOf(listing) })),
  binding: object({ verdicts: object({ bound: count, clear: count, undetermined: count }), effects: listOf(effect), possible: listOf(effect), favours: listOf(effect), missing: listOf(both), exits: listOf(both) }),
});
const report = object({ kind: oneOf("report"), salt: text, code: text, paper: exactly(PAPER_VERSION), stated: orNull(text), origin: orNull(text), content });
const failed = object({ kind: oneOf("error"), salt: text, asked: text, error: object({ code: text, message: text }) });

/** The report a line is; undefined where it is laid out otherwise. */
export function readReportLine(line: Json): ReportLine | ReportErrorLine | undefined {
  return isReport(line) || isError(line) ? line : undefined;
}

function isReport(line: Json): line is Json & ReportLine {
  return report(line);
}

function isError(line: Json): line is Json & ReportErrorLine {
  return failed(line);
}
