// Restrictions of one organisation: all that binds it on a day, by measure: each effect once with the acts it touches, what an office may
// still decide, what favours it, what nobody can say, with reasons and ways out. What `standing` says by act, read the other way.
import { ok, type Result } from "../domain/terms/index.ts";
import { allThatBinds, type AllThatBinds, type AnsweredOrganisation, type AsOf, type Asker } from "../domain/restrictions/index.ts";
import { readClocks, type ClocksAsked } from "./clocks.ts";
import { organisationAsked } from "./organisation-asked.ts";
import type { Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface RestrictionsRequest extends ClocksAsked {
  readonly organisation: string;
}

export interface Restrictions extends AllThatBinds {
  readonly organisation: AnsweredOrganisation;
  readonly asOf: AsOf;
}

/** All that binds the organisation, may bind it, or favours it. */
export async function restrictionsOf(registry: Registry, asker: Asker, request: RestrictionsRequest): Promise<Result<Restrictions, Problem>> {
  const clocks = await readClocks(registry, request);
  if (!clocks.ok) return clocks;
  const found = await organisationAsked(registry, asker, request.organisation, clocks.value);
  if (!found.ok) return found;
  const { answered, asking, asOf } = found.value;
  return ok({ organisation: answered, ...allThatBinds(asking), asOf });
}
