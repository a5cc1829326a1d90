// The words of the pages in Chinese. Full-width punctuation, half-width figures, no spaces typed between Han and Latin.
import { html, type Html } from "./html.ts";
import { alertsZh } from "./dictionary-alerts-zh.ts";
import { planZh } from "./dictionary-plan-zh.ts";
import { deskZh } from "./dictionary-desk-zh.ts";
import { reportZh } from "./dictionary-report-zh.ts";
import { handinZh } from "./dictionary-handin-zh.ts";
import { measuresZh } from "./dictionary-measures-zh.ts";
import { operatorsZh } from "./dictionary-operators-zh.ts";
import { ownZh } from "./dictionary-own-zh.ts";
import { preflightZh } from "./dictionary-preflight-zh.ts";
import { relationsZh } from "./dictionary-relations-zh.ts";
import { statisticsZh } from "./dictionary-statistics-zh.ts";
import { apiZh } from "./dictionary-api-zh.ts";
import { feedsZh } from "./dictionary-feeds-zh.ts";
import { suppliersZh } from "./dictionary-suppliers-zh.ts";
import { timeZh } from "./dictionary-time-zh.ts";
import { lawFieldsZh, lawPagesZh, lawWordsZh } from "./dictionary-law-zh.ts";
import type { Confidence, Effect, Entry, Force, ListColour, Reach, State } from "./view-models.ts";
import type { Shelf } from "./view-models-organisation.ts";

/** Fields of the law files that have a word; others are shown by their own name. */
const fields: Readonly<Record<string, string>> = {
  ...lawFieldsZh,
  number: "文号", issuedOn: "发布日", rank: "效力级别", issuer: "发布机关", published: "公布", level: "层级", superior: "上级", powers: "职权", aliases: "别称", short: "简称", of: "对象", length: "长度",
  alphabet: "字符", form: "形式", checks: "校验", refused: "不予登记", parts: "组成", undetermined: "无法确定时", where: "地点", authorities: "机关", fields: "字段", disclosure: "公开方式",
  publicationMonths: "公示月数", retentionMonths: "保存月数", about: "内容", colour: "性质", owner: "主管机关", holds: "来源", regions: "地域", sectors: "行业", criteria: "条件", criteriaAnchor: "条件适用日",
  end: "期限", endAnchor: "期限适用日", procedure: "程序", exits: "出路", entailed: "法定随附", lostWhen: "失去情形", freshForDays: "有效天数", succession: "承继", memorandum: "备忘录", clause: "条款",
  trigger: "起因", authority: "机关", exceptOwner: "不含主管机关", acts: "事项", effects: "效果", amount: "数额", force: "强度", reaches: "及于", lasts: "持续", within: "范围", conditions: "条件", anchor: "适用日",
  signedOn: "签署日", parties: "会签机关", clauses: "条款", steps: "步骤", year: "年", holidays: "放假日", makeUpDays: "调休工作日", tiers: "档次", decidedBy: "决定机关", decideWithin: "决定时限", milder: "从轻", covers: "涵盖",
  names: "名称", basis: "依据", kind: "种类", id: "标识", count: "数目", unit: "单位", years: "年", months: "月", days: "日", from: "自", until: "至", expression: "表达式", lists: "名单", act: "事项", on: "日期", law: "法规日",
  verdict: "结论", listings: "列入", records: "记录", decisions: "决定", organisation: "组织", name: "名称", list: "名单", label: "标号", effectiveFrom: "生效日", decidedOn: "决定日", type: "种类", by: "由", measures: "措施",
  missing: "缺少", failed: "不成立", possible: "可能", favours: "优待", presumed: "视为成立", listed: "在列", because: "理由", presume: "视为", quote: "原文", article: "条", instrument: "文件", value: "值", taxonomy: "分类", parent: "上级",
  given: "事实", expect: "结果", citation: "依据", ground: "情形", measure: "措施", listing: "列入", choice: "选择", effect: "效果", bound: "界限", originator: "原决定机关", practices: "行为", region: "地域", sector: "行业", publishedFrom: "公布日", actedOn: "行为发生日", practiceOn: "行为发生日",
  required: "必填", choices: "可选值", formats: "格式", complete: "是否全量版本", headerRows: "标题行数", quoting: "引号规则", columns: "列", headers: "标题", to: "填入", lastDay: "所填为最后一日", sentinels: "无日期的写法", help: "说明", texts: "写法", readings: "读法", column: "列", pattern: "样式", consumes: "取用", editionDay: "版本日",
  minimumMonths: "最短公示月数", maximumMonths: "最长公示月数", endsByItself: "期满自动终止", documents: "材料", after: "先行步骤", what: "所需履行", earliestMonths: "最早月数", rule: "规则", unless: "除外", inherits: "沿用", when: "适用情形", affiliate: "关联方", unknownWhen: "未知情形",
  sinceEarliest: "最早起算日", sinceLatest: "最迟起算日", recordType: "记录种类", grades: "等级", optional: "可选", states: "须写明", officers: "经办人数", superiorConsent: "须经上级同意", legalReview: "须经法制审核", outcomes: "可能结果", substitute: "送达不成时",
  among: "涉及规则", prefer: "以何为先", old: "旧规则", replacement: "新规则", pending: "未结事项", person: "属自然人", place: "所在位", start: "起", weights: "权数", modulus: "模", complement: "取补", values: "字符值", characters: "校验字符", why: "理由", movesOffHolidays: "遇假日顺延", colours: "性质",
  "checks.end": "止", "parts.end": "止", "steps.within": "期限", "fields.name": "字段", "fields.type": "值的种类", "columns.type": "值的种类", "of.type": "记录种类", "exits.act": "方式", "listings.end": "终止", "trigger.where": "其中", "trigger.type": "记录种类", "trigger.months": "月数", "records.type": "记录种类",
};

