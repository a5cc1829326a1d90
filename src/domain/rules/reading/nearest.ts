// Nearest words: what the writer probably meant. Used by findings about unknown fields, ids, kinds and values.

/** Up to three of `known` that lie near `word`, nearest first. */
export function nearest(word: string, known: Iterable<string>): readonly string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const scored: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit) scored.push({ candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, 3).map((each) => each.candidate);
}

/** `did you mean …?` where something lies near, else all that is allowed where that is short, else nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near.length > 0) return `did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?`;
  return known.length > 0 && known.length <= 40 ? `it may be ${known.map((each) => `\`${each}\``).join(", ")}` : "look for it in docs/reference/law-files.md or under law/";
}

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
