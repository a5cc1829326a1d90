// The words of the pages about the law itself, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import { html, type Html } from "./html.ts";
import type { LawStanding, LawWay, Severity } from "./view-models-law.ts";
import type { CascadeView } from "./view-models-rules.ts";

export const lawPagesZh = {
  standing: { inForce: "施行中", notYet: "尚未施行", ended: "已失效", draft: "草案" } satisfies Record<LawStanding, string>,
  draftHead: "草案，不是法规。", draftNote: "曾经提出、预告或者公开征求意见，未见施行；任何答复都不读取它。",
  peopleMark: "关于自然人",

  ways: {
    kind: "按种类", authority: "按机关", list: "按名单", memorandum: "按备忘录", measure: "按措施", article: "按文件与条款",
  } satisfies Record<LawWay, string>,
  wayNotes: {
    list: "谁因什么列入、到哪天、怎样出来、引起什么", memorandum: "一家机关列入，哪些机关跟进", measure: "可以限制或者给予什么，由谁，依据什么", authority: "每家机关的名单、措施和记录，以及他人须为它做什么", article: "每份文件逐条：哪些规则以它为依据", kind: "全部条目，按种类",
  } satisfies Record<LawWay, string>,

  front: {
    lead: "法规以数据写成：每个值都有来源、日期和确定程度，任何一天都可以翻开。",
    search: "按词查找", searchNote: "名称、标识、注释、原文、条款", find: "查找", forExample: "例如",
    ways: "从哪里进入", wayCount: (n: number) => `${n}项施行中`,
    kinds: "有什么", kindsNote: "按所选法规日计数", kind: "种类", inForce: "施行中", other: "其他日期", drafts: "草案", people: "关于自然人",
    whole: "作为整体",
    lint: "检查", lintNote: (errors: string, warnings: string, notes: string) => `${errors}项不合标准，${warnings}项受批评，${notes}项待读者判断`,
    diff: "两日之间", diffNote: "任意两天之间，什么开始、终止、改变",
    changes: "订阅变化", changesNote: "只看某个行业、地区、机关或名单的变化",
    lastTurn: (day: Html) => html`上一次变化：${day}`, nextTurn: (day: Html) => html`已预告：${day}`,
  },

  filters: {
    title: "筛选", apply: "筛选", any: "全部", clear: "清除筛选",
    names: {
      standing: "施行状态", people: "关于自然人", body: "法律体系", confidence: "确定程度", kind: "种类", level: "层级", power: "职权", colour: "性质", domain: "领域", owner: "主管机关", authority: "机关", list: "名单", memorandum: "备忘录",
      effect: "效果", force: "强度", act: "事项", rank: "位阶", sector: "行业", region: "地区", rule: "规则", severity: "程度",
    } as Readonly<Record<string, string>>,
    people: { without: "不含", only: "只看", with: "都看" } as Readonly<Record<string, string>>,
    standings: { any: "不限" } as Readonly<Record<string, string>>,
  },

  shelf: {
    total: (n: string) => `${n}项`,
    none: "没有符合的条目。", noneNote: "放宽筛选，或换一个法规日。",
    columns: {
      name: "名称", kind: "种类", level: "层级", colour: "性质", owner: "主管机关", domain: "领域", authority: "机关", from: "起止", acts: "效果与事项", trigger: "起因", rank: "位阶", day: "发布", signed: "签署", sureness: "确定程度",
      lists: "名单", measures: "措施", memoranda: "备忘录", authorities: "机关", follows: "连带名单", clauses: "条款", rests: "所据条目", articles: "条款数",
    } as Readonly<Record<string, string>>,
  },

  authority: {
    open: "这家机关在法规中的位置", links: { lists: "它的名单", takes: "它采取的措施", others: "他人为它", more: "其他" },
    lead: (of: { lists: number; measures: number; memoranda: number; others: number; authorities: number }) => `主管${of.lists}份名单；采取${of.measures}项措施，其中涉及${of.memoranda}份备忘录；它的列入引起其他${of.authorities}家机关的${of.others}项措施。`,
    level: "层级", superior: "上级", powers: "职权",
    lists: "它主管的名单", noLists: "不主管名单。", noListsNote: "所选日期的法规中，没有名单由它决定。",
    releases: "引起的措施", byAuthorities: "机关数", follows: "连带名单",
    takes: "它采取的措施", takesNote: "同一备忘录的合在一起", noTakes: "不采取措施。", noTakesNote: "所选日期的法规没有要求它限制或者给予什么。", under: "依据", byLaw: "法规本身", mandatory: "必须适用", effects: "效果", all: "逐项查看",
    others: "它的列入要求别人做什么", othersNote: "由其他机关采取", noOthers: "不要求别人做什么。", noOthersNote: "没有其他机关的措施以它的名单为起因。",
    more: "其他", what: { recordTypes: "形成名单与评级的记录", grades: "评级", repairs: "修复规则", metrics: "衡量机关的指标", memoranda: "会签的备忘录", below: "下级机关" },
  },

  instrument: {
    article: "条款", open: "哪些规则以它为依据", lead: (n: number, articles: number) => `${n}处以它为依据，涉及${articles}个条款。`,
    whole: "未写明条款", none: "没有规则以它为依据。", noneNote: "它作为文件收录，供读者查阅。", rests: "所据条目", quote: "原文",
  },

  search: {
    title: "在法规中查找", matching: (asked: string) => `法规中与“${asked}”相符的`,
    label: "词语、标识或条款", total: (n: string) => `${n}个条目`,
    readAs: "英文按词和词头，中文按字；多个词须同时出现。名称相符的在前。",
    fields: { name: "名称", id: "标识", otherName: "别称或编号", part: "内容", note: "注释", quote: "原文", article: "依据" },
    ask: "请写出要查的词。", none: (asked: string) => `没有与“${asked}”相符的条目。`, noneNote: "法规中没有这些词同时出现的条目；关于组织的查询在“查询”。",
    teach: ["中文：写连续的字，如“失信被执行人”；三个字以上不相连的，也会找到，排在后面。", "英文：写词或词头，如 procure 可找到 procurement。", "标识：如 tax-major；条款：如 Art. 22 加文件名中的词。", "少写一个词，结果更多；关于自然人的规则和草案也在结果中，并有标明。"],
    try: "试试",
  },

  diff: {
    title: "两日之间的变化", headline: (from: Html, to: Html, n: string) => html`${from}到${to}，法规有${n}处变化。`,
    from: "从", to: "到", compare: "比较", presets: "各版法规之间",
    what: { began: "开始", ended: "终止", changed: "改变" }, columns: { day: "日期", what: "变化", words: "内容", law: "依据" },
    counts: "按种类", kind: "种类", all: (shown: string, all: string) => `共${all}处，按筛选显示${shown}处`,
    none: "没有变化。", noneNote: "这两日之间，没有符合筛选的条目开始、终止或改变。", replaced: "由此取代：", of: "属于",
    note: "后一日有而前一日没有的为开始；版本更替为改变。",
    subscribe: "订阅这些变化",
  },

  changes: {
    title: "法规的变化", lead: "法规的每个转折日，一条消息：什么开始、终止、改变，只含与您有关的。已经预告而尚未到来的，列在最前。",
    form: "与谁有关", formNote: "限于某个行业或地区的变化，只告诉那里；没有限制的，告诉所有人。地区含其上级和下级。", make: "生成地址",
    address: "订阅地址", addressNote: "放进任何订阅阅读器；地址含筛选，不含个人信息。", days: "转折日", announced: "已预告", count: (n: number) => `${n}处变化`, more: (n: number) => `另有${n}处`, seeAll: "全部变化",
    older: "更早的见两日之间的变化。", none: "没有与此有关的变化。", noneNote: "放宽筛选。",
    entryTitle: (day: string, n: number) => `${day}：法规有${n}处变化`, announcedTitle: (day: string, n: number) => `预告，${day}起：法规有${n}处变化`, feedTitle: (register: string) => `${register}：法规的变化`,
    counts: (began: number, ended: number, changed: number) => [...(began > 0 ? [`开始${began}项`] : []), ...(ended > 0 ? [`终止${ended}项`] : []), ...(changed > 0 ? [`改变${changed}项`] : [])].join("，"),
  },

  lint: {
    title: "对法规的检查", lead: "来源对这一制度的批评，写成可以运行的规则。它不改变任何答复，只说哪里、为什么、怎样弥补。",
    headline: (on: Html, standards: Html, errors: string, warnings: string, notes: string) => html`${on}的法规，按${standards}的标准：${errors}项不合标准，${warnings}项受批评，${notes}项待读者判断。`,
    severity: { error: "不合标准", warning: "受批评", note: "待判断" } satisfies Record<Severity, string>,
    severityNotes: { error: "违反当日已有的标准", warning: "来源有批评，当日尚无标准禁止", note: "须由读者判断" } satisfies Record<Severity, string>,
    on: "法规日", standards: "标准日", again: "重新检查", days: "两个日期",
    rules: "规则", rulesNote: "选一条看它的说明和发现", rule: "规则", found: "发现", total: "合计",
    findings: (n: string) => `发现：${n}项`, allRules: "全部规则", why: "为什么要紧", remedy: "怎样弥补", measuredBy: "所依标准", place: "位置", about: "关于",
    here: "检查发现", hereNote: (on: Html, standards: Html) => html`${on}的法规，按${standards}的标准`, hereNone: "没有发现。", hereNoneNote: "检查的规则没有指出问题；这不等于没有问题。", toLint: "全部发现与规则",
    regimes: "改革的数字", regimesNote: "每一版法规，按当日的标准，再按最后一版的标准", regime: "版本", lists: "名单", burdens: "约束措施", own: "按当日标准", later: "按最后标准", pile: "一次列入的措施：中位数、九成、最多",
    piles: "惩戒叠加的分布", pilesNote: "一次列入引起多少项约束措施，全部名单（守信名单除外）", pileOf: (body: string, n: number) => `${body}：${n}份名单`, bin: (from: number, to: number | undefined) => (to === undefined ? `${from}项以上` : from === to ? `${from}项` : `${from}至${to}项`), most: "引起最多的名单", measures: "措施", mandatory: "必须适用", authorities: "机关",
    surveyed: (of: { entries: string; lists: string; burdens: string; memoranda: string; aboutPersons: string }) => `检查了${of.entries}个条目：${of.lists}份名单、${of.burdens}项约束措施、${of.memoranda}份备忘录；其中${of.aboutPersons}个条目关于自然人。`,
    sarif: "SARIF格式", none: "没有发现。", noneNote: "按所选的规则与程度。",
  },

  cascade: {
    title: "一次列入引起什么", listTitle: "一次列入的传导图", note: "最多会引起的：各项措施的条件未作核对",
    headline: (of: CascadeView["counts"]) => `一次列入引起${of.authorities}家机关的${of.measures}项约束措施，其中${of.mandatory}项必须适用${of.favours > 0 ? `；带来${of.favours}项便利` : ""}${of.lists > 0 ? `；并使它进入另外${of.lists}份名单` : ""}${of.favoursLost > 0 ? `；失去${of.favoursLost}项便利` : ""}。`,
    favours: (n: number) => `一次列入带来${n}项便利。`,
    possible: (lists: number, measures: number) => (lists === 0 && measures === 0 ? "" : `另需机关决定或者再有列入，才可能${lists > 0 ? `进入${lists}份名单` : ""}${lists > 0 && measures > 0 ? "，" : ""}${measures > 0 ? `再有${measures}项措施` : ""}。`),
    entailedWithMore: "法律直接产生，但须另有列入或事实", 
    heads: { root: "列入", lists: "名单" }, why: { asked: "本名单", entailed: "法律直接产生", proposed: "机关可以决定", lost: "因此失去" } satisfies Record<CascadeView["lists"][number]["why"], string>,
    measuresHere: (n: number) => `${n}项措施`, more: (n: number) => `另外${n}家机关`, nothing: "不引起任何措施。",
    columns: { authority: "机关", measures: "措施", list: "因哪份名单", clause: "条款" }, conditional: "另有条件", follows: "连带的名单", how: "怎样产生", lost: "失去的便利",
  },

  charter: {
    subjects: "对象", subjectWords: { organisations: "组织", government: "行政机关", persons: "自然人" } as Readonly<Record<string, string>>,
    domain: "领域", forbiddenBy: "被禁止的行为", notForbidden: "没有来源写明哪部法律禁止这一行为。",
    waysOut: "今天列入的，怎样出来", deadEnd: "没有出路。", repairs: "可适用的修复规则", noRepairs: "没有修复规则提到本名单。", readings: "哪一条优先", tier: (min: string | null, max: string | null, itself: boolean) => `${min === null ? "最短期限未写明" : `满${min}可申请`}${max === null ? "" : `，最长${max}`}${itself ? "，期满自动终止" : ""}`,
    asWhole: "依据同本条目", peopleHead: "只作为法规列出。", peopleNote: "本名单列的是自然人。登记册不登记自然人，也不对任何人适用它。",
  },

  memorandum: {
    causes: "起因", record: "记录", grade: "评级", status: "状态", commitment: "承诺",
    headlineCause: (of: { causes: number; authorities: number; measures: number; mandatory: number; discretionary: number }) => `${of.causes}种记录或评级引起${of.authorities}家机关的${of.measures}项措施：${of.mandatory}项必须适用，${of.discretionary}项由机关裁量。`,
    permittedAs: "基础清单中的", by: "由", peopleHead: "只作为法规列出。", peopleNote: "这份备忘录指向自然人；登记册不对任何人适用它。",
  },

  steps: {
    title: "程序的步骤", by: { office: "机关", organisation: "组织" }, optional: "可以没有", within: (time: string, from: Html) => html`${time}内，自“${from}”起`, after: "须在其后：", automatic: "由登记册自动办理", extends: "延长：", records: "记入：", states: "须写明：", officers: (n: number) => `${n}名以上工作人员`, consent: "经上级同意", review: "经法制审核", substitute: "送达不成时：", outcomes: "结果：", clock: "期限", demands: "要求", step: "步骤", who: "由谁",
  },

  grades: { title: "各级", value: "级", name: "名称", points: "分数", rules: "直接认定", from: (n: number) => `${n}分以上`, below: (n: number) => `${n}分以下`, between: (from: number, to: number) => `${from}分以上，不满${to}分` },

  score: {
    title: "计分表", notice: "供阅读，不适用于任何人。", noticeNote: "这是关于自然人的计分办法，照来源收录。登记册没有自然人，不计算、不保存任何人的分数。",
    keeper: "主管", start: "起始分", range: "分数范围", bands: "分级", benefits: "优待", rows: (n: number) => `${n}行`, row: "事项", authority: "部门", points: "分值", limit: (n: number) => `至多${n}分`, setsTo: (n: number) => `直接定为${n}分`, onceWith: "与下列事项只计一次：", protected: "受保护的事项", protectedNote: (n: number) => `${n}行涉及受保护的事项，计分本身即受批评。`,
    matters: { "party honours": "党内荣誉", "blood donation": "献血", "marrow donation": "捐献骨髓", petitions: "信访", "family planning": "计划生育", health: "健康", "political opinion": "政治观点", religion: "宗教信仰" } as Readonly<Record<string, string>>,
    sum: (plus: number, minus: number) => `加分${plus}行，减分${minus}行`,
  },
};

