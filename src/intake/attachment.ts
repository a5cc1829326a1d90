// Attachments: what a file handed in with an act of a case is, by its bytes and never by its name: PDF, PNG, JPEG or plain UTF-8 text, and nothing
// else. Bytes and a name in; a name fit to be shown and a media type out, or everything that is wrong with the file.
import { fileTypeFromBuffer } from "file-type";
import { err, ok, type Finding, type Result } from "../domain/terms/index.ts";
import { oneLine } from "./levelled-text.ts";
import { NO_TEXT } from "./text-encoding.ts";
import { endsAsZip } from "./zip-directory.ts";

export interface ReadAttachment {
  /** Cleaned, and cut where it was long. */
  readonly name: string;
  readonly mediaType: AttachmentType;
}

export type AttachmentType = keyof typeof ENDINGS;

export type AttachmentFindingCode = (typeof ATTACHMENT_FINDING_CODES)[number];

export const ATTACHMENT_FINDING_CODES = [
  "attachment-empty", "attachment-too-large", "attachments-too-many", "attachment-name", "attachment-kind", "attachment-not-as-named", "attachment-damaged", "attachment-two-in-one",
] as const;

export const ATTACHMENT_BYTES_MAX = 10 * 1024 * 1024;
export const ATTACHMENTS_MAX = 5;

/** What a name of each kind ends in. A name that ends in nothing says nothing. */
const ENDINGS = { "application/pdf": ["pdf"], "image/png": ["png"], "image/jpeg": ["jpg", "jpeg"], "text/plain": ["txt"] } as const;
const TAKEN = "PDF, PNG, JPEG or plain text (UTF-8)";
const NAME_LENGTH_MAX = 120;
/** Slashes and drives lead elsewhere; control signs and marks of direction make a name look like another. */
const TRICKS = /[/\\]|^[A-Za-z]:|^\.+$|[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Signs nobody sees. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** Reads one file. All that is wrong with it comes at once, under the name it may be shown by. */
export async function readAttachment(given: string, bytes: Uint8Array): Promise<Result<ReadAttachment, readonly Finding[]>> {
  const name = shownName(given);
  const findings: Finding[] = [];
  if (TRICKS.test(given) || name === "") findings.push(attachmentFinding("attachment-name", name, "the name of the file holds slashes, control signs or marks that turn the direction of writing, or it is empty", "Give the file a plain name and choose it again."));
  if (bytes.length === 0) return err([...findings, attachmentFinding("attachment-empty", name, "the file is empty", "Choose the file again, once it has something in it.")]);
  if (bytes.length > ATTACHMENT_BYTES_MAX) return err([...findings, attachmentFinding("attachment-too-large", name, `the file has ${bytes.length} bytes, and at most ${ATTACHMENT_BYTES_MAX} (10 MB) are taken`, "Make it smaller, for instance by scanning it at a lower resolution, or send it in parts.", { bytes: bytes.length })]);
  const read = await kindOf(name, bytes);
  if (!read.ok) return err([...findings, read.error]);
  const mismatch = mismatchOf(name, read.value);
  const all = mismatch === undefined ? findings : [...findings, mismatch];
  return all.length > 0 ? err(all) : ok({ name, mediaType: read.value });
}

/** The name as it may be shown: on one line, without what steers, with its ending where it is cut. */
export function shownName(given: string): string {
  const plain = oneLine(given.toWellFormed().normalize("NFC").replaceAll(new RegExp(TRICKS.source, "gu"), " ").replaceAll(UNSEEN, ""));
  const signs = [...plain];
  if (signs.length <= NAME_LENGTH_MAX) return plain;
  const ending = endingOf(plain);
  const tail = ending === undefined ? "" : `.${ending}`;
  return `${signs.slice(0, NAME_LENGTH_MAX - tail.length - 1).join("")}…${tail}`;
}

async function kindOf(name: string, bytes: Uint8Array): Promise<Result<AttachmentType, Finding>> {
  const found = await fileTypeFromBuffer(bytes);
  switch (found?.mime) {
    case "application/pdf":
    case "image/png":
    case "image/jpeg": {
      const flaw = cutOff(found.mime, bytes) ? "cut" : holdsAnother(found.mime, bytes) ? "two" : undefined;
      if (flaw === "cut") return err(attachmentFinding("attachment-damaged", name, `the file begins as ${found.ext.toUpperCase()}, and its end is missing or followed by something else`, "Open it on your own machine, save it again, and choose it again.", { kind: found.ext.toUpperCase() }));
      if (flaw === "two") return err(attachmentFinding("attachment-two-in-one", name, "the file can be read as two kinds of file at once, and whoever opens it could see something else than you handed in", "Print or export it as a new file, and choose that."));
      return ok(found.mime);
    }
    default:
      // Words may begin with the signs by which a kind of file is told: a letter that starts with “BM” is no picture.
      if (isPlainText(bytes)) return holdsAnother("text/plain", bytes) ? err(attachmentFinding("attachment-two-in-one", name, "the text holds the beginning of a PDF", "Choose the PDF itself.", { kind: "PDF" })) : ok("text/plain");
      return err(attachmentFinding("attachment-kind", name, found === undefined ? `the file is of no kind that is taken here: ${TAKEN}` : `the file is ${found.ext.toUpperCase()}, and only ${TAKEN} are taken`, `Save or export it as one of these, and choose it again.${bytes[0] === 0xff || bytes[0] === 0xfe ? " A text is saved as UTF-8." : ""}`, found === undefined ? undefined : { kind: found.ext.toUpperCase() }));
  }
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !NO_TEXT.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // The decoder's only way of saying that the bytes are not UTF-8.
    return false;
  }
}

/** Whether the kind's own mark of its end is missing, or something stands behind it. Cameras put their own data behind a JPEG: there the mark must only be there. */
function cutOff(type: Exclude<AttachmentType, "text/plain">, bytes: Uint8Array): boolean {
  switch (type) {
    case "application/pdf":
      return !/%%EOF[\s\0]*$/.test(latin(bytes.subarray(-1024)));
    case "image/png":
      return !latin(bytes.subarray(-8)).startsWith("IEND");
    case "image/jpeg":
      return !latin(bytes).includes("\u00ff\u00d9");
  }
}

/** A PDF within the first bytes of something else, or a ZIP archive that is read from its end. */
function holdsAnother(type: AttachmentType, bytes: Uint8Array): boolean {
  return endsAsZip(bytes) || (type !== "application/pdf" && latin(bytes.subarray(0, 1024)).includes("%PDF-"));
}

/** Each byte as one sign. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function mismatchOf(name: string, type: AttachmentType): Finding | undefined {
  const ending = endingOf(name);
  const endings: readonly string[] = ENDINGS[type];
  if (ending === undefined || endings.includes(ending.toLowerCase())) return undefined;
  return attachmentFinding("attachment-not-as-named", name, `the file is ${type}, and its name ends in \`.${ending}\``, `Choose the file you mean; if it is this one, let its name end in \`.${endings[0]}\`.`, { type, ending, proper: endings[0] ?? "" });
}

/** `pdf` of `letter.pdf`; figures are no ending but a day or a number. */
function endingOf(name: string): string | undefined {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1];
  return ending === undefined || /^\d+$/.test(ending) ? undefined : ending;
}

export function attachmentFinding(code: AttachmentFindingCode, name: string, message: string, remedy: string, facts?: Finding["facts"]): Finding {
  return { code, at: name === "" ? "attachment" : name, message, remedy, ...(facts === undefined ? {} : { facts }) };
}
