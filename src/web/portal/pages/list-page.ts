// List: its charter in words and in the law's expressions, its editions, and who stands on it.
import { organisationPath, pageAddress } from "../addresses.ts";
import { count, isoDay, named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { basisList, confidenceMark } from "../parts/basis.ts";
import { endRule, exitRules, span, versions } from "../parts/charter.ts";
import { clockBar } from "../parts/clocks.ts";
import { criteria } from "../parts/criteria.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { endCell } from "../parts/ends.ts";
import { colourMark } from "../parts/lists-table.ts";
import { absent, block } from "../parts/notices.ts";
import { pager } from "../parts/pager.ts";
import { badge } from "../parts/signs.ts";
import { rowCell } from "../parts/source.ts";
import { table } from "../parts/table.ts";
import { lawLink, lawName, viewOf, type View } from "../parts/view.ts";
import type { EditionView, Frame, ListModel } from "../view-models.ts";

export function listPage(frame: Frame, model: ListModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const body = html`<div class="width">${head(view, model)}${clockBar(view, model.presets)}</div>
${onThisPage(view, [["charter", t.list.links.charter], ["on-it", t.list.links.onIt], model.editions.length === 0 ? null : ["editions", t.list.links.editions], ["sets-off", t.list.links.setsOff]])}
<div class="width">${!model.inForce && html`<div class="aside-notes">${absent(t.law.notInForce, t.law.notInForceNote)}</div>`}${model.note !== undefined && html`<p class="lead">${named(model.note, language)}</p>`}
${charter(view, model)}
${block("on-it", model.open && model.entailed === undefined ? t.list.onIt(model.total) : t.list.whoIsOnIt, "", model.listings.length === 0 ? nobody(view, model) : html`${listed(view, model)}${pager(view, { first: model.first, shown: model.listings.length, total: model.total, previous: model.previous, next: model.next })}`)}
${model.editions.length > 0 && block("editions", t.list.editions, t.list.editionsNote, editions(view, model.editions))}
${block("sets-off", t.list.setsOff, "", model.setsOff.length === 0 ? absent(t.list.setsOffNothing, t.list.setsOffNothingNote) : html`<ul class="plain">${model.setsOff.map((id) => html`<li>${lawLink(view, id)}</li>`)}</ul>`)}
</div>`;
  return page(view, { title: wordsOf(model.names, language), room: "lists", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.lists, path: "/lists" }, { words: wordsOf(model.names, language) }], body, json: `/v1/listings?list=${encodeURIComponent(model.list)}`, command: `./probity law show ${model.list}${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`, citation: wordsOf(model.names, language) });
}

/** Why there is nobody to show: the law keeps it back, the law itself lists, nothing was handed in, or there is nobody. */
function nobody(view: View, model: ListModel): Html {
  const t = view.t.list;
  if (!model.open) return absent(t.notOpen, t.notOpenNote);
  if (model.entailed !== undefined) return absent(t.byLaw, t.byLawNote);
  return absent(t.nobody, model.holds === "reported" ? t.nobodyReported : t.nobodyKept);
}

function head(view: View, model: ListModel): Html {
  const { t, language } = view;
  const otherName = language === "zh" ? model.names.en : model.names.zh;
  return pageHead(named(model.names, language), otherName === undefined || otherName === wordsOf(model.names, language) ? null : spoken(otherName, language), [
    [t.lists.colour, colourMark(view, model.colour)],
    [t.lists.owner, lawLink(view, model.owner)],
    [t.lists.held, html`${model.entailed === undefined ? t.lists.holds[model.holds] : t.lists.entailed}`],
    [t.law.inForce, span(view, model)],
    model.today === undefined ? null : [t.lists.today, html`${count(model.today, language)}`],
    model.edition === undefined ? null : [t.lists.edition, html`${isoDay(model.edition.asOf)}${model.edition.inferred && html` ${badge(view, "provisional", t.lists.inferred)}`}${model.stale === true && html` ${badge(view, "undetermined", t.lists.stale)}`}`],
    model.confidence === "high" ? null : [t.law.sureness, html`${confidenceMark(view, model.confidence)}`],
  ]);
}

