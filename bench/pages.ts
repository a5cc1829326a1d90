// Promises about pages: each public page of a register of a hundred thousand organisations is served in under 30 milliseconds (the 95th
// percentile, from the request to its last byte) and weighs under 150 kilobytes with its sheet and scripts, without fonts; a search
// answers in under 20. The server is what `up` serves, over SQLite, in a process of its own; the client asks one page after another. Pages about
// organisations are asked for one organisation after another, none twice, so that nothing of them is kept. No other program serves these
// pages: there is no peer. `node bench/pages.ts [ORGANISATIONS] [REQUESTS]`.
// Weights are what comes over the wire, packed by Brotli; how much that is unpacked is said beside it. Pages that count all listings are asked
// for once more with a listing of the largest list appended before each.
// Where the time goes: of an organisation's page a third is reading, a third deriving every act, a third words.
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { makeFileNumber, type ListingId } from "../src/domain/terms/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { buildIndex, keepNames, KeptFaces, KeptIndex, type Registry } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { listenSwapping } from "../src/web/index.ts";
import { loadLaw } from "../test/support/law.ts";
import { registryOver } from "../test/support/registry.ts";
import { EVENTS_EACH, fillRegister, nodeOfBench } from "./million-register.ts";

const PROMISED = { milliseconds: 30, kilobytes: 150, search: 20 } as const;
const DAY = "2025-02-03";
const WARM = 5;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Each kind of page by an address that is never the same twice where it is about organisations. */
const PAGES: Readonly<Record<string, (number: number) => string>> = {
  home: () => "/en/", statistics: () => "/en/statistics",
  "an organisation": (number) => `/en/organisations/${makeFileNumber(number)}`,
  "its exit plan": (number) => `/en/organisations/${makeFileNumber(number)}/plan`,
  "an organisation in Chinese, an act asked about": (number) => `/zh/organisations/${makeFileNumber(number)}?act=mdb:award-contract@wbg`,
  "its penalties": (number) => `/en/organisations/${makeFileNumber(number)}?shelf=penalty`,
  "a search by part of a name": (number) => `/en/search?q=${encodeURIComponent(`Works ${number % 997}`)}`,
  "a search narrowed by state": (number) => `/en/search?q=${encodeURIComponent(`Works ${number % 997}`)}&state=bound`,
  lists: () => "/en/lists", "a list": () => "/en/lists/mdb:wbg-debarred", memoranda: () => "/en/memoranda", "a memorandum": () => "/zh/memoranda/mdb:mutual-enforcement",
  law: () => "/en/law", "lists of the law": () => "/en/law/by/list", "an entry of the law": () => "/zh/law/cn:administrative-penalty", "the linter": () => "/en/law/lint", "changes of the law": () => "/en/law/changes", "two days of the law": () => "/en/law/diff?from=2019-07-31&to=2021-12-31", authorities: () => "/en/authorities",
};

async function serve(folder: string, organisations: number): Promise<void> {
  const ledger = await openLedger({ ...nodeOfBench, dataDir: folder });
  const bare = registryOver(ledger, await loadLaw("law"), { day: DAY });
  await fillRegister(bare, organisations * EVENTS_EACH, () => {});
  say("filled; reading names and packing the index");
  const names = await keepNames(bare, () => {});
  const index = new KeptIndex(bare, { load: async () => undefined, build: () => buildIndex(bare), say });
  await index.start();
  await index.settled();
  const faces = new KeptFaces(bare, await ledger.head());
  await faces.readAhead();
  const server = await listenSwapping({ registry: { ...bare, names, faces, index }, log: say }, { host: "127.0.0.1", port: 0 });
  process.once("disconnect", () => process.exit());
  process.on("message", (number) => void appendListing(bare, Number(number)).then(() => process.send?.("appended")));
  process.send?.(server.origin());
}

