// Saying: the words in which the survey speaks, in both languages. Small tables for the law language's own words, and the joining of
// names into a sentence.
import type { LawId, Names } from "../terms/index.ts";
import type { Effect, Entry, Instrument, ListColour, Reach } from "../rules/index.ts";

/** A text in both languages. */
export interface Words extends Names {
  readonly zh: string;
}

export function say(en: string, zh: string): Words {
  return { en, zh };
}

/** `a, b and c`; `a、b和c`. */
export function listing(names: readonly Names[], most = 8): Words {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  const [en, zh] = [shown.map((each) => each.en), shown.map((each) => each.zh ?? each.en)];
  if (more > 0) return say(`${en.join(", ")} and ${more} more`, `${zh.join("、")}等${names.length}项`);
  const last = en.length < 2 ? en.join("") : `${en.slice(0, -1).join(", ")} and ${en.at(-1) ?? ""}`;
  return say(last, zh.length < 2 ? zh.join("") : `${zh.slice(0, -1).join("、")}和${zh.at(-1) ?? ""}`);
}

/** An entry by name and id. */
export function named(entry: Pick<Entry, "id" | "names">): Words {
  return say(`${entry.names.en} (${entry.id})`, `${entry.names.zh ?? entry.names.en}（${entry.id}）`);
}

export function namedAll(find: (id: LawId) => Entry | undefined, ids: readonly LawId[]): Words {
  return listing(ids.map((id) => { const entry = find(id); return entry === undefined ? say(id, id) : named(entry); }));
}

export const RANK_WORDS = {
  law: say("a law", "法律"), "administrative-regulation": say("an administrative regulation", "行政法规"), "central-document": say("a central document", "党中央、国务院政策文件"),
  "judicial-interpretation": say("a judicial interpretation", "司法解释"), "departmental-rule": say("a departmental rule", "部门规章"), "normative-document": say("a normative document", "规范性文件"),
  "local-regulation": say("a local regulation", "地方性法规"), standard: say("a technical standard", "技术标准"), agreement: say("an agreement", "合作协议"),
  "institution-rule": say("an institution's own rule", "机构内部规则"), "secondary-source": say("a secondary source", "二手资料"),
} as const satisfies Record<Instrument["rank"], Words>;

export const COLOUR_WORDS = {
  black: say("black list", "严重失信名单"), red: say("red list", "守信名单"), scrutiny: say("key-scrutiny list", "重点关注名单"), warning: say("warning list", "预警名单"),
} as const satisfies Record<ListColour, Words>;

export const REACH_WORDS = {
  organisation: say("the organisation", "该组织"), branches: say("its branches", "分支机构"), parent: say("its parent", "上级单位"), "legal-representative": say("the legal representative", "法定代表人"),
  directors: say("directors", "董事"), supervisors: say("supervisors", "监事"), "senior-managers": say("senior managers", "高级管理人员"), "responsible-staff": say("staff directly responsible", "直接责任人员"),
  "office-holders": say("office-holders", "任职人员"), person: say("the person", "本人"), family: say("family", "家属"), official: say("an official", "公职人员"), "organisation-of-person": say("an organisation the person runs", "其经营的组织"),
} as const satisfies Record<Reach, Words>;

export const EFFECT_WORDS = {
  deny: say("deny", "禁止"), restrict: say("restrict", "限制"), surcharge: say("charge more", "加收费用"), scrutinise: say("scrutinise", "加强检查"), consider: say("take into account", "作为参考"),
  publicise: say("publicise", "公示"), expedite: say("speed up", "加快办理"), prioritise: say("put first", "优先"), exempt: say("exempt", "免除"), discount: say("charge less", "减收费用"), support: say("support", "支持"),
} as const satisfies Record<Effect, Words>;

export const KIND_WORDS = {
  instrument: say("instrument", "文件"), authority: say("authority", "机关"), identifier: say("code scheme", "代码"), act: say("act", "事项"), "record-type": say("record type", "记录类型"), list: say("list", "名单"),
  measure: say("measure", "措施"), memorandum: say("memorandum", "备忘录"), procedure: say("procedure", "程序"), calendar: say("calendar", "日历"), precedence: say("rule of precedence", "适用规则"), repair: say("repair rule", "修复规则"),
  grade: say("grade scheme", "评级"), term: say("term", "词条"), office: say("office", "机构"), template: say("template", "模板"), "directory-item": say("item of the directory", "目录条目"),
  "penalty-item": say("item of the closed list", "清单条目"), standard: say("standard", "标准"), metric: say("metric", "指标"), "score-scheme": say("point scheme", "积分方案"), "score-rule": say("point rule", "积分规则"),
} as const satisfies Record<Entry["kind"], Words>;
