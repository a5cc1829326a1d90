// Routes about cases: open one, take any step of one, decide many at once, look at one. Each parses, calls one verb, maps the result.
import type { FastifyInstance } from "fastify";
import { caseView, ok, organisationCases, parseMatterId, problem, readDecisions, readOpening, readStep, takeOneStep, takeSteps, type Registry } from "../../service/index.ts";
import { notAllowed, viewerOf, type AsQuery } from "./case-viewer.ts";
import { replyProblem } from "./problem.ts";
import { replyItems, takenAnswer, written } from "./written.ts";

/** Five files of ten megabytes in base64, with what stands around them. */
const BODY_BYTES_MAX = 72 * 1024 * 1024;
const DECISIONS_MAX = 500;

export function addCaseRoutes(server: FastifyInstance, registry: Registry): void {
  server.post("/v1/cases", { bodyLimit: BODY_BYTES_MAX }, async (request, reply) => {
    const read = written(request, readOpening);
    if (!read.ok) return replyProblem(reply, read.error);
    const taken = await takeOneStep(registry, read.value.asked, read.value.once);
    return taken.ok ? reply.status(201).header("location", `/v1/cases/${taken.value.matter}`).send(takenAnswer(taken.value)) : replyProblem(reply, taken.error);
  });
  server.post<{ Params: { readonly matter: string } }>("/v1/cases/:matter/steps", { bodyLimit: BODY_BYTES_MAX }, async (request, reply) => {
    const matter = parseMatterId(request.params.matter);
    if (!matter.ok) return replyProblem(reply, problem("case-unknown", "the address names no case", "Use the `matter` of a case."));
    const read = written(request, (body) => readStep(body, matter.value));
    if (!read.ok) return replyProblem(reply, read.error);
    const taken = await takeOneStep(registry, read.value.asked, read.value.once);
    return taken.ok ? takenAnswer(taken.value) : replyProblem(reply, taken.error);
  });
  server.post("/v1/cases/decisions", async (request, reply) => {
    const read = written(request, (body) => readDecisions(body, DECISIONS_MAX));
    if (!read.ok) return replyProblem(reply, read.error);
    const { asked, once } = read.value;
    const taken = await takeSteps(registry, { asks: asked, ...(once === undefined ? {} : { once }) });
    return taken.ok ? replyItems(reply, "results", taken.value.map((outcome) => (outcome.ok ? ok(takenAnswer(outcome.value)) : outcome))) : replyProblem(reply, taken.error);
  });
  server.get<{ Params: { readonly matter: string }; Querystring: AsQuery }>("/v1/cases/:matter", async (request, reply) => {
    const viewer = await viewerOf(registry, request);
    if (!viewer.ok) return replyProblem(reply, viewer.error);
    // Whether there is such a case is itself not for the public.
    if (viewer.value === null) return replyProblem(reply, problem("case-unknown", "no case is shown to the public", "Sign in at the desk that it concerns; on this machine `as` in the question names who asks."));
    const view = await caseView(registry, viewer.value, request.params.matter);
    return view.ok ? view.value : replyProblem(reply, view.error);
  });
  server.get<{ Params: { readonly organisation: string }; Querystring: AsQuery }>("/v1/organisations/:organisation/cases", async (request, reply) => {
    const viewer = await viewerOf(registry, request);
    if (!viewer.ok) return replyProblem(reply, viewer.error);
    if (viewer.value === null) return replyProblem(reply, notAllowed("which cases an organisation has"));
    const cases = await organisationCases(registry, viewer.value, request.params.organisation);
    return cases.ok ? cases.value : replyProblem(reply, cases.error);
  });
}
