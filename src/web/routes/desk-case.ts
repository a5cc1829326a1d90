// The case page: shows a case to either party, takes one step of it, and comes back with what was done, or with why not and what was typed.
import { actOnCase, actOnProcedure, attachmentFor, caseView, letterFile, listingDraft, problem, receiveAttachments, today, toldLetterFile, type CaseView, type ListingDraft, type Problem, type Result, type ReceivedAttachments } from "../../service/index.ts";
import { deskCasePage, deskProblemPage, type DeskWrong } from "../portal/index.ts";
import { caseModel, keyOfAction, type CaseShown } from "../models/desk-case-model.ts";
import { askingOf, listingCommand, procedureCommand, typedIn } from "../models/desk-commands.ts";
import { textOf, type Form } from "../form.ts";
import { statusOf } from "../api/problem.ts";
import type { DeskReply, PartyAsked } from "./desk-asked.ts";

export async function deskCase(asked: PartyAsked): Promise<DeskReply> {
  const view = await caseView(asked.registry, askingOf(asked.who), asked.parameter);
  if (!view.ok) return deskProblem(asked, view.error);
  const done = asked.request.query["done"];
  return { status: 200, html: deskCasePage(asked.frame, caseModel(asked.registry, { ...(await shown(asked, view.value)), ...(done === undefined ? {} : { done }) })) };
}

/** Takes the step the form names. What is not allowed changes nothing and is said with the law's reason. */
export async function deskCaseStep(asked: PartyAsked): Promise<DeskReply> {
  const { registry, who, form, request, parameter } = asked;
  const view = await caseView(registry, askingOf(who), parameter);
  if (!view.ok) return deskProblem(asked, view.error);
  const acted = await act(asked, view.value);
  if (acted.ok) return { location: `/${request.language}/desk/cases/${parameter}?done=${encodeURIComponent(acted.value)}` };
  const wrong = acted.error;
  const typed = typedIn(form);
  const key = keyOfAction({ action: textOf(form, "action"), step: textOf(form, "step") });
  return { status: "status" in wrong ? wrong.status : 422, html: deskCasePage({ ...asked.frame, query: {} }, caseModel(registry, { ...(await shown(asked, view.value)), tried: { key, typed, wrong } })) };
}

export async function deskAttachment(asked: PartyAsked): Promise<DeskReply> {
  const found = await attachmentFor(asked.registry, askingOf(asked.who), asked.parameter);
  return found.ok ? { download: found.value } : deskProblem(asked, found.error);
}

/** A letter of the case, by the position of its event: `60.pdf` in both languages, `60.txt` in the page's. */
export async function deskLetter(asked: PartyAsked): Promise<DeskReply> {
  const { registry, request, parameter, who } = asked;
  const [, position = "", form = ""] = /\/letters\/([1-9]\d{0,14})\.(pdf|txt)$/.exec(request.path) ?? [];
  if (form !== "pdf" && form !== "txt") return deskProblem(asked, problem("letter-unknown", "a letter is asked for by its position and form, as `60.pdf` or `60.txt`", "The page of the case lists its letters.", { facts: { kind: "letterAddress" } }));
  const found = await letterFile(registry, askingOf(who), { matter: parameter, position: Number(position), form, language: request.language });
  return found.ok ? { download: found.value } : deskProblem(asked, found.error);
}

/** A letter of what came about by itself, by the sequence it was told under: `12.pdf`, `12.txt`. */
export async function deskToldLetter(asked: PartyAsked): Promise<DeskReply> {
  const { registry, request, parameter, who } = asked;
  const [, sequence = "", form = ""] = /^([1-9]\d{0,14})\.(pdf|txt)$/.exec(parameter) ?? [];
  if (form !== "pdf" && form !== "txt") return deskProblem(asked, problem("letter-unknown", "a letter is asked for by its number and form, as `12.pdf` or `12.txt`", "The desk of the organisation lists its letters.", { facts: { kind: "toldLetterAddress" } }));
  const found = await toldLetterFile(registry, askingOf(who), { sequence: Number(sequence), form, language: request.language });
  return found.ok ? { download: found.value } : deskProblem(asked, found.error);
}

/** What stands in the way of a whole page. */
export function deskProblem({ frame }: Pick<PartyAsked, "frame">, error: Problem): DeskReply {
  const { status, ...wrong } = wrongOf(error);
  return { status, html: deskProblemPage(frame, wrong) };
}

type Wrong = DeskWrong & { readonly status?: number };

