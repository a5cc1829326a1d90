// `news [ABOUT]` and `dates [ABOUT]`: what the public is told of the register, a list or an organisation, and the days ahead anybody may know of; the
// latter also as a calendar.
import type { Command } from "commander";
import { calendarText, newsOf, publicDatesOf, registerName, type Language, type NewsItem, type PublicDate } from "../service/index.ts";
import { datesCalendar } from "../web/index.ts";
import { languageOption, printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface DatesOptions extends CommonOptions {
  readonly ical?: string;
  readonly language: Language;
}

export function addNews(program: Command, world: World): void {
  withCommonOptions(program.command("news [about]"))
    .description("what the public is told of a list or an organisation, the newest first; of the register where neither is named")
    .action((about: string | undefined, options: CommonOptions) => withRegistry(world, options, async (registry) => {
      const news = await newsOf(registry, about ?? "");
      if (!news.ok) return printProblem(world, news.error, options.json);
      if (options.json === true) printJson(world, news.value);
      else world.out(news.value.items.length === 0 ? "There is no news.\n" : news.value.items.map((item) => `${item.day}  ${newsLine(item)}\n`).join(""));
      return STATUS.done;
    }));

  withCommonOptions(program.command("dates [about]"))
    .description("days ahead that anybody may know of a list or an organisation, the next first; of the law where neither is named")
    .option("--ical <file>", "write them as a calendar that a calendar program follows")
    .addOption(languageOption("language of the calendar").default("zh"))
    .action((about: string | undefined, options: DatesOptions) => {
      const { ical, language } = options;
      return withRegistry(world, options, async (registry) => {
        const dates = await publicDatesOf(registry, about ?? "", new Set(registry.rulebook.bodies));
        if (!dates.ok) return printProblem(world, dates.error, options.json);
        const law = Object.fromEntries(registry.rulebook.entries.map(({ id, names }) => [id, { names }]));
        if (ical !== undefined) await world.writeFile(ical, new TextEncoder().encode(calendarText(datesCalendar({ language, origin: "", register: registerName(registry, false).name, law }, dates.value))));
        if (options.json === true) printJson(world, dates.value);
        else world.out(`${dates.value.dates.length === 0 ? "No day is known.\n" : dates.value.dates.map((date) => `${date.day}${date.provisional ? " (provisional)" : ""}  ${dateLine(date)}\n`).join("")}${ical === undefined ? "" : `${ical}: ${dates.value.dates.length} days\n`}`);
        return STATUS.done;
      });
    });
}

function newsLine({ what, of, organisation, count }: NewsItem): string {
  if (what === "ended") return `${count} listings ended`;
  return `${what}${of === null ? "" : ` ${of}`}${organisation === null ? "" : `: ${organisation.names[0] ?? ""} (${organisation.file})`}`;
}

function dateLine({ what, of, organisation, count }: PublicDate): string {
  if (what === "lawTurns") return `the law turns: ${count} entries`;
  return `${what}${of === null ? "" : ` ${of}`}${organisation === null ? "" : `: ${organisation.names[0] ?? ""} (${organisation.file})`}`;
}
