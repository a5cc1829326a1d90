// Pre-flight: what would follow if a record of some kind about the organisation were decided on the day asked about. A form that only asks:
// nothing is stored, and the address carries everything that was stated.
import { fieldsGiven, kindOfAnyDay, kindsToSuppose, preflightRecord, PUBLIC, standingOf, type Standing } from "../../service/index.ts";
import { preflightPage, type DeskWrong, type Language, type PreflightModel } from "../portal/index.ts";
import { namesFor } from "../models/answer-model.ts";
import { bodiesOfLaw } from "../models/acts.ts";
import { preflightModel } from "../models/preflight-model.ts";
import { clocksText, type Asked, type Reply } from "./asked.ts";
import { wrongOf } from "./desk-case.ts";
import { problemPage } from "./problems.ts";

export async function preflight({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const standing = await standingOf(registry, PUBLIC, { organisation: parameter, ...clocksText(clocks) });
  if (!standing.ok) return problemPage(registry, request, standing.error, parameter, frame);
  const { query } = request;
  const [type, acted, typed] = [query["type"] ?? "", query["acted"] ?? "", fieldsGiven(query)];
  const file = standing.value.organisation.file ?? parameter;
  const kinds = kindsToSuppose(registry, clocks.law, bodiesOfLaw(registry, frame.register.model !== undefined));
  const chosen = kinds.find((kind) => kind.type.id === type) ?? kindOfAnyDay(registry, type);
  const found = type === "" ? undefined : await preflightRecord(registry, PUBLIC, { organisation: file, type, fields: typed, acted, ...clocksText(clocks) });
  const notInForce = chosen !== undefined && found?.ok === false && found.error.code === "law-entry-unknown";
  if (found?.ok === false && chosen === undefined) return problemPage(registry, request, found.error, type, frame);
  const wrong: (DeskWrong & { readonly status: number }) | undefined = found?.ok === false && !notInForce ? wrongOf(found.error) : undefined;
  const model = preflightModel(registry, {
    organisation: headOf(standing.value, request.language), kinds, chosen, typed, on: clocks.on, law: clocks.law, acted,
    ...(found?.ok === true ? { found: found.value } : {}), ...(notInForce ? { notInForce: true as const } : {}), ...(wrong === undefined ? {} : { wrong }),
  });
  return { status: wrong?.status ?? 200, html: preflightPage(frame, model) };
}

/** The organisation as a page about it names it. */
export function headOf({ organisation }: Standing, language: Language): PreflightModel["organisation"] {
  const [name, otherName] = namesFor(language, organisation);
  return { file: organisation.file ?? "", name, ...(otherName === undefined ? {} : { otherName }) };
}
