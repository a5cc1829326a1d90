// One edit: whether something within one edit of a query (a letter more, less, another, or two neighbours exchanged) is being read.
// The states of a small automaton are the bits of whole numbers, so that any number of readings can be followed at once.

/** Places of the query reached without an edit, with one, and in the middle of an exchange. */
export interface EditState {
  readonly clean: number;
  readonly edited: number;
  readonly exchanging: number;
}

/** The bits of a state must fit a whole number of 31 bits. */
export const EDITABLE_MAX = 28;

export const NOWHERE: EditState = { clean: 0, edited: 0, exchanging: 0 };

export class OneEdit {
  /** At which places of the query a unit stands. */
  readonly #places = new Map<number, number>();
  readonly #end: number;

  constructor(query: string) {
    for (let at = 0; at < query.length; at += 1) this.#places.set(query.charCodeAt(at), (this.#places.get(query.charCodeAt(at)) ?? 0) | (1 << at));
    this.#end = 1 << query.length;
  }

  /** Here the query may begin, whatever came before. */
  begin(state: EditState): EditState {
    return { ...state, clean: state.clean | 1, edited: state.edited | 2 };
  }

  /** One more unit is read. */
  step({ clean, edited, exchanging }: EditState, unit: number): EditState {
    const here = this.#places.get(unit) ?? 0;
    const next = (clean & here) << 1;
    return {
      clean: next,
      // Read as it is after an edit; another; one more; the second of an exchange; and one left out after what was just read.
      edited: ((edited & here) << 1) | (clean << 1) | clean | ((exchanging & here) << 2) | (next << 1),
      exchanging: clean & (here >>> 1),
    };
  }

  /** The whole query has been read. */
  ends({ clean, edited }: EditState): boolean {
    return ((clean | edited) & this.#end) !== 0;
  }
}

/** What can be reached by either. */
export function either(a: EditState, b: EditState): EditState {
  return { clean: a.clean | b.clean, edited: a.edited | b.edited, exchanging: a.exchanging | b.exchanging };
}

export function isNowhere({ clean, edited, exchanging }: EditState): boolean {
  return (clean | edited | exchanging) === 0;
}

/** Every text one edit away from `text` that is made of these letters; `text` itself is not among them. */
export function oneEditAway(text: string, letters: string): ReadonlySet<string> {
  const near = new Set<string>();
  for (let at = 0; at <= text.length; at += 1) {
    const [head, tail] = [text.slice(0, at), text.slice(at)];
    for (const letter of letters) {
      near.add(head + letter + tail);
      if (tail !== "") near.add(head + letter + tail.slice(1));
    }
    if (tail !== "") near.add(head + tail.slice(1));
    if (tail.length > 1) near.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
  }
  near.delete(text);
  return near;
}
