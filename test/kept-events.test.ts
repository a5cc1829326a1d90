// The events a process keeps for derivations, against the ledger they are of: whatever was read when, and whatever came in or was forgotten
// since, they are what the ledger gives; and whoever new events touch is derived from them.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present, type Position } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { codeOf, FILES, market, MARKET_ACTS, marketLaw, registeredWithCodes } from "../src/domain/restrictions/index-fixtures.ts";
import { kept } from "../src/domain/restrictions/release-fixtures.ts";
import { appendEvents, keysOf } from "../src/service/append.ts";
import { buildIndex, checkOrganisation, KeptIndex, type Registry } from "../src/service/index.ts";
import { KeptEvents } from "../src/service/kept-events.ts";
import { createMemoryLedger, openLedger, type Ledger } from "../src/store/index.ts";
import { startPostgres, type TestPostgres } from "./support/postgres.ts";
import { registryOver } from "./support/registry.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-events-"));
const open: Ledger[] = [];
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  for (const ledger of open) await ledger.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const registered = registeredWithCodes((file) => [codeOf(FILES.indexOf(file) + 1)]);
const WITHDRAWN: EventDraft = { type: "BatchWithdrawn", body: { batch: "batch-a" as never, reason: "wrong file" } };

type Step =
  | { readonly kind: "append"; readonly drafts: readonly EventDraft[] }
  | { readonly kind: "forget"; readonly share: number }
  /** `together`: as it is read ahead already, and the next event comes in meanwhile. */
  | { readonly kind: "read"; readonly keys: readonly number[]; readonly back: number; readonly together: boolean };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof(
  { weight: 3, arbitrary: market.map((drafts): Step => ({ kind: "append", drafts })) },
  { weight: 4, arbitrary: fc.record({ keys: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), back: fc.nat(6), together: fc.boolean() }).map((read): Step => ({ kind: "read", ...read })) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((share): Step => ({ kind: "forget", share })) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: "append", drafts: [WITHDRAWN] }) },
), { minLength: 4, maxLength: 14 });

/** Walks the steps; every reading of what is kept is held against the ledger's own. Gives how many readings asked the ledger nothing. */
async function walk(ledger: Ledger, history: readonly Step[]): Promise<number> {
  const registry = registryOver(ledger, marketLaw);
  const reads = noteReads(ledger);
  const events = new KeptEvents(registry);
  const keys = [...new Set([...registered, WITHDRAWN, ...history.flatMap((step) => (step.kind === "append" ? step.drafts : []))].flatMap((draft) => keysOf(registry, draft)))].filter((key) => /^(?:file|code|edition|withdrawal):/.test(key));
  let taken = 0 as Position;
  let fromMemory = 0;
  const takeIn = async (): Promise<void> => {
    for (const event of await ledger.read({ after: taken })) {
      events.take(event);
      taken = event.position;
    }
  };
  const append = (drafts: readonly EventDraft[]): Promise<unknown> => appendEvents(registry, { batch: drafts[0] === WITHDRAWN ? null : ("batch-a" as never), drafts });
  await append(registered);
  await takeIn();
  for (const step of history) {
    if (step.kind === "append") await append(step.drafts);
    if (step.kind === "forget") {
      // A batch is taken back before what it said is forgotten.
      await append([WITHDRAWN]);
      await ledger.forget([(1 + Math.floor(step.share * taken)) as Position]);
    }
    if (step.kind !== "read") await takeIn();
    else {
      const asked = [...new Set(step.keys.map((number) => present(keys[number % keys.length], "a key")))];
      const upTo = Math.max(1, taken - step.back) as Position;
      const before = reads.keys.length;
      const newest = taken;
      const ahead = step.together ? events.read(asked, newest, taken, true) : [];
      const read = events.read(asked, upTo, taken);
      if (step.together) {
        await append(registered.slice(0, 1));
        await takeIn();
      }
      const given = await read;
      if (reads.keys.length === before) fromMemory += 1;
      expect({ asked, upTo, given }).toEqual({ asked, upTo, given: await reads.plain({ keys: asked, upTo }) });
      if (step.together) expect(await ahead).toEqual(await reads.plain({ keys: asked, upTo: newest }));
    }
  }
  return fromMemory;
}

/** From now on it is written down by which keys the ledger is read. */
function noteReads(ledger: Ledger): { readonly keys: (readonly string[])[]; readonly plain: Ledger["read"] } {
  const plain = ledger.read.bind(ledger);
  const keys: (readonly string[])[] = [];
  const noting: Ledger["read"] = (query) => {
    if (query.keys !== undefined) keys.push(query.keys);
    return plain(query);
  };
  Object.assign(ledger, { read: noting });
  return { keys, plain };
}

