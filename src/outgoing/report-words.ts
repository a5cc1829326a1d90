// The fixed words of credit reports in both languages, for paper, page and command line. No word of any law stands here.
import { addDays, type Language } from "../domain/terms/index.ts";
import type { Purpose, RegistrationFact, ReportContent, ReportStatement } from "../domain/proof/index.ts";
import { dayInWords } from "./letter-words.ts";

export interface ReportWords {
  readonly title: string;
  readonly certificate: string;
  readonly purposes: Readonly<Record<Purpose, string>>;
  /** By what kinds of record are about. */
  readonly about: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<RegistrationFact, string>>;
  readonly kept: Readonly<Record<"here" | "editions" | "byLaw", string>>;
  readonly findings: Readonly<Record<ReportStatement["finding"], string>>;
  readonly labels: Readonly<Record<"otherNames" | "file" | "purpose" | "period" | "day" | "law" | "known" | "rulebook" | "commitment" | "issued" | "code" | "verify" | "key" | "lot" | "root" | "organisation" | "check" | "count" | "page", string>>;
  readonly headings: Readonly<Record<"statement" | "binds" | "records" | "lists" | "registration" | "made" | "verification" | "organisations", string>>;
  readonly columns: Readonly<Record<"effect" | "authority" | "measure" | "about" | "from" | "end" | "acts" | "kind" | "delivered" | "count" | "decided" | "value" | "list" | "source" | "state" | "owner" | "number" | "name" | "result" | "code", string>>;
  readonly says: {
    readonly nothingBinds: string;
    readonly verdicts: (bound: number, undetermined: number, clear: number) => string;
    readonly possible: (count: number) => string;
    readonly favours: (count: number) => string;
    readonly missing: string;
    readonly because: string;
    readonly wayOut: string;
    readonly noWayOut: string;
    readonly notDelivered: (count: number) => string;
    readonly onNone: (count: number) => string;
    readonly listsUnknown: (count: number) => string;
    readonly noKinds: string;
    readonly noList: string;
    readonly stale: string;
    readonly inferred: string;
    readonly nobody: string;
    readonly none: string;
    readonly stands: string;
    readonly toCome: string;
    readonly disputed: (since: string) => string;
    readonly hasToGo: string;
    readonly acted: (day: string) => string;
    readonly publishedUntil: (day: string) => string;
    readonly noDay: string;
    readonly period: (from: string, last: string) => string;
    readonly model: (nation: string) => string;
    readonly numbered: string;
    readonly notes: readonly string[];
    readonly ofLot: (number: number, count: number) => string;
    readonly check: string;
    readonly noCertificate: string;
    readonly lot: (count: number) => string;
    readonly failed: string;
    readonly page: (now: number, last: number) => string;
  };
  readonly ends: Readonly<Record<"notStated" | "permanent" | "untilDone", string>> & { readonly freeOn: (day: string) => string; readonly reviewFrom: (day: string) => string };
  readonly signs: { readonly comma: string; readonly colon: string; readonly semicolon: string; readonly stop: string };
}

