// Fill outbox: letters are put into the outbox, each once: those of the ledger's events and those of what was told. Each of the two is read on
// from the place that is kept for it: what came before the outbox was switched on is sent to nobody. Sending is send-outbox.ts.
import { parsePosition, present, type FileNumber, type Position } from "../domain/terms/index.ts";
import type { KnownEvent, Told } from "../domain/events/index.ts";
import { isKnown, organisationOf, keyOf } from "../domain/register/index.ts";
import { letterPdf, letterText, type Letter } from "../outgoing/index.ts";
import type { OutgoingFile, OutgoingMessage } from "../store/index.ts";
import { letterOfEvent } from "./case-letters.ts";
import { messageKey, toldKey } from "./letter-states.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";
import { fileIn } from "./told-detail.ts";
import { letterOfTold, toldAt } from "./told-letters.ts";

/** Events that may have a letter; which of them has one, the case says. */
const TYPES: readonly KnownEvent["type"][] = [
  "NoticeIssued", "NoticeServed", "DefenceReceived", "ListingDecided", "ProposalWithdrawn", "ListingRemoved", "CaseOpened", "StepTaken", "CaseWithdrawn", "RecordRepaired", "RecordCorrected", "EffectsStayed", "StayEnded",
];
/** Looked at before the place is kept: as many letters may have to be printed again where a process dies. */
const PAGE = 20;

/** Where letters come from, and the setting that keeps up to where they were put. */
interface Source<T> {
  readonly place: string;
  readonly head: () => Promise<number>;
  /** At most `PAGE` of what lies in (after, upTo]. */
  readonly next: (after: number, upTo: number) => Promise<readonly T[]>;
  readonly placeOf: (item: T) => number;
  readonly messages: (item: T) => Promise<readonly OutgoingMessage[]>;
}

export interface OutboxFilled {
  /** Messages that were not there yet. */
  readonly put: number;
  /** Whether there is more than was looked at. */
  readonly more: boolean;
}

/** From here on letters go out: nothing recorded or told until now is sent. */
export async function startOutbox(registry: Registry): Promise<void> {
  for (const { place, head } of [ofEvents(registry), ofTold(registry)]) await registry.ledger.setSetting(place, String(await head()));
}

/** Puts the next letters. Whoever else does the same at the same time puts the same messages under the same keys. */
export async function fillOutbox(registry: Registry): Promise<OutboxFilled> {
  const [events, told] = [await fillFrom(registry, ofEvents(registry)), await fillFrom(registry, ofTold(registry))];
  return { put: events.put + told.put, more: events.more || told.more };
}

async function fillFrom<T>({ ledger }: Registry, { place, head: readHead, next, placeOf, messages: messagesOf }: Source<T>): Promise<OutboxFilled> {
  // The head is read first: whatever comes in while somebody else starts the outbox comes after what both have seen.
  const head = await readHead();
  const kept = parsePosition((await ledger.setting(place)) ?? "");
  if (!kept.ok) {
    await ledger.setSetting(place, String(head));
    return { put: 0, more: false };
  }
  const items = await next(kept.value, head);
  const messages: OutgoingMessage[] = [];
  for (const item of items) {
    messages.push(...(await messagesOf(item)));
    // Printing keeps the processor busy; whoever asks something meanwhile has a turn between two letters.
    await new Promise((resolve) => void setImmediate(resolve));
  }
  const put = await ledger.outbox.put(messages);
  // INVARIANT: the place moves on only after all before it was put; put again, a message is the same one.
  const lastItem = items.at(-1);
  const last = items.length < PAGE || lastItem === undefined ? head : placeOf(lastItem);
  if (last > kept.value) await ledger.setSetting(place, String(last));
  return { put, more: items.length === PAGE };
}

function ofEvents(registry: Registry): Source<Awaited<ReturnType<Registry["ledger"]["read"]>>[number]> {
  const { ledger } = registry;
  return {
    place: "outbox-position", head: () => ledger.head(), placeOf: ({ position }) => position,
    next: (after, upTo) => ledger.read({ types: [...TYPES], after: positionAt(after), upTo: positionAt(upTo), limit: PAGE }),
    messages: async (event) => (isKnown(event) ? messagesOfEvent(registry, event) : []),
  };
}

function ofTold(registry: Registry): Source<Told> {
  const { ledger } = registry;
  return {
    place: "outbox-told", head: () => ledger.toldHead(), placeOf: ({ sequence }) => sequence,
    next: async (after, upTo) => (await ledger.toldAfter(after, PAGE)).filter(({ sequence }) => sequence <= upTo),
    messages: (told) => messagesOfTold(registry, told),
  };
}

/** What an event leads to: its letter to the organisation, and a copy to the office of what the organisation sent itself. */
async function messagesOfEvent(registry: Registry, event: KnownEvent): Promise<readonly OutgoingMessage[]> {
  const letter = event.matter === null ? undefined : await letterOfEvent(registry, event.matter, event);
  if (letter === undefined) return [];
  const files = printed(letter);
  const message = (to: "organisation" | "office", recipient: string): OutgoingMessage => ({ key: messageKey(event.position, to), to: recipient, ...contentOf(letter, files), notBefore: event.recordedAt });
  const toOrganisation = message("organisation", (await mailAddressOf(registry, event.files[0])) ?? nameAndFile(letter.to));
  return letter.kind === "submission-receipt" && event.office === null ? [toOrganisation, message("office", nameAndFile(letter.from))] : [toOrganisation];
}

async function messagesOfTold(registry: Registry, told: Told): Promise<readonly OutgoingMessage[]> {
  const letter = await letterOfTold(registry, told);
  if (letter === undefined) return [];
  return [{ key: toldKey(told.sequence), to: (await mailAddressOf(registry, fileIn(told))) ?? nameAndFile(letter.to), ...contentOf(letter, printed(letter)), notBefore: registry.clock.now() }];
}

function contentOf(letter: Letter, files: readonly OutgoingFile[]): Pick<OutgoingMessage, "subject" | "text" | "attachments"> {
  return { subject: subjectOf(letter), text: textOf(letter, files), attachments: files };
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
async function mailAddressOf(registry: Registry, file: FileNumber | undefined): Promise<string | undefined> {
  return file === undefined ? undefined : organisationOf(await readClosure(registry, [keyOf.file(file)]), file)?.attributes.email;
}

/** The same for a message by its key; undefined as well where it went to an office. */
export async function addressNow(registry: Registry, key: string): Promise<string | undefined> {
  const [, kind, number] = /^(letter|told):([1-9]\d{0,14})$/.exec(key) ?? [];
  const place = Number(number);
  if (kind === "told") {
    const told = await toldAt(registry, place);
    return told === undefined ? undefined : mailAddressOf(registry, fileIn(told));
  }
  const [event] = kind === undefined ? [] : await registry.ledger.read({ after: positionAt(place - 1), limit: 1 });
  return event?.position === place ? mailAddressOf(registry, event.files[0]) : undefined;
}

function positionAt(place: number): Position {
  const position = parsePosition(String(place));
  return present(position.ok ? position.value : undefined, `the position ${place}`);
}

/** Somebody without a mail address, as the file transport names them; no mail server takes it. */
function nameAndFile({ names, file }: Letter["to"] | Letter["from"]): string {
  const name = (names.zh ?? names.en).replaceAll(/[\p{Cc}@]+/gu, " ");
  return file === "" ? name : `${name} (${file})`;
}
