// Promises of the snapshot: five million listings load in under 200 milliseconds, and 40 times faster than the Map that would answer the same
// is built. The snapshot is written and read as the register does, every byte held against its sum; the Map is made of codes and listings
// that lie ready in memory. By turns, medians of five. Prints one line of JSON a promise. `node bench/snapshot.ts [LISTINGS]`.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { present } from "../src/domain/terms/index.ts";
import type { IdentifierScheme } from "../src/domain/rules/index.ts";
import { readIndexFile, writeIndexFile } from "../src/store/index.ts";
import { projectLaw } from "../test/support/run.ts";
import { packFacts } from "./check-index.ts";
import { inventFacts } from "./check-facts.ts";
import { inventLaw } from "./check-law.ts";

const PROMISED_MILLISECONDS = 200;
const PROMISED_TIMES = 40;
const ROUNDS = 5;

interface PlainListing {
  readonly list: number;
  readonly from: number;
  readonly until: number | null;
}

const listings = Number(process.argv[2] ?? 5_000_000);
const facts = inventFacts({ listings });
const scheme = present((await projectLaw()).all("identifier").find((each): each is IdentifierScheme => each.id === "cn:unified-code"), "the scheme of the unified code");
const folder = mkdtempSync(join(tmpdir(), "probity-snapshot-"));
try {
  const path = join(folder, "restriction-index");
  process.stderr.write(`packing ${listings} listings\n`);
  const packed = packFacts(facts, inventLaw(), scheme);
  if (!writeIndexFile(path, { about: JSON.stringify(packed.facts), columns: { ...packed.columns } })) throw new Error("the snapshot could not be written");
  const codes = Array.from({ length: facts.organisations }, (_, organisation) => facts.listedCode(organisation));
  const [loads, builds]: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    loads.push(timed(() => present(readIndexFile(path), "the snapshot")));
    builds.push(timed(() => mapOf(codes)));
  }
  const [load, build] = [median(loads), median(builds)];
  process.stderr.write(`${Math.round(statSync(path).size / 1e6)} MB; loaded in ${loads.map(Math.round).join(", ")} ms; Map built in ${builds.map(Math.round).join(", ")} ms\n`);
  say(`milliseconds in which ${listings} listings load: under ${PROMISED_MILLISECONDS}`, load, null, load < PROMISED_MILLISECONDS);
  say(`milliseconds in which ${listings} listings load: the Map of the same takes at least ${PROMISED_TIMES} times as long`, load, build, build >= PROMISED_TIMES * load);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function mapOf(codes: readonly string[]): ReadonlyMap<string, readonly PlainListing[]> {
  return new Map(codes.map((code, organisation) => [code, facts.listingsOf(organisation).map(({ list, from, until }): PlainListing => ({ list, from, until }))]));
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY);
}

function say(promise: string, ours: number, peer: number | null, met: boolean): void {
  process.stdout.write(`${JSON.stringify({ promise, ours, peer, ratio: peer === null ? null : Math.round((peer / ours) * 10) / 10, met })}\n`);
}
