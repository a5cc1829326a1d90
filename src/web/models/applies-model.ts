// What applies to page: each list with its state and its conditions, the memoranda, gradings and duties, by the names of the law.
import type { DutyThatApplies, ListThatApplies, Looked } from "../../domain/restrictions/index.ts";
import type { LawId } from "../../domain/terms/index.ts";
import type { OrganisationApplies, Registry } from "../../service/index.ts";
import type { AppliesDuty, AppliesList, AppliesModel, CriterionLine } from "../portal/index.ts";
import { termNames } from "./frame.ts";
import { criterionLine } from "./preflight-model.ts";

export function appliesModel(registry: Registry, found: OrganisationApplies, organisation: AppliesModel["organisation"]): AppliesModel {
  const { region, sector, legalForm, lists, memoranda, gradings, duties } = found;
  return {
    organisation, memoranda,
    ...namedAs("region", termNames(registry, "region", region ?? undefined)), ...namedAs("sector", termNames(registry, "sector", sector ?? undefined)), ...namedAs("legalForm", termNames(registry, "legal-form", legalForm ?? undefined)),
    lists: lists.map((list) => listView(registry, list)).toSorted((a, b) => ORDER[a.state] - ORDER[b.state]),
    gradings: gradings.map(({ grading, owner, grade }) => ({ grading, owner, ...(grade === undefined ? {} : { grade: { names: grade.names ?? { en: grade.value }, ...(grade.since === undefined ? {} : { since: grade.since }) } }) })),
    duties: duties.map((duty) => dutyView(registry, duty)),
  };
}

function namedAs<K extends "region" | "sector" | "legalForm">(key: K, names: AppliesModel[K] | undefined): Pick<AppliesModel, K> | object {
  return names === undefined ? {} : { [key]: names };
}

/** What is so now first, then what may be, then what is not. */
const ORDER: Readonly<Record<AppliesList["state"], number>> = { on: 0, lost: 1, met: 2, unknown: 3, notMet: 4, notStated: 5 };

function listView(registry: Registry, { list, owner, colour, scope, government, on, by, looked, lostWhen }: ListThatApplies): AppliesList {
  return { list, owner, colour, government, by, scopeMissing: scope.missing, state: stateOf(on, looked, lostWhen), criteria: linesOf(registry, list, looked), lostWhen: linesOf(registry, list, lostWhen) };
}

function stateOf(on: boolean, looked: Looked | undefined, lostWhen: Looked | undefined): AppliesList["state"] {
  if (on) return "on";
  if (lostWhen?.truth === "true") return "lost";
  if (looked === undefined) return "notStated";
  return looked.truth === "true" ? "met" : looked.truth === "unknown" ? "unknown" : "notMet";
}

function linesOf(registry: Registry, list: LawId, looked: Looked | undefined): readonly CriterionLine[] {
  return looked?.results.map((result) => criterionLine(registry, result, list)) ?? [];
}

function dutyView(registry: Registry, { procedure, binds, results, foundedUnknown, list, due }: DutyThatApplies): AppliesDuty {
  const state: AppliesDuty["state"] = due === undefined ? (binds === "true" ? "binds" : binds === "unknown" ? "unknown" : "notBound") : due.fulfilledOn !== undefined ? "done" : due.missed ? "missed" : "owed";
  return {
    procedure, state, foundedUnknown: foundedUnknown && binds === "unknown", criteria: results.map((result) => criterionLine(registry, result)), ...(list === undefined ? {} : { list }),
    ...(due === undefined ? {} : { year: due.year, lastDay: { day: due.lastDay, provisional: false } }), ...(due?.fulfilledOn === undefined ? {} : { doneOn: due.fulfilledOn }),
  };
}
