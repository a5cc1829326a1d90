// Routes of reverse questions: all that binds an organisation, all whom a part of the law binds, what would free, what a listing would bring.
// Each parses, calls one verb, maps the result; the second also as a stream of lines. Over HTTP without sign-in the asker is the public.
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { BOUND_PER_PAGE_MAX, clocksFilledIn, fieldsGiven, foreseeListing, lawThatApplies, pageOfBound, planOut, preflightRecord, PUBLIC, restrictionsOf, whatFrees, whomItBinds, type BoundRequest, type BoundWalk, type ClocksAsked, type Registry } from "../../service/index.ts";
import { limitAsked } from "./limit.ts";
import { replyProblem } from "./problem.ts";

const LINES = "application/x-ndjson";
const PER_PAGE = 50;

interface OrganisationPath {
  readonly Params: { readonly organisation: string };
}

interface BoundQuery extends ClocksAsked {
  readonly effect?: string;
  readonly possible?: string;
  readonly cursor?: string;
  readonly limit?: string;
}

export function addReverseRoutes(server: FastifyInstance, registry: Registry): void {
  server.get<OrganisationPath & { Querystring: ClocksAsked }>("/v1/organisations/:organisation/restrictions", async ({ params, query }, reply) => {
    const found = await restrictionsOf(registry, PUBLIC, { organisation: params.organisation, ...clocksFilledIn(query) });
    return found.ok ? found.value : replyProblem(reply, found.error);
  });
  server.get<OrganisationPath & { Querystring: ClocksAsked & { readonly act?: string; readonly never?: string } }>("/v1/organisations/:organisation/freeing", async ({ params, query }, reply) => {
    const found = await whatFrees(registry, PUBLIC, { organisation: params.organisation, act: query.act ?? "", never: query.never === "true", ...clocksFilledIn(query) });
    return found.ok ? found.value : replyProblem(reply, found.error);
  });
  server.get<OrganisationPath & { Querystring: ClocksAsked }>("/v1/organisations/:organisation/plan", async ({ params, query }, reply) => {
    const found = await planOut(registry, PUBLIC, { organisation: params.organisation, ...clocksFilledIn(query) });
    return found.ok ? found.value : replyProblem(reply, found.error);
  });
  server.get<OrganisationPath & { Querystring: ClocksAsked & { readonly list?: string } }>("/v1/organisations/:organisation/foresee", async ({ params, query }, reply) => {
    const found = await foreseeListing(registry, PUBLIC, { organisation: params.organisation, list: query.list ?? "", ...clocksFilledIn(query) });
    return found.ok ? found.value : replyProblem(reply, found.error);
  });
  server.get<OrganisationPath & { Querystring: ClocksAsked & { readonly type?: string; readonly acted?: string } & Readonly<Record<string, string | readonly string[] | undefined>> }>("/v1/organisations/:organisation/preflight", async ({ params, query }, reply) => {
    const { type = "", acted = "" } = query;
    const found = await preflightRecord(registry, PUBLIC, { organisation: params.organisation, type: String(type), acted: String(acted), fields: fieldsGiven(query), ...clocksFilledIn(query) });
    return found.ok ? found.value : replyProblem(reply, found.error);
  });
  server.get<OrganisationPath & { Querystring: ClocksAsked }>("/v1/organisations/:organisation/applies", async ({ params, query }, reply) => {
    const found = await lawThatApplies(registry, PUBLIC, { organisation: params.organisation, ...clocksFilledIn(query) });
    return found.ok ? found.value : replyProblem(reply, found.error);
  });
  server.get<{ Params: { readonly id: string }; Querystring: BoundQuery }>("/v1/law/:id/bound", async ({ params, query, headers }, reply) => {
    const request = { of: params.id, ...clocksFilledIn(query), ...boundOf(query) };
    if ((headers.accept ?? "").includes(LINES)) {
      const walk = await whomItBinds(registry, PUBLIC, request);
      return walk.ok ? reply.type(LINES).send(Readable.from(linesOf(walk.value))) : replyProblem(reply, walk.error);
    }
    const page = await pageOfBound(registry, PUBLIC, { ...request, limit: limitAsked(query.limit, PER_PAGE, BOUND_PER_PAGE_MAX) });
    return page.ok ? page.value : replyProblem(reply, page.error);
  });
}

function boundOf({ effect = "", possible, cursor = "" }: BoundQuery): Pick<BoundRequest, "effect" | "possible" | "cursor"> {
  return { possible: possible === "true", ...(effect === "" ? {} : { effect }), ...(cursor === "" ? {} : { cursor }) };
}

/** Each organisation a line that stands by itself. */
async function* linesOf({ asOf, organisations }: BoundWalk): AsyncIterable<string> {
  for await (const organisation of organisations) yield `${JSON.stringify({ ...organisation, asOf })}\n`;
}
