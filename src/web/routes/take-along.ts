// Tables of pages as files, `/en/lists.csv?sort=-lists.today` or `.xlsx`: what the page shows, in the order it shows it; of a list everybody on it.
// No cell can run as a formula.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { listOn, ok, PUBLIC, standingOf, timelineFrom, writeTable, type Problem, type Registry, type Result } from "../../service/index.ts";
import { clausesSheet, effectsSheet, figuresSheet, listedSheet, listsSheet, memorandaSheet, SHEET_FORMS, shelfSheets, statisticsSheets, TAKEN_ROWS_MAX, takenAlong, type Language, type TakenAlong } from "../portal/index.ts";
import { replyProblem } from "../api/problem.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import { bodiesShown } from "../models/acts.ts";
import { listModel } from "../models/law-list-model.ts";
import { organisationModel } from "../models/organisation-model.ts";
import { statisticsModel } from "../models/statistics-model.ts";
import { readAsked, clocksText, type Asked } from "./asked.ts";
import { authoritiesAsked } from "./authorities.ts";
import { listOrder, listRows, memorandumAsked, memorandumRows } from "./law.ts";
import { statisticsAsked } from "./statistics.ts";

/** A workbook names no sheet longer. */
const SHEET_NAME_MAX = 31;

type Taking = (asked: Asked) => Promise<Result<TakenAlong | undefined, Problem>>;

const TAKINGS: readonly (readonly [string, Taking])[] = [["/lists", lists], ["/lists/:parameter", list], ["/memoranda", memoranda], ["/memoranda/:parameter", memorandum], ["/authorities", authorities], ["/statistics", statistics], ["/organisations/:parameter", organisation]];

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
}

export function addTakeAlong(server: FastifyInstance, context: Context, language: Language): void {
  for (const form of SHEET_FORMS) {
    for (const [path, taking] of TAKINGS) server.get(`/${language}${path}.${form}`, (request, reply) => send(context, request, reply, { language, form, taking }));
  }
}

async function send({ registry, origin }: Context, request: FastifyRequest, reply: FastifyReply, { language, form, taking }: { readonly language: Language; readonly form: (typeof SHEET_FORMS)[number]; readonly taking: Taking }): Promise<FastifyReply> {
  const url = new URL(request.url, "http://localhost");
  const { parameter = "" } = Object(request.params) as { readonly parameter?: string };
  const path = decodeURIComponent(url.pathname).slice(language.length + 1, -form.length - 1);
  const asked = await readAsked(registry, { language, path, query: Object.fromEntries(url.searchParams), origin: origin() }, parameter);
  if (!asked.ok) return replyProblem(reply, asked.error);
  const taken = await taking(asked.value);
  if (!taken.ok) return replyProblem(reply, taken.error);
  if (taken.value === undefined) return replyProblem(reply, { code: "input-invalid", message: `\`${url.searchParams.get("table") ?? ""}\` is no table of this page`, remedy: "Take the address from the page." });
  return sendTable(reply, form, taken.value);
}

/** Sends rows of text as a file to open in a spreadsheet. */
export function sendTable(reply: FastifyReply, form: (typeof SHEET_FORMS)[number], { name, rows }: TakenAlong): FastifyReply {
  return reply.type(MEDIA_TYPES[form]).header("content-disposition", `attachment; filename="${name}.${form}"`).send(Buffer.from(writeTable(form, name.slice(0, SHEET_NAME_MAX), rows)));
}

async function lists(asked: Asked): ReturnType<Taking> {
  const rows = await listRows(asked);
  return ok(takenAlong(asked.frame, (view) => [listsSheet(view, rows)]));
}

async function list(asked: Asked): ReturnType<Taking> {
  const { registry, frame, clocks, parameter, request } = asked;
  const answer = await listOn(registry, PUBLIC, parameter, { ...clocksText(clocks), perPage: TAKEN_ROWS_MAX, ...listOrder(asked) });
  return answer.ok ? ok(takenAlong(frame, (view) => [listedSheet(view, listModel(registry, answer.value, { page: 1, perPage: TAKEN_ROWS_MAX }, request.language))])) : answer;
}

async function memoranda(asked: Asked): ReturnType<Taking> {
  return ok(takenAlong(asked.frame, (view) => [memorandaSheet(view, memorandumRows(asked))]));
}

async function memorandum(asked: Asked): ReturnType<Taking> {
  const model = await memorandumAsked(asked);
  return model.ok ? ok(takenAlong(asked.frame, (view) => [clausesSheet(view, model.value)])) : model;
}

async function authorities(asked: Asked): ReturnType<Taking> {
  const model = await authoritiesAsked(asked);
  return model.ok ? ok(takenAlong(asked.frame, (view) => [figuresSheet(view, model.value)])) : model;
}

async function statistics(asked: Asked): ReturnType<Taking> {
  const counted = await statisticsAsked(asked);
  return counted.ok ? ok(takenAlong(asked.frame, (view) => statisticsSheets(view, statisticsModel(asked.registry, counted.value)))) : counted;
}

/** What applies, and the shelf that is open. */
async function organisation({ registry, frame, clocks, parameter, request }: Asked): ReturnType<Taking> {
  const standing = await standingOf(registry, PUBLIC, { organisation: parameter, ...clocksText(clocks) });
  if (!standing.ok) return standing;
  const model = organisationModel(registry, { standing: standing.value, timeline: await timelineFrom(registry, PUBLIC, standing.value), shelf: request.query["shelf"] ?? "", language: request.language, bodies: await bodiesShown(registry, frame.register.model !== undefined) });
  return ok(takenAlong(frame, (view) => [effectsSheet(view, model.organisation.file, model.effects), ...shelfSheets(view, model)]));
}
