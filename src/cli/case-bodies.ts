// Case bodies: one step of a case as the API takes it, from the words of the command line. Which command or step of the law is meant is
// found among what the case itself says is possible.
import type { CaseAction } from "../service/index.ts";
import { besideOf, given, recordOf, type EvidenceOptions } from "./case-options.ts";

export interface CaseStepOptions extends EvidenceOptions {
  readonly reasons?: string;
  readonly outcome?: string;
  readonly condition: readonly string[];
  readonly act?: string;
  readonly exit?: string;
  readonly officer?: string;
  readonly failed?: boolean;
  readonly hearing?: boolean;
  readonly absent?: boolean;
  readonly refuse?: boolean;
  readonly retroactive?: boolean;
  readonly fromNowOn?: boolean;
}

/** The command meant by `DecideListing`, `decidelisting` or the law's own `decision`; consent to a step is never meant by the step's name. */
export function actionMeant(text: string, actions: readonly Pick<CaseAction, "action" | "step" | "allowed">[]): Pick<CaseAction, "action" | "step"> | undefined {
  const level = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const meant = actions.filter(({ action, step }) => (step === text && action !== "GiveConsent") || (action !== "TakeStep" && level(action) === level(text)));
  return meant.find(({ allowed }) => allowed) ?? meant[0];
}

/** The step as the API takes it. */
export function stepBody({ action, step = "" }: Pick<CaseAction, "action" | "step">, options: CaseStepOptions): object {
  const { statement, reasons, outcome, on, officer } = options;
  const why = reasons ?? statement;
  const beside = besideOf(options);
  switch (action) {
    case "IssueNotice":
      return { type: action, ...given("facts", statement ?? reasons), ...given("issuedOn", on), ...beside };
    case "RecordService":
      return { type: action, ...given("means", statement ?? reasons), failed: options.failed === true, ...given("servedOn", on), ...beside };
    case "ReceiveDefence":
      return { type: action, ...given("statement", statement ?? reasons), ...given("receivedOn", on), ...(options.hearing === true ? { hearing: true } : {}) };
    case "HoldHearing":
      return { type: action, ...given("chair", officer), attended: options.absent !== true, ...given("minutes", statement ?? reasons), ...given("heldOn", on) };
    case "GiveConsent":
      return { type: action, step, given: options.refuse !== true, ...given("reason", why), ...given("givenOn", on) };
    case "RecuseOfficer":
    case "Recuse":
      return { type: action, ...given("officer", officer), ...given("reason", why), ...given("recusedOn", on) };
    case "DecideListing":
      return { type: action, ...given("outcome", outcome), ...given("reasons", why), ...(options.condition.length === 0 ? {} : { conditions: options.condition }), ...given("decidedOn", on), ...beside };
    case "WithdrawProposal":
    case "WithdrawCase":
      return { type: action, ...given("reason", why), ...given("withdrawnOn", on) };
    case "RemoveListing":
      return { type: action, ...given("act", options.act), ...given("reasons", why), ...given("exit", options.exit), ...(options.retroactive === true ? { retroactive: true } : {}), ...given("removedOn", on), ...beside };
    case "TakeStep":
      return { type: action, step, statement: why ?? "", ...given("outcome", outcome), ...(options.fromNowOn === true ? { fromNowOn: true } : {}), ...given("takenOn", on), ...recordOf(options), ...beside };
    case "OrderStay":
      return { type: action, ...given("reason", why), ...given("from", on) };
    case "EndStay":
      return { type: action, ...given("reason", why), ...given("endedOn", on) };
    default:
      return { type: action };
  }
}

/** What a case is about, from `listing:ID`, `record:ID`, `join:A,B`, `matter:ID` or `organisation`. */
export function aboutBody(text: string): object {
  const at = text.indexOf(":");
  const [kind, id] = at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  switch (kind) {
    case "join":
      return { kind, files: id.split(",") };
    case "organisation":
      return { kind };
    default:
      return { kind, [kind]: id };
  }
}
