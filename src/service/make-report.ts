// Make a report: a signed credit report of one organisation, or of a list of them under one signature, for a stated purpose and period. It is
// made for the public, whoever asks: a paper that is handed on must hold nothing that may not be. Nothing of it is kept.
import { randomBytes } from "node:crypto";
import { canonicalize } from "json-canonicalize";
import { addDays, addYears, err, ok, parseInstant, parsePlainDate, present, type Instant, type Result } from "../domain/terms/index.ts";
import { partOfReceipt, PAPER_VERSION, PURPOSES, PURPOSE_WORDS_MAX, REPORT, reportCodeOf, SALT_BYTES, sealReceipt, type Purpose, type ReportContent, type ReportErrorLine, type ReportLine } from "../domain/proof/index.ts";
import { readClocks, type Clocks, type ClocksAsked } from "./clocks.ts";
import { problem, type Problem } from "./problem.ts";
import { receiptSigner, signerInUse } from "./receipt-keys.ts";
import type { Registry } from "./registry.ts";
import { reportContent, reportGround } from "./report-content.ts";

export interface ReportAsked extends ClocksAsked {
  readonly purpose: string;
  /** What the purpose is in the asker's words; needed where the kind is `other`. */
  readonly stated?: string;
  readonly from?: string;
  /** The first day no longer asked about; default the day after the day asked. */
  readonly until?: string;
}

export interface ReportRequest extends ReportAsked {
  readonly organisation: string;
}

/** How the paper is made out. */
export interface ReportIssuing {
  /** The register's own address, where codes are verified. */
  readonly origin?: string;
  /** Whether a key may be made where there is none: that writes. Default it may not. */
  readonly makeKey?: boolean;
  readonly progress?: (done: number, total: number) => void;
}

/** Signed reports, as one file. */
export interface ReportsMade {
  /** The text of the signed file: all lines of the lot. */
  readonly file: string;
  readonly lines: readonly (ReportLine | ReportErrorLine)[];
}

/** Years back where no period is asked for. */
const YEARS_BACK = 3;

/** The question read: clocks, period, purpose. */
export interface ReportQuestion {
  readonly clocks: Clocks;
  readonly period: ReportContent["period"];
  readonly purpose: Purpose;
  readonly stated: string | null;
}

/** Reads what is asked, or says what is wrong with it. */
export async function readReportAsked(registry: Registry, asked: ReportAsked): Promise<Result<ReportQuestion, Problem>> {
  const clocks = await readClocks(registry, asked);
  if (!clocks.ok) return clocks;
  const purpose = PURPOSES.find((each) => each === asked.purpose.trim());
  if (purpose === undefined) return err(problem("input-invalid", `\`${asked.purpose}\` is no purpose of a report`, `Give one of ${PURPOSES.join(", ")}.`, { facts: { kind: "purpose" } }));
  const stated = (asked.stated ?? "").trim().toWellFormed();
  if (stated.length > PURPOSE_WORDS_MAX) return err(problem("input-invalid", `the purpose is stated in more than ${PURPOSE_WORDS_MAX} characters`, "Say it in fewer words.", { facts: { kind: "purposeWords", most: PURPOSE_WORDS_MAX } }));
  if (purpose === "other" && stated === "") return err(problem("input-invalid", "the purpose is another one, and not said which", "State it in words.", { facts: { kind: "purposeWords", most: PURPOSE_WORDS_MAX } }));
  const { on, law, known } = clocks.value;
  const next = addDays(on, 1);
  const [until, from] = [dayOf(asked.until, next), dayOf(asked.from, addYears(next, -YEARS_BACK))];
  if (!until.ok) return until;
  if (!from.ok) return from;
  if (from.value >= until.value) return err(problem("day-invalid", `the period begins on ${from.value}, which is not before its end, ${until.value}`, "The end is the first day no longer asked about; give an earlier beginning or a later end.", { facts: { kind: "period", from: from.value, until: until.value } }));
  if (until.value > next) return err(problem("day-invalid", `the period ends on ${until.value}, after the day asked about, ${on}`, `A report says nothing of days to come: end it on ${next} at the latest, or ask about a later day.`, { facts: { kind: "periodToCome", until: until.value, on } }));
  return ok({ clocks: { on, law, known }, period: { from: from.value, until: until.value }, purpose, stated: stated === "" ? null : stated });
}

