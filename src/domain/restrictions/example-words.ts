// The question of a worked example as a sentence in both languages, with what it expects: what a lawyer reads on the command line and
// on the law's pages. Whether it holds is said beside it by whoever ran it.
import { nameIn, type Language, type LawId, type Names, type PlainDate, type Truth } from "../terms/index.ts";
import { valueOn, type ActQuestion, type ExampleQuestion, type Interval, type Rulebook } from "../rules/index.ts";

/** `law`: any book that knows the entries named by id. */
export function questionInWords(law: Pick<Rulebook, "find">, question: ExampleQuestion): Names {
  return { en: inEnglish(law, question), zh: inChinese(law, question) };
}

type Of<K extends ExampleQuestion["kind"]> = Extract<ExampleQuestion, { readonly kind: K }>;

function inEnglish(law: Pick<Rulebook, "find">, question: ExampleQuestion): string {
  const name = (id: LawId): string => named(law, id, "en");
  switch (question.kind) {
    case "act":
      return `On ${question.on}${question.law === undefined ? "" : ` under the law of ${question.law}`}, ${name(question.act)}${question.where === undefined ? "" : ` at ${question.where}`}: ${question.verdict}${rest(question, name)}`;
    case "list":
      return `On ${question.on} ${joined(", ", question.criteria === undefined ? "" : `the criteria of ${name(question.list)} ${CRITERIA.en[question.criteria]}`, question.listed === undefined ? "" : `it ${question.listed ? "stands" : "does not stand"} on ${name(question.list)}`)}`;
    case "end":
      return `A listing of ${question.decided} on ${name(question.list)} ${question.ends.startsWith("reviewFrom ") ? `may be reviewed from ${question.ends.slice(11)}` : (ENDS.en[question.ends] ?? `ends on ${question.ends}`)}`;
    case "exit":
      return `A listing of ${question.since} on ${name(question.list)}: the way out \`${question.exit}\` ${joined(" and ", question.earliest === undefined ? "" : `opens on ${question.earliest}`, question.decideBy === undefined ? "" : `is decided by ${question.decideBy}`)}`;
    case "exits":
      return `Out of a listing of ${question.since} on ${name(question.list)} lead${question.exits.length === 1 ? "s" : ""}: ${question.exits.join(", ") || "nothing"}`;
    case "edition":
      return `After an edition of ${question.edition}, answers about ${name(question.list)} are ${question.staleFrom === "notStated" ? "never stale" : `stale from ${question.staleFrom}`}`;
    case "entry":
      return `On ${question.on} ${joined(", ", is(question.inForce, `${name(question.entry)} is law`, `${name(question.entry)} is not law`), is(question.issued, `${name(question.entry)} has been issued`, `${name(question.entry)} has not been issued`), question.party === undefined ? "" : `${name(question.party)} ${JOINED.en[question.joined ?? "unknown"]} ${name(question.entry)}`)}`;
    case "step":
      return `${name(question.procedure)}, ${stepName(law, question, "en")}: ${joined(", ", question.due === undefined ? "" : question.due === "notStated" ? "no time is set" : `counted from ${question.since ?? ""}, the last day is ${question.due}`, question.officers === undefined ? "" : `officers: ${question.officers}`, is(question.superiorConsent, "with the consent of the superior office", "without consent of the superior office"), is(question.legalReview, "after legal review", "without legal review"))}`;
    case "repair":
      return `${name(question.repair)}, tier \`${question.tier}\`, from ${question.since}: ${joined(", ", about("open from", question.earliest), about("ends by itself on", question.latest), about(`asked for on ${question.on}, decided by`, question.decideBy))}`;
    case "recordType":
      return `${name(question.recordType)} of ${question.since}: ${joined(", ", about("published until", question.publishedUntil), about("forgotten from", question.forgottenFrom))}`;
    case "workingDays":
      return `${question.workingDays} working days after ${question.since} are over with ${question.due}${is(question.provisional, ", provisionally", "")}`;
    case "grade":
      return `${name(question.grade)}: ${joined(", ", question.is === undefined ? "" : `${question.points ?? ""} points give ${question.is}`, question.starts === undefined ? "" : `starts from ${question.starts.join(" or ")}`, question.every === undefined ? "" : `given every ${interval(question.every, "en")}`)}`;
    case "identifier":
      return `\`${question.code}\` is ${question.valid ? "" : "not "}a valid ${name(question.identifier)}${is(question.refused, ", refused as a person's", "")}`;
    case "score":
      return `${name(question.score)}: ${question.events.map((event) => `${name(event.rule)}${event.tier === undefined ? "" : ` (${event.tier})`}${event.times === 1 ? "" : ` × ${event.times}`}`).join(", ")} make ${question.points} points${question.band === undefined ? "" : `, ${question.band}`}`;
    case "lint":
      return `The linter on ${name(question.lint)} as of ${question.on}${question.standards === undefined ? "" : ` by the standards of ${question.standards}`}: ${joined("; ", question.finds === undefined ? "" : `finds ${question.finds.join(", ") || "something"}`, question.lacks === undefined ? "" : `does not find ${question.lacks.join(", ")}`)}`;
  }
}

