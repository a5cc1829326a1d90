// What Chinese pages say of refusals, problems and findings: every code and kind there is, from facts the compiler holds to the domain's own.
// Each whole message is Chinese, names every figure, day and id of its facts, and leaves no Latin sentence on the page.
import { describe, expect, it } from "vitest";
import { CASE_REFUSALS, type Refusal, type RefusalFacts } from "../../domain/cases/index.ts";
import { ATTACHMENT_FINDING_CODES, SHEET_FINDING_CODES } from "../../intake/index.ts";
import type { ProblemFacts } from "../../service/index.ts";
import { markup } from "./html.ts";
import { findings } from "./parts/notices.ts";
import { viewOf } from "./parts/view.ts";
import { sayingOf, whyNot, wrongBox } from "./parts/wrong.ts";
import { findingsZh, problemsZh } from "./problems-zh.ts";
import { findingZh, saidZh } from "./said-zh.ts";
import type { Frame } from "./view-models.ts";

type Code = keyof RefusalFacts;
type KindOf<F> = F extends { readonly kind: infer K extends string } ? K : "only";
type OfKind<F, K> = F extends { readonly kind: infer Q } ? (K extends Q ? Omit<F, "kind"> : never) : F;
/** One sample of every kind of every code: what is missing does not compile. */
type Samples = { readonly [C in Code]: { readonly [K in KindOf<RefusalFacts[C]>]: OfKind<RefusalFacts[C], K> } };

const NAMES = { en: "Decision", zh: "决定书" };
const STEP = { step: "decision", names: NAMES };
const possible = ["WithdrawProposal"];
const open = [{ id: "answer", names: { en: "Answer", zh: "答复书" }, by: "office" as const }];
const ways = [{ exit: "repair", names: { en: "Repair", zh: "轻微失信修复" }, act: "repair", earliest: "2027-03-16" }];
const [LIST, PROCEDURE, OFFICE, MEASURE, LAW] = ["t:list", "t:procedure", "t:market", "t:measure", "t:statute"];
const [A, B, C] = ["2026-03-04", "2026-03-13", "2026-03-14"];
const [M, N, FILE] = ["m.101", "m.202", "P00000018"];

