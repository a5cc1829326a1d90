// Letters for tests and for looking at: invented offices, organisations and rules.
import { plainDate } from "../domain/terms/index.ts";
import type { Letter } from "./letter.ts";

const CUSTOMS = { en: "Harbour Customs of Linzhu", zh: "临渚港海关" };
const ORGANISATION = { en: "Baiwei Hengdu Precision Machinery Co., Ltd.", zh: "白苇市衡渡精密机械有限公司" };
const SENDING = {
  from: { names: CUSTOMS, file: "P00000182" }, to: { names: ORGANISATION, file: "P00012343", codes: [{ scheme: { en: "Unified code", zh: "统一代码" }, value: "91990102MA3K7Q2D96" }] },
  reference: "case:P00000182:2026-0031", day: plainDate("2026-11-20"), pageNotice: { zh: "望屿是虚构的国家：机关、组织和记录都是编造的。", en: "Wangyu is an invented country: its authorities, organisations and records are made up." },
} as const;

/** A notice with every section a notice has. */
export const NOTICE: Letter = {
  ...SENDING, kind: "proposed-listing",
  title: { zh: "关于拟将贵单位列入海关严重失信主体名单的告知", en: "Notice that your organisation is proposed for the list of serious matters of the customs" },
  opening: [{
    zh: "本海关拟作出下述列入决定。决定尚未作出。贵单位可以在下列期限内陈述意见、提出证据，本海关将在答复之后或者期限届满之后作出决定。",
    en: "This office proposes the listing described below. Nothing has been decided. Your organisation may state its view and hand in evidence within the time below; the office decides after the answer, or when the time is over.",
  }],
  facts: [
    { label: { zh: "行政处罚决定", en: "Penalty decision" }, value: { zh: "〔2025〕417号，2025年9月2日", en: "No. 417 of 2025, 2 September 2025" } },
    { label: { zh: "少缴税款", en: "Duty underpaid" }, value: { zh: "1,280,000.00元", en: "CNY 1,280,000.00" } },
  ],
  basis: [
    { instrument: { zh: "名单章程（示例）", en: "Charter of lists (example)" }, article: { zh: "第四条第二项", en: "Article 4, item 2" }, quote: { zh: "“少缴税款一百万元以上的，列入名单。”", en: "“Whoever underpays duty of one million or more is listed.”" }, confidence: "high" },
    { instrument: { zh: "程序规定（示例）", en: "Rules of procedure (example)" }, article: { zh: "第十一条", en: "Article 11" }, confidence: "low" },
  ],
  consequences: [
    { measure: { zh: "限制参加政府采购投标", en: "Barred from bidding in government procurement" }, authority: { zh: "国库署", en: "Treasury" }, force: "mandatory", under: { zh: "共同措施备忘录第九条", en: "Memorandum on joint measures, clause 9" } },
    { measure: { zh: "加强进出口货物查验", en: "Closer inspection of goods" }, authority: CUSTOMS, force: "discretionary", confidence: "low" },
  ],
  answer: { how: { zh: "书面陈述或者在登记册网页上提交", en: "In writing, or on the register's pages" }, lastDay: { day: plainDate("2027-01-06"), provisional: true } },
  end: { what: { zh: "列入期限为三年，自决定生效之日起计算。", en: "A listing lasts three years from the day the decision takes effect." }, freeFrom: { day: plainDate("2029-12-15"), provisional: false } },
  waysOut: [{ what: { zh: "缴清税款后申请信用修复", en: "Ask for repair once the duty is paid" }, earliest: { day: plainDate("2027-12-15"), provisional: true }, confidence: "low" }],
  remedies: [{ what: { zh: "行政复议", en: "Administrative review" }, to: { zh: "望屿海关总署", en: "General Customs of Wangyu" }, time: { zh: "知道决定之日起六十日内", en: "Within 60 days of learning of the decision" } }],
  nextSteps: [{ zh: "在期限内陈述意见，可以附证据文件。", en: "State your view within the time; evidence may be attached." }, { zh: "申请听证。", en: "Ask for a hearing." }, { zh: "如果所涉及的不是贵单位，请说明。", en: "Say so if the organisation meant is not yours." }],
  attachments: [{ name: "处罚决定书-417.pdf", digest: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }],
  actedBy: [{ zh: "企业管理科科员", en: "Officer, section for enterprises" }, { zh: "法制科科长", en: "Head of legal section" }],
};

/** A decision whose reasons stand in the one language they were written in. */
export const DECISION: Letter = {
  ...SENDING, kind: "decision", title: { zh: "列入决定", en: "Decision to list" }, opening: [],
  decision: [{ zh: "将贵单位列入海关严重失信主体名单。", en: "Your organisation is put on the list." }], reasons: [{ zh: "贵单位在答复中没有否认事实；税款至今没有缴清。" }],
  basis: NOTICE.basis ?? [], end: { what: { zh: "期满", en: "The term is over" }, freeFrom: { day: plainDate("2029-12-15"), provisional: false } }, remedies: NOTICE.remedies ?? [], actedBy: NOTICE.actedBy,
};

/** As many consequences as `count`, each with its number. */
export function withConsequences(letter: Letter, count: number): Letter {
  return {
    ...letter, consequences: Array.from({ length: count }, (_, index) => ({
      measure: { zh: `措施第${index + 1}号：在办理相关事项时作为审慎参考并加强核查`, en: `Measure number ${index + 1}: considered with care` }, authority: { zh: `第${(index % 40) + 1}机关`, en: `Authority ${(index % 40) + 1}` }, force: "mandatory",
    })),
  };
}

export const HOSTILE_TEXTS = {
  markup: '<script>alert("x")</script> #import "x.typ": * *bold* _em_ $x^2$ `raw` = Heading \\ // comment @label <label> #panic("no") [a] {b}',
  steering: "abc\u202Edcba\u202C\u200Fx\u0007y",
  missing: "深圳𪚥科技😀有限公司 שלום",
  long: "长名".repeat(150), unbroken: "LONGNAME".repeat(38).slice(0, 300),
} as const;

/** Data that would do harm if it were read as anything but text. */
export const HOSTILE: Letter = {
  ...SENDING, kind: "step-asked", title: { zh: `标题 ${HOSTILE_TEXTS.markup}`, en: `Title ${HOSTILE_TEXTS.markup}` },
  to: { names: { zh: HOSTILE_TEXTS.long, en: HOSTILE_TEXTS.unbroken }, file: "P00012343", codes: [] }, opening: [{ zh: HOSTILE_TEXTS.steering, en: HOSTILE_TEXTS.missing }],
  facts: [{ label: { zh: "姓名\n== 决定 ==", en: "Name\n== Decision ==" }, value: { en: "one line\r\nanother\tend \ud800" } }], consequences: [], waysOut: [], nextSteps: [], attachments: [{ name: HOSTILE_TEXTS.unbroken }], actedBy: [],
};
