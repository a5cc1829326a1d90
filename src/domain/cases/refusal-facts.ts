// What each refusal is made of, by its code: the figures, days, steps, lists and authorities its message names, so that it can be said in any
// language and not in English alone. Where one code has several messages, `kind` tells them apart. Steps, fields and ways out come with the
// law's names for them; lists, procedures, authorities, measures and instruments by their id.
import type { Names } from "../terms/index.ts";

/** What the office can do instead; empty: nothing more in this case. */
type Possible = { readonly possible: readonly string[] };
/** The same in a case with steps of its own. */
type OpenSteps = { readonly open: readonly StepSaid[] };

/** A step as the law calls it, and whose it is. */
export interface StepSaid {
  readonly id: string;
  readonly names: Names;
  readonly by: Party;
}

/** A way out of the law, and from when it is open. */
export interface WaySaid {
  readonly exit: string;
  readonly names: Names;
  readonly act: string;
  readonly earliest?: string;
}

type Party = "office" | "organisation";
/** A step by its id, with the law's names of it. */
type OfStep = { readonly step: string; readonly names: Names };
type Thing = "organisation" | "listing" | "record" | "join" | "matter";
type Phase = "running" | "granted" | "refused" | "notAccepted" | "withdrawn" | "done";
/** Where a listing case stands. */
type CaseState = "notBegun" | "proposed" | "noticed" | "served" | "answered" | "silent" | "decided" | "withdrawn";

/** What has a day, in the words of the message. */
export type Dated =
  | "a proposal" | "a notice" | "the service of the notice" | "an answer" | "the decision" | "the withdrawal" | "the removal" | "the application" | "the hearing" | "the recusal" | "the stay" | "the end of the stay" | "the consent" | "the report";
/** What a step must say, in the words of the message. */
export type SaidOfStep = "facts" | "means of service" | "organisation's statement" | "reasons" | "post that leads it" | "minutes";

