// Rulebooks kept from before, over a memory ledger and an invented law that is mended while the registry runs.
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Rulebook } from "../domain/rules/index.ts";
import { parseDigest, type Digest } from "../domain/terms/index.ts";
import { createMemoryLedger, programFormat, readLawFiles, type LawFile, type Ledger } from "../store/index.ts";
import { digest } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { adoptRulebook, checkOrganisation, checkReceipt, importFile, lastAdopted, readLaw, receiptOf, type AskedAgain, type CheckRequest, type Registry, type Result } from "./index.ts";

const folder = fileURLToPath(new URL("../../test/bodies", import.meta.url));
const KEEPER = { kind: "keeper" } as const;
const PUBLIC = { kind: "public" } as const;
const moor: CheckRequest = { organisation: "Blue Heron Ltd", act: "ferry:moor@north", on: "2025-01-07" };
const mail: CheckRequest = { organisation: "Blue Heron Ltd", act: "ferry:carry-mail", on: "2025-01-07" };

interface Law {
  readonly rulebook: Rulebook;
  readonly files: () => readonly LawFile[];
}

/** The invented law, with words of its files replaced. */
async function lawWith(changes: Readonly<Record<string, string>> = {}): Promise<Law> {
  const files = (await readLawFiles(folder)).map(({ path, text }) => ({ path, text: Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), text) }));
  const law = readLaw(files, digest);
  if (!law.ok) throw new Error(JSON.stringify(law.error));
  return { rulebook: law.value, files: () => files };
}

const RESTRICTS = { "acts: moor, effects: deny, force: mandatory, basis": "acts: moor, effects: restrict, force: mandatory, basis" };

async function runUnder(...laws: readonly Law[]): Promise<{ readonly registry: Registry; readonly ledger: Ledger }> {
  const ledger = createMemoryLedger({ node: "test", randomBytes });
  const [first, ...later] = laws;
  if (first === undefined) throw new Error("assertion failed: a registry has a law");
  let registry = registryOver(ledger, first.rulebook);
  await adoptRulebook(registry, first.files);
  for (const [template, csv] of [["ferry:north-sheet", "Ferry,Since,Free,Case\nBlue Heron Ltd,2024-03-01,2026-03-01,7\n"], ["ferry:eyed-sheet", "Ferry,Since\nBlue Heron Ltd,2024-05-01\n"]] as const) {
    const imported = await importFile(registry, { name: "list.csv", bytes: Buffer.from(csv), template, asOf: "2025-01-01" });
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  }
  for (const law of later) {
    registry = { ...registry, rulebook: law.rulebook };
    await adoptRulebook(registry, law.files);
  }
  return { registry, ledger };
}

