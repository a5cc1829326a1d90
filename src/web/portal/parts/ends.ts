// Ends: what an absent or present last day says. An End is never left blank.
import { dayText, isoDay, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { EndView } from "../view-models.ts";
import type { View } from "./view.ts";

/** For tables: the first free day, or why there is none. */
export function endCell(view: View, end: EndView): Html {
  switch (end.kind) {
    case "fixed":
      return isoDay(end.until);
    case "notStated":
      return html`<span class="nil">${view.t.ends.notStated}</span>`;
    case "permanent":
      return html`${view.t.ends.permanent}<span class="under">${spoken(end.basis, view.language)}</span>`;
    case "untilDone":
      return html`${view.t.ends.untilDone}<span class="under">${spoken(end.what, view.language)}</span>`;
    case "reviewFrom":
      return html`${view.t.ends.reviewFrom}${view.t.space}${isoDay(end.day)}<span class="under">${spoken(end.what, view.language)}</span>`;
  }
}

/** For sentences: `free again on 15 December 2028`. */
export function endWords(view: View, end: EndView): string {
  switch (end.kind) {
    case "fixed":
      return view.t.ends.freeOn(dayText(end.until, view.language));
    case "notStated":
      return view.t.ends.notStatedSentence;
    case "permanent":
      return view.t.ends.permanentSentence(end.basis);
    case "untilDone":
      return view.t.ends.untilDoneSentence(end.what);
    case "reviewFrom":
      return view.t.ends.reviewSentence(dayText(end.day, view.language), end.what);
  }
}
