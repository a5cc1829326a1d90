// Webhook signature: what a webhook is signed with and what it carries so that its receiver can tell that it comes from here, was not changed
// and is not an old one sent again (Standard Webhooks, symmetric form `v1`).
import { createHmac } from "node:crypto";
import { assert, type Instant } from "../domain/terms/index.ts";

const PREFIX = "whsec_";

/** A secret of these bytes, as it is shown and kept. */
export function webhookSecret(bytes: Uint8Array): string {
  assert(bytes.length >= 24 && bytes.length <= 64, "the secret of a webhook has 24 to 64 bytes");
  return PREFIX + Buffer.from(bytes).toString("base64");
}

/** The three headers of one attempt. `id` is the same at every attempt; the instant is the attempt's. */
export function webhookHeaders({ id, at, body, secret }: { readonly id: string; readonly at: Instant; readonly body: string; readonly secret: string }): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000));
  const signature = createHmac("sha256", Buffer.from(secret.slice(PREFIX.length), "base64")).update(`${id}.${seconds}.${body}`, "utf8").digest("base64");
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": `v1,${signature}` };
}
