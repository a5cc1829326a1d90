// The words of the operators' page, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { OperatorsModel } from "./view-models-operators.ts";

type Views = OperatorsModel["views"][number]["view"];
type States = keyof OperatorsModel["outbox"]["counts"];

export const operatorsZh = {
  title: "运行情况", lead: "登记册的保管者要照看的：最近报送了什么，什么在等待谁，哪些函件没有送出，还有多少空间，内存中的内容落后多少。", position: "登记册现至", rulebook: "法规版本",
  doorNote: "给登记册的保管者，只在这台机器上",
  warnings: "提醒", noWarnings: "没有提醒。", noWarningsNote: "法规文件可以读取，现行的就是它们。",
  queues: "等待办理的", queuesNote: "现在", held: "待定的行", cases: "未结的案件", casesLate: "其中逾期", releases: "待接收的解除", releasesLate: "其中逾期",
  imports: "最近的报送", importsNote: "每张报送表、每个来源的最近一批", noImports: "还没有报送过文件。", columns: { day: "报送日期", sheet: "报送表", source: "来源", rows: "行数", records: "入册", duplicates: "重复", held: "待定", refused: "拒收" }, keeper: "保管者",
  mail: "函件", mailNote: "按状态", states: { waiting: "待发", sending: "正在发出", sent: "已发出", refused: "未能发出", uncertain: "是否到达不明" } satisfies Record<States, string>, failed: "没有送出的", noFailed: "没有发不出的函件。", failedColumns: { subject: "函件", to: "收件地址", state: "状态", tries: "次数", error: "原因" },
  storage: "空间", storageNote: "数据文件夹及其磁盘", unknownStorage: "这里不知道登记册保存在哪里。", folder: "数据文件夹", database: "其中数据库", elsewhere: "数据库在别处", free: "磁盘剩余",
  views: "内存中的内容", viewsNote: "与登记册相比", viewColumns: { view: "内容", position: "已读到", lag: "落后" }, view: { names: "名称", index: "限制索引", snapshot: "索引的快照" } satisfies Record<Views, string>, notKept: "没有保存，或者还没有建成", lag: (n: string) => `${n}个事件`, none: "没有落后",
  machine: "供程序读取", machineNote: "同样的数字，以Prometheus的文本形式",
};
export type OperatorsMessages = typeof operatorsZh;
