// Still standing: what would keep an act from being clear if every listing and record were gone, and why nothing can be done about it here.
import { unreachable, type LawId } from "../terms/index.ts";
import type { Because, Missing } from "./answer.ts";
import type { Derived } from "./derive.ts";

export type StillStanding =
  /** It follows from what the organisation is. */
  | { readonly kind: "status"; readonly measure: LawId; readonly status: string }
  /** The law itself makes the listing, and for want of something rather than because of anything. */
  | { readonly kind: "law"; readonly measure: LawId; readonly list?: LawId }
  /** Nobody could say without this fact, edition or place. */
  | { readonly kind: "missing"; readonly fact: string; readonly neededBy: LawId; readonly of?: LawId; readonly what: Missing["kind"] }
  /** Something the asker may not see bears on it: nothing is given away. */
  | { readonly kind: "withheld"; readonly measure?: LawId };

/** Why the answer that is left is not clear. */
export function stillStanding({ effects, missing }: Pick<Derived, "effects" | "missing">): readonly StillStanding[] {
  return [...effects.map(({ measure, because }) => whyOf(measure, because)), ...missing.map(({ kind, fact, neededBy, of }): StillStanding => ({ kind: "missing", what: kind, fact, neededBy, ...(of === undefined ? {} : { of }) }))];
}

function whyOf(measure: LawId, because: Because): StillStanding {
  if ("withheld" in because) return { kind: "withheld", measure };
  const { trigger } = because;
  switch (trigger.kind) {
    case "status":
      return { kind: "status", measure, status: trigger.status };
    case "list":
    case "entailed":
      return { kind: "law", measure, list: trigger.list };
    case "record":
      return { kind: "law", measure };
    default:
      return unreachable(trigger);
  }
}
