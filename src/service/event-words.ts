// Event words: the day an event of a case tells of, and what was said in it, whichever field of its body holds them.
import type { PlainDate } from "../domain/terms/index.ts";
import type { KnownEvent } from "../domain/events/index.ts";

const DAYS = ["proposedOn", "issuedOn", "servedOn", "receivedOn", "heldOn", "recusedOn", "givenOn", "refusedOn", "decidedOn", "withdrawnOn", "removedOn", "openedOn", "takenOn", "repairedOn", "endedOn", "from", "correctedOn"];
const TEXTS = ["statement", "facts", "minutes", "reasons", "reason", "means"];

/** The day a thing was done, by its own word for it; where it has none, the day it was recorded. */
export function dayOf(event: KnownEvent): PlainDate {
  const body: Readonly<Record<string, unknown>> = { ...event.body };
  for (const name of DAYS) {
    const day = body[name];
    if (typeof day === "string") return day as PlainDate;
  }
  return event.recordedAt.slice(0, "2026-01-01".length) as PlainDate;
}

/** Statement, facts, minutes, reasons: what was said; empty where nothing was. */
export function textOf(event: KnownEvent): string {
  const body: Readonly<Record<string, unknown>> = { ...event.body };
  for (const name of TEXTS) {
    const text = body[name];
    if (typeof text === "string") return text;
  }
  return "";
}
