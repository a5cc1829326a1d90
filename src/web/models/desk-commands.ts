// Form to command: what an officer or organisation filled in becomes the command of one step, or says which field cannot be read. Nothing is
// decided here: the basis and the consequences come from the law (service/listing-draft.ts), the rest from the form.
import { err, isChanged, ok, parsePlainDate, readCorrection, type Asking, type CaseCommand, type CaseView, type ListingDraft, type PlainDate, type ProcedureAsk, type Result, type ReceivedAttachments } from "../../service/index.ts";
import type { CaseAsks, CorrectionAsked } from "../../service/index.ts";
import type { GiveConsent } from "../../domain/cases/index.ts";
import type { FieldValues } from "../../domain/events/index.ts";
import { CORRECTED, type DeskWrong } from "../portal/index.ts";
import type { SignedIn } from "../session.ts";
import { textOf, textsOf, type Form } from "../form.ts";

/** Who acts, as the verbs know them: of an office the post that is signed in first, then those it names. */
export function askingOf(who: SignedIn, form?: Form): Asking {
  if (who.kind === "organisation") return { kind: "organisation", file: who.file };
  return { kind: "office", office: who.office.file, officers: [...new Set([who.officer, ...(form === undefined ? [] : textsOf(form, "officers"))])] };
}

/** Every text that was typed, to be shown again. */
export function typedIn(form: Form): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...form.texts].filter(([field]) => field !== "action" && field !== "step" && field !== "matter"));
}

/** What the decider asks of many steps: review, and what the law wants stated. */
export interface Beside {
  readonly legalReview?: { readonly on: PlainDate };
  readonly statements: Readonly<Record<string, string>>;
}

export function besideOf(form: Form): Result<Beside, DeskWrong> {
  const reviewOn = dayOf(form, "reviewOn");
  if (!reviewOn.ok) return reviewOn;
  return ok({
    statements: Object.fromEntries([...form.texts.keys()].filter((field) => field.startsWith("states:")).map((field) => [field.slice("states:".length), textOf(form, field)])),
    ...(reviewOn.value === undefined ? {} : { legalReview: { on: reviewOn.value } }),
  });
}

/** A day that was filled in; undefined where the field is empty or absent. */
export function dayOf(form: Form, field: string): Result<PlainDate | undefined, DeskWrong> {
  const text = textOf(form, field);
  if (text === "") return ok(undefined);
  const day = parsePlainDate(text);
  return day.ok ? ok(day.value) : err({ code: "day-invalid", message: `\`${text}\` is not a day of the calendar`, remedy: "Write days as year-month-day, such as `2026-01-31`.", facts: { kind: "day", text } });
}

const OUTCOMES = ["listed", "conditional", "reprimanded", "noAction"] as const;
const STEP_OUTCOMES = ["accepted", "notAccepted", "granted", "refused", "attended", "notAttended", "kept", "broken"] as const;
const ACTS = ["repair", "performance", "annulment", "release", "review"] as const;

/** One of the words a field knows, or nothing. */
export function oneOf<T extends string>(known: readonly T[], text: string): T | undefined {
  return known.find((each) => each === text);
}

export function lines(text: string): readonly string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

/** The outcome of a decision to list, chosen from those the law knows. */
export function decisionOutcome(form: Form): Result<(typeof OUTCOMES)[number], DeskWrong> {
  const outcome = oneOf(OUTCOMES, textOf(form, "outcome"));
  return outcome === undefined ? err(NO_OUTCOME) : ok(outcome);
}

const NO_OUTCOME: DeskWrong = { code: "input-invalid", message: "no outcome was chosen", remedy: "Choose one of those the form shows.", facts: { kind: "noOutcome" } };

/** The command of a step of a listing. */
export function listingCommand(view: CaseView, form: Form, draft: Pick<ListingDraft, "basis" | "consequences">, { attachments }: ReceivedAttachments): Result<CaseCommand, DeskWrong> {
  const { matter } = view;
  const beside = besideOf(form);
  const [servedOn, receivedOn, heldOn] = [dayOf(form, "servedOn"), dayOf(form, "receivedOn"), dayOf(form, "heldOn")];
  if (!beside.ok) return beside;
  if (!servedOn.ok) return servedOn;
  if (!receivedOn.ok) return receivedOn;
  if (!heldOn.ok) return heldOn;
  const action = textOf(form, "action");
  const reason = textOf(form, "reason");
  switch (action) {
    case "IssueNotice":
      return ok({ type: "IssueNotice", matter, facts: textOf(form, "facts"), basis: draft.basis, consequences: draft.consequences, ...beside.value });
    case "RecordService":
      return ok({ type: "RecordService", matter, means: textOf(form, "means"), failed: textOf(form, "failed") === "yes", ...beside.value, ...(servedOn.value === undefined ? {} : { servedOn: servedOn.value }) });
    case "ReceiveDefence":
      return ok({ type: "ReceiveDefence", matter, statement: textOf(form, "statement"), attachments, hearing: textOf(form, "hearing") === "yes", ...(receivedOn.value === undefined ? {} : { receivedOn: receivedOn.value }) });
    case "HoldHearing":
      return ok({ type: "HoldHearing", matter, chair: textOf(form, "chair"), attended: textOf(form, "attended") === "yes", minutes: textOf(form, "minutes"), ...(heldOn.value === undefined ? {} : { heldOn: heldOn.value }) });
    case "DecideListing": {
      const outcome = decisionOutcome(form);
      if (!outcome.ok) return outcome;
      return ok({ type: "DecideListing", matter, outcome: outcome.value, reasons: textOf(form, "reasons"), basis: draft.basis, conditions: lines(textOf(form, "conditions")), ...beside.value });
    }
    case "WithdrawProposal":
      return ok({ type: "WithdrawProposal", matter, reason });
    case "GiveConsent":
      return consentCommand(view, form);
    case "RecuseOfficer":
      return ok({ type: "RecuseOfficer", matter, officer: textOf(form, "officer"), reason });
    case "RemoveListing": {
      const act = oneOf(ACTS, textOf(form, "act"));
      const exit = textOf(form, "exit");
      if (act === undefined) return err(NO_OUTCOME);
      return ok({ type: "RemoveListing", matter, act, reasons: textOf(form, "reasons"), ...(exit === "" ? {} : { exit }), ...beside.value });
    }
    default:
      return err(unknownAction(action));
  }
}