async function answered(registry: Registry, request: CheckRequest, asker: typeof KEEPER | typeof PUBLIC = KEEPER) {
  const answer = await checkOrganisation(registry, asker, request);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** What a registry says of the one line of a receipt when it is asked again. */
async function againIn(registry: Registry, receipt: Result<string, unknown>): Promise<AskedAgain | undefined> {
  const checked = receipt.ok ? await checkReceipt({ bytes: Buffer.from(receipt.value), registry, digest }) : receipt;
  if (!checked.ok || !checked.value.ok) throw new Error(JSON.stringify(checked));
  return checked.value.value.lines[0]?.again;
}

describe("a rulebook the registry was run by before", () => {
  it("answers as it did then, and is named in the answer", async () => {
    const [old, mended] = [await lawWith(), await lawWith(RESTRICTS)];
    const { registry } = await runUnder(old, mended);
    const then = await answered({ ...registry, rulebook: old.rulebook }, moor);
    const hash = old.rulebook.hash;
    for (const rulebook of [hash, hash.slice(0, 20), hash.slice(7, 13), hash.toUpperCase()]) {
      const now = await answered(registry, { ...moor, rulebook });
      expect([now, now.asOf.rulebook]).toEqual([then, hash]);
    }
    expect(then.effects.map(({ effect }) => effect)).toEqual(["deny"]);
    const now = await answered(registry, moor);
    expect([now.effects.map(({ effect }) => effect), now.asOf.rulebook]).toEqual([["restrict"], mended.rulebook.hash]);
    expect(await answered(registry, { ...moor, rulebook: mended.rulebook.hash })).toEqual(now);
  });

  it("is refused where none begins so, or several do", async () => {
    const law = await lawWith();
    const { registry, ledger } = await runUnder(law);
    const { hash } = law.rulebook;
    const near = parseDigest(`${hash.slice(0, -1)}${hash.endsWith("0") ? "1" : "0"}`);
    if (!near.ok) throw new Error(near.error);
    await ledger.keepRulebook({ hash: near.value, format: "none", compiled: "", files: [] });
    for (const [rulebook, says] of [["feed00feed", "no rulebook whose hash begins"], ["abc", "no hash of a rulebook"], ["sha256:xyz0", "no hash of a rulebook"], [hash.slice(0, 30), "several rulebooks"], [near.value, "was kept by another version"]] as const) {
      const answer = await checkOrganisation(registry, KEEPER, { ...moor, rulebook });
      expect([rulebook, answer.ok ? "answered" : answer.error.message]).toEqual([rulebook, expect.stringContaining(says)]);
    }
  });

  it("is asked again for a receipt given under it, and beside it the one in use", async () => {
    const [old, mended] = [await lawWith(), await lawWith(RESTRICTS)];
    const { registry } = await runUnder(old);
    const receipt = await receiptOf(registry, KEEPER, moor, await answered(registry, moor));
    const later = { ...registry, rulebook: mended.rulebook };
    await adoptRulebook(later, mended.files);
    expect(await againIn(later, receipt)).toMatchObject({ kind: "asked", asKnownThen: { kind: "same" }, asKnownNow: { kind: "same" }, underRulebookInUse: { kind: "another", parts: ["effects"], verdict: "bound" } });
    expect(await againIn(registry, receipt)).not.toHaveProperty("underRulebookInUse");
  });

  it("does not let a receipt of the public be used to learn what is kept back since", async () => {
    const [open, closed] = [await lawWith({ "    published: false\n": "" }), await lawWith()];
    const { registry } = await runUnder(open);
    const receipt = await receiptOf(registry, PUBLIC, mail, await answered(registry, mail, PUBLIC));
    expect(await againIn(registry, receipt)).toMatchObject({ asKnownThen: { kind: "same" } });
    const later = { ...registry, rulebook: closed.rulebook };
    await adoptRulebook(later, closed.files);
    expect(await againIn(later, receipt)).toMatchObject({ asKnownThen: { kind: "another", verdict: "clear" }, asKnownNow: { kind: "another", verdict: "clear" } });
  });

  it("shows the public nothing that the rulebook in use keeps back", async () => {
    const [open, closed] = [await lawWith({ "    published: false\n": "" }), await lawWith()];
    const { registry } = await runUnder(open, closed);
    const request = { ...mail, rulebook: open.rulebook.hash };
    expect((await answered({ ...registry, rulebook: open.rulebook }, mail, PUBLIC)).effects.map(({ measure }) => measure)).toEqual(["ferry:eyed-checks"]);
    expect((await answered(registry, request, PUBLIC)).effects).toEqual([]);
    expect((await answered(registry, request, KEEPER)).effects.map(({ measure }) => measure)).toEqual(["ferry:eyed-checks"]);
  });

  it("shows the public nothing of a list that the rulebook in use no longer has", async () => {
    const [old, without] = [await lawWith({ "    published: false\n": "" }), await lawWith({ "id: eyed\n": "id: eyed-once\n", "{list: eyed}, authority": "{list: eyed-once}, authority", "of: {list: eyed}": "of: {list: eyed-once}" })];
    const { registry } = await runUnder(old, without);
    expect((await answered(registry, { ...mail, rulebook: old.rulebook.hash }, PUBLIC)).effects).toEqual([]);
  });

  it("is read again from its files where another version of the program compiled it", async () => {
    const [old, mended] = [await lawWith(), await lawWith(RESTRICTS)];
    const { registry, ledger } = await runUnder(old, mended);
    const then = await answered({ ...registry, rulebook: old.rulebook }, moor);
    await ledger.keepRulebook({ hash: old.rulebook.hash, format: "another", compiled: "{}", files: [] });
    expect(await answered(registry, { ...moor, rulebook: old.rulebook.hash })).toEqual(then);
    expect((await ledger.keptRulebook(old.rulebook.hash))?.format).toBe(programFormat());
  });

  it("is kept before it is adopted, once for each change, and the last one adopted can be gone back to", async () => {
    const [one, other] = [await lawWith(), await lawWith(RESTRICTS)];
    const { registry, ledger } = await runUnder(one, other, other, one);
    const events = await ledger.read({ keys: ["rulebook"] });
    const hashes: readonly (Digest | undefined)[] = events.map((event) => (event.type === "RulebookAdopted" ? event.body?.hash : undefined));
    expect(hashes).toEqual([one.rulebook.hash, other.rulebook.hash, one.rulebook.hash]);
    expect(await ledger.rulebooksLike("sha256:", 5)).toHaveLength(2);
    expect((await lastAdopted(registry))?.hash).toBe(one.rulebook.hash);
    expect(await lastAdopted({ ledger: createMemoryLedger({ node: "test", randomBytes }) })).toBeUndefined();
  });
});
