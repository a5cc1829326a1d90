// The templates of the two banks' published files, on invented rows of the shapes the files have. The files themselves: real-lists.test.ts.
import { describe, expect, it } from "vitest";
import { writeCsv } from "../src/outgoing/index.ts";
import { bankTemplate, loadBankLaw, readByTemplate, valuesOf, type ReadRow } from "./support/bank-law.ts";

const law = loadBankLaw();

function worldBank(rows: readonly (readonly [name: string, info: string, grounds: string, to?: string])[]): readonly ReadRow[] {
  const sheet = [
    ["Downloaded on: 07/01/2025 10:37"],
    ["Firm Name", "Additional Firm Info", "Address", "Country", "Ineligibility Period", "", "Grounds"],
    ["", "", "", "", "From Date", "To Date", ""],
    ...rows.map(([name, info, grounds, to = "2027-08-09"]) => [name, info, "1 MAIN ST.", "Freedonia", "2024-12-10", to, grounds]),
  ];
  const read = readByTemplate(law, bankTemplate(law, "mdb:world-bank-listing"), "list.csv", writeCsv(sheet));
  expect([read.asOf, read.findings, read.warnings]).toEqual(["2025-01-07", [], []]);
  return read.rows;
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("there is a first row");
  return item;
}

const EBRD_HEADER = "\ufeffFirm Name,Address,Nationality,Ineligible From, Ineligible Until,Notice Effective At EBRD,Originating Institution,Prohibited Practice\n";

function ebrd(body: string): readonly ReadRow[] {
  const read = readByTemplate(law, bankTemplate(law, "mdb:ebrd-listing"), "list.csv", new TextEncoder().encode(EBRD_HEADER + body));
  expect([read.findings, read.warnings]).toEqual([[], []]);
  return read.rows;
}