const ZH: ReportWords = {
  title: "公共信用报告", certificate: "公共信用报告批次证明",
  purposes: { tender: "招标投标与政府采购", listing: "上市与再融资", financing: "贷款与融资", subsidy: "申请财政资金与补贴", licence: "行政许可与审批", award: "评优评先与荣誉", other: "其他用途" },
  about: { registration: "登记", licence: "许可", penalty: "处罚与违法认定", inspection: "检查", list: "名单", commitment: "承诺", report: "申报", grade: "评级", judgment: "裁判与执行", debt: "欠款", interview: "约谈", other: "其他" },
  facts: { status: "登记状态", kind: "类别", legalForm: "组织形式", sector: "行业", region: "地区", address: "住所", country: "国家", establishedOn: "成立日期" },
  kept: { here: "由本登记册决定", editions: "按版本报送", byLaw: "依法当然列入" },
  findings: { none: "没有违法记录", some: "有记录", unknown: "无法说明" },
  labels: { otherNames: "其他名称", file: "档案号", purpose: "用途", period: "期间", day: "所问之日", law: "适用法律", known: "所知截至", rulebook: "规则集", commitment: "该位置事件的承诺值", issued: "出具时间", code: "验证码", verify: "验证地址", key: "签名密钥", lot: "批次", root: "批次摘要", organisation: "组织", check: "离线验证", count: "数目", page: "页" },
  headings: { statement: "说明", binds: "现行措施与出路", records: "期间内的记录", lists: "名单", registration: "登记信息", made: "报告如何得出", verification: "验证", organisations: "组织" },
  columns: { effect: "效果", authority: "机关", measure: "措施", about: "内容", from: "自", end: "恢复", acts: "事项", kind: "记录种类", delivered: "报送（首次 / 最近）", count: "期间内", decided: "决定日期", value: "内容", list: "名单", source: "来源", state: "状态", owner: "决定机关", number: "序号", name: "名称", result: "结果", code: "验证码" },
  says: {
    nothingBinds: "所问之日没有任何措施对其生效。",
    verdicts: (bound, undetermined, clear) => `登记册所知的${bound + undetermined + clear}个事项中，受限${bound}个，无法确定${undetermined}个，不受限${clear}个。`,
    possible: (count) => `另有${count}项措施须由机关裁量决定，尚未决定，现不生效：`,
    favours: (count) => `享有${count}项优待：`,
    missing: "无法确定之处，缺少：",
    because: "原因", wayOut: "出路", noWayOut: "未载明出路",
    notDelivered: (count) => `下列${count}种记录从未有人报送，本报告对其不作任何说明：`,
    onNone: (count) => `不在下列${count}个名单上：`,
    listsUnknown: (count) => `下列${count}个名单从未报送，或无法确定，本报告对其不作任何说明：`,
    noKinds: "法律公开的记录种类中，没有任何一种曾经报送。", noList: "期间内不在任何可以公开的名单上。",
    stale: "版本已过期", inferred: "日期为推定", nobody: "无人报送", none: "没有", stands: "在列", toCome: "尚未生效",
    disputed: (since) => `自${since}起异议处理中`, hasToGo: "所依据的行为已被撤销，应当移除", acted: (day) => `行为日期${day}`, publishedUntil: (day) => `公示至${day}前`, noDay: "未载明日期",
    period: (from, last) => `${from}至${last}（含首尾两日）`,
    model: (nation) => `${nation}是虚构的国家：本登记册的机关、组织和记录都是编造的，本报告没有任何效力。`,
    numbered: "〔U+…〕：该处的字符不能印出，以其编号代替。",
    notes: [
      "本报告仅含出具之日依法可以公开的内容。已经结束、修复、撤销或不再公开的事项不在其中，也不计入任何数目。",
      "“0”表示有人报送而其中没有；“无人报送”表示登记册不知道。报送不等于完整：报送不载明其所涵盖的时间，见首次与最近一次报送的日期。",
      "所述为账本该位置当时所知。此后报送、更正或解除的内容，可凭验证码查看。",
      "报告不含任何自然人的姓名。",
    ],
    ofLot: (number, count) => `本报告是同一批${count}份报告中的第${number}份，由同一签名出具。`,
    check: "签名文件附于本PDF内。离线验证：./probity verify-report 文件名",
    noCertificate: "未能出具", lot: (count) => `本证明涵盖${count}行，由同一签名出具。每份报告可以单独出示，并可与本证明的批次摘要核对。`, failed: "未能出具",
    page: (now, last) => `第${now}页，共${last}页`,
  },
  ends: { notStated: "未载明", permanent: "永久", untilDone: "完成为止", freeOn: (day) => day, reviewFrom: (day) => `${day}起可复核` },
  signs: { comma: "、", colon: "：", semicolon: "；", stop: "。" },
};

