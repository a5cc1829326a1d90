// Organisation asked: whom a question is about, read from the ledger as known at a position, and what this asker may see of it. Every verb
// that derives an answer about one organisation begins here.
import { err, ok, type FileNumber, type LawId, type Position, type Result } from "../domain/terms/index.ts";
import type { Statute } from "../domain/rules/index.ts";
import { organisationOf, type Organisation, type Register } from "../domain/register/index.ts";
import type { AnsweredOrganisation, AsOf, Asker, Asking } from "../domain/restrictions/index.ts";
import type { Clocks } from "./clocks.ts";
import { problem, type Problem } from "./problem.ts";
import { editionsOn, readOrganisation } from "./read.ts";
import { calendarOf, type Registry } from "./registry.ts";
import { resolveFile } from "./resolve-file.ts";
import { sceneOf } from "./scene.ts";

export interface OrganisationAsked {
  readonly answered: AnsweredOrganisation;
  readonly asking: Asking;
  readonly asOf: AsOf;
  /** The keys of the ledger it was read by. */
  readonly keys: ReadonlySet<string>;
}

/** @param asked the lists whose editions an answer may rest on; default all of the statute book */
export async function organisationAsked(registry: Registry, asker: Asker, text: string, { on, law, known }: Clocks, asked?: readonly LawId[]): Promise<Result<OrganisationAsked, Problem>> {
  const statute = registry.rulebook.on(law);
  const lists = asked ?? statute.all("list").map(({ id }) => id);
  const [keys, likelyKeys] = [new Set<string>(), new Set<string>()];
  const likely = registry.index?.likelyFile(text);
  // Whom the index had under this text is read while it is found out whether that still holds.
  const [resolved, likelyRead] = await Promise.all([resolveFile(registry, text, known, keys), likely === undefined ? undefined : readOrganisation(registry, likely, lists, known, likelyKeys)]);
  if (!resolved.ok) return resolved;
  const askedOf = (register: Register, newest: Register, organisation: Organisation, named: AnsweredOrganisation): OrganisationAsked => ({
    answered: named,
    asking: { scene: sceneOf(registry, asker, register, statute, on, newest), organisation, find: (file) => organisationOf(register, file), calendar: calendarOf(registry) },
    asOf: { on, law, known, rulebook: registry.rulebook.hash, by: "derive", editions: editionsOn(register, openLists(statute, asker, lists), on) }, keys,
  });
  if (resolved.value.kind === "code") {
    const { scheme, value } = resolved.value;
    const { register } = await readOrganisation(registry, "" as FileNumber, lists, known, keys);
    const nobody: Organisation = { file: "" as FileNumber, files: [], name: value, names: [], codes: [], attributes: {}, listings: [], records: [] };
    return ok(askedOf(register, register, nobody, { file: null, name: null, codes: [{ scheme, value }], onFile: false }));
  }
  const isLikely = likelyRead !== undefined && resolved.value.file === likely;
  if (isLikely) for (const key of likelyKeys) keys.add(key);
  const { register, organisation } = isLikely ? likelyRead : await readOrganisation(registry, resolved.value.file, lists, known, keys);
  if (organisation === undefined) return err(problem("organisation-not-found", `file \`${resolved.value.file}\` was not on the register at position ${known}`, "Ask at a later position, or leave out --known."));
  const newest = await newestFor(registry, asker, resolved.value.file, lists, known, register);
  if (!newest.files.has(organisation.file)) return err(goneSince(organisation.file));
  return ok(askedOf(register, newest, organisation, answered(organisation)));
}

/** Who was on file then and is not now, because all that told of it was taken back, is nobody to the public, whatever position is asked about. */
export function goneSince(file: FileNumber): Problem {
  return problem("organisation-not-found", `no organisation has the file number \`${file}\``, "Search by name or code with `find`.", { facts: { kind: "file", file } });
}

/** Those of the lists of whose editions the asker may know. */
export function openLists(statute: Statute, asker: Asker, lists: readonly LawId[]): readonly LawId[] {
  return asker.kind === "keeper" ? lists : lists.filter((id) => statute.get("list", id)?.published === true);
}

/** What the public may see is settled by the register of now, whatever position is asked about. */
export async function newestFor(registry: Registry, asker: Asker, file: FileNumber, lists: readonly LawId[], known: Position, register: Register): Promise<Register> {
  if (asker.kind === "keeper" || registry.publishedAsKnown === true) return register;
  const newest = (await registry.index?.newest()) ?? (await registry.ledger.head());
  return known === newest ? register : (await readOrganisation(registry, file, lists, newest)).register;
}

/** An organisation as an answer names it. */
export function answered(organisation: Organisation): AnsweredOrganisation {
  return { file: organisation.file, name: organisation.name, codes: organisation.codes.map(({ scheme, value }) => ({ scheme, value })), onFile: true };
}
