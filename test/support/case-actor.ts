// Case actor: a random office or organisation that takes whatever step is open to it in any case of a register, and now and then one that is
// not. What is open is asked of the pages' own verbs, so that what a page offers and what the verb does are held against each other.
import { expect } from "vitest";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { parseAttachmentId, type AttachmentId, type FileNumber, type LawId } from "../../src/domain/terms/index.ts";
import type { Attachment, CaseAbout, FieldValues, StepOutcome } from "../../src/domain/events/index.ts";
import type { DecisionOutcome, Field } from "../../src/domain/rules/index.ts";
import { mayAcknowledge, mayList, type GiveConsent } from "../../src/domain/cases/index.ts";
import { replay, type OpenOffice } from "../../src/domain/register/index.ts";
import {
  acknowledgeRelease, actOnCase, actOnProcedure, assessOrganisations, caseView, joinFiles, openCases, organisationDesk, queueOf, today, type Asking, type Ask, type CaseAction, type CaseCommand, type CaseView, type Problem, type ProcedureAsk, type Registry,
} from "../../src/service/index.ts";

export interface Play {
  readonly registry: Registry;
  readonly offices: readonly OpenOffice[];
  readonly organisations: readonly FileNumber[];
  readonly random: RandomGenerator;
  /** How often each kind of thing was done, and refused. */
  readonly done: Map<string, number>;
}

export function between({ random }: Play, low: number, high: number): number {
  return uniformInt(random, low, high);
}

export function oneOf<T>(play: Play, values: readonly T[]): T | undefined {
  return values.length === 0 ? undefined : values[between(play, 0, values.length - 1)];
}

function did({ done }: Play, what: string): void {
  done.set(what, (done.get(what) ?? 0) + 1);
}

const POSTS = ["handler-1", "handler-2", "reviewer", "head"];

/** One thing somebody does. */
export async function actOnce(play: Play): Promise<void> {
  const choice = between(play, 1, 100);
  if (choice <= 9) return propose(play);
  if (choice <= 70) return stepInSomeCase(play);
  if (choice <= 84) return ask(play);
  if (choice <= 91) return openAsOffice(play);
  if (choice <= 98) return acknowledge(play);
  return join(play);
}

/** An office proposes a listing whose criteria are met; another one tries to, and may not. */
async function propose(play: Play): Promise<void> {
  const { registry, offices } = play;
  const [assessed] = await assessOrganisations(registry, play.organisations.filter((file) => file === oneOf(play, play.organisations)).slice(0, 1), today(registry));
  const met = oneOf(play, (assessed?.assessments ?? []).filter(({ truth, listed, list }) => truth === "true" && !listed && registry.rulebook.get("list", list)?.holds === "kept"));
  const list = met === undefined ? undefined : registry.rulebook.get("list", met.list);
  const office = oneOf(play, offices);
  if (assessed === undefined || list === undefined || office === undefined) return;
  const may = offices.filter(({ authority }) => mayList(registry.rulebook, list, authority, today(registry)));
  const right = between(play, 1, 8) === 1 ? office : oneOf(play, may);
  if (right === undefined) return;
  const acted = await actOnCase(registry, { by: right.file, officers: POSTS.slice(0, 2), command: { type: "ProposeListing", file: assessed.file, list: list.id, facts: "在册记录表明符合条件" } });
  if (!may.includes(right)) expectRefused(play, acted);
  else {
    // A list whose law lacks an End, a way out or a procedure on this day is not begun; anything else is.
    if (!acted.ok) expect(acted.error.code, acted.error.message).toBe("refused");
    did(play, acted.ok ? "ProposeListing" : "not begun");
  }
}

/** Any step of any case, open or closed, by its office, the one above, its organisation, or a stranger. */
async function stepInSomeCase(play: Play): Promise<void> {
  const { registry } = play;
  const matters = [...new Set((await registry.ledger.read({ types: ["ListingProposed", "CaseOpened"] })).flatMap(({ matter }) => matter ?? []))];
  // Open cases are looked at more often than closed ones.
  const matter = between(play, 1, 4) === 1 ? oneOf(play, matters) : (oneOf(play, (await openCases(registry)).map((each) => each.matter)) ?? oneOf(play, matters));
  if (matter === undefined) return;
  const keeper = await caseView(registry, { kind: "keeper" }, matter);
  if (!keeper.ok) throw new Error(`a case that is on file can be shown: ${keeper.error.message}`);
  const viewer = viewerOf(play, keeper.value);
  const view = viewer === undefined ? undefined : await caseView(registry, viewer, matter);
  if (viewer === undefined || view === undefined || !view.ok) return;
  const wanted = between(play, 1, 7) > 1;
  const actions = view.value.actions.filter(({ allowed }) => allowed === wanted);
  // Mostly a case goes on; withdrawals, stays and recusals are the exception.
  const onward = actions.filter(({ action }) => !ASIDE.includes(action));
  const action = oneOf(play, onward.length > 0 && between(play, 1, 8) > 1 ? onward : actions);
  if (action !== undefined) await take(play, view.value, viewer, action);
}

