// `law preview DIR`: which answers of this register would change under a mended copy of the law, before it is adopted. What changes is
// printed as it is found; sums come last.
import type { Command } from "commander";
import { previewLaw, type ChangedAnswer, type Previewed, type Registry } from "../service/index.ts";
import { printProblem, progressTo, readCount, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface PreviewOptions extends CommonOptions {
  readonly on?: string;
  readonly limit?: number;
}

export function addLawPreview(law: Command, world: World): void {
  withCommonOptions(law.command("preview <folder>"))
    .description("which answers of this register would change under a mended copy of the law's folder, before it is adopted; nothing is written")
    .option("--on <day>", "the day asked about (default: today)")
    .option("--limit <n>", "show at most so many; the sums count all", readCount)
    .action((folder: string, options: PreviewOptions) => withRegistry(world, options, (registry) => preview(world, registry, folder, options)));
}

async function preview(world: World, registry: Registry, folder: string, options: PreviewOptions): Promise<number> {
  const mended = world.readLaw(folder);
  if (!mended.ok) return printProblem(world, mended.error, options.json);
  const print = options.json === true ? asJson(world) : asText(world);
  const progress = progressTo(world);
  let shown = 0;
  const previewed = await previewLaw(registry, {
    mended: mended.value, ...(options.on === undefined ? {} : { on: options.on }),
    progress: (done, total) => progress(done, total, "events compared"),
    changed: (change) => {
      shown += 1;
      if (options.limit === undefined || shown <= options.limit) print.change(change);
    },
  });
  if (!previewed.ok) return printProblem(world, previewed.error, options.json);
  print.sums(previewed.value);
  return STATUS.done;
}

interface Printing {
  readonly change: (change: ChangedAnswer) => void;
  readonly sums: (previewed: Previewed) => void;
}

function asText(world: World): Printing {
  return {
    change: ({ organisation, act, before, after, parts, effects }) => {
      world.out(`${organisation.name} (${organisation.file})  ${act}\n`);
      world.out(`  before  ${before.sentence.en}${measuresOf(before.measures)}\n  after   ${after.sentence.en}${measuresOf(after.measures)}\n`);
      for (const { what, measure, list } of effects) world.out(`    ${what} ${measure}${list === undefined ? "" : ` (${list})`}\n`);
      if (effects.length === 0) world.out(`    other: ${parts.join(", ")}\n`);
    },
    sums: ({ rulebook, organisations, organisationsChanged, questions, changed, verdicts, lists, memoranda }) => {
      world.out(`${changed} of ${questions} answers would change, for ${organisationsChanged} of ${organisations} organisations\n`);
      for (const [title, counts] of [["verdicts", verdicts], ["lists", lists], ["memoranda and measures", memoranda]] as const) {
        const sorted = Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        if (sorted.length > 0) world.out(`${title}:\n${sorted.map(([name, count]) => `  ${count}  ${name}\n`).join("")}`);
      }
      world.out(`in use: ${rulebook.before}\nmended: ${rulebook.after}\n`);
    },
  };
}

function measuresOf(measures: readonly string[]): string {
  return measures.length === 0 ? "" : `  [${measures.join(", ")}]`;
}

/** One JSON value, written piece by piece. */
function asJson(world: World): Printing {
  let separator = "{\"changes\": [\n";
  return {
    change: (change) => {
      world.out(`${separator}${JSON.stringify(change)}`);
      separator = ",\n";
    },
    sums: (previewed) => world.out(`${separator.startsWith("{") ? separator : "\n"}], "sums": ${JSON.stringify(previewed, null, 2)}}\n`),
  };
}
