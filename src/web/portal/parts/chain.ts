// Reason chain: measure, clause, listing, decision, criterion, record. Each link says what kind it is, who, which law, and which days.
// Never shortened; what a source does not state is said to be not stated.
import { amountText, longDay, named, sentence, told, valueText } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import type { BasisView } from "../view-models.ts";
import type { ChainLink, ValueHere } from "../view-models-answer.ts";
import { basisLinks, clauseLabel, lawQuote } from "./basis.ts";
import { endWords } from "./ends.ts";
import { sourceWords } from "./source.ts";
import { lawLink, lawName, type View } from "./view.ts";

export function reasonChain(view: View, links: readonly ChainLink[]): Html {
  return html`<ol class="chain">${links.map((link) => html`<li${link.kind === "measure" && html` class="measure"`}>${written(view, link)}</li>`)}</ol>`;
}

interface Lines {
  readonly kind: string;
  readonly who: Html | null;
  readonly basis: readonly BasisView[];
  readonly says: Html;
  readonly quote?: string | undefined;
  readonly more: readonly (Html | null)[];
}

function written(view: View, link: ChainLink): Html {
  const lines = linesOf(view, link);
  const more = lines.more.filter((line) => line !== null);
  return html`<p class="kind"><b>${lines.kind}</b>${lines.who !== null && html`<span>${lines.who}</span>`}${lines.basis.length > 0 && basisLinks(view, lines.basis)}</p><p class="says">${lines.says}</p>${lines.quote !== undefined && lawQuote(lines.quote)}${more.length > 0 && html`<p class="more">${joined(more, html`${view.t.space}`)}</p>`}`;
}

function linesOf(view: View, link: ChainLink): Lines {
  switch (link.kind) {
    case "measure":
      return measure(view, link);
    case "clause":
      return clause(view, link);
    case "listing":
      return listing(view, link);
    case "decision":
      return decision(view, link);
    case "criterion":
      return criterion(view, link);
    case "record":
      return record(view, link);
    case "entailed":
      return { kind: view.t.chain.kinds.entailed, who: null, basis: link.basis, says: lawName(view, link.list), more: [told(link.says, view.language), html`${view.t.chain.entailedNote}`] };
    case "status":
      return { kind: view.t.chain.kinds.status, who: null, basis: link.basis, says: told(link.says, view.language), more: [] };
    case "withheld":
      return { kind: view.t.chain.kinds.withheld, who: lawName(view, link.authority), basis: [], says: html`${view.t.chain.withheld}`, more: [html`${view.t.chain.withheldNote}`] };
  }
}

type Of<K extends ChainLink["kind"]> = Extract<ChainLink, { readonly kind: K }>;

function measure(view: View, link: Of<"measure">): Lines {
  const { t, language } = view;
  const effects = link.effects.map((effect) => t.effects[effect]).join(t.comma);
  const figure = link.amount === undefined ? null : amountText(link.amount, language);
  const amount = figure === null ? "" : t.chain.amount(figure);
  return {
    kind: t.chain.kinds.measure,
    who: lawName(view, link.authority),
    basis: link.basis,
    says: link.says === undefined ? lawLink(view, link.measure) : told(link.says, language),
    more: [html`${t.chain.effect(effects, t.force[link.force])}${amount}`, link.from === undefined ? null : t.chain.since(longDay(link.from, language)), link.end === undefined ? null : sentence(endWords(view, link.end), language)],
  };
}

function clause(view: View, link: Of<"clause">): Lines {
  const { t, language } = view;
  return {
    kind: t.chain.kinds.clause,
    who: link.parties === undefined ? null : html`${t.chain.parties(link.parties)}`,
    basis: link.basis,
    says: html`${lawLink(view, link.memorandum)}${link.clauses.map((clause, index) => html`${index === 0 ? t.comma : t.and}${clauseLabel(view, clause)}`)}`,
    quote: link.quote,
    more: [link.since === undefined ? null : t.chain.inForceSince(longDay(link.since, language))],
  };
}