describe("grounds of the World Bank Group's list", () => {
  const practices = (grounds: string): string => valuesOf(first(worldBank([["WORKS LTD.", "", grounds]])), "field:practices").map((each) => each.slice(0, 4)).join(" ");

  it.each([
    ["Fraudulent Practice", "frau"], ["Obstructive practices", "obst"], ["Coercive Practices", "coer"],
    ["Fraudulent & Corrupt Practices", "corr frau"], ["Fraudulent Practice; Corrupt/Collusive Practices", "corr frau coll"],
    ["2003, 2005 Consult. Guidelines, Collusive and Obstructive Practices", "coll obst"],
  ])("name practices in words: %s", (grounds, read) => { expect(practices(grounds)).toBe(read); });

  it.each([
    ["Procurement Guidelines, 9.14(a)(i)", "corr"], ["Procurement Guidelines, 9.14(a)(ii)", "frau"], ["Procurement Guidelines, 9.14(a)(iii)", "coll"],
    ["Procurement Guidelines, 9.14(a)(iv)", "coer"], ["Para. 9.14(a)(v)(bb), May 2003 Procurement Guidelines", "obst"],
    ["Procurement Guidelines 9.15(a) (i) & (ii)", "corr frau"], ["Consultant Guidelines, 9.22(a)(i)&(iii)", "corr coll"], ["Procurement Guidelines, Paras. 9.16(a)(ii)(iii)", "frau coll"],
    ["Procurement Guidelines, Paras. 9.14(a)(i), (iii), and (v)(bb)", "corr coll obst"], ["Procurement Guidelines, 9.14(a)(iii) and 9.14(a)(v)", "coll obst"],
    ["2003 Procurement Regulations, sub-paragraph 9.2 a(ii) of Annex IV", "frau"], ["Annex I, 9.2 a(iii)", "coll"],
    ["2003 PG, 9.14(a)i, ii, & iii; 2005 PG, 9.14(a)i, (a)iii, & (a)(v)(bb)", "corr frau coll obst"],
  ])("name practices as items of a paragraph: %s", (grounds, read) => { expect(practices(grounds)).toBe(read); });

  it.each([
    ["Procurement Guidelines, 9.14(a)(i)-(ii)", "corr frau"], ["Procurement Guidelines, 9.16(a)(ii)-(iii)-(iv)", "frau coll coer"],
    ["Guidelines 9.14(a)(i)-(iii)", "corr frau coll"], ["Guidelines 9.14(a)(i) – (v)", "corr frau coll coer obst"], ["Guidelines 9.14(a)(ii)-(iv)", "frau coll coer"], ["Guidelines 9.14(a)(iii)-(v)", "coll coer obst"],
  ])("name practices as a range of items: %s", (grounds, read) => { expect(practices(grounds)).toBe(read); });

  it.each(["Anti-Corruption Guidelines", "Sanctions Procedures 9.04(a)", "Sanctions Procedures sec. 9.04(c)", "Consultant Guidelines, 9.25", "Terms of Negotiated Resolution Agreement", "Annex IV, Annex V and Annex I"])("name no practice, and none is filled in: %s", (grounds) => { expect(practices(grounds)).toBe(""); });

  it("that are another bank's name its decision, in every spelling", () => {
    const rows = worldBank(["Cross Debarment: ADB", "Cross-Debarment:  IDB", "Cross Debarment: AfDB", "Cross-Debarment: AFDB", "Cross Debarment: EBRD", "Fraudulent Practice"].map((grounds) => ["WORKS LTD.", "", grounds] as const));
    expect(rows.map((row) => valuesOf(row, "originator"))).toEqual([["mdb:adb"], ["mdb:idb"], ["mdb:afdb"], ["mdb:afdb"], ["mdb:ebrd"], []]);
    expect(rows.map((row) => valuesOf(row, "field:practices"))).toEqual([[], [], [], [], [], ["fraudulent"]]);
  });

  it("that hang on another's say so", () => {
    const rows = worldBank(["Controlled Affiliate of a Sanctioned Entity.", "Controlled Affiliate of Sanctioned Entity", "Controlled Affiliate of a Sanctioned Individual", "Controlling Affiliate", "Fraudulent Practice;  Controlled Affiliate of a Sanctioned Entity.", "Fraudulent Practice"].map((grounds) => ["WORKS LTD.", "", grounds] as const));
    expect(rows.map((row) => valuesOf(row, "field:affiliate").join())).toEqual(["true", "true", "true", "true", "true", ""]);
    expect(rows.map((row) => valuesOf(row, "field:practices").join())).toEqual(["", "", "", "", "fraudulent", "fraudulent"]);
    expect(valuesOf(first(rows), "field:grounds")).toEqual(["Controlled Affiliate of a Sanctioned Entity."]);
  });
});

