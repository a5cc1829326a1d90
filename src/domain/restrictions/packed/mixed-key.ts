// Mixed key: sixty bits spread evenly, one to one: the upper 28 and the lower 32, each as a whole number. Even, so that a table's rows lie in
// equal shares of it; one to one, so that equal keys are equal codes and the code can be had back.

/** The upper bits a key's share of the table is told by. */
export const SHARE_BITS = 20;
export const UPPER_BITS = 28;
const UPPER_MASK = 2 ** UPPER_BITS - 1;

export interface Key {
  readonly upper: number;
  readonly lower: number;
}

// Three rounds, each of which changes one half by what the other is and so can be undone: the upper half changes in the second.

export function mixedUpper(upper: number, lower: number): number {
  return upper ^ (spread(lower ^ spread(upper)) & UPPER_MASK);
}

export function mixedLower(upper: number, lower: number): number {
  const once = lower ^ spread(upper);
  return (once ^ spread(upper ^ (spread(once) & UPPER_MASK) ^ ROUND)) >>> 0;
}

export function unmixed({ upper, lower }: Key): Key {
  const once = lower ^ spread(upper ^ ROUND);
  const before = upper ^ (spread(once) & UPPER_MASK);
  return { upper: before, lower: (once ^ spread(before)) >>> 0 };
}

const ROUND = 0x2545f491;

function spread(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return bits ^ (bits >>> 16);
}
