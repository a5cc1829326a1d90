// Articles: where in an instrument something stands. The law files say it in one way (`Art. 6 to 9 and 15`, `section 1.4 example 2`);
// here it is said in each language. What follows no pattern is shown as it stands.
import type { Language } from "../domain/terms/index.ts";

/** With what joins it to the instrument's name: `, Art. 6`, `第6条`. */
export function articleText(article: string, language: Language): string {
  if (language === "en") return `, ${/^\d[\d\s,to and-]*$/.test(article) ? `Art. ${article}` : article}`;
  const parts = inChinese(article);
  return parts === undefined ? `，${article}` : parts;
}

const NUMERALS: Readonly<Record<string, string>> = { I: "一", II: "二", III: "三", IV: "四", V: "五", VI: "六", VII: "七", VIII: "八", IX: "九", X: "十" };

const FORMS: readonly (readonly [RegExp, (numbers: string) => string])[] = [
  [/^(?:Art\. )?((?:\d+(?: to \d+)?)(?:(?: and |, )\d+(?: to \d+)?)*)$/, (numbers) => each(numbers, "条")],
  [/^chapters? (.+)$/, (numbers) => each(numbers, "章")],
  [/^part ([IVX]+)$/, (numeral) => `第${NUMERALS[numeral] ?? numeral}部分`],
  [/^item (.+)$/, (numbers) => `第${numbers}项`],
  [/^category (.+)$/, (numbers) => `第${numbers}类`],
  [/^step (.+)$/, (numbers) => `，第${numbers}步`],
  [/^sections? ([\d.]+) example (\d+)$/, (numbers) => `，${numbers}节`],
  [/^sections? (.+)$/, (numbers) => `，${numbers.replace(" and ", "、")}节`],
  [/^figure (.+)$/, (numbers) => `图${numbers}`],
  [/^(\d{4}) to present$/, (numbers) => `，${numbers}年至今`],
];

function inChinese(article: string): string | undefined {
  const [head = "", figure] = article.split(" and figure ");
  for (const [form, write] of FORMS) {
    const match = form.exec(head);
    if (match === null) continue;
    const example = match[2] === undefined ? "" : `例${match[2]}`;
    return `${write(match[1] ?? "")}${example}${figure === undefined ? "" : `、图${figure}`}`;
  }
  return undefined;
}

/** `2 and 5 to 10`: 第2条、第5至10条. */
function each(numbers: string, unit: string): string {
  return numbers.split(/ and |, /).map((number) => `第${number.replace(" to ", "至")}${unit}`).join("、");
}
