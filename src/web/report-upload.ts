// Report upload: the page that takes a PDF or signed file to verify it. Whoever sends one, from wherever, is answered: it is read, answered and
// let go, and nothing is written.
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readClocks, REPORT_BYTES_MAX, type Registry } from "../service/index.ts";
import { bareFrame, frameOf, type PageRequest } from "./models/frame.ts";
import { faultPage, markup, verifyReportPage, type Language, type UploadedReport } from "./portal/index.ts";
import { uploadedReport } from "./routes/report.ts";

interface Context {
  readonly registry: Registry;
  readonly origin: () => string;
  readonly log: (line: string) => void;
}

/** A little above what is read, so that what is too large can be told from what is not. */
const LIMITS = { fileSize: REPORT_BYTES_MAX + 1, files: 1, fields: 10, parts: 12, fieldSize: 1000 };
const BODY_BYTES_MAX = REPORT_BYTES_MAX + 64 * 1024;

export function addReportUpload(server: FastifyInstance, context: Context): void {
  server.register(async (uploads) => {
    await uploads.register(multipart, { limits: LIMITS, throwFileSizeLimit: false });
    for (const language of ["zh", "en"] as const) uploads.post(`/${language}/verify-report`, { bodyLimit: BODY_BYTES_MAX }, (request, reply) => answer(context, request, reply, language));
  });
}

async function answer({ registry, origin, log }: Context, request: FastifyRequest, reply: FastifyReply, language: Language): Promise<FastifyReply> {
  const page: PageRequest = { language, path: "/verify-report", query: {}, origin: origin() };
  reply.header("cache-control", "no-store").type("text/html; charset=utf-8");
  try {
    const upload = await readUpload(registry, request);
    const now = await readClocks(registry, {});
    if (!now.ok) throw new Error("assertion failed: now is a day");
    return await reply.status(statusOf(upload)).send(markup(verifyReportPage(await frameOf(registry, page, now.value), { code: "", upload })));
  } catch (fault) {
    log(`fault ${request.id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return reply.status(500).send(markup(faultPage(bareFrame(registry, page), request.id)));
  }
}

function statusOf({ kind }: UploadedReport): number {
  return kind === "valid" ? 200 : 422;
}

/** The first file of the form; a body that is no such form has none. */
async function readUpload(registry: Registry, request: FastifyRequest): Promise<UploadedReport> {
  if (!request.isMultipart()) return { kind: "none" };
  let bytes: Uint8Array | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type !== "file") continue;
      const chunks: Uint8Array[] = [];
      for await (const chunk of part.file) chunks.push(chunk);
      bytes ??= Buffer.concat(chunks);
    }
  } catch (error) {
    // What is over the limits of the form, or is cut off in the middle, is no file one could verify.
    if (!(error instanceof Error) || bytes === undefined) return { kind: error instanceof Error && "statusCode" in error && error.statusCode === 413 ? "tooLarge" : "none" };
  }
  return uploadedReport(registry, bytes);
}
