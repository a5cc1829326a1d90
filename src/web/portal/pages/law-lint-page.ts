// The law, examined: how many findings of each rule and severity, each rule with its explanation, the regimes by their own and by the
// last standards, how the measures one listing sets off are spread, and the findings themselves.
import { movedClocks, pageAddress } from "../addresses.ts";
import { count, isoDay, longDay, named, told, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { onThisPage, page } from "../parts/document.ts";
import { filterForm } from "../parts/law-filters.ts";
import { lawTabs } from "../parts/law-tabs.ts";
import { lintFindings, severityWords } from "../parts/lint-here.ts";
import { absent, block } from "../parts/notices.ts";
import { pager } from "../parts/pager.ts";
import { pileDrawing, pileTable } from "../parts/pile.ts";
import { sign } from "../parts/signs.ts";
import { table } from "../parts/table.ts";
import { viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { LawLintModel, LintRuleView, Severity } from "../view-models-law.ts";

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];
const SIGNS = { error: "error", warning: "finding", note: "open" } as const satisfies Record<Severity, string>;

export function lawLintPage(frame: Frame, model: LawLintModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const words = t.pages.lint;
  const number = (n: number): string => count(n, language);
  const body = html`<div class="width"><h1 class="found">${model.rule === undefined ? words.title : wordsOf(model.rule.names, language)}</h1><p class="lead">${words.lead}</p>${lawTabs(view, "lint")}
<p class="summary">${words.headline(longDay(model.on, language), longDay(model.standards, language), number(model.counts.error), number(model.counts.warning), number(model.counts.note))}</p>${daysForm(view, model)}
<p class="fine">${words.surveyed({ entries: number(model.surveyed.entries), lists: number(model.surveyed.lists), burdens: number(model.surveyed.burdens), memoranda: number(model.surveyed.memoranda), aboutPersons: number(model.surveyed.aboutPersons) })}</p>
<ul class="legend">${SEVERITIES.map((severity) => html`<li><span class="state">${sign(SIGNS[severity])}</span> ${words.severity[severity]}${t.colon}${words.severityNotes[severity]}</li>`)}</ul></div>
${onThisPage(view, [["rules", words.rules], model.regimes.length === 0 ? null : ["regimes", words.regimes], model.piles.length === 0 ? null : ["piles", words.piles], ["found", words.found]])}
<div class="width">${model.rule !== undefined && explanation(view, model.rule)}
${block("rules", words.rules, words.rulesNote, ruleTable(view, model))}
${model.regimes.length > 0 && block("regimes", words.regimes, words.regimesNote, regimeTable(view, model))}
${model.piles.length > 0 && block("piles", words.piles, words.pilesNote, html`${model.piles.map((pile, index) => html`<h3 id="pile-${index}-h">${words.pileOf(wordsOf(pile.body, language), pile.lists)}</h3>${pileDrawing(view, pile, `pile-${index}`)}${pile.most.length > 0 && html`<h4 id="most-${index}-h">${words.most}</h4>${pileTable(view, pile, `most-${index}-h`)}`}`)}`)}
${block("found", words.findings(number(model.total)), html`<a href="${sarifAddress(model)}">${words.sarif}</a>`, html`${filterForm(view, { path: "/law/lint", filters: model.filters, keep: ["standards"] })}${model.findings.length === 0 ? absent(words.none, words.noneNote) : html`${lintFindings(view, model.findings, null)}${pager(view, { first: model.first, shown: model.findings.length, total: model.total, previous: model.previous, next: model.next, ofLaw: true })}`}`)}</div>`;
  const rule = model.rule === undefined ? "" : ` --rule ${model.rule.rule}`;
  return page(view, {
    title: words.title, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law, path: "/law" }, ...(model.rule === undefined ? [{ words: words.title }] : [{ words: words.title, path: "/law/lint" }, { words: wordsOf(model.rule.names, language) }])], body,
    json: jsonPath(view), command: `./probity law lint --on ${model.on} --standards ${model.standards}${rule}`, citation: words.title,
  });
}

function jsonPath(view: View): string {
  const query = new URLSearchParams(Object.entries(view.frame.query)).toString();
  return `/v1/law/lint${query === "" ? "" : `?${query}`}`;
}

function sarifAddress(model: LawLintModel): string {
  return `/v1/law/lint?${new URLSearchParams({ ...(model.rule === undefined ? {} : { rule: model.rule.rule }), law: model.on, standards: model.standards, format: "sarif" }).toString()}`;
}

