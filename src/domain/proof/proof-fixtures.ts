// Receipts for tests: invented lines, a key whose private part is known to everybody (RFC 8037, appendix A), and the tools to sign and check.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { parseDigest, parseInstant, plainDate, present, type Digest, type Instant, type Json, type Position } from "../terms/index.ts";
import type { PublicKey } from "./key-set.ts";
import type { ReceiptLine } from "./receipt.ts";
import { lineText, sealReceipt, type Signer } from "./seal-receipt.ts";
import type { ProofTools } from "./verify-receipt.ts";

export const X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
export const KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
const secret = createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", x: X, d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A" }, format: "jwk" });

export const signer: Signer = { kid: KID, sign: (bytes) => sign(null, bytes, secret) };

export function digest(bytes: string | Uint8Array): Digest {
  const parsed = parseDigest(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
  return present(parsed.ok ? parsed.value : undefined, "a digest");
}

export const tools: ProofTools = { digest, verify: ({ x, bytes, signature }) => verify(null, bytes, createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }), signature) };

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

export const key: PublicKey = { kid: KID, x: X, madeAt: instant("2026-01-01T00:00:00.000Z"), retiredAt: null, revoked: null };

const trigger = { kind: "list", list: "ferry:north-barred", listing: "l-1" };

export function answerLine(name: string, more: { readonly verdict?: "bound" | "clear"; readonly act?: string; readonly because?: Json; readonly onFile?: boolean } = {}): ReceiptLine & { readonly kind: "answer" } {
  const { verdict = "bound", act = "ferry:moor@north", because = { trigger, criteria: [] }, onFile = true } = more;
  return {
    kind: "answer", salt: createHash("md5").update(name).digest("base64url"), asked: { organisation: name, act },
    answer: {
      organisation: { file: onFile ? "P00000018" : null, name: onFile ? name : null, onFile, codes: [{ scheme: "ferry:mark", value: "N-7" }] }, act, verdict, decision: verdict === "clear", effects: verdict === "clear" ? [] : [{ effect: "deny", measure: "ferry:own-north", because, basis: [] }],
      possible: [], favours: [], missing: [], exits: [], asOf: { on: plainDate("2026-02-03"), law: plainDate("2026-02-01"), known: 12 as Position, rulebook: digest("law"), editions: { "ferry:north-barred": plainDate("2026-02-01") } },
    },
    words: { en: { sentence: `On 3 February 2026 ${name} is ${verdict}.`, reasons: ["It stands on a list."], exits: ["the term ends"] }, zh: { sentence: `2026年2月3日，${name}。`, reasons: ["列入名单。"], exits: ["期限届满"] } },
    names: { "ferry:moor": { en: "Moor", zh: "停泊" }, "ferry:north-barred": { en: "Barred by the north", zh: "北岸名单" } }, commitment: digest("event 12"),
  };
}

export const errorLine: ReceiptLine = { kind: "error", salt: "AAAAAAAAAAAAAAAAAAAAAA", asked: { organisation: "Nobody Ltd", act: "ferry:moor" }, error: { code: "organisation-not-found", message: "no organisation is called exactly `Nobody Ltd`" } };

/** The bytes of a receipt for these lines, signed by the key everybody has. */
export function receiptOf(lines: readonly ReceiptLine[], issuedAt = "2026-03-02T12:00:00.000Z"): Uint8Array {
  const sealed = sealReceipt({ asker: "keeper", issuedAt: instant(issuedAt), lines: lines.map(lineText), signer, digest });
  return new TextEncoder().encode(sealed.ok ? sealed.value : sealed.error);
}
