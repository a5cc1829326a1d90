// How much of a file handed in is read. Every reader stops at these limits with a finding, before memory is spent.

export interface SheetLimits {
  /** The file itself. */
  readonly fileBytesMax: number;
  readonly zipEntriesMax: number;
  /** All entries of a workbook together, declared and as inflated. */
  readonly inflatedBytesMax: number;
  /** Inflated to compressed size of one entry; entries below `ratioFromBytes` may have any. */
  readonly ratioMax: number;
  readonly ratioFromBytes: number;
  readonly sharedStringsMax: number;
  readonly stylesMax: number;
  readonly rowsMax: number;
  /** A row with this many columns or more is refused. */
  readonly columnsBelow: number;
  readonly cellsMax: number;
  readonly cellLengthMax: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_LIMITS: SheetLimits = {
  fileBytesMax: 128 * MEBIBYTE,
  zipEntriesMax: 2_000,
  inflatedBytesMax: 256 * MEBIBYTE,
  ratioMax: 200,
  ratioFromBytes: MEBIBYTE,
  sharedStringsMax: 4_000_000,
  stylesMax: 65_536,
  rowsMax: 1_048_576,
  columnsBelow: 300,
  cellsMax: 4_000_000,
  cellLengthMax: 32_767,
};
