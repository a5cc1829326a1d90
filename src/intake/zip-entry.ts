// One entry of a zip archive, inflated piece by piece with a running count, and its text parsed as XML without DTD or entities.
// From zip-directory.ts, to the readers of workbook parts.
import { crc32, inflateRawSync } from "node:zlib";
import { Inflate } from "fflate";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { ZipEntry } from "./zip-directory.ts";

/** Compressed bytes given to the inflater at once; it may make a thousand times as many of them. */
const CHUNK = 4_096;
/** An entry that declares no more than this is inflated in one step, which is several times as fast; its bytes are handed on in pieces. */
const [AT_ONCE_MAX, PIECE] = [64 * 1024 * 1024, 65_536];

/** What a part's reader is told of its XML. Names come without their namespace prefix. */
export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Why reading must stop, if it must. Asked after every piece. */
  readonly stopped?: () => string | undefined;
}

/** Reads the XML of an entry; what is wrong with it, or undefined when all was read. */
export function readXmlEntry(entry: ZipEntry, reader: XmlReader): string | undefined {
  let wrong: string | undefined;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (fault) => { wrong ??= `one of its parts is not well-formed XML (${fault.message})`; });
  parser.on("doctype", () => { wrong ??= "one of its parts declares a document type or entities, which workbooks do not"; });
  parser.on("opentag", (tag: SaxesTagPlain) => { if (wrong === undefined) reader.open?.(localName(tag.name), tag.attributes); });
  parser.on("text", (text) => { if (wrong === undefined) reader.text?.(text); });
  parser.on("cdata", (text) => { if (wrong === undefined) reader.text?.(text); });
  parser.on("closetag", (tag: SaxesTagPlain) => { if (wrong === undefined) reader.close?.(localName(tag.name)); });

  const decoder = new TextDecoder("utf-8", { fatal: true });
  const faulty = inflateEntry(entry, (bytes) => {
    const text = decodeOrUndefined(decoder, bytes);
    if (text === undefined) return "one of its parts is not UTF-8 text";
    parser.write(text);
    return wrong ?? reader.stopped?.();
  });
  if (faulty !== undefined) return faulty;
  parser.close();
  return wrong ?? reader.stopped?.();
}

function decodeOrUndefined(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    // The decoder's only way of saying that the bytes are not UTF-8.
    return undefined;
  }
}

/**
 * Hands on the inflated bytes piece by piece; stops as soon as `take` says why, or more comes than the directory declares. Gives what is
 * wrong, or undefined when all was handed on. `atOnceMax`: what is larger is inflated in pieces.
 */
export function inflateEntry(entry: ZipEntry, take: (bytes: Uint8Array) => string | undefined, atOnceMax = AT_ONCE_MAX): string | undefined {
  let count = 0;
  let checksum = 0;
  let wrong: string | undefined;
  const piece = (bytes: Uint8Array): void => {
    count += bytes.length;
    if (wrong === undefined && count > entry.size) wrong = "one of its parts is larger than it declares";
    if (wrong !== undefined) return;
    checksum = crc32(bytes, checksum);
    wrong = take(bytes);
  };
  if (entry.method === "stored") {
    for (let at = 0; at < entry.compressed.length && wrong === undefined; at += CHUNK) piece(entry.compressed.subarray(at, at + CHUNK));
  } else {
    const inflate = entry.size <= atOnceMax ? inflateAtOnce : inflatePieces;
    const faulty = inflate(entry, piece, () => wrong !== undefined);
    wrong ??= faulty;
  }
  if (wrong !== undefined) return wrong;
  return count !== entry.size || checksum !== entry.crc ? "one of its parts is damaged (its checksum does not match)" : undefined;
}

/** INVARIANT: no more memory is taken than the entry declares, which the directory has limited. */
function inflateAtOnce({ compressed, size }: ZipEntry, piece: (bytes: Uint8Array) => void, stopped: () => boolean): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = inflateRawSync(compressed, { maxOutputLength: Math.max(size, 1) });
  } catch (fault) {
    if (!(fault instanceof Error) || !("code" in fault)) throw fault;
    if (fault.code === "ERR_BUFFER_TOO_LARGE") return "one of its parts is larger than it declares";
    if (typeof fault.code === "string" && fault.code.startsWith("Z_")) return CANNOT_BE_UNPACKED;
    throw fault;
  }
  for (let at = 0; at < bytes.length && !stopped(); at += PIECE) piece(bytes.subarray(at, at + PIECE));
  return undefined;
}

const CANNOT_BE_UNPACKED = "one of its parts is damaged and cannot be unpacked";

function inflatePieces({ compressed }: ZipEntry, piece: (bytes: Uint8Array) => void, stopped: () => boolean): string | undefined {
  const inflate = new Inflate((bytes) => piece(bytes));
  try {
    for (let at = 0; at < compressed.length; at += CHUNK) {
      inflate.push(compressed.subarray(at, at + CHUNK), at + CHUNK >= compressed.length);
      if (stopped()) return undefined;
    }
  } catch (fault) {
    // The inflater throws on data that is not deflate; its errors carry a number. Anything else is ours.
    if (fault instanceof Error && "code" in fault && typeof fault.code === "number") return CANNOT_BE_UNPACKED;
    throw fault;
  }
  return undefined;
}

/** `x:row` and `row` are the same element; workbooks by other programs use prefixes. */
function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
