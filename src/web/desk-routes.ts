// Routes of the desks: refuse writes from elsewhere, read who is signed in and what was sent, hand both to a page's handler, send what it
// gives. A form that was taken leads on by 303, so that reading the page again sends nothing again.
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Registry } from "../service/index.ts";
import { isFromHere } from "./api/case-viewer.ts";
import { formOf, MULTIPART_LIMITS, readForm } from "./form.ts";
import { foreignWrite } from "./foreign-writes.ts";
import { bareFrame, type PageRequest } from "./models/frame.ts";
import { faultPage, markup, type Language } from "./portal/index.ts";
import { deadlines } from "./routes/deadlines.ts";
import { deskAttachment, deskCase, deskCaseStep, deskLetter, deskToldLetter } from "./routes/desk-case.ts";
import { closed, deskFrame, forAnybody, forOffices, forOrganisations, type DeskHandler, type DeskReply } from "./routes/desk-asked.ts";
import { deskDecide, deskDecideAll, deskOffice, deskReleases, deskTakeReleases } from "./routes/desk-office.ts";
import { deskBatch, deskBatchSent, deskCopy, deskHandIn, deskHandInSent, deskSheet, deskSubmission, deskSubmissionCancel } from "./routes/desk-hand-in.ts";
import { deskAnswer, deskAnswerSent, deskMeasures } from "./routes/desk-measures.ts";
import { deskOperators } from "./routes/desk-operators.ts";
import { deskFindMissed } from "./routes/desk-missed.ts";
import { deskOpenRemoval } from "./routes/desk-to-go.ts";
import { deskPropose, deskProposeListing } from "./routes/desk-propose.ts";
import { deskDoor, deskSignIn, deskSignOut } from "./routes/desk-door.ts";
import { ownPlan, ownPlanDays } from "./routes/plan.ts";
import { ownAsk, ownAskSent, ownDesk } from "./routes/desk-own.ts";
import { signedIn } from "./session.ts";

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
  readonly log: (line: string) => void;
}

const PAGES: readonly (readonly ["GET" | "POST", string, DeskHandler])[] = [
  ["GET", "/desk", deskDoor], ["POST", "/desk/sign-in", deskSignIn], ["POST", "/desk/sign-out", deskSignOut],
  ["GET", "/desk/organisation", forOrganisations(ownDesk)], ["GET", "/desk/organisation/ask", forOrganisations(ownAsk)], ["POST", "/desk/organisation/ask", forOrganisations(ownAskSent)],
  ["GET", "/desk/organisation/plan", forOrganisations(ownPlan)], ["GET", "/desk/organisation/plan.ics", forOrganisations(ownPlanDays)], ["GET", "/desk/deadlines.ics", forAnybody(deadlines)],
  ["GET", "/desk/office", forOffices(deskOffice)], ["GET", "/desk/office/releases", forOffices(deskReleases)], ["POST", "/desk/office/releases", forOffices(deskTakeReleases)], ["POST", "/desk/office/missed", forOffices(deskFindMissed)], ["POST", "/desk/office/to-go", forOffices(deskOpenRemoval)],
  ["GET", "/desk/office/hand-in", forOffices(deskHandIn)], ["POST", "/desk/office/hand-in", forOffices(deskHandInSent)], ["GET", "/desk/office/sheets/:parameter", forOffices(deskSheet)],
  ["GET", "/desk/office/hand-in/:parameter", forOffices(deskSubmission)], ["POST", "/desk/office/hand-in/:parameter", forOffices(deskSubmissionCancel)], ["GET", "/desk/office/hand-in/:parameter/copy", forOffices(deskCopy)],
  ["GET", "/desk/office/batches/:parameter", forOffices(deskBatch)], ["POST", "/desk/office/batches/:parameter", forOffices(deskBatchSent)],
  ["GET", "/desk/office/measures", forOffices(deskMeasures)], ["GET", "/desk/office/measures/answer", forOffices(deskAnswer)], ["POST", "/desk/office/measures/answer", forOffices(deskAnswerSent)],
  ["GET", "/desk/operators", deskOperators],
  ["GET", "/desk/propose", forOffices(deskPropose)], ["POST", "/desk/propose", forOffices(deskProposeListing)], ["GET", "/desk/decide", forOffices(deskDecide)], ["POST", "/desk/decide", forOffices(deskDecideAll)],
  ["GET", "/desk/cases/:parameter", forAnybody(deskCase)], ["POST", "/desk/cases/:parameter", forAnybody(deskCaseStep)], ["GET", "/desk/cases/:parameter/letters/:letter", forAnybody(deskLetter)],
  ["GET", "/desk/attachments/:parameter", forAnybody(deskAttachment)], ["GET", "/desk/letters/:parameter", forAnybody(deskToldLetter)],
];

/** The body of a form without files: every field of a page at its longest. */
const FORM_BYTES_MAX = 2 * 1024 * 1024;

export function addDesks(server: FastifyInstance, context: Context): void {
  server.register(async (desks) => {
    await desks.register(formbody, { bodyLimit: FORM_BYTES_MAX });
    await desks.register(multipart, { limits: MULTIPART_LIMITS, throwFileSizeLimit: false });
    for (const language of ["zh", "en"] as const) {
      for (const [method, path, handler] of PAGES) desks.route({ method, url: `/${language}${path}`, handler: (request, reply) => send(context, request, reply, language, handler) });
    }
  });
}

async function send(context: Context, request: FastifyRequest, reply: FastifyReply, language: Language, handler: DeskHandler): Promise<FastifyReply> {
  const url = new URL(request.url, "http://localhost");
  const { parameter = "" } = Object(request.params) as { readonly parameter?: string };
  const page: PageRequest = { language, path: decodeURIComponent(url.pathname).slice(language.length + 1) || "/", query: Object.fromEntries(url.searchParams), origin: context.origin() };
  reply.header("cache-control", "no-store");
  try {
    return await written(reply, await answered(context.registry, request, page, parameter, handler));
  } catch (fault) {
    context.log(`fault ${request.id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reply.status(500).type("text/html; charset=utf-8").send(markup(faultPage(bareFrame(context.registry, page), request.id)));
  }
}

async function answered(registry: Registry, request: FastifyRequest, page: PageRequest, parameter: string, handler: DeskHandler): Promise<DeskReply> {
  const sent = request.method === "POST";
  if (foreignWrite(request) !== undefined) return closed({ frame: await deskFrame(registry, page, null) }, "foreign");
  const who = await signedIn(registry, request.headers.cookie);
  const form = sent ? await readForm(request) : formOf(new URL(request.url, "http://localhost").searchParams);
  return handler({ registry, request: page, parameter, who, form, sent, fromHere: isFromHere(request), frame: await deskFrame(registry, page, who) });
}

async function written(reply: FastifyReply, answer: DeskReply): Promise<FastifyReply> {
  if ("download" in answer) {
    const { name, mediaType, bytes } = answer.download;
    return reply.type(mediaType).header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(Buffer.from(bytes));
  }
  if ("location" in answer) {
    if ("cookie" in answer) reply.header("set-cookie", answer.cookie);
    return reply.redirect(answer.location, 303);
  }
  return reply.status(answer.status).type("text/html; charset=utf-8").send(markup(answer.html));
}
