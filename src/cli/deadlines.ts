// `deadlines OFFICE|ORG` and `scoreboard`: what is due of whom by when, and how authorities kept their time.
import type { Command } from "commander";
import { deadlinesCalendar, deadlinesOf, scoreboardOf, toDo, type AuthorityScore, type Deadline, type Deadlines, type DeadlineWords } from "../service/index.ts";
import { columns } from "./columns.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { toGoLine } from "./print-to-go.ts";

interface DeadlineOptions extends CommonOptions {
  readonly ical?: string;
  readonly language: string;
}

export function addDeadlines(program: Command, world: World): void {
  withCommonOptions(program.command("deadlines <party>"))
    .description("deadlines in the open cases of an office or an organisation, the next first")
    .option("--ical <file>", "write them as a calendar that a calendar program follows")
    .option("--language <zh|en>", "language of the calendar", "zh")
    .action((party: string, options: DeadlineOptions) => {
      const { ical, language } = options;
      if (language !== "zh" && language !== "en") {
        world.say("probity: --language is zh or en\n");
        return world.exit(STATUS.usage);
      }
      return withRegistry(world, options, async (registry) => {
        const deadlines = await deadlinesOf(registry, party);
        if (!deadlines.ok) return printProblem(world, deadlines.error, options.json);
        if (ical !== undefined) await world.writeFile(ical, new TextEncoder().encode(deadlinesCalendar(registry, deadlines.value, { language, ...CALENDAR_WORDS[language] })));
        if (options.json === true) printJson(world, deadlines.value);
        else printDeadlines(world, deadlines.value);
        if (options.json !== true && ical !== undefined) world.out(`${ical}: ${toDo(deadlines.value.due).length} deadlines\n`);
        return STATUS.done;
      });
    });

  withCommonOptions(program.command("scoreboard"))
    .description("authorities measured: notices, services, decisions and publications in time, decisions reversed, releases overdue")
    .option("--from <day>", "the first day; default a year before the last")
    .option("--to <day>", "the first day that no longer counts; default tomorrow")
    .action((options: CommonOptions & { readonly from?: string; readonly to?: string }) => withRegistry(world, options, async (registry) => {
      const { from, to } = options;
      const board = await scoreboardOf(registry, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { until: to }) });
      if (!board.ok) return printProblem(world, board.error, options.json);
      if (options.json === true) printJson(world, board.value);
      else world.out(`From ${board.value.from} until ${board.value.until}; of those with a time in law: late, and missing\n${columns([HEAD, ...board.value.authorities.map(rowOf)])}`);
      return STATUS.done;
    }));
}

/** What a calendar says of a deadline, in the words of the desk. */
const CALENDAR_WORDS = {
  en: { title: ({ en, zh = en }) => ({ en: `Deadlines: ${en}`, zh: `期限：${zh}` }), by: { office: "To be done by the office", organisation: "To be done by the organisation" }, case: "Case", procedure: "Procedure:", duty: (year) => `Report for ${year}`, toGo: (day) => `Has to go: the act it rests on fell on ${day}` },
  zh: { title: ({ en, zh = en }) => ({ en: `Deadlines: ${en}`, zh: `期限：${zh}` }), by: { office: "由机关办理", organisation: "由组织办理" }, case: "案号", procedure: "程序：", duty: (year) => `${year}年度报告`, toGo: (day) => `应当移除：所依据的行为已于${day}被撤销` },
} satisfies Record<DeadlineWords["language"], Omit<DeadlineWords, "language">>;

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
