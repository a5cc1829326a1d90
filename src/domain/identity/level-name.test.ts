import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelledAlternates, levelName } from "./level-name.ts";

describe("levelled names", () => {
  it.each([
    ["  Alpha-Beta   Co., LTD. ", "alphabetacoltd"], ["ＡＬＰＨＡ　（ＨＫ）", "alphahk"], ["Tom & Tim", "tomandtim"], ["Tom and Tim", "tomandtim"], ["L’Étoile d'Or", "letoiledor"],
    ["GENÇ İNŞAAT LIMITED ŞIRKETI", "gencinsaatlimitedsirketi"], ["Kızılırmak", "kizilirmak"], ["Đường Sơn", "duongson"], ["Łódź", "lodz"], ["Größe", "grosse"], ["Müller", "muller"],
    ["Ромашка ООО", "romashkaooo"], ["Київ", "kiyiv"], ["臺灣積體電路", "台湾积体电路"], ["“Quoted” «name»", "quotedname"], ["សាខា", "សាខា"], ["", ""],
  ])("R9 %j is %j", (name, levelled) => {
    expect(levelName(name)).toBe(levelled);
  });

  it("R9 levelling is done once: again changes nothing, nor do case and spaces", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aZéØßıİşƏđЖщ長国 &.-'9") });
    fc.assert(fc.property(letters, (name) => {
      expect(levelName(levelName(name))).toBe(levelName(name));
      expect(levelName(` ${name.replaceAll(" ", "  ")}.`)).toBe(levelName(name));
    }));
  });

  it("R10 umlauts written with e, and the schwa, are alternates", () => {
    expect(levelledAlternates("Müller Söhne")).toEqual(["mullersohne", "muellersoehne"]);
    expect(levelledAlternates("MƏHDUD")).toEqual(["mahdud", "mehdud"]);
    expect(levelledAlternates("Plain")).toEqual(["plain"]);
  });
});