export type RefusalFacts = {
  readonly "list-unknown": { readonly kind: "named"; readonly list: string; readonly on: string } | { readonly kind: "removing"; readonly list: string };
  readonly "list-not-in-force": { readonly list: string; readonly on: string };
  readonly "list-not-kept": { readonly list: string };
  readonly "no-procedure":
    | { readonly kind: "none"; readonly list: string }
    | { readonly kind: "notInForce"; readonly list: string; readonly on: string; readonly procedure: string }
    | { readonly kind: "doesNotSpeak"; readonly procedure: string; readonly speaking: readonly string[] }
    | { readonly kind: "noneSpeaks"; readonly purposes: string; readonly on: string }
    | { readonly kind: "noSteps"; readonly procedure: string; readonly on: string }
    | { readonly kind: "gone"; readonly procedure: string };
  readonly "procedure-incomplete": { readonly lacking: "notice" | "service" | "time to answer" | "decision"; readonly procedure: string };
  readonly "no-basis":
    | { readonly kind: "list"; readonly list: string; readonly on: string }
    | { readonly kind: "notStated"; readonly own: readonly string[] }
    | { readonly kind: "notInForce"; readonly instrument: string; readonly on: string; readonly own: readonly string[] }
    | { readonly kind: "foreign"; readonly list: string; readonly own: readonly string[] };
  readonly "no-end": { readonly kind: "notStated"; readonly governingDay: string; readonly list: string } | { readonly kind: "notPublished" | "noLength"; readonly list: string };
  readonly "no-exit": { readonly list: string };
  readonly "day-of-act-unknown": { readonly kind: "criteria" | "end"; readonly list: string } | { readonly kind: "procedure"; readonly procedure: string };
  readonly "wrong-authority":
    | { readonly kind: "list" | "decided"; readonly authority: string; readonly owner: string; readonly list: string }
    | { readonly kind: "removal"; readonly authority: string; readonly owner: string; readonly list: string; readonly act: string; readonly deciders: readonly string[] }
    | { readonly kind: "measure"; readonly authority: string; readonly owner: string; readonly measure: string }
    | { readonly kind: "opening" | "case"; readonly office: string; readonly officeNames?: Names }
    | ({ readonly kind: "step"; readonly office?: string; readonly officeNames?: Names; readonly appeal: boolean } & OfStep)
    | ({ readonly kind: "consent"; readonly office?: string; readonly procedure: string } & OfStep);
  readonly "other-matter": { readonly matter: string; readonly asked: string; readonly command: string };
  readonly "step-skipped":
    | { readonly kind: "notOpened"; readonly step: string }
    | ({ readonly kind: "notBegun"; readonly step: string } & Possible)
    | ({ readonly kind: "notOnRecord"; readonly skipped: string; readonly skippedNames: Names; readonly state: CaseState } & OfStep & Possible)
    | ({ readonly kind: "notYet"; readonly state: CaseState } & OfStep & Possible)
    | ({ readonly kind: "noListing"; readonly state: CaseState } & Possible)
    | ({ readonly kind: "waits"; readonly skipped: string; readonly waits: readonly StepSaid[] } & OfStep & OpenSteps);
  readonly "already-done":
    | ({ readonly kind: "begun"; readonly matter: string } & Possible)
    | { readonly kind: "opened"; readonly matter: string }
    | ({ readonly kind: "answer"; readonly step: string } & Possible)
    | ({ readonly kind: "consent"; readonly given: boolean; readonly on: string } & OfStep)
    | ({ readonly kind: "stepOnRecord"; readonly state: CaseState } & OfStep & Possible)
    | ({ readonly kind: "onRecord"; readonly step: string; readonly what: "notice" | "service" | "hearing"; readonly state: CaseState } & Possible)
    | { readonly kind: "removed"; readonly removedOn: string; readonly act: string; readonly retroactive: boolean }
    | { readonly kind: "recused"; readonly officer: string }
    | { readonly kind: "notJoined" }
    | { readonly kind: "recordAnnulled"; readonly record: string }
    | { readonly kind: "recordRepaired"; readonly record: string; readonly on: string }
    | { readonly kind: "listingAnnulled"; readonly listing: string }
    | { readonly kind: "listingRemoved"; readonly listing: string; readonly on: string }
    | { readonly kind: "appealAnnulled"; readonly matter: string }
    | { readonly kind: "runs"; readonly matter: string; readonly since: string }
    | { readonly kind: "reported"; readonly year: number; readonly on: string }
    | ({ readonly kind: "taken"; readonly on: string; readonly automatic: boolean } & OfStep & OpenSteps);
  readonly "case-closed":
    | ({ readonly kind: "listing" | "noListing"; readonly state: CaseState } & Possible)
    | ({ readonly kind: "consent"; readonly state: CaseState } & OfStep & Possible)
    | { readonly kind: "ended"; readonly removedOn: string }
    | { readonly kind: "withdrawn"; readonly withdrawnOn: string }
    | ({ readonly kind: "decided"; readonly phase: Phase } & OpenSteps)
    | { readonly kind: "stay"; readonly phase: Phase }
    | ({ readonly kind: "otherWay"; readonly phase: Phase } & OfStep & OpenSteps);
  readonly "answer-window-open":
    | ({ readonly kind: "waits"; readonly until: string; readonly provisional: boolean; readonly lastDay: string } & Possible)
    | { readonly kind: "early"; readonly until: string; readonly lastDay: string; readonly decidedOn: string };
  readonly "answer-time-too-short": { readonly count: number; readonly unit: string; readonly given: number; readonly givenUnit: string };
  readonly "too-few-officers": { readonly kind: "step" | "consent"; readonly officers: number; readonly needed: number } & OfStep;
  readonly "officer-recused": { readonly kind: "step" | "chair"; readonly officer: string };
  readonly "hearing-open": OfStep & Possible;
  readonly "no-hearing": ({ readonly kind: "notAsked" } & Possible) | { readonly kind: "notGiven"; readonly procedure: string };
  readonly "consent-missing": ({ readonly kind: "begins" | "noSuperior" } & OfStep) | ({ readonly kind: "awaited"; readonly superior: string; readonly on: string } & OfStep);
  readonly "consent-refused": ({ readonly kind: "step"; readonly superior: string; readonly on: string; readonly reason: string } & OfStep) | ({ readonly kind: "listing"; readonly on: string } & OfStep);
  readonly "consent-not-asked": { readonly procedure: string; readonly step: string; readonly names?: Names };
  readonly "review-missing": { readonly on: string } & OfStep;
  readonly "statement-missing":
    | ({ readonly kind: "words"; readonly missing: string; readonly words: readonly string[] } & OfStep)
    | ({ readonly kind: "text"; readonly missing: SaidOfStep } & OfStep)
    | ({ readonly kind: "application" | "decision" | "consent"; readonly missing: string } & OfStep)
    | { readonly kind: "conditions" | "withdrawal" | "removal" | "stay" | "stayEnd" | "recusal" | "recusalPost" | "recusalReason" | "measure" | "execution"; readonly missing: string }
    | { readonly kind: "effect"; readonly missing: "effect"; readonly effects: readonly string[] }
    | { readonly kind: "case"; readonly missing: "facts and basis of the notice" | "means of service" | "reasons" }
    | { readonly kind: "field"; readonly field: string; readonly names: Names };
  readonly "consequence-unknown": { readonly kind: "told"; readonly measure: string } | { readonly kind: "decided"; readonly measure: string; readonly on: string };
  readonly "days-out-of-order":
    | { readonly kind: "before"; readonly day: string; readonly notBefore: string; readonly what: Dated | { readonly names: Names } }
    | { readonly kind: "ahead"; readonly day: string; readonly notAfter: string; readonly what: Dated | { readonly names: Names } }
    | { readonly kind: "effect"; readonly decidedOn: string; readonly effectiveFrom: string; readonly publishedFrom: string }
    | { readonly kind: "case"; readonly days: readonly string[] };
  readonly "criteria-not-met": { readonly kind: "records"; readonly list: string; readonly governingDay: string; readonly criteria: readonly { readonly id: string; readonly names: Names }[] } | { readonly kind: "decision"; readonly list: string };
  readonly "no-substitute": { readonly kind: "means"; readonly means: string } | { readonly kind: "case" };
  readonly "outcome-not-in-law":
    | { readonly kind: "decision"; readonly outcome: string; readonly outcomes: readonly string[] }
    | { readonly kind: "choice"; readonly choice: "apply" | "decline"; readonly measure: string; readonly on: string; readonly force?: string; readonly may?: "apply" | "decline" }
    | { readonly kind: "effect"; readonly effect: string; readonly measure: string; readonly effects: readonly string[] };
  readonly "list-not-published": { readonly list: string };
  readonly "region-outside-list": { readonly region: string; readonly list: string; readonly regions: readonly string[] };
  readonly "exit-not-in-law": { readonly act: string; readonly list: string; readonly ways: readonly WaySaid[] };
  readonly "exit-not-named": { readonly act?: string; readonly list?: string; readonly ways: readonly WaySaid[] };
  readonly "exit-not-open": { readonly kind: "removal"; readonly earliest: string; readonly on: string; readonly act: string } | { readonly kind: "application"; readonly earliest: string; readonly on: string };
  readonly "not-retroactive": { readonly act: string };
  readonly "not-ours": { readonly kind: "nobody"; readonly about: Thing } | { readonly kind: "asked" | "granted"; readonly listing: string };
  readonly "too-late": ({ readonly kind: "opening"; readonly lastDay: string; readonly on: string } & OfStep) | ({ readonly kind: "step"; readonly lastDay: string } & OfStep & OpenSteps);
  readonly "wrong-party":
    | { readonly kind: "otherCase" | "otherFile" | "otherOpening"; readonly file: string }
    | { readonly kind: "otherThing"; readonly file: string; readonly files: readonly string[] }
    | { readonly kind: "office"; readonly step: string }
    | ({ readonly kind: "step"; readonly by: Party } & OfStep)
    | ({ readonly kind: "consent" } & OfStep)
    | { readonly kind: "opener"; readonly by: Party }
    | { readonly kind: "purpose"; readonly purpose: string; readonly about: Thing; readonly things: readonly Thing[] }
    | { readonly kind: "mask"; readonly about: Thing };
  readonly "nothing-to-appeal": { readonly kind: "noAction" | "withdrawn" | "granted"; readonly matter: string };
  readonly "step-unknown": { readonly kind: "begin"; readonly procedure: string; readonly by: Party; readonly first?: StepSaid } | ({ readonly kind: "step"; readonly step: string; readonly procedure: string } & OpenSteps);
  readonly "duty-not-missed": { readonly kind: "none"; readonly file: string } | { readonly kind: "runs"; readonly lastDay: string; readonly year: number };
  readonly "outcome-missing": { readonly outcomes: readonly string[] } & OfStep;
  readonly "no-stay": { readonly kind: "nothing"; readonly about: Thing } | { readonly kind: "noneRuns" } | { readonly kind: "mask"; readonly from: string };
  readonly "stay-running": { readonly from: string };
  readonly "nothing-repairable": { readonly exit?: string; readonly ways: readonly WaySaid[] };
  readonly "field-unknown":
    | ({ readonly kind: "nothing"; readonly field: string } & OfStep)
    | { readonly kind: "type"; readonly type: string }
    | { readonly kind: "name"; readonly field: string; readonly fields: readonly { readonly name: string; readonly names: Names }[] }
    | { readonly kind: "value"; readonly field: string; readonly names: Names; readonly takes: string; readonly choices: readonly string[] };
  readonly "case-not-complete": { readonly kind: "state"; readonly state: CaseState } | { readonly kind: "outcome"; readonly outcome: string };
  readonly "history-broken": { readonly kind: "case" | "listing"; readonly event: string };
};
