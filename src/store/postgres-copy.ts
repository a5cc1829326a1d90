// COPY FROM STDIN: rows into a table of PostgreSQL as fast as it takes any, inside the transaction of a connection. From postgres-ledger.ts.
// pg asks of a query of another kind that it has these methods (as pg-cursor has), and hands it the messages of the server. The npm
// package for COPY wraps them in a stream, which waits for ever where the connection ends at the wrong moment; here a whole chunk is at
// hand and there is nothing to stream.
import type { Connection, PoolClient, Submittable } from "pg";
import { assert } from "../domain/terms/index.ts";
import { copyText } from "./copy-text.ts";
import type { Values } from "./sql-database.ts";

/** What pg's connection has for COPY beside what its types say. */
declare module "pg" {
  interface Connection {
    sendCopyFromChunk(chunk: Buffer): void;
    endCopyFrom(): void;
  }
}

/** Rows for a table; `table` and `columns` are names from our own code. */
export interface CopiedRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Values[];
}

/** Adds rows to tables in one statement after another; all of them or, with a fault of the server, none. */
export async function copyRows(client: PoolClient, tables: readonly CopiedRows[]): Promise<void> {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return;
  const copied = await new Promise<Copied>((resolve, reject) => {
    client.query(new Copy({ statements: filled.map(statementOf).join("; "), rows: filled.map(({ rows }) => Buffer.from(copyText(rows))) }, resolve, reject));
  });
  for (const [index, { table, rows }] of filled.entries()) assert(copied[index] === rows.length, `${rows.length} rows were copied into ${table}, not ${copied[index]}`);
}

function statementOf({ table, columns }: CopiedRows): string {
  return `copy "${table}" (${columns.map((column) => `"${column}"`).join(", ")}) from stdin`;
}

interface Sent {
  readonly statements: string;
  /** Of each statement. */
  readonly rows: readonly Buffer[];
}

/** How many rows each statement says it took. */
type Copied = readonly number[];

/**
 * Statements and rows are sent without waiting for the server to ask: it reads them in turn, and has no idle moment between two tables. What
 * it has not read when a statement fails it drops, as its protocol says.
 */
class Copy implements Submittable {
  readonly #sent: Sent;
  readonly #done: (copied: Copied) => void;
  readonly #failed: (fault: Error) => void;
  readonly #copied: number[] = [];

  constructor(sent: Sent, done: (copied: Copied) => void, failed: (fault: Error) => void) {
    this.#sent = sent;
    this.#done = done;
    this.#failed = failed;
  }

  submit(connection: Connection): void {
    connection.query(this.#sent.statements);
    for (const rows of this.#sent.rows) {
      connection.sendCopyFromChunk(rows);
      connection.endCopyFrom();
    }
  }

  handleCopyInResponse(): void {
    // The rows are on their way.
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#copied.push(Number(/^COPY (\d+)$/.exec(text)?.[1]));
  }

  handleReadyForQuery(): void {
    this.#done(this.#copied);
  }

  handleError(fault: Error): void {
    this.#failed(fault);
  }
}
