// Remade words: what the register finds behind a verification code, in sentences of both languages, for the page and the command line.
import { addDays, type Language } from "../domain/terms/index.ts";
import type { CodeParts, CodeProblem, ReportDifference } from "../domain/proof/index.ts";
import { dayInWords, REPORT_WORDS } from "../outgoing/index.ts";
import type { Remade } from "./remake-report.ts";

/** What was found in one sentence, and what it means. */
export interface RemadeWords {
  readonly head: string;
  readonly lines: readonly string[];
}

/** What is said of a code, without what the report said. */
export function remadeInWords(remade: Remade, language: Language): RemadeWords {
  const say = (en: string, zh: string): string => (language === "zh" ? zh : en);
  switch (remade.kind) {
    case "unreadable":
      return { head: say("This is no verification code", "这不是验证码"), lines: [problemWords(remade.problem, language)] };
    case "elsewhere":
      return { head: say("This register knows no such report", "本登记册没有这份报告"), lines: [partsWords(remade.parts, language), say("It has not come to that position, or had no such organisation there: the report is another register’s, or this is a copy from before.", "本登记册尚未到该位置，或当时没有该组织：报告出自其他登记册，或本登记册是较早的副本。")] };
    case "forgotten":
      return { head: say("The report can no longer be held against the register", "报告已无法与登记册核对"), lines: [partsWords(remade.parts, language), say(`What the register knew at ${remade.positions.length === 1 ? "position" : "positions"} ${remade.positions.join(", ")} has been forgotten since, as the law asks. The signed file goes on proving what was said.`, `账本位置${remade.positions.join("、")}的内容已依法删除。签名文件仍可证明当时所述。`)] };
    case "notIssued":
      return { head: say("The register says something else of that position", "登记册对该位置的说明不同"), lines: [partsWords(remade.parts, language), say("No report with this code comes of what this register holds: it was made up or, where its signature is valid, the program has come to other results since. Rely on the signed file and not on the code.", "由本登记册的内容得不出带有此验证码的报告：系编造，或者在签名有效时，程序此后得出了不同结果。请以签名文件为准，勿以验证码为准。")] };
    case "issued":
      return {
        head: say("The register made this report", "本登记册出具过这份报告"),
        lines: [
          partsWords(remade.parts, language),
          ...(remade.less ? [say("Part of what it said is no longer public, and is not shown; what that was is told to nobody.", "其中部分内容已不再公开，不予显示，也不向任何人说明是什么。")] : [say("All it said may still be shown, and stands below: compare it with the paper.", "其内容仍可全部显示，列于下方，请与纸件核对。")]),
          ...todayWords(remade.today === null, remade.differences, language),
        ],
      };
  }
}

function partsWords({ file, purpose, period, on, known, issuedAt }: CodeParts, language: Language): string {
  const [from, last] = [dayInWords(period.from, language), dayInWords(addDays(period.until, -1), language)];
  const what = REPORT_WORDS[language].purposes[purpose];
  return language === "zh"
    ? `验证码所示：档案${file}，用途“${what}”，期间${from}至${last}，所问之日${dayInWords(on, language)}，账本位置${known}，出具于${issuedAt}。`
    : `The code says: file ${file}, purpose “${what}”, ${from} to ${last}, asked about ${dayInWords(on, language)}, ledger position ${known}, made at ${issuedAt}.`;
}

function problemWords(problem: CodeProblem, language: Language): string {
  const say = (en: string, zh: string): string => (language === "zh" ? zh : en);
  switch (problem.kind) {
    case "sign": return say(`\`${problem.sign}\` is in no code: it has figures and the letters A to Z without I, L, O and U. Look at the paper again.`, `验证码中没有“${problem.sign}”：只有数字和除I、L、O、U以外的字母。请再看纸件。`);
    case "length": return say("It is too short or too long for one. Type all groups as they stand on the paper.", "长度不对。请按纸件输入全部各组。");
    case "check": return say("Its check symbols do not fit: a sign is wrong, left out or moved. Compare it with the paper group by group.", "校验不符：有字符错误、遗漏或移位。请逐组与纸件核对。");
    case "newer": return say("It is of another version of codes than this register reads.", "其版本不是本登记册所能读的。");
  }
}

const PARTS: Readonly<Record<ReportDifference["part"], Readonly<Record<Language, string>>>> = {
  organisation: { en: "its registration", zh: "登记信息" }, statement: { en: "the statement", zh: "说明" }, kinds: { en: "records of the period", zh: "期间内的记录" }, lists: { en: "lists", zh: "名单" }, binding: { en: "what binds", zh: "现行措施" },
};

function todayWords(gone: boolean, differences: readonly ReportDifference[], language: Language): readonly string[] {
  const say = (en: string, zh: string): string => (language === "zh" ? zh : en);
  if (gone) return [say("Today the organisation is no longer on file.", "该组织今日已不在册。")];
  if (differences.length === 0) return [say("Asked today about the same period the register says the same.", "今日就同一期间查询，登记册所述相同。")];
  const count = (value: number | null): string => (value === null ? REPORT_WORDS[language].says.nobody : String(value));
  return [
    say(`TOLD OTHERWISE TODAY: ${differences.map(({ part }) => PARTS[part].en).join(", ")}.`, `今日所述不同：${differences.map(({ part }) => PARTS[part].zh).join("、")}。`),
    ...differences.flatMap(({ rows }) => rows.map(({ names, before, after }) => say(`${names.en}: ${count(before)} then, ${count(after)} today.`, `${names.zh ?? names.en}：当时${count(before)}，今日${count(after)}。`))),
  ];
}
