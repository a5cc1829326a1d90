// `law search TEXT` and `law changes`: the law found by words, and its turning days for those they concern.
import type { Command } from "commander";
import { changesFor, LAW_HITS_PER_PAGE, searchLaw, type ChangeFilters, type ChangesFor, type LawSearchAnswer } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface SearchOptions extends CommonOptions {
  readonly on?: string;
  readonly kind?: string;
  readonly standing?: string;
  readonly people?: string;
  readonly page?: string;
}

export function addLawSearch(law: Command, world: World): void {
  withCommonOptions(law.command("search <text>"))
    .description("entries of the law whose names, ids, notes, quotations or articles hold every word, the best first")
    .option("--on <day>", "the day of the statute book")
    .option("--kind <kind>", "only entries of this kind, such as `list`")
    .option("--standing <standing>", "only those that stand so: `inForce`, `notYet`, `ended` or `draft`")
    .option("--people <which>", "rules about persons: `without` them, or those `only`")
    .option("--page <n>", `which page of ${LAW_HITS_PER_PAGE}; default 1`)
    .action((text: string, options: SearchOptions) => withRegistry(world, options, async (registry) => {
      const { on, kind = "", standing = "", people = "", page = "1" } = options;
      if (!/^[1-9]\d{0,5}$/.test(page)) return wrongPage(world, page);
      const answer = searchLaw(registry, { q: text, on, filters: { kind, standing, people }, page: Number(page) });
      if (!answer.ok) return printProblem(world, answer.error, options.json);
      if (options.json === true) printJson(world, answer.value);
      else world.out(found(answer.value));
      return STATUS.done;
    }));
}

export function addLawChanges(law: Command, world: World): void {
  withCommonOptions(law.command("changes"))
    .description("days on which the law turned or will turn, the newest first, with what began, ended and changed for those it concerns")
    .option("--sector <sector>", "only what concerns this sector")
    .option("--region <region>", "only what concerns this region")
    .option("--authority <id>", "only what concerns this authority")
    .option("--list <id>", "only what concerns this list")
    .option("--kind <kind>", "only entries of this kind")
    .option("--people <which>", "rules about persons: `without` them, or those `only`; default both")
    .action((options: CommonOptions & ChangeFilters) => withRegistry(world, options, async (registry) => {
      const answer = changesFor(registry, options);
      if (options.json === true) printJson(world, answer);
      else world.out(turned(answer));
      return STATUS.done;
    }));
}

function wrongPage(world: World, page: string): number {
  world.say(`probity: \`${page}\` is no page. Give a number from 1, such as --page 2.\n`);
  return STATUS.usage;
}

function found({ q, on, total, first, hits }: LawSearchAnswer): string {
  const head = total === 0 ? `Nothing in the law of ${on} holds every word of “${q}”.` : `${first} to ${first + hits.length - 1} of ${total} in the law of ${on}`;
  return `${head}\n${hits.map(({ entry, standing, people }) => `  ${entry.id}  ${entry.names.en}${entry.names.zh === undefined ? "" : ` · ${entry.names.zh}`}  (${entry.kind}, ${WORDS[standing]}${people ? ", about persons" : ""})\n`).join("")}`;
}

const WORDS = { inForce: "in force", notYet: "not yet in force", ended: "ended", draft: "draft" } as const;

function turned({ days, more }: ChangesFor): string {
  if (days.length === 0) return "No change of the law concerns that.\n";
  return `${days.map(({ day, announced, changes }) => `${day}${announced ? ", announced" : ""}\n${changes.map(({ words, entry }) => `  ${words.en}  [${entry}]\n`).join("")}`).join("")}${more ? "There are earlier ones.\n" : ""}`;
}
