// Routes about offices: which there are, what waits for one, the ends it has to take over, the measures that are its to decide and carry out,
// what memoranda ask of it and of others for its lists, and which consumers are late with releases. Each
// parses, calls one verb, maps the result.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { acknowledgeReleases, answerMeasures, measuresOfOffice, memorandaOfOffice, officesWithPosts, ok, overdueByAuthority, readAcknowledgements, readMeasureAnswers, releasesOf, worklistOf, type Problem, type Registry, type Result } from "../../service/index.ts";
import { notAllowed, viewerOf, type AsQuery } from "./case-viewer.ts";
import { limitAsked } from "./limit.ts";
import { replyProblem } from "./problem.ts";
import { replyItems, written } from "./written.ts";

const RELEASES_MAX = 1000;
const ANSWERS_MAX = 200;
const [PAGE_USUAL, PAGE_MAX] = [50, 200];

interface OfOffice {
  readonly Params: { readonly office: string };
  readonly Querystring: AsQuery;
}

export function addOfficeRoutes(server: FastifyInstance, registry: Registry): void {
  server.get("/v1/offices", async () => ({ offices: await officesWithPosts(registry) }));
  server.get<OfOffice>("/v1/offices/:office/worklist", (request, reply) => own(registry, request, reply, (office) => worklistOf(registry, office)));
  server.get<OfOffice>("/v1/offices/:office/releases", (request, reply) => own(registry, request, reply, async (office) => {
    const releases = await releasesOf(registry, office);
    return releases.ok ? ok({ releases: releases.value }) : releases;
  }));
  server.get<OfOffice & { Querystring: { readonly cursor?: string; readonly limit?: string } }>("/v1/offices/:office/measures", (request, reply) => own(registry, request, reply, (office) => {
    const { cursor, limit } = request.query;
    return measuresOfOffice(registry, office, { ...(cursor === undefined ? {} : { cursor }), limit: limitAsked(limit, PAGE_USUAL, PAGE_MAX) });
  }));
  server.get<OfOffice>("/v1/offices/:office/memoranda", (request, reply) => own(registry, request, reply, (office) => memorandaOfOffice(registry, office)));
  server.post<{ Params: { readonly office: string } }>("/v1/offices/:office/measures", async (request, reply) => {
    const read = written(request, (body) => readMeasureAnswers(body, ANSWERS_MAX));
    if (!read.ok) return replyProblem(reply, read.error);
    const { asked: { answers, officers = [] }, once } = read.value;
    const answered = await answerMeasures(registry, { by: request.params.office, officers, answers, ...(once === undefined ? {} : { once }) });
    return answered.ok ? replyItems(reply, "answered", answered.value) : replyProblem(reply, answered.error);
  });
  server.get("/v1/releases/overdue", async () => ({ authorities: await overdueByAuthority(registry) }));
  server.post<{ Params: { readonly office: string } }>("/v1/offices/:office/acknowledgements", async (request, reply) => {
    const read = written(request, (body) => readAcknowledgements(body, RELEASES_MAX));
    if (!read.ok) return replyProblem(reply, read.error);
    const { asked: { releases, officers = [], consumer }, once } = read.value;
    const acknowledged = await acknowledgeReleases(registry, { by: request.params.office, officers, releases, ...(consumer === undefined ? {} : { consumer }), ...(once === undefined ? {} : { once }) });
    return acknowledged.ok ? replyItems(reply, "acknowledged", acknowledged.value) : replyProblem(reply, acknowledged.error);
  });
}

/** What only the office itself and the keeper are shown. */
async function own<T>(registry: Registry, request: FastifyRequest<OfOffice>, reply: FastifyReply, ask: (office: string) => Promise<Result<T, Problem>>): Promise<T | FastifyReply> {
  const viewer = await viewerOf(registry, request);
  if (!viewer.ok) return replyProblem(reply, viewer.error);
  const { office } = request.params;
  if (viewer.value === null || viewer.value.kind === "organisation" || (viewer.value.kind === "office" && viewer.value.office !== office)) return replyProblem(reply, notAllowed("what waits for an office"));
  const answer = await ask(office);
  return answer.ok ? answer.value : replyProblem(reply, answer.error);
}
