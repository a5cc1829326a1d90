// Ready question: one question that can be answered about one organisation after another, as of the moment it was made. For whoever writes the
// answers of many at once: what is the same in them is told once, and the rest is found for a group of organisations together.
import { indexedAnswer, NONE, type Answer, type AnsweredOrganisation, type Likeness, type RowGroup } from "../domain/restrictions/index.ts";
import type { Position } from "../domain/terms/index.ts";
import type { MarkedSnapshot, Question } from "./marked-snapshot.ts";

/** What a question is asked of, and as of when. `seenAt`: what may be seen is settled there. */
export interface Asking {
  readonly snapshot: MarkedSnapshot;
  readonly known: Position;
  readonly key: string;
  readonly seenAt: Position;
}

export class ReadyQuestion {
  readonly #question: Question;
  readonly #asking: Asking;
  readonly #answer: (organisation: string) => Answer | undefined;
  /** Of every answer. */
  readonly asOf: Answer["asOf"];

  constructor(question: Question, asking: Asking, answer: (organisation: string) => Answer | undefined) {
    this.#question = question;
    this.#asking = asking;
    this.#answer = answer;
    this.asOf = asking.snapshot.asOfAt(question, asking.known);
  }

  /** The answer about one organisation; undefined where the twin must be asked. */
  answer(organisation: string): Answer | undefined {
    return this.#answer(organisation);
  }

  /** Where organisations are found together. */
  get group(): RowGroup {
    return this.#asking.snapshot.index.group;
  }

  /** What the answer about the organisation at a place of the group is like; undefined: `answer` says. */
  likeness(place: number): Likeness | undefined {
    const { snapshot: { index, delta }, seenAt } = this.#asking;
    const row = index.group.row(place);
    return row === NONE || delta.isChanged(row, seenAt) ? undefined : index.likeness(row, index.group.share(place), this.#question.prepared);
  }

  /** The answer about an organisation that is like others. */
  told(organisation: AnsweredOrganisation, { derived }: Likeness): Answer {
    return indexedAnswer(organisation, this.#question.act, derived, this.asOf);
  }

  /** The listing at a place of the group. */
  listing(place: number): string {
    const { index } = this.#asking.snapshot;
    return index.listing(index.group.row(place));
  }
}
