// Wrong: what was not done, why, and what to do instead. The law's reason leads to its page: a step of a procedure, an entry, or a rule of
// this register's own.
import { heard, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { Saying } from "../saying.ts";
import type { DeskWrong, DeskWhy } from "../view-models-desk.ts";
import { articleLinks } from "./basis.ts";
import { findings } from "./notices.ts";
import { sign } from "./signs.ts";
import { lawAddress, lawName, type View } from "./view.ts";

/** Said at once to whoever reads with a screen reader. */
export function wrongBox(view: View, wrong: DeskWrong): Html {
  const own = view.t.desk.said(wrong, sayingOf(view));
  const cited = wrong.citation ?? (own === undefined ? undefined : wrong.refusal?.citation);
  const words = own === undefined ? { message: inWords(view, withoutCitation(wrong)), remedy: wrong.remedy } : { message: own.message, remedy: `${own.possible}${own.remedy}` };
  return html`<div class="wrong" role="alert">${sign("error")}<div><p><b>${heard(words.message, view.language)}</b></p><p>${heard(words.remedy, view.language)}</p>${own !== undefined && wrong.findings !== undefined && wrong.findings.length > 0 && findings(view, wrong.findings)}${cited !== undefined && html`<p class="fine">${citation(view, cited, wrong.articles)}</p>`}</div></div>`;
}

/** The commands a message names, in the words of the page's buttons. */
function inWords(view: View, message: string): string {
  const words = view.language === "en" ? view.t.desk.case.actions : {};
  return message.replaceAll(/`([A-Z]\w+)`/g, (whole, name: string) => (words[name] === undefined ? whole : `“${words[name]}”`));
}

/** Why a step cannot be taken, in the reader's language or as the register says it; what can be done stands on the page already. */
export function whyNot(view: View, why: DeskWhy): Html {
  return heard(view.t.desk.said(why, sayingOf(view))?.message ?? withoutPossible(why.message, why.citation), view.language);
}

function withoutPossible(message: string, cited: string): string {
  return message.replace(` (${cited})`, "").replace(/[:;] (?:possible now: .*|nothing more can be done in this case)$/, "");
}

/** The message of a refusal ends with its citation in brackets; it stands beside it as a link. */
function withoutCitation({ message, citation: cited }: DeskWrong): string {
  const end = cited === undefined ? "" : ` (${cited})`;
  return end !== "" && message.endsWith(end) ? message.slice(0, -end.length) : message;
}

/** What a refusal rests on, and the articles of the law behind that. */
export function citation(view: View, cited: string, articles: NonNullable<DeskWrong["articles"]> = []): Html {
  return html`${cite(view, cited)}${articles.length > 0 && html` ${articleLinks(view, articles)}`}`;
}

/** `cn:procedure#notice` leads to the procedure; what is no entry of the law stands as it is. */
function cite(view: View, cited: string): Html {
  const [id = "", step] = cited.split("#");
  if (view.frame.law[id] === undefined) return html`<code>${cited}</code>`;
  return html`<span class="basis"><a href="${lawAddress(view, id)}">${lawName(view, id)}</a>${step !== undefined && html` <code>${step}</code>`}</span>`;
}

/** The names and words of a page for sentences. A name that is not there in the reader's language stands as code. */
export function sayingOf({ frame, language, t }: View): Saying {
  const own = (names: { readonly en: string; readonly zh?: string }): string | undefined => (language === "zh" && names.zh === undefined ? undefined : wordsOf(names, language));
  const quoted = (names: { readonly en: string; readonly zh?: string } | undefined, id: string): string => {
    const words = names === undefined ? undefined : own(names);
    return words === undefined ? `\`${id}\`` : `“${words}”`;
  };
  const units: Readonly<Record<string, (n: number) => string>> = t.units;
  return {
    law: (id) => quoted(frame.law[id]?.names, id), names: (names) => quoted(names, names.en.replaceAll("`", "")), post: (id) => quoted(frame.posts?.[id], id), action: (command) => `“${t.desk.case.actions[command] ?? command}”`,
    outcome: (outcome) => t.desk.outcomes[outcome] ?? `\`${outcome}\``, act: (act) => wordIn(t.exitActs, act), effect: (effect) => wordIn(t.effects, effect), purpose: (purpose) => t.desk.purposes[purpose] ?? `\`${purpose}\``,
    stated: (word) => t.words["states"]?.[word] ?? `\`${word}\``, time: (count, unit) => units[unit]?.(count) ?? `${count} \`${unit}\``,
  };
}

function wordIn(words: Readonly<Record<string, string>>, word: string): string {
  return words[word] ?? `\`${word}\``;
}
