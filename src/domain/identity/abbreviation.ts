// Abbreviation: is `CONARTE` short for `Constructora Arteaga`? Its letters must be beginnings of words of the name, in their order.

/** Both levelled; digits of the abbreviation must stand in the name. The first letter is the first of some word. */
export function isAbbreviationOf(short: string, words: readonly string[]): boolean {
  if (short.length < 2 || words.length < 2) return false;
  const seen = new Map<string, boolean>();
  const fits = (letter: number, word: number): boolean => {
    if (letter === short.length) return true;
    if (word === words.length) return false;
    const known = seen.get(`${letter},${word}`);
    if (known !== undefined) return known;
    let found = fits(letter, word + 1);
    const text = words[word] ?? "";
    for (let taken = 1; !found && taken <= text.length && text[taken - 1] === short[letter + taken - 1]; taken += 1) found = fits(letter + taken, word + 1);
    seen.set(`${letter},${word}`, found);
    return found;
  };
  return fits(0, 0);
}
