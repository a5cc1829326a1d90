// Case to page: the verb's view of a case with who looks at it, which step comes next, and the form of each step that can be taken.
import { choiceNames, correctionTexts, type CaseAction, type CaseAsks, type CaseView, type ListingDraft, type OfficeWithPosts, type Registry } from "../../service/index.ts";
import type { DeskActionView, DeskCaseModel, DeskPathStep, DeskStepForm, DeskWrong, ForeseenRow, ForeseenView, Names } from "../portal/index.ts";
import { letterSent, toldLetterView } from "./told-letter.ts";

export type TypedFields = Readonly<Record<string, readonly string[]>>;

export interface CaseShown {
  readonly view: CaseView;
  readonly viewer: "office" | "organisation";
  /** The post that looks, of an office, and the office. */
  readonly officer?: string;
  readonly holder?: string;
  readonly today: string;
  /** What the notice would state, where it is to be issued. */
  readonly draft?: ListingDraft;
  /** What was done just now: an event's type, or `step:` with the step. */
  readonly done?: string;
  /** What was tried and not done, with what was typed. */
  readonly tried?: { readonly key: string; readonly typed: TypedFields; readonly wrong: DeskWrong };
}

/** Steps of the office that are taken only where need be: never what comes next. */
const ASIDE: readonly CaseAction["action"][] = ["WithdrawProposal", "RecuseOfficer", "RemoveListing", "WithdrawCase", "OrderStay", "EndStay", "Recuse"];

export function caseModel(registry: Registry, shown: CaseShown): DeskCaseModel {
  const { view, viewer, today, done, tried } = shown;
  const path = pathOf(view);
  const next = nextOf(view, path, viewer);
  const actions = view.actions.filter((action) => (viewer === "office" || action.by === viewer) && !(action.action === "RemoveListing" && view.open) && !isOthersConsent(action)).map((action): DeskActionView => withCorrection(registry, action, actionView(shown, action, next.action)));
  return {
    matter: view.matter, purpose: view.purpose, of: ofCase(registry, view), organisation: view.organisation, viewer, state: view.state, open: view.open, openedOn: view.openedOn, today, path, actions,
    entries: view.entries.map((entry) => {
      const step = entry.step === undefined ? undefined : view.path.find((each) => each.step === entry.step)?.names;
      return { type: entry.type, on: entry.on, by: entry.by, text: entry.text, acting: entry.acting.map((id) => postNames(registry, id)), attachments: entry.attachments.map(({ id, name, bytes }) => ({ id, name, bytes })), ...(step === undefined ? {} : { step }), ...(entry.outcome === undefined ? {} : { outcome: entry.outcome }), ...letterOf(view, entry.position) };
    }),
    told: view.told.map(toldLetterView),
    due: view.due.map(({ names, by, lastDay, provisional, passed }) => ({ names, by, lastDay, provisional, late: passed })), readings: view.readings, recused: view.recused.map((id) => postNames(registry, id)),
    ...(view.procedure === null ? {} : { procedure: view.procedure }), ...(view.office === null ? {} : { office: view.office.names }), ...(view.superior === null ? {} : { superior: view.superior.names }),
    ...(view.stayedSince === null ? {} : { stayedSince: view.stayedSince }), ...consentShown(shown), ...(next.shown === undefined ? {} : { next: next.shown }), ...doneOf(view, done),
    ...(tried === undefined || actions.some((action) => action.wrong !== undefined) ? {} : { wrong: tried.wrong }),
  };
}

/** Whose consent is asked for stands at the top of the page; to the office that asks it is no step that it might have taken. */
function isOthersConsent({ action, allowed, why }: CaseAction): boolean {
  return action === "GiveConsent" && !allowed && why?.code === "wrong-authority";
}

/** What the office above is asked for, or said. */
function consentShown({ view, holder }: Pick<CaseShown, "view" | "holder">): Pick<DeskCaseModel, "consent"> {
  const { consent } = view;
  if (consent === null) return {};
  const { names, state, since, reason, superior } = consent;
  return { consent: { step: names, state, since, mine: superior !== null && superior.file === holder, ...(superior === null ? {} : { superior: superior.names }), ...(reason === null ? {} : { reason }) } };
}

/** The letter an entry led to. */
function letterOf({ letters }: CaseView, position: number): { readonly letter?: NonNullable<DeskCaseModel["entries"][number]["letter"]> } {
  const letter = letters.find((each) => each.position === position);
  if (letter === undefined) return {};
  return { letter: { position, ...letterSent(letter.message) } };
}

/** The key of an action among those of its case, as a form sends it back. */
export function keyOfAction({ action, step }: { readonly action: string; readonly step?: string | undefined }): string {
  return action === "TakeStep" || action === "GiveConsent" ? `${action}:${step ?? ""}` : action;
}

/** The list or record type the case is about, or else its procedure. */
function ofCase(registry: Registry, view: CaseView): string {
  if (view.list !== null) return view.list;
  return view.procedure ?? registry.rulebook.bodies[0] ?? "";
}

/** A step the decider would refuse now is not possible now, whatever comes before it. */
function pathOf({ path, actions }: CaseView): readonly DeskPathStep[] {
  return path.map(({ step, names, by, automatic, optional, instance, state, on, outcome, due, basis }) => {
    const own = actions.find((action) => action.step === step);
    return {
      step, names, by, automatic, optional, instance, basis, state: state === "open" && own?.allowed === false ? "waits" : state,
      ...(on === undefined ? {} : { on }), ...(outcome === undefined ? {} : { outcome }), ...(due === undefined ? {} : { due: { lastDay: due.lastDay, provisional: due.provisional, passed: due.passed } }),
    };
  });
}

interface Next {
  readonly action?: CaseAction;
  readonly shown?: NonNullable<DeskCaseModel["next"]>;
}

