// `law lint`: what the linter finds in the law of a day, as a table, JSON or SARIF; with `--compare` several days side by side.
import { Option, type Command } from "commander";
import { compareLaw, lintLaw, sarifOfReport, type LintComparison, type LintReport, type SeverityCounts } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { columns } from "./columns.ts";

interface LintOptions extends CommonOptions {
  readonly on?: string;
  readonly standards?: string;
  readonly body?: string;
  readonly rule?: string;
  readonly format: "table" | "json" | "sarif";
  readonly compare?: string | true;
}

export function addLawLint(law: Command, world: World): void {
  withCommonOptions(law.command("lint"))
    .description("measures the law of a day by the standards of that day or another; errors exit 1")
    .option("--on <day>", "the day of the statute book")
    .option("--standards <day>", "the day of the standards it is measured by; default the same day")
    .option("--body <body>", "only this body of law, e.g. cn")
    .option("--rule <rule>", "only this rule, e.g. no-notice")
    .addOption(new Option("--format <format>", "how it is printed").choices(["table", "json", "sarif"]).default("table"))
    .option("--compare [days]", "a table of several days, each by its own standards and by those of the last; default the regimes of the body")
    .action((options: LintOptions) => withRegistry(world, options, async (registry) => {
      const { on, standards, body, rule, compare } = options;
      const json = options.json === true || options.format === "json";
      const scope = { ...(body === undefined ? {} : { body }), ...(rule === undefined ? {} : { rule }) };
      if (compare !== undefined) {
        const comparison = compareLaw(registry, { ...scope, days: compare === true ? [] : compare.split(",").map((day) => day.trim()) });
        if (!comparison.ok) return printProblem(world, comparison.error, json);
        if (json) printJson(world, comparison.value);
        else world.out(comparisonTable(comparison.value));
        return STATUS.done;
      }
      const answer = lintLaw(registry, { ...scope, ...(on === undefined ? {} : { on }), ...(standards === undefined ? {} : { standards }) });
      if (!answer.ok) return printProblem(world, answer.error, json);
      if (options.format === "sarif") printJson(world, sarifOfReport(answer.value));
      else if (json) printJson(world, answer.value);
      else world.out(printed(answer.value));
      return answer.value.summary.counts.error > 0 ? STATUS.refused : STATUS.done;
    }));
}

function printed({ on, standards, summary, findings }: LintReport): string {
  const { surveyed, counts, rules, pileOn } = summary;
  const head = `The law of ${on} by the standards of ${standards}: ${surveyed.entries} entries, of them ${surveyed.aboutPersons} about persons; ${surveyed.lists} lists, ${surveyed.burdens} burdens, ${surveyed.memoranda} memoranda, ${surveyed.recordTypes} record types\n`;
  const found = rules.filter(({ counts: each }) => each.error + each.warning + each.note > 0);
  const table = columns([["rule", "error", "warning", "note"], ...found.map(({ rule, counts: each }) => [rule, ...figures(each)]), ["total", ...figures(counts)]]);
  const piles = pileOn.map(({ body, distribution: spread }) => `One listing of ${body} releases ${spread.min} to ${spread.max} measures over ${spread.lists} lists (median ${spread.median}, nine of ten at most ${spread.p90}): ${spread.histogram.filter((bin) => bin.lists > 0).map((bin) => `${bin.lists} × ${bin.to === undefined ? `${bin.from} or more` : bin.to === bin.from ? bin.from : `${bin.from} to ${bin.to}`}`).join(", ")}\n`);
  const lines = findings.map(({ severity, rule, entry, at, what, remedy }) => `${severity} ${rule} ${entry}\n  ${at}: ${what.en}\n  ${remedy.en}\n`);
  return [head, "\n", table, "\n", ...piles, ...(lines.length > 0 ? ["\n"] : []), ...lines].join("");
}

function figures({ error, warning, note }: SeverityCounts): readonly string[] {
  return [error, warning, note].map((figure) => (figure === 0 ? "." : String(figure)));
}

const SURVEYED = { lists: "lists", blackLists: "of them black", burdens: "burdens" } as const;

/** A column a day and a standard; errors, warnings and notes with strokes between. */
function comparisonTable({ standards, days }: LintComparison): string {
  const shown = (counts: SeverityCounts): string => (counts.error + counts.warning + counts.note === 0 ? "." : `${counts.error}/${counts.warning}/${counts.note}`);
  const rules = days[0]?.own.rules.map(({ rule }) => rule) ?? [];
  const rowOf = (rule: string): readonly string[] => days.flatMap(({ own, later }) => [own, later].map((summary) => { const found = summary.rules.find((each) => each.rule === rule); return found === undefined ? "." : shown(found.counts); }));
  const rows = rules.map((rule) => [rule, ...rowOf(rule)]).filter(([, ...cells]) => cells.some((cell) => cell !== "."));
  return [
    `Errors/warnings/notes in the law of each day, by the standards of that day and by those of ${standards}\n\n`,
    columns([
      ["law of", ...days.flatMap(({ on }) => [on, on])], ["standards of", ...days.flatMap(({ on }) => [on, standards])],
      ...(["lists", "blackLists", "burdens"] as const).map((what) => [SURVEYED[what], ...days.flatMap(({ own }) => [String(own.surveyed[what]), String(own.surveyed[what])])]),
      ...rows, ["total", ...days.flatMap(({ own, later }) => [shown(own.counts), shown(later.counts)])],
    ]),
  ].join("");
}
