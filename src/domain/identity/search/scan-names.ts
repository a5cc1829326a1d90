// Scan names: the plain twin of the index. Looks at every name in turn, by the same rules, and keeps the best; for a process that asks
// once, reading all names is less than putting them in lists.
import { levelName } from "../level-name.ts";
import { letteringOf } from "./lettering.ts";
import { bestHits, shownHit, type NameHit, type RankedHit } from "./name-hit.ts";
import { isTypo, RANK, rankName, type NameQuestion } from "./name-rules.ts";
import type { NameGiven } from "./name-table.ts";

/** `best`: nothing that is one edit away; `similar`: only that, whatever better there is; `all`: that where there is nothing better. */
export type ScanFor = "all" | "best" | "similar";

export class NameScan {
  readonly #question: NameQuestion;
  readonly #limit: number;
  readonly #what: ScanFor;
  #better: readonly RankedHit[] = [];
  #typos: readonly RankedHit[] = [];
  #waiting: RankedHit[] = [];

  constructor(question: NameQuestion, limit: number, what: ScanFor = "all") {
    this.#question = question;
    this.#limit = limit;
    this.#what = what;
  }

  /** `levelled`: the name's levelled form, where it is known. */
  look(given: Pick<NameGiven, "file" | "text" | "main">, levelled = levelName(given.text)): void {
    if (levelled === "") return;
    const letters = letteringOf(given.text, levelled);
    const place = { from: 0, to: levelled.length };
    // Whether a name is one edit away takes far longer to say than all the rest.
    const rank = rankName(letters, place, this.#question) ?? (this.#what !== "best" && this.#better.length === 0 && isTypo(letters, place, this.#question) ? RANK.typo : undefined);
    if (rank === undefined || (this.#what === "similar" && rank !== RANK.typo)) return;
    this.#waiting.push({ file: given.file, name: levelled, rank, main: given.main });
    if (this.#waiting.length > 10 * this.#limit + 1000) this.#settle();
  }

  hits(): readonly NameHit[] {
    this.#settle();
    return (this.#better.length > 0 ? this.#better : this.#typos).map(shownHit);
  }

  #settle(): void {
    const isSlip = (hit: RankedHit): boolean => hit.rank === RANK.typo;
    this.#better = bestHits([...this.#better, ...this.#waiting.filter((hit) => !isSlip(hit))], this.#limit);
    this.#typos = bestHits([...this.#typos, ...this.#waiting.filter(isSlip)], this.#limit);
    this.#waiting = [];
  }
}

/** Everything the question finds among the names, best first, each organisation once. */
export function scanNames(names: Iterable<NameGiven>, question: NameQuestion, limit: number): readonly NameHit[] {
  const scan = new NameScan(question, limit);
  for (const name of names) scan.look(name);
  return scan.hits();
}
