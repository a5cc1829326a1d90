// A yearly report that is missing: the office of the place records the finding, in a case of its own, and lands on it.
import { actOnProcedure, missedIn, officeNamed, problem } from "../../service/index.ts";
import { textOf } from "../form.ts";
import type { DeskReply, OfficeAsked } from "./desk-asked.ts";
import { deskProblem } from "./desk-case.ts";

/** Opens the case whose first step puts the finding on file; what the law does not allow, or is missing no longer, is said with its reason. */
export async function deskFindMissed({ registry, request, frame, who, form }: OfficeAsked): Promise<DeskReply> {
  const office = await officeNamed(registry, who.office.file);
  if (!office.ok) return deskProblem({ frame }, office.error);
  const due = (await missedIn(registry, office.value)).find(({ file, procedure }) => file === textOf(form, "organisation") && procedure === textOf(form, "procedure"));
  if (due === undefined) return deskProblem({ frame }, problem("thing-unknown", "this report is not missing, or not in the place of this office", "The desk lists the reports that are missing now.", { facts: { kind: "notMissing" } }));
  const acted = await actOnProcedure(registry, {
    by: { kind: "office", office: who.office.file, officers: [who.officer] },
    command: { type: "OpenCase", file: due.file, about: { kind: "organisation" }, purpose: "annual-report", procedure: due.procedure, statement: textOf(form, "statement"), fields: { reportYear: String(due.year) } },
  });
  return acted.ok ? { location: `/${request.language}/desk/cases/${acted.value.matter}` } : deskProblem({ frame }, acted.error);
}
