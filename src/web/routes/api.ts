// The reference of the API: its operations, one of them with its form, one of its components; and what a form asks.
import { statusOf } from "../api/problem.ts";
import { parametersOf } from "../api/openapi-document.ts";
import type { Operation } from "../api/openapi-operation.ts";
import { samplesOf } from "../api/openapi-samples.ts";
import { apiOperationPage, apiPage, apiSchemaPage, movedClocks, type ApiOperationModel, type ApiTried } from "../portal/index.ts";
import { textOf, type Form } from "../form.ts";
import { addressOf, apiModel, operationModel, operationNamed, readable, schemaModel, TYPED, type Typed } from "../models/api-model.ts";
import { problem } from "../../service/index.ts";
import type { Asked, Reply } from "./asked.ts";
import { notFound } from "./problems.ts";

/** How the server asks itself: as anybody would over the wire. */
export type Ask = (question: { readonly method: "POST"; readonly url: string; readonly type: string; readonly body: string }) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }>;

const SHOWN_MAX = 60_000;
const A_PERSON = /"not-an-organisation"|"why":"person"/;
/** Headers that say something about the answer; the rest is the same on every reply. */
const HEADERS_SHOWN = ["content-type", "cache-control", "location"];

export function api({ frame }: Asked): Promise<Reply> {
  return Promise.resolve({ status: 200, html: apiPage(frame, apiModel()) });
}

export function apiSchema({ registry, request, frame, parameter }: Asked): Promise<Reply> {
  const model = schemaModel(parameter);
  return model === undefined ? notFound({ registry, request }) : Promise.resolve({ status: 200, html: apiSchemaPage(frame, model) });
}

export async function apiOperation(asked: Asked): Promise<Reply> {
  const operation = operationNamed(asked.parameter);
  return operation === undefined ? notFound(asked) : shown(asked, operation, typedIn(asked.request.query), 200);
}

/** A question by GET: leads to the address it is about. */
export async function apiAsk(asked: Asked): Promise<Reply> {
  const operation = operationNamed(asked.parameter);
  if (operation?.method !== "get") return notFound(asked);
  const typed = typedIn(asked.request.query);
  const address = addressOf(operation, parametersOf(operation, {}), typed);
  return address === undefined ? shown(asked, operation, typed, 422, { wrong: "missing" }) : { location: address };
}

/** A question by POST: asked here, answered on the page. What writes is asked by no form. */
export async function apiAsked(asked: Asked, form: Form, ask: Ask): Promise<Reply> {
  const operation = operationNamed(asked.parameter);
  if (operation?.method !== "post" || operation.body === undefined || operation.writes === true) return notFound(asked);
  const typed = { ...typedIn(Object.fromEntries([...form.texts.keys()].map((name) => [name, textOf(form, name)]))), body: textOf(form, "body") };
  if (form.over.length > 0) return shown(asked, operation, typed, 422, { wrong: "tooLong" });
  const url = addressOf(operation, parametersOf(operation, {}), typed);
  if (url === undefined) return shown(asked, operation, typed, 422, { wrong: "missing" });
  const answer = await ask({ method: "POST", url, type: operation.body.type, body: typed.body });
  const body = readable(answer.headers["content-type"] ?? "", answer.body);
  const tried: ApiTried = {
    request: `POST ${url}`, status: answer.status, headers: HEADERS_SHOWN.flatMap((name) => { const value = answer.headers[name]; return value === undefined ? [] : [[name, value] as const]; }),
    body: body.slice(0, SHOWN_MAX), ...(body.length > SHOWN_MAX ? { cutFrom: body.length } : {}),
  };
  // Where the register says that something is a person's number, the page does not repeat it.
  return shown(asked, operation, A_PERSON.test(answer.body) ? { ...typed, body: "" } : typed, 200, { tried });
}

/** A form from a page elsewhere: nothing is asked. */
export async function apiForeign(asked: Asked): Promise<Reply> {
  const operation = operationNamed(asked.parameter);
  return operation === undefined ? notFound(asked) : shown(asked, operation, {}, statusOf(problem("write-foreign", "", "")), { wrong: "foreign" });
}

async function shown({ registry, request, frame }: Asked, operation: Operation, typed: Typed, status: number, more: Partial<Pick<ApiOperationModel, "wrong" | "tried">> = {}): Promise<Reply> {
  const clocks = frame.clocks === undefined ? {} : movedClocks(frame.clocks);
  return { status, html: apiOperationPage(frame, { ...operationModel(operation, { samples: await samplesOf(registry), typed: { ...clocks, ...typed }, origin: request.origin }), ...more }) };
}

function typedIn(texts: Readonly<Record<string, string>>): Typed {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, value]) => (name.startsWith(TYPED) ? [[name.slice(TYPED.length), value]] : [])));
}
