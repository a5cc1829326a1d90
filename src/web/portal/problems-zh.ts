// Problems in Chinese: for every code a sentence with what to do; where a problem says what its message is made of, the whole of it; and the
// findings about files and fields that forms of the desks can show. A code or kind that is added does not compile here without its words.
import type { Finding, Problem, ProblemFacts } from "../../service/index.ts";
import { ownZh } from "./dictionary-own-zh.ts";
import { reportFindingsZh } from "./report-findings-zh.ts";
import type { SaidProblem, Saying } from "./saying.ts";
import { sheetFindingsZh } from "./sheet-findings-zh.ts";

type Kind = ProblemFacts["kind"];
type OfKind<K extends Kind> = Extract<ProblemFacts, { readonly kind: K }>;

const SEARCH = "请以名称或代码查询。";
const DAY = "日期写作年-月-日，如`2026-01-31`。";
const NOTHING_WRITTEN = "没有写入任何内容。";

const TARGET = "请写邮箱地址，或者从各处都能访问的`https`地址。";

const ALERT_ZH = {
  form: { message: "这既不是邮箱地址，也不是网络回调地址。", remedy: TARGET }, http: { message: "网络回调须用`https`。", remedy: TARGET }, private: { message: "这不是公开的地址；不向本机周围的网络发送任何内容。", remedy: TARGET },
  there: { message: "这份名单已经通知这个地址。", remedy: "请更改或删除已有的通知。" }, many: { message: "一份关注名单的通知已满。", remedy: "请先删除一项。" }, notOn: { message: "现在不向这个地址发送。", remedy: "邮箱须先由收件人确认；已停止的须先重新开始。" },
  mail: { message: "邮件没有密钥。", remedy: "只有网络回调才签名。" }, notStopped: { message: "没有可以重新开始的。", remedy: "请另建一项通知。" },
};

