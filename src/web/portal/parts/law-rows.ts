// Cells of rows about entries of the law: the name with what must be known of it at once, its days, how sure we are of it.
import { isoDay, named } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { LawRowView, LawStanding } from "../view-models-law.ts";
import { confidenceMark } from "./basis.ts";
import { badge } from "./signs.ts";
import { under } from "./table.ts";
import { lawAddress, type View } from "./view.ts";

export function entryCell(view: View, row: Pick<LawRowView, "id" | "names" | "standing" | "people">, address = lawAddress(view, row.id)): Html {
  return html`<a class="entry" href="${address}">${named(row.names, view.language)}</a>${standingMarks(view, row.standing, row.people)}${under(html`<code>${row.id}</code>`)}`;
}

/** Nothing where it is in force and about organisations; otherwise the word in its frame. */
export function standingMarks(view: View, standing: LawStanding, people: boolean | undefined): Html | null {
  const t = view.t.pages;
  const mark = standing === "inForce" ? null : badge(view, standing === "draft" || standing === "notYet" ? "provisional" : "open", t.standing[standing]);
  if (mark === null && people !== true) return null;
  return html` ${mark}${people === true && html` ${badge(view, "open", t.peopleMark)}`}`;
}

export function lifeCell(row: Pick<LawRowView, "from" | "until">): Html | null {
  if (row.from === undefined && row.until === undefined) return null;
  return html`${row.from !== undefined && isoDay(row.from)}${row.until !== undefined && html` – ${isoDay(row.until)}`}`;
}

export function surenessCell(view: View, row: Pick<LawRowView, "confidence">): Html | null {
  return row.confidence === "high" ? html`${view.t.law.confidence.high}` : confidenceMark(view, row.confidence);
}
