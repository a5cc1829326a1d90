// The door of identity: which organisation is meant. Reads and checks codes by the schemes of the law, levels names for search and equality,
// knows a natural person when it sees one, and judges whether a row is an organisation already on file. Rules: SPEC.md. Pure.
export { blockingKeys } from "./blocking-keys.ts";
export type { Candidate } from "./candidate.ts";
export { CodePacker, type Heads, type Schemes } from "./code-packer.ts";
export { isPersonIdentifier, levelCode, makeCode, readCode, type Code, type CodeProblem } from "./code-scheme.ts";
export { compareCountries, countryCode, type CountryRelation } from "./countries.ts";
export { holdsHan, levelledAlternates, levelName } from "./level-name.ts";
export { looksLikePerson, type PersonReading } from "./looks-like-person.ts";
export { matchOrganisation, type Judgement, type Match, type ScoredCandidate } from "./match.ts";
export { partsOfName, type NameParts } from "./name-parts.ts";
export { namesWithin, type NamesWithin } from "./names-within.ts";
export { readCharacters } from "./search/lettering.ts";
export { NameIndex } from "./search/name-index.ts";
export { piecesOf, questionOf, type NameMatch, type NameQuestion } from "./search/name-rules.ts";
export type { NameHit } from "./search/name-hit.ts";
export type { NameGiven } from "./search/name-table.ts";
export type { CodeGiven } from "./search/code-book.ts";
export { NameScan } from "./search/scan-names.ts";
export { searchForms, type SearchForms } from "./search-forms.ts";
