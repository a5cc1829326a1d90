// List: its charter in words and in the law's expressions, its editions, and who stands on it.
import { lawPath, organisationPath, pageAddress } from "../addresses.ts";
import { count, isoDay, named, spoken, told, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { basisList, confidenceMark } from "../parts/basis.ts";
import { endRule, exitRules, span, versions } from "../parts/charter.ts";
import { clockBar } from "../parts/clocks.ts";
import { criteria } from "../parts/criteria.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { endCell } from "../parts/ends.ts";
import { colourMark } from "../parts/lists-table.ts";
import { listCascade } from "../parts/list-cascade.ts";
import { feedLinks, feedsInHead, type Followed } from "../parts/feed-links.ts";
import { lintBlock } from "../parts/lint-here.ts";
import { absent, block } from "../parts/notices.ts";
import { overTime } from "../parts/over-time.ts";
import { pager } from "../parts/pager.ts";
import { badge, stateMark } from "../parts/signs.ts";
import { sheetTable, type Sheet } from "../parts/sheet.ts";
import { TAKEN_ROWS_MAX } from "../take-along.ts";
import { rowCell } from "../parts/source.ts";
import { table } from "../parts/table.ts";
import { lawLink, lawName, viewOf, type View } from "../parts/view.ts";
import type { EditionView, Frame } from "../view-models.ts";
import type { ListModel } from "../view-models-list.ts";
import { authorityLink } from "./law-shelf-page.ts";

export function listPage(frame: Frame, model: ListModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const followed: Followed | undefined = model.people === true || model.draft === true ? undefined : { path: lawPath(model.list, "list"), title: t.feeds.of.list(wordsOf(model.names, language)) };
  const body = html`<div class="width">${head(view, model)}${clockBar(view, model.presets)}</div>
${onThisPage(view, [["charter", t.list.links.charter], ["on-it", t.list.links.onIt], model.overTime === undefined ? null : ["over-time", t.statistics.overTime], model.editions.length === 0 ? null : ["editions", t.list.links.editions], ["sets-off", t.list.links.setsOff], ["lint", t.pages.lint.here]])}
<div class="width">${warnings(view, model)}${model.note !== undefined && html`<p class="lead">${named(model.note, language)}</p>`}
${charter(view, model)}
${block("on-it", model.open && model.entailed === undefined ? t.list.onIt(model.total) : t.list.whoIsOnIt, "", model.listings.length === 0 ? nobody(view, model) : html`${sheetTable(view, listedSheet(view, model))}${model.total > TAKEN_ROWS_MAX && html`<p class="fine">${t.feeds.takenMax(count(TAKEN_ROWS_MAX, language))}</p>`}${pager(view, { first: model.first, shown: model.listings.length, total: model.total, previous: model.previous, next: model.next })}`)}
${model.overTime !== undefined && overTime(view, model.list, model.overTime)}
${model.editions.length > 0 && block("editions", t.list.editions, t.list.editionsNote, editions(view, model.editions))}
${block("sets-off", t.pages.cascade.title, t.pages.cascade.note, setsOff(view, model))}
${lintBlock(view, model.lint, model.list)}
${followed !== undefined && feedLinks(view, followed)}
</div>`;
  return page(view, { title: wordsOf(model.names, language), room: "lists", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.lists, path: "/lists" }, { words: wordsOf(model.names, language) }], body, json: model.people === true || model.draft === true ? `/v1/law/${model.list}` : `/v1/listings?list=${encodeURIComponent(model.list)}`, command: `./probity law show ${model.list}${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`, citation: wordsOf(model.names, language), ...(followed === undefined ? {} : { feeds: feedsInHead(frame, followed) }) });
}

/** What must be known of it before all else. */
function warnings(view: View, model: ListModel): Html | false {
  const { t } = view;
  const notes = [
    ...(model.draft === true ? [absent(t.pages.draftHead, t.pages.draftNote)] : []), ...(model.people === true ? [absent(t.pages.charter.peopleHead, t.pages.charter.peopleNote)] : []),
    ...(model.inForce || model.draft === true ? [] : [absent(t.law.notInForce, t.law.notInForceNote)]),
  ];
  return notes.length > 0 && html`<div class="aside-notes">${notes}</div>`;
}

function setsOff(view: View, model: ListModel): Html {
  const { t } = view;
  if (model.cascade !== undefined && (model.cascade.measures.length > 0 || model.cascade.lists.length > 1)) return listCascade(view, model.cascade, "sets-off-h");
  return model.setsOff.length === 0 ? absent(t.list.setsOffNothing, t.list.setsOffNothingNote) : html`<ul class="plain">${model.setsOff.map((id) => html`<li>${lawLink(view, id)}</li>`)}</ul>`;
}

/** Why there is nobody to show: the law keeps it back, the law itself lists, nothing was handed in, or there is nobody. */
function nobody(view: View, model: ListModel): Html {
  const t = view.t.list;
  if (model.people === true) return absent(view.t.pages.charter.peopleHead, view.t.pages.charter.peopleNote);
  if (!model.open) return absent(t.notOpen, t.notOpenNote);
  if (model.entailed !== undefined) return absent(t.byLaw, t.byLawNote);
  return absent(t.nobody, model.holds === "reported" ? t.nobodyReported : t.nobodyKept);
}

