// Routes of lists of suppliers: the form that was sent is read, handed to its handler, and what that gives is sent back. A list is a question like
// any other, and longer; nothing of it is written, and no browser or proxy keeps the answer.
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Registry } from "../service/index.ts";
import { multipartLimits, readForm, textOf, type Form } from "./form.ts";
import { bareFrame, type PageRequest } from "./models/frame.ts";
import { faultPage, markup, type Language } from "./portal/index.ts";
import { readAsked } from "./routes/asked.ts";
import { problemPage } from "./routes/problems.ts";
import { suppliersSent } from "./routes/suppliers.ts";

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
  readonly log: (line: string) => void;
}

/** Three thousand rows with names of some length, and a choice for each. */
const TEXT_MAX = 1_000_000;
const FIELDS_MAX = 3200;

export function addSuppliers(server: FastifyInstance, context: Context): void {
  server.register(async (pages) => {
    await pages.register(formbody);
    await pages.register(multipart, { limits: multipartLimits(TEXT_MAX, FIELDS_MAX), throwFileSizeLimit: false });
    for (const language of ["zh", "en"] as const) pages.post(`/${language}/suppliers`, (request, reply) => send(context, request, reply, language));
  });
}

async function send({ registry, origin, log }: Context, request: FastifyRequest, reply: FastifyReply, language: Language): Promise<FastifyReply> {
  reply.header("cache-control", "no-store");
  const form = await readForm(request, TEXT_MAX);
  const page: PageRequest = { language, path: "/suppliers", query: queryOf(form), origin: origin() };
  try {
    const asked = await readAsked(registry, page, "");
    const answer = asked.ok ? await suppliersSent(asked.value, form) : await problemPage(registry, page, asked.error, "");
    if ("download" in answer) {
      const { name, mediaType, bytes } = answer.download;
      return await reply.type(mediaType).header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(Buffer.from(bytes));
    }
    if ("location" in answer) return await reply.redirect(answer.location, 303);
    return await reply.status(answer.status).type("text/html; charset=utf-8").send(markup(answer.html));
  } catch (fault) {
    log(`fault ${request.id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reply.status(500).type("text/html; charset=utf-8").send(markup(faultPage(bareFrame(registry, page), request.id)));
  }
}

/** What the address of the page would say: clocks and act, and nothing of the list. */
function queryOf(form: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(["on", "law", "known", "act"].flatMap((name) => { const text = textOf(form, name); return text === "" ? [] : [[name, text]]; }));
}
