// The words of the organisation's own desk, of the form by which it asks, and of the authorities measured, in Chinese; dictionary-zh.ts takes
// them up. They give the shape for the other language.
import type { OwnMark, OwnPurpose } from "./view-models-own.ts";

export const ownZh = {
  purposes: { objection: "信息有误", appeal: "不服决定", repair: "申请修复", commitment: "作出承诺", "annual-report": "报送年报" } satisfies Record<OwnPurpose, string>,
  cases: { listing: "列入程序", removal: "移出", objection: "异议", appeal: "申诉", repair: "修复", commitment: "承诺", "annual-report": "年度报告", interview: "约谈" } as Readonly<Record<string, string>>,
  states: { proposed: "已提出", noticed: "已告知", served: "已送达", answered: "已陈述", silent: "未陈述", listed: "已列入", conditional: "附条件", reprimanded: "告诫", noAction: "不予列入", withdrawn: "已撤回", removed: "已移出", running: "办理中", granted: "成立", refused: "不成立", notAccepted: "不予受理", done: "已办结" } as Readonly<Record<string, string>>,
  marks: { public: "公开", notPublic: "不公开", notYetPublic: "尚未公开", masked: "暂停公开", noLongerPublic: "不再公开", disputed: "异议办理中", stayed: "暂缓执行", repaired: "已修复", ended: "已终止", annulled: "已撤销", toGo: "应当移除" } satisfies Record<OwnMark, string>,
  desk: {
    title: (name: string) => `${name}的工作台`, head: "本组织工作台",
    lead: "这里列出登记册上关于本组织的一切，不公开的也在内；先列需要办的，再列可以办的。",
    links: { due: "期限", can: "可以办理", file: "在册信息", closed: "已办结" },
    calendar: "订阅期限日历（iCal）",
    due: "需要办理与等待的期限", dueNote: "按最后一日排列", noDue: "现在没有期限。", noDueNote: "没有正在进行的程序等待本组织或机关办理。",
    open: "办理中的案件", noOpen: "没有办理中的案件。", closed: "已办结的案件",
    columns: { step: "事项", by: "由谁办理", lastDay: "最后一日", case: "案件", purpose: "事由", state: "状态", opened: "开始", next: "下一期限", what: "事项", about: "关于", when: "何时", list: "名单", records: "信息", from: "起", until: "至", marks: "情形", asks: "可以提出", on: "决定日期", value: "内容", files: "档案", judged: "判断依据", day: "日期", letter: "函件", sent: "阅读与发送情况" },
    by: { office: "机关", organisation: "本组织" }, passed: "已过", yearly: (year: number) => `${year}年度`,
    can: "现在可以办理", canNote: "最早的出路在前", noCan: "现在没有可以提出的。", noCanNote: "登记册上没有可以异议、申诉或修复的信息。",
    now: "现在", from: "自", things: (n: number) => `${n}项`, toList: "见下列各项", toForm: "填写",
    cannot: "现在不能办理的", cannotNote: "理由与依据", why: "为何不能",
    file: "在册信息", fileNote: "公开的与不公开的", listings: "列入", noListings: "没有列入任何名单。", joins: "与其他档案的合并", joinsNote: "登记册认为这些档案属于同一组织。不是本组织的，可以提出。",
    noRecords: "没有信息记录。", none: "没有。", disputedIn: "见案件", related: "关联组织", letters: "登记册的函件", lettersNote: "因期限届满等自行发生的事项发出；案件的函件见各案件",
  },
  ask: {
    titles: { objection: "提出异议：信息有误", appeal: "对决定提出申诉", repair: "申请信用修复", commitment: "作出信用承诺", "annual-report": "报送年度报告" } satisfies Record<OwnPurpose, string>,
    about: "所针对的", aboutOrganisation: "本组织自身", procedure: "适用程序", noProcedure: "法规没有适用的程序。",
    choose: "先选一条出路", chooseNote: "各条出路要求不同", chooseProcedure: "先选一种", apply: "选这一条", opensFrom: "可申请日期：", openNow: "现在可以申请", decidedBy: "决定机关：", decideBy: "最迟决定日期：", reading: "此为一种解释，依据：",
    closed: "现在不能提出", back: "回到工作台", documents: "法规要求的材料", documentsNote: "勾选随附或已具备的；没有列出的不必提供", noDocuments: "法规没有列明材料。",
    statement: "陈述", statementHints: { objection: "哪里有误，实际如何，为什么。", appeal: "决定哪里不对，为什么。", repair: "违法行为如何纠正，义务如何履行。", commitment: "承诺的内容与期限。", "annual-report": "对所报内容的说明。" } satisfies Record<OwnPurpose, string>,
    statementNeeded: "必填",
    fields: "登记的内容", required: "必填", optional: "可不填", chooseOne: "请选择",
    files: "附件", filesNote: "PDF、PNG、JPEG或UTF-8纯文本，最多5个，每个不超过10 MB。附件随案件保存，案件内容被遗忘时一并删除。", filesAgain: "浏览器不保留所选文件，请重新选择附件。",
    send: { objection: "提出异议", appeal: "提出申诉", repair: "提交申请", commitment: "作出承诺", "annual-report": "报送" } satisfies Record<OwnPurpose, string>,
    joinWarning: "提出后，两个档案立即分开，直到查清为止。",
    over: { text: "文字超过20,000字，请删减。", files: "附件超过5个，请减少。", fileSize: "附件超过10 MB，请压缩或分开。" },
    unreadable: "没有收到可以办理的内容",
  },
  calendar: { title: (name: string) => `${name}：期限`, by: { office: "由机关办理", organisation: "由组织办理" }, case: "案件", procedure: "程序", duty: (year: number) => `${year}年度报告`, toGo: (day: string) => `应当移除：所依据的行为已于${day}被撤销` },
  authorities: {
    title: "受衡量的机关", lead: "登记册用自己的台账衡量机关：该做的是否按时，决定是否站得住，异议和修复用了多久。只有机关和数字，不涉及任何组织。",
    between: "统计期间：", to: "至", from: "起始日", until: "截止日（含）", show: "查看", span365: "默认最近一年",
    citation: (from: string, to: string) => `受衡量的机关，${from}至${to}`, whole: "全部机关", byAuthority: "按机关", byAuthorityNote: "附其下各机关", authority: "机关", offices: "所属机关", noOffice: "未注明机关", noAuthority: "未注明机关",
    measures: { notice: "告知", service: "送达", decision: "决定", listingPublication: "列入公示", recordPublication: "信息公示" },
    decisions: "作出决定", reversed: (n: string) => `${n}件被推翻`, share: "比例", objections: "异议", repairs: "修复", appeals: "申诉", overdue: "逾期未接收的解除",
    late: (n: string) => `迟${n}件`, lateOf: (n: string, of: string) => `${of}件中迟${n}件`, missing: (n: string) => `${n}件未办`, noTime: "无时限", opened: (n: string) => `${n}件`, open: (n: string) => `未结${n}件`, median: "中位", longest: "最长", days: (n: number) => `${n}个工作日`,
    nothing: "–", noTimeNote: (n: string) => `${n}件法规未定时限`,
    waiting: "待接收", since: "最早",
    meaning: "各栏含义与时限来源", meaningNote: "时限出自法规，不出自本登记册",
    columns: { measure: "栏目", means: "含义", limit: "时限来源" }, noLimit: "法规未定时限",
    means: {
      notice: "列入前的告知：在提出后多久发出。没有发出而已过期的，记作未办。", service: "告知的送达：在告知后多久送达。", decision: "列入程序的决定：在法规所定时间内作出。",
      publication: "列入的公示与信息进入登记册的日子，对照法规的公示时限；公示程序不止一种而法规未定先后的，按最长的算。",
      decisions: "期间内作出的列入决定，以及异议、修复、申诉的答复；后来被撤销、异议成立或申诉改变的，记作被推翻，不论何时。",
      objection: "期间内提出的异议：件数、未结、从提出到答复的工作日（中位数取中间较大者）、迟的。", repair: "期间内提出的修复与移出申请，同上。", release: "列入终止后，应接收而未在时限内接收的机关。今天的数字。",
    },
    noTimeHead: "“无时限”不是按时。", noTimeText: "法规没有给出时限的，只说明没有时限，不计入按时。公布的日历以外的日子按星期推算。",
    json: "同样的数字（JSON）", none: "期间内没有可以衡量的。", noneNote: "没有机关在这段时间里办理过案件或提交过信息。",
    link: "受衡量的机关", linkNote: "告知、公示、异议与修复是否按时",
  },
};

/** The shape every language has. */
export type OwnMessages = typeof ownZh;
