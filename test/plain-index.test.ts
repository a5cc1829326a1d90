// The index as it is built from a stream of organisations, held against its twin: random histories, and one with joins, relations, editions, stays,
// withdrawn batches and forgotten bodies spread over many files, give the same columns and the same facts, over every ledger.
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFileNumber, present, type FileNumber, type Position } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { codeOf, FILES, market, marketLaw, registeredWithCodes } from "../src/domain/restrictions/index-fixtures.ts";
import type { Columns } from "../src/domain/restrictions/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { buildIndex, type Registry } from "../src/service/index.ts";
import { buildPlainly } from "../src/service/plain-index.ts";
import type { Ledger } from "../src/store/index.ts";
import { ledgersForTests } from "./support/ledgers.ts";
import { registryOver } from "./support/registry.ts";

const COLUMNS = ["shares", "hot", "cold", "filter", "names", "rowOfFile"] as const satisfies readonly (keyof Columns)[];
const { memory, kept } = ledgersForTests();

/** As of every position asked about: what the stream gives is what the closures give. */
async function expectTwins(registry: Registry, positions: readonly number[]): Promise<number> {
  let rows = 0;
  for (const position of positions) {
    const { columns, facts } = await buildIndex(registry, { upTo: position as Position });
    const plain = await buildPlainly(registry, position as Position);
    // By name: a million equal numbers are not to be printed.
    expect({ position, differs: COLUMNS.filter((name) => !isDeepStrictEqual(columns[name], plain.columns[name])), facts }).toEqual({ position, differs: [], facts: plain.facts });
    rows = columns.hot.length;
  }
  return rows;
}

const histories = fc.record({ events: fc.array(market, { minLength: 1, maxLength: 4 }).map((each) => each.flat()), codes: fc.constantFrom<readonly number[]>([1, 2, 3], [1, 1, 2], [0, 2, 3]), withdrawn: fc.boolean() });

async function fill(registry: Registry, { events, codes, withdrawn }: { readonly events: readonly EventDraft[]; readonly codes: readonly number[]; readonly withdrawn: boolean }): Promise<void> {
  const code = (file: FileNumber): number => codes[FILES.indexOf(file)] ?? 0;
  await appendEvents(registry, { batch: null, drafts: registeredWithCodes((file) => (code(file) === 0 ? [] : [codeOf(code(file))])) });
  const half = Math.ceil(events.length / 2);
  await appendEvents(registry, { batch: "batch-a" as never, drafts: events.slice(0, half) });
  await appendEvents(registry, { batch: "batch-b" as never, drafts: events.slice(half) });
  if (withdrawn) await appendEvents(registry, { batch: null, drafts: [{ type: "BatchWithdrawn", body: { batch: "batch-a" as never, reason: "wrong file" } }] });
}

/** The drafts as they would be about other files: all that is in them of A, PARENT and B is of three others. */
function elsewhere(drafts: readonly EventDraft[], first: number): readonly EventDraft[] {
  const text = FILES.reduce((before, file, index) => before.replaceAll(file, makeFileNumber(first + index)), JSON.stringify(drafts));
  return JSON.parse(text.replace(/"(listing|record)":"([^"]+)"/g, `"$1":"$2.${first}"`)) as readonly EventDraft[];
}

/** Hundreds of organisations in threes, among them joined ones, some of whose files lie far apart. */
async function fillMany(registry: Registry): Promise<void> {
  const histories = fc.sample(market, { numRuns: 260, seed: 12 });
  for (const [index, drafts] of histories.entries()) {
    const first = 1000 + index * 3;
    const own = elsewhere([...registeredWithCodes((file) => [codeOf(index * 3 + FILES.indexOf(file))]), ...drafts], first);
    await appendEvents(registry, { batch: `batch-${index % 9}` as never, drafts: own });
    if (index % 20 === 7) await appendEvents(registry, { batch: null, drafts: [{ type: "FilesJoined", body: { files: [makeFileNumber(1000 + ((index * 31) % 600)), makeFileNumber(first)], judgedBy: "person", score: 1, reasons: [] } }] });
  }
  await appendEvents(registry, { batch: null, drafts: [{ type: "BatchWithdrawn", body: { batch: "batch-4" as never, reason: "wrong file" } }] });
  const listings = await registry.ledger.read({ types: ["ListingReported", "FilesJoined", "EditionReceived"] });
  await registry.ledger.forget(listings.filter((_, index) => index % 13 === 5).map(({ position }) => position));
}

describe("an index built from a stream", () => {
  it("R44 has the columns and the facts of its twin, as of the positions of random histories", async () => {
    await fc.assert(fc.asyncProperty(histories, async (history) => {
      const registry = registryOver(await memory[1](), marketLaw);
      await fill(registry, history);
      const head = await registry.ledger.head();
      await expectTwins(registry, [Math.floor(head / 2), head - 1, head]);
    }), { numRuns: 20, endOnFailure: true });
  });

  it.each([memory, ...kept])("R44 has them over %s too, of many organisations", async (_name, open: () => Promise<Ledger>) => {
    const registry = registryOver(await open(), marketLaw);
    const [history] = fc.sample(histories, { numRuns: 1, seed: 4 });
    await fill(registry, present(history, "a history"));
    await fillMany(registry);
    const head = await registry.ledger.head();
    expect(await expectTwins(registry, [Math.floor(head / 2), head])).toBeGreaterThan(3000);
  }, 60_000);
});
