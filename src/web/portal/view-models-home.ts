// What the home page and the page on the model show, as plain data in no language.
import type { Names } from "../../domain/terms/index.ts";
import type { ActChoice, Day, DeliveryView, Id, RegimeView } from "./view-models.ts";
import type { ListRow } from "./view-models-list.ts";

export interface HomeModel {
  readonly acts: readonly ActChoice[];
  /** Searches that find something, shown under the question. */
  readonly examples: readonly string[];
  readonly counts: {
    readonly organisations: number;
    readonly listed?: number;
    readonly bound?: number;
    readonly may?: number;
    readonly undetermined?: number;
    readonly favoured?: number;
    /** A count only: who was released is not public. */
    readonly released?: number;
    readonly provisional?: number;
    readonly held?: number;
  };
  readonly latest: readonly LatestRow[];
  readonly lists: readonly ListRow[];
  readonly regimes: readonly RegimeView[];
  readonly deliveries: readonly DeliveryView[];
  /** Lists of other bodies of which nobody has handed in an edition. */
  readonly neverDelivered?: number;
}

export interface LatestRow {
  readonly day: Day;
  readonly what: "listed" | "reported" | "noticed" | "proposed" | "recorded" | "favoured" | "edition" | "corrected" | "objected" | "applied" | "declined";
  readonly organisation?: { readonly file: string; readonly name: string };
  readonly note?: Names;
  /** The list, record type or measure it is about. */
  readonly of: Id;
  readonly by?: Id;
  readonly position?: number;
  /** Of an edition: its day was inferred. */
  readonly inferred?: boolean;
}

export interface ModelPageModel {
  readonly nation: Names;
  readonly seed: string;
  readonly until: Day;
  readonly organisations: number;
  readonly offices?: number;
  readonly records?: number;
  readonly batches?: number;
}
