// Reader of examples: facts, a day and what must come out. Linked like the law, so that an example cannot lag behind it.
import type { Located } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import { PART_TABLES } from "../field-tables.ts";
import type { LawExample } from "../language.ts";
import { given } from "./read-example-facts.ts";
import { anyEntry, question } from "./read-example-question.ts";
import { FieldsReader, localId, names } from "./reader.ts";
import { basis } from "./values.ts";

export function readExample(value: Located, desk: Desk): LawExample {
  const fields = new FieldsReader(value, desk, PART_TABLES.example, "an example");
  return {
    id: `${desk.body}:${fields.required("id", localId)}`,
    name: fields.required("name", names),
    about: fields.someOf("about", anyEntry, "entry"),
    citation: fields.required("citation", basis),
    given: fields.required("given", given),
    expect: fields.someOf("expect", question, "question"),
    at: value.at,
  };
}
