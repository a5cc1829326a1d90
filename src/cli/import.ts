// `import FILE --template ID` and `withdraw BATCH`: hand in a file, take a wrong one back.
import { basename } from "node:path";
import type { Command } from "commander";
import { importFile, withdrawBatch, type ImportReport, type Registry } from "../service/index.ts";
import { printFindings, printJson, printProblem, progressTo, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface ImportOptions extends CommonOptions {
  readonly template: string;
  readonly asOf?: string;
  readonly by?: string;
  readonly strict?: boolean;
  readonly report?: string;
}

/** Rows, or steps of another kind, after which an import tells how far it is where no terminal shows it. */
const ROWS_TOLD = 10_000;

export function addImport(program: Command, world: World): void {
  withCommonOptions(program.command("import <file>"))
    .description("hand in a file: workbook (.xlsx), CSV or JSON; every row ends as record, duplicate, held or refused")
    .requiredOption("--template <id>", "how the file is read, e.g. mdb:world-bank-listing")
    .option("--as-of <day>", "the edition's day, where the file does not state it")
    .option("--by <office>", "file number of the office that hands it in")
    .option("--strict", "refuse the whole file on any finding")
    .option("--report <out>", "write the annotated copy of the file here")
    .action((file: string, options: ImportOptions) => withRegistry(world, options, (registry) => runImport(world, registry, file, options)));

  withCommonOptions(program.command("withdraw <batch>"))
    .description("take a batch back: every answer from then on is as if it had never been handed in")
    .option("--reason <text>", "why", "handed in by mistake")
    .action((batch: string, options: CommonOptions & { readonly reason: string }) =>
      withRegistry(world, options, async (registry) => {
        const withdrawn = await withdrawBatch(registry, batch, options.reason);
        if (!withdrawn.ok) return printProblem(world, withdrawn.error, options.json);
        if (options.json === true) printJson(world, withdrawn.value);
        else world.out(`Batch ${withdrawn.value.batch} is taken back; its ${withdrawn.value.events} records no longer count.\n`);
        return STATUS.done;
      }));
}

async function runImport(world: World, registry: Registry, file: string, options: ImportOptions): Promise<number> {
  const bytes = await world.readFile(file);
  const imported = await importFile(registry, {
    name: basename(file), bytes, template: options.template, annotate: options.report !== undefined, progress: progressTo(world, ROWS_TOLD), signal: world.stopSignal(`the import of \`${basename(file)}\` was stopped, and nothing was stored. Hand it in again to have it stored.`),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }), ...(options.by === undefined ? {} : { by: options.by }), ...(options.strict === undefined ? {} : { strict: options.strict }),
  });
  if (!imported.ok) return printProblem(world, imported.error, options.json);
  const { annotated, ...report } = imported.value;
  if (options.json === true) printJson(world, report);
  else printReport(world, report);
  // After the report: what was stored is known also where the copy cannot be written.
  if (options.report !== undefined && annotated !== undefined) {
    await world.writeFile(options.report, annotated);
    if (options.json !== true) world.out(`  annotated copy: ${options.report}\n`);
  }
  return report.held + report.refused > 0 ? STATUS.refused : STATUS.done;
}

function printReport(world: World, report: Omit<ImportReport, "annotated">): void {
  const edition = report.asOf === null ? "" : `, as of ${report.asOf}${report.asOfInferred ? " (inferred)" : ""}`;
  world.out(`Batch ${report.batch}${edition}${report.repeated ? ": this file was handed in before; nothing was stored" : ""}\n`);
  world.out(`  ${report.rows} rows = ${report.records} records + ${report.duplicates} duplicates + ${report.held} held + ${report.refused} refused\n`);
  if (report.gone + report.changed > 0) world.out(`  since the edition before: ${report.changed} changed, ${report.gone} gone\n`);
  if (report.joins.length > 0) world.out(`  ${report.joins.length} rows joined to organisations on file; --json lists each with its reasons\n`);
  printFindings(world, report.findings);
}