/** What the office above says to a step, in a case of either kind. */
function consentCommand({ matter }: CaseView, form: Form): Result<GiveConsent, DeskWrong> {
  const said = oneOf(["given", "refused"], textOf(form, "consent"));
  const reason = textOf(form, "reason");
  if (said === undefined) return err({ code: "input-invalid", message: "neither consent nor refusal was chosen", remedy: "Choose one of the two." });
  return ok({ type: "GiveConsent", matter, step: textOf(form, "step"), given: said === "given", ...(reason === "" ? {} : { reason }) });
}

/** The command of a step of any other case. */
export function procedureCommand(view: CaseView, form: Form, { attachments }: ReceivedAttachments): Result<Exclude<ProcedureAsk, { readonly type: "OpenCase" }>, DeskWrong> {
  const { matter } = view;
  const action = textOf(form, "action");
  const reason = textOf(form, "reason");
  switch (action) {
    case "TakeStep": {
      const step = textOf(form, "step");
      const beside = besideOf(form);
      const asks = view.actions.find((each) => each.action === "TakeStep" && each.step === step)?.asks;
      const fields = valuesOf(form, asks?.fields ?? []);
      if (!beside.ok) return beside;
      if (!fields.ok) return fields;
      const outcome = oneOf(STEP_OUTCOMES, textOf(form, "outcome"));
      const corrected = outcome === "granted" && asks?.correction !== undefined ? correctedOf(form, asks.correction) : ok(undefined);
      if (!corrected.ok) return corrected;
      return ok({
        type: "TakeStep", matter, step, statement: textOf(form, "statement"), attachments, ...beside.value, ...(outcome === undefined ? {} : { outcome }), ...(corrected.value === undefined ? {} : { corrected: corrected.value }), ...(textOf(form, "fromNowOn") === "yes" ? { fromNowOn: true } : {}), ...(Object.keys(fields.value).length === 0 ? {} : { fields: fields.value }),
      });
    }
    case "WithdrawCase":
    case "OrderStay":
    case "EndStay":
      return ok({ type: action, matter, reason });
    case "GiveConsent":
      return consentCommand(view, form);
    case "Recuse":
      return ok({ type: "Recuse", matter, officer: textOf(form, "officer"), reason });
    default:
      return err(unknownAction(action));
  }
}

/** What the record should say instead; nothing: it is annulled. Values that were changed and a record that is annulled contradict each other. */
function correctedOf(form: Form, asked: CorrectionAsked): Result<FieldValues | undefined, DeskWrong> {
  const texts = new Map(asked.fields.map(({ name }) => [name, textsOf(form, `${CORRECTED}${name}`)] as const));
  if (textOf(form, "correction") === "correct") {
    const read = readCorrection(asked, texts);
    return read.ok ? read : err({ code: read.error.code, message: read.error.message, remedy: read.error.remedy, ...(read.error.findings === undefined ? {} : { findings: read.error.findings }) });
  }
  return form.texts.has("correction") && isChanged(asked, texts) ? err(CONTRADICTED) : ok(undefined);
}

const CONTRADICTED: DeskWrong = {
  code: "input-invalid", message: "the record is to be annulled, and values of it were changed", remedy: "Choose to correct it, or put back what was there.", facts: { kind: "contradicted" },
  findings: [{ code: "correction-annulled", at: "correction", message: "the record is to be annulled, and values of it were changed", remedy: "Choose to correct it, or put back what was there.", facts: { field: "correction" } }],
};

function unknownAction(action: string): DeskWrong {
  return { code: "input-invalid", message: `\`${action}\` is not a step of this case`, remedy: "Use one of the forms on the page of the case.", facts: { kind: "action", action } };
}

/** Values of the record a step puts on file; an empty field is left out. Money is yuan with two places, kept in fen. */
export function valuesOf(form: Form, fields: CaseAsks["fields"]): Result<FieldValues, DeskWrong> {
  const values: Record<string, FieldValues[string]> = {};
  for (const { name, type } of fields) {
    const field = `field:${name}`;
    const text = textOf(form, field);
    if (type === "choices") {
      const chosen = textsOf(form, field);
      if (chosen.length > 0) values[name] = chosen;
    } else if (type === "flag") {
      if (text !== "") values[name] = true;
    } else if (text !== "" && type === "money") {
      const money = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(",", ""));
      if (money === null) return err({ code: "input-invalid", message: `\`${text}\` is not an amount of money`, remedy: "Write yuan as figures, such as `12000.50`." });
      values[name] = { minor: Number(`${money[1]}${(money[2] ?? "").padEnd(2, "0")}`), currency: "CNY" };
    } else if (text !== "") values[name] = text;
  }
  return ok(values);
}
