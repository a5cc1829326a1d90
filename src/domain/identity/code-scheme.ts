// Code schemes: reads, checks and makes codes by the schemes of the law (law/<body>/identifiers.yaml); knows none itself.
// Public validators for one well-known scheme are known to: refuse every code whose check character is 0 (weighted sum
// divisible by the modulus); demand eight leading digits and so refuse authorities A, N and Y; leave the inner check of
// the organisation code untested. The checker below has none of these: tests R2 to R4.
import { err, ok, type LawId, type Names, type Result } from "../terms/index.ts";
import type { CheckDigit, IdentifierScheme } from "../rules/index.ts";

export interface Code {
  readonly scheme: LawId;
  readonly value: string;
}

export interface CodeProblem {
  readonly code: "code-empty" | "code-length" | "code-characters" | "code-form" | "code-check" | "code-of-person" | "code-unknown" | "code-part-missing";
  readonly message: string;
  readonly remedy: string;
  /** Why the law gives such codes to natural persons, where the scheme says so. */
  readonly why?: Names;
}

/** The code in `text`, under the first organisation scheme it satisfies. INVARIANT: no message repeats what may be a person's number. */
export function readCode(schemes: readonly IdentifierScheme[], text: string): Result<Code, CodeProblem> {
  const value = levelCode(text);
  if (value === "") return err(problem("code-empty", "there is no code", "Write the code, or leave the cell empty where the organisation has none."));
  const failures: CodeProblem[] = [];
  for (const scheme of schemes) {
    if (scheme.of !== "organisation") continue;
    const failure = failureOf(scheme, value);
    if (failure === undefined) return ok({ scheme: scheme.id, value });
    failures.push(failure);
  }
  if (schemes.some((scheme) => scheme.of === "person" && failureOf(scheme, value) === undefined)) {
    return err(problem("code-of-person", "this is a person's identity number; only organisations are registered", "Take the number out of the file and write the organisation's code."));
  }
  const furthest = failures.reduce<CodeProblem | undefined>((best, each) => (best === undefined || FURTHER[each.code] > FURTHER[best.code] ? each : best), undefined);
  return err(furthest ?? problem("code-unknown", "no scheme of codes for organisations is known here", "Hand the row in without a code, or load a law that defines its codes."));
}

/**
 * Does the text hold a person's identity number? A text that is a valid code of an organisation is that code, whatever else it may be.
 * Numbers inside longer text count where the scheme has a check character, otherwise any long number would.
 */
export function isPersonIdentifier(schemes: readonly IdentifierScheme[], text: string): boolean {
  const persons = schemes.filter((scheme) => scheme.of === "person");
  const organisations = schemes.filter((scheme) => scheme.of === "organisation");
  const isOrganisation = (value: string): boolean => organisations.some((scheme) => failureOf(scheme, value) === undefined);
  const whole = levelCode(text);
  if (whole === "" || isOrganisation(whole)) return false;
  if (persons.some((scheme) => failureOf(scheme, whole) === undefined)) return true;
  const checked = persons.filter((scheme) => scheme.checks.length > 0);
  return runsIn(text).some((run) => checked.some((scheme) => failureOf(scheme, run) === undefined) && !isOrganisation(run));
}

/**
 * Builds a valid code: each part by its name in the scheme, written with or without the check characters inside its slice.
 * Parts that are not given are an error, except slices made of check characters alone.
 */
export function makeCode(scheme: IdentifierScheme, parts: Readonly<Record<string, string>>): Result<string, CodeProblem> {
  const checkPlaces = new Set(scheme.checks.map((check) => check.place));
  const characters: string[] = Array.from({ length: scheme.length ?? Math.max(0, ...scheme.parts.map((part) => part.end), ...checkPlaces) }, () => "");
  for (const part of scheme.parts) {
    const free = places(part.start, part.end).filter((place) => !checkPlaces.has(place));
    const given = parts[part.name];
    if (given === undefined) {
      if (free.every((place) => characters[place - 1] !== "")) continue;
      return err(problem("code-part-missing", `the part \`${part.name}\` of the code is not given`, `Give all parts: ${scheme.parts.map(({ name }) => name).join(", ")}.`));
    }
    const value = levelCode(given);
    const filled = value.length === free.length ? free : value.length === part.end - part.start + 1 ? places(part.start, part.end) : undefined;
    if (filled === undefined) return err(problem("code-length", `the part \`${part.name}\` has ${value.length} characters, not ${free.length}`, "Give the part in full, without check characters."));
    filled.forEach((place, index) => {
      characters[place - 1] = value[index] ?? "";
    });
  }
  for (const check of scheme.checks.toSorted((a, b) => a.place - b.place)) {
    const character = checkCharacter(check, characters.join(""));
    if (character === undefined) return err(problem("code-characters", "a part of the code holds a character the scheme does not know", "Use the scheme's own characters."));
    characters[check.place - 1] = character;
  }
  const value = characters.join("");
  const failure = failureOf(scheme, value);
  return failure === undefined ? ok(value) : err(failure);
}

