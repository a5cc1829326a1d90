// Search forms: the forms of a name the ledger's name book keeps (NameRow of the store, without file and text).
import { blockingKeys } from "./blocking-keys.ts";
import { readHan } from "./han-reading.ts";
import { holdsHan, levelName, levelWords } from "./level-name.ts";

export interface SearchForms {
  readonly levelled: string;
  /** Pinyin without tones and spaces; other readings of the same name follow after a space. Empty where nothing is Chinese. */
  readonly pinyin: string;
  readonly initials: string;
  readonly blocks: readonly string[];
}

export function searchForms(name: string): SearchForms {
  const levelled = levelName(name);
  const blocks = blockingKeys(name);
  if (!holdsHan(name)) {
    const words = levelWords(name);
    return { levelled, pinyin: "", initials: words.length > 1 ? words.map((word) => [...word][0] ?? "").join("") : "", blocks };
  }
  const { readings, initials } = readHan(levelled);
  return { levelled, pinyin: readings.join(" "), initials: initials.join(" "), blocks: [...blocks, ...readings.map((reading) => `p:${reading}`)] };
}
