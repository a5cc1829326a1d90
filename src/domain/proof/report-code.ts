// Report code: what is printed on a report so that the register can make it again without having kept it: whose report, at which
// position, of which moment, purpose, period and clocks, and a piece of the digest of what it said. Written in Crockford's base 32, in groups, with six
// symbols that find a slip of the pen.
import { dayNumber, err, fromDayNumber, makeFileNumber, ok, parseInstant, parsePlainDate, sequenceOf, type Digest, type FileNumber, type Instant, type PlainDate, type Position, type Result } from "../terms/index.ts";
import { PURPOSES, type Purpose, type ReportContent } from "./report.ts";

/** What a code says. */
export interface CodeParts {
  readonly file: FileNumber;
  readonly purpose: Purpose;
  readonly period: { readonly from: PlainDate; readonly until: PlainDate };
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
  /** To the second. */
  readonly issuedAt: Instant;
}

/** How a code cannot be read: signs that are none of it, or a slip that its check symbols find. */
export type CodeProblem = { readonly kind: "sign"; readonly sign: string } | { readonly kind: "length" } | { readonly kind: "check" } | { readonly kind: "newer" };

export interface ReadCode {
  readonly parts: CodeParts;
  /** The piece of the digest it carries. */
  readonly piece: bigint;
  /** As it is printed. */
  readonly text: string;
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 5;
const CHECK_SYMBOLS = 6;
const SYMBOLS_MAX = 80;
const VERSION = 1n;
const [VERSION_BITS, PURPOSE_BITS, FLAG_BITS, DAY_BITS, LENGTH_BITS, UNIT_BITS, MOMENT_BITS, PIECE_BITS] = [3, 4, 2, 17, 3, 7, 34, 50];
const FIRST_DAY = dayNumber("1900-01-01" as PlainDate);
const FIRST_MOMENT_SECONDS = 1_577_836_800;
const SECONDS_PER_DAY = 86_400;

/** The code of a report, as it is printed: groups of five with strokes between. `digest` is that of the content's canonical text. */
export function writeReportCode({ file, purpose, period, on, law, known, issuedAt }: CodeParts, digest: Digest): string {
  const [lawIsOn, untilIsNext] = [law === on, dayNumber(period.until) === dayNumber(on) + 1];
  const bits = new BitWriter();
  bits.put(VERSION, VERSION_BITS);
  bits.put(BigInt(PURPOSES.indexOf(purpose)), PURPOSE_BITS);
  bits.put((lawIsOn ? 2n : 0n) + (untilIsNext ? 1n : 0n), FLAG_BITS);
  putDay(bits, on);
  putDay(bits, period.from);
  if (!lawIsOn) putDay(bits, law);
  if (!untilIsNext) putDay(bits, period.until);
  putNumber(bits, sequenceOf(file));
  putNumber(bits, known);
  bits.put(BigInt(secondsOf(issuedAt) - FIRST_MOMENT_SECONDS), MOMENT_BITS);
  bits.put(pieceOf(digest), PIECE_BITS);
  return printed(withCheck(bits.symbols()));
}

/** What a code carries of a digest. */
export function pieceOf(digest: Digest): bigint {
  return BigInt(`0x${digest.slice("sha256:".length, "sha256:".length + 16)}`) >> BigInt(64 - PIECE_BITS);
}

/** The parts of a report that its code carries. */
export function codePartsOf({ organisation, purpose, period, asOf, issuedAt }: ReportContent): CodeParts {
  return { file: organisation.file, purpose, period, on: asOf.on, law: asOf.law, known: asOf.known, issuedAt };
}

/** A code as somebody typed it: case, spaces and strokes do not matter, and `O` `I` `L` are taken for `0` `1` `1`. */
export function readReportCode(text: string): Result<ReadCode, CodeProblem> {
  const signs = [...text.toUpperCase().replaceAll(/[\s\p{Pd}\p{Cf}.]/gu, "")].map((sign) => (sign === "O" ? "0" : sign === "I" || sign === "L" ? "1" : sign));
  const strange = signs.find((sign) => !ALPHABET.includes(sign));
  if (strange !== undefined) return err({ kind: "sign", sign: strange });
  if (signs.length <= CHECK_SYMBOLS || signs.length > SYMBOLS_MAX) return err({ kind: "length" });
  const symbols = signs.map((sign) => ALPHABET.indexOf(sign));
  if (remainder(symbols) !== CHECKED) return err({ kind: "check" });
  const body = symbols.slice(0, -CHECK_SYMBOLS);
  const read = readBody(new BitReader(body.reduce((value, symbol) => (value << 5n) | BigInt(symbol), 0n), body.length * 5));
  return read.ok ? ok({ ...read.value, text: printed(symbols) }) : read;
}

function readBody(bits: BitReader): Result<Pick<ReadCode, "parts" | "piece">, CodeProblem> {
  if (bits.take(VERSION_BITS) !== VERSION) return err({ kind: "newer" });
  const purpose = PURPOSES[Number(bits.take(PURPOSE_BITS))];
  const flags = bits.take(FLAG_BITS);
  const [on, from] = [takeDay(bits), takeDay(bits)];
  const law = flags >= 2n ? on : takeDay(bits);
  const until = flags % 2n === 1n ? on + 1 : takeDay(bits);
  const [sequence, known] = [takeNumber(bits), takeNumber(bits)];
  const issuedAt = instantOf(Number(bits.take(MOMENT_BITS)) + FIRST_MOMENT_SECONDS);
  const piece = bits.take(PIECE_BITS);
  const days = [on, from, law, until].map((day) => parsePlainDate(fromDayNumber(day)));
  if (bits.over || !bits.isDone || purpose === undefined || sequence < 1 || !Number.isSafeInteger(sequence) || !Number.isSafeInteger(known) || issuedAt === undefined) return err({ kind: "check" });
  const [asked, first, statute, last] = days.flatMap((day) => (day.ok ? [day.value] : []));
  if (asked === undefined || first === undefined || statute === undefined || last === undefined) return err({ kind: "check" });
  return ok({ parts: { file: makeFileNumber(sequence), purpose, period: { from: first, until: last }, on: asked, law: statute, known: known as Position, issuedAt }, piece });
}

function printed(symbols: readonly number[]): string {
  const signs = symbols.map((symbol) => ALPHABET[symbol] ?? "");
  return Array.from({ length: Math.ceil(signs.length / GROUP) }, (_, group) => signs.slice(group * GROUP, (group + 1) * GROUP).join("")).join("-");
}

// The check symbols are those of bech32m (BIP 350): whichever four symbols of a code are others, it is found.
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const CHECKED = 0x2bc830a3;

function remainder(symbols: readonly number[]): number {
  let sum = 1;
  for (const symbol of symbols) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ symbol;
    GENERATOR.forEach((term, bit) => {
      if (((top >>> bit) & 1) === 1) sum ^= term;
    });
  }
  return sum;
}

