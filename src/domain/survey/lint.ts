// Lint: the law of a day, looked at as a whole, measured by the standards of that day or of another. What the sources criticise is made
// mechanical here, rule by rule; a finding says what, where, why it matters and what would mend it, and changes nothing.
import type { PlainDate } from "../terms/index.ts";
import { LINT_RULES, type LintRuleId, type Rulebook } from "../rules/index.ts";
import { openLawBook, type LawBook } from "./law-book.ts";
import { SEVERITIES, type Found, type LintFinding, type LintRule, type Severity } from "./lint/lint-rule.ts";
import { RULES } from "./lint/rules.ts";
import { say, type Words } from "./say.ts";
import { workedOut } from "./worked-out.ts";
import type { Yardstick } from "./yardstick.ts";

export interface LintOptions {
  /** The day whose statute book is looked at. */
  readonly on: PlainDate;
  /** The day whose standards it is measured by; absent: the same. */
  readonly standards?: PlainDate;
}

/** Days kept for each rulebook: questions come day after day, and nobody asks for many. */
const KEPT_DAYS = 32;
const keptOf = workedOut((_rulebook: Rulebook) => new Map<string, { readonly book: LawBook; readonly findings: readonly LintFinding[] }>());

/** Everything the rules find in the law of a day, rules about persons among it: gravest first, then rule by rule. */
export function lint(rulebook: Rulebook, options: LintOptions): readonly LintFinding[] {
  return surveyed(rulebook, options).findings;
}

/** The day's law and what was found in it, worked out once. */
export function surveyed(rulebook: Rulebook, { on, standards = on }: LintOptions): { readonly book: LawBook; readonly findings: readonly LintFinding[] } {
  const kept = keptOf(rulebook);
  const key = `${on} ${standards}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const book = openLawBook(rulebook, on, standards);
  const findings = LINT_RULES.flatMap((id) => RULES[id].look(book).map((found) => findingOf(book, id, found))).toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  if (kept.size >= KEPT_DAYS) kept.clear();
  const value = { book, findings: Object.freeze(findings) };
  kept.set(key, value);
  return value;
}

function findingOf(book: LawBook, id: LintRuleId, found: Found): LintFinding {
  const rule: LintRule = RULES[id];
  const { entry, what } = found;
  const yardstick = found.yardstick ?? book.yardstick(id, entry);
  const measuredBy = found.measuredBy ?? (yardstick?.binding === true ? yardstick.standard.id : undefined);
  const since = found.measuredBy === undefined && found.severity !== "note" ? standing(book, yardstick) : say("", "");
  return {
    rule: id, severity: found.severity ?? severityBy(yardstick), entry: entry.id, at: entry.at,
    ...(book.isAboutPersons(entry.id) ? { people: true as const } : {}),
    ...(measuredBy === undefined ? {} : { measuredBy }),
    ...(found.figure === undefined ? {} : { figure: found.figure }),
    what, why: say(`${rule.why.en}${since.en}`, `${rule.why.zh ?? rule.why.en}${since.zh}`), remedy: found.remedy ?? rule.remedy,
  };
}

/** A standard we are not sure of accuses nobody. */
function severityBy(yardstick: Yardstick | undefined): Severity {
  return yardstick?.binding === true && yardstick.standard.confidence !== "low" ? "error" : "warning";
}

/** Since when the law itself asks for it. */
function standing(book: LawBook, yardstick: Yardstick | undefined): Words {
  if (yardstick === undefined) return say(" No standard of this body of law speaks of it.", "本法律体系未设相应标准。");
  const { names, from, until } = yardstick.standard;
  const name = say(names.en, names.zh ?? names.en);
  if (yardstick.binding) return say(` Asked for since ${from ?? "the beginning"}: ${name.en}.`, `自${from ?? "始"}起即有要求：${name.zh}。`);
  if (from !== undefined && from > book.standardsDay) return say(` On ${book.standardsDay} nothing forbade it; from ${from}: ${name.en}.`, `${book.standardsDay}尚无禁止规定；自${from}起：${name.zh}。`);
  return say(` What asked for it ended on ${until ?? ""}: ${name.en}.`, `相关要求已于${until ?? ""}失效：${name.zh}。`);
}
