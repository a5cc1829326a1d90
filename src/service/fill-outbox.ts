// Fill outbox: the ledger's letters are put into the outbox, each once. It reads on from the position it kept: what came in before the outbox was
// switched on is sent to nobody. Sending is send-outbox.ts.
import { parsePosition } from "../domain/terms/index.ts";
import type { KnownEvent } from "../domain/events/index.ts";
import { isKnown, organisationOf, keyOf } from "../domain/register/index.ts";
import { letterPdf, letterText, type Letter } from "../outgoing/index.ts";
import type { OutgoingFile, OutgoingMessage } from "../store/index.ts";
import { letterOfEvent } from "./case-letters.ts";
import { messageKey } from "./letter-states.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";

/** Events that may have a letter; which of them has one, the case says. */
const TYPES: readonly KnownEvent["type"][] = [
  "NoticeIssued", "NoticeServed", "DefenceReceived", "ListingDecided", "ProposalWithdrawn", "ListingRemoved", "CaseOpened", "StepTaken", "CaseWithdrawn", "RecordRepaired", "RecordCorrected", "EffectsStayed", "StayEnded",
];
/** Events looked at before the position is kept: as many letters may have to be printed again where a process dies. */
const PAGE = 20;

/** Up to where letters were put. */
const POSITION = "outbox-position";

export interface OutboxFilled {
  /** Messages that were not there yet. */
  readonly put: number;
  /** Whether the ledger has more than was looked at. */
  readonly more: boolean;
}

/** From here on letters go out: nothing recorded until now is sent. */
export async function startOutbox({ ledger }: Pick<Registry, "ledger">): Promise<void> {
  await ledger.setSetting(POSITION, String(await ledger.head()));
}

/** Puts the letters of the next events. Whoever else does the same at the same time puts the same messages under the same keys. */
export async function fillOutbox(registry: Registry): Promise<OutboxFilled> {
  const { ledger } = registry;
  // The head is read first: whatever is recorded while somebody else starts the outbox comes after what both have seen.
  const head = await ledger.head();
  const kept = parsePosition((await ledger.setting(POSITION)) ?? "");
  if (!kept.ok) {
    await ledger.setSetting(POSITION, String(head));
    return { put: 0, more: false };
  }
  const events = await ledger.read({ types: [...TYPES], after: kept.value, upTo: head, limit: PAGE });
  const messages: OutgoingMessage[] = [];
  for (const event of events.filter(isKnown)) {
    messages.push(...(await messagesOf(registry, event)));
    // Printing keeps the processor busy; whoever asks something meanwhile has a turn between two letters.
    await new Promise((resolve) => void setImmediate(resolve));
  }
  const put = await ledger.outbox.put(messages);
  // INVARIANT: the position moves on only after all before it was put; put again, a message is the same one.
  const last = events.length < PAGE ? head : (events.at(-1)?.position ?? head);
  if (last > kept.value) await ledger.setSetting(POSITION, String(last));
  return { put, more: events.length === PAGE };
}

/** What an event leads to: its letter to the organisation, and a copy to the office of what the organisation sent itself. */
async function messagesOf(registry: Registry, event: KnownEvent): Promise<readonly OutgoingMessage[]> {
  const letter = event.matter === null ? undefined : await letterOfEvent(registry, event.matter, event);
  if (letter === undefined) return [];
  const files = printed(letter);
  const message = (to: "organisation" | "office", recipient: string): OutgoingMessage => ({
    key: messageKey(event.position, to), to: recipient, subject: subjectOf(letter), text: textOf(letter, files), attachments: files, notBefore: event.recordedAt,
  });
  const toOrganisation = message("organisation", (await mailAddressOf(registry, event)) ?? nameAndFile(letter.to));
  return letter.kind === "submission-receipt" && event.office === null ? [toOrganisation, message("office", nameAndFile(letter.from))] : [toOrganisation];
}

function printed(letter: Letter): readonly OutgoingFile[] {
  const pdf = letterPdf(letter);
  // Where no letter can be printed, its text is the letter.
  return pdf.ok ? [{ name: `${letter.kind}.pdf`, mediaType: "application/pdf", content: pdf.value.bytes }] : [];
}

function subjectOf({ title }: Letter): string {
  return [...new Set([title.zh, title.en])].filter((part) => part !== undefined).join(" / ").replaceAll(/\p{Cc}+/gu, " ");
}

function textOf(letter: Letter, files: readonly OutgoingFile[]): string {
  const enclosed = files.length === 0 ? [] : ["本函的PDF文本附后。/ This letter is attached as PDF."];
  return [letterText(letter, "zh"), letterText(letter, "en"), ...enclosed].join("\n----\n\n");
}

/** Where a letter to the organisation goes: its mail address as it is now on file; undefined: the register has none. */
async function mailAddressOf(registry: Registry, { files: [file] }: Pick<KnownEvent, "files">): Promise<string | undefined> {
  return file === undefined ? undefined : organisationOf(await readClosure(registry, [keyOf.file(file)]), file)?.attributes.email;
}

/** The same for a message by its key; undefined as well where it went to an office. */
export async function addressNow(registry: Registry, key: string): Promise<string | undefined> {
  const position = /^letter:([1-9]\d*)$/.exec(key)?.[1];
  const before = parsePosition(String(Number(position) - 1));
  if (position === undefined || !before.ok) return undefined;
  const [event] = await registry.ledger.read({ after: before.value, limit: 1 });
  return event === undefined || event.position !== Number(position) ? undefined : mailAddressOf(registry, event);
}

/** Somebody without a mail address, as the file transport names them; no mail server takes it. */
function nameAndFile({ names, file }: Letter["to"] | Letter["from"]): string {
  const name = (names.zh ?? names.en).replaceAll(/[\p{Cc}@]+/gu, " ");
  return file === "" ? name : `${name} (${file})`;
}
