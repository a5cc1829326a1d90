// Decisions by spreadsheet, on real files: the worklist's sheet, filled in as an office would, decides cases; what is wrong is said by its cell.
import { beforeEach, describe, expect, it } from "vitest";
import { readSheet } from "../src/intake/index.ts";
import { present, type Sheet } from "../src/domain/terms/index.ts";
import { writeCsv } from "../src/outgoing/index.ts";
import { consented, openCaseHouse, served, type CaseHouse } from "./support/case-house.ts";
import { textsInWorkbook, fillWorkbook } from "./support/filled-workbook.ts";

let own: CaseHouse;
let matters: readonly string[] = [];
const DAY = "2026-03-12";

beforeEach(async () => {
  own = await openCaseHouse(3);
  const begun = [];
  for (const file of own.files) begun.push(await served(own, file));
  matters = begun;
  own.house.setDay(DAY);
  for (const matter of matters) await consented(own, matter);
});

type Filled = Readonly<Record<string, string>>;
const good = (): Filled => ({ Outcome: "列入 listed", Reasons: "证据充分", "Legal review on": DAY, remedies: "六十日内申请行政复议" });

/** The sheet the worklist writes, as cells. */
async function sheetOf(name: string): Promise<Sheet> {
  const ran = await own.house.run("worklist", own.office, "--out", name);
  if (ran.status !== 0) throw new Error(ran.stderr);
  const sheet = readSheet({ name, bytes: present(own.house.files.get(name), name) });
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
  return sheet.value;
}

function textsOf(sheet: Sheet): readonly (readonly string[])[] {
  return sheet.rows.map(({ cells }) => cells.map(({ value }) => (value.kind === "text" ? value.text : value.kind === "day" ? value.day : "")));
}

/** The CSV of the worklist with cells filled in, by case and a part of the header. */
async function filledCsv(fill: Readonly<Record<string, Filled>>): Promise<void> {
  const [header = [], ...rows] = textsOf(await sheetOf("worklist.csv"));
  const put = (row: readonly string[]): readonly string[] => {
    const own = fill[row[0] ?? ""] ?? {};
    return header.map((title, index) => Object.entries(own).find(([part]) => title.includes(part))?.[1] ?? row[index] ?? "");
  };
  own.house.files.set("filled.csv", writeCsv([header, ...rows.map(put)], { encoding: "utf-8" }));
}

const decide = (name: string, ...more: readonly string[]) => own.house.run("decide", name, "--by", own.office, "--officers", "handler-1,handler-2", ...more);
const decided = async (): Promise<number> => (await own.house.ledger.read({ types: ["ListingDecided"] })).length;

describe("a case without the consent of the office above", () => {
  it("is in no sheet, and a row about it is refused with whom it waits for; where consent was refused, only what needs it is", async () => {
    own = await openCaseHouse(2);
    const [awaiting = "", refused = ""] = [await served(own, own.files[0] ?? ""), await served(own, own.files[1] ?? "")];
    own.house.setDay(DAY);
    expect((await own.house.run("worklist", own.office, "--out", "none.csv")).stdout).toContain("none.csv: 0 cases wait for a decision");
    const refusal = await own.house.run("case", "step", refused, "GiveConsent", "--refuse", "--reasons", "情节轻微", "--by", own.superior, "--officers", "head");
    expect(refusal.stderr).toBe("");
    const [header = [], row = []] = textsOf(await sheetOf("one.csv"));
    const filled = (matter: string): readonly string[] => header.map((title, index) => (title.includes("Case") ? matter : Object.entries(good()).find(([part]) => title.includes(part))?.[1] ?? row[index] ?? ""));
    own.house.files.set("filled.csv", writeCsv([header, filled(awaiting), filled(refused)], { encoding: "utf-8" }));
    const ran = await decide("filled.csv");
    expect(ran.stderr).toMatch(new RegExp(`the consent of \`${own.superior}\` is awaited.*\\[decision-refused\\]`));
    expect(ran.stderr).toMatch(/cannot come to this in this case: the office above refused its consent on 2026-03-12 \(情节轻微\)\. It comes to one of `不予列入 no action`\. \[outcome-not-here\]/);
    expect(await decided()).toBe(0);
  });
});

describe("the worklist's sheet", () => {
  it("has a row for every case that waits for a decision, headers in both languages, and a drop-down of what it may come to", async () => {
    const sheet = await sheetOf("worklist.xlsx");
    const [header = [], ...rows] = textsOf(sheet);
    expect([header[0], header[6], header.at(-1)]).toEqual(["案号 Case", "决定 Outcome", "载明：remedies States: remedies"]);
    expect(rows.map(([matter]) => matter).toSorted()).toEqual([...matters].toSorted());
    const choices = textsInWorkbook(present(own.house.files.get("worklist.xlsx"), "the sheet"), "xl/worksheets/sheet3.xml");
    expect(choices.filter((text) => text !== "")).toEqual(["列入 listed", "不予列入 no action"]);
  });

  it("leaves out a case that does not wait for a decision yet", async () => {
    own.house.setDay("2026-03-03");
    expect((await own.house.run("worklist", own.office, "--out", "none.csv")).stdout).toContain("none.csv: 0 cases wait for a decision");
    expect((await own.house.run("worklist", own.office, "--out", "sheet.ods")).status).toBe(2);
  });
});

