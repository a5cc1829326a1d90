// Routes of lists of suppliers and watch lists: the form that was sent is read, handed to its handler, and what that gives is sent back. A list is
// a question like any other, and longer; nothing of it is written unless a watch list is made of it, which is taken from this machine alone, and no
// browser or proxy keeps the answer.
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Registry } from "../service/index.ts";
import { foreignWrite } from "./foreign-writes.ts";
import { multipartLimits, readForm, textOf, type Form } from "./form.ts";
import { bareFrame, type PageRequest } from "./models/frame.ts";
import { faultPage, markup, type Language } from "./portal/index.ts";
import { readAsked, type Asked, type Reply } from "./routes/asked.ts";
import { problemPage } from "./routes/problems.ts";
import { refusedAt, suppliersSent, type Given } from "./routes/suppliers.ts";
import { alertAnswered, alertChanged, alertMade, alertReader } from "./routes/alerts.ts";
import { watch, watchDeleted, watchMade } from "./routes/watch.ts";

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
  readonly log: (line: string) => void;
}

/** Three thousand rows with names of some length, and a choice for each. */
const TEXT_MAX = 1_000_000;
const FIELDS_MAX = 3200;

/** What answers: `write` is taken from this machine alone. */
interface Answering {
  readonly language: Language;
  readonly write: boolean;
  readonly handler: (asked: Asked, form: Form) => Promise<Reply | Given>;
}

export function addSuppliers(server: FastifyInstance, context: Context): void {
  server.register(async (pages) => {
    await pages.register(formbody);
    await pages.register(multipart, { limits: multipartLimits(TEXT_MAX, FIELDS_MAX), throwFileSizeLimit: false });
    for (const language of ["zh", "en"] as const) {
      pages.post(`/${language}/suppliers`, (request, reply) => send(context, request, reply, { language, write: false, handler: suppliersSent }));
      pages.post(`/${language}/watch`, (request, reply) => send(context, request, reply, { language, write: true, handler: watchMade }));
      pages.get(`/${language}/watch/:parameter`, (request, reply) => send(context, request, reply, { language, write: false, handler: watch }));
      pages.post(`/${language}/watch/:parameter/alerts`, (request, reply) => send(context, request, reply, { language, write: true, handler: alertMade }));
      pages.post<{ Params: { readonly alert: string } }>(`/${language}/watch/:parameter/alerts/:alert`, (request, reply) => send(context, request, reply, { language, write: true, handler: (asked, form) => alertChanged(asked, form, request.params.alert) }));
      pages.get(`/${language}/watch-alerts/:parameter`, (request, reply) => send(context, request, reply, { language, write: false, handler: alertReader }));
      pages.post(`/${language}/watch-alerts/:parameter`, (request, reply) => send(context, request, reply, { language, write: true, handler: alertAnswered }));
      pages.post(`/${language}/watch/:parameter/delete`, (request, reply) => send(context, request, reply, { language, write: true, handler: watchDeleted }));
    }
  });
}

async function send({ registry, origin, log }: Context, request: FastifyRequest, reply: FastifyReply, { language, write, handler }: Answering): Promise<FastifyReply> {
  reply.header("cache-control", "no-store").header("x-robots-tag", "noindex");
  const { parameter = "" } = Object(request.params) as { readonly parameter?: string };
  // A morning page stands at now: nothing of its address is a clock.
  const form = request.method === "POST" ? await readForm(request, TEXT_MAX) : NOTHING_SENT;
  const page: PageRequest = { language, path: parameter === "" ? "/suppliers" : `/watch/${parameter.split(".")[0] ?? ""}`, query: request.method === "POST" ? queryOf(form) : orderOf(request), origin: origin() };
  try {
    const asked = await readAsked(registry, page, parameter);
    const answer = !asked.ok ? await problemPage(registry, page, asked.error, "") : write && foreignWrite(request) !== undefined ? await refusedAt(asked.value, { kind: "foreign", codes: [] }) : await handler(asked.value, form);
    return await written(reply, answer);
  } catch (fault) {
    log(`fault ${request.id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reply.status(500).type("text/html; charset=utf-8").send(markup(faultPage(bareFrame(registry, page), request.id)));
  }
}

const NOTHING_SENT: Form = { texts: new Map(), files: [], over: [] };

async function written(reply: FastifyReply, answer: Reply | Given): Promise<FastifyReply> {
  if ("download" in answer) {
    const { name, mediaType, bytes } = answer.download;
    if (name !== "") reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return reply.type(mediaType).send(Buffer.from(bytes));
  }
  if ("location" in answer) return reply.redirect(answer.location, 303);
  return reply.status(answer.status).type("text/html; charset=utf-8").send(markup(answer.html));
}

/** A page that stands at now is asked for nothing but an order. */
function orderOf({ url }: FastifyRequest): Readonly<Record<string, string>> {
  const sort = new URL(url, "http://localhost").searchParams.get("sort");
  return sort === null ? {} : { sort };
}

/** What the address of the page would say: clocks and act, and nothing of the list. */
function queryOf(form: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(["on", "law", "known", "act"].flatMap((name) => { const text = textOf(form, name); return text === "" ? [] : [[name, text]]; }));
}
