// Statistics: the page of a span.
import { addDays, parsePlainDate, PUBLIC, statisticsOf, type Clocks, type Problem, type Result, type Statistics, type StatisticsRequest } from "../../service/index.ts";
import { statisticsPage, type StatisticsWrong } from "../portal/index.ts";
import { statisticsModel } from "../models/statistics-model.ts";
import { statusOf } from "../api/problem.ts";
import { clocksText, type Asked, type Reply } from "./asked.ts";
import { problemPage } from "./problems.ts";

export async function statistics(of: Asked): Promise<Reply> {
  const { registry, request, clocks, frame } = of;
  const asked = await statisticsAsked(of);
  if (asked.ok) return { status: 200, html: statisticsPage(frame, statisticsModel(registry, asked.value)) };
  const usual = await statisticsOf(registry, PUBLIC, clocksText(clocks));
  if (!usual.ok) return problemPage(registry, request, usual.error, "", frame);
  return { status: statusOf(asked.error), html: statisticsPage({ ...frame, query: {} }, { ...statisticsModel(registry, usual.value), wrong: wrongOf(asked.error, request.query, clocks) }) };
}

/** The figures the address asks for, by their last day, as the page counts. */
export function statisticsAsked({ registry, request: { query: { from = "", to = "", lists = "", list = "" } }, clocks }: Asked): Promise<Result<Statistics, Problem>> {
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
