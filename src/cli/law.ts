// `law show [ID]`: the law as data. The other words of `law` have files of their own.
import type { Command } from "commander";
import { lawJson, listLaw, parsePlainDate, showLaw, today, type Registry } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { addLawCascade } from "./law-cascade.ts";
import { addLawDiff } from "./law-diff.ts";
import { addLawExamples } from "./law-examples.ts";
import { addLawMutate } from "./law-mutate.ts";
import { addLawExits } from "./law-exits.ts";
import { addLawLint } from "./law-lint.ts";
import { addLawPreview } from "./law-preview.ts";
import { addLawChanges, addLawSearch } from "./law-search.ts";

export function addLaw(program: Command, world: World): void {
  const law = program.command("law").description("the law as data");
  addLawPreview(law, world);
  withCommonOptions(law.command("show [id]"))
    .description("an entry of the law; without an id, what there is")
    .option("--on <day>", "the day of the statute book")
    .action((id: string | undefined, options: CommonOptions & { readonly on?: string }) => withRegistry(world, options, async (registry) => show(world, registry, id, options)));
  addLawExamples(law, world);
  addLawMutate(law, world);
  addLawExits(law, world);
  addLawLint(law, world);
  addLawDiff(law, world);
  addLawSearch(law, world);
  addLawChanges(law, world);
  addLawCascade(law, world);
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