async function act(asked: PartyAsked, view: CaseView): Promise<Result<string, Wrong>> {
  const { registry, who, form } = asked;
  const files = await filesOf(asked, form);
  if (!files.ok) return files;
  const { contents } = files.value;
  const own = view.actions.find((each) => keyOfAction(each) === keyOfAction({ action: textOf(form, "action"), step: textOf(form, "step") }));
  if (contents.size > 0 && own?.asks.attachments !== true) return { ok: false, error: { code: "attachment-refused", message: "this step takes no attachments", remedy: "Hand files in with an answer, or with a step that asks for them.", facts: { kind: "noFiles" } } };
  if (view.kind === "procedure") {
    const command = procedureCommand(view, form, files.value);
    if (!command.ok) return command;
    const acted = await actOnProcedure(registry, { by: askingOf(who, form), command: command.value, contents });
    if (!acted.ok) return { ok: false, error: wrongOf(acted.error) };
    return { ok: true, value: command.value.type === "TakeStep" ? `step:${command.value.step}` : (acted.value.events[0]?.type ?? "StepTaken") };
  }
  const draft = LAW_DRAFTED.includes(textOf(form, "action")) ? await draftOf(asked, view) : NOTHING_DRAFTED;
  if (!draft.ok) return { ok: false, error: wrongOf(draft.error) };
  const command = listingCommand(view, form, draft.value, files.value);
  if (!command.ok) return command;
  const asking = askingOf(who, form);
  const acted = await actOnCase(registry, {
    command: command.value, contents, by: asking.kind === "office" ? asking.office : (view.office?.file ?? ""), officers: asking.kind === "office" ? asking.officers : [], ...(asking.kind === "organisation" ? { organisation: asking.file } : {}),
  });
  return acted.ok ? { ok: true, value: acted.value.events[0]?.type ?? "" } : { ok: false, error: wrongOf(acted.error) };
}

/** What a limit or the kind of a file stands against, before anything is done. */
export async function filesOf({ registry }: Pick<PartyAsked, "registry">, form: Form): Promise<Result<ReceivedAttachments, Wrong>> {
  const [over] = form.over;
  if (over !== undefined) return { ok: false, error: { code: "input-invalid", message: OVER[over.kind](over.kind === "fileSize" ? over.name : over.kind === "text" ? over.field : ""), remedy: "Mend it and send the form again; files have to be chosen again.", facts: over.kind === "fileSize" ? { kind: "fileSize", name: over.name } : over.kind === "text" ? { kind: "text", field: over.field } : { kind: "files" } } };
  const taken = await receiveAttachments(registry, form.files);
  return taken.ok ? taken : { ok: false, error: wrongOf(taken.error) };
}

const OVER = {
  fileSize: (name: string) => `\`${name}\` is larger than 10 MB`, files: () => "more than 5 files were handed in with one step", text: (field: string) => `the text of \`${field}\` is longer than 20,000 characters and was cut`,
};

export function wrongOf(error: Problem): DeskWrong & { readonly status: number } {
  const { code, message, remedy, citation, articles, refusal, facts, findings } = error;
  return {
    code: refusal?.code ?? code, message, remedy, status: statusOf(error), ...(citation === undefined ? {} : { citation }), ...(articles === undefined ? {} : { articles }), ...(refusal === undefined ? {} : { refusal }), ...(facts === undefined ? {} : { facts }), ...(findings === undefined ? {} : { findings }),
  };
}

/** Steps whose basis and consequences the law itself gives. */
const LAW_DRAFTED = ["IssueNotice", "DecideListing"];
const NOTHING_DRAFTED = { ok: true, value: { basis: [], consequences: [] } } as const;

/** The draft costs a look at every memorandum: made where a form shows it or a step needs it. */
function draftOf({ registry }: PartyAsked, view: CaseView): Promise<Result<ListingDraft, Problem>> {
  return listingDraft(registry, { list: view.list ?? "", file: view.organisation.file });
}

async function shown(asked: PartyAsked, view: CaseView): Promise<CaseShown> {
  const { registry, who } = asked;
  const noticing = view.actions.some(({ action, allowed }) => action === "IssueNotice" && allowed);
  const draft = noticing && who.kind === "office" ? await draftOf(asked, view) : undefined;
  return { view, viewer: who.kind, today: today(registry), ...(who.kind === "office" ? { officer: who.officer, holder: who.office.file } : {}), ...(draft?.ok === true ? { draft: draft.value } : {}) };
}
