// A desk that is not open to whoever asked: nobody is signed in, somebody of the other side is, or the request came from elsewhere.
import { html, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { viewOf } from "../parts/view.ts";
import type { DeskClosed } from "../view-models-desk.ts";
import type { Frame } from "../view-models.ts";

export function deskClosedPage(frame: Frame, why: DeskClosed): Html {
  const view = viewOf(frame);
  const t = view.t.desk;
  const { head, note } = t.closed[why];
  const body = html`<div class="width narrow"><h1 class="found">${head}</h1><p class="lead">${note}</p><p><a class="button" href="/${view.language}/desk?change=yes">${t.toDoor}</a></p></div>`;
  return page(view, { title: head, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.room }], body });
}
