// Finding organisations, in memory and in both databases: what the kept names say after every step is what reading all names through says.
import { describe, expect, it } from "vitest";
import { levelName } from "../domain/identity/index.ts";
import { present } from "../domain/terms/index.ts";
import { csv, handIn, inventedCode, WORLD_BANK, worldBankCsv } from "../../test/support/invented-lists.ts";
import { ledgersForTests } from "../../test/support/ledgers.ts";
import { openHouse, type House } from "../../test/support/run.ts";
import { appendEvents } from "./append.ts";
import { findOrganisations, type FindAnswer } from "./find-organisations.ts";
import { KeptFaces } from "./kept-faces.ts";
import { keepNames, type KeptNames } from "./kept-names.ts";

const { memory, kept } = ledgersForTests();

const ROWS: readonly (readonly [string, string, string])[] = [
  ["重庆衡渡科技有限公司", "00000021", "重慶砚汀工厂"], ["重庆衡渡", "00000022", ""], ["长乐棹帆水产行", "00000023", "Zhaofan Seafood Ltd"], ["Halden Timber Ltd", "00000024", "Hálden Sawmill"],
];
const QUESTIONS = [
  "重庆衡渡", "重庆", "衡渡", "渡", "重慶衡渡科技", "砚汀", "chongqinghengdu", "zhongqing", "hengdu", "cqhd", "zqh", "changyue", "seafood", "halden", "ht", "htl", "sawmill",
  "重庆横渡科技", "重庆衡科技有", "haldne", "chongqinhhengdu", "hengdukejii", "nobody at all", "公司",
];

const without = ({ by: _by, ...rest }: FindAnswer): Omit<FindAnswer, "by"> => rest;

/** What a server keeps in memory from its start on. */
interface Kept {
  readonly kept: KeptNames;
  readonly faces: KeptFaces;
}

/** What is found, asked of the kept names and faces, of names kept anew, and of all names read through. */
async function foundEachWay({ registry }: House, { kept, faces }: Kept, limit: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const anew = await keepNames(registry, () => {});
  const found = new Map<string, readonly string[]>();
  for (const question of QUESTIONS) {
    const answer = await findOrganisations(registry, question, limit);
    const indexed = await findOrganisations({ ...registry, names: kept }, question, limit);
    expect([answer.by, indexed.by]).toEqual(["scan", "index"]);
    expect([question, without(indexed)]).toEqual([question, without(answer)]);
    expect([question, without(await findOrganisations({ ...registry, names: anew }, question, limit))]).toEqual([question, without(answer)]);
    expect([question, without(await findOrganisations({ ...registry, names: kept, faces }, question, limit))]).toEqual([question, without(answer)]);
    found.set(question, answer.found.map(({ name, by }) => `${name} ${by}`));
    if (limit > ROWS.length) await expectWritten(registry, question, answer);
  }
  return found;
}

/** Who has a name that holds the question is found, as the ledger's own names have it. */
async function expectWritten(registry: House["registry"], question: string, answer: FindAnswer): Promise<void> {
  const rows = await registry.ledger.findNames({ text: levelName(question), how: "inside", in: ["levelled"], limit: 100 });
  for (const row of rows) if (answer.found.every(({ file, names }) => file !== row.file && !names.includes(row.text))) expect((await findOrganisations(registry, row.file)).found[0]?.names ?? []).not.toContain(row.text);
}

async function sheet(rows: typeof ROWS): Promise<Uint8Array> {
  return csv([["Name", "Unified code", "Former name"], ...(await Promise.all(rows.map(async ([name, subject, former]) => [name, await inventedCode(subject), former])))]);
}

