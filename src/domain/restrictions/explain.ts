// Explain: words for an answer, in both languages, only when asked. Ids go in, sentences come out; nothing is decided here.
import { bodyOf, nameIn, type Language, type LawId, type PlainDate } from "../terms/index.ts";
import type { Rulebook } from "../rules/index.ts";
import type { Answer, AnswerWords, Because, CriterionResult, EffectInForce, Exit, Missing, Reading, Spared, StayInForce } from "./answer.ts";
import { criteriaById } from "./criteria-by-id.ts";
import type { DeadEnd } from "./ways-out.ts";

/** The answer in words: one sentence, the reasons, the ways out. */
export function explain(answer: Omit<Answer, "words">, rulebook: Rulebook): Readonly<Record<Language, AnswerWords>> {
  return { en: wordsIn(answer, rulebook, "en"), zh: wordsIn(answer, rulebook, "zh") };
}

function wordsIn(answer: Omit<Answer, "words">, rulebook: Rulebook, language: Language): AnswerWords {
  const say = speaker(rulebook, answer.asOf.law, language);
  return {
    sentence: sentenceOf(answer, say),
    reasons: [
      ...answer.effects.flatMap((effect) => effectReasons(effect, say)),
      ...answer.missing.map((missing) => missingReason(missing, say)),
      ...(answer.readings ?? []).map((reading) => readingReason(reading, say)),
      ...(answer.stayed ?? []).map((stay) => stayReason(stay, say)),
      ...answer.possible.map((possible) => say.text(`${say.name(possible.authority)} may still decide: ${possible.effects.map(say.effect).join(" or ")} (${say.name(possible.measure)}).`, `${say.name(possible.authority)}仍可决定：${possible.effects.map(say.effect).join("或")}（${say.name(possible.measure)}）。`)),
      ...answer.spared.map((spared) => sparedReason(spared, say)),
      ...(answer.effects.length > 0 ? [] : answer.presumed).map((id) => say.text(`Taken as given, because the law says so: ${say.criterion(id)}.`, `依法推定：${say.criterion(id)}。`)),
    ],
    exits: answer.exits.map((exit) => exitWords(exit, answer.asOf.on, say)),
  };
}

/** Ways out in words, under the law of a day. */
export function exitsInWords(exits: readonly Exit[], { rulebook, law, on }: { readonly rulebook: Rulebook; readonly law: PlainDate; readonly on: PlainDate }): Readonly<Record<Language, readonly string[]>> {
  const worded = (language: Language): readonly string[] => exits.map((exit) => exitWords(exit, on, speaker(rulebook, law, language)));
  return { en: worded("en"), zh: worded("zh") };
}

/** Why nothing leads out of a list. */
export function deadEndInWords({ kind, through }: DeadEnd, { rulebook, law }: { readonly rulebook: Rulebook; readonly law: PlainDate }): Readonly<Record<Language, string>> {
  const worded = (language: Language): string => {
    const say = speaker(rulebook, law, language);
    const lists = through.map(say.name);
    switch (kind) {
      case "permanent":
        return say.text("a listing here is permanent, and nothing but the annulment of a wrong decision ends it", "列入为永久，除撤销错误决定外别无出路");
      case "noExit":
        return say.text("no End is stated, and no way out", "既未载明期限，也未载明任何出路");
      case "circle":
        return say.text(`its ways out ask for other lists to be left first that wait for it in turn: ${lists.join(" → ")}`, `其出路须先移出他项名单，而后者又以移出本名单为前提：${lists.join("→")}`);
      case "cause":
        return lists.length === 0 ? say.text("the law itself makes the listing, and its cause never ends", "依法当然列入，其原因不会消除") : say.text(`the law itself makes the listing, and nothing leads out of its causes: ${lists.join(", ")}`, `依法当然列入，而其原因无出路：${lists.join("、")}`);
    }
  };
  return { en: worded("en"), zh: worded("zh") };
}

/** Words of one language for the ids of a rulebook. */
export interface Speaker {
  readonly language: Language;
  readonly text: (en: string, zh: string) => string;
  readonly name: (id: LawId | string) => string;
  readonly tier: (repair: LawId, tier: string) => string;
  /** A rule that may govern; of a list, its own rule. */
  readonly rule: (id: LawId) => string;
  readonly place: (act: string, where: string) => string;
  readonly effect: (effect: string) => string;
  readonly status: (status: string) => string;
  readonly criterion: (id: string) => string;
  readonly day: (day: PlainDate) => string;
}

