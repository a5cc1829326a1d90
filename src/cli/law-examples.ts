// `law examples`: the worked instances of the law, run; what does not hold is told question by question.
import type { Command } from "commander";
import { runExamples, type ExampleRun, type Registry } from "../service/index.ts";
import { printJson, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface ExamplesOptions extends CommonOptions {
  readonly body?: string;
  readonly about?: string;
}

export function addLawExamples(law: Command, world: World): void {
  withCommonOptions(law.command("examples"))
    .description("run the worked examples of the law")
    .option("--body <body>", "only this body of law, e.g. mdb")
    .option("--about <id>", "only examples about this entry, with every question they ask")
    .action((options: ExamplesOptions) => withRegistry(world, options, async (registry) => examples(world, registry, options)));
}

function examples(world: World, registry: Registry, options: ExamplesOptions): number {
  const runs = runExamples(registry, options);
  const failed = runs.filter((run) => run.differences.length > 0);
  if (options.json === true) printJson(world, runs.map(asJson));
  else {
    for (const run of options.about === undefined ? failed : runs) printRun(world, run, options.about !== undefined);
    world.out(`${runs.length - failed.length} of ${runs.length} examples hold\n`);
  }
  return failed.length === 0 ? STATUS.done : STATUS.refused;
}

function printRun(world: World, { example, questions }: ExampleRun, every: boolean): void {
  world.out(`${example.at}: ${example.name.en}\n`);
  questions.forEach(({ words, differences }, index) => {
    if (every || differences.length > 0) world.out(`    ${differences.length === 0 ? "holds" : "fails"}, question ${index + 1}: ${words.en}\n`);
    for (const difference of differences) world.out(`        ${difference}\n`);
  });
}

function asJson({ example, differences, questions }: ExampleRun): unknown {
  return {
    id: example.id, name: example.name.en, at: example.at, holds: differences.length === 0, differences,
    questions: questions.map(({ words, differences: found }) => ({ question: words, holds: found.length === 0 })),
  };
}
