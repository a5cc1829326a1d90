// Routes of the portal: read the address and the clocks, hand them to a page's handler, send the page. Everything works without
// scripts.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { parsePlainDate, type Registry } from "../service/index.ts";
import { assets, faultPage, markup, SHEET_FORMS, type Language } from "./portal/index.ts";
import { bareFrame, type PageRequest } from "./models/frame.ts";
import { readAsked, type Handler, type Reply } from "./routes/asked.ts";
import { api, apiAsk, apiOperation, apiSchema } from "./routes/api.ts";
import { authorities } from "./routes/authorities.ts";
import { applies } from "./routes/applies.ts";
import { home } from "./routes/home.ts";
import { law, lawAuthority, lawEnd, lawInstrument, lawSearch, lawWay } from "./routes/law-browse.ts";
import { packedOnce, packingFor, sendPacked } from "./packed.ts";
import { addFeeds } from "./routes/feeds.ts";
import { addLawFeeds } from "./routes/law-feeds.ts";
import { lawChangesFor, lawDiffBetween, lawLint } from "./routes/law-survey.ts";
import { lawEntry, list, lists, memoranda, memorandum, model } from "./routes/law.ts";
import { organisation } from "./routes/organisation.ts";
import { plan, planDays } from "./routes/plan.ts";
import { preflight } from "./routes/preflight.ts";
import { notFound, problemPage } from "./routes/problems.ts";
import { report, verifyReport } from "./routes/report.ts";
import { search, searchRows } from "./routes/search.ts";
import { statistics } from "./routes/statistics.ts";
import { addTakeAlong, sendTable } from "./routes/take-along.ts";
import { suppliers } from "./routes/suppliers.ts";

const YEAR_SECONDS = 31_536_000;

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
  readonly log: (line: string) => void;
}

const PAGES: readonly (readonly [string, Handler])[] = [
  ["/", home], ["/search", search], ["/suppliers", suppliers], ["/statistics", statistics], ["/organisations/:parameter", organisation], ["/organisations/:parameter/preflight", preflight], ["/organisations/:parameter/applies", applies], ["/organisations/:parameter/plan", plan], ["/organisations/:parameter/report", report], ["/verify-report", verifyReport], ["/lists", lists], ["/lists/:parameter", list],
  ["/memoranda", memoranda], ["/memoranda/:parameter", memorandum], ["/law", law], ["/law/by/:parameter", lawWay], ["/law/by/authority/:parameter", lawAuthority],
  ["/law/by/article/:parameter", lawInstrument], ["/law/by/list/:parameter", lawEnd], ["/law/by/memorandum/:parameter", lawEnd], ["/law/by/measure/:parameter", lawEnd], ["/law/by/kind/:parameter", lawEnd], ["/law/search", lawSearch], ["/law/diff", lawDiffBetween], ["/law/lint", lawLint], ["/law/changes", lawChangesFor],
  ["/law/:parameter", lawEntry], ["/authorities", authorities], ["/model", model],
  ["/api", api], ["/api/schemas/:parameter", apiSchema], ["/api/:parameter", apiOperation], ["/api/:parameter/ask", apiAsk],
];

/** Packed once for all servers of a process. */
const ASSETS = assets().map(({ bytes, ...asset }) => ({ ...asset, ways: packedOnce(bytes) }));

export function addPortal(server: FastifyInstance, context: Context): void {
  for (const { path, contentType, ways } of ASSETS) {
    server.get(path, (request, reply) => {
      // Fonts are packed already.
      const { bytes: sent, packing } = ways(contentType === "font/woff2" ? undefined : packingFor(request.headers["accept-encoding"]));
      if (packing !== undefined) reply.header("content-encoding", packing);
      return reply.type(contentType).header("cache-control", `public, max-age=${YEAR_SECONDS}, immutable`).header("vary", "accept-encoding").send(sent);
    });
  }
  server.get("/", (request, reply) => reply.redirect(`/${preferred(request.headers["accept-language"])}/`, 302));
  server.get("/favicon.ico", (_request, reply) => reply.redirect(assets().find((asset) => asset.path.endsWith(".svg"))?.path ?? "/", 302));
  for (const language of ["zh", "en"] as const) {
    for (const [path, handler] of PAGES) server.get(`/${language}${path}`, (request, reply) => send(context, request, reply, language, handler));
    for (const form of SHEET_FORMS) server.get(`/${language}/search.${form}`, (request, reply) => sendSearch(context, request, reply, { language, form }));
    server.get(`/${language}/organisations/:parameter/plan.ics`, (request, reply) => sendDays(context, request, reply, language));
    addLawFeeds(server, context, language);
    addFeeds(server, context, language);
    addTakeAlong(server, context, language);
    server.get(`/${language}/*`, (request, reply) => send(context, request, reply, language, notFound));
  }
}

