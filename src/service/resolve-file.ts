// Resolve: which organisation ORG means: a file number, a code, or a name that equals exactly one organisation's (design.md 6).
import { err, ok, parseFileNumber, type FileNumber, type LawId, type Position, type Result } from "../domain/terms/index.ts";
import { isPersonIdentifier, levelName, readCode } from "../domain/identity/index.ts";
import { joinedFiles, keyOf, mainName, type Register } from "../domain/register/index.ts";
import { problem, type Problem } from "./problem.ts";
import { readByCodes, readClosure } from "./read.ts";
import { schemesOf, type Registry } from "./registry.ts";

export type Resolved =
  | { readonly kind: "file"; readonly file: FileNumber }
  /** A valid code nobody has handed in: such an organisation is clear, and not on file. */
  | { readonly kind: "code"; readonly scheme: LawId; readonly value: string };

const CANDIDATES_MAX = 10;

/** @param keys is given the keys of the ledger that were read by, where the organisation is named by a file number or a code */
export async function resolveFile(registry: Registry, text: string, upTo?: Position, keys?: Set<string>): Promise<Result<Resolved, Problem>> {
  const file = parseFileNumber(text);
  if (file.ok) return byFile(registry, file.value, upTo, keys);
  const code = readCode(schemesOf(registry), text);
  if (code.ok) return byCode(registry, code.value, upTo, keys);
  if (isPersonIdentifier(schemesOf(registry), text)) {
    return err(problem("not-an-organisation", "this is a person's identity number; only organisations are registered here, and nobody can be looked up", "Give an organisation's code, name or file number."));
  }
  return byName(registry, text, upTo);
}

async function byFile(registry: Registry, file: FileNumber, upTo: Position | undefined, keys: Set<string> | undefined): Promise<Result<Resolved, Problem>> {
  const register = await readClosure(registry, [keyOf.file(file)], upTo, keys);
  if (!register.files.has(file)) return err(problem("organisation-not-found", `no organisation has the file number \`${file}\``, "Search by name or code with `find`.", { facts: { kind: "file", file } }));
  return ok({ kind: "file", file: oldest(register, file) });
}

async function byCode(registry: Registry, code: { readonly scheme: LawId; readonly value: string }, upTo: Position | undefined, keys: Set<string> | undefined): Promise<Result<Resolved, Problem>> {
  const register = await readByCodes(registry, [keyOf.code(code.scheme, code.value)], upTo, keys);
  const holder = [...register.files.values()].find((each) => each.codes.some((held) => held.scheme === code.scheme && held.value === code.value));
  return ok(holder === undefined ? { kind: "code", ...code } : { kind: "file", file: oldest(register, holder.file) });
}

async function byName(registry: Registry, text: string, upTo: Position | undefined): Promise<Result<Resolved, Problem>> {
  const levelled = levelName(text);
  const rows = levelled === "" ? [] : await registry.ledger.findNames({ text: levelled, how: "exact", in: ["levelled"], limit: 200 });
  const register = await readClosure(registry, [...new Set(rows.map((row) => row.file))].map(keyOf.file), upTo);
  const holders = [...register.files.values()].filter((file) => file.names.some((name) => levelName(name.text) === levelled));
  const files = [...new Set(holders.map((holder) => oldest(register, holder.file)))];
  const [only] = files;
  if (only !== undefined && files.length === 1) return ok({ kind: "file", file: only });
  if (files.length > 1) {
    return err(problem("organisation-ambiguous", `\`${text}\` is the name of ${files.length} organisations`, "Give the file number or code of the one you mean.", { candidates: candidates(register, files), facts: { kind: "names", name: text, count: files.length } }));
  }
  const near = levelled === "" ? [] : await registry.ledger.findNames({ text: levelled, how: "inside", in: ["levelled"], limit: CANDIDATES_MAX });
  const others = await readClosure(registry, [...new Set(near.map((row) => row.file))].map(keyOf.file), upTo);
  const nearby = candidates(others, [...new Set(near.filter((row) => others.files.get(row.file)?.names.some((name) => levelName(name.text) === levelName(row.text)) === true).map((row) => oldest(others, row.file)))]);
  return err(problem("organisation-not-found", `no organisation is called exactly \`${text}\``, nearby.length === 0 ? "Search with `find`; part of a name is enough there." : "A part of a name is not enough here; did you mean one of these?", { candidates: nearby, facts: { kind: "name", name: text, near: nearby.length > 0 } }));
}

function oldest(register: Register, file: FileNumber): FileNumber {
  const files = joinedFiles(register, file).flatMap((number) => register.files.get(number) ?? []);
  return files.reduce((first, each) => (each.registeredAt < first.registeredAt ? each : first), files[0] ?? { file, registeredAt: Number.MAX_SAFE_INTEGER }).file;
}

function candidates(register: Register, files: readonly FileNumber[]): readonly { readonly file: FileNumber; readonly name: string }[] {
  return files.slice(0, CANDIDATES_MAX).map((file) => {
    const onFile = register.files.get(file);
    return { file, name: onFile === undefined ? file : mainName(onFile) };
  });
}