/** The law's day is the page's own clock; the day of the standards goes beside it. */
function daysForm(view: View, model: LawLintModel): Html {
  const { t, frame } = view;
  const words = t.pages.lint;
  const kept = Object.entries(frame.query).filter(([name]) => !["standards", "page"].includes(name));
  const on = frame.clocks === undefined || frame.clocks.on === frame.clocks.today ? [] : [["on", frame.clocks.on] as const];
  return html`<form class="clocks days" method="get" action="/${frame.language}/law/lint" aria-label="${words.days}">${[...kept, ...on].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<fieldset><legend class="unseen">${words.days}</legend><span class="clock"><label for="lint-law">${words.on}</label><input class="day" type="text" id="lint-law" name="law" value="${model.on}" autocomplete="off"></span><span class="clock"><label for="lint-standards">${words.standards}</label><input class="day" type="text" id="lint-standards" name="standards" value="${model.standards}" autocomplete="off"></span><button class="second">${words.again}</button></fieldset>
${model.presets.length > 0 && html`<p class="presets"><span>${t.clocks.orLook}</span> ${model.presets.map((preset) => html`<a href="${lintAddress(view, preset.on, preset.standards)}">${named(preset.label, view.language)}</a> `)}</p>`}</form>`;
}

function lintAddress(view: View, on: string, standards: string): string {
  const { frame } = view;
  const clocks = frame.clocks === undefined ? {} : movedClocks({ ...frame.clocks, law: on });
  return `/${frame.language}/law/lint?${new URLSearchParams({ law: on, ...clocks, standards, ...(frame.query["rule"] === undefined ? {} : { rule: frame.query["rule"] }) }).toString()}`;
}

function explanation(view: View, rule: LintRuleView): Html {
  const { t, language } = view;
  return html`<div class="aside-notes"><div class="notice"><p><b>${t.pages.lint.why}</b>${told(rule.why, language)}</p><p><b>${t.pages.lint.remedy}</b>${told(rule.remedy, language)}</p><p class="fine"><code>${rule.rule}</code>${t.space}<a href="${pageAddress(view.frame, "/law/lint", { standards: view.frame.query["standards"] })}">${t.pages.lint.allRules}</a></p></div></div>`;
}

function ruleTable(view: View, model: LawLintModel): Html {
  const { t, frame, language } = view;
  const words = t.pages.lint;
  const columns = [{ title: words.rule, plain: true, roomy: true }, ...SEVERITIES.map((severity) => ({ title: words.severity[severity], number: true })), { title: words.why, roomy: true }];
  const sorted = model.rules.toSorted((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || b.counts.note - a.counts.note);
  return table("rules-h", columns, sorted.map((rule) => ({
    cells: [html`<a href="${pageAddress(frame, "/law/lint", { ...frame.query, rule: rule.rule, page: undefined })}">${named(rule.names, language)}</a>`, ...SEVERITIES.map((severity) => count(rule.counts[severity], language)), html`<span class="fine">${told(rule.why, language)}</span>`],
  })));
}

function regimeTable(view: View, model: LawLintModel): Html {
  const { t, language } = view;
  const words = t.pages.lint;
  const number = (n: number): string => count(n, language);
  return html`<div class="scroller" tabindex="0" role="group" aria-labelledby="regimes-h"><table class="regime-figures"><thead><tr><th scope="col" rowspan="2">${words.regime}</th><th scope="col" rowspan="2" class="number">${words.lists}</th><th scope="col" rowspan="2" class="number">${words.burdens}</th><th scope="colgroup" colspan="3">${words.own}</th><th scope="colgroup" colspan="3">${words.later}</th><th scope="col" rowspan="2" class="number wide">${words.pile}</th></tr>
<tr>${[0, 1].map(() => SEVERITIES.map((severity) => html`<th scope="col" class="number">${severityWords(view, severity)}</th>`))}</tr></thead>
<tbody>${model.regimes.map((regime) => html`<tr><th scope="row">${named(regime.label, language)}<span class="under">${isoDay(regime.on)}</span></th><td class="number">${number(regime.lists)}</td><td class="number">${number(regime.burdens)}</td>${SEVERITIES.map((severity) => html`<td class="number"><a href="${lintAddress(view, regime.on, regime.on)}">${number(regime.own[severity])}</a></td>`)}${SEVERITIES.map((severity) => html`<td class="number"><a href="${lintAddress(view, regime.on, model.regimes.at(-1)?.on ?? regime.on)}">${number(regime.later[severity])}</a></td>`)}<td class="number">${regime.median !== undefined && `${number(regime.median)} · ${number(regime.p90 ?? 0)} · ${number(regime.max ?? 0)}`}</td></tr>`)}</tbody></table></div>`;
}
