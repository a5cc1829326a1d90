// Register lookup: which organisation ORG means (design.md 6): a file number, a code, or a name that equals that of exactly one
// organisation once levelled, never a part of one. Pure: looks only among the organisations it is given.
import { err, ok, parseFileNumber, type FileNumber, type Result } from "../terms/index.ts";
import type { IdentifierScheme } from "../rules/index.ts";
import { isPersonIdentifier, readCode, type Code } from "./code-scheme.ts";
import { levelledAlternates } from "./level-name.ts";

export interface Lookup {
  readonly schemes: readonly IdentifierScheme[];
  readonly organisations: readonly OrganisationNamed[];
}

export interface OrganisationNamed {
  readonly file: FileNumber;
  /** All names it goes by: main, former, aliases, in local writing. */
  readonly names: readonly string[];
  readonly codes: readonly Code[];
}

export type Resolution =
  | { readonly kind: "file"; readonly file: FileNumber }
  /** A valid code that none of them carries. */
  | { readonly kind: "code"; readonly code: Code };

export interface LookupProblem {
  readonly code: "organisation-not-found" | "organisation-ambiguous" | "not-an-organisation";
  readonly message: string;
  readonly remedy: string;
  readonly candidates: readonly { readonly file: FileNumber; readonly name: string }[];
}

const CANDIDATES_MAX = 10;

export function resolveOrganisation(text: string, lookup: Lookup): Result<Resolution, LookupProblem> {
  const file = parseFileNumber(text);
  if (file.ok) return byFile(file.value, lookup);
  const code = readCode(lookup.schemes, text);
  if (code.ok) {
    const holder = lookup.organisations.find(({ codes }) => codes.some((held) => held.scheme === code.value.scheme && held.value === code.value.value));
    return ok(holder === undefined ? { kind: "code", code: code.value } : { kind: "file", file: holder.file });
  }
  if (isPersonIdentifier(lookup.schemes, text)) {
    return problem("not-an-organisation", "this is a person's identity number; only organisations are registered here", "Give an organisation's code, name or file number.", []);
  }
  return byName(text, lookup);
}

function byFile(file: FileNumber, { organisations }: Lookup): Result<Resolution, LookupProblem> {
  if (organisations.some((each) => each.file === file)) return ok({ kind: "file", file });
  return problem("organisation-not-found", `no organisation has the file number \`${file}\``, "Search by name or code with `find`.", []);
}

function byName(text: string, { organisations }: Lookup): Result<Resolution, LookupProblem> {
  const asked = new Set(levelledAlternates(text).filter((form) => form !== ""));
  const bearers = organisations.filter(({ names }) => names.some((name) => levelledAlternates(name).some((form) => asked.has(form))));
  const [only] = bearers;
  if (only !== undefined && bearers.length === 1) return ok({ kind: "file", file: only.file });
  if (bearers.length > 1) return problem("organisation-ambiguous", `\`${text}\` is the name of ${bearers.length} organisations`, "Give the file number or code of the one you mean.", bearers);
  const near = organisations.filter(({ names }) => names.some((name) => levelledAlternates(name).some((form) => [...asked].some((part) => form.includes(part)))));
  return problem("organisation-not-found", `no organisation is called exactly \`${text}\``, near.length === 0 ? "Search with `find`; part of a name is enough there." : "A part of a name is not enough here; did you mean one of these?", near);
}

function problem(code: LookupProblem["code"], message: string, remedy: string, near: readonly OrganisationNamed[]): Result<Resolution, LookupProblem> {
  return err({ code, message, remedy, candidates: near.slice(0, CANDIDATES_MAX).map(({ file, names }) => ({ file, name: names[0] ?? file })) });
}
