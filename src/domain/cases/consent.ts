// Consent: what the office above said to a step for which the law asks its consent. It is an event of its own, made by that office; the
// deciders of listings and of every other case ask here whether a step may be taken on it.
import type { Err, FileNumber, PlainDate } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import type { Authority, Step } from "../rules/index.ts";
import { refuse, type Refusal } from "./refusals.ts";

export interface ConsentOnRecord {
  readonly step: string;
  /** The office that gave or refused it. */
  readonly office: FileNumber;
  readonly given: boolean;
  readonly on: PlainDate;
  readonly reason?: string;
}

/** What an event says of a consent; undefined of every other event. */
export function consentIn({ type, body }: EventDraft): ConsentOnRecord | undefined {
  if (type === "ConsentGiven") return { step: body.step, office: body.office, given: true, on: body.givenOn, ...(body.reason === undefined ? {} : { reason: body.reason }) };
  return type === "ConsentRefused" ? { step: body.step, office: body.office, given: false, on: body.refusedOn, reason: body.reason } : undefined;
}

interface Acting {
  readonly level: Authority["level"];
  readonly superior?: FileNumber;
}

/** A body at the top of its order has nobody above it to ask. */
export function hasSuperior({ level, superior }: Acting): boolean {
  return superior !== undefined || (level !== "national" && level !== "international");
}

export interface ConsentNeeded {
  readonly step: Step;
  readonly citation: string;
  readonly consents: readonly ConsentOnRecord[];
  readonly actor: Acting;
  readonly on: PlainDate;
  /** The step comes to something that is possible also where consent was refused. */
  readonly despiteRefusal: boolean;
  /** The case begins with the step: nothing can be on record yet. */
  readonly begins: boolean;
}

/** Why the step cannot be taken for want of consent; undefined where it was given, or nobody has to give it. */
export function consentFlaw({ step, citation, consents, actor, on, despiteRefusal, begins }: ConsentNeeded): Err<Refusal> | undefined {
  if (!step.superiorConsent || !hasSuperior(actor)) return undefined;
  const { superior } = actor;
  const said = { step: step.id, names: step.names };
  if (begins) return refuse("consent-missing", citation, `no case can begin with \`${step.id}\`, for which the law asks the consent of the superior office: consent is given in a case that is under way, so the law has to put a step before it`, { kind: "begins", ...said });
  if (superior === undefined) return refuse("consent-missing", citation, `\`${step.id}\` needs the consent of the superior office, and this register knows no office above this one: have that office opened, and the case taken up by an office that stands below it`, { kind: "noSuperior", ...said });
  const own = consents.find((each) => each.step === step.id && each.office === superior && each.on <= on);
  if (own === undefined) return refuse("consent-missing", citation, `\`${step.id}\` needs the consent of the superior office, and the consent of \`${superior}\` is awaited: that office gives it at its own desk, by ${on}`, { kind: "awaited", ...said, superior, on });
  if (own.given || despiteRefusal) return undefined;
  return refuse("consent-refused", citation, `the superior office \`${superior}\` refused its consent to \`${step.id}\` on ${own.on} (${own.reason ?? ""}): come to another outcome that goes without it, or withdraw`, { kind: "step", ...said, superior, on: own.on, reason: own.reason ?? "" });
}
