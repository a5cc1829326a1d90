// What a credit report says, on a page: the statement first, then what binds with its ways out, the records of the period, the lists, and the
// registration. The words are those of the paper; names lead to the law.
import { byReason, effectWords, endInWords, REPORT_WORDS, sourceWords, statementInWords, type ReportContent } from "../../../service/index.ts";
import { calm, isoDay, named, spoken, valueText } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { absent, block } from "./notices.ts";
import { sign, stateMark } from "./signs.ts";
import { table, under, type TableRow } from "./table.ts";
import { lawLink, type View } from "./view.ts";

type Effect = ReportContent["binding"]["effects"][number];
type Kind = ReportContent["kinds"][number];
type List = ReportContent["lists"][number];

/** Every part of a report. `prefix` keeps the ids of two reports on one page apart. */
export function reportSaid(view: View, content: ReportContent, prefix = ""): Html {
  const t = REPORT_WORDS[view.language];
  return html`${statement(view, content, prefix)}
${block(`${prefix}binds`, t.headings.binds, "", binds(view, content.binding, prefix))}
${block(`${prefix}records`, t.headings.records, "", records(view, content.kinds, prefix))}
${block(`${prefix}lists`, t.headings.lists, "", lists(view, content.lists, prefix))}
${content.organisation.facts.length > 0 && block(`${prefix}registration`, t.headings.registration, "", html`<dl class="pairs">${content.organisation.facts.map(({ what, value }) => html`<div><dt>${t.facts[what]}</dt><dd>${valueText(value[view.language], view.language)}</dd></div>`)}</dl>`)}
<ul class="report-notes fine">${t.says.notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

const SIGNS = { none: "clear", some: "finding", unknown: "undetermined" } as const;

/** Solid where something is on file, thin where nothing is, dashed where it cannot be said. */
export function statement(view: View, content: ReportContent, prefix = ""): Html {
  const { finding } = content.statement;
  const { sentence, reach } = statementInWords(content, view.language);
  return html`<section class="statement is-${finding}" aria-labelledby="${prefix}statement-h"><h2 id="${prefix}statement-h">${sign(SIGNS[finding])}${REPORT_WORDS[view.language].findings[finding]}</h2><p class="lead">${calm(sentence)}</p><p class="fine">${reach}</p></section>`;
}

function binds(view: View, { verdicts, effects, possible, favours, missing }: ReportContent["binding"], prefix: string): Html {
  const t = REPORT_WORDS[view.language];
  return html`<p>${effects.length === 0 && missing.length === 0 && html`${t.says.nothingBinds}${view.t.space}`}${t.says.verdicts(verdicts.bound, verdicts.undetermined, verdicts.clear)}</p>
${byReason(effects).map((group, index) => together(view, group, `${prefix}reason-${index}`))}
${missing.length > 0 && html`<p>${t.says.missing}</p><ul class="told">${missing.map((each) => html`<li>${stateMark(view, "undetermined")} ${spoken(each[view.language], view.language)}</li>`)}</ul>`}
${possible.length > 0 && html`<h3 id="${prefix}possible-h">${t.says.possible(possible.length)}</h3>${effectTable(view, `${prefix}possible-h`, possible)}`}
${favours.length > 0 && html`<h3 id="${prefix}favours-h">${t.says.favours(favours.length)}</h3>${effectTable(view, `${prefix}favours-h`, favours)}`}`;
}

/** What rests on one reason: why and how out before the measures, in type of one size. */
function together(view: View, group: readonly Effect[], id: string): Html {
  const t = REPORT_WORDS[view.language];
  const { language } = view;
  const [first] = group;
  if (first === undefined) return html``;
  const [head, ...more] = first.because;
  return html`<section class="reason" aria-labelledby="${id}"><h3 id="${id}">${head === undefined ? "" : spoken(head[language], language)}</h3>
<dl class="reason-facts">${more.length > 0 && html`<div><dt>${t.says.because}</dt><dd>${lines(view, more)}</dd></div>`}<div><dt>${t.columns.end}</dt><dd>${spoken(endInWords(first.end, first.endWords, language), language)}</dd></div><div><dt>${t.says.wayOut}</dt><dd>${first.exits.length === 0 ? t.says.noWayOut : lines(view, first.exits)}</dd></div></dl>
${effectTable(view, id, group)}</section>`;
}

function lines(view: View, all: readonly { readonly en: string; readonly zh: string }[]): Html {
  return html`<ul class="plain">${all.map((each) => html`<li>${spoken(each[view.language], view.language)}</li>`)}</ul>`;
}

function effectTable(view: View, name: string, effects: readonly Effect[]): Html {
  const t = REPORT_WORDS[view.language];
  const columns = [{ title: t.columns.effect, plain: true }, { title: t.columns.measure, roomy: true }, { title: t.columns.authority, wide: true }, { title: t.columns.acts, wide: true }, { title: t.columns.from }];
  return table(name, columns, effects.map((effect): TableRow => ({
    cells: [effectWords(effect, view.language), lawLink(view, effect.id), named(effect.authority, view.language), joined(effect.acts.map((act) => named(act, view.language)), html`${view.t.semicolon}`), isoDay(effect.from)],
  })));
}

function records(view: View, kinds: readonly Kind[], prefix: string): Html {
  const t = REPORT_WORDS[view.language];
  const known = kinds.filter(({ count }) => count !== null);
  const unknown = kinds.filter(({ count }) => count === null);
  const columns = [{ title: t.columns.kind, plain: true, roomy: true }, { title: t.columns.about }, { title: t.columns.delivered }, { title: t.columns.count, number: true }];
  return html`${known.length === 0 ? absent(t.says.noKinds, "") : table(`${prefix}records-h`, columns, known.map(({ id, about, delivered, count }): TableRow => ({
    cells: [lawLink(view, id), t.about[about] ?? about, delivered === null ? html`<span class="nil">${t.says.nobody}</span>` : html`<span class="unbroken">${isoDay(delivered.first)}${delivered.first !== delivered.last && html` / ${isoDay(delivered.last)}`}</span>`, String(count)],
  })))}
${known.filter((kind) => kind.records.length > 0).map((kind, index) => recordsOf(view, kind, `${prefix}kind-${index}-h`))}
${unknown.length > 0 && notKnown(view, t.says.notDelivered(unknown.length), unknown)}`;
}

function recordsOf(view: View, { id, records: all }: Kind, name: string): Html {
  const t = REPORT_WORDS[view.language];
  return html`<h3 id="${name}">${lawLink(view, id)} <span class="figure">${all.length}</span></h3>${table(name, [{ title: t.columns.decided }, { title: t.columns.value, plain: true }, { title: view.t.onFile.ledger }], all.map(({ decidedOn, actedOn, publishedUntil, disputedSince, values, position }) => ({
    cells: [
      html`${decidedOn === null ? html`<span class="nil">${t.says.noDay}</span>` : isoDay(decidedOn)}${actedOn !== null && under(t.says.acted(actedOn))}${publishedUntil !== null && under(t.says.publishedUntil(publishedUntil))}${disputedSince !== null && under(html`${stateMark(view, "undetermined", t.says.disputed(disputedSince))}`)}`,
      html`<dl class="pairs">${values.map(({ names, value }) => html`<div><dt>${named(names, view.language)}</dt><dd>${valueText(value[view.language], view.language)}</dd></div>`)}</dl>`,
      html`<span class="code">#${position}</span>`,
    ],
  })))}`;
}

function lists(view: View, all: readonly List[], prefix: string): Html {
  const t = REPORT_WORDS[view.language];
  const [on, off, unknown] = [all.filter(({ count }) => (count ?? 0) > 0), all.filter(({ count }) => count === 0), all.filter(({ count }) => count === null)];
  const columns = [{ title: t.columns.list, plain: true, roomy: true }, { title: t.columns.owner, wide: true }, { title: t.columns.from }, { title: t.columns.end, wide: true }, { title: t.columns.source }];
  return html`${on.length === 0 ? absent(t.says.noList, "") : table(`${prefix}lists-h`, columns, on.flatMap((list) => list.listings.map((listing): TableRow => ({
    cells: [
      html`${lawLink(view, list.id)}${!listing.stands && under(t.says.toCome)}${listing.disputedSince !== null && under(stateMark(view, "undetermined", t.says.disputed(listing.disputedSince)))}${listing.hasToGo && under(stateMark(view, "undetermined", t.says.hasToGo))}`,
      named(listing.decidedBy ?? list.owner, view.language), isoDay(listing.from), spoken(endInWords(listing.end, listing.endWords, view.language), view.language), sourceWords(list, t),
    ],
  }))))}
${off.length > 0 && html`<details><summary>${t.says.onNone(off.length)}</summary><ul class="told">${off.map((list) => html`<li>${lawLink(view, list.id)} <span class="fine">${sourceWords(list, t)}</span></li>`)}</ul></details>`}
${unknown.length > 0 && notKnown(view, t.says.listsUnknown(unknown.length), unknown)}`;
}

/** Nobody handed anything in: drawn as what is not known, never as none. */
function notKnown(view: View, head: string, all: readonly { readonly id: string }[]): Html {
  return html`<details class="not-known"><summary>${sign("undetermined")}${head}</summary><ul class="told">${all.map(({ id }) => html`<li>${lawLink(view, id)}</li>`)}</ul></details>`;
}
