// COPY FROM STDIN: rows into a table of PostgreSQL as fast as it takes any, inside the transaction of a connection. From postgres-ledger.ts.
// pg asks of a query of another kind that it has these methods (as pg-cursor has), and hands it the messages of the server. The npm
// package for COPY wraps them in a stream, which waits for ever where the connection ends at the wrong moment; here a whole chunk is at
// hand and there is nothing to stream.
import type { Connection, PoolClient, Submittable } from "pg";
import { assert } from "../domain/terms/index.ts";
import { copyText } from "./copy-text.ts";
import type { Values } from "./sql-database.ts";

/** Adds rows to a table in one statement; all of them or, with a fault of the server, none. `table` and `columns` are names from our own code. */
export async function copyRows(client: PoolClient, table: string, columns: readonly string[], rows: readonly Values[]): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const copied = await new Promise<number>((resolve, reject) => {
    client.query(new Copy(`copy "${table}" (${names}) from stdin`, Buffer.from(copyText(rows)), resolve, reject));
  });
  assert(copied === rows.length, `${rows.length} rows were copied into ${table}, not ${copied}`);
}

/** What pg's connection has for COPY beside what its types say. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

class Copy implements Submittable {
  readonly #statement: string;
  readonly #rows: Buffer;
  readonly #done: (rows: number) => void;
  readonly #failed: (fault: Error) => void;
  #copied = 0;

  constructor(statement: string, rows: Buffer, done: (rows: number) => void, failed: (fault: Error) => void) {
    this.#statement = statement;
    this.#rows = rows;
    this.#done = done;
    this.#failed = failed;
  }

  submit(connection: Connection): void {
    connection.query(this.#statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#rows);
    connection.endCopyFrom();
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#copied = Number(/^COPY (\d+)$/.exec(text)?.[1]);
  }

  handleReadyForQuery(): void {
    this.#done(this.#copied);
  }

  handleError(fault: Error): void {
    this.#failed(fault);
  }
}
