// The fixed words of letters in both languages: kinds, headings, labels, marks. No word of any law stands here.
import type { Effect, Force } from "../domain/rules/index.ts";
import { dayOfMonth, monthOf, yearOf, type Language, type PlainDate } from "../domain/terms/index.ts";
import type { LetterKind } from "./letter.ts";

export interface LetterWords {
  readonly kinds: Readonly<Record<LetterKind, string>>;
  readonly force: Readonly<Record<Force, string>>;
  readonly effects: Readonly<Record<Effect, string>>;
  readonly labels: Readonly<Record<"to" | "file" | "reference" | "day" | "from" | "actedBy", string>>;
  readonly headings: Readonly<Record<"facts" | "basis" | "consequences" | "answer" | "decision" | "reasons" | "end" | "waysOut" | "remedies" | "nextSteps" | "attachments", string>>;
  readonly columns: Readonly<Record<"item" | "content" | "instrument" | "article" | "measure" | "authority" | "force" | "under" | "how" | "lastDay" | "what" | "freeFrom" | "earliest" | "to" | "time" | "attachment" | "digest", string>>;
  readonly none: string;
  readonly notStated: string;
  readonly marks: Readonly<Record<"provisional" | "unsure" | "otherLanguage", string>>;
  readonly notes: Readonly<Record<"provisional" | "unsure" | "numbered", string>>;
  /** Around a mark, between a label and its value, and between the parts of a line. */
  readonly signs: { readonly open: string; readonly close: string; readonly colon: string; readonly semicolon: string };
}

const ZH: LetterWords = {
  kinds: {
    "proposed-listing": "拟列入告知", decision: "决定", "objection-decision": "异议处理决定", "appeal-decision": "复核决定", "repair-decision": "信用修复决定",
    acceptance: "受理情况通知",
    "submission-receipt": "材料接收回执", withdrawal: "撤回通知", stay: "停止执行通知", release: "解除通知", "step-asked": "程序事项通知", "duty-opened": "年度义务提醒", "duty-missed": "年度义务逾期通知",
  },
  force: { mandatory: "必须适用", discretionary: "机关可裁量，尚未决定", "mandatory-unless-declined": "必须适用，除非机关声明不执行" },
  effects: {
    deny: "禁止", restrict: "限制", surcharge: "加收费用", scrutinise: "加强核查", consider: "作为参考", publicise: "对外公开", expedite: "加快办理", prioritise: "优先", exempt: "免除", discount: "减收", support: "扶持",
  },
  labels: { to: "致", file: "档案号", reference: "事项编号", day: "日期", from: "发文机关", actedBy: "经办岗位" },
  headings: {
    facts: "事实", basis: "依据", consequences: "后果", answer: "答复期限", decision: "决定", reasons: "理由", end: "终止", waysOut: "出路", remedies: "救济", nextSteps: "贵单位现在可以做什么", attachments: "附件",
  },
  columns: {
    item: "项目", content: "内容", instrument: "文件", article: "条款", measure: "措施", authority: "机关", force: "效力", under: "根据", how: "方式", lastDay: "最后一日", what: "事项", freeFrom: "恢复之日", earliest: "最早之日", to: "向谁提出", time: "期限", attachment: "文件名", digest: "摘要值",
  },
  none: "没有", notStated: "未写明",
  marks: { provisional: "暂定", unsure: "存疑", otherLanguage: "原文为英文" },
  notes: { provisional: "暂定：期限跨入尚未公布的假日，公布后可能改变。", unsure: "存疑：登记册不能确定该规定的内容，以公布的文本为准。", numbered: "〔U+…〕：该处的字符不能印出，以其编号代替。" },
  signs: { open: "（", close: "）", colon: "：", semicolon: "；" },
};

const EN: LetterWords = {
  kinds: {
    "proposed-listing": "Notice of a proposed listing", decision: "Decision", "objection-decision": "Decision on an objection", "appeal-decision": "Decision on an appeal", "repair-decision": "Decision on a repair",
    acceptance: "Notice whether an application is taken up",
    "submission-receipt": "Receipt of a submission", withdrawal: "Notice of withdrawal", stay: "Notice of a stay", release: "Notice of release", "step-asked": "Notice of a step in the procedure", "duty-opened": "Reminder of a yearly duty", "duty-missed": "Notice of a yearly duty that was missed",
  },
  force: { mandatory: "must be applied", discretionary: "may be imposed, not decided", "mandatory-unless-declined": "must be applied unless the authority declines" },
  effects: {
    deny: "barred", restrict: "restricted", surcharge: "extra charge", scrutinise: "closer checks", consider: "taken into account", publicise: "made public", expedite: "faster handling", prioritise: "priority", exempt: "exempted", discount: "lower charge", support: "supported",
  },
  labels: { to: "To", file: "File number", reference: "Reference", day: "Date", from: "Office", actedBy: "Posts that acted" },
  headings: {
    facts: "Facts", basis: "Legal basis", consequences: "Consequences", answer: "Time to answer", decision: "Decision", reasons: "Reasons", end: "End", waysOut: "Ways out", remedies: "Remedies", nextSteps: "What you can do now", attachments: "Attachments",
  },
  columns: {
    item: "Item", content: "Content", instrument: "Instrument", article: "Article", measure: "Measure", authority: "Authority", force: "Force", under: "Under", how: "How", lastDay: "Last day", what: "What", freeFrom: "Free again on", earliest: "Earliest", to: "To whom", time: "Time", attachment: "File name", digest: "Digest",
  },
  none: "None", notStated: "Not stated",
  marks: { provisional: "provisional", unsure: "unsure", otherLanguage: "original in Chinese" },
  notes: { provisional: "Provisional: the time runs into holidays that are not yet published, and the day may move.", unsure: "Unsure: the register is not certain of this provision; the published text governs.", numbered: "〔U+…〕 stands for a character that cannot be printed, by its number." },
  signs: { open: " (", close: ")", colon: ": ", semicolon: "; " },
};

export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = { zh: ZH, en: EN };

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `2026年12月15日`, `15 December 2026`. */
export function dayInWords(day: PlainDate, language: Language): string {
  return language === "zh" ? `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}日` : `${dayOfMonth(day)} ${MONTHS[monthOf(day) - 1] ?? ""} ${yearOf(day)}`;
}
