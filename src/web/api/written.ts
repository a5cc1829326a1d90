// Written: what every write over HTTP goes through before a verb is called: where it comes from, that it is JSON, its `Idempotency-Key`, and
// what is wrong with its body, all at once.
import type { FastifyReply, FastifyRequest } from "fastify";
import { err, ok, problem, type Finding, type Once, type Problem, type Result, type StepsTaken } from "../../service/index.ts";
import { foreignWrite } from "../foreign-writes.ts";
import { isFromHere } from "./case-viewer.ts";
import { statusOf } from "./problem.ts";

export interface Written<T> {
  readonly asked: T;
  readonly once: Once | undefined;
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The body as `read` understands it, or why it is not taken. `at`: the address it was sent to, which belongs to what is asked. */
export function written<T>(request: FastifyRequest, read: (body: unknown) => Result<T, readonly Finding[]>): Result<Written<T>, Problem> {
  const strange = notFromHere(request);
  if (strange !== undefined) return err(strange);
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers["content-type"] ?? "")) return err(problem("input-invalid", "a write is JSON", "Send it with `content-type: application/json`."));
  const key = keyOf(request);
  if (!key.ok) return key;
  const asked = read(request.body);
  if (!asked.ok) return err(problem("input-invalid", `the body has ${asked.error.length === 1 ? "one fault" : `${asked.error.length} faults`}; nothing was written`, "Mend what the findings name and send it again.", { findings: asked.error.slice(0, FINDINGS_MAX) }));
  return ok({ asked: asked.value, once: key.value === undefined ? undefined : { key: key.value, asked: `${request.method} ${request.url} ${JSON.stringify(request.body)}` } });
}

const FINDINGS_MAX = 200;

/** Why a write of a program is not taken by where it comes from; undefined where it is. */
export function notFromHere(request: FastifyRequest): Problem | undefined {
  if (isFromHere(request)) return foreignWrite(request);
  return foreignWrite(request) ?? problem("write-foreign", "the request was handed on by something between its sender and this server; nothing was written", "Until there are roles, writes are taken from this machine alone.");
}

/** The `Idempotency-Key` of a write, where it has one. */
export function keyOf({ headers }: Pick<FastifyRequest, "headers">): Result<string | undefined, Problem> {
  const key = headers["idempotency-key"];
  if (key !== undefined && (typeof key !== "string" || !KEY.test(key))) return err(problem("input-invalid", "`Idempotency-Key` is not 1 to 255 visible ASCII characters", "Use a new random text for every request, such as a UUID."));
  return ok(key);
}

/** What came of a step: the case, the organisation, and which events stand on record because of it. */
export function takenAnswer({ matter, file, events, repeated }: StepsTaken): object {
  return {
    matter, organisation: file, repeated,
    events: events.map(({ type, body }) => ({
      type, ...("step" in body ? { step: body.step } : {}), ...("outcome" in body && body.outcome !== undefined ? { outcome: body.outcome } : {}),
      ...("listing" in body && typeof body.listing === "string" ? { listing: body.listing } : {}), ...("record" in body && typeof body.record === "string" ? { record: body.record } : {}),
    })),
  };
}

/** A problem as one item among others. */
export function problemItem(found: Problem): object {
  const { code, message, remedy, citation, articles, findings } = found;
  return { error: { status: statusOf(found), code, message, remedy, ...(citation === undefined ? {} : { citation }), ...(articles === undefined ? {} : { articles }), ...(findings === undefined ? {} : { findings }) } };
}

/** 200 with every item as it came out; where none was taken, the status of the first. */
export function replyItems(reply: FastifyReply, name: string, items: readonly Result<object, Problem>[]): FastifyReply {
  const [first] = items;
  const status = first !== undefined && !first.ok && items.every((item) => !item.ok) ? statusOf(first.error) : 200;
  return reply.status(status).type("application/json").send({ [name]: items.map((item) => (item.ok ? item.value : problemItem(item.error))) });
}
