// The words of the pages about the API, in English; dictionary-en.ts takes them up.
import type { ApiMessages } from "./dictionary-api-zh.ts";

export const apiEn: ApiMessages = {
  title: "API reference", link: "API reference", schemas: "Schemas",
  lead: "Everything a program can ask: each address, its parameters, the shape of its answer, and a form to try it here. The running server gives this description of itself; its answers are held against it.",
  document: "The whole description (OpenAPI 3.1)", language: "",
  columns: { operation: "Address", about: "What for", name: "Name", where: "Where", field: "Field", type: "Type", meaning: "Meaning", present: "Present", status: "Status", given: "Media type" },
  in: { path: "in the address", query: "after the question mark", header: "header" }, required: "required", optional: "optional", writes: "writes", noForm: "No form for this one.",
  writesNote: "It writes, and is taken from programs on this machine alone. Whoever acts does so at a desk.", toDesk: "Desks",
  parameters: "Parameters", noParameters: "It takes no parameters.", body: "Body", answer: "Answer", line: "One a line; the shape is of one of them.", plain: "Text or a file, without a shape.", problems: "Problems that can come", problem: "a problem (RFC 9457)",
  oneOf: (n, of) => `Form ${n} of ${of}`, always: "always", sometimes: "at times", noFields: "It has no fields.", shape: "Shape",
  try: "Try it", tryGet: "The form leads to the address itself; the browser shows the answer.", tryPost: "The server asks as the public and shows the answer on this page. Nothing is kept.", ask: "Ask", choose: "not stated",
  wrong: { missing: "A parameter that is required has no value.", tooLong: "The body is too long; up to 20,000 characters are taken.", foreign: "Forms are taken from pages of this machine only." }, wrongTitle: "Nothing was asked",
  tried: "What came back", request: "Request", status: "Status", headers: "Headers", cut: (all) => `The answer has ${all} characters; this is its beginning.`, empty: "It has no body.",
  examples: "Examples", exampleLanguage: { sh: "curl", ts: "TypeScript", py: "Python" }, exampleNote: "The address is this server’s, and the ids are of what it has on file.",
  usedBy: "Used by", nowhere: "Only requests or answers of operations use it.", all: "All operations",
  fields: (name) => `Fields of ${name}`,
};
