// Code packer: a code as sixty bits and back, exactly, for tables with millions of them. Check characters follow from the others and are not
// kept. Schemes come from the law; one whose codes do not fit is not packed, and whoever keeps its codes keeps them as text.
import type { IdentifierScheme } from "../rules/index.ts";
import type { LawId } from "../terms/index.ts";
import { packableScheme, STRAY, type PackableScheme } from "./packable-scheme.ts";

/** The head is the first 20 of the 60 bits: 7 for its first piece, 13 for its second. First piece 0 is nobody's, for whoever packs other numbers. */
const SECOND_BITS = 13;
const [FIRST_MAX, SECOND_MAX] = [2 ** 7 - 1, 2 ** SECOND_BITS - 1];
const TWO_32 = 2 ** 32;

/** All schemes of the law, in their order. */
export type Schemes = readonly IdentifierScheme[];

/** The pieces of the heads of codes, as their scheme and the characters themselves, in the order they were met. */
export interface Heads {
  readonly first: readonly (readonly [LawId, string])[];
  readonly second: readonly (readonly [LawId, string])[];
}

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
  readonly #heads: { readonly [Piece in keyof Heads]: (readonly [LawId, string])[] } = { first: [], second: [] };

  /** A code is read under the first scheme it satisfies, as everywhere. */
  constructor(schemes: Schemes, heads: Heads = { first: [], second: [] }) {
    const organisations = schemes.filter((scheme) => scheme.of === "organisation");
    for (const [index, scheme] of organisations.entries()) {
      const packable = organisations.slice(0, index).every((other) => other.length !== undefined && other.length !== scheme.length) ? packableScheme(scheme) : undefined;
      if (packable !== undefined) this.#byLength[packable.length] = { ...packable, first: new PieceTable(), second: new PieceTable() };
    }
    for (const piece of ["first", "second"] as const) for (const [scheme, text] of heads[piece]) this.#learn(this.#byLength.find((each) => each?.scheme === scheme), piece, text);
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
    if (this.head !== 0) return true;
    const { pieceAt, tailFrom } = packing;
    const [first, second] = [this.#placeOf(packing, "first", text.slice(0, pieceAt)), this.#placeOf(packing, "second", text.slice(pieceAt, tailFrom))];
    this.head = first === 0 || second === 0 ? 0 : first * 2 ** SECOND_BITS + second;
    return this.head !== 0;
  }

  /** The code these numbers stand for. */
  write(head: number, high: number, low: number): { readonly scheme: LawId; readonly value: string } {
    const [scheme, first] = this.#heads.first[Math.floor(head / 2 ** SECOND_BITS) - 1] ?? [];
    const [, second] = this.#heads.second[(head % 2 ** SECOND_BITS) - 1] ?? [];
    const packing = this.#byLength.find((each) => each?.scheme === scheme);
    if (scheme === undefined || first === undefined || second === undefined || packing === undefined) throw new Error("assertion failed: these numbers were packed from a code");
    let rest = high * TWO_32 + low;
    let tail = "";
    for (let place = packing.tailUntil - 1; place >= packing.tailFrom; place -= 1) {
      const letters = packing.letters[place] ?? "";
      tail = `${letters[rest % letters.length] ?? ""}${tail}`;
      rest = Math.floor(rest / letters.length);
    }
    return { scheme, value: packing.completed(`${first}${second}${tail}`) };
  }

  #placeOf(packing: Packing, piece: keyof Heads, text: string): number {
    const known = packing[piece].get(pieceNumber(packing, piece, text));
    return known !== 0 ? known : this.#learn(packing, piece, text);
  }

  /** 0: there is no room for more. */
  #learn(packing: Packing | undefined, piece: keyof Heads, text: string): number {
    const met = this.#heads[piece];
    if (packing === undefined || met.length >= (piece === "first" ? FIRST_MAX : SECOND_MAX)) return 0;
    met.push([packing.scheme, text]);
    packing[piece].set(pieceNumber(packing, piece, text), met.length);
    return met.length;
  }

  /** One pass over the characters, by number: this runs for every check, so it makes nothing and calls little. */
  #readWith(packing: Packing, text: string): boolean {
    const { length, worths, radix, checks, pieceAt, tailFrom, tailUntil } = packing;
    // Plain variables: taking them from lists would cost more than all the rest.
    let head = 0;
    let first = 0;
    let tail = 0;
    let sum = 0;
    let other = 0;
    let stray = 0;
    for (let place = 0; place < tailFrom; place += 1) {
      const letter = text.charCodeAt(place);
      const worth = worths[place * 128 + (letter & 0x7f)] ?? STRAY;
      stray |= letter >>> 7;
      if ((worth & STRAY) === STRAY) return false;
      sum += (worth >>> 7) & 0xfff;
      other += worth >>> 19;
      if (place === pieceAt) {
        first = head;
        head = 0;
      }
      head = head * (radix[place] ?? 1) + (worth & STRAY);
    }
    for (let place = tailFrom; place < length; place += 1) {
      const letter = text.charCodeAt(place);
      const worth = worths[place * 128 + (letter & 0x7f)] ?? STRAY;
      stray |= letter >>> 7;
      if ((worth & STRAY) === STRAY) return false;
      sum += (worth >>> 7) & 0xfff;
      other += worth >>> 19;
      if (place < tailUntil) tail = tail * (radix[place] ?? 1) + (worth & STRAY);
    }
    if (stray !== 0) return false;
    const inner = checks[0];
    const outer = checks[1];
    if (inner !== undefined && inner.expected[sum % inner.modulus] !== text.charCodeAt(inner.place)) return false;
    if (outer !== undefined && outer.expected[other % outer.modulus] !== text.charCodeAt(outer.place)) return false;
    if (pieceAt >= tailFrom) {
      first = head;
      head = 0;
    }
    const before = packing.first.get(first);
    const after = packing.second.get(head);
    this.head = before === 0 || after === 0 ? 0 : before * 2 ** SECOND_BITS + after;
    this.high = Math.floor(tail / TWO_32);
    this.low = tail >>> 0;
    this.scheme = packing.scheme;
    return true;
  }
}