describe.each([memory, ...kept])("finding on %s", (_name, place) => {
  async function housed(): Promise<Kept & { readonly house: House }> {
    const ledger = await place();
    const house = await openHouse({ ledger });
    return { house, kept: await keepNames(house.registry, () => {}), faces: new KeptFaces(house.registry, await ledger.head()) };
  }

  it("says the same from memory and from the ledger, after each thing that is handed in, judged or taken back", async () => {
    const { house, ...inMemory } = await housed();
    const first = await handIn(house, await sheet(ROWS.slice(0, 3)), "cn:organisation");
    const found = await foundEachWay(house, inMemory, 10);
    expect(found.get("重庆衡渡")).toEqual(["重庆衡渡 name", "重庆衡渡科技有限公司 part"]);
    expect(found.get("zhongqing")).toEqual(["重庆衡渡 pinyin", "重庆衡渡科技有限公司 pinyin"]);
    expect(found.get("重庆横渡科技")).toEqual(["重庆衡渡科技有限公司 similar"]);
    expect(found.get("cqhd")).toEqual(["重庆衡渡 initials", "重庆衡渡科技有限公司 initials"]);
    await handIn(house, await sheet(ROWS.slice(1)), "cn:organisation");
    await handIn(house, worldBankCsv("2025-01-07", [{ name: "Halden Timber Ltd", from: "2024-12-10", to: "2026-12-09" }, { name: "Quarzil Timber Ltd", from: "2024-12-10", to: "2026-12-09" }]), WORLD_BANK);
    await foundEachWay(house, inMemory, 10);
    const [a, b] = (await findOrganisations(house.registry, "重庆衡渡")).found;
    await house.run("join", present(a, "one").file, present(b, "another").file);
    expect((await foundEachWay(house, inMemory, 10)).get("重庆衡渡")).toHaveLength(1);
    await inMemory.faces.readAhead();
    await foundEachWay(house, inMemory, 1);
    await house.run("separate", present(a, "one").file, present(b, "another").file);
    expect((await foundEachWay(house, inMemory, 10)).get("重庆衡渡")).toHaveLength(2);
    await house.run("withdraw", String(first["batch"]));
    await foundEachWay(house, inMemory, 10);
  });

  it("forgets the face of an organisation when something is said of a file that is joined to it", async () => {
    const { house, faces } = await housed();
    await handIn(house, await sheet(ROWS.slice(0, 2)), "cn:organisation");
    const [a, b] = (await findOrganisations(house.registry, "重庆衡渡")).found.map(({ file }) => file).toSorted();
    await house.run("join", present(a, "one"), present(b, "another"));
    const names = async (): Promise<readonly string[] | undefined> => (await faces.of([present(a, "one")], await house.ledger.head())).get(present(a, "one"))?.names.map(({ text }) => text);
    const before = present(await names(), "a face");
    await appendEvents(house.registry, { batch: null, drafts: [{ type: "OrganisationDescribed", body: { file: present(b, "another"), names: [{ text: "石汀望潮", kind: "alias" }] } }] });
    expect(await names()).toEqual(expect.arrayContaining([...before, "石汀望潮"]));
  });

  it("says when there are more, and looks a code up", async () => {
    const { house, kept } = await housed();
    await handIn(house, await sheet(ROWS), "cn:organisation");
    const indexed = { ...house.registry, names: kept };
    for (const registry of [house.registry, indexed]) {
      expect(await findOrganisations(registry, "重庆衡渡", 1)).toMatchObject({ found: [{ name: "重庆衡渡", matched: "重庆衡渡" }], more: true });
      expect(await findOrganisations(registry, "重庆衡渡", 2)).toMatchObject({ found: [{}, {}], more: false });
      expect(await findOrganisations(registry, "砚汀", 5)).toMatchObject({ found: [{ name: "重庆衡渡科技有限公司", matched: "重慶砚汀工厂", by: "part" }], more: false });
      expect(await findOrganisations(registry, await inventedCode("00000023"))).toMatchObject({ found: [{ name: "长乐棹帆水产行", by: "code" }], by: registry === indexed ? "index" : "keys" });
      expect(await findOrganisations(registry, await inventedCode("00000029"))).toMatchObject({ found: [], by: "keys" });
    }
  });
});