describe("a filled sheet", () => {
  it("decides each row with its own reasons in one append, and the same sheet again decides nothing", async () => {
    const [first = "", second = ""] = matters;
    await filledCsv({ [first]: good(), [second]: { ...good(), Outcome: "no action", Reasons: "情节轻微" } });
    const ran = await decide("filled.csv", "--json");
    expect([ran.status, JSON.parse(ran.stdout)]).toMatchObject([0, { rows: 3, decided: 2, repeated: 0, left: 1, refused: 0, findings: [] }]);
    const events = await own.house.ledger.read({ types: ["ListingDecided"] });
    expect(events.map((event) => (event.type === "ListingDecided" ? [event.matter, event.body?.outcome, event.body?.reasons] : event)).toSorted()).toEqual([[first, "listed", "证据充分"], [second, "noAction", "情节轻微"]].toSorted());
    expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    expect((await decide("filled.csv")).stdout).toBe("3 rows = 0 decided + 2 decided so before + 1 left open + 0 refused\n");
    expect(await decided()).toBe(2);
  });

  it("comes back with every wrong cell marked, and the rest is decided; with --strict nothing is", async () => {
    const [first = "", second = "", third = ""] = matters;
    await filledCsv({ [first]: good(), [second]: { ...good(), Outcome: "granted" }, [third]: { ...good(), Reasons: "", "Legal review on": "soon" } });
    const strict = await decide("filled.csv", "--strict");
    expect([strict.status, strict.stdout, await decided()]).toEqual([1, "", 0]);
    const ran = await decide("filled.csv", "--report", "marked.csv");
    const rowOf = (matter: string): number => textsOf(present(sheetIn("filled.csv"), "the sheet")).findIndex(([id]) => id === matter) + 1;
    expect(ran.stdout).toContain("3 rows = 1 decided + 0 decided so before + 0 left open + 2 refused");
    expect(ran.stderr).toContain(`G${rowOf(second)}: Written decision to list cannot come to this in this case. It comes to one of \`列入 listed\`, \`不予列入 no action\`. [outcome-not-here]`);
    expect([...ran.stderr.matchAll(/^ {2}([A-Z]\d+): .*\[([a-z-]+)\]$/gm)].map(([, at, code]) => [at, code])).toEqual(expect.arrayContaining([[`K${rowOf(third)}`, "day-not-read"], [`H${rowOf(third)}`, "reasons-missing"]]));
    expect(ran.status).toBe(1);
    expect(Buffer.from(own.house.files.get("marked.csv") ?? []).toString("utf8")).toContain(`H${rowOf(third)}: the decision has no reasons`);
    expect(await decided()).toBe(1);
  });

  it("says what stands against a decision in law: unknown case, other office, twice, review missing, and takes a mended sheet", async () => {
    const [first = "", second = "", third = ""] = matters;
    await filledCsv({ [first]: { ...good(), Case: "m-none" }, [second]: { ...good(), Case: third, "Legal review on": "" }, [third]: { ...good(), "Legal review on": "" } });
    const ran = await decide("filled.csv");
    expect([...ran.stderr.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code).toSorted()).toEqual(["case-not-here", "decision-refused", "row-twice"]);
    expect(ran.stderr).toContain("needs a legal review");
    const stranger = await own.house.run("decide", "filled.csv", "--by", own.stranger, "--officers", "head");
    expect([...stranger.stderr.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code)).toContain("case-not-here");
    await filledCsv({ [third]: good() });
    expect((await decide("filled.csv")).stdout).toContain("1 decided");
    expect((await decide("filled.csv", "--by", "P00000000")).status).toBe(1);
    own.house.files.set("other.csv", Buffer.from("a,b\n1,2\n"));
    expect((await decide("other.csv")).stderr).toContain("[header-not-found]");
  });

  it("is taken as a workbook too, and marked in it", async () => {
    await sheetOf("worklist.xlsx");
    const bytes = present(own.house.files.get("worklist.xlsx"), "the workbook");
    own.house.files.set("filled.xlsx", fillWorkbook(bytes, { G2: "列入 listed", H2: "证据充分", K2: DAY, M2: "六十日内申请行政复议", G3: "no action" }));
    const ran = await decide("filled.xlsx", "--report", "marked.xlsx");
    expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining("3 rows = 1 decided + 0 decided so before + 1 left open + 1 refused")]);
    expect(ran.stderr).toContain("!H3: the decision has no reasons");
    expect(textsInWorkbook(present(own.house.files.get("marked.xlsx"), "the copy"), "xl/worksheets/sheet1.xml").join(" ")).toContain("H3: the decision has no reasons");
  });

  it("decides objections too, taken up first and then granted", async () => {
    const [first = ""] = matters;
    await filledCsv({ [first]: good() });
    await decide("filled.csv");
    const file = own.files[0] ?? "";
    const [listing] = (await own.house.json("standing", file))["listings"] ?? [];
    const objection = String((await own.house.json("case", "open", "objection", "--organisation", file, "--about", `listing:${String(listing?.["listing"])}`, "--statement", "处罚已被撤销"))["matter"]);
    for (const [outcome, events] of [["accepted", 1], ["granted", 2]] as const) {
      await filledCsv({ [objection]: { Outcome: outcome, Reasons: `理由：${outcome}`, remedies: "可以申诉" } });
      expect((await decide("filled.csv")).stdout).toContain("1 decided");
      expect((await own.house.ledger.read({ types: ["StepTaken"] })).length).toBe(events);
    }
    expect((await own.house.json("standing", file))["listings"]?.[0]?.["state"]).toBe("annulled");
  });
});

function sheetIn(name: string): Sheet | undefined {
  const sheet = readSheet({ name, bytes: own.house.files.get(name) ?? new Uint8Array() });
  return sheet.ok ? sheet.value : undefined;
}
