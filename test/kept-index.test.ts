// The index of a running process against its twin: random histories are appended piece by piece, and at every position each question is asked of
// the index with its marks, of the twin, and of an index built anew from the ledger.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present, type Result } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { codeOf, codesNamed, FILES, market, MARKET_ACTS, marketLaw, registeredWithCodes } from "../src/domain/restrictions/index-fixtures.ts";
import { aboutListing, edition, kept, stayed } from "../src/domain/restrictions/release-fixtures.ts";
import type { Answer, Asker } from "../src/domain/restrictions/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { buildIndex, checkOrganisation, keepSnapshot, KeptIndex, loadSnapshot, type Problem, type Registry } from "../src/service/index.ts";
import { createMemoryLedger, indexPath, openLedger, type Ledger } from "../src/store/index.ts";
import { startPostgres, type TestPostgres } from "./support/postgres.ts";
import { registryOver, type StandingClock } from "./support/registry.ts";

const ASKERS: readonly Asker[] = [{ kind: "keeper" }, { kind: "public" }];
const CODES = [codeOf(1), codeOf(2), codeOf(3), codeOf(4)];
const WHERES = [undefined, "master", "990100"];

const folder = mkdtempSync(join(tmpdir(), "probity-index-"));
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

function inProcess(registry: Registry, load: () => ReturnType<typeof loadSnapshot> = async () => undefined): KeptIndex {
  return new KeptIndex(registry, {
    load, build: () => buildIndex(registry),
    say: (line) => {
      throw new Error(line);
    },
  });
}

async function withIndex(registry: Registry): Promise<Registry & { readonly index: KeptIndex }> {
  const index = inProcess(registry);
  await index.start();
  await index.settled();
  return { ...registry, index };
}

interface Asked {
  readonly by: Map<string, number>;
}

/** Every question there is, of each of the registries: they say the same, or refuse alike. */
async function askAll(twin: Registry, others: readonly Registry[], { by }: Asked, on: readonly string[], known?: string): Promise<void> {
  for (const asker of ASKERS) for (const act of MARKET_ACTS) for (const where of act === "award" || act === "trade" ? WHERES : [undefined]) for (const organisation of [...CODES, ...FILES]) for (const day of on) {
    const request = { organisation, act: `t:${act}`, on: day, ...(where === undefined ? {} : { where }), ...(known === undefined ? {} : { known }) };
    const expected = said(await checkOrganisation(twin, asker, request));
    // Twice: what the twin answered for the index is kept, and must be the same the second time.
    for (const other of others) for (const _ of [1, 2]) {
      const answer = await checkOrganisation(other, asker, request);
      const kind = answer.ok ? answer.value.asOf.by : "refused";
      by.set(kind, (by.get(kind) ?? 0) + 1);
      expect({ request, ...said(answer) }).toStrictEqual({ request, ...expected });
    }
  }
}

function said(answer: Result<Answer, Problem>): object {
  if (!answer.ok) return { refused: answer.error.code, message: answer.error.message };
  const { asOf: { by: _, ...asOf }, ...rest } = answer.value;
  return { ...rest, asOf };
}

const pieces = fc.record({ events: market, codes: fc.constantFrom<readonly number[]>([1, 2, 3], [1, 1, 2], [0, 2, 3], [12, 2, 3], [13, 3, 1], [12, 32, 4]), late: fc.nat(3), on: fc.constantFrom("2024-06-01", "2025-04-01") });

function beginning({ codes }: { readonly codes: readonly number[] }): readonly EventDraft[] {
  return registeredWithCodes((file) => codesNamed(codes[FILES.indexOf(file)] ?? 0));
}