export type LawPageMessages = typeof lawPagesZh;

/** Names of fields that only some kinds of entries have; and the words that stand in them. */
export const lawFieldsZh: Readonly<Record<string, string>> = { permittedAs: "清单中的措施", domains: "领域", creditArticles: "涉及信用的条款", topics: "主题", domain: "领域", purpose: "用途", subjects: "对象", forbiddenBy: "被禁止的行为", class: "类别", yearly: "年度义务", opens: "起始日", record: "以何记录履行", yearField: "年度字段", posts: "岗位", editions: "所在版本", targets: "对象", takenBy: "由谁采取", term: "期限", statutes: "所据法律", excluded: "不得修复", starts: "起始分", tier: "使用范围", content: "内容", recordTypes: "记录类型", every: "周期", better: "好坏", measuredBy: "由谁衡量", group: "所属", ranks: "足够的位阶", localRanks: "地方足够的位阶", recommendedBy: "由谁建议", scheme: "所属办法", points: "分数", onceWith: "只计一次", protectedMatters: "受保护的事项", limit: "上限", setsTo: "定为", per: "每", keeper: "主管", bands: "分级", benefits: "优待", minimum: "最低", maximum: "最高", below: "低于", lint: "检查", rules: "直接认定" };
export const lawWordsZh: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purpose: { listing: "列入", removal: "移出", objection: "异议", appeal: "救济", repair: "修复", penalty: "处罚", commitment: "承诺", "annual-report": "年报", inspection: "检查", interview: "约谈", publicity: "公示", sharing: "共享", grading: "评级", release: "解除", other: "其他" },
  class: { A: "甲类：减损权利或增加义务", B: "乙类：职责内的管理", C: "丙类：他人自主采取" },
  tier: { usable: "可以记录和使用", severeOnly: "情节严重的才可使用", never: "不得作为信用信息" },
  better: { more: "越多越好", less: "越少越好", notStated: "未写明" },
  subjects: { organisations: "组织", government: "行政机关", persons: "自然人" },
  what: { recording: "暂停记录", clocks: "暂停期限", effects: "暂停措施" },
};
