// Like lines: lines of questions that differ from one that was read in the organisation alone. Most of a long list do, and need not be read as JSON.
import type { CheckRequest } from "./check-organisation.ts";

const [NAME, START] = ['organisation"', '"organisation":"'];
/** What JSON writes in another way. */
const NEEDS_READING = /["\\\u0000-\u001f]/;

export class LikeLines {
  #before = "";
  #after = "";
  #asked: CheckRequest | undefined;

  /** What the line says that was learnt last. */
  get asked(): CheckRequest | undefined {
    return this.#asked;
  }

  /**
   * Remembers a line and what was read in it. INVARIANT: the name of the member stands in it once, so that the text after it is the organisation.
   * A line with a backslash, or one that has that name elsewhere too, is not learnt.
   */
  learn(line: string, asked: CheckRequest): void {
    this.#asked = undefined;
    const at = line.indexOf(START);
    const from = at + START.length;
    const until = line.indexOf('"', from);
    if (at < 0 || line.includes("\\") || line.indexOf(NAME) !== at + 1 || line.includes(NAME, from) || line.slice(from, until) !== asked.organisation) return;
    this.#before = line.slice(0, from);
    this.#after = line.slice(until);
    this.#asked = asked;
  }

  /** The organisations of lines, from one on, that are like it. */
  from(lines: readonly unknown[], from: number): readonly string[] {
    const organisations: string[] = [];
    if (this.#asked === undefined) return organisations;
    const [before, after] = [this.#before, this.#after];
    for (let at = from; at < lines.length; at += 1) {
      const line = lines[at];
      if (typeof line !== "string" || line.length < before.length + after.length || !line.startsWith(before) || !line.endsWith(after)) break;
      const organisation = line.slice(before.length, line.length - after.length);
      if (NEEDS_READING.test(organisation)) break;
      organisations.push(organisation);
    }
    return organisations;
  }
}