function dayOf(text: string | undefined, otherwise: ReportContent["period"]["from"]): Result<ReportContent["period"]["from"], Problem> {
  if (text === undefined || text.trim() === "") return ok(otherwise);
  const day = parsePlainDate(text.trim());
  return day.ok ? day : err(problem("day-invalid", day.error, "Give the days of the period as YYYY-MM-DD.", { facts: { kind: "day", text } }));
}

/** What a report of this organisation would say, unsigned: for the preview on a page. */
export async function previewReport(registry: Registry, request: ReportRequest): Promise<Result<ReportContent, Problem>> {
  const asked = await readReportAsked(registry, request);
  return asked.ok ? reportContent(await reportGround(registry, { ...asked.value, issuedAt: wholeSecond(registry) }), request.organisation) : asked;
}

/** The signed report of one organisation. */
export async function makeReport(registry: Registry, request: ReportRequest, issuing: ReportIssuing = {}): Promise<Result<ReportsMade & { readonly report: ReportLine }, Problem>> {
  const asked = await readReportAsked(registry, request);
  if (!asked.ok) return asked;
  const content = await reportContent(await reportGround(registry, { ...asked.value, issuedAt: wholeSecond(registry) }), request.organisation);
  if (!content.ok) return content;
  const report = lineOf(registry, asked.value, issuing, content.value);
  const made = await sealed(registry, [report], issuing, report.content.issuedAt);
  return made.ok ? ok({ ...made.value, report }) : made;
}

/** Signed reports of a list of organisations, under one signature. Who is not found stands in the lot at its place, with why. */
export async function makeReports(registry: Registry, organisations: readonly string[], wanted: ReportAsked, issuing: ReportIssuing = {}): Promise<Result<ReportsMade, Problem>> {
  if (organisations.length === 0) return err(problem("input-invalid", "the list of organisations is empty", "Name an organisation a line: by code, file number or whole name."));
  const asked = await readReportAsked(registry, wanted);
  if (!asked.ok) return asked;
  const issuedAt = wholeSecond(registry);
  const ground = await reportGround(registry, { ...asked.value, issuedAt });
  const lines: (ReportLine | ReportErrorLine)[] = [];
  for (const text of organisations) {
    const content = await reportContent(ground, text);
    lines.push(content.ok ? lineOf(registry, asked.value, issuing, content.value) : errorLine(text, content.error));
    issuing.progress?.(lines.length, organisations.length);
  }
  return sealed(registry, lines, issuing, issuedAt);
}

/** The signed file of one report of a lot by itself. */
export function reportOfLot(registry: Pick<Registry, "digest">, { file, lines }: ReportsMade, number: number): string {
  if (lines.length === 1) return file;
  const part = partOfReceipt(new TextEncoder().encode(file), number, registry.digest, REPORT);
  return present(part.ok ? part.value : undefined, `line ${number} of the lot that was just made`);
}

function lineOf(registry: Registry, { stated }: ReportQuestion, { origin }: ReportIssuing, content: ReportContent): ReportLine {
  return { kind: "report", salt: salt(), code: reportCodeOf(content, registry.digest), paper: PAPER_VERSION, stated, origin: origin ?? null, content };
}

/** Who asked about a person is not to carry the number about on a signed paper. */
function errorLine(asked: string, { code, message }: Problem): ReportErrorLine {
  return { kind: "error", salt: salt(), asked: code === "not-an-organisation" ? "" : asked.toWellFormed(), error: { code, message: message.toWellFormed() } };
}

function salt(): string {
  return randomBytes(SALT_BYTES).toString("base64url");
}

async function sealed(registry: Registry, lines: ReportsMade["lines"], { makeKey }: ReportIssuing, issuedAt: Instant): Promise<Result<ReportsMade, Problem>> {
  const signer = makeKey === true ? await receiptSigner(registry) : await signerInUse(registry);
  if (signer === undefined) return err(problem("key-unknown", "this register has no key yet to sign a report with", "`keys rotate` makes one; so does `up` when it starts."));
  const file = sealReceipt({ asker: "public", issuedAt, lines: lines.map((line) => canonicalize(line)), signer, digest: registry.digest, kind: REPORT });
  return file.ok ? ok({ file: file.value, lines }) : err(problem("receipt-too-large", `${lines.length} reports would be larger than signed files are read`, "Ask for them in several lots."));
}

/** A code carries the moment to the second, so a report is made at a whole one. */
function wholeSecond({ clock }: Registry): Instant {
  const instant = parseInstant(`${clock.now().slice(0, 19)}.000Z`);
  return present(instant.ok ? instant.value : undefined, "a whole second");
}
