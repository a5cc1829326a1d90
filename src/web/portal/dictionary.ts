// Dictionary: the words of the pages in both languages. A word missing in one of them does not compile.
// Chinese is written first and gives the shape; neither is a translation of the other's grammar.
import { en } from "./dictionary-en.ts";
import { zh, type Messages } from "./dictionary-zh.ts";
import type { Language } from "./view-models.ts";

export type { Messages };


const dictionary = { zh, en } as const satisfies Record<Language, Messages>;

export function messagesIn(language: Language): Messages {
  return dictionary[language];
}
