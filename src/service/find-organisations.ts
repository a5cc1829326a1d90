// Find: organisations by code, name, part of a name in any script, or pinyin; exact first, then beginnings, then insides.
import { parseFileNumber, type FileNumber, type LawId, type Position } from "../domain/terms/index.ts";
import { isPersonIdentifier, levelName, readCode } from "../domain/identity/index.ts";
import { keyOf, organisationOf, type Organisation } from "../domain/register/index.ts";
import type { NameQuery } from "../store/index.ts";
import { readByCodes, readClosure } from "./read.ts";
import { schemesOf, type Registry } from "./registry.ts";

export interface Found {
  readonly file: FileNumber;
  readonly name: string;
  readonly names: readonly string[];
  readonly codes: readonly { readonly scheme: string; readonly value: string }[];
  readonly country: string | null;
  readonly region: string | null;
  readonly by: "file" | "code" | "name" | "part" | "pinyin";
  /** The name that matched, where it is another than the main one. */
  readonly matched: string;
}

export interface FindAnswer {
  readonly text: string;
  readonly found: readonly Found[];
  /** There are more than shown. */
  readonly more: boolean;
  /** The text is a person's number: nothing can be looked up. */
  readonly person: boolean;
  readonly known: Position;
}

export async function findOrganisations(registry: Registry, text: string, limit = 50): Promise<FindAnswer> {
  const known = await registry.ledger.head();
  const empty: FindAnswer = { text, found: [], more: false, person: false, known };
  const file = parseFileNumber(text);
  if (file.ok) return { ...empty, found: await load(registry, [{ file: file.value, text: "", by: "file" }]) };
  const code = readCode(schemesOf(registry), text);
  if (code.ok) return { ...empty, found: await byCode(registry, code.value) };
  if (isPersonIdentifier(schemesOf(registry), text)) return { ...empty, person: true };
  const levelled = levelName(text);
  if (levelled === "") return empty;
  const hits = await matching(registry, levelled, limit);
  return { ...empty, found: await load(registry, hits.slice(0, limit)), more: hits.length > limit };
}

interface NameHit {
  readonly file: FileNumber;
  readonly text: string;
  readonly by: Found["by"];
}

/** Steps from the surest to the loosest; each only while there is room. */
async function matching(registry: Registry, levelled: string, limit: number): Promise<readonly NameHit[]> {
  const steps: readonly { readonly how: NameQuery["how"]; readonly in: NameQuery["in"]; readonly by: Found["by"] }[] = [
    { how: "exact", in: ["levelled"], by: "name" },
    { how: "prefix", in: ["levelled"], by: "part" },
    { how: "inside", in: ["levelled"], by: "part" },
    { how: "prefix", in: ["pinyin", "initials"], by: "pinyin" },
    { how: "inside", in: ["pinyin"], by: "pinyin" },
  ];
  const hits = new Map<FileNumber, NameHit>();
  for (const step of steps) {
    if (hits.size > limit) break;
    for (const row of await registry.ledger.findNames({ text: levelled, how: step.how, in: step.in, limit: limit + 1 })) {
      if (!hits.has(row.file)) hits.set(row.file, { file: row.file, text: row.text, by: step.by });
    }
  }
  return [...hits.values()];
}

async function byCode(registry: Registry, code: { readonly scheme: LawId; readonly value: string }): Promise<readonly Found[]> {
  const register = await readByCodes(registry, [keyOf.code(code.scheme, code.value)]);
  const files = [...register.files.values()].filter((each) => each.codes.some((held) => held.value === code.value && held.scheme === code.scheme));
  return load(registry, files.map((each) => ({ file: each.file, text: code.value, by: "code" })));
}

/** The organisations behind the hits, each once, names of withdrawn batches dropped. */
async function load(registry: Registry, hits: readonly NameHit[]): Promise<readonly Found[]> {
  if (hits.length === 0) return [];
  const register = await readClosure(registry, [...new Set(hits.map((hit) => keyOf.file(hit.file)))]);
  const found = new Map<FileNumber, Found>();
  for (const hit of hits) {
    const organisation = organisationOf(register, hit.file);
    if (organisation === undefined || found.has(organisation.file)) continue;
    if (hit.by !== "file" && hit.by !== "code" && !organisation.names.some((name) => levelName(name.text) === levelName(hit.text))) continue;
    found.set(organisation.file, foundOf(organisation, hit));
  }
  return [...found.values()];
}

function foundOf(organisation: Organisation, hit: NameHit): Found {
  return {
    file: organisation.file, name: organisation.name, names: [...new Set(organisation.names.map((name) => name.text))],
    codes: organisation.codes.map(({ scheme, value }) => ({ scheme, value })), country: organisation.attributes.country ?? null, region: organisation.attributes.region ?? null,
    by: hit.by, matched: hit.text === "" ? organisation.name : hit.text,
  };
}

