// Search: organisations with their state at the clocks asked for. With an act and one match it goes straight to that answer.
import { findOrganisations, standingsOf, type ActStanding, type BriefStanding, type Found } from "../../service/index.ts";
import { organisationPath, pageAddress, searchPage, type HitView, type SearchModel, type State } from "../portal/index.ts";
import { actAsked, actChoices, bodiesShown } from "../models/acts.ts";
import { namesFor } from "../models/answer-model.ts";
import { bodyOf, termNames } from "../models/frame.ts";
import { stateOfAct } from "../models/organisation-model.ts";
import { pageAsked, PUBLIC, type Asked, type Reply } from "./asked.ts";

const HITS_PER_PAGE = 25;
const HITS_MAX = 200;

export async function search(asked: Asked): Promise<Reply> {
  const { registry, request, frame } = asked;
  const text = (request.query["q"] ?? request.query["organisation"] ?? "").trim();
  const act = request.query["act"] ?? "";
  const answer = text === "" ? undefined : await findOrganisations(registry, text, HITS_MAX);
  if (answer?.person === true) return { status: 200, html: searchPage({ ...frame, query: {} }, { ...NOTHING, asked: "", person: true }) };
  const found = answer?.found ?? [];
  const [only] = found;
  if (act !== "" && only !== undefined && found.length === 1) return { location: `${pageAddress(frame, organisationPath(only.file), { act, where: request.query["where"] })}#answer` };
  return { status: 200, html: searchPage(frame, await modelOf(asked, { text, act, found, more: answer?.more === true })) };
}

const NOTHING: SearchModel = { asked: "", total: 0, from: 0, hits: [], held: [], facets: [], also: [], deliveries: [] };

interface Matches {
  readonly text: string;
  readonly act: string;
  readonly found: readonly Found[];
  readonly more: boolean;
}

async function modelOf(asked: Asked, { text, act, found, more }: Matches): Promise<SearchModel> {
  const { registry, clocks, frame } = asked;
  const page = pageAsked(asked);
  const bodies = await bodiesShown(registry, frame.register.model !== undefined);
  const choices = actChoices(registry, clocks.law, act === "" ? bodies : new Set([...bodies, bodyOf(act)]));
  const counted = new Set(choices.map((choice) => choice.value).filter((value) => act === "" || value === act || value.startsWith(`${act}@`)));
  const shown = found.slice((page - 1) * HITS_PER_PAGE, page * HITS_PER_PAGE);
  const standings = await standingsOf(registry, PUBLIC, { files: shown.map(({ file }) => file), ...clocks });
  const hits = shown.map((one) => hitOf(asked, one, standings.get(one.file), counted));
  return {
    ...NOTHING, asked: text, total: found.length, more, from: found.length === 0 ? 0 : (page - 1) * HITS_PER_PAGE + 1, hits, ...(act === "" || counted.size === 0 ? {} : { act: actAsked(registry, choices, act) }),
    ...(page > 1 ? { previous: String(page - 1) } : {}), ...(page * HITS_PER_PAGE < found.length ? { next: String(page + 1) } : {}),
  };
}

function hitOf({ registry, request }: Asked, found: Found, standing: BriefStanding | undefined, counted: ReadonlySet<string>): HitView {
  const base = { file: found.file, codes: found.codes, foundBy: found.by, ...(found.matched === found.name ? {} : { foundText: found.matched }) };
  if (standing === undefined) return { ...base, name: found.name };
  const { organisation } = standing;
  const [name, other] = namesFor(request.language, organisation);
  const { kind, legalForm, sector, region } = organisation.attributes;
  const names = { kind: termNames(registry, "legal-form", legalForm ?? kind), sector: termNames(registry, "sector", sector), region: termNames(registry, "region", region) ?? (found.country === null ? undefined : { en: found.country }) };
  return {
    ...base, name, ...stateOf(standing, counted), ...(other === undefined ? {} : { otherName: other }),
    ...(names.kind === undefined ? {} : { kind: names.kind }), ...(names.sector === undefined ? {} : { sector: names.sector }), ...(names.region === undefined ? {} : { region: names.region }),
  };
}

const GRAVEST = ["bound", "undetermined", "may", "favoured", "clear"] as const;

/** Its gravest state among the acts that count, how many acts are in each, and the earliest way out of what binds. */
function stateOf(standing: BriefStanding, counted: ReadonlySet<string>): Pick<HitView, "state" | "acts" | "earliest"> {
  const acts = standing.acts.filter((act) => counted.has(act.act));
  const counts: Partial<Record<State, number>> = {};
  for (const act of acts) counts[stateOfAct(act)] = (counts[stateOfAct(act)] ?? 0) + 1;
  const earliest = acts.flatMap(bindingExits).sort((a, b) => (a.day < b.day ? -1 : 1))[0];
  return { state: GRAVEST.find((state) => (counts[state] ?? 0) > 0) ?? "clear", ...(counted.size > 1 ? { acts: counts } : {}), ...(earliest === undefined ? {} : { earliest }) };
}

function bindingExits(act: ActStanding): readonly { readonly day: string; readonly provisional: boolean }[] {
  return act.exits.flatMap((exit) => (exit.earliest === undefined ? [] : [{ day: exit.earliest, provisional: exit.provisional === true }]));
}
