// Routes about submissions: hand a file in, as a form or as the bytes themselves; ask how far it is and what came of it; stop it; take the annotated
// copy. A submission is known to the office in whose name it is and to the keeper, and to nobody else.
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { annotateFile, err, ok, problem, whyNotHandIn, type Once, type Problem, type Registry, type Result } from "../../service/index.ts";
import { FILE_BYTES_MAX, MULTIPART_LIMITS, readForm, textOf, type SentFile } from "../form.ts";
import { submissionsOf, type Submission, type SubmissionAsked } from "../submissions.ts";
import { viewerOf, type AsQuery } from "./case-viewer.ts";
import { problemOf, replyProblem } from "./problem.ts";
import { keyOf, notFromHere } from "./written.ts";

interface Handed {
  readonly template: string;
  readonly by: string;
  readonly asOf: string;
  readonly strict: boolean;
  readonly file: Pick<SentFile, "name" | "bytes">;
}

interface OfSubmission {
  readonly Params: { readonly submission: string };
  readonly Querystring: AsQuery & { readonly language?: string };
}

export function addSubmissionRoutes(server: FastifyInstance, registry: Registry): void {
  server.register(async (api) => {
    await api.register(multipart, { limits: MULTIPART_LIMITS, throwFileSizeLimit: false });
    // Whatever else comes is the file itself, also where it is JSON.
    api.removeContentTypeParser(["application/json", "text/plain"]);
    api.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: FILE_BYTES_MAX }, (_request, body, done) => done(null, body));
    api.post("/v1/submissions", { bodyLimit: FILE_BYTES_MAX + MULTIPART_LIMITS.fieldSize }, (request, reply) => handIn(registry, request, reply));
    api.get<OfSubmission>("/v1/submissions/:submission", (request, reply) => own(registry, request, reply, async (submission) => submissionAnswer(submission)));
    api.get<OfSubmission>("/v1/submissions/:submission/copy", (request, reply) => own(registry, request, reply, async (submission) => sendCopy(registry, reply, submission, request.query.language === "zh" ? "zh" : "en")));
    api.delete<OfSubmission>("/v1/submissions/:submission", async (request, reply) => {
      const strange = notFromHere(request);
      if (strange !== undefined) return replyProblem(reply, strange);
      return own(registry, request, reply, async ({ id }) => {
        const { over } = await submissionsOf(registry).cancel(id);
        return over ? replyProblem(reply, OVER) : reply.status(204).send();
      });
    });
  });
}

/** Why a submission that has ended is not stopped. */
export const OVER: Problem = problem("submission-over", "the submission has ended and cannot be stopped any more", "A batch that is wrong can be taken back.");

async function handIn(registry: Registry, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const strange = notFromHere(request);
  if (strange !== undefined) return replyProblem(reply, strange);
  const key = keyOf(request);
  if (!key.ok) return replyProblem(reply, key.error);
  const handed = await readHanded(request);
  if (!handed.ok) return replyProblem(reply, handed.error);
  const { template, by, asOf, strict, file } = handed.value;
  const may = by === "" ? undefined : await whyNotHandIn(registry, by, template);
  if (may !== undefined) return replyProblem(reply, may);
  const once: Once | undefined = key.value === undefined ? undefined : { key: key.value, asked: `POST /v1/submissions ${JSON.stringify([template, by, asOf, strict, file.name, registry.digest(file.bytes)])}` };
  const asked: SubmissionAsked = { office: by === "" ? null : by, template, name: file.name, bytes: file.bytes, strict, ...(asOf === "" ? {} : { asOf }), ...(once === undefined ? {} : { once }) };
  const begun = submissionsOf(registry).begin(registry, asked);
  if (!begun.ok) return replyProblem(reply, begun.error);
  return reply.status(202).header("location", `/v1/submissions/${begun.value.id}?as=${by === "" ? "keeper" : `office:${by}`}`).send(submissionAnswer(begun.value));
}

const TOO_LARGE: Problem = problem("input-invalid", `the file is larger than ${FILE_BYTES_MAX} bytes, or there is too much beside it`, "Hand it in as several files.");

/** A form with a file, or a file with everything else in the address. */
async function readHanded(request: FastifyRequest): Promise<Result<Handed, Problem>> {
  if (request.isMultipart()) {
    const form = await readForm(request);
    const [file, second] = form.files;
    if (form.over.length > 0) return err(TOO_LARGE);
    if (file === undefined || second !== undefined) return err(problem("input-invalid", `${second === undefined ? "no file is" : "several files are"} in the form`, "Send one file, as the field `file`."));
    return ok({ template: textOf(form, "template"), by: textOf(form, "by"), asOf: textOf(form, "asOf"), strict: isYes(textOf(form, "strict")), file });
  }
  const query = new Map(Object.entries(Object(request.query)).map(([name, value]) => [name, String(value)]));
  const told = (name: string): string => query.get(name) ?? "";
  if (!(request.body instanceof Uint8Array)) return err(problem("input-invalid", "the request has no body", "Send the file as the body, with `template` in the address, or as the field `file` of a form."));
  if (request.body.length > FILE_BYTES_MAX) return err(TOO_LARGE);
  return ok({ template: told("template"), by: told("by"), asOf: told("asOf"), strict: isYes(told("strict")), file: { name: told("name") === "" ? "file" : told("name"), bytes: request.body } });
}

function isYes(text: string): boolean {
  return text === "true" || text === "yes";
}

async function own<T>(registry: Registry, request: FastifyRequest<OfSubmission>, reply: FastifyReply, answer: (submission: Submission) => Promise<T>): Promise<T | FastifyReply> {
  const viewer = await viewerOf(registry, request);
  if (!viewer.ok) return replyProblem(reply, viewer.error);
  // Whether there is such a submission is itself for nobody else.
  const office = viewer.value?.kind === "office" ? viewer.value.office : undefined;
  const found = office === undefined && viewer.value?.kind !== "keeper" ? undefined : submissionsOf(registry).find(registry, request.params.submission, office);
  return found === undefined ? replyProblem(reply, problem("submission-unknown", "there is no such submission, or not for whoever asks, or its time is over", "Ask as the office that handed it in: `?as=office:…` on this machine, or signed in at its desk.")) : answer(found);
}

/** Every finding, the counts, the joins; the file itself stays here. */
function submissionAnswer({ id, office, template, name, asOf, strict, startedAt, keptUntil, state }: Submission): object {
  const shown = { submission: id, by: office, template, name, asOf: asOf ?? null, strict, startedAt, keptUntil: keptUntil ?? null, state: state.kind };
  switch (state.kind) {
    case "running": return { ...shown, step: state.step, done: state.done, total: state.total };
    case "done": return { ...shown, report: state.report, copy: `/v1/submissions/${id}/copy` };
    case "refused": return { ...shown, problem: problemOf(state.problem), copy: `/v1/submissions/${id}/copy` };
    case "fault": return { ...shown, reference: state.reference };
  }
}

async function sendCopy(registry: Registry, reply: FastifyReply, submission: Submission, language: "zh" | "en"): Promise<FastifyReply> {
  const { state, name, bytes, template } = submission;
  const findings = state.kind === "done" ? state.report.findings : state.kind === "refused" ? (state.problem.findings ?? []) : [];
  const copy = annotateFile(registry, { name, bytes, template, findings, language });
  if (!copy.ok) return replyProblem(reply, copy.error);
  return reply.type("application/octet-stream").header("cache-control", "no-store").header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(Buffer.from(copy.value));
}
