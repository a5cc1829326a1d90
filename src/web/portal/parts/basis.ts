// Basis: the `§` at the end of a claim, leading to the law as of the law's clock; and how sure we are of it.
import { pageAddress, lawPath } from "../addresses.ts";
import { articleText } from "../../../service/index.ts";
import { languageOf, LOCALES } from "../format.ts";
import { html, joined, raw, type Html } from "../html.ts";
import type { BasisView, Confidence } from "../view-models.ts";
import { badge } from "./signs.ts";
import { lawWords, type View } from "./view.ts";

export function basisLinks(view: View, basis: readonly BasisView[]): Html {
  return joined(basis.map((one) => basisLink(view, one)), raw` `);
}

function basisLink(view: View, basis: BasisView): Html {
  return html`<span class="basis">${articleLink(view, basis)}${confidenceMark(view, basis.confidence)}</span>`;
}

/** Articles of the law by themselves, where nothing is said of how sure we are. */
export function articleLinks(view: View, articles: readonly Pick<BasisView, "instrument" | "article">[]): Html {
  return joined(articles.map((one) => html`<span class="basis">${articleLink(view, one)}</span>`), raw` `);
}

function articleLink(view: View, { instrument, article }: Pick<BasisView, "instrument" | "article">): Html {
  return html`<a href="${pageAddress(view.frame, lawPath(instrument))}">${lawWords(view, instrument)}${article !== undefined && articleText(article, view.language)}</a>`;
}

/** A clause named as such: `§ clause 9`. */
export function clauseLink(view: View, measure: string, clause: string | undefined): Html {
  const words = clause === undefined ? view.t.law.rule : clauseLabel(view, clause);
  return html`<span class="basis"><a href="${pageAddress(view.frame, lawPath(measure))}">${words}</a></span>`;
}

/** A clause by its number in the law; a label of our own, where the source numbers nothing, is set as one. */
export function clauseLabel(view: View, clause: string): Html {
  return /^\d/.test(clause) ? html`${view.t.law.clause(clause)}` : html`<code>${clause}</code>`;
}

/** Nothing where we are sure; otherwise the diamond or the dashes, with the word. */
export function confidenceMark(view: View, confidence: Confidence): Html | null {
  if (confidence === "high") return null;
  return html` ${badge(view, confidence === "low" ? "undetermined" : "provisional", view.t.law.confidence[confidence])}`;
}

/** The law's own words, the only ones set in serif. */
export function lawQuote(text: string): Html {
  return html`<q class="law" lang="${LOCALES[languageOf(text) ?? "en"]}">${text}</q>`;
}

/** Each basis with its quotation, one a line. */
export function basisList(view: View, basis: readonly BasisView[]): Html {
  return html`<ul class="bases">${basis.map((one) => html`<li>${basisLink(view, one)}${one.quote !== undefined && lawQuote(one.quote)}</li>`)}</ul>`;
}