/** Criteria are called what the statute book of the day calls them; a later version may give an id other words. */
export function speaker(rulebook: Rulebook, law: PlainDate, language: Language): Speaker {
  const criteria = criteriaById(rulebook.on(law));
  return {
    language,
    text: (en, zh) => (language === "zh" ? zh : en),
    name: (id) => {
      const entry = rulebook.find(id as LawId);
      return entry === undefined ? id : nameIn(entry.names, language);
    },
    tier: (repair, tier) => {
      const names = rulebook.get("repair", repair)?.tiers.find((each) => each.id === tier)?.names;
      return names === undefined ? tier : nameIn(names, language);
    },
    rule: (id) => {
      const entry = rulebook.find(id);
      const name = entry === undefined ? id : nameIn(entry.names, language);
      if (entry?.kind !== "list") return name;
      return language === "zh" ? `“${name}”自身规定` : `the list’s own rule (${name})`;
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
      const names = (criteria.get(id) ?? criteriaById(rulebook).get(id))?.names;
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
        : say.text(`free again on ${say.day(free)} at the earliest${underOne(answer.exits, say)}`, `最早于${say.day(free)}恢复${underOne(answer.exits, say)}`);
      return say.text(`On ${on} ${who} ${BOUND_WORDS[strongest].en} ${lowered(what)}; ${until}.`, `${on}，${who}${BOUND_WORDS[strongest].zh}${what}；${until}。`);
    }
    case "clear":
      if (answer.stayed !== undefined) return say.text(`On ${on} nothing known binds ${who} in ${lowered(what)} while effects are stayed.`, `${on}，有关措施中止期间，${who}${what}不受限。`);
      return say.text(`On ${on} nothing known binds ${who} in ${lowered(what)}.`, `${on}，${who}${what}不受限。`);
    case "undetermined":
      return say.text(
        `It cannot be determined whether anything binds ${who} on ${on} in ${lowered(what)}; meanwhile the act is ${answer.decision ? "open" : "closed"}.`,
        `无法确定${on}${who}${what}是否受限；在此期间该事项${answer.decision ? "可以办理" : "暂停办理"}。`,
      );
  }
}

