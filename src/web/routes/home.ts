// Home: the question, what the register holds at the clocks asked for, what was decided last.
import { deliveriesOn, overview, PUBLIC, type LatestEvent, type Overview, type Registry } from "../../service/index.ts";
import { homePage, type HomeModel, type LatestRow } from "../portal/index.ts";
import { actChoices, bodiesShown } from "../models/acts.ts";
import { listRow } from "../models/law-list-model.ts";
import type { Asked, Reply } from "./asked.ts";
import { regimesOf } from "./regimes.ts";
import { search } from "./search.ts";

const EXAMPLES = 3;

export async function home(asked: Asked): Promise<Reply> {
  const { registry, request, clocks, frame } = asked;
  if ((request.query["q"] ?? "") !== "") return search({ ...asked, frame: { ...frame, path: "/search" } });
  const seen = await overview(registry, PUBLIC, clocks.on, clocks);
  const bodies = await bodiesShown(registry, frame.register.model !== undefined);
  return { status: 200, html: homePage(frame, { ...homeModel(registry, seen), ...deliveriesOn(registry, seen, clocks.on), acts: actChoices(registry, clocks.law, bodies), regimes: regimesOf(registry, clocks.law, bodies) }) };
}

function homeModel(registry: Registry, seen: Overview): Omit<HomeModel, "acts" | "regimes" | "deliveries" | "neverDelivered"> {
  const rows = seen.lists.flatMap((each) => listRow(registry, each) ?? []);
  const favours = rows.some((row) => row.colour === "red" && row.today !== undefined);
  return {
    examples: examplesOf(seen), counts: { organisations: seen.organisations, listed: seen.listed, ...(favours ? { favoured: seen.favoured } : {}), released: seen.released },
    latest: seen.latest.flatMap((latest) => latestRow(registry, latest)),
    lists: rows.filter((row) => (row.today !== undefined && row.today > 0) || row.edition !== undefined),
  };
}

/** Names that find something: of the organisations the page shows anyway. */
function examplesOf(seen: Overview): readonly string[] {
  return [...new Set(seen.latest.flatMap((latest) => latest.name ?? []))].slice(0, EXAMPLES);
}

function latestRow(registry: Registry, latest: LatestEvent): readonly LatestRow[] {
  const what = whatOf(registry, latest);
  if (what === undefined) return [];
  return [{ day: latest.day, what, of: latest.of, position: latest.position, ...(latest.inferred === true ? { inferred: true } : {}), ...(latest.by === null ? {} : { by: latest.by }), ...(latest.file === null ? {} : { organisation: { file: latest.file, name: latest.name ?? latest.file } }) }];
}

function whatOf(registry: Registry, latest: LatestEvent): LatestRow["what"] | undefined {
  const red = registry.rulebook.all("list").some((list) => list.id === latest.of && list.colour === "red");
  switch (latest.type) {
    case "ListingDecided": return red ? "favoured" : "listed";
    case "ListingReported": return red ? "favoured" : "reported";
    case "RecordReported": return "recorded";
    case "EditionReceived": return "edition";
    default: return undefined;
  }
}
