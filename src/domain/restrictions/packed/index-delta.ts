// Index delta: what events since the snapshot may have changed, marked and not worked out: rows, codes and lists that only the twin can answer
// for until the next snapshot. It is looked at before the columns, and it knows since which position, so that a long list of questions can
// be answered as of one position while others write.
import type { FileNumber, LawId, Position } from "../../terms/index.ts";
import type { OrganisationFacts, StoredEvent } from "../../events/index.ts";

/** Where a file or a code lies in the snapshot; below 0: nowhere. */
export interface Places {
  findFile(file: FileNumber): number;
  findOther(scheme: LawId, value: string): number;
}

/** INVARIANT: an answer that an event after the snapshot may have changed is behind a mark at that event's position or before it. */
export class IndexDelta {
  readonly #places: Places;
  readonly #rows = new Map<number, number>();
  readonly #strangers = new Map<string, number>();
  readonly #lists = new Map<LawId, number>();

  constructor(places: Places) {
    this.#places = places;
  }

  /** Rows, codes and lists marked so far: how much has gone to the twin. */
  get size(): number {
    return this.#rows.size + this.#strangers.size;
  }

  get listsChanged(): number {
    return this.#lists.size;
  }

  /** Marks what one event is about. Of a batch that is taken back, its own events say what that was: `withdrawn`. */
  take(event: StoredEvent, withdrawn: readonly StoredEvent[] = []): void {
    this.#mark(event, event.position);
    for (const each of withdrawn) this.#mark(each, event.position);
  }

  isChanged(row: number, known: Position): boolean {
    if (this.#rows.size === 0) return false;
    const since = this.#rows.get(row);
    return since !== undefined && since <= known;
  }

  /** Whether somebody who was not in the snapshot may have this code or file number by now. */
  mayBeKnown(stranger: string, known: Position): boolean {
    if (this.#strangers.size === 0) return false;
    const since = this.#strangers.get(stranger);
    return since !== undefined && since <= known;
  }

  /** Lists of which an edition came in, or was taken back, by that position. */
  listsBy(known: Position): ReadonlySet<LawId> {
    return new Set([...this.#lists].flatMap(([list, since]) => (since <= known ? [list] : [])));
  }

  #mark(event: StoredEvent, at: Position): void {
    for (const file of event.files) this.#markStranger(file, this.#places.findFile(file), at);
    if (event.type === "EditionReceived") first(this.#lists, event.body?.list, at);
    for (const { scheme, value } of codesIn(event)) this.#markStranger(keyOfCode(scheme, value), this.#places.findOther(scheme, value), at);
  }

  #markStranger(text: string, row: number, at: Position): void {
    if (row >= 0) first(this.#rows, row, at);
    else first(this.#strangers, text, at);
  }
}

export function keyOfCode(scheme: LawId, value: string): string {
  return `${scheme} ${value}`;
}

/** The codes an event gives an organisation. */
function codesIn(event: StoredEvent): NonNullable<OrganisationFacts["codes"]> {
  switch (event.type) {
    case "OrganisationRegistered":
    case "OrganisationDescribed":
      return event.body?.codes ?? [];
    case "RecordReported":
    case "ListingReported":
      return event.body?.subject?.codes ?? [];
    default:
      return [];
  }
}

function first<K>(marks: Map<K, number>, key: K | undefined, at: number): void {
  if (key !== undefined && !marks.has(key)) marks.set(key, at);
}
