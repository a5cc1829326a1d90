// A list of suppliers against an invented register: how each row is matched, held, not on file or refused, in files of every kind.
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { plainDate, present, type FileNumber } from "../domain/terms/index.ts";
import { csv, handIn, inventedCode, WORLD_BANK, worldBankCsv } from "../../test/support/invented-lists.ts";
import { openHouse, type House } from "../../test/support/run.ts";
import { smallWorkbook } from "../../test/support/small-workbook.ts";
import { checkReceipt, findOrganisations, receiptOfSuppliers, supplierRowsCarried, carriedSuppliers, supplierRowsOfFile, supplierRowsOfJson, supplierRowsOfText, SUPPLIERS_MAX, suppliersOf, type Suppliers, type SupplierRow } from "./index.ts";

const PUBLIC = { kind: "public" } as const;
const DAY = plainDate("2025-03-01");
const PERSON = "11010519491231002X";
let house: House;
let code: string;

beforeAll(async () => {
  house = await openHouse({ day: "2025-03-01" });
  code = await inventedCode("00000051");
  const rows = [["重庆衡渡科技有限公司", code, "重庆砚汀工厂"], ["长乐棹帆水产有限公司", await inventedCode("00000052"), ""], ["长乐棹岚水产有限公司", await inventedCode("00000053"), ""], ["Halden Sawmill Ltd", await inventedCode("00000054"), ""], ["Halden Sawmill Ltd", await inventedCode("00000055"), ""]];
  expect((await handIn(house, csv([["Name", "Unified code", "Former name"], ...rows]), "cn:organisation"))["records"]).toBe(rows.length);
  await handIn(house, worldBankCsv("2025-02-28", [{ name: "Tarn Quarzil Survey Ltd", from: "2024-12-10", to: "2026-12-09" }]), WORLD_BANK);
});

