// The words of feeds and calendars, in English; dictionary-en.ts takes them up.
import type { FeedsMessages } from "./dictionary-feeds-zh.ts";

export const feedsEn: FeedsMessages = {
  title: "Feeds and calendar", note: "for readers of feeds and calendar programs. They hold what is public today; what is released, repaired or annulled is in them no more",
  calendar: "Calendar (iCalendar)", lawCalendar: "Calendar of the law",
  of: { register: "News of the register", list: (name) => `On the list: ${name}`, organisation: (name) => `On file: ${name}` },
  lead: { register: (days) => `Listings that became public in the last ${days} days, how many ended, and memoranda that ended. Of what has ended nobody is named.`, list: "Who stands on it today and may be shown, the newest listing first.", organisation: "Registrations, records and listings the register took in and that are public today. What is released, repaired or annulled is not among them." },
  more: (n) => `Only the newest ${n} are here.`,
  entries: { registered: "Registered", described: "Registration stated anew", record: "Record", listed: "Listed", changed: "Listing stated anew", ended: "Ended", memorandumEnded: "Memorandum ended" },
  listed: (name, list) => `${name} is listed: ${list}`, entry: (what, of) => (of === "" ? what : `${what}: ${of}`), ended: (n) => (n === "1" ? "1 listing ended" : `${n} listings ended`), endedNote: "Whose listings ended is not told to the public.",
  took: (day) => `The register took it in, or told of it, on ${day}.`,
  calendars: { law: (name) => `Calendar of the law: ${name}`, list: (name) => `Calendar of the list: ${name}`, organisation: (name) => `Calendar: ${name}` },
  dates: { free: "First free day", review: "May be reviewed", wayOut: "Earliest way out opens", unpublished: "Publication ends", lawTurns: "The law turns" },
  tally: (rows, position) => `${rows} rows, at ledger position ${position}`, takenMax: (rows) => `A file holds at most ${rows} rows.`,
  days: { listed: "Listed", free: "Free again", From: "from", To: "to" }, best: (n) => `Of this text only the ${n} best matches are looked at: filters, order and counts are of these. Without a text the filters look at everybody.`,
  turns: (n) => (n === "1" ? "The law turns: 1 change" : `The law turns: ${n} changes`), provisionalNote: "The law may change before then, and the day with it.",
};
