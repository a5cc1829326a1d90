// Questions of worked examples about single values of the law: is an entry law, which grade do points give, is a code a code, what do
// the rows of a point scheme come to, what does the linter find.
import type { PlainDate, Truth } from "../terms/index.ts";
import type { Entry, ExampleQuestion, Interval, Memorandum } from "../rules/index.ts";
import { isPersonIdentifier, levelCode, readCode } from "../identity/index.ts";
import { Differences } from "./run-example-differences.ts";
import type { ExampleRoom } from "./run-example.ts";
import { gradeOf, scoreOf, tierOf } from "./score.ts";

type Of<K extends ExampleQuestion["kind"]> = Extract<ExampleQuestion, { readonly kind: K }>;

export function askEntry({ rulebook }: ExampleRoom, question: Of<"entry">): readonly string[] {
  const { on, party } = question;
  const entry = rulebook.find(question.entry);
  return new Differences()
    .compare("in force", question.inForce, rulebook.on(on).find(question.entry) !== undefined)
    .compare("issued", question.issued, isBy(issuedOn(entry), on))
    .compare(`${party ?? ""} is bound`, question.joined, party === undefined || entry?.kind !== "memorandum" ? "false" : joined(entry, party, on))
    .found;
}

/** The day an instrument was issued, or a memorandum signed. */
function issuedOn(entry: Entry | undefined): PlainDate | undefined {
  return entry?.kind === "instrument" ? entry.issuedOn : entry?.kind === "memorandum" ? entry.signedOn : undefined;
}

function isBy(day: PlainDate | undefined, on: PlainDate): boolean {
  return day !== undefined && day <= on;
}

function joined({ parties }: Memorandum, authority: string, on: PlainDate): Truth {
  const party = parties.find((each) => each.authority === authority);
  if (party === undefined || on < party.sinceEarliest) return "false";
  return on < party.sinceLatest ? "unknown" : "true";
}

export function askGrade({ rulebook }: ExampleRoom, question: Of<"grade">): readonly string[] {
  const scheme = rulebook.on(question.on).get("grade", question.grade);
  if (scheme === undefined) return [`${question.grade} is not in force on ${question.on}`];
  return new Differences()
    .compare("grade", question.is, question.points === undefined ? undefined : (gradeOf(scheme.grades, question.points)?.value ?? "none"))
    .compare("starts", question.starts?.map(String), scheme.starts.map(String))
    .compare("given every", question.every === undefined ? undefined : printedInterval(question.every), scheme.every === undefined ? undefined : printedInterval(scheme.every))
    .found;
}

function printedInterval({ count, unit }: Interval): string {
  return `${count} ${unit === "workingDays" ? "working days" : unit}`;
}

/** A code of a person is valid where it satisfies its scheme, and refused all the same. */
export function askIdentifier({ rulebook }: ExampleRoom, question: Of<"identifier">): readonly string[] {
  const scheme = rulebook.on(question.on).get("identifier", question.identifier);
  if (scheme === undefined) return [`${question.identifier} is not in force on ${question.on}`];
  const read = readCode([scheme], question.code);
  const ofPerson = scheme.of === "person" ? isPersonIdentifier([scheme], question.code) : !read.ok && read.error.code === "code-of-person";
  const differences = new Differences().compare("valid", question.valid, read.ok || (scheme.of === "person" && ofPerson)).compare("refused as a person's", question.refused, ofPerson);
  const value = levelCode(question.code);
  for (const [name, expected] of Object.entries(question.parts ?? {})) {
    const part = scheme.parts.find((each) => each.name === name);
    differences.compare(name, expected, part === undefined ? undefined : value.slice(part.start - 1, part.end));
  }
  return differences.found;
}

export function askScore({ rulebook }: ExampleRoom, question: Of<"score">): readonly string[] {
  const statute = rulebook.on(question.on);
  const scheme = statute.get("score-scheme", question.score);
  if (scheme === undefined) return [`${question.score} is not in force on ${question.on}`];
  const rules = statute.all("score-rule").filter((rule) => rule.scheme === scheme.id);
  const astray = question.events.filter((event) => rules.every((rule) => rule.id !== event.rule || tierOf(rule, event) === undefined));
  if (astray.length > 0) return astray.map(({ rule, tier }) => `${scheme.id} has no row ${rule}${tier === undefined ? " with one tier" : ` with the tier \`${tier}\``} on ${question.on}`);
  const score = scoreOf(scheme, rules, question.events);
  return new Differences().compare("points", question.points, score.points).compare("band", question.band, score.band?.value ?? "none").found;
}

export function askLint({ rulebook, lint }: ExampleRoom, { lint: entry, on, standards = on, finds, lacks }: Of<"lint">): readonly string[] {
  if (lint === undefined) return ["the linter is not at hand"];
  const found = new Set<string>(lint(rulebook, { on, standards }).filter((finding) => finding.entry === entry).map((finding) => finding.rule));
  return [
    ...(finds ?? []).filter((rule) => !found.has(rule)).map((rule) => `the linter does not find ${rule}`),
    ...(lacks ?? []).filter((rule) => found.has(rule)).map((rule) => `the linter finds ${rule}`),
  ];
}
