// Rebuild: derives again from the ledger what is kept beside it and compares: commitments, the names to find by, the told log.
import { levelName } from "../domain/identity/index.ts";
import type { Position } from "../domain/terms/index.ts";
import type { KnownEvent, StoredEvent } from "../domain/events/index.ts";
import { isKnown, replay } from "../domain/register/index.ts";
import { keysOf } from "./append.ts";
import { verifyCommitment, type SealedBody } from "../store/index.ts";
import type { Registry } from "./registry.ts";

export interface Verification {
  readonly events: number;
  readonly organisations: number;
  readonly head: Position;
  /** What does not agree with the ledger; empty: everything does. */
  readonly differences: readonly string[];
}

const DIFFERENCES_MAX = 100;
const BODIES_PER_READ = 1000;

/** Reads every event once, checks its place and its commitment, and that it can be found again by its keys and names. */
export async function verifyRegister(registry: Registry, progress: (done: number, total: number) => void): Promise<Verification> {
  const head = await registry.ledger.head();
  const differences: string[] = [];
  const events: StoredEvent[] = [];
  let expected = 1;
  for await (const event of registry.ledger.stream({ upTo: head })) {
    if (event.position !== expected) differences.push(`position ${expected} is missing; the next event stands at ${event.position}`);
    expected = event.position + 1;
    events.push(event);
    if (event.position % 5000 === 0) progress(event.position, head);
  }
  if (expected !== head + 1) differences.push(`the ledger says it stands at ${head}, and its last event at ${expected - 1}`);
  differences.push(...(await brokenCommitments(registry, events)));
  const keyed = new Map<string, number>();
  for (const event of events) {
    if (!isKnown(event)) continue;
    for (const key of keysOf(registry, event)) keyed.set(key, (keyed.get(key) ?? 0) + 1);
  }
  const register = replay(events);
  for (const [key, count] of keyed) {
    if (differences.length >= DIFFERENCES_MAX) break;
    // The keys of what was forgotten stay, and what they were can no longer be worked out.
    const stored = (await registry.ledger.read({ keys: [key] })).filter(isKnown).length;
    if (stored !== count) differences.push(`\`${key}\` should lead to ${count} events and leads to ${stored}`);
  }
  for (const file of register.files.values()) {
    for (const name of file.names) {
      if (differences.length >= DIFFERENCES_MAX) break;
      const rows = await registry.ledger.findNames({ text: levelName(name.text), how: "exact", in: ["levelled"], limit: 1000 });
      if (!rows.some((row) => row.file === file.file) && rows.length < 1000) differences.push(`a name of ${file.file} cannot be found`);
    }
  }
  return { events: events.length, organisations: register.files.size, head, differences };
}

/**
 * Events whose body and salt, as they were written, are not what their envelope committed to, or whose files are not those the body
 * names. Forgotten bodies can no longer be compared.
 */
async function brokenCommitments(registry: Registry, events: readonly StoredEvent[]): Promise<readonly string[]> {
  const broken: string[] = [];
  for (let index = 0; index < events.length; index += BODIES_PER_READ) {
    const page = events.slice(index, index + BODIES_PER_READ);
    const written = new Map((await registry.ledger.readBodies(page.map((event) => event.position))).map((sealed) => [sealed.position, sealed]));
    for (const event of page) {
      if (!isKnown(event)) continue;
      if (!verifies(event, written.get(event.position))) broken.push(`the body of event ${event.position} does not match its commitment`);
      broken.push(...(await brokenAttachments(registry, event)));
    }
  }
  return broken;
}

function verifies({ commitment }: StoredEvent, sealed: SealedBody | undefined): boolean {
  return sealed !== undefined && verifyCommitment({ body: sealed.body, commitment }, sealed.salt);
}

async function brokenAttachments({ ledger, digest }: Registry, { position, body }: KnownEvent): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const { id, digest: said } of "attachments" in body ? body.attachments : []) {
    const content = await ledger.attachment(id);
    if (content === null || digest(content) !== said) broken.push(`the attachment \`${id}\` of event ${position} is not the file that was handed in`);
  }
  return broken;
}
