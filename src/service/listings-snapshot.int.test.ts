// What is followed against what is made anew: random histories appended piece by piece; after each, the overview and every list are asked of a
// registry that goes on and of one that has just begun, now and as known before.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { plainDate, type LawId, type Position } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { harbour } from "../domain/rules/test-meeting-law.ts";
import { codesNamed, FILES, market, MARKET_LISTS, marketLaw, registeredWithCodes } from "../domain/restrictions/index-fixtures.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { createMemoryLedger, type Ledger } from "../store/index.ts";
import { registryOver } from "../../test/support/registry.ts";
import { appendEvents } from "./append.ts";
import { overview } from "./browse.ts";
import { snapshotAt } from "./listings-snapshot.ts";
import type { Registry } from "./registry.ts";
import { listOn } from "./stands-on.ts";

const ASKERS: readonly Asker[] = [{ kind: "keeper" }, { kind: "public" }];
const DAYS = ["2024-06-01", "2025-04-01"].map(plainDate);

/** The same ledger, to whom nobody has spoken. */
function anew(registry: Registry): Registry {
  const { ledger } = registry;
  return { ...registry, ledger: new Proxy(ledger, { get: (of, name) => { const own: unknown = Reflect.get(of, name); return typeof own === "function" ? own.bind(of) as unknown : own; } }) as Ledger };
}

async function shown(registry: Registry, known?: Position): Promise<unknown> {
  const seen: unknown[] = [];
  for (const asker of ASKERS) {
    for (const on of DAYS) {
      seen.push(await overview(registry, asker, on, known === undefined ? {} : { known }));
      for (const list of MARKET_LISTS) {
        const listed = await listOn(registry, asker, harbour(list), { on, ...(known === undefined ? {} : { known: String(known) }) });
        if (!listed.ok) throw new Error(listed.error.message);
        seen.push({ ...listed.value, list: listed.value.list.id });
      }
    }
  }
  return seen;
}

const removal = fc.tuple(fc.constantFrom("l0000000000000000a1", "kept-serious-P00000018"), fc.constantFrom(...DAYS)).map(([listing, removedOn]): EventDraft => ({ type: "ListingRemoved", body: { matter: null, listing, file: FILES[0], removedOn, retroactive: false, reasons: "" } as never }));
const pieces = fc.array(fc.oneof(market, removal.map((one) => [one]), fc.constant<readonly EventDraft[]>([{ type: "BatchWithdrawn", body: { batch: "batch-a" as never, reason: "" } }])), { minLength: 2, maxLength: 5 });

it("a register that goes on shows what one shows that has just begun, now and as known before", async () => {
  await fc.assert(fc.asyncProperty(pieces, async (history) => {
    const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), marketLaw, { day: "2025-04-01" });
    await appendEvents(registry, { batch: null, drafts: registeredWithCodes((file) => codesNamed(FILES.indexOf(file) + 1)) });
    for (const [index, drafts] of history.entries()) {
      await appendEvents(registry, { batch: index === 0 ? ("batch-a" as never) : null, drafts });
      expect(await shown(registry)).toEqual(await shown(anew(registry)));
    }
    const earlier = Math.max(1, (await registry.ledger.head()) - 2) as Position;
    expect(await shown(registry, earlier)).toEqual(await shown(anew(registry), earlier));
  }), { numRuns: 25 });
}, 120_000);

it("what an append does not touch says so, and a snapshot once given stays", async () => {
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), marketLaw, { day: "2025-04-01" });
  await appendEvents(registry, { batch: null, drafts: [...registeredWithCodes(() => []), ...fc.sample(market, { numRuns: 8, seed: 3 }).flat().filter(({ type }) => type === "ListingReported")] });
  const before = await snapshotAt(registry, await registry.ledger.head());
  const lists = [...before.lists];
  const [first] = fc.sample(market, { numRuns: 60, seed: 9 }).flat().flatMap((draft) => (draft.type === "ListingReported" && lists.includes(draft.body.list) ? [draft] : []));
  if (first === undefined) throw new Error("assertion failed: the sample reports a listing");
  const counts = new Map(lists.map((list) => [list, before.listingsOf(list).length]));
  await appendEvents(registry, { batch: null, drafts: [{ ...first, body: { ...first.body, listing: "l0000000000000000ff" as never } }] });
  const after = await snapshotAt(registry, await registry.ledger.head());
  expect(lists.filter((list) => after.changedAt(list) !== before.changedAt(list))).toEqual([first.body.list]);
  expect(after.listingsOf(first.body.list as LawId).length).toBe((counts.get(first.body.list) ?? 0) + 1);
  expect(lists.every((list) => before.listingsOf(list).length === counts.get(list))).toBe(true);
});
