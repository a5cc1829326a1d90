import { describe, expect, it } from "vitest";
import { looksLikePerson } from "./looks-like-person.ts";

describe("natural persons", () => {
  it.each(["Mr. Johan Quarzberg", "Dr Ana Quarzil", "Eng. Quarzan Test", "Johan Quarzberg, President of the Board of Quarz LLC", "Quarzil Test Authorized/Legal Representative of Quarz Road Co.", "张测试先生"])("R16 %s is a person", (name) => {
    expect(looksLikePerson([name]).person).toBe(true);
  });

  it.each(["Dr. Quarz Laboratories Ltd", "Office of the Director of Public Works", "Mr Quarz Travel Agency"])("R16 %s is an organisation", (name) => {
    expect(looksLikePerson([name]).person).toBe(false);
  });

  it.each(["Individual Entrepreneur Quarzberg", "IP Quarzov Test Testovich", "ИП Кварцев Тест", "PFA Quarzescu Test", "Quarz Construction (with Mr. Test as proprietor)", "Quarzberg e.K.", "青木小店个体工商户"])("R17 %s is a natural person in law", (name) => {
    expect(looksLikePerson([name]).person).toBe(true);
  });

  it.each(["Johan Quarzberg", "QUARZIA TESTINA DE BELEN QUARZ Y QUARZ", "M/S Quarzan Testlal", "QUARZ, Test Anh (Quarz, Anh)", "Maria de la Quarz Testez", "Кварцев Тест Тестович", "欧阳测试", "王测", "褚测试", "祁测", "宁试测", "闫测试"])("R18 %s is nothing but personal names", (name) => {
    expect(looksLikePerson([name]).person).toBe(true);
  });

  it.each(["Quarz", "Quarz Systems", "Cairo Quarz Consult", "Purihal Nigeria", "T&G", "Quarz CNS", "青木石英", "王测试有限公司", "Asesores Quarzal", "Royal Quarz Branch", "China Quarz"])("R18 %s is an organisation", (name) => {
    expect(looksLikePerson([name]).person).toBe(false);
  });

  it("R18 a trade name of a natural person is refused, an alias of a firm is not", () => {
    expect(looksLikePerson(["Quarzlal Construction", "Quarzlal Testik"]).person).toBe(true);
    expect(looksLikePerson(["Quarzlal Construction Pvt. Ltd.", "Quarzlal Testik"]).person).toBe(false);
    expect(looksLikePerson(["Quarzlal Construction (Gul Prime Works)"]).person).toBe(false);
  });

  it.each(["M/S Quarzan Testlal & Sons", "Quarzan Brothers", "Quarzan Testlal Enterprise", "Jean Quarz and Co.", "Quarz & Partner", "Hermanos Quarz"])("R19 %s is a firm", (name) => {
    expect(looksLikePerson([name]).person).toBe(false);
  });

  it("R20 a declared legal form settles it, and no reason repeats the name", () => {
    expect(looksLikePerson(["Johan Quarzberg"], { legalForm: "limited company" }).person).toBe(false);
    expect(looksLikePerson(["Quarz Ltd"], { legalForm: "Individual business" }).person).toBe(true);
    expect(looksLikePerson(["青木小店"], { legalForm: "个体工商户" }).person).toBe(true);
    expect(looksLikePerson(["Johan Quarzberg"]).because).not.toContain("Quarzberg");
  });
});
