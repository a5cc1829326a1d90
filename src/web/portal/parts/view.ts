// View: the frame of a page together with the words of its language. Made once a page, handed to every part.
import { lawPath, pageAddress } from "../addresses.ts";
import { messagesIn, type Messages } from "../dictionary.ts";
import { named, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { Frame, Id, Language } from "../view-models.ts";

export interface View {
  readonly frame: Frame;
  readonly language: Language;
  readonly t: Messages;
}

export function viewOf(frame: Frame): View {
  return { frame, language: frame.language, t: messagesIn(frame.language) };
}

/** The name of an entry of the law, leading to its page. */
export function lawLink(view: View, id: Id): Html {
  const entry = view.frame.law[id];
  if (entry === undefined) return html`<code class="id">${id}</code>`;
  return html`<a href="${pageAddress(view.frame, lawPath(id, entry.kind))}">${named(entry.names, view.language)}</a>`;
}

/** The same without the link, for places that are links already or need plain words. */
export function lawName(view: View, id: Id): Html {
  const entry = view.frame.law[id];
  return entry === undefined ? html`<code class="id">${id}</code>` : named(entry.names, view.language);
}

export function lawWords(view: View, id: Id): string {
  const entry = view.frame.law[id];
  return entry === undefined ? id : wordsOf(entry.names, view.language);
}

export function lawAddress(view: View, id: Id): string {
  return pageAddress(view.frame, lawPath(id, view.frame.law[id]?.kind));
}
