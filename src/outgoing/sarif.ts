// SARIF 2.1.0: the findings of the linter in the form that code scanners and editors read. A finding stands at the line where its entry
// begins; the rules it comes from are described once, in the tool.
import { LINT_RULES, type LintRuleId } from "../domain/rules/index.ts";
import { RULES, type LintFinding, type LintReport, type LintRule, type Severity } from "../domain/survey/index.ts";

const LEVELS = { error: "error", warning: "warning", note: "note" } as const satisfies Record<Severity, string>;
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

export interface SarifOptions {
  /** Folder of the law files from the root of the repository, with forward slashes. */
  readonly folder: string;
  /** Page that explains the rules, from the root of the repository. */
  readonly helpPage: string;
}

/** A log with one run. Its shape is that of the SARIF standard, so the names are the standard's. */
export function sarifOf({ on, standards, rulebook, findings, summary }: LintReport, { folder, helpPage }: SarifOptions): object {
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "probity law lint", rules: LINT_RULES.map((id) => ruleOf(id, helpPage)) } },
      columnKind: "utf16CodeUnits",
      properties: { on, standards, rulebook, surveyed: summary.surveyed },
      results: findings.map((finding) => resultOf(finding, folder)),
    }],
  };
}

function ruleOf(id: LintRuleId, helpPage: string): object {
  const rule: LintRule = RULES[id];
  return {
    id, name: id, shortDescription: { text: rule.names.en }, fullDescription: { text: rule.why.en }, help: { text: `${rule.remedy.en} See ${helpPage}#${id}.` },
    defaultConfiguration: { level: LEVELS[rule.severities[0] ?? "warning"] },
    properties: { zh: { name: rule.names.zh, why: rule.why.zh, remedy: rule.remedy.zh } },
  };
}

function resultOf({ rule, severity, entry, at, measuredBy, people, figure, what, why, remedy }: LintFinding, folder: string): object {
  const { path, line, column } = placeOf(at);
  return {
    ruleId: rule, ruleIndex: LINT_RULES.indexOf(rule), level: LEVELS[severity],
    message: { text: `${what.en} ${why.en} ${remedy.en}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(`${folder}/${path}`), uriBaseId: "%SRCROOT%" }, region: { startLine: line, startColumn: column } }, logicalLocations: [{ fullyQualifiedName: entry, kind: "resource" }] }],
    partialFingerprints: { entryAndRule: `${entry} ${rule}` },
    properties: { zh: `${what.zh ?? what.en}${why.zh ?? why.en}${remedy.zh ?? remedy.en}`, ...(measuredBy === undefined ? {} : { measuredBy }), ...(people === true ? { people } : {}), ...(figure === undefined ? {} : { figure }) },
  };
}

/** `cn/lists/a.yaml:3:1`; a place without line or column is the file's beginning. */
function placeOf(at: string): { readonly path: string; readonly line: number; readonly column: number } {
  const match = /^(.*?)(?::(\d+))?(?::(\d+))?$/.exec(at);
  return { path: match?.[1] ?? at, line: Math.max(1, Number(match?.[2] ?? 1)), column: Math.max(1, Number(match?.[3] ?? 1)) };
}
