// Law: lists, memoranda and every other entry, as of the law's day, with what stands on the lists at the clocks asked for. Rules about
// persons are shown as law, from the law alone.
import type { List } from "../../domain/rules/index.ts";
import { err, LISTED_PER_PAGE, LIST_ORDERS, listOn, monthsOfList, ok, overview, problem, PUBLIC, runExamples, shelvesOn, showLaw, type ListAnswer, type ListOrder, type Problem, type Result } from "../../service/index.ts";
import { lawEntryPage, listPage, listsPage, memorandaPage, memorandumPage, modelPage, type ListModel, type ListRow, type MemorandumModel, type MemorandumRow } from "../portal/index.ts";
import { bodiesOfLaw } from "../models/acts.ts";
import { bodyOf } from "../models/frame.ts";
import { lawEntryModel } from "../models/law-entry-model.ts";
import { listModel, listRow } from "../models/law-list-model.ts";
import { memorandumModel, memorandumRow } from "../models/law-memorandum-model.ts";
import { monthViews } from "../models/statistics-model.ts";
import { clocksText, pageAsked, type Asked, type Reply } from "./asked.ts";
import { notFound, problemPage } from "./problems.ts";

export async function lists(asked: Asked): Promise<Reply> {
  return { status: 200, html: listsPage(asked.frame, { lists: await listRows(asked), presets: [] }) };
}

/** Every list of the bodies shown, as the page and its file have it. */
export async function listRows({ registry, clocks, frame }: Asked): Promise<readonly ListRow[]> {
  const seen = await overview(registry, PUBLIC, clocks.on, clocks);
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  return seen.lists.filter((each) => bodies.has(bodyOf(each.list))).flatMap((each) => listRow(registry, each) ?? []);
}

export async function list(asked: Asked): Promise<Reply> {
  const { registry, request, clocks, frame, parameter } = asked;
  const page = pageAsked(asked);
  const ofPersons = listOfPersons(asked);
  const answer = ofPersons ?? (await listOn(registry, PUBLIC, parameter, { ...clocksText(clocks), page, ...listOrder(asked) }));
  if (!answer.ok) return problemPage(registry, request, answer.error, parameter);
  return { status: 200, html: listPage(frame, { ...listModel(registry, answer.value, { page, perPage: LISTED_PER_PAGE }, request.language), ...(ofPersons === undefined ? await overTime(asked) : {}) }) };
}

/** The list over the last full months, where it can be counted. */
async function overTime({ registry, clocks, parameter }: Asked): Promise<Pick<ListModel, "overTime">> {
  const counted = await monthsOfList(registry, PUBLIC, { list: parameter, ...clocksText(clocks) });
  return counted.ok && counted.value.months.length > 0 ? { overTime: { side: counted.value.side, months: monthViews(counted.value) } } : {};
}

/** The order the address asks for of those on a list, `sort=-on-it.until`. */
export function listOrder({ frame }: Asked): { readonly order?: ListOrder } {
  const asked = frame.query["sort"] ?? "";
  const order = LIST_ORDERS.flatMap((by): ListOrder[] => [by, `-${by}`]).find((each) => asked === (each.startsWith("-") ? `-on-it.${each.slice(1)}` : `on-it.${each}`));
  return order === undefined ? {} : { order };
}

/** A list of persons: its law, and nobody on it. */
function listOfPersons({ registry, clocks, parameter }: Asked): { readonly ok: true; readonly value: ListAnswer } | undefined {
  const found = shelvesOn(registry.rulebook, clocks.law).all.find((each) => each.people && each.entry.id === parameter);
  if (found?.entry.kind !== "list") return undefined;
  const list: List = found.entry;
  return { ok: true, value: { list, on: clocks.on, law: clocks.law, known: clocks.known, editions: [], open: false, stale: false, total: 0, first: 0, listings: [] } };
}

export function memoranda(asked: Asked): Promise<Reply> {
  return Promise.resolve({ status: 200, html: memorandaPage(asked.frame, { memoranda: memorandumRows(asked), presets: [] }) });
}

export function memorandumRows({ registry, clocks, frame }: Asked): readonly MemorandumRow[] {
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  return registry.rulebook.on(clocks.law).all("memorandum").filter((each) => bodies.has(bodyOf(each.id))).map((each) => memorandumRow(registry, each, clocks.law));
}

export async function memorandum(asked: Asked): Promise<Reply> {
  const { registry, request, frame, parameter } = asked;
  const model = await memorandumAsked(asked);
  return model.ok ? { status: 200, html: memorandumPage(frame, model.value) } : problemPage(registry, request, model.error, parameter);
}

/** The memorandum of the address; an entry of another kind is none. */
export async function memorandumAsked({ registry, clocks, parameter }: Asked): Promise<Result<MemorandumModel, Problem>> {
  const shown = showLaw(registry, parameter, clocks.law);
  if (!shown.ok) return shown;
  if (shown.value.entry.kind !== "memorandum") return err(problem("law-entry-unknown", `\`${parameter}\` is no memorandum of the law`, "`law show` names the memoranda."));
  const seen = await overview(registry, PUBLIC, clocks.on, clocks);
  const standing = new Map<string, number | null>(seen.lists.map((each) => [each.list, each.standing]));
  return ok(memorandumModel(registry, shown.value.entry, clocks.law, standing));
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
