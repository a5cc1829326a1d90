// Ask again: a receipt's question, put to the ledger once more. As known then it must come to the same; as known now it may not, and then
// whoever was told the wrong thing is told the right one, with what became of the listings and records the old answer rested on.
import { parseFileNumber, parsePosition, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import { joinedFiles, keyOf } from "../domain/register/index.ts";
import type { Answer, Asker } from "../domain/restrictions/index.ts";
import { changedParts, restedOn, type ReceiptAnswer, type ReceiptLine, type RestedOn } from "../domain/proof/index.ts";
import { checkOrganisation, type CheckRequest } from "./check-organisation.ts";
import { commitmentAt, plainAnswer } from "./make-receipt.ts";
import { problem, type Problem } from "./problem.ts";
import { readOrganisation } from "./read.ts";
import { timeZoneOf, type Registry } from "./registry.ts";

/** One asking: whether it came to what the receipt says. */
export type CameTo =
  | { readonly kind: "same" }
  | { readonly kind: "another"; readonly parts: readonly string[]; readonly verdict: Answer["verdict"]; readonly words: Answer["words"] }
  | { readonly kind: "unanswered"; readonly problem: Problem };

/** What became since of something the answer rested on. */
export interface ChangedSince extends RestedOn {
  readonly what: "annulled" | "removed" | "corrected" | "repaired" | "withdrawn" | "stayed";
  readonly on: PlainDate;
  readonly position: Position;
}

export type AskedAgain =
  /** The ledger does not hold the event the receipt names: it is another register's, or an older copy. */
  | { readonly kind: "otherLedger" }
  | {
      readonly kind: "asked";
      readonly asKnownThen: CameTo;
      readonly asKnownNow: CameTo;
      /** As known now, under the rulebook in use; absent where that is the receipt's own. A law whose files were mended may say something else. */
      readonly underRulebookInUse?: CameTo;
      readonly since: readonly ChangedSince[];
      /** Positions of events about the organisation, of that time, whose content the register has had to forget since. */
      readonly forgotten: readonly Position[];
    };

/** Puts the question of a line again, in the name of whoever it was answered for. */
export async function askAgain(registry: Registry, asker: Asker, { answer, commitment }: ReceiptLine & { readonly kind: "answer" }): Promise<AskedAgain> {
  const known = parsePosition(String(answer.asOf.known));
  if (!known.ok || known.value > (await registry.ledger.head()) || (await commitmentAt(registry, known.value)) !== commitment) return { kind: "otherLedger" };
  const events = await eventsAbout(registry, answer);
  const { rulebook } = answer.asOf;
  const inUse = registry.rulebook.hash;
  return {
    kind: "asked",
    asKnownThen: await ask(registry, asker, answer, { rulebook, known: String(known.value) }),
    asKnownNow: await ask(registry, asker, answer, { rulebook }),
    ...(rulebook === inUse ? {} : { underRulebookInUse: await ask(registry, asker, answer, { rulebook: inUse }) }),
    since: await changedSince(registry, answer, events, known.value),
    forgotten: events.filter((event) => event.body === null && event.position <= known.value).map(({ position }) => position),
  };
}

async function ask(registry: Registry, asker: Asker, answer: ReceiptAnswer, as: Pick<CheckRequest, "rulebook" | "known">): Promise<CameTo> {
  const { organisation, act, asOf: { on, law } } = answer;
  const code = organisation.codes[0]?.value;
  const checked = (text: string): ReturnType<typeof checkOrganisation> => checkOrganisation(registry, asker, { organisation: text, act, on, law, explain: true, ...as });
  const byFile = await checked(organisation.file ?? code ?? "");
  // Where the batch that put it on file was taken back, nobody is on file any more, and its code still is a question.
  const again = !byFile.ok && byFile.error.code === "organisation-not-found" && organisation.file !== null && code !== undefined ? await checked(code) : byFile;
  if (!again.ok) return { kind: "unanswered", problem: problem(again.error.code, again.error.message, again.error.remedy) };
  const { words, ...now } = again.value;
  const parts = changedParts(answer, plainAnswer(now));
  return parts.length === 0 ? { kind: "same" } : { kind: "another", parts, verdict: now.verdict, words };
}

/** All that is on file about the organisation today, under every file that is joined to its own. */
async function eventsAbout(registry: Registry, { organisation: { file } }: ReceiptAnswer): Promise<readonly StoredEvent[]> {
  const number = parseFileNumber(file ?? "");
  if (!number.ok) return [];
  const { register } = await readOrganisation(registry, number.value, []);
  return registry.ledger.read({ keys: joinedFiles(register, number.value).map(keyOf.file) });
}

async function changedSince(registry: Registry, answer: ReceiptAnswer, events: readonly StoredEvent[], known: Position): Promise<readonly ChangedSince[]> {
  const rested = new Map(restedOn(answer).map((each) => [each.id, each]));
  if (rested.size === 0) return [];
  const found: ChangedSince[] = [];
  const batches = new Map<string, RestedOn>();
  for (const event of events) {
    const of = rested.get(thingOf(event) ?? "");
    if (of === undefined) continue;
    if (event.batch !== null && event.position <= known) batches.set(event.batch, of);
    const change = event.position > known ? changeIn(registry, event) : undefined;
    if (change !== undefined) found.push({ ...of, ...change, position: event.position });
  }
  const withdrawn = await registry.ledger.read({ keys: [...batches.keys()].map(keyOf.withdrawal), types: ["BatchWithdrawn"], after: known });
  for (const event of withdrawn) {
    const of = event.type === "BatchWithdrawn" && event.body !== null ? batches.get(event.body.batch) : undefined;
    if (of !== undefined) found.push({ ...of, what: "withdrawn", on: dayOf(registry, event), position: event.position });
  }
  return found.toSorted((a, b) => a.position - b.position);
}

/** The listing or record an event is about. */
function thingOf({ type, body }: StoredEvent): string | undefined {
  if (body === null) return undefined;
  switch (type) {
    case "ListingReported": case "ListingDecided": case "ListingRemoved":
      return "listing" in body ? (body.listing ?? undefined) : undefined;
    case "RecordReported": case "RecordCorrected": case "RecordRepaired":
      return "record" in body ? body.record : undefined;
    case "EffectsStayed":
      if (!("about" in body) || typeof body.about !== "object") return undefined;
      return "listing" in body.about ? body.about.listing : "record" in body.about ? body.about.record : undefined;
    default:
      return undefined;
  }
}

function changeIn(registry: Registry, event: StoredEvent): Pick<ChangedSince, "what" | "on"> | undefined {
  if (event.body === null) return undefined;
  switch (event.type) {
    case "ListingRemoved":
      return { what: event.body.retroactive ? "annulled" : "removed", on: event.body.removedOn };
    case "RecordCorrected":
      return { what: event.body.annulled ? "annulled" : "corrected", on: event.body.correctedOn ?? dayOf(registry, event) };
    case "RecordRepaired":
      return { what: "repaired", on: event.body.repairedOn };
    case "EffectsStayed":
      return { what: "stayed", on: event.body.from };
    default:
      return undefined;
  }
}

function dayOf(registry: Registry, { recordedAt }: StoredEvent): PlainDate {
  return registry.clock.dayOf(recordedAt, timeZoneOf(registry, undefined));
}
