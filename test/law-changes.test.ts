// A law that changes, and one that breaks, under a server that runs: real processes, real signals, real files.
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { root, run, type Ran } from "./support/run.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-law-changes-"));
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Server {
  readonly origin: string;
  /** All it has said on standard error. */
  readonly said: () => string;
  /** Asks it to read the law again, and waits until it says what came of it. */
  readLawAgain(): Promise<string>;
  ready(): Promise<Ready>;
  stop(): Promise<number | null>;
}

interface Ready {
  readonly status: string;
  readonly known: number;
  readonly rulebook: string;
  readonly warnings: readonly { readonly code: string; readonly findings: readonly { readonly at: string }[] }[];
}

interface Mooring {
  /** What the answer says is done to the mooring, and under which rulebook. */
  readonly effects: readonly string[];
  readonly rulebook: string;
}

interface Place {
  readonly law: string;
  readonly data: string;
  run(...args: readonly string[]): Promise<Ran>;
}

/** A copy of an invented law, and where its register will be. */
function newPlace(): Place {
  const at = mkdtempSync(join(folder, "place-"));
  const [law, data] = [join(at, "law"), join(at, "data")];
  cpSync(join(root, "test/bodies"), law, { recursive: true });
  return { law, data, run: (...args) => run([...args, "--data", data], { env: { PROBITY_LAW: law }, cwd: at }) };
}

function rewrite({ law }: Place, file: string, from: string, to: string): void {
  const text = readFileSync(join(law, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  writeFileSync(join(law, file), text.replace(from, to));
}

const OUTCOME = /probity: (?:the law was read again|answers come from rulebook|the law could not be read)/g;

async function up({ law, data }: Place): Promise<Server> {
  const child = spawn(join(root, "probity"), ["up", "--empty", "--port", "0", "--data", data], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, DATABASE_URL: "", PROBITY_LAW: law } });
  const spoken = hearing(child);
  const origin = (await spoken.until((text) => /on (http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1]));
  const outcomes = (text: string): number => [...text.matchAll(OUTCOME)].length;
  const server: Server = {
    origin,
    said: spoken.complaint,
    async readLawAgain() {
      const before = spoken.complaint();
      child.kill("SIGHUP");
      await spoken.until((text) => (outcomes(text) > outcomes(before) ? text : undefined));
      return spoken.complaint().slice(before.length);
    },
    ready: async () => JSON.parse(await (await fetch(`${origin}/readyz`)).text()),
    stop: () => new Promise((resolve) => {
      if (child.exitCode !== null) return resolve(child.exitCode);
      child.once("exit", resolve);
      child.kill("SIGTERM");
    }),
  };
  servers.push(server);
  return server;
}

/** What a process says, and a promise of the first thing heard in all of it. */
function hearing(child: ChildProcess): { readonly complaint: () => string; until<T>(find: (text: string) => T | undefined): Promise<T> } {
  let [all, complaint] = ["", ""];
  const waiting = new Set<() => void>();
  const heard = (): void => waiting.forEach((look) => look());
  child.stdout?.on("data", (chunk: Buffer) => { all += chunk.toString("utf8"); heard(); });
  child.stderr?.on("data", (chunk: Buffer) => { all += chunk.toString("utf8"); complaint += chunk.toString("utf8"); heard(); });
  return {
    complaint: () => complaint,
    until: (find) => new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find(all);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      child.once("exit", (status) => reject(new Error(`the server ended with ${status}:\n${all}`)));
      look();
    }),
  };
}

async function mooring({ origin }: Server, rulebook?: string): Promise<Mooring> {
  const question = { subject: { type: "organisation", id: "Blue Heron Ltd" }, action: { name: "ferry:moor" }, resource: { type: "authority", id: "north" }, context: { on: "2025-01-07", ...(rulebook === undefined ? {} : { rulebook }) } };
  const reply = await fetch(`${origin}/access/v1/evaluation`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(question) });
  return mooringOf(JSON.parse(await reply.text()).context);
}

function mooringOf(answer: { readonly effects: readonly { readonly effect: string }[]; readonly asOf: { readonly rulebook: string } }): Mooring {
  return { effects: answer.effects.map(({ effect }) => effect), rulebook: answer.asOf.rulebook };
}

async function withHeron(): Promise<Place> {
  const place = newPlace();
  const list = join(place.law, "..", "north.csv");
  writeFileSync(list, "Ferry,Since,Free,Case\nBlue Heron Ltd,2024-03-01,,7\n");
  expect(await place.run("import", list, "--template", "ferry:north-sheet", "--as-of", "2025-01-01")).toMatchObject({ status: 0 });
  return place;
}

const DENIES = "acts: moor, effects: deny, force: mandatory, basis";
const RESTRICTS = "acts: moor, effects: restrict, force: mandatory, basis";
/** Two slips in two files. */
function breakLaw(place: Place): void {
  rewrite(place, "ferry/measures.yaml", "effects: prioritise", "efects: prioritise");
  writeFileSync(join(place.law, "ferry/more.yaml"), "kind: list\nid: [\n");
}
function mendLaw(place: Place): void {
  rewrite(place, "ferry/measures.yaml", "efects: prioritise", "effects: prioritise");
  rmSync(join(place.law, "ferry/more.yaml"));
}
const SLIPS = [/ferry\/measures\.yaml:\d+:\d+: .*`efects`/, /ferry\/more\.yaml:\d+:\d+: this is not YAML/];

