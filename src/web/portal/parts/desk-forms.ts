// Forms of a case's steps: which fields a step asks for, by what the law says of it. The basis, the consequences and the criteria are not among
// them: the register adds them.
import { wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { DeskActionView, DeskStepForm } from "../view-models-case.ts";
import { correction } from "./desk-correction.ts";
import { fields, type FieldSpec } from "./desk-fields.ts";
import { foreseen } from "./foreseen.ts";
import { wrongBox } from "./wrong.ts";
import type { View } from "./view.ts";

const ACCEPT = ".pdf,.png,.jpg,.jpeg,.txt";

/** The form of one action, with its law beside it. */
export function actionForm(view: View, matter: string, viewer: "office" | "organisation", action: DeskActionView, today: string): Html {
  const named = action.action === "TakeStep" || action.action === "GiveConsent";
  const key = action.step === undefined || !named ? action.action : `${action.action}-${action.step}`;
  return html`<form class="step-form" method="post" enctype="multipart/form-data" action="/${view.language}/desk/cases/${matter}" id="do-${key}">
${action.wrong !== undefined && wrongBox(view, action.wrong)}
<input type="hidden" name="action" value="${action.action}">${named && html`<input type="hidden" name="step" value="${action.step}">`}
${action.foreseen !== undefined && foreseen(view, action.foreseen, `${key}-foreseen`)}
${fields(view, key, ownFields(view, action, viewer, today), action.form.typed)}${correction(view, key, action)}${fields(view, key, commonFields(view, action.form), action.form.typed)}
<button>${actionWords(view, action, viewer)}</button></form>`;
}

/** What the button and the heading of an action say: an office records an answer, an organisation gives it. */
export function actionWords(view: View, action: Pick<DeskActionView, "action" | "names">, viewer: "office" | "organisation"): string {
  if (action.action === "ReceiveDefence" && viewer === "organisation") return view.t.desk.case.answer;
  if (action.action === "TakeStep" && action.names !== undefined) return wordsOf(action.names, view.language);
  return view.t.desk.case.actions[action.action] ?? action.action;
}

/** The fields that belong to the action itself. */
function ownFields(view: View, { action, form }: DeskActionView, viewer: "office" | "organisation", today: string): readonly FieldSpec[] {
  const t = view.t.desk.form.fields;
  const long = (name: "facts" | "statement" | "minutes" | "reasons" | "reason"): FieldSpec => ({ name, label: t[name], kind: "long", required: true, ...(name === "facts" ? { hint: t.factsHint } : {}) });
  const day = (name: "servedOn" | "receivedOn" | "heldOn"): FieldSpec => ({ name, label: t[name], kind: "day", value: today, required: true });
  switch (action) {
    case "IssueNotice":
      return [long("facts")];
    case "RecordService":
      return [{ name: "means", label: t.means, kind: "line", required: true }, { name: "failed", label: t.failed, kind: "box" }, day("servedOn")];
    case "ReceiveDefence":
      return [long("statement"), ...(form.hearing ? [{ name: "hearing", label: t.hearing, kind: "box" } as const] : []), ...(viewer === "office" ? [day("receivedOn")] : [])];
    case "HoldHearing":
      return [{ name: "chair", label: t.chair, kind: "choice", required: true, choices: posts(view, form) }, { name: "attended", label: t.attended, kind: "box" }, long("minutes"), day("heldOn")];
    case "DecideListing":
      return [outcome(view, form), long("reasons"), ...(form.outcomes.includes("conditional") ? [{ name: "conditions", label: t.conditions, kind: "long" } as const] : [])];
    case "RemoveListing":
      return [{ name: "act", label: t.act, kind: "choice", required: true, value: "annulment", choices: Object.entries(view.t.desk.form.acts).map(([value, words]) => ({ value, words })) }, { name: "exit", label: t.exit, kind: "line" }, long("reasons")];
    case "GiveConsent":
      return [{ name: "consent", label: t.consent, kind: "choice", required: true, choices: Object.entries(view.t.desk.form.consents).map(([value, words]) => ({ value, words })) }, { name: "reason", label: t.reason, kind: "long", hint: t.consentHint }];
    case "RecuseOfficer":
    case "Recuse":
      return [{ name: "officer", label: t.officer, kind: "choice", required: true, choices: posts(view, form) }, long("reason")];
    case "TakeStep":
      return [...(form.outcomes.length > 0 ? [outcome(view, form)] : []), long("statement"), ...(form.fromNowOn === true ? [{ name: "fromNowOn", label: t.fromNowOn, kind: "box" } as const] : []), ...form.fields.map((each): FieldSpec => recordField(view, each))];
    default:
      return [long("reason")];
  }
}

export function outcome(view: View, form: DeskStepForm): FieldSpec {
  return { name: "outcome", label: view.t.desk.form.fields.outcome, kind: "choice", required: true, choices: form.outcomes.map((value) => ({ value, words: view.t.desk.outcomes[value] ?? value })) };
}

function posts(view: View, form: DeskStepForm): readonly { readonly value: string; readonly words: string }[] {
  return form.posts.map(({ id, names }) => ({ value: id, words: wordsOf(names, view.language) }));
}

/** A value of the record that the step puts on file. */
function recordField(view: View, field: DeskStepForm["fields"][number]): FieldSpec {
  const spec = { name: `field:${field.name}`, label: wordsOf(field.names, view.language), required: field.required };
  const words = (value: string): string => view.t.words[field.name]?.[value] ?? value;
  const choices = (field.choices ?? []).map((value) => ({ value, words: words(value) }));
  switch (field.type) {
    case "day":
      return { ...spec, kind: "day" };
    case "flag":
      return { ...spec, kind: "box" };
    case "choice":
      return { ...spec, kind: "choice", choices };
    case "choices":
      return { ...spec, kind: "boxes", choices };
    case "integer":
    case "money":
      return { ...spec, kind: "integer" };
    default:
      return { ...spec, kind: "line" };
  }
}

/** What the law may ask of any step: further statements, officers, review, files. */
export function commonFields(view: View, form: DeskStepForm): readonly FieldSpec[] {
  const t = view.t.desk.form.fields;
  const others = posts(view, form).filter(({ value }) => value !== form.officer);
  return [
    ...form.states.map((word): FieldSpec => ({ name: `states:${word}`, label: t.stated(view.t.words["states"]?.[word] ?? word), kind: "long", required: true })),
    ...(form.officers > 1 && others.length > 0 ? [{ name: "officers", label: t.officers(form.officers), kind: "boxes", choices: others } as const] : []),
    ...(form.legalReview ? [{ name: "reviewOn", label: t.reviewOn, kind: "day", required: true } as const] : []),
    ...(form.attachments ? [{ name: "attachments", label: t.attachments, kind: "files", hint: t.attachmentsHint, accept: ACCEPT } as const] : []),
  ];
}
