// A letter as a page names it: where it is, in both forms, and whether it went out. Sending is no service.
import { isoDay, named } from "../format.ts";
import { html, type Html } from "../html.ts";
import { caseAddress } from "./own-things.ts";
import { table, under } from "./table.ts";
import type { View } from "./view.ts";
import type { LetterSent, ToldLetterView } from "../view-models-case.ts";

/** The two files of the letter at an address, and what became of it. */
export function letterFiles(view: View, address: string, { state, on }: LetterSent): Html {
  const t = view.t.desk.case;
  return html`<a href="${address}.pdf">PDF</a>${view.t.comma}<a href="${address}.txt">${t.letterText}</a> <span class="fine">${state === undefined ? t.letterUnsent : t.letterStates[state]}${on !== undefined && html` ${isoDay(on)}`}</span>`;
}

/** Letters of what came about by itself, as a list. */
export function toldLetters(view: View, all: readonly ToldLetterView[]): Html {
  return html`<ul class="plain">${all.map((letter) => html`<li>${named(letter.title, view.language)} <span class="fine">${isoDay(letter.day)}</span>${view.t.colon}${letterFiles(view, addressOf(view, letter), letter)}</li>`)}</ul>`;
}

/** The same as a table, with the case of each that has one. */
export function toldLetterTable(view: View, name: string, all: readonly ToldLetterView[]): Html {
  const { columns } = view.t.own.desk;
  return table(name, [{ title: columns.day }, { title: columns.letter, plain: true }, { title: columns.sent }], all.map((letter) => ({
    cells: [isoDay(letter.day), html`<span class="entry">${named(letter.title, view.language)}</span>${letter.matter !== undefined && under(html`<a href="${caseAddress(view, letter.matter)}"><code>${letter.matter}</code></a>`)}`, letterFiles(view, addressOf(view, letter), letter)],
  })));
}

function addressOf(view: View, { sequence }: ToldLetterView): string {
  return `/${view.language}/desk/letters/${sequence}`;
}