function inChinese(law: Pick<Rulebook, "find">, question: ExampleQuestion): string {
  const name = (id: LawId): string => named(law, id, "zh");
  switch (question.kind) {
    case "act":
      return `${question.on}${question.law === undefined ? "" : `（依${question.law}之法）`}，${name(question.act)}${question.where === undefined ? "" : `（${question.where}）`}：${VERDICTS[question.verdict]}${restZh(question, name)}`;
    case "list":
      return `${question.on}，${joined("，", question.criteria === undefined ? "" : `“${name(question.list)}”的标准${CRITERIA.zh[question.criteria]}`, question.listed === undefined ? "" : `${question.listed ? "在" : "不在"}“${name(question.list)}”之列`)}`;
    case "end":
      return `${question.decided}列入“${name(question.list)}”，${question.ends.startsWith("reviewFrom ") ? `自${question.ends.slice(11)}起可申请复核` : (ENDS.zh[question.ends] ?? `至${question.ends}终止`)}`;
    case "exit":
      return `${question.since}列入“${name(question.list)}”：退出途径${question.exit}${joined("，", question.earliest === undefined ? "" : `自${question.earliest}起可用`, question.decideBy === undefined ? "" : `应于${question.decideBy}前决定`)}`;
    case "exits":
      return `${question.since}列入“${name(question.list)}”，退出途径：${question.exits.join("、") || "无"}`;
    case "edition":
      return `名单版本日期为${question.edition}时，关于“${name(question.list)}”的答复${question.staleFrom === "notStated" ? "不过期" : `自${question.staleFrom}起过期`}`;
    case "entry":
      return `${question.on}，${joined("，", is(question.inForce, `“${name(question.entry)}”有效`, `“${name(question.entry)}”无效`), is(question.issued, `“${name(question.entry)}”已印发`, `“${name(question.entry)}”尚未印发`), question.party === undefined ? "" : `${name(question.party)}${JOINED.zh[question.joined ?? "unknown"]}“${name(question.entry)}”约束`)}`;
    case "step":
      return `${name(question.procedure)}，${stepName(law, question, "zh")}：${joined("，", question.due === undefined ? "" : question.due === "notStated" ? "未规定期限" : `自${question.since ?? ""}起算，末日为${question.due}`, question.officers === undefined ? "" : `经办人员${question.officers}名`, is(question.superiorConsent, "须经上级机关同意", "无须上级机关同意"), is(question.legalReview, "须经法制审核", "无须法制审核"))}`;
    case "repair":
      return `${name(question.repair)}，${question.tier}，自${question.since}：${joined("，", aboutZh("可申请之日", question.earliest), aboutZh("自行终止之日", question.latest), aboutZh(`${question.on}申请的决定期限`, question.decideBy))}`;
    case "recordType":
      return `${question.since}的${name(question.recordType)}：${joined("，", aboutZh("公示至", question.publishedUntil), aboutZh("不再保存自", question.forgottenFrom))}`;
    case "workingDays":
      return `自${question.since}起${question.workingDays}个工作日，末日为${question.due}${is(question.provisional, "（暂定）", "")}`;
    case "grade":
      return `${name(question.grade)}：${joined("，", question.is === undefined ? "" : `${question.points ?? ""}分为${question.is}`, question.starts === undefined ? "" : `起评分${question.starts.join("、")}`, question.every === undefined ? "" : `每${interval(question.every, "zh")}评定一次`)}`;
    case "identifier":
      return `${question.code}${question.valid ? "是" : "不是"}有效的${name(question.identifier)}${is(question.refused, "，属自然人，不予登记", "")}`;
    case "score":
      return `${name(question.score)}：${question.events.map((event) => `${name(event.rule)}${event.times === 1 ? "" : `×${event.times}`}`).join("、")}，合计${question.points}分${question.band === undefined ? "" : `，${question.band}`}`;
    case "lint":
      return `以${question.standards ?? question.on}的标准检查${question.on}的“${name(question.lint)}”：${joined("；", question.finds === undefined ? "" : `发现${question.finds.join("、")}`, question.lacks === undefined ? "" : `未发现${question.lacks.join("、")}`)}`;
  }
}

