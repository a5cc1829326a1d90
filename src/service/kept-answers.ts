// Kept answers: what the twin answered, until an event carries one of the keys it was read by. For organisations whose answers hang on more than
// the index can say.
import type { StoredEvent } from "../domain/events/index.ts";
import type { Position } from "../domain/terms/index.ts";
import { isKnown } from "../domain/register/index.ts";
import type { Answer } from "../domain/restrictions/index.ts";
import { keysOf } from "./append.ts";
import type { Registry } from "./registry.ts";

/** Answers kept at most; then all are forgotten. */
const KEPT_MAX = 100_000;

export class KeptAnswers {
  readonly #answers = new Map<string, { readonly answer: Answer; readonly at: Position }>();
  readonly #byKey = new Map<string, Set<string>>();

  /** @param question what was asked, whole */
  keep(question: string, answer: Answer, keys: ReadonlySet<string>): void {
    if (this.#answers.size >= KEPT_MAX) this.#clear();
    this.#answers.set(question, { answer, at: answer.asOf.known });
    for (const key of keys) {
      const questions = this.#byKey.get(key);
      if (questions === undefined) this.#byKey.set(key, new Set([question]));
      else questions.add(question);
    }
  }

  /** The answer as known at a position: nothing it rests on has changed between then and when it was given. */
  find(question: string, known: Position): Answer | undefined {
    const kept = this.#answers.get(question);
    return kept !== undefined && kept.at <= known ? kept.answer : undefined;
  }

  /** Forgets what the event may change. */
  touch(event: StoredEvent, registry: Registry, withdrawn: readonly StoredEvent[] = []): void {
    if (this.#answers.size === 0) return;
    // Nobody can tell any more by which keys an event without a body was found, and which questions a taken batch was behind.
    if (!isKnown(event) || event.type === "RulebookAdopted" || event.type === "OfficeOpened") return this.#clear();
    for (const each of [event, ...withdrawn]) {
      if (!isKnown(each)) return this.#clear();
      for (const key of keysOf(registry, each)) {
        for (const question of this.#byKey.get(key) ?? []) this.#answers.delete(question);
        this.#byKey.delete(key);
      }
    }
  }

  #clear(): void {
    this.#answers.clear();
    this.#byKey.clear();
  }
}
