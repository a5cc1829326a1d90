// The form of a pre-flight: a kind of record first, then what it states. Two forms that only ask, so that the address carries everything.
import { movedClocks, pageAddress } from "../addresses.ts";
import { heard, named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { PreflightField, PreflightModel } from "../view-models-preflight.ts";
import { lawWords, type View } from "./view.ts";

export function kindForm(view: View, { kinds, chosen }: PreflightModel): Html {
  const t = view.t.preflight;
  const known = chosen === undefined || kinds.some(({ value }) => value === chosen);
  const about = view.t.words["about"] ?? {};
  const groups = [...Map.groupBy(kinds, (kind) => kind.about)];
  return html`<form class="ask" method="get" action="${addressOf(view)}"><label for="type">${t.kind}</label>
<select id="type" name="type">${chosen === undefined && html`<option value="" selected>${t.choose}</option>`}${!known && chosen !== undefined && html`<option value="${chosen}" selected>${lawWords(view, chosen)}</option>`}${groups.map(([group, members]) => html`<optgroup label="${about[group] ?? group}">${members.map(({ value }) => html`<option value="${value}"${value === chosen && html` selected`}>${lawWords(view, value)}</option>`)}</optgroup>`)}</select>
${hiddenClocks(view, ["on", "law", "known"])}<button class="${chosen === undefined ? "" : "second"}">${t.chooseButton}</button></form>`;
}

export function statedForm(view: View, model: PreflightModel, chosen: string): Html {
  const t = view.t.preflight;
  return html`<form class="stated" method="get" action="${addressOf(view)}#result"><input type="hidden" name="type" value="${chosen}">
<div class="stated-fields"><div class="field"><label for="on">${t.on}</label><input class="day" id="on" name="on" value="${model.on}" autocomplete="off"></div>
<div class="field"><label for="acted">${t.acted} <span class="fine">${t.actedHint}</span></label><input class="day" id="acted" name="acted" value="${model.acted}" placeholder="${model.on}" autocomplete="off"></div>
${model.fields.map((field) => input(view, model, field))}</div>${model.fields.length === 0 && html`<p class="fine">${t.noFields}</p>`}
${hiddenClocks(view, ["law", "known"])}<p><button>${t.answer}</button></p></form>`;
}

function addressOf(view: View): string {
  return pageAddress(view.frame, view.frame.path).split("?")[0] ?? "";
}

/** The clocks that do not stand at now go with the form. */
function hiddenClocks(view: View, names: readonly ("on" | "law" | "known")[]): readonly Html[] {
  const clocks = view.frame.clocks === undefined ? {} : movedClocks(view.frame.clocks);
  return names.flatMap((name) => (clocks[name] === undefined ? [] : [html`<input type="hidden" name="${name}" value="${clocks[name]}">`]));
}

function input(view: View, { typed, authorities }: PreflightModel, field: PreflightField): Html {
  const t = view.t.preflight;
  const name = `field.${field.name}`;
  const id = `field-${field.name.replaceAll(/[^\w-]/g, "-")}`;
  const given = typed[field.name] ?? [];
  const [first = ""] = given;
  const label = named(field.names, view.language);
  const words = ({ value, names }: NonNullable<PreflightField["choices"]>[number]): string => (names === undefined ? (view.t.words[field.name]?.[value] ?? value) : wordsOf(names, view.language));
  const options = (choices: readonly (readonly [string, string])[]): Html => html`<select id="${id}" name="${name}"><option value="">${t.flag.unknown}</option>${choices.map(([value, shown]) => html`<option value="${value}"${value === first && html` selected`}>${shown}</option>`)}</select>`;
  switch (field.type) {
    case "flag":
      return html`<div class="field"><label for="${id}">${label}</label>${options([["yes", t.flag.yes], ["no", t.flag.no]])}</div>`;
    case "choice":
      return html`<div class="field"><label for="${id}">${label}</label>${options((field.choices ?? []).map((choice) => [choice.value, words(choice)]))}</div>`;
    case "choices":
      return html`<fieldset class="field"><legend>${label} <span class="fine">${t.several}</span></legend><div class="ticks">${(field.choices ?? []).map((choice, index) => html`<p class="tick"><input type="checkbox" id="${id}-${index}" name="${name}" value="${choice.value}"${given.includes(choice.value) && html` checked`}><label for="${id}-${index}">${spoken(words(choice), view.language)}</label></p>`)}</div></fieldset>`;
    case "authority":
      return html`<div class="field"><label for="${id}">${label}</label>${options(authorities.map((authority) => [authority, wordsOf(view.frame.law[authority]?.names ?? { en: authority }, view.language)]))}</div>`;
    case "money":
      return html`<div class="field"><label for="${id}">${label} <span class="fine">${t.amount}</span></label><input id="${id}" name="${name}" value="${first}" inputmode="decimal" autocomplete="off"></div>`;
    case "integer":
      return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" value="${first}" inputmode="numeric" autocomplete="off"></div>`;
    case "day":
      return html`<div class="field"><label for="${id}">${label}</label><input class="day" id="${id}" name="${name}" value="${first}" autocomplete="off"></div>`;
    case "text":
    case "rate":
    case "code":
      return html`<div class="field"><label for="${id}">${heard(wordsOf(field.names, view.language), view.language)}</label><input id="${id}" name="${name}" value="${first}" autocomplete="off"></div>`;
  }
}
