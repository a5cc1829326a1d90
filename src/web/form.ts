// Form: what a page's form sent, read whole: texts by their field, files by theirs. What is over a limit is a finding beside the rest, so that
// nothing typed is lost because one file was too large.
import type { FastifyRequest } from "fastify";

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Form {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly SentFile[];
  readonly over: readonly FormLimit[];
}

/** What was too much: of a file its name, of a text its field. */
export type FormLimit = { readonly kind: "fileSize"; readonly name: string } | { readonly kind: "files" } | { readonly kind: "text"; readonly field: string };

export const FILE_BYTES_MAX = 10 * 1024 * 1024;
export const FILES_MAX = 5;
export const TEXT_LENGTH_MAX = 20_000;
/** No character takes more in UTF-8. */
const BYTES_PER_CHARACTER = 4;
const FIELDS_MAX = 1000;
const PARTS_MAX = 1100;

/** Limits of the multipart reader: a little above ours, so that ours are the ones that speak. */
export const MULTIPART_LIMITS = multipartLimits(TEXT_LENGTH_MAX, FIELDS_MAX);

/** The same for forms with longer texts or more fields. */
export function multipartLimits(longest: number, fields: number): { readonly fieldSize: number; readonly fileSize: number; readonly files: number; readonly fields: number; readonly parts: number } {
  return { fieldSize: longest * BYTES_PER_CHARACTER, fileSize: FILE_BYTES_MAX, files: PARTS_MAX - FIELDS_MAX, fields, parts: fields + PARTS_MAX - FIELDS_MAX };
}

/** What a question of an address asks, as a form that was sent would. */
export function formOf(query: URLSearchParams): Form {
  return readFields(Object.fromEntries([...new Set(query.keys())].map((field) => [field, query.getAll(field)])));
}

/** Reads a form, urlencoded or multipart. `longest`: characters of a text at most. */
export async function readForm(request: FastifyRequest, longest: number = TEXT_LENGTH_MAX): Promise<Form> {
  return request.isMultipart() ? readParts(request, longest) : readFields(request.body, longest);
}

function readFields(body: unknown, longest: number = TEXT_LENGTH_MAX): Form {
  const texts = new Map<string, readonly string[]>();
  const over: FormLimit[] = [];
  for (const [field, value] of Object.entries(Object(body))) {
    const values = (Array.isArray(value) ? value : [value]).map(String);
    texts.set(field, values.map((text) => text.slice(0, longest)));
    if (values.some((text) => text.length > longest)) over.push({ kind: "text", field });
  }
  return { texts, files: [], over };
}

async function readParts(request: FastifyRequest, longest: number): Promise<Form> {
  const texts = new Map<string, readonly string[]>();
  const files: SentFile[] = [];
  const over: FormLimit[] = [];
  for await (const part of request.parts()) {
    if (part.type === "field") {
      const text = String(part.value);
      texts.set(part.fieldname, [...(texts.get(part.fieldname) ?? []), text.slice(0, longest)]);
      if (part.valueTruncated || text.length > longest) over.push({ kind: "text", field: part.fieldname });
      continue;
    }
    const { bytes, cut } = await readFile(part.file, files.length < FILES_MAX);
    if (part.filename === "" && bytes.length === 0 && !cut) continue;
    if (files.length >= FILES_MAX) over.push({ kind: "files" });
    else if (cut) over.push({ kind: "fileSize", name: part.filename });
    else files.push({ field: part.fieldname, name: part.filename, mediaType: part.mimetype, bytes });
  }
  return { texts, files, over };
}

/** The whole stream has to be read for the next part to come; what is not kept is let go at once. */
async function readFile(stream: AsyncIterable<Uint8Array> & { readonly truncated: boolean }, kept: boolean): Promise<{ readonly bytes: Uint8Array; readonly cut: boolean }> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) if (kept) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), cut: stream.truncated };
}

/** The first value of a field, without the space around it; empty where there is none. */
export function textOf(form: Form, field: string): string {
  return (form.texts.get(field)?.[0] ?? "").replaceAll("\r\n", "\n").trim();
}

/** Every value of a field, as of boxes that are ticked. */
export function textsOf(form: Form, field: string): readonly string[] {
  return (form.texts.get(field) ?? []).map((text) => text.trim()).filter((text) => text !== "");
}