async function follow(ledger: Ledger, history: { readonly events: readonly EventDraft[]; readonly codes: readonly number[]; readonly late: number; readonly on: string }, asked: Asked): Promise<void> {
  const clock: StandingClock = { day: "2025-05-01" };
  const twin = registryOver(ledger, marketLaw, clock);
  const registered = beginning(history);
  // Some organisations are registered, and have their codes, only after the index was built.
  const [early, late] = [registered.slice(0, registered.length - history.late), registered.slice(registered.length - history.late)];
  const append = (drafts: readonly EventDraft[], batch: string | null): Promise<unknown> => appendEvents(twin, { batch: batch as never, drafts });
  if (early.length > 0) await append(early, null);
  const followed = await withIndex(twin);
  const begun = String(followed.index.position);
  // Every third event comes in with one batch, in one go; the rest piece by piece.
  const [together, apart] = [[...late, ...history.events].filter((_, step) => step % 3 === 0), [...late, ...history.events].filter((_, step) => step % 3 !== 0)];
  const received: EventDraft = { type: "BatchReceived", body: { batch: "batch-a" as never, template: "t:sheet" as never, digest: "sha256:a" as never, counts: { rows: together.length, records: together.length, duplicates: 0, held: 0, refused: 0 } } };
  for (const drafts of [[received, ...together], ...apart.map((draft) => [draft])]) {
    await append(drafts, drafts.length > 1 || drafts[0] === received ? "batch-a" : null);
    const rebuilt = await withIndex(twin);
    await askAll(twin, [followed, rebuilt], asked, [history.on]);
    // As known a little earlier, which the followed one can still say.
    if (followed.index.position % 3 === 0) await askAll(twin, [followed], asked, [history.on], String(Math.max(1, followed.index.position - 2)));
    rebuilt.index.close();
  }
  // What came in with a batch is gone with it.
  await append([{ type: "BatchWithdrawn", body: { batch: "batch-a" as never, reason: "wrong file" } }], null);
  await askAll(twin, [followed], asked, [history.on]);
  // As known when it began, and to the public no more than it may see now.
  await askAll(twin, [followed], asked, [history.on], begun);
  followed.index.close();
}

/** From now on the reading of what is new waits until it is let go. */
function holdReading(ledger: Ledger): () => void {
  const read = ledger.read.bind(ledger);
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const slow: Ledger["read"] = async (query) => {
    if (query.keys === undefined) await held;
    return read(query);
  };
  Object.assign(ledger, { read: slow });
  return letGo;
}

