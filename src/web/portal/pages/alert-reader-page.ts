// The page of whoever reads an alert's letters: which list it is, whether it is told, and the two buttons that settle it. Reading it changes
// nothing, so that no program that follows links in mail says yes or no for anybody.
import { sentence } from "../format.ts";
import { html, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { badge } from "../parts/signs.ts";
import { viewOf } from "../parts/view.ts";
import type { AlertReaderModel } from "../view-models-alerts.ts";
import type { Frame } from "../view-models.ts";

const STATES = { unconfirmed: "provisional", on: "clear", stopped: "undetermined" } as const;

export function alertReaderPage({ clocks: _now, ...frame }: Frame, { code, label, target, state, pace }: AlertReaderModel): Html {
  const view = viewOf(frame);
  const { alerts: all } = view.t;
  const t = all.reader;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${sentence(t.lead(t.list(label), target), view.language)}</p>
<p>${badge(view, STATES[state], all.states[state])} ${t.states[state]}${view.t.space}<span class="fine">${all.paces[pace]}</span></p>
<form method="post" action="/${view.language}/watch-alerts/${code}" class="alert-can">${state !== "on" && html`<button name="do" value="yes">${t.yes}</button>`}${state !== "stopped" && html`<button class="second" name="do" value="no">${t.no}</button>`}</form></div>`;
  return page(view, { title: t.title, room: "search", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.title }], body });
}
