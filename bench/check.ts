// Promise: with a million events on file a cold `./probity check` answers in under 1.5 seconds. A folder is filled, then the command is
// started five times as a process of its own, each time for another organisation; the median counts. No other program makes this promise,
// so there is no peer. Prints one line of JSON a promise; `./probity bench check` runs it. `node bench/check.ts [EVENTS]`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLedger } from "../src/store/index.ts";
import { openHouse } from "../test/support/run.ts";
import { fillRegister, nameOf, nodeOfBench } from "./million-register.ts";

const PROMISED_SECONDS = 1.5;
const CHECKS = 5;
const program = fileURLToPath(new URL("../probity", import.meta.url));

async function measure(events: number): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), "probity-bench-"));
  try {
    const ledger = await openLedger({ ...nodeOfBench, dataDir });
    const house = await openHouse({ ledger });
    process.stderr.write(`filling a register with ${events} events\n`);
    const { organisations } = await fillRegister(house.registry, events, () => {});
    await ledger.close();
    const seconds = Array.from({ length: CHECKS }, (_, index) => coldCheck(dataDir, 1 + ((index + 1) * 7919) % organisations));
    return seconds.toSorted((a, b) => a - b)[Math.floor(CHECKS / 2)] ?? Number.POSITIVE_INFINITY;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Seconds of a whole process: start, read the law, open, answer, end. */
function coldCheck(dataDir: string, number: number): number {
  const start = performance.now();
  const ran = spawnSync(program, ["check", nameOf(number), "mdb:award-contract@ebrd", "--json", "--data", dataDir], { encoding: "utf8", env: { ...process.env, DATABASE_URL: "" } });
  const seconds = (performance.now() - start) / 1000;
  if (ran.status !== 0 || !ran.stdout.includes(`"name": "${nameOf(number)}"`)) throw new Error(`the check did not answer: ${ran.stderr}`);
  return seconds;
}

const [events = "1000000"] = process.argv.slice(2);
const ours = Math.round((await measure(Number(events))) * 1000) / 1000;
process.stdout.write(`${JSON.stringify({ promise: `seconds of a cold check with ${events} events on file: under ${PROMISED_SECONDS}`, ours, peer: null, ratio: null, met: ours < PROMISED_SECONDS })}\n`);
