// What SQLite says went wrong, said for the person who runs the register. What is not known here is a bug and stays as it is.
import { LedgerFault } from "./ledger-types.ts";

// Primary result codes (https://sqlite.org/rescode.html); extended codes carry them in their low byte.
const [PERM, BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB] = [3, 5, 6, 8, 10, 11, 13, 14, 15, 26];
/** Kinds of IOERR in which what was written was not taken: write, fsync, dir_fsync, truncate, shmsize. */
const NOT_TAKEN: ReadonlySet<number> = new Set([778, 1034, 1290, 1546, 4874]);

export function sqliteFault(error: unknown, path: string): unknown {
  const code = resultCode(error);
  if (code === undefined) return error;
  switch (code & 0xff) {
    case BUSY: case LOCKED: case PROTOCOL:
      return tooLongBusy(path, error);
    case FULL:
      return full(path, error);
    case PERM: case READONLY: case CANTOPEN:
      return notOurs(path, error);
    case CORRUPT: case NOTADB:
      return damaged(path, error);
    case IOERR:
      return NOT_TAKEN.has(code) ? full(path, error) : damaged(path, error);
    default:
      return error;
  }
}

export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code !== undefined && [BUSY, LOCKED, PROTOCOL].includes(code & 0xff);
}

export function tooLongBusy(path: string, cause: unknown): LedgerFault {
  return new LedgerFault("busy", `Another process has been writing to \`${path}\` for longer than this one waits.`, "Let the other process finish, or stop it, and try again; nothing of this step was kept.", cause);
}

/** Making the folder failed: no right to, no room, or something else stands there. */
export function folderFault(error: unknown, dataDir: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EACCES": case "EPERM": case "EROFS":
      return notOurs(dataDir, error);
    case "ENOSPC": case "EDQUOT":
      return full(dataDir, error);
    case "EEXIST": case "ENOTDIR":
      return new LedgerFault("unreachable", `\`${dataDir}\` is not a folder.`, "Name a folder for the data, or move away the file that stands in its place.", error);
    default:
      return error;
  }
}

function full(path: string, cause: unknown): LedgerFault {
  return new LedgerFault("full", `The disk did not take what was to be written to \`${path}\`: it is full.`, "Free some space (or raise the quota) and try again; nothing of this step was kept.", cause);
}

function notOurs(path: string, cause: unknown): LedgerFault {
  return new LedgerFault("readonly", `\`${path}\` cannot be opened for writing.`, "Give the user who runs the register the right to write to this folder and its files, or name another folder.", cause);
}

function damaged(path: string, cause: unknown): LedgerFault {
  return new LedgerFault("damaged", `\`${path}\` is not a register any more: the file is damaged or is something else.`, "Move the file away, keep it, and restore the register from its last good copy.", cause);
}

function resultCode(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : undefined;
}