describe("a server whose law is mended", () => {
  it("adopts it on SIGHUP, and answers under the old rulebook when asked to", async () => {
    const place = await withHeron();
    const server = await up(place);
    const before = await server.ready();
    expect((await mooring(server)).effects).toEqual(["deny"]);
    rewrite(place, "ferry/measures.yaml", DENIES, RESTRICTS);
    expect(await server.readLawAgain()).toMatch(/^probity: the law was read again; answers come from rulebook sha256:[0-9a-f]{64}\n$/);
    const after = await server.ready();
    expect([after.rulebook === before.rulebook, after.known]).toEqual([false, before.known + 1]);
    expect(await mooring(server)).toEqual({ effects: ["restrict"], rulebook: after.rulebook });
    expect(await mooring(server, before.rulebook.slice(0, 20))).toEqual({ effects: ["deny"], rulebook: before.rulebook });
    // A comment changes the bytes and not the law: it is read, and nothing is adopted anew.
    rewrite(place, "ferry/measures.yaml", "entries:", "# The same.\nentries:");
    expect(await server.readLawAgain()).toContain("as before");
    expect(await server.ready()).toEqual(after);
    expect(await server.stop()).toBe(0);
    const checked = await place.run("check", "Blue Heron Ltd", "ferry:moor@north", "--on", "2025-01-07", "--json", "--rulebook", before.rulebook);
    expect([checked.status, mooringOf(JSON.parse(checked.stdout))]).toEqual([0, { effects: ["deny"], rulebook: before.rulebook }]);
    expect(await place.run("check", "Blue Heron Ltd", "ferry:moor@north", "--rulebook", "feedfeed")).toMatchObject({ status: 1, stderr: expect.stringContaining("feedfeed") });
  });

  it("takes any number of signals, and ends with the newest law", async () => {
    const place = newPlace();
    const server = await up(place);
    const effects = ["restrict", "scrutinise", "surcharge", "restrict"];
    await Promise.all(effects.map((effect, turn) => {
      rewrite(place, "ferry/measures.yaml", `acts: moor, effects: ${turn === 0 ? "deny" : effects[turn - 1]}`, `acts: moor, effects: ${effect}`);
      return server.readLawAgain();
    }));
    await server.readLawAgain();
    const shown = JSON.parse((await place.run("law", "show", "ferry:own-north", "--on", "2025-01-07", "--json")).stdout);
    expect([shown.entry.effects, shown.rulebook]).toEqual([["restrict"], (await server.ready()).rulebook]);
  });
});

describe("a law that does not load", () => {
  it("leaves a running server with the law it had, says every finding, and stops every command", async () => {
    const place = await withHeron();
    const server = await up(place);
    const before = await server.ready();
    breakLaw(place);
    const said = await server.readLawAgain();
    for (const slip of SLIPS) expect(said).toMatch(slip);
    const ready = await server.ready();
    expect([ready.status, ready.rulebook, ready.known]).toEqual(["ready", before.rulebook, before.known]);
    expect(ready.warnings.flatMap(({ findings }) => findings.map(({ at }) => at.split(":")[0]))).toEqual(expect.arrayContaining(["ferry/measures.yaml", "ferry/more.yaml"]));
    expect((await mooring(server)).effects).toEqual(["deny"]);
    const strict = await place.run("check", "Blue Heron Ltd", "ferry:moor@north");
    expect([strict.status, strict.stdout]).toEqual([1, ""]);
    for (const slip of SLIPS) expect(strict.stderr).toMatch(slip);
    mendLaw(place);
    expect(await server.readLawAgain()).toContain("as before");
    expect(await server.ready()).toEqual(before);
  });

  it("does not keep a server from starting with the law it adopted last", async () => {
    const place = await withHeron();
    const before = await (await up(place)).ready();
    for (const server of servers.splice(0)) await server.stop();
    breakLaw(place);
    const server = await up(place);
    for (const slip of SLIPS) expect(server.said()).toMatch(slip);
    const ready = await server.ready();
    expect([ready.rulebook, ready.known, ready.warnings.map(({ code }) => code)]).toEqual([before.rulebook, before.known, ["law-unreadable"]]);
    expect((await mooring(server)).effects).toEqual(["deny"]);
    rmSync(place.law, { recursive: true });
    expect(await server.readLawAgain()).toContain("the law cannot be read");
    expect((await server.ready()).rulebook).toBe(before.rulebook);
  });

  it("keeps a server from starting where nothing was adopted, and leaves nothing behind", async () => {
    const place = newPlace();
    breakLaw(place);
    const ran = await place.run("up", "--empty", "--port", "0");
    expect([ran.status, ran.stdout, existsSync(place.data)]).toEqual([1, "", false]);
    for (const slip of SLIPS) expect(ran.stderr).toMatch(slip);
  });
});

describe("the compiled rulebook", () => {
  it("is written beside the register and never used for another law, and a damaged one is written anew", async () => {
    const place = newPlace();
    const effects = async (): Promise<unknown> => JSON.parse((await place.run("law", "show", "ferry:own-north", "--on", "2025-01-07", "--json")).stdout).entry.effects;
    const compiled = join(place.data, "law", "rulebook.compiled");
    expect(await effects()).toEqual(["deny"]);
    const first = readFileSync(compiled);
    expect(await effects()).toEqual(["deny"]);
    expect(readFileSync(compiled).equals(first)).toBe(true);
    rewrite(place, "ferry/measures.yaml", DENIES, RESTRICTS);
    expect(await effects()).toEqual(["restrict"]);
    const second = readFileSync(compiled);
    writeFileSync(compiled, second.subarray(0, second.length - 40));
    expect(await effects()).toEqual(["restrict"]);
    expect([readFileSync(compiled).equals(second), readdirSync(join(place.data, "law"))]).toEqual([true, ["rulebook.compiled"]]);
  });
});
