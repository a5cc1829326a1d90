// One batch on file: its counts, the rows that wait, the rows that were refused, and the form that takes it back.
import { pageAddress } from "../addresses.ts";
import { isoDay } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { countsOf, heldRows } from "../parts/batches.ts";
import { fields } from "../parts/desk-fields.ts";
import { page } from "../parts/document.ts";
import { absent, block, notice } from "../parts/notices.ts";
import { sign } from "../parts/signs.ts";
import { table } from "../parts/table.ts";
import { lawWords, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { Frame } from "../view-models.ts";
import type { BatchModel } from "../view-models-handin.ts";

export function deskBatchPage(frame: Frame, model: BatchModel): Html {
  const view = viewOf(frame);
  const { row } = model;
  const { handin: t, desk, frame: words } = view.t;
  const title = t.batch.title(lawWords(view, row.template));
  const body = html`<div class="width"><h1 class="found">${title}</h1><p><span class="code">${row.batch}</span>${view.t.comma}${t.batch.day}${view.t.space}${isoDay(row.day)}${row.asOf !== undefined && html`${view.t.comma}${t.done.asOfWord}${view.t.space}${isoDay(row.asOf)}${row.inferred && html` (${t.done.inferred})`}`}</p>
${model.done !== undefined && html`<div class="done" role="status">${sign("clear")}<p>${model.done === "settled" ? t.batch.settled : t.batch.taken}</p></div>`}
${model.wrong !== undefined && wrongBox(view, model.wrong)}
${row.withdrawn !== undefined && notice(t.batch.withdrawn(row.withdrawn), "")}
${countsOf(view, row.counts)}
${block("held", html`${t.held} <span class="figure">${model.held.length}</span>`, model.held.length === 0 ? "" : t.heldNote, model.held.length === 0 ? absent(t.batch.noHeld, "") : heldRows(view, model.held, model.typed))}
${model.refused.length > 0 && block("refused", html`${t.batch.refusedRows} <span class="figure">${model.refused.length}</span>`, t.batch.refusedNote, refused(view, model))}
${row.withdrawn === undefined && block("take-back", t.batch.take, "", takeBack(view, model))}
<p class="onward"><a href="${pageAddress(frame, "/desk/office/hand-in")}">${t.batch.back}</a></p></div>`;
  return page(view, { title, room: "desk", trail: [{ words: words.register, path: "/" }, { words: desk.room, path: "/desk/office" }, { words: t.title, path: "/desk/office/hand-in" }, { words: title }], body });
}

/** Why, in the words of findings where the page has them for the code, else by the code. */
function refused(view: View, { refused: rows }: BatchModel): Html {
  const t = view.t.handin;
  const why = (code: string): Html => {
    const said = view.t.desk.finding({ code, at: "", facts: {} });
    return said === undefined || said.message.includes("``") ? html`<code>${code}</code>` : html`${said.message} <code>${code}</code>`;
  };
  return table("refused-h", [{ title: t.rowWord, number: true }, { title: t.batch.codes, roomy: true }], rows.map((row) => ({ cells: [String(row.row), joined(row.codes.map(why), html`<br>`)] })));
}

function takeBack(view: View, { row, typed }: BatchModel): Html {
  const t = view.t.handin.batch;
  return html`<form class="step-form" method="post" action="/${view.language}/desk/office/batches/${row.batch}"><p class="fine">${t.takeNote}</p>${fields(view, "take-back", [{ name: "reason", label: t.reason, kind: "long", required: true }], { reason: [typed.row === "" ? typed.reason : ""] })}<button class="second" name="action" value="withdraw">${t.takeButton}</button></form>`;
}
