// The words of the timeline, in English; dictionary-en.ts takes them up.
import type { TimeMessages } from "./dictionary-time-zh.ts";

export const timeEn: TimeMessages = {
  title: "Timeline", label: "Timeline over the three clocks",
  description: (facts, listings, measures) => `${facts} ${facts === 1 ? "fact" : "facts"}, ${listings} ${listings === 1 ? "listing" : "listings"}, ${measures} ${measures === 1 ? "group" : "groups"} of measures. Solid is past, dashed is computed from the law as it stands. The table below says it all in words.`,
  lanes: { law: "Law of the day", facts: "Facts", list: "List", measures: "Measures", knew: "The register knew" },
  today: "Today", asked: "Day asked about", noLimit: "no end stated",
  steps: "Changes before and after", stepsNote: "go to when something was or will be different",
  clocks: { on: "Facts", law: "Law", known: "Known" }, before: (what) => `Change before, ${what}`, after: (what) => `Change after, ${what}`, position: (n) => `position ${n}`, none: "no change before", noneAfter: "no change after",
  asTable: "Read the timeline as a table", columns: { number: "No.", day: "Day", what: "What", knew: "The register knew" },
  facts: { established: "Established", record: "Reported", notice: "Notice", answer: "Answer", decision: "Decision to list" },
  known: { registered: "Registration", record: "Record", listing: "Listing" },
  beginsWord: "begins", endsWord: "free again", lawFrom: (what) => `The law of ${what}`,
  measures: (n) => `${n} measures`, earliest: "Earliest way out", laterKnown: "not known then",
  ahead: "Grey, dashed: computed from the law as it stands",
};
