// The words of the statistics, in English; dictionary-en.ts takes them up.
import type { StatisticsMessages } from "./dictionary-statistics-zh.ts";

export const statisticsEn: StatisticsMessages = {
  title: "Listings and releases in numbers", link: "Statistics", linkNote: "listings, releases and terms by month, list, authority, region and sector", map: "Map",
  lead: "Numbers, no names. What was released, repaired or annulled is only counted; what is masked, or never shown by law, is not counted at all.",
  sides: { burdens: "Lists with burdens", favours: "Lists with favours" }, sidesLabel: "Which lists are counted",
  ofList: "Only the list", allLists: "Count all lists",
  from: "First day", to: "Last day", show: "Show", usual: "if left empty, the twelve full months before the day asked about",
  between: "From", until: "to", summary: { begun: "listed", ended: "released", standing: "standing at the end" },
  undated: (n) => `Of ${n} of them the source does not state the day of the decision.`,
  flow: "Listed and released by month", flowNote: "by the first day in effect and the first free day", flowDescription: (begun, ended) => `${begun} listed and ${ended} released in the span. The table has every month.`,
  standing: "Standing at the end of the month", standingNote: "on the last day of each", standingDescription: (first, last) => `${first} stood at the end of the first month, ${last} at the end of the last. The table has every month.`,
  late: "A source had not delivered", lateNote: "Hatched: the source of at least one list had not delivered by then, or its edition was stale. Who stood on it is not known.", notKnown: "not known",
  ends: "What ended them", endsNote: "counted, never named", endsDescription: "How many listings each reason ended.",
  terms: "How long they last", termsNote: "by the term stated when they began, of those that began in the span", termsDescription: "How many listings have each class of term; not stated is a class of its own.",
  lists: "By list", noFigures: (n: string) => `Lists where every figure is 0: ${n}`, authorities: "By authority", authoritiesNote: "whoever decided it; where a source names one, whoever listed first", regions: "By region", regionsNote: "where the organisation is registered", sectors: "By sector", sectorsNote: "sections of the industrial classification", sectorsDescription: "How many listings stand in each sector at the end of the span.",
  mapNote: "a tile for each city, which shows neighbours, and neither size nor borders", mapLabel: "Organisations standing at the end of the span, by city", tile: (n) => `${n} standing`, mapDescription: "A tile for each city with the number of organisations that stand at the end of the span, leading to a search narrowed to it.", elsewhere: (n) => `${n} more are registered in a region that is not on the map.`, noMap: "This jurisdiction has no map; the table says the same.",
  month: (n) => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][n - 1] ?? "",
  asTable: "Read as a table",
  columns: { month: "Month", until: "To", decided: "Decided", begun: "Listed", ended: "Released", standing: "Standing at the end", organisations: "Organisations", reason: "Reason", term: "Term", count: "Listings", list: "List", authority: "Authority", region: "Region", sector: "Sector", unknown: "Lists not known", code: "Code" },
  reasons: { term: "Served out", repair: "Repaired", performance: "Obligation performed", objection: "Objection upheld", review: "Removed on review", release: "Otherwise removed", annulment: "Annulled, as if never listed", edition: "No longer carried by its source", change: "Its source moved the first day" },
  termWords: { oneYear: "Up to one year", threeYears: "Over one, up to three years", fiveYears: "Over three, up to five years", longer: "Over five years", untilDone: "Until done", review: "Open to review after a time", permanent: "Permanent", notStated: "Not stated" },
  notOnFile: "Not on file", nothing: "Nothing was listed in the span, and nothing stood at its begin or end.", nothingNote: "Every source has delivered: none means none.", noSource: "Nothing can be counted.", noSourceNote: "The law shows nobody who is on this list, or makes the listings itself, or its source has never delivered to this register.",
  notCounted: "Lists not counted", why: { closed: "the law shows nobody who is on them", byLaw: "made by the law itself, organisation by organisation", neverDelivered: "their source has never delivered to this register" }, whyCount: (n) => n,
  overTime: "Standing over time", overTimeNote: "the last twelve full months", more: "Longer spans and more detail",
  wrong: {
    day: "One of the days cannot be read. Write it as 2026-01-31.", noDays: "The last day must not lie before the first.", beyond: "The last day must not lie after the day asked about: what is to come is not counted.", tooLong: "The span is too long; 240 months at most.", lists: "Only lists with burdens or lists with favours can be counted.", list: "The law has no such list.",
  }, usualShown: "Below is the usual span.",
};
