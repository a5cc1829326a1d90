// The document: OpenAPI 3.1 of the running server, made of the tables of operations, the schemas of answers, and what this register has to show as
// examples. Nothing here stands in front of a route: it describes, and test/api.test.ts holds every answer against it.
import { readFileSync } from "node:fs";
import { CASE_OPERATIONS } from "./openapi-cases.ts";
import { LAW_OPERATIONS } from "./openapi-law.ts";
import { GROUPS, JSON_TYPE, NDJSON_TYPE, PROBLEM_TYPE, type AnswerForm, type Body, type Group, type Operation, type Samples } from "./openapi-operation.ts";
import { PARAMETERS, SENT_AS, type ParameterFacts, type ParameterName, type Words } from "./openapi-parameters.ts";
import { REGISTER_OPERATIONS } from "./openapi-register.ts";
import { WATCH_OPERATIONS } from "./openapi-watch.ts";

export type Schema = Readonly<Record<string, unknown>>;

export const OPERATIONS: readonly Operation[] = [...REGISTER_OPERATIONS, ...LAW_OPERATIONS, ...WATCH_OPERATIONS, ...CASE_OPERATIONS];

const WRITTEN = JSON.parse(readFileSync(new URL("./answer-schemas.json", import.meta.url), "utf8")) as Readonly<Record<"answers" | "questions" | "schemas", Readonly<Record<string, Schema>>>>;

/** Every component by its name. */
export const SCHEMAS: Readonly<Record<string, Schema>> = WRITTEN.schemas;

export const GROUP_WORDS: Readonly<Record<Group, Words>> = {
  checks: { en: "Checks", zh: "核查" }, register: { en: "Register", zh: "登记册" }, reports: { en: "Credit reports", zh: "信用报告" }, law: { en: "Law", zh: "法律" }, changes: { en: "Changes", zh: "变动" }, watch: { en: "Following and watching", zh: "动态与关注" },
  cases: { en: "Cases and offices", zh: "案件与机关" }, submissions: { en: "Submissions", zh: "报送" }, feeds: { en: "Feeds", zh: "订阅源" }, server: { en: "The server itself", zh: "服务器" },
};

/** A parameter of one operation, with what stands in for it as an example. */
export interface ParameterOf extends ParameterFacts {
  /** As it is sent. */
  readonly name: string;
  readonly required: boolean;
  readonly example?: string;
}

/** The parameters of an operation, those of its path first. */
export function parametersOf({ path, needs = [], may = [], samples: own = {} }: Operation, samples: Samples): readonly ParameterOf[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => (name === "language" ? "portal" : name)).filter((name): name is ParameterName => name in PARAMETERS);
  const named = [...[...inPath, ...needs].map((name) => ({ name, required: true })), ...may.map((name) => ({ name, required: false }))];
  return named.map(({ name, required }) => {
    const facts: ParameterFacts = PARAMETERS[name];
    const sample = own[name] ?? facts.sample;
    const example = sample === undefined || sample === "" ? undefined : typeof sample === "string" ? sample : samples[sample.of];
    // What need not be stated is left out of an example, or every example would ask everything.
    return { ...facts, in: inPath.includes(name) ? "path" : facts.in === "path" ? "query" : facts.in, name: SENT_AS[name] ?? name, required, ...(required && example !== undefined ? { example } : {}) };
  });
}

export function answerSchema({ answer }: AnswerForm): Schema | undefined {
  return answer === undefined ? undefined : WRITTEN.answers[answer];
}

export function questionSchema({ question }: Body): Schema | undefined {
  return question === undefined ? undefined : WRITTEN.questions[question];
}

/** @param origin where this server is reached */
export function openapiDocument(origin: string, samples: Samples): Schema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation, samples) };
  return {
    openapi: "3.1.1", jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: { title: "Probity", version: "0.1.0", description: "A register of public credit: of organisations, never of natural persons. Whoever asks is the public unless signed in.", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: origin }],
    tags: GROUPS.map((group) => ({ name: group, description: GROUP_WORDS[group].en, "x-zh": GROUP_WORDS[group].zh })),
    paths, components: { schemas: SCHEMAS },
  };
}

function described(operation: Operation, samples: Samples): Schema {
  const { id, group, words, body, answers, status = 200, problems = [], writes } = operation;
  const parameters = parametersOf(operation, samples);
  return {
    operationId: id, tags: [group], summary: words.en, "x-zh": words.zh, ...(writes === true ? { "x-writes": true } : {}),
    ...(parameters.length === 0 ? {} : { parameters: parameters.map(parameterDescribed) }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { [body.type]: content(questionSchema(body), body.type, exampleOf(body, samples)) } } }),
    responses: {
      [String(status)]: { description: words.en, ...(answers.length === 0 ? {} : { content: Object.fromEntries(answers.map((form) => [form.type, content(answerSchema(form), form.type)])) }) },
      ...Object.fromEntries([...new Set([...problems, 500])].map((each) => [String(each), { description: "A problem (RFC 9457).", content: { [each === 503 ? JSON_TYPE : PROBLEM_TYPE]: { schema: each === 503 ? WRITTEN.answers["ready"] : WRITTEN.answers["problem"] } } }])),
    },
  };
}

/** The example of a body, as the value it is made of: of lines a list. Undefined where the register has nothing to ask about. */
function exampleOf({ example }: Body, samples: Samples): unknown {
  return example === undefined || samples.organisation === undefined || samples.act === undefined ? undefined : example(samples);
}

/** The text of an example as it is sent. */
export function exampleText(body: Body, samples: Samples): string | undefined {
  const value = exampleOf(body, samples);
  if (value === undefined) return undefined;
  return body.type === NDJSON_TYPE && Array.isArray(value) ? value.map((line) => `${JSON.stringify(line)}\n`).join("") : JSON.stringify(value, null, 2);
}

/** Of lines and events the schema is of one of them, which OpenAPI 3.1 cannot say by itself. */
function content(schema: Schema | undefined, type: string, example?: unknown): Schema {
  if (schema === undefined) return {};
  const lines = type === NDJSON_TYPE || type === "text/event-stream";
  return lines ? { "x-line-schema": schema, ...(Array.isArray(example) ? { example: example.map((line) => `${JSON.stringify(line)}\n`).join("") } : {}) } : { schema, ...(example === undefined ? {} : { example }) };
}

function parameterDescribed({ name, in: where, required, words, format, values, integer, prefix, example }: ParameterOf): Schema {
  const common = { name, in: where, required, description: words.en, "x-zh": words.zh };
  if (prefix !== undefined) return { ...common, style: "form", explode: true, schema: { type: "object", patternProperties: { [`^${prefix.replace(".", "\\.")}`]: { type: "string" } }, additionalProperties: false } };
  return { ...common, schema: { type: integer === true ? "integer" : "string", ...(format === undefined ? {} : { format }), ...(values === undefined || name === "state" ? {} : { enum: values }) }, ...(example === undefined ? {} : { example }) };
}