/** Said of the first way out where it follows but one of several readings. */
function underOne([first]: readonly Exit[], say: Speaker): string {
  return first?.reading === undefined ? "" : say.text(`, if ${say.rule(first.reading)} governs`, `（如适用${say.rule(first.reading)}）`);
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

/** An effect and what it rests on, a sentence each. */
export function effectReasons(effect: EffectInForce, say: Speaker): readonly string[] {
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

/** What nobody handed in, and what needs it. */
export function missingReason(missing: Missing, say: Speaker): string {
  if (missing.kind === "reading") return say.text(`The law leaves open which rule governs: ${say.name(missing.fact)}. ${say.name(missing.neededBy)} hangs on it.`, `适用何种规则未有定论：${say.name(missing.fact)}。${say.name(missing.neededBy)}取决于此。`);
  if (missing.kind === "where") return say.text(`Missing: where. ${say.name(missing.neededBy)} binds only at ${missing.of === undefined ? "one place" : say.name(missing.of)}.`, `缺少：地点。${say.name(missing.neededBy)}仅在${missing.of === undefined ? "特定地点" : say.name(missing.of)}适用。`);
  const of = missing.of === undefined ? "" : say.text(` (${say.name(missing.of)})`, `（${say.name(missing.of)}）`);
  return say.text(`Missing: ${missing.fact}${of}, needed by ${say.name(missing.neededBy)}${missing.since === undefined ? "" : `, since ${say.day(missing.since)}`}.`, `缺少：${missing.fact}${of}，${say.name(missing.neededBy)}需要${missing.since === undefined ? "" : `，自${say.day(missing.since)}起`}。`);
}

/** What binds if this rule governs; the law does not say whether it does. */
function readingReason(reading: Reading, say: Speaker): string {
  const rule = reading.tier === undefined ? say.rule(reading.reading) : say.text(`${say.name(reading.reading)} (${say.tier(reading.reading, reading.tier)})`, `${say.name(reading.reading)}（${say.tier(reading.reading, reading.tier)}）`);
  if (reading.effects.length === 0) return say.text(`If ${rule} governs, nothing binds here.`, `如适用${rule}，此处不受限。`);
  const binds = reading.effects.map((effect) => say.text(`${say.name(effect.authority)} ${say.effect(effect.effect)}${effect.until === undefined ? "" : ` until ${say.day(effect.until)}`} (${say.name(effect.measure)})`, `${say.name(effect.authority)}${say.effect(effect.effect)}${effect.until === undefined ? "" : `，至${say.day(effect.until)}止`}（${say.name(effect.measure)}）`));
  return say.text(`If ${rule} governs, ${binds.join("; ")}.`, `如适用${rule}：${binds.join("；")}。`);
}

function sparedReason(spared: Spared, say: Speaker): string {
  if (spared.stays !== undefined) return say.text(`Does not bind: ${say.name(spared.measure)}. Its effects are stayed.`, `不适用：${say.name(spared.measure)}。其效力已中止。`);
  if (spared.precedence !== undefined) return say.text(`Does not bind: ${say.name(spared.measure)}. A rule of precedence keeps it back: ${say.name(spared.precedence)}.`, `不适用：${say.name(spared.measure)}。依适用顺序规则：${say.name(spared.precedence)}。`);
  const why = spared.failed === "declined" ? say.text("the authority declined it", "该机关已决定不适用") : say.criterion(spared.failed);
  return say.text(`Does not bind: ${say.name(spared.measure)}. Condition not met: ${why}.`, `不适用：${say.name(spared.measure)}。未满足：${why}。`);
}

/** What is held back, by whose order and since when. */
function stayReason({ about, since, orderedBy }: StayInForce, say: Speaker): string {
  const what = about.kind === "listing" ? say.text(`its listing on “${say.name(about.list)}”`, `其列入“${say.name(about.list)}”`) : say.text(`a record on file, ${lowered(say.name(about.type))},`, `在册记录“${say.name(about.type)}”`);
  const by = orderedBy?.names === undefined ? orderedBy?.office : nameIn(orderedBy.names, say.language);
  return say.text(`Stayed since ${say.day(since)}${by === undefined ? "" : ` by order of ${by}`}: nothing binds because of ${what} meanwhile.`, `${by === undefined ? "" : `经${by}决定，`}自${say.day(since)}起中止效力：在此期间不因${what}受限。`);
}

/** A way out in words: what must be done, under which rule where there are several, and when. */
export function exitWords(exit: Exit, on: PlainDate, say: Speaker): string {
  const acts = exit.acts.map((act) => EXIT_WORDS[act]?.[say.language] ?? act).join(say.text(" and ", "并"));
  const what = `${acts}${ruleOf(exit, say)}`;
  const when =
    exit.earliest === undefined ? say.text(`${what}; no earliest day is stated`, `${what}；未载明最早日期`)
    : exit.earliest <= on ? say.text(`${what}: open since ${say.day(exit.earliest)}`, `${what}：自${say.day(exit.earliest)}起可行`)
    : say.text(`${what}: ${say.day(exit.earliest)} at the earliest`, `${what}：最早${say.day(exit.earliest)}`);
  const decided = exit.decideBy === undefined ? "" : say.text(`, to be decided by ${say.day(exit.decideBy)}${exit.provisional ? " (provisional)" : ""}`, `，最迟于${say.day(exit.decideBy)}作出决定${exit.provisional ? "（暂定）" : ""}`);
  return exit.reading === undefined ? `${when}${decided}` : say.text(`${when}${decided}, if ${say.rule(exit.reading)} governs`, `${when}${decided}（如适用${say.rule(exit.reading)}）`);
}

/** The repair rule and tier an exit comes from, and what must be left first. */
function ruleOf(exit: Exit, say: Speaker): string {
  const rule = exit.repair === undefined ? "" : say.text(` (${say.name(exit.repair)}${exit.tier === undefined ? "" : `: ${say.tier(exit.repair, exit.tier)}`})`, `（${say.name(exit.repair)}${exit.tier === undefined ? "" : `：${say.tier(exit.repair, exit.tier)}`}）`);
  const needs = exit.needs === undefined ? "" : say.text(`, once off ${exit.needs.map(say.name).join(" and ")}`, `，须先移出${exit.needs.map(say.name).join("、")}`);
  return `${rule}${needs}`;
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
