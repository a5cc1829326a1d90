// Like texts: questions as JSON that differ from one that was read in the organisation alone. Most of many do, and need not be read as JSON again.

export class LikeTexts<Said> {
  #before = "";
  #after = "";
  #said: Said | undefined;

  /** What was said beside the organisation in the text learnt last; undefined: none was. */
  get said(): Said | undefined {
    return this.#said;
  }

  /**
   * Remembers a text, the organisation read in it and what else it said. INVARIANT: the organisation stands in it once as a whole text, so that
   * whatever is put there is the organisation. A text with a backslash, or with the organisation's text elsewhere too, is not learnt.
   */
  learn(text: string, organisation: string, said: Said): void {
    this.#said = undefined;
    const quoted = `"${organisation}"`;
    const at = text.indexOf(quoted);
    if (at < 0 || text.includes("\\") || text.includes(quoted, at + 1)) return;
    this.#before = text.slice(0, at + 1);
    this.#after = text.slice(at + quoted.length - 1);
    this.#said = said;
  }

  /** The organisation of a text that says the same but for it; else undefined. */
  organisationIn(text: string): string | undefined {
    const [before, after] = [this.#before, this.#after];
    const until = text.length - after.length;
    // Parts are cut out and compared: asking how a text begins and ends takes several times as long.
    if (this.#said === undefined || until < before.length || text.slice(0, before.length) !== before || text.slice(until) !== after) return undefined;
    const organisation = text.slice(before.length, until);
    return isPlainText(organisation) ? organisation : undefined;
  }

  /** The organisations of texts, from one on, that are like it. */
  organisationsIn(texts: readonly unknown[], from: number): readonly string[] {
    const organisations: string[] = [];
    for (let at = from; at < texts.length; at += 1) {
      const text = texts[at];
      const organisation = typeof text === "string" ? this.organisationIn(text) : undefined;
      if (organisation === undefined) break;
      organisations.push(organisation);
    }
    return organisations;
  }
}

/** Without what JSON writes in another way: a quote, a backslash, a control character. */
export function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign < 0x20 || sign === 0x22 || sign === 0x5c) return false;
  }
  return true;
}
