// Letters of other alphabets and letters with a bar or hook, written with plain Latin letters: what Unicode decomposition leaves.
// Tables follow the usage of company names in passports and registers, not a scholarly standard.

/** Latin letters that do not decompose. */
const LATIN: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "ng", ə: "a", ǝ: "a", ƒ: "f", ŧ: "t", ɓ: "b", ɗ: "d", ƙ: "k", ɛ: "e", ɔ: "o", ĸ: "k",
  "ʻ": "", "ʼ": "", "ʹ": "", "ʺ": "", "ª": "a", "º": "o",
};

const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f",
  х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
  і: "i", ї: "yi", є: "ye", ґ: "g", ў: "u", ә: "a", ғ: "g", қ: "k", ң: "n", ө: "o", ұ: "u", ү: "u", һ: "h", ҳ: "h", ҷ: "j", ӣ: "i", ӯ: "u", ҽ: "ch",
  ђ: "dj", ј: "j", љ: "lj", њ: "nj", ћ: "c", џ: "dz", ѓ: "gj", ќ: "kj", ѕ: "dz",
};

const GREEK: Readonly<Record<string, string>> = {
  α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x", ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o",
};

const TABLE: ReadonlyMap<string, string> = new Map([...Object.entries(LATIN), ...Object.entries(CYRILLIC), ...Object.entries(GREEK)]);
const FOREIGN = /[\u0080-\u07ff\u1e00-\u1fff]/u;

/** Lower-case text with every letter of these alphabets in plain Latin letters; other writing is left as it is. */
export function toPlainLatin(lowerCase: string): string {
  if (!FOREIGN.test(lowerCase)) return lowerCase;
  let plain = "";
  for (const letter of lowerCase.normalize("NFC")) {
    const known = TABLE.get(letter);
    if (known !== undefined) {
      plain += known;
      continue;
    }
    const parts = letter.normalize("NFD");
    const base = parts[0] ?? "";
    plain += /[a-z]/u.test(base) ? base : (TABLE.get(base) ?? letter);
  }
  return plain.replace(/([a-z])\p{M}+/gu, "$1");
}
