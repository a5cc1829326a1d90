// Applies: which lists, memoranda, gradings and duties of the law are about the organisation, and what gets it on or keeps it off each list.
import { lawThatApplies, PUBLIC, standingOf } from "../../service/index.ts";
import { appliesPage } from "../portal/index.ts";
import { appliesModel } from "../models/applies-model.ts";
import { clocksText, type Asked, type Reply } from "./asked.ts";
import { headOf } from "./preflight.ts";
import { problemPage } from "./problems.ts";

export async function applies({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const standing = await standingOf(registry, PUBLIC, { organisation: parameter, ...clocksText(clocks) });
  if (!standing.ok) return problemPage(registry, request, standing.error, parameter, frame);
  const found = await lawThatApplies(registry, PUBLIC, { organisation: standing.value.organisation.file ?? parameter, ...clocksText(clocks) });
  if (!found.ok) return problemPage(registry, request, found.error, parameter, frame);
  return { status: 200, html: appliesPage(frame, appliesModel(registry, found.value, headOf(standing.value, request.language))) };
}
