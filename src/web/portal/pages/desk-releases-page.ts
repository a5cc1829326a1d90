// The queue of a consumer: what has ended and is to be taken over, by when; several are taken over in one form.
import { isoDay, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { dueWords } from "../parts/case-path.ts";
import { page } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { sign } from "../parts/signs.ts";
import { table } from "../parts/table.ts";
import { lawLink, lawName, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { DeskReleaseRow, DeskReleasesModel } from "../view-models-desk.ts";
import type { Frame } from "../view-models.ts";

export function deskReleasesPage(frame: Frame, model: DeskReleasesModel): Html {
  const view = viewOf(frame);
  const t = view.t.desk.releases;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${t.lead}</p>
${model.taken !== undefined && html`<div class="done" role="status">${sign("clear")}<p>${t.taken(model.taken)}</p></div>`}
${model.wrong.map((wrong) => wrongBox(view, wrong))}
${block("queue", html`${t.title} <span class="figure">${model.rows.length}</span>`, "", model.rows.length === 0 ? absent(t.none, t.noneNote) : queue(view, model.rows))}</div>`;
  return page(view, { title: t.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk/office" }, { words: t.title }], body });
}

function queue(view: View, rows: readonly DeskReleaseRow[]): Html {
  const t = view.t.desk.releases;
  const c = t.columns;
  return html`<form method="post" action="/${view.language}/desk/office/releases">${table("queue-h", [{ title: c.pick, plain: true }, { title: c.by, wide: true }, { title: c.organisations, roomy: true }, { title: c.of, roomy: true }, { title: c.what }, { title: c.day }, { title: c.consumer, wide: true }], rows.map((row) => ({
    cells: [
      html`<label class="tick"><input type="checkbox" name="release" value="${row.value}" aria-label="${t.pick(`${row.organisations.map(({ name }) => name).join(view.t.comma)} ${row.day}`)}"></label>`,
      row.takeOverBy === undefined ? html`<span class="nil">${t.nowhere}</span>` : dueWords(view, { lastDay: row.takeOverBy, provisional: false, passed: row.overdue }),
      html`${row.organisations.map(({ name }, index) => html`${index > 0 && view.t.comma}${spoken(name, view.language)}`)}`, row.of === undefined ? null : lawLink(view, row.of), t.whats[row.what] ?? row.what, isoDay(row.day), lawName(view, row.consumer),
    ],
  })))}<p class="fine">${t.takeAll}</p><button>${t.take}</button></form>`;
}
