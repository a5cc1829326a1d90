// Operations about organisations: checks, the register, reports, what changes, and the server itself.
import { json, JSON_TYPE, NDJSON_TYPE, type Operation, type Samples } from "./openapi-operation.ts";
import { CLOCKS } from "./openapi-parameters.ts";

const OF_ONE = [404, 409, 422] as const;
const question = ({ organisation, act, today }: Samples): object => ({ subject: { type: "organisation", id: organisation }, action: { name: act }, context: { on: today } });

export const REGISTER_OPERATIONS: readonly Operation[] = [
  {
    id: "evaluation", group: "checks", method: "post", path: "/access/v1/evaluation", words: { en: "May this organisation do this act, there, on that day?", zh: "该组织在该地、该日能否办理该事项？" },
    body: { type: JSON_TYPE, question: "evaluation", example: question }, answers: json("evaluation"), problems: OF_ONE,
  },
  {
    id: "evaluations", group: "checks", method: "post", path: "/access/v1/evaluations", words: { en: "Up to 1000 such questions with shared defaults.", zh: "一次最多1000个此类问题，可共用默认值。" },
    body: { type: JSON_TYPE, question: "evaluations", example: (samples) => { const { subject, ...shared }: { readonly subject?: unknown } = question(samples); return { ...shared, evaluations: [{ subject }, { subject: { type: "organisation", id: "P00000000" } }] }; } },
    answers: json("evaluations"), problems: [422],
  },
  {
    id: "checks", group: "checks", method: "post", path: "/v1/checks", words: { en: "Any number of questions, a line each, answered as they come.", zh: "任意多个问题，每行一个，随到随答。" },
    body: { type: NDJSON_TYPE, question: "checkLine", example: ({ organisation, act, today }) => [{ organisation, act, on: today }, { organisation, act, on: today, explain: true }] },
    answers: [{ type: NDJSON_TYPE, answer: "checkLine" }], problems: [422],
  },
  { id: "authzen-configuration", group: "checks", method: "get", path: "/.well-known/authzen-configuration", words: { en: "Where the evaluations are.", zh: "评估接口的地址。" }, answers: json("configuration") },
  { id: "keys", group: "checks", method: "get", path: "/.well-known/jwks.json", words: { en: "The public keys of receipts and reports.", zh: "回执和报告的公钥。" }, answers: [{ type: "application/jwk-set+json", answer: "keys" }] },
  {
    id: "search", group: "register", method: "get", path: "/v1/organisations", words: { en: "Organisations by name, code, pinyin or initials; narrowed and in order.", zh: "按名称、代码、拼音或首字母查组织，可筛选、排序。" },
    may: ["q", "limit", "page", "region", "sector", "form", "state", "list", "listedFrom", "listedTo", "freeFrom", "freeTo", "sort", ...CLOCKS], answers: json("organisations"), problems: [404, 422],
  },
  { id: "organisation", group: "register", method: "get", path: "/v1/organisations/{organisation}", words: { en: "What is on file about one: names, codes, attributes, related organisations.", zh: "档案所载：名称、代码、属性、关联组织。" }, may: CLOCKS, answers: json("organisation"), problems: OF_ONE },
  { id: "standing", group: "register", method: "get", path: "/v1/organisations/{organisation}/standing", words: { en: "Everything about one on a day: verdict by act, listings, records, ways out.", zh: "某日的全部情况：各事项结论、列入、记录、出路。" }, may: CLOCKS, answers: json("standing"), problems: OF_ONE },
  { id: "timeline", group: "register", method: "get", path: "/v1/organisations/{organisation}/timeline", words: { en: "One over the three clocks.", zh: "按三个时钟展开的时间线。" }, may: CLOCKS, answers: json("timeline"), problems: OF_ONE },
  { id: "restrictions", group: "register", method: "get", path: "/v1/organisations/{organisation}/restrictions", words: { en: "All that binds one on a day, by measure.", zh: "某日的全部限制，按措施列出。" }, may: CLOCKS, answers: json("restrictions"), problems: OF_ONE },
  { id: "freeing", group: "register", method: "get", path: "/v1/organisations/{organisation}/freeing", words: { en: "The smallest sets of listings and records whose end makes an act clear.", zh: "使某事项不再受限所须终止的最少列入与记录。" }, needs: ["act"], may: ["never", ...CLOCKS], answers: json("freeing"), problems: OF_ONE },
  { id: "foresee", group: "register", method: "get", path: "/v1/organisations/{organisation}/foresee", words: { en: "What would bind one if a list took it. Nothing is stored.", zh: "假如列入某名单会受到的限制，不作任何保存。" }, needs: ["list"], may: CLOCKS, answers: json("foreseen"), problems: OF_ONE },
  { id: "applies", group: "register", method: "get", path: "/v1/organisations/{organisation}/applies", words: { en: "The law that is about one: lists, memoranda, gradings, yearly duties.", zh: "适用于该组织的法律：名单、备忘录、分级、年度义务。" }, may: CLOCKS, answers: json("applies"), problems: OF_ONE },
  { id: "preflight", group: "register", method: "get", path: "/v1/organisations/{organisation}/preflight", words: { en: "What would follow from a record about one. Nothing is stored.", zh: "假如作出某记录会有的后果，不作任何保存。" }, needs: ["type"], may: ["acted", "fields", ...CLOCKS], answers: json("preflight"), problems: OF_ONE },
  {
    id: "suppliers", group: "register", method: "post", path: "/v1/suppliers", words: { en: "A whole list of suppliers, an item for each row. Nothing of it is kept.", zh: "核查整份供应商名单，逐行作答，不作保存。" }, may: ["act", "receipt", ...CLOCKS],
    body: { type: JSON_TYPE, question: "suppliers", example: ({ organisation }) => [{ code: organisation }, { name: "Nobody Ltd." }] }, answers: json("suppliers"), problems: [422],
  },
  { id: "listings", group: "register", method: "get", path: "/v1/listings", words: { en: "Who stands on a list, 50 a page.", zh: "在列组织，每页50条。" }, needs: ["list"], may: ["page", ...CLOCKS], samples: { list: { of: "listed" } }, answers: json("listings"), problems: [404, 422] },
  { id: "relations", group: "register", method: "get", path: "/v1/organisations/{organisation}/relations", words: { en: "Owners and branches of one, two levels each way, each with its state.", zh: "股东与分支机构，上下各两级，各附其状态。" }, may: CLOCKS, answers: json("relations"), problems: OF_ONE },
  { id: "plan", group: "register", method: "get", path: "/v1/organisations/{organisation}/plan", words: { en: "The fewest steps that free one of all that binds it, with their days.", zh: "解除全部限制所需的最少步骤及其日期。" }, may: CLOCKS, answers: json("plan"), problems: OF_ONE },
  { id: "statistics", group: "register", method: "get", path: "/v1/statistics", words: { en: "Listings in numbers, by month, list, authority, region and sector. Nothing of any organisation.", zh: "列入的统计：按月、名单、机关、地区、行业，不涉及任何组织。" }, may: ["from", "until", "side", "list", ...CLOCKS], samples: { list: "" }, answers: json("statistics"), problems: [404, 422] },
  { id: "overview", group: "register", method: "get", path: "/v1/overview", words: { en: "How many are on file and on lists, and what was decided last.", zh: "在档与在列数量，以及最近的决定。" }, may: CLOCKS, answers: json("overview"), problems: [422] },
  { id: "scoreboard", group: "register", method: "get", path: "/v1/scoreboard", words: { en: "Authorities measured over some days. Nothing of any organisation.", zh: "对机关的衡量，不涉及任何组织。" }, may: ["from", "until"], answers: json("scoreboard"), problems: [422] },
  {
    id: "report", group: "reports", method: "get", path: "/v1/organisations/{organisation}/report", words: { en: "A signed credit report, or its PDF where `accept` puts that first.", zh: "签名的信用报告；`accept`以PDF居先时给出PDF。" }, needs: ["purpose"], may: ["stated", "from", "until", "language", ...CLOCKS],
    answers: [...json("report"), { type: "application/pdf" }], problems: [...OF_ONE, 501],
  },
  { id: "report-pdf", group: "reports", method: "get", path: "/v1/organisations/{organisation}/report.pdf", words: { en: "The report as a PDF.", zh: "报告的PDF。" }, needs: ["purpose"], may: ["stated", "from", "until", "language", ...CLOCKS], answers: [{ type: "application/pdf" }], problems: [...OF_ONE, 501] },
  { id: "reports", group: "reports", method: "post", path: "/v1/reports", words: { en: "A lot of up to 100 reports under one signature.", zh: "一次最多100份报告，共用一个签名。" }, body: { type: JSON_TYPE, question: "reports", example: ({ organisation }) => ({ purpose: "tender", organisations: [organisation] }) }, answers: json("report"), problems: [404, 422] },
  { id: "verify-report", group: "reports", method: "get", path: "/v1/verify-report", words: { en: "What the register finds behind a verification code.", zh: "按验证码核验报告。" }, needs: ["code"], samples: { code: "7K2PX-00000" }, answers: json("verifiedReport") },
  {
    id: "changes", group: "changes", method: "get", path: "/v1/changes", words: { en: "What the register has told since a timepoint; as a stream where it is asked for.", zh: "自某时点以来的变动，可按流跟随。" }, may: ["timepoint", "limit", "as", "lastEvent"],
    answers: [...json("changes"), { type: "text/event-stream", answer: "change" }, { type: NDJSON_TYPE, answer: "change" }], problems: [403, 422],
  },
  { id: "health", group: "server", method: "get", path: "/healthz", words: { en: "That the process runs.", zh: "进程在运行。" }, answers: json("health") },
  { id: "ready", group: "server", method: "get", path: "/readyz", words: { en: "That the ledger can be read; 503 where it cannot.", zh: "账本可读；不可读时为503。" }, answers: json("ready"), problems: [503] },
  { id: "metrics", group: "server", method: "get", path: "/metrics", words: { en: "What the keeper looks after, for this machine alone.", zh: "运行指标，仅限本机。" }, answers: [{ type: "text/plain" }], problems: [403] },
  { id: "openapi", group: "server", method: "get", path: "/openapi.json", words: { en: "This description itself.", zh: "本说明自身。" }, answers: [{ type: JSON_TYPE }] },
  { id: "law-feed-atom", group: "feeds", method: "get", path: "/{language}/law/changes.atom", words: { en: "The days on which the law turns, as an Atom feed.", zh: "法规变动之日的Atom订阅源。" }, may: ["sector", "region", "authority", "list", "kind", "people"], answers: [{ type: "application/atom+xml" }], samples: { list: "" } },
  { id: "law-feed-json", group: "feeds", method: "get", path: "/{language}/law/changes.json", words: { en: "The same as a JSON Feed.", zh: "同上，JSON Feed。" }, may: ["sector", "region", "authority", "list", "kind", "people"], answers: [{ type: "application/feed+json", answer: "feed" }], samples: { list: "" } },
  { id: "watch-feed-atom", group: "feeds", method: "get", path: "/{language}/watch/{token}.atom", words: { en: "A watch list as an Atom feed.", zh: "关注名单的Atom订阅源。" }, answers: [{ type: "application/atom+xml" }], problems: [404] },
  { id: "watch-feed-json", group: "feeds", method: "get", path: "/{language}/watch/{token}.json", words: { en: "The same as a JSON Feed.", zh: "同上，JSON Feed。" }, answers: [{ type: "application/feed+json", answer: "feed" }], problems: [404] },
  { id: "register-feed-atom", group: "feeds", method: "get", path: "/{language}/feed.atom", words: { en: "The register as an Atom feed.", zh: "登记册的Atom订阅源。" }, answers: [{ type: "application/atom+xml" }] },
  { id: "register-feed-json", group: "feeds", method: "get", path: "/{language}/feed.json", words: { en: "The same as a JSON Feed.", zh: "同上，JSON Feed。" }, answers: [{ type: "application/feed+json", answer: "feed" }] },
  { id: "list-feed-atom", group: "feeds", method: "get", path: "/{language}/lists/{list}.atom", words: { en: "A list as an Atom feed.", zh: "名单的Atom订阅源。" }, answers: [{ type: "application/atom+xml" }], problems: [404, 409] },
  { id: "list-feed-json", group: "feeds", method: "get", path: "/{language}/lists/{list}.json", words: { en: "The same as a JSON Feed.", zh: "同上，JSON Feed。" }, answers: [{ type: "application/feed+json", answer: "feed" }], problems: [404, 409] },
  { id: "organisation-feed-atom", group: "feeds", method: "get", path: "/{language}/organisations/{organisation}.atom", words: { en: "An organisation as an Atom feed.", zh: "组织的Atom订阅源。" }, answers: [{ type: "application/atom+xml" }], problems: [404, 409] },
  { id: "organisation-feed-json", group: "feeds", method: "get", path: "/{language}/organisations/{organisation}.json", words: { en: "The same as a JSON Feed.", zh: "同上，JSON Feed。" }, answers: [{ type: "application/feed+json", answer: "feed" }], problems: [404, 409] },
];
