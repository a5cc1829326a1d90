// Whom an organisation belongs to and who belongs to it, as plain data in no language; relations-model.ts fills it, parts/relations.ts draws it.
import type { Day, State } from "./view-models.ts";

export interface RelationsView {
  readonly file: string;
  readonly name: string;
  /** Level by level, the nearest first. */
  readonly above: readonly (readonly RelativeView[])[];
  readonly below: readonly (readonly RelativeView[])[];
  readonly more: boolean;
}

export interface RelativeView {
  readonly file: string;
  readonly name: string;
  readonly relation: "branchOf" | "subsidiaryOf" | "controlledBy";
  /** The organisation on the level nearer to the middle. */
  readonly with: string;
  readonly since?: Day;
  readonly state: State;
}
