// Day input: a day as it is typed everywhere, year first. Browsers' own pickers write it in the order of the machine.
import { html, type Html } from "../html.ts";

/** @param more attributes beside those that every day has */
export function dayInput({ id, name, value, more = null }: { readonly id: string; readonly name: string; readonly value: string; readonly more?: Html | false | null }): Html {
  return html`<input class="day" id="${id}" type="text" inputmode="numeric" placeholder="2026-01-31" autocomplete="off" name="${name}" value="${value}"${more}>`;
}