describe("additional information of the World Bank Group's list", () => {
  const read = (info: string, name = "WORKS LTD."): unknown => {
    const row = first(worldBank([[name, info, "Fraudulent Practice"]]));
    return Object.fromEntries(["name", "formerName", "alias", "field:caseNumber", "field:registrationNumber", "field:remarks"].flatMap((to) => {
      const values = valuesOf(row, to);
      return values.length === 0 || (to === "name" && values[0] === "WORKS LTD.") ? [] : [[to.replace("field:", ""), values.join(" | ")]];
    }));
  };

  it("gives case numbers, the first of several, and one without its asterisk", () => {
    expect([read("*677"), read("* 43"), read("*589 *634"), read("*566, 576"), read("342"), read("")]).toEqual([{ caseNumber: "677" }, { caseNumber: "43" }, { caseNumber: "589", remarks: "*634" }, { caseNumber: "566", remarks: "576" }, { caseNumber: "342" }, {}]);
  });

  it("gives registration numbers in every shape", () => {
    const numbers = ["(Reg. No: 0101397)*1", "(Reg. No.: B171) *1", "*1 (Reg. No. 283-86-01)", "(Reg No. 16-00/45/(F/1))*1", "(Reg, No. 0087)*1", "(Registration Number; C-147) *1", "(TIN No. 305) *1", "(Tax ID: 91110108MA0000000X) *1", "(CNPJ: 20.182/0001-42)*1", "*1     Registration #00124", "(91650104766801418W)*1"];
    expect(numbers.map((each) => valuesOf(first(worldBank([["WORKS LTD.", each, "Fraudulent Practice"]])), "field:registrationNumber").join())).toEqual(["0101397", "B171", "283-86-01", "16-00/45/(F/1)", "0087", "C-147", "305", "91110108MA0000000X", "20.182/0001-42", "00124", "91650104766801418W"]);
  });

  it("gives former names and other names, bracketed or not", () => {
    expect(["(f.k.a Old Works Ltda.) *1", "(f.k.a [Old Works Co., Ltd.])", "f/k/a Old Works Co., Ltd. *1", "(FORMERLY KNOWN AS OLD WORKS LTD.) *1", "(formerly operating as: Old Works Limited)*1", "(Previously known as Old Works & Sons)*1"].map((each) => read(each)))
      .toMatchObject([{ formerName: "Old Works Ltda." }, { formerName: "Old Works Co., Ltd." }, { formerName: "Old Works Co., Ltd." }, { formerName: "OLD WORKS LTD." }, { formerName: "Old Works Limited" }, { formerName: "Old Works & Sons" }]);
    expect(["(aka Works & Cable Co., Ltd.)(Reg. No. 9)*1", "*1 AKA WORKSY", "(Now known as Newer Works) (Reg. No.: 3) *1", ", d/b/a Groupe Travaux*1", "*1   Currently doing business as Works Group LLC", "AKA WORKS AND LOGISTICS (PVT) LTD", "(also doing business as WORK SONS and WORKMAN) *1"].map((each) => read(each)))
      .toMatchObject([{ alias: "Works & Cable Co., Ltd.", registrationNumber: "9" }, { alias: "WORKSY" }, { alias: "Newer Works" }, { alias: "Groupe Travaux" }, { alias: "Works Group LLC" }, { alias: "WORKS AND LOGISTICS (PVT) LTD" }, { alias: "WORKMAN | WORK SONS" }]);
    expect([read("*1", "WORKS LTD, FORMERLY KNOWN AS OLD LTD"), read("*1", "WORKS LTDA (CURRENTLY D/B/A PARTS)"), read("*1", "WORKS CO. (ALSO KNOWN AS OTHER WORKS CO.")]).toEqual([{ name: "WORKS LTD", formerName: "OLD LTD", caseNumber: "1" }, { name: "WORKS LTDA", alias: "PARTS", caseNumber: "1" }, { name: "WORKS CO.", alias: "OTHER WORKS CO.", caseNumber: "1" }]);
  });

  it("gives names in local script, and keeps what limits the debarment as a remark", () => {
    expect([read("(甲省建设工程(集团)有限公司)*6"), read("(甲建设股份有限公司, 甲建)*6"), read("乙国际软件（北京）有限公司"), read("សាខាក្រុមហុន"), read("Trabajos Anónimos Sociedad Limited Sirketi")]).toEqual([
      { alias: "甲省建设工程(集团)有限公司", caseNumber: "6" }, { alias: "甲建设股份有限公司 | 甲建", caseNumber: "6" }, { alias: "乙国际软件（北京）有限公司" }, { alias: "សាខាក្រុមហុន" }, { alias: "Trabajos Anónimos Sociedad Limited Sirketi" },
    ]);
    expect([read("(BUT ONLY FOR ITS BUSINESS IN THE WATER SECTOR)"), read("(and all that it controls, except Works E&M Co. and Works Pvt. Ltd.)*6")]).toEqual([{ remarks: "(BUT ONLY FOR ITS BUSINESS IN THE WATER SECTOR)" }, { caseNumber: "6", remarks: "(and all that it controls, except Works E&M Co. and Works Pvt. Ltd.)" }]);
  });

  it("gives days: the day after the last barred one, or no end stated", () => {
    const rows = worldBank([["A LTD.", "", "Fraudulent Practice"], ["B LTD.", "", "Fraudulent Practice", "2999-12-31"]]);
    expect(rows.map((row) => [valuesOf(row, "from"), valuesOf(row, "until")])).toEqual([[["2024-12-10"], ["2027-08-10"]], [["2024-12-10"], ["notStated"]]]);
  });
});

