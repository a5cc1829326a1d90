// Marked snapshot: one snapshot of the index with what was marked since, and the questions worked out for it. Questions that began with it end
// with it. Used by kept-index.ts.
import { parseFileNumber, type LawId, type PlainDate, type Position } from "../domain/terms/index.ts";
import { readCode } from "../domain/identity/index.ts";
import { ExitShelf, IndexDelta, keyOfCode, RestrictionIndex, STRANGER, UNREAD, type Answer, type AnsweredOrganisation, type Asker, type Prepared } from "../domain/restrictions/index.ts";
import type { BuiltIndex } from "./build-index.ts";
import type { CheckRequest } from "./check-organisation.ts";
import { schemesOf, type Registry } from "./registry.ts";

/** One act, place, pair of days and asker, worked out for the snapshot and the editions known at a position. */
export interface Question {
  readonly prepared: Prepared;
  readonly act: string;
  readonly asOf: Answer["asOf"];
}

/** A question as it was asked last, with its key: most follow one that was the same but for the organisation. */
interface Asked {
  readonly request: Omit<CheckRequest, "organisation">;
  readonly asker: Asker["kind"];
  readonly today: string;
  readonly lists: string;
  readonly key: string;
}

export class MarkedSnapshot {
  readonly index: RestrictionIndex;
  readonly delta: IndexDelta;
  readonly from: Position;
  readonly questions = new Map<string, Question | null>();
  readonly #schemes: ReturnType<typeof schemesOf>;
  readonly #shelves = new Map<string, ExitShelf>();
  #asked: Asked | undefined;
  #asOf: { readonly of: Answer["asOf"]; readonly at: Answer["asOf"] } | undefined;

  constructor(built: BuiltIndex, registry: Registry) {
    this.#schemes = schemesOf(registry);
    this.index = new RestrictionIndex(built.columns, built.facts, this.#schemes);
    this.delta = new IndexDelta(this.index);
    this.from = built.position;
  }

  /** Everything an answer depends on beside the organisation and what is on file of it; `today` where it matters, `lists`: how many have changed by then, and by now. */
  keyOf(asker: Asker, request: Omit<CheckRequest, "organisation">, today: string, lists: string): string {
    const { act, where = "", on, law } = request;
    const last = this.#asked;
    if (last !== undefined && last.request.act === act && last.request.where === request.where && last.request.on === on && last.request.law === law && last.asker === asker.kind && last.today === today && last.lists === lists) return last.key;
    const key = `${act}\n${where}\n${on ?? today}\n${law ?? on ?? today}\n${asker.kind}\n${today}\n${lists}`;
    this.#asked = { request, asker: asker.kind, today, lists, key };
    return key;
  }

  /** What a question's answers say they are of, at a position: one object for as long as nothing else is asked. */
  asOfAt({ asOf }: Question, known: Position): Answer["asOf"] {
    if (asOf.known === known) return asOf;
    if (this.#asOf?.of !== asOf || this.#asOf.at.known !== known) this.#asOf = { of: asOf, at: Object.freeze({ ...asOf, known }) };
    return this.#asOf.at;
  }

  /**
   * The row of whoever is meant by what is no packed code of an organisation on file, or how an answer names a code that is not on file;
   * UNREAD where the twin must find out. `byCode`: what the index makes of the text.
   */
  find(byCode: number, text: string, known: Position): number | AnsweredOrganisation {
    const { index } = this;
    if (byCode === STRANGER && index.strangerScheme !== undefined) return this.#stranger(index.strangerScheme, text, known);
    const file = parseFileNumber(text);
    if (file.ok) {
      const at = index.findFile(file.value);
      return at === STRANGER ? UNREAD : at;
    }
    const code = readCode(this.#schemes, text);
    if (!code.ok) return UNREAD;
    const at = index.findOther(code.value.scheme, code.value.value);
    return at === STRANGER ? this.#stranger(code.value.scheme, code.value.value, known) : at;
  }

  #stranger(scheme: LawId, value: string, known: Position): number | AnsweredOrganisation {
    if (this.delta.mayBeKnown(keyOfCode(scheme, value), known)) return UNREAD;
    return { file: null, name: null, codes: [{ scheme, value }], onFile: false };
  }

  shelfOf(on: PlainDate, law: PlainDate): ExitShelf {
    const key = `${on} ${law}`;
    const shelf = this.#shelves.get(key) ?? new ExitShelf();
    this.#shelves.set(key, shelf);
    return shelf;
  }
}
