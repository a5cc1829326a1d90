// Explain: words for an answer, in both languages, only when asked. Ids go in, sentences come out; nothing is decided here.
import { bodyOf, nameIn, type Language, type LawId, type PlainDate } from "../terms/index.ts";
import type { Criterion, Rulebook } from "../rules/index.ts";
import type { Answer, AnswerWords, Because, CriterionResult, EffectInForce, Exit, Missing, Spared } from "./answer.ts";

/** The answer in words: one sentence, the reasons, the ways out. */
export function explain(answer: Omit<Answer, "words">, rulebook: Rulebook): Readonly<Record<Language, AnswerWords>> {
  return { en: wordsIn(answer, rulebook, "en"), zh: wordsIn(answer, rulebook, "zh") };
}

function wordsIn(answer: Omit<Answer, "words">, rulebook: Rulebook, language: Language): AnswerWords {
  const say = speaker(rulebook, language);
  return {
    sentence: sentenceOf(answer, say),
    reasons: [
      ...answer.effects.flatMap((effect) => effectReasons(effect, say)),
      ...answer.missing.map((missing) => missingReason(missing, say)),
      ...answer.possible.map((possible) => say.text(`${say.name(possible.authority)} may still decide: ${possible.effects.map(say.effect).join(" or ")} (${say.name(possible.measure)}).`, `${say.name(possible.authority)}仍可决定：${possible.effects.map(say.effect).join("或")}（${say.name(possible.measure)}）。`)),
      ...answer.spared.map((spared) => sparedReason(spared, say)),
      ...(answer.effects.length > 0 ? [] : answer.presumed).map((id) => say.text(`Taken as given, because the law says so: ${say.criterion(id)}.`, `依法推定：${say.criterion(id)}。`)),
    ],
    exits: answer.exits.map((exit) => exitWords(exit, answer.asOf.on, say)),
  };
}

interface Speaker {
  readonly language: Language;
  readonly text: (en: string, zh: string) => string;
  readonly name: (id: LawId | string) => string;
  readonly place: (act: string, where: string) => string;
  readonly effect: (effect: string) => string;
  readonly status: (status: string) => string;
  readonly criterion: (id: string) => string;
  readonly day: (day: PlainDate) => string;
}

