// The organisation's own desk: everything on file about it and what it can do; the form by which it asks; and the case that comes of it.
import { actOnProcedure, asksAbout, organisationDesk, readFields, receiveAttachments, type Ask, type Problem, type Result } from "../../service/index.ts";
import type { CaseAbout } from "../../domain/events/index.ts";
import { messagesIn, ownAskPage, ownDeskPage, type OwnPurpose, type OwnTyped } from "../portal/index.ts";
import { textOf, textsOf, type Form } from "../form.ts";
import { chosenAsk, NOTHING_TYPED, ownAskModel } from "../models/own-ask-model.ts";
import { ownDeskModel } from "../models/own-desk-model.ts";
import { aboutIn, purposeIn } from "../models/own-things.ts";
import { statusOf } from "../api/problem.ts";
import { wrongOf } from "./desk-case.ts";
import type { DeskReply, OrganisationAsked } from "./desk-asked.ts";
import { problemPage } from "./problems.ts";

/** Only the organisation that is signed in has its desk shown: its file number comes from the session, never from the address. */
export async function ownDesk({ registry, request, who, frame }: OrganisationAsked): Promise<DeskReply> {
  const desk = await organisationDesk(registry, who.file);
  if (!desk.ok) return problemPage(registry, request, desk.error, who.file, frame);
  return { status: 200, html: ownDeskPage(frame, ownDeskModel(registry, desk.value, request.language)) };
}

interface What {
  readonly purpose: OwnPurpose;
  readonly about: CaseAbout;
  readonly chosen: { readonly exit: string; readonly procedure: string };
}

/** The empty form, or the ways to choose from. */
export async function ownAsk(asked: OrganisationAsked): Promise<DeskReply> {
  const { query } = asked.request;
  const what = whatOf(query["purpose"] ?? "", query["about"] ?? "", { exit: query["exit"] ?? "", procedure: query["procedure"] ?? "" });
  return what === undefined ? unknown(asked) : shown(asked, what, NOTHING_TYPED);
}

/** What was sent: taken, and the case it opened shown; or refused with everything that was typed. */
export async function ownAskSent(asked: OrganisationAsked): Promise<DeskReply> {
  const { registry, request, form, who } = asked;
  const what = whatOf(textOf(form, "purpose"), textOf(form, "about"), { exit: textOf(form, "exit"), procedure: textOf(form, "procedure") });
  if (what === undefined) return unknown(asked);
  const typed = typedIn(form);
  const asks = await asksAbout(registry, who.file, what.about, what.purpose);
  if (!asks.ok) return problemPage(registry, request, asks.error, textOf(form, "about"), asked.frame);
  const over = overOf(asked);
  if (over !== undefined) return shown(asked, what, typed, over);
  const ask = chosenAsk(asks.value, what.chosen);
  const opened = await open(asked, what, ask, typed);
  return opened.ok ? { location: `/${request.language}/desk/cases/${encodeURIComponent(opened.value)}?done=CaseOpened` } : shown(asked, what, typed, opened.error);
}

/** Opens the case; whether it may be opened is the decider's to say, also where no way was open before. */
async function open({ registry, form, who }: OrganisationAsked, { purpose, about, chosen }: What, ask: Ask | undefined, typed: OwnTyped): Promise<Result<string, Problem>> {
  const fields = readFields(ask?.fields ?? [], new Map(Object.entries(typed.fields)));
  if (!fields.ok) return fields;
  const received = await receiveAttachments(registry, form.files);
  if (!received.ok) return received;
  const desk = await organisationDesk(registry, who.file);
  if (!desk.ok) return desk;
  const { attachments, contents } = received.value;
  // The file whoever is signed in came by, not the first of those taken for one organisation: a join may be what is wrong.
  const file = desk.value.files.find((each) => each === who.file) ?? desk.value.file;
  const acted = await actOnProcedure(registry, {
    by: { kind: "organisation", file: who.file }, contents,
    command: {
      type: "OpenCase", file, about, purpose, statement: typed.statement, documents: typed.documents, attachments, ...(chosen.exit === "" ? {} : { exit: chosen.exit }),
      ...(ask?.procedure == null || about.kind !== "organisation" ? {} : { procedure: ask.procedure }), ...(Object.keys(fields.value).length === 0 ? {} : { fields: fields.value }),
    },
  });
  return acted.ok ? { ok: true, value: acted.value.matter } : acted;
}

function whatOf(purposeText: string, aboutText: string, chosen: What["chosen"]): What | undefined {
  const purpose = purposeIn(purposeText);
  const about = aboutIn(aboutText);
  return purpose === undefined || about === undefined ? undefined : { purpose, about, chosen };
}

function typedIn(form: Form): OwnTyped {
  const fields = [...form.texts.keys()].filter((name) => name.startsWith("field:")).map((name) => [name.slice("field:".length), textsOf(form, name)] as const);
  return { statement: textOf(form, "statement"), documents: textsOf(form, "documents"), fields: Object.fromEntries(fields), files: form.files.length > 0 || form.over.some(({ kind }) => kind !== "text") };
}

/** What was more than a form may hold. */
function overOf({ form, request }: OrganisationAsked): Problem | undefined {
  const t = messagesIn(request.language).own.ask;
  const [first] = form.over;
  if (first === undefined) return undefined;
  return { code: first.kind === "text" ? "input-invalid" : "attachment-refused", facts: { kind: "over", limits: [...new Set(form.over.map(({ kind }) => kind))] }, message: t.unreadable, remedy: [...new Set(form.over.map(({ kind }) => t.over[kind]))].join(" "), findings: form.over.flatMap((limit) => (limit.kind === "fileSize" ? [{ code: "attachment-too-large", at: limit.name, message: t.over.fileSize, remedy: "" }] : [])) };
}

async function shown(asked: OrganisationAsked, what: What, typed: OwnTyped, wrong?: Problem): Promise<DeskReply> {
  const { registry, request, who, frame } = asked;
  const [asks, desk] = [await asksAbout(registry, who.file, what.about, what.purpose), await organisationDesk(registry, who.file)];
  if (!asks.ok) return problemPage(registry, request, asks.error, "", frame);
  if (!desk.ok) return problemPage(registry, request, desk.error, who.file, frame);
  const model = ownAskModel(registry, desk.value, { ...what, asks: asks.value, typed, ...(wrong === undefined ? {} : { wrong: wrongOf(wrong) }) }, request.language);
  const query = { purpose: what.purpose, about: model.aboutText, ...(what.chosen.exit === "" ? {} : { exit: what.chosen.exit }), ...(what.chosen.procedure === "" ? {} : { procedure: what.chosen.procedure }) };
  return { status: wrong === undefined ? 200 : statusOf(wrong), html: ownAskPage({ ...frame, query }, model) };
}

function unknown({ registry, request, frame }: OrganisationAsked): Promise<DeskReply> {
  return problemPage(registry, request, { code: "input-invalid", message: "the address names nothing that can be asked", remedy: "Begin from the organisation's desk, which lists what can be asked about each thing.", facts: { kind: "noAddress" } }, "", frame);
}
