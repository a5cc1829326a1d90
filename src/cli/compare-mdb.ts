// `compare-mdb`: imports the two published lists into a register of its own in memory, derives from the World Bank's file what EBRD
// must enforce, and holds it against what EBRD publishes. Run as `npm run compare:mdb`; PROBITY_LISTS names the folder of the lists.
import { join } from "node:path";
import type { Command } from "commander";
import { compareEnforcement, importFile, parsePlainDate, type Comparison, type ImportReport, type LawId } from "../service/index.ts";
import { printJson, printProblem, STATUS, type World } from "./command.ts";

const FILES = [
  { file: "world-bank-ineligible-firms.xlsx", template: "mdb:world-bank-listing" },
  { file: "ebrd-ineligible-firms.csv", template: "mdb:ebrd-listing" },
] as const;

interface CompareOptions {
  readonly json?: boolean;
  readonly on: string;
  readonly joins?: boolean;
}

export function addCompareMdb(program: Command, world: World): void {
  program.command("compare-mdb").description("hold the engine's answers against the lists two development banks publish (folder of the lists: PROBITY_LISTS)")
    .option("--json", "answer as JSON on standard output").option("--on <day>", "the day compared", "2025-01-07").option("--joins", "list every automatic join with its reasons")
    .action(async (options: CompareOptions) => {
      const folder = world.environment["PROBITY_LISTS"];
      if (folder === undefined || folder === "") {
        world.say(`probity: set PROBITY_LISTS to the folder that holds ${FILES.map((each) => each.file).join(" and ")}, then run this again\n`);
        return world.exit(STATUS.usage);
      }
      const on = parsePlainDate(options.on);
      if (!on.ok) {
        world.say(`probity: ${on.error}\n`);
        return world.exit(STATUS.usage);
      }
      const registry = await world.memoryRegistry();
      const imports: ImportReport[] = [];
      for (const { file, template } of FILES) {
        const imported = await importFile(registry, { name: file, bytes: await world.readFile(join(folder, file)), template });
        if (!imported.ok) return world.exit(printProblem(world, imported.error, options.json));
        imports.push(imported.value);
      }
      const comparison = await compareEnforcement(registry, { from: "mdb:wbg-debarred" as LawId, to: "mdb:ebrd-ineligible" as LawId, act: "mdb:award-contract" as LawId, on: on.value });
      if (options.json === true) printJson(world, { imports, comparison });
      else print(world, imports, comparison, options.joins === true);
      return world.exit(STATUS.done);
    });
}

function print(world: World, imports: readonly ImportReport[], comparison: Comparison, joins: boolean): void {
  FILES.forEach(({ file }, index) => {
    const report = imports[index];
    if (report === undefined) return;
    world.out(`${file}, as of ${report.asOf ?? "?"}${report.asOfInferred ? " (inferred)" : ""}: ${report.rows} rows = ${report.records} records + ${report.duplicates} duplicates + ${report.held} held + ${report.refused} refused; ${report.joins.length} joined\n`);
    if (joins) for (const join of report.joins) world.out(`  row ${join.row}: ${join.files.join(" and ")}, score ${join.score}: ${join.reasons.map((reason) => `${reason.part} ${reason.score} ${reason.because}`).join("; ")}\n`);
  });
  const { byCause, covered } = comparison;
  world.out(`\nWorld Bank decisions on file: ${comparison.decisions}; taken over from others: ${comparison.takenOver}; not running on ${comparison.request.on}: ${comparison.ended}\n`);
  world.out(`Running own decisions that do not bind at EBRD, by the condition that failed:\n${counts(comparison.spared)}`);
  world.out(`Undetermined, by what is missing:\n${counts(comparison.undetermined)}`);
  const share = covered === 0 ? 0 : Math.round((byCause.confirmed * 1000) / covered);
  world.out(`Covered running decisions: ${covered}\n`);
  world.out(`  confirmed by EBRD's list: ${byCause.confirmed} (${Math.floor(share / 10)}.${share % 10} %)\n`);
  world.out(`  named differently (a person would have to judge): ${byCause.namedDifferently}\n  affiliate that EBRD does not carry: ${byCause.affiliate}\n  later than that edition: ${byCause.laterThanEdition}\n  not on it under any name: ${byCause.notOnIt}\n`);
  world.out(`The other way round, rows of EBRD's list that name the World Bank as their origin:\n${counts(comparison.back)}`);
}

function counts(of: Readonly<Record<string, number>>): string {
  const entries = Object.entries(of).sort((a, b) => b[1] - a[1]);
  return entries.length === 0 ? "  none\n" : entries.map(([what, count]) => `  ${what}: ${count}\n`).join("");
}
