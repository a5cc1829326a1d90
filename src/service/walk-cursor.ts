// Walk cursor: where a walk through many organisations stopped, and the snapshot it goes through: position, clocks, rulebook, the last file.
// Handed out with a page and taken back with the next question; it carries nothing that is not in the answers, and a digest against damage.
import { err, ok, parseDigest, parseFileNumber, parsePlainDate, parsePosition, type Digest, type FileNumber, type Result } from "../domain/terms/index.ts";
import type { Clocks } from "./clocks.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface WalkCursor extends Clocks {
  readonly rulebook: Digest;
  /** The file by which the last organisation told of was come upon. */
  readonly after: FileNumber;
}

const SEPARATOR = "~";
const CHECKED_DIGITS = 12;

/** @param question what was asked, so that a cursor serves no other question */
export function cursorText({ digest }: Registry, question: string, { on, law, known, rulebook, after }: WalkCursor): string {
  const text = [on, law, known, rulebook, after].join(SEPARATOR);
  return Buffer.from([text, checkOf(digest, text), checkOf(digest, question)].join(SEPARATOR), "utf8").toString("base64url");
}

/** The cursor of a page of the same question, or what is wrong with it. */
export function readCursor({ digest }: Registry, question: string, text: string): Result<WalkCursor, Problem> {
  const [on = "", law = "", known = "", rulebook = "", after = "", check = "", asked = ""] = Buffer.from(text, "base64url").toString("utf8").split(SEPARATOR);
  const parts = [parsePlainDate(on), parsePlainDate(law), parsePosition(known), parseDigest(rulebook), parseFileNumber(after)] as const;
  const [onDay, lawDay, position, hash, file] = parts;
  if (checkOf(digest, [on, law, known, rulebook, after].join(SEPARATOR)) !== check || !onDay.ok || !lawDay.ok || !position.ok || !hash.ok || !file.ok) {
    return err(problem("cursor-invalid", "the cursor is damaged", "Give `cursor` exactly as `next` of the page before has it, or leave it out to begin anew."));
  }
  if (checkOf(digest, question) !== asked) return err(problem("cursor-invalid", "the cursor belongs to another question", "Ask what the first page was asked: the same entry, effect and kinds; or leave the cursor out to begin anew."));
  return ok({ on: onDay.value, law: lawDay.value, known: position.value, rulebook: hash.value, after: file.value });
}

function checkOf(digest: Registry["digest"], text: string): string {
  return digest(text).slice(-CHECKED_DIGITS);
}