/** Where nothing more is known than the code. */
export const problemsZh = {
  "measure-not-open": { message: "这项措施现在没有可以这样答复的。", remedy: "本机关的措施页写明什么可以决定、什么正在约束。" },
  "alert-refused": { message: "不能这样通知。", remedy: "请写邮箱地址，或者从各处都能访问的`https`地址。" },
  "watch-unknown": { message: "这里没有关注名单：它已经删除，或者地址不完整。", remedy: "请核对地址，或另建一份。" },
  "organisation-not-found": { message: "登记册没有这家组织。", remedy: SEARCH },
  "organisation-ambiguous": { message: "不止一家组织用这个名称。", remedy: "请写您所指的那一家的档案号或代码。" },
  "not-an-organisation": { message: "这是自然人的号码；本登记册只登记组织，查不到任何个人。", remedy: "请写组织的代码、名称或档案号。" },
  "act-unknown": { message: "所选日期的法规没有这个事项。", remedy: "请从事项列表中选一项。" },
  "where-unknown": { message: "这不是可以办理这个事项的地点。", remedy: "请从地点列表中选一处，或不写地点。" },
  "day-invalid": { message: "日期不是日历上的一天。", remedy: DAY },
  "known-invalid": { message: "登记册没有这个位置或日期。", remedy: "请写一个不超过现有流水号的数字，或写日期。" },
  "template-unknown": { message: "没有这一报送模板。", remedy: "请从模板列表中选择。" },
  "file-unreadable": { message: "文件不能读取。", remedy: `${NOTHING_WRITTEN}请改正后重新报送。` },
  "file-refused": { message: "文件不符合模板。", remedy: `${NOTHING_WRITTEN}请改正后重新报送。` },
  "batch-unknown": { message: "没有这一批次。", remedy: "请写报送时给出的批次号。" },
  "batch-withdrawn": { message: "这一批次已经撤回。", remedy: "已无事可办。" },
  "law-entry-unknown": { message: "法规没有这一条目。", remedy: "请从法规的页面中查找。" },
  "office-unknown": { message: "本登记册没有这一机关。", remedy: "请选择已在本登记册设立的机关。" },
  "input-invalid": { message: "所填内容不能读取。", remedy: "请改正后重新提交。" },
  "held-row-unknown": { message: "这一行没有等待任何人。", remedy: "请从待定的各行中选择。" },
  "submission-unknown": { message: "没有这一次报送，或者保存它的时间已过。", remedy: "报送页面列有近来的报送和批次。" },
  "submission-busy": { message: "本机关的上一份文件还在报送。", remedy: "请等它结束，或者先取消它。" },
  "submission-over": { message: "这一次报送已经结束，不能再取消。", remedy: "有误的批次可以撤回。" },
  "refused": { message: "法规现在不允许这一步。", remedy: "依据写在旁边。" },
  "case-unknown": { message: "这里没有可以查看的这一案件或附件。", remedy: "机关和组织的工作台列有各自的案件。" },
  "thing-unknown": { message: "案件所涉的内容不在这家组织的档案上。", remedy: "请从组织工作台列出的列入、记录、合并或已决定的案件中选择。" },
  "officer-unknown": { message: "该机关没有这一岗位。", remedy: "请从列出的岗位中选择。" },
  "release-unknown": { message: "没有向这一机关告知过这件解除。", remedy: "接收清单列有告知过它的各件。" },
  "law-unreadable": { message: "法规文件有误，或者不在那里；没有启动任何内容。", remedy: "请先改正法规文件；正在运行的登记册继续使用原有的法规。" },
  "rulebook-unknown": { message: "这里没有保存这一法规版本，或者不止一个。", remedy: "请写答复所注的法规版本。" },
  "attachment-refused": { message: "附件未被接受，这一步没有办理。", remedy: "请改正后重新选择附件。" },
  "write-foreign": { message: `请求不是从本站自己的页面发出的。${NOTHING_WRITTEN}`, remedy: "请在页面上重新填写。" },
  "cursor-invalid": { message: "续查的位置已经损坏，或者属于另一个查询。", remedy: "请从第一页重新查询。" },
  "key-reused": { message: "这一请求编号已用于另一请求。", remedy: "请为新的请求使用新的编号。" },
  "not-allowed": { message: "所要看的只给当事方看。", remedy: "请以所涉的机关或组织进入工作台。" },
  "letter-unknown": { message: "案件没有这一函件。", remedy: "案件的页面列有它的函件。" },
  "letters-not-printable": { message: "这台机器不能把函件印成PDF：打印所需的软件包不在，或不能运行。", remedy: "函件可以以文本形式取得。" },
  "message-unknown": { message: "待发的函件中没有这一件。", remedy: "请从待发清单中选择。" },
  "message-settled": { message: "这一件没有需要由人判断的。", remedy: "只有是否到达不明或未能发送的才需要。" },
  "key-unknown": { message: "本登记册没有这一密钥。", remedy: "请从密钥清单中选择。" },
  "key-revoked": { message: "这一密钥已自更早之日或同日作废。", remedy: "只能改为自更早之日起作废。" },
  "keys-unreadable": { message: "这不是登记册的密钥集文件。", remedy: "请原样保存登记册公布的密钥集。" },
  "receipt-too-large": { message: "这一回执会超过可以读取的大小。", remedy: "请分几次查询，每次各取一份回执。" },
  "backup-damaged": { message: "这不是备份，或者已经损坏；没有恢复任何内容。", remedy: "请使用另一份备份。" },
  "backup-newer": { message: "这份备份由更新的程序写成；没有恢复任何内容。", remedy: "请使用写成它的程序或更新的程序。" },
  "place-not-empty": { message: "备份只能恢复到空处，而这里已有内容；没有恢复任何内容。", remedy: "请另选一处。" },
} as const satisfies Record<Problem["code"], SaidProblem>;

