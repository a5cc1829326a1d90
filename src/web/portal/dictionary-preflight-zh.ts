// The words of the pre-flight, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { PreflightCounts, PreflightRow } from "./view-models-preflight.ts";

export const preflightZh = {
  title: "事前推演", link: "事前推演：如果记入一条违法记录，会怎样", head: (name: string) => `${name}：事前推演`,
  lead: "选一种记录，写明其内容，看依法会有什么后果、怎样出来。这里只是推演，不保存任何内容，也不作出任何决定。",
  kind: "记录种类", choose: "请选择", chooseButton: "选定", stated: "这条记录写明什么", statedNote: "没有写明的按未知处理，不按“没有”处理。只列出法规条件会读取的内容。",
  noFields: "法规条件不读取这种记录的内容；有这条记录就够了。",
  on: "决定日", acted: "行为发生日", actedHint: "不写即为决定日", amount: "以元为单位", several: "可多选", flag: { unknown: "未写明", yes: "是", no: "否" }, answer: "推演",
  notInForce: "所选日期的法规没有这种记录。", notInForceNote: "请换一个法规日期，或选另一种记录。", nothingChosen: "还没有选记录种类。", nothingChosenNote: "法规据以采取措施、列入或移出名单的记录种类都列在上面。",
  sentence: (kind: string, name: string, day: string, { bound, may, proposed, entailed, undetermined, openLists, lost, gained }: PreflightCounts): readonly string[] => [
    `如果${day}对${name}记入“${kind}”，${bound > 0 ? `${bound}个事项随即受限` : "没有事项随即受限"}${entailed > 0 ? `，法律直接把它列入${entailed}份名单` : ""}。`,
    ...(proposed > 0 ? [`${proposed}份名单的条件会成立。机关可以提出，经告知和陈述后由机关决定；决定之前不在名单上。`] : []),
    ...(may > 0 ? [`机关作出决定后，可能另有${may}个事项受限。`] : []),
    ...(lost > 0 ? [`失去的优待和优待名单至多${lost}项。`] : []), ...(gained > 0 ? [`获得${gained}项优待。`] : []),
    ...(undetermined > 0 ? [`${undetermined}个事项无法确定。`] : []), ...(openLists > 0 ? [`${openLists}份名单取决于没有写明的事实。`] : []),
    ...(bound + may + proposed + entailed + undetermined + openLists + lost + gained === 0 ? ["按所写内容，法规没有规定其他后果。"] : []),
  ],
  out: "最早的出路", noOut: "没有写明日期", noOutNote: "法规没有给出日期；见下面的各条出路。", nothingToLeave: "没有需要解除的限制。", allWays: "各条出路", openNow: "当日即可",
  links: { form: "写明内容", result: "结果", cascade: "传导", effects: "各项措施", plan: "怎样出来", laws: "换一版法规" },
  cascade: "传导", cascadeNote: "由法律直接发生的在前，须经机关决定的在后",
  steps: { record: "记录", law: "法律直接产生", proposal: "机关可以提出", decided: "如果机关列入", lost: "失去的优待", open: "取决于未写明的事实" },
  recordSays: (day: string) => `${day}决定`, published: (day: string) => `公示至${day}前自行终止。`, measuresAtOnce: (n: number) => (n === 0 ? "不引起任何措施。" : `随即引起${n}项措施。`),
  entailed: (n: number) => `法律直接列入${n}份名单，无须决定：`, authorityDecides: "条件成立只是提出的理由，是否列入由它决定。", criteria: "各项条件", met: "成立", notMet: "不成立", unknown: "未知", presumed: "法规推定", needs: "缺少", needsOf: (owner: string) => `条件是否成立尚不能确定；列入由${owner}决定。`,
  ifListed: (binding: number, possible: number) => `${binding}项措施随列入适用${possible > 0 ? `，${possible}项由机关另行决定` : ""}。`, ends: "列入的终止", listsLost: "不再在列：", closed: "不再符合条件：",
  effects: "各项措施", effectsNote: "受限在前，失去的优待在后", none: "没有措施。", noneNote: "按所写内容，没有措施会适用。",
  columns: { state: "状态", measure: "措施", authority: "机关", acts: "事项", because: "起因", until: "终止", earliest: "最早出路" },
  states: { bound: "受限", ifListed: "列入后受限", may: "可能受限", undetermined: "无法确定", lost: "失去优待", lostIfListed: "列入后失去", gained: "获得优待" } satisfies Record<PreflightRow["state"], string>,
  thisRecord: "这条记录", officeHolders: (n: number) => `另有${n}项针对任职人员的措施，只列出，不适用：`, acts: (n: number) => `${n}个事项`,
  plan: "怎样出来", planNote: "按日期先后", noPlan: "没有出路可列。", noPlanNote: "没有限制，或者法规没有写明出路。", noWay: (n: number) => `${n}项限制在法规中没有写明出路：`,
  laws: "换一版法规", lawsNote: "同一条记录，按各年法规",
  citation: (name: string, kind: string | null) => `${name}的事前推演${kind === null ? "" : `：${kind}`}`,
};

export type PreflightMessages = typeof preflightZh;
