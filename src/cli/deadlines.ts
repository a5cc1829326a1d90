// `deadlines OFFICE|ORG` and `scoreboard`: what is due of whom by when, and how authorities kept their time.
import type { Command } from "commander";
import { deadlinesCalendar, deadlinesOf, scoreboardOf, toDo, type AuthorityScore, type Deadline, type Deadlines, type Language } from "../service/index.ts";
import { deadlineWords } from "../web/index.ts";
import { columns } from "./columns.ts";
import { languageOption, printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { toGoLine } from "./print-to-go.ts";

interface DeadlineOptions extends CommonOptions {
  readonly ical?: string;
  readonly language: Language;
}

export function addDeadlines(program: Command, world: World): void {
  withCommonOptions(program.command("deadlines <party>"))
    .description("deadlines in the open cases of an office or an organisation, the next first")
    .option("--ical <file>", "write them as a calendar that a calendar program follows")
    .addOption(languageOption("language of the calendar").default("zh"))
    .action((party: string, options: DeadlineOptions) => {
      const { ical, language } = options;
      return withRegistry(world, options, async (registry) => {
        const deadlines = await deadlinesOf(registry, party);
        if (!deadlines.ok) return printProblem(world, deadlines.error, options.json);
        if (ical !== undefined) await world.writeFile(ical, new TextEncoder().encode(deadlinesCalendar(registry, deadlines.value, deadlineWords(language))));
        if (options.json === true) printJson(world, deadlines.value);
        else printDeadlines(world, deadlines.value);
        if (options.json !== true && ical !== undefined) world.out(`${ical}: ${toDo(deadlines.value.due).length} deadlines\n`);
        return STATUS.done;
      });
    });

  withCommonOptions(program.command("scoreboard"))
    .description("authorities measured: notices, services, decisions and publications in time, decisions reversed, releases overdue")
    .option("--from <day>", "the first day; default a year before the last")
    .option("--until <day>", "the first day that no longer counts; default tomorrow")
    .action((options: CommonOptions & { readonly from?: string; readonly until?: string }) => withRegistry(world, options, async (registry) => {
      const { from, until } = options;
      const board = await scoreboardOf(registry, { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) });
      if (!board.ok) return printProblem(world, board.error, options.json);
      if (options.json === true) printJson(world, board.value);
      else world.out(`From ${board.value.from} until ${board.value.until}; of those with a time in law: late, and missing\n${columns([HEAD, ...board.value.authorities.map(rowOf)])}`);
      return STATUS.done;
    }));
}

function printDeadlines(world: World, { due, toGo }: Deadlines): void {
  for (const each of due.filter(({ fellOn }) => fellOn === undefined)) world.out(`${each.lastDay}${each.provisional ? " (provisional)" : ""}${each.passed ? " LATE" : ""}  ${lineOf(each)}\n`);
  for (const each of toGo) world.out(toGoLine(each));
  if (due.length + toGo.length === 0) world.out("Nothing is due.\n");
}

function lineOf({ names, by, organisation, matter, year, fulfilledOn }: Deadline): string {
  const what = year === undefined ? `${names.en}, by the ${by}: ${organisation}` : `${names.en} for ${year}`;
  return `${what}${matter === undefined ? "" : `, case ${matter}`}${fulfilledOn === undefined ? "" : `, done on ${fulfilledOn}`}`;
}

const HEAD = ["authority", "notices late", "missing", "decisions late", "missing", "reversed", "publications late", "missing", "objections late", "repairs late", "releases overdue"];

function rowOf({ authority, figures: { steps, decisions, objections, repairs }, releases }: AuthorityScore): readonly string[] {
  const publication = { late: steps.listingPublication.late + steps.recordPublication.late, missing: steps.listingPublication.missing + steps.recordPublication.missing };
  return [
    authority ?? "none", ...[steps.notice.late, steps.notice.missing, steps.decision.late, steps.decision.missing].map(String), `${decisions.reversed} of ${decisions.made}`,
    ...[publication.late, publication.missing].map(String), `${objections.late} of ${objections.opened}`, `${repairs.late} of ${repairs.opened}`, `${releases.overdue} of ${releases.open}`,
  ];
}
