// Assess organisations: what the criteria of the lists propose for each of them on a day, for the offices' worklists. A machine never
// lists: this is what an office may look at.
import type { FileNumber, PlainDate } from "../domain/terms/index.ts";
import { keyOf, organisationOf } from "../domain/register/index.ts";
import { assess, KEEPER, type Assessment } from "../domain/restrictions/index.ts";
import { readClosure } from "./read.ts";
import { today, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

export interface OrganisationAssessed {
  /** As asked for. */
  readonly file: FileNumber;
  readonly region: string | undefined;
  readonly assessments: readonly Assessment[];
}

const FILES_PER_READ = 50;

/** Those for whom some criterion holds, or may hold. */
export async function assessOrganisations(registry: Registry, files: readonly FileNumber[], on: PlainDate = today(registry)): Promise<readonly OrganisationAssessed[]> {
  const statute = registry.rulebook.on(on);
  const assessed: OrganisationAssessed[] = [];
  for (let index = 0; index < files.length; index += FILES_PER_READ) {
    const chunk = files.slice(index, index + FILES_PER_READ);
    const register = await readClosure(registry, chunk.map(keyOf.file));
    const scene = sceneOf(registry, KEEPER, register, statute, on);
    for (const file of chunk) {
      const organisation = organisationOf(register, file);
      const assessments = organisation === undefined ? [] : assess(scene, organisation);
      if (assessments.length > 0) assessed.push({ file, region: organisation?.attributes.region, assessments });
    }
  }
  return assessed;
}
