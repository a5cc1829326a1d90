// PostgreSQL's COPY: the rows of one statement as the server writes them out, in its order and as of one moment, each row one line of text. That
// costs a reader a fraction of what rows as values cost. The server is held up while nobody takes what has come.
import type { Connection, PoolClient, Submittable } from "pg";
import { present } from "../domain/terms/index.ts";

export type CopiedRow = readonly (string | null)[];

/** Rows handed on at a time, and how many may wait before the server is held up. */
const ROWS_EACH = 200;
const WAITING_MAX = 1000;

/**
 * Left to itself the server joins and sorts everything before the first row comes; by its indexes it makes rows in order while those before them
 * are read.
 */
const BY_INDEX = ["enable_hashjoin", "enable_mergejoin", "enable_sort"].map((way) => `set local ${way} = off;`).join(" ");

/** @param statement without parameters: COPY takes none. The connection is the statement's until it ends; stopping before that breaks it off. */
export async function* copyOut(client: PoolClient, statement: string): AsyncIterable<readonly CopiedRow[]> {
  const copy = client.query(new CopyOut(`begin; ${BY_INDEX} copy (${statement}) to stdout; commit`));
  let ended = false;
  try {
    for (let rows = await copy.next(); rows.length > 0; rows = await copy.next()) yield rows;
    ended = true;
  } finally {
    client.release(!ended);
  }
}

/** A query as pg hands it the server's messages: it has the methods that pg calls for COPY. */
class CopyOut implements Submittable {
  readonly #statement: string;
  #connection: Connection | undefined;
  #rows: CopiedRow[] = [];
  #ended = false;
  #fault: Error | undefined;
  #changed: () => void = () => undefined;

  constructor(statement: string) {
    this.#statement = statement;
  }

  /** The rows that have come; none: there are no more. */
  async next(): Promise<readonly CopiedRow[]> {
    while (this.#rows.length < ROWS_EACH && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
    if (this.#fault !== undefined) throw this.#fault;
    const rows = this.#rows;
    this.#rows = [];
    this.#connection?.stream.resume();
    return rows;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#statement);
  }

  /** The bytes are pg's own and are used again: they are read at once. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.#rows.push(rowOf(chunk.toString("utf8", 0, chunk.length - 1)));
    if (this.#rows.length === ROWS_EACH) this.#changed();
    if (this.#rows.length >= WAITING_MAX) present(this.#connection, "the connection rows come from").stream.pause();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#ended = true;
    this.#changed();
  }

  handleError(fault: Error): void {
    this.#fault = fault;
    this.#ended = true;
    this.#changed();
  }
}

function rowOf(line: string): CopiedRow {
  const fields: (string | null)[] = line.split("\t");
  const isEscaped = hasEscapes(line);
  for (let place = 0; place < fields.length; place += 1) {
    const field = fields[place] ?? "";
    if (field === "\\N") fields[place] = null;
    else if (isEscaped) fields[place] = field.replace(/\\(.)/g, plainSign);
  }
  return fields;
}

/** Whether a sign is written with a backslash: one before anything but the letter that stands for no value. */
function hasEscapes(line: string): boolean {
  for (let at = line.indexOf("\\"); at >= 0; at = line.indexOf("\\", at + 2)) if (line[at + 1] !== "N") return true;
  return false;
}

const SIGNS: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

function plainSign(_: string, sign: string): string {
  return SIGNS[sign] ?? sign;
}
