// `suppliers FILE`: a whole list of names and codes: which organisation each row means, and how it stands.
import { basename } from "node:path";
import type { Command } from "commander";
import { KEEPER, keepNames, KeptFaces, readClocks, receiptOfSuppliers, SUPPLIER_BYTES_MAX, supplierRowsOfFile, suppliersJson, suppliersOf, writeTable, type LawId, type Registry } from "../service/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, progressTo, STATUS, withRegistry, type World } from "./command.ts";
import { supplierLines } from "./print-suppliers.ts";

interface SuppliersOptions extends ClockOptions {
  readonly act?: string;
  readonly report?: string;
  readonly receipt?: string;
}

export function addSuppliers(program: Command, world: World): void {
  withClocks(program.command("suppliers <file>"))
    .description("a list of suppliers as workbook, CSV or JSON: which organisation each row means, and where it stands; rows that could mean several are held")
    .option("--act <act>", "ACT[@WHERE]: the state in this act (default: the gravest over all acts)")
    .option("--report <out>", "write every row with its answer, as CSV or, where the name ends so, .xlsx")
    .option("--receipt <file>", "write one signed receipt for the lot; needs --act")
    .action((file: string, options: SuppliersOptions) => withRegistry(world, options, async (registry) => {
      const names = await keepNames(registry, progressTo(world));
      return checkSuppliers(world, { ...registry, names, faces: new KeptFaces(registry, await registry.ledger.head()) }, file, options);
    }));
}

async function checkSuppliers(world: World, registry: Registry, file: string, options: SuppliersOptions): Promise<number> {
  const { act, report, receipt, json } = options;
  const clocks = await readClocks(registry, clocksOf(options), act as LawId | undefined);
  if (!clocks.ok) return printProblem(world, clocks.error, json);
  const rows = supplierRowsOfFile(registry, { name: basename(file), bytes: await world.readFile(file, SUPPLIER_BYTES_MAX) });
  if (!rows.ok) return printProblem(world, rows.error, json);
  const answer = await suppliersOf(registry, KEEPER, { rows: rows.value, ...(act === undefined ? {} : { act }), on: clocks.value.on, law: clocks.value.law, known: clocks.value.known });
  if (!answer.ok) return printProblem(world, answer.error, json);
  if (receipt !== undefined) {
    const signed = await receiptOfSuppliers(registry, KEEPER, answer.value);
    if (!signed.ok) return printProblem(world, signed.error, json);
    await world.writeFile(receipt, new TextEncoder().encode(signed.value));
  }
  if (report !== undefined) await world.writeFile(report, writeTable(report.toLowerCase().endsWith(".xlsx") ? "xlsx" : "csv", "Suppliers", supplierLines(answer.value)));
  if (json === true) printJson(world, suppliersJson(answer.value));
  else for (const [row, name, code, ...said] of supplierLines(answer.value).slice(1)) world.out(`row ${row ?? ""}: ${[name, code].filter((text) => text !== "").join(" ")}${(name ?? code) === "" ? "" : "  "}${said.filter((text) => text !== "").join("  ")}\n`);
  const { matched, held, absent, refused, states } = answer.value.counts;
  if (json !== true) world.out(`${matched} matched (${states.bound} bound, ${states.undetermined} undetermined, ${states.may} may be bound, ${states.favoured} favoured, ${states.clear} clear), ${held} held, ${absent} not on file here, ${refused} refused; on ${clocks.value.on}, law of ${clocks.value.law}, known at ${clocks.value.known}\n`);
  return held > 0 || refused > 0 ? STATUS.refused : STATUS.done;
}
