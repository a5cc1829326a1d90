// Authorities measured: the public page of the scoreboard, over the days asked for.
import { addDays, ok, parsePlainDate, scoreboardOf, type Problem, type Result } from "../../service/index.ts";
import { authoritiesPage, type AuthoritiesModel, type DeskWrong } from "../portal/index.ts";
import { authoritiesModel } from "../models/authorities-model.ts";
import { statusOf } from "../api/problem.ts";
import type { Asked, Reply } from "./asked.ts";
import { problemPage } from "./problems.ts";

export async function authorities(of: Asked): Promise<Reply> {
  const { registry, request, frame } = of;
  const { from = "", to = "" } = request.query;
  const asked = await authoritiesAsked(of);
  if (asked.ok) return { status: 200, html: authoritiesPage(frame, asked.value) };
  const usual = await scoreboardOf(registry);
  return usual.ok ? { status: statusOf(asked.error), html: authoritiesPage(frame, { ...authoritiesModel(registry, usual.value), wrong: wrongOf(asked.error, from, to) }) } : problemPage(registry, request, usual.error, "", frame);
}

/** The authorities over the days of the address. */
export async function authoritiesAsked({ registry, request }: Asked): Promise<Result<AuthoritiesModel, Problem>> {
  const { from = "", to = "" } = request.query;
  const last = parsePlainDate(to);
  const board = await scoreboardOf(registry, { from, until: to === "" ? "" : last.ok ? addDays(last.value, 1) : to });
  return board.ok ? ok(authoritiesModel(registry, board.value)) : board;
}

/** What was asked, by its last day as the page counts. */
function wrongOf({ code, message, remedy }: Problem, from: string, to: string): DeskWrong {
  const unread = [from, to].find((text) => text !== "" && !parsePlainDate(text).ok);
  return { code, message, remedy, facts: unread === undefined ? { kind: "span", from, until: to } : { kind: "day", text: unread } };
}
