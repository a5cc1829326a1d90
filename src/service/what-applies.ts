// What applies: which lists, memoranda, gradings and yearly duties of the law are about an organisation, what would get it onto each list and what
// keeps it off, at the three clocks. What the asker may not see plays no part.
import { err, ok, type Result } from "../domain/terms/index.ts";
import { whatApplies, type AnsweredOrganisation, type AsOf, type Asker, type WhatApplies } from "../domain/restrictions/index.ts";
import { readClocks, type ClocksAsked } from "./clocks.ts";
import { organisationAsked } from "./organisation-asked.ts";
import { problem, type Problem } from "./problem.ts";
import { workdaysOf, type Registry } from "./registry.ts";

export interface AppliesRequest extends ClocksAsked {
  readonly organisation: string;
}

export interface OrganisationApplies extends WhatApplies {
  readonly organisation: AnsweredOrganisation;
  /** What the law goes by; null where nobody stated it. */
  readonly region: string | null;
  readonly sector: string | null;
  readonly legalForm: string | null;
  readonly asOf: AsOf;
}

/** Everything of the law that is about the organisation. */
export async function lawThatApplies(registry: Registry, asker: Asker, request: AppliesRequest): Promise<Result<OrganisationApplies, Problem>> {
  const clocks = await readClocks(registry, request);
  if (!clocks.ok) return clocks;
  const found = await organisationAsked(registry, asker, request.organisation, clocks.value);
  if (!found.ok) return found;
  const { answered, asking: { scene, organisation }, asOf } = found.value;
  if (!answered.onFile) return err(problem("organisation-not-found", `\`${request.organisation}\` is a valid code, but no organisation on this register has it`, "What applies follows from what is on file: name an organisation of this register."));
  const { region, sector, legalForm } = organisation.attributes;
  return ok({ organisation: answered, region: region ?? null, sector: sector ?? null, legalForm: legalForm ?? null, ...whatApplies({ scene, organisation }, workdaysOf(registry)), asOf });
}
