// Feeds and calendars of the register, of a list, of an organisation and of the law. What the public pages show, for feed readers and calendar programs,
// which ask often: an answer that says nothing new is 304. They know no clocks: a feed goes on with the days.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { atomText, calendarText, jsonFeedText, newsOf, publicDatesOf, readClocks, unchangedSince, type Problem, type Registry, type Result } from "../../service/index.ts";
import { datesCalendar, newsFeed, type Language } from "../portal/index.ts";
import { replyProblem } from "../api/problem.ts";
import { bodiesOfLaw } from "../models/acts.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import { frameOf } from "../models/frame.ts";

type Form = "atom" | "json" | "ics";

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
}

interface Asking {
  readonly language: Language;
  readonly form: Form;
  readonly about: string;
}

export function addFeeds(server: FastifyInstance, context: Context, language: Language): void {
  for (const form of ["atom", "json"] as const) server.get(`/${language}/feed.${form}`, (request, reply) => follow(context, request, reply, { language, form, about: "" }));
  server.get(`/${language}/law/calendar.ics`, (request, reply) => follow(context, request, reply, { language, form: "ics", about: "" }));
  for (const form of ["atom", "json", "ics"] as const) {
    for (const room of ["lists", "organisations"]) server.get<{ Params: { readonly about: string } }>(`/${language}/${room}/:about.${form}`, (request, reply) => follow(context, request, reply, { language, form, about: request.params.about }));
  }
}

async function follow(context: Context, request: FastifyRequest, reply: FastifyReply, asking: Asking): Promise<FastifyReply> {
  const { registry } = context;
  const written = await textOf(context, asking);
  if (!written.ok) return replyProblem(reply, written.error);
  const tag = `"${registry.digest(written.value.text).slice("sha256:".length, "sha256:".length + 32)}"`;
  reply.header("etag", tag).header("last-modified", new Date(written.value.updated).toUTCString()).header("cache-control", "no-cache");
  if (isFresh(request, tag, written.value.updated)) return reply.status(304).send();
  return reply.type(MEDIA_TYPES[asking.form]).send(written.value.text);
}

/** Whether whoever asks has it already: by its tag, or where none is named by its day. */
function isFresh({ headers }: FastifyRequest, tag: string, updated: string): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return tags.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === tag);
  const since = Date.parse(headers["if-modified-since"] ?? "");
  return !Number.isNaN(since) && Math.floor(Date.parse(updated) / 1000) * 1000 <= since;
}

/** What is sent, and since when nothing can be new in it. */
async function textOf({ registry, origin }: Context, { language, form, about }: Asking): Promise<Result<{ readonly text: string; readonly updated: string }, Problem>> {
  const clocks = await readClocks(registry, {});
  if (!clocks.ok) throw new Error("assertion failed: now is a day");
  const { law, register } = await frameOf(registry, { language, path: "/", query: {}, origin: origin() }, clocks.value);
  const following = { language, origin: origin(), register: register.name, law };
  if (form === "ics") {
    const dates = await publicDatesOf(registry, about, bodiesOfLaw(registry, register.model !== undefined));
    return dates.ok ? { ok: true, value: { text: calendarText(datesCalendar(following, dates.value)), updated: await unchangedSince(registry) } } : dates;
  }
  const news = await newsOf(registry, about);
  if (!news.ok) return news;
  const feed = newsFeed(following, news.value, form);
  return { ok: true, value: { text: form === "atom" ? atomText(feed) : jsonFeedText(feed), updated: await unchangedSince(registry) } };
}
