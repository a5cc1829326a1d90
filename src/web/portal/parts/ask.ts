// Ask: the field that chooses an act. The form keeps the clocks of the page.
import { movedClocks, pageAddress } from "../addresses.ts";
import { wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { ActChoice, Language, PlaceChoice } from "../view-models.ts";
import type { View } from "./view.ts";

interface Asked {
  readonly act?: string | undefined;
  /** Where the answer depends on the place: the places there are, and the one asked about. */
  readonly places?: readonly PlaceChoice[] | undefined;
  readonly place?: string | undefined;
}

export function actForm(view: View, acts: readonly ActChoice[], asked: Asked, beside: string | null): Html {
  const chosen = asked.act;
  const clocks = view.frame.clocks === undefined ? {} : movedClocks(view.frame.clocks);
  const address = pageAddress(view.frame, view.frame.path).split("?")[0] ?? "";
  return html`<form class="ask" method="get" action="${address}#answer"><label for="act">${view.t.ask.may}</label>
<select id="act" name="act">${chosen === undefined && html`<option value="" selected>${view.t.ask.choose}</option>`}${actOptions(acts, chosen, view.language)}</select>${asked.places !== undefined && placeField(view, asked.places, asked.place)}
${Object.entries(clocks).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button>${view.t.ask.ask}</button>${beside !== null && html`<p class="fine">${beside}</p>`}</form>`;
}

function placeField(view: View, places: readonly PlaceChoice[], chosen: string | undefined): Html {
  return html`<label for="where">${view.t.ask.place}</label><select id="where" name="where"><option value="">${view.t.ask.anyPlace}</option>${places.map((place) => html`<option value="${place.value}"${place.value === chosen && html` selected`}>${wordsOf(place.names, view.language)}</option>`)}</select>`;
}

/** Options, those of one heading together. */
export function actOptions(acts: readonly ActChoice[], chosen: string | undefined, language: Language): readonly Html[] {
  const groups = new Map<string, ActChoice[]>();
  for (const act of acts) {
    const group = act.group === undefined ? "" : wordsOf(act.group, language);
    groups.set(group, [...(groups.get(group) ?? []), act]);
  }
  return [...groups].map(([group, members]) => {
    const options = members.map((act) => html`<option value="${act.value}"${act.value === chosen && html` selected`}>${wordsOf(act.names, language)}</option>`);
    return group === "" ? html`${options}` : html`<optgroup label="${group}">${options}</optgroup>`;
  });
}
