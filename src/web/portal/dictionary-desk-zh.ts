// The words of the office's desk and of signing in, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { Finding } from "../../service/index.ts";
import { findingZh, saidZh, type ToSay } from "./said-zh.ts";
import type { Saying } from "./saying.ts";
import type { DeskClosed } from "./view-models-desk.ts";

export const deskZh = {
  room: "工作台",
  holder: { office: "现以机关身份办理", organisation: "现以组织身份办理", post: "岗位", out: "退出", own: "我的工作台", who: "办理身份" },
  door: {
    title: "选择身份",
    lead: "示范辖区的工作台不设密码：选一个虚构的岗位，或者一家虚构的组织。可以办什么，由法规和机关的职权决定，与选择无关。",
    none: "这里没有工作台。",
    noneNote: "本登记册不是示范辖区。有了账户与角色之后，机关和组织才能在此办理。",
    office: "以机关岗位进入", officeNote: "先选地区，再选岗位", region: "地区", columns: { office: "机关", authority: "所属机关种类", posts: "以此岗位进入" },
    enterAs: (post: string, office: string) => `以${office}${post}进入`, anyPost: "承办人",
    organisation: "以组织进入", organisationNote: "看得到登记册上关于自己的一切", label: "组织的完整名称、代码或档案号", enter: "进入", which: "是哪一家？",
  },
  closed: {
    signIn: { head: "请先选择身份", note: "这一页是机关或组织的工作台。没有写入任何内容。" },
    office: { head: "这是机关的工作台", note: "您现以组织身份办理。请退出后另选机关岗位。" },
    organisation: { head: "这是组织的工作台", note: "您现以机关身份办理。请退出后另选组织。" },
    foreign: { head: "没有写入任何内容", note: "请求不是从本站自己的页面发出的。请回到工作台，在页面上重新填写。" },
    keeper: { head: "这一页给登记册的保管者", note: "只在保存登记册的机器上以127.0.0.1或localhost直接打开。" },
    noDesks: { head: "这里没有工作台", note: "本登记册不是示范辖区；账户与角色尚未设立，不接受写入。" },
  } satisfies Record<DeskClosed, { readonly head: string; readonly note: string }>,
  toDoor: "选择身份",

  states: {
    proposed: "已提出建议", noticed: "已作出告知", served: "告知已送达", answered: "组织已答复", listed: "已列入", conditional: "附条件列入", reprimanded: "已告诫", noAction: "不予列入", withdrawn: "已撤回", removed: "已移出",
    running: "办理中", granted: "已准予", refused: "未准予", notAccepted: "未受理", done: "已办结",
  } as Readonly<Record<string, string>>,
  purposes: {
    listing: "列入", removal: "移出", objection: "异议", appeal: "复议申诉", repair: "信用修复", commitment: "信用承诺", "annual-report": "年度报告", interview: "约谈", release: "解除", penalty: "处罚", inspection: "检查", publicity: "公示", sharing: "共享", grading: "评级", other: "其他",
  } as Readonly<Record<string, string>>,
  outcomes: {
    listed: "列入", conditional: "附条件列入", reprimanded: "告诫", noAction: "不予列入", accepted: "受理", notAccepted: "不予受理", granted: "准予", refused: "不准予", attended: "到场", notAttended: "未到场", kept: "已履行", broken: "未履行",
  } as Readonly<Record<string, string>>,
  by: { office: "机关", organisation: "组织" },
  late: "已逾期", provisional: "可能变动",

  office: {
    title: "机关工作台", cases: "在办案件", casesNote: "按期限先后", noCases: "没有在办案件。", noCasesNote: "提出建议，或者组织提出异议、申请之后，案件会出现在这里。",
    consents: "等待本机关同意的案件", consentsNote: "由下级机关办理，等待最久的在前", consentColumns: { since: "等待自", organisation: "组织", about: "事项", outcome: "拟作结果", step: "步骤", office: "请求机关" }, noOutcome: "未拟",
    columns: { pick: "选", due: "下一期限", organisation: "组织", about: "事项", state: "进展", opened: "立案" },
    noDue: "法规未定期限", decide: "一并决定所选案件", decideNote: "勾选等待决定的案件，可在一张表上分别写明理由、一并决定。", pick: (name: string) => `选中${name}的案件`,
    proposals: "标准提示", proposalsNote: "登记册只提示，是否提出、写什么事实，由您决定", noProposals: "没有提示。", noProposalsNote: "近来报送的记录，没有使未列入者符合本机关可列入名单的标准。",
    proposalColumns: { organisation: "组织", list: "名单", met: "符合的标准", records: "依据的记录", since: "最新记录报入" }, propose: "拟提建议", proposeFor: (name: string, list: string) => `拟提建议：${name}，${list}`,
    missed: "未报送的年度报告", missedNote: "本机关辖区内；补报后可移出", missedColumns: { organisation: "组织", year: "年度", lastDay: "截止日", duty: "义务" }, find: "记录认定", findFor: (name: string) => `记录认定：${name}未报送年度报告`, findStatement: (year: number, day: string) => `未在${day}前报送${year}年度报告。`,
    releases: "解除待接收", releasesNote: (open: number, overdue: number) => `${open}件待接收，其中${overdue}件已逾期`, toReleases: "打开接收清单", noReleases: "没有待接收的解除。",
    records: (n: number) => `${n}条`,
  },
  toGo: {
    title: "应当移除的", note: "所依据的行为被撤销，以其为依据的随之移除", ownNote: "某条记录所依据的行为已被撤销。以其为依据的，由机关在法规规定的期限内移除。",
    columns: { due: "期限", organisation: "组织", thing: "应当移除", because: "被撤销的依据", law: "适用程序", end: "在何处办理" }, kinds: { listing: "列入", case: "在办案件", record: "同一行为的记录" },
    fell: "撤销于", notStated: "法规未写明期限", noLaw: "没有适用的程序", readings: "另有程序也可能适用，法规未定",
    toCase: "打开案件", toCaseOf: (name: string, of: string) => `打开案件：${name}，${of}`, open: "开始移除", openFor: (name: string) => `开始移除${name}的这条记录`, statement: (record: string, day: string) => `记录${record}所依据的行为已于${day}被撤销，本记录依据同一行为。`,
  },
  releases: {
    title: "解除待接收", lead: "每一件都已经终止。接收之后，本机关不再公示、共享或使用它。逾期未接收的，按机关公开。", none: "全部接收完毕。", noneNote: "新的解除会出现在这里。",
    columns: { pick: "选", what: "终止", organisations: "组织", of: "名单或记录", day: "终止之日", by: "应接收不迟于", consumer: "接收机关" }, take: "接收所选", takeAll: "全选请逐项勾选；没有勾选时不写入任何内容。",
    whats: { termEnded: "期满", removed: "移出", annulled: "撤销，自始无效", repaired: "修复", stayed: "停止执行", stayEnded: "停止执行结束", memorandumEnded: "备忘录终止" } as Readonly<Record<string, string>>,
    taken: (n: number) => `已接收${n}件。`, pick: (name: string) => `选中${name}`, nowhere: "期限未定",
  },
  propose: {
    title: "拟提列入建议", lead: (name: string, list: string) => `${name}：${list}`, met: "符合的标准", records: (n: number) => `依据${n}条在案记录，由登记册附上`, notMet: "没有一项标准被在案记录满足。", notMetNote: "先报送能满足标准的记录；否则不能提出建议。",
    underWay: "同一名单已有在办案件。", toCase: "打开该案", listed: "该组织已在这一名单上。", notMay: "本机关不能就这一名单提出建议。", notMayNote: "请把事实移交名单的主管机关或其下级。",
    submit: "提出建议", after: "提出之后，下一步是书面告知；组织答复之前不会列入。",
  },
  decide: {
    title: "一并决定", lead: "每一案分别写明理由；结果、依据和手续共用。不合法的逐案说明原因，其余照常决定。", none: "没有选中等待决定的案件。", noneNote: "回到工作台，勾选等待决定的案件。", reasons: (name: string) => `${name}：理由`, submit: "作出决定",
    decided: (n: number) => `已决定${n}案。`, refused: (n: number) => `${n}案未决定，原因见各案；所写内容均已保留。`, back: "回到工作台",
  },
  case: {
    title: (purpose: string, name: string) => `${purpose}：${name}`, matter: "案号", organisation: "组织", office: "办理机关", superior: "上一级机关", opened: "立案", of: "事项", procedure: "程序",
    stands: "现在", next: "下一步", until: "期限", nothing: "已无事可办", whose: { office: "由办理机关", organisation: "由组织", superior: "由上一级机关" }, yours: "由您办理", noUntil: "法规未定期限", from: (day: string) => `${day}起`,
    links: { can: "可以办理", path: "全程", record: "在案内容", cannot: "现在不能办理" },
    consent: {
      to: "同意：", nobody: (step: string) => `“${step}”须经上一级机关同意，而本登记册不知有上一级机关`,
      mine: { awaited: (step: string) => `“${step}”等待贵机关同意`, given: (step: string) => `贵机关已同意“${step}”`, refused: (step: string) => `贵机关不同意“${step}”` },
      other: { awaited: (office: string, step: string) => `“${step}”等待${office}同意`, given: (office: string, step: string) => `${office}已同意“${step}”`, refused: (office: string, step: string) => `${office}不同意“${step}”` },
      since: { awaited: (day: string) => `自${day}起等待`, given: (day: string) => `${day}`, refused: (day: string) => `${day}` }, refusedNote: "不得作出须经同意的结果；可以作出其他结果，或者撤回。",
    },
    can: "现在可以办理", canNot: "现在没有可以由您办理的事。", canNotNote: "轮到您时，表单会出现在这里。",
    path: "全程", pathNote: "由法规规定的步骤", pathStates: { done: "已办", open: "可办", waits: "未到", tooLate: "已过期限", closed: "不再办理" }, automatic: "由登记册自动办理", optional: "可有可无", second: "上一级", dueBy: "不迟于", wasDue: "应不迟于",
    record: "在案内容", recordNote: "按先后", noRecord: "尚无内容。", letter: "致该组织的函件", told: "自行发生的事项：致该组织的函件", letterText: "文本", letterUnsent: "登记册未发送", letterStates: { waiting: "待发送", sent: "已发送（发送不等于送达）", uncertain: "是否到达不明", givenUp: "未能发送" }, acting: "承办", attachments: "附件", bytes: (n: number) => (n < 1024 ? `${n} B` : n < 1024 * 1024 ? `${Math.ceil(n / 1024)} KB` : `${Math.ceil((n * 10) / (1024 * 1024)) / 10} MB`),
    cannot: "现在不能办理", cannotNote: "为什么，依据哪一条", readings: "另有程序也可能适用，法规未定：", recused: "已回避：", stayed: (day: string) => `自${day}起停止执行`,
    entries: {
      ListingProposed: "提出建议", NoticeIssued: "告知", NoticeServed: "送达", DefenceReceived: "答复", HearingHeld: "听证", OfficerRecused: "回避", ConsentGiven: "上级同意", ConsentRefused: "上级不同意", ListingDecided: "决定", ProposalWithdrawn: "撤回建议", ListingRemoved: "移出",
      CaseOpened: "立案", StepTaken: "办理", CaseWithdrawn: "撤回", RecordRepaired: "记录修复", RecordCorrected: "记录更正", RecordReported: "记录报入", EffectsStayed: "停止执行", StayEnded: "停止执行结束", FilesSeparated: "档案分开", FilesJoined: "档案合并",
    } as Readonly<Record<string, string>>,
    actions: {
      IssueNotice: "作出告知", RecordService: "记录送达", ReceiveDefence: "代收答复", HoldHearing: "举行听证", GiveConsent: "同意或者不同意", DecideListing: "作出决定", WithdrawProposal: "撤回建议", RecuseOfficer: "记录回避", RemoveListing: "移出名单", TakeStep: "办理", WithdrawCase: "撤回案件", OrderStay: "决定停止执行", EndStay: "结束停止执行", Recuse: "记录回避",
    } as Readonly<Record<string, string>>,
    answer: "答复",
    did: {
      ListingProposed: "建议已提出。下一步：书面告知。", NoticeIssued: "告知已作出。下一步：送达，并记录送达。", NoticeServed: "送达已记录。答复期自此起算。", DefenceReceived: "答复已收下，在案。", HearingHeld: "听证已记录。", OfficerRecused: "回避已记录。", ConsentGiven: "同意已在案，办理机关可以继续。", ConsentRefused: "不同意及其理由已在案。", ListingDecided: "决定已作出。", ProposalWithdrawn: "建议已撤回，本案结束。", ListingRemoved: "已移出名单，并已告知各接收机关。",
      CaseOpened: "案件已立。", StepTaken: "已办理并在案。", CaseWithdrawn: "案件已撤回。", EffectsStayed: "已停止执行。", StayEnded: "停止执行已结束。",
    } as Readonly<Record<string, string>>,
    didStep: (step: string) => `“${step}”已办理并在案。`,
  },
  form: {
    fields: {
      facts: "事实", factsHint: "写明时间、地点、行为和证据。", basis: "法律依据", means: "送达方式", failed: "以此方式未能送达，改用法规规定的替代方式", servedOn: "送达之日", statement: "陈述", receivedOn: "收到之日", hearing: "要求听证",
      chair: "主持人", attended: "组织到场", minutes: "笔录", heldOn: "举行之日", outcome: "结果", reasons: "理由", conditions: "条件（每行一条）", reason: "理由", officer: "回避的岗位", act: "以何种方式", exit: "出路的标识（法规列有数条时填写）",
      actedOn: "违法行为之日",
      officers: (n: number) => (n > 1 ? `共同承办的岗位（法规要求${n}人）` : "共同承办的岗位"), self: "您", consent: "是否同意", consentHint: "不同意的，须写明理由。", reviewOn: "法制审核之日", attachments: "附件", attachmentsHint: "最多5个，每个不超过10 MB：PDF、PNG、JPEG或UTF-8纯文本。",
      fromNowOn: "只自今日起移出，此前的列入有效", stated: (word: string) => `须写明：${word}`,
    },
    consents: { given: "同意", refused: "不同意" } as Readonly<Record<string, string>>,
    correction: { title: "准予时，所涉的记录", choose: "该记录", annul: "撤销，自始无效", correct: "更正为下列内容", hint: "下列是在案的内容。选择更正时只改有误的；没有改动的保持不变。", money: "以元为单位，如12000.50。", unfit: "这一项不接受所填的值。" },
    acts: { annulment: "撤销，自始无效", performance: "履行义务", repair: "信用修复", release: "提前解除", review: "复核" },
    choose: "请选择", required: "必填",
    foreseen: {
      title: "登记册预见的后果", note: "告知书须写明；由施行中的各备忘录和法规推导，不由您填写。", binding: "将适用", possible: "机关可以决定适用", lost: "将失去的优待", open: "尚缺事实，可能适用", entailed: "法规随之列入", none: "未预见任何措施。", told: (n: number) => `告知书将写明${n}项措施。`, answer: (time: string) => `答复期：${time}`, columns: { measure: "措施", authority: "机关", memorandum: "依据备忘录" }, basis: "法律依据（取自名单）", law: "法规本身",
    },
  },
  /** The whole message of a refusal or problem, and of a finding, in the reader's language; nothing: the register's own words. */
  said: (wrong: ToSay, say: Saying) => saidZh(wrong, say),
  finding: (finding: Pick<Finding, "code" | "at" | "facts">) => findingZh(finding),
  problem: { title: "没有办成", back: "回到工作台" },
};

/** The shape every language has. */
export type DeskMessages = typeof deskZh;
