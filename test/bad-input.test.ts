// What goes wrong, from the sheet handed in to the disk underneath: each says where and what to do, with the status it ends with; nothing
// is lost, nothing is half written, and what was there before answers as before.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../src/domain/terms/index.ts";
import { LedgerFault, openLedger, type Ledger } from "../src/store/index.ts";
import { csv, differences, EBRD, ebrdCsv, everything, handIn } from "./support/invented-lists.ts";
import { startPostgres, type TestPostgres } from "./support/postgres.ts";
import { openHouse, run, type House } from "./support/run.ts";
import { smallWorkbook } from "./support/small-workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-bad-input-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADERS = ["Firm Name", "Address", "Nationality", "Ineligible From", "Ineligible Until", "Notice Effective At EBRD", "Originating Institution", "Prohibited Practice"];
const LANTERNS = "Pelagia Lantern Supplies LLC";
const row = (name: string, day = "2025-01-05T00:00:00Z"): readonly string[] => [name, "1 Quarz Street", "Iceland", day, "Ongoing", day, "EBRD", "Fraudulent Practice"];
const lanterns = row(LANTERNS);
const CONTRACT = "mdb:award-contract@ebrd";
const KIBIBYTE = 1024;

/** A register that has one listing, and what it answers. */
async function standing(ledger?: Ledger): Promise<{ readonly house: House; readonly before: ReadonlyMap<string, string>; readonly head: number }> {
  const house = await openHouse(ledger === undefined ? {} : { ledger });
  await handIn(house, ebrdCsv([{ name: "Umbra Dredging JSC", effective: "2025-01-03" }]), EBRD, "--as-of", "2025-01-10");
  return { house, before: await everything(house, ["Umbra Dredging JSC", LANTERNS], ["2025-01-20"]), head: await house.ledger.head() };
}

describe("a file that cannot be read at all", () => {
  it.each([
    ["a workbook that is cut off", "cut.xlsx", smallWorkbook([HEADERS, lanterns]).subarray(0, 700), "workbook-damaged", "save it as a new .xlsx"],
    ["a workbook whose parts are garbled", "garbled.xlsx", Buffer.from(smallWorkbook([HEADERS, lanterns]).map((byte, index) => (index > 40 && index < 400 ? byte ^ 0x5a : byte))), "workbook-damaged", "save it as a new .xlsx"],
    ["a part of a workbook that unpacks to thousands of times its size", "bomb.xlsx", smallWorkbook([HEADERS, lanterns], { "xl/media/picture.bin": new Uint8Array(40 * KIBIBYTE * KIBIBYTE) }), "workbook-too-large", "200-fold"],
    ["a sheet that unpacks to thousands of times its size", "wide-bomb.xlsx", smallWorkbook([HEADERS, lanterns, row("x".repeat(30 * KIBIBYTE * KIBIBYTE))]), "workbook-too-large", "200-fold"],
    ["a workbook under a password", "locked.xlsx", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]), "workbook-encrypted", "Remove the password"],
    ["an empty file", "empty.csv", Buffer.alloc(0), "file-empty", "Hand in the file with its rows"],
    ["bytes that are no text", "noise.csv", Buffer.from([0, 1, 2, 255, 254, 0, 0, 0]), "encoding-unknown", "CSV UTF-8"],
    ["a sheet with other headers", "other.csv", csv([["A", "B"], ["1", "2"]]), "header-not-found", "Begin with a row of headers"],
  ] as const)("%s is refused with its name and what to do, and nothing is stored", async (_what, name, bytes, code, remedy) => {
    const { house, before, head } = await standing();
    house.files.set(name, bytes);
    const ran = await house.run("import", name, "--template", EBRD, "--as-of", "2025-01-12");
    expect([ran.status, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toContain(`\`${name}\``);
    expect(ran.stderr).toContain("nothing was stored");
    expect(ran.stderr).toContain(`[${code}]`);
    expect(ran.stderr).toContain(remedy);
    expect(await house.ledger.head()).toBe(head);
    expect(differences(await everything(house, ["Umbra Dredging JSC", LANTERNS], ["2025-01-20"]), before)).toEqual([]);
  });

  it("an unknown template is refused with those there are, an unknown office with a word on --by, a day that is none as wrong usage", async () => {
    const { house, head } = await standing();
    house.files.set("list.csv", csv([HEADERS, lanterns]));
    expect(await house.run("import", "list.csv", "--template", "mdb:nope")).toMatchObject({ status: 1, stderr: expect.stringMatching(/`mdb:nope` is not a template[\s\S]*mdb:ebrd-listing/) });
    expect(await house.run("import", "list.csv", "--template", EBRD, "--by", "P00000018")).toMatchObject({ status: 1, stderr: expect.stringContaining("leave out --by") });
    expect(await house.run("import", "list.csv", "--template", EBRD, "--as-of", "12/01/2025")).toMatchObject({ status: 2, stderr: expect.stringContaining("YYYY-MM-DD") });
    expect(await house.ledger.head()).toBe(head);
  });

  it("a path that leads nowhere, or to a folder, is named", async () => {
    const dataDir = join(folder, "paths");
    for (const [path, code] of [[join(folder, "nowhere.csv"), "ENOENT"], [folder, "EISDIR"], [join(folder, "nowhere.csv", "list.csv"), "ENOENT"]] as const) {
      const ran = await run(["import", path, "--template", EBRD, "--data", dataDir]);
      expect([ran.status, ran.stdout]).toEqual([1, ""]);
      expect(ran.stderr).toMatch(new RegExp(`^probity: ${code}.*Check the path and try again\\.\n$`));
      expect(ran.stderr).toContain(path);
    }
    expect(await run(["check", "--batch", join(folder, "nowhere.ndjson"), "--data", dataDir])).toMatchObject({ status: 1, stderr: expect.stringContaining("nowhere.ndjson") });
  });
});

