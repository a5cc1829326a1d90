// Restriction words: each effect, gap and way out in words of both languages, for papers that are read without the law at hand.
import type { Language, Names, PlainDate } from "../terms/index.ts";
import type { Rulebook } from "../rules/index.ts";
import type { EffectInForce, Exit, Missing, PossibleEffect } from "./answer.ts";
import { effectReasons, exitWords, missingReason, speaker } from "./explain.ts";
import type { OfActs } from "./all-that-binds.ts";

type InBoth<T> = Readonly<Record<Language, T>>;

/** Says what is asked for in both languages, under the law of one day. */
export interface RestrictionWords {
  /** Why an effect is there, a sentence each: what it rests on, without the effect itself. */
  readonly because: (effect: OfActs<EffectInForce> | OfActs<PossibleEffect>) => readonly InBoth<string>[];
  readonly missing: (missing: OfActs<Missing>) => InBoth<string>;
  readonly exit: (exit: Exit) => InBoth<string>;
  /** An act, with its place where it has one: `cn:act@990100`. */
  readonly act: (text: string) => Names;
}

export function restrictionWords(rulebook: Rulebook, { law, on }: { readonly law: PlainDate; readonly on: PlainDate }): RestrictionWords {
  const say = { en: speaker(rulebook, law, "en"), zh: speaker(rulebook, law, "zh") };
  const called = (text: string, language: Language): string => {
    const [act = "", where] = text.split("@");
    const name = say[language].name(act);
    return where === undefined ? name : say[language].text(`${name} (${say[language].place(act, where)})`, `${name}（${say[language].place(act, where)}）`);
  };
  return {
    because: (effect) => {
      const one = { ...effect, acts: [], effect: "effect" in effect ? effect.effect : (effect.effects[0] ?? "consider") };
      const [en, zh] = [effectReasons(one, say.en).slice(1), effectReasons(one, say.zh).slice(1)];
      return en.map((sentence, index) => ({ en: sentence, zh: zh[index] ?? sentence }));
    },
    missing: ({ acts: _acts, ...missing }) => ({ en: missingReason(missing, say.en), zh: missingReason(missing, say.zh) }),
    exit: (exit) => ({ en: exitWords(exit, on, say.en), zh: exitWords(exit, on, say.zh) }),
    act: (text) => ({ en: called(text, "en"), zh: called(text, "zh") }),
  };
}