const SAMPLES: Samples = {
  "list-unknown": { named: { list: "t:gone", on: A }, removing: { list: LIST } },
  "list-not-in-force": { only: { list: LIST, on: A } },
  "list-not-kept": { only: { list: LIST } },
  "no-procedure": { none: { list: LIST }, notInForce: { list: LIST, on: A, procedure: PROCEDURE }, doesNotSpeak: { procedure: PROCEDURE, speaking: ["t:other"] }, noneSpeaks: { purposes: "repair, removal", on: A }, noSteps: { procedure: PROCEDURE, on: A }, gone: { procedure: "t:gone" } },
  "procedure-incomplete": { only: { lacking: "time to answer", procedure: PROCEDURE } },
  "no-basis": { list: { list: LIST, on: A }, notStated: { own: [LAW] }, notInForce: { instrument: "t:old", on: A, own: [LAW] }, foreign: { list: LIST, own: [LAW] } },
  "no-end": { notStated: { governingDay: A, list: LIST }, notPublished: { list: LIST }, noLength: { list: LIST } },
  "no-exit": { only: { list: LIST } },
  "day-of-act-unknown": { criteria: { list: LIST }, end: { list: LIST }, procedure: { procedure: PROCEDURE } },
  "wrong-authority": {
    list: { authority: "t:tax", owner: OFFICE, list: LIST }, decided: { authority: "t:tax", owner: OFFICE, list: LIST }, removal: { authority: "t:tax", owner: OFFICE, list: LIST, act: "repair", deciders: [OFFICE] }, measure: { authority: "t:tax", owner: OFFICE, measure: MEASURE },
    opening: { office: FILE, officeNames: NAMES }, case: { office: FILE }, step: { ...STEP, office: FILE, appeal: true }, consent: { ...STEP, office: FILE, procedure: PROCEDURE },
  },
  "other-matter": { only: { matter: M, asked: N, command: "DecideListing" } },
  "step-skipped": { notOpened: { step: "TakeStep" }, notBegun: { step: "IssueNotice", possible }, notOnRecord: { ...STEP, skipped: "service", skippedNames: { en: "Service", zh: "送达书" }, state: "noticed", possible }, notYet: { ...STEP, state: "proposed", possible }, noListing: { state: "served", possible }, waits: { ...STEP, skipped: "answer", waits: open, open } },
  "already-done": {
    begun: { matter: M, possible }, opened: { matter: M }, answer: { step: "defence", possible }, consent: { ...STEP, given: false, on: A }, stepOnRecord: { ...STEP, state: "served", possible }, onRecord: { step: "notice", what: "notice", state: "served", possible }, removed: { removedOn: A, act: "repair", retroactive: false }, recused: { officer: "handler-1" }, notJoined: {}, recordAnnulled: { record: "r.1" }, recordRepaired: { record: "r.1", on: A },
    listingAnnulled: { listing: "l.1" }, listingRemoved: { listing: "l.1", on: A }, appealAnnulled: { matter: M }, runs: { matter: M, since: A }, reported: { year: 2025, on: A }, taken: { ...STEP, on: A, automatic: true, open },
  },
  "case-closed": { listing: { state: "decided", possible: [] }, noListing: { state: "withdrawn", possible: [] }, consent: { ...STEP, state: "decided", possible }, ended: { removedOn: A }, withdrawn: { withdrawnOn: A }, decided: { phase: "granted", open: [] }, stay: { phase: "refused" }, otherWay: { ...STEP, phase: "granted", open } },
  "answer-window-open": { waits: { until: C, provisional: true, lastDay: B, possible }, early: { until: C, lastDay: B, decidedOn: A } },
  "answer-time-too-short": { only: { count: 5, unit: "workingDays", given: 4, givenUnit: "days" } },
  "too-few-officers": { step: { ...STEP, officers: 1, needed: 2 }, consent: { ...STEP, officers: 0, needed: 1 } },
  "officer-recused": { step: { officer: "handler-1" }, chair: { officer: "handler-1" } },
  "hearing-open": { only: { ...STEP, possible } },
  "no-hearing": { notAsked: { possible }, notGiven: { procedure: PROCEDURE } },
  "consent-missing": { begins: STEP, noSuperior: STEP, awaited: { ...STEP, superior: FILE, on: A } },
  "consent-refused": { step: { ...STEP, superior: FILE, on: A, reason: "证据不足" }, listing: { ...STEP, on: A } },
  "consent-not-asked": { only: { ...STEP, procedure: PROCEDURE } },
  "review-missing": { only: { ...STEP, on: A } },
  "statement-missing": {
    words: { ...STEP, missing: "facts, remedies", words: ["facts", "remedies"] }, text: { ...STEP, missing: "means of service" }, application: { ...STEP, missing: "statement" }, decision: { ...STEP, missing: "reasons" }, consent: { ...STEP, missing: "reason" }, conditions: { missing: "conditions" }, withdrawal: { missing: "reason" }, removal: { missing: "reasons" }, stay: { missing: "reason" },
    stayEnd: { missing: "reason" }, recusal: { missing: "officer, reason" }, recusalPost: { missing: "officer" }, recusalReason: { missing: "reason" }, measure: { missing: "reasons" }, execution: { missing: "reasons" }, effect: { missing: "effect", effects: ["deny", "restrict"] }, case: { missing: "reasons" }, field: { field: "amount", names: { en: "Amount", zh: "罚款金额" } },
  },
  "consequence-unknown": { told: { measure: "t:gone" }, decided: { measure: "t:gone", on: A } },
  "days-out-of-order": { before: { day: A, notBefore: B, what: "a notice" }, ahead: { day: B, notAfter: A, what: { names: NAMES } }, effect: { decidedOn: A, effectiveFrom: B, publishedFrom: C }, case: { days: [B, A] } },
  "criteria-not-met": { records: { list: LIST, governingDay: A, criteria: [{ id: "heavy", names: { en: "Heavy penalty", zh: "较重处罚" } }] }, decision: { list: LIST } },
  "no-substitute": { means: { means: "挂号信" }, case: {} },
  "outcome-not-in-law": { decision: { outcome: "listed", outcomes: ["noAction"] }, choice: { choice: "apply", measure: MEASURE, on: A, force: "mandatory-unless-declined", may: "decline" }, effect: { effect: "deny", measure: MEASURE, effects: ["restrict"] } },
  "list-not-published": { only: { list: LIST } },
  "region-outside-list": { only: { region: "110000", list: LIST, regions: ["420000"] } },
  "exit-not-in-law": { only: { act: "repair", list: LIST, ways } },
  "exit-not-named": { only: { ways } },
  "exit-not-open": { removal: { earliest: B, on: A, act: "repair" }, application: { earliest: B, on: A } },
  "not-retroactive": { only: { act: "repair" } },
  "not-ours": { nobody: { about: "record" }, asked: { listing: "l.1" }, granted: { listing: "l.1" } },
  "too-late": { opening: { ...STEP, lastDay: A, on: B }, step: { ...STEP, lastDay: A, open } },
  "wrong-party": { otherCase: { file: FILE }, otherFile: { file: FILE }, otherOpening: { file: FILE }, otherThing: { file: FILE, files: ["P00000026"] }, office: { step: "DecideListing" }, step: { ...STEP, by: "office" }, consent: STEP, opener: { by: "organisation" }, purpose: { purpose: "appeal", about: "record", things: ["matter"] }, mask: { about: "join" } },
  "nothing-to-appeal": { noAction: { matter: M }, withdrawn: { matter: M }, granted: { matter: M } },
  "step-unknown": { begin: { procedure: PROCEDURE, by: "organisation", first: { id: "answer", names: { en: "Answer", zh: "答复书" }, by: "office" } }, step: { step: "dance", procedure: PROCEDURE, open } },
  "duty-not-missed": { none: { file: FILE }, runs: { lastDay: A, year: 2025 } },
  "outcome-missing": { only: { ...STEP, outcomes: ["granted", "refused"] } },
  "no-stay": { nothing: { about: "join" }, noneRuns: {}, mask: { from: A } },
  "stay-running": { only: { from: A } },
  "nothing-repairable": { only: { exit: "term", ways } },
  "field-unknown": { nothing: { ...STEP, field: "amount" }, type: { type: "t:gone" }, name: { field: "sum", fields: [{ name: "amount", names: { en: "Amount", zh: "罚款金额" } }] }, value: { field: "amount", names: { en: "Amount", zh: "罚款金额" }, takes: "choice", choices: ["fine"] } },
  "case-not-complete": { state: { state: "served" }, outcome: { outcome: "noAction" } },
  "history-broken": { case: { event: "NoticeServed on a proposed case" }, listing: { event: "NoticeServed on a proposed case" } },
};

