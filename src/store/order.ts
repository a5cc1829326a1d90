// The one order of text in the store: by code point, as UTF-8 bytes compare in SQLite and in PostgreSQL's collation "C".

export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left === right) continue;
    // A surrogate stands for a code point above every single unit, though its own number lies below U+E000.
    const [leftHigh, rightHigh] = [isSurrogate(left), isSurrogate(right)];
    return leftHigh === rightHigh ? left - right : leftHigh ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Text that begins with `prefix` lies in [prefix, endOfPrefix(prefix)): U+10FFFF is no character and ends no name or key. */
export function endOfPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}
