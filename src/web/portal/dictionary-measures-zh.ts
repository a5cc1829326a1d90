// The words of an office's measures, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { MeasureChoiceView } from "./view-models-measures.ts";

export const measuresZh = {
  title: "本机关的措施", lead: "法规留给本机关决定的措施，经本机关约束的措施，要求本机关执行的备忘录，以及其他机关因本机关名单应当做什么。",
  toMeasures: "措施与备忘录", toMeasuresNote: "决定留给本机关的措施，反馈执行情况，查看备忘录",
  decide: "留给本机关决定", decideNote: "不作决定就不约束", noDecide: "没有留给本机关决定的措施。", noDecideNote: "名单、记录触发的措施由法规留给本机关决定的，列在这里。",
  binding: "经本机关约束", bindingNote: "法规规定的，或者本机关已经决定的；可以反馈是否执行", noBinding: "没有经本机关约束的措施。", noBindingNote: "本机关所在地没有组织受其措施约束。",
  columns: { pick: "选择", organisation: "组织", measure: "措施", because: "触发", from: "自", reported: "执行情况" },
  pick: (organisation: string, measure: string) => `选择对${organisation}的${measure}`, answer: "答复所选的各项", answerNote: "勾选一项或者数项，逐项写明理由后一并提交。", status: "登记状态", noEnd: "没有写明", noReport: "尚未反馈",
  more: "下一批组织", first: "从头开始",
  outcomes: { carriedOut: "已执行", notCarriedOut: "未执行" },
  forUs: "要求本机关执行的备忘录", forUsNote: "现行有效的条款，按备忘录", lawItself: "法规本身", noForUs: "没有备忘录要求本机关执行。", noForUsNote: "现行法规没有交给本机关或者其上级的措施。",
  forUsColumns: { memorandum: "备忘录", lists: "触发的名单", mandatory: "应当", decline: "可以不采取", left: "可以采取" },
  ofUs: "其他机关因本机关名单应当做什么", ofUsNote: "列入本机关的名单之后，以及各机关反馈的执行情况", noOfUs: "本机关没有可以列入的名单。", noOfUsNote: "名单由法规指定的主管机关及其下级列入。",
  standing: (n: number) => `现有${n.toLocaleString("zh-CN")}个组织在列`, standingUnknown: "在列的组织数不详", noOthers: "现行法规没有让其他机关因这份名单采取措施。",
  ofUsColumns: { authority: "机关", memoranda: "备忘录", mandatory: "应当", decline: "可以不采取", left: "可以采取", carriedOut: "反馈已执行", notCarriedOut: "反馈未执行" },
  answered: (n: number) => `已答复${n}项。`,
  form: {
    title: "答复措施", lead: "每一项单独判断；不能写入的各项留在这里，并写明原因。", choice: "答复", none: "没有选择任何措施。", noneNote: "请回到措施页勾选至少一项。", back: "回到本机关的措施", submit: "提交答复",
    choices: { apply: "采取", decline: "不采取", carriedOut: "已执行", notCarriedOut: "未执行" } satisfies Record<MeasureChoiceView, string>, effect: "效果", statement: "理由或者说明", statementNote: "采取、不采取和未执行须写明理由；已执行可以写明做了什么。", on: "日期", onNote: "不填则为今天。",
    refused: (n: number) => `${n}项没有写入。`,
  },
};

export type MeasuresMessages = typeof measuresZh;
