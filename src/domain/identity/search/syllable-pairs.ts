// Syllable pairs: which grams of a table can be read as two given syllables, one after the other. Tells which lists must be read so that
// no name is missed that a query says aloud, and chooses the fewest.
import { NAME_END, neighboursOf, type Grams } from "./grams.ts";
import { isHan, isPlain, readingsOf } from "./lettering.ts";

export interface SyllablePairs {
  /** Sorted, so that those with the same beginning are neighbours. Their codes begin at 1. */
  readonly syllables: readonly string[];
  readonly code: ReadonlyMap<string, number>;
  /** Letters and digits have codes behind the syllables; 0 is everything else, the end among it. */
  readonly codes: number;
  /** Where the grams of each pair begin; by first code times `codes` plus second. */
  readonly starts: Uint32Array;
  readonly grams: Uint32Array;
  /** How many postings the grams of each pair have. */
  readonly weights: Float64Array;
}

/** A step in saying a query aloud: any of these codes, then on from `next`. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly spoken: boolean;
}

const PLAIN = "0123456789abcdefghijklmnopqrstuvwxyz";

export function buildSyllablePairs({ keys, postings }: Grams): SyllablePairs {
  const heard = new Set<string>();
  for (const key of keys) for (const reading of readingsOf(neighboursOf(key)[0])) heard.add(reading);
  const syllables = [...heard].sort();
  const code = new Map(syllables.map((syllable, index) => [syllable, index + 1]));
  const codes = syllables.length + 1 + PLAIN.length;
  const codesOf = (unit: number): readonly number[] => {
    if (isHan(unit)) return readingsOf(unit).flatMap((reading) => code.get(reading) ?? []);
    return isPlain(unit) ? [syllables.length + 1 + PLAIN.indexOf(String.fromCharCode(unit))] : [];
  };
  const found: number[] = [];
  const widest = keys.length + 1;
  keys.forEach((key, gram) => {
    const [first, second] = neighboursOf(key);
    if (!isHan(first) && !isHan(second)) return;
    const seconds = second === NAME_END ? [] : codesOf(second);
    for (const a of codesOf(first)) for (const b of seconds.length === 0 ? [0] : seconds) found.push((a * codes + b) * widest + gram);
  });
  const sorted = Float64Array.from(found).sort();
  const starts = new Uint32Array(codes * codes + 1);
  const weights = new Float64Array(codes * codes);
  const grams = Uint32Array.from(sorted, (both) => both % widest);
  sorted.forEach((both, place) => {
    const pair = Math.floor(both / widest);
    starts[pair + 1] = place + 1;
    weights[pair] = (weights[pair] ?? 0) + postings.count(grams[place] ?? 0);
  });
  for (let pair = 1; pair < starts.length; pair += 1) starts[pair] = Math.max(starts[pair] ?? 0, starts[pair - 1] ?? 0);
  return { syllables, code, codes, starts, grams, weights };
}

/** Every way to say on from a place of the text. The last syllable may be cut short. `letters`: names may also write what is said. */
export function stepsFrom({ syllables, code }: SyllablePairs, text: string, at: number, letters: boolean): readonly Step[] {
  const steps: Step[] = [];
  if (text.length - at <= SYLLABLE_MAX) {
    const rest = text.slice(at);
    const first = firstFrom(syllables, rest);
    let last = first;
    while (last < syllables.length && syllables[last]?.startsWith(rest) === true) last += 1;
    if (last > first) steps.push({ from: first + 1, to: last + 1, next: text.length, spoken: true });
  }
  for (let next = at + 1; next < text.length && next - at <= SYLLABLE_MAX; next += 1) {
    const spoken = code.get(text.slice(at, next));
    if (spoken !== undefined) steps.push({ from: spoken, to: spoken + 1, next, spoken: true });
  }
  if (letters) {
    const written = syllables.length + 1 + PLAIN.indexOf(text.charAt(at));
    steps.push({ from: written, to: written + 1, next: at + 1, spoken: false });
  }
  return steps;
}

/** Letters of the longest syllable. */
const SYLLABLE_MAX = 6;

/** Pairs of steps whose grams hold every name the text says. */
export type Cover = readonly (readonly [Step, Step])[];

const ANYTHING = { next: 0, spoken: false } as const;

/** Names that say the text from its first letter on, and names that write it there and say it further on. `letters`: there are such. */
export function coverOf(pairs: SyllablePairs, text: string, { letters }: { readonly letters: boolean }): { readonly said: Cover; readonly written: Cover } {
  const memory = new Map<number, Covered>();
  const steps = new Map<number, readonly Step[]>();
  const from = (at: number): readonly Step[] => {
    const known = steps.get(at) ?? stepsFrom(pairs, text, at, letters);
    steps.set(at, known);
    return known;
  };
  const after = (step: Step, spoken: boolean): Covered => {
    const key = ((step.next * pairs.codes + step.from) * (pairs.codes + 1) + step.to) * 2 + (spoken ? 1 : 0);
    const known = memory.get(key) ?? coverAfter(pairs, step, spoken, { end: text.length, from, after });
    memory.set(key, known);
    return known;
  };
  const picks = (spoken: boolean): Cover => from(0).flatMap((step) => (step.spoken === spoken ? after(step, spoken).picks : []));
  return { said: picks(true), written: picks(false) };
}

interface Covered {
  readonly cost: number;
  readonly picks: Cover;
}

interface Walk {
  readonly end: number;
  readonly from: (at: number) => readonly Step[];
  readonly after: (step: Step, spoken: boolean) => Covered;
}

/** What comes after a step: each way on is met by the pair it makes with the step, or by pairs further on, whichever are fewer. */
function coverAfter(pairs: SyllablePairs, step: Step, spoken: boolean, walk: Walk): Covered {
  if (step.next === walk.end) {
    // What is only written, not said, is found as it is written.
    if (!step.spoken) return { cost: spoken ? Number.POSITIVE_INFINITY : 0, picks: [] };
    const any: Step = { from: 0, to: pairs.codes, ...ANYTHING };
    return { cost: weightOf(pairs, step, any), picks: [[step, any]] };
  }
  let cost = 0;
  const picks: (readonly [Step, Step])[] = [];
  for (const next of walk.from(step.next)) {
    const here = step.spoken || next.spoken ? weightOf(pairs, step, next) : Number.POSITIVE_INFINITY;
    if (here === 0) continue;
    const later = walk.after(next, spoken || next.spoken);
    cost += Math.min(here, later.cost);
    if (here <= later.cost) picks.push([step, next]);
    else picks.push(...later.picks);
  }
  return { cost, picks };
}

function weightOf({ codes, weights }: SyllablePairs, a: Step, b: Step): number {
  let sum = 0;
  for (let first = a.from; first < a.to; first += 1) for (let second = b.from; second < b.to; second += 1) sum += weights[first * codes + second] ?? 0;
  return sum;
}

/** Numbers of the grams that can be read as one of these pairs. */
export function gramsOfPairs({ codes, starts, grams }: SyllablePairs, cover: Cover): Uint32Array {
  const found = new Set<number>();
  for (const [a, b] of cover) {
    for (let first = a.from; first < a.to; first += 1) {
      for (let place = starts[first * codes + b.from] ?? 0; place < (starts[first * codes + b.to] ?? 0); place += 1) found.add(grams[place] ?? 0);
    }
  }
  return Uint32Array.from(found);
}

function firstFrom(texts: readonly string[], text: string): number {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((texts[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