function charter(view: View, model: ListModel): Html {
  const { t } = view;
  return html`<div class="pair" id="charter">
${block("criteria", t.list.criteria, t.list.criteriaNote, html`${model.criteria.length === 0 ? model.entailed === undefined && absent(t.list.noCriteria, t.list.noCriteriaNote) : versions(view, model.criteria, (value) => (value.length === 0 ? html`<p class="nil">${t.list.noCriteria}</p>` : criteria(view, value)))}
${model.entailed !== undefined && html`<h3>${t.list.entailed}</h3>${criteria(view, [model.entailed])}`}
${model.lostWhen !== undefined && html`<h3>${t.list.lostWhen}</h3>${criteria(view, [model.lostWhen])}`}
<h3>${t.list.basis}</h3>${basisList(view, model.basis)}`)}
${block("leaving", t.list.leaving, "", html`<h3>${t.list.end}</h3>${versions(view, model.ends, (value) => endRule(view, value))}
<h3>${t.list.exits}</h3>${versions(view, model.exits, (value) => exitRules(view, value))}
<dl class="fields">${scope(view, model).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`)}
</div>`;
}

function scope(view: View, model: ListModel): readonly (readonly [string, Html])[] {
  const t = view.t.list;
  return [
    [t.publication, html`${model.published ? t.isPublished : t.isNotPublished}`],
    [t.where, html`${model.regions.length === 0 ? t.everywhere : model.regions.map((names) => wordsOf(names, view.language)).join(view.t.comma)}`],
    [t.sectors, html`${model.sectors.length === 0 ? t.everySector : model.sectors.map((names) => wordsOf(names, view.language)).join(view.t.comma)}`],
    [t.succession, html`${t.successions[model.succession]}`],
    ...(model.procedure === undefined ? [] : [[t.procedure, lawLink(view, model.procedure)] as const]),
    ...(model.freshForDays === undefined ? [] : [[t.fresh, html`${t.freshFor(model.freshForDays)}`] as const]),
  ];
}

function listed(view: View, model: ListModel): Html {
  const rows = model.listings;
  const { t, language, frame } = view;
  const columns = [{ title: t.search.columns.organisation, plain: true }, { title: t.onFile.from }, { title: t.onFile.freeOn }, { title: t.onFile.grounds }, { title: t.onFile.originator }, { title: t.list.decided }, { title: t.onFile.source }];
  return table("on-it-h", columns, rows.map((row) => ({
    cells: [
      html`<a class="name" href="${pageAddress(frame, organisationPath(row.file))}">${spoken(row.name, language)}</a>`,
      row.from === undefined ? html`<span class="nil">${t.ends.notStated}</span>` : isoDay(row.from),
      endCell(view, row.end),
      row.grounds !== undefined ? spoken(row.grounds, language) : model.grounds ? html`<span class="nil">${t.ends.notStated}</span>` : null,
      row.originator === undefined ? null : lawName(view, row.originator),
      row.decidedOn === undefined ? null : isoDay(row.decidedOn),
      row.source === undefined ? null : rowCell(view, row.source),
    ],
  })));
}

function editions(view: View, rows: readonly EditionView[]): Html {
  const { t, language } = view;
  const number = (value: number | undefined): string => (value === undefined ? "" : count(value, language));
  const columns = [{ title: t.editions.asOf }, { title: t.editions.rows, number: true }, { title: t.editions.added, number: true }, { title: t.editions.gone, number: true }, { title: t.onFile.ledger }, { title: t.editions.id }];
  return table("editions-h", columns, rows.map((row) => ({ cells: [html`${isoDay(row.asOf)}${row.inferred && html` ${badge(view, "provisional", t.lists.inferred)}`}`, number(row.rows), number(row.added), number(row.gone), row.position === undefined ? null : html`<span class="code">#${row.position}</span>`, html`<code>${row.edition}</code>`] })));
}
