// Check a receipt: what is proven of a file by public keys alone, in words of both languages; and where the register that gave it is at hand,
// whether the same question is answered in the same way today.
import { err, ok, type Result } from "../domain/terms/index.ts";
import { lineInWords, partOfReceipt, readKeySet, receiptInWords, verifyReceipt, type ProvenReceipt, type PublicKey, type ReceiptFinding, type ReceiptHead, type ReceiptLine } from "../domain/proof/index.ts";
import { askAgain, type AskedAgain } from "./ask-again.ts";
import { problem, type Problem } from "./problem.ts";
import { proofTools, receiptKeys } from "./receipt-keys.ts";
import type { Registry } from "./registry.ts";

export interface ReceiptToCheck {
  readonly bytes: Uint8Array;
  /** A saved key set; without it, the keys of the register. */
  readonly keySet?: Uint8Array;
  /** Only this line of a lot, counted from 1. */
  readonly line?: number;
  /** The register, where it is at hand. */
  readonly registry?: Registry;
  readonly digest: Registry["digest"];
  readonly progress?: (done: number, total: number) => void;
}

export interface CheckedLine {
  readonly number: number;
  readonly line: ReceiptLine;
  readonly words: InBoth;
  /** Absent where the register that gave the receipt is not at hand, or the line is an error. */
  readonly again?: AskedAgain;
}

type InBoth = Readonly<Record<"en" | "zh", readonly string[]>>;

/** A receipt that is what a register said. `part`: the one line by itself, where one was asked for. */
export interface ReceiptChecked {
  readonly head: ReceiptHead;
  readonly key: PublicKey;
  readonly words: InBoth;
  readonly lines: readonly CheckedLine[];
  readonly part?: string;
}

/** What is proven of a receipt, or everything that is wrong with it. A problem: the keys cannot be read. */
export async function checkReceipt(request: ReceiptToCheck): Promise<Result<Result<ReceiptChecked, readonly ReceiptFinding[]>, Problem>> {
  const { bytes, registry, line } = request;
  const own = registry === undefined ? [] : await receiptKeys(registry);
  const keys = request.keySet === undefined ? ok(own) : savedKeys(request.keySet, own, request.digest);
  if (!keys.ok) return keys;
  const proven = verifyReceipt(bytes, keys.value, proofTools(request));
  if (!proven.ok) return ok(proven);
  const part = line === undefined ? undefined : partOfReceipt(bytes, line, request.digest);
  if (part?.ok === false) return ok(err([part.error]));
  const wanted = line === undefined ? proven.value : { ...proven.value, lines: proven.value.lines.filter(({ number }) => number === line) };
  // Only the register that signed it is asked again: another one would answer about other organisations.
  const asked = own.some(({ kid }) => kid === wanted.key.kid) ? registry : undefined;
  const { head, key } = wanted;
  return ok(ok({ head, key, words: inBoth((language) => receiptInWords(wanted, language)), lines: await linesOf(wanted, asked, request.progress), ...(part === undefined ? {} : { part: part.value }) }));
}

async function linesOf({ head, lines }: ProvenReceipt, registry: Registry | undefined, progress: ReceiptToCheck["progress"]): Promise<readonly CheckedLine[]> {
  const checked: CheckedLine[] = [];
  for (const { number, line } of lines) {
    const again = registry === undefined || line.kind === "error" ? undefined : await askAgain(registry, { kind: head.asker }, line);
    checked.push({ number, line, words: inBoth((language) => lineInWords(line, language)), ...(again === undefined ? {} : { again }) });
    if (registry !== undefined) progress?.(checked.length, lines.length);
  }
  return checked;
}

function inBoth(words: (language: "en" | "zh") => readonly string[]): InBoth {
  return { en: words("en"), zh: words("zh") };
}

const KEY_SET_BYTES_MAX = 8 * 1024 * 1024;

/** The saved keys; what the register at hand knows of them beside (that one is revoked) counts as well. */
export function savedKeys(bytes: Uint8Array, own: readonly PublicKey[], digest: Registry["digest"]): Result<readonly PublicKey[], Problem> {
  const read = bytes.length > KEY_SET_BYTES_MAX ? err("it is larger than any") : readKeySet(Buffer.from(bytes).toString("utf8"), digest);
  if (!read.ok) return err(problem("keys-unreadable", `the file of keys is no key set of a register: ${read.error}`, "Save what `/.well-known/jwks.json` answers, or what `keys --json` prints, as it is."));
  return ok(read.value.map((key) => {
    const known = own.find(({ kid }) => kid === key.kid);
    return known !== undefined && known.revoked !== null && (key.revoked === null || known.revoked.from < key.revoked.from) ? { ...key, revoked: known.revoked } : key;
  }));
}