const BY_KIND: { readonly [K in Kind]: (facts: OfKind<K>, say: Saying) => SaidProblem } = {
  day: ({ text }) => ({ message: `\`${text}\`不是日历上的一天。`, remedy: DAY }),
  span: ({ from, until }) => ({ message: `自${from}至${until}之间没有一天。`, remedy: "截止日须不早于起始日。" }),
  office: ({ office }) => ({ message: `\`${office}\`不是本登记册的机关。`, remedy: problemsZh["office-unknown"].remedy }),
  officer: ({ officer, posts }, say) => ({ message: `该机关没有岗位\`${officer}\`。`, remedy: posts.length === 0 ? problemsZh["officer-unknown"].remedy : `它的岗位有：${posts.map(say.names).join("、")}。` }),
  case: ({ matter }) => ({ message: `这里没有可以查看的案件\`${matter}\`。`, remedy: problemsZh["case-unknown"].remedy }),
  attachment: ({ attachment }) => ({ message: `这里没有可以查看的附件\`${attachment}\`。`, remedy: "附件列在它所属的案件中。" }),
  letter: ({ matter, position }) => ({ message: `案件\`${matter}\`在位置${position}没有函件。`, remedy: problemsZh["letter-unknown"].remedy }),
  letterAddress: () => ({ message: "函件按其位置和形式取得，如`60.pdf`或`60.txt`。", remedy: problemsZh["letter-unknown"].remedy }),
  toldLetter: ({ sequence }) => ({ message: `这里没有可以查看的函件\`${sequence}\`。`, remedy: "组织的工作台列有它的函件。" }),
  alertForm: () => ALERT_ZH.form, alertHttp: () => ALERT_ZH.http, alertPrivate: () => ALERT_ZH.private, alertThere: () => ALERT_ZH.there, alertMany: () => ALERT_ZH.many, alertNotOn: () => ALERT_ZH.notOn, alertMail: () => ALERT_ZH.mail, alertNotStopped: () => ALERT_ZH.notStopped,
  toldLetterAddress: () => ({ message: "函件按其编号和形式取得，如`12.pdf`或`12.txt`。", remedy: "组织的工作台列有它的函件。" }),
  notToGo: () => ({ message: "这条记录不是必须撤去的，或者不由本机关撤去。", remedy: "工作台列有现在必须撤去的内容。" }),
  file: ({ file }) => ({ message: `没有档案号为\`${file}\`的组织。`, remedy: SEARCH }),
  code: ({ code }) => ({ message: `登记册没有代码为\`${code}\`的组织。`, remedy: SEARCH }),
  name: ({ name, near }) => ({ message: `没有一家组织的全称是“${name}”。`, remedy: near ? "只写名称的一部分不够；是不是下列之一？" : "请先查询；查询时写名称的一部分即可。" }),
  names: ({ name, count }) => ({ message: `有${count}家组织名为“${name}”。`, remedy: problemsZh["organisation-ambiguous"].remedy }),
  list: ({ list }) => ({ message: `现行法规没有名单\`${list}\`。`, remedy: "请从所列的名单中选择。" }),
  draft: ({ file, list }, say) => ({ message: `\`${file}\`不在登记册上，或者名单${say.law(list)}未施行。`, remedy: "请写在册组织的档案号和施行中的名单。" }),
  notAsked: () => ({ message: "所针对的内容不在这家组织的档案上，或者不能对它提出这一项。", remedy: "请从组织的工作台开始，那里列有对各项可以提出什么。" }),
  notMissing: () => ({ message: "这份报告不是未报送的，或者不在本机关辖区内。", remedy: "工作台列有现在未报送的报告。" }),
  release: ({ release, consumer }, say) => ({ message: `没有向${say.law(consumer)}告知过解除\`${release}\`。`, remedy: problemsZh["release-unknown"].remedy }),
  consumer: ({ authority, consumer }, say) => ({ message: `${say.law(authority)}不代表${say.law(consumer)}；只有后者或其下级可以接收它的解除。`, remedy: "请由该机关的办事机关接收。" }),
  noFiles: () => ({ message: "这一步不收附件。", remedy: "请随答复，或者随要求附件的步骤提交。" }),
  noOutcome: () => ({ message: "没有选择结果。", remedy: "请从表单列出的结果中选择。" }),
  contradicted: () => ({ message: "选择了撤销记录，而又改动了它的内容。", remedy: "请改选更正，或者恢复原来的内容。" }),
  noRelease: () => ({ message: "没有勾选任何解除。", remedy: `请至少勾选一件；${NOTHING_WRITTEN}` }),
  noAddress: () => ({ message: "这个地址没有指明可以提出的事项。", remedy: "请从组织的工作台开始，那里列有对各项可以提出什么。" }),
  action: ({ action }) => ({ message: `\`${action}\`不是本案的步骤。`, remedy: "请使用案件页面上的表单。" }),
  fileSize: ({ name }) => ({ message: `文件“${name}”超过10 MB。`, remedy: "请改正后重新提交；文件须重新选择。" }),
  over: ({ limits }) => ({ message: `${ownZh.ask.unreadable}。`, remedy: limits.map((limit) => ownZh.ask.over[limit]).join("") }),
  files: () => ({ message: "随一步提交的文件超过5个。", remedy: "请改正后重新提交；文件须重新选择。" }),
  purpose: () => ({ message: "没有选择报告的用途。", remedy: "请从所列的用途中选择。" }),
  purposeWords: ({ most }) => ({ message: `选择其他用途时须说明用途，说明不超过${most}字。`, remedy: "请用简短的文字说明用途。" }),
  period: ({ from, until }) => ({ message: `期间自${from}起，不早于其终点${until}。`, remedy: "终点是期间之后的首日；请提早起点或推后终点。" }),
  periodToCome: ({ until, on }) => ({ message: `期间至${until}，晚于所问之日${on}。`, remedy: "报告不说明将来；请提早终点，或者改问更晚的日期。" }),
  text: ({ field }) => ({ message: `\`${field}\`的文字超过20,000字，已被截断。`, remedy: "请改正后重新提交；文件须重新选择。" }),
  misfit: ({ name, template }, say) => ({ message: `文件\`${name}\`不符合报送表${say.law(template)}；${NOTHING_WRITTEN}`, remedy: "请下载这张报送表，使用它的表头。" }),
  strict: ({ name, findings }) => ({ message: `文件\`${name}\`有${findings}处问题，而报送时选择了有问题即不收；${NOTHING_WRITTEN}`, remedy: "请改正下列各处后重新报送。" }),
  measure: ({ measure, organisation, on }, say) => ({ message: `${on}对${organisation}没有可以这样答复的${say.law(measure)}。`, remedy: "本机关的措施页写明什么可以决定、什么正在约束；组织的页面写明理由。" }),
  triggers: ({ measure, organisation }, say) => ({ message: `有数项列入或者记录触发对${organisation}的${say.law(measure)}。`, remedy: "请写明指的是哪一项。" }),
  notYours: ({ template }, say) => ({ message: `法规没有让本机关报送${say.law(template)}。`, remedy: "名单的报送表由名单的主管机关及其下级报送；记录的报送表由有记录职权的机关报送。" }),
};

