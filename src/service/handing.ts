// Handing in: what passes between the parts of an import: rows as checked, what became of each, and the events they make.
import type { BatchId, EditionId, FileNumber, Finding, PlainDate, Position } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import type { Template } from "../domain/rules/index.ts";
import type { TemplateRow } from "../intake/index.ts";
import type { Registry } from "./registry.ts";

export interface MadeJoin {
  readonly row: number;
  readonly files: readonly [FileNumber, FileNumber];
  readonly score: number;
  readonly reasons: readonly { readonly part: string; readonly score: number; readonly because: string }[];
}

/** Says how far a step is and lets the program hear what waits; throws where a stop was among it. */
export type HandingProgress = (done: number, total: number, what: string) => Promise<void>;

/** A row after its own checks; what is wrong with it refuses it. */
export interface CheckedRow {
  readonly row: TemplateRow;
  readonly findings: readonly Finding[];
}

export type RowOutcome = { readonly row: number; readonly outcome: "record" | "duplicate" | "held" | "refused"; readonly findings: readonly Finding[] };

/** What a kind of template makes of the accepted rows. */
export interface Drafted {
  readonly drafts: readonly EventDraft[];
  readonly outcomes: readonly RowOutcome[];
  readonly joins: readonly MadeJoin[];
  readonly gone: number;
  readonly changed: number;
  /** Keys that must not have been written to meanwhile. */
  readonly keys: readonly string[];
}

export interface Handing {
  readonly registry: Registry;
  readonly template: Template;
  readonly batch: BatchId;
  readonly rows: readonly CheckedRow[];
  readonly asOf: PlainDate;
  readonly inferred: boolean;
  readonly edition: EditionId;
  readonly office: FileNumber | null;
  readonly after: Position;
  readonly progress: HandingProgress;
}
