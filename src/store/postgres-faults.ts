// What PostgreSQL or the way to it says went wrong, said for the person who runs the register. What is not known here is a bug.
import { LedgerFault } from "./ledger-types.ts";

const NO_WAY: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOENT", "EACCES"]);
/** Said by pg itself, without a code, when a connection ends or cannot be had. */
const ENDED = /connection (?:terminated|ended)|timeout exceeded when trying to connect|not queryable|client was closed/i;

export function postgresFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LedgerFault) return error;
  const code = codeOf(error);
  if (code === undefined) return ENDED.test(error.message) ? away(error) : error;
  if (NO_WAY.has(code) || code.startsWith("08") || code.startsWith("57P")) return away(error);
  switch (code) {
    case "28000": case "28P01": case "3D000":
      return new LedgerFault("unreachable", `The database does not let this program in: ${error.message}.`, "Check user, password and database name in DATABASE_URL.", error);
    case "53300":
      return new LedgerFault("unreachable", "The database has no connection left for this program.", "Close other programs that use the database, or raise its `max_connections`, and try again.", error);
    case "53100": case "53200": case "53400": case "54000":
      return new LedgerFault("full", `The database did not take what was to be written: ${error.message}.`, "Free space on the database's disk (or raise its limits) and try again; nothing of this step was kept.", error);
    case "55P03": case "57014": case "40P01": case "40001":
      return new LedgerFault("busy", "Others have been writing to the database for longer than this program waits.", "Let the other program finish, or stop it, and try again; nothing of this step was kept.", error);
    case "25006": case "42501":
      return new LedgerFault("readonly", `The database does not allow this program to write: ${error.message}.`, "Name the primary server in DATABASE_URL, with a user who owns the tables of the register.", error);
    case "XX001": case "XX002":
      return new LedgerFault("damaged", `The database says its files are damaged: ${error.message}.`, "Restore the database from its last good copy.", error);
    default:
      return error;
  }
}

function away(cause: Error): LedgerFault {
  return new LedgerFault("unreachable", "The database of DATABASE_URL cannot be reached.", "Check that it runs and that DATABASE_URL names its host and port, then try again; a step under way was kept whole or not at all.", cause);
}

/** An error of several attempts (one for each address of a host) has the code of its first. */
function codeOf(error: Error): string | undefined {
  if ("code" in error && typeof error.code === "string") return error.code;
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  return first instanceof Error ? codeOf(first) : undefined;
}
