import { describe, expect, it } from "vitest";
import { isAbbreviationOf } from "./abbreviation.ts";
import { compareForms } from "./legal-forms.ts";
import { partsOfName } from "./name-parts.ts";

describe("name parts", () => {
  it.each([
    ["Quarz Co., Ltd.", "quarz", ["ltd"]], ["QUARZ COMPANY LIMITED", "quarz", ["ltd"]], ["Quarz (PVT) LIMITED", "quarz", ["pvt-ltd"]], ["Quarz PrivateLimited", "quarz", ["pvt-ltd"]], ["Quarz S.A. de C.V.", "quarz", ["sa-cv"]],
    ["Quarz SA DE CV", "quarz", ["sa-cv"]], ["QUARZ S.R.L.", "quarz", ["srl"]], ["Quarz Sociedad de Responsabilidad Limitada", "quarz", ["srl"]], ["QUARZ SH.P.K.", "quarz", ["shpk"]], ["Quarz GES.M.B.H.", "quarz", ["gmbh"]],
    ["OOO Quarz", "quarz", ["llc"]], ["ООО Кварц", "kvarts", ["llc"]], ["TOO Quarz", "quarz", ["llp"]], ["PT. Quarz Jaya", "quarzjaya", ["pt"]], ["Quarz d.o.o.", "quarz", ["doo"]], ["Quarz A.Ş.", "quarz", ["as"]],
    ["Quarz LTD. ŞTI", "quarz", ["ltd-sti"]], ["Closed Joint Stock Co \"Quarz\"", "quarz", ["cjsc"]], ["Quarz TechnologyCo., Ltd.", "quarztechnology", ["ltd"]], ["Quarz Sdn. Bhd", "quarz", ["sdn-bhd"]], ["Quarz N.V.", "quarz", ["nv"]],
    ["Quarz EIRELI", "quarz", ["eireli"]], ["青木农业有限责任公司", "青木农业", ["cn-ltd"]], ["青木农业股份有限公司", "青木农业", ["cn-jsc"]], ["青木農業有限責任公司", "青木农业", ["cn-ltd"]], ["青木投资（有限合伙）", "青木投资", ["cn-partnership"]], ["M/S Quarz & Co.", "quarz", ["company"]], ["Quarz", "quarz", []],
  ])("R12 %s is %s with %j", (name, key, forms) => {
    const parts = partsOfName(name);
    expect([parts.key, parts.forms]).toEqual([key, forms]);
  });

  it("R12 forms are compared, not spelled: equal, kin, stated by one only, different", () => {
    const form = (name: string): readonly string[] => partsOfName(name).forms;
    expect(compareForms(form("A Pvt. Ltd."), form("A Private Limited"))).toBe("same");
    expect(compareForms(form("A OOD"), form("A OOD Limited Liability Company"))).toBe("same");
    expect(compareForms(form("A CJSC"), form("A Joint Stock Company"))).toBe("kin");
    expect(compareForms(form("A"), form("A Inc."))).toBe("oneSilent");
    expect(compareForms(form("A LLC"), form("A JSC"))).toBe("different");
  });

  it.each([
    ["Quarz Corporation Limited Tashkent Branch", true], ["Quarz S.A. - Sucursal Chile", true], ["Quarz Ltd, Uganda", true], ["Branch of Quarz Limited", true], ["Quarz Nigeria Limited", false], ["Quarz (Beijing) Co., Ltd.", false],
    ["青木建设有限公司甘州分公司", true], ["青木建设（甘州）有限公司", false], ["青木建设有限公司（甘州分公司）", true], ["青木建设有限公司甘州营业部", true], ["Quarz Ltd (Subsidiary)", false],
  ])("R12 %s is a branch: %s", (name, branch) => {
    expect(partsOfName(name).branch).toBe(branch);
  });

  it.each([
    ["Quarz No. 6 Branch", ["6"]], ["Quarz Sixth Construction Co.", ["6"]], ["青木建设有限公司第六分公司", ["6"]], ["青木建设有限公司甘州六分公司", ["6"]], ["中部第十二工程局", ["12"]], ["甘州第一百二十一小学", ["121"]], ["甘州第一〇一小学", ["101"]], ["青木贰号投资", ["2"]], ["Quarz III Ltd", ["3"]], ["Quarz 2 Enerji A.S.", ["2"]], ["Quarz", []],
  ])("R13 the numbers of %s are %j", (name, numbers) => {
    expect(partsOfName(name).numbers).toEqual(numbers);
  });

  it("R13 a number written in either way gives one key", () => {
    expect(partsOfName("青木建设有限公司第六分公司").key).toBe(partsOfName("青木建设有限公司六分公司").key);
    expect(partsOfName("青木食品有限公司第二分厂").key).toBe(partsOfName("青木食品有限公司二分厂").key);
    expect(partsOfName("青木银行甘州支行").key).not.toBe(partsOfName("青木银行甘州分行").key);
    expect(partsOfName("Quarz No. 6 Branch").key).toBe(partsOfName("Quarz No 6 Branch").key);
  });

  it("R15 an abbreviation begins words of the name in their order", () => {
    const words = ["constructora", "arteal"];
    expect(isAbbreviationOf("conarte", words)).toBe(true);
    expect(isAbbreviationOf("ca", words)).toBe(true);
    expect(isAbbreviationOf("arteco", words)).toBe(false);
    expect(isAbbreviationOf("kundera", words)).toBe(false);
  });
});
