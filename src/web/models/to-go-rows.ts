// What has to go, to a page: rows for the desks, whoever holds them.
import type { ToGo } from "../../service/index.ts";
import type { ToGoRow } from "../portal/index.ts";

/** One thing that has to go, as a desk shows it. */
export function toGoRow({ thing, organisation, fallen, procedure, readings, step, due }: ToGo): ToGoRow {
  return {
    kind: thing.kind, of: thing.kind === "record" ? thing.type : thing.list, thing: thing.kind === "listing" ? thing.listing : thing.kind === "record" ? thing.record : thing.matter, organisation, readings,
    fallen: { record: fallen.record, type: fallen.type, on: fallen.fellOn },
    ...(thing.matter === null ? {} : { matter: thing.matter }), ...(procedure === null ? {} : { procedure }), ...(step === null ? {} : { step: step.names }),
    ...(due === null ? {} : { due: { lastDay: due.lastDay, provisional: due.provisional, passed: due.passed } }),
  };
}
