// Routes of the API's reference that take a form: a question by POST is read, asked of this very server as the public, and shown on the page. It is a
// question and nothing else: what writes is asked by no form, no cookie goes along, and forms from elsewhere are refused.
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Registry } from "../service/index.ts";
import { foreignWrite } from "./foreign-writes.ts";
import { MULTIPART_LIMITS, readForm } from "./form.ts";
import { bareFrame, type PageRequest } from "./models/frame.ts";
import { faultPage, markup, type Language } from "./portal/index.ts";
import { apiAsked, apiForeign, type Ask } from "./routes/api.ts";
import { readAsked } from "./routes/asked.ts";
import { problemPage } from "./routes/problems.ts";

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
  readonly log: (line: string) => void;
}

/** A body at its longest, each character escaped, and the fields round it. */
const FORM_BYTES_MAX = 256 * 1024;

export function addApiForms(server: FastifyInstance, context: Context): void {
  server.register(async (pages) => {
    await pages.register(formbody, { bodyLimit: FORM_BYTES_MAX });
    await pages.register(multipart, { limits: MULTIPART_LIMITS, throwFileSizeLimit: false });
    const ask: Ask = async ({ method, url, type, body }) => {
      const reply = await server.inject({ method, url, headers: { "content-type": type }, payload: body });
      return { status: reply.statusCode, headers: Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [name, String(value)])), body: reply.body };
    };
    for (const language of ["zh", "en"] as const) pages.post(`/${language}/api/:parameter`, { bodyLimit: FORM_BYTES_MAX }, (request, reply) => send(context, request, reply, language, ask));
  });
}

async function send({ registry, origin, log }: Context, request: FastifyRequest, reply: FastifyReply, language: Language, ask: Ask): Promise<FastifyReply> {
  reply.header("cache-control", "no-store").type("text/html; charset=utf-8");
  const { parameter = "" } = Object(request.params) as { readonly parameter?: string };
  const page: PageRequest = { language, path: `/api/${parameter}`, query: {}, origin: origin() };
  try {
    const asked = await readAsked(registry, page, parameter);
    const answer = !asked.ok ? await problemPage(registry, page, asked.error, "") : foreignWrite(request) === undefined ? await apiAsked(asked.value, await readForm(request), ask) : await apiForeign(asked.value);
    return "location" in answer ? await reply.redirect(answer.location, 303) : await reply.status(answer.status).send(markup(answer.html));
  } catch (fault) {
    log(`fault ${request.id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reply.status(500).send(markup(faultPage(bareFrame(registry, page), request.id)));
  }
}
