// Feeds of the law's changes, `/zh/law/changes.atom?sector=C&region=320000`: what the page of changes shows, for feed readers. They know
// no clocks: a feed goes on with the days.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { atomText, changesFor, jsonFeedText, readClocks, type Registry } from "../../service/index.ts";
import { lawFeed, type Language } from "../portal/index.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import { bodiesOfLaw } from "../models/acts.ts";
import { frameOf } from "../models/frame.ts";
import { changesModel } from "../models/law-changes-model.ts";

const CLOCKS = ["on", "law", "known"];

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
}

export function addLawFeeds(server: FastifyInstance, context: Context, language: Language): void {
  for (const form of ["atom", "json"] as const) server.get(`/${language}/law/changes.${form}`, (request, reply) => feed(context, request, reply, { language, form }));
}

async function feed({ registry, origin }: Context, request: FastifyRequest, reply: FastifyReply, { language, form }: { readonly language: Language; readonly form: "atom" | "json" }): Promise<FastifyReply> {
  const query = Object.fromEntries([...new URL(request.url, "http://localhost").searchParams].filter(([name]) => !CLOCKS.includes(name)));
  const clocks = await readClocks(registry, {});
  if (!clocks.ok) throw new Error("assertion failed: now is a day");
  const frame = await frameOf(registry, { language, path: "/law/changes", query, origin: origin() }, clocks.value);
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  const answer = changesFor(registry, { ...query, bodies });
  const words = lawFeed(frame, changesModel(registry, answer, query, bodies), answer.days.map((day) => day.published), answer.since, form);
  return reply.type(MEDIA_TYPES[form]).send(form === "atom" ? atomText(words) : jsonFeedText(words));
}