const ASIDE: readonly CaseAction["action"][] = ["WithdrawCase", "WithdrawProposal", "Recuse", "RecuseOfficer", "OrderStay", "EndStay"];

function viewerOf(play: Play, { office, superior, organisation, consent }: CaseView): Asking | undefined {
  // What waits for the office above mostly goes there.
  if (consent?.state === "awaited" && consent.superior !== null && between(play, 1, 2) === 1) return { kind: "office", office: consent.superior.file, officers: POSTS.slice(0, 2) };
  const who = between(play, 1, 10);
  if (who <= 4) return { kind: "organisation", file: organisation.file };
  const file = who <= 8 ? office?.file : superior?.file;
  return file === undefined ? undefined : { kind: "office", office: file, officers: POSTS.slice(0, 2) };
}

async function take(play: Play, view: CaseView, viewer: Asking, action: CaseAction): Promise<void> {
  const { registry } = play;
  const before = await registry.ledger.head();
  const officers = POSTS.filter((post) => !view.recused.includes(post)).slice(0, Math.max(2, action.asks.officers));
  const evidence = between(play, 1, 6) === 1 ? evidenceOf(registry) : undefined;
  const beside = { ...besideOf(action, registry), ...(evidence === undefined || action.action === "DecideListing" ? {} : { attachments: evidence.attachments }) };
  const contents = evidence === undefined ? {} : { contents: evidence.contents };
  const procedure = procedureAsk(play, view, action, beside, officers);
  const acted = procedure !== undefined
    ? await actOnProcedure(registry, { by: viewer.kind === "office" ? { ...viewer, officers } : viewer, command: procedure, ...(procedure.type === "TakeStep" ? contents : {}) })
    : await actOnCase(registry, {
      by: viewer.kind === "office" ? viewer.office : (view.office?.file ?? ""), officers: viewer.kind === "office" ? officers : [], command: listingCommand(play, view, action, beside),
      ...(viewer.kind === "organisation" ? { organisation: viewer.file } : {}), ...(action.action === "ReceiveDefence" ? contents : {}),
    });
  const words = `${action.action} ${action.step ?? ""} of ${view.procedure ?? ""} (${view.matter}), state ${view.state}`;
  // Who stood back once cannot stand back again.
  const again = (action.action === "Recuse" || action.action === "RecuseOfficer") && view.recused.length > 0;
  if (action.allowed && !again) {
    expect(acted.ok ? "taken" : acted.error.message, words).toBe("taken");
    did(play, action.action === "TakeStep" ? `${view.purpose}: ${action.step ?? ""}` : action.action);
  } else {
    expectRefused(play, acted, words);
    expect(await registry.ledger.head()).toBe(before);
  }
}

function besideOf({ asks }: CaseAction, registry: Registry): Pick<Extract<ProcedureAsk, { type: "TakeStep" }>, "statements" | "legalReview"> {
  const on = today(registry);
  return {
    statements: Object.fromEntries([...asks.states, "remedies"].map((word) => [word, "见文书正文"])),
    ...(asks.legalReview ? { legalReview: { on } } : {}),
  };
}

function procedureAsk(play: Play, view: CaseView, action: CaseAction, beside: object, officers: readonly string[]): ProcedureAsk | undefined {
  const { matter } = view;
  if (view.kind === "listing") return undefined;
  switch (action.action) {
    case "TakeStep": {
      const outcome = oneOf(play, action.asks.outcomes) as StepOutcome | undefined;
      const path = view.path.find(({ step }) => step === action.step);
      return {
        type: "TakeStep", matter, step: action.step ?? "", statement: "理由成立与否见正文", ...beside, ...(outcome === undefined ? {} : { outcome }),
        ...(action.asks.fields.length === 0 ? {} : { fields: filled(play, action.asks.fields) }), ...(path?.kind === "decision" && view.about?.kind === "listing" && between(play, 1, 3) === 1 ? { fromNowOn: true } : {}),
      };
    }
    case "GiveConsent":
      return consentTo(play, view, action);
    case "WithdrawCase":
    case "OrderStay":
    case "EndStay":
      return { type: action.action, matter, reason: "见正文" };
    case "Recuse":
      return { type: "Recuse", matter, officer: view.recused.length > 0 ? (view.recused[0] ?? "") : (officers.at(-1) ?? ""), reason: "有利害关系" };
    default:
      return undefined;
  }
}

