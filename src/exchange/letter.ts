// Letter: a message on its way out, and the same as the bytes every mail program reads (RFC 5322). One letter gives the same bytes
// whenever and however often they are made: all that tells two copies apart is drawn from its key.
import MailComposer from "nodemailer/lib/mail-composer";
import { createHash } from "node:crypto";
import type { Instant } from "../domain/terms/index.ts";

export interface Letter {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }[];
  readonly notBefore: Instant;
  /** What it carries besides: how to stop more of its kind, or what a webhook is signed with. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What became of a letter. `failed`: not handed over, another attempt may do it; `unreachable`: nor would any other letter be now.
 * `refused`: no attempt will. `uncertain`: it may have been taken, and nobody said so.
 */
export type Delivery = { readonly kind: "sent" } | { readonly kind: "failed" | "unreachable" | "refused" | "uncertain"; readonly error: string };

/** Hands over one letter at a time. Never throws for what the other side does. */
export interface Transport {
  send(letter: Letter): Promise<Delivery>;
}

const ADDRESS = /^[^\s@<>(),:;"]+@[^\s@<>(),:;"]+$/;

export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** The same for the same key: by its Message-ID whoever receives a second copy can tell it from a second letter. */
export function idOf(key: string): string {
  return createHash("sha256").update(key, "utf8").digest("hex").slice(0, 40);
}

/** Somebody without a mail address stands in `To` as a group without members. */
export async function composed({ key, to, subject, text, attachments, notBefore, headers = {} }: Letter, from: string): Promise<Uint8Array> {
  const id = idOf(key);
  const composer = new MailComposer({
    from, to: isMailAddress(to) ? { name: "", address: to } : `"${to.replaceAll(/[\p{Cc}"\\]+/gu, " ")}":;`, subject, text, date: dated(notBefore), messageId: `<${id}@${from.slice(from.lastIndexOf("@") + 1)}>`, baseBoundary: id,
    headers: { "Auto-Submitted": "auto-generated", ...headers }, disableFileAccess: true, disableUrlAccess: true,
    attachments: attachments.map(({ name, mediaType, content }) => ({ filename: name, contentType: mediaType, content: Buffer.from(content) })),
  });
  return composer.compile().build();
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Mon, 02 Mar 2026 09:00:00 +0000` */
function dated(instant: Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = Temporal.Instant.from(instant).toZonedDateTimeISO("UTC");
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${DAYS[dayOfWeek - 1]}, ${two(day)} ${MONTHS[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0000`;
}