const effects = {
  deny: "禁止", restrict: "限制", surcharge: "加收", scrutinise: "加强查验", consider: "作为参考", publicise: "公开",
  expedite: "快办", prioritise: "优先", exempt: "免予", discount: "减收", support: "扶持",
} satisfies Record<Effect, string>;
const force = { mandatory: "必须适用", discretionary: "机关可裁量", "mandatory-unless-declined": "必须适用，除非声明不执行" } satisfies Record<Force, string>;
const colours = { black: "约束类名单", red: "守信类名单", scrutiny: "重点关注名单", warning: "警示名单" } satisfies Record<ListColour, string>;
const exitActs = { cause: "起因消除", term: "期满", repair: "信用修复", performance: "履行义务", objection: "提出异议", annulment: "决定被撤销", release: "提前移出", review: "复核" };
const anchors = { dayAsked: "所问之日", act: "行为发生日", decision: "决定日", publication: "公布日", application: "申请日" };
const steps = { proposal: "提出", notice: "告知", service: "送达", defence: "陈述申辩", hearing: "听证", decision: "决定", publication: "公布", objection: "异议", verification: "核实", removal: "移出", review: "复核", application: "申请", acceptance: "受理", consent: "同意", appeal: "申请救济", interview: "约谈", commitment: "承诺", report: "报告", draw: "抽取", inspection: "检查", training: "培训", notification: "通知", acknowledgement: "确认收到" };

