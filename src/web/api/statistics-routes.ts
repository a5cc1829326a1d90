// Statistics over HTTP: listings in numbers, for whoever asks.
import type { FastifyInstance } from "fastify";
import { PUBLIC, statisticsOf, type Registry, type StatisticsRequest } from "../../service/index.ts";
import { replyProblem } from "./problem.ts";

export function addStatisticsRoutes(server: FastifyInstance, registry: Registry): void {
  server.get<{ Querystring: StatisticsRequest }>("/v1/statistics", async (request, reply) => {
    const statistics = await statisticsOf(registry, PUBLIC, request.query);
    return statistics.ok ? statistics.value : replyProblem(reply, statistics.error);
  });
}
