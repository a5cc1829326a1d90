// Seen case: a case by its matter, and who may see it: its organisation, the offices of its instances, and the keeper.
import { err, ok, parseMatterId, type Result } from "../domain/terms/index.ts";
import { keyOf } from "../domain/register/index.ts";
import type { Asking } from "./asking.ts";
import { consentOf } from "./consent-of-case.ts";
import { groundOf } from "./case-ground.ts";
import { inHand, type CaseInHand } from "./open-cases.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";

/** Who looks: an office or organisation that may act, or the keeper of the data, who sees everything and takes no step. */
export type CaseViewer = Asking | { readonly kind: "keeper" };

/** The case of a matter with the ground of its organisation. */
export async function caseOfMatter(registry: Registry, text: string): Promise<Result<CaseInHand, Problem>> {
  const matter = parseMatterId(text);
  const [event] = matter.ok ? await registry.ledger.read({ keys: [keyOf.matter(matter.value)], limit: 1 }) : [];
  const file = event?.files[0];
  if (!matter.ok || file === undefined) return err(unknownCase(text));
  const found = inHand(await groundOf(registry, file, today(registry)), matter.value);
  return found === undefined ? err(unknownCase(text)) : ok(found);
}

export function unknownCase(matter: string): Problem {
  return problem("case-unknown", `there is no case \`${matter}\` that can be shown here`, "The worklist of the office and the desk of the organisation list their cases.", { facts: { kind: "case", matter } });
}

/** An organisation sees its own cases, an office those it decides in either instance, proposed or opened, or is asked for its consent in. */
export function maySeeCase(each: CaseInHand, viewer: CaseViewer): boolean {
  const { ground, office, state } = each;
  switch (viewer.kind) {
    case "keeper":
      return true;
    case "organisation":
      return ground.files.some((file) => file === viewer.file) || state.file === viewer.file;
    case "office":
      return office !== null && (viewer.office === office || viewer.office === ground.offices.get(office)?.superior || viewer.office === consentOf(each)?.superior?.file);
  }
}
