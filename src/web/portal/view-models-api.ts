// What the pages of the API's reference show, as plain data; models/api-model.ts fills it from the document of the running server.
import type { Names } from "./view-models.ts";

export interface ApiModel {
  readonly groups: readonly { readonly group: string; readonly names: Names; readonly operations: readonly ApiOperationRow[] }[];
}

export interface ApiOperationRow {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly names: Names;
  readonly writes: boolean;
}

export interface ApiOperationModel extends ApiOperationRow {
  readonly group: Names;
  readonly parameters: readonly ApiParameter[];
  readonly body?: { readonly type: string; /** As typed, else an example; empty where there is none. */ readonly text: string; readonly shape?: ApiShape };
  readonly status: number;
  readonly answers: readonly { readonly type: string; /** The shape is of one line or event. */ readonly lines: boolean; readonly shape?: ApiShape }[];
  readonly problems: readonly number[];
  readonly examples: readonly { readonly language: "sh" | "ts" | "py"; readonly text: string }[];
  /** The same as a line for the shell; absent where the examples say it better. */
  readonly command?: string;
  readonly wrong?: "missing" | "tooLong" | "foreign";
  readonly tried?: ApiTried;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: "query" | "path" | "header";
  readonly required: boolean;
  readonly names: Names;
  readonly values: readonly string[];
  readonly day: boolean;
  /** What stands in its field. */
  readonly value: string;
}

/** A question that was sent from the page, and what came back. */
export interface ApiTried {
  readonly request: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** How long it is, where not all of it is shown. */
  readonly cutFrom?: number;
}

/** A schema as a table, or one for each form it can have. */
export interface ApiShape {
  /** The component it is, with its page. */
  readonly name?: string;
  readonly about?: string;
  /** Where it is no object: its type. */
  readonly type?: readonly ApiTypePart[];
  readonly tables: readonly (readonly ApiField[])[];
}

export interface ApiField {
  readonly field: string;
  readonly type: readonly ApiTypePart[];
  readonly required: boolean;
  readonly about: string;
}

/** Types are written as TypeScript writes them, in either language; `schema` leads to the page of that component. */
export interface ApiTypePart {
  readonly text: string;
  readonly schema?: string;
}

export interface ApiSchemaModel {
  readonly name: string;
  readonly shape: ApiShape;
  /** Components that name it. */
  readonly usedBy: readonly string[];
}
