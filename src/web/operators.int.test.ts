// What the keeper looks after, over a memory ledger and the model's law: as a page and for programs, on this machine alone.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KeptNames, keepNames, withdrawBatch, type Registry } from "../service/index.ts";
import { createMemoryLedger, storageOf } from "../store/index.ts";
import { fillDesk } from "../../test/support/desk-world.ts";
import { projectLaw } from "../../test/support/run.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const HOST = "127.0.0.1:8080";
const folder = mkdtempSync(join(tmpdir(), "probity-operators-"));
let registry: Registry;
let server: FastifyInstance;

beforeAll(async () => {
  const bare = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), { day: "2026-03-02" });
  await fillDesk(bare, 2);
  writeFileSync(join(folder, "register.sqlite"), new Uint8Array(3000));
  writeFileSync(join(folder, "register.sqlite-wal"), new Uint8Array(500));
  writeFileSync(join(folder, "other"), new Uint8Array(7));
  registry = { ...bare, names: await keepNames(bare, () => {}), storage: () => storageOf(folder), lawRefused: { code: "law-unreadable", message: "one finding", remedy: "Mend it." } };
  server = createServer({ registry, log: (line) => { throw new Error(line); } });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const metrics = async (): Promise<string> => (await server.inject({ url: "/metrics", headers: { host: HOST } })).body;
const page = async (language: string): Promise<string> => (await server.inject({ url: `/${language}/desk/operators`, headers: { host: HOST } })).body.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("what the keeper looks after", () => {
  it("is in the text form of Prometheus, each figure with its help and type", async () => {
    const text = await metrics();
    expect((await server.inject({ url: "/metrics", headers: { host: HOST } })).headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    const head = await registry.ledger.head();
    for (const line of [`probity_ledger_position ${head}`, 'probity_view_lag_events{view="names"} 0', "probity_held_rows 0", 'probity_outbox_messages{state="refused"} 0', "probity_folder_bytes 3507", "probity_database_bytes 3500", "probity_warnings 1", "# TYPE probity_open_cases gauge"]) expect(text.split("\n")).toContain(line);
    expect(text).toMatch(/probity_last_import_records\{template="cn:administrative-penalty-sheet",office="P\w+"\} 1\n/);
    expect(text).toMatch(/probity_disk_free_bytes [1-9]\d*\n/);
    expect(text).not.toContain('view="index"');
    for (const line of text.trim().split("\n")) expect(line).toMatch(/^(?:# (?:HELP|TYPE) probity_\w+ .+|probity_\w+(?:\{\w+="[^"]*"(?:,\w+="[^"]*")*\})? \d+(?:\.\d+)?)$/);
  });

  it("stands on a page in both languages, with the warnings of /readyz", async () => {
    const [en, zh] = [await page("en"), await page("zh")];
    for (const words of ["Operations", "one finding", "Administrative penalty", "Market Regulation of Linzhu City", "Names", "not kept, or not built yet", "No letter has failed."]) expect(en).toContain(words);
    for (const words of ["运行情况", "行政处罚", "名称", "没有保存，或者还没有建成"]) expect(zh).toContain(words);
  });

  it("follows what is written: a batch taken back is no import any more, and what is kept lags", async () => {
    const [received] = (await registry.ledger.read({ types: ["BatchReceived"] })).toReversed();
    const batch = received?.type === "BatchReceived" && received.body !== null ? received.body.batch : "";
    expect((await withdrawBatch(registry, batch, "a test")).ok).toBe(true);
    expect(registry.names).toBeInstanceOf(KeptNames);
    expect(await metrics()).toMatch(/probity_view_lag_events\{view="names"\} [1-9]/);
  });

  it("is for this machine alone", async () => {
    for (const headers of [{ host: "register.example" }, { host: HOST, "x-forwarded-for": "203.0.113.7" }, { host: HOST, "sec-fetch-site": "cross-site" }]) {
      expect((await server.inject({ url: "/metrics", headers })).json()).toMatchObject({ status: 403, code: "not-allowed" });
      const closed = await server.inject({ url: "/en/desk/operators", headers });
      expect([closed.statusCode, closed.body.includes("This page is for the keeper"), closed.body.includes("Last imports")]).toEqual([403, true, false]);
    }
  });
});
