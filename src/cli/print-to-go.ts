// What has to go on a terminal: a line each, with why, by when, and where it ends. Shared by the commands that show it.
import type { ToGo } from "../service/index.ts";

/** One line, as worklists, deadlines and standings print it. */
export function toGoLine({ thing, organisation, fallen, procedure, step, due, readings }: ToGo): string {
  const day = due === null ? "has to go, day not stated" : `has to go by ${due.lastDay}${due.provisional ? " (provisional)" : ""}${due.passed ? " LATE" : ""}`;
  const law = procedure === null ? "no procedure of the law speaks" : `${step === null ? "" : `${step.names.en}, `}${procedure}${readings.length === 0 ? "" : ` (or ${readings.join(", ")})`}`;
  return `  ${day}: ${thingWords(thing)} of ${organisation.name} (${organisation.file}), because the act behind record ${fallen.record} fell on ${fallen.fellOn}; ${law}\n`;
}

function thingWords(thing: ToGo["thing"]): string {
  switch (thing.kind) {
    case "listing":
      return `listing ${thing.listing} on ${thing.list}, case ${thing.matter}`;
    case "case":
      return `the open case ${thing.matter} on ${thing.list}`;
    case "record":
      return `record ${thing.record} ${thing.type}${thing.matter === null ? "" : `, case ${thing.matter}`}`;
  }
}
