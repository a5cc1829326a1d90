// Routes about the law: its entries, the ways along it, search, differences, changes, cascades and the linter's findings. Each parses,
// calls one verb, maps the result. The day of the statute book is `law`, default `on`, default today.
import type { FastifyInstance, FastifyReply } from "fastify";
import {
  authorityInLaw, browseLaw, changesBetween, changesFor, clocksFilledIn, compareLaw, instrumentInLaw, LAW_HITS_PER_PAGE, LAW_ROWS_PER_PAGE, lawCascade, lawJson, lintLaw, listLaw, overview, PUBLIC, readClocks, sarifOfReport, searchLaw, showLaw, type ClocksAsked, type Problem, type Registry, type Result,
} from "../../service/index.ts";
import { replyProblem } from "./problem.ts";

type Query = Readonly<Record<string, unknown>>;

export function addLawRoutes(server: FastifyInstance, registry: Registry): void {
  server.get<{ Querystring: ClocksAsked }>("/v1/law", async (request, reply) => {
    const clocks = await readClocks(registry, clocksFilledIn(request.query));
    if (!clocks.ok) return replyProblem(reply, clocks.error);
    return replyJson(reply, Object.fromEntries([...listLaw(registry, clocks.value.law)].map(([kind, entries]) => [kind, entries.map(({ id, names }) => ({ id, names }))])));
  });
  server.get<{ Querystring: ClocksAsked }>("/v1/law/lists", async (request, reply) => {
    const clocks = await readClocks(registry, clocksFilledIn(request.query));
    return clocks.ok ? { lists: (await overview(registry, PUBLIC, clocks.value.on, clocks.value)).lists } : replyProblem(reply, clocks.error);
  });
  server.get<{ Querystring: ClocksAsked }>("/v1/law/memoranda", async (request, reply) => {
    const clocks = await readClocks(registry, clocksFilledIn(request.query));
    return clocks.ok ? replyJson(reply, { memoranda: registry.rulebook.on(clocks.value.law).all("memorandum") }) : replyProblem(reply, clocks.error);
  });
  server.get<{ Params: { readonly way: string }; Querystring: Query }>("/v1/law/by/:way", (request, reply) => {
    const query = texts(request.query);
    const page = pageOf(query);
    return replyPage(reply, browseLaw(registry, { way: request.params.way, on: lawDay(query), filters: query, page }), page, LAW_ROWS_PER_PAGE);
  });
  server.get<{ Params: { readonly id: string }; Querystring: Query }>("/v1/law/by/authority/:id", (request, reply) => replyResult(reply, authorityInLaw(registry, request.params.id, lawDay(texts(request.query)))));
  server.get<{ Params: { readonly id: string }; Querystring: Query }>("/v1/law/by/article/:id", (request, reply) => replyResult(reply, instrumentInLaw(registry, request.params.id, lawDay(texts(request.query)))));
  server.get<{ Querystring: Query }>("/v1/law/search", (request, reply) => {
    const query = texts(request.query);
    const page = pageOf(query);
    return replyPage(reply, searchLaw(registry, { q: query["q"] ?? "", on: lawDay(query), filters: query, page }), page, LAW_HITS_PER_PAGE);
  });
  server.get<{ Querystring: Query }>("/v1/law/diff", (request, reply) => {
    const query = texts(request.query);
    return replyResult(reply, changesBetween(registry, { from: query["from"] ?? "", to: query["to"] ?? "" }, query));
  });
  server.get<{ Querystring: Query }>("/v1/law/changes", (request, reply) => replyJson(reply, changesFor(registry, texts(request.query))));
  server.get<{ Querystring: Query }>("/v1/law/lint", (request, reply) => replyLint(registry, reply, texts(request.query)));
  server.get<{ Params: { readonly id: string }; Querystring: Query }>("/v1/law/:id/cascade", (request, reply) => {
    const on = lawDay(texts(request.query));
    return replyResult(reply, lawCascade(registry, { of: request.params.id, ...(on === undefined ? {} : { on }) }));
  });
  server.get<{ Params: { readonly id: string }; Querystring: Query }>("/v1/law/:id", (request, reply) => replyResult(reply, showLaw(registry, request.params.id, lawDay(texts(request.query)))));
}

/** The report; `compare=regimes` several days side by side; `format=sarif` for tools that read findings of code. */
function replyLint(registry: Registry, reply: FastifyReply, query: Readonly<Record<string, string>>): FastifyReply {
  const scope = { ...asked("body", query["body"]), ...asked("rule", query["rule"]) };
  if ((query["compare"] ?? "") !== "") return replyResult(reply, compareLaw(registry, { ...scope, days: query["compare"] === "regimes" ? [] : (query["compare"] ?? "").split(",") }));
  const report = lintLaw(registry, { ...scope, ...asked("on", lawDay(query)), ...asked("standards", query["standards"]) });
  if (!report.ok) return replyProblem(reply, report.error);
  const findings = report.value.findings.filter((finding) => (query["severity"] ?? "") === "" || finding.severity === query["severity"]).filter((finding) => (query["entry"] ?? "") === "" || finding.entry === query["entry"]);
  return query["format"] === "sarif" ? reply.type("application/sarif+json").send(JSON.stringify(sarifOfReport({ ...report.value, findings }))) : replyJson(reply, { ...report.value, findings });
}

function asked<N extends string>(name: N, value: string | undefined): { readonly [K in N]?: string } {
  return value === undefined || value === "" ? {} : ({ [name]: value } as { readonly [K in N]: string });
}

/** What was asked more than once, or is no text, was not asked. */
function texts(query: Query): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== ""));
}

function lawDay(query: Readonly<Record<string, string>>): string | undefined {
  return query["law"] ?? query["on"];
}

function pageOf(query: Readonly<Record<string, string>>): number {
  return Math.max(1, Number.parseInt(query["page"] ?? "1", 10) || 1);
}

function replyPage<T extends { readonly total: number }>(reply: FastifyReply, answer: Result<T, Problem>, page: number, perPage: number): FastifyReply {
  return answer.ok ? replyJson(reply, { ...answer.value, page, ...(page * perPage < answer.value.total ? { next: page + 1 } : {}) }) : replyProblem(reply, answer.error);
}

function replyResult<T>(reply: FastifyReply, answer: Result<T, Problem>): FastifyReply {
  return answer.ok ? replyJson(reply, answer.value) : replyProblem(reply, answer.error);
}

function replyJson(reply: FastifyReply, value: unknown): FastifyReply {
  return reply.type("application/json").send(JSON.stringify(value, lawJson));
}
