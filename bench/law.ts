// Promises about the law: the whole law is read from its files in under 2 seconds and from its compiled form in under 100
// milliseconds; the statute book of a day nobody asked for before is there in under a millisecond; ten times the law costs about ten
// times. The speed of light is a bare parse of the same files by the YAML library, and JSON.parse of the same compiled form. Every
// figure is of a process that has just started; the median of several counts. Prints one line of JSON a promise; `./probity bench law`
// runs it; the processes it measures are itself.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";
import { addDays, plainDate, type Digest } from "../src/domain/terms/index.ts";
import { openLaw } from "../src/service/index.ts";
import { readLawFiles } from "../src/store/index.ts";
import { writeLaw } from "./synthetic-law.ts";

const TIMES = 3;
const PROMISED = { coldSeconds: 2, compiledMilliseconds: 100, bookMilliseconds: 1, growth: 13 } as const;

type Figures = Readonly<Record<string, number>>;

/** Milliseconds of one way to read the law of a folder, in this process. */
const MEASURES: Readonly<Record<string, (folder: string, data: string) => Promise<Figures>>> = {
  cold: async (folder, data) => {
    const start = performance.now();
    const law = lawOf(folder, undefined);
    const took = performance.now() - start;
    law.keepCompiled(data);
    return { took, entries: law.rulebook.entries.length + law.rulebook.people.length };
  },
  yaml: async (folder) => {
    const files = await readLawFiles(folder);
    const start = performance.now();
    for (const { text } of files) parseDocument(text);
    return { took: performance.now() - start };
  },
  compiled: async (folder, data) => {
    const start = performance.now();
    const { rulebook } = lawOf(folder, data);
    const took = performance.now() - start;
    const [first = 0, ...others] = Array.from({ length: 100 }, (_, index) => {
      const day = addDays(plainDate("2010-01-15"), index * 61);
      const asked = performance.now();
      rulebook.on(day);
      return performance.now() - asked;
    });
    return { took, first, unseen: median(others), again: timed(() => void rulebook.on(plainDate("2010-01-15"))), wholeBook: timed(() => void readAll(rulebook)) };
  },
  json: async (_folder, data) => {
    const [, ...lines] = readFileSync(join(data, "law", "rulebook.compiled"), "utf8").split("\n");
    return { took: timed(() => lines.forEach((line) => void JSON.parse(line))) };
  },
};

function readAll(rulebook: ReturnType<typeof lawOf>["rulebook"]): number {
  const book = rulebook.on(plainDate("2021-06-30"));
  return rulebook.entries.reduce((found, entry) => found + (book.find(entry.id) === undefined ? 0 : 1), 0);
}

function lawOf(folder: string, data: string | undefined) {
  const law = openLaw(folder, data, (text) => `sha256:${createHash("sha256").update(text).digest("hex")}` as Digest);
  if (!law.ok) throw new Error(`the synthetic law does not load: ${JSON.stringify(law.error.findings?.slice(0, 3) ?? law.error)}`);
  return law.value;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/** The same several times, each in a process of its own; the median of every figure. */
function measured(what: string, folder: string, data: string): Figures {
  const runs = Array.from({ length: TIMES }, (): Figures => {
    const ran = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", fileURLToPath(import.meta.url), what, folder, data], { encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`${what} failed: ${ran.stderr}`);
    return JSON.parse(ran.stdout);
  });
  return Object.fromEntries(Object.keys(runs[0] ?? {}).map((name) => [name, median(runs.map((run) => run[name] ?? Number.POSITIVE_INFINITY))]));
}

async function atSize(place: string, copies: number): Promise<{ readonly cold: Figures; readonly yaml: Figures; readonly compiled: Figures; readonly json: Figures }> {
  const [folder, data] = [join(place, `law-${copies}`), join(place, `data-${copies}`)];
  for (const each of [folder, data]) mkdirSync(each);
  await writeLaw(folder, copies);
  const cold = measured("cold", folder, data);
  process.stderr.write(`${cold["entries"]} entries measured cold\n`);
  return { cold, yaml: measured("yaml", folder, data), compiled: measured("compiled", folder, data), json: measured("json", folder, data) };
}

function say(promise: string, ours: number, peer: number | null, met: boolean): void {
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  process.stdout.write(`${JSON.stringify({ promise, ours: rounded(ours), peer: peer === null ? null : rounded(peer), ratio: peer === null ? null : rounded(ours / peer), met })}\n`);
}

async function bench(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "probity-bench-"));
  try {
    const small = await atSize(place, 1);
    const large = await atSize(place, 10);
    const figure = (figures: Figures, name = "took"): number => figures[name] ?? Number.POSITIVE_INFINITY;
    const count = figure(small.cold, "entries");
    say(`seconds to read the whole law, ${count} entries, from its files: under ${PROMISED.coldSeconds} (peer: bare parse by the YAML library)`, figure(small.cold) / 1000, figure(small.yaml) / 1000, figure(small.cold) / 1000 < PROMISED.coldSeconds);
    say(`milliseconds to read it from its compiled form, its files checked: under ${PROMISED.compiledMilliseconds} (peer: JSON.parse)`, figure(small.compiled), figure(small.json), figure(small.compiled) < PROMISED.compiledMilliseconds);
    say(`milliseconds of the first statute book of a process: under ${PROMISED.bookMilliseconds}`, figure(small.compiled, "first"), null, figure(small.compiled, "first") < PROMISED.bookMilliseconds);
    say(`milliseconds of the statute book of a day nobody asked for before: under ${PROMISED.bookMilliseconds}`, figure(small.compiled, "unseen"), null, figure(small.compiled, "unseen") < PROMISED.bookMilliseconds);
    say(`milliseconds of a statute book asked for again: under ${PROMISED.bookMilliseconds}`, figure(small.compiled, "again"), null, figure(small.compiled, "again") < PROMISED.bookMilliseconds);
    for (const [what, name] of [["from its files", "cold"], ["from its compiled form", "compiled"]] as const) {
      const growth = figure(large[name]) / figure(small[name]);
      say(`times as long for ten times the law ${what}: about 10, at most ${PROMISED.growth}`, growth, 10, growth <= PROMISED.growth);
    }
    process.stderr.write(`every entry of a first-seen book, ${count} entries: ${figure(small.compiled, "wholeBook").toFixed(2)} ms\n`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const [what = "", folder = "", data = ""] = process.argv.slice(2);
const measure = MEASURES[what];
if (measure === undefined) await bench();
else process.stdout.write(JSON.stringify(await measure(folder, data)));
