// The reference of the API to its pages: operations with their parameters, shapes and examples, and what is typed into their forms.
import type { ApiModel, ApiOperationModel, ApiOperationRow, ApiParameter, ApiSchemaModel } from "../portal/index.ts";
import { answerSchema, exampleText, GROUP_WORDS, OPERATIONS, parametersOf, questionSchema, SCHEMAS, type ParameterOf } from "../api/openapi-document.ts";
import { callExamples, EXAMPLE_LANGUAGES, exampleHere } from "../api/openapi-examples.ts";
import { GROUPS, NDJSON_TYPE, type Operation, type Samples } from "../api/openapi-operation.ts";
import { namesIn, shapeOf } from "./api-shape.ts";

/** Before the names of parameters in a form: a page has parameters of its own. */
export const TYPED = "p.";

export type Typed = Readonly<Record<string, string>>;

export function apiModel(): ApiModel {
  return { groups: GROUPS.map((group) => ({ group, names: GROUP_WORDS[group], operations: OPERATIONS.filter((each) => each.group === group).map(rowOf) })) };
}

export function operationNamed(id: string): Operation | undefined {
  return OPERATIONS.find((operation) => operation.id === id);
}

function rowOf({ id, method, path, words, writes }: Operation): ApiOperationRow {
  return { id, method: method.toUpperCase(), path, names: words, writes: writes === true };
}

/** @param typed what stands in the fields of the form, by the names of the parameters, and `body` */
export function operationModel(operation: Operation, { samples, typed, origin }: { readonly samples: Samples; readonly typed: Typed; readonly origin: string }): ApiOperationModel {
  const { id, group, body, answers, status = 200, problems = [] } = operation;
  const parameters = parametersOf(operation, samples);
  const shown = parameters.map((parameter): ApiParameter => parameterView(parameter, typed));
  const address = addressOf(operation, parameters, Object.fromEntries(shown.map(({ name, value }) => [name, value])));
  const question = body === undefined ? undefined : questionSchema(body);
  return {
    ...rowOf(operation), group: GROUP_WORDS[group], parameters: shown, status, problems: [...new Set([...problems, 500])],
    ...(body === undefined ? {} : { body: { type: body.type, text: typed["body"] ?? exampleText(body, samples) ?? "", ...(question === undefined ? {} : { shape: shapeOf(question) }) } }),
    answers: answers.map((form) => { const schema = answerSchema(form); return { type: form.type, lines: form.type === NDJSON_TYPE || form.type === "text/event-stream", ...(schema === undefined ? {} : { shape: shapeOf(schema) }) }; }),
    examples: EXAMPLE_LANGUAGES.flatMap((language) => callExamples().filter((example) => example.id === id && example.language === language).map(({ text }) => ({ language, text: exampleHere(text, origin, samples) }))),
    ...(operation.method === "get" && address !== undefined ? { command: `curl '${origin}${address}'` } : {}),
  };
}

function parameterView({ name, in: where, required, words, values = [], format, example = "" }: ParameterOf, typed: Typed): ApiParameter {
  return { name, in: where, required, names: words, values, day: format === "date", value: typed[name] ?? example };
}

/** The address of the operation itself with what was typed; undefined where something that is required is not. Empty fields are not asked. */
export function addressOf(operation: Operation, parameters: readonly ParameterOf[], values: Typed): string | undefined {
  const given = parameters.flatMap((parameter) => { const value = (values[parameter.name] ?? "").trim(); return value === "" || parameter.in === "header" ? [] : [{ ...parameter, value }]; });
  if (parameters.some(({ name, required }) => required && !given.some((each) => each.name === name))) return undefined;
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(given.find((each) => each.name === name)?.value ?? "").replaceAll("%3A", ":"));
  const query = new URLSearchParams(given.filter((each) => each.in === "query").flatMap(({ name, value, prefix }) => (prefix === undefined ? [[name, value]] : [...new URLSearchParams(value)].filter(([field]) => field.startsWith(prefix)))));
  return query.size === 0 ? path : `${path}?${query.toString().replaceAll("%3A", ":")}`;
}

export function schemaModel(name: string): ApiSchemaModel | undefined {
  if (!Object.hasOwn(SCHEMAS, name)) return undefined;
  return { name, shape: shapeOf({ $ref: `#/components/schemas/${name}` }), usedBy: Object.keys(SCHEMAS).filter((each) => each !== name && namesIn(SCHEMAS[each]).includes(name)) };
}

/** JSON as a reader wants it; anything else as it came. */
export function readable(type: string, text: string): string {
  if (!type.includes("json") || type.startsWith(NDJSON_TYPE)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