function listing(view: View, link: Of<"listing">): Lines {
  const { t, language } = view;
  return {
    kind: t.chain.kinds.listing[link.holds],
    who: link.owner === undefined ? null : lawName(view, link.owner),
    basis: link.basis,
    says: html`${lawLink(view, link.list)}`,
    more: [
      link.from === undefined ? html`${t.chain.fromNotStated}` : t.chain.effective(longDay(link.from, language)),
      sentence(endWords(view, link.end), language),
      link.grounds === undefined ? (link.holds === "kept" ? null : html`${t.chain.groundsNotStated}`) : html`${t.chain.grounds}${t.space}${told(link.grounds, language)}${t.stop}`,
      link.edition === undefined ? null : t.chain.edition(longDay(link.edition.asOf, language), link.edition.inferred),
      link.source === undefined ? null : html`${sourceWords(view, link.source)}${t.stop}`,
    ],
  };
}

function decision(view: View, link: Of<"decision">): Lines {
  const { t, language } = view;
  const steps = link.noticeOn !== undefined || link.answeredOn !== undefined;
  return {
    kind: t.chain.kinds.decision,
    who: link.by === undefined ? html`${t.chain.deciderNotStated}` : lawName(view, link.by),
    basis: link.basis,
    says: link.says === undefined ? (link.on === undefined ? html`${t.chain.decidedNotStated}` : t.chain.decided(longDay(link.on, language))) : told(link.says, language),
    more: [
      link.says === undefined || link.on === undefined ? null : t.chain.decided(longDay(link.on, language)),
      link.noticeOn === undefined ? null : t.chain.notice(longDay(link.noticeOn, language)),
      link.answeredOn !== undefined ? t.chain.answered(longDay(link.answeredOn, language)) : link.answerUntil !== undefined ? t.chain.silent(longDay(link.answerUntil, language)) : null,
      steps ? null : html`${t.chain.noticeNotStated}`,
    ],
  };
}

function criterion(view: View, link: Of<"criterion">): Lines {
  const { t, language } = view;
  return {
    kind: t.chain.kinds.criterion,
    who: html`${holdsWord(view, link.holds)}`,
    basis: link.basis,
    says: named(link.says, language),
    more: [
      link.expression === undefined ? null : html`<code class="expression">${link.expression}</code>`,
      link.values === undefined || link.values.length === 0 ? null : html`${t.chain.here}${t.colon}${values(view, link.values)}${t.stop}`,
      link.needs === undefined || link.needs.length === 0 ? null : html`${t.chain.needs}${t.space}${link.needs.map((need, index) => html`${index > 0 && t.comma}${named(need, language)}`)}${t.stop}`,
    ],
  };
}

function record(view: View, link: Of<"record">): Lines {
  const { t, language } = view;
  return {
    kind: t.chain.kinds.record,
    who: link.by === undefined ? null : lawName(view, link.by),
    basis: link.basis,
    says: link.says === undefined ? lawName(view, link.type) : told(link.says, language),
    more: [
      link.on === undefined ? null : t.chain.of(longDay(link.on, language)),
      link.values === undefined || link.values.length === 0 ? null : html`${values(view, link.values)}${t.stop}`,
      link.position === undefined ? null : html`${t.chain.position(String(link.position))}`,
      link.source === undefined ? null : html`${sourceWords(view, link.source)}${t.stop}`,
    ],
  };
}

/** Facts of the case in a line: each with its name. */
function values(view: View, list: readonly ValueHere[]): Html {
  return joined(list.map((one) => html`${named(one.names, view.language)}${view.t.space}<span class="fact">${valueText(one.value, view.language)}</span>`), html`${view.t.semicolon}`);
}

function holdsWord(view: View, holds: boolean | "unknown" | "presumed"): string {
  const words = view.t.chain.holds;
  if (holds === true) return words.met;
  return holds === false ? words.notMet : words[holds];
}
