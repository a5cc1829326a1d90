// Parameters of the operations, each described once, in both languages. `sample`: what stands in for it in the reference and in its forms, a value
// or what the running register has of that kind.

export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What the register itself gives as an example: see openapi-samples.ts. */
export type SampleOf = "organisation" | "act" | "list" | "listed" | "measure" | "memorandum" | "authority" | "instrument" | "recordType" | "office" | "today" | "law";

export interface ParameterFacts {
  readonly in: "query" | "path" | "header";
  readonly words: Words;
  readonly format?: "date";
  readonly values?: readonly string[];
  readonly integer?: true;
  readonly sample?: { readonly of: SampleOf } | string;
  /** Many parameters, whose names begin like this. */
  readonly prefix?: string;
}

const query = (en: string, zh: string, more: Partial<ParameterFacts> = {}): ParameterFacts => ({ in: "query", words: { en, zh }, ...more });
const path = (en: string, zh: string, more: Partial<ParameterFacts> = {}): ParameterFacts => ({ in: "path", words: { en, zh }, ...more });

export const PARAMETERS = {
  on: query("The day asked about; default today.", "所问之日，默认今天。", { format: "date" }),
  law: query("The day of the statute book; default the day asked about.", "法规之日，默认同所问之日。", { format: "date" }),
  known: query("A position of the ledger, or a day; default now.", "登记册所知至第几号或哪天，默认当前。"),
  as: query("Who asks, on this machine alone: `office:P…`, `organisation:P…` or `keeper`.", "仅限本机：以谁的身份询问，`office:P…`、`organisation:P…`或`keeper`。"),
  organisation: path("A file number, a code, or a whole name.", "档案号、代码或完整名称。", { sample: { of: "organisation" } }),
  about: query("A list of the law, or an organisation; default the whole register, of days to come the law.", "名单或组织，默认整个登记册；查日期时默认为法规。"),
  side: query("Lists with burdens (`burdens`, the default) or with favours (`favours`).", "限制类名单（`burdens`，默认）或优待类名单（`favours`）。", { values: ["burdens", "favours"] }),
  listedFrom: query("Listed on this day or later.", "列入不早于该日。", { format: "date" }),
  listedTo: query("Listed on this day or earlier.", "列入不晚于该日。", { format: "date" }),
  freeFrom: query("Free again on this day or later.", "解除不早于该日。", { format: "date" }),
  freeTo: query("Free again on this day or earlier.", "解除不晚于该日。", { format: "date" }),
  alert: path("An alert of the watch list.", "关注名单的一项提醒。"),
  q: query("What is looked for.", "所查内容。"),
  limit: query("How many at most.", "最多几条。", { integer: true }),
  page: query("Which page, from 1.", "第几页，从1起。", { integer: true }),
  act: query("An act of the law, with its place after `@` where it asks for one.", "法律上的事项，需要地点的写在`@`之后。", { sample: { of: "act" } }),
  list: query("A list of the law.", "名单。", { sample: { of: "list" } }),
  region: query("Regions, with commas between.", "地区，用逗号分隔。"),
  sector: query("Sectors, with commas between.", "行业，用逗号分隔。"),
  form: query("Legal forms, with commas between.", "组织形式，用逗号分隔。"),
  state: query("States, with commas between.", "状态，用逗号分隔。", { values: ["bound", "undetermined", "may", "favoured", "clear"] }),
  sort: query("In which order.", "排序方式。", { values: ["best", "name", "state", "earliest", "region"] }),
  never: query("Supposes that what ends had never been.", "假设有关列入从未发生。", { values: ["true", "false"] }),
  type: query("The kind of record.", "记录种类。", { sample: { of: "recordType" } }),
  acted: query("The day of the act; default the day asked about.", "行为之日，默认同所问之日。", { format: "date" }),
  fields: query("What the record would state, as `field.NAME=VALUE`.", "记录所载内容，写作`field.名称=值`。", { prefix: "field." }),
  receipt: query("Adds one signed receipt for the lot; needs an act.", "为整批附一份签名回执，须写明事项。", { values: ["true", "false"] }),
  purpose: query("What the report is for.", "报告用途。", { values: ["tender", "listing", "financing", "subsidy", "licence", "award", "other"], sample: "tender" }),
  stated: query("The purpose in words; needed where it is another one.", "用途说明；用途为其他时必填。"),
  from: query("The first day.", "起始日。", { format: "date" }),
  until: query("The first day no longer counted.", "截止日（当日不计）。", { format: "date" }),
  to: query("The last day of the statute book compared.", "比较到的法规之日。", { format: "date" }),
  language: query("Of the words in the paper.", "文件所用语言。", { values: ["zh", "en"] }),
  code: query("The verification code of a report.", "报告的验证码。"),
  timepoint: query("After which one wants to be told; default from the beginning.", "从哪个时点之后开始，默认从头。", { integer: true }),
  lastEvent: { in: "header", words: { en: "The same, as a browser sends it when it goes on by itself.", zh: "同上，浏览器自动续接时所发。" } },
  id: path("An entry of the law.", "法律条目。", { sample: { of: "list" } }),
  way: path("The way along the law.", "查阅法律的途径。", { values: ["kind", "authority", "list", "memorandum", "measure", "article"], sample: "list" }),
  effect: query("Only this effect.", "仅此类效果。"),
  possible: query("Also those whom an office may still bind.", "包括机关尚可决定限制者。", { values: ["true", "false"] }),
  cursor: query("`next` of the page before.", "上一页的`next`。"),
  standing: query("Which entries by their time; default those in force.", "按时间筛选条目，默认现行有效。", { values: ["inForce", "notYet", "ended", "draft", "any"] }),
  people: query("With or without rules about natural persons; default without.", "是否包括关于自然人的规则，默认不包括。", { values: ["without", "only", "with"] }),
  body: query("A body of law.", "法律体系。"),
  confidence: query("How sure the reading of the law is.", "对法律理解的把握程度。"),
  kind: query("A kind of entry.", "条目种类。"),
  authority: query("An authority.", "机关。"),
  rule: query("One rule of the linter.", "检查规则。"),
  severity: query("How grave.", "严重程度。", { values: ["error", "warning", "note"] }),
  entry: query("One entry of the law.", "法律条目。"),
  standards: query("The day whose standards are held against the law; default the same day.", "以何日的标准检查，默认同日。", { format: "date" }),
  compare: query("`regimes`, or days with commas between.", "`regimes`，或用逗号分隔的日期。"),
  format: query("`sarif` for tools that read findings of code.", "`sarif`格式，供代码检查工具读取。", { values: ["sarif"] }),
  matter: path("A case.", "案件。"),
  office: path("The file number of an office.", "机关的档案号。", { sample: { of: "office" } }),
  submission: path("A file handed in.", "报送文件编号。"),
  template: query("The template the file follows.", "文件所用模板。"),
  by: query("The office in whose name it is; default the keeper.", "以哪个机关名义，默认管理员。"),
  name: query("The name of the file.", "文件名。"),
  asOf: query("The day the file is of.", "文件的截止日。", { format: "date" }),
  strict: query("Nothing enters where a row is refused.", "任一行被拒则全部不收。", { values: ["true", "false"] }),
  key: { in: "header", words: { en: "The same request under the same key is taken once.", zh: "同一键下的同一请求只受理一次。" } },
  portal: path("Of the portal.", "页面语言。", { values: ["zh", "en"], sample: "en" }),
  token: path("The address of a watch list, which only its maker knows.", "关注名单的地址，仅创建者知晓。"),
} as const satisfies Readonly<Record<string, ParameterFacts>>;

export type ParameterName = keyof typeof PARAMETERS;

/** The names parameters have in a request, where they differ from ours. */
export const SENT_AS: Readonly<Partial<Record<ParameterName, string>>> = { lastEvent: "last-event-id", side: "lists", key: "idempotency-key", portal: "language" };

export const CLOCKS = ["on", "law", "known"] as const;
