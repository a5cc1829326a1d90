// Once: a request that comes twice under one key is taken once. The key and what was asked stand beside the events it led to, in the ledger
// itself, so that neither a crash between two writes nor two processes at once can take it twice. Only digests are kept.
import { err, ok, type Digest, type Result } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface Once {
  /** Whoever asks chooses it: new for every request, the same when one is sent again. */
  readonly key: string;
  /** What is asked, as text; it is not kept. */
  readonly asked: string;
}

/** Keys that every event of the request carries: by the first it is found again, by the second it is known to be the same. */
export function keysOfRequest({ digest }: Pick<Registry, "digest">, { key, asked }: Once): readonly [string, string] {
  const own: Digest = digest(`request ${key}`);
  return [keyOf.request(own), keyOf.request(`${own}:${digest(`${key} ${asked}`)}`)];
}

/** What was stored for it before. The same key with something else is a mistake of whoever asks. */
export async function storedFor(registry: Registry, once: Once): Promise<Result<readonly StoredEvent[], Problem>> {
  const [own, same] = keysOfRequest(registry, once);
  const events = await registry.ledger.read({ keys: [own] });
  if (events.length === 0 || (await registry.ledger.read({ keys: [same], limit: 1 })).length > 0) return ok(events);
  return err(problem("key-reused", "this `Idempotency-Key` was used for another request, which was taken", "Use a new key for a new request; send the same body again to be told what came of the first."));
}
