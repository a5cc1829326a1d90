// The law as a whole: two days compared, the changes that concern somebody with their feeds, and what the linter finds.
import { changesBetween, changesFor, lintLaw, type Registry } from "../../service/index.ts";
import { lawChangesPage, lawDiffPage, lawLintPage, type LawDiffModel, type LawLintModel } from "../portal/index.ts";
import { bodiesOfLaw } from "../models/acts.ts";
import { bodyOf } from "../models/frame.ts";
import { paged } from "../models/law-browse-model.ts";
import { changesModel, diffModel } from "../models/law-changes-model.ts";
import { findingView, lintFilters, pileViews, regimeViews, ruleViews, severityCounts } from "../models/law-lint-model.ts";
import { pageAsked, type Asked, type Reply } from "./asked.ts";
import { problemPage } from "./problems.ts";

export const FINDINGS_PER_PAGE = 40;

export function lawDiffBetween(asked: Asked): Promise<Reply> {
  const { registry, request, clocks, frame } = asked;
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  const regimes = regimesIn(registry, bodies);
  const from = request.query["from"] ?? regimes.findLast((regime) => regime.law < clocks.law)?.law ?? clocks.law;
  const to = request.query["to"] ?? clocks.law;
  const answer = changesBetween(registry, { from, to }, { ...request.query, bodies });
  if (!answer.ok) return problemPage(registry, request, answer.error, "");
  return Promise.resolve({ status: 200, html: lawDiffPage(frame, { ...diffModel(registry, answer.value, request.query, pageAsked(asked), bodies), presets: diffPresets(regimes) }) });
}

function regimesIn(registry: Registry, bodies: ReadonlySet<string>): readonly { readonly law: string; readonly names: { readonly en: string; readonly zh?: string } }[] {
  return [...registry.rulebook.bodyFacts].find(([body, facts]) => bodies.has(body) && facts.regimes.length > 0)?.[1].regimes ?? [];
}

/** From each regime to the next, and from the first to the last. */
function diffPresets(regimes: ReturnType<typeof regimesIn>): LawDiffModel["presets"] {
  const [first, last] = [regimes[0], regimes.at(-1)];
  if (first === undefined || last === undefined || regimes.length < 2) return [];
  const between = (from: typeof first, to: typeof first): LawDiffModel["presets"][number] => ({ label: { en: `${from.names.en} to ${to.names.en}`, zh: `${from.names.zh ?? from.names.en}到${to.names.zh ?? to.names.en}` }, from: from.law, to: to.law });
  return [between(first, last), ...regimes.slice(1).flatMap((regime, index) => { const before = regimes[index]; return before === undefined ? [] : [between(before, regime)]; })];
}

export function lawChangesFor({ registry, request, frame }: Asked): Promise<Reply> {
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  return Promise.resolve({ status: 200, html: lawChangesPage(frame, changesModel(registry, changesFor(registry, { ...request.query, bodies }), request.query, bodies)) });
}

export function lawLint(asked: Asked): Promise<Reply> {
  const { registry, request, clocks, frame } = asked;
  const { query } = request;
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  const standards = (query["standards"] ?? "") === "" ? clocks.law : (query["standards"] ?? clocks.law);
  const answer = lintLaw(registry, { on: clocks.law, standards });
  if (!answer.ok) return problemPage(registry, request, answer.error, standards);
  const all = answer.value.findings.filter((finding) => bodies.has(bodyOf(finding.entry)));
  const chosen = (name: string, of: (finding: (typeof all)[number]) => string) => (finding: (typeof all)[number]): boolean => (query[name] ?? "") === "" || of(finding) === query[name];
  const shown = all.filter(chosen("rule", (finding) => finding.rule)).filter(chosen("severity", (finding) => finding.severity)).filter(chosen("body", (finding) => bodyOf(finding.entry)));
  const rules = ruleViews(all);
  const rule = rules.find((each) => each.rule === query["rule"]);
  const page = pageAsked(asked);
  const first = (page - 1) * FINDINGS_PER_PAGE;
  const model: LawLintModel = {
    on: answer.value.on, standards: answer.value.standards, counts: severityCounts(all), surveyed: answer.value.summary.surveyed, rules, filters: lintFilters(registry, all, query, bodies), findings: shown.slice(first, first + FINDINGS_PER_PAGE).map(findingView),
    regimes: regimeViews(registry), piles: pileViews(registry, answer.value.summary, bodies), presets: lintPresets(regimesIn(registry, bodies)), ...(rule === undefined ? {} : { rule }),
    ...paged(shown.length, shown.length === 0 ? 0 : first + 1, page, FINDINGS_PER_PAGE),
  };
  return Promise.resolve({ status: 200, html: lawLintPage(frame, model) });
}

/** Each regime by its own standards; and the last by its own. */
function lintPresets(regimes: ReturnType<typeof regimesIn>): LawLintModel["presets"] {
  return regimes.map(({ law, names }) => ({ label: names, on: law, standards: law }));
}
