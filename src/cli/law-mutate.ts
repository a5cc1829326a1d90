// `law mutate`: moves every figure of the law by one and asks the worked examples whether they notice.
import type { Command } from "commander";
import { mutateLaw, type MutationReport, type Registry } from "../service/index.ts";
import { printJson, printProblem, progressTo, readCount, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface MutateOptions extends CommonOptions {
  readonly list?: string;
  readonly entry?: string;
  readonly survivors?: boolean;
  readonly sample?: number;
  readonly seed?: number;
}

export function addLawMutate(law: Command, world: World): void {
  withCommonOptions(law.command("mutate"))
    .description("move every day, number and comparison of the law by one and see whether a worked example fails")
    .option("--list <id>", "only what belongs to this list: itself, its measures, procedure, repair")
    .option("--entry <id>", "only this entry")
    .option("--survivors", "each figure that no example notices, with its place")
    .option("--sample <n>", "only so many figures, drawn by chance", readCount)
    .option("--seed <n>", "the seed of the draw; the same seed draws the same figures", readCount)
    .action((options: MutateOptions) => withRegistry(world, options, (registry) => mutate(world, registry, options)));
}

async function mutate(world: World, registry: Registry, options: MutateOptions): Promise<number> {
  const progress = progressTo(world);
  const report = await mutateLaw(registry, {
    ...(options.list === undefined ? {} : { list: options.list }), ...(options.entry === undefined ? {} : { entry: options.entry }),
    ...(options.sample === undefined ? {} : { sample: { count: options.sample, seed: options.seed ?? 1 } }),
    progress: (done, total) => progress(done, total, "figures moved"),
  });
  if (!report.ok) return printProblem(world, report.error, options.json);
  if (options.json === true) printJson(world, options.survivors === true ? report.value : { ...report.value, survivors: report.value.survivors.length });
  else print(world, report.value, options);
  return STATUS.done;
}

function print(world: World, report: MutationReport, options: MutateOptions): void {
  if (options.survivors === true) {
    for (const { at, entry, field, from, to } of report.survivors) world.out(`${at}: ${entry} ${field}: ${from} → ${to}\n`);
  } else {
    printTallies(world, "by kind", report.byKind);
    printTallies(world, "by figure", report.byFigure);
    printTallies(world, "by list", report.byList);
    if (options.list !== undefined || options.entry !== undefined) printTallies(world, "by entry", report.byEntry);
  }
  const { figures, noticed, byLoader, percent } = report.total;
  world.out(`${noticed} of ${figures} moved figures are noticed (${percent} %), ${byLoader} of them by the loader\n`);
}

function printTallies(world: World, heading: string, tallies: MutationReport["byKind"]): void {
  const width = Math.max(0, ...Object.keys(tallies).map((key) => key.length));
  world.out(`${heading}\n`);
  for (const [key, { figures, noticed, percent }] of Object.entries(tallies)) world.out(`  ${key.padEnd(width)}  ${String(noticed).padStart(6)} of ${String(figures).padStart(6)}  ${percent.toFixed(2).padStart(6)} %\n`);
  world.out("\n");
}
