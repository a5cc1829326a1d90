// Columns builder: organisations in, in any order; the packed table out. Rows are gathered in arrays that grow and are put into the order of
// their keys at the end.
import { dayNumber, fromDayNumber, sequenceOf, type LawId } from "../../terms/index.ts";
import { CodePacker, type Schemes } from "../../identity/index.ts";
import { addToFilter, CLASSES_MAX, COLD_UNITS, endOfRows, fileOfRow, firstRow, HOT_UNITS, isSameKey, NONE, OPAQUE, SHARE_SHIFT, SHARES, type ColumnFacts, type Columns } from "./columns.ts";
import { Growing } from "./growing.ts";
import { mixedLower, mixedUpper } from "./mixed-key.ts";
import type { OrganisationToPack, Row, RowClass } from "./row-class.ts";

const NAME_MAX = 0x7fff;
const LISTING_ID = /^l[0-9a-f]{18}$/;
/** Bits of the filter for each organisation: about one stranger in fifty gets past it. */
const FILTER_BITS = 8;

export class ColumnsBuilder {
  readonly #packer: CodePacker;
  readonly #classes = new Map<string, number>([[JSON.stringify({ kind: "opaque" }), 0], [JSON.stringify({ kind: "bare" }), 1]]);
  readonly #kinds: RowClass[] = [{ kind: "opaque" }, { kind: "bare" }];
  readonly #upper = new Growing(Uint32Array);
  readonly #lower = new Growing(Uint32Array);
  readonly #class = new Growing(Uint16Array);
  readonly #span = new Growing(Uint32Array);
  readonly #cold = new Growing(Uint32Array);
  readonly #names = new Growing(Uint16Array);
  /** Numbers of further files, and the rows their organisations begin at, before the rows are put in order. */
  readonly #otherFiles: [number, number][] = [];
  readonly #otherCodes: [LawId, string, number][] = [];
  readonly #codesOf: [number, OrganisationToPack["codes"]][] = [];
  readonly #oddListings: [number, string][] = [];
  #organisations = 0;
  #since: number | undefined;
  #filesMax = 0;

  constructor(schemes: Schemes) {
    this.#packer = new CodePacker(schemes);
  }