describe("a cell or a row that is wrong", () => {
  const cases = [
    ["a formula", "formula.xlsx", smallWorkbook([HEADERS, lanterns, ['<c r="@"><f>1+1</f><v>2</v></c>', ...row("").slice(1)]]), "Rows!A3", "formula-in-cell"],
    ["a day of the year 20266", "year.csv", csv([HEADERS, lanterns, row("Umbra Dredging JSC", "20266-01-05")]), "D3", "day-out-of-range"],
    ["a day of the year 20266 as a number of a workbook", "year.xlsx", smallWorkbook([HEADERS, lanterns, [...row("Umbra Dredging JSC").slice(0, 3), '<c r="@"><v>6708000</v></c>', ...row("").slice(4)]]), "Rows!D3", "day-not-read"],
    ["a row of 300 columns", "wide.csv", csv([HEADERS, lanterns, Array.from({ length: 300 }, (_, index) => `cell ${index}`)]), "3", "row-too-wide"],
    ["a row of 300 columns in a workbook", "wide.xlsx", smallWorkbook([HEADERS, lanterns, [...row("Umbra Dredging JSC"), ...Array.from({ length: 292 }, (_, index) => `cell ${index}`)]]), "Rows!3", "row-too-wide"],
    ["a cell that must not be empty", "gap.csv", csv([HEADERS, lanterns, row("")]), "A3", "cell-missing"],
    ["a bank that is none", "bank.csv", csv([HEADERS, lanterns, row("Umbra Dredging JSC").with(6, "Bank of the Moon")]), "G3", "authority-unknown"],
    ["a person's number", "person.csv", csv([HEADERS, lanterns, row("Umbra Dredging JSC").with(1, "11010519491231002X")]), "B3", "person-identifier"],
  ] as const;

  it.each(cases)("%s refuses its row and names the cell; the other rows are in", async (_what, name, bytes, at, code) => {
    const house = await openHouse();
    house.files.set(name, bytes);
    const ran = await house.run("import", name, "--template", EBRD, "--as-of", "2025-01-12", "--report", `marked-${name}`);
    expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining("2 rows = 1 records + 0 duplicates + 0 held + 1 refused")]);
    expect(ran.stderr).toContain(`  ${at}: `);
    expect(ran.stderr).toContain(`[${code}]`);
    expect(await house.json("check", LANTERNS, CONTRACT, "--on", "2025-01-20")).toMatchObject({ verdict: "bound" });
    expect(await house.json("find", "Umbra")).toMatchObject({ found: [] });
    // Nothing of the row is kept but its number and the codes of its findings.
    const refused = (await house.ledger.read({ types: ["RowRefused"] })).map((event) => event.body);
    expect(refused).toEqual([{ batch: expect.any(String), row: 3, codes: expect.arrayContaining([code]) }]);
    expect(JSON.stringify(await house.ledger.read({}))).not.toMatch(/Umbra|11010519491231002X|Moon|20266/);
    expect(ran.stdout + ran.stderr).not.toContain("11010519491231002X");
    expect(house.files.has(`marked-${name}`)).toBe(true);
  });

  it.each(cases)("%s with --strict refuses the whole file", async (_what, name, bytes, _at, code) => {
    const { house, before, head } = await standing();
    house.files.set(name, bytes);
    const ran = await house.run("import", name, "--template", EBRD, "--as-of", "2025-01-12", "--strict");
    expect([ran.status, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toContain("nothing was stored");
    expect(ran.stderr).toContain(`[${code}]`);
    expect(await house.ledger.head()).toBe(head);
    expect(differences(await everything(house, ["Umbra Dredging JSC", LANTERNS], ["2025-01-20"]), before)).toEqual([]);
  });
});

