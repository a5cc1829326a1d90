// Standings: who several organisations are and where they stand in each act, read together. For pages that show many in a row.
import type { FileNumber, PlainDate, Position } from "../domain/terms/index.ts";
import { keyOf, organisationOf } from "../domain/register/index.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";
import { actsStanding, whoItIs, type Standing } from "./standing.ts";

export type BriefStanding = Pick<Standing, "organisation" | "acts">;

export interface StandingsRequest {
  readonly files: readonly FileNumber[];
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
}

/** By file number, as `standingOf` has it; a file that was not on the register at that position is left out. */
export async function standingsOf(registry: Registry, asker: Asker, { files, on, law, known }: StandingsRequest): Promise<ReadonlyMap<FileNumber, BriefStanding>> {
  const statute = registry.rulebook.on(law);
  const keys = [...files.map(keyOf.file), ...statute.all("list").map(({ id }) => keyOf.edition(id))];
  const register = await readClosure(registry, keys, known);
  const newest = asker.kind === "keeper" || registry.publishedAsKnown === true || known === (await registry.ledger.head()) ? register : await readClosure(registry, keys);
  const scene = sceneOf(registry, asker, register, statute, on, newest);
  return new Map(files.flatMap((file) => {
    const organisation = organisationOf(register, file);
    // Who is on file no more is left out for the public, whatever position is asked about.
    return organisation === undefined || !newest.files.has(organisation.file) ? [] : [[file, { organisation: whoItIs(registry, asker, register, organisation), acts: actsStanding(registry, scene, organisation).map(({ standing }) => standing) }] as const];
  }));
}
