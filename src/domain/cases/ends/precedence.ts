// Precedence: which of several rules that speak to the same question governs on a day, and what becomes of matters begun under an
// older rule. Read from the law's precedence entries; asked by Ends, ways out and procedures here, and by restrictions/.
import { covers, type LawId, type PlainDate } from "../../terms/index.ts";
import type { Precedence } from "../../rules/index.ts";
import type { LawBook } from "../listing/listing-law.ts";

export type Prefers = Extract<Precedence, { readonly rule: "prefers" }>;
export type Transition = Extract<Precedence, { readonly rule: "transition" }>;
export type Suspends = Extract<Precedence, { readonly rule: "suspension" }>;

/** The rules of precedence of a book of law by kind, in force or not; `named`: every entry one of them may move. */
export interface PrecedenceShelf {
  readonly prefers: readonly Prefers[];
  readonly transitions: readonly Transition[];
  readonly milder: readonly Extract<Precedence, { readonly rule: "milder" }>[];
  readonly suspensions: readonly Suspends[];
  readonly named: ReadonlySet<LawId>;
}

/** What several rules that speak to one question come to: one governs, or the law leaves open which. */
export type Settled =
  | { readonly kind: "governs"; readonly rule: LawId }
  | { readonly kind: "open"; readonly readings: readonly LawId[]; /** The rule that says it is unresolved; absent: no rule of precedence speaks. */ readonly precedence?: LawId };

/** A book of law gives the same entries each time it is asked, so they are sorted once for each book. */
const shelves = new WeakMap<readonly Precedence[], PrecedenceShelf>();

export function precedenceOf(law: Pick<LawBook, "all">): PrecedenceShelf {
  const entries = law.all("precedence");
  const kept = shelves.get(entries);
  if (kept !== undefined) return kept;
  const binding = entries.filter((entry) => entry.draft !== true);
  const shelf: PrecedenceShelf = {
    prefers: binding.filter((entry) => entry.rule === "prefers"), transitions: binding.filter((entry) => entry.rule === "transition"),
    milder: binding.filter((entry) => entry.rule === "milder"), suspensions: binding.filter((entry) => entry.rule === "suspension"),
    named: new Set(binding.flatMap(rulesNamedBy)),
  };
  shelves.set(entries, shelf);
  return shelf;
}

/** The rules an entry of precedence speaks about. */
export function rulesNamedBy(entry: Precedence): readonly LawId[] {
  switch (entry.rule) {
    case "prefers":
      return entry.among;
    case "transition":
      return [entry.old, entry.replacement];
    case "milder":
    case "suspension":
      return entry.of;
  }
}

/**
 * Which of the rules that speak governs on the day. `special`: the rule made for this very thing, which goes before rules made for
 * many where no entry says otherwise.
 */
export function settle(law: Pick<LawBook, "all">, day: PlainDate, speaking: readonly LawId[], special?: LawId): Settled | undefined {
  const [only, ...more] = speaking;
  if (only === undefined) return undefined;
  if (more.length === 0) return { kind: "governs", rule: only };
  const entries = precedenceOf(law).prefers.filter((entry) => covers(entry, day) && entry.among.filter((id) => speaking.includes(id)).length > 1);
  const passedOver = new Set(entries.flatMap((entry) => passedOverBy(entry, speaking)));
  const afterOrder = speaking.filter((id) => !passedOver.has(id));
  // Entries that put each other's first choice last settle nothing.
  const left = afterOrder.length === 0 ? speaking : afterOrder;
  const unresolved = entries.filter((entry) => entry.prefer === "unresolved");
  const readings = special === undefined || !left.includes(special) ? left : left.filter((id) => id === special || unresolved.some((entry) => entry.among.includes(id) && entry.among.includes(special)));
  const [first, ...others] = readings;
  if (first === undefined) return undefined;
  if (others.length === 0) return { kind: "governs", rule: first };
  const by = unresolved.find((entry) => entry.among.filter((id) => readings.includes(id)).length > 1);
  return { kind: "open", readings, ...(by === undefined ? {} : { precedence: by.id }) };
}

/** The rules one entry puts behind its first choice among those that speak; none where it leaves the matter open or none of its choices speaks. */
export function passedOverBy(entry: Prefers, speaking: readonly LawId[]): readonly LawId[] {
  if (entry.prefer === "unresolved") return [];
  const first = entry.prefer.find((id) => speaking.includes(id));
  return first === undefined ? [] : entry.among.filter((id) => id !== first && speaking.includes(id));
}

/** What becomes on the day of matters begun under an earlier version of the same entry; undefined: its anchor alone decides. */
export function pendingUnder(law: Pick<LawBook, "all">, id: LawId, day: PlainDate): Transition["pending"] | undefined {
  const shelf = precedenceOf(law);
  if (!shelf.named.has(id)) return undefined;
  return shelf.transitions.find((entry) => entry.old === id && entry.replacement === id && covers(entry, day))?.pending ?? (isMilder(law, id, day) ? "milder" : undefined);
}

/** Whether a milder later version of the entry governs earlier acts as well. */
export function isMilder(law: Pick<LawBook, "all">, id: LawId, day: PlainDate): boolean {
  const shelf = precedenceOf(law);
  return shelf.named.has(id) && shelf.milder.some((entry) => entry.of.includes(id) && covers(entry, day));
}