  add(organisation: OrganisationToPack): void {
    const { file, files, codes, rows, name, latest } = organisation;
    const first = this.#lower.length;
    const main = codes.find(({ scheme, value }) => this.#packer.take(value) && this.#packer.scheme === scheme);
    const sequence = sequenceOf(file);
    const [upper, lower] = main === undefined ? [Math.floor(sequence / 2 ** 32), sequence >>> 0] : [this.#packer.head * 256 + this.#packer.high, this.#packer.low];
    for (const other of codes) if (other !== main) this.#otherCodes.push([other.scheme, other.value, first]);
    if (codes.length !== (main === undefined ? 0 : 1)) this.#codesOf.push([first, codes]);
    for (const number of files.map(sequenceOf)) {
      this.#filesMax = Math.max(this.#filesMax, number);
      if (number !== sequence) this.#otherFiles.push([number, first]);
    }
    const nameAt = this.#keepName(name);
    const [mixed, low] = [mixedUpper(upper, lower), mixedLower(upper, lower)];
    for (const row of rows) {
      if (row.listing !== undefined && !LISTING_ID.test(row.listing)) this.#oddListings.push([this.#lower.length, row.listing]);
      this.#upper.push(mixed);
      this.#lower.push(low);
      this.#class.push(name.length > NAME_MAX ? OPAQUE : this.#classOf(row.class));
      this.#span.push((row.from << 14) | row.length);
      this.#keepCold(sequence, nameAt, row);
    }
    this.#organisations += 1;
    if (latest !== undefined) this.#since = Math.max(this.#since ?? 0, dayNumber(latest));
  }

  /** The table and what does not fit into it. */
  finish(): { readonly columns: Columns; readonly facts: ColumnFacts } {
    const order = this.#inOrder();
    const place = new Uint32Array(order.rows.length);
    for (const [row, before] of order.rows.entries()) place[before] = row;
    const columns = this.#columns(order, place);
    return {
      columns,
      facts: {
        classes: this.#kinds, heads: this.#packer.heads,
        otherCodes: this.#codesBeside(columns, place), codesOf: this.#codesOf.map(([row, codes]) => [place[row] ?? NONE, codes]),
        oddListings: this.#oddListings.map(([row, listing]) => [place[row] ?? NONE, listing]), ...(this.#since === undefined ? {} : { since: fromDayNumber(this.#since) }),
      },
    };
  }

  /** Rows by share, and within it by key; of one key in the order in which they came. */
  #inOrder(): { readonly shares: Uint32Array; readonly rows: Uint32Array } {
    const [upper, lower] = [this.#upper.values, this.#lower.values];
    const shares = new Uint32Array(SHARES + 1);
    for (const each of upper) addTo(shares, (each >>> SHARE_SHIFT) + 1, 1);
    for (let share = 0; share < SHARES; share += 1) addTo(shares, share + 1, shares[share] ?? 0);
    const next = shares.slice();
    const rows = new Uint32Array(upper.length);
    for (const [row, each] of upper.entries()) {
      const share = each >>> SHARE_SHIFT;
      // Shares hold a few rows: each new one is put in its place at once.
      let at = next[share] ?? 0;
      next[share] = at + 1;
      for (; at > (shares[share] ?? 0) && isAfter(upper, lower, rows[at - 1] ?? 0, row); at -= 1) rows[at] = rows[at - 1] ?? 0;
      rows[at] = row;
    }
    return { shares, rows };
  }

  #columns({ shares, rows }: { readonly shares: Uint32Array; readonly rows: Uint32Array }, place: Uint32Array): Columns {
    const count = rows.length;
    const columns: Columns = {
      shares, hot: shared(Uint16Array, count * HOT_UNITS), cold: shared(Uint32Array, count * COLD_UNITS), filter: shared(Uint32Array, 2 * Math.max(1, Math.ceil((this.#organisations * FILTER_BITS) / 64))),
      names: shared(Uint16Array, this.#names.length), rowOfFile: shared(Uint32Array, this.#filesMax + 1).fill(NONE),
    };
    columns.names.set(this.#names.values);
    const [upper, lower, kind, span, cold] = [this.#upper.values, this.#lower.values, this.#class.values, this.#span.values, this.#cold.values];
    for (let row = 0; row < count; row += 1) {
      const from = rows[row] ?? 0;
      const before = rows[row - 1] ?? 0;
      const [high, low, term] = [upper[from] ?? 0, lower[from] ?? 0, ((kind[from] ?? 0) << 28) | (span[from] ?? 0)];
      columns.hot.set([low & 0xffff, low >>> 16, (((kind[from] ?? 0) >>> 4) << 8) | (high & 0xff), term & 0xffff, term >>> 16], row * HOT_UNITS);
      columns.cold.set(cold.subarray(from * COLD_UNITS, (from + 1) * COLD_UNITS), row * COLD_UNITS);
      if (row === 0 || upper[before] !== high || lower[before] !== low) addToFilter(columns.filter, high, low);
      const file = fileOfRow(columns, row);
      if (columns.rowOfFile[file] === NONE) columns.rowOfFile[file] = row;
    }
    for (const [number, first] of this.#otherFiles) columns.rowOfFile[number] = place[first] ?? 0;
    blurTwins(columns);
    return columns;
  }

  /** Each code once, with NONE where several organisations have it; where one of them lies under it, its rows are made opaque. */
  #codesBeside(columns: Columns, place: Uint32Array): ColumnFacts["otherCodes"] {
    const rows = new Map<string, readonly [LawId, string, number]>();
    for (const [scheme, value, first] of this.#otherCodes) {
      const row = place[first] ?? NONE;
      const before = rows.get(`${scheme} ${value}`);
      rows.set(`${scheme} ${value}`, [scheme, value, before === undefined || before[2] === row ? row : NONE]);
      if (this.#packer.read(value) && this.#packer.scheme === scheme) blurKey(columns, this.#packer);
    }
    return [...rows.values()];
  }

  #classOf(kind: RowClass): number {
    const text = JSON.stringify(kind);
    const known = this.#classes.get(text);
    if (known !== undefined) return known;
    if (this.#kinds.length >= CLASSES_MAX) return OPAQUE;
    this.#classes.set(text, this.#kinds.length);
    this.#kinds.push(kind);
    return this.#kinds.length - 1;
  }

  #keepCold(sequence: number, nameAt: number, { listing, decided }: Row): void {
    const part = (from: number, to: number): number => (listing !== undefined && LISTING_ID.test(listing) ? Number.parseInt(listing.slice(from, to), 16) : 0);
    this.#cold.push(sequence);
    this.#cold.push(nameAt);
    this.#cold.push(part(1, 9));
    this.#cold.push(part(9, 17));
    this.#cold.push(part(17, 19) * 2 ** 24 + decided);
  }

  #keepName(name: string): number {
    const at = this.#names.length;
    const length = Math.min(name.length, NAME_MAX);
    const narrow = /^[\x00-\xff]*$/.test(name);
    this.#names.push(narrow ? length | 0x8000 : length);
    for (let index = 0; index < length; index += narrow ? 2 : 1) this.#names.push(narrow ? name.charCodeAt(index) | ((index + 1 < length ? name.charCodeAt(index + 1) : 0) << 8) : name.charCodeAt(index));
    return at;
  }
}

function addTo(counts: Uint32Array, at: number, count: number): void {
  counts[at] = (counts[at] ?? 0) + count;
}

function isAfter(upper: Uint32Array, lower: Uint32Array, a: number, b: number): boolean {
  return (upper[a] ?? 0) > (upper[b] ?? 0) || (upper[a] === upper[b] && (lower[a] ?? 0) > (lower[b] ?? 0));
}

/** Two organisations under one code: which one the code means is for the twin to say. */
function blurTwins(columns: Columns): void {
  const { shares } = columns;
  for (let share = 0; share < SHARES; share += 1) {
    for (let row = (shares[share] ?? 0) + 1; row < (shares[share + 1] ?? 0); row += 1) {
      if (!isSameKey(columns, row, row - 1) || fileOfRow(columns, row) === fileOfRow(columns, row - 1)) continue;
      for (let same = shares[share] ?? 0; same < (shares[share + 1] ?? 0); same += 1) if (isSameKey(columns, same, row)) makeOpaque(columns, same);
    }
  }
}

/** The same of the organisation that lies under a code which another has as well. */
function blurKey(columns: Columns, { head, high, low }: Pick<CodePacker, "head" | "high" | "low">): void {
  const upper = mixedUpper(head * 256 + high, low);
  const first = firstRow(columns, upper, mixedLower(head * 256 + high, low));
  if (first === NONE) return;
  for (let row = first; row < endOfRows(columns, first, upper >>> SHARE_SHIFT); row += 1) makeOpaque(columns, row);
}

/** Takes the bits of a row's class away: class 0 is the opaque one. */
function makeOpaque({ hot }: Columns, row: number): void {
  hot[row * HOT_UNITS + 2] = (hot[row * HOT_UNITS + 2] ?? 0) & 0xff;
  hot[row * HOT_UNITS + 4] = (hot[row * HOT_UNITS + 4] ?? 0) & 0xfff;
}

/** An array that threads may read together. */
function shared<T extends Uint8Array | Uint16Array | Uint32Array>(kind: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number }, length: number): T {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}
