// Law: lists, memoranda and every other entry, as of the law's day, with what stands on the lists at the clocks asked for. Rules about
// persons are shown as law, from the law alone.
import type { List } from "../../domain/rules/index.ts";
import { LISTED_PER_PAGE, listOn, overview, runExamples, shelvesOn, showLaw, statisticsOf, type ListAnswer } from "../../service/index.ts";
import { lawEntryPage, listPage, listsPage, memorandaPage, memorandumPage, modelPage, type ListModel } from "../portal/index.ts";
import { bodiesOfLaw } from "../models/acts.ts";
import { bodyOf } from "../models/frame.ts";
import { lawEntryModel } from "../models/law-entry-model.ts";
import { listModel, listRow } from "../models/law-list-model.ts";
import { memorandumModel, memorandumRow } from "../models/law-memorandum-model.ts";
import { monthViews } from "../models/statistics-model.ts";
import { clocksText, pageAsked, PUBLIC, type Asked, type Reply } from "./asked.ts";
import { notFound, problemPage } from "./problems.ts";

export async function lists({ registry, clocks, frame }: Asked): Promise<Reply> {
  const seen = await overview(registry, PUBLIC, clocks.on, clocks);
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  const rows = seen.lists.filter((each) => bodies.has(bodyOf(each.list))).flatMap((each) => listRow(registry, each) ?? []);
  return { status: 200, html: listsPage(frame, { lists: rows, presets: [] }) };
}

export async function list(asked: Asked): Promise<Reply> {
  const { registry, request, clocks, frame, parameter } = asked;
  const page = pageAsked(asked);
  const ofPersons = listOfPersons(asked);
  const answer = ofPersons ?? (await listOn(registry, PUBLIC, parameter, { ...clocksText(clocks), page }));
  if (!answer.ok) return problemPage(registry, request, answer.error, parameter);
  return { status: 200, html: listPage(frame, { ...listModel(registry, answer.value, { page, perPage: LISTED_PER_PAGE }, request.language), ...(ofPersons === undefined ? await overTime(asked) : {}) }) };
}

/** The list over the last full months, where it can be counted. */
async function overTime({ registry, clocks, parameter }: Asked): Promise<Pick<ListModel, "overTime">> {
  const counted = await statisticsOf(registry, PUBLIC, { list: parameter, ...clocksText(clocks) });
  return counted.ok && counted.value.lists.length > 0 ? { overTime: { side: counted.value.side, months: monthViews(counted.value) } } : {};
}

/** A list of persons: its law, and nobody on it. */
function listOfPersons({ registry, clocks, parameter }: Asked): { readonly ok: true; readonly value: ListAnswer } | undefined {
  const found = shelvesOn(registry.rulebook, clocks.law).all.find((each) => each.people && each.entry.id === parameter);
  if (found?.entry.kind !== "list") return undefined;
  const list: List = found.entry;
  return { ok: true, value: { list, on: clocks.on, law: clocks.law, known: clocks.known, editions: [], open: false, stale: false, total: 0, first: 0, listings: [] } };
}

export function memoranda({ registry, clocks, frame }: Asked): Promise<Reply> {
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  const rows = registry.rulebook.on(clocks.law).all("memorandum").filter((each) => bodies.has(bodyOf(each.id))).map((each) => memorandumRow(registry, each, clocks.law));
  return Promise.resolve({ status: 200, html: memorandaPage(frame, { memoranda: rows, presets: [] }) });
}

export async function memorandum({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const shown = showLaw(registry, parameter, clocks.law);
  if (!shown.ok) return problemPage(registry, request, shown.error, parameter);
  if (shown.value.entry.kind !== "memorandum") return notFound({ registry, request });
  const seen = await overview(registry, PUBLIC, clocks.on, clocks);
  const standing = new Map<string, number | null>(seen.lists.map((each) => [each.list, each.standing]));
  return { status: 200, html: memorandumPage(frame, memorandumModel(registry, shown.value.entry, clocks.law, standing)) };
}

export function lawEntry({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const entry = showLaw(registry, parameter, clocks.law);
  if (!entry.ok) return problemPage(registry, request, entry.error, parameter);
  return Promise.resolve({ status: 200, html: lawEntryPage(frame, lawEntryModel(registry, entry.value, runExamples(registry, { about: entry.value.entry.id }))) });
}

/** How the model jurisdiction was made; elsewhere there is no such page. */
export async function model({ registry, request, clocks, frame }: Asked): Promise<Reply> {
  const setting = await registry.ledger.setting("model");
  const nation = frame.register.model?.nation;
  if (setting === null || nation === undefined) return notFound({ registry, request });
  const made: unknown = JSON.parse(setting);
  const values = new Map(Object.entries(Object(made)));
  const seen = await overview(registry, PUBLIC, clocks.on, clocks);
  const page = modelPage(frame, { nation, seed: String(values.get("seed") ?? ""), until: String(values.get("until") ?? ""), organisations: seen.organisations, offices: registry.rulebook.all("office").length, ...(typeof values.get("records") === "number" ? { records: Number(values.get("records")) } : {}), batches: seen.batches.reduce((sum, batch) => sum + batch.count, 0) });
  return { status: 200, html: page };
}
