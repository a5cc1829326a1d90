// Field tables: which fields each shape of the law files has, and which it must have.
// The reader reports every field that is not here; docs/reference/law-files.md is compared with them both ways.

export type FieldTable = Readonly<Record<string, "required" | "optional">>;

const HEAD_WITHOUT_KIND = { id: "required", names: "required", from: "optional", until: "optional", basis: "optional", confidence: "optional", note: "optional", draft: "optional" } as const satisfies FieldTable;
const HEAD = { kind: "required", ...HEAD_WITHOUT_KIND } as const satisfies FieldTable;
const DATED_HEAD = { ...HEAD, from: "required", basis: "required" } as const satisfies FieldTable;
const SOURCED_HEAD = { ...HEAD, basis: "required" } as const satisfies FieldTable;

/** Fields of a measure beside its head. */
const MEASURE = {
  trigger: "required", authority: "required", acts: "required", effects: "required", amount: "optional", force: "required", reaches: "optional", lasts: "optional",
  within: "optional", conditions: "optional", exceptOwner: "optional", anchor: "optional", permittedAs: "optional",
} as const satisfies FieldTable;

export const ENTRY_TABLES = {
  instrument: { ...HEAD, number: "optional", issuedOn: "optional", rank: "required", issuer: "optional", published: "optional", domains: "optional", creditArticles: "optional" },
  authority: { ...HEAD, level: "required", superior: "optional", powers: "required", aliases: "optional", short: "optional" },
  identifier: { ...SOURCED_HEAD, of: "required", length: "optional", alphabet: "optional", form: "optional", checks: "optional", refused: "optional", parts: "optional" },
  act: { ...HEAD, undetermined: "required", where: "optional", authorities: "optional", domain: "optional" },
  "record-type": { ...DATED_HEAD, about: "required", disclosure: "required", fields: "required", publicationMonths: "optional", retentionMonths: "optional", forbids: "optional" },
  list: {
    ...DATED_HEAD, colour: "required", owner: "required", holds: "required", regions: "optional", sectors: "optional", published: "optional", fields: "optional", criteria: "optional",
    criteriaAnchor: "optional", end: "optional", endAnchor: "optional", procedure: "optional", exits: "optional", entailed: "optional", lostWhen: "optional", inherits: "optional",
    freshForDays: "optional", succession: "optional", subjects: "optional", domain: "optional", forbiddenBy: "optional",
  },
  measure: { ...DATED_HEAD, ...MEASURE },
  memorandum: {
    ...DATED_HEAD, from: "optional", signedOn: "optional", parties: "optional", conditions: "optional", clauses: "required", trigger: "optional", force: "optional", exceptOwner: "optional",
    reaches: "optional", lasts: "optional", within: "optional", anchor: "optional",
  },
  procedure: { ...DATED_HEAD, steps: "required", anchor: "optional", purpose: "optional", covers: "optional", regions: "optional", authority: "optional", yearly: "optional" },
  calendar: { ...SOURCED_HEAD, year: "required", holidays: "required", makeUpDays: "optional" },
  precedence: {
    ...DATED_HEAD, rule: "required", of: "optional", what: "optional", regions: "optional", when: "optional", among: "optional", prefer: "optional", old: "optional", replacement: "optional",
    pending: "optional",
  },
  repair: { ...DATED_HEAD, covers: "required", tiers: "required", decidedBy: "optional", decideWithin: "optional", anchor: "optional", milder: "optional", conditions: "optional", excluded: "optional" },
  grade: { ...DATED_HEAD, owner: "required", recordType: "required", grades: "required", every: "optional", starts: "optional" },
  "directory-item": { ...DATED_HEAD, number: "optional", tier: "required", subjects: "optional", content: "optional", editions: "optional", recordTypes: "optional" },
  "penalty-item": { ...DATED_HEAD, number: "optional", class: "required", editions: "optional", effects: "required", targets: "optional", takenBy: "optional", term: "optional", statutes: "optional" },
  standard: { ...DATED_HEAD, rule: "required", ranks: "optional", localRanks: "optional", editions: "optional", months: "optional", regions: "optional" },
  metric: { ...HEAD, basis: "required", group: "optional", better: "optional", measuredBy: "optional" },
  "score-scheme": { ...HEAD, basis: "required", region: "optional", keeper: "optional", start: "optional", minimum: "optional", maximum: "optional", bands: "optional", benefits: "optional" },
  "score-rule": { ...HEAD, basis: "required", scheme: "required", authority: "optional", tiers: "required", limit: "optional", setsTo: "optional", onceWith: "optional", protectedMatters: "optional" },
  term: { ...HEAD, taxonomy: "required", value: "required", parent: "optional", person: "optional" },
  office: { ...HEAD, authority: "required", region: "required", superior: "optional", posts: "optional" },
  template: {
    ...HEAD, of: "required", formats: "optional", complete: "optional", headerRows: "optional", editionDay: "optional", quoting: "optional", columns: "required", readings: "optional",
  },
} as const satisfies Record<string, FieldTable>;

