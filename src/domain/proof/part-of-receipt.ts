// Part: one line of a receipt as a receipt of its own, with the path that leads to the signed root, so that it can be shown without the
// others. Nothing is signed again.
import { canonicalize } from "json-canonicalize";
import { err, ok, present, type Result } from "../terms/index.ts";
import { leafOf, pathOf, type DigestOf } from "./merkle-tree.ts";
import { readReceipt, receiptFinding, type ReceiptFinding } from "./read-receipt.ts";
import { receiptText } from "./seal-receipt.ts";
import { RECEIPT, type SignedKind } from "./signed-kind.ts";

/** The text of the part. The receipt has been verified before; a line it does not have is a finding. */
export function partOfReceipt(bytes: Uint8Array, number: number, digest: DigestOf, kind: SignedKind = RECEIPT): Result<string, ReceiptFinding> {
  const read = readReceipt(bytes, kind);
  if (!read.ok) return read;
  const { file, head } = read.value;
  const wanted = file.lines.find((line) => line.number === number);
  if (wanted === undefined) return err(receiptFinding("line-missing", `line ${number}`, `there is no line ${number} in it: ${file.lines.length === head.count ? `it has ${head.count}` : `it was cut down to ${file.lines.length} of ${head.count}`}`, `Name a line by its place in the lot, counted from 1, or ask for the ${kind.noun} of the whole lot.`));
  if (head.count === 1) return ok(receiptText(canonicalize(file.jws), [canonicalize(wanted)]));
  const path = wanted.path ?? pathOf(file.lines.map(({ line }) => leafOf(canonicalize(line), digest)), number - 1, digest);
  return ok(receiptText(canonicalize(file.jws), [canonicalize({ ...wanted, path: present(path, "the path of a line") })]));
}
