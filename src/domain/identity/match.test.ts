import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFileNumber, parseLawId, type LawId } from "../terms/index.ts";
import type { NamePart } from "../events/index.ts";
import { blockingKeys } from "./blocking-keys.ts";
import type { Candidate } from "./candidate.ts";
import { compareAddresses } from "./compare-addresses.ts";
import { compareCountries } from "./countries.ts";
import { editDistance } from "./edit-distance.ts";
import { matchOrganisation, type Judgement } from "./match.ts";

interface Sketch {
  readonly main: string;
  readonly former?: string;
  readonly alias?: string;
  readonly country?: string;
  readonly address?: string;
  readonly code?: string;
}

const HERE = "12 Quarz Street, Kieselviertel, Block 7, Steinburg";
const THERE = "98 Harbour Lane, Portside, Floor 3, Marivale";

function scheme(): LawId {
  const id = parseLawId("model:code");
  if (!id.ok) throw new Error(id.error);
  return id.value;
}

function organisation(sequence: number, { main, former, alias, country = "Kenya", address, code }: Sketch): Candidate {
  const names: NamePart[] = [{ text: main, kind: "main" }];
  if (former !== undefined) names.push({ text: former, kind: "former" });
  if (alias !== undefined) names.push({ text: alias, kind: "alias" });
  return { file: makeFileNumber(sequence), names, codes: code === undefined ? [] : [{ scheme: scheme(), value: code }], country, ...(address === undefined ? {} : { address }) };
}

function judge(row: Sketch, ...against: readonly Sketch[]): Judgement {
  return matchOrganisation(organisation(1, row), against.map((sketch, index) => organisation(index + 2, sketch))).judgement;
}

