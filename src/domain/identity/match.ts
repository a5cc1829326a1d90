// Match: is a row an organisation already on file? Certain matches join, uncertain ones are held for a person, the rest are new.
// A wrong join binds an innocent organisation, so every rule below asks what contradicts before it asks how much agrees (SPEC.md R21 to R32).
// Scores are whole thousandths and only rank candidates for the person who decides; they decide nothing.
import type { MatchReason } from "../events/index.ts";
import { assert, type FileNumber } from "../terms/index.ts";
import { namesOf, type Candidate, type NameEntry } from "./candidate.ts";
import { compareAddresses, type AddressRelation } from "./compare-addresses.ts";
import { compareNames, localNamesAgree, localNamesConflict, type NameComparison } from "./compare-names.ts";
import { compareCountries, translatesNames, type CountryRelation } from "./countries.ts";
import { isIncorporated } from "./legal-forms.ts";

export type Judgement = "join" | "hold" | "new";

export interface ScoredCandidate {
  readonly file: FileNumber;
  /** Thousandths, 0 to 1000. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  readonly judgement: Judgement;
}

export interface Match {
  readonly judgement: Judgement;
  /** Best first; for a join, the one to join comes first. */
  readonly candidates: readonly ScoredCandidate[];
}

const CANDIDATES_MAX = 10;

export function matchOrganisation(row: Candidate, against: readonly Candidate[]): Match {
  const judged = against
    .map((candidate) => ({ candidate, scored: judgePair(row, candidate) }))
    .filter(({ scored }) => scored.judgement !== "new")
    .toSorted((a, b) => ORDER[a.scored.judgement] - ORDER[b.scored.judgement] || b.scored.score - a.scored.score || (a.scored.file < b.scored.file ? -1 : 1));
  const joining = judged.filter(({ scored }) => scored.judgement === "join");
  const settled = settle(joining);
  const judgement = judged.length === 0 ? "new" : settled ? "join" : "hold";
  const best = settled === undefined ? undefined : settled.file;
  const ordered = judged.map(({ scored }) => scored).toSorted((a, b) => Number(b.file === best) - Number(a.file === best));
  return { judgement, candidates: ordered.slice(0, CANDIDATES_MAX) };
}

const ORDER = { join: 0, hold: 1, new: 2 } as const satisfies Record<Judgement, number>;

interface Joining {
  readonly candidate: Candidate;
  readonly scored: ScoredCandidate;
}

/**
 * Of several that would join: all of them one organisation; or those proved by code, address or local name; or those whose main name is
 * the row's own. Whichever group is taken must agree in itself.
 */
function settle(joining: readonly Joining[]): Candidate | undefined {
  const groups = [joining, joining.filter(isProved), joining.filter(isByMainName)];
  const group = groups.find((each) => each.length > 0 && agrees(each));
  return (group?.find(isProved) ?? group?.[0])?.candidate;
}

function agrees(group: readonly Joining[]): boolean {
  return group.every(({ candidate }, index) => group.slice(index + 1).every((other) => judgePair(candidate, other.candidate).judgement === "join"));
}

function isProved({ scored }: Joining): boolean {
  return scored.reasons.some(({ part, score }) => (part === "code" || part === "address" || part === "local") && score >= PROOF);
}

function isByMainName({ scored }: Joining): boolean {
  return scored.reasons.some(({ part, score }) => part === "name" && score === NAME_SCORES.equal);
}

interface Evidence {
  readonly names: NameComparison;
  readonly country: CountryRelation;
  readonly address: AddressRelation;
  readonly codes: "same" | "conflict" | "unknown";
  readonly local: "same" | "conflict" | "unknown";
  readonly branchDiffers: boolean;
  readonly numbersDiffer: boolean;
  /** The names compared are somebody's translations: equal ones need another witness. */
  readonly translated: boolean;
}

function judgePair(row: Candidate, candidate: Candidate): ScoredCandidate {
  const evidence = gather(row, candidate);
  const reasons = reasonsOf(evidence);
  const score = Math.max(0, Math.min(1000, reasons.reduce((sum, reason) => sum + reason.score, 0)));
  assert(Number.isInteger(score), "a score is a whole number of thousandths");
  return { file: candidate.file, score, reasons, judgement: judge(evidence) };
}

function gather(row: Candidate, candidate: Candidate): Evidence {
  const [left, right] = [namesOf(row), namesOf(candidate)];
  const names = compareNames(left, right);
  const mains = [mainOf(left), mainOf(right)] as const;
  const country = compareCountries(row.country, candidate.country);
  return {
    names,
    country: country === "different" && namesSeatOfBranch(names) ? "near" : country,
    address: names.relation === "none" ? "unknown" : compareAddresses(row.address, candidate.address),
    codes: compareCodes(row, candidate),
    local: localNamesAgree(left, right) ? "same" : localNamesConflict(left, right) ? "conflict" : "unknown",
    branchDiffers: (names.left ?? mains[0])?.parts.branch !== (names.right ?? mains[1])?.parts.branch,
    numbersDiffer: mains[0] !== undefined && mains[1] !== undefined && mains[0].parts.han === mains[1].parts.han && differ(mains[0].parts.numbers, mains[1].parts.numbers),
    translated: names.left?.parts.han === false && (translatesNames(row.country) || translatesNames(candidate.country)),
  };
}

