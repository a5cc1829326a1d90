// Credit reports by the command line over memory, SQLite and PostgreSQL: made, printed, verified with the register and without, a lot with its
// certificate; and what is wrong said so that it can be mended.
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { present } from "../src/domain/terms/index.ts";
import type { Ledger } from "../src/store/index.ts";
import { handIn, WORLD_BANK, worldBankCsv } from "./support/invented-lists.ts";
import { ledgersForTests } from "./support/ledgers.ts";
import { openHouse, type House } from "./support/run.ts";

const { memory: inMemory, kept, folder } = ledgersForTests();
const [ROADS, KETTLES] = ["Quarzil Road-Works, Ltd.", "Borealis Kettle Foundry Ltd"];

async function filled(ledger: Ledger): Promise<House> {
  const house = await openHouse({ ledger, day: "2025-03-03" });
  await handIn(house, worldBankCsv("2025-01-07", [{ name: ROADS, info: "*17", from: "2024-12-10", to: "2026-12-09" }, { name: KETTLES, info: "*18", from: "2024-12-10", to: "2025-08-09" }]), WORLD_BANK);
  return house;
}

describe.each([inMemory, ...kept])("over %s", (_name, openFresh) => {
  it("a report is made, printed, verified, and told otherwise on a later day", async () => {
    const house = await filled(await openFresh());
    const made = await house.run("report", ROADS, "--purpose", "financing", "--pdf", "roads.pdf", "--file", "roads.json", "--language", "zh");
    expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/^有记录 {2}.*验证码：[0-9A-Z-]+\n$/s) });
    for (const [name, paper] of [["roads.pdf", "The paper is the one that is drawn"], ["roads.json", "the signed file by itself"]] as const) {
      const { status, stdout } = await house.run("verify-report", name, "--language", "en");
      expect([status, stdout.startsWith("VALID\n"), stdout.includes(paper), stdout.includes("The register made this report."), stdout.includes("the register says the same")]).toEqual([0, true, true, true, true]);
    }
    house.setDay("2026-12-20");
    const later = await house.run("verify-report", "roads.pdf", "--language", "en");
    expect([later.status, later.stdout.includes("Part of what it said is no longer public")]).toEqual([0, true]);
  });

  it("a changed paper or file exits 1 with what is wrong", async () => {
    const house = await filled(await openFresh());
    await house.run("report", ROADS, "--purpose", "tender", "--pdf", "roads.pdf", "--file", "roads.json");
    house.files.set("added.pdf", Buffer.concat([present(house.files.get("roads.pdf"), "the paper"), Buffer.from(" ")]));
    house.files.set("changed.json", Buffer.from(Buffer.from(present(house.files.get("roads.json"), "the file")).toString("utf8").replaceAll("Quarzil", "Quartzl")));
    const told = await Promise.all(["added.pdf", "changed.json"].map(async (name) => {
      const { status, stdout, stderr } = await house.run("verify-report", name);
      return [status, stdout, /\[([a-z-]+)\]/.exec(stderr)?.[1]];
    }));
    expect(told).toEqual([[1, "NOT VALID\n", "paper-changed"], [1, "NOT VALID\n", "content-changed"]]);
  });
});

describe("a list of suppliers", () => {
  it("gets a paper each and one certificate, and each paper holds by itself", async () => {
    const house = await filled(await inMemory[1]());
    const list = join(folder, "suppliers.txt");
    writeFileSync(list, `\uFEFF# suppliers\r\n${ROADS}\r\n\r\nNobody Ltd\r\n${KETTLES}\r\n`);
    const made = await house.run("report", "--batch", list, "--out", folder, "--purpose", "other", "--stated", "yearly review", "--json");
    const { reports } = JSON.parse(made.stdout) as { readonly reports: readonly { readonly paper?: string; readonly error?: { readonly code: string } }[] };
    expect([made.status, reports.map(({ paper, error }) => paper?.slice(0, 4) ?? error?.code)]).toEqual([1, ["0001", "organisation-not-found", "0003"]]);
    for (const name of ["certificate.pdf", "lot.json", present(reports[2]?.paper, "a paper")]) {
      house.files.set("shown", await readFile(join(folder, name)));
      const { status, stdout } = await house.run("verify-report", "shown", "--language", "en");
      expect([name, status, stdout.startsWith("VALID\n"), stdout.includes("yearly review")]).toEqual([name, 0, true, true]);
    }
  });
});

describe("what cannot be asked", () => {
  it.each<readonly [readonly string[], string]>([
    [["report", "--purpose", "tender"], "name an organisation"], [["report", ROADS], "--purpose"], [["report", ROADS, "--purpose", "curiosity"], "curiosity"], [["report", ROADS, "--purpose", "tender", "--out", "lot"], "--out belongs to --batch"], [["report", ROADS, "--purpose", "tender", "--batch", "list.txt"], "none beside it"],
    [["report", "--purpose", "tender", "--batch", "list.txt"], "say with --out"], [["report", "--purpose", "tender", "--batch", "list.txt", "--out", "lot", "--pdf", "a.pdf"], "to the folder of --out"], [["report", ROADS, "--purpose", "tender", "--origin", "javascript:alert(1)"], "no address of the web"], [["report", ROADS, "--purpose", "tender", "--from", "soon"], "soon"],
  ])("%j is wrong usage, and says how it is right", async (args, said) => {
    const { status, stderr } = await (await filled(await inMemory[1]())).run(...args);
    expect([status, stderr.includes(said)]).toEqual([2, true]);
  });

  it("without keys or a register nothing is proven", async () => {
    const house = await openHouse({ ledger: await inMemory[1](), day: "2025-03-03" });
    house.files.set("odd.pdf", Buffer.from("%PDF-1.7 odd"));
    expect(await house.run("verify-report", "odd.pdf")).toMatchObject({ status: 1, stdout: "NOT VALID\n" });
  });
});
