// Gallery of the statistics: invented figures with everything the page can draw. For tests and for looking, like gallery.ts, which shows them.
import type { Exhibit } from "./gallery.ts";
import { statisticsPage } from "./pages/statistics-page.ts";
import type { Frame } from "./view-models.ts";
import type { MonthView, StatisticsModel } from "./view-models-statistics.ts";

const FLOW: readonly (readonly [number, number])[] = [[4, 1], [0, 0], [7, 2], [3, 3], [1, 6], [2, 0], [9, 4], [5, 5], [0, 8], [2, 2], [6, 1], [3, 2]];

export const MONTHS: readonly MonthView[] = FLOW.map(([begun, ended], index) => {
  const month = `${index < 2 ? 2025 : 2026}-${String(((index + 10) % 12) + 1).padStart(2, "0")}`;
  const standing = FLOW.slice(0, index + 1).reduce((sum, [more, less]) => sum + more - less, 40);
  const unknown = index === 3 ? ["mo:customs-list"] : index === 4 ? ["mo:customs-list", "mo:bank-a"] : [];
  return { from: `${month}-01`, lastDay: `${month}-28`, decided: begun, begun, ended, standing, unknown, allUnknown: index === 4 };
});

const STATISTICS: StatisticsModel = {
  from: "2025-11-01", lastDay: "2026-10-31", until: "2026-11-01", side: "burdens", months: MONTHS, decided: 42, undated: 3, begun: 42, ended: 34, standing: 48,
  ends: [{ reason: "term", count: 12 }, { reason: "repair", count: 14 }, { reason: "performance", count: 0 }, { reason: "objection", count: 2 }, { reason: "review", count: 1 }, { reason: "release", count: 0 }, { reason: "annulment", count: 3 }, { reason: "edition", count: 2 }, { reason: "change", count: 0 }],
  terms: [{ term: "oneYear", count: 8 }, { term: "threeYears", count: 21 }, { term: "fiveYears", count: 4 }, { term: "longer", count: 0 }, { term: "untilDone", count: 2 }, { term: "review", count: 1 }, { term: "permanent", count: 0 }, { term: "notStated", count: 6 }],
  lists: [{ key: "mo:customs-list", begun: 30, ended: 20, standing: 31, organisations: 30 }, { key: "mo:bank-a", begun: 12, ended: 14, standing: 17, organisations: 17 }],
  authorities: [{ key: "mo:customs", begun: 30, standing: 31, organisations: 30 }, { key: "mo:bank-a-group", begun: 12, standing: 17, organisations: 17 }],
  regions: [{ key: "990101", names: { en: "Linzhu City", zh: "临渚市" }, begun: 20, standing: 25, organisations: 24 }, { key: null, begun: 22, standing: 23, organisations: 23 }],
  sectors: [{ key: "D", names: { en: "Production and supply of electricity, heat, gas and water", zh: "电力、热力、燃气及水生产和供应业" }, begun: 20, standing: 25, organisations: 24 }, { key: null, begun: 22, standing: 23, organisations: 23 }],
  notCounted: [{ list: "mo:warning", why: "closed" }, { list: "mo:bank-b", why: "neverDelivered" }],
  map: { tiles: [{ region: "990101", names: { en: "Linzhu City", zh: "临渚市" }, province: { en: "Linzhu Province", zh: "临渚省" }, column: 0, row: 0, organisations: 24 }, { region: "990103", names: { en: "Heyan", zh: "荷岩市" }, province: { en: "Linzhu Province", zh: "临渚省" }, column: 0, row: 1, organisations: 0 }], elsewhere: 23 },
};

/** Exhibits of the statistics: everything, one list of which nothing is known, and what cannot be read. */
export function statisticsExhibits(frame: Frame): readonly Exhibit[] {
  const at: Frame = { ...frame, path: "/statistics" };
  const { map: _map, ...plain } = STATISTICS;
  return [
    { name: "statistics", page: statisticsPage(at, STATISTICS) },
    { name: "statistics-plain", page: statisticsPage({ ...at, query: { list: "mo:customs-list" } }, { ...plain, side: "favours", list: "mo:customs-list", wrong: "beyond" }) },
    { name: "statistics-none", page: statisticsPage(at, { ...plain, begun: 0, ended: 0, standing: 0, months: MONTHS.map((month) => ({ ...month, begun: 0, ended: 0, standing: 0, unknown: [], allUnknown: false })) }) },
    { name: "statistics-nobody", page: statisticsPage(at, { ...plain, lists: [], begun: 0, ended: 0, standing: 0 }) },
  ];
}
