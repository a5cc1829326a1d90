// What stands in the way of a page of the desks: said with why and what to do.
import { html, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { viewOf } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { DeskWrong } from "../view-models-desk.ts";
import type { Frame } from "../view-models.ts";

export function deskProblemPage(frame: Frame, wrong: DeskWrong): Html {
  const view = viewOf(frame);
  const t = view.t.desk.problem;
  const body = html`<div class="width narrow"><h1 class="found">${t.title}</h1>${wrongBox(view, wrong)}<p><a class="button" href="/${view.language}/desk">${t.back}</a></p></div>`;
  return page(view, { title: t.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk" }, { words: t.title }], body });
}
