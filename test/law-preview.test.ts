// `law preview`: what it says would change is what does change, once the mended law is adopted; and nothing is written.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compareAnswers } from "../src/domain/restrictions/index.ts";
import { adoptRulebook, checkOrganisation, openLaw, type Answer, type ChangedAnswer, type OpenedLaw, type Previewed } from "../src/service/index.ts";
import { digest } from "./support/law.ts";
import { openHouse, root, type House } from "./support/run.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-preview-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ON = "2025-01-07";
const FERRIES = ["Blue Heron Ltd", "Grey Gull Ltd", "Night Owl Ltd", "Reed Bunting Ltd"];

function opened(at: string): OpenedLaw {
  const law = openLaw(at, undefined, digest);
  if (!law.ok) throw new Error(JSON.stringify(law.error));
  return law.value;
}

/** A copy of the invented law with words replaced. */
function mended(changes: Readonly<Record<string, readonly (readonly [string, string])[]>>): string {
  const at = mkdtempSync(join(folder, "law-"));
  cpSync(join(root, "test/bodies"), at, { recursive: true });
  for (const [file, words] of Object.entries(changes)) {
    const path = join(at, "ferry", file);
    const text = readFileSync(path, "utf8");
    for (const [from] of words) if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
    writeFileSync(path, words.reduce((said, [from, to]) => said.replaceAll(from, to), text));
  }
  return at;
}

async function harbour(): Promise<House> {
  const law = opened(join(root, "test/bodies"));
  const house = await openHouse({ rulebook: law.rulebook, day: ON });
  await adoptRulebook(house.registry, law.files);
  house.files.set("north.csv", Buffer.from("Ferry,Since,Free,Case\nBlue Heron Ltd,2024-03-01,2026-03-01,7\nGrey Gull Ltd,2024-04-01,,8\nReed Bunting Ltd,2020-01-01,2021-01-01,9\n"));
  house.files.set("eyed.csv", Buffer.from("Ferry,Since\nBlue Heron Ltd,2024-05-01\nNight Owl Ltd,2024-06-01\n"));
  for (const [file, template] of [["north.csv", "ferry:north-sheet"], ["eyed.csv", "ferry:eyed-sheet"]] as const) expect(await house.run("import", file, "--template", template, "--as-of", "2025-01-01")).toMatchObject({ status: 0 });
  return house;
}

const ACTS = ["ferry:moor@north", "ferry:moor@south", "ferry:carry-mail", "ferry:lease-berth", "ferry:sail"];

/** What changes, found by asking every question before and after: slow, and sure. */
async function changedByAsking(house: House, law: string): Promise<readonly string[]> {
  const after = { ...house.registry, rulebook: opened(law).rulebook };
  const changed: string[] = [];
  for (const organisation of FERRIES) {
    for (const act of ACTS) {
      const [was, is] = await Promise.all([house.registry, after].map(async (registry): Promise<Answer | null> => {
        const answer = await checkOrganisation(registry, { kind: "keeper" }, { organisation, act, on: ON, explain: false });
        return answer.ok ? answer.value : null;
      }));
      if (compareAnswers(was ?? null, is ?? null) !== undefined) changed.push(`${organisation} ${act}`);
    }
  }
  return changed.sort();
}

interface Preview {
  readonly changes: readonly ChangedAnswer[];
  readonly sums: Previewed;
}

const MENDINGS: Readonly<Record<string, Parameters<typeof mended>[0]>> = {
  "another effect": { "measures.yaml": [["acts: moor, effects: deny, force: mandatory, basis", "acts: moor, effects: restrict, force: mandatory, basis"]] },
  "another condition": { "measures.yaml": [['"wake" in listing.reasons', 'listing.caseNumber != "8"']] },
  "a measure that ends": { "measures.yaml": [["names: Checks of those looked at, from: 2015-01-01,", "names: Checks of those looked at, from: 2015-01-01, until: 2025-01-01,"]] },
  "an act of another name": { "basics.yaml": [["id: carry-mail", "id: sail"]], "measures.yaml": [["acts: carry-mail", "acts: sail"]] },
  "a list that must be fresher": { "lists.yaml": [["freshForDays: 400", "freshForDays: 3"]] },
  "only words": { "measures.yaml": [["North keeps to its list", "North keeps to what it listed"]], "basics.yaml": [["names: Mooring", "names: Making fast"]] },
};

describe("law preview", () => {
  it.each(Object.entries(MENDINGS))("of %s finds what asking every question finds", async (what, changes) => {
    const [house, law] = [await harbour(), mended(changes)];
    const { changes: changed, sums }: Preview = JSON.parse((await house.run("law", "preview", law, "--on", ON, "--json")).stdout);
    const found = changed.map(({ organisation, act }) => `${organisation.name} ${act}`).sort();
    expect(found).toEqual(await changedByAsking(house, law));
    expect(found.length === 0).toBe(what === "only words");
    expect([sums.changed, sums.organisationsChanged]).toEqual([found.length, new Set(changed.map(({ organisation }) => organisation.file)).size]);
  });

  it("writes nothing", async () => {
    const [house, law] = [await harbour(), mended(MENDINGS["another effect"] ?? {})];
    const [head, kept] = [await house.ledger.head(), await house.ledger.rulebooksLike("sha256:", 9)];
    await house.run("law", "preview", law);
    expect([await house.ledger.head(), await house.ledger.rulebooksLike("sha256:", 9)]).toEqual([head, kept]);
  });

  it("prints before and after with measures and words, and the sums", async () => {
    const [house, law] = [await harbour(), mended(MENDINGS["another effect"] ?? {})];
    const ran = await house.run("law", "preview", law, "--on", ON, "--limit", "1");
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/^Blue Heron Ltd \(P\w+\) {2}ferry:moor@north\n {2}before {2}On 7 January 2025 Blue Heron Ltd is barred .*\[ferry:own-north\]\n {2}after {3}On 7 January 2025 Blue Heron Ltd is restricted .*\[ferry:own-north\]\n {4}alters ferry:own-north \(ferry:north-barred\)\n2 of \d+ answers would change, for 2 of 4 organisations\n/);
    expect(ran.stdout).toContain("verdicts:\n  2  bound → bound\nlists:\n  2  ferry:north-barred\nmemoranda and measures:\n  2  ferry:own-north\n");
    expect(ran.stdout).toContain(`in use: ${house.registry.rulebook.hash}\nmended: sha256:`);
  });

  it("says what is wrong with the mended law, or with the day", async () => {
    const [house, law] = [await harbour(), mended({ "measures.yaml": [["effects: prioritise", "efects: prioritise"]] })];
    const ran = await house.run("law", "preview", law);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([1, "", expect.stringMatching(/ferry\/measures\.yaml:\d+:\d+: .*`efects`/)]);
    expect(await house.run("law", "preview", join(folder, "nowhere"))).toMatchObject({ status: 1, stderr: expect.stringContaining("nowhere") });
    expect(await house.run("law", "preview", mended({}), "--on", "soon")).toMatchObject({ status: 2, stderr: expect.stringContaining("soon") });
  });
});
