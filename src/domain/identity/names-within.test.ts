import { describe, expect, it } from "vitest";
import { namesWithin } from "./names-within.ts";

describe("names within a name", () => {
  it.each([
    ["Quarz Ltd (formerly known as Kiesel Ltd)", "Quarz Ltd", ["former:Kiesel Ltd"]], ["Quarz Ltd f/k/a Kiesel Co., Ltd.", "Quarz Ltd", ["former:Kiesel Co., Ltd."]], ["Quarz Ltd, formerly Kiesel Ltd", "Quarz Ltd", ["former:Kiesel Ltd"]],
    ["Quarz LLC aka Quarzita Company", "Quarz LLC", ["alias:Quarzita Company"]], ["Quarz B.V. (also known as Q.Z. b.v.; also d.b.a. Quarz Medical)", "Quarz B.V.", ["alias:Q.Z. b.v.", "alias:Quarz Medical"]],
    ["Quarz LLC may also be doing business as Kiesel LLC", "Quarz LLC", ["alias:Kiesel LLC"]], ["Quarz Inc. (now known as Kiesel Inc.) *123", "Quarz Inc.", ["alias:Kiesel Inc."]], ["Quarz Ltd. (青木石英有限公司)", "Quarz Ltd.", ["local:青木石英有限公司"]],
    ["Quarz LLC/Kvarts MMC", "Quarz LLC/Kvarts MMC", ["alias:Quarz LLC", "alias:Kvarts MMC"]], ["QCC – Quarz Construction Company", "Quarz Construction Company", ["short:QCC"]], ["Quarz Ltd as a successor or assign to Kiesel Ltd", "Quarz Ltd", ["predecessor:Kiesel Ltd"]],
    ["Quarz Water business operations in the water sector", "Quarz Water", []], ["甘州青木药业有限公司（已更名）", "甘州青木药业有限公司", []], ["Quarz LLP (ALSO KNOWN AS KIESEL LLP", "Quarz LLP", ["alias:KIESEL LLP"]],
  ])("R14 %s", (name, main, beside) => {
    const within = namesWithin(name);
    expect(within.main).toBe(main);
    expect(within.beside.map(({ text, kind }) => `${kind}:${text}`)).toEqual(beside);
  });

  it("R14 registration numbers are told apart", () => {
    expect(namesWithin("Quarz Ltd (Reg. No. 1998/017/07)*65")).toEqual({ main: "Quarz Ltd", beside: [], registrations: ["1998/017/07"] });
    expect(namesWithin("Quarz Ltda - ME (CNPJ: 20.182.043/0001-42)").registrations).toEqual(["20.182.043/0001-42"]);
  });

  it.each([
    ["Constructora Quarz Arteal (CQA)", "Constructora Quarz Arteal", ["short:CQA"]], ["Quarz Building Systems Limited (QUARZ)", "Quarz Building Systems Limited", ["short:QUARZ"]], ["Quarz Construction Co. (Kiesel Prime)", "Quarz Construction Co. (Kiesel Prime)", ["aside:Kiesel Prime"]],
    ["Quarz Consulting Co., Ltd. (Cambodia)", "Quarz Consulting Co., Ltd. (Cambodia)", []], ["Quarz (Jaipur) Limited", "Quarz (Jaipur) Limited", []],
    ["甘州青木药业有限公司（青木药业）", "甘州青木药业有限公司", ["short:青木药业"]], ["青木药业有限公司（甘州）", "青木药业有限公司 (甘州)", []],
  ])("R15 the bracket of %s", (name, main, beside) => {
    const within = namesWithin(name);
    expect([within.main, within.beside.map(({ text, kind }) => `${kind}:${text}`)]).toEqual([main, beside]);
  });
});
