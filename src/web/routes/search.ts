// Search: organisations that match a text or stand on a list, narrowed and sorted, with their state at the clocks asked for; the same as a
// file for a spreadsheet. With an act and one match it goes straight to that answer, with a code to the organisation.
import { err, FILTER_NAMES, filterOrganisations, MATCHES_MAX, narrows, ok, problem, PUBLIC, readFilters, type Filtered, type Filters, type Problem, type Result } from "../../service/index.ts";
import { messagesIn, organisationPath, pageAddress, searchPage, type SearchModel } from "../portal/index.ts";
import { actAsked, actChoices, bodiesShown } from "../models/acts.ts";
import { bodyOf } from "../models/frame.ts";
import { facetsOf, hitView } from "../models/search-model.ts";
import { pageAsked, type Asked, type Reply } from "./asked.ts";
import { problemPage } from "./problems.ts";

const HITS_PER_PAGE = 25;

export async function search(asked: Asked): Promise<Reply> {
  const { request, frame } = asked;
  const found = await matchesOf(asked, (pageAsked(asked) - 1) * HITS_PER_PAGE, HITS_PER_PAGE);
  if (!found.ok) return problemPage(asked.registry, request, found.error, found.error.code === "act-unknown" ? (request.query["act"] ?? "") : "");
  const matches = found.value;
  if (matches.filtered.person) return { status: 200, html: searchPage({ ...frame, query: {} }, { ...NOTHING, asked: "", person: true }) };
  const [only] = matches.filtered.rows;
  if (matches.act !== "" && only !== undefined && matches.filtered.total === 1 && !narrows(matches.filters)) return { location: `${pageAddress(frame, organisationPath(only.found.file), { act: matches.act, where: request.query["where"] })}#answer` };
  // A code or a file number means one organisation, and nothing has to be chosen.
  if (only !== undefined && (only.found.by === "code" || only.found.by === "file") && !narrows(matches.filters)) return { location: pageAddress(frame, organisationPath(only.found.file), { act: matches.act, where: request.query["where"] }) };
  return { status: 200, html: searchPage(frame, modelOf(asked, matches)) };
}

const NOTHING: SearchModel = { asked: "", total: 0, from: 0, hits: [], held: [], facets: [], also: [], deliveries: [], sort: "best", filters: {} };

interface Matches {
  readonly text: string;
  readonly act: string;
  readonly counted: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly filtered: Filtered;
  readonly filters: Filters;
}

async function matchesOf({ registry, request, clocks, frame }: Asked, from: number, limit: number): Promise<Result<Matches, Problem>> {
  const text = (request.query["q"] ?? request.query["organisation"] ?? "").trim();
  const act = request.query["act"] ?? "";
  const bodies = await bodiesShown(registry, frame.register.model !== undefined);
  const choices = actChoices(registry, clocks.law, act === "" ? bodies : new Set([...bodies, bodyOf(act)]));
  const counted = new Set(choices.map((choice) => choice.value).filter((value) => act === "" || value === act || value.startsWith(`${act}@`)));
  // Of an act that is none nobody is clear.
  if (act !== "" && counted.size === 0) return err(problem("act-unknown", `\`${act}\` is no act of the law of ${clocks.law}`, "Choose one of the acts listed."));
  const read = readFilters(registry, request.query);
  if (!read.ok) return read;
  const filters = read.value;
  const filtered = await filterOrganisations(registry, PUBLIC, { text, ...filters, language: request.language, acts: counted, from, limit, on: clocks.on, law: clocks.law, known: clocks.known });
  return ok({ text, act, counted, bodies, filtered, filters });
}

function modelOf(asked: Asked, { text, act, counted, bodies, filtered, filters }: Matches): SearchModel {
  const { registry, request, clocks } = asked;
  const page = pageAsked(asked);
  const { total, more, best, rows } = filtered;
  return {
    ...NOTHING, asked: text, total, more, best, looked: MATCHES_MAX, narrowed: narrows(filters), sort: filters.sort, filters: Object.fromEntries(FILTER_NAMES.flatMap((name) => { const value = request.query[name] ?? ""; return value === "" ? [] : [[name, value]]; })), from: total === 0 ? 0 : (page - 1) * HITS_PER_PAGE + 1, hits: rows.map((row) => hitView(registry, row, request.language, counted.size > 1)),
    facets: facetsOf(registry, filtered, filters, bodies),
    ...(act === "" ? {} : { act: actAsked(registry, actChoices(registry, clocks.law, bodies), act) }),
    ...(page > 1 ? { previous: String(page - 1) } : {}), ...(page * HITS_PER_PAGE < total ? { next: String(page + 1) } : {}),
  };
}

/** The matches as rows of text for a spreadsheet, as many as are looked at: headings, then one row each. */
export async function searchRows(asked: Asked): Promise<Result<readonly (readonly string[])[], Problem>> {
  const { registry, request: { language } } = asked;
  const matches = await matchesOf(asked, 0, Number.MAX_SAFE_INTEGER);
  if (!matches.ok) return matches;
  const { filtered, counted } = matches.value;
  const t = messagesIn(language);
  const c = t.search.columns;
  const words = (names: { readonly en: string; readonly zh?: string } | undefined): string => (names === undefined ? "" : language === "zh" ? (names.zh ?? names.en) : names.en);
  return ok([[t.organisation.file, c.organisation, t.search.code, c.state, c.earliest, t.organisation.legalForm, t.organisation.sector, c.region], ...(filtered.person ? [] : filtered.rows).map((row) => {
    const hit = hitView(registry, row, language, counted.size > 1);
    return [hit.file, hit.name, hit.codes[0]?.value ?? "", hit.state === undefined ? t.search.notThen : t.states[hit.state], hit.earliest?.day ?? "", words(hit.kind), words(hit.sector), words(hit.region)];
  })]);
}
