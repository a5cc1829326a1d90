// The deadlines of whoever is signed in, as iCal: a file to open, or an address a calendar on this machine follows.
import { deadlinesCalendar, deadlinesOf } from "../../service/index.ts";
import { messagesIn } from "../portal/index.ts";
import type { DeskReply, PartyAsked } from "./desk-asked.ts";
import { problemPage } from "./problems.ts";

export async function deadlines({ registry, request, who, frame }: PartyAsked): Promise<DeskReply> {
  const { language, origin } = request;
  const t = messagesIn(language).own.calendar;
  const due = await deadlinesOf(registry, who.kind === "office" ? who.office.file : who.file);
  if (!due.ok) return problemPage(registry, request, due.error, "", frame);
  const text = deadlinesCalendar(registry, due.value, {
    language, title: ({ en, zh }) => ({ en: t[who.kind](en), ...(zh === undefined ? {} : { zh: t[who.kind](zh) }) }), by: t.by, case: t.case, procedure: t.procedure, duty: t.duty, toGo: t.toGo,
    caseAddress: (matter) => `${origin}/${language}/desk/cases/${encodeURIComponent(matter)}`, deskAddress: `${origin}/${language}/desk/${who.kind}`,
  });
  return { download: { name: "deadlines.ics", mediaType: "text/calendar; charset=utf-8", bytes: Buffer.from(text, "utf8") } };
}
