// Answer to page: its sentence, what it knows and lacks, one chain for each reason that binds, and what else touches the act.
import type { Measure } from "../../domain/rules/index.ts";
import type { Answer, EffectInForce, Missing, PossibleEffect, Spared } from "../../domain/restrictions/index.ts";
import { endIn, type Registry, type Standing } from "../../service/index.ts";
import type { ActChoice, AnswerView, EffectRow, Language, MissingView, Names } from "../portal/index.ts";
import { chainsOf } from "./chain-model.ts";
import { exitViews, hasCome } from "./exit-model.ts";
import { criterionNames, missingNames, ruleNames } from "./fact-names.ts";
import { basisView } from "./law-views.ts";

export function answerView(registry: Registry, standing: Standing, answer: Answer, act: ActChoice, language: Language): AnswerView {
  const words = answer.words;
  const exits = exitViews(registry, standing, answer);
  const first = answer.exits.find((exit) => exit.earliest !== undefined) ?? answer.exits[0];
  const row = (effect: EffectInForce | PossibleEffect, state: EffectRow["state"]): EffectRow => effectRow(registry, act, effect, state, { language, on: answer.asOf.on });
  return {
    act, verdict: answer.verdict, decision: answer.decision,
    sentence: namedIn(standing, { en: words?.en.sentence ?? "", zh: words?.zh.sentence ?? "" }, language),
    reasons: reasonsOf(answer).map((reason) => namedIn(standing, reason, language)),
    ...(first === undefined ? {} : { out: outOf(answer, first) }),
    knows: knowsOf(registry, standing, answer),
    chains: chainsOf(registry, standing, answer, language),
    possible: answer.possible.map((effect) => row(effect, "may")), favours: answer.favours.map((effect) => row(effect, "favoured")),
    exits,
    missing: answer.missing.map((missing) => missingView(registry, missing)),
    presumed: answer.presumed.map((id) => criterionNames(registry, id)),
    spared: answer.spared.map((spared) => ({ measure: spared.measure, authority: spared.authority, failed: whySpared(registry, spared) })),
  };
}

function whySpared(registry: Registry, { failed, precedence, stays }: Spared): Names {
  if (stays !== undefined) return { en: "its effects are stayed", zh: "其效力已中止" };
  if (precedence !== undefined) return ruleNames(registry, precedence);
  return failed === "declined" ? { en: "the authority declined it", zh: "该机关已决定不适用" } : criterionNames(registry, failed);
}

/** The first lines of why: of what binds, its measure and its cause. What is missing, possible or spared stands beside them by itself. */
function reasonsOf(answer: Answer): readonly Names[] {
  const [en, zh] = [answer.words?.en.reasons ?? [], answer.words?.zh.reasons ?? []];
  // Where the law leaves open which rule governs, each reading is said, and then what is stayed; they stand behind what is missing.
  const said = (answer.readings ?? []).length + (answer.stayed ?? []).length;
  if (answer.effects.length === 0) return en.slice(answer.missing.length, answer.missing.length + said).map((text, index) => ({ en: text, zh: zh[answer.missing.length + index] ?? text }));
  return en.slice(0, 2).map((text, index) => ({ en: text, zh: zh[index] ?? text }));
}

/** The earliest way out; one whose day has come can be taken now. */
function outOf(answer: Answer, exit: Answer["exits"][number]): NonNullable<AnswerView["out"]> {
  const index = answer.exits.indexOf(exit);
  const en = answer.words?.en.exits[index] ?? "";
  const sentence = { en: en.slice(0, 1).toUpperCase() + en.slice(1), zh: answer.words?.zh.exits[index] ?? "" };
  if (exit.earliest === undefined) return { sentence };
  return hasCome(exit.earliest, answer.asOf.on) ? { now: true, sentence } : { day: exit.earliest, provisional: exit.provisional === true, sentence };
}

/** In English its Latin name, where it has one: the same that heads the page. */
function namedIn(standing: Standing, words: Names, language: Language): Names {
  const [main] = namesFor("en", standing.organisation);
  const own = standing.organisation.name ?? main;
  return language === "en" ? { ...words, en: words.en.replaceAll(own, main) } : words;
}