/** What the words need not repeat: it stands beside them, or is said by its name. */
const SAID_OTHERWISE = new Set(["step", "skipped", "listing", "file", "state", "unit", "givenUnit", "act", "effect", "outcome", "choice", "force", "may", "by", "about", "phase", "what", "missing", "lacking", "purposes", "purpose", "field", "takes", "exit", "command", "until", "automatic", "provisional", "retroactive", "appeal", "given", "list", "procedure", "authority", "owner", "measure", "instrument", "officer"]);
const MAY_LACK = new Set(["not-ours", "nothing-to-appeal", "already-done appealAnnulled", "criteria-not-met", "wrong-party", "duty-not-missed none"]);

const law = Object.fromEntries([[LIST, "失信名单"], [PROCEDURE, "列入程序"], [OFFICE, "市场监管总局"], ["t:tax", "税务总局"], [MEASURE, "限制投标"], [LAW, "监督条例"], ["t:other", "异议程序"]].map(([id = "", zh = ""]) => [id, { names: { en: `English of ${id}`, zh }, kind: "list" as const }]));
const frame: Frame = { language: "zh", origin: "http://localhost", path: "/desk", query: {}, register: { name: { en: "Register", zh: "登记册" } }, law, posts: { "handler-1": { en: "First handler", zh: "经办人一" } } };
const view = viewOf(frame);
const say = sayingOf(view);

