// How Chinese names are read aloud: pinyin without tones, with the other common readings of characters that have several.
// A reader's segmentation runs over the seams of a company name (…市|长安…), so a name is cut after its administrative words first.
import { pinyin, polyphonic } from "pinyin-pro";

export interface HanReading {
  /** The most likely reading, one syllable a character; what is not Chinese stays one piece. */
  readonly syllables: readonly string[];
  /** Whole readings, the most likely first. */
  readonly readings: readonly string[];
  readonly initials: readonly string[];
}

/** More is noise. */
const READINGS_MAX = 8;
const SEAM = /(?<=[省市县区州盟旗镇乡])(?=\p{Script=Han}{2})/u;

/** Asked of every character of every name: what a character and a syllable are is found out once. */
const [others, levels] = [new Map<string, readonly string[]>(), new Map<string, string>()];
/** The likely readings of places, which many names begin with. */
const places = new Map<string, readonly string[]>();
const [PLACE_LETTERS_MAX, PLACES_MAX] = [4, 10_000];

/** A syllable of a name that may be another. */
interface Doubt {
  readonly place: number;
  readonly others: readonly string[];
}

/** `levelled` is a levelled name: lower case, simplified characters. */
export function readHan(levelled: string): HanReading {
  const syllables: string[] = [];
  const doubts: Doubt[] = [];
  for (const piece of levelled.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(piece)) {
      syllables.push(piece);
      continue;
    }
    for (const part of piece.split(SEAM)) {
      const likely = likelyReading(part);
      let index = 0;
      for (const character of part) {
        const syllable = plain(likely[index] ?? character);
        if (SEVERAL.has(character)) doubts.push({ place: syllables.length, others: remembered(others, character, otherReadings).filter((reading) => reading !== syllable) });
        syllables.push(syllable);
        index += 1;
      }
    }
  }
  return { syllables, readings: spread(syllables, doubts, (syllable) => syllable), initials: spread(syllables, doubts, initialOf) };
}

function likelyReading(part: string): readonly string[] {
  if (part.length > PLACE_LETTERS_MAX) return pinyin(part, { type: "array" });
  if (places.size >= PLACES_MAX) places.clear();
  return remembered(places, part, (place) => pinyin(place, { type: "array" }));
}

/** Only characters whose second reading is common in names of firms; every other has one good reading. */
const SEVERAL = new Set([..."长行重乐会都朝单曾解区查葛任盛宿尉翟朴厦调传藏强参"]);

function otherReadings(character: string): readonly string[] {
  const [readings] = polyphonic(character, { toneType: "none", type: "array", v: true });
  return [...new Set((readings ?? []).map(plain))].slice(0, 2);
}

/** Every reading a dictionary gives the character, without tones; none where it is not Chinese or unknown. */
export function everyReading(character: string): readonly string[] {
  const readings = pinyin(character, { toneType: "none", type: "array", v: true, multiple: true });
  return [...new Set(readings.map(plain))].filter((reading) => /^[a-z]+$/.test(reading) && reading !== character);
}

/** Without its tone, in lower case, ü written v: the reader's own way takes several expressions a syllable. */
function plain(syllable: string): string {
  return remembered(levels, syllable, (each) => each.normalize("NFD").replace(/[\u0300\u0301\u0304\u030c]/gu, "").normalize("NFC").replace(/ü/gu, "v").toLowerCase());
}

function remembered<T>(memory: Map<string, T>, text: string, find: (text: string) => T): T {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const found = find(text);
  memory.set(text, found);
  return found;
}

function initialOf(syllable: string): string {
  return syllable[0] ?? "";
}

/** The likely form first, then those that differ from it in one character, then in two. */
function spread(syllables: readonly string[], doubts: readonly Doubt[], take: (syllable: string) => string): readonly string[] {
  const likely = syllables.map(take);
  if (doubts.length === 0) return [likely.join("")];
  const forms = new Set([likely.join("")]);
  let last: readonly (readonly string[])[] = [likely];
  for (let changes = 1; changes <= 2 && forms.size < READINGS_MAX; changes += 1) {
    last = last.flatMap((form) => doubts.flatMap(({ place, others: readings }) => readings.map((other) => form.with(place, take(other)))));
    for (const form of last) if (forms.size < READINGS_MAX) forms.add(form.join(""));
  }
  return [...forms];
}
