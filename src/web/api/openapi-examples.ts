// Examples of calls in curl, TypeScript and Python: the files under docs/reference/examples, each named after its operation, with this server's address
// and what is on file in it in place of their own values. test/api-examples.test.ts runs every one of them.
import { readdirSync, readFileSync } from "node:fs";
import type { Samples } from "./openapi-operation.ts";

export const EXAMPLE_LANGUAGES = ["sh", "ts", "py"] as const;
export type ExampleLanguage = (typeof EXAMPLE_LANGUAGES)[number];

interface CallExample {
  /** Of the operation. */
  readonly id: string;
  readonly language: ExampleLanguage;
  readonly text: string;
}

const FOLDER = new URL("../../../docs/reference/examples/", import.meta.url);
let read: readonly CallExample[] | undefined;

/** All of them, as they stand in their files, read once. */
export function callExamples(): readonly CallExample[] {
  read ??= readdirSync(FOLDER).sort().flatMap((name) => {
    const [id = "", ending = ""] = name.split(".");
    const language = EXAMPLE_LANGUAGES.find((each) => each === ending);
    return language === undefined ? [] : [{ id, language, text: readFileSync(new URL(name, FOLDER), "utf8") }];
  });
  return read;
}

/** The text with the values of this register: each line that gives one of them a name is written anew. A value it has none of stays as it is. */
export function exampleHere(text: string, origin: string, { organisation, act, listed, recordType }: Samples): string {
  const [plain, at] = (act ?? "").split("@");
  // An act that is done at a place is asked with it; the examples ask without.
  const values: Readonly<Record<string, string | undefined>> = { origin, organisation, act: at === undefined && plain !== "" ? plain : undefined, list: listed, type: recordType };
  return text.replaceAll(/^((?:const )?(\w+) ?= ?")([^"]*)(")/gm, (whole, before: string, name: string, _own: string, after: string) => { const value = values[name.toLowerCase()]; return value === undefined ? whole : `${before}${value}${after}`; });
}
