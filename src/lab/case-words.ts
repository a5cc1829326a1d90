// Case words: what the offices and organisations of the model write in their cases.
import type { StepOutcome } from "../domain/events/index.ts";
import type { DecisionOutcome } from "../domain/rules/index.ts";

/** What a step states beside its text, by the law's own word for it. */
export function statementOf(word: string): string {
  return STATEMENTS[word] ?? "见文书正文";
}

const STATEMENTS: Readonly<Record<string, string>> = {
  facts: "见事实部分", basis: "见依据部分", reasons: "见理由部分", consequences: "见后果清单", answerDays: "见告知书",
  exits: "期满自动移出；符合条件的可申请修复；认为有误的可提出异议", remedies: "可自收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼",
};

export const ANSWERS = ["情况属实，正在整改，请求从轻处理", "对认定金额有异议，已提交账册复印件", "违法行为系前任承包人所为，请求核查", "已缴清款项，请求不予列入", "对送达程序提出异议", "行为轻微且已改正，不具有主观故意"];

/** Why an office above refuses its consent. */
export const CONSENT_REFUSED = ["情节尚不足以列入，宜以其他方式处理", "当事人整改情况未予充分考虑", "告知的事实与在案记录不尽一致"];
export const MINUTES = ["当事人陈述整改情况并提交凭证，办案人员出示证据，双方质证完毕", "当事人对事实无异议，请求从轻；主持人听取双方意见后结束", "当事人对金额提出异议，办案人员说明核算依据，记录在案"];

export const LISTING_REASONS: Readonly<Record<DecisionOutcome, string>> = {
  listed: "事实清楚、证据充分，符合列入条件，陈述申辩意见不足以改变认定", conditional: "符合列入条件，但已提出整改方案，给予考察期", reprimanded: "情节尚未达到必须列入的程度，予以书面告诫", noAction: "经复核，陈述申辩理由成立，不予列入",
};

export const EVIDENCE: readonly { readonly name: string; readonly text: string }[] = [
  { name: "整改报告.txt", text: "整改情况说明：问题已逐项整改，附自查记录" }, { name: "缴款凭证.txt", text: "缴款凭证：税款、滞纳金、罚款已全部缴清" },
  { name: "账册摘录.txt", text: "账册摘录：有关交易的日期、金额与凭证号" }, { name: "情况说明.txt", text: "情况说明：有关行为并非本单位所为，附合同复印件" },
];

/** What whoever asks writes, by the purpose of the case. */
export const ASKED: Readonly<Record<string, readonly string[]>> = {
  objection: ["该记录所载金额与事实不符，请求更正", "该行为并非本单位所为，请求核实删除", "列入所依据的事实不清，请求撤销列入"],
  join: ["该记录属于另一同名单位，与本单位无关"],
  repair: ["已缴清款项并完成整改，申请修复", "失信行为已纠正，作出信用承诺，申请提前移出"],
  appeal: ["不服处理决定，请求上级机关复核", "决定未采纳本单位证据，请求撤销"],
  commitment: ["承诺依法诚信经营，违背承诺自愿接受惩戒", "承诺提交材料真实、完整、有效"],
  "annual-report": ["报送上一年度报告"],
  "late-report": ["补报上一年度报告，并说明迟延原因"],
};

/** What the deciding office writes, by what the step comes to; `none` where a step comes to nothing by itself. */
export const ANSWERED: Readonly<Record<StepOutcome | "none", readonly string[]>> = {
  accepted: ["材料齐全，予以受理"], notAccepted: ["材料不齐，缺少履行义务的证明，不予受理", "不属于本机关受理范围，不予受理"],
  granted: ["经核查，理由成立，予以支持", "条件均已满足，准予移出"], refused: ["经核查，原认定事实清楚，不予支持", "整改尚未完成，条件不满足，不予准许"],
  attended: ["负责人到场，已告知评价结果、失信行为和修复途径"], notAttended: ["经通知，负责人无正当理由未到场"],
  kept: ["经核查，承诺事项已履行"], broken: ["经核查，承诺事项未履行"], none: ["依程序办理"],
};

export const OFFICE_OPENS = {
  reorganisation: "人民法院裁定批准重整计划", revoked: "据以作出的行政行为已被复议机关撤销", interview: "公共信用综合评价为差，列为约谈对象", missed: "六月三十日届满，未报送上一年度报告",
} as const;

export const WITHDRAWN = ["双方已核对清楚，撤回申请", "材料有误，撤回后另行提出"];
export const STAYED = "执行将造成难以弥补的损失，审查期间停止执行";
