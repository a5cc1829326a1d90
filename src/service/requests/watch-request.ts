// Watch requests: what a program asks about watch lists, read from JSON.
import type { Finding, Result } from "../../domain/terms/index.ts";
import { listOf, object, oneOf, text } from "./shape.ts";

const ORGANISATIONS_MAX = 3000;
const NAME_MAX = 500;
const organisations = listOf(text(NAME_MAX), ORGANISATIONS_MAX);
const watched = object({ organisations }, { label: text(NAME_MAX) });
const alert = object({ target: text() }, { pace: oneOf("atOnce", "daily"), language: oneOf("zh", "en") });
const nothing = object({}, {});

/** Whom a list is to hold, and what it is called. */
export function readWatched(body: unknown): Result<{ readonly organisations: readonly string[]; readonly label?: string }, readonly Finding[]> {
  return watched(body, "");
}

/** Where an alert is to go, how often, in which language. */
export function readAlert(body: unknown): Result<{ readonly target: string; readonly pace?: "atOnce" | "daily"; readonly language?: "zh" | "en" }, readonly Finding[]> {
  return alert(body, "");
}

/** Nothing is asked but what the address says. */
export function readNothing(body: unknown): Result<object, readonly Finding[]> {
  return nothing(body ?? {}, "");
}
