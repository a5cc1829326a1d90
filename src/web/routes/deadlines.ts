// The deadlines of whoever is signed in, as iCal: a file to open, or an address a calendar on this machine follows.
import { deadlinesCalendar, deadlinesOf } from "../../service/index.ts";
import { deadlineWords } from "../portal/index.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import type { DeskReply, PartyAsked } from "./desk-asked.ts";
import { problemPage } from "./problems.ts";

export async function deadlines({ registry, request, who, frame }: PartyAsked): Promise<DeskReply> {
  const { language, origin } = request;
  const due = await deadlinesOf(registry, who.kind === "office" ? who.office.file : who.file);
  if (!due.ok) return problemPage(registry, request, due.error, "", frame);
  const text = deadlinesCalendar(registry, due.value, deadlineWords(language, { caseAddress: (matter) => `${origin}/${language}/desk/cases/${encodeURIComponent(matter)}`, deskAddress: `${origin}/${language}/desk/${who.kind}` }));
  return { download: { name: "deadlines.ics", mediaType: MEDIA_TYPES.ics, bytes: Buffer.from(text, "utf8") } };
}