describe("the EBRD's list", () => {
  const row = (cells: { readonly name?: string; readonly from?: string; readonly until?: string; readonly by?: string; readonly practice?: string }): string =>
    `"${cells.name ?? "Works"}","1 Main St.","Freedonia",${cells.from ?? ""},${cells.until ?? "Ongoing"},"2024-07-01T12:00:59Z","${cells.by ?? "EBRD"}","${cells.practice ?? "Fraudulent Practice"}"\n`;

  it("gives days: UTC instants, the day after the last barred one, and words for an End", () => {
    const rows = ebrd(row({ from: '"2024-07-01T12:00:59Z"', until: '"2025-05-31T12:00:59Z"' }) + ["Ongoing", "", "Permanent", "Indefinite"].map((until) => row({ until })).join(""));
    expect(rows.map((each) => [valuesOf(each, "decidedOn"), valuesOf(each, "until"), valuesOf(each, "effectiveFrom")])).toEqual([
      [["2024-07-01"], ["2025-06-01"], ["2024-07-01"]], [[], ["notStated"], ["2024-07-01"]], [[], ["notStated"], ["2024-07-01"]], [[], ["permanent"], ["2024-07-01"]], [[], ["permanent"], ["2024-07-01"]],
    ]);
  });

  it("names the bank that decided, in every spelling", () => {
    const spellings = ["EBRD", "European Bank for Reconstruction and Development", "World Bank Group", "Asian Development Bank", "African Development Bank", "African Development Bank Group", "Inter-American Development Bank Group"];
    expect(ebrd(spellings.map((by) => row({ by })).join("")).map((each) => valuesOf(each, "originator").join())).toEqual(["mdb:ebrd", "mdb:ebrd", "mdb:wbg", "mdb:adb", "mdb:afdb", "mdb:afdb", "mdb:idb"]);
    expect(ebrd(row({ by: "Bank of Elsewhere" })).map((each) => each.findings.map((finding) => [finding.code, finding.at]))).toEqual([[["authority-unknown", "G2"]]]);
  });

  it("names practices, former names and other names", () => {
    expect(ebrd(["Fraudulent practice and corrupt practices", "Collusive, Fraudulent, and Obstructive Practices", "Coercive Practice"].map((practice) => row({ practice })).join("")).map((each) => valuesOf(each, "field:practices").join())).toEqual(["corrupt,fraudulent", "fraudulent,collusive,obstructive", "coercive"]);
    const names = ["Works Ltd (Previously known as Old Works Services Limited)", "Works\nFormerly known as Old Works", "Works S.A. also known as Works Group S.A.", "Works B.V. (also known as W International b.v.; also d.b.a. W Medical)", "lworks Ltda - ME (CNPJ: 20.182/0001-42)", "Works (Beijing) Co., Ltd."];
    expect(ebrd(names.map((name) => row({ name })).join("")).map((each) => ["name", "formerName", "alias", "field:registrationNumber"].map((to) => valuesOf(each, to).join(" | ")).join(" / "))).toEqual([
      "Works Ltd / Old Works Services Limited /  / ", "Works / Old Works /  / ", "Works S.A. /  / Works Group S.A. / ", "Works B.V. /  / W International b.v. | W Medical / ", "lworks Ltda - ME /  /  / 20.182/0001-42", "Works (Beijing) Co., Ltd. /  /  / ",
    ]);
  });
});
