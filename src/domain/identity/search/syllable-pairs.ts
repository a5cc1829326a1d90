// Syllable pairs: which grams of a table can be read as two given syllables, one after the other. Tells which lists must be read so that
// no name is missed that a query says aloud, and chooses the fewest.
import { NAME_END, neighboursOf, type Grams } from "./grams.ts";
import { isHan, isPlain, readingsOf } from "./lettering.ts";

export interface SyllablePairs {
  readonly trie: SyllableTrie;
  /** Syllables have codes from 1 on; letters and digits from `written` on; 0 is everything else, the end among it. */
  readonly written: number;
  readonly codes: number;
  /** Where the grams of each pair begin; by first code times `codes` plus second. */
  readonly starts: Uint32Array;
  readonly grams: Uint32Array;
  /** How many postings the grams of each pair have. */
  readonly weights: Uint32Array;
  /** The same of each code with anything after it. */
  readonly totals: Float64Array;
}

/** The syllables letter by letter, node 0 being the root. They are numbered in their order, so that those with one beginning are neighbours. */
interface SyllableTrie {
  readonly next: Uint16Array;
  /** Codes of the syllables below a node, the node's own first. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly whole: Uint8Array;
}

const [LETTER_A, LETTERS] = [0x61, 26] as const;

function buildTrie(syllables: readonly string[]): SyllableTrie {
  const nodes = syllables.reduce((sum, syllable) => sum + syllable.length, 1);
  const trie = { next: new Uint16Array(nodes * LETTERS), from: new Uint16Array(nodes), to: new Uint16Array(nodes), whole: new Uint8Array(nodes) };
  let last = 0;
  syllables.forEach((syllable, index) => {
    let node = 0;
    for (let at = 0; at < syllable.length; at += 1) {
      const way = node * LETTERS + syllable.charCodeAt(at) - LETTER_A;
      if (trie.next[way] === 0) {
        trie.next[way] = last += 1;
        trie.from[last] = index + 1;
      }
      node = trie.next[way] ?? 0;
      trie.to[node] = index + 2;
    }
    trie.whole[node] = 1;
  });
  return trie;
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
  const weights = new Uint32Array(codes * codes);
  const totals = new Float64Array(codes);
  const grams = Uint32Array.from(sorted, (both) => both % widest);
  sorted.forEach((both, place) => {
    const pair = Math.floor(both / widest);
    starts[pair + 1] = place + 1;
    const count = postings.count(grams[place] ?? 0);
    weights[pair] = (weights[pair] ?? 0) + count;
    totals[Math.floor(pair / codes)] = (totals[Math.floor(pair / codes)] ?? 0) + count;
  });
  for (let pair = 1; pair < starts.length; pair += 1) starts[pair] = Math.max(starts[pair] ?? 0, starts[pair - 1] ?? 0);
  return { trie: buildTrie(syllables), written: syllables.length + 1, codes, starts, grams, weights, totals };
}

/** Every way to say on from a place of the text. The last syllable may be cut short. `letters`: names may also write what is said. */
export function stepsFrom({ trie, written }: SyllablePairs, text: string, at: number, letters: boolean): readonly Step[] {
  const steps: Step[] = [];
  let node = 0;
  for (let next = at; next < text.length; next += 1) {
    const letter = text.charCodeAt(next) - LETTER_A;
    node = letter < 0 ? 0 : (trie.next[node * LETTERS + letter] ?? 0);
    if (node === 0) break;
    const [from = 0, to = 0] = [trie.from[node], trie.to[node]];
    if (next + 1 === text.length) steps.push({ from, to, next: text.length, spoken: true });
    else if (trie.whole[node] === 1) steps.push({ from, to: from + 1, next: next + 1, spoken: true });
  }
  if (letters) {
    const code = written + PLAIN.indexOf(text.charAt(at));
    steps.push({ from: code, to: code + 1, next: at + 1, spoken: false });
  }
  return steps;
}

/** Pairs of steps whose grams hold every name the text says. */
export type Cover = readonly (readonly [Step, Step])[];

const ANYTHING = { next: 0, spoken: false } as const;

/** Names that say the text from its first letter on, and names that write it there and say it further on. `letters`: there are such. */
export function coverOf(pairs: SyllablePairs, text: string, { letters }: { readonly letters: boolean }): { readonly said: Cover; readonly written: Cover } {
  const memory = new Map<number, Covered>();
  const from = (at: number): readonly Step[] => stepsFrom(pairs, text, at, letters);
  const after = (step: Step, spoken: boolean): Covered => {
    const key = ((step.next * pairs.codes + step.from) * (pairs.codes + 1) + step.to) * 2 + (spoken ? 1 : 0);
    const covered = memory.get(key) ?? coverAfter(pairs, step, spoken, { end: text.length, from, after });
    memory.set(key, covered);
    return covered;
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
    let cost = 0;
    for (let code = step.from; code < step.to; code += 1) cost += pairs.totals[code] ?? 0;
    return { cost, picks: [[step, any]] };
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
