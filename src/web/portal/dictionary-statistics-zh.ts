// The words of the statistics, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { ReasonView, StatisticsModel, StatisticsWrong, TermView } from "./view-models-statistics.ts";

export const statisticsZh = {
  title: "列入与解除的统计", link: "统计", linkNote: "列入、解除与期限，按月、名单、机关、地区和行业", map: "地图",
  lead: "只有数目，没有名字。已解除、已修复、已撤销的只计数；暂停公示的和法律不公开的，一概不计。",
  sides: { burdens: "约束类名单", favours: "守信类名单" } satisfies Record<StatisticsModel["side"], string>, sidesLabel: "计哪类名单",
  ofList: "只计名单", allLists: "计全部名单",
  from: "起始日", to: "截止日（含）", show: "查看", usual: "未填写时为所问之日前的十二个整月",
  between: "自", until: "至", summary: { begun: "新列入", ended: "解除", standing: "期末在列" },
  undated: (n: string) => `其中${n}项，来源未写明决定日。`,
  flow: "每月新列入与解除", flowNote: "按生效日和恢复日", flowDescription: (begun: string, ended: string) => `期内新列入${begun}项，解除${ended}项。每月数目见表。`,
  standing: "月末在列", standingNote: "每月最后一日", standingDescription: (first: string, last: string) => `第一个月末在列${first}项，最后一个月末在列${last}项。每月数目见表。`,
  late: "有来源未按时报送", lateNote: "斜线处：至少一份名单的来源当时尚未报送，或版本已过时，其在列者无从得知。", notKnown: "无从得知",
  ends: "因何解除", endsNote: "只计数，不列名", endsDescription: "每种原因解除的项数。",
  terms: "期限多长", termsNote: "按列入时写明的期限，计期内新列入的", termsDescription: "每类期限的项数，未写明的单列一类。",
  lists: "按名单", noFigures: (n: string) => `另有${n}份名单各项均为0`, authorities: "按机关", authoritiesNote: "决定机关；来源载明的，计最先列入的机关", regions: "按地区", regionsNote: "组织登记所在的地区", sectors: "按行业", sectorsNote: "国民经济行业门类", sectorsDescription: "期末各行业在列的项数。",
  mapNote: "每个城市一格，只表示相邻，不表示大小和边界", mapLabel: "各地期末在列的组织数", tile: (n: string) => `${n}家在列`, mapDescription: "每个城市一格，标出期末在列的组织数，并通往该地的查询。", elsewhere: (n: string) => `另有${n}家在列组织的登记地区不在图上。`, noMap: "这个辖区没有地图，见下表。",
  month: (n: number) => `${n}月`,
  asTable: "以表格阅读",
  columns: { month: "月份", until: "至", decided: "决定", begun: "新列入", ended: "解除", standing: "期末在列", organisations: "组织数", reason: "原因", term: "期限", count: "项数", list: "名单", authority: "机关", region: "地区", sector: "行业", unknown: "无从得知的名单", code: "代码" },
  reasons: { term: "期满", repair: "信用修复", performance: "已履行义务", objection: "异议成立", review: "复核后移出", release: "其他移出", annulment: "撤销，视为自始未列入", edition: "来源不再载有", change: "来源改了起始日" } satisfies Record<ReasonView, string>,
  termWords: { oneYear: "一年以内", threeYears: "一年以上至三年", fiveYears: "三年以上至五年", longer: "五年以上", untilDone: "直至履行", review: "满期可复核", permanent: "长期", notStated: "未写明" } satisfies Record<TermView, string>,
  notOnFile: "未登记", nothing: "期内没有列入，期初期末也无在列者。", nothingNote: "来源均已报送：这里的无就是没有。", noSource: "无从计数。", noSourceNote: "这份名单依法不公开、由法律直接产生，或其来源从未向本登记册报送。",
  notCounted: "未计入的名单", why: { closed: "依法不公开在列者", byLaw: "由法律直接产生，逐家计算", neverDelivered: "来源从未向本登记册报送" } satisfies Record<StatisticsModel["notCounted"][number]["why"], string>, whyCount: (n: string) => `${n}份`,
  overTime: "在列数目的变化", overTimeNote: "近十二个整月", more: "更长期间与细分",
  wrong: {
    day: "有一个日期读不出来，请写成2026-01-31的样子。", noDays: "截止日须不早于起始日。", beyond: "截止日不得晚于所问之日：尚未发生的不计数。", tooLong: "期间过长，最多240个月。", lists: "只能计约束类名单或守信类名单。", list: "法规中没有这份名单。",
  } satisfies Record<StatisticsWrong, string>, usualShown: "下面是通常的期间。",
};
export type StatisticsMessages = typeof statisticsZh;
