// A record that rests on an act that fell: the office that handed it in opens its removal, in a case of its own, and lands on it.
import { actOnProcedure, problem, whatHasToGo } from "../../service/index.ts";
import { textOf } from "../form.ts";
import type { DeskReply, OfficeAsked } from "./desk-asked.ts";
import { deskProblem } from "./desk-case.ts";

/** Opens the case under the procedure by which it has to go; what the law does not allow, or has gone already, is said with its reason. */
export async function deskOpenRemoval({ registry, request, frame, who, form }: OfficeAsked): Promise<DeskReply> {
  const toGo = await whatHasToGo(registry, { kind: "office", office: who.office.file });
  const own = toGo.find(({ thing }) => thing.kind === "record" && thing.record === textOf(form, "record"));
  if (own?.thing.kind !== "record" || own.procedure === null) return deskProblem({ frame }, problem("thing-unknown", "this record does not have to go, or is not for this office to take back", "The desk lists what has to go now.", { facts: { kind: "notToGo" } }));
  const acted = await actOnProcedure(registry, {
    by: { kind: "office", office: who.office.file, officers: [who.officer] },
    command: { type: "OpenCase", file: own.file, about: { kind: "record", record: own.thing.record }, purpose: "removal", procedure: own.procedure, statement: textOf(form, "statement") },
  });
  return acted.ok ? { location: `/${request.language}/desk/cases/${acted.value.matter}` } : deskProblem({ frame }, acted.error);
}