describe("the index of a process that goes on answering", () => {
  it("R45 says what the twin says at every position: with its marks, and built anew", async () => {
    const asked: Asked = { by: new Map() };
    await fc.assert(fc.asyncProperty(pieces, (history) => follow(createMemoryLedger({ node: "test", randomBytes }), history, asked)), { numRuns: 12 });
    expect(asked.by.get("index")).toBeGreaterThan(100);
    expect(asked.by.get("derive")).toBeGreaterThan(100);
  });

  it("R45 does so over SQLite and PostgreSQL, and sees what another process wrote", async () => {
    for (const place of [{ dataDir: mkdtempSync(join(folder, "data-")) }, { databaseUrl: await present(postgres, "PostgreSQL").freshDatabase() }]) {
      const ledger = await openLedger({ node: "test", randomBytes, ...place });
      const another = await openLedger({ node: "other", randomBytes, ...place });
      open.push(ledger, another);
      const asked: Asked = { by: new Map() };
      const [history] = fc.sample(pieces, { numRuns: 1, seed: 7 });
      await follow(ledger, present(history, "a history"), asked);
      const twin = registryOver(ledger, marketLaw);
      const followed = await withIndex(twin);
      const before = followed.index.position;
      await appendEvents(registryOver(another, marketLaw), { batch: null, drafts: registeredWithCodes(() => [codeOf(9)]).slice(0, 1) });
      const heard = async (): Promise<boolean> => {
        await followed.index.upToDate();
        return followed.index.position > before;
      };
      await expect.poll(heard, { timeout: 5000 }).toBe(true);
      expect(said(await checkOrganisation(followed, { kind: "keeper" }, { organisation: codeOf(9), act: "t:sail" }))).toEqual(said(await checkOrganisation(twin, { kind: "keeper" }, { organisation: codeOf(9), act: "t:sail" })));
      followed.index.close();
    }
  });

  it("R45 marks what is read while a new snapshot takes the old one's place, and lets nobody past while it is read", async () => {
    const ledger = createMemoryLedger({ node: "test", randomBytes });
    const twin = registryOver(ledger, marketLaw);
    await appendEvents(twin, { batch: null, drafts: beginning({ codes: [1, 2, 3] }) });
    const first = await buildIndex(twin);
    let swap: (built: typeof first) => void = () => {};
    const index = new KeptIndex(twin, { load: async () => first, build: () => new Promise((resolve) => (swap = resolve)), say: (line) => expect(line).toBe("") });
    await index.start();
    const followed = { ...twin, index };
    const ask = async (registry: Registry): Promise<object> => said(await checkOrganisation(registry, { kind: "keeper" }, { organisation: codeOf(1), act: "t:sail", on: "2025-04-01" }));
    await ask(followed);
    // An edition has a new snapshot built; while it is, a listing arrives, and is being read when the snapshot is there.
    await appendEvents(twin, { batch: null, drafts: [edition("2024-01-15", "late")] });
    await ask(followed);
    const second = await buildIndex(twin);
    const letGo = holdReading(ledger);
    await appendEvents(twin, { batch: null, drafts: [kept("l0000000000000000b1", "2024-01-15", "late", present(FILES[0], "a file"))] });
    const asked = [ask(followed), ask(followed)];
    await Promise.resolve();
    swap(second);
    await index.settled();
    asked.push(ask(followed));
    letGo();
    const expected = await ask(twin);
    expect(expected).toMatchObject({ verdict: "bound", asOf: { known: second.position + 1 } });
    expect([index.snapshotAt, ...(await Promise.all(asked)), await ask(followed)]).toStrictEqual([second.position, expected, expected, expected, expected]);
    index.close();
  });

  it("R46 answers a long list of questions as of one position, whatever is written meanwhile", async () => {
    const twin = registryOver(createMemoryLedger({ node: "test", randomBytes }), marketLaw);
    await appendEvents(twin, { batch: null, drafts: beginning({ codes: [1, 2, 3] }) });
    const followed = await withIndex(twin);
    const known = String(followed.index.position);
    const ask = async (at?: string): Promise<Answer> => {
      const answer = await checkOrganisation(followed, { kind: "keeper" }, { organisation: codeOf(1), act: "t:trade", on: "2025-04-01", ...(at === undefined ? {} : { known: at }) });
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value;
    };
    const before = await ask();
    const rows = fc.sample(market, { numRuns: 40, seed: 3 }).flat().filter((draft) => draft.type === "ListingReported" && draft.body.file === FILES[0]);
    for (const draft of rows) await appendEvents(twin, { batch: null, drafts: [draft] });
    expect(before.asOf.by).toBe("index");
    expect(await ask(known)).toStrictEqual(before);
    expect((await ask()).asOf).toMatchObject({ by: "derive", known: before.asOf.known + rows.length });
  });
});

describe("what the public is told of an earlier position", () => {
  it("R46 is what it may see now: a listing masked since is shown no more", async () => {
    const twin = registryOver(createMemoryLedger({ node: "test", randomBytes }), marketLaw);
    await appendEvents(twin, { batch: null, drafts: beginning({ codes: [1, 2, 3] }) });
    const [listed] = fc.sample(market, { numRuns: 200, seed: 5 }).flat().filter((draft) => draft.type === "ListingReported" && draft.body.listing === "l0000000000000000a1" && draft.body.end.kind === "notStated" && draft.body.regions?.length === 0);
    await appendEvents(twin, { batch: null, drafts: [present(listed, "a listing that stands")] });
    const followed = await withIndex(twin);
    const known = String(followed.index.position);
    const ask = (registry: Registry): ReturnType<typeof checkOrganisation> => checkOrganisation(registry, { kind: "public" }, { organisation: FILES[0] ?? "", act: "t:award", where: "master", on: "2025-04-01", known });
    expect(await ask(followed)).toMatchObject({ ok: true, value: { verdict: "bound", effects: [{ because: { trigger: { listing: "l0000000000000000a1" } } }], asOf: { by: "index" } } });
    await appendEvents(twin, { batch: null, drafts: [stayed(aboutListing("l0000000000000000a1"), "2025-01-01", true)] });
    await followed.index.upToDate();
    const masked = said(await ask(twin));
    expect(JSON.stringify(masked)).not.toContain("l0000000000000000a1");
    expect(said(await ask(followed))).toStrictEqual(masked);
    followed.index.close();
  });
});

