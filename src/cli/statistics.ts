// `statistics`: listings in numbers over a span of days: begun, ended and standing by month, what ended them, their terms, by list,
// authority, region and sector.
import type { Command } from "commander";
import { KEEPER, statisticsOf, type RowCount, type Statistics } from "../service/index.ts";
import { columns } from "./columns.ts";
import { withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

interface StatisticsOptions extends ClockOptions {
  readonly from?: string;
  readonly until?: string;
  readonly lists?: string;
  readonly list?: string;
}

export function addStatistics(program: Command, world: World): void {
  withClocks(program.command("statistics"))
    .description("listings in numbers over a span of days; by default the last twelve full months")
    .option("--from <day>", "the first day").option("--until <day>", "the first day that is not counted any more")
    .option("--lists <burdens|favours>", "lists with burdens, or lists with favours", "burdens").option("--list <id>", "one list alone")
    .action((options: StatisticsOptions) => withRegistry(world, options, async (registry) => {
      const { json: _json, data: _data, ...request } = options;
      const statistics = await statisticsOf(registry, KEEPER, request);
      if (!statistics.ok) return printProblem(world, statistics.error, options.json);
      if (options.json === true) printJson(world, statistics.value);
      else world.out(textOf(statistics.value));
      return STATUS.done;
    }));
}

const NOT_COUNTED = { closed: "shown to nobody", byLaw: "made by the law itself", neverDelivered: "its source has never delivered" } as const;

function textOf({ from, until, side, list, on, known, months, ends, terms, lists, authorities, regions, sectors, notCounted }: Statistics): string {
  const rows = (title: string, all: readonly RowCount[]): string => (all.length === 0 ? "" : `\n${columns([[title, "begun", "standing", "organisations"], ...all.map(({ key, begun, standing, organisations }) => [key ?? "not on file", String(begun), String(standing), String(organisations)])])}`);
  return [
    `Listings on ${list ?? `lists of ${side}`} from ${from} until ${until}, on ${on}, known at ${known}\n\n`,
    columns([["month", "decided", "begun", "ended", "standing at its end"], ...months.map((month) => [month.from, String(month.decided), String(month.begun), String(month.ended), month.unknown.length === 0 ? String(month.standing) : `${month.standing}, not known of ${month.unknown.join(" ")}`])]),
    `\n${columns([["ended by", ""], ...ends.map(({ reason, count }) => [reason, String(count)])])}`, `\n${columns([["term", ""], ...terms.map(({ term, count }) => [term, String(count)])])}`,
    list === null ? rows("list", lists) : "", rows("authority", authorities), rows("region", regions), rows("sector", sectors),
    notCounted.length === 0 ? "" : `\nNot counted: ${notCounted.map(({ list: id, why }) => `${id} (${NOT_COUNTED[why]})`).join(", ")}\n`,
  ].join("");
}
