// Answer bytes: answers to one question about many organisations, each letter by letter what answer-text.ts makes of it, written one after another
// into one piece of memory. Of an answer that is like others only the organisation and the listing are written anew; the rest is kept as the
// bytes between them, found by writing the answer about an organisation made of marks.
import { ANY_LISTING, PUT_MAX, putText, type Answer, type AnsweredOrganisation, type Likeness, type ReadyQuestion } from "../../service/index.ts";
import { takeMemory } from "./answer-memory.ts";

/** Signs that are no characters: no name, code or text of a law has them. */
const [FILE, NAME, CODE] = ["\ufdd1", "\ufdd2", "\ufdd3"];
const MARKS = new RegExp(`[${FILE}${NAME}${CODE}${ANY_LISTING}]`);
const NO_MEMORY = Buffer.alloc(0);
const LISTING_BYTES = 128;

/** What is the same in answers of a likeness: before the file, before the name, before the code, and around each naming of the listing. */
interface Pieces {
  readonly asOf: Answer["asOf"];
  readonly scheme: string;
  readonly parts: readonly Uint8Array[];
  /** All that an answer made of them takes, but for what is put between. */
  readonly bytes: number;
}

/** A form of answers with what was kept of it, for as long as there is a likeness to it. */
export class KeptForm {
  readonly text: (answer: Answer) => string;
  readonly #pieces = new WeakMap<Likeness, Pieces>();

  constructor(text: (answer: Answer) => string) {
    this.text = text;
  }

  pieces(ready: ReadyQuestion, place: number, likeness: Likeness): Pieces {
    const known = this.#pieces.get(likeness);
    const scheme = ready.group.scheme(place);
    if (known !== undefined && known.asOf === ready.asOf && known.scheme === scheme) return known;
    const marked: unknown = { file: FILE, name: NAME, codes: [{ scheme, value: CODE }], onFile: true };
    const parts = this.text(ready.told(marked as AnsweredOrganisation, likeness)).split(MARKS).map((text) => Buffer.from(text));
    const pieces = { asOf: ready.asOf, scheme: scheme ?? "", parts, bytes: parts.reduce((sum, part) => sum + part.length + LISTING_BYTES, 1) };
    this.#pieces.set(likeness, pieces);
    return pieces;
  }
}

export class AnswerBytes {
  readonly #form: KeptForm;
  readonly #separator: number;
  #bytes: Buffer = NO_MEMORY;
  #length = 0;
  #answers = 0;

  /** @param separator the character after each answer */
  constructor(form: KeptForm, separator: string) {
    this.#form = form;
    this.#separator = separator.charCodeAt(0);
  }

  /** Begins anew: what was written and not ended is forgotten. */
  begin(text: string): void {
    [this.#length, this.#answers] = [0, 0];
    this.#put(text);
  }

  /** What was written, closed by a text that takes the place of the last separator; its memory is the caller's from now on. */
  end(text: string): Buffer {
    if (this.#answers > 0) this.#length -= 1;
    this.#put(text);
    const written = this.#bytes.subarray(0, this.#length);
    [this.#bytes, this.#length, this.#answers] = [NO_MEMORY, 0, 0];
    return written;
  }

  /** How many answers were written. */
  get answers(): number {
    return this.#answers;
  }

  /** Writes answers about these organisations, from one of them on, until one must be waited for; gives the place of that one. */
  putAnswers(ready: ReadyQuestion, organisations: readonly string[], from: number): number {
    for (let first = from; first < organisations.length; ) {
      const count = ready.group.find(organisations, first);
      for (let place = 0; place < count; place += 1) {
        const organisation = organisations[first + place] ?? "";
        if (!this.#putAlike(ready, place, organisation)) {
          const answer = ready.answer(organisation);
          if (answer === undefined) return first + place;
          this.putAnswer(answer);
        }
      }
      first += count;
    }
    return organisations.length;
  }

  putAnswer(answer: Answer): void {
    this.putText(this.#form.text(answer));
  }

  /** Writes a text in the place of an answer. */
  putText(text: string): void {
    this.#put(text);
    this.#separate(this.#length);
  }

  #put(text: string): void {
    this.#makeRoom(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  #separate(at: number): void {
    this.#bytes[at] = this.#separator;
    this.#length = at + 1;
    this.#answers += 1;
  }

  #putAlike(ready: ReadyQuestion, place: number, code: string): boolean {
    const likeness = ready.likeness(place);
    if (likeness === undefined) return false;
    const { parts, bytes: least } = this.#form.pieces(ready, place, likeness);
    this.#makeRoom(least + code.length + PUT_MAX);
    const bytes = this.#bytes;
    const { group } = ready;
    const file = group.putFile(place, bytes, putPart(parts[0], bytes, this.#length));
    const name = group.putName(place, bytes, putPart(parts[1], bytes, file));
    if (name < 0) return false;
    let at = putPart(parts[3], bytes, putText(code, bytes, putPart(parts[2], bytes, name)));
    if (parts.length > FIXED_PARTS) {
      const listing = ready.listing(place);
      for (let part = FIXED_PARTS; part < parts.length; part += 1) at = putPart(parts[part], bytes, putText(listing, bytes, at));
    }
    this.#separate(at);
    return true;
  }

  /** One byte more than is asked for: for what separates. */
  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes + 1;
    if (this.#bytes.length === 0) this.#bytes = takeMemory();
    if (needed <= this.#bytes.length) return;
    const more = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(more, 0, 0, this.#length);
    this.#bytes = more;
  }
}

/** Parts of an answer that names no listing. */
const FIXED_PARTS = 4;

function putPart(part: Uint8Array | undefined, bytes: Buffer, at: number): number {
  if (part === undefined) return at;
  bytes.set(part, at);
  return at + part.length;
}
