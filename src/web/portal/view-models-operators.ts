// What the operators' page shows, as plain data in no language; filled by routes/desk-operators.ts, worded by its page.
import type { DeskWrong } from "./view-models-desk.ts";
import type { CountsView } from "./view-models-handin.ts";
import type { Day, Id, Names } from "./view-models.ts";

export interface OperatorsModel {
  readonly day: Day;
  readonly known: number;
  readonly rulebook: string;
  readonly warnings: readonly DeskWrong[];
  /** Of each sheet and source the last batch; without an office it was the keeper's. */
  readonly imports: readonly { readonly template: Id; readonly office?: Names; readonly day: Day; readonly counts: CountsView }[];
  readonly held: number;
  readonly cases: { readonly open: number; readonly late: number };
  readonly releases: { readonly open: number; readonly late: number };
  readonly outbox: {
    readonly counts: Readonly<Record<"waiting" | "sending" | "sent" | "refused" | "uncertain", number>>;
    readonly failed: readonly { readonly subject: string; readonly to: string; readonly state: "waiting" | "sending" | "sent" | "refused" | "uncertain"; readonly tries: number; readonly error: string }[];
  };
  /** Null: this process does not know. */
  readonly storage: { readonly folderBytes: number; readonly databaseBytes: number | null; readonly freeBytes: number } | null;
  /** Up to which position each has come; null: not kept, or not yet. */
  readonly views: readonly { readonly view: "names" | "index" | "snapshot"; readonly position: number | null }[];
}