/** The office above mostly consents. */
function consentTo(play: Play, { matter }: CaseView, { step = "" }: Pick<CaseAction, "action" | "step">): GiveConsent {
  const given = between(play, 1, 4) > 1;
  return { type: "GiveConsent", matter, step, given, ...(given ? {} : { reason: "理由不足" }) };
}

/** A listing step as a form would hand it in. */
function listingCommand(play: Play, view: CaseView, { action, asks, step }: CaseAction, beside: object): CaseCommand {
  const { matter } = view;
  const { rulebook } = play.registry;
  const on = today(play.registry);
  const list = view.list === null ? undefined : rulebook.get("list", view.list);
  const inForce = (id: LawId): boolean => rulebook.on(on).find(id) !== undefined;
  const basis = (list?.basis ?? []).filter(({ instrument }) => inForce(instrument)).map(({ instrument }) => ({ instrument }));
  const proposers = view.entries.find(({ type }) => type === "ListingProposed")?.acting ?? [];
  switch (action) {
    case "IssueNotice":
      return { type: action, matter, facts: "事实", basis, consequences: rulebook.on(on).all("measure").filter(({ trigger }) => trigger.kind === "list" && trigger.lists.some((each) => each === view.list)).map(({ id }) => id), ...beside };
    case "RecordService":
      return { type: action, matter, means: "邮寄送达", failed: between(play, 1, 5) === 1 };
    case "ReceiveDefence":
      return { type: action, matter, statement: `陈述申辩 ${between(play, 1, 1_000_000)}`, hearing: hasHearing(view) && between(play, 1, 2) === 1, ...beside };
    case "HoldHearing":
      return { type: action, matter, chair: POSTS.find((post) => !proposers.includes(post) && !view.recused.includes(post)) ?? "", attended: between(play, 1, 4) > 1, minutes: "听证笔录" };
    case "DecideListing": {
      const outcome = (between(play, 1, 3) > 1 && asks.outcomes.includes("listed") ? "listed" : oneOf(play, asks.outcomes) ?? "listed") as DecisionOutcome;
      return { type: action, matter, outcome, reasons: "理由", basis, ...(outcome === "conditional" ? { conditions: ["整改"] } : {}), ...beside };
    }
    case "GiveConsent":
      return consentTo(play, view, { action, ...(step === undefined ? {} : { step }) });
    case "WithdrawProposal":
      return { type: action, matter, reason: "撤回" };
    case "RecuseOfficer":
      return { type: action, matter, officer: view.recused[0] ?? "handler-2", reason: "有利害关系" };
    default:
      return { type: "RemoveListing", matter, act: "annulment", reasons: "列入有误", ...beside };
  }
}

function hasHearing(view: CaseView): boolean {
  return view.path.some(({ kind }) => kind === "hearing");
}

/** An organisation asks what its desk offers, or what it does not; another's things it may not ask about at all. */
async function ask(play: Play): Promise<void> {
  const { registry } = play;
  const file = oneOf(play, play.organisations);
  const desk = file === undefined ? undefined : await organisationDesk(registry, file);
  if (desk === undefined || !desk.ok) throw new Error("an organisation has a desk");
  const asks = desk.value.asks.filter(({ purpose }) => purpose !== "commitment" || between(play, 1, 4) === 1);
  const wanted = between(play, 1, 6) > 1;
  const asked = oneOf(play, asks.filter(({ allowed }) => allowed === wanted));
  if (asked === undefined) return;
  const stranger = between(play, 1, 12) === 1 ? oneOf(play, play.organisations.filter((other) => !desk.value.files.includes(other))) : undefined;
  const acted = await actOnProcedure(registry, { by: { kind: "organisation", file: stranger ?? desk.value.file }, command: askCommand(play, desk.value.file, asked) });
  const words = `${asked.purpose} about ${JSON.stringify(asked.about)} under ${asked.procedure ?? ""}`;
  if (asked.allowed && stranger === undefined) {
    expect(acted.ok ? "opened" : acted.error.message, words).toBe("opened");
    did(play, `open ${asked.purpose} about ${asked.about.kind}`);
  } else expectRefused(play, acted, words);
}

function askCommand(play: Play, file: FileNumber, { about, purpose, exit, fields }: Ask): Extract<ProcedureAsk, { type: "OpenCase" }> {
  const values = filled(play, fields);
  return {
    type: "OpenCase", file, about, purpose, statement: "请求与理由", ...(exit === undefined ? {} : { exit: exit.exit }),
    ...(fields.length === 0 ? {} : { fields: purpose === "annual-report" ? { ...values, year: Number(today(play.registry).slice(0, 4)) - 1 } : values }),
  };
}