describe("editions that came in since", () => {
  it("R46 are in the answers as known after them, and in none before, whoever asks in whatever order", async () => {
    const twin = registryOver(createMemoryLedger({ node: "test", randomBytes }), marketLaw);
    await appendEvents(twin, { batch: null, drafts: beginning({ codes: [1, 2, 3] }) });
    for (const order of [[0, 1], [1, 0]]) {
      const built = await buildIndex(twin);
      // No other snapshot takes its place while it is asked.
      const source = new KeptIndex(twin, { load: async () => built, build: () => new Promise(() => undefined), say: () => undefined });
      await source.start();
      await source.upToDate();
      const before = source.position;
      await appendEvents(twin, { batch: null, drafts: [edition(order[0] === 0 ? "2023-09-01" : "2024-01-15", "fresh")] });
      await source.upToDate();
      for (const asker of ASKERS) for (const later of order) {
        const request = { organisation: codeOf(1), act: "t:trade", on: "2024-06-01", known: String(before + later) };
        expect(said(await checkOrganisation({ ...twin, index: source }, asker, request))).toStrictEqual(said(await checkOrganisation(twin, asker, request)));
      }
      source.close();
    }
  });
});

describe("the snapshot of the index", () => {
  async function keptSnapshot(): Promise<{ readonly registry: Registry; readonly path: string }> {
    const dataDir = mkdtempSync(join(folder, "data-"));
    const ledger = await openLedger({ node: "test", randomBytes, dataDir });
    open.push(ledger);
    const registry = registryOver(ledger, marketLaw);
    await appendEvents(registry, { batch: null, drafts: [...beginning({ codes: [1, 2, 3] }), ...fc.sample(market, { numRuns: 5, seed: 11 }).flat()] });
    const path = indexPath(dataDir);
    expect(await keepSnapshot(registry, path, await buildIndex(registry))).toBe(true);
    return { registry, path };
  }

  it("R47 is taken whole, and answers as the twin", async () => {
    const { registry, path } = await keptSnapshot();
    const index = inProcess(registry, () => loadSnapshot(registry, path));
    await index.start();
    expect(index.snapshotAt).toBe(await registry.ledger.head());
    const asked: Asked = { by: new Map() };
    await askAll(registry, [{ ...registry, index }], asked, ["2025-04-01"]);
    expect(asked.by.get("index")).toBeGreaterThan(20);
    index.close();
  });

  it("R47 is not there when a byte of it is another, or missing", async () => {
    const { registry, path } = await keptSnapshot();
    const whole = readFileSync(path);
    const step = Math.max(1, Math.floor(whole.length / 200));
    for (let at = 0; at < whole.length; at += step) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << at % 8);
      writeFileSync(path, flipped);
      const loaded = await loadSnapshot(registry, path);
      // Bytes between two columns are nobody's.
      if (loaded !== undefined) expect(loaded).toEqual(await loadedFrom(registry, path, whole));
    }
    for (const length of [0, 1, 20, 60, Math.floor(whole.length / 2), whole.length - 1]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      expect(await loadSnapshot(registry, path)).toBeUndefined();
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.from("x")]));
    expect(await loadSnapshot(registry, path)).toBeUndefined();
  });

  it("R47 is not there for another rulebook, another register or an earlier copy of this one", async () => {
    const { registry, path } = await keptSnapshot();
    const other = await keptSnapshot();
    expect(await loadSnapshot(registry, path)).toBeDefined();
    expect(await loadSnapshot({ ...registry, rulebook: { ...registry.rulebook, hash: `sha256:${"0".repeat(64)}` as never } }, path)).toBeUndefined();
    expect(await loadSnapshot(other.registry, path)).toBeUndefined();
    expect(await loadSnapshot(registryOver(createMemoryLedger({ node: "test", randomBytes }), marketLaw), path)).toBeUndefined();
  });
});

async function loadedFrom(registry: Registry, path: string, bytes: Uint8Array): Promise<unknown> {
  writeFileSync(path, bytes);
  return loadSnapshot(registry, path);
}
