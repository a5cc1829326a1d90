// Compare addresses: do two rows give one place? A list may write two addresses into one cell, so the shorter is looked for in the longer.
import { countryNamedBy } from "./countries.ts";
import { holdsHan, levelName, levelWords } from "./level-name.ts";

/** `unknown`: one is missing or says nothing but a town. */
export type AddressRelation = "same" | "similar" | "unclear" | "different" | "unknown";

const SILENT = new Set("no nr number street str st road rd avenue av ave calle rua floor fl building bldg room rm unit office district city town county province state region box po p o of and the de la el del last known address physical mailing head republic people peoples s zone area km".split(" "));
const WORDS_LEAST = 3;

export function compareAddresses(a: string | undefined, b: string | undefined): AddressRelation {
  if (a === undefined || b === undefined) return "unknown";
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const [short, long] = left.size <= right.size ? [left, right] : [right, left];
  if (short.size < WORDS_LEAST) return "unknown";
  const shared = [...short].filter((word) => long.has(word));
  const numbers = [...short].filter((word) => /\d/u.test(word));
  const sharedNumbers = numbers.filter((word) => long.has(word));
  // Shares in hundredths, so that no fraction decides.
  const share = Math.trunc((shared.length * 100) / short.size);
  const numberShare = numbers.length === 0 ? 100 : Math.trunc((sharedNumbers.length * 100) / numbers.length);
  if (share >= 75 && numberShare >= 60) return "same";
  if (share >= 50 && numberShare >= 30) return "similar";
  return share < 34 ? "different" : "unclear";
}

function wordsOf(address: string): ReadonlySet<string> {
  if (holdsHan(address)) {
    // A house number is one letter: 12 is not a part of 112.
    const letters = levelName(address).match(/\d+|\D/gu) ?? [];
    return new Set(letters.slice(1).map((letter, index) => (letters[index] ?? "") + letter));
  }
  const words = levelWords(address).filter((word) => !SILENT.has(word) && countryNamedBy([word]) === undefined);
  return new Set(words);
}