describe("a law that cannot be read (PROBITY_LAW)", () => {
  const dataDir = join(folder, "law");
  async function withLaw(files: Readonly<Record<string, string>>) {
    const law = mkdtempSync(join(folder, "law-"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(law, path, ".."), { recursive: true });
      writeFileSync(join(law, path), text);
    }
    return run(["find", "anything", "--data", dataDir], { env: { PROBITY_LAW: law } });
  }

  it("says file, line and remedy of everything that is wrong, and starts nothing", async () => {
    const ran = await withLaw({
      "ferry/body.yaml": "body: ferry\nnames: {en: Ferries, zh: 渡轮, by: us}\ntimeZone: UTC\ncurrency: USD\n",
      "ferry/acts.yaml": "entries:\n  - kind: act\n    id: sail\n    names: {en: Sailing, zh: 航行, by: us}\n    whre: region\n",
      "ferry/lists/barred.yaml": "kind: list\nid: barred\nnames: {en: Barred\n",
    });
    expect([ran.status, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toMatch(/^probity: the law files have \d+ findings; nothing was started/);
    expect(ran.stderr).toMatch(/\n {2}ferry\/acts\.yaml:5:\d+: .*`whre`/);
    expect(ran.stderr).toMatch(/\n {2}ferry\/lists\/barred\.yaml:\d+:\d+: this is not YAML/);
    expect(existsSync(join(dataDir, "register.sqlite"))).toBe(false);
  });

  it("names a folder that is not there, and one that holds no law", async () => {
    const nowhere = await run(["find", "anything", "--data", dataDir], { env: { PROBITY_LAW: join(folder, "no-law") } });
    expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringContaining("no-law")]);
    const empty = await withLaw({});
    expect([empty.status, empty.stdout]).toEqual([1, ""]);
    expect(empty.stderr).toMatch(/PROBITY_LAW|no law/);
    expect(existsSync(join(dataDir, "register.sqlite"))).toBe(false);
  });
});

describe("a database that goes away", () => {
  let postgres: TestPostgres | undefined;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  it("before a command: it says so, with what to do, and ends with 70; afterwards all is there", async () => {
    const server = present(postgres, "the server");
    const env = { DATABASE_URL: await server.freshDatabase() };
    const name = join(folder, "list.csv");
    writeFileSync(name, csv([HEADERS, lanterns]));
    expect((await run(["import", name, "--template", EBRD, "--as-of", "2025-01-12"], { env })).status).toBe(0);
    await server.pause();
    for (const args of [["check", LANTERNS, CONTRACT], ["check", LANTERNS, CONTRACT, "--json"], ["import", name, "--template", EBRD, "--as-of", "2025-02-12"]]) {
      const ran = await run(args, { env });
      expect([ran.status, ran.stdout]).toEqual([70, ""]);
      expect(ran.stderr).toBe("probity: The database of DATABASE_URL cannot be reached. Check that it runs and that DATABASE_URL names its host and port, then try again; a step under way was kept whole or not at all.\n");
    }
    await server.resume();
    const ran = await run(["check", LANTERNS, CONTRACT, "--on", "2025-01-20", "--json"], { env });
    expect([ran.status, JSON.parse(ran.stdout).verdict]).toEqual([0, "bound"]);
  });

  it("in the middle of an import: nothing of it is there, and it can be handed in again", async () => {
    const server = present(postgres, "the server");
    const ledger = await openLedger({ node: "test", randomBytes, databaseUrl: await server.freshDatabase() });
    const { before } = await standing(ledger);
    const names = ["Umbra Dredging JSC", LANTERNS];
    // The server stops between what the import reads and what it appends.
    const leaving: Partial<Ledger> = {
      append: async (batch) => {
        if (batch.events.length > 1) await server.pause();
        return ledger.append(batch);
      },
    };
    const failing = await openHouse({ ledger: withOther(ledger, leaving) });
    await expect(handIn(failing, csv([HEADERS, lanterns]), EBRD, "--as-of", "2025-01-12")).rejects.toThrow(LedgerFault);
    await server.resume();
    const house = await openHouse({ ledger });
    expect(differences(await everything(house, names, ["2025-01-20"]), before)).toEqual([]);
    expect((await house.run("rebuild", "--verify")).stdout).toContain("everything agrees");
    expect(await handIn(house, csv([HEADERS, lanterns]), EBRD, "--as-of", "2025-01-12")).toMatchObject({ records: 1, repeated: false });
    await ledger.close();
  });

  it("a folder that is a file, or that nobody may write to, is named with what to do", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    expect(await run(["find", "x", "--data", file])).toMatchObject({ status: 70, stdout: "", stderr: `probity: \`${file}\` is not a folder. Name a folder for the data, or move away the file that stands in its place.\n` });
    const damaged = join(folder, "damaged");
    mkdirSync(damaged);
    writeFileSync(join(damaged, "register.sqlite"), "this is no database, and long enough to be looked at as one".repeat(20));
    expect(await run(["find", "x", "--data", damaged])).toMatchObject({ status: 70, stdout: "", stderr: expect.stringMatching(/^probity: `.*register\.sqlite` is not a register any more: .*\. Move the file away, keep it, and restore/) });
  });
});

