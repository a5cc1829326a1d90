// Hot checks: AuthZEN evaluations that the index can answer at once are answered before the framework sees them. It pays: most of what a check
// over HTTP costs is the framework's hooks, body parser and serializer, and a promise for every question (`bench/http.ts`). Nothing is decided
// here: a request that is in any way unusual, or a question that the index cannot answer at once, goes to the framework's route with its body as
// if nobody had looked at it, so that every error and every other reply is made in one place. What is answered here is what the route would have said.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Answer, Asker, Registry } from "../../service/index.ts";
import { AnswerBytes, KeptForm } from "./answer-bytes.ts";
import { evaluationText } from "./answer-text.ts";
import { asPlain, EVALUATIONS_MAX, readEvaluation, wantsReceipt } from "./authzen.ts";

const PUBLIC: Asker = { kind: "public" };
const JSON_TYPES: readonly (string | undefined)[] = ["application/json", "application/json; charset=utf-8"];
interface HotOptions {
  readonly registry: Registry;
  /** Those every reply has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytesMax: number;
  /** The framework. */
  readonly otherwise: RequestListener;
}

type Plain = Readonly<Record<string, unknown>>;
type Answering = (registry: Registry, body: unknown) => string | Buffer | undefined;
const ROUTES: ReadonlyMap<string | undefined, Answering> = new Map<string | undefined, Answering>([["/access/v1/evaluation", answerOne], ["/access/v1/evaluations", answerSeveral]]);

/** What answers a server's requests. Without an index that is the framework. */
export function hotChecks({ registry, headers, bodyBytesMax, otherwise }: HotOptions): RequestListener {
  if (registry.index === undefined) return otherwise;
  return (request, response) => {
    const answering = request.method === "POST" ? ROUTES.get(request.url) : undefined;
    const bytes = answering === undefined ? 0 : lengthOf(request.headers);
    if (answering === undefined || bytes === 0 || bytes > bodyBytesMax || !JSON_TYPES.includes(request.headers["content-type"])) return otherwise(request, response);
    takeBody(request, bytes, (body) => {
      const text = answered(answering, registry, body);
      if (text !== undefined) return reply(response, headers, text);
      request.unshift(body);
      return otherwise(request, response);
    });
    return undefined;
  };
}

/** 0 where it is not stated, or stated in an unusual way. */
function lengthOf({ "content-length": length, "transfer-encoding": encoding, expect }: IncomingMessage["headers"]): number {
  return length !== undefined && encoding === undefined && expect === undefined && /^[1-9][0-9]{0,8}$/.test(length) ? Number(length) : 0;
}

/** Hands on the whole body before the request says that it has ended, so that it can be put back. Whoever breaks off gets no answer. */
function takeBody(request: IncomingMessage, bytes: number, done: (body: Buffer) => void): void {
  const parts: Buffer[] = [];
  let left = bytes;
  function read(): void {
    while (left > 0) {
      const part: unknown = request.read();
      if (!Buffer.isBuffer(part)) return;
      parts.push(part);
      left -= part.length;
    }
    request.off("readable", read);
    const [only = Buffer.alloc(0)] = parts;
    done(parts.length === 1 ? only : Buffer.concat(parts));
  }
  request.on("readable", read);
}

function answered(answering: Answering, registry: Registry, bytes: Buffer): string | Buffer | undefined {
  const text = bytes.toString();
  if (isUnusual(text)) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  return answering(registry, body);
}

/** What the framework's parser looks at twice. */
function isUnusual(text: string): boolean {
  return text.includes("__proto__") || text.includes("constructor") || text.includes("\\u");
}

function answerOne(registry: Registry, body: unknown): string | undefined {
  const answer = answerNow(registry, body, {});
  return answer === undefined ? undefined : evaluationText(answer);
}

function answerSeveral(registry: Registry, body: unknown): Buffer | undefined {
  const defaults = asPlain(body);
  const items: unknown = defaults?.["evaluations"];
  if (defaults === undefined || !Array.isArray(items) || items.length > EVALUATIONS_MAX || defaults["options"] !== undefined || wantsReceipt(defaults)) return undefined;
  SEVERAL.begin('{"evaluations":[', FREE.pop());
  for (let at = 0; at < items.length; ) {
    const put = putNamed(registry, organisationsFrom(items, at), defaults) || putItem(registry, items[at], defaults);
    if (put === 0) return undefined;
    at += put;
  }
  return SEVERAL.end("]}");
}

const SEVERAL = new AnswerBytes(new KeptForm(evaluationText), ",");
/** Memory that answers were written in and nobody reads any more. */
const FREE: Buffer[] = [];
const [FREE_MAX, FREE_BYTES_MAX] = [4, 4 * 1024 * 1024];

/** The organisations of items, from one on, that say nothing else: they are asked the same. */
function organisationsFrom(items: readonly unknown[], from: number): readonly string[] {
  const organisations: string[] = [];
  for (let at = from; at < items.length; at += 1) {
    const item = asPlain(items[at]);
    const subject = asPlain(item?.["subject"]);
    const id = subject?.["id"];
    if (item?.["action"] !== undefined || item?.["resource"] !== undefined || item?.["context"] !== undefined || subject?.["type"] !== "organisation" || typeof id !== "string") break;
    organisations.push(id);
  }
  return organisations;
}

/** How many of them were answered: all or none. */
function putNamed(registry: Registry, organisations: readonly string[], defaults: Plain): number {
  const [id] = organisations;
  const question = id === undefined ? undefined : readEvaluation({ subject: { type: "organisation", id } }, defaults);
  const ready = question?.ok === true ? registry.index?.ready(PUBLIC, question.value) : undefined;
  return ready !== undefined && SEVERAL.putAnswers(ready, organisations, 0) === organisations.length ? organisations.length : 0;
}

function putItem(registry: Registry, item: unknown, defaults: Plain): number {
  const answer = answerNow(registry, item, defaults);
  if (answer === undefined) return 0;
  SEVERAL.putAnswer(answer);
  return 1;
}

function answerNow(registry: Registry, item: unknown, defaults: Plain): Answer | undefined {
  const question = readEvaluation(item, defaults);
  return question.ok && !wantsReceipt(item) ? registry.index?.checkNow(PUBLIC, question.value) : undefined;
}

function reply(response: ServerResponse, headers: HotOptions["headers"], said: string | Buffer): void {
  const length = Buffer.byteLength(said);
  response.writeHead(200, { ...headers, "content-type": "application/json; charset=utf-8", "content-length": length });
  // Where every letter is one byte, the text is written as it lies in memory.
  if (typeof said === "string") response.end(said, length === said.length ? "latin1" : "utf8");
  else response.once("finish", () => free(said)).end(said);
}

function free({ buffer }: Buffer): void {
  if (FREE.length < FREE_MAX && buffer.byteLength <= FREE_BYTES_MAX) FREE.push(Buffer.from(buffer));
}
