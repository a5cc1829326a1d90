// Fields of a desk's forms: each with its label, what was typed before, and an id of its own on the page.
import { html, joined, type Html } from "../html.ts";
import type { View } from "./view.ts";

export type FieldKind = "long" | "line" | "day" | "choice" | "boxes" | "box" | "files" | "integer";

export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly hint?: string;
  /** What stands in it before anything is typed. */
  readonly value?: string;
  readonly choices?: readonly { readonly value: string; readonly words: string }[];
  readonly accept?: string;
}

export type Typed = Readonly<Record<string, readonly string[]>>;

/** @param prefix makes the ids of this form's fields its own */
export function fields(view: View, prefix: string, specs: readonly FieldSpec[], typed: Typed): Html {
  return joined(specs.map((spec) => field(view, `${prefix}-${spec.name.replaceAll(/[^\w-]/g, "-")}`, spec, typed[spec.name])));
}

function field(view: View, id: string, spec: FieldSpec, typed: readonly string[] | undefined): Html {
  const { t } = view;
  const hint = spec.hint === undefined ? null : html`<p class="fine" id="${id}-hint">${spec.hint}</p>`;
  const described = hint === null ? null : html` aria-describedby="${id}-hint"`;
  const value = typed?.[0] ?? spec.value ?? "";
  const required = spec.required === true ? html` required` : null;
  const label = html`<label for="${id}">${spec.label}${spec.required === true && html` <span class="fine">${t.desk.form.required}</span>`}</label>`;
  switch (spec.kind) {
    case "long":
      return html`<div class="field">${label}${hint}<textarea id="${id}" name="${spec.name}" rows="4"${required}${described}>
${value}</textarea></div>`;
    case "line":
      return html`<div class="field">${label}${hint}<input id="${id}" name="${spec.name}" value="${value}"${required}${described}></div>`;
    case "integer":
      return html`<div class="field short">${label}${hint}<input id="${id}" name="${spec.name}" value="${value}" inputmode="numeric"${required}${described}></div>`;
    case "day":
      return html`<div class="field short">${label}${hint}<input class="day" id="${id}" name="${spec.name}" value="${value}" placeholder="2026-01-31" autocomplete="off"${required}${described}></div>`;
    case "choice":
      return html`<div class="field short">${label}${hint}<select id="${id}" name="${spec.name}"${required}${described}>${value === "" && html`<option value="" selected>${t.desk.form.choose}</option>`}${(spec.choices ?? []).map((choice) => html`<option value="${choice.value}"${choice.value === value && html` selected`}>${choice.words}</option>`)}</select></div>`;
    case "files":
      return html`<div class="field">${label}${hint}<input type="file" id="${id}" name="${spec.name}" multiple accept="${spec.accept ?? ""}"${described}></div>`;
    case "box":
      return html`<div class="field"><label class="tick"><input type="checkbox" name="${spec.name}" value="yes"${(typed ?? []).includes("yes") && html` checked`}><span>${spec.label}</span></label></div>`;
    case "boxes":
      return html`<fieldset class="field"><legend>${spec.label}</legend>${(spec.choices ?? []).map((choice) => html`<label class="tick"><input type="checkbox" name="${spec.name}" value="${choice.value}"${(typed ?? []).includes(choice.value) && html` checked`}><span>${choice.words}</span></label>`)}</fieldset>`;
  }
}
