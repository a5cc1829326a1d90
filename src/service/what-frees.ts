// What frees: which listings and records would have to go for an organisation to be clear for an act, and what ends each of them. Supposed
// and derived again; nothing is stored.
import { ok, type Result } from "../domain/terms/index.ts";
import { freeing, type AnsweredOrganisation, type AsOf, type Asker, type Freeing } from "../domain/restrictions/index.ts";
import { listsOf, readQuestion, resolveWhere, type CheckRequest } from "./check-organisation.ts";
import { organisationAsked } from "./organisation-asked.ts";
import type { Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface FreeingRequest extends Omit<CheckRequest, "explain" | "rulebook"> {
  /** As if what goes had never been; default: it ends on the day asked about. */
  readonly never?: boolean;
}

export interface WhatFrees extends Freeing {
  readonly organisation: AnsweredOrganisation;
  readonly act: string;
  readonly gone: "ended" | "never";
  readonly asOf: AsOf;
}

/** The smallest sets whose end frees the organisation for the act. */
export async function whatFrees(registry: Registry, asker: Asker, request: FreeingRequest): Promise<Result<WhatFrees, Problem>> {
  const asked = await readQuestion(registry, request);
  if (!asked.ok) return asked;
  const { act, statute } = asked.value;
  const where = await resolveWhere(registry, statute, act, asked.value.where);
  if (!where.ok) return where;
  const found = await organisationAsked(registry, asker, request.organisation, asked.value, listsOf(statute, act.id));
  if (!found.ok) return found;
  const { answered, asking, asOf } = found.value;
  const gone = request.never === true ? "never" : "ended";
  return ok({ organisation: answered, act: where.value.text === undefined ? act.id : `${act.id}@${where.value.text}`, gone, ...freeing({ ...asking, act, where: where.value, gone }), asOf });
}
