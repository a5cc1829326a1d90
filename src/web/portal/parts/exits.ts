// Exits: every way out, sorted by its earliest day, closed ones last with why.
import { exitDay, longDay, named, told } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { ExitView } from "../view-models-answer.ts";
import type { Day, State } from "../view-models.ts";
import { basisLinks } from "./basis.ts";
import { badge, sign } from "./signs.ts";
import { lawName, type View } from "./view.ts";

export function exits(view: View, list: readonly ExitView[]): Html {
  const sorted = [...list].sort((a, b) => order(a).localeCompare(order(b)));
  return html`<ol class="exits">${sorted.map((one) => exit(view, one))}</ol>`;
}

/** In a table: the earliest day that leads out, that it has come, or for the bound that none is stated. */
export function earliestCell(view: View, state: State | undefined, earliest: { readonly day: Day; readonly provisional?: boolean } | undefined): Html | null {
  if (earliest === undefined) return state === "bound" ? html`<span class="nil">${view.t.answer.noDay}</span>` : null;
  const on = view.frame.clocks?.on;
  return on !== undefined && earliest.day <= on ? html`<span class="unbroken">${view.t.exits.now}</span>` : exitDay(earliest, view.t.states.provisional);
}

/** What is open now first, then days in their order, then what a decision brings about, then what states no day, closed last. */
function order(one: ExitView): string {
  switch (one.when.kind) {
    case "now":
      return "0";
    case "day":
      return `1${one.when.day}`;
    case "sameDay":
      return "1A";
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
<p class="earliest">${when(view, one)}</p>${one.reading !== undefined && html`
<p class="fine">${t.exits.reading(lawName(view, one.reading))}</p>`}
<div class="body">${one.text !== undefined && html`<p>${told(one.text, language)}</p>`}${one.text === undefined && one.act === "term" && html`<p>${t.exits.nothingToApply}</p>`}
${one.conditions.length > 0 && html`<ul class="checklist">${one.conditions.map((condition) => conditionLine(view, condition))}</ul>`}
${(one.by !== undefined || one.within !== undefined || one.basis.length > 0) && html`<p>${one.by !== undefined && html`${t.exits.by}${t.space}${lawName(view, one.by)}${t.stop}${t.space}`}${one.within !== undefined && html`${t.exits.within(t.units[one.within.unit](one.within.count))}${t.space}`}${basisLinks(view, one.basis)}</p>`}</div></li>`;
}

/** A condition that was looked at has a sign; one the law asks an applicant to show has none. */
function conditionLine(view: View, condition: ExitView["conditions"][number]): Html {
  const t = view.t.exits.condition;
  if (condition.met === undefined) return html`<li class="asked"><span aria-hidden="true">–</span><span>${told(condition.text, view.language)}</span></li>`;
  switch (condition.met) {
    case true:
      return html`<li>${sign("clear")}<span>${told(condition.text, view.language)}<span class="unseen"> ${t.met}</span></span></li>`;
    case false:
      return html`<li class="todo">${sign("open")}<span>${told(condition.text, view.language)}<span class="unseen"> ${t.open}</span></span></li>`;
    case "unknown":
      return html`<li class="todo">${sign("undetermined")}<span>${told(condition.text, view.language)}<span class="unseen"> ${t.unknown}</span></span></li>`;
  }
}

function when(view: View, one: ExitView): Html {
  const t = view.t.exits;
  switch (one.when.kind) {
    case "day":
      return exitDay(one.when, view.t.states.provisional);
    case "now":
      return html`${t.now}`;
    case "sameDay":
      return html`${t.sameDay[one.act] ?? t.sameDay["annulment"]}`;
    case "notStated":
      return html`<span class="nil">${view.t.ends.notStated}</span>`;
    case "closed":
      return html`<span class="nil">${t.closed}${one.when.since !== undefined && html`<span class="under">${longDay(one.when.since, view.language)}</span>`}</span>`;
  }
}
