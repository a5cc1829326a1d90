// Code packer: a code as sixty bits and back, exactly, for tables with millions of them. Check characters follow from the others and are not
// kept. Schemes come from the law; one whose codes do not fit is not packed, and whoever keeps its codes keeps them as text.
import type { IdentifierScheme } from "../rules/index.ts";
import type { LawId } from "../terms/index.ts";
import { packableScheme, STRAY, type PackableScheme } from "./packable-scheme.ts";

/** Heads that can be told apart: the first 20 of the 60 bits. Head 0 is nobody's, for whoever packs other numbers beside codes. */
const HEADS_MAX = 2 ** 20 - 1;
const TWO_32 = 2 ** 32;

/** All schemes of the law, in their order. */
export type Schemes = readonly IdentifierScheme[];

/** The first characters of codes, as their scheme and the characters themselves, in the order they were met. */
export type Heads = readonly (readonly [LawId, string])[];

/**
 * INVARIANT: two codes pack alike only if they are the same code of the same scheme. The numbers of the code read last stand in `head`,
 * `high` (8 bits) and `low` (32 bits): a million reads make no garbage.
 */
export class CodePacker {
  head = 0;
  high = 0;
  low = 0;
  /** The scheme of the code read last. */
  scheme: LawId | undefined;
  readonly #byLength: (Packing | undefined)[] = [];
  readonly #heads: (readonly [LawId, string])[] = [];

  /** A code is read under the first scheme it satisfies, as everywhere. */
  constructor(schemes: Schemes, heads: Heads = []) {
    const organisations = schemes.filter((scheme) => scheme.of === "organisation");
    for (const [index, scheme] of organisations.entries()) {
      const packable = organisations.slice(0, index).every((other) => other.length !== undefined && other.length !== scheme.length) ? packableScheme(scheme) : undefined;
      if (packable !== undefined) this.#byLength[packable.length] = { ...packable, known: new HeadTable() };
    }
    for (const [scheme, text] of heads) this.#learn(this.#byLength.find((each) => each?.scheme === scheme), text);
  }

  get heads(): Heads {
    return this.#heads;
  }

  /**
   * Reads a code as it is written in the register. True: it is valid under a scheme that packs, and its head is known. False says nothing:
   * it may be no code, one that does not pack, or one whose head nobody has met.
   */
  read(text: string): boolean {
    const packing = this.#byLength[text.length];
    return packing !== undefined && this.#readWith(packing, text) && this.head !== 0;
  }

  /** Reads a code that is to be kept: a head nobody has met is remembered. False: it does not pack. */
  take(text: string): boolean {
    const packing = this.#byLength[text.length];
    if (packing === undefined || !this.#readWith(packing, text)) return false;
    if (this.head === 0) this.head = this.#learn(packing, text.slice(0, packing.headLength));
    return this.head !== 0;
  }

  /** The code these numbers stand for. */
  write(head: number, high: number, low: number): { readonly scheme: LawId; readonly value: string } {
    const [scheme, text] = this.#heads[head - 1] ?? [];
    const packing = this.#byLength.find((each) => each?.scheme === scheme);
    if (scheme === undefined || text === undefined || packing === undefined) throw new Error("assertion failed: these numbers were packed from a code");
    let rest = high * TWO_32 + low;
    const tail: string[] = [];
    for (let index = 0; index < packing.tailPlaces.length; index += 1) {
      tail.unshift(packing.alphabet[rest % packing.alphabet.length] ?? "");
      rest = Math.floor(rest / packing.alphabet.length);
    }
    return { scheme, value: packing.completed(text, tail) };
  }

  #learn(packing: Packing | undefined, text: string): number {
    if (packing === undefined || this.#heads.length >= HEADS_MAX) return 0;
    this.#heads.push([packing.scheme, text]);
    packing.known.set(headNumber(packing, text), this.#heads.length);
    return this.#heads.length;
  }

  /** One pass over the characters, by number: this runs for every check, so it makes nothing and calls little. */
  #readWith(packing: Packing, text: string): boolean {
    const { length, worths, checks, tailFrom, base } = packing;
    const [first, second] = checks;
    let [head, tail, sum, other] = [0, 0, 0, 0];
    for (let place = 0; place < length; place += 1) {
      const letter = text.charCodeAt(place);
      const worth = letter < 128 ? (worths[place * 128 + letter] ?? STRAY) : STRAY;
      if ((worth & STRAY) === STRAY) return false;
      sum += (worth >>> 6) & 0xfff;
      other += worth >>> 18;
      if (place === first?.place || place === second?.place) continue;
      if (place < tailFrom) head = head * base + (worth & 0x3f);
      else tail = tail * base + (worth & 0x3f);
    }
    if (first !== undefined && first.expected[sum % first.modulus] !== text.charCodeAt(first.place)) return false;
    if (second !== undefined && second.expected[other % second.modulus] !== text.charCodeAt(second.place)) return false;
    this.head = packing.known.get(head);
    this.high = Math.floor(tail / TWO_32);
    this.low = tail >>> 0;
    this.scheme = packing.scheme;
    return true;
  }
}

interface Packing extends PackableScheme {
  readonly known: HeadTable;
}

function headNumber({ worths, base }: Packing, text: string): number {
  let head = 0;
  for (let place = 0; place < text.length; place += 1) head = head * base + ((worths[place * 128 + text.charCodeAt(place)] ?? 0) & 0x3f);
  return head;
}

/** Head numbers (under 2^40) to their places, in open slots: a map of large numbers would be several times slower. */
class HeadTable {
  #keys = new Float64Array(64).fill(-1);
  #places = new Uint32Array(64);
  #size = 0;

  get(key: number): number {
    const mask = this.#keys.length - 1;
    for (let slot = slotOf(key) & mask; ; slot = (slot + 1) & mask) {
      const held = this.#keys[slot];
      if (held === key) return this.#places[slot] ?? 0;
      if (held === -1) return 0;
    }
  }

  set(key: number, place: number): void {
    if ((this.#size + 1) * 2 > this.#keys.length) this.#grow();
    const mask = this.#keys.length - 1;
    let slot = slotOf(key) & mask;
    while (this.#keys[slot] !== -1) slot = (slot + 1) & mask;
    this.#keys[slot] = key;
    this.#places[slot] = place;
    this.#size += 1;
  }

  #grow(): void {
    const [keys, places] = [this.#keys, this.#places];
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#places = new Uint32Array(keys.length * 2);
    this.#size = 0;
    for (const [slot, key] of keys.entries()) if (key !== -1) this.set(key, places[slot] ?? 0);
  }
}

function slotOf(key: number): number {
  const mixed = Math.imul((key >>> 0) ^ Math.imul(Math.floor(key / TWO_32), 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