describe("matching", () => {
  it("R21 the same code joins; a branch under it, or nothing else alike, is held", () => {
    expect(judge({ main: "Quarz Ltd", code: "A1" }, { main: "Kiesel Holding", code: "A1" })).toBe("join");
    expect(judge({ main: "Quarz Ltd", code: "A1", country: "Peru" }, { main: "Kiesel Holding", code: "A1" })).toBe("hold");
    expect(judge({ main: "Quarz Ltd", code: "A1" }, { main: "Quarz Ltd Branch", code: "A1" })).toBe("hold");
  });

  it("R22 equal names of one country join, however they are written", () => {
    expect(judge({ main: "QUARZ ENGINEERING CO., LTD." }, { main: "Quarz Engineering Company Limited" })).toBe("join");
    expect(judge({ main: "Quarz Engineering Ltd", address: THERE }, { main: "Quarz Engineering Ltd", address: HERE })).toBe("join");
    expect(judge({ main: "青木农业有限责任公司", country: "China" }, { main: "青木農業有限公司", country: "中国" })).toBe("join");
    expect(judge({ main: "Quarz Engineering Ltd" }, { main: "Kiesel Engineering Ltd" })).toBe("new");
    expect(judge({ main: "Quarz Trading Ltd", address: HERE }, { main: "Quarz Mining Ltd", address: HERE })).toBe("new");
  });

  it("R22 equal Chinese names of two regions are held, unless the name begins with the place of one", () => {
    const [north, south] = ["甘州市北街12号", "衡川市南湾路7号"];
    expect(judge({ main: "青木建设有限公司", address: north }, { main: "青木建设有限公司", address: south })).toBe("hold");
    expect(judge({ main: "甘州青木建设有限公司", address: north }, { main: "甘州青木建设有限公司", address: south })).toBe("join");
    expect(judge({ main: "青木建设有限公司", address: north }, { main: "青木建设有限公司" })).toBe("join");
  });

  it("R23 branches and numbers are never joined with others, not even at one address", () => {
    expect(judge({ main: "Quarz Ltd", address: HERE }, { main: "Quarz Ltd Branch", address: HERE })).toBe("new");
    expect(judge({ main: "Quarz Ltd", address: HERE }, { main: "Quarz Ltd, Uganda", address: HERE })).toBe("new");
    expect(judge({ main: "Quarz 2 Enerji Ltd", address: HERE }, { main: "Quarz 3 Enerji Ltd", address: HERE })).toBe("new");
    expect(judge({ main: "Quarz Construction No. 1 Branch", address: HERE }, { main: "Quarz Construction No. 12 Branch", address: HERE })).toBe("new");
    expect(judge({ main: "青木建设有限公司第一分公司", country: "China" }, { main: "青木建设有限公司第二分公司", country: "China" })).toBe("new");
    expect(judge({ main: "青木银行甘州支行" }, { main: "青木银行甘州分行" })).toBe("new");
    expect(judge({ main: "甘州市第一百零一中学" }, { main: "甘州市第一百零二中学" })).toBe("new");
  });

  it("R24 different codes or names in local writing contradict", () => {
    expect(judge({ main: "Quarz Ltd", code: "A1" }, { main: "Quarz Ltd", code: "B2" })).toBe("new");
    expect(judge({ main: "Quarz Ltd", code: "A1", address: HERE }, { main: "Quarz Ltd", code: "B2", address: HERE })).toBe("hold");
    const one = { main: "Quarz Group Qingyuan Branch", alias: "石英集团清远分公司", country: "China" };
    expect(judge({ ...one, address: HERE }, { ...one, alias: "石英集团庆元分公司", address: THERE })).toBe("new");
    expect(judge({ ...one }, { ...one, alias: "石英集团庆元分公司" })).toBe("hold");
  });

  it("R24 R26 a Chinese name is no witness for itself", () => {
    expect(judge({ main: "甘州青木航运" }, { main: "甘州青木航运有限公司" })).toBe("hold");
    expect(judge({ main: "甘州青木航运", address: "甘州市北街12号" }, { main: "甘州青木航运有限公司", address: "甘州市北街12号" })).toBe("join");
  });

  it("R25 a different country: only the address joins", () => {
    expect(judge({ main: "Quarz Consulting Limited", country: "Peru", address: HERE }, { main: "Quarz Consulting Limited", address: HERE })).toBe("join");
    expect(judge({ main: "Quarz Consulting Limited", country: "Peru" }, { main: "Quarz Consulting Limited" })).toBe("hold");
    expect(judge({ main: "Quarz Consulting Limited", country: "Peru", address: THERE }, { main: "Quarz Consulting Limited", address: HERE })).toBe("new");
    expect(judge({ main: "Quarz Consulting LLC", country: "Peru" }, { main: "Quarz Consulting Pte Ltd" })).toBe("new");
    expect(judge({ main: "Quarz Group Ltd Ethiopia Branch", country: "Ethiopia" }, { main: "Quarz Group Ltd Ethiopia Branch", country: "China", address: HERE })).toBe("join");
  });

  it("R25 countries are read as they are written", () => {
    expect(compareCountries("Türkiye", "Turkey")).toBe("same");
    expect(compareCountries("Sri Lanca", "Sri Lanka")).toBe("same");
    expect(compareCountries("Korea, Republic of", "Republic of Korea")).toBe("same");
    expect(compareCountries("Peoples Republic of China", "Hong Kong SAR, China")).toBe("near");
    expect(compareCountries("Congo", "Congo, Republic of")).toBe("near");
    expect(compareCountries("Niger", "Nigeria")).toBe("different");
    expect(compareCountries(undefined, "Peru")).toBe("unknown");
  });

  it("R26 different legal forms are held, unless the address agrees", () => {
    expect(judge({ main: "Quarz Engineering LLC" }, { main: "Quarz Engineering JSC" })).toBe("hold");
    expect(judge({ main: "Quarz Engineering LLC", address: HERE }, { main: "Quarz Engineering JSC", address: HERE.toUpperCase() })).toBe("join");
    expect(judge({ main: "Quarz Engineering" }, { main: "Quarz Engineering JSC" })).toBe("hold");
  });

  it("R26 addresses are compared by the words that tell places apart", () => {
    expect(compareAddresses(HERE, `${HERE}, Kenya; ${THERE}`)).toBe("same");
    expect(compareAddresses(HERE, THERE)).toBe("different");
    expect(compareAddresses("Steinburg", HERE)).toBe("unknown");
    expect(compareAddresses("甘州市北街12号", "甘州市北街112号")).not.toBe("same");
    expect(compareAddresses("甘州市北街12号", "甘州市北街12号3楼")).toBe("same");
    expect(compareAddresses("No. 119/57 Village 11, Quarz District", "No. 4/8 Village 92, Quarz District")).not.toBe("same");
  });

  it("R27 translated names and trade names need a witness", () => {
    const name = { main: "Golden Bridge Construction Co., Ltd.", country: "China" };
    expect(judge(name, name)).toBe("hold");
    expect(judge({ ...name, address: HERE }, { ...name, address: HERE })).toBe("join");
    expect(judge({ ...name, alias: "金桥石英建设有限公司" }, { ...name, alias: "金桥石英建设有限公司" })).toBe("join");
    expect(judge({ main: "Asia Construction" }, { main: "Asia Construction" })).toBe("hold");
    expect(judge({ main: "Constructora Quarzingal" }, { main: "Constructora Quarzingal" })).toBe("join");
  });

  it("R28 a former name or alias equal to a main name joins; two aliases do not", () => {
    expect(judge({ main: "Kiesel Invest LLC", former: "Quarz Tamir LLC" }, { main: "QUARZ TAMIR LLC" })).toBe("join");
    expect(judge({ main: "Kiesel Invest LLC (formerly known as Quarz Tamir LLC)" }, { main: "QUARZ TAMIR LLC" })).toBe("join");
    expect(judge({ main: "Kiesel Invest LLC", former: "Quarz Tamir LLC", address: HERE }, { main: "QUARZ TAMIR LLC", address: THERE })).toBe("hold");
    expect(judge({ main: "Kiesel Invest LLC", alias: "MUQ Group" }, { main: "Quarz Bureau LLC", alias: "MUQ Group" })).toBe("new");
    expect(judge({ main: "Kiesel-1 Ltd as a successor or assign to Quarz Ltd", address: HERE }, { main: "Quarz Ltd", address: HERE })).toBe("new");
  });

  it("R27 a Latin name beside a Chinese one is a translation, whatever the country", () => {
    const latin = "Ganzhou Quarz Shipping Co., Ltd.";
    expect(judge({ main: latin }, { main: "甘州青木航运有限公司", alias: latin })).toBe("hold");
    expect(judge({ main: latin, address: HERE }, { main: "甘州青木航运有限公司", alias: latin, address: HERE })).toBe("join");
  });

  it("R28 a Chinese former name joins like a main name; an alias without its legal form is only short for it", () => {
    const place = "甘州市北街12号";
    expect(judge({ main: "甘州云杉建设有限公司", former: "甘州青木建设有限公司" }, { main: "甘州青木建设有限公司" })).toBe("join");
    expect(judge({ main: "青木建设", address: place }, { main: "甘州青木建设有限公司", alias: "青木建设", address: place })).toBe("join");
    expect(judge({ main: "青木建设" }, { main: "甘州青木建设有限公司", alias: "青木建设" })).toBe("hold");
    expect(judge({ main: "青木建设有限公司", address: place }, { main: "甘州青木建设集团有限公司", alias: "青木建设", address: place })).toBe("hold");
    expect(judge({ main: "甘州青木建设有限公司", alias: "青木集团", address: place }, { main: "甘州青木水泥有限公司", alias: "青木集团", address: place })).toBe("hold");
    expect(judge({ main: "甘州青木建设有限公司", alias: "青木集团" }, { main: "甘州青木水泥有限公司", alias: "青木集团" })).toBe("new");
  });

  it("R28 a bracket that may tell two organisations apart is held, an abbreviation is not", () => {
    expect(judge({ main: "Quarz Construction Co. (Gul Prime)", address: HERE }, { main: "Quarz Construction Co.", address: HERE })).toBe("hold");
    expect(judge({ main: "Quarz Action Centre Ltd (QAC)" }, { main: "Quarz Action Centre Ltd" })).toBe("join");
  });

  it("R29 a name cut short joins the full one at its address", () => {
    const full = "QUARZ CONSTRUCTION GROUP CORPORATION LIMITED STEINBURG HIGHWAY AND MAINTENANCE BRANCH";
    const cut = full.slice(0, 80);
    expect(judge({ main: cut, address: HERE }, { main: full, address: HERE })).toBe("join");
    expect(judge({ main: cut, address: HERE }, { main: full, address: THERE })).toBe("new");
    expect(judge({ main: "Quarz Construction Group Ltd", address: HERE }, { main: "Quarz Construction Group Ltd Steinburg Branch", address: HERE })).toBe("new");
  });

  it("R30 a slip of the pen joins in a long word at the same address", () => {
    expect(judge({ main: "Transquarzimex Ltd", address: HERE }, { main: "Tranquarzimex Ltd", address: HERE })).toBe("join");
    expect(judge({ main: "Transquarzimex Ltd", address: THERE }, { main: "Tranquarzimex Ltd", address: HERE })).toBe("new");
    expect(judge({ main: "Quarz Yuhe Construction Ltd", address: HERE }, { main: "Quarz Yuhu Construction Ltd", address: HERE })).toBe("hold");
    expect(judge({ main: "Hunan Quarzwerk Ltd", country: "China", address: HERE }, { main: "Henan Quarzwerk Ltd", country: "China", address: HERE })).toBe("hold");
  });

  it("R30 a Chinese name of eight characters, one character off, is held at the same address and never joined", () => {
    const place = "甘州市北街12号";
    expect(judge({ main: "甘州青木农业开发有限公司", address: place }, { main: "甘州青木农业开法有限公司", address: place })).toBe("hold");
    expect(judge({ main: "甘州青木农业开发有限公司" }, { main: "甘州青木农业开法有限公司" })).toBe("new");
    expect(judge({ main: "甘州青木建设有限公司", address: place }, { main: "甘州青木建筑有限公司", address: place })).toBe("new");
    expect(judge({ main: "甘州青木农业第一合作社", address: place }, { main: "甘州青木农业第二合作社", address: place })).toBe("new");
  });

  it("R44 the word for the kind of its place may be left out of a Chinese name", () => {
    const [place, other] = ["甘州市北街12号", "衡川市南湾路7号"];
    const [full, plain] = [{ main: "甘州市青木建设有限公司" }, { main: "甘州青木建设有限公司" }];
    expect(judge({ ...full, address: place }, { ...plain, address: place })).toBe("join");
    expect(judge(full, plain)).toBe("hold");
    expect(judge({ ...full, address: place }, { ...plain, address: other })).toBe("new");
    expect(judge({ ...full, address: place }, { main: "甘州省青木建设有限公司", address: place })).toBe("new");
    expect(judge({ ...full, address: place }, { main: "甘州青木建设股份有限公司", address: place })).toBe("new");
  });

  it("R33 Chinese names share a block without the word for their place, and where they begin alike", () => {
    expect(blockingKeys("甘州市青木建设有限公司")).toContain(blockingKeys("甘州青木建设有限公司")[0]);
    expect(blockingKeys("甘州青木建设有限公司分公司")).toContain("k:甘州青木建设");
    expect(blockingKeys("甘州青木农业开发有限公司")).toContain("s:甘州青木");
    expect(blockingKeys("甘州青木建设有限公司")).toEqual(["k:甘州青木建设"]);
  });

  it("R30 edit distance is symmetric, bounded, and counts an exchange as one", () => {
    expect(editDistance("entreprise", "enterprise", 3)).toBe(1);
    expect(editDistance("abc", "xyz", 1)).toBe(2);
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
      expect(editDistance(a, b, 9) === 0).toBe(a === b);
      expect(editDistance(a, `${a}${b}`, 9)).toBe(Math.min(b.length, 10));
    }));
  });

  it("R31 of several bearers of one name the proved one is joined; where none is, the row is held", () => {
    const name = { main: "Quarz Group Qingyuan Branch", country: "China" };
    const [south, east] = [{ ...name, address: HERE, alias: "石英集团清远分公司" }, { ...name, address: THERE, alias: "石英集团庆元分公司" }];
    const match = matchOrganisation(organisation(1, { ...name, address: THERE }), [organisation(2, south), organisation(3, east)]);
    expect([match.judgement, match.candidates[0]?.file]).toEqual(["join", makeFileNumber(3)]);
    expect(judge({ main: "Quarz Ltd" }, { main: "Quarz Ltd", code: "A1", address: HERE }, { main: "Quarz Ltd", code: "B2", address: THERE })).toBe("hold");
  });

  it("R32 scores are whole thousandths with reasons, and both sides agree", () => {
    const sketch = fc.record({
      main: fc.constantFrom("Quarz Ltd", "Quarz LLC", "Quarz 2 Ltd", "Quarz Ltd Branch", "Kiesel Ltd (formerly Quarz Ltd)", "Quarz", "石英有限公司"),
      country: fc.constantFrom("Kenya", "China", "Hong Kong", "Peru"), address: fc.constantFrom(HERE, THERE, "Steinburg"), code: fc.constantFrom("A1", "B2"),
    });
    fc.assert(fc.property(sketch, sketch, (a, b) => {
      const [left, right] = [matchOrganisation(organisation(1, a), [organisation(2, b)]), matchOrganisation(organisation(2, b), [organisation(1, a)])];
      expect(left.judgement).toBe(right.judgement);
      for (const { score, reasons } of left.candidates) {
        expect(Number.isInteger(score) && score >= 0 && score <= 1000).toBe(true);
        expect(reasons.length).toBeGreaterThan(0);
        expect(reasons.every((reason) => Number.isInteger(reason.score) && reason.because !== "")).toBe(true);
      }
    }));
    expect(matchOrganisation(organisation(1, { main: "Quarz Ltd" }), [])).toEqual({ judgement: "new", candidates: [] });
  });
});
