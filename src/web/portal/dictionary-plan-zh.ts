// The words of the exit plan, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { PlanModel, PlanStayView, PlanStepView } from "./view-models-plan.ts";

export const planZh = {
  title: "退出计划", tool: "退出计划", head: (name: string) => `${name}：退出计划`, ownLink: "退出计划：怎样、何时不再受限",
  lead: "按法规和登记册中的事实推算：至少要终止哪些列入和记录，按什么顺序，最早何时，找谁办。登记册里办完的，这里自动勾去。", publicLead: "只含公开的内容；本组织登录后可见全部。",
  bound: (name: string, burdens: number, acts: number) => `${name}现有${burdens}项限制，涉及${acts}个事项。`, clear: (name: string) => `${name}现在不受任何限制。`, clearNote: "没有需要办理的步骤。",
  freeHead: "最早全部解除", freeOn: "各步均在最早日期办理并于当日获准的，自该日起不再受限。", steps: (n: number) => `共${n}步`, today: "今天即可",
  noDay: "没有确定的日期", noDayNote: { stays: "有些限制任何步骤都不能终止，见下文。", stuck: "有一步法规没有写明出路，见下文。", open: "有一步法规没有写明日期，见下文。" }, withheld: "不能给出计划", withheldNote: "有不能公开的事项与此有关；给出计划会透露它。",
  list: "步骤", listNote: "按先后顺序", calendar: "以日历文件取得", next: "下一步",
  states: { open: "现在可办", later: "日期未到", itself: "自行终止", asked: "办理中", stuck: "没有出路" } satisfies Record<PlanStepView["state"], string>,
  kinds: { listing: "移出名单", record: "终止记录" }, ends: { listing: "名单到期", record: "记录到期" }, of: "属于",
  conditions: { wait: (day: string) => `等待期于${day}届满`, left: "先移出", asked: "提出申请", done: "（已满足）", open: "（未满足）" }, showNote: "“–”所列由申请人提供，登记册不作判断。",
  fields: { ask: "找谁办", within: "办理时限", decideBy: "当天申请的，最迟决定日", frees: "随之终止", begins: "随之开始", missed: "如不办理", other: "其他途径", basis: "依据", case: "案件" },
  frees: (n: number) => (n === 0 ? "单独不终止任何限制；后面的步骤须以它为前提。" : `${n}项限制`), missedItself: "无须办理。", noWay: "法规没有写明出路；只有原决定有误的，才能撤销。", reading: "以适用该规则为前提；适用何种规则未有定论",
  caseSince: (day: string) => `${day}起办理`, caseNext: { office: "待机关办理", organisation: "待本组织办理" }, passed: "已过期", dueBy: "最迟", ask: "提出申请",
  stays: "任何步骤都不能终止的", staysNote: "办完以上各步仍会受限", stay: { status: "源于登记状态，没有列入或记录可以终止", law: "由法律本身直接产生", missing: "缺少事实，无法确定", withheld: "与不能公开的事项有关" } satisfies Record<PlanStayView["kind"], string>,
  done: "已经办完", doneNote: "只有本组织可见", noneDone: "还没有办完的。", noneDoneNote: "列入或记录终止后会列在这里。", how: { ended: "期满", removed: "已移出", repaired: "已修复", annulled: "已撤销，视为从未发生" } satisfies Record<PlanModel["done"][number]["how"], string>,
  notWhole: "并未逐一试过所有组合，可能另有同样短的计划。", columns: { effect: "限制", measure: "措施", authority: "机关", acts: "事项", what: "内容", how: "怎样", on: "日期", why: "原因" },
  citation: (name: string) => `${name}的退出计划`,
  calendarSays: { title: (name: string) => `退出计划：${name}`, opens: (what: string) => `可提出申请：${what}`, ends: (what: string) => `自行终止：${what}`, free: (name: string) => `不再受任何限制：${name}`, frees: (n: number) => `${n}项限制终止` },
};

export type PlanMessages = typeof planZh;