/** Two Latin words in a row are a sentence of another language; marks of code, units and kinds of files are none. */
function latin(text: string): readonly string[] {
  const plain = text.replaceAll(/<code[^>]*>.*?<\/code>/g, "").replaceAll(/<[^>]+>/g, " ").replaceAll(/10 MB|UTF-8|PDF|PNG|JPEG/g, "");
  return plain.match(/[A-Za-z]{2,}/g) ?? [];
}

/** Built here of typed facts and a code of its own; the decider's own refusals have the same type. */
const REFUSALS = Object.entries(SAMPLES).flatMap(([code, kinds]) => Object.entries(kinds).map(([kind, facts]) => ({ code, kind, refusal: { code, citation: "cases R1", message: "the register's own words", facts: kind === "only" ? facts : { kind, ...facts } } as Refusal })));

describe("a refusal on a Chinese page", () => {
  it("has words for every code there is", () => expect(Object.keys(SAMPLES).toSorted()).toEqual([...CASE_REFUSALS].toSorted()));

  it.each(REFUSALS.map((each) => [`${each.code} ${each.kind}`, each] as const))("is whole and Chinese: %s", (title, { code, refusal }) => {
    const said = saidZh({ code, refusal }, say);
    const whole = `${said?.message ?? ""}${said?.possible ?? ""}`;
    expect(said?.message).toMatch(/^[^\s].{7,}。$/u);
    expect(whole).not.toMatch(/undefined|NaN|\[object|English of|“”|：。|（）/);
    const missing = Object.entries(refusal.facts).filter(([name, value]) => !SAID_OTHERWISE.has(name) && (typeof value === "string" || typeof value === "number") && name !== "kind" && !whole.includes(String(value)));
    expect(MAY_LACK.has(code) || MAY_LACK.has(title) ? [] : missing).toEqual([]);
    const page = markup(wrongBox(view, { code, message: refusal.message, remedy: "The law does not allow this.", citation: refusal.citation, refusal }));
    expect(latin(page)).toEqual([]);
    expect(latin(markup(whyNot(view, { code, message: refusal.message, citation: refusal.citation, refusal })))).toEqual([]);
  });

  it("stands with the articles of the law behind its citation, in the language of the page", () => {
    const wrong = { code: "hearing-open", message: "hold it first", remedy: "Not now.", citation: `${PROCEDURE}#hearing`, articles: [{ instrument: LAW, article: "Art. 12" }, { instrument: "t:tax" }] };
    const links = (language: "en" | "zh") => [...markup(wrongBox(viewOf({ ...frame, language }), wrong)).matchAll(/<a href="[^"]*">(.*?)<\/a>/g)].map(([, words = ""]) => words.replaceAll(/<[^>]+>/g, ""));
    expect(links("zh")).toEqual(["列入程序", "监督条例第12条", "税务总局"]);
    expect(links("en")).toEqual(["English of t:procedure", "English of t:statute, Art. 12", "English of t:tax"]);
  });

  it("names entries of the law by their Chinese names, steps and ways out too", () => {
    const words = REFUSALS.map(({ code, refusal }) => saidZh({ code, refusal }, say)?.message ?? "").join("");
    for (const name of ["“失信名单”", "“列入程序”", "“市场监管总局”", "“税务总局”", "“限制投标”", "“监督条例”", "决定书", "轻微失信修复", "“经办人一”", "罚款金额", "较重处罚"]) expect(words).toContain(name);
  });
});

const FACTS: { readonly [K in ProblemFacts["kind"]]: Extract<ProblemFacts, { readonly kind: K }> } = {
  day: { kind: "day", text: "2026-02-30" }, span: { kind: "span", from: A, until: B }, office: { kind: "office", office: FILE }, officer: { kind: "officer", officer: "nobody", posts: [{ en: "First handler", zh: "经办人一" }] }, case: { kind: "case", matter: M }, attachment: { kind: "attachment", attachment: "a.1" }, letter: { kind: "letter", matter: M, position: 60 },
  letterAddress: { kind: "letterAddress" }, alertForm: { kind: "alertForm" }, alertHttp: { kind: "alertHttp" }, alertPrivate: { kind: "alertPrivate" }, alertThere: { kind: "alertThere" }, alertMany: { kind: "alertMany" }, alertNotOn: { kind: "alertNotOn" }, alertMail: { kind: "alertMail" }, alertNotStopped: { kind: "alertNotStopped" }, toldLetter: { kind: "toldLetter", sequence: 12 }, toldLetterAddress: { kind: "toldLetterAddress" }, notToGo: { kind: "notToGo" }, file: { kind: "file", file: FILE }, code: { kind: "code", code: "91" }, name: { kind: "name", name: "某公司", near: true }, names: { kind: "names", name: "某公司", count: 3 }, list: { kind: "list", list: "t:gone" }, draft: { kind: "draft", file: FILE, list: LIST }, notAsked: { kind: "notAsked" }, notMissing: { kind: "notMissing" },
  release: { kind: "release", release: "removed:l.1", consumer: OFFICE }, consumer: { kind: "consumer", authority: "t:tax", consumer: OFFICE }, noFiles: { kind: "noFiles" }, noOutcome: { kind: "noOutcome" }, noRelease: { kind: "noRelease" }, contradicted: { kind: "contradicted" }, noAddress: { kind: "noAddress" }, action: { kind: "action", action: "Dance" }, fileSize: { kind: "fileSize", name: "单据" },
  files: { kind: "files" }, over: { kind: "over", limits: ["text", "files", "fileSize"] }, text: { kind: "text", field: "facts" }, purpose: { kind: "purpose" }, purposeWords: { kind: "purposeWords", most: 200 }, period: { kind: "period", from: A, until: B }, periodToCome: { kind: "periodToCome", until: B, on: A },
  misfit: { kind: "misfit", name: "sheet.xlsx", template: LIST }, strict: { kind: "strict", name: "sheet.xlsx", findings: 3 }, notYours: { kind: "notYours", template: LIST },
  measure: { kind: "measure", measure: MEASURE, organisation: "临渚舫铎家具有限公司", on: A }, triggers: { kind: "triggers", measure: MEASURE, organisation: "临渚舫铎家具有限公司" },
};

describe("a problem on a Chinese page", () => {
  it.each(Object.keys(problemsZh))("has a sentence for its code: %s", (code) => {
    const said = saidZh({ code }, say);
    expect([said?.message, said?.remedy].every((text) => /^[^\s].{4,}。$/u.test(text ?? ""))).toBe(true);
    expect(latin(markup(wrongBox(view, { code, message: "the register's own words", remedy: "Do otherwise." })))).toEqual([]);
  });

  it.each(Object.values(FACTS).map((facts) => [facts.kind, facts] as const))("is whole where it says what it is made of: %s", (_kind, facts) => {
    const page = markup(wrongBox(view, { code: "input-invalid", message: "the register's own words", remedy: "Do otherwise.", facts }));
    expect(latin(page)).toEqual([]);
    for (const [name, value] of Object.entries(facts)) if (name !== "kind" && typeof value !== "object" && typeof value !== "boolean" && !(String(value) in law)) expect(page.replaceAll(/datetime="([^"]*)"/g, "$1")).toContain(String(value));
  });
});

describe("a finding on a Chinese page", () => {
  it("of a file or a field has its words", () => {
    for (const code of [...ATTACHMENT_FINDING_CODES, ...SHEET_FINDING_CODES, "name-missing", "natural-person", "row-held", "day-not-read", "integer-not-read", "amount-not-read", "amount-too-fine", "amount-too-large"]) expect(Object.keys(findingsZh)).toContain(code);
  });

  it.each(Object.keys(findingsZh))("is Chinese with its figures: %s", (code) => {
    const facts = { bytes: 12345678, files: 7, kind: "GIF", type: "application/pdf", ending: "png", proper: "pdf", text: "twelve", fieldZh: "罚款金额" };
    const page = markup(findings(view, [{ code, at: "Amount", message: "the register's own words", remedy: "Do otherwise.", facts }]));
    expect(latin(page)).toEqual([]);
    expect(findingZh({ code, at: "Amount", facts })?.at).toBe("罚款金额");
  });
});