const CRITERIA = { en: { true: "propose a listing", false: "propose no listing", unknown: "leave it open" }, zh: { true: "成立", false: "不成立", unknown: "尚不能确定" } } as const satisfies Record<Language, Record<Truth, string>>;
const JOINED = { en: { true: "is bound by", false: "is not bound by", unknown: "may be bound by" }, zh: { true: "受", false: "不受", unknown: "可能受" } } as const satisfies Record<Language, Record<Truth, string>>;
const ENDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { untilDone: "ends when it is done what it hangs on", permanent: "has no end", notStated: "has no stated end" }, zh: { untilDone: "至履行完毕终止", permanent: "无终止", notStated: "终止未载明" },
};
const VERDICTS = { bound: "受限", clear: "不受限", undetermined: "不能确定" } as const satisfies Record<ActQuestion["verdict"], string>;
const UNITS = { en: { workingDays: "working days", days: "days", months: "months", years: "years" }, zh: { workingDays: "个工作日", days: "日", months: "个月", years: "年" } } as const satisfies Record<Language, Record<Interval["unit"], string>>;

function named(law: Pick<Rulebook, "find">, id: LawId, language: Language): string {
  const entry = law.find(id);
  return entry === undefined ? id : nameIn(entry.names, language);
}

function stepName(law: Pick<Rulebook, "find">, { procedure, step, on }: Of<"step">, language: Language): string {
  const entry = law.find(procedure);
  const found = entry?.kind === "procedure" ? valueOn(entry.steps, on)?.find((each) => each.id === step) : undefined;
  return found === undefined ? step : nameIn(found.names, language);
}

function interval({ count, unit }: Interval, language: Language): string {
  return `${count}${language === "en" ? " " : ""}${UNITS[language][unit]}`;
}

function rest(question: ActQuestion, name: (id: LawId) => string): string {
  return ["", ...restOf(question, name, { until: "until", none: "nothing", measures: "by", amounts: "amounts", exits: "way out", possible: "may still be decided", favours: "in favour", officeHolders: "aimed at office-holders" })].join("; ");
}

function restZh(question: ActQuestion, name: (id: LawId) => string): string {
  return ["", ...restOf(question, name, { until: "至", none: "无", measures: "措施", amounts: "数额", exits: "退出", possible: "可决定", favours: "便利", officeHolders: "指向任职人员" })].join("；");
}

type RestWords = Readonly<Record<"until" | "none" | "measures" | "amounts" | "exits" | "possible" | "favours" | "officeHolders", string>>;

function restOf(question: ActQuestion, name: (id: LawId) => string, words: RestWords): readonly string[] {
  const several = (word: string, ids: readonly LawId[] | undefined): string => (ids === undefined ? "" : `${word} ${ids.map(name).join(", ") || words.none}`);
  return [
    several(words.measures, question.measures), question.until === undefined ? "" : `${words.until} ${question.until}`, question.amounts === undefined ? "" : `${words.amounts} ${question.amounts.join(", ") || words.none}`,
    several(words.possible, question.possible), several(words.favours, question.favours), several(words.officeHolders, question.officeHolders), question.exits === undefined ? "" : `${words.exits} ${question.exits === "none" ? words.none : question.exits}`,
  ].filter((part) => part !== "");
}

function about(what: string, day: PlainDate | "notStated" | undefined): string {
  return day === undefined ? "" : `${what} ${day === "notStated" ? "no stated day" : day}`;
}

function aboutZh(what: string, day: PlainDate | "notStated" | undefined): string {
  return day === undefined ? "" : `${what}${day === "notStated" ? "未载明" : day}`;
}

function is(value: boolean | undefined, yes: string, no: string): string {
  return value === undefined ? "" : value ? yes : no;
}

function joined(by: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(by);
}
