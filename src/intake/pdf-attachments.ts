// PDF attachments: the files embedded in a PDF, from bytes nobody vouches for. Only what the register's own papers are made of is understood: plain
// objects, streams stored as they are or deflated. Whatever is otherwise has no attachment; nothing of it is run or followed.
import { inflateSync } from "node:zlib";

/** More than this a paper of ours never carries; the rest is not looked at. */
const ATTACHMENTS_MAX = 16;
const DICTIONARY_MAX = 2000;

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
}

/** The embedded files in the order they stand in the PDF; those that cannot be read, or are larger than `bytesMax`, are left out. */
export function pdfAttachments(bytes: Uint8Array, bytesMax: number): readonly Uint8Array[] {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  for (let at = pdf.indexOf("/EmbeddedFile", 0, "latin1"), seen = 0; at >= 0 && seen < ATTACHMENTS_MAX; at = pdf.indexOf("/EmbeddedFile", at + 1, "latin1")) {
    const stream = embeddedAt(pdf, at);
    if (stream === undefined) continue;
    seen += 1;
    const content = stream.deflated ? inflated(stream.content, bytesMax) : stream.content;
    if (content !== undefined && content.length <= bytesMax) found.push(new Uint8Array(content));
  }
  return found;
}

interface Embedded {
  readonly deflated: boolean;
  readonly content: Buffer;
}

/** The stream whose dictionary says at `at` that it is an embedded file. */
function embeddedAt(pdf: Buffer, at: number): Embedded | undefined {
  const start = pdf.lastIndexOf(" obj", at, "latin1");
  const stream = pdf.indexOf("stream\n", at, "latin1");
  if (start < 0 || stream < 0 || stream - start > DICTIONARY_MAX) return undefined;
  const dictionary = pdf.subarray(start, stream).toString("latin1");
  const length = /\/Length (\d{1,9})(?![\d ]*R)/.exec(dictionary)?.[1];
  if (length === undefined || !/\/Type\s*\/EmbeddedFile\b/.test(dictionary) || dictionary.includes("endobj")) return undefined;
  const filter = /\/Filter\s*(\/\w+|\[[^\]]*\])/.exec(dictionary)?.[1];
  if (filter !== undefined && filter !== "/FlateDecode") return undefined;
  const from = stream + "stream\n".length;
  const content = pdf.subarray(from, from + Number(length));
  return content.length === Number(length) ? { deflated: filter !== undefined, content } : undefined;
}

/** Undefined for what is no deflated stream, or would be larger than `bytesMax`. */
function inflated(content: Buffer, bytesMax: number): Buffer | undefined {
  try {
    return inflateSync(content, { maxOutputLength: bytesMax });
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && (String(fault.code).startsWith("Z_") || fault.code === "ERR_BUFFER_TOO_LARGE")) return undefined;
    throw fault;
  }
}
