// Routes of the portal: read the address, call verbs, fill a view model, send the page. Everything works without scripts.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { checkOrganisation, findOrganisations, LISTED_PER_PAGE, listLaw, listOn, overview, runExamples, showLaw, standingOf, today, type Found, type LatestEvent, type Overview, type Problem, type Registry } from "../service/index.ts";
import {
  assets, badQuestionPage, faultPage, homePage, lawEntryPage, lawPage, listPage, listsPage, markup, memorandaPage, memorandumPage, modelPage, notFoundPage, organisationNotFoundPage, organisationPage, searchPage,
  type HitView, type HomeModel, type Html, type LatestRow, type RegimeView, type State,
} from "./portal/index.ts";
import type { Answer } from "../domain/restrictions/index.ts";
import { statusOf } from "./api/problem.ts";
import { askedClocks, bareFrame, frameOf, termNames, type PageRequest } from "./models/frame.ts";
import { lawEntryModel, lawIndex, listModel, listRow, memorandumModel, memorandumRow } from "./models/law-models.ts";
import { actChoices, organisationModel } from "./models/organisation-model.ts";

const PUBLIC = { kind: "public" } as const;
const YEAR_SECONDS = 31_536_000;
const HITS_PER_PAGE = 25;

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
  readonly log: (line: string) => void;
}

type Page = { readonly status: number; readonly html: Html };
type Handler = (context: Pick<Context, "registry">, request: PageRequest, parameter: string) => Promise<Page>;

export function addPortal(server: FastifyInstance, context: Context): void {
  for (const { path, contentType, bytes } of assets()) {
    server.get(path, (_request, reply) => reply.type(contentType).header("cache-control", `public, max-age=${YEAR_SECONDS}, immutable`).send(Buffer.from(bytes)));
  }
  server.get("/", (request, reply) => reply.redirect(`/${preferred(request.headers["accept-language"])}/`, 302));
  server.get("/favicon.ico", (_request, reply) => reply.redirect(assets().find((asset) => asset.path.endsWith(".svg"))?.path ?? "/", 302));
  const pages: readonly (readonly [string, Handler])[] = [
    ["/", home], ["/search", search], ["/organisations/:parameter", organisation], ["/lists", lists], ["/lists/:parameter", list],
    ["/memoranda", memoranda], ["/memoranda/:parameter", memorandum], ["/law", law], ["/law/:parameter", lawEntry], ["/model", model],
  ];
  for (const language of ["zh", "en"] as const) {
    for (const [path, handler] of pages) server.get(`/${language}${path}`, (request, reply) => send(context, request, reply, language, handler));
    server.get(`/${language}/*`, (request, reply) => send(context, request, reply, language, notFound));
  }
}

/** The reader's own language, Chinese or English. */
function preferred(header: string | undefined): "zh" | "en" {
  return (header ?? "").trim().toLowerCase().startsWith("zh") ? "zh" : "en";
}

