// Exits: every way out, sorted by its earliest day, closed ones last with why.
import { exitDay, longDay, named, told } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { ExitView } from "../view-models.ts";
import { basisLinks } from "./basis.ts";
import { badge, sign } from "./signs.ts";
import { lawName, type View } from "./view.ts";

export function exits(view: View, list: readonly ExitView[]): Html {
  const sorted = [...list].sort((a, b) => order(a).localeCompare(order(b)));
  return html`<ol class="exits">${sorted.map((one) => exit(view, one))}</ol>`;
}

/** Days first in their order, then what is open at any time, then what states no day, closed last. */
function order(one: ExitView): string {
  switch (one.when.kind) {
    case "now":
    case "sameDay":
      return "1";
    case "day":
      return `0${one.when.day}`;
    case "notStated":
      return "2";
    case "closed":
      return "3";
  }
}

function exit(view: View, one: ExitView): Html {
  const { t, language } = view;
  const moves = one.when.kind === "day" && one.when.provisional === true;
  return html`<li${one.when.kind === "closed" && html` class="closed"`}><h3>${one.names === undefined ? t.exitActs[one.act] : named(one.names, language)}${moves && html` ${badge(view, "provisional")}`}</h3>
<p class="earliest">${when(view, one)}</p>
<div class="body">${one.text !== undefined && html`<p>${told(one.text, language)}</p>`}
${one.conditions.length > 0 && html`<ul class="checklist">${one.conditions.map((condition) => html`<li${condition.met !== true && html` class="todo"`}>${sign(condition.met === true ? "clear" : condition.met === "unknown" ? "undetermined" : "open")}<span>${told(condition.text, language)}<span class="unseen"> ${t.exits.condition[condition.met === true ? "met" : condition.met === false ? "open" : "unknown"]}</span></span></li>`)}</ul>`}
${(one.by !== undefined || one.basis.length > 0) && html`<p>${one.by !== undefined && html`${t.exits.by}${t.space}${lawName(view, one.by)}${t.stop}${t.space}`}${basisLinks(view, one.basis)}</p>`}</div></li>`;
}

function when(view: View, one: ExitView): Html {
  const t = view.t.exits;
  switch (one.when.kind) {
    case "day":
      return exitDay(one.when, view.t.states.provisional);
    case "now":
      return html`${t.now}`;
    case "sameDay":
      return html`${t.sameDay}`;
    case "notStated":
      return html`<span class="nil">${view.t.ends.notStated}</span>`;
    case "closed":
      return html`<span class="nil">${t.closed}${one.when.since !== undefined && html`<span class="under">${longDay(one.when.since, view.language)}</span>`}</span>`;
  }
}
