// Authorities measured: the public page of the scoreboard, over the days asked for.
import { addDays, parsePlainDate, scoreboardOf, type Problem } from "../../service/index.ts";
import { authoritiesPage, type DeskWrong } from "../portal/index.ts";
import { authoritiesModel } from "../models/authorities-model.ts";
import { statusOf } from "../api/problem.ts";
import type { Asked, Reply } from "./asked.ts";
import { problemPage } from "./problems.ts";

export async function authorities({ registry, request, frame }: Asked): Promise<Reply> {
  const { from = "", to = "" } = request.query;
  const last = parsePlainDate(to);
  const asked = await scoreboardOf(registry, { from, until: to === "" ? "" : last.ok ? addDays(last.value, 1) : to });
  if (asked.ok) return { status: 200, html: authoritiesPage(frame, authoritiesModel(registry, asked.value)) };
  const usual = await scoreboardOf(registry);
  return usual.ok ? { status: statusOf(asked.error), html: authoritiesPage(frame, { ...authoritiesModel(registry, usual.value), wrong: wrongOf(asked.error, from, to) }) } : problemPage(registry, request, usual.error, "", frame);
}

/** What was asked, by its last day as the page counts. */
function wrongOf({ code, message, remedy }: Problem, from: string, to: string): DeskWrong {
  const unread = [from, to].find((text) => text !== "" && !parsePlainDate(text).ok);
  return { code, message, remedy, facts: unread === undefined ? { kind: "span", from, until: to } : { kind: "day", text: unread } };
}
