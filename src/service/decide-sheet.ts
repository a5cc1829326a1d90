// Decide by sheet: a filled decision sheet becomes decisions, each with its own reasons, all in one append. What is wrong is said cell by cell; a
// row that was decided so before is left as it stands, so that the same sheet twice, or mended, changes nothing twice.
import { err, ok, parseMatterId, type Finding, type MatterId, type Result, type Sheet } from "../domain/terms/index.ts";
import { isPersonIdentifier, readCode } from "../domain/identity/index.ts";
import type { Template } from "../domain/rules/index.ts";
import { applyTemplate, readSheet, type ReadBySheet } from "../intake/index.ts";
import { annotateSheet, decisionTemplate, outcomeText } from "../outgoing/index.ts";
import { caseView, type CaseAction, type CaseView } from "./case-view.ts";
import { decidingStep, decisionAsk, statedWords } from "./deciding-step.ts";
import { readDecisionRow, type DecisionRow } from "./decision-row.ts";
import { problem, type Problem } from "./problem.ts";
import { schemesOf, type Registry } from "./registry.ts";
import type { CaseAsk } from "./requests/case-request.ts";
import { takeSteps } from "./take-steps.ts";
import { decisionsId } from "./write-decisions.ts";
import { officeNamed } from "./worklist.ts";

export interface DecidingRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly by: string;
  /** Posts that decided, where a row names none. */
  readonly officers: readonly string[];
  /** Where one row is refused, none is decided. */
  readonly strict?: boolean;
  readonly annotate?: boolean;
  readonly language?: "en" | "zh";
}

export interface SheetDecided {
  readonly rows: number;
  readonly decided: number;
  /** Decided so before. */
  readonly repeated: number;
  /** Without an outcome: left for another time. */
  readonly left: number;
  readonly refused: number;
  readonly findings: readonly Finding[];
  readonly decisions: readonly { readonly row: number; readonly matter: MatterId; readonly outcome: string; readonly result: "decided" | "repeated" | "refused" }[];
  readonly annotated?: Uint8Array;
}

/** Decides what the sheet says. Rows are refused one by one; with `strict` all are where one is. */
export async function decideSheet(registry: Registry, request: DecidingRequest): Promise<Result<SheetDecided, Problem>> {
  const office = await officeNamed(registry, request.by);
  if (!office.ok) return office;
  const sheet = readSheet({ name: request.name, bytes: request.bytes });
  if (!sheet.ok) return err(problem("file-unreadable", `\`${request.name}\` could not be read; nothing was decided`, "Mend what stands below and hand it in again.", { findings: sheet.error }));
  const id = decisionsId(registry);
  if (id === undefined) return err(problem("law-unreadable", "this register has no law to decide under", "Load a body of law first."));
  const template = decisionTemplate(id, statedWords(registry));
  const read = readRows(registry, template, sheet.value);
  if (read.findings.length > 0) return err(problem("file-refused", `\`${request.name}\` is no decision sheet; nothing was decided`, "`worklist OFFICE --out FILE.xlsx` writes one with the cases that wait.", { findings: read.findings }));
  const rows = read.rows.map((row) => readDecisionRow(template, sheet.value, read.headerRow, row));
  const judged = await judge(registry, { ...request, by: office.value.file }, rows);
  const outcome = await store(registry, judged, request.strict === true);
  if (!outcome.ok) return outcome;
  const report = { ...outcome.value, findings: [...outcome.value.findings, ...(read.warnings ?? [])] };
  if (request.annotate !== true) return ok(report);
  return ok({ ...report, annotated: annotateSheet({ bytes: request.bytes, sheet: sheet.value, ...(read.headerRow === undefined ? {} : { headerRow: read.headerRow }) }, report.findings, request.language ?? "en") });
}

function readRows(registry: Registry, template: Template, sheet: Sheet): ReadBySheet {
  const schemes = schemesOf(registry);
  const people = schemes.filter((scheme) => scheme.of === "person");
  return applyTemplate(template, sheet, { schemes, authorities: registry.rulebook.all("authority"), isPersonIdentifier: (text) => isPersonIdentifier(people, text), readCode: (text) => readCode(schemes, text) });
}

type Judged = { readonly row: DecisionRow } & (
  | { readonly kind: "left" | "repeated" }
  | { readonly kind: "wrong"; readonly findings: readonly Finding[] }
  | { readonly kind: "ask"; readonly ask: CaseAsk }
);

/** What each row asks for, before anything is decided. */
async function judge(registry: Registry, { by, officers }: Pick<DecidingRequest, "by" | "officers">, rows: readonly DecisionRow[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const findings = [...row.findings];
    const before = seen.get(row.matter);
    if (row.matter !== "" && before !== undefined) findings.push({ code: "row-twice", at: row.at("matter"), message: `the case stands in row ${before} already`, remedy: "Keep one of the two rows." });
    seen.set(row.matter, before ?? row.row);
    if (findings.length > 0) judged.push({ row, kind: "wrong", findings });
    else if (row.decision === undefined) judged.push({ row, kind: "left" });
    else judged.push(await judgeRow(registry, by, row.posts.length === 0 ? officers : row.posts, row, row.decision));
  }
  return judged;
}

