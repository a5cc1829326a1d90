// Measures of the year: what the law leaves to an office after a listing, decided for some.
import { addDays, covers, later, type PlainDate } from "../domain/terms/index.ts";
import { valueOn } from "../domain/rules/index.ts";
import type { Bodies } from "../domain/events/index.ts";
import { decideMeasures } from "../service/index.ts";
import type { ListingInHand } from "./case-steps.ts";
import { officeFor } from "./ground.ts";
import type { Model } from "./model.ts";

const MEASURES_DECIDED_PER_THOUSAND = 250;

/** What the law leaves to an office is decided for some. */
export function planMeasures(model: Model, own: ListingInHand, decided: Bodies["ListingDecided"]): void {
  const region = model.organisationOf.get(own.file)?.region ?? "";
  const on = addDays(later(decided.decidedOn, model.year.from), own.chance.between(5, 40));
  for (const measure of model.ground.rulebook.all("measure")) {
    if (measure.trigger.kind !== "list" || !measure.trigger.lists.includes(own.list.id) || !covers(measure, on) || valueOn(measure.force, on) !== "discretionary") continue;
    const office = officeFor(model.ground, measure.authority, region);
    if (office === undefined || !own.chance.happens(MEASURES_DECIDED_PER_THOUSAND)) continue;
    model.measures.add(on, {
      by: office.file,
      command: {
        measure: measure.id, file: own.file, choice: "apply", reasons: "综合考虑违法情节、整改情况和公共利益，决定采取该项措施", decidedOn: on,
        ...(decided.listing === undefined ? {} : { listing: decided.listing }), ...(measure.effects.length > 1 ? { effect: own.chance.oneOf(measure.effects) } : {}),
      },
    });
  }
}

export async function runMeasures(model: Model, day: PlainDate): Promise<void> {
  const due = model.measures.takeDue(day);
  if (due.length === 0) return;
  for (const result of await decideMeasures(model.registry, due)) {
    if (result.ok) model.counts.measuresDecided += 1;
    else model.refusals.push(result.error.message);
  }
}