/** One more listing on the list everybody is on. */
async function appendListing(registry: Registry, number: number): Promise<void> {
  const [listed] = await registry.ledger.read({ types: ["ListingReported"], limit: 1 });
  if (listed?.type !== "ListingReported" || listed.body === null) throw new Error("assertion failed: the register has a listing");
  await appendEvents(registry, { batch: null, drafts: [{ type: "ListingReported", body: { ...listed.body, listing: `l${String(900_000_000 + number).padStart(18, "0")}` as ListingId, rowKey: `more ${number}` } }] });
}

interface Served {
  readonly milliseconds: number;
  /** As they came over the wire. */
  readonly bytes: number;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(address: string): Promise<Served> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { "accept-encoding": "br" } }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.on("end", () => {
        const bytes = Buffer.concat(parts);
        if (reply.statusCode !== 200) reject(new Error(`${address} answered ${reply.statusCode}`));
        else resolve({ milliseconds: performance.now() - start, bytes: bytes.length, text: (reply.headers["content-encoding"] === "br" ? brotliDecompressSync(bytes) : bytes).toString("utf8") });
      });
    }).on("error", reject);
  });
}

/** The page with its sheet and scripts, in kilobytes: as it came, and unpacked. */
async function weight(origin: string, page: Served): Promise<{ readonly packed: number; readonly whole: number }> {
  const parts = [...page.text.matchAll(/(?:<link rel="stylesheet" href|<script type="module" src)="([^"]+)"/g)].map((match) => match[1] ?? "");
  const all = [page];
  for (const part of parts) all.push(await ask(origin + part));
  return { packed: all.reduce((sum, { bytes }) => sum + bytes, 0) / 1024, whole: all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1024 };
}

function promise(text: string, ours: number, met: boolean): void {
  process.stdout.write(`${JSON.stringify({ promise: text, ours: Math.round(ours * 10) / 10, peer: null, ratio: null, met })}\n`);
}

async function bench(organisations: number, requests: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "probity-pages-"));
  const child = fork(fileURLToPath(import.meta.url), ["serve", folder, String(organisations)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  try {
    say(`filling a register of ${organisations} organisations`);
    const origin = await new Promise<string>((resolve, reject) => child.once("message", (message) => resolve(String(message))).once("exit", (status) => reject(new Error(`the server ended with ${status}`))));
    let number = 0;
    const measure = async (name: string, address: (number: number) => string, { most, before = async () => {} }: { readonly most: number; readonly before?: () => Promise<void> }): Promise<void> => {
      const took: number[] = [];
      let [heaviest, unpacked] = [0, 0];
      for (let request = -WARM; request < requests; request += 1) {
        number += 1;
        await before();
        const page = await ask(origin + address(1 + ((number * 7919) % organisations)));
        if (request >= 0) took.push(page.milliseconds);
        if (request !== 0 && request !== requests - 1) continue;
        const { packed, whole } = await weight(origin, page);
        [heaviest, unpacked] = [Math.max(heaviest, packed), Math.max(unpacked, whole)];
      }
      took.sort((a, b) => a - b);
      const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.POSITIVE_INFINITY;
      say(`${name}: median ${at(0.5).toFixed(1)} ms, 95th ${at(0.95).toFixed(1)}, slowest ${at(1).toFixed(1)}; ${heaviest.toFixed(0)} kB, unpacked ${unpacked.toFixed(0)}`);
      promise(`milliseconds until ${name} is served, 95th percentile: under ${most}`, at(0.95), at(0.95) < most);
      promise(`kilobytes of ${name}: under ${PROMISED.kilobytes}`, heaviest, heaviest < PROMISED.kilobytes);
    };
    for (const [name, address] of Object.entries(PAGES)) await measure(name, address, { most: name === "a search by part of a name" ? PROMISED.search : PROMISED.milliseconds });
    const append = (): Promise<void> => new Promise((resolve) => {
      child.once("message", () => resolve());
      child.send(number);
    });
    for (const name of ["home", "lists", "a list", "statistics"] as const) await measure(`${name} after something was appended`, PAGES[name] ?? (() => "/"), { most: PROMISED.milliseconds, before: append });
  } finally {
    child.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [first, second, third] = process.argv.slice(2);
if (first === "serve") await serve(second ?? "", Number(third));
else await bench(Number(first ?? 100_000), Number(second ?? 60));
