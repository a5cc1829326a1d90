// Statistics are made once for a state of the register and made again as soon as something is appended; they are what publication lets be counted.
import { beforeAll, expect, it } from "vitest";
import { CASE_LIST, CaseWorld, matterId } from "../../test/support/case-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { ok, plainDate, present, type ListingId } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { decideAndAppend } from "./append.ts";
import { statisticsOf, type Statistics } from "./statistics.ts";

let world: CaseWorld;
let listing: ListingId;

beforeAll(async () => {
  world = await CaseWorld.make({ law: await loadLaw("law") });
  listing = present(await world.decided(matterId("matter.1")), "a listing");
  world.clock.day = "2026-04-10";
});

async function counted(kind: "public" | "keeper"): Promise<Statistics> {
  const found = await statisticsOf(world.registry, { kind }, { list: CASE_LIST, from: "2026-03-01", until: "2026-04-11" });
  return present(found.ok ? found.value : undefined, "statistics");
}

async function append(draft: EventDraft): Promise<void> {
  const after = await world.registry.ledger.head();
  const appended = await decideAndAppend<null, never>(world.registry, () => Promise.resolve(ok({ batch: null, office: null, drafts: [draft], expect: { keys: [], after }, value: null })));
  expect(appended.ok).toBe(true);
}

it("is counted once while nothing changes, also for those who ask at the same time", async () => {
  const [first, beside] = await Promise.all([counted("public"), counted("public")]);
  expect([beside === first, first.begun, first.standing, first.regions]).toEqual([true, 1, 1, [{ key: "990101", begun: 1, standing: 1, organisations: 1 }]]);
});

it("what is masked is in no figure the public sees", async () => {
  await append({ type: "EffectsStayed", body: { matter: matterId("matter.2"), file: world.file, about: { kind: "listing", listing }, mask: true, from: plainDate("2026-04-01"), reasons: "a plan is performed" } });
  expect([(await counted("public")).standing, (await counted("keeper")).standing]).toEqual([0, 1]);
});

it("what was annulled is among the ends, and nowhere else but among the decisions", async () => {
  await append({ type: "ListingRemoved", body: { matter: matterId("matter.2"), listing, file: world.file, act: "annulment", removedOn: plainDate("2026-04-05"), retroactive: true, reasons: "the penalty fell" } });
  const { begun, standing, decided, ends, terms } = await counted("public");
  expect([begun, standing, decided, ends.filter(({ count }) => count > 0), terms.every(({ count }) => count === 0)]).toEqual([0, 0, 1, [{ reason: "annulment", count: 1 }], true]);
});

it("looked back at, a position has as a number what was known then", async () => {
  const found = await statisticsOf(world.registry, { kind: "public" }, { list: CASE_LIST, from: "2026-03-01", until: "2026-04-11", known: "2026-03-20" });
  expect(found.ok && found.value.months.map(({ standing }) => standing)).toEqual([1, 1]);
});
