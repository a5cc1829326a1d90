// C as a peer of the bare probe: probe.c is compiled with whatever C compiler there is and reads the index's own columns from files. Rows
// lie in the order of their keys, ten bytes each, behind a directory of 2^20 shares by the first 20 of 60 mixed bits.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Columns } from "../../src/domain/restrictions/index.ts";

export interface Probed {
  readonly questions: number;
  /** Keys that were there, and the sum of what their first rows say of their days: what both sides must agree on. */
  readonly matched: number;
  readonly spans: number;
  /** Processor time of one question, the median of seven passes. */
  readonly nanoseconds: number;
}

/** Probes the columns for `keys`, two numbers each (the high 28 bits, the low 32), in C; undefined where there is no compiler. */
export function probeInC({ shares, hot }: Pick<Columns, "shares" | "hot">, keys: Uint32Array): Probed | undefined {
  const folder = mkdtempSync(join(tmpdir(), "probity-probe-"));
  try {
    const program = compiled(folder);
    if (program === undefined) return undefined;
    const files = Object.entries({ shares, hot, keys }).map(([name, column]) => {
      const file = join(folder, `${name}.bin`);
      writeFileSync(file, new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
      return file;
    });
    const ran = spawnSync(program, files, { encoding: "utf8" });
    const [questions, matched, spans, nanoseconds] = ran.stdout.trim().split(" ").map(Number);
    if (ran.status !== 0 || questions === undefined || matched === undefined || spans === undefined || nanoseconds === undefined) throw new Error(`the probe in C failed: ${ran.stderr}`);
    return { questions, matched, spans, nanoseconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compiled(folder: string): string | undefined {
  const program = join(folder, "probe");
  for (const compiler of ["gcc", "cc", "clang"]) {
    const ran = spawnSync(compiler, ["-O2", "-o", program, join(import.meta.dirname, "probe.c")], { encoding: "utf8" });
    if (ran.error !== undefined) continue;
    if (ran.status !== 0) throw new Error(`${compiler} does not compile the probe: ${ran.stderr}`);
    return program;
  }
  return undefined;
}