/** `… Cambodia Branch`: one list gives the country of the branch, another that of its parent. */
function namesSeatOfBranch({ relation, left, right }: NameComparison): boolean {
  return relation === "equal" && left?.parts.branch === true && right?.parts.branch === true && left.parts.countries.length > 0;
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

function judge(evidence: Evidence): Judgement {
  const { names, codes, address, country, local } = evidence;
  if (codes === "same") return judgeSameCode(evidence);
  if (names.relation === "none") return "new";
  // R23: numbers and branches are other organisations, whatever else agrees. A name cut short may have lost its `branch`.
  if (names.relation !== "cut" && evidence.branchDiffers) return "new";
  if (evidence.numbersDiffer && names.relation !== "equal") return "new";
  // R24: what both state and state differently.
  if (codes === "conflict") return address === "same" && country !== "different" ? "hold" : "new";
  if (local === "conflict") return address === "different" ? "new" : "hold";
  switch (names.relation) {
    case "equal":
      return judgeEqual(evidence);
    case "alias":
      return judgeAlias(evidence);
    case "local":
      return address === "same" ? "join" : address === "different" ? "new" : "hold";
    case "loose":
      return country === "different" ? "new" : address === "same" && names.safe ? "join" : "hold";
    case "cut":
      if (address === "same" && names.safe && country !== "different") return "join";
      return address === "same" || (names.safe && country === "same" && address !== "different") ? "hold" : "new";
    case "near":
      return judgeNear(evidence);
    case "secondary":
      return address === "same" && country !== "different" && names.distinctive ? "hold" : "new";
  }
}

function judgeSameCode({ names, branchDiffers, numbersDiffer, country }: Evidence): Judgement {
  if (names.relation !== "none" && branchDiffers) return "hold";
  if (numbersDiffer) return "hold";
  return names.relation === "none" && country === "different" ? "hold" : "join";
}

function judgeEqual(evidence: Evidence): Judgement {
  const { names, country, address, local } = evidence;
  const place = address === "same" || local === "same";
  switch (country) {
    case "different":
      if (address === "same") return "join";
      return names.form === "same" && isLong(names) && address !== "different" ? "hold" : "new";
    case "unknown":
      return place || names.left?.parts.han === true ? "join" : "hold";
    case "near":
      if (place) return "join";
      return names.form === "same" && isLong(names) && address !== "different" ? "join" : "hold";
    case "same":
      break;
  }
  if (names.form === "different") return address === "same" ? "join" : "hold";
  if (names.form === "oneSilent") return place || address === "similar" ? "join" : "hold";
  if (evidence.translated) return place || address === "similar" ? "join" : "hold";
  // A trade name no register keeps unique: it needs a witness, or a word that is nobody else's.
  if (!isIncorporated(names.left?.parts.forms ?? []) && names.left?.parts.han !== true) return place || address === "similar" || (address !== "different" && hasRareWord(names)) ? "join" : "hold";
  return "join";
}

function judgeAlias(evidence: Evidence): Judgement {
  const { names, country, address, local } = evidence;
  const place = address === "same" || local === "same";
  if (country === "different") return address === "same" ? "join" : names.distinctive && names.form === "same" && address !== "different" ? "hold" : "new";
  if (place) return "join";
  if (!names.distinctive) return address === "different" ? "new" : "hold";
  if (country !== "same" || names.form === "different" || address === "different" || evidence.translated) return "hold";
  return "join";
}

function judgeNear({ names, country, address, translated }: Evidence): Judgement {
  if (names.form === "different" || country === "different" && address !== "same") return "new";
  if (translated) return address === "same" ? "hold" : "new";
  if (address === "same") return names.safe && country === "same" ? "join" : "hold";
  return names.safe && country === "same" && address !== "different" ? "hold" : "new";
}

/** Long enough that two firms in two countries do not bear it by chance. */
function isLong({ left }: NameComparison): boolean {
  return left !== undefined && left.parts.key.length >= 10 && left.parts.strong.length > 0;
}

function hasRareWord({ left }: NameComparison): boolean {
  return left !== undefined && (left.parts.strong.some((word) => word.length >= 6) || left.parts.strong.length >= 2);
}

const PROOF = 200;

const NAME_SCORES = { equal: 600, local: 450, alias: 520, loose: 380, cut: 420, near: 400, secondary: 200, none: 0 } as const satisfies Record<NameComparison["relation"], number>;
const NAME_WORDS = {
  equal: "the names are equal once levelled", local: "the names in local writing are equal", alias: "the name of one is an alias or former name of the other", loose: "the names are equal without a bracket",
  cut: "one name is the beginning of the other", near: "the names differ by a slip of the pen", secondary: "only secondary names agree", none: "no names agree",
} as const satisfies Record<NameComparison["relation"], string>;
const COUNTRY_SCORES = { same: 120, near: 60, unknown: 0, different: -300 } as const satisfies Record<CountryRelation, number>;
const ADDRESS_SCORES = { same: 200, similar: 100, unclear: 0, unknown: 0, different: -80 } as const satisfies Record<AddressRelation, number>;

function reasonsOf(evidence: Evidence): readonly MatchReason[] {
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
