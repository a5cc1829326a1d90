// Measures of the year: what the law leaves to an office after a listing, decided for some; what was decided is carried out, and reported.
import { addDays, covers, later, type PlainDate } from "../domain/terms/index.ts";
import { valueOn } from "../domain/rules/index.ts";
import type { Bodies } from "../domain/events/index.ts";
import { answerMeasures, type MeasureAnswer } from "../service/index.ts";
import type { ListingInHand } from "./case-steps.ts";
import { officeFor } from "./ground.ts";
import type { Model } from "./model.ts";

const MEASURES_DECIDED_PER_THOUSAND = 250;
const DAYS_TO_CARRY_OUT = 7;

/** An answer with the office that gives it. */
export interface OfficeAnswer extends MeasureAnswer {
  readonly by: string;
}

/** What the law leaves to an office is decided for some. */
export function planMeasures(model: Model, own: ListingInHand, decided: Bodies["ListingDecided"]): void {
  const region = model.organisationOf.get(own.file)?.region ?? "";
  const on = addDays(later(decided.decidedOn, model.year.from), own.chance.between(5, 40));
  for (const measure of model.ground.rulebook.all("measure")) {
    if (measure.trigger.kind !== "list" || !measure.trigger.lists.includes(own.list.id) || !covers(measure, on) || valueOn(measure.force, on) !== "discretionary") continue;
    const office = officeFor(model.ground, measure.authority, region);
    if (office === undefined || !own.chance.happens(MEASURES_DECIDED_PER_THOUSAND)) continue;
    model.measures.add(on, {
      by: office.file, organisation: own.file, measure: measure.id, choice: "apply", statement: "综合考虑违法情节、整改情况和公共利益，决定采取该项措施", on,
      ...(decided.listing === undefined ? {} : { listing: decided.listing }), ...(measure.effects.length > 1 ? { effect: own.chance.oneOf(measure.effects) } : {}),
    });
  }
}

/** What has ended before its day came is nobody's to decide or carry out any more. */
export async function runMeasures(model: Model, day: PlainDate): Promise<void> {
  for (const [by, answers] of Map.groupBy(model.measures.takeDue(day), (answer) => answer.by)) {
    const answered = await answerMeasures(model.registry, { by, officers: [], answers });
    if (!answered.ok) throw new Error(`assertion failed: ${answered.error.message}`);
    for (const [index, result] of answered.value.entries()) {
      const answer = answers[index];
      if (!result.ok && result.error.code !== "measure-not-open") model.refusals.push(result.error.message);
      if (!result.ok || answer?.choice !== "apply") continue;
      model.counts.measuresDecided += 1;
      const { effect: _effect, ...same } = answer;
      const on = addDays(day, DAYS_TO_CARRY_OUT);
      model.measures.add(on, { ...same, choice: "carriedOut", statement: "已按决定执行", on });
    }
  }
}
