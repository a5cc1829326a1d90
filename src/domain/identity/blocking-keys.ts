// Blocking keys: what two names of one organisation are likely to share, so that candidates are found without comparing everything.
// Kept beside every name in the ledger and asked for row by row. A key many names share is worthless and is passed over by the asker.
import { levelName } from "./level-name.ts";
import { HAN_BRANCH, withoutPlaceWord } from "./name-words.ts";
import { partsOfName, type NameParts } from "./name-parts.ts";
import { namesWithin } from "./names-within.ts";

const WORDS_MAX = 4;
const WORD_LETTERS_LEAST = 4;
const EDGE_LETTERS = 6;
const EDGE_KEY_LEAST = 10;
const CUT_LETTERS = 32;
const KEY_LETTERS_MAX = 80;
/** Of a Chinese name: place and brand. */
const EDGE_CHARACTERS = 4;
const EDGE_KEY_CHARACTERS_LEAST = 8;

export function blockingKeys(name: string): readonly string[] {
  const within = namesWithin(name);
  if (within.beside.length === 0) return levelName(within.main) === "" ? [] : [...new Set(keysOf(partsOfName(within.main)))];
  const texts = [within.main, ...within.beside.filter(({ kind }) => kind !== "predecessor").map(({ text }) => text)];
  const withoutAsides = within.beside.filter(({ kind }) => kind === "aside").map(({ text }) => within.main.replace(`(${text})`, " "));
  return [...new Set([...texts, ...withoutAsides].flatMap((text) => (levelName(text) === "" ? [] : keysOf(partsOfName(text)))))];
}

function keysOf(parts: NameParts): readonly string[] {
  const keys = [`k:${parts.key.slice(0, KEY_LETTERS_MAX)}`];
  if (parts.han) return [...keys, ...hanKeysOf(parts.key)];
  // `Constructors Alpha` and `Alpha Constructors` are not equal, but whoever looks for one wants to see the other: words, longest first.
  const words = parts.strong.filter((word) => word.length >= WORD_LETTERS_LEAST).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  keys.push(...words.slice(0, WORDS_MAX).map((word) => `w:${word}`));
  // A slip leaves either the beginning or the end of the name as it is.
  if (parts.key.length >= EDGE_KEY_LEAST) keys.push(`s:${parts.key.slice(0, EDGE_LETTERS)}`, `e:${parts.key.slice(-EDGE_LETTERS)}`);
  const levelled = levelName(parts.text);
  if (levelled.length > CUT_LETTERS) keys.push(`c:${levelled.slice(0, CUT_LETTERS)}`);
  return keys;
}

/**
 * The same without the word for its place, and without the marker of a branch, which then lies beside its parent; and where it begins:
 * place and brand, which a slip further on leaves as they are.
 */
function hanKeysOf(key: string): readonly string[] {
  const placeless = withoutPlaceWord(key);
  const keys = [...new Set([placeless, key.replace(HAN_BRANCH, "")])].filter((each) => each !== key && each !== "").map((each) => `k:${each.slice(0, KEY_LETTERS_MAX)}`);
  return key.length < EDGE_KEY_CHARACTERS_LEAST ? keys : [...keys, `s:${placeless.slice(0, EDGE_CHARACTERS)}`];
}
