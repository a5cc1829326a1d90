// Authorities measured, as the page shows them: the scoreboard with where in the law each limit comes from.
import type { Procedure, Step } from "../../domain/rules/index.ts";
import { addDays, type Registry, type Scoreboard } from "../../service/index.ts";
import type { AuthoritiesModel } from "../portal/index.ts";

export function authoritiesModel(registry: Registry, scoreboard: Scoreboard): AuthoritiesModel {
  const { from, until, on, whole, authorities } = scoreboard;
  return {
    from, until, lastDay: addDays(until, -1), on, whole, limits: limitsOf(registry, scoreboard),
    authorities: authorities.map(({ authority, figures, releases, offices }) => ({ authority, figures, releases, offices: offices.map(({ office, figures: own }) => ({ names: office?.names ?? null, figures: own })) })),
  };
}

/** The procedures in force some day of the span that time such a step; drafts and rules about persons are none. */
function limitsOf({ rulebook }: Registry, { from, until }: Scoreboard): AuthoritiesModel["limits"] {
  const procedures = rulebook.all("procedure").filter((procedure) => procedure.draft !== true && (procedure.from ?? "") < until && (procedure.until === undefined || procedure.until > from));
  const timed = (purposes: readonly Procedure["purpose"][], kinds: readonly Step["kind"][]): readonly string[] =>
    procedures.filter(({ purpose, steps }) => purposes.includes(purpose) && steps.some(({ value }) => value.some((step) => kinds.includes(step.kind) && step.by === "office" && step.within !== undefined))).map(({ id }) => id);
  const answers: readonly Step["kind"][] = ["decision", "review", "verification"];
  return {
    notice: timed(["listing"], ["notice"]), service: timed(["listing"], ["service"]), decision: timed(["listing"], ["decision"]), publication: timed(["listing", "publicity"], ["publication"]),
    objection: timed(["objection"], answers), repair: timed(["repair", "removal"], answers), release: timed(["release"], ["acknowledgement"]),
  };
}