async function asked(rows: readonly SupplierRow[], more: { readonly act?: string; readonly chosen?: ReadonlyMap<number, FileNumber> } = {}): Promise<Suppliers> {
  const answer = await suppliersOf(house.registry, PUBLIC, { rows, on: DAY, law: DAY, known: await house.ledger.head(), ...more });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

function rowsOf(read: ReturnType<typeof supplierRowsOfText>): readonly SupplierRow[] {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const lines = (text: string): readonly SupplierRow[] => rowsOf(supplierRowsOfText(house.registry, text));
const file = (bytes: Uint8Array, name = "suppliers.xlsx"): ReturnType<typeof supplierRowsOfFile> => supplierRowsOfFile(house.registry, { name, bytes });

describe("matching suppliers", () => {
  it("takes a code, a file number, a name and a former name, each said to be that", async () => {
    const number = present((await findOrganisations(house.registry, "Tarn Quarzil Survey Ltd")).found[0], "the firm").file;
    const { rows, counts } = await asked(lines(`${code}\n重庆衡渡科技有限公司\n重慶砚汀工厂\n${number}\nTARN  quarzil survey ltd.\n衡渡新名有限公司\t${code}`));
    expect(rows.map((row) => (row.kind === "matched" ? [row.by, row.otherName] : row.kind))).toEqual([["code", false], ["name", false], ["alias", false], ["file", false], ["name", false], ["code", true]]);
    expect(counts).toMatchObject({ matched: 6, held: 0, absent: 0, refused: 0 });
    expect(rows.map(({ stands }) => stands?.state)).toEqual(["clear", "clear", "clear", "bound", "bound", "clear"]);
  });

  it("holds what could mean several, what is nearly somebody's name and what contradicts the file, and guesses none", async () => {
    const { rows } = await asked(lines(`Halden Sawmill Ltd\n长乐棹岚\n长乐棹凡水产有限公司\n重庆衡渡科技有限公司\t${await inventedCode("00000099")}`));
    expect(rows.map((row) => (row.kind === "held" ? [row.why, row.candidates.length] : row.kind))).toEqual([["several", 2], ["uncertain", 1], ["several", 2], ["contradicts", 1]]);
  });

  it("settles a held row by the choice of one of its candidates, and by nothing else", async () => {
    const held = present((await asked(lines("Halden Sawmill Ltd"))).rows[0], "the row");
    if (held.kind !== "held") throw new Error(held.kind);
    const [, second] = held.candidates;
    const chosen = present(second, "a second").organisation.file;
    expect((await asked(lines("Halden Sawmill Ltd"), { chosen: new Map([[1, chosen]]) })).rows[0]).toMatchObject({ kind: "matched", by: "chosen", organisation: { file: chosen } });
    const stranger = present((await findOrganisations(house.registry, code)).found[0], "another").file;
    expect((await asked(lines("Halden Sawmill Ltd"), { chosen: new Map([[1, stranger]]) })).rows[0]).toMatchObject({ kind: "held" });
  });

  it("shows the score of a comparison with its parts", async () => {
    const { rows } = await asked(lines("Tarn Quarzil Surveys Ltd"));
    const [row] = rows;
    const score = row?.kind === "matched" ? row : row?.kind === "held" ? row.candidates[0] : undefined;
    expect(score?.by === "near" || (score?.reasons ?? []).length > 0).toBe(true);
  });

  it("says of what is not on file just that, and of no row that it is clear for it", async () => {
    const { rows, counts } = await asked(lines(`查无此家贸易有限公司\n${await inventedCode("00000098")}`));
    expect(rows.map(({ kind, stands }) => [kind, stands])).toEqual([["absent", undefined], ["absent", undefined]]);
    expect(counts.states.clear).toBe(0);
  });

  it("answers every row alike, one after another and in the order handed in, also of many", async () => {
    const many = lines(Array.from({ length: 450 }, (_, index) => (index % 3 === 0 ? code : `查无此家第${index}号厂`)).join("\n"));
    const { rows } = await asked(many);
    expect(rows.map(({ row }) => row)).toEqual(many.map(({ row }) => row));
    expect(rows.every((row, index) => row.kind === (index % 3 === 0 ? "matched" : "absent"))).toBe(true);
  });
});

describe("reading a list of suppliers", () => {
  it("reads the columns whose headings it knows, in Chinese and English, and no other", async () => {
    for (const headings of [["序号", "供应商名称", "统一社会信用代码", "备注"], ["No.", "Vendor Name", "Credit code", "Note"]]) {
      const read = rowsOf(file(smallWorkbook([["A list of ours", "", "", ""], headings, ["1", "重庆衡渡科技有限公司", code, PERSON]])));
      expect(read).toEqual([{ row: 3, asked: { name: "重庆衡渡科技有限公司", code } }]);
    }
  });

  it("reads the first column with words where there are no headings", () => expect(rowsOf(file(csv([["1", "Halden Sawmill Ltd", "x"], ["2", code, "y"]]), "a.csv"))).toEqual([{ row: 1, asked: { name: "Halden Sawmill Ltd" } }, { row: 2, asked: { code } }]));

  it("refuses a row with the number of a person by its row alone, wherever it stands and however it is carried", () => {
    const ways = [supplierRowsOfText(house.registry, `Halden Sawmill Ltd\n张三 ${PERSON}\n张三,${PERSON}`), file(csv([["name", "code"], ["Halden Sawmill Ltd", ""], ["张三", PERSON], [`张三${PERSON}`, ""]]), "a.csv"), supplierRowsOfJson(house.registry, [{ name: "Halden Sawmill Ltd" }, { name: "张三", code: PERSON }, { code: PERSON }])];
    for (const way of ways) {
      const rows = rowsOf(way);
      expect(rows.slice(1).map((row) => ("refused" in row ? row.refused : "asked"))).toEqual(["person", "person"]);
      expect(JSON.stringify(rows)).not.toContain(PERSON);
      expect(rowsOf(supplierRowsCarried(house.registry, carriedSuppliers(rows)))).toEqual(rows);
      expect(carriedSuppliers(rows)).not.toContain("张三");
    }
  });

  it("refuses formulas, faults, overlong texts and codes that are none, each by its row", () => {
    const rows = rowsOf(file(smallWorkbook([["name", "code"], ['<c r="@"><f>HYPERLINK("http://x","y")</f><v>y</v></c>', ""], ['<c r="@" t="e"><v>#N/A</v></c>', ""], ["x".repeat(301), ""], ["", "12345"]])));
    expect(rows.map((row) => ("refused" in row ? row.refused : "asked"))).toEqual(["formula", "broken", "long", "code"]);
  });

  it("reads scripts, formulas of a CSV and signs that turn the direction as text or not at all", async () => {
    const rows = rowsOf(file(csv([["name"], ["<script>alert(1)</script>"], ["=1+1"], ["\u202eevil"]]), "a.csv"));
    expect((await asked(rows)).rows.map(({ kind }) => kind)).not.toContain("matched");
  });

  it("stops at a workbook that is too large when unpacked, damaged or locked, with what it is", () => {
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": Buffer.alloc(40_000_000, 32), "[Content_Types].xml": Buffer.from("x") });
    for (const [bytes, found] of [[bomb, "workbook-too-large"], [Buffer.from("PK\u0003\u0004 and nothing"), "workbook-damaged"], [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), "workbook-encrypted"], [Buffer.from(""), "file-empty"]] as const) {
      const read = file(bytes);
      expect(read.ok ? "read" : read.error.findings?.map((finding) => finding.code)).toEqual([found]);
    }
  });

  it("takes no more rows than it says", () => {
    const read = supplierRowsOfText(house.registry, Array.from({ length: SUPPLIERS_MAX + 1 }, (_, index) => `Firm ${index}`).join("\n"));
    expect(read.ok ? "read" : read.error.code).toBe("input-invalid");
  });

  it("says of any other JSON that it is no list", () => expect(supplierRowsOfJson(house.registry, { name: "x" }).ok).toBe(false));
});

describe("taking the answer along", () => {
  it("gives one receipt for the lot, a line a row, and proves it; no line carries the number of a person", async () => {
    const answer = await asked(lines(`${code}\nHalden Sawmill Ltd\n张三,${PERSON}\n查无此家贸易有限公司`), { act: "cn:bid-government-procurement" });
    const receipt = await receiptOfSuppliers(house.registry, PUBLIC, answer);
    if (!receipt.ok) throw new Error(receipt.error.message);
    const checked = await checkReceipt({ bytes: Buffer.from(receipt.value), digest: house.registry.digest, registry: house.registry });
    expect(checked.ok && checked.value.ok ? checked.value.value.lines.map(({ line }) => line.kind) : checked).toEqual(["answer", "error", "error", "error"]);
    expect(receipt.value).not.toContain(PERSON);
    expect((await receiptOfSuppliers(house.registry, PUBLIC, await asked(lines(code)))).ok).toBe(false);
  });

  it("is printed, written as a sheet in which no cell is a formula, and given as JSON by the command", async () => {
    house.files.set("list.csv", csv([["name", "code"], ["=cmd|x", ""], ["重庆衡渡科技有限公司", ""], ["Tarn Quarzil Survey Ltd", ""], ["x", PERSON]]));
    const ran = await house.run("suppliers", "list.csv", "--report", "out.csv", "--receipt", "out.receipt", "--act", "mdb:award-contract@ebrd");
    expect({ status: ran.status, said: ran.stderr }).toMatchObject({ status: 1 });
    expect(ran.stdout).toContain("row 5: refused");
    expect(ran.stdout + Buffer.from(house.files.get("out.csv") ?? []).toString()).not.toContain(PERSON);
    expect(Buffer.from(house.files.get("out.csv") ?? []).toString().split("\r\n").some((line) => /(^|,)[=+@]/.test(line))).toBe(false);
    expect(house.files.has("out.receipt")).toBe(true);
    expect((await house.json("suppliers", "list.csv", "--report", "out.xlsx"))["counts"]).toMatchObject({ matched: 2, refused: 2 });
    expect((await house.run("suppliers", "list.csv", "--act", "cn:no-such-act")).status).toBe(1);
  });
});