/** Words of the law files, by the field they stand in. A word that stands in none of these is shown as it is written there. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...lawWordsZh,
  effects, effect: effects, force, colour: colours, colours, anchor: anchors, criteriaAnchor: anchors, endAnchor: anchors, "exits.act": exitActs, "steps.kind": steps,
  reaches: { organisation: "本组织", branches: "分支机构", parent: "上级组织", "legal-representative": "法定代表人", directors: "董事", "office-holders": "任职人员", supervisors: "监事", "senior-managers": "高级管理人员", "responsible-staff": "直接责任人员", person: "列入的人", family: "家属", official: "公职人员", "organisation-of-person": "其经营的组织" },
  within: { everywhere: "各地", regionOfList: "名单所在地域" }, verdict: { bound: "受限", clear: "不受限", undetermined: "无法确定" }, undetermined: { opens: "可以办理", closes: "不放行" },
  where: { region: "地域", authority: "机关", office: "办事机关", none: "不问地点" }, about: { registration: "登记", licence: "许可", penalty: "处罚", inspection: "检查", list: "名单", commitment: "承诺", report: "报告", grade: "评级", judgment: "裁判", debt: "债务", interview: "约谈", other: "其他" },
  disclosure: { public: "公开", restricted: "受限公开", sharing: "仅供共享", working: "内部工作" }, type: { text: "文字", day: "日期", instantDay: "日期", money: "金额", integer: "整数", flag: "是否", choice: "单选", choices: "多选", rate: "比率", authority: "机关", code: "代码" },
  rank: { law: "法律", "administrative-regulation": "行政法规", "central-document": "中央文件", "judicial-interpretation": "司法解释", "departmental-rule": "部门规章", "normative-document": "规范性文件", "local-regulation": "地方性法规", standard: "标准", agreement: "协议", "institution-rule": "机构规则", "secondary-source": "二手资料" },
  level: { national: "国家", province: "省级", city: "市级", county: "县级", international: "国际", other: "其他" }, powers: { list: "列入", record: "记录", penalise: "处罚", enforce: "执行", repair: "修复", publish: "公布", coordinate: "协调" },
  holds: { reported: "据报", kept: "本登记册认定" }, succession: { follows: "随承继组织", ends: "终止" }, bound: { atLeast: "不低于", moreThan: "高于", atMost: "不高于", lessThan: "低于" },
  "steps.by": { office: "办事机关", organisation: "本组织" }, states: { facts: "事实", basis: "依据", consequences: "后果", answerDays: "答复期", reasons: "理由", exits: "出路", remedies: "救济途径" }, outcomes: { listed: "列入", conditional: "附条件列入", reprimanded: "告诫", noAction: "不予列入" },
  rule: { prefers: "择一适用", transition: "新旧衔接", suspension: "中止", milder: "从轻溯及" }, prefer: { unresolved: "未有定论" }, pending: { old: "适用旧规则", new: "适用新规则", milder: "适用较轻者" }, taxonomy: { domain: "领域", region: "地域", sector: "行业", "legal-form": "组织形式", status: "登记状态" }, of: { organisation: "组织", person: "自然人" },
  kind: { list: "名单", record: "记录", trigger: "随起因终止", term: "自有期限", organisation: "组织", status: "登记状态", grade: "评级", commitment: "承诺", fixed: "定期", reviewFrom: "期满可复核", untilDone: "直至履行", permanent: "长期", notStated: "未写明" },
  from: { decision: "自决定之日起", publication: "自公布之日起", effect: "自生效之日起" }, end: { notStated: "未写明", permanent: "长期" }, choice: { apply: "决定适用", decline: "声明不执行" }, quoting: { strict: "严格", looseQuotes: "从宽" }, missing: { where: "地点" }, failed: { declined: "声明不执行" }, sentinels: { notStated: "未写明", permanent: "长期", untilDone: "直至履行" },
};

/** Only what exists in both languages may be said; `Messages` is the type of this value. */
export const zh = {
  comma: "，",
  stop: "。",
  colon: "：",
  semicolon: "；",
  or: "或",
  space: "",
  and: "、",

  states: { bound: "受限", may: "可能受限", clear: "不受限", undetermined: "无法确定", favoured: "优待", released: "已解除", provisional: "暂定", open: "进行中" } satisfies Record<State, string>,
  effects,
  force,
  colours,
  words,
  reaches: {
    organisation: "本组织", branches: "分支机构", parent: "上级组织", "legal-representative": "法定代表人", directors: "董事", "office-holders": "任职人员",
    supervisors: "监事", "senior-managers": "高级管理人员", "responsible-staff": "直接责任人员", person: "被列入的个人", family: "亲属", official: "公职人员", "organisation-of-person": "该人经营的组织",
    also: (whom: string) => `法律还指向：${whom}`,
  } satisfies Record<Reach, string> & { also: (whom: string) => string },
  exitActs,
  kinds: {
    instrument: "法律文件", authority: "机关", identifier: "代码规则", act: "事项", "record-type": "记录种类", list: "名单", measure: "措施", memorandum: "备忘录", procedure: "程序",
    calendar: "工作日历", precedence: "适用顺序", repair: "修复规则", grade: "评级办法", term: "分类用语", office: "办事机关", template: "报送模板",
    "directory-item": "信用信息目录项", "penalty-item": "失信惩戒措施清单项", standard: "对法律自身的要求", metric: "机关评价指标", "score-scheme": "积分办法", "score-rule": "积分条目",
  } satisfies Record<Entry["kind"], string>,
  /** One of them; the plural stands above. */
  kind: {
    instrument: "法律文件", authority: "机关", identifier: "代码规则", act: "事项", "record-type": "记录种类", list: "名单", measure: "措施", memorandum: "备忘录", procedure: "程序",
    calendar: "工作日历", precedence: "适用顺序", repair: "修复规则", grade: "评级办法", term: "分类用语", office: "办事机关", template: "报送模板",
    "directory-item": "信用信息目录项", "penalty-item": "失信惩戒措施清单项", standard: "对法律自身的要求", metric: "机关评价指标", "score-scheme": "积分办法", "score-rule": "积分条目",
  } satisfies Record<Entry["kind"], string>,
  units: {
    years: (n: number) => `${n}年`,
    months: (n: number) => `${n}个月`,
    days: (n: number) => `${n}日`,
    workingDays: (n: number) => `${n}个工作日`,
  },

  frame: {
    own: "中文",
    skip: "跳到正文",
    main: "主导航",
    language: "语言",
    trail: "所在位置",
    here: "本页",
    register: "登记册",
    organisation: "组织",
    rooms: { search: "查询", lists: "名单", memoranda: "备忘录", law: "法规", statistics: "统计", developers: "开发者" },
    onlyOrganisations: "本登记册只登记组织。自然人在此不建档、不列名、不评分，也查询不到。",
    sourcesOfLaw: "法规及其来源",
    ledger: (n: string) => `登记册现至第${n}号。`,
  },

  model: {
    title: "示范辖区",
    notice: (nation: string) => `${nation}是虚构的国家：机关、组织和记录都是编造的。代码使用未分配的区划99xxxx，不可能与真实组织相同。`,
    how: "怎样生成的",
    pageTitle: (nation: string) => `示范辖区“${nation}”是怎样生成的`,
    nation: "名称",
    seed: "种子",
    until: "最后一日",
    organisations: "组织",
    offices: "办事机关",
    records: "记录",
    batches: "报送批次",
    invented: "什么是虚构的",
    inventedLines: [
      "组织的名称、代码和地址由种子生成。代码的区划为99xxxx，国家从未分配，校验位正确，却不可能属于真实组织。",
      "省、市和办事机关都是虚构的；它们适用的法规是真实法规的整理，每个数值附出处和日期。",
      "一年中的报送、告知、答复、决定、异议和修复同样由种子生成。",
    ],
    made: "怎样生成",
    madeLines: [
      "由种子生成组织、办事机关和事件的顺序；相同的种子、数量和最后一日，生成的内容相同。",
      "各机关的表格逐日报送，经过与真实报送相同的导入：同样的核对、同样的逐行答复。",
      "程序的每一步使用与真实程序相同的操作，写入登记册时用模拟的时间：组织在自己的办理台陈述、提出异议、申诉和申请，机关作出决定，使用单位确认解除，多数按期。",
      "措施、期限和出路不预先写入，由法规在查询时推导。",
    ],
    again: "重新生成",
    againLine: "在空的数据目录中运行：",
    notIn: "这里没有什么",
    notInLines: ["没有自然人的档案、列名或评分。", "没有真实组织。真实机构公布的名单放在另外的数据目录，不与此处混用。"],
  },

  colophon: {
    title: "本页的其他形式",
    permalink: "固定链接",
    command: "命令行",
    citation: "引用格式",
    from: "作答依据",
    rulebook: "法规集",
    position: "，登记册第",
    stop: "号。",
    promise: "三个时点与法规集相同，答复即相同，直至法律要求删除这些事实。",
    cite: (register: string, what: string, on: string, law: string, known: string) => `${register}，${what}，事实截至${on}，适用${law}的法规，登记册第${known}号。`,
  },

  clocks: {
    title: "三个时点",
    legend: "按哪一天的事实、哪一天的法规、登记册当时所知来作答",
    on: "事实截至",
    law: "适用法规",
    known: "登记册所知至第几号或哪天",
    again: "重新作答",
    allNow: "三个时点都是现在",
    notNow: "时点不是现在：",
    otherOn: (day: string) => `事实截至${day}。`,
    otherLaw: (day: string) => `适用${day}的法规。`,
    otherKnown: (n: string, latest: string) => `只计登记册第${n}号及以前所知，现已至第${latest}号。`,
    back: "回到现在",
    orLook: "也可看：",
    printed: (on: string, law: string, known: string) => `事实截至${on}；适用${law}的法规；登记册所知至第${known}号。`,
  },

  home: {
    title: "查询",
    question: "这家组织，今天可以办这件事吗？", questionThen: "这家组织，那天可以办这件事吗？",
    lead: "每个答复都写明：依据哪条规定、谁决定的、从哪天到哪天、怎样出来。",
    sentence: ["organisation", "在", "day", "可以", "act", "吗？"] satisfies readonly string[],
    organisation: "组织",
    placeholder: "名称、曾用名、拼音或代码",
    day: "哪一天",
    act: "事项",
    anyAct: "不选，即显示全部",
    ask: "查询",
    forExample: "例如",
    latest: "最近的决定与公布",
    latestNote: "按日期排列，每类至多5项",
    now: "登记册现状",
    allLists: "全部名单", cited: "首页",
    roles: {
      title: "你来办什么",
      of: [
        { who: "我是一家组织", links: [["/search", "现在受不受限，怎样出来"], ["/law/by/list", "哪些名单会列入我们这样的组织"], ["/desk", "申请修复、提出异议、报送年报"]] },
        { who: "我在机关工作", links: [["/desk", "报送表格，逐格答复"], ["/memoranda", "别的机关因我们的名单要做什么"], ["/authorities", "机关怎样被衡量"]] },
        { who: "我要核对交易对手", links: [["/suppliers", "整份供应商名单一次查清，留存回执"], ["/verify-report", "验证一份信用报告"], ["/api", "接口与可以运行的示例"]] },
        { who: "我在研究这套制度", links: [["/statistics", "列入与解除的数目"], ["/law", "法规即数据"], ["/law/diff", "两日的法规有什么不同"], ["/law/lint", "法规哪里不合标准"]] },
      ] satisfies readonly { readonly who: string; readonly links: readonly (readonly [string, string])[] }[],
    },
    regimes: "适用哪一版法规",
    regimesNote: "同一事实，各年法规结果不同。选一版，时点随之改变。",
    counts: {
      organisations: "在册组织", listed: "约束类名单在列", bound: "至少一项措施必须适用", may: "等待机关裁量", undetermined: "资料未到或相互矛盾", favoured: "守信类名单带来的便利",
      releasedYear: "近12个月已终止的列入", released: "只公布数目", provisionalDays: "暂定期限", provisional: "跨入未公布的假日", heldRows: "待核", held: "尚不能确定属于哪家组织的行",
    },
  },

  latest: {
    day: "日期", what: "事件", organisation: "组织", of: "名单或记录", by: "决定或公布机关", all: "整份名单",
    none: "按所选时点，没有决定或公布。", noneNote: "报送之后，这里按日期列出。", noLists: "按所选时点，没有名单有组织在列。", noListsNote: "法规中的名单见全部名单。",
    events: { listed: "列入", reported: "据报列入", noticed: "拟列入告知", proposed: "符合条件，待处理", recorded: "记录", favoured: "列入守信类名单", edition: "新一版名单", corrected: "更正", objected: "异议受理", applied: "裁量适用", declined: "声明不执行" },
  },

  deliveries: {
    title: "知道什么，不知道什么",
    note: "每份资料最近报到哪一天；斜纹表示迟到或从未报送",
    states: { onTime: "按时", late: "迟到", none: "按时，0件", never: "从未报送", received: "已报送" },
    neverDelivered: (n: number) => `另有${n}份名单从未报送：谁在上面，本登记册不知道。`, all: "全部名单",
    daysLate: (n: number) => `迟到${n}天`,
    last: "至",
    inferred: "（推定日）",
    nothingYet: "尚无报送",
    comma: "，",
  },

  search: {
    suggestions: "建议的组织",
    code: "代码", export: "导出", clear: "取消筛选", any: "不限", noneLeft: "筛选后没有组织。", noneLeftNote: "可以取消一项筛选，或者换一个词。",
    title: "查询组织",
    matching: (asked: string) => `与“${asked}”相符的组织`,
    short: (asked: string, total: number) => (asked === "" ? "查询组织" : `${asked}，${total}家组织`),
    readAs: "按名称、曾用名、名称的一部分、拼音和代码查找；全角半角、大小写和标点不影响结果。",
    also: "也可试",
    label: "名称、曾用名、拼音或代码",
    search: "查询",
    results: "查询结果",
    organisations: (n: number) => `${n}家组织`,
    stateOn: (day: Html) => html`状态截至${day}`,
    columns: { organisation: "组织", state: "状态", earliest: "最早出路", kind: "种类与行业", region: "登记地" },
    foundBy: { name: "名称相符", code: "代码相符", file: "档案号相符", pinyin: "拼音相符", initials: "拼音首字母相符", formerName: "曾用名相符", alias: "别名相符", part: "名称的一部分相符", similar: "写法相近", list: "见于名单" },
    inActs: (n: number) => `${n}个事项`,
    notThen: "按所选时点，尚未在册",
    forAct: (act: string) => `状态针对事项：${act}`,
    more: (n: number) => `${n}家以上组织`,
    isPerson: "这是自然人的号码。", isPersonNote: "本登记册没有自然人，号码没有用于查找，也不会写在任何地方。",
    also_: (n: number, state: string) => `另有${n}项${state}`,
    held: (n: number) => `另有${n}行待核。`,
    heldName: "所写名称：",
    resembles: "与下列组织相近：",
    heldNote: "在有人作出判断之前，不计入任何组织。",
    person: "在找自然人？",
    noPerson: "查不到。本登记册只登记组织；法定代表人和董事不可查询。",
    none: (asked: string) => (asked === "" ? "请写出要查的组织。" : `没有与“${asked}”相符的组织。`),
    noneNote: "登记册里没有它，并不说明它在别处的情况。",
    teach: ["代码：统一社会信用代码18位，或登记册的档案号，如P00000018。", "名称：写其中连续的几个字即可；曾用名和别名同样可查。", "拼音：全拼，如hengdu；声调和空格不必写。", "境外组织：按其公布名单上的拉丁字母名称。"],
    filters: "筛选",
    apply: "筛选",
  },

  ask: { may: "可以办这件事吗？", choose: "选择事项", place: "在哪里", anyPlace: "不限地点", ask: "查询" },

  answer: {
    earliest: "最早的出路",
    noDay: "未写明日期",
    noDayHead: "没有写明日期。",
    noWayStated: "依据的来源没有写明期限，也没有写明怎样出来。登记册不代为填写。",
    allWays: "全部出路与期限",
    missing: "缺少什么",
    neededBy: "需要它的是",
    from: "，应由下列机关报送：",
    since: (day: Html) => html`，自${day}起缺少`,
    opens: "在此之前，本事项按可以办理处理。",
    closes: "在此之前，本事项按不放行处理。",
    checked: "核对了什么",
    mayStill: (n: number) => `${n}项措施机关仍可决定，决定之前不约束：`,
    favours: (n: number) => `${n}项便利：`,
    openNow: "现在即可",
    onlyWhere: "，只适用于下列机关的地域：",
    checkedMeasures: (n: number) => (n === 0 ? "没有任何措施涉及本事项与这家组织。" : `核对了${n}项措施，没有一项约束这家组织办理本事项。`),
    whyNot: "逐项的理由",
    presumed: "依法视为成立：",
  },

  chain: {
    kinds: { measure: "措施", clause: "备忘录条款", listing: { reported: "据报列入", kept: "列入" }, entailed: "法定随附", decision: "决定", criterion: "条件", record: "记录", status: "登记状态", withheld: "不予显示" },
    effect: (effects: string, force: string) => `${effects}，${force}。`,
    amount: (amount: string) => `数额：${amount}。`,
    since: (day: Html) => html`${day}起。`,
    parties: (n: number) => `${n}家机关会签`,
    inForceSince: (day: Html) => html`${day}起施行。`,
    effective: (day: Html) => html`${day}生效。`,
    fromNotStated: "生效日未写明。",
    grounds: "事由：",
    groundsNotStated: "事由未写明。",
    edition: (day: Html, inferred: boolean) => html`见于${day}${inferred ? "（推定日）" : ""}的名单版本。`,
    decided: (day: Html) => html`${day}作出决定`,
    decidedNotStated: "决定日未写明",
    deciderNotStated: "决定机关未写明",
    notice: (day: Html) => html`${day}告知。`,
    answered: (day: Html) => html`组织于${day}答复。`,
    silent: (day: Html) => html`至${day}答复期满，组织未答复。`,
    noticeNotStated: "告知与答复未写明。",
    holds: { met: "已满足", notMet: "未满足", unknown: "未知", presumed: "依法视为满足" },
    here: "本案",
    needs: "还需知道：",
    of: (day: Html) => html`日期${day}。`,
    position: (n: string) => `登记册第${n}号。`,
    entailedNote: "由法律本身产生，随起因存在和终止。",
    withheld: "理由不予显示",
    withheldNote: "查询者无权查看这一理由；措施本身有效。",
  },

  source: { file: "来源表格", comma: "，", row: (n: number) => `第${n}行`, sheetRow: (sheet: string, n: number) => `“${sheet}”表第${n}行`, fileRow: (file: string, n: number) => `${file}第${n}行`, notStated: "未写明" },

  exits: {
    now: "现在可提", sameDay: { annulment: "随决定当日", performance: "履行之日", cause: "起因消除之日" } as Readonly<Record<string, string>>, nothingToApply: "无须申请。", closed: "已过期限", atOnce: "随时", afterMonths: (n: number) => `满${n}个月`,
    by: "由谁决定：",
    within: (time: string) => `须在${time}内决定。`,
    condition: { met: "（已满足）", open: "（未满足）", unknown: "（未知）" },
    noneInLaw: "法规没有写明怎样出来。",
    reading: (rule: Html) => html`以适用${rule}为前提；适用何种规则未有定论。`,
  },

  ends: {
    notStated: "未写明", permanent: "长期", untilDone: "直至履行", reviewFrom: "可复核自", notApplied: "未适用", unknown: "未知", amountNotStated: "数额未写明",
    freeOn: (day: string) => `${day}起恢复。`,
    endsOn: (day: Html) => html`${day}止`,
    notStatedSentence: "期限未写明。",
    permanentSentence: (basis: string) => `长期有效：${basis}。`,
    untilDoneSentence: (what: string) => `直至：${what}。`,
    reviewSentence: (day: string, what: string) => `${day}起可复核：${what}。`,
  },

  endRules: {
    fixed: (time: string, from: string) => `期限${time}，${from}。`,
    review: (time: string, from: string) => `满${time}起可复核，${from}。`,
    notStated: "法规没有写明期限。",
    from: { decision: "自决定之日起", publication: "自公布之日起", effect: "自生效之日起" },
  },

  effectsTable: {
    verdict: "结论", act: "事项", effect: "效果", authority: "机关", force: "强度", from: "自", freeOn: "恢复于", earliest: "最早出路", law: "依据",
    undecided: (force: string) => `${force}，未决定`, clausesOf: "条款见：",
    legend: { bound: "必须适用", may: "机关可裁量，未决定", undetermined: "资料不足以回答", favoured: "优待", provisional: "暂定：跨入未公布的假日" },
  },

  organisation: {
    file: "档案号", codes: "代码", status: "状态", kind: "种类", legalForm: "组织形式", sector: "行业", region: "登记地", place: "地址", since: "成立",
    links: { answer: "答复", why: "为什么", out: "怎样出来", all: "全部措施", laws: "换一版法规", file: "在册资料", sources: "资料到位" },
    standing: {
      bound: (name: string, n: number, acts: number) => `${name}在${acts}个事项中有${n}个受限。`, undetermined: (name: string, n: number, acts: number) => `${name}在${acts}个事项中有${n}个无法确定。`, clear: (name: string, acts: number) => `${name}在${acts}个事项中都不受限。`,
      on: "在列", since: (day: string) => `自${day}起。`, unlisted: "没有公开的列入。", more: (n: number) => `另有${n}项列入`, first: "这是最先开放的一条；全部解除须办完退出计划的各步。", plan: "退出计划：每一步、找谁、何时",
      beside: "还要知道", nothingElse: "没有机关可以另行限制的，也没有优待。", acts: (n: number) => `${n}个事项`, ask: "选择一个事项，看缺什么资料、由谁报送。",
    },
    counts: (acts: number, parts: string) => `${acts}个事项中：${parts}`,
    countOf: (n: number, state: string) => `${n}个${state}`,
    why: "为什么",
    backwards: "从措施往回，直到那条记录",
    nthReason: (n: number, of: number) => `理由${n}，共${of}项`,
    noReason: "没有约束本事项的措施。",
    noReasonNote: "缺少的资料见上方答复。",
    out: "怎样出来",
    all: "对它有效的一切",
    allNote: "受限、可能受限、无法确定、优待",
    nothingApplies: "没有任何措施适用于它。",
    nothingAppliesNote: "已按所选时点核对在册的全部名单和记录；没有报送的，不在其中。",
    officeHolders: "指向任职人员的措施", officeHoldersHead: "只作为法规列出。", officeHoldersNote: "法律把这些措施指向法定代表人或任职人员。本登记册没有自然人，对任何人都不执行。",
    laws: "同一事实，换一版法规",
    citation: (name: string, file: string, act: string | null) => `${name}（${file}）${act === null ? "" : `，${act}`}`,
  },

  spared: { title: "核对过而不约束的措施", note: "写明哪一项条件不成立", measure: "措施", authority: "机关", failed: "不成立的条件" },

  onFile: {
    title: "在册资料", note: "0表示已报送的资料中没有可以公开的",
    disputedSince: "异议提出于", toGo: "应当移除", names: "名称与代码", listings: "列入", history: "登记册获知的经过",
    shelves: { registration: "登记", licence: "许可", penalty: "处罚", inspection: "检查", list: "名单", commitment: "承诺", report: "年度报告", grade: "评级", judgment: "裁判", debt: "债务", interview: "约谈", other: "其他", history: "历史" } satisfies Record<Shelf, string>,
    what: "种类", value: "内容", from: "自", until: "至", to: "至", source: "来源",
    nameKinds: { main: "名称", former: "曾用名", alias: "别名", trade: "字号", local: "当地名称" },
    state: "状态", list: "名单", freeOn: "恢复于", grounds: "事由", originator: "原决定机关", editions: "见于版本", inferred: "（推定日）",
    noSource: "本登记册作出的决定", joins: "同一组织的判断", joinsNote: "判断可以撤销；撤销后，答复如同从未合并", judgedBy: { matcher: "由登记册的比对作出", person: "由人作出" } as Readonly<Record<string, string>>,
    related: "关联组织", relation: "关系", relations: { branchOf: "是下列组织的分支机构", subsidiaryOf: "是下列组织的子公司", controlledBy: "受下列组织控制" },
    joinReasons: {
      "the names are equal once levelled": "名称统一写法后相同", "the names in local writing are equal": "当地文字名称相同", "the name of one is an alias or former name of the other": "一方名称是另一方的别名或曾用名", "the names are equal without a bracket": "去掉括注后名称相同",
      "one name is the beginning of the other": "一方名称是另一方名称的开头", "the names differ by a slip of the pen": "名称只差一处笔误", "only secondary names agree": "仅次要名称相符", "they carry the same code": "代码相同", "the code is this organisation's": "代码是这家组织的", "the name is another": "名称不同", "they are of the same country": "国家或地区相同", "their countries are often written for each other": "国家或地区的写法常互换",
      "their addresses agree": "地址相符", "their legal forms agree": "组织形式相符", "their names in local writing are equal": "当地文字名称相同",
    } as Readonly<Record<string, string>>,
    listingStates: { current: "在列", "to-come": "尚未生效", gone: "新版本中已无", ended: "已终止" },
    on: "日期", by: "机关", published: "不再公示之日", ledger: "登记册",
    noListings: "没有列入。", noRecords: (shelf: string) => `没有“${shelf}”类信息。`, noneNote: "已报送的资料中没有可以公开的。",
  },

  lists: {
    count: "名单数", all: "全部名单", note: "在列数按所选时点计算", list: "名单", colour: "性质", owner: "主管机关", today: "在列", edition: "最新版本", held: "来源",
    holds: { reported: "据报：他方公布，本登记册存证", kept: "本登记册依程序认定" },
    unknown: "未知", notOpen: "不公开", byLaw: "依法逐家产生，不汇总", kept: "随决定更新", noEdition: "尚无版本", entailed: "法律直接产生，不由机关决定", inferred: "推定日", stale: "已过时",
  },

  list: {
    links: { charter: "章程", onIt: "在列组织", editions: "版本", setsOff: "引起什么" },
    criteria: "列入条件", criteriaNote: "条件只提出，机关才决定",
    noCriteria: "未写明条件。", noCriteriaNote: "名单由他方公布，其条件不在本登记册的法规中。",
    entailed: "法律直接产生的列入", lostWhen: "出现下列情形即不再在列", basis: "依据",
    leaving: "怎样结束", end: "期限", exits: "出路",
    publication: "公布", isPublished: "公布", isNotPublished: "不公布", where: "地域", everywhere: "各地", sectors: "行业", everySector: "各行业",
    succession: "合并、分立时", successions: { follows: "随承继组织", ends: "终止" }, procedure: "程序", fresh: "版本有效期", freshFor: (n: number) => `${n}天，之后的答复为“无法确定”`,
    onIt: (n: number) => `在列：${n}项`, whoIsOnIt: "谁在列",
    notOpen: "不公开。", notOpenNote: "法律不公布这份名单：谁在列、有多少，只有本组织和有关机关能看到。", byLaw: "这里不汇总。", byLawNote: "列入由法律本身产生；查询一家组织时，它的页面写明是否在列。", decided: "决定日",
    nobody: "没有组织在列。", nobodyReported: "按所选时点所知的版本中没有。", nobodyKept: "按所选时点，没有作出列入决定。",
    editions: "版本", editionsNote: "每一版是该日的完整名单；前版有而后版无的，自后版之日起不再公布",
    setsOff: "列入引起什么", setsOffNothing: "不引起任何措施。", setsOffNothingNote: "没有备忘录或法规把它与措施相连。",
  },

  editions: { asOf: "版本日", rows: "行数", added: "新增", gone: "减少", id: "版本号" },
  pager: { title: "分页", previous: "← 上一页", next: "下一页 →", stretch: (from: string, to: string, total: string, position: string) => `第${from}至${to}，共${total}${position === "" ? "" : `，固定于登记册第${position}号`}` },

  criteria: {
    all: "下列各项同时成立", any: "下列任一项成立", none: "下列各项均不成立", atLeast: (n: number) => `下列至少${n}项成立`, unless: "但有下列情形之一的除外",
    records: (n: number) => `至少${n}条记录：`, whose: { parents: "（所属总机构）", owners: "（母公司）", controllers: "（控制方）" }, withinMonths: (n: number) => `，${n}个月内`, where: "且每条记录",
    listed: (n: number) => `至少${n}项列入：`,
    presumed: (holds: boolean) => `未知时视为${holds ? "成立" : "不成立"}：`,
  },

  cascade: {
    title: "备忘录的传导图",
    description: (lists: number, authorities: number, clauses: number, must: number) => `${lists}份名单的列入引起${authorities}家机关的${clauses}项措施，其中${must}项适用，${clauses - must}项由机关裁量。`,
    seeMatrix: "下方表格内容相同。",
    heads: { criteria: "条件提出", lists: "机关列入", authorities: (n: number) => `${n}家机关采取措施，宽度为条款数`, effects: "效果" },
    listed: (n: number) => `在列${n}项`,
    decidedBy: (owner: string) => `由${owner}决定`,
    measures: (n: number) => `${n}项`,
    backOut: "怎样出来：",
    noWayBack: "法规没有写明。",
  },

  matrix: { authority: "机关", measures: "措施", owner: "名单主管机关", all: (n: number) => `全部${n}家`, none: "无", clause: "第" },

  memoranda: { count: "备忘录数", all: "全部备忘录", note: "一家机关列入，多家机关采取措施", memorandum: "备忘录", setOffBy: "起因", signed: "签署", authorities: "机关数", clauses: "条款数", none: "没有备忘录。", noneNote: "所选日期的法规中没有。" },

  memorandum: {
    links: { cascade: "传导图", matrix: "机关与效果", clauses: "条款", conditions: "条件", parties: "会签机关", people: "任职人员" },
    headline: (of: { owner: string | null; lists: number; authorities: number; measures: number; mandatory: number; declinable: number; discretionary: number; endTogether: boolean }) =>
      `${of.owner === null ? `${of.lists}份名单中任一份列入一家组织` : `${of.owner}列入一家组织`}，${of.authorities}家机关采取${of.measures}项措施：${[
        ...(of.mandatory > 0 ? [`${of.mandatory}项必须适用`] : []),
        ...(of.declinable > 0 ? [`${of.declinable}项必须适用，除非声明不执行`] : []),
        ...(of.discretionary > 0 ? [`${of.discretionary}项由机关裁量`] : []),
      ].join("，")}。${of.endTogether ? "列入终止之日，措施同日停止。" : ""}`,
    legend: { discretion: "机关可裁量：决定之后才约束", dashed: "虚线：只提出，不自行列入", back: "怎样出来" },
    matrix: "机关与效果", matrixNote: "数字为条款号",
    noneHere: (effects: string) => `本备忘录没有：${effects}。`,
    clauses: "条款", clausesNote: "每一条写明强度、施行日与来源",
    conditions: "适用于各条的条件", noConditions: "没有共同条件。", noConditionsNote: "各条自己的条件写在条款中。",
    parties: "会签机关", since: "起算日", rangeNote: "确切日期未知，在此期间内", noParties: "未写明会签机关。", noPartiesNote: "措施由各条款写明的机关采取。",
    people: (n: number) => `指向任职人员的条款：${n}`,
    peopleHead: "作为法规列出。", peopleNote: "它们出现在组织的情况中，但本登记册不对任何自然人执行：这里没有自然人。",
  },

  clauseTable: { clause: "条款", act: "事项与机关", effect: "效果", since: "施行", conditions: "条件", source: "来源", exceptOwner: "不适用于名单主管机关自己" },

  law: {
    clause: (clause: string) => (/^\d+$/.test(clause) ? `第${clause}条` : clause),
    rule: "规定", sameAsAll: "同全部条款",
    confidence: { high: "确定", medium: "较确定", low: "存疑" } satisfies Record<Confidence, string>,
    inForce: "施行", sureness: "确定程度", always: "未写明起止", noneGoverns: "所选日期没有适用的版本。", noneStated: "法规没有写明。",
    fromDay: (day: Html) => html`自${day}`,
    untilDay: (day: Html) => html`至${day}前`,
    otherVersions: (n: number) => `其他日期的${n}个版本`,
    yes: "是", no: "否", nothing: "未写明", emptyCell: "空白单元格", countedFrom: (step: Html) => html`自“${step}”起`, notInForce: "所选日期的法规中没有它。", notInForceNote: "下面是它自己写明的内容。",
    entries: "条目", name: "名称", id: "标识", kind: "种类", from: "自", until: "至", nameBy: "名称", byUs: "名称由本项目拟定，来源没有给出",
    values: "内容与各版本", examples: "算例", examplesNote: "作为测试运行", given: "事实", expected: "结果", exampleHolds: "与法规集相符", exampleFails: "与法规集不符",
    usedBy: "哪些条目用到它", usedByNone: "没有条目用到它。", usedByNoneNote: "它本身仍是法规的一部分。",
    noBasis: "没有写明依据。", noBasisNote: "这本身是一项缺陷。", noExamples: "还没有算例。", noExamplesNote: "规则照常适用。", noValues: "没有其他内容。", noValuesNote: "该条目只有名称和依据。",
    people: "关于自然人的规则", peopleHead: "只作为法规列出。", peopleNote: "登记册不适用这些规则；任何关于组织的答复都不读取它们。",
  },

  fields,
  pages: lawPagesZh,
  desk: deskZh,
  handin: handinZh,
  measures: measuresZh,
  operators: operatorsZh,
  own: ownZh,
  time: timeZh,
  report: reportZh,
  preflight: preflightZh,
  plan: planZh,
  alerts: alertsZh,
  suppliers: suppliersZh,
  statistics: statisticsZh,
  relations: relationsZh,

  keys: {
    title: "键盘", off: "关闭单键操作（在本浏览器中记住）", close: "关闭",
    keys: [["/", "到查询框"], ["j", "到表格的下一行"], ["k", "到表格的上一行"], ["?", "显示本说明"], ["Tab", "逐一经过链接、按钮和输入框"]] as readonly (readonly [string, string])[],
  },
  api: apiZh,
  feeds: feedsZh,

  errors: {
    noOrganisation: (asked: string) => `没有“${asked}”这家组织`,
    noOrganisationNote: "按所选时点，档案号、代码或完整名称都没有相符的。名称的一部分请用查询。",
    several: (asked: string) => `“${asked}”不止一家组织`,
    severalNote: "请选择其中一家；登记册不代为猜测。",
    candidates: "可能是这些",
    notFound: "没有找到",
    problems: {
      "day-invalid": { message: (asked) => `\`${asked}\`不是日历上的一天。`, remedy: "日期写作年-月-日，如`2026-11-20`。" },
      "known-invalid": { message: (asked) => `登记册没有\`${asked}\`这个位置或日期。`, remedy: "写一个不超过现有流水号的数字，或写日期。" },
      "act-unknown": { message: (asked) => `所选日期的法规没有\`${asked}\`这个事项。`, remedy: "从事项列表中选一项；有的事项只在某些年份的法规中有。" },
      "where-unknown": { message: (asked) => `\`${asked}\`不是可以办理这个事项的地点。`, remedy: "从地点列表中选一处，或不写地点。" },
      "not-an-organisation": { message: () => "这是自然人的号码。", remedy: "本登记册只登记组织，查不到自然人；号码没有用于查找。" },
    } as Readonly<Record<string, { readonly message: (asked: string) => string; readonly remedy: string }>>,
    badQuestion: "这个问题无法作答",
    badQuestionNote: "下列各处需要改正：",
    askNow: "按现在作答",
    noPage: "没有这一页",
    noPageNote: "登记册没有这个地址：",
    home: "回到首页",
    fault: "登记册出错了",
    faultNote: "这是登记册的错误，不是您的。没有作出答复，也没有写入任何内容。",
    reference: "日志编号",
  },
};

/** The shape every language has. */
export type Messages = typeof zh;
