// `law cascade LIST`: what one listing, or one record, would release: measures, memoranda and further lists, each with why it follows.
import type { Command } from "commander";
import { lawCascade, type CascadeNode, type CascadeWhy, type LawCascade } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { columns } from "./columns.ts";

interface CascadeOptions extends CommonOptions {
  readonly on?: string;
}

export function addLawCascade(law: Command, world: World): void {
  withCommonOptions(law.command("cascade <list>"))
    .description("what one listing on a list, or one record of a type, would release; conditions are not looked at")
    .option("--on <day>", "the day of the statute book")
    .action((list: string, options: CascadeOptions) => withRegistry(world, options, async (registry) => {
      const answer = lawCascade(registry, { of: list, ...(options.on === undefined ? {} : { on: options.on }) });
      if (!answer.ok) return printProblem(world, answer.error, options.json);
      if (options.json === true) printJson(world, answer.value);
      else world.out(printed(answer.value));
      return STATUS.done;
    }));
}

function printed({ day, root, counts, rows }: LawCascade): string {
  const added = counts.possibleMeasures + counts.possibleLists === 0 ? "" : `; with a decision or a further listing ${counts.possibleMeasures} more measures and ${counts.possibleLists} more lists`;
  const lost = counts.favoursLost === 0 ? "" : `; ${counts.favoursLost} favours are lost`;
  const head = `On ${day}: ${several(counts.measures, "measure")} (${counts.mandatory} mandatory) by ${several(counts.authorities, "authority", "authorities")} on ${several(counts.acts, "act")}, ${several(counts.memoranda, "memorandum", "memoranda")}, ${several(counts.lists, "further list")}, ${several(counts.favours, "favour")}${added}${lost}\n`;
  const table = rows.length === 0 ? "" : `\n${columns([["authority", "measures", "acts"], ...rows.map((row) => [row.authority, String(row.measures.length), String(new Set(row.measures.flatMap((measure) => measure.acts)).size)])])}`;
  return `${head}\n${lines(root, 0).join("\n")}\n${table}`;
}

function lines(node: CascadeNode, level: number): readonly string[] {
  const cut = node.kind === "list" && node.cut !== undefined ? (node.cut === "again" ? " (as above)" : " (and more below)") : "";
  const what = node.kind === "measure" ? `${node.effects.join(" or ")} ${node.acts.join(", ")} by ${node.authority}${node.force === undefined ? "" : `, ${node.force}`}${node.conditional ? ", under conditions" : ""}: ${node.names.en}` : `${node.kind} ${node.id}: ${node.names.en}`;
  return [`${"  ".repeat(level)}${what}${whyWords(node.why)}${cut}`, ...node.children.flatMap((child) => lines(child, level + 1))];
}

function whyWords(why: CascadeWhy): string {
  switch (why.kind) {
    case "entailed":
      return ` — listed by the law itself (${why.criteria.join(", ")})`;
    case "proposed":
      return ` — may be listed (${why.criteria.join(", ")})`;
    case "lost":
      return ` — lost (${why.criteria.join(", ")})`;
    case "clause":
      return ` [${why.clause}]`;
    case "asked":
    case "trigger":
      return "";
  }
}

function several(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
