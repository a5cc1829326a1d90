// `law show [ID]` and `law examples`: the law as data, and its worked instances run.
import type { Command } from "commander";
import { lawJson, listLaw, parsePlainDate, runExamples, showLaw, today, type Registry } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

export function addLaw(program: Command, world: World): void {
  const law = program.command("law").description("the law as data");
  withCommonOptions(law.command("show [id]"))
    .description("an entry of the law; without an id, what there is")
    .option("--on <day>", "the day of the statute book")
    .action((id: string | undefined, options: CommonOptions & { readonly on?: string }) => withRegistry(world, options, async (registry) => show(world, registry, id, options)));
  withCommonOptions(law.command("examples"))
    .description("run the worked examples of the law")
    .option("--body <body>", "only this body of law, e.g. mdb")
    .action((options: CommonOptions & { readonly body?: string }) => withRegistry(world, options, async (registry) => examples(world, registry, options)));
}

function show(world: World, registry: Registry, id: string | undefined, options: CommonOptions & { readonly on?: string }): number {
  if (id !== undefined) {
    const answer = showLaw(registry, id, options.on);
    if (!answer.ok) return printProblem(world, answer.error, options.json);
    if (options.json !== true) world.out(`${answer.value.entry.names.en}${answer.value.entry.names.zh === undefined ? "" : ` · ${answer.value.entry.names.zh}`} (${answer.value.inForce ? "in force" : "not in force"} on ${answer.value.day}, ${answer.value.entry.at})\n`);
    world.out(`${JSON.stringify(options.json === true ? answer.value : answer.value.entry, lawJson, 2)}\n`);
    return STATUS.done;
  }
  const day = parsePlainDate(options.on ?? today(registry));
  if (!day.ok) {
    world.say(`probity: ${day.error}\n`);
    return STATUS.usage;
  }
  const byKind = listLaw(registry, day.value);
  if (options.json === true) printJson(world, Object.fromEntries([...byKind].map(([kind, entries]) => [kind, entries.map((entry) => entry.id)])));
  else for (const [kind, entries] of byKind) world.out(`${kind} (${entries.length}): ${entries.map((entry) => entry.id).join(" ")}\n`);
  return STATUS.done;
}

function examples(world: World, registry: Registry, options: CommonOptions & { readonly body?: string }): number {
  const outcomes = runExamples(registry, options.body);
  const failed = outcomes.filter((outcome) => outcome.differences.length > 0);
  if (options.json === true) printJson(world, outcomes.map(({ example, differences }) => ({ id: example.id, name: example.name.en, at: example.at, holds: differences.length === 0, differences })));
  else {
    for (const { example, differences } of failed) world.out(`${example.at}: ${example.name.en}\n${differences.map((difference) => `    ${difference}\n`).join("")}`);
    world.out(`${outcomes.length - failed.length} of ${outcomes.length} examples hold\n`);
  }
  return failed.length === 0 ? STATUS.done : STATUS.refused;
}
