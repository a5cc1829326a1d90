// Memory is the plain twin of SQLite: random histories give equal answers, commitments included.
import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeFileNumber, parseDigest, plainDate, present } from "../domain/terms/index.ts";
import { batchOf, countingBytes, instant, nameRow, organisationEvent, position, recordEvent } from "../../test/support/sample-events.ts";
import type { EventToAppend } from "./ledger-types.ts";
import type { Ledger } from "./ledger.ts";
import { createMemoryLedger } from "./memory-ledger.ts";
import { openLedger } from "./open-ledger.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-twins-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Step = { readonly says: string; readonly ask: (ledger: Ledger) => Promise<unknown> };

const place = fc.nat(12).map(position);
const keys = fc.array(fc.constantFrom("file:1", "file:2", "list:a", "list:b", "matter:1"), { maxLength: 3 });
const moment = fc.integer({ min: 10, max: 29 }).map((day) => instant(`2026-01-${day}T00:00:00.000Z`));
const word = fc.constantFrom("ice", "iceworks", "ice works", "works", "冰", "冰厂", "ｉ", "\u{20BB7}", "%");
const event: fc.Arbitrary<EventToAppend> = fc.oneof(
  fc.record({ id: fc.constantFrom("r1", "r2"), keys, note: fc.string({ unit: "binary" }) }).map(recordEvent),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(word, { minLength: 1, maxLength: 3 }), keys)
    .map(([number, words, more]) => organisationEvent(makeFileNumber(number), [nameRow(makeFileNumber(number), words.join(" "))], more)),
);
const named = (name: string, value: unknown): string => `${name} ${JSON.stringify(value)}`;
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ events: fc.array(event, { maxLength: 4 }), recordedAt: moment, expect: fc.record({ keys, after: place }) })
    .map((batch) => ({ says: named("append", batch), ask: (ledger: Ledger) => ledger.append(batchOf(batch.events, batch)) })) },
  { weight: 3, arbitrary: fc.record({ keys: optional(keys), types: optional(fc.subarray(["RecordReported", "OrganisationRegistered"])), after: optional(place), upTo: optional(place), limit: optional(fc.nat(5)) })
    .map((given) => {
      const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      return { says: named("read", query), ask: async (ledger: Ledger) => [await ledger.read(query), await Array.fromAsync(ledger.stream(query))] };
    }) },
  { weight: 2, arbitrary: fc.record({ text: word, how: fc.constantFrom("exact" as const, "prefix" as const, "inside" as const), in: fc.shuffledSubarray(["levelled", "pinyin", "initials", "blocks"] as const), limit: fc.integer({ min: 0, max: 6 }) })
    .map((query) => ({ says: named("findNames", query), ask: (ledger: Ledger) => ledger.findNames(query) })) },
  fc.option(fc.array(word, { minLength: 1, maxLength: 2 }), { nil: undefined }).map((holding) => ({ says: named("namesGiven", holding), ask: (ledger: Ledger) => Array.fromAsync(ledger.namesGiven(holding === undefined ? {} : { holding })) })),
  fc.tuple(fc.constantFrom("", "file:", "list:a"), fc.nat(4)).map(([prefix, limit]) => ({ says: named("keysLike", [prefix, limit]), ask: (ledger: Ledger) => ledger.keysLike(prefix, limit) })),
  fc.array(place, { maxLength: 3 }).map((positions) => ({ says: named("forget", positions), ask: async (ledger: Ledger) => [await ledger.forget(positions), await ledger.readBodies(Array.from({ length: 13 }, (_, index) => position(index)))] })),
  fc.nat(3).map((count) => ({ says: named("mintFiles", count), ask: (ledger: Ledger) => ledger.mintFiles(count) })),
  moment.map((at) => ({ says: named("positionBefore", at), ask: (ledger: Ledger) => ledger.positionBefore(at) })),
  fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }).map((told) => ({ says: named("tell", told), ask: async (ledger: Ledger) => [await ledger.tell(told.map(toldOf)), await ledger.toldAfter(1, 2)] })),
);

function toldOf(key: string): Parameters<Ledger["tell"]>[0][number] {
  const rulebook = parseDigest(`sha256:${"0".repeat(64)}`);
  return { key, what: "deadlinePassed", files: [], day: plainDate("2026-03-02"), known: position(0), rulebook: present(rulebook.ok ? rulebook.value : null, "a digest"), detail: {} };
}

it("R8 R9 R15 R37 random histories give the same answers in memory and in SQLite", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const memory = createMemoryLedger({ node: "twin", randomBytes: countingBytes() });
      const sqlite = await openLedger({ node: "twin", randomBytes: countingBytes(), dataDir: mkdtempSync(join(folder, "data-")) });
      try {
        for (const { says, ask } of steps) expect({ says, answer: await ask(sqlite) }).toEqual({ says, answer: await ask(memory) });
        expect(await sqlite.read({})).toEqual(await memory.read({}));
      } finally {
        await sqlite.close();
      }
    }),
    { numRuns: 120 },
  );
});
