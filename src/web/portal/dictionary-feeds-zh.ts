// 订阅与日历的用语；dictionary-zh.ts 收入。
export const feedsZh = {
  title: "订阅与日历", note: "阅读器与日历程序可跟随这些地址。只含今天对公众公开的内容；已解除、已修复、已撤销的，随即不再出现。",
  calendar: "日历（iCalendar）", lawCalendar: "法规日历",
  of: { register: "登记册的新消息", list: (name: string) => `名单动态：${name}`, organisation: (name: string) => `组织动态：${name}` } as { readonly register: string; readonly list: (name: string) => string; readonly organisation: (name: string) => string },
  lead: { register: (days: number) => `近${days}日开始公示的列入、结束的件数与失效的备忘录。结束的只计件数，不写明是谁。`, list: "今天在列并公开的，最近列入的在前。", organisation: "登记册收到的、今天仍公开的登记、记录与列入。已解除、已修复、已撤销的不在其中。" },
  more: (n: string) => `只含最近${n}条。`,
  entries: { registered: "登记", described: "登记信息更新", record: "记录", listed: "列入", changed: "列入信息更新", ended: "结束", memorandumEnded: "备忘录失效" },
  listed: (name: string, list: string) => `${name}列入${list}`, entry: (what: string, of: string) => (of === "" ? what : `${what}：${of}`), ended: (n: string) => `${n}项列入结束`, endedNote: "谁的列入已结束，不对公众写明。",
  took: (day: string) => `登记册于${day}收录或告知。`,
  calendars: { law: (name: string) => `法规日历：${name}`, list: (name: string) => `名单日历：${name}`, organisation: (name: string) => `日历：${name}` } as { readonly law: (name: string) => string; readonly list: (name: string) => string; readonly organisation: (name: string) => string },
  dates: { free: "不再受限的首日", review: "可复核", wayOut: "最早可申请解除", unpublished: "停止公示", lawTurns: "法规变动" },
  tally: (rows: string, position: string) => `共${rows}行，截至登记位置${position}`, takenMax: (rows: string) => `文件最多含${rows}行。`,
  days: { listed: "列入日", free: "恢复日", From: "自", To: "至" }, best: (n: string) => `按文字只取最相近的${n}个；筛选、排序与计数都在其中。不写文字，则筛选全部组织。`,
  turns: (n: string) => `法规变动：${n}项`, provisionalNote: "法律日后可能改变，届时日期随之移动。",
};

export type FeedsMessages = typeof feedsZh;
