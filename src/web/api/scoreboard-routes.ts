// The scoreboard over HTTP: authorities measured, for whoever asks.
import type { FastifyInstance } from "fastify";
import { scoreboardOf, type Registry } from "../../service/index.ts";
import { replyProblem } from "./problem.ts";

export function addScoreboardRoutes(server: FastifyInstance, registry: Registry): void {
  server.get<{ Querystring: { readonly from?: string; readonly until?: string } }>("/v1/scoreboard", async (request, reply) => {
    const { from, until } = request.query;
    const scoreboard = await scoreboardOf(registry, { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) });
    return scoreboard.ok ? scoreboard.value : replyProblem(reply, scoreboard.error);
  });
}
