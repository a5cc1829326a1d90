// Clocks: the three clocks of a question, as they are asked for in text, and as two days and a position. Every verb that asks by them begins here.
import { bodyOf, err, ok, parsePlainDate, type LawId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import { problem, type Problem } from "./problem.ts";
import { positionKnown } from "./read.ts";
import { today, type Registry } from "./registry.ts";

export interface ClocksAsked {
  /** The day asked about; default today. */
  readonly on?: string;
  /** The day of the statute book; default the day asked about. */
  readonly law?: string;
  /** A ledger position or a day; default now. */
  readonly known?: string;
}

/** The three clocks of a question. */
export interface Clocks {
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
}

/** The clocks that were filled in, of an address or a form. */
export function clocksFilledIn({ on, law, known }: ClocksAsked): ClocksAsked {
  return { ...(on === undefined || on === "" ? {} : { on }), ...(law === undefined || law === "" ? {} : { law }), ...(known === undefined || known === "" ? {} : { known }) };
}

/** @param about the entry of the law a question is about, whose body counts the days; default the first body that is loaded */
export async function readClocks(registry: Registry, asked: ClocksAsked, about?: LawId): Promise<Result<Clocks, Problem>> {
  const body = about === undefined ? registry.rulebook.bodies[0] : bodyOf(about);
  const on = asked.on === undefined ? ok(today(registry, body)) : parsePlainDate(asked.on);
  if (!on.ok) return err(problem("day-invalid", on.error, "Give the day asked about as YYYY-MM-DD."));
  const law = asked.law === undefined ? on : parsePlainDate(asked.law);
  if (!law.ok) return err(problem("day-invalid", law.error, "Give the day of the statute book as YYYY-MM-DD."));
  const known = await positionKnown(registry, asked.known, body);
  if (!known.ok) return err(problem("known-invalid", known.error, "Give a day (YYYY-MM-DD) or a ledger position, or leave it out for now."));
  return ok({ on: on.value, law: law.value, known: known.value });
}
