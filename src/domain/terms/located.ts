// Located: a plain value of a document together with its place. Made by intake (YAML, cells), read by rules and templates.
import type { Place } from "./finding.ts";

export type Located =
  | { readonly kind: "text"; readonly value: string; readonly at: Place }
  /** `source` is the number as it was written, so that no digit is lost. */
  | { readonly kind: "number"; readonly value: number; readonly source: string; readonly at: Place }
  | { readonly kind: "flag"; readonly value: boolean; readonly at: Place }
  | { readonly kind: "nothing"; readonly at: Place }
  | { readonly kind: "items"; readonly items: readonly Located[]; readonly at: Place }
  | { readonly kind: "fields"; readonly fields: ReadonlyMap<string, Located>; readonly keyPlaces: ReadonlyMap<string, Place>; readonly at: Place };

/** A law file after reading: its path below `law/`, e.g. `mdb/lists/ebrd-ineligible.yaml`. */
export interface LocatedDocument {
  readonly path: string;
  readonly root: Located;
}
