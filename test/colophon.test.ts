// Every public page, found by following links in process: it says where it stands for ever, its JSON answers, its command line is one of the
// program's, and its citation names the clocks.
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rotateKeys } from "../src/service/index.ts";
import { createServer } from "../src/web/index.ts";
import { createMemoryLedger } from "../src/store/index.ts";
import { colophonOf, commandFinding } from "./support/colophon.ts";
import { fillDesk } from "./support/desk-world.ts";
import { loadLaw } from "./support/law.ts";
import { registryOver } from "./support/registry.ts";

const DAY = "2026-03-02";
const EACH = 3;

/** Pages that hold nothing of the register before something is asked of them, and why a program has no twin of them. */
const WITHOUT_TWIN: Readonly<Record<string, string>> = {
  "/suppliers": "its list is posted, to /v1/suppliers", "/verify-report": "a code or a file is asked for first", "/organisations/:/preflight": "a kind of record is chosen first", "/organisations/:/report": "a purpose is chosen first",
  "/model": "it says how this register was made",
};

/** Every kind of public page that links lead to. */
const KINDS = [
  "/", "/api", "/api/:", "/api/schemas/:", "/authorities", "/law", "/law/:", "/law/by/:", "/law/by/article/:", "/law/by/authority/:", "/law/changes", "/law/diff", "/law/lint", "/law/search",
  "/lists", "/lists/:", "/memoranda", "/memoranda/:", "/model", "/organisations/:", "/organisations/:/applies", "/organisations/:/plan", "/organisations/:/preflight", "/organisations/:/report", "/search", "/statistics", "/suppliers", "/verify-report",
];

let server: FastifyInstance;
let close: () => Promise<void>;
let file: string;
beforeAll(async () => {
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("law"), { day: DAY });
  await rotateKeys(registry);
  file = (await fillDesk(registry)).files[0] ?? "";
  server = createServer({ registry, log: () => undefined });
  close = async () => {
    await server.close();
    await registry.ledger.close();
  };
});
afterAll(() => close());

/** `/organisations/P00000018/plan` is of the kind `/organisations/:/plan`. */
function kindOf(address: string): string {
  const path = new URL(address, "http://localhost").pathname.replace(/^\/(zh|en)/, "");
  return path.replace(/^\/(organisations|lists|memoranda|api\/schemas)\/[^/]+/, "/$1/:").replace(/^\/law\/by\/(article|authority)\/[^/]+$/, "/law/by/$1/:").replace(/^\/law\/by\/(?![^/]*\/)[^/]+$/, "/law/by/:").replace(/^\/law\/(?!by\/|by$|search$|diff$|lint$|changes$)[^/]+$/, "/law/:").replace(/^\/api\/(?!schemas\/)[^/]+/, "/api/:");
}

/** Pages by following links, a few of each kind, in both languages. */
async function pages(): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const perKind = new Map<string, number>();
  const queue = ["/zh/", "/en/", ...["zh", "en"].flatMap((language) => [`/${language}/organisations/${file}`, `/${language}/law/by/article/cn:gacc-251`])];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const of = `${address.slice(0, 3)} ${kindOf(address)}`;
    if (seen.has(address) || (perKind.get(of) ?? 0) >= EACH) continue;
    perKind.set(of, (perKind.get(of) ?? 0) + 1);
    const { statusCode, body } = await server.inject({ url: address });
    expect({ address, statusCode }).toEqual({ address, statusCode: 200 });
    seen.set(address, body);
    for (const [, link = ""] of body.matchAll(/<a [^>]*href="(\/(?:zh|en)\/[^"#]*)/g)) {
      const target = link.replaceAll("&amp;", "&");
      if (!/^\/(zh|en)\/(desk|watch)/.test(target) && !/\.(csv|xlsx|pdf|atom|json|ics)(\?|$)/.test(target)) queue.push(target);
    }
  }
  return seen;
}

async function findingsOf(address: string, body: string, twin: boolean): Promise<readonly string[]> {
  const { permalink, json, command, citation } = colophonOf(body);
  const found: string[] = [];
  const clocks = permalink === undefined ? new URLSearchParams() : new URL(permalink).searchParams;
  const [on, law, known] = ["on", "law", "known"].map((name) => clocks.get(name) ?? "");
  if (permalink === undefined || on === "" || law === "" || known === "") found.push(`its permalink ${permalink} does not name its clocks`);
  else {
    const again = await server.inject({ url: pathOf(permalink) });
    if (again.statusCode !== 200 || colophonOf(again.body).permalink !== permalink) found.push(`its permalink ${permalink} leads elsewhere`);
  }
  if (json === undefined && twin) found.push("it has no JSON");
  if (json !== undefined) {
    const { statusCode, headers } = await server.inject({ url: pathOf(json) });
    if (statusCode !== 200 || !/json/.test(String(headers["content-type"]))) found.push(`its JSON ${json} answers ${statusCode} ${headers["content-type"]}`);
  }
  const wrong = command === undefined ? "it has no command" : commandFinding(command);
  if (wrong !== undefined) found.push(wrong);
  if (citation === undefined || ![on, law, known].every((clock) => citation.includes(clock ?? ""))) found.push(`it is cited as “${citation}”`);
  return found.map((each) => `${address}: ${each}`);
}

function pathOf(address: string): string {
  const url = new URL(address);
  return url.pathname + url.search;
}

describe("the colophon", () => {
  it("stands on every public page, with a permalink, JSON that answers, a command of the program and a citation with its clocks", { timeout: 240_000 }, async () => {
    const seen = await pages();
    expect([...new Set([...seen.keys()].map(kindOf))].toSorted()).toEqual(KINDS);
    const found: string[] = [];
    for (const [address, body] of seen) found.push(...(await findingsOf(address, body, !(kindOf(address) in WITHOUT_TWIN))));
    expect(found).toEqual([]);
  });

  it("has the twin of what was asked for as soon as it was", async () => {
    for (const path of [`organisations/${file}/preflight?type=cn:administrative-penalty`, `organisations/${file}/report?purpose=tender`]) {
      for (const language of ["zh", "en"]) {
        const address = `/${language}/${path}`;
        expect(await findingsOf(address, (await server.inject({ url: address })).body, true)).toEqual([]);
      }
    }
  });

  it("knows a command of the program from one that is none", () => {
    expect(commandFinding("./probity check P00000018 'cn:bid' --on 2026-01-01 --explain")).toBeUndefined();
    expect(commandFinding("./probity law search 'a --b'")).toBeUndefined();
    expect(commandFinding("./probity law sing")).toBe("there is no command `./probity law sing`");
    expect(commandFinding("./probity plan P00000018 --aloud")).toBe("`plan` has no --aloud");
    expect(commandFinding("rm -r /")).toBe("`rm -r /` is no command");
  });
});