const EN: ReportWords = {
  title: "Public credit report", certificate: "Certificate for a lot of credit reports",
  purposes: { tender: "Tender or public procurement", listing: "Listing on an exchange", financing: "Loan or financing", subsidy: "Public funds or subsidy", licence: "Licence or approval", award: "Award or honour", other: "Another purpose" },
  about: { registration: "Registration", licence: "Licences", penalty: "Penalties and findings of breach", inspection: "Inspections", list: "Lists", commitment: "Commitments", report: "Filed reports", grade: "Grades", judgment: "Judgments and enforcement", debt: "Debts", interview: "Interviews", other: "Other" },
  facts: { status: "Status", kind: "Kind", legalForm: "Legal form", sector: "Sector", region: "Region", address: "Address", country: "Country", establishedOn: "Established on" },
  kept: { here: "decided in this register", editions: "handed in as editions", byLaw: "made by the law itself" },
  findings: { none: "No violation on file", some: "On file", unknown: "Cannot be said" },
  labels: { otherNames: "Other names", file: "File number", purpose: "Purpose", period: "Period", day: "Day asked about", law: "Law of", known: "Known up to", rulebook: "Rulebook", commitment: "Commitment of the event at that position", issued: "Made at", code: "Verification code", verify: "Verify at", key: "Signed by the key", lot: "Lot", root: "Digest of the lot", organisation: "Organisation", check: "Offline", count: "Number", page: "Page" },
  headings: { statement: "Statement", binds: "What binds, and the ways out", records: "Recorded in the period", lists: "Lists", registration: "Registration", made: "How this report was made", verification: "Verification", organisations: "Organisations" },
  columns: { effect: "Effect", authority: "Authority", measure: "Measure", about: "About", from: "From", end: "Free again", acts: "Acts", kind: "Kind of record", delivered: "Handed in (first / newest)", count: "In the period", decided: "Decided", value: "Content", list: "List", source: "Source", state: "State", owner: "Decided by", number: "No.", name: "Name", result: "Result", code: "Verification code" },
  says: {
    nothingBinds: "Nothing binds it on the day asked about.",
    verdicts: (bound, undetermined, clear) => `Of the ${bound + undetermined + clear} acts the register knows, ${bound} ${bound === 1 ? "is" : "are"} bound, ${undetermined} undetermined and ${clear} clear.`,
    possible: (count) => (count === 1 ? "One more measure is for an authority to decide; it has not, and it does not bind:" : `${count} more measures are for an authority to decide; it has not, and they do not bind:`),
    favours: (count) => (count === 1 ? "It enjoys one favour:" : `It enjoys ${count} favours:`),
    missing: "Undetermined, because this is missing:",
    because: "Why", wayOut: "Way out", noWayOut: "no way out is stated",
    notDelivered: (count) => (count === 1 ? "Of this kind of record nobody has ever handed in any; the report says nothing of it:" : `Of these ${count} kinds of record nobody has ever handed in any; the report says nothing of them:`),
    onNone: (count) => (count === 1 ? "It does not stand on this list:" : `It stands on none of these ${count} lists:`),
    listsUnknown: (count) => (count === 1 ? "This list was never handed in or cannot be determined; the report says nothing of it:" : `These ${count} lists were never handed in or cannot be determined; the report says nothing of them:`),
    noKinds: "Of the kinds of record the law publishes, none was ever handed in.", noList: "It stood on no list that may be shown.",
    stale: "edition out of date", inferred: "day inferred", nobody: "nobody has handed in any", none: "none", stands: "stands", toCome: "not in effect yet",
    disputed: (since) => `objected to since ${since}`, hasToGo: "has to go: the act behind it fell", acted: (day) => `act of ${day}`, publishedUntil: (day) => `published until ${day}`, noDay: "no day stated",
    period: (from, last) => `${from} to ${last}, both included`,
    model: (nation) => `${nation} is an invented country: the authorities, organisations and records of this register are made up, and this report has no effect.`,
    numbered: "〔U+…〕 stands for a character that cannot be printed, by its number.",
    notes: [
      "This report holds only what may be public on the day it was made. What has ended, was repaired, annulled or is no longer published is not in it and counts in no number.",
      "“0” means handed in, and none among it; “nobody has handed in any” means the register does not know. Handed in is not complete: no delivery states what time it covers; see its first and newest day.",
      "It says what was known at that ledger position. What was handed in, corrected or released since is shown by the verification code.",
      "No person is named in it.",
    ],
    ofLot: (number, count) => `This report is number ${number} of a lot of ${count}, under one signature.`,
    check: "The signed file is attached to this PDF. Offline: ./probity verify-report FILE",
    noCertificate: "not made", lot: (count) => `This certificate covers ${count} lines under one signature. Each report can be shown by itself and held against the digest of the lot.`, failed: "Not made",
    page: (now, last) => `${now} of ${last}`,
  },
  ends: { notStated: "not stated", permanent: "permanent", untilDone: "until done", freeOn: (day) => `on ${day}`, reviewFrom: (day) => `open for review from ${day}` },
  signs: { comma: ", ", colon: ": ", semicolon: "; ", stop: "." },
};

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { zh: ZH, en: EN };

