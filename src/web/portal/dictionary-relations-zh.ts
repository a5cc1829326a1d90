// The words of relations between organisations, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { RelativeView } from "./view-models-relations.ts";

export const relationsZh = {
  title: "所有与分支", note: "上面是它所属的，下面是属于它的，各两层；只有组织",
  label: "所有与分支图", description: (above: number, below: number) => `上面${above}家，下面${below}家，各标明当日状态。全部内容见下表。`,
  /** What the lower one is of the upper one. */
  kinds: { branchOf: "分支机构", subsidiaryOf: "子公司", controlledBy: "受控制" } satisfies Record<RelativeView["relation"], string>,
  above: "所属", below: "下属", rest: (n: number) => `另有${n}家，见表`, more: "还有更多，未全部列出。",
  columns: { level: "层次", organisation: "组织", relation: "关系", with: "与", since: "自", state: "状态（最重的一种）" },
  level: (way: "above" | "below", level: number) => `${way === "above" ? "上" : "下"}${level === 1 ? "一" : "二"}层`,
  says: { above: { branchOf: "是总机构，下设", subsidiaryOf: "是母公司，持有", controlledBy: "控制" }, below: { branchOf: "是分支机构，属于", subsidiaryOf: "是子公司，属于", controlledBy: "受控制于" } } satisfies Record<"above" | "below", Record<RelativeView["relation"], string>>,
  asTable: "以表格阅读", persons: "持股比例没有报送。自然人股东不在本登记册中，这里没有他们不等于没有。",
};
export type RelationsMessages = typeof relationsZh;
