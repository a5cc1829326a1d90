// Kept rulebooks: the registry as it would answer under a rulebook it was once run by. What the public may see is settled by the
// rulebook of today all the same.
import { err, ok, type Digest, type Result } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import type { Ledger } from "../store/index.ts";
import { restoreRulebook } from "./open-registry.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

/** Old rulebooks kept unpacked, the ones asked for last; one takes some megabytes. */
const UNPACKED_MAX = 4;
const PREFIX = /^(?:sha256:)?([0-9a-f]{4,64})$/;

const unpacked = new WeakMap<Ledger, Map<Digest, Rulebook>>();

/** @param text a hash, or the beginning of one, with or without `sha256:`; undefined: the rulebook in use */
export async function underRulebook(registry: Registry, text: string | undefined): Promise<Result<Registry, Problem>> {
  if (text === undefined) return ok(registry);
  const hex = PREFIX.exec(text.trim().toLowerCase())?.[1];
  if (hex === undefined) return err(problem("rulebook-unknown", `\`${text}\` is no hash of a rulebook`, "Give the hash an answer names, or at least its first four digits."));
  const prefix = `sha256:${hex}`;
  const kept = await registry.ledger.rulebooksLike(prefix, 3);
  const hashes = new Set([...kept.map(({ hash }) => hash), ...(registry.rulebook.hash.startsWith(prefix) ? [registry.rulebook.hash] : [])]);
  const [hash, other] = hashes;
  if (hash === undefined) return err(problem("rulebook-unknown", `no rulebook whose hash begins \`${hex}\` is kept here`, "Answers can be had under the rulebook in use and every one adopted before it that was kept."));
  if (other !== undefined) return err(problem("rulebook-unknown", `\`${text}\` begins the hash of several rulebooks: ${[...hashes].join(", ")}`, "Give more digits."));
  if (hash === registry.rulebook.hash) return ok(registry);
  const rulebook = await keptRulebook(registry, hash);
  return rulebook.ok ? ok({ ...registry, rulebook: rulebook.value, publishedBy: registry.rulebook }) : rulebook;
}

async function keptRulebook(registry: Registry, hash: Digest): Promise<Result<Rulebook, Problem>> {
  const known = unpacked.get(registry.ledger) ?? new Map<Digest, Rulebook>();
  unpacked.set(registry.ledger, known);
  const before = known.get(hash);
  const rulebook = before === undefined ? await restoreRulebook(registry, hash) : ok(before);
  if (!rulebook.ok) return rulebook;
  // Put last, so that the one not asked for longest is the first to go.
  known.delete(hash);
  known.set(hash, rulebook.value);
  const [oldest] = known.keys();
  if (known.size > UNPACKED_MAX && oldest !== undefined) known.delete(oldest);
  return rulebook;
}