/** What the viewer is to do next; where that is nothing, what is waited for. */
function nextOf(view: CaseView, path: readonly DeskPathStep[], viewer: "office" | "organisation"): Next {
  const steps = path.map(({ step }) => step);
  // What has a last day goes before what has none, and what has to be done before what may be left out.
  const rank = ({ step }: CaseAction): number => (path.some((each) => each.step === step && each.due !== undefined) ? 0 : path.some((each) => each.step === step && each.optional) ? 2 : 1) * steps.length + steps.indexOf(step ?? "");
  const own = view.actions.filter((action) => action.allowed && action.by === viewer && action.names !== undefined && !ASIDE.includes(action.action)).toSorted((a, b) => rank(a) - rank(b))[0];
  if (own?.names !== undefined) return { action: own, shown: { names: own.names, by: viewer, ...untilOf(path, own.step), ...(own.action === "GiveConsent" ? { consent: true } : {}) } };
  // Nothing goes on before the office above has said yes or no.
  if (view.consent?.state === "awaited" && view.consent.superior !== null) return { shown: { names: view.consent.names, by: "superior", late: false, consent: true } };
  const [due] = view.due.filter(({ passed, by }) => !passed || by !== viewer);
  if (due !== undefined) return { shown: { names: due.names, by: due.by, lastDay: due.lastDay, provisional: due.provisional, late: due.passed } };
  const open = view.open ? path.find(({ state, by, automatic }) => state === "open" && !automatic && by !== viewer) : undefined;
  return open === undefined ? {} : { shown: { names: open.names, by: open.by, late: false } };
}

function untilOf(path: readonly DeskPathStep[], id: string | undefined): { readonly lastDay?: string; readonly provisional?: boolean; readonly late: boolean } {
  const due = path.find(({ step }) => step === id)?.due;
  return due === undefined ? { late: false } : { lastDay: due.lastDay, provisional: due.provisional, late: due.passed };
}

function actionView({ view, officer, draft, tried }: CaseShown, action: CaseAction, next: CaseAction | undefined): DeskActionView {
  const mine = tried !== undefined && tried.key === keyOfAction(action) ? tried : undefined;
  const notice = action.action === "IssueNotice" && draft !== undefined;
  const states = notice && draft.consequences.length === 0 && view.path.some(({ kind }) => kind === "notice") ? [...action.asks.states, "consequences"] : action.asks.states;
  return {
    action: action.action, allowed: action.allowed, main: action === next,
    form: { ...(view.purpose === "objection" && view.about?.kind === "listing" && action.asks.outcomes.includes("granted") ? { fromNowOn: true } : {}), ...stepForm({ ...action.asks, states }, { typed: mine?.typed ?? {}, hearing: view.path.some(({ kind }) => kind === "hearing"), ...(officer === undefined ? {} : { officer }) }) },
    ...(action.step === undefined ? {} : { step: action.step }), ...(action.names === undefined ? {} : { names: action.names }), ...(action.why === undefined ? {} : { why: action.why }),
    ...(notice ? { foreseen: foreseenView(draft) } : {}), ...(mine === undefined || !action.allowed ? {} : { wrong: mine.wrong }),
  };
}

/** The record a decision may correct, with the words of its choices. */
function withCorrection(registry: Registry, { asks: { correction } }: CaseAction, shown: DeskActionView): DeskActionView {
  if (correction === undefined) return shown;
  const texts = correctionTexts(correction);
  const fields = correction.fields.map(({ name, type, names, choices }) => ({
    name, type, names, texts: texts.get(name) ?? [], ...(choices === undefined ? {} : { choices: choices.map((value) => ({ value, names: choiceNames(registry, correction.type, name, value) ?? { en: value } })) }),
  }));
  return { ...shown, form: { ...shown.form, correction: { fields } } };
}

export function stepForm(asks: CaseAsks, beside: { readonly typed: TypedFields; readonly hearing: boolean; readonly officer?: string }): DeskStepForm {
  const { typed, hearing, officer } = beside;
  return {
    outcomes: asks.outcomes, states: asks.states, officers: asks.officers, posts: asks.posts, legalReview: asks.legalReview, attachments: asks.attachments, hearing, typed,
    fields: asks.fields.map(({ name, type, names, choices, required }) => ({ name, type, names, required, ...(choices === undefined ? {} : { choices }) })),
    ...(officer === undefined ? {} : { officer }),
  };
}

export function foreseenView({ basis, foreseen, consequences, answer }: ListingDraft): ForeseenView {
  const row = ({ measure, authority, memorandum }: { readonly measure: string; readonly authority: string; readonly memorandum?: string }): ForeseenRow => ({ measure, authority, ...(memorandum === undefined ? {} : { memorandum }) });
  return {
    basis, binding: foreseen.binding.map(row), possible: foreseen.possible.map(row), lost: foreseen.lost.map(row), open: foreseen.open.map(row), entailed: foreseen.entailed, told: consequences.length,
    ...(answer === null ? {} : { answer: { count: answer.count, unit: answer.unit } }),
  };
}

function doneOf(view: CaseView, done: string | undefined): { readonly done?: NonNullable<DeskCaseModel["done"]> } {
  if (done === undefined) return {};
  const step = view.path.find(({ step: id }) => `step:${id}` === done)?.names;
  if (step !== undefined) return { done: { type: "StepTaken", step } };
  return view.entries.some(({ type }) => type === done) ? { done: { type: done } } : {};
}

/** The law's name of a post, wherever an office of it has that post. */
export function postNames(registry: Registry, id: string): Names {
  return registry.rulebook.all("office").flatMap((office): OfficeWithPosts["posts"] => office.posts).find((post) => post.id === id)?.names ?? { en: id, zh: id };
}
