// Law: everything the rulebook holds, by kind.
import { isoDay, named } from "../format.ts";
import { html, type Html } from "../html.ts";
import { confidenceMark } from "../parts/basis.ts";
import { clockBar } from "../parts/clocks.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { regimes } from "../parts/strips.ts";
import { table } from "../parts/table.ts";
import { lawAddress, viewOf, type View } from "../parts/view.ts";
import type { Frame, LawIndexModel, LawIndexRow } from "../view-models.ts";

export function lawPage(frame: Frame, model: LawIndexModel): Html {
  const view = viewOf(frame);
  const { t } = view;
  const total = model.groups.reduce((sum, group) => sum + group.entries.length, 0);
  const body = html`<div class="width">${pageHead(html`${t.frame.rooms.law}`, null, [[t.law.entries, html`${total}`]])}${clockBar(view)}</div>
${onThisPage(view, [...model.groups.map((group) => [`kind-${group.kind}`, t.kinds[group.kind]] as const), model.people.length === 0 ? null : ["people", t.law.people]])}
<div class="width">
${model.regimes.length > 0 && block("laws", t.home.regimes, t.home.regimesNote, regimes(view, model.regimes))}
${model.groups.map((group) => block(`kind-${group.kind}`, html`${t.kinds[group.kind]} <span class="figure">${group.entries.length}</span>`, "", entries(view, `kind-${group.kind}-h`, group.entries)))}
${model.people.length > 0 && block("people", t.law.people, "", html`${absent(t.law.peopleHead, t.law.peopleNote)}${entries(view, "people-h", model.people)}`)}</div>`;
  return page(view, { title: t.frame.rooms.law, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law }], body, json: "/v1/law", command: `./probity law show${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`, citation: t.frame.rooms.law });
}

function entries(view: View, name: string, rows: readonly LawIndexRow[]): Html {
  const t = view.t.law;
  const columns = [{ title: t.name, plain: true }, { title: t.id }, { title: t.from }, { title: t.until }, { title: t.sureness }];
  return table(name, columns, rows.map((row) => ({
    cells: [html`<a href="${lawAddress(view, row.id)}">${named(row.names, view.language)}</a>`, html`<code>${row.id}</code>`, row.from === undefined ? null : isoDay(row.from), row.until === undefined ? null : isoDay(row.until), row.confidence === "high" ? html`${t.confidence.high}` : confidenceMark(view, row.confidence)],
  })));
}
