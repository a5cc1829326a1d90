// Read ahead: what is on file of whom new events touch goes into the kept events before anybody asks, one portion after the other, so that
// readings for those who ask find room between. Used by kept-index.ts.
import type { Position } from "../domain/terms/index.ts";
import type { KeptEvents } from "./kept-events.ts";
import { readRounds } from "./read.ts";
import type { Registry } from "./registry.ts";

/** Files that may wait, and how many are read together. Where more come in than can be read, each is read when it is asked about. */
const [WAITING_MAX, FILES_EACH] = [500, 5];

export class ReadAhead {
  readonly #registry: Registry;
  readonly #events: KeptEvents;
  #waiting: (readonly string[])[] = [];
  #taken: Position = 0 as Position;
  #running = false;

  constructor(registry: Registry, events: KeptEvents) {
    this.#registry = registry;
    this.#events = events;
  }

  /**
   * @param files the keys each is read by
   * @param taken the position of the last event taken
   */
  add(files: readonly (readonly string[])[], taken: Position): void {
    this.#taken = taken;
    this.#waiting.push(...files);
    if (this.#waiting.length > WAITING_MAX) this.#waiting = [];
    // Where it fails, it fails again for whoever asks, and they are told.
    if (!this.#running) this.#run().catch(() => undefined);
  }

  async #run(): Promise<void> {
    this.#running = true;
    const index = { readKept: (_: unknown, keys: readonly string[]) => this.#events.read(keys, this.#taken, this.#taken, true) };
    try {
      while (this.#waiting.length > 0) await readRounds({ ...this.#registry, index }, this.#waiting.splice(0, FILES_EACH).flat(), this.#taken);
    } finally {
      this.#running = false;
    }
  }
}