/** A clause of a memorandum: a measure without a kind of its own. */
export const CLAUSE_TABLE = { ...HEAD_WITHOUT_KIND, from: "required", basis: "required", ...MEASURE } as const satisfies FieldTable;

/** Fields a clause takes from its memorandum where it does not say them itself. */
export const SHARED_BY_CLAUSES = ["trigger", "force", "exceptOwner", "reaches", "lasts", "within", "anchor"] as const;

export const PART_TABLES = {
  body: { body: "required", names: "required", timeZone: "required", currency: "required", extends: "optional", regimes: "optional" },
  regime: { law: "required", names: "required" },
  basis: { instrument: "required", article: "optional", quote: "optional", confidence: "optional" },
  names: { en: "required", zh: "optional", by: "optional" },
  dated: { dated: "required" },
  version: { from: "optional", until: "optional", value: "required", basis: "optional" },
  interval: { workingDays: "optional", days: "optional", months: "optional", years: "optional", movesOffHolidays: "optional" },
  "check-digit": { name: "required", place: "required", start: "required", end: "required", weights: "required", modulus: "required", complement: "optional", values: "required", characters: "required" },
  "refused-code": { form: "required", why: "required" },
  "code-part": { name: "required", start: "required", end: "required", values: "optional" },
  "code-value": { code: "required", names: "required" },
  field: { type: "required", names: "required", choices: "optional", required: "optional", published: "optional" },
  end: { fixed: "optional", untilDone: "optional", reviewFrom: "optional", permanent: "optional" },
  "fixed-term": { years: "optional", months: "optional", days: "optional", from: "required" },
  "review-term": { years: "optional", months: "optional", from: "required", what: "required" },
  exit: { id: "required", act: "required", names: "required", earliestMonths: "optional", conditions: "optional", needs: "optional", decideWithin: "optional", by: "optional", anchor: "optional", basis: "optional" },
  inherits: { fields: "required", by: "required", when: "required" },
  trigger: { list: "optional", record: "optional", where: "optional", months: "optional", grade: "optional", grades: "optional", status: "optional", commitment: "optional" },
  amount: { money: "optional", per: "optional", rate: "optional", of: "optional", count: "optional", unit: "optional", bound: "optional" },
  lasts: { years: "optional", months: "optional" },
  party: { authority: "required", since: "optional", sinceEarliest: "optional", sinceLatest: "optional", basis: "optional" },
  step: {
    id: "required", kind: "required", names: "required", by: "required", after: "optional", within: "optional", optional: "optional", states: "optional", officers: "optional",
    superiorConsent: "optional", legalReview: "optional", substitute: "optional", outcomes: "optional", extends: "optional", automatic: "optional", does: "optional", records: "optional", basis: "optional",
  },
  "step-records": { type: "required", set: "optional" },
  yearly: { opens: "required", record: "required", yearField: "required", when: "optional", list: "optional" },
  post: { id: "required", names: "required" },
  "interval-from": { workingDays: "optional", days: "optional", months: "optional", years: "optional", movesOffHolidays: "optional", from: "required" },
  tier: { id: "required", names: "required", covers: "optional", when: "optional", minimumMonths: "optional", maximumMonths: "optional", endsByItself: "optional", documents: "optional", basis: "optional" },
  "one-grade": { names: "required", minimum: "optional", below: "optional", rules: "optional" },
  "score-tier": { id: "required", names: "required", points: "required", per: "optional" },
  "credit-article": { article: "required", topics: "required" },
  "template-of": { list: "optional", record: "optional" },
  "edition-day": { pattern: "required" },
  column: { headers: "required", names: "required", to: "required", type: "optional", required: "optional", lastDay: "optional", sentinels: "optional", choices: "optional", dayPattern: "optional", currency: "optional", help: "optional" },
  choice: { value: "required", texts: "required", names: "optional" },
  reading: { column: "required", pattern: "required", to: "required", value: "optional", type: "optional", consumes: "optional" },
  criterion: {
    id: "optional", names: "optional", all: "optional", any: "optional", none: "optional", atLeast: "optional", rule: "optional", unless: "optional", holds: "optional", unknownWhen: "optional",
    missing: "optional", presume: "optional", records: "optional", where: "optional", listed: "optional", basis: "optional",
  },
  "at-least": { count: "required", of: "required" },
  presume: { value: "required", because: "required", basis: "required" },
  records: { type: "required", where: "optional", count: "optional", months: "optional", after: "optional", whose: "optional", anchor: "optional" },
  listed: { lists: "optional", colour: "optional", count: "optional", whose: "optional" },
  example: { id: "required", name: "required", about: "required", citation: "required", given: "required", expect: "required" },
  given: { organisation: "optional", person: "optional", listings: "optional", relations: "optional", records: "optional", decisions: "optional" },
  "example-organisation": { name: "required", kind: "optional", region: "optional", sector: "optional", status: "optional" },
  "example-listing": {
    label: "optional", organisation: "optional", list: "required", decidedOn: "optional", effectiveFrom: "required", publishedFrom: "optional", end: "required", originator: "optional", regions: "optional", fields: "optional",
  },
  "example-relation": { organisation: "required", among: "required" },
  "example-record": { organisation: "optional", type: "required", actedOn: "optional", decidedOn: "optional", fields: "optional", breach: "optional" },
  "example-decision": { measure: "required", listing: "optional", choice: "required", effect: "optional", decidedOn: "required", authority: "required" },
  "example-person": { name: "required" },
  "question-act": {
    act: "required", where: "optional", on: "required", law: "optional", verdict: "required", effects: "optional", measures: "optional", until: "optional", missing: "optional", failed: "optional",
    possible: "optional", favours: "optional", presumed: "optional", amounts: "optional", officeHolders: "optional", readings: "optional", exits: "optional",
  },
  "question-list": { list: "required", on: "required", law: "optional", criteria: "optional", listed: "optional" },
  "question-end": { list: "required", decided: "required", ends: "required", on: "required" },
  "question-exit": { list: "required", since: "required", exit: "required", earliest: "optional", decideBy: "optional", on: "required" },
  "question-exits": { list: "required", since: "optional", exits: "required", on: "required" },
  "question-edition": { list: "required", edition: "required", staleFrom: "required", on: "required" },
  "question-entry": { entry: "required", on: "required", inForce: "optional", issued: "optional", party: "optional", joined: "optional" },
  "question-step": { procedure: "required", step: "required", since: "optional", due: "optional", officers: "optional", superiorConsent: "optional", legalReview: "optional", on: "required" },
  "question-repair": { repair: "required", tier: "required", since: "required", earliest: "optional", latest: "optional", decideBy: "optional", on: "required" },
  "question-record-type": { recordType: "required", since: "required", publishedUntil: "optional", forgottenFrom: "optional", on: "required" },
  "question-working-days": { workingDays: "required", since: "required", due: "required", provisional: "optional", on: "required" },
  "question-grade": { grade: "required", points: "optional", is: "optional", starts: "optional", every: "optional", on: "required" },
  "question-identifier": { identifier: "required", code: "required", valid: "required", refused: "optional", parts: "optional", on: "required" },
  "question-score": { score: "required", events: "required", points: "required", band: "optional", on: "required" },
  "score-event": { rule: "required", tier: "optional", times: "optional" },
  "question-lint": { lint: "required", on: "required", standards: "optional", finds: "optional", lacks: "optional" },
} as const satisfies Record<string, FieldTable>;

export type EntryKind = keyof typeof ENTRY_TABLES;
export const ENTRY_KINDS: readonly string[] = Object.keys(ENTRY_TABLES);

export function isEntryKind(word: string): word is EntryKind {
  return Object.hasOwn(ENTRY_TABLES, word);
}

/** Every field of every shape, by name of the shape: the head common to all entries under `entry`, kinds without it. */
export function lawFields(): Readonly<Record<string, readonly string[]>> {
  const head = Object.keys(HEAD);
  const fields: Record<string, readonly string[]> = { entry: head };
  for (const [kind, table] of Object.entries(ENTRY_TABLES)) fields[kind] = Object.keys(table).filter((name) => !head.includes(name));
  for (const [part, table] of Object.entries(PART_TABLES)) fields[part] = Object.keys(table);
  return fields;
}
