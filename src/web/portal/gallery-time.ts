// Gallery of the timeline: invented values with everything it can draw. For tests and for looking, like gallery.ts, which shows it.
import type { TimelineView } from "./view-models-time.ts";

export const TIMELINE: TimelineView = {
  law: [{ names: { en: "2014", zh: "2014" }, from: "2014-06-14", until: "2020-12-31" }, { names: { en: "December 2020", zh: "2020年12月" }, from: "2020-12-31", until: "2025-12-31" }, { names: { en: "2025", zh: "2025" }, from: "2025-12-31" }],
  facts: [
    { day: "2016-05-09", what: "established" },
    { day: "2023-03-14", what: "record", of: "mo:penalty", knew: { position: 102338, day: "2023-03-20" } },
    { day: "2025-09-02", what: "record", of: "mo:penalty", knew: { position: 171904, day: "2025-09-08" } },
    { day: "2025-10-20", what: "notice", of: "mo:customs-list" }, { day: "2025-10-31", what: "answer", of: "mo:customs-list" }, { day: "2025-12-12", what: "decision", of: "mo:customs-list" },
  ],
  listings: [
    { list: "mo:customs-list", colour: "black", from: "2025-12-15", until: "2028-12-15", end: { kind: "fixed", until: "2028-12-15" } },
    { list: "mo:warning", colour: "warning", from: "2026-12-01", end: { kind: "notStated" } },
    { list: "mo:trusted-traders", colour: "red", from: "2019-01-01", until: "2024-06-01", end: { kind: "fixed", until: "2025-01-01" } },
  ],
  measures: [
    { state: "bound", measures: ["mo:bar-procurement"], effects: ["deny"], from: "2025-12-15", until: "2028-12-15", end: { kind: "fixed", until: "2028-12-15" }, earliest: "2027-01-13", provisional: true },
    { state: "bound", measures: ["mo:m-mutual", "mo:m-mutual-a"], effects: ["deny", "restrict"], from: "2020-02-01", end: { kind: "notStated" }, earliest: "2026-12-20", provisional: false },
    { state: "may", measures: ["mo:m-12"], effects: ["restrict"], from: "2025-12-15", until: "2028-12-15", end: { kind: "fixed", until: "2028-12-15" }, provisional: false },
    { state: "favoured", measures: ["mo:m-3"], effects: ["expedite"], from: "2025-01-01", end: { kind: "untilDone", what: "certificate withdrawn" }, provisional: false },
  ],
  knew: [
    { position: 102338, day: "2023-03-20", what: "record", of: "mo:penalty", known: true }, { position: 102400, day: "2023-03-21", what: "registered", known: true }, { position: 171904, day: "2025-09-08", what: "record", of: "mo:penalty", known: true },
    { position: 175520, day: "2025-12-15", what: "listing", of: "mo:customs-list", known: true }, { position: 184300, day: "2026-11-25", what: "listing", of: "mo:warning", known: false },
  ],
  changes: { on: { before: "2026-11-08", after: "2026-12-15" }, law: { before: "2020-12-31" }, known: { before: 175520, after: 184300 } },
};
