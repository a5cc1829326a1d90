// Statistics: the page of a span, and each of its tables as a file for a spreadsheet.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addDays, parsePlainDate, statisticsOf, writeCsv, type Problem, type Registry, type Statistics, type StatisticsRequest, type Result } from "../../service/index.ts";
import { isStatisticsTable, statisticsPage, statisticsSheet, type Language, type StatisticsWrong } from "../portal/index.ts";
import { frameOf, askedClocks } from "../models/frame.ts";
import { statisticsModel } from "../models/statistics-model.ts";
import { statusOf } from "../api/problem.ts";
import { clocksOf, clocksText, PUBLIC, type Asked, type Clocks, type Reply } from "./asked.ts";
import { problemPage } from "./problems.ts";

export async function statistics({ registry, request, clocks, frame }: Asked): Promise<Reply> {
  const asked = await askedFor(registry, request.query, clocks);
  if (asked.ok) return { status: 200, html: statisticsPage(frame, statisticsModel(registry, asked.value)) };
  const usual = await statisticsOf(registry, PUBLIC, clocksText(clocks));
  if (!usual.ok) return problemPage(registry, request, usual.error, "", frame);
  return { status: statusOf(asked.error), html: statisticsPage({ ...frame, query: {} }, { ...statisticsModel(registry, usual.value), wrong: wrongOf(asked.error, request.query, clocks) }) };
}

/** As the page counts, by the last day. */
function askedFor(registry: Registry, { from = "", to = "", lists = "", list = "" }: Readonly<Record<string, string>>, clocks: Clocks): Promise<Result<Statistics, Problem>> {
  const last = parsePlainDate(to);
  const request: StatisticsRequest = { from, until: last.ok ? addDays(last.value, 1) : to, lists, list, ...clocksText(clocks) };
  return statisticsOf(registry, PUBLIC, request);
}

function wrongOf({ code }: Problem, { from = "", to = "" }: Readonly<Record<string, string>>, { on }: Clocks): StatisticsWrong {
  if (code === "input-invalid") return "lists";
  if (code === "law-entry-unknown") return "list";
  if ([from, to].some((text) => text !== "" && !parsePlainDate(text).ok)) return "day";
  return to > on ? "beyond" : from > (to === "" ? on : to) ? "noDays" : "tooLong";
}

export function addStatisticsFiles(server: FastifyInstance, context: { readonly registry: Registry; readonly origin: () => string }, language: Language): void {
  server.get(`/${language}/statistics.csv`, (request, reply) => file(context, request, reply, language));
}

/** One table of the statistics; what cannot be counted leads to the page that says why. */
async function file({ registry, origin }: Parameters<typeof addStatisticsFiles>[1], request: FastifyRequest, reply: FastifyReply, language: Language): Promise<FastifyReply> {
  const url = new URL(request.url, "http://localhost");
  const query = Object.fromEntries(url.searchParams);
  const table = query["table"] ?? "months";
  const clocks = await clocksOf(registry, askedClocks(query));
  const asked = clocks.ok ? await askedFor(registry, query, clocks.value) : clocks;
  if (!clocks.ok || !asked.ok || !isStatisticsTable(table)) return reply.redirect(`/${language}/statistics${url.search}`, 302);
  const frame = await frameOf(registry, { language, path: "/statistics", query, origin: origin() }, clocks.value);
  return reply.type("text/csv; charset=utf-8").header("content-disposition", `attachment; filename="statistics-${table}.csv"`).send(Buffer.from(writeCsv(statisticsSheet(frame, statisticsModel(registry, asked.value), table), { encoding: "utf-8-bom" })));
}
