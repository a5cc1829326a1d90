// Clock options: the three clocks that every question can be asked by, under the same names in every command.
import type { Command } from "commander";
import type { ClocksAsked } from "../service/index.ts";
import { withCommonOptions, type CommonOptions } from "./command.ts";

export interface ClockOptions extends CommonOptions, ClocksAsked {}

/** The common options and the clocks. */
export function withClocks(command: Command): Command {
  return withCommonOptions(command).option("--on <day>", "the day asked about (default: today)").option("--law <day>", "the statute book of that day (default: the day asked about)").option("--known <day|position>", "as the register knew it then (default: now)");
}

/** Those that were given; one that is given empty is no day, and said to be none. */
export function clocksOf({ on, law, known }: ClocksAsked): ClocksAsked {
  return { ...(on === undefined ? {} : { on }), ...(law === undefined ? {} : { law }), ...(known === undefined ? {} : { known }) };
}
