// Watch lists for programs: made, read, changed and deleted by their token, with their alerts. A token opens its list and nothing else; writes are
// taken from this machine alone.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addAlert, forgetWatch, readAlert, readNothing, readWatched, removeAlert, resumeAlert, rotateSecret, setWatched, testAlert, watchNamed, watchWithAlerts, type Finding, type Problem, type Registry, type Result } from "../../service/index.ts";
import { replyProblem } from "./problem.ts";
import { notFromHere, written } from "./written.ts";

interface OfList {
  readonly Params: { readonly token: string };
}

interface OfAlert {
  readonly Params: { readonly token: string; readonly alert: string };
}

/** `origin`: where the pages are that letters lead to. */
export function addWatchRoutes(server: FastifyInstance, registry: Registry, origin: () => string): void {
  server.post("/v1/watch-lists", (request, reply) => taking(request, reply, readWatched, ({ organisations, label = "" }) => watchNamed(registry, { label, organisations }), 201));
  server.get<OfList>("/v1/watch-lists/:token", async ({ params: { token } }, reply) => {
    const watch = await watchWithAlerts(registry, token);
    reply.header("cache-control", "no-store");
    if (!watch.ok) return replyProblem(reply, watch.error);
    // Which files are one organisation is for who tells what changed, not for who asks.
    const organisations = watch.value.organisations.map(({ organisation: { files: _files, ...organisation }, ...rest }) => ({ organisation, ...rest }));
    return { ...watch.value, organisations };
  });
  server.put<OfList>("/v1/watch-lists/:token", (request, reply) => taking(request, reply, readWatched, ({ organisations }) => setWatched(registry, request.params.token, organisations)));
  server.delete<OfList>("/v1/watch-lists/:token", (request, reply) => deleting(request, reply, () => forgetWatch(registry, request.params.token)));
  server.post<OfList>("/v1/watch-lists/:token/alerts", (request, reply) => taking(request, reply, readAlert, ({ target, pace = "daily", language = "zh" }) => addAlert(registry, request.params.token, { target, pace, language, site: origin() }), 201));
  server.delete<OfAlert>("/v1/watch-lists/:token/alerts/:alert", (request, reply) => deleting(request, reply, () => removeAlert(registry, request.params.token, request.params.alert)));
  server.post<OfAlert>("/v1/watch-lists/:token/alerts/:alert/test", (request, reply) => taking(request, reply, readNothing, () => testAlert(registry, request.params.token, request.params.alert), 202));
  server.post<OfAlert>("/v1/watch-lists/:token/alerts/:alert/secret", (request, reply) => taking(request, reply, readNothing, () => rotateSecret(registry, request.params.token, request.params.alert)));
  server.post<OfAlert>("/v1/watch-lists/:token/alerts/:alert/resume", (request, reply) => taking(request, reply, readNothing, () => resumeAlert(registry, request.params.token, request.params.alert)));
}

async function taking<T>(request: FastifyRequest, reply: FastifyReply, read: (body: unknown) => Result<T, readonly Finding[]>, run: (asked: T) => Promise<Result<object, Problem>>, status = 200): Promise<FastifyReply> {
  const sent = written(request, read);
  if (!sent.ok) return replyProblem(reply, sent.error);
  const done = await run(sent.value.asked);
  return done.ok ? reply.header("cache-control", "no-store").status(status).send(done.value) : replyProblem(reply, done.error);
}

async function deleting(request: FastifyRequest, reply: FastifyReply, run: () => Promise<Result<null, Problem>>): Promise<FastifyReply> {
  const strange = notFromHere(request);
  if (strange !== undefined) return replyProblem(reply, strange);
  const done = await run();
  return done.ok ? reply.status(204).send() : replyProblem(reply, done.error);
}
