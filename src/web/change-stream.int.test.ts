// The stream of changes over a real connection: what is told of editions whenever they come in, what the public learns of it, and going on after a break.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findOrganisations, importFile, passDay, withdrawBatch, type ImportReport, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { listenSwapping, type SwappingServer } from "./swapping-server.ts";

let registry: Registry;
let server: SwappingServer;

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"), { day: "2025-01-20" });
  await passDay(registry);
  server = await listenSwapping({ registry, log: (line) => process.stderr.write(`${line}\n`), followEvery: 1 }, { host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

async function handIn(rows: readonly string[], asOf: string, template = "ferry:north-sheet"): Promise<ImportReport> {
  const header = template === "ferry:north-sheet" ? "Ferry,Since,Free,Case" : "Ferry,Since";
  const imported = await importFile(registry, { name: "list.csv", bytes: Buffer.from([header, ...rows, ""].join("\n")), template, asOf });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  return imported.value;
}

async function page(query = "", status = 200): Promise<ReturnType<typeof JSON.parse>> {
  const reply = await fetch(`${server.origin()}/v1/changes${query}`);
  expect(reply.status).toBe(status);
  return JSON.parse(await reply.text());
}

/** Follows the stream until so many changes have come. */
async function follow(accept: string, headers: Readonly<Record<string, string>>, query: string, count: number, meanwhile: () => Promise<unknown> = async () => {}): Promise<readonly string[]> {
  const stop = new AbortController();
  const reply = await fetch(`${server.origin()}/v1/changes${query}`, { headers: { accept, ...headers }, signal: stop.signal });
  if (reply.body === null) throw new Error("assertion failed: the reply has a body");
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value ?? "";
  await meanwhile();
  const found = (): readonly string[] => (accept === "text/event-stream" ? text.split("\n\n").filter((part) => part.startsWith("id: ")) : text.split("\n").filter((line) => line !== ""));
  while (found().length < count) text += (await reader.read()).value ?? "";
  stop.abort();
  return found();
}

const HERON = "Blue Heron Ltd,2024-03-01,2026-03-01,7";
const TERN = "Arctic Tern Ltd,2024-04-01,2026-03-01,8";
const OVER = "Old Barge Ltd,2020-01-01,2022-01-01,9";

describe("GET /v1/changes", () => {
  it("tells at once who begins to stand by an edition, and not of what was over before", async () => {
    await handIn([HERON, TERN, OVER], "2025-01-01");
    const { changes, timepoint, more } = await page();
    expect(changes.map(({ what, list, day }: { what: string; list: string; day: string }) => [what, list, day])).toEqual([["listed", "ferry:north-barred", "2025-01-01"], ["listed", "ferry:north-barred", "2025-01-01"]]);
    expect(changes[0]).toMatchObject({ timepoint: 1, listing: expect.stringMatching(/^l/), files: [expect.stringMatching(/^P/)] });
    expect([timepoint, more]).toEqual([2, false]);
    expect((await passDay(registry)).told).toEqual([]);
  });

  it("tells of a release by an edition of an earlier day, though that day has passed; the public gets the id and nothing that says whose it was", async () => {
    const begun: readonly { readonly listing: string; readonly files: readonly string[] }[] = (await page()).changes;
    const of = (text: string) => findOrganisations(registry, text).then(({ found }) => begun.find(({ files }) => files[0] === found[0]?.file));
    const [heron, tern] = [await of("Blue Heron Ltd"), await of("Arctic Tern Ltd")];
    await handIn([HERON], "2025-01-10");
    const { changes } = await page("?timepoint=2");
    expect(changes).toEqual([{ timepoint: 3, what: "removed", day: "2025-01-10", listing: tern?.listing }]);
    // What stands no more is told to the public for no day: its begin is gone from the stream as well.
    expect((await page()).changes.map(({ listing }: { listing: string }) => listing)).toEqual([heron?.listing, tern?.listing]);
    expect(JSON.stringify(await page())).not.toContain(tern?.files[0]);
    expect((await page("?timepoint=2&as=keeper")).changes).toMatchObject([{ files: tern?.files, list: "ferry:north-barred", detail: { consumers: expect.any(Array) } }]);
    expect((await passDay(registry)).told).toEqual([]);
  });

  it("tells what a withdrawal undoes, in both directions", async () => {
    const wrong = await handIn([TERN], "2025-01-12");
    expect((await page("?timepoint=3&as=keeper")).changes.map(({ what }: { what: string }) => what).toSorted()).toEqual(["listed", "removed"]);
    const { timepoint } = await page();
    expect((await withdrawBatch(registry, wrong.batch, "the wrong file")).ok).toBe(true);
    const undone = (await page(`?timepoint=${timepoint}&as=keeper`)).changes;
    expect(undone.map(({ what }: { what: string }) => what).toSorted()).toEqual(["annulled", "listed"]);
    expect(undone.find(({ what }: { what: string }) => what === "annulled")).toMatchObject({ detail: { wrongFrom: "2024-04-01" } });
    expect((await passDay(registry)).told).toEqual([]);
  });

  it("says nothing to the public of a list that is not published", async () => {
    const { timepoint } = await page();
    await handIn(["Blue Heron Ltd,2024-05-01"], "2025-01-15", "ferry:eyed-sheet");
    expect((await page(`?timepoint=${timepoint}`)).changes).toEqual([]);
    expect((await page(`?timepoint=${timepoint}&as=keeper`)).changes).toMatchObject([{ what: "listed", list: "ferry:eyed" }]);
  });

  it("is followed as server-sent events and goes on from the last one had", async () => {
    const { timepoint } = await page();
    const [first, second] = await follow("text/event-stream", {}, "?timepoint=0&as=keeper", 2);
    expect(first).toMatch(/^id: 1\nevent: listed\ndata: \{"timepoint":1,/);
    expect(second).toMatch(/^id: 2\n/);
    const [next] = await follow("text/event-stream", { "last-event-id": String(timepoint - 1) }, "?timepoint=0&as=keeper", 1);
    expect(next).toMatch(new RegExp(`^id: ${timepoint}\\n`));
  });

  it("is followed as lines, and what happens meanwhile arrives", async () => {
    const { timepoint } = await page("?as=keeper");
    const lines = await follow("application/x-ndjson", {}, `?timepoint=${timepoint}`, 1, () => handIn([HERON, "New Gull Ltd,2025-01-02,2026-03-01,11"], "2025-01-18"));
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ what: "listed", list: "ferry:north-barred", timepoint: timepoint + 1 });
  });

  it("pages, and refuses what is no timepoint of its own", async () => {
    expect(await page("?limit=1&as=keeper")).toMatchObject({ changes: [{ timepoint: 1 }], timepoint: 1, more: true });
    expect(await page("?timepoint=nine", 422)).toMatchObject({ code: "input-invalid" });
    expect(await page("?timepoint=99999", 422)).toMatchObject({ code: "input-invalid", title: expect.stringContaining("99999") });
  });
});
