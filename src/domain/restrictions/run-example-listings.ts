// Questions of worked examples about a listing as the law has it, whoever stands on it: how it ends, which ways lead out (of a record
// too, by repair) and from when, and how long an edition is fresh.
import { addDays, type End, type LawId, type PlainDate } from "../terms/index.ts";
import type { ExampleQuestion, List } from "../rules/index.ts";
import { endOf, exitsInLaw, exitsOfRecord, type ExitDay } from "../cases/index.ts";
import { calendarOf } from "./run-example-clocks.ts";
import { Differences } from "./run-example-differences.ts";
import type { ExampleRoom } from "./run-example.ts";

type Of<K extends ExampleQuestion["kind"]> = Extract<ExampleQuestion, { readonly kind: K }>;

export function askEnd(room: ExampleRoom, { list: id, decided, ends, on }: Of<"end">): readonly string[] {
  const list = room.rulebook.on(on).get("list", id);
  if (list === undefined) return notInForce(id, on);
  return new Differences().compare("ends", ends, printedEnd(endIn(list, decided, on))).found;
}

export function askExit(room: ExampleRoom, { list, since, exit, earliest, decideBy, on }: Of<"exit">): readonly string[] {
  const exits = waysOut(room, list, since, on);
  if (exits === undefined) return notInForce(list, on);
  const named = exits.filter((each) => each.exit === exit);
  // A tier of a repair rule may open repair and end by itself: what is asked for is repair.
  const found = named.find((each) => each.act !== "term") ?? named[0];
  if (found === undefined) return [`there is no way out \`${exit}\` on ${on}, but ${exits.map((each) => each.exit).join(", ") || "none"}`];
  return new Differences().compare("open from", earliest, found.earliest ?? since).compare("decided by", decideBy, found.decideBy).found;
}

export function askExits(room: ExampleRoom, { list, since, exits, on }: Of<"exits">): readonly string[] {
  const found = waysOut(room, list, since, on);
  if (found === undefined) return notInForce(list, on);
  return new Differences().compare("ways out", exits, found.map((each) => each.exit)).found;
}

export function askEdition(room: ExampleRoom, { list: id, edition, staleFrom, on }: Of<"edition">): readonly string[] {
  const list = room.rulebook.on(on).get("list", id);
  if (list === undefined) return notInForce(id, on);
  return new Differences().compare("stale from", staleFrom, list.freshForDays === undefined ? undefined : addDays(edition, list.freshForDays)).found;
}

function notInForce(id: string, on: PlainDate): readonly string[] {
  return [`${id} is not in force on ${on}`];
}

/** A listing decided, published and in effect on one day; what the law does not state of its End is not stated. */
function endIn(list: List, day: PlainDate, on: PlainDate): End {
  const end = endOf(list, { actedOn: day, appliedOn: on, decidedOn: day, effectiveFrom: day, publishedFrom: day, asked: on });
  return end.ok ? end.value : { kind: "notStated" };
}

/** Of a listing on a list, or of a record of a type; undefined where neither is in force. */
function waysOut({ rulebook }: ExampleRoom, id: LawId, since: PlainDate, on: PlainDate): readonly ExitDay[] | undefined {
  const statute = rulebook.on(on);
  const question = { law: rulebook, lawDay: on, on, calendar: calendarOf(rulebook) };
  const days = { actedOn: since, appliedOn: on, decidedOn: since, effectiveFrom: since, publishedFrom: since };
  const list = statute.get("list", id);
  if (list !== undefined) return exitsInLaw(question, list, { end: endIn(list, since, on), days });
  return statute.get("record-type", id) === undefined ? undefined : exitsOfRecord(question, id, { end: { kind: "notStated" }, days });
}

/** As an example writes it. */
function printedEnd(end: End): string {
  switch (end.kind) {
    case "fixed":
      return end.until;
    case "reviewFrom":
      return `reviewFrom ${end.day}`;
    case "untilDone":
    case "permanent":
    case "notStated":
      return end.kind;
  }
}
