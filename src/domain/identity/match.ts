// Match: is a row an organisation already on file? Certain matches join, uncertain ones are held for a person, the rest are new.
// A wrong join binds an innocent organisation, so every rule below asks what contradicts before it asks how much agrees (SPEC.md R21 to R32).
// Scores are whole thousandths and only rank candidates for the person who decides; they decide nothing.
import type { MatchReason } from "../events/index.ts";
import { assert, type FileNumber } from "../terms/index.ts";
import type { Candidate } from "./candidate.ts";
import type { NameComparison } from "./compare-names.ts";
import { gatherEvidence, NAME_SCORES, reasonsOf, type Evidence } from "./evidence.ts";
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
/** A reason worth this much, of code, address or local name, proves a candidate among several. */
const PROOF = 200;

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

function judgePair(row: Candidate, candidate: Candidate): ScoredCandidate {
  const evidence = gatherEvidence(row, candidate);
  const reasons = reasonsOf(evidence);
  const score = Math.max(0, Math.min(1000, reasons.reduce((sum, reason) => sum + reason.score, 0)));
  assert(Number.isInteger(score), "a score is a whole number of thousandths");
  return { file: candidate.file, score, reasons, judgement: judge(evidence) };
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
  if (local === "conflict") return address === "different" || (names.relation === "secondary" && address !== "same") ? "new" : "hold";
  switch (names.relation) {
    case "equal":
      return judgeEqual(evidence);
    case "alias":
      return judgeAlias(evidence);
    case "local":
      return address === "same" ? "join" : address === "different" ? "new" : "hold";
    case "place":
      if (names.form === "different" || country === "different") return "new";
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
  if (evidence.unplaced && address === "different") return "hold";
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
  if (isShortName(names)) return address === "different" || country === "different" ? "new" : place && names.form === "same" ? "join" : "hold";
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

/** A Chinese alias that states no legal form: many may be called so for short, and a name that states its form is more than that. */
function isShortName({ left, right }: NameComparison): boolean {
  return [left, right].some((entry) => entry?.role === "alias" && entry.parts.han && entry.parts.forms.length === 0);
}

/** Long enough that two firms in two countries do not bear it by chance. */
function isLong({ left }: NameComparison): boolean {
  return left !== undefined && left.parts.key.length >= 10 && left.parts.strong.length > 0;
}

function hasRareWord({ left }: NameComparison): boolean {
  return left !== undefined && (left.parts.strong.some((word) => word.length >= 6) || left.parts.strong.length >= 2);
}