async function send(context: Context, request: FastifyRequest, reply: FastifyReply, language: "zh" | "en", handler: Handler): Promise<FastifyReply> {
  const url = new URL(request.url, "http://localhost");
  const { parameter = "" } = Object(request.params) as { readonly parameter?: string };
  const asked: PageRequest = { language, path: decodeURIComponent(url.pathname).slice(language.length + 1) || "/", query: Object.fromEntries(url.searchParams), origin: context.origin() };
  try {
    const page = await handler(context, asked, parameter);
    return await reply.status(page.status).type("text/html; charset=utf-8").send(markup(page.html));
  } catch (fault) {
    context.log(`fault ${request.id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reply.status(500).type("text/html; charset=utf-8").send(markup(faultPage(bareFrame(context.registry, asked), request.id)));
  }
}

async function home({ registry }: Pick<Context, "registry">, request: PageRequest): Promise<Page> {
  const frame = await frameOf(registry, request);
  if (request.query["q"] !== undefined && request.query["q"] !== "") return search({ registry }, { ...request, path: "/search" });
  const on = today(registry);
  const seen = await overview(registry, PUBLIC, on);
  const modelBodies = frame.register.model === undefined ? undefined : ["cn", "model"];
  const acts = actChoices(registry, on, modelBodies);
  return { status: 200, html: homePage(frame, homeModel(registry, seen, acts, examplesOf(seen))) };
}

function homeModel(registry: Registry, seen: Overview, acts: HomeModel["acts"], examples: readonly string[]): HomeModel {
  return {
    acts, examples, counts: { organisations: seen.organisations, listed: seen.listed, favoured: seen.favoured, released: seen.released },
    latest: seen.latest.flatMap((latest) => latestRow(registry, latest)),
    lists: seen.lists.flatMap((each) => listRow(registry, each) ?? []).filter((row) => row.today === undefined || row.today > 0 || row.edition !== undefined),
    regimes: regimesOf(registry, today(registry)).map(({ names, law, current }) => ({ label: names, law, current })), deliveries: [],
  };
}

/** Names that find something: of the organisations the page shows anyway. */
function examplesOf(seen: Overview): readonly string[] {
  return [...new Set(seen.latest.flatMap((latest) => latest.name ?? []))].slice(0, 3);
}

function latestRow(registry: Registry, latest: LatestEvent): readonly LatestRow[] {
  const what: LatestRow["what"] | undefined =
    latest.type === "ListingDecided" ? (registry.rulebook.all("list").find((each) => each.id === latest.of)?.colour === "red" ? "favoured" : "listed") : latest.type === "RecordReported" ? "recorded" : latest.type === "EditionReceived" ? "edition" : undefined;
  if (what === undefined) return [];
  return [{ day: latest.day, what, of: latest.of, position: latest.position, ...(latest.by === null ? {} : { by: latest.by }), ...(latest.file === null ? {} : { organisation: { file: latest.file, name: latest.name ?? latest.file } }) }];
}

async function search({ registry }: Pick<Context, "registry">, request: PageRequest): Promise<Page> {
  const asked = (request.query["q"] ?? request.query["organisation"] ?? "").trim();
  const frame = await frameOf(registry, request);
  const page = Math.max(1, Number.parseInt(request.query["page"] ?? "1", 10) || 1);
  const answer = asked === "" ? undefined : await findOrganisations(registry, asked, 200);
  const found = answer?.found ?? [];
  const shown = found.slice((page - 1) * HITS_PER_PAGE, page * HITS_PER_PAGE);
  const hits: HitView[] = [];
  for (const one of shown) hits.push(await hitOf(registry, one, request));
  return {
    status: 200,
    html: searchPage(frame, {
      asked, total: found.length, from: found.length === 0 ? 0 : (page - 1) * HITS_PER_PAGE + 1, hits, held: [], facets: [], also: [], deliveries: [],
      ...(page > 1 ? { previous: String(page - 1) } : {}), ...(page * HITS_PER_PAGE < found.length ? { next: String(page + 1) } : {}),
    }),
  };
}

async function hitOf(registry: Registry, found: Found, request: PageRequest): Promise<HitView> {
  const standing = await standingOf(registry, PUBLIC, { organisation: found.file, ...askedClocks(request.query) });
  const base = { file: found.file, name: found.name, codes: found.codes, foundBy: found.by === "pinyin" ? "pinyin" as const : found.by, ...(found.matched === found.name ? {} : { foundText: found.matched }) };
  if (!standing.ok) return { ...base, state: "undetermined" };
  const { verdicts, acts, organisation: onFile } = standing.value;
  const [may, favoured] = [acts.filter((act) => act.possible.length > 0).length, acts.filter((act) => act.favours.length > 0).length];
  const state: State = verdicts.bound > 0 ? "bound" : verdicts.undetermined > 0 ? "undetermined" : may > 0 ? "may" : favoured > 0 ? "favoured" : "clear";
  const earliest = acts.flatMap((act) => act.exits.flatMap((exit) => (exit.earliest === undefined ? [] : [{ day: exit.earliest, provisional: exit.provisional === true }]))).sort((a, b) => (a.day < b.day ? -1 : 1))[0];
  const { kind, legalForm, sector, region } = onFile.attributes;
  const names = { kind: termNames(registry, "legal-form", legalForm ?? kind), sector: termNames(registry, "sector", sector), region: termNames(registry, "region", region) ?? (found.country === null ? undefined : { en: found.country }) };
  const other = onFile.names.find((name) => name.text !== found.name);
  return {
    ...base, state, acts: { bound: verdicts.bound, may, undetermined: verdicts.undetermined, favoured, clear: verdicts.clear },
    ...(other === undefined ? {} : { otherName: other.text }), ...(earliest === undefined ? {} : { earliest }),
    ...(names.kind === undefined ? {} : { kind: names.kind }), ...(names.sector === undefined ? {} : { sector: names.sector }), ...(names.region === undefined ? {} : { region: names.region }),
  };
}

async function organisation({ registry }: Pick<Context, "registry">, request: PageRequest, parameter: string): Promise<Page> {
  const clocks = { on: today(registry), ...askedClocks(request.query) };
  const standing = await standingOf(registry, PUBLIC, { organisation: parameter, ...clocks });
  if (!standing.ok) return problemPage(registry, request, standing.error, parameter);
  const act = request.query["act"];
  const answer = act === undefined || act === "" ? undefined : await checkOrganisation(registry, PUBLIC, { organisation: standing.value.organisation.file ?? parameter, act, ...clocks, explain: true });
  if (answer?.ok === false) return problemPage(registry, request, answer.error, act ?? "");
  const frame = await frameOf(registry, request, standing.value.asOf);
  const regimes = answer === undefined ? [] : await otherLaw(registry, answer.value, clocks);
  return { status: 200, html: organisationPage(frame, { ...organisationModel(registry, standing.value, answer?.value, request.language), regimes }) };
}

interface Regime {
  readonly law: ReturnType<typeof today>;
  readonly names: { readonly en: string; readonly zh?: string };
  readonly current: boolean;
}

/** The regimes of a body of law (of the first that tells any apart), the one that governs the day marked. */
function regimesOf(registry: Registry, day: string, body?: string): readonly Regime[] {
  const facts = body === undefined ? [...registry.rulebook.bodyFacts.values()].find((each) => each.regimes.length > 0) : registry.rulebook.bodyFacts.get(body);
  const regimes = facts?.regimes ?? [];
  const current = regimes.findLast((regime) => regime.law <= day);
  return regimes.map((regime) => ({ ...regime, current: regime === current }));
}

/** The same question under the law of each regime: the same facts, another statute book. */
async function otherLaw(registry: Registry, answer: Answer, clocks: ReturnType<typeof askedClocks>): Promise<readonly RegimeView[]> {
  const views: RegimeView[] = [];
  const [act = ""] = answer.act.split("@");
  const body = act.slice(0, act.indexOf(":"));
  for (const regime of regimesOf(registry, answer.asOf.law, body === "model" ? "cn" : body)) {
    const then = await checkOrganisation(registry, PUBLIC, { organisation: answer.organisation.file ?? "", act: answer.act, ...clocks, on: answer.asOf.on, law: regime.law });
    const base = { label: regime.names, law: regime.law, current: regime.current };
    if (!then.ok) views.push({ ...base, note: { en: "no such act", zh: "尚无此事项" } });
    else views.push({ ...base, state: then.value.verdict, ...(then.value.exits[0]?.earliest === undefined ? {} : { note: { en: then.value.exits[0].earliest } }) });
  }
  return views;
}

async function lists({ registry }: Pick<Context, "registry">, request: PageRequest): Promise<Page> {
  const seen = await overview(registry, PUBLIC, today(registry));
  return { status: 200, html: listsPage(await frameOf(registry, request), { lists: seen.lists.flatMap((each) => listRow(registry, each) ?? []), presets: [] }) };
}

async function list({ registry }: Pick<Context, "registry">, request: PageRequest, parameter: string): Promise<Page> {
  const page = Math.max(1, Number.parseInt(request.query["page"] ?? "1", 10) || 1);
  const answer = await listOn(registry, PUBLIC, parameter, { on: today(registry), ...askedClocks(request.query), page });
  if (!answer.ok) return problemPage(registry, request, answer.error, parameter);
  return { status: 200, html: listPage(await frameOf(registry, request, answer.value), listModel(registry, answer.value, page, LISTED_PER_PAGE)) };
}

async function memoranda({ registry }: Pick<Context, "registry">, request: PageRequest): Promise<Page> {
  const rows = registry.rulebook.all("memorandum").map((each) => memorandumRow(registry, each));
  return { status: 200, html: memorandaPage(await frameOf(registry, request), { memoranda: rows, presets: [] }) };
}

async function memorandum({ registry }: Pick<Context, "registry">, request: PageRequest, parameter: string): Promise<Page> {
  const shown = showLaw(registry, parameter, askedClocks(request.query).law ?? askedClocks(request.query).on ?? today(registry));
  if (!shown.ok) return problemPage(registry, request, shown.error, parameter);
  if (shown.value.entry.kind !== "memorandum") return notFound({ registry }, request);
  const seen = await overview(registry, PUBLIC, today(registry));
  const standing = new Map<string, number | null>(seen.lists.map((each) => [each.list, each.standing]));
  return { status: 200, html: memorandumPage(await frameOf(registry, request), memorandumModel(registry, shown.value.entry, shown.value.day, standing)) };
}

async function law({ registry }: Pick<Context, "registry">, request: PageRequest): Promise<Page> {
  const frame = await frameOf(registry, request);
  const day = showDay(registry, request);
  return { status: 200, html: lawPage(frame, lawIndex(registry, listLaw(registry, day))) };
}

function showDay(registry: Registry, request: PageRequest): ReturnType<typeof today> {
  const asked = askedClocks(request.query);
  const any = registry.rulebook.entries[0];
  const shown = any === undefined ? undefined : showLaw(registry, any.id, asked.law ?? asked.on);
  return shown?.ok === true ? shown.value.day : today(registry);
}

const held = new WeakMap<Registry["rulebook"], ReadonlyMap<string, boolean>>();

async function lawEntry({ registry }: Pick<Context, "registry">, request: PageRequest, parameter: string): Promise<Page> {
  const asked = askedClocks(request.query);
  const entry = showLaw(registry, parameter, asked.law ?? asked.on ?? today(registry));
  if (!entry.ok) return problemPage(registry, request, entry.error, parameter);
  const holds = held.get(registry.rulebook) ?? new Map(runExamples(registry).map((outcome) => [outcome.example.id, outcome.differences.length === 0]));
  held.set(registry.rulebook, holds);
  return { status: 200, html: lawEntryPage(await frameOf(registry, request), lawEntryModel(registry, entry.value, holds)) };
}

async function model({ registry }: Pick<Context, "registry">, request: PageRequest): Promise<Page> {
  const frame = await frameOf(registry, request);
  const setting = await registry.ledger.setting("model");
  const nation = frame.register.model?.nation;
  if (setting === null || nation === undefined) return notFound({ registry }, request);
  const made: unknown = JSON.parse(setting);
  const values = new Map(Object.entries(Object(made)));
  const seen = await overview(registry, PUBLIC, today(registry));
  return { status: 200, html: modelPage(frame, { nation, seed: String(values.get("seed") ?? ""), until: String(values.get("until") ?? ""), organisations: Number(values.get("organisations") ?? seen.organisations), offices: registry.rulebook.all("office").length, records: Number(values.get("records") ?? 0), batches: seen.batches.reduce((sum, batch) => sum + batch.count, 0) }) };
}

async function notFound({ registry }: Pick<Context, "registry">, request: PageRequest): Promise<Page> {
  return { status: 404, html: notFoundPage(await frameOf(registry, { ...request, query: {} })) };
}

/** What stands in the way, as a page: candidates where a name was not certain, else what is wrong with the question. */
async function problemPage(registry: Registry, request: PageRequest, problem: Problem, asked: string): Promise<Page> {
  const frame = await frameOf(registry, { ...request, query: {} });
  const status = statusOf(problem);
  switch (problem.code) {
    case "organisation-not-found":
    case "organisation-ambiguous":
      return { status, html: organisationNotFoundPage(frame, { asked, several: problem.code === "organisation-ambiguous", candidates: (problem.candidates ?? []).map((candidate) => ({ ...candidate, codes: [] })) }) };
    case "law-entry-unknown":
      return { status, html: notFoundPage(frame) };
    default:
      return { status, html: badQuestionPage(frame, [{ code: problem.code, at: problem.code === "not-an-organisation" ? "" : asked, message: problem.message, remedy: problem.remedy }]) };
  }
}