async function judgeRow(registry: Registry, by: string, officers: readonly string[], row: DecisionRow, decision: NonNullable<DecisionRow["decision"]>): Promise<Judged> {
  const view = await caseView(registry, { kind: "office", office: by, officers }, row.matter);
  if (!view.ok) return { row, kind: "wrong", findings: [{ code: "case-not-here", at: row.at("matter"), message: `there is no case \`${row.matter}\` that this office decides`, remedy: "Leave the column as `worklist` wrote it; a case of another office is decided by that office." }] };
  if (stands(view.value, decision)) return { row, kind: "repeated" };
  const action = decidingStep(view.value);
  if (action === undefined) return { row, kind: "wrong", findings: [notNow(row, view.value)] };
  if (!action.asks.outcomes.includes(decision.outcome)) return { row, kind: "wrong", findings: [notThis(row, action, view.value)] };
  const command = decisionAsk(view.value, action, decision);
  return command === undefined ? { row, kind: "wrong", findings: [notThis(row, action, view.value)] } : { row, kind: "ask", ask: { by: { kind: "office", office: by, officers }, command, attachments: [] } };
}

/** The case has this decision with these reasons on record. */
function stands({ entries }: CaseView, { outcome, reasons }: NonNullable<DecisionRow["decision"]>): boolean {
  return entries.some((entry) => entry.by === "office" && entry.outcome === outcome && entry.text.trim() === reasons);
}

function notNow(row: DecisionRow, { actions, open }: CaseView): Finding {
  const refused = actions.filter(({ allowed, by, why: reason }) => !allowed && by === "office" && reason !== undefined);
  const why = (refused.find(({ action }) => action === "DecideListing") ?? refused.find(({ asks }) => asks.officers > 0))?.why;
  return { code: "decision-refused", at: row.at("outcome"), message: why?.message ?? `the case is ${open ? "not to be decided now" : "closed"}`, remedy: open ? "Hand the row in again when the case waits for its decision." : "Take the row out: a decision stands until it is annulled or appealed against." };
}

function notThis(row: DecisionRow, { asks, names, action }: CaseAction, { consent }: Pick<CaseView, "consent">): Finding {
  const why = consent?.state === "refused" ? `: the office above refused its consent on ${consent.since} (${consent.reason ?? ""})` : "";
  return { code: "outcome-not-here", at: row.at("outcome"), message: `${names?.en ?? action} cannot come to this in this case${why}`, remedy: `It comes to one of ${asks.outcomes.map((each) => `\`${outcomeText(each)}\``).join(", ")}.` };
}

async function store(registry: Registry, judged: readonly Judged[], strict: boolean): Promise<Result<SheetDecided, Problem>> {
  const asks = judged.flatMap((each) => (each.kind === "ask" ? [each] : []));
  const wrong = judged.some(({ kind }) => kind === "wrong");
  const taken = strict && wrong ? ok([]) : await takeSteps(registry, { asks: asks.map(({ ask }) => ask), allOrNone: strict });
  if (!taken.ok) return taken;
  const results = new Map(asks.map((each, index) => [each.row, taken.value[index]] as const));
  const findings = judged.flatMap((each): readonly Finding[] => {
    if (each.kind === "wrong") return each.findings;
    const result = results.get(each.row);
    return result === undefined || result.ok ? [] : [{ code: "decision-refused", at: each.row.at("outcome"), message: result.error.message, remedy: result.error.remedy }];
  });
  if (strict && findings.length > 0) return err(problem("file-refused", `the sheet has ${findings.length === 1 ? "a finding" : `${findings.length} findings`} and was handed in with --strict; nothing was decided`, "Mend what stands below and hand it in again.", { findings }));
  const decisions = judged.flatMap((each): SheetDecided["decisions"] => {
    const matter = parseMatterId(each.row.matter);
    if (!matter.ok || each.row.decision === undefined) return [];
    return [{ row: each.row.row, matter: matter.value, outcome: each.row.decision.outcome, result: each.kind === "repeated" ? "repeated" : results.get(each.row)?.ok === true ? "decided" : "refused" }];
  });
  const refused = judged.filter((each) => each.kind === "wrong" || results.get(each.row)?.ok === false).length;
  return ok({
    rows: judged.length, decided: [...results.values()].filter((result) => result?.ok === true).length, repeated: judged.filter(({ kind }) => kind === "repeated").length, left: judged.filter(({ kind }) => kind === "left").length,
    refused, findings, decisions,
  });
}

