// Hot checks: AuthZEN evaluations that the index can answer at once are answered before the framework sees them. It pays: most of what a check
// over HTTP costs is the framework's hooks, body parser and serializer, and a promise for every question (`bench/http.ts`). Nothing is decided
// here: a request that is in any way unusual, or a question that the index cannot answer at once, goes to the framework's route with its body as
// if nobody had looked at it, so that every error and every other reply is made in one place. What is answered here is what the route would have said.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { LikeLists, LikeTexts, PUBLIC, type CheckRequest, type Registry } from "../../service/index.ts";
import { AnswerBytes, KeptForm } from "./answer-bytes.ts";
import { freeWhenSent } from "./answer-memory.ts";
import { evaluationText } from "./answer-text.ts";
import { asPlain, EVALUATIONS_MAX, readEvaluation, wantsReceipt } from "./authzen.ts";

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
type Answering = (registry: Registry, text: string) => string | Buffer | undefined;
const ROUTES: ReadonlyMap<string | undefined, Answering> = new Map<string | undefined, Answering>([["/access/v1/evaluation", answerOne], ["/access/v1/evaluations", answerSeveral]]);

/** What answers a server's requests. Without an index that is the framework. */
export function hotChecks({ registry, headers, bodyBytesMax, otherwise }: HotOptions): RequestListener {
  if (registry.index === undefined) return otherwise;
  return (request, response) => {
    const answering = request.method === "POST" ? ROUTES.get(request.url) : undefined;
    const bytes = answering === undefined ? 0 : lengthOf(request.headers);
    if (answering === undefined || bytes === 0 || bytes > bodyBytesMax || !JSON_TYPES.includes(request.headers["content-type"])) return otherwise(request, response);
    takeBody(request, bytes, (body) => {
      const said = answering(registry, body.toString());
      if (said !== undefined) return reply(response, headers, said);
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

function parsed(text: string): unknown {
  if (isUnusual(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the framework's parser looks at twice. */
function isUnusual(text: string): boolean {
  return text.includes("__proto__") || text.includes("constructor") || text.includes("\\u");
}

function answerOne(registry: Registry, text: string): string | undefined {
  const organisation = LAST.organisationIn(text);
  const like = organisation === undefined || LAST.said === undefined || isUnusual(organisation) ? undefined : { ...LAST.said, organisation };
  const request = like ?? askedIn(parsed(text), {});
  if (request === undefined) return undefined;
  if (like === undefined) LAST.learn(text, request.organisation, request);
  const answer = registry.index?.checkNow(PUBLIC, request);
  return answer === undefined ? undefined : evaluationText(answer);
}

/** The question that was read last: most others differ from it in the organisation. */
const LAST = new LikeTexts<CheckRequest>();

function answerSeveral(registry: Registry, text: string): Buffer | undefined {
  const like = isUnusual(text) ? undefined : LAST_LIST.organisationsIn(text);
  if (like !== undefined && LAST_LIST.said !== undefined && like.length <= EVALUATIONS_MAX) return answerItems(registry, [], like, LAST_LIST.said);
  const defaults = asPlain(parsed(text));
  const items: unknown = defaults?.["evaluations"];
  if (defaults === undefined || !Array.isArray(items) || items.length > EVALUATIONS_MAX || defaults["options"] !== undefined || wantsReceipt(defaults)) return undefined;
  const organisations = organisationsFrom(items, 0);
  const { evaluations: _, ...said } = defaults;
  if (organisations.length === items.length) LAST_LIST.learn(text, organisations, said);
  return answerItems(registry, items, organisations, said);
}

/** The request that was read last in which every item names an organisation and nothing else. */
const LAST_LIST = new LikeLists<Plain>();

/** @param named the organisations of the first items, as far as they name nothing else */
function answerItems(registry: Registry, items: readonly unknown[], named: readonly string[], defaults: Plain): Buffer | undefined {
  SEVERAL.begin('{"evaluations":[');
  if (putNamed(registry, named, defaults) < named.length) return undefined;
  for (let at = named.length; at < items.length; ) {
    const put = putNamed(registry, organisationsFrom(items, at), defaults) || putItem(registry, items[at], defaults);
    if (put === 0) return undefined;
    at += put;
  }
  return SEVERAL.end("]}");
}

const SEVERAL = new AnswerBytes(new KeptForm(evaluationText), ",");
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
  const request = id === undefined ? undefined : askedIn({ subject: { type: "organisation", id } }, defaults);
  const ready = request === undefined ? undefined : registry.index?.ready(PUBLIC, request);
  return ready !== undefined && SEVERAL.putAnswers(ready, organisations, 0) === organisations.length ? organisations.length : 0;
}

function putItem(registry: Registry, item: unknown, defaults: Plain): number {
  const request = askedIn(item, defaults);
  const answer = request === undefined ? undefined : registry.index?.checkNow(PUBLIC, request);
  if (answer === undefined) return 0;
  SEVERAL.putAnswer(answer);
  return 1;
}

/** What an evaluation asks for, where that is an answer without a receipt. */
function askedIn(item: unknown, defaults: Plain): CheckRequest | undefined {
  const question = readEvaluation(item, defaults);
  return question.ok && !wantsReceipt(item) ? question.value : undefined;
}

function reply(response: ServerResponse, headers: HotOptions["headers"], said: string | Buffer): void {
  const length = Buffer.byteLength(said);
  response.writeHead(200, { ...headers, "content-type": "application/json; charset=utf-8", "content-length": length });
  // Where every letter is one byte, the text is written as it lies in memory.
  if (typeof said === "string") response.end(said, length === said.length ? "latin1" : "utf8");
  else {
    freeWhenSent(response, said);
    response.end(said);
  }
}
