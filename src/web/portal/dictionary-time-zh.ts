// The words of the timeline, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { TimelineFactView, TimelineKnownView } from "./view-models-time.ts";

export const timeZh = {
  title: "时间线", label: "三个时钟上的时间线",
  description: (facts: number, listings: number, measures: number) => `事实${facts}项，列入${listings}项，措施${measures}组。实心为已经过去，虚线为依现行法规推算。全部内容见下表。`,
  lanes: { law: "当日法规", facts: "事实", list: "名单", measures: "措施", knew: "登记册获知" },
  today: "今天", asked: "所问之日", noLimit: "未写明终止日",
  steps: "前后的变化", stepsNote: "到前一次或后一次发生变化的时候",
  clocks: { on: "事实", law: "法规", known: "登记册所知" }, before: (what: string) => `前一次变化，${what}`, after: (what: string) => `后一次变化，${what}`, position: (n: string) => `第${n}号`, none: "没有更早的变化", noneAfter: "没有更晚的变化",
  asTable: "以表格阅读时间线", columns: { number: "序号", day: "日期", what: "事项", knew: "登记册获知" },
  facts: { established: "成立", record: "报送", notice: "告知", answer: "陈述申辩", decision: "决定列入" } satisfies Record<TimelineFactView["what"], string>,
  known: { registered: "登记事项", record: "报送", listing: "列入" } satisfies Record<TimelineKnownView["what"], string>,
  beginsWord: "开始", endsWord: "恢复", lawFrom: (what: string) => `适用${what}的法规`,
  measures: (n: number) => `${n}项措施`, earliest: "最早出路", laterKnown: "当时尚未获知",
  ahead: "灰底虚线：依现行法规推算",
};
export type TimeMessages = typeof timeZh;
