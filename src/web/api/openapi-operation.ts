// Operation: what the document says of one route. The tables beside it (openapi-register.ts, openapi-law.ts, openapi-cases.ts) hold one for
// each route; test/api.test.ts holds them against the routes the server has, both ways.
import type { Answers } from "./answers.ts";
import type { ParameterName, SampleOf, Words } from "./openapi-parameters.ts";
import type { Questions } from "./questions.ts";

export const GROUPS = ["checks", "register", "reports", "law", "changes", "watch", "cases", "submissions", "feeds", "server"] as const;
export type Group = (typeof GROUPS)[number];

/** What the register has to show as examples; what it has none of is absent. */
export type Samples = Readonly<Partial<Record<SampleOf, string>>>;

export interface Operation {
  /** Its name in the document, in addresses of the reference, and of its examples. */
  readonly id: string;
  readonly group: Group;
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly words: Words;
  /** Parameters that must be stated, beside those of the path. */
  readonly needs?: readonly ParameterName[];
  readonly may?: readonly ParameterName[];
  /** Which example stands in for a parameter here, where it is not the parameter's own. */
  readonly samples?: Readonly<Partial<Record<ParameterName, { readonly of: SampleOf } | string>>>;
  readonly body?: Body;
  /** By their media type; the first is given where nothing else is asked for. */
  readonly answers: readonly AnswerForm[];
  /** Of a good answer; default 200. */
  readonly status?: number;
  /** Statuses of problems that can come, beside 500. */
  readonly problems?: readonly number[];
  /** Something is written: taken from this machine alone, and from no form of the reference. */
  readonly writes?: true;
}

export interface Body {
  readonly type: string;
  /** Absent: a file as it is. */
  readonly question?: keyof Questions;
  /** An example; of lines one a line. Absent where the register has nothing to ask about. */
  readonly example?: (samples: Samples) => unknown;
}

export interface AnswerForm {
  readonly type: string;
  /** Absent: text or bytes without a schema. Of NDJSON and server-sent events it is the schema of one line. */
  readonly answer?: keyof Answers;
}

export const JSON_TYPE = "application/json";
export const NDJSON_TYPE = "application/x-ndjson";
export const PROBLEM_TYPE = "application/problem+json";

/** A plain JSON answer. */
export function json(answer: keyof Answers): readonly AnswerForm[] {
  return [{ type: JSON_TYPE, answer }];
}
