// A million events on file: a cold `./probity check` answers, and what it reads is the closure of the organisation asked about, counted at
// the ledger. How long it takes is printed here and promised in bench/check.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, EVENTS_EACH, fillRegister, nameOf, nodeOfBench, type Filled } from "../bench/million-register.ts";
import type { StoredEvent } from "../src/domain/events/index.ts";
import { openLedger, type Ledger } from "../src/store/index.ts";
import { makeFileNumber, present } from "../src/domain/terms/index.ts";
import { openHouse, projectLaw, run } from "./support/run.ts";

const EVENTS = 1_000_000;
const dataDir = mkdtempSync(join(tmpdir(), "probity-million-"));
let filled: Filled | undefined;

beforeAll(async () => {
  const ledger = await openLedger({ ...nodeOfBench, dataDir });
  filled = await fillRegister((await openHouse({ ledger })).registry, EVENTS, () => {});
  await ledger.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Reading {
  readonly events: StoredEvent[];
  names: number;
  reads: number;
  streams: number;
}

/** The same ledger, which keeps the events that are read from it and counts the names that are looked up. */
function watch(ledger: Ledger): { readonly ledger: Ledger; readonly reading: Reading } {
  const reading: Reading = { events: [], names: 0, reads: 0, streams: 0 };
  const watched: Partial<Ledger> = {
    read: async (query) => {
      const events = await ledger.read(query);
      reading.events.push(...events);
      reading.reads += 1;
      return events;
    },
    findNames: async (query) => {
      const names = await ledger.findNames(query);
      reading.names += names.length;
      return names;
    },
    stream: (query) => {
      reading.streams += 1;
      return ledger.stream(query);
    },
  };
  return { reading, ledger: new Proxy(ledger, { get: (target, name) => Reflect.get(watched, name) ?? bound(target, name) }) };
}

/** A class keeps what is private to it only when its methods are called on itself. */
function bound(target: Ledger, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target);
  return typeof value === "function" ? value.bind(target) : value;
}

describe("with a million events on file", () => {
  it("a cold check by name, by code and by file number answers", async () => {
    expect(filled?.events).toBeGreaterThanOrEqual(EVENTS);
    const scheme = present((await projectLaw()).all("identifier").find((each) => each.id === "cn:unified-code"), "the scheme");
    const seconds: string[] = [];
    for (const organisation of [nameOf(77_777), codeOf(scheme, 77_777), makeFileNumber(77_777)]) {
      const start = performance.now();
      const ran = await run(["check", organisation, "mdb:award-contract@ebrd", "--on", "2023-01-10", "--json", "--data", dataDir]);
      seconds.push(`${((performance.now() - start) / 1000).toFixed(2)} s`);
      expect([ran.status, ran.stderr]).toEqual([0, ""]);
      expect(JSON.parse(ran.stdout)).toMatchObject({ organisation: { file: makeFileNumber(77_777), name: nameOf(77_777), onFile: true }, verdict: "bound", decision: false });
    }
    console.log(`a cold check with ${filled?.events} events on file took ${seconds.join(", ")}`);
  });

  it("a check reads the closure of the organisation and nothing else", async () => {
    const open = await openLedger({ ...nodeOfBench, dataDir });
    const { ledger, reading } = watch(open);
    const house = await openHouse({ ledger });
    reading.events.splice(0);
    Object.assign(reading, { names: 0, reads: 0, streams: 0 });
    const file = makeFileNumber(55_555);
    expect(await house.json("check", nameOf(55_555), "cn:bid-government-procurement", "--on", "2022-01-10")).toMatchObject({ organisation: { file } });
    expect(reading.names).toBe(1);
    expect(reading.events.filter((event) => !event.files.includes(file))).toEqual([]);
    expect(new Set(reading.events.map((event) => event.position)).size).toBe(EVENTS_EACH);
    // The closure is read once to know whom the name means and once to answer, in a few rounds each.
    expect(reading.events.length).toBeLessThanOrEqual(2 * EVENTS_EACH + 2);
    expect(reading.reads).toBeLessThanOrEqual(8);
    expect(reading.streams).toBe(0);
    await open.close();
  });
});
