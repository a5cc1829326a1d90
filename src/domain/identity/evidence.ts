// Evidence: what two organisations agree and disagree in, and the same as scored reasons for the person who decides a held row.
// Gathered for match.ts, which judges by the evidence and never by the score.
import type { MatchReason } from "../events/index.ts";
import { namesOf, type Candidate, type NameEntry } from "./candidate.ts";
import { compareAddresses, type AddressRelation } from "./compare-addresses.ts";
import { compareNames, localNamesAgree, localNamesConflict, type NameComparison } from "./compare-names.ts";
import { holdsHan, levelName } from "./level-name.ts";
import { compareCountries, translatesNames, type CountryRelation } from "./countries.ts";

const PLACE_CHARACTERS = 2;

export interface Evidence {
  readonly names: NameComparison;
  readonly country: CountryRelation;
  readonly address: AddressRelation;
  readonly codes: "same" | "conflict" | "unknown";
  readonly local: "same" | "conflict" | "unknown";
  readonly branchDiffers: boolean;
  readonly numbersDiffer: boolean;
  /** The names compared are somebody's translations: equal ones need another witness. */
  readonly translated: boolean;
  /** A Chinese name that does not begin with the place of either address: another region may have registered it too. */
  readonly unplaced: boolean;
}

export function gatherEvidence(row: Candidate, candidate: Candidate): Evidence {
  const [left, right] = [namesOf(row), namesOf(candidate)];
  const names = compareNames(left, right);
  const mains = [mainOf(left), mainOf(right)] as const;
  const country = compareCountries(row.country, candidate.country);
  return {
    names,
    country: country === "different" && namesSeatOfBranch(names) ? "near" : country,
    address: names.relation === "none" ? "unknown" : compareAddresses(row.address, candidate.address),
    codes: compareCodes(row, candidate),
    local: names.left?.parts.han === true ? "unknown" : localNamesAgree(left, right) ? "same" : localNamesConflict(left, right) ? "conflict" : "unknown",
    branchDiffers: (names.left ?? mains[0])?.parts.branch !== (names.right ?? mains[1])?.parts.branch,
    numbersDiffer: mains[0] !== undefined && mains[1] !== undefined && mains[0].parts.han === mains[1].parts.han && differ(mains[0].parts.numbers, mains[1].parts.numbers),
    translated: names.left?.parts.han === false && (translatesNames(row.country) || translatesNames(candidate.country) || [...mains].some((main) => main?.parts.han === true)),
    unplaced: names.left?.parts.han === true && !beginsWithPlace(names.left.parts.key, row.address) && !beginsWithPlace(names.left.parts.key, candidate.address),
  };
}

/** `… Cambodia Branch`: one list gives the country of the branch, another that of its parent. */
function namesSeatOfBranch({ relation, left, right }: NameComparison): boolean {
  return relation === "equal" && left?.parts.branch === true && right?.parts.branch === true && left.parts.countries.length > 0;
}

/** An address that is missing or in Latin letters cannot say. */
function beginsWithPlace(key: string, address: string | undefined): boolean {
  return address === undefined || !holdsHan(address) || levelName(address).includes(key.slice(0, PLACE_CHARACTERS));
}

function mainOf(entries: readonly NameEntry[]): NameEntry | undefined {
  return entries.find(({ role }) => role === "main") ?? entries[0];
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && a.join() !== b.join();
}

function compareCodes(row: Candidate, candidate: Candidate): Evidence["codes"] {
  const shared = row.codes.filter((code) => candidate.codes.some((other) => other.scheme === code.scheme));
  if (shared.some((code) => candidate.codes.some((other) => other.scheme === code.scheme && other.value === code.value))) return "same";
  return shared.length > 0 ? "conflict" : "unknown";
}

export const NAME_SCORES = { equal: 600, local: 450, alias: 520, place: 500, loose: 380, cut: 420, near: 400, secondary: 200, none: 0 } as const satisfies Record<NameComparison["relation"], number>;
const NAME_WORDS = {
  equal: "the names are equal once levelled", local: "the names in local writing are equal", alias: "the name of one is an alias or former name of the other", place: "the names differ in the word for the kind of their place", loose: "the names are equal without a bracket",
  cut: "one name is the beginning of the other", near: "the names differ by a slip of the pen", secondary: "only secondary names agree", none: "no names agree",
} as const satisfies Record<NameComparison["relation"], string>;
const COUNTRY_SCORES = { same: 120, near: 60, unknown: 0, different: -300 } as const satisfies Record<CountryRelation, number>;
const ADDRESS_SCORES = { same: 200, similar: 100, unclear: 0, unknown: 0, different: -80 } as const satisfies Record<AddressRelation, number>;

export function reasonsOf(evidence: Evidence): readonly MatchReason[] {
  const { names, country, address, codes, local } = evidence;
  const reasons: MatchReason[] = [];
  const say = (part: string, score: number, because: string): void => {
    if (score !== 0) reasons.push({ part, score, because });
  };
  const quoted = names.left === undefined || names.right === undefined ? "" : `: \`${names.left.parts.text}\`, \`${names.right.parts.text}\``;
  say("name", NAME_SCORES[names.relation], `${NAME_WORDS[names.relation]}${quoted}`);
  if (codes === "same") say("code", 800, "they carry the same code");
  if (codes === "conflict") say("code", -600, "they carry different codes of one scheme");
  if (names.relation !== "none") {
    say("country", COUNTRY_SCORES[country], country === "same" ? "they are of the same country" : country === "near" ? "their countries are often written for each other" : "they are of different countries");
    say("address", ADDRESS_SCORES[address], address === "different" ? "their addresses differ" : "their addresses agree");
    say("form", names.form === "same" ? 50 : names.form === "different" ? -150 : 0, names.form === "same" ? "their legal forms agree" : "their legal forms differ");
  }
  if (local === "same" && names.relation !== "local") say("local", 200, "their names in local writing are equal");
  if (local === "conflict") say("local", -500, "their names in local writing differ");
  if (evidence.branchDiffers && names.relation !== "none") say("branch", -600, "one is a branch, the other is not");
  if (evidence.numbersDiffer) say("number", -600, "their names carry different numbers");
  return reasons;
}