interface Packing extends PackableScheme {
  readonly first: PieceTable;
  readonly second: PieceTable;
}

function pieceNumber({ letters, pieceAt }: Packing, piece: keyof Heads, text: string): number {
  const from = piece === "first" ? 0 : pieceAt;
  return [...text].reduce((number, letter, place) => number * (letters[from + place]?.length ?? 1) + (letters[from + place] ?? "").indexOf(letter), 0);
}

/** The numbers of pieces to their places, in open slots of two words: a map would be several times slower. */
class PieceTable {
  #slots = new Uint32Array(128);
  #size = 0;

  /** 0 where it is not there. */
  get(piece: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let slot = slotOf(piece) & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot * 2 + 1] ?? 0;
      if (place === 0 || slots[slot * 2] === piece) return place;
    }
  }

  set(piece: number, place: number): void {
    if ((this.#size + 1) * 4 > this.#slots.length) this.#grow();
    const mask = this.#slots.length / 2 - 1;
    let slot = slotOf(piece) & mask;
    while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot * 2] = piece;
    this.#slots[slot * 2 + 1] = place;
    this.#size += 1;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Uint32Array(slots.length * 2);
    this.#size = 0;
    for (let slot = 0; slot < slots.length; slot += 2) if (slots[slot + 1] !== 0) this.set(slots[slot] ?? 0, slots[slot + 1] ?? 0);
  }
}

function slotOf(piece: number): number {
  const mixed = Math.imul(piece ^ (piece >>> 15), 0x9e3779b1);
  return mixed ^ (mixed >>> 13);
}
