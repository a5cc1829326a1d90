// Packed: public pages and their assets on the wire, as small as the reader's program takes them. Assets are packed once, pages as they are
// sent. Pages of the desks are not: what a secret stands on is not packed together with what somebody else wrote (BREACH).
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

type Packing = "br" | "gzip";

/** Below this there is little to gain. */
const WORTH_IT = 1400;
const PAGE_QUALITY = 4;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** The best packing the reader's program takes (RFC 9110, 12.5.3); undefined: none. */
export function packingFor(accepted: string | undefined): Packing | undefined {
  const weights = new Map((accepted ?? "").toLowerCase().split(",").map((each): [string, number] => {
    const [name = "", ...parameters] = each.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    return [name, weight === undefined ? 1 : Number(weight.slice("q=".length)) || 0];
  }));
  return (["br", "gzip"] as const).find((packing) => (weights.get(packing) ?? weights.get("*") ?? 0) > 0);
}

/** Sends a text packed as its asker takes it. */
export async function sendPacked(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  reply.header("vary", "accept-encoding");
  const packing = text.length < WORTH_IT ? undefined : packingFor(request.headers["accept-encoding"]);
  if (packing === undefined) return reply.send(text);
  const bytes = packing === "br" ? await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: PAGE_QUALITY, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }) : await zip(text);
  return reply.header("content-encoding", packing).send(bytes);
}

/** What does not change, packed each way when it is first asked for so. */
export function packedOnce(bytes: Uint8Array): (packing: Packing | undefined) => { readonly bytes: Buffer; readonly packing?: Packing } {
  const plain = Buffer.from(bytes);
  const packed = new Map<Packing, Buffer>();
  return (packing) => {
    if (packing === undefined) return { bytes: plain };
    const small = packed.get(packing) ?? (packing === "br" ? brotliCompressSync(plain) : gzipSync(plain, { level: 9 }));
    packed.set(packing, small);
    return small.length < plain.length ? { bytes: small, packing } : { bytes: plain };
  };
}