function speaker(rulebook: Rulebook, language: Language): Speaker {
  const criteria = criteriaById(rulebook);
  return {
    language,
    text: (en, zh) => (language === "zh" ? zh : en),
    name: (id) => {
      const entry = rulebook.find(id as LawId);
      return entry === undefined ? id : nameIn(entry.names, language);
    },
    place: (act, where) => {
      const authority = rulebook.all("authority").find((each) => bodyOf(each.id) === act.slice(0, act.indexOf(":")) && (each.short === where || each.id === where));
      const region = rulebook.all("term").find((term) => term.taxonomy === "region" && term.value === where);
      const entry = authority ?? region;
      return entry === undefined ? where : nameIn(entry.names, language);
    },
    effect: (effect) => EFFECT_WORDS[effect]?.[language] ?? effect,
    status: (status) => {
      const names = rulebook.all("term").find((term) => term.taxonomy === "status" && term.value === status)?.names;
      return names === undefined ? status : nameIn(names, language);
    },
    criterion: (id) => {
      const names = criteria.get(id)?.names;
      return names === undefined ? id : nameIn(names, language);
    },
    day: (day) => dayWords(day, language),
  };
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `15 December 2026` or `2026年12月15日`. */
export function dayWords(day: PlainDate, language: Language): string {
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return language === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ""} ${year}`;
}

const EFFECT_WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  deny: { en: "must refuse it", zh: "应当拒绝" },
  restrict: { en: "must restrict it", zh: "应当限制" },
  surcharge: { en: "must add a surcharge", zh: "应当加价" },
  scrutinise: { en: "must look more closely", zh: "应当加强检查" },
  consider: { en: "must take it into account", zh: "应当审慎参考" },
  publicise: { en: "must publicise it", zh: "应当公示" },
  expedite: { en: "must handle it faster", zh: "应当加快办理" },
  prioritise: { en: "must give it priority", zh: "应当优先办理" },
  exempt: { en: "must spare it requirements", zh: "应当免除要求" },
  discount: { en: "must give better terms", zh: "应当给予优惠" },
  support: { en: "must support it", zh: "应当给予支持" },
};

function sentenceOf(answer: Omit<Answer, "words">, say: Speaker): string {
  const who = answer.organisation.name ?? answer.organisation.codes[0]?.value ?? "?";
  const [act = "", where] = answer.act.split("@");
  const place = where === undefined ? undefined : say.place(act, where);
  const what = place === undefined ? say.name(act) : say.text(`${say.name(act)} (${place})`, `${say.name(act)}（${place}）`);
  const on = say.day(answer.asOf.on);
  switch (answer.verdict) {
    case "bound": {
      const strongest = STRONGEST.find((effect) => answer.effects.some((each) => each.effect === effect)) ?? "deny";
      const free = answer.exits[0]?.earliest;
      const until =
        free === undefined ? say.text("no day is stated on which it is free again", "未载明恢复之日")
        : free <= answer.asOf.on ? say.text("a way out is open on that day", "当日已有出路")
        : say.text(`free again on ${say.day(free)} at the earliest`, `最早于${say.day(free)}恢复`);
      return say.text(`On ${on} ${who} ${BOUND_WORDS[strongest].en} ${lowered(what)}; ${until}.`, `${on}，${who}${BOUND_WORDS[strongest].zh}${what}；${until}。`);
    }
    case "clear":
      return say.text(`On ${on} nothing known binds ${who} in ${lowered(what)}.`, `${on}，${who}${what}不受限。`);
    case "undetermined":
      return say.text(
        `It cannot be determined whether anything binds ${who} on ${on} in ${lowered(what)}; meanwhile the act is ${answer.decision ? "open" : "closed"}.`,
        `无法确定${on}${who}${what}是否受限；在此期间该事项${answer.decision ? "可以办理" : "暂停办理"}。`,
      );
  }
}

/** Burdens from the strongest to the lightest: the sentence names the strongest. */
const STRONGEST = ["deny", "restrict", "surcharge", "scrutinise", "consider", "publicise"] as const;

const BOUND_WORDS: Readonly<Record<(typeof STRONGEST)[number], Readonly<Record<Language, string>>>> = {
  deny: { en: "is barred from", zh: "不得" },
  restrict: { en: "is restricted in", zh: "受限制地" },
  surcharge: { en: "bears a surcharge in", zh: "须加价" },
  scrutinise: { en: "is looked at more closely in", zh: "须接受更严检查：" },
  consider: { en: "has its listing weighed in", zh: "其列入情况须被审慎参考：" },
  publicise: { en: "is named publicly in", zh: "须被公示：" },
};

/** Names of acts begin with a capital; inside a sentence they do not, unless the word is an abbreviation. */
function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function effectReasons(effect: EffectInForce, say: Speaker): readonly string[] {
  const head = say.text(
    `${say.name(effect.authority)} ${say.effect(effect.effect)} since ${say.day(effect.from)}${effect.until === undefined ? "" : `, until ${say.day(effect.until)} (first free day)`}: ${say.name(effect.measure)}.`,
    `${say.name(effect.authority)}自${say.day(effect.from)}起${say.effect(effect.effect)}${effect.until === undefined ? "" : `，至${say.day(effect.until)}（首个自由日）止`}：${say.name(effect.measure)}。`,
  );
  return [head, ...becauseReasons(effect.because, say)];
}

function becauseReasons(because: Because, say: Speaker): readonly string[] {
  if ("withheld" in because) return [say.text(`The reason is withheld; ask ${say.name(because.authority)}.`, `原因不予公开，请向${say.name(because.authority)}查询。`)];
  const { trigger } = because;
  const from =
    trigger.kind === "list" ? say.text(`it stands on the list “${say.name(trigger.list)}”`, `其列入“${say.name(trigger.list)}”`)
    : trigger.kind === "entailed" ? say.text(`the law itself puts it on “${say.name(trigger.list)}”`, `其依法当然列入“${say.name(trigger.list)}”`)
    : trigger.kind === "record" ? say.text(`of a record on file: ${lowered(say.name(trigger.type))}`, `在册有一条记录：${say.name(trigger.type)}`)
    : say.text(`its status is ${lowered(say.status(trigger.status))}`, `其登记状态为${say.status(trigger.status)}`);
  const decided = because.decidedBy === undefined || trigger.kind === "entailed" ? "" : say.text(`, decided by ${say.name(because.decidedBy)}${because.decidedOn === undefined ? "" : ` on ${say.day(because.decidedOn)}`}`, `，由${say.name(because.decidedBy)}${because.decidedOn === undefined ? "" : `于${say.day(because.decidedOn)}`}决定`);
  const via = because.memorandum === undefined ? "" : say.text(`; connected by ${say.name(because.memorandum)}${clauseWords(because.clause, say)}`, `；依据${say.name(because.memorandum)}${clauseWords(because.clause, say)}`);
  return [say.text(`Because ${from}${decided}${via}.`, `因为${from}${decided}${via}。`), ...because.criteria.filter((result) => result.holds !== false).map((result) => criterionReason(result, say))];
}

/** A number of the law is a clause; a label of our own, where the source numbers nothing, is not. */
function clauseWords(clause: string | undefined, say: Speaker): string {
  return clause === undefined || !/^\d/.test(clause) ? "" : say.text(`, clause ${clause}`, `第${clause}条`);
}

function criterionReason(result: CriterionResult, say: Speaker): string {
  const words = say.criterion(result.id);
  switch (result.holds) {
    case true: return say.text(`Met: ${words}.`, `符合：${words}。`);
    case false: return say.text(`Not met: ${words}.`, `不符合：${words}。`);
    case "presumed": return say.text(`Presumed by law: ${words}.`, `依法推定：${words}。`);
    case "unknown": return say.text(`Not known: ${words}.`, `未知：${words}。`);
  }
}

function missingReason(missing: Missing, say: Speaker): string {
  if (missing.kind === "where") return say.text(`Missing: where. ${say.name(missing.neededBy)} binds only at ${missing.of === undefined ? "one place" : say.name(missing.of)}.`, `缺少：地点。${say.name(missing.neededBy)}仅在${missing.of === undefined ? "特定地点" : say.name(missing.of)}适用。`);
  const of = missing.of === undefined ? "" : say.text(` (${say.name(missing.of)})`, `（${say.name(missing.of)}）`);
  return say.text(`Missing: ${missing.fact}${of}, needed by ${say.name(missing.neededBy)}${missing.since === undefined ? "" : `, since ${say.day(missing.since)}`}.`, `缺少：${missing.fact}${of}，${say.name(missing.neededBy)}需要${missing.since === undefined ? "" : `，自${say.day(missing.since)}起`}。`);
}

function sparedReason(spared: Spared, say: Speaker): string {
  const why = spared.failed === "declined" ? say.text("the authority declined it", "该机关已决定不适用") : say.criterion(spared.failed);
  return say.text(`Does not bind: ${say.name(spared.measure)}. Condition not met: ${why}.`, `不适用：${say.name(spared.measure)}。未满足：${why}。`);
}

function exitWords(exit: Exit, on: PlainDate, say: Speaker): string {
  const acts = exit.acts.map((act) => EXIT_WORDS[act]?.[say.language] ?? act).join(say.text(" and ", "并"));
  if (exit.earliest === undefined) return say.text(`${acts}; no earliest day is stated`, `${acts}；未载明最早日期`);
  if (exit.earliest <= on) return say.text(`${acts}: open since ${say.day(exit.earliest)}`, `${acts}：自${say.day(exit.earliest)}起可行`);
  return say.text(`${acts}: ${say.day(exit.earliest)} at the earliest${exit.provisional ? " (provisional)" : ""}`, `${acts}：最早${say.day(exit.earliest)}${exit.provisional ? "（暂定）" : ""}`);
}

export const EXIT_WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  term: { en: "the term ends", zh: "期限届满" },
  repair: { en: "credit repair", zh: "信用修复" },
  performance: { en: "performing the obligation", zh: "履行义务" },
  objection: { en: "objection upheld", zh: "异议成立" },
  annulment: { en: "annulment of the decision", zh: "撤销决定" },
  release: { en: "release by the deciding body", zh: "决定机关解除" },
  review: { en: "review by the deciding body", zh: "决定机关复核" },
  "end-of-cause": { en: "the cause ends", zh: "原因消除" },
};

/** Every criterion that has an id, over all measures, memoranda and lists. */
export function criteriaById(rulebook: Rulebook): ReadonlyMap<string, Criterion> {
  const found = new Map<string, Criterion>();
  function visit(criterion: Criterion): void {
    if (criterion.id !== undefined) found.set(criterion.id, criterion);
    if ("of" in criterion) criterion.of.forEach(visit);
    if (criterion.kind === "exceptions") [criterion.rule, ...criterion.unless].forEach(visit);
    if (criterion.kind === "records" && criterion.where !== undefined) visit(criterion.where);
  }
  for (const memorandum of rulebook.all("memorandum")) memorandum.conditions.forEach(visit);
  for (const measure of rulebook.all("measure")) {
    measure.conditions.forEach(visit);
    if (measure.trigger.kind === "record" && measure.trigger.where !== undefined) visit(measure.trigger.where);
  }
  for (const list of rulebook.all("list")) {
    for (const version of list.criteria) version.value.forEach(visit);
    for (const criterion of [list.entailed, list.lostWhen]) if (criterion !== undefined) visit(criterion);
  }
  return found;
}
