// A slip of the pen in the next edition of a list frees nobody, through the import as an office uses it.
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { checkOrganisation } from "./check-organisation.ts";
import { northSheet } from "../../test/support/ferry-sheets.ts";
import { importFile, type ImportReport } from "./import-file.ts";

const KEEPER = { kind: "keeper" } as const;

it("a listing whose row has a wrong cell in the next edition goes on binding; one that is left out ends", async () => {
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"));
  async function handIn(day: string, rows: string): Promise<ImportReport> {
    const imported = await importFile(registry, { name: "north.csv", bytes: Buffer.from(`Ferry,Since,Free,Case\n${rows}`), template: "ferry:north-sheet", asOf: day });
    if (!imported.ok) throw new Error(imported.error.message);
    return imported.value;
  }
  async function verdict(organisation: string, on: string): Promise<string> {
    const answer = await checkOrganisation(registry, KEEPER, { organisation, act: "ferry:moor@north", on });
    return answer.ok ? answer.value.verdict : answer.error.code;
  }
  await handIn("2025-01-01", "Blue Heron Ltd,2024-03-01,2026-03-01,7\nGrey Gull Ltd,2024-03-01,2026-03-01,8\nRed Tern Ltd,2024-03-01,2026-03-01,9\n");
  const february = await handIn("2025-02-01", "Blue Heron Ltd,2024-03-01,20266-03-01,7\nRed Tern Ltd,2024-03-01,2026-03-01,9\n");
  expect(february).toMatchObject({ rows: 2, records: 0, duplicates: 1, refused: 1, gone: 1 });
  expect(await Promise.all(["Blue Heron Ltd", "Grey Gull Ltd", "Red Tern Ltd"].map((name) => verdict(name, "2025-02-15")))).toEqual(["bound", "clear", "bound"]);
  const mended = await handIn("2025-02-02", "Blue Heron Ltd,2024-03-01,2025-02-10,7\nRed Tern Ltd,2024-03-01,2026-03-01,9\n");
  expect(mended).toMatchObject({ refused: 0, changed: 1 });
  expect(await verdict("Blue Heron Ltd", "2025-02-15")).toBe("clear");
});

it("an import that is stopped at any step of it stores nothing, says why, and the file then enters as for the first time", async () => {
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"));
  const request = { name: "north.csv", bytes: northSheet("North", 1200), template: "ferry:north-sheet", asOf: "2025-01-01" };
  await expect(importFile(registry, { ...request, signal: AbortSignal.abort(new Error("at once")) })).rejects.toThrow("at once");
  const steps = new Set<string>();
  for (const step of ["looking for organisations", "comparing with what is on file", "storing"]) {
    const stop = new AbortController();
    const progress = (_done: number, _total: number, what: string): void => {
      steps.add(what);
      if (what === step) stop.abort(new Error(`while ${step}`));
    };
    await expect(importFile(registry, { ...request, signal: stop.signal, progress })).rejects.toThrow(`while ${step}`);
    expect(await registry.ledger.head()).toBe(0);
  }
  expect([...steps]).toEqual(["looking for organisations", "comparing with what is on file", "storing"]);
  const unused = new AbortController();
  expect(await importFile(registry, { ...request, signal: unused.signal })).toMatchObject({ ok: true, value: { rows: 1200, repeated: false } });
});