/** The name a page in this language opens with, and the other one. */
export function namesFor(language: Language, organisation: Pick<Standing["organisation"], "name"> & { readonly names: readonly Pick<Standing["organisation"]["names"][number], "text" | "kind">[] }): readonly [string, string | undefined] {
  const main = organisation.name ?? "";
  const others = organisation.names.filter((name) => levelled(name.text) !== levelled(main) && (name.kind === "alias" || name.kind === "local" || name.kind === "main")).map((name) => name.text);
  const inLatin = others.find((name) => !/\p{Script=Han}/u.test(name));
  return language === "en" && /\p{Script=Han}/u.test(main) && inLatin !== undefined ? [inLatin, main] : [main, others[0]];
}

function levelled(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/[\s.,()（）]/gu, "");
}

/** Which editions the answer rests on; what nobody handed in is not among them, nor a list that is not published. */
function knowsOf(registry: Registry, standing: Standing, answer: Answer): Names {
  const editions = Object.entries(answer.asOf.editions).flatMap(([id, day]) => {
    const list = registry.rulebook.all("list").find((each) => each.id === id);
    return list === undefined || !list.published ? [] : [{ list, day, inferred: standing.editions.some((edition) => edition.list === id && edition.asOf === day && edition.inferred) }];
  });
  if (editions.length === 0) return { en: "No edition of a published list stands behind this answer; it rests on what authorities handed in here.", zh: "本答复不依据任何已公布名单的某一期，仅依据各机关向本登记册报送的资料。" };
  return {
    en: `Rests on what was handed in here and on these editions: ${editions.map(({ list, day, inferred }) => `${list.names.en} (${day}${inferred ? ", day inferred" : ""})`).join(", ")}.`,
    zh: `依据向本登记册报送的资料，以及下列名单的版本：${editions.map(({ list, day, inferred }) => `${list.names.zh ?? list.names.en}（${day}${inferred ? "，推定日" : ""}）`).join("、")}。`,
  };
}

function missingView(registry: Registry, missing: Missing): MissingView {
  return {
    fact: missingNames(registry, missing), neededBy: missing.neededBy, ...(missing.kind === "where" ? { place: true } : {}),
    ...(missing.of === undefined ? {} : { from: missing.of }), ...(missing.since === undefined ? {} : { since: missing.since }),
  };
}

export function effectRow(registry: Registry, act: EffectRow["act"], effect: EffectInForce | PossibleEffect, state: EffectRow["state"], { language, on }: { readonly language: Language; readonly on: string }): EffectRow {
  const measure = registry.rulebook.get("measure", effect.measure);
  const [first] = state === "favoured" ? [] : effect.exits.filter((exit) => exit.earliest !== undefined);
  const list = "withheld" in effect.because || (effect.because.trigger.kind !== "list" && effect.because.trigger.kind !== "entailed") ? "" : effect.because.trigger.list;
  return {
    state, act: { value: act.value, names: act.names }, effects: "effects" in effect ? effect.effects : [effect.effect], measure: effect.measure, ...(measure === undefined ? {} : clauseOf(measure)), authority: effect.authority, force: effect.force,
    basis: effect.basis.map((basis) => ({ ...basis })), from: effect.from, end: endIn(registry, list, effect.end, language), ...(effect.amount === undefined ? {} : { amount: effect.amount }), ...(effect.reaches === undefined ? {} : { reaches: effect.reaches }),
    ...(first?.earliest === undefined ? {} : { earliest: { day: first.earliest, provisional: first.provisional === true, now: hasCome(first.earliest, on) } }),
  };
}

/** A measure of which a fact is missing; its force as the law of the day has it. */
export function undeterminedRow(registry: Registry, act: EffectRow["act"], missing: Missing, measure: Measure, law: string): EffectRow {
  const force = measure.force.find((version) => (version.from ?? "") <= law && (version.until === undefined || law < version.until))?.value ?? "mandatory";
  const fact = missingNames(registry, missing);
  return {
    state: "undetermined", act: { value: act.value, names: act.names }, effects: measure.effects, measure: measure.id, ...clauseOf(measure), authority: measure.authority, force, basis: measure.basis.map(basisView),
    note: { en: `missing: ${fact.en}`, zh: `缺少：${fact.zh ?? fact.en}` },
  };
}

function clauseOf(measure: Measure): Pick<EffectRow, "clause" | "memorandum"> {
  return { ...(measure.clause === undefined ? {} : { clause: measure.clause }), ...(measure.memorandum === undefined ? {} : { memorandum: measure.memorandum }) };
}
