// The exit plan of an organisation: what is public of it for everybody, all of it for the organisation itself; each also as a calendar.
import { KEEPER, planCalendar, planOut, PUBLIC, type Plan, type Registry } from "../../service/index.ts";
import { organisationPath, planPage, planWords, type Language } from "../portal/index.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import { planModel } from "../models/plan-model.ts";
import { clocksText, type Asked, type Reply } from "./asked.ts";
import type { DeskReply, Download, OrganisationAsked } from "./desk-asked.ts";
import { problemPage } from "./problems.ts";

/** What everybody may see. */
export async function plan({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const found = await planOut(registry, PUBLIC, { organisation: parameter, ...clocksText(clocks) });
  return found.ok ? { status: 200, html: planPage(frame, planModel(registry, found.value, false, request.language)) } : problemPage(registry, request, found.error, parameter, frame);
}

/** The same as a calendar. */
export async function planDays({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply | Download> {
  const found = await planOut(registry, PUBLIC, { organisation: parameter, ...clocksText(clocks) });
  return found.ok ? calendar(registry, found.value, request.language, `${frame.origin}/${request.language}${organisationPath(found.value.organisation.file ?? parameter)}/plan`) : problemPage(registry, request, found.error, parameter, frame);
}

/** All of it, for whoever is signed in as the organisation. */
export async function ownPlan({ registry, request, who, frame }: OrganisationAsked): Promise<DeskReply> {
  const found = await planOut(registry, KEEPER, { organisation: who.file });
  return found.ok ? { status: 200, html: planPage(frame, planModel(registry, found.value, true, request.language)) } : problemPage(registry, request, found.error, who.file, frame);
}

/** The same as a calendar. */
export async function ownPlanDays({ registry, request, who, frame }: OrganisationAsked): Promise<DeskReply> {
  const found = await planOut(registry, KEEPER, { organisation: who.file });
  return found.ok ? { download: calendar(registry, found.value, request.language, `${frame.origin}/${request.language}/desk/organisation/plan`) } : problemPage(registry, request, found.error, who.file, frame);
}

function calendar(registry: Registry, found: Plan, language: Language, address: string): Download {
  return { name: "plan.ics", mediaType: MEDIA_TYPES.ics, bytes: Buffer.from(planCalendar(registry, found, planWords(language, address)), "utf8") };
}
