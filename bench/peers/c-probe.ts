// C as a peer of the bare probe: probe.c is compiled with whatever C compiler there is and reads the index's own columns from files. The
// table is layout B: rows in hash order, a directory of 2^20 entries by the first 20 of 60 mixed bits, the next 8 and the last 32 as columns.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ProbeColumns {
  /** 2^20 + 1 entries: the first row of each, and the row after the last. */
  readonly directory: Uint32Array;
  readonly lo: Uint32Array;
  /** Its low 8 bits are the 8 bits of the key between directory and `lo`. */
  readonly rest: Uint16Array;
  readonly listing: Uint32Array;
}

export interface Probed {
  readonly questions: number;
  /** Rows whose key is asked about, over all questions, and the sum of their listings: what both sides must agree on. */
  readonly matched: number;
  readonly listings: number;
  /** Processor time of one question, the median of seven passes. */
  readonly nanoseconds: number;
}

/** Probes the columns for `keys`, two numbers each (the high 28 bits, the low 32), in C; undefined where there is no compiler. */
export function probeInC(columns: ProbeColumns, keys: Uint32Array): Probed | undefined {
  const folder = mkdtempSync(join(tmpdir(), "probity-probe-"));
  try {
    const program = compiled(folder);
    if (program === undefined) return undefined;
    const files = Object.entries({ directory: columns.directory, lo: columns.lo, rest: columns.rest, listing: columns.listing, keys }).map(([name, column]) => {
      const file = join(folder, `${name}.bin`);
      writeFileSync(file, column);
      return file;
    });
    const ran = spawnSync(program, files, { encoding: "utf8" });
    const [questions, matched, listings, nanoseconds] = ran.stdout.trim().split(" ").map(Number);
    if (ran.status !== 0 || questions === undefined || matched === undefined || listings === undefined || nanoseconds === undefined) throw new Error(`the probe in C failed: ${ran.stderr}`);
    return { questions, matched, listings, nanoseconds };
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
