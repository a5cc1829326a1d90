// Promise: over a million names the index answers each class of question at least five times as fast as a tuned pg_trgm (95th percentile,
// both in one run), at no more than 140 bytes a name. The peer is the PostgreSQL of the tests; without it, or without its extension, it
// is printed as absent. Prints one line of JSON a promise; `./probity bench search` runs it. `node bench/search.ts [NAMES] [QUERIES]`.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { levelName, NameIndex, questionOf } from "../src/domain/identity/index.ts";
import { drawFrom, inventedNames, type InventedName } from "./invented-names.ts";
import { askedOf, CLASSES, type Asked, type SearchClass } from "./search-questions.ts";
import { openTrigrams, type Trigrams } from "./search-peer.ts";

const PROMISED = { times: 5, bytes: 140 } as const;
const SHOWN = 20;
/** A question is asked so many times and the shortest counts, on both sides: a busy machine stops whoever is measured now and then. */
const TURNS = 3;

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  /** Questions that found nothing. */
  readonly missed: number;
}

interface Built {
  readonly index: NameIndex;
  readonly seconds: number;
  readonly processorSeconds: number;
  /** By what the process holds more than before, and by the sum of the index's own arrays. */
  readonly heapBytes: number;
  readonly bytes: number;
}

/** Objects nobody holds any more are cleared away before memory is measured. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}

function build(names: readonly InventedName[]): Built {
  // A text put together from parts becomes one, and larger, when it is first read: that is not the index's doing.
  for (const { file, text, code } of names) if (file.charCodeAt(0) + text.charCodeAt(0) + code.charCodeAt(0) < 0) throw new Error("a text has letters");
  collectGarbage();
  const [before, start, used] = [process.memoryUsage(), performance.now(), process.cpuUsage()];
  const index = new NameIndex();
  for (const { file, text, code } of names) {
    index.gather({ file, text, main: true, batch: null });
    index.gatherCode({ file, value: code, batch: null });
  }
  index.settle();
  const [seconds, { user, system }] = [(performance.now() - start) / 1000, process.cpuUsage(used)];
  collectGarbage();
  const after = process.memoryUsage();
  return { index, seconds, processorSeconds: (user + system) / 1e6, bytes: index.bytes(), heapBytes: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers };
}

async function measure(asked: readonly Asked[], ask: (each: Asked) => number | Promise<number>): Promise<Percentiles> {
  for (const each of asked.slice(0, Math.ceil(asked.length / 4))) await ask(each);
  const took: number[] = [];
  let missed = 0;
  for (const each of asked) {
    let [best, found] = [Number.POSITIVE_INFINITY, 0];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const start = performance.now();
      const answer = ask(each);
      found = typeof answer === "number" ? answer : await answer;
      best = Math.min(best, performance.now() - start);
    }
    took.push(best);
    if (found === 0) missed += 1;
  }
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.POSITIVE_INFINITY;
  return { p50: at(0.5), p95: at(0.95), missed };
}

function askIndex(index: NameIndex, kind: SearchClass, { text }: Asked): number {
  if (kind === "code") return index.findCode(text).length;
  const question = questionOf(levelName(text));
  return question === undefined ? 0 : index.find(question, SHOWN).length;
}

function rounded(value: number): number {
  return value < 1 ? Number(value.toPrecision(3)) : Math.round(value * 100) / 100;
}

function promise(text: string, ours: number, peer: number | null, met: boolean): void {
  process.stdout.write(`${JSON.stringify({ promise: text, ours: rounded(ours), peer: peer === null ? null : rounded(peer), ratio: peer === null ? null : rounded(ours / peer), met })}\n`);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function bench(count: number, queries: number): Promise<void> {
  say(`inventing ${count} names`);
  const names = [...inventedNames(count, 1)];
  say(`${new Set(names.flatMap(({ text }) => [...text])).size} characters`);
  const { index, seconds, processorSeconds, bytes, heapBytes } = build(names);
  say(`index built in ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of a processor); ${(bytes / count).toFixed(1)} bytes a name in its columns and lists, ${(heapBytes / count).toFixed(1)} by the process`);
  const peer = await openTrigrams(names, say);
  try {
    say("class         ours p50 / p95 ms      pg_trgm p50 / p95 ms   times");
    for (const kind of CLASSES) await compare(index, peer, kind, askedOf(kind, names, queries, drawFrom(7)));
    promise(`bytes a name: at most ${PROMISED.bytes}`, Math.max(bytes, heapBytes) / count, peer?.bytesPerName ?? null, Math.max(bytes, heapBytes) / count <= PROMISED.bytes);
  } finally {
    await peer?.stop();
  }
}

async function compare(index: NameIndex, peer: Trigrams | undefined, kind: SearchClass, asked: readonly Asked[]): Promise<void> {
  const ours = await measure(asked, (each) => askIndex(index, kind, each));
  const theirs = peer === undefined ? undefined : await measure(peer.slow.includes(kind) ? asked.slice(0, 100) : asked, (each) => peer.ask(kind, each));
  const times = theirs === undefined ? undefined : theirs.p95 / ours.p95;
  say(`${kind.padEnd(12)}  ${ours.p50.toFixed(4)} / ${ours.p95.toFixed(4)}`.padEnd(37) + (theirs === undefined ? "absent" : `${theirs.p50.toFixed(3)} / ${theirs.p95.toFixed(3)}`.padEnd(23) + `${(times ?? 0).toFixed(1)}`) + `   found nothing: ${ours.missed}${theirs === undefined ? "" : ` / ${theirs.missed}`}`);
  const absent = theirs === undefined ? " (peer absent)" : "";
  promise(`milliseconds of the slowest twentieth, ${kind}: at least ${PROMISED.times} times as fast as pg_trgm${absent}`, ours.p95, theirs?.p95 ?? null, times === undefined || times >= PROMISED.times);
}

const [count = "1000000", queries = "1000"] = process.argv.slice(2);
await bench(Number(count), Number(queries));
