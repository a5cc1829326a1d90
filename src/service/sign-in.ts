// Sign-in: who there is to sign in as: the offices of the register with their posts, and organisations on file. Whether somebody may do
// something is asked when it is done (domain/cases/powers.ts), never here.
import { err, ok, parseFileNumber, type FileNumber, type LawId, type Names, type Result } from "../domain/terms/index.ts";
import { levelName } from "../domain/identity/index.ts";
import { joinedFiles, keyOf, mainName } from "../domain/register/index.ts";
import { postsOf } from "./asking.ts";
import { readOffices } from "./case-ground.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";
import { resolveFile } from "./resolve-file.ts";

/** An office with the posts that act for it, by id; none where the law names none. */
export interface OfficeWithPosts {
  readonly file: FileNumber;
  readonly names: Names;
  readonly authority: LawId;
  readonly region: string | null;
  readonly superior: FileNumber | null;
  readonly posts: readonly { readonly id: string; readonly names: Names }[];
}

/** Every office that has been opened, in the order of their file numbers. */
export async function officesWithPosts(registry: Registry): Promise<readonly OfficeWithPosts[]> {
  const offices = await readOffices(registry);
  return [...offices.values()].map((office) => ({
    file: office.file, names: office.names, authority: office.authority, region: office.region ?? null, superior: office.superior ?? null, posts: postsOf(registry, office),
  })).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The one office of a file number. */
export async function officeWithPosts(registry: Registry, file: string): Promise<OfficeWithPosts | undefined> {
  return (await officesWithPosts(registry)).find((office) => office.file === file);
}

/**
 * The organisation a file number, code or whole name means, if it is on file, by the very file that was named: where files were taken for one
 * organisation that are not, whoever comes by one of them must not leave by another.
 */
export async function organisationOnFile(registry: Registry, text: string): Promise<Result<{ readonly file: FileNumber; readonly name: string }, Problem>> {
  const resolved = await resolveFile(registry, text);
  if (!resolved.ok) return resolved;
  if (resolved.value.kind === "code") return err(problem("organisation-not-found", `no organisation with the code \`${resolved.value.value}\` is on file`, "Search by name or code with `find`.", { facts: { kind: "code", code: resolved.value.value } }));
  const register = await readClosure(registry, [keyOf.file(resolved.value.file)]);
  const files = joinedFiles(register, resolved.value.file).flatMap((file) => register.files.get(file) ?? []);
  const asked = text.trim().toUpperCase();
  const found = files.find(({ file }) => file === asked) ?? files.find(({ codes }) => codes.some(({ value }) => value === asked)) ?? files.find(({ names }) => names.some((name) => levelName(name.text) === levelName(text))) ?? register.files.get(resolved.value.file);
  return ok({ file: found?.file ?? resolved.value.file, name: found === undefined ? resolved.value.file : mainName(found) });
}

/** The same of a file number that was looked up before; undefined where it is no longer on file. */
export async function organisationOfFile(registry: Registry, text: string): Promise<{ readonly file: FileNumber; readonly name: string } | undefined> {
  const file = parseFileNumber(text);
  if (!file.ok) return undefined;
  const register = await readClosure(registry, [keyOf.file(file.value)]);
  const found = register.files.get(file.value);
  return found === undefined ? undefined : { file: found.file, name: mainName(found) };
}
