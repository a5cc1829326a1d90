// Scan names: the plain twin of the index. Looks at every name in turn, by the same rules, and keeps the best; for a process that asks
// once, reading all names is less than putting them in lists.
import { levelName } from "../level-name.ts";
import { letteringOf } from "./lettering.ts";
import { bestHits, shownHit, type NameHit, type RankedHit } from "./name-hit.ts";
import { isTypo, RANK, rankName, type NameQuestion } from "./name-rules.ts";
import type { NameGiven } from "./name-table.ts";

export class NameScan {
  readonly #question: NameQuestion;
  readonly #limit: number;
  readonly #what: "best" | "similar";
  #better: readonly RankedHit[] = [];
  #typos: readonly RankedHit[] = [];
  #waiting: RankedHit[] = [];

  /** `similar`: only what is one edit away, whatever better there is. */
  constructor(question: NameQuestion, limit: number, what: "best" | "similar" = "best") {
    this.#question = question;
    this.#limit = limit;
    this.#what = what;
  }

  /** `levelled`: the name's levelled form, where it is known. */
  look(given: Pick<NameGiven, "file" | "text" | "main">, levelled = levelName(given.text)): void {
    if (levelled === "") return;
    const letters = letteringOf(given.text, levelled);
    const place = { from: 0, to: levelled.length };
    const rank = rankName(letters, place, this.#question) ?? (this.#better.length === 0 && isTypo(letters, place, this.#question) ? RANK.typo : undefined);
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