describe("a disk that is full", () => {
  const dataDir = join(folder, "full");
  const many = (count: number): Uint8Array => csv([HEADERS, ...Array.from({ length: count }, (_, index) => row(`Ledger Works ${index} ${"Quarz ".repeat(20)}Ltd`))]);

  it("takes no part of an import: it ends with 70 and says so; with room again, it is as before and goes on", async () => {
    const [small, large] = [join(folder, "small.csv"), join(folder, "large.csv")];
    writeFileSync(small, csv([HEADERS, lanterns]));
    writeFileSync(large, many(4000));
    expect((await run(["import", small, "--template", EBRD, "--as-of", "2025-01-12", "--data", dataDir])).status).toBe(0);
    const head = async () => JSON.parse((await run(["rebuild", "--verify", "--json", "--data", dataDir])).stdout);
    const before = await head();
    expect(before.differences).toEqual([]);

    // No file may grow beyond a few hundred blocks of 512 bytes: to the program, a disk that takes no more.
    const full = await run(["import", large, "--template", EBRD, "--as-of", "2025-01-12", "--data", dataDir], { shell: "ulimit -f 800" });
    expect([full.status, full.stdout]).toEqual([70, ""]);
    expect(full.stderr).toMatch(/^probity: The disk did not take what was to be written to `.*register\.sqlite`: it is full\. Free some space .* nothing of this step was kept\.\n$/);
    expect(await head()).toEqual(before);
    const asked = ["check", LANTERNS, CONTRACT, "--on", "2025-01-20", "--json", "--data", dataDir];
    expect(JSON.parse((await run(asked)).stdout)).toMatchObject({ verdict: "bound" });
    expect(JSON.parse((await run(["import", large, "--template", EBRD, "--as-of", "2025-01-12", "--json", "--data", dataDir])).stdout)).toMatchObject({ rows: 4000, refused: 0, repeated: false });
    expect((await head()).differences).toEqual([]);
  });

  it("keeps what was stored when only the annotated copy cannot be written, and says both", async () => {
    const name = join(folder, "copy.csv");
    writeFileSync(name, many(1500));
    const own = join(folder, "copy");
    const ran = await run(["import", name, "--template", EBRD, "--as-of", "2025-01-12", "--data", own, "--report", join(folder, "no-such-folder", "copy.csv")]);
    expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining("1500 rows = ")]);
    expect(ran.stderr).toMatch(/no-such-folder.*Check the path and try again/);
    const again = JSON.parse((await run(["import", name, "--template", EBRD, "--as-of", "2025-01-12", "--data", own, "--report", join(folder, "marked.csv"), "--json"])).stdout);
    expect(again).toMatchObject({ repeated: true });
    expect(existsSync(join(folder, "marked.csv"))).toBe(true);
  });
});

/** The same ledger, with some of its ways replaced. */
function withOther(ledger: Ledger, other: Partial<Ledger>): Ledger {
  return new Proxy(ledger, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(other, name) ?? Reflect.get(target, name, target);
      return typeof value === "function" && !(name in other) ? value.bind(target) : value;
    },
  });
}
