// The part of a decision's form that says what becomes of the record an objection is about: it is annulled, or corrected. One field for each
// field of its type, with what is on file; only what is changed is sent on. What is wrong with a value is said at its field.
import { wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { CorrectedField, DeskActionView } from "../view-models-case.ts";
import type { DeskWrong } from "../view-models-desk.ts";
import { fields, type FieldSpec, type Typed } from "./desk-fields.ts";
import type { View } from "./view.ts";

/** What the names of a record's fields begin with in a form that corrects it. */
export const CORRECTED = "corrected:";

export function correction(view: View, key: string, { form, wrong }: DeskActionView): Html | null {
  if (form.correction === undefined) return null;
  const t = view.t.desk.form.correction;
  const faults = faultsAt(view, wrong);
  const choice: FieldSpec = { name: "correction", label: t.choose, kind: "choice", value: "annul", choices: [{ value: "annul", words: t.annul }, { value: "correct", words: t.correct }], hint: t.hint, ...faultOf(faults, "correction") };
  const specs = form.correction.fields.map((field) => ({ ...correctedField(view, field), ...faultOf(faults, field.name) }));
  return html`<fieldset class="corrects"><legend>${t.title}</legend>${fields(view, key, [choice, ...specs], typedOf(form.correction.fields, form.typed))}</fieldset>`;
}

/** What was typed; before that, what is on file. A box that came back unticked was unticked. */
function typedOf(all: readonly CorrectedField[], typed: Typed): Typed {
  const sent = typed["correction"] !== undefined;
  return { ...typed, ...Object.fromEntries(all.map(({ name, texts }) => [`${CORRECTED}${name}`, sent ? (typed[`${CORRECTED}${name}`] ?? []) : texts])) };
}

function correctedField(view: View, { name, type, names, texts, choices = [] }: CorrectedField): FieldSpec {
  const spec = { name: `${CORRECTED}${name}`, label: wordsOf(names, view.language) };
  const named = choices.map((each) => ({ value: each.value, words: view.t.words[name]?.[each.value] ?? wordsOf(each.names, view.language) }));
  switch (type) {
    case "day":
      return { ...spec, kind: "day" };
    case "flag":
      return { ...spec, kind: "box" };
    case "choice":
      return { ...spec, kind: "choice", choices: withOwn(named, texts) };
    case "choices":
      return { ...spec, kind: "boxes", choices: named };
    case "authority":
      return { ...spec, kind: "choice", choices: withOwn(authorities(view), texts) };
    case "integer":
      return { ...spec, kind: "integer" };
    case "money":
      return { ...spec, kind: "money", hint: view.t.desk.form.correction.money };
    default:
      return { ...spec, kind: "line" };
  }
}

type Choices = NonNullable<FieldSpec["choices"]>;

function authorities(view: View): Choices {
  return Object.entries(view.frame.law).flatMap(([value, entry]) => (entry.kind === "authority" ? [{ value, words: wordsOf(entry.names, view.language) }] : []));
}

/** What is on file can be kept, also where the law of today would not choose it. */
function withOwn(choices: Choices, texts: readonly string[]): Choices {
  return [...texts.filter((text) => !choices.some(({ value }) => value === text)).map((value) => ({ value, words: value })), ...choices];
}

/** What is wrong, by the field it is wrong with: findings of what was typed, or the decider's refusal of a value. */
function faultsAt(view: View, wrong: DeskWrong | undefined): ReadonlyMap<string, string> {
  const refused = wrong?.refusal?.code === "field-unknown" && "field" in wrong.refusal.facts ? [[wrong.refusal.facts.field, view.t.desk.form.correction.unfit] as const] : [];
  return new Map([...refused, ...(wrong?.findings ?? []).map((finding) => {
    const own = view.t.desk.finding(finding) ?? finding;
    return [String(finding.facts?.["field"] ?? ""), `${own.message}${own === finding ? ". " : ""}${own.remedy}`] as const;
  })]);
}

function faultOf(faults: ReadonlyMap<string, string>, name: string): Pick<FieldSpec, "wrong"> {
  const wrong = faults.get(name);
  return wrong === undefined ? {} : { wrong };
}