describe("the events that are kept", () => {
  it("R48 are those of the ledger, whatever came in or was forgotten since they were read", async () => {
    let fromMemory = 0;
    await fc.assert(fc.asyncProperty(steps, async (history) => {
      fromMemory += await walk(createMemoryLedger({ node: "test", randomBytes }), history);
    }), { numRuns: 60 });
    expect(fromMemory).toBeGreaterThan(20);
  });

  it("R48 are so over SQLite and PostgreSQL", async () => {
    for (const history of fc.sample(steps, { numRuns: 3, seed: 5 })) {
      for (const place of [{ dataDir: mkdtempSync(join(folder, "data-")) }, { databaseUrl: await present(postgres, "PostgreSQL").freshDatabase() }]) {
        const ledger = await openLedger({ node: "test", randomBytes, ...place });
        open.push(ledger);
        await walk(ledger, history);
      }
    }
  });

  it("R48 are read again after a reading that failed", async () => {
    const ledger = createMemoryLedger({ node: "test", randomBytes });
    const registry = registryOver(ledger, marketLaw);
    await appendEvents(registry, { batch: null, drafts: registered });
    const events = new KeptEvents(registry);
    const plain = ledger.read.bind(ledger);
    Object.assign(ledger, { read: () => Promise.reject(new Error("the database is away")) });
    const [keys, head] = [[`file:${FILES[0]}`, `code:t:market-code:${codeOf(2)}`], await ledger.head()];
    await expect(Promise.all([events.read(keys, head, head), events.read(keys.slice(1), head, head)])).rejects.toThrow("the database is away");
    Object.assign(ledger, { read: plain });
    expect(await events.read(keys, head, head)).toEqual(await plain({ keys, upTo: head }));
  });
});

describe("whoever new events touch", () => {
  it("R48 is answered before all others they touch have been read", async () => {
    const ledger = createMemoryLedger({ node: "test", randomBytes });
    const twin = registryOver(ledger, marketLaw);
    await appendEvents(twin, { batch: null, drafts: registered });
    const index = new KeptIndex(twin, { load: () => buildIndex(twin), build: () => new Promise(() => undefined), say: (line) => expect(line).toBe("") });
    await index.start();
    const { plain } = noteReads(ledger);
    let readAhead = 0;
    const held: Ledger["read"] = (query) => {
      if ((query.keys ?? []).filter((key) => key.startsWith("file:")).length < FILES.length) return plain(query);
      readAhead += 1;
      return new Promise(() => undefined);
    };
    Object.assign(ledger, { read: held });
    await appendEvents(twin, { batch: null, drafts: FILES.map((file, number) => kept(`l00000000000000001${number}`, "2024-01-15", "late", file)) });
    const request = { organisation: codeOf(2), act: "t:sail", on: "2025-04-01" };
    expect(await checkOrganisation({ ...twin, index }, { kind: "keeper" }, request)).toEqual(await checkOrganisation(twin, { kind: "keeper" }, request));
    expect(readAhead).toBe(1);
    index.close();
  });

  it("R48 is read once with all others they touch, and derived without asking the ledger", async () => {
    const ledger = createMemoryLedger({ node: "test", randomBytes });
    const twin = registryOver(ledger, marketLaw);
    await appendEvents(twin, { batch: null, drafts: registered });
    const index = new KeptIndex(twin, { load: () => buildIndex(twin), build: () => new Promise(() => undefined), say: (line) => expect(line).toBe("") });
    await index.start();
    const followed = { ...twin, index };
    const ask = async (registry: Registry, act: string, organisation: string): Promise<object> => {
      const answer = await checkOrganisation(registry, { kind: "keeper" }, { organisation, act: `t:${act}`, on: "2025-04-01" });
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value;
    };
    const touch = (turn: number): Promise<unknown> => appendEvents(twin, { batch: null, drafts: FILES.map((file, number) => kept(`l0000000000000000${turn}${number}`, "2024-01-15", "late", file)) });
    const askAll = async (registry: Registry): Promise<readonly object[]> => {
      const answers: object[] = [];
      for (const act of MARKET_ACTS) for (const organisation of [...FILES, codeOf(1), codeOf(2), codeOf(3)]) answers.push(await ask(registry, act, organisation));
      return answers;
    };
    const reads = noteReads(ledger);
    await touch(1);
    await index.upToDate();
    await setImmediate();
    await askAll(followed);
    // All in one reading, beside those of the editions of each act's lists.
    expect(reads.keys.filter((keys) => keys.some((key) => /^(?:file|code):./.test(key)))).toEqual([FILES.flatMap((file, number) => [`file:${file}`, `code:t:market-code:${codeOf(number + 1)}`])]);
    await touch(2);
    const before = reads.keys.length;
    const answers = await askAll(followed);
    expect(reads.keys.length).toBe(before);
    expect(answers.every((answer) => JSON.stringify(answer).includes('"by":"derive"'))).toBe(true);
    expect(answers).toEqual(await askAll(twin));
    index.close();
  });
});
