// News and dates over HTTP: what feeds and calendars are made of, as JSON. The asker is the public.
import type { FastifyInstance } from "fastify";
import { newsOf, publicDatesOf, type Registry } from "../../service/index.ts";
import { bodiesOfLaw } from "../models/acts.ts";
import { replyProblem } from "./problem.ts";

export function addNewsRoutes(server: FastifyInstance, registry: Registry): void {
  server.get<{ Querystring: { readonly about?: string } }>("/v1/news", async ({ query: { about = "" } }, reply) => {
    const news = await newsOf(registry, about);
    return news.ok ? news.value : replyProblem(reply, news.error);
  });
  server.get<{ Querystring: { readonly about?: string } }>("/v1/dates", async ({ query: { about = "" } }, reply) => {
    const dates = await publicDatesOf(registry, about, bodiesOfLaw(registry, (await registry.ledger.setting("model")) !== null));
    return dates.ok ? dates.value : replyProblem(reply, dates.error);
  });
}