function head(view: View, model: ListModel): Html {
  const { t, language } = view;
  const otherName = language === "zh" ? model.names.en : model.names.zh;
  return pageHead(named(model.names, language), otherName === undefined || otherName === wordsOf(model.names, language) ? null : spoken(otherName, language), [
    [t.lists.colour, colourMark(view, model.colour)],
    [t.lists.owner, authorityLink(view, model.owner)],
    [t.lists.held, html`${model.entailed === undefined ? t.lists.holds[model.holds] : t.lists.entailed}`],
    [t.law.inForce, span(view, model)],
    model.today === undefined ? null : [t.lists.today, html`<a href="#on-it">${count(model.today, language)}</a>`],
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
<h3>${t.pages.charter.forbiddenBy}</h3>${model.forbiddenBy.length === 0 ? html`<p class="nil">${t.pages.charter.notForbidden}</p>` : basisList(view, model.forbiddenBy)}
<h3>${t.list.basis}</h3>${basisList(view, model.basis)}`)}
${block("leaving", t.list.leaving, "", html`<h3>${t.list.end}</h3>${versions(view, model.ends, (value) => endRule(view, value))}
<h3>${t.list.exits}</h3>${versions(view, model.exits, (value) => exitRules(view, value))}
${model.waysOut !== undefined && html`<h3>${t.pages.charter.waysOut}</h3>${model.waysOut.leads ? null : html`<p>${stateMark(view, "undetermined", t.pages.charter.deadEnd)}</p>`}<ul class="told">${model.waysOut.words.map((words) => html`<li>${told(words, view.language)}</li>`)}</ul>`}
<h3>${t.pages.charter.repairs}</h3>${repairs(view, model)}
<dl class="fields">${scope(view, model).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`)}
</div>`;
}

function repairs(view: View, model: ListModel): Html {
  const { t, language } = view;
  const words = t.pages.charter;
  if (model.repairs.length === 0) return html`<p class="nil">${words.noRepairs}</p>`;
  const months = (n: number | undefined): string | null => (n === undefined ? null : t.units.months(n));
  return html`<ul class="items">${model.repairs.map((repair) => html`<li><p>${lawLink(view, repair.repair)}${!repair.inForce && html` ${badge(view, "open", repair.from !== undefined && repair.from > model.lint.on ? t.pages.standing.notYet : t.pages.standing.ended)}`} <span class="fine">${span(view, repair)}${repair.decideWithin !== undefined && html`${t.semicolon}${t.exits.within(t.units[repair.decideWithin.unit](repair.decideWithin.count))}`}</span></p><ul class="plain">${repair.tiers.map((tier) => html`<li>${named(tier.names, language)}${t.colon}${words.tier(months(tier.minimumMonths), months(tier.maximumMonths), tier.endsByItself)}</li>`)}</ul></li>`)}</ul>
${model.readings.length > 0 && html`<p class="fine">${words.readings}${t.colon}${model.readings.map((id, index) => html`${index > 0 && t.comma}${lawLink(view, id)}`)}</p>`}`;
}

function scope(view: View, model: ListModel): readonly (readonly [string, Html])[] {
  const t = view.t.list;
  return [
    [view.t.pages.charter.subjects, html`${model.subjects.map((subject) => view.t.pages.charter.subjectWords[subject] ?? subject).join(view.t.comma)}`],
    ...(model.domain === undefined ? [] : [[view.t.pages.charter.domain, named(model.domain, view.language)] as const]),
    [t.publication, html`${model.published ? t.isPublished : t.isNotPublished}`],
    [t.where, html`${model.regions.length === 0 ? t.everywhere : model.regions.map((names) => wordsOf(names, view.language)).join(view.t.comma)}`],
    [t.sectors, html`${model.sectors.length === 0 ? t.everySector : model.sectors.map((names) => wordsOf(names, view.language)).join(view.t.comma)}`],
    [t.succession, html`${t.successions[model.succession]}`],
    ...(model.procedure === undefined ? [] : [[t.procedure, lawLink(view, model.procedure)] as const]),
    ...(model.freshForDays === undefined ? [] : [[t.fresh, html`${t.freshFor(model.freshForDays)}`] as const]),
  ];
}

export function listedSheet(view: View, model: ListModel): Sheet {
  const rows = model.listings;
  const { t, language, frame } = view;
  const columns = [{ key: "name", title: t.search.columns.organisation, plain: true }, { key: "from", title: t.onFile.from }, { key: "until", title: t.onFile.freeOn }, { title: t.onFile.grounds }, { key: "by", title: t.onFile.originator }, { key: "decided", title: t.list.decided }, { title: t.onFile.source }];
  return { name: "on-it", columns, stretch: true, ids: t.organisation.file, rows: rows.map((row) => ({
    of: row.file,
    cells: [
      html`<a class="name" href="${pageAddress(frame, organisationPath(row.file))}">${spoken(row.name, language)}</a>`,
      row.from === undefined ? html`<span class="nil">${t.ends.notStated}</span>` : isoDay(row.from),
      endCell(view, row.end),
      row.grounds !== undefined ? spoken(row.grounds, language) : model.grounds ? html`<span class="nil">${t.ends.notStated}</span>` : null,
      row.originator === undefined ? null : lawName(view, row.originator),
      row.decidedOn === undefined ? null : isoDay(row.decidedOn),
      row.source === undefined ? null : rowCell(view, row.source),
    ],
  })) };
}

function editions(view: View, rows: readonly EditionView[]): Html {
  const { t, language } = view;
  const number = (value: number | undefined): string => (value === undefined ? "" : count(value, language));
  const columns = [{ title: t.editions.asOf }, { title: t.editions.rows, number: true }, { title: t.editions.added, number: true }, { title: t.editions.gone, number: true }, { title: t.onFile.ledger }, { title: t.editions.id }];
  return table("editions-h", columns, rows.map((row) => ({ cells: [html`${isoDay(row.asOf)}${row.inferred && html` ${badge(view, "provisional", t.lists.inferred)}`}`, number(row.rows), number(row.added), number(row.gone), row.position === undefined ? null : html`<span class="code">#${row.position}</span>`, html`<code>${row.edition}</code>`] })));
}
