import { describe, expect, it } from "vitest";
import { articleText } from "./articles.ts";

describe("an article", () => {
  it.each([
    ["22", "第22条", ", Art. 22"], ["Art. 22 to 30", "第22至30条", ", Art. 22 to 30"], ["Art. 2 and 5 to 10", "第2条、第5至10条", ", Art. 2 and 5 to 10"], ["Art. 6 to 9 and 15 to 19", "第6至9条、第15至19条", ", Art. 6 to 9 and 15 to 19"],
    ["5 to 7", "第5至7条", ", Art. 5 to 7"], ["section 1.4 example 1 and figure 1.4-B", "，1.4节例1、图1.4-B", ", section 1.4 example 1 and figure 1.4-B"], ["sections 4 and 5", "，4、5节", ", sections 4 and 5"], ["part IV", "第四部分", ", part IV"],
    ["chapters 2 and 3", "第2章、第3章", ", chapters 2 and 3"], ["step 2", "，第2步", ", step 2"], ["2020 to present", "，2020年至今", ", 2020 to present"], ["the annex", "，the annex", ", the annex"],
  ])("%s is said in each language", (article, zh, en) => {
    expect([articleText(article, "zh"), articleText(article, "en")]).toEqual([zh, en]);
  });
});
