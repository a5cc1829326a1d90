// Fields of a desk's forms: each with its label, what was typed before, and an id of its own on the page.
import { heard } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { sign } from "./signs.ts";
import type { View } from "./view.ts";

export type FieldKind = "long" | "line" | "day" | "choice" | "boxes" | "box" | "files" | "integer" | "money";

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
  /** What is wrong with what was typed, said at the field. */
  readonly wrong?: string;
}

export type Typed = Readonly<Record<string, readonly string[]>>;

/** @param prefix makes the ids of this form's fields its own */
export function fields(view: View, prefix: string, specs: readonly FieldSpec[], typed: Typed): Html {
  return joined(specs.map((spec) => field(view, `${prefix}-${spec.name.replaceAll(/[^\w-]/g, "-")}`, spec, typed[spec.name])));
}

function field(view: View, id: string, spec: FieldSpec, typed: readonly string[] | undefined): Html {
  const { t } = view;
  const hint = spec.hint === undefined ? null : html`<p class="fine" id="${id}-hint">${spec.hint}</p>`;
  const wrong = spec.wrong === undefined ? null : html`<p class="at-field" id="${id}-wrong">${sign("error")}<span>${heard(spec.wrong, view.language)}</span></p>`;
  const about = [...(hint === null ? [] : [`${id}-hint`]), ...(wrong === null ? [] : [`${id}-wrong`])].join(" ");
  const described = html`${about !== "" && html` aria-describedby="${about}"`}${wrong !== null && html` aria-invalid="true"`}`;
  const value = typed?.[0] ?? spec.value ?? "";
  const required = spec.required === true ? html` required` : null;
  const label = html`<label for="${id}">${spec.label}${spec.required === true && html` <span class="fine">${t.desk.form.required}</span>`}</label>`;
  switch (spec.kind) {
    case "long":
      return html`<div class="field">${label}${hint}${wrong}<textarea id="${id}" name="${spec.name}" rows="4"${required}${described}>
${value}</textarea></div>`;
    case "line":
      return html`<div class="field">${label}${hint}${wrong}<input id="${id}" name="${spec.name}" value="${value}"${required}${described}></div>`;
    case "integer":
    case "money":
      return html`<div class="field short">${label}${hint}${wrong}<input id="${id}" name="${spec.name}" value="${value}" inputmode="${spec.kind === "money" ? "decimal" : "numeric"}"${required}${described}></div>`;
    case "day":
      return html`<div class="field short">${label}${hint}${wrong}<input class="day" id="${id}" name="${spec.name}" value="${value}" placeholder="2026-01-31" autocomplete="off"${required}${described}></div>`;
    case "choice":
      return html`<div class="field short">${label}${hint}${wrong}<select id="${id}" name="${spec.name}"${required}${described}>${value === "" && html`<option value="" selected>${t.desk.form.choose}</option>`}${(spec.choices ?? []).map((choice) => html`<option value="${choice.value}"${choice.value === value && html` selected`}>${choice.words}</option>`)}</select></div>`;
    case "files":
      return html`<div class="field">${label}${hint}${wrong}<input type="file" id="${id}" name="${spec.name}" multiple accept="${spec.accept ?? ""}"${described}></div>`;
    case "box":
      return html`<div class="field">${wrong}<label class="tick"><input type="checkbox" name="${spec.name}" value="yes"${described}${(typed ?? []).includes("yes") && html` checked`}><span>${spec.label}</span></label></div>`;
    case "boxes":
      return html`<fieldset class="field"${described}><legend>${spec.label}</legend>${wrong}${(spec.choices ?? []).map((choice) => html`<label class="tick"><input type="checkbox" name="${spec.name}" value="${choice.value}"${(typed ?? []).includes(choice.value) && html` checked`}><span>${choice.words}</span></label>`)}</fieldset>`;
  }
}
