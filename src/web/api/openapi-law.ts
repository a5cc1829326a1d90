// Operations about the law: its entries, the ways along it, search, differences, changes, the linter, and whom a part of it binds.
import { json, NDJSON_TYPE, type Operation } from "./openapi-operation.ts";
import { CLOCKS } from "./openapi-parameters.ts";

const DAY = ["law", "on"] as const;
const FILTERS = ["standing", "people", "body", "confidence"] as const;
const CONCERNS = ["sector", "region", "authority", "list", "kind", "people"] as const;

const OPERATIONS: readonly Omit<Operation, "group" | "method">[] = [
  { id: "law", path: "/v1/law", words: { en: "Ids and names in force, by kind.", zh: "现行条目的编号与名称，按种类。" }, may: CLOCKS, answers: json("law"), problems: [422] },
  { id: "lists", path: "/v1/law/lists", words: { en: "The lists, with how many stand on each.", zh: "各名单及在列数量。" }, may: CLOCKS, answers: json("lists"), problems: [422] },
  { id: "memoranda", path: "/v1/law/memoranda", words: { en: "The memoranda with their clauses.", zh: "备忘录及其条款。" }, may: CLOCKS, answers: json("memoranda"), problems: [422] },
  { id: "law-entry", path: "/v1/law/{id}", words: { en: "One entry, who names it, its examples.", zh: "一个条目、引用它的条目及其示例。" }, may: DAY, answers: json("lawEntry"), problems: [404, 422] },
  {
    id: "bound", path: "/v1/law/{id}/bound", words: { en: "All whom a memorandum, a measure or a list binds on a day; in pages, or as lines.", zh: "备忘录、措施或名单在某日约束的全部组织，分页或逐行。" }, may: ["effect", "possible", "cursor", "limit", ...CLOCKS], samples: { id: { of: "listed" } },
    answers: [...json("bound"), { type: NDJSON_TYPE, answer: "boundLine" }], problems: [404, 422],
  },
  { id: "cascade", path: "/v1/law/{id}/cascade", words: { en: "What one listing, or one record of a type, would release.", zh: "一次列入或一条记录会引发的后果。" }, may: DAY, answers: json("cascade"), problems: [404, 422] },
  { id: "way", path: "/v1/law/by/{way}", words: { en: "One way along the law, 50 a page.", zh: "按一种途径查阅法律，每页50条。" }, may: ["page", ...FILTERS, ...DAY], answers: json("way"), problems: [422] },
  { id: "authority", path: "/v1/law/by/authority/{id}", words: { en: "An authority: its lists, its measures, what others do for it.", zh: "机关：其名单、措施及他方的配合。" }, may: DAY, samples: { id: { of: "authority" } }, answers: json("authority"), problems: [404, 422] },
  { id: "instrument", path: "/v1/law/by/article/{id}", words: { en: "An instrument, article by article.", zh: "一部文件，逐条列出。" }, may: DAY, samples: { id: { of: "instrument" } }, answers: json("instrument"), problems: [404, 422] },
  { id: "law-search", path: "/v1/law/search", words: { en: "Entries that hold every word, best first.", zh: "含全部检索词的条目，最相关者在前。" }, needs: ["q"], may: ["page", "kind", ...FILTERS, ...DAY], samples: { q: "bid" }, answers: json("lawFound"), problems: [422] },
  { id: "law-diff", path: "/v1/law/diff", words: { en: "What began, ended and changed between two days.", zh: "两日之间新增、终止和变更的内容。" }, needs: ["from", "to"], may: CONCERNS, samples: { from: { of: "law" }, to: { of: "today" }, list: "", authority: "" }, answers: json("difference"), problems: [422] },
  { id: "law-changes", path: "/v1/law/changes", words: { en: "The days on which the law turns.", zh: "法规变动之日。" }, may: CONCERNS, samples: { list: "", authority: "" }, answers: json("turningDays"), problems: [422] },
  {
    id: "lint", path: "/v1/law/lint", words: { en: "What the linter finds in the law.", zh: "对法律的检查结果。" }, may: ["standards", "rule", "severity", "entry", "body", "compare", "format", ...DAY],
    answers: [...json("lint"), { type: "application/sarif+json" }], problems: [422],
  },
];

export const LAW_OPERATIONS: readonly Operation[] = OPERATIONS.map((operation) => ({ ...operation, group: "law", method: "get" }));
