// Wrong: what was not done, why, and what to do instead. The law's reason leads to its page: a step of a procedure, an entry, or a rule of
// this register's own.
import { heard } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { DeskWrong } from "../view-models-desk.ts";
import { sign } from "./signs.ts";
import { lawAddress, lawName, type View } from "./view.ts";

/** Said at once to whoever reads with a screen reader. */
export function wrongBox(view: View, wrong: DeskWrong): Html {
  return html`<div class="wrong" role="alert">${sign("error")}<div>${said(view, wrong.code, inWords(view, withoutCitation(wrong)))}<p>${heard(wrong.remedy, view.language)}</p>${wrong.citation !== undefined && html`<p class="fine">${citation(view, wrong.citation)}</p>`}</div></div>`;
}

/** First in the reader's language where the page has words for it, then as the register says it. */
function said(view: View, code: string, message: string): Html {
  const own = view.t.desk.refusals[code];
  return own === undefined ? html`<p><b>${heard(message, view.language)}</b></p>` : html`<p><b>${own}</b></p><p class="fine">${heard(message, view.language)}</p>`;
}

/** The commands a message names, in the words of the page's buttons. */
function inWords(view: View, message: string): string {
  const words = view.language === "en" ? view.t.desk.case.actions : {};
  return message.replaceAll(/`([A-Z]\w+)`/g, (whole, name: string) => (words[name] === undefined ? whole : `“${words[name]}”`));
}

/** Why a step cannot be taken, in the reader's language or as the register says it. */
export function whyNot(view: View, { code, message, citation: cited }: { readonly code: string; readonly message: string; readonly citation: string }): Html {
  const own = view.t.desk.refusals[code];
  const words = heard(withoutPossible(message, cited), view.language);
  return own === undefined ? words : html`${own} <span class="fine">${words}</span>`;
}

/** Without what can be done: that stands on the page already. */
function withoutPossible(message: string, cited: string): string {
  return message.replace(` (${cited})`, "").replace(/[:;] (?:possible now: .*|nothing more can be done in this case)$/, "");
}

/** The message of a refusal ends with its citation in brackets; it stands beside it as a link. */
function withoutCitation({ message, citation: cited }: DeskWrong): string {
  const end = cited === undefined ? "" : ` (${cited})`;
  return end !== "" && message.endsWith(end) ? message.slice(0, -end.length) : message;
}

/** `cn:procedure#notice` leads to the procedure; what is no entry of the law stands as it is. */
export function citation(view: View, cited: string): Html {
  const [id = "", step] = cited.split("#");
  if (view.frame.law[id] === undefined) return html`<code>${cited}</code>`;
  return html`<span class="basis"><a href="${lawAddress(view, id)}">${lawName(view, id)}</a>${step !== undefined && html` <code>${step}</code>`}</span>`;
}