/** The reader's own language, Chinese or English. */
function preferred(header: string | undefined): Language {
  return (header ?? "").trim().toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The search as a file for a spreadsheet; where something in the question is wrong, the page that says so. */
async function sendSearch(context: Context, request: FastifyRequest, reply: FastifyReply, { language, form }: { readonly language: Language; readonly form: (typeof SHEET_FORMS)[number] }): Promise<FastifyReply> {
  const url = new URL(request.url, "http://localhost");
  const asked = await readAsked(context.registry, { language, path: "/search", query: queryOf(url.searchParams), origin: context.origin() }, "");
  if (!asked.ok) return send(context, request, reply, language, search);
  const rows = await searchRows(asked.value);
  if (!rows.ok) return send(context, request, reply, language, search);
  return sendTable(reply, form, { name: "organisations", rows: rows.value });
}

/** The days of an exit plan as a file; where something in the question is wrong, the page that says so. */
async function sendDays(context: Context, request: FastifyRequest, reply: FastifyReply, language: Language): Promise<FastifyReply> {
  const url = new URL(request.url, "http://localhost");
  const { parameter = "" } = Object(request.params) as { readonly parameter?: string };
  const asked = await readAsked(context.registry, { language, path: decodeURIComponent(url.pathname).slice(language.length + 1), query: queryOf(url.searchParams), origin: context.origin() }, parameter);
  const days = asked.ok ? await planDays(asked.value) : undefined;
  if (days === undefined || !("bytes" in days)) return send(context, request, reply, language, plan);
  return reply.type(days.mediaType).header("content-disposition", `attachment; filename="${days.name}"`).send(Buffer.from(days.bytes));
}

async function send(context: Context, request: FastifyRequest, reply: FastifyReply, language: Language, handler: Handler): Promise<FastifyReply> {
  const url = new URL(request.url, "http://localhost");
  const { parameter = "" } = Object(request.params) as { readonly parameter?: string };
  const asked: PageRequest = { language, path: decodeURIComponent(url.pathname).slice(language.length + 1) || "/", query: queryOf(url.searchParams), origin: context.origin() };
  try {
    const answer = await answered(context.registry, asked, parameter, handler);
    if ("location" in answer) return await reply.redirect(answer.location, 302);
    return await sendPacked(request, reply.status(answer.status).type("text/html; charset=utf-8"), markup(answer.html));
  } catch (fault) {
    context.log(`fault ${request.id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reply.status(500).type("text/html; charset=utf-8").send(markup(faultPage(bareFrame(context.registry, asked), request.id)));
  }
}

/** A name that comes several times, as checkboxes send it, has its values one after another with commas between. */
function queryOf(parameters: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).filter((value, _index, all) => all.length === 1 || value !== "").join(",")]));
}

/** The handler's reply, or what is wrong with the clocks. */
async function answered(registry: Registry, request: PageRequest, parameter: string, handler: Handler): Promise<Reply> {
  const asked = await readAsked(registry, request, parameter);
  if (asked.ok) return handler(asked.value);
  const days = ["on", "law"].flatMap((name) => request.query[name] ?? []);
  const wrong = asked.error.code === "known-invalid" ? request.query["known"] : days.find((day) => day !== "" && !parsePlainDate(day).ok);
  return problemPage(registry, request, asked.error, wrong ?? "");
}
