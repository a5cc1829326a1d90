// Routes about what is on file: organisations, standing, who stands on a list, the keys of receipts, health. Each parses, calls one verb, maps the result. Over HTTP without sign-in the asker is the public.
import type { FastifyInstance } from "fastify";
import { clocksFilledIn, FILTER_NAMES, filteredJson, filterOrganisations, findOrganisations, lawJson, listOn, MATCHES_MAX, monthsOfList, overview, PUBLIC, readClocks, readFilters, receiptKeySet, relationsOf, standingOf, timelineOf, type ClocksAsked, type Problem, type Registry } from "../../service/index.ts";
import { limitAsked } from "./limit.ts";
import { replyProblem } from "./problem.ts";

export function addRegisterRoutes(server: FastifyInstance, registry: Registry): void {
  server.get<{ Querystring: ClocksAsked & Readonly<Partial<Record<string, string | string[]>>> }>("/v1/organisations", async (request, reply) => {
    const query = Object.fromEntries(Object.entries(request.query).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : (value ?? "")]));
    const limit = limitAsked(query["limit"], 50, MATCHES_MAX);
    const text = (query["q"] ?? "").trim();
    // A search by a text alone asks for nobody's state, and is answered from the names.
    if (!FILTER_NAMES.some((name) => (query[name] ?? "") !== "")) return findOrganisations(registry, text, limit);
    const [clocks, filters] = [await readClocks(registry, clocksFilledIn(query)), readFilters(registry, query)];
    if (!clocks.ok) return replyProblem(reply, clocks.error);
    if (!filters.ok) return replyProblem(reply, filters.error);
    const asked = { text, language: "zh", from: (Math.max(Number.parseInt(query["page"] ?? "", 10) || 1, 1) - 1) * limit, limit, on: clocks.value.on, law: clocks.value.law, known: clocks.value.known } as const;
    return filteredJson(await filterOrganisations(registry, PUBLIC, { ...asked, ...filters.value }), asked);
  });
  server.get<{ Params: { readonly organisation: string }; Querystring: ClocksAsked }>("/v1/organisations/:organisation", async (request, reply) => {
    const standing = await standingOf(registry, PUBLIC, { organisation: request.params.organisation, ...clocksFilledIn(request.query) });
    if (!standing.ok) return replyProblem(reply, standing.error);
    const { organisation, related, asOf } = standing.value;
    return { organisation, related, asOf };
  });
  server.get<{ Params: { readonly organisation: string }; Querystring: ClocksAsked }>("/v1/organisations/:organisation/standing", async (request, reply) => {
    const standing = await standingOf(registry, PUBLIC, { organisation: request.params.organisation, ...clocksFilledIn(request.query) });
    return standing.ok ? standing.value : replyProblem(reply, standing.error);
  });
  server.get<{ Params: { readonly organisation: string }; Querystring: ClocksAsked }>("/v1/organisations/:organisation/timeline", async (request, reply) => {
    const timeline = await timelineOf(registry, PUBLIC, { organisation: request.params.organisation, ...clocksFilledIn(request.query) });
    return timeline.ok ? timeline.value : replyProblem(reply, timeline.error);
  });
  server.get<{ Params: { readonly organisation: string }; Querystring: ClocksAsked }>("/v1/organisations/:organisation/relations", async (request, reply) => {
    const relations = await relationsOf(registry, PUBLIC, { organisation: request.params.organisation, ...clocksFilledIn(request.query) });
    return relations.ok ? relations.value : replyProblem(reply, relations.error);
  });
  server.get<{ Querystring: ClocksAsked }>("/v1/overview", async (request, reply) => {
    const clocks = await readClocks(registry, clocksFilledIn(request.query));
    return clocks.ok ? overview(registry, PUBLIC, clocks.value.on, clocks.value) : replyProblem(reply, clocks.error);
  });
  server.get<{ Querystring: ClocksAsked & { readonly list?: string; readonly page?: string } }>("/v1/listings", async (request, reply) => {
    const { list = "", page = "1" } = request.query;
    const answer = await listOn(registry, PUBLIC, list, { ...clocksFilledIn(request.query), page: Number.parseInt(page, 10) || 1 });
    if (!answer.ok) return replyProblem(reply, answer.error);
    const counted = await monthsOfList(registry, PUBLIC, { list, ...clocksFilledIn(request.query) });
    const months = counted.ok ? counted.value.months : [];
    return reply.type("application/json").send(JSON.stringify({ ...answer.value, months }, lawJson));
  });
  addHealthRoutes(server, registry);
}

/** The keys of receipts, and how the server is. */
function addHealthRoutes(server: FastifyInstance, registry: Registry): void {
  server.get("/.well-known/jwks.json", (_request, reply) => receiptKeySet(registry).then((keys) => reply.type("application/jwk-set+json").send(JSON.stringify(keys))));
  server.get("/healthz", () => ({ status: "ok" }));
  server.get("/readyz", async (_request, reply) => {
    try {
      return { status: "ready", known: await registry.ledger.head(), rulebook: registry.rulebook.hash, warnings: warningsOf(registry) };
    } catch {
      return reply.status(503).send({ status: "unavailable" });
    }
  });
}

/** What the keeper should look after while the server goes on. */
function warningsOf({ lawRefused }: Registry): readonly Problem[] {
  return lawRefused === undefined ? [] : [lawRefused];
}
