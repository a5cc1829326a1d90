// Like lists: JSON that asks the same of several organisations and differs from one that was read in the organisations alone, however many they
// are. It need not be read as JSON again. See like-texts.ts.
import { isPlainText } from "./like-texts.ts";

/** Characters beside the organisations; there is less in what most ask. */
const AROUND_MAX = 4096;

export class LikeLists<Said> {
  #before = "";
  #between = "";
  #after = "";
  #said: Said | undefined;

  /** What was said beside the organisations in the text learnt last; undefined: none was. */
  get said(): Said | undefined {
    return this.#said;
  }

  /**
   * Remembers a text, the organisations read in it, in their order, and what else it said. INVARIANT: it is these organisations with the same between
   * any two of them. Three are the fewest: then a first, a last and one between others were read, of which all others are made.
   */
  learn(text: string, organisations: readonly string[], said: Said): void {
    this.#said = undefined;
    const [first = "", second = ""] = organisations;
    const at = text.indexOf(`"${first}"`) + 1;
    const between = text.slice(at + first.length, text.indexOf(`"${second}"`, at + first.length + 1) + 1);
    const whole = organisations.join(between);
    const around = `${text.slice(0, at)}\n${between}\n${text.slice(at + whole.length)}`;
    if (organisations.length < 3 || at < 1 || between.length < 2 || around.length > AROUND_MAX || text.includes("\\") || !organisations.every(isPlainText)) return;
    // Where one of them stands elsewhere too, these may not be the places that were read.
    if (text.slice(at, at + whole.length) !== whole || organisations.some((each) => around.includes(`"${each}"`))) return;
    [this.#before, this.#between, this.#after, this.#said] = [text.slice(0, at), between, text.slice(at + whole.length), said];
  }

  /** The organisations of a text that says the same but for them, two or more; else undefined. */
  organisationsIn(text: string): readonly string[] | undefined {
    const [before, after] = [this.#before, this.#after];
    const until = text.length - after.length;
    if (this.#said === undefined || until < before.length || text.slice(0, before.length) !== before || text.slice(until) !== after) return undefined;
    const organisations = text.slice(before.length, until).split(this.#between);
    return organisations.length > 1 && organisations.every(isPlainText) ? organisations : undefined;
  }
}