const LEVEL = /^[0-9A-Z]+$/;

/** Upper case, full width made narrow, spaces, hyphens and invisible marks dropped. */
export function levelCode(text: string): string {
  if (LEVEL.test(text)) return text;
  return text.normalize("NFKC").toUpperCase().replace(/[\s\p{Pd}\p{Cf}_]+/gu, "");
}

/** How far a text came: the message of the scheme it comes nearest to is the one worth showing. */
const FURTHER: Readonly<Record<CodeProblem["code"], number>> = {
  "code-empty": 0, "code-unknown": 0, "code-part-missing": 0, "code-length": 1, "code-characters": 2, "code-form": 3, "code-check": 4, "code-of-person": 5,
};

function failureOf(scheme: IdentifierScheme, value: string): CodeProblem | undefined {
  const name = scheme.names.en;
  if (scheme.length !== undefined && value.length !== scheme.length) {
    return problem("code-length", `the code has ${value.length} characters; ${name} has ${scheme.length}`, "Copy the code again from the organisation's registration.");
  }
  const { alphabet } = scheme;
  if (alphabet !== undefined && !isWrittenIn(alphabet, value)) {
    return problem("code-characters", `the code holds a character that ${name} does not use`, "Letters that look like digits are a common slip: copy the code again.");
  }
  if (scheme.form !== undefined && !expression(`^(?:${scheme.form})$`).test(value)) {
    return problem("code-form", `the code does not have the form of ${name}`, "Copy the code again from the organisation's registration.");
  }
  for (const check of scheme.checks) {
    const character = checkCharacter(check, value);
    if (character === undefined || character !== value[check.place - 1]) {
      return problem("code-check", `the check character \`${check.name}\` of ${name} does not match`, "One character is wrong or two have changed places: copy the code again.");
    }
  }
  const refused = scheme.refused.find(({ form }) => expression(`^(?:${form})`).test(value));
  if (refused !== undefined) {
    return { ...problem("code-of-person", `such a code belongs to a natural person in law: ${refused.why.en}`, "Take the row out of the file; people are not registered."), why: refused.why };
  }
  return undefined;
}

function isWrittenIn(alphabet: string, value: string): boolean {
  for (const character of value) if (!alphabet.includes(character)) return false;
  return true;
}

/** Forms stand in the law: there are a few, and each is asked of every code. */
const expressions = new Map<string, RegExp>();

function expression(source: string): RegExp {
  const known = expressions.get(source);
  if (known !== undefined) return known;
  const made = new RegExp(source, "u");
  expressions.set(source, made);
  return made;
}

/** The check character the covered characters ask for; undefined where one of them has no value. */
function checkCharacter(check: CheckDigit, value: string): string | undefined {
  let sum = 0;
  for (let place = check.start; place <= check.end; place += 1) {
    const character = value[place - 1];
    const worth = character === undefined || character === "" ? -1 : check.values.indexOf(character);
    if (worth < 0) return undefined;
    sum += worth * (check.weights[place - check.start] ?? 0);
  }
  const remainder = sum % check.modulus;
  return check.characters[(check.complement ? check.modulus - remainder : remainder) % check.modulus];
}

/** Runs of letters and digits in running text, and such runs joined over single spaces and hyphens between digits. */
function runsIn(text: string): readonly string[] {
  const levelled = text.normalize("NFKC").toUpperCase();
  const apart = levelled.match(/[0-9A-Z]+/gu) ?? [];
  const joined = levelled.match(/[0-9](?:[\s\p{Pd}]?[0-9])*(?:[\s\p{Pd}]?X(?![A-Z0-9]))?/gu) ?? [];
  return [...apart, ...joined.map(levelCode)];
}

function places(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}

function problem(code: CodeProblem["code"], message: string, remedy: string): CodeProblem {
  return { code, message, remedy };
}
