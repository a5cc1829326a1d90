// Problem details (RFC 9457): the one place where HTTP status numbers are made.
import type { FastifyReply } from "fastify";
import type { Problem } from "../../service/index.ts";

const STATUS: Readonly<Record<Problem["code"], number>> = {
  "organisation-not-found": 404, "organisation-ambiguous": 409, "not-an-organisation": 422, "act-unknown": 422, "where-unknown": 422, "day-invalid": 422, "known-invalid": 422,
  "template-unknown": 422, "file-unreadable": 422, "file-refused": 422, "batch-unknown": 404, "batch-withdrawn": 409, "law-entry-unknown": 404, "office-unknown": 422, "input-invalid": 422,
  "held-row-unknown": 404, "submission-unknown": 404, "submission-busy": 409, "submission-over": 409, "refused": 409, "law-unreadable": 500, "rulebook-unknown": 422, "case-unknown": 404, "thing-unknown": 422, "officer-unknown": 422, "release-unknown": 404, "attachment-refused": 422,
  "cursor-invalid": 422, "write-foreign": 403, "key-reused": 422, "not-allowed": 403,
  "letter-unknown": 404, "letters-not-printable": 501, "message-unknown": 404, "message-settled": 409, "backup-damaged": 422, "backup-newer": 422, "place-not-empty": 409,
  "measure-not-open": 409, "watch-unknown": 404, "alert-refused": 422, "key-unknown": 404, "key-revoked": 409, "keys-unreadable": 422, "receipt-too-large": 422,
};

export function statusOf(problem: Problem): number {
  return STATUS[problem.code];
}

/** The problem as a reply. */
export function replyProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.status(statusOf(problem)).type("application/problem+json").send(problemOf(problem));
}

/** The problem as RFC 9457 writes it, also where it stands inside an answer. */
export function problemOf(problem: Problem): object {
  const { code, message, remedy, candidates, findings, citation, articles } = problem;
  return {
    type: `urn:probity:problem:${code}`, title: message, detail: remedy, status: statusOf(problem), code,
    ...(candidates === undefined ? {} : { candidates }), ...(findings === undefined ? {} : { findings }), ...(citation === undefined ? {} : { citation }), ...(articles === undefined ? {} : { articles }),
  };
}

/** The same where lines are answered and the status has been sent already. */
export function faultLine(reference: string): { readonly error: { readonly code: string; readonly message: string } } {
  return { error: { code: "fault", message: `a fault in this server; the lines from here on are not answered. Try again; if it stays, report the reference ${reference}.` } };
}

/** A fault, without its inside: what happened stays in the server's log under the reference. */
export function replyFault(reply: FastifyReply, reference: string): FastifyReply {
  return reply.status(500).type("application/problem+json").send({ type: "urn:probity:problem:fault", title: "a fault in this server; nothing was half written", detail: `Try again; if it stays, report the reference ${reference}.`, status: 500, code: "fault", reference });
}
