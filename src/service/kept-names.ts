// Kept names: the names and codes of the whole register in memory, for a process that goes on answering. Made once from the ledger, then
// followed by position: what was appended since, by whomever, is read before a question is answered.
import { NameIndex } from "../domain/identity/index.ts";
import type { EventType, StoredEvent } from "../domain/events/index.ts";
import type { Position } from "../domain/terms/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";

/** Which events give a name or a code, or take them back. */
const GIVING: readonly EventType[] = ["OrganisationRegistered", "OrganisationDescribed", "BatchWithdrawn"];

export class KeptNames {
  readonly #registry: Pick<Registry, "ledger" | "rulebook">;
  readonly #index = new NameIndex();
  #position: number = 0;
  /** One reader at a time; who comes meanwhile waits for the one before. */
  #turn: Promise<void> = Promise.resolve();

  constructor(registry: Pick<Registry, "ledger" | "rulebook">) {
    this.#registry = registry;
  }

  /** Up to where it has read. */
  get position(): number {
    return this.#position;
  }

  /** The index with everything up to this position, and perhaps more. */
  async upTo(position: Position, progress: (done: number) => void = () => {}): Promise<NameIndex> {
    const turn = this.#turn.then(() => this.#follow(position, progress));
    this.#turn = turn.catch(() => undefined);
    await turn;
    return this.#index;
  }

  async #follow(upTo: Position, progress: (done: number) => void): Promise<void> {
    if (upTo <= this.#position) return;
    const withdrawn: string[] = [];
    let last = this.#position;
    // Read again after a fault, a name is there twice: it is found once all the same.
    for await (const event of this.#registry.ledger.stream({ types: GIVING, after: last as Position, upTo })) {
      if (event.type === "BatchWithdrawn" && event.body !== null) withdrawn.push(event.body.batch);
      else this.#take(event);
      if (event.position - last >= PROGRESS_EACH) progress((last = event.position));
    }
    this.#index.settle();
    for (const batch of withdrawn) await this.#withdraw(batch);
    this.#position = upTo;
  }

  /** A name of a batch that was taken back stays where rows of other batches state it again, of records or listings. */
  async #withdraw(batch: string): Promise<void> {
    const files = this.#index.withdraw(batch);
    for (let from = 0; from < files.length; from += FILES_EACH) {
      const register = await readClosure(this.#registry, files.slice(from, from + FILES_EACH).map(keyOf.file));
      for (const file of files.slice(from, from + FILES_EACH)) {
        const { names = [], codes = [] } = register.files.get(file) ?? {};
        for (const [ordinal, { text }] of names.entries()) this.#index.gather({ file, text, main: ordinal === 0, batch: null });
        for (const { value } of codes) this.#index.gatherCode({ file, value, batch: null });
      }
    }
    this.#index.settle();
  }

  #take(event: StoredEvent): void {
    if ((event.type !== "OrganisationRegistered" && event.type !== "OrganisationDescribed") || event.body === null) return;
    const { body: { file, names = [], codes = [] }, batch } = event;
    // The main name comes first, as the ledger's own names have it.
    for (const [ordinal, { text }] of names.entries()) this.#index.gather({ file, text, main: ordinal === 0, batch });
    for (const { value } of codes) this.#index.gatherCode({ file, value, batch });
  }
}

const PROGRESS_EACH = 20_000;
/** Files read at a time. */
const FILES_EACH = 500;

/** The names of a register that is about to be served. */
export async function keepNames(registry: Pick<Registry, "ledger" | "rulebook">, progress: (done: number, total: number, what: string) => void): Promise<KeptNames> {
  const names = new KeptNames(registry);
  const head = await registry.ledger.head();
  await names.upTo(head, (done) => progress(done, head, "names"));
  if (head >= PROGRESS_EACH) progress(head, head, "names");
  return names;
}
