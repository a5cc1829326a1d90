// Looks like a person: does a row name a natural person? Such a row is refused (design.md 2), and may be handed in again with a declared
// legal form. A refusal tells the reason and never the name.
import { countryNamedBy } from "./countries.ts";
import { holdsHan, levelName, levelWords } from "./level-name.ts";
import { partsOfName } from "./name-parts.ts";
import { BRANCH_WORDS, GRAMMAR, isOrganisationWord } from "./name-words.ts";
import { namesWithin } from "./names-within.ts";
import { ENTREPRENEUR_PREFIX, HAN_ORGANISATION, HAN_SURNAMES, KINSHIP_FIRM, PERSON_FORMS, PERSON_MARKERS, PERSON_TITLES, PERSON_TITLES_HAN, ROLES, SPARE_COUNTRIES } from "./person-words.ts";

export interface PersonReading {
  readonly person: boolean;
  /** Why, without any name. */
  readonly because: string;
}

const NOT_A_PERSON: PersonReading = { person: false, because: "a name says an organisation" };
const NAME_WORDS_MAX = 6;

/** `names`: the row's main name first, then its other names. `legalForm`: the form the row declares, if any. */
export function looksLikePerson(names: readonly string[], declared: { readonly legalForm?: string } = {}): PersonReading {
  const form = declared.legalForm?.trim() ?? "";
  if (form !== "") {
    return PERSON_FORMS.test(form) ? { person: true, because: "the declared legal form is that of a natural person" } : { person: false, because: "a legal form of organisations is declared" };
  }
  const [main = "", ...others] = names;
  const within = namesWithin(main);
  const all = [within.main, ...within.beside.map(({ text }) => text), ...others.flatMap((name) => [namesWithin(name).main, ...namesWithin(name).beside.map(({ text }) => text)])];
  if (PERSON_MARKERS.test(main)) return { person: true, because: "the name says an individual entrepreneur or sole proprietor" };
  if (saysRole(main)) return { person: true, because: "the name is a person's with an office held in an organisation" };
  const incorporated = all.some((name) => levelName(name) !== "" && hasForm(name));
  if (PERSON_TITLES.test(main) && !incorporated && !hasOrganisationWord(withoutTitle(main))) return { person: true, because: "the name begins with a person's title" };
  if (PERSON_TITLES_HAN.test(within.main)) return { person: true, because: "the name ends with a person's title" };
  if (incorporated) return NOT_A_PERSON;
  if (ENTREPRENEUR_PREFIX.test(main) && !hasOrganisationWord(main.replace(ENTREPRENEUR_PREFIX, ""))) return { person: true, because: "the name says an individual entrepreneur or sole proprietor" };
  if (isGivenAndFamily(within.main)) return { person: true, because: "the name is nothing but personal names, without any word of an organisation" };
  const alias = all.slice(1).find((name) => isGivenAndFamily(name) && all.some((other) => other !== name && sharesWord(name, other)));
  return alias === undefined ? NOT_A_PERSON : { person: true, because: "another of its names is nothing but personal names: a trade name of a natural person" };
}

/** `X, President of the Board of Y LLC`: what stands before the office has no word of an organisation. */
function saysRole(name: string): boolean {
  const role = ROLES.exec(name);
  if (role === null) return false;
  const before = name.slice(0, role.index);
  const words = levelWords(before);
  return words.length >= 2 && !hasOrganisationWord(before) && partsOfName(before).forms.length === 0;
}

function withoutTitle(name: string): string {
  return name.replace(PERSON_TITLES, "");
}

function hasForm(name: string): boolean {
  return partsOfName(name).forms.length > 0;
}

function hasOrganisationWord(name: string): boolean {
  const words = levelWords(name);
  return words.some((word) => isOrganisationWord(word) || BRANCH_WORDS.has(word) || /\d/u.test(word) || !/[aeiouy]/u.test(word) && /^[a-z]{2,}$/u.test(word) && !VOWELLESS.has(word)) || namesCountry(words);
}

const VOWELLESS = new Set(["md", "mr", "dr", "st", "sr", "jr", "ng", "mst", "mrs", "ms", "sh", "km", "smt", "ch"]);

function namesCountry(words: readonly string[]): boolean {
  return words.some((_, index) => [1, 2, 3].some((length) => {
    const code = index + length <= words.length ? countryNamedBy(words.slice(index, index + length)) : undefined;
    return code !== undefined && !SPARE_COUNTRIES.has(code);
  }));
}

/** Two to six words (or two to four Chinese characters with a family name first) of which none is an organisation's. */
function isGivenAndFamily(name: string): boolean {
  if (holdsHan(name)) return isHanPerson(name);
  const bare = name.replace(/^\s*M\s*\/\s*S\.?\s+/iu, "").trim();
  if (/&|\+|\/|\band\b|\d/iu.test(bare) || KINSHIP_FIRM.test(bare)) return false;
  if (hasOrganisationWord(bare)) return false;
  const words = levelWords(bare).filter((word) => !GRAMMAR.has(word));
  if (words.length < 2 || words.length > NAME_WORDS_MAX) return false;
  if (words.every((word) => word.length === 1)) return false;
  const letters = bare.split(/[\s,]+/u).filter((word) => /\p{L}/u.test(word));
  const mixed = /\p{Ll}/u.test(bare);
  const acronym = letters.some((word) => mixed && /^\p{Lu}{2,}$/u.test(word) && !/^\p{Lu}\p{Lu}$/u.test(word)) && !letters.slice(0, 1).every((word) => /^\p{Lu}+,?$/u.test(word));
  return !acronym && words.every((word) => /^[\p{L}\p{M}]+$/u.test(word));
}

function isHanPerson(name: string): boolean {
  const bare = levelName(name);
  return /^\p{Script=Han}{2,4}$/u.test(bare) && !HAN_ORGANISATION.test(bare) && HAN_SURNAMES.test(bare);
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(levelWords(b));
  return levelWords(a).some((word) => word.length >= 3 && words.has(word));
}