const OPENED_BY_OFFICES = [["cn:bankruptcy-repair", "repair"], ["model:wangyu-act-fell", "removal"], ["cn:warning-interview", "interview"], ["cn:annual-report-procedure", "annual-report"]] as const;

/** An office opens what the law lets it begin; where it may not, the refusal says why. */
async function openAsOffice(play: Play): Promise<void> {
  const { registry, offices } = play;
  const file = oneOf(play, play.organisations);
  const chosen = oneOf(play, OPENED_BY_OFFICES);
  if (file === undefined || chosen === undefined) return;
  const [procedure, purpose] = chosen;
  const register = replay(await registry.ledger.read({ keys: [`file:${file}`] }));
  const records = [...register.records.values()].map(({ id, office }) => ({ about: { kind: "record", record: id } as CaseAbout, office }));
  const listings = [...register.listings.values()].map((listing) => ({ about: { kind: "listing", listing: listing.id } as CaseAbout, office: listing.holds === "kept" ? listing.office : null }));
  const thing = purpose === "repair" ? oneOf(play, [...listings, ...records]) : purpose === "removal" ? oneOf(play, records) : { about: { kind: "organisation" } as CaseAbout, office: oneOf(play, offices)?.file ?? null };
  const office = thing?.office ?? oneOf(play, offices)?.file;
  if (thing === undefined || office === undefined) return;
  const acted = await actOnProcedure(registry, {
    by: { kind: "office", office, officers: POSTS.slice(0, 2) },
    command: { type: "OpenCase", file, about: thing.about, purpose, procedure: procedure as LawId, statement: "依职权", ...(purpose === "annual-report" ? { fields: { reportYear: 2025 } } : {}) },
  });
  if (acted.ok) did(play, `open ${purpose} by an office`);
  else expectRefused(play, acted, `${purpose} by an office`);
}

/** A consumer takes a release over; what was never told, and what is another's, is refused. */
async function acknowledge(play: Play): Promise<void> {
  const { registry, offices } = play;
  const queued = oneOf(play, await queueOf(registry, () => true));
  const office = oneOf(play, offices);
  if (queued === undefined || office === undefined) return;
  const may = offices.filter(({ authority }) => mayAcknowledge(registry.rulebook, queued.consumer, authority));
  const by = between(play, 1, 6) === 1 ? office : (oneOf(play, may) ?? office);
  const release = between(play, 1, 15) === 1 ? `${queued.key}?` : queued.key;
  const acknowledged = await acknowledgeRelease(registry, { by: by.file, officers: POSTS.slice(0, 1), release, consumer: queued.consumer });
  expect(acknowledged.ok, `${by.authority} acknowledges ${release} for ${queued.consumer}`).toBe(may.includes(by) && release === queued.key);
  did(play, acknowledged.ok ? "acknowledged" : "not acknowledged");
}

async function join(play: Play): Promise<void> {
  const [a, b] = [oneOf(play, play.organisations), oneOf(play, play.organisations)];
  if (a === undefined || b === undefined || a === b) return;
  const joined = await joinFiles(play.registry, a, b, "同一组织");
  did(play, joined.ok ? "joined" : "not joined");
}

function filled(play: Play, fields: readonly Field[]): FieldValues {
  return Object.fromEntries(fields.filter(({ required }) => required).map((field): [string, FieldValues[string]] => {
    switch (field.type) {
      case "flag": return [field.name, between(play, 0, 1) === 1];
      case "integer": return [field.name, 2025];
      case "day": return [field.name, today(play.registry)];
      case "choice": return [field.name, field.choices?.[0] ?? ""];
      default: return [field.name, "说明"];
    }
  }));
}

function evidenceOf(registry: Registry): { readonly attachments: readonly Attachment[]; readonly contents: ReadonlyMap<AttachmentId, Uint8Array> } {
  const id = parseAttachmentId(registry.freshId("a"));
  if (!id.ok) throw new Error(id.error);
  const content = new TextEncoder().encode(`凭证 ${id.value}\n`);
  return { attachments: [{ id: id.value, name: "凭证.txt", mediaType: "text/plain", bytes: content.length, digest: registry.digest(content) }], contents: new Map([[id.value, content]]) };
}

type Tried = { readonly ok: true } | { readonly ok: false; readonly error: Problem };

/** What is not allowed is refused in words, with the rule it rests on. */
function expectRefused(play: Play, tried: Tried, words = ""): void {
  expect(tried.ok, words).toBe(false);
  if (!tried.ok && tried.error.code === "refused") expect(tried.error.citation ?? "", words).not.toBe("");
  did(play, "refused");
}
