// Kept faces: who organisations are, by names, codes and attributes, in memory for a process that goes on answering: what a table of many
// shows of each. Read from the ledger when first asked for, and forgotten as soon as an event is about any of their files.
import type { FileNumber, Position } from "../domain/terms/index.ts";
import { keyOf, organisationOf, type Organisation } from "../domain/register/index.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";

/** An organisation as it is on file, without its listings and records. */
export type Face = Pick<Organisation, "file" | "files" | "name" | "names" | "codes" | "attributes">;

/** Faces kept at most; then all are forgotten. */
const KEPT_MAX = 200_000;
/** Files read at a time, for somebody who waits and for nobody yet. */
const [FILES_EACH, AHEAD_EACH] = [200, 40];

export class KeptFaces {
  readonly #registry: Pick<Registry, "ledger" | "rulebook">;
  /** By each of an organisation's files; a file that is nobody's has none. */
  #faces = new Map<FileNumber, Face | undefined>();
  #position: Position;
  /** One reader at a time; who comes meanwhile waits for the one before. */
  #turn: Promise<void> = Promise.resolve();

  constructor(registry: Pick<Registry, "ledger" | "rulebook">, position: Position) {
    this.#registry = registry;
    this.#position = position;
  }

  /** The faces behind these files, as known at this position or a later one; joined files have one. */
  async of(files: readonly FileNumber[], known: Position): Promise<ReadonlyMap<FileNumber, Face>> {
    const turn = this.#turn.then(() => this.#read(files, known));
    this.#turn = turn.then(() => undefined, () => undefined);
    return turn;
  }

  /** Reads everybody who was on file when it was called, some at a time with room between for whoever asks, up to half of what may be kept. */
  async readAhead(): Promise<void> {
    const upTo = this.#position;
    let waiting: FileNumber[] = [];
    for await (const event of this.#registry.ledger.stream({ types: ["OrganisationRegistered"], upTo })) {
      if (this.#faces.size > KEPT_MAX / 2) return;
      waiting.push(...event.files);
      if (waiting.length < AHEAD_EACH) continue;
      await this.of(waiting, this.#position);
      waiting = [];
      await new Promise((resolve) => void setImmediate(resolve));
    }
    await this.of(waiting, this.#position);
  }

  async #read(files: readonly FileNumber[], known: Position): Promise<ReadonlyMap<FileNumber, Face>> {
    await this.#follow(known);
    if (this.#faces.size > KEPT_MAX) this.#faces = new Map();
    const unread = [...new Set(files)].filter((file) => !this.#faces.has(file));
    for (let from = 0; from < unread.length; from += FILES_EACH) {
      const some = unread.slice(from, from + FILES_EACH);
      for (const [file, face] of await readFaces(this.#registry, some, this.#position)) for (const each of face?.files ?? [file]) this.#faces.set(each, face);
    }
    return new Map(files.flatMap((file) => {
      const face = this.#faces.get(file);
      return face === undefined ? [] : [[file, face] as const];
    }));
  }

  /** Forgets whom the events since are about. A batch that is taken back does not say whom it was about. */
  async #follow(known: Position): Promise<void> {
    if (known <= this.#position) return;
    for await (const event of this.#registry.ledger.stream({ after: this.#position, upTo: known })) {
      if (event.type === "BatchWithdrawn" || event.body === null) this.#faces = new Map();
      for (const file of event.files) for (const each of [file, ...(this.#faces.get(file)?.files ?? [])]) this.#faces.delete(each);
    }
    this.#position = known;
  }
}

/** The faces of files as known at a position; undefined for a file that is nobody's then. */
export async function readFaces(registry: Pick<Registry, "ledger" | "rulebook">, files: readonly FileNumber[], known: Position): Promise<ReadonlyMap<FileNumber, Face | undefined>> {
  const register = await readClosure(registry, files.map(keyOf.file), known);
  return new Map(files.map((file) => {
    const organisation = organisationOf(register, file);
    return [file, organisation === undefined ? undefined : faceOf(organisation)] as const;
  }));
}

function faceOf({ file, files, name, names, codes, attributes }: Organisation): Face {
  return { file, files, name, names, codes, attributes };
}

