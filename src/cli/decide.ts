// `decide FILE --by OFFICE`: hands in a decision sheet that `worklist OFFICE --out FILE` wrote.
import { basename } from "node:path";
import type { Command } from "commander";
import { decideSheet, type Registry, type SheetDecided } from "../service/index.ts";
import { readWords } from "./case-options.ts";
import { printFindings, printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface DecideOptions extends CommonOptions {
  readonly by: string;
  readonly officers: readonly string[];
  readonly strict?: boolean;
  readonly report?: string;
}

export function addDecide(program: Command, world: World): void {
  withCommonOptions(program.command("decide <file>"))
    .description("decide many cases by a sheet that `worklist OFFICE --out FILE` wrote, each row with its own reasons")
    .requiredOption("--by <office>", "file number of the office that decides")
    .option("--officers <posts>", "posts that decided, with commas between; a row may name its own", readWords, [])
    .option("--strict", "decide nothing where one row is refused")
    .option("--report <out>", "write the sheet with every finding marked here")
    .action((file: string, options: DecideOptions) => withRegistry(world, options, (registry) => runDecide(world, registry, file, options)));
}

async function runDecide(world: World, registry: Registry, file: string, options: DecideOptions): Promise<number> {
  const { by, officers, strict = false, report } = options;
  const decided = await decideSheet(registry, { name: basename(file), bytes: await world.readFile(file), by, officers, strict, annotate: report !== undefined });
  if (!decided.ok) return printProblem(world, decided.error, options.json);
  const { annotated, ...answer } = decided.value;
  if (options.json === true) printJson(world, answer);
  else printDecided(world, answer);
  // After the answer: what was decided is known also where the copy cannot be written.
  if (report !== undefined && annotated !== undefined) {
    await world.writeFile(report, annotated);
    if (options.json !== true) world.out(`  annotated copy: ${report}\n`);
  }
  return answer.refused > 0 ? STATUS.refused : STATUS.done;
}

function printDecided(world: World, { rows, decided, repeated, left, refused, findings }: SheetDecided): void {
  world.out(`${rows} rows = ${decided} decided + ${repeated} decided so before + ${left} left open + ${refused} refused\n`);
  printFindings(world, findings);
}