/** The whole message of a problem, by what it is made of where it says so, else by its code; a code that is none: nothing. */
export function problemZh(code: string, facts: ProblemFacts | undefined, say: Saying): SaidProblem | undefined {
  if (facts !== undefined) return byKind(facts, say);
  const words: Readonly<Record<string, SaidProblem>> = problemsZh;
  return words[code];
}

function byKind<K extends Kind>(facts: { readonly [L in K]: OfKind<L> }[K], say: Saying): SaidProblem {
  const kind: K = facts.kind;
  return BY_KIND[kind](facts, say);
}

const AGAIN = "请重新选择文件。";

/** Findings that a form of a desk can show: of files handed in with it, and of what was typed into its fields. */
export const findingsZh: Readonly<Record<string, (facts: NonNullable<Finding["facts"]>) => SaidProblem>> = {
  ...reportFindingsZh,
  "attachment-empty": () => ({ message: "文件是空的。", remedy: "请在其中有内容后重新选择。" }),
  "attachment-too-large": ({ bytes }) => ({ message: bytes === undefined ? "文件超过10 MB。" : `文件有${bytes}字节，至多接受10485760字节（10 MB）。`, remedy: "请以较低的分辨率扫描，或者分次提交。" }),
  "attachments-too-many": ({ files }) => ({ message: `一次提交了${files ?? ""}个文件，至多接受5个。`, remedy: "请合并成一个PDF，或者随下一步提交其余的。" }),
  "attachment-name": () => ({ message: "文件名含有斜线、控制符或改变书写方向的符号，或者是空的。", remedy: "请改用普通的文件名后重新选择。" }),
  "attachment-kind": ({ kind }) => ({ message: kind === undefined ? "文件不是这里接受的种类：PDF、PNG、JPEG或UTF-8纯文本。" : `文件是\`${kind}\`，只接受PDF、PNG、JPEG或UTF-8纯文本。`, remedy: `请另存为其中一种，文本另存为UTF-8。${AGAIN}` }),
  "attachment-not-as-named": ({ type, ending, proper }) => ({ message: `文件的内容是\`${type ?? ""}\`，而文件名以\`.${ending ?? ""}\`结尾。`, remedy: `请选择您所指的文件；如果就是这一个，请让文件名以\`.${proper ?? ""}\`结尾。` }),
  "attachment-damaged": ({ kind }) => ({ message: `文件以\`${kind ?? ""}\`开头，而末尾缺失，或者后面另有内容。`, remedy: `请在自己的机器上打开并另存。${AGAIN}` }),
  "attachment-two-in-one": ({ kind }) => kind === undefined ? { message: "文件可以同时读作两种文件，打开的人看到的可能不是您提交的内容。", remedy: `请打印或导出成新的文件。${AGAIN}` } : { message: `文本中含有\`${kind}\`的开头。`, remedy: `请直接选择\`${kind}\`文件。` },
  "day-not-read": ({ text }) => ({ message: `\`${text ?? ""}\`不是日历上的一天。`, remedy: DAY }),
  "choice-unknown": ({ text, fieldZh }) => ({ message: `\`${text ?? ""}\`不是“${fieldZh ?? ""}”可选的值。`, remedy: "请从所列的值中选择。" }),
  "field-unknown": ({ text }) => ({ message: `这种记录没有\`${text ?? ""}\`这一项。`, remedy: "请只填写页面所列的各项。" }),
  "integer-not-read": ({ text }) => ({ message: `\`${text ?? ""}\`不是整数。`, remedy: "请只写数字。" }),
  "amount-not-read": ({ text }) => ({ message: `\`${text ?? ""}\`不是金额。`, remedy: "请以元为单位写数字，如`1234.50`。" }),
  "amount-too-fine": ({ text }) => ({ message: `\`${text ?? ""}\`的小数多于两位。`, remedy: "请以元为单位写数字，至多两位小数，如`1234.50`。" }),
  "amount-too-large": ({ text }) => ({ message: `\`${text ?? ""}\`大于登记册能记载的金额。`, remedy: "请以元为单位写数字，如`1234.50`。" }),
  ...sheetFindingsZh,
  "correction-empty": () => ({ message: "没有改动记录的任何内容。", remedy: "请写明记录应当怎样，或者选择撤销。" }),
  "correction-emptied": () => ({ message: "在案的内容可以改写，不能删去。", remedy: "请写明应当是什么，或者恢复原来的内容；不应在案的记录请予撤销。" }),
  "correction-annulled": () => ({ message: "选择了撤销记录，而又改动了它的内容。", remedy: "请改选更正，或者恢复原来的内容。" }),
};
