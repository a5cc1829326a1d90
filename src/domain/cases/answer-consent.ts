// Answering for consent: the office above the one that takes a step consents to it or refuses to, once, with its own posts. The same for
// listings and for every other case: what makes the step ready for it is asked of each procedure before.
import { ok, type Err, type FileNumber, type MatterId, type PlainDate, type Result } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import type { Procedure, Step } from "../rules/index.ts";
import type { ConsentOnRecord } from "./consent.ts";
import type { Actor, CaseOffice, GiveConsent } from "./listing/commands.ts";
import { citationOf, dayCheck, formalitiesOf } from "./listing/step-checks.ts";
import { refuse, rule, type Refusal } from "./refusals.ts";

type Flaw = Err<Refusal> | undefined;

export interface ConsentAsked {
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly procedure: Procedure;
  readonly step: Step;
  /** The office that takes the step. */
  readonly office: CaseOffice | undefined;
  readonly consents: readonly ConsentOnRecord[];
  /** Why the step cannot be consented to yet, or any more. */
  readonly unready: Flaw;
  /** The day of what it follows. */
  readonly notBefore: PlainDate;
}

/** The consent or its refusal as an event. */
export function answerConsent(command: GiveConsent, asked: ConsentAsked, { actor, today }: { readonly actor: Actor; readonly today: PlainDate }): Result<readonly EventDraft[], Refusal> {
  const { matter, file, procedure, step, notBefore } = asked;
  const on = command.givenOn ?? today;
  const formalities = formalitiesOf(actor, {});
  const reason = command.reason?.trim() ?? "";
  const common = { matter, file, step: step.id, office: actor.office, formalities };
  return giverFlaw(asked, actor)
    ?? onceFlaw(asked)
    ?? asked.unready
    ?? dayCheck("the consent", on, notBefore, today)
    ?? (formalities.officers > 0 ? undefined : refuse("too-few-officers", citationOf(procedure, step), "a consent is given by a post of the office: say which acts", { kind: "consent", officers: 0, needed: 1, step: step.id, names: step.names }))
    ?? (command.given || reason !== "" ? undefined : refuse("statement-missing", citationOf(procedure, step), "an office that refuses its consent states its reason: add it", { kind: "consent", step: step.id, names: step.names, missing: "reason" }))
    ?? ok([command.given
      ? { type: "ConsentGiven", body: { ...common, givenOn: on, ...(reason === "" ? {} : { reason }) } }
      : { type: "ConsentRefused", body: { ...common, refusedOn: on, reason } }]);
}

/** No step of this procedure asks for consent under that name. */
export function notAsked(procedure: Procedure, step: string, known?: Step): Err<Refusal> {
  return refuse("consent-not-asked", procedure.id, `the procedure \`${procedure.id}\` asks nobody's consent to \`${step}\`: the office takes the step by itself`, { procedure: procedure.id, step, ...(known === undefined ? {} : { names: known.names }) });
}

function giverFlaw({ procedure, step, office }: ConsentAsked, actor: Actor): Flaw {
  if (office?.superior !== undefined && office.superior === actor.office) return undefined;
  const rightful = office?.superior === undefined ? "the office above the one that takes the step, and this register knows none" : `the office \`${office.superior}\`, which stands above the one that takes the step`;
  return refuse("wrong-authority", rule(14), `the consent to \`${step.id}\` of \`${procedure.id}\` is for ${rightful}`, { kind: "consent", step: step.id, names: step.names, procedure: procedure.id, ...(office?.superior === undefined ? {} : { office: office.superior }) });
}

function onceFlaw({ procedure, step, consents }: ConsentAsked): Flaw {
  const before = consents.find((each) => each.step === step.id);
  return before === undefined ? undefined : refuse("already-done", citationOf(procedure, step), `the consent to \`${step.id}\` was ${before.given ? "given" : "refused"} on ${before.on}: it is answered once`, { kind: "consent", step: step.id, names: step.names, given: before.given, on: before.on });
}
