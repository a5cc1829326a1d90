// What the pages about suppliers show, as plain data in no language; suppliers-model.ts fills it.
import type { AlertsModel } from "./view-models-alerts.ts";
import type { ActChoice, CodeView, Day, Id, PlaceChoice, State } from "./view-models.ts";

export interface SuppliersModel {
  readonly acts: readonly ActChoice[];
  /** The act asked about, `cn:act`, without its place. */
  readonly act?: string;
  readonly places: readonly PlaceChoice[];
  readonly place?: string;
  /** What was typed into the field for lines, when something is wrong with what was sent. */
  readonly typed?: string;
  readonly wrong?: SuppliersWrong;
  readonly result?: SuppliersResult;
}

/** `codes`: of the findings about a file. */
export interface SuppliersWrong {
  readonly kind: "nothing" | "unreadable" | "tooMany" | "tooLarge" | "tooLong" | "act" | "receipt" | "nothingMatched" | "foreign";
  readonly codes: readonly string[];
}

export const SUPPLIER_SHOWN = ["all", "bound", "undetermined", "may", "favoured", "clear", "held", "absent", "refused"] as const;
export type SupplierShown = (typeof SUPPLIER_SHOWN)[number];

export interface SuppliersResult {
  /** The act and its place in words; absent: the gravest state over all acts. */
  readonly asked?: ActChoice;
  readonly total: number;
  readonly counts: Readonly<Record<"matched" | "held" | "absent" | "refused", number>>;
  readonly states: Readonly<Record<"bound" | "undetermined" | "may" | "favoured" | "clear", number>>;
  readonly shown: SupplierShown;
  readonly rows: readonly SupplierRowView[];
  /** The rows as the form carries them on; and the choices of rows that are not shown. */
  readonly carried: string;
  readonly kept: readonly { readonly row: number; readonly file: string }[];
}

interface HandedIn {
  readonly row: number;
  readonly name?: string;
  readonly code?: string;
}

export type SupplierRowView =
  | (HandedIn & { readonly kind: "matched"; readonly organisation: OrganisationInRow; readonly how: SupplierHow; readonly otherName: boolean; readonly state?: State; readonly acts?: number; readonly earliest?: { readonly day: Day; readonly provisional?: boolean }; readonly candidates: readonly CandidateInRow[] })
  | (HandedIn & { readonly kind: "held"; readonly why: "several" | "contradicts" | "uncertain"; readonly candidates: readonly CandidateInRow[] })
  | (HandedIn & { readonly kind: "absent" })
  | { readonly kind: "refused"; readonly row: number; readonly why: "person" | "formula" | "broken" | "long" | "code" };

export interface OrganisationInRow {
  readonly file: string;
  readonly name: string;
  readonly code?: CodeView;
}

export interface SupplierHow {
  readonly by: "file" | "code" | "name" | "alias" | "score" | "chosen" | "part" | "near";
  readonly score?: number;
  readonly parts?: readonly { readonly part: string; readonly score: number }[];
}

export interface CandidateInRow {
  readonly organisation: OrganisationInRow;
  readonly how: SupplierHow;
  readonly chosen: boolean;
}

/** The morning page of a watch list. */
export interface WatchModel extends AlertsModel {
  /** Its token, as the address has it. */
  readonly token: string;
  readonly label: string;
  readonly on: Day;
  readonly since: Day;
  readonly days: number;
  readonly changes: readonly { readonly day: Day; readonly what: "listed" | "published"; readonly list: Id; readonly organisation: OrganisationInRow }[];
  /** The gravest first. */
  readonly organisations: readonly { readonly organisation: OrganisationInRow; readonly state?: State; readonly acts?: number; readonly earliest?: { readonly day: Day; readonly provisional?: boolean } }[];
  readonly states: SuppliersResult["states"];
}
