// The cascade of a supposed record in words: the record, what the law itself makes of it, what an authority may propose on which criteria, what
// follows if it lists, and what hangs on facts nobody stated. The table of measures beside it says the same, act by act.
import { dayText, named, sentence } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import type { CriterionLine, PreflightModel, PreflightProposal, PreflightView } from "../view-models-preflight.ts";
import { endWords } from "./ends.ts";
import { colourMark } from "./lists-table.ts";
import { sign, stateMark } from "./signs.ts";
import { lawLink, lawName, lawWords, type View } from "./view.ts";

export function preflightCascade(view: View, model: PreflightModel, result: PreflightView): Html {
  const t = view.t.preflight;
  const atOnce = result.rows.filter(({ state }) => state === "bound").length;
  return html`<ol class="chain onward">
${step(t.steps.record, null, lawLink(view, result.type), html`<p class="more">${sentence(t.recordSays(dayText(model.on, view.language)), view.language)}${view.t.semicolon}${t.measuresAtOnce(atOnce)}${result.publishedUntil !== undefined && html`${view.t.space}${sentence(t.published(dayText(result.publishedUntil, view.language)), view.language)}`}</p>`)}
${result.entailed.length > 0 && step(t.steps.law, null, html`${t.entailed(result.entailed.length)}${listed(view, result.entailed)}`, null)}
${lostAtOnce(view, result)}
${result.proposals.map((proposal) => html`${step(t.steps.proposal, lawName(view, proposal.owner), lawLink(view, proposal.list), proposed(view, proposal), colourMark(view, proposal.colour))}${step(t.steps.decided, null, html`${t.ifListed(proposal.binding, proposal.possible)}`, html`<p class="more">${sentence(endWords(view, proposal.end), view.language)}${proposal.lostLists.length > 0 && html`${view.t.space}${t.listsLost}${listed(view, proposal.lostLists)}${view.t.stop}`}</p>`)}`)}
${result.open.map((open) => step(t.steps.open, lawName(view, open.owner), lawLink(view, open.list), html`<p class="more">${t.needsOf(lawWords(view, open.owner))}</p>${missing(view, open.needs)}`))}
</ol>`;
}

function step(kind: string, who: Html | null, says: Html, more: Html | null, mark: Html | null = null): Html {
  return html`<li><p class="kind"><b>${kind}</b>${who !== null && html`<span>${who}</span>`}${mark}</p><p class="says">${says}</p>${more}</li>`;
}

function listed(view: View, lists: readonly string[]): Html {
  return joined(lists.map((list) => lawLink(view, list)), html`${view.t.comma}`);
}

function lostAtOnce(view: View, { rows, closed, lostLists }: PreflightView): Html | null {
  const t = view.t.preflight;
  const lost = rows.filter(({ state }) => state === "lost");
  if (lost.length === 0 && closed.length === 0 && lostLists.length === 0) return null;
  return step(t.steps.lost, null, html`${listed(view, [...lostLists, ...lost.map(({ measure }) => measure)])}`, closed.length === 0 ? null : html`<p class="more">${t.closed}${listed(view, closed)}</p>`);
}

function proposed(view: View, proposal: PreflightProposal): Html {
  const t = view.t.preflight;
  return html`<p class="more">${t.authorityDecides}</p><details><summary>${t.criteria} <span class="figure">${proposal.criteria.length}</span></summary>${criterionLines(view, proposal.criteria, proposal.colour === "red" ? "favour" : "burden")}</details>`;
}

/** Criteria with their results: what is met weighs for or against, by the colour of the list, or neither. */
export function criterionLines(view: View, lines: readonly CriterionLine[], weighs: "burden" | "favour" | "neither"): Html {
  const t = view.t.preflight;
  const sides = { burden: { met: "bound", notMet: "clear" }, favour: { met: "favoured", notMet: undefined }, neither: { met: undefined, notMet: undefined } } as const;
  const mark = ({ state, presumed }: CriterionLine): Html => {
    const words = presumed === true ? t.presumed : t[state];
    const side = state === "unknown" ? "undetermined" : sides[weighs][state];
    return side === undefined ? html`<span class="state">${words}</span>` : stateMark(view, side, words);
  };
  return html`<ul class="criterion-lines">${lines.map((line) => html`<li>${mark(line)}<span>${named(line.names, view.language)}${line.needs.length > 0 && html`<span class="under">${t.needs}${view.t.colon}${joined(line.needs.map((need) => named(need, view.language)), html`${view.t.semicolon}`)}</span>`}</span></li>`)}</ul>`;
}

function missing(view: View, needs: PreflightView["open"][number]["needs"]): Html | null {
  return needs.length === 0 ? null : html`<ul class="missing">${needs.map((need) => html`<li>${sign("undetermined")}<span>${named(need, view.language)}</span></li>`)}</ul>`;
}
