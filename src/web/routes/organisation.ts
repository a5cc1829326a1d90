// Organisation: its standing, the answer where an act was asked about, and the same question under the law of other years.
import { checkOrganisation, PUBLIC, relationsFrom, standingOf, timelineFrom } from "../../service/index.ts";
import { organisationPage } from "../portal/index.ts";
import { actChoices, bodiesShown } from "../models/acts.ts";
import { organisationModel } from "../models/organisation-model.ts";
import { relationsView } from "../models/relations-model.ts";
import { clocksText, type Asked, type Reply } from "./asked.ts";
import { problemPage } from "./problems.ts";
import { otherLaw } from "./regimes.ts";

export async function organisation({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const standing = await standingOf(registry, PUBLIC, { organisation: parameter, ...clocksText(clocks) });
  if (!standing.ok) return problemPage(registry, request, standing.error, parameter, frame);
  const act = request.query["act"] ?? "";
  const where = request.query["where"] ?? "";
  const file = standing.value.organisation.file ?? parameter;
  const answer = act === "" ? undefined : await checkOrganisation(registry, PUBLIC, { organisation: file, act, ...(where === "" ? {} : { where }), ...clocksText(clocks), explain: true });
  if (answer?.ok === false) return problemPage(registry, request, answer.error, answer.error.code === "where-unknown" ? where : act);
  const bodies = await bodiesShown(registry, frame.register.model !== undefined);
  const timeline = await timelineFrom(registry, PUBLIC, standing.value);
  const model = organisationModel(registry, { standing: standing.value, timeline, shelf: request.query["shelf"] ?? "", ...(answer === undefined ? {} : { answer: answer.value }), language: request.language, bodies });
  const regimes = answer === undefined ? [] : await otherLaw(registry, answer.value, clocks);
  const counted = new Set(actChoices(registry, clocks.law, bodies).map(({ value }) => value));
  const relations = relationsView(await relationsFrom(registry, PUBLIC, standing.value, counted), request.language);
  return { status: 200, html: organisationPage(frame, { ...model, regimes, ...(relations === undefined ? {} : { relations }) }) };
}