function withCheck(symbols: readonly number[]): readonly number[] {
  const rest = remainder([...symbols, ...Array.from({ length: CHECK_SYMBOLS }, () => 0)]) ^ CHECKED;
  return [...symbols, ...Array.from({ length: CHECK_SYMBOLS }, (_, index) => (rest >>> (5 * (CHECK_SYMBOLS - 1 - index))) & 31)];
}

function putDay(bits: BitWriter, day: PlainDate): void {
  bits.put(BigInt(dayNumber(day) - FIRST_DAY), DAY_BITS);
}

function takeDay(bits: BitReader): number {
  return Number(bits.take(DAY_BITS)) + FIRST_DAY;
}

/** A number of any size: how many units of seven bits, then those. */
function putNumber(bits: BitWriter, value: number): void {
  const units = Math.max(1, Math.ceil(value.toString(2).length / UNIT_BITS));
  bits.put(BigInt(units - 1), LENGTH_BITS);
  bits.put(BigInt(value), units * UNIT_BITS);
}

function takeNumber(bits: BitReader): number {
  return Number(bits.take((Number(bits.take(LENGTH_BITS)) + 1) * UNIT_BITS));
}

/** Seconds since 1970 of an instant that is on a whole one. */
function secondsOf(instant: Instant): number {
  const [hours, minutes, seconds] = [instant.slice(11, 13), instant.slice(14, 16), instant.slice(17, 19)].map(Number);
  return dayNumber(instant.slice(0, 10) as PlainDate) * SECONDS_PER_DAY + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

function instantOf(seconds: number): Instant | undefined {
  const rest = seconds % SECONDS_PER_DAY;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const instant = parseInstant(`${fromDayNumber(Math.floor(seconds / SECONDS_PER_DAY))}T${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)}.000Z`);
  return instant.ok ? instant.value : undefined;
}

class BitWriter {
  #value = 0n;
  #length = 0;
  /** The lowest `count` bits of a value that has no more. */
  put(value: bigint, count: number): void {
    if (value < 0n || value >> BigInt(count) !== 0n) throw new Error(`assertion failed: ${value} fits into ${count} bits`);
    this.#value = (this.#value << BigInt(count)) | value;
    this.#length += count;
  }
  /** In symbols of five bits, the last filled up. */
  symbols(): readonly number[] {
    const count = Math.ceil(this.#length / 5);
    const value = this.#value << BigInt(count * 5 - this.#length);
    return Array.from({ length: count }, (_, index) => Number((value >> BigInt((count - 1 - index) * 5)) & 31n));
  }
}

class BitReader {
  readonly #value: bigint;
  #left: number;
  /** More was taken than there is. */
  over = false;
  constructor(value: bigint, length: number) {
    this.#value = value;
    this.#left = length;
  }
  /** What fills up the last symbol, and nothing else, is left. */
  get isDone(): boolean {
    return this.#left < 5 && this.#value % (1n << BigInt(this.#left)) === 0n;
  }
  take(count: number): bigint {
    if (count > this.#left) {
      this.over = true;
      return 0n;
    }
    this.#left -= count;
    return (this.#value >> BigInt(this.#left)) & ((1n << BigInt(count)) - 1n);
  }
}
