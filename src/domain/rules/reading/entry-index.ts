// EntryIndex: which entries exist and of what kind, before any of them is read in full; so that references can be
// checked where they stand. Built by collect.ts.
import { parseLawId, type LawId, type Place } from "../../terms/index.ts";
import type { EntryKind } from "../field-tables.ts";

export interface IndexedEntry {
  readonly id: LawId;
  readonly kind: EntryKind;
  readonly people: boolean;
  readonly at: Place;
}

export type Taxonomy = "region" | "sector" | "legal-form" | "status" | "domain";

export class EntryIndex {
  readonly #entries = new Map<string, IndexedEntry>();
  readonly #terms = new Map<string, Place>();
  readonly #extended = new Map<string, string>();

  /** Adds an entry; where its id is taken, the one that has it. */
  add(entry: IndexedEntry): IndexedEntry | undefined {
    const earlier = this.#entries.get(entry.id);
    if (earlier === undefined) this.#entries.set(entry.id, entry);
    return earlier;
  }

  /** Adds a word of a taxonomy; where the word is taken, its place. */
  addTerm(body: string, taxonomy: string, value: string, at: Place): Place | undefined {
    const key = termKey(body, taxonomy, value);
    const earlier = this.#terms.get(key);
    if (earlier === undefined) this.#terms.set(key, at);
    return earlier;
  }

  extend(body: string, extended: string): void {
    this.#extended.set(body, extended);
  }

  /** `food` is looked for in `body`, then in what it extends; `cn:food` as it is. */
  lookUp(body: string, text: string): IndexedEntry | undefined {
    if (text.includes(":")) return this.#entries.get(text);
    for (const each of this.#chain(body)) {
      const found = this.#entries.get(`${each}:${text}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  hasTerm(body: string, taxonomy: Taxonomy, value: string): boolean {
    return this.#chain(body).some((each) => this.#terms.has(termKey(each, taxonomy, value)));
  }

  termsOf(body: string, taxonomy: Taxonomy): readonly string[] {
    const prefixes = this.#chain(body).map((each) => termKey(each, taxonomy, ""));
    return [...this.#terms.keys()].flatMap((key) => prefixes.filter((prefix) => key.startsWith(prefix)).map((prefix) => key.slice(prefix.length)));
  }

  /** Ids of entries of these kinds, as a file of `body` would write them: without the prefix where that suffices. */
  idsOf(kinds: readonly EntryKind[], body: string): readonly string[] {
    const bodies = this.#chain(body);
    const ids: string[] = [];
    for (const entry of this.#entries.values()) {
      if (!kinds.includes(entry.kind)) continue;
      const colon = entry.id.indexOf(":");
      ids.push(bodies.includes(entry.id.slice(0, colon)) ? entry.id.slice(colon + 1) : entry.id);
    }
    return ids;
  }

  #chain(body: string): readonly string[] {
    const chain = [body];
    for (let next = this.#extended.get(body); next !== undefined && !chain.includes(next); next = this.#extended.get(next)) chain.push(next);
    return chain;
  }
}

function termKey(body: string, taxonomy: string, value: string): string {
  return `${body}\n${taxonomy}\n${value}`;
}

/** Stands in for an id that could not be read; a finding was made, so no rulebook comes of it. */
export const NOWHERE: LawId = nowhere();

function nowhere(): LawId {
  const id = parseLawId("nowhere:nothing");
  if (!id.ok) throw new Error(id.error);
  return id.value;
}
