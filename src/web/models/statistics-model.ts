// Statistics to its page and to the chart on a list's page: the figures with the names of regions and sectors, and the map where there is one.
import { addDays, type MonthCount, type Registry, type RowCount, type Statistics } from "../../service/index.ts";
import type { CountRow, MonthView, Names, RegionMapView, StatisticsModel } from "../portal/index.ts";
import { termNames } from "./frame.ts";
import { MODEL_MAP } from "./model-map.ts";

export function statisticsModel(registry: Registry, statistics: Statistics): StatisticsModel {
  const { from, until, side, list, ends, terms, lists, authorities, decided, undated, begun, ended, standing, notCounted } = statistics;
  const map = mapOf(registry, statistics);
  return {
    from, until, lastDay: addDays(until, -1), side, ...(list === null ? {} : { list }), months: monthViews(statistics), ends, terms, lists, authorities, decided, undated, begun, ended, standing, notCounted,
    regions: statistics.regions.map((row) => placeRow(registry, "region", row)), sectors: statistics.sectors.map((row) => placeRow(registry, "sector", row)), ...(map === undefined ? {} : { map }),
  };
}

/** What a chart over time shows. */
export function monthViews({ months, lists }: Pick<Statistics, "months" | "lists">): readonly MonthView[] {
  return months.map(({ from, until, decided, begun, ended, standing, unknown }: MonthCount) => ({ from, lastDay: addDays(until, -1), decided, begun, ended, standing, unknown, allUnknown: unknown.length > 0 && unknown.length === lists.length }));
}

function placeRow(registry: Registry, taxonomy: "region" | "sector", { key, begun, standing, organisations }: RowCount): CountRow {
  const names = termNames(registry, taxonomy, key ?? undefined);
  return { key, begun, standing, organisations, ...(names === undefined ? {} : { names }) };
}

/** The tiles of the regions the law knows; undefined where none of them is on the map. */
function mapOf({ rulebook }: Registry, { regions }: Statistics): RegionMapView | undefined {
  const terms = new Map(rulebook.all("term").filter(({ taxonomy }) => taxonomy === "region").map((term) => [term.value, term]));
  const counts = new Map(regions.map(({ key, organisations }) => [key, organisations]));
  const tiles = [...MODEL_MAP].flatMap(([region, place]) => {
    const term = terms.get(region);
    const province: Names | undefined = terms.get(term?.parent ?? "")?.names;
    return term === undefined || province === undefined ? [] : [{ region, names: term.names, province, ...place, organisations: counts.get(region) ?? 0 }];
  });
  const elsewhere = regions.filter(({ key }) => key === null || !MODEL_MAP.has(key)).reduce((sum, { organisations }) => sum + organisations, 0);
  return tiles.length === 0 ? undefined : { tiles, elsewhere };
}