/** The period in words, its last day included. */
export function periodInWords({ from, until }: ReportContent["period"], language: Language): string {
  return REPORT_WORDS[language].says.period(dayInWords(from, language), dayInWords(addDays(until, -1), language));
}

/** The statement of a report in a sentence, and how far it reaches. */
export function statementInWords({ statement, organisation, period, asOf }: ReportContent, language: Language): { readonly sentence: string; readonly reach: string } {
  const { finding, records, listings, kinds, lists } = statement;
  const [from, last] = [dayInWords(period.from, language), dayInWords(addDays(period.until, -1), language)];
  if (language === "zh") {
    const sentence = {
      none: `${from}至${last}，按账本位置${asOf.known}当时所知、可以公开的内容，没有${organisation.name}的违法记录。`,
      some: `${from}至${last}，按账本位置${asOf.known}当时所知、可以公开的内容，${organisation.name}有违法类记录${records}条，名单列入${listings}项。`,
      unknown: `${from}至${last}，${organisation.name}有无违法记录无法说明：从未有人报送处罚类记录。`,
    }[finding];
    return { sentence, reach: `以上查询了已报送的${kinds.known}种违法类记录和${lists.known}个名单。${kinds.unknown + lists.unknown === 0 ? "" : `另有${[...(kinds.unknown === 0 ? [] : [`${kinds.unknown}种记录`]), ...(lists.unknown === 0 ? [] : [`${lists.unknown}个名单`])].join("和")}无人报送或已过期，对其不作任何说明。`}` };
  }
  const sentence = {
    none: `From ${from} to ${last} no violation by ${organisation.name} is on file, of what may be public and as known at ledger position ${asOf.known}.`,
    some: `From ${from} to ${last} ${plural(records, "record")} of violations and ${plural(listings, "listing")} of ${organisation.name} are on file, of what may be public and as known at ledger position ${asOf.known}.`,
    unknown: `Whether there was a violation by ${organisation.name} from ${from} to ${last} cannot be said: nobody has handed in records of penalties.`,
  }[finding];
  return { sentence, reach: `Asked were the ${plural(kinds.known, "kind")} of record about violations and the ${plural(lists.known, "list")} that were handed in.${kinds.unknown + lists.unknown === 0 ? "" : ` Of ${[...(kinds.unknown === 0 ? [] : [plural(kinds.unknown, "more kind")]), ...(lists.unknown === 0 ? [] : [plural(lists.unknown, "more list")])].join(" and ")} nothing was handed in, or it is out of date: of them nothing is said.`}` };
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** An End in words. */
export function endInWords(end: ReportContent["lists"][number]["listings"][number]["end"], words: ReportContent["lists"][number]["listings"][number]["endWords"], language: Language): string {
  const t = REPORT_WORDS[language];
  const more = words === null ? "" : `${t.signs.colon}${words[language]}`;
  switch (end.kind) {
    case "fixed": return t.ends.freeOn(end.until);
    case "reviewFrom": return `${t.ends.reviewFrom(end.day)}${more}`;
    case "untilDone": return `${t.ends.untilDone}${more}`;
    case "permanent": return `${t.ends.permanent}${more}`;
    case "notStated": return t.ends.notStated;
  }
}
