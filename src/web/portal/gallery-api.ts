// Gallery of the pages about the API: invented operations with every kind of form and answer. For tests and for looking, like gallery.ts.
import type { Exhibit } from "./gallery.ts";
import { apiOperationPage } from "./pages/api-operation-page.ts";
import { apiPage } from "./pages/api-page.ts";
import { apiSchemaPage } from "./pages/api-schema-page.ts";
import type { ApiOperationModel, ApiShape } from "./view-models-api.ts";
import type { Frame } from "./view-models.ts";

const SHAPE: ApiShape = {
  name: "Answer", about: "Whether the act may be done, and why.",
  tables: [[
    { field: "decision", type: [{ text: "boolean" }], required: true, about: "" }, { field: "asOf", type: [{ text: "object" }], required: true, about: "The clocks, `2026-11-20` among them." },
    { field: "asOf.on", type: [{ text: "PlainDate", schema: "PlainDate" }], required: true, about: "" }, { field: "exits", type: [{ text: "(" }, { text: "Exit", schema: "Exit" }, { text: " | null)[]" }], required: false, about: "" },
  ]],
};
const FORMS: ApiShape = { type: [{ text: "Answer", schema: "Answer" }, { text: " | object" }], tables: [SHAPE.tables[0] ?? [], [{ field: "error", type: [{ text: "string" }], required: true, about: "" }]] };

/** `name` is a hostile text where a test asks for one. */
export function apiExhibits(frame: Frame, name: string): readonly Exhibit[] {
  const at = (path: string): Frame => ({ ...frame, path, query: {} });
  const row = { id: "standing", method: "GET", path: "/v1/organisations/{organisation}/standing", names: { en: "Everything about one on a day.", zh: "某日的全部情况。" }, writes: false } as const;
  const get: ApiOperationModel = {
    ...row, group: { en: "Register", zh: "登记册" }, status: 200, problems: [404, 500], answers: [{ type: "application/json", lines: false, shape: SHAPE }, { type: "application/x-ndjson", lines: true, shape: FORMS }, { type: "application/pdf", lines: false }],
    parameters: [
      { name: "organisation", in: "path", required: true, names: { en: "A file number, a code, or a whole name.", zh: "档案号、代码或完整名称。" }, values: [], day: false, value: name }, { name: "on", in: "query", required: false, names: { en: "The day asked about.", zh: "所问之日。" }, values: [], day: true, value: "" },
      { name: "sort", in: "query", required: false, names: { en: "In which order.", zh: "排序方式。" }, values: ["best", "name"], day: false, value: "name" }, { name: "last-event-id", in: "header", required: false, names: { en: "Where to go on.", zh: "从何处继续。" }, values: [], day: false, value: "" },
    ],
    examples: [{ language: "sh", text: "curl 'http://127.0.0.1:8080/v1/overview'\n" }, { language: "ts", text: "const a = 1;\n" }, { language: "py", text: "print(1)\n" }], command: "curl 'http://127.0.0.1:8080/v1/overview'",
  };
  const { command: _command, ...plain } = get;
  const post: ApiOperationModel = { ...plain, id: "evaluation", method: "POST", path: "/access/v1/evaluation", parameters: [], examples: [], body: { type: "application/json", text: `{"name": ${JSON.stringify(name)}}`, shape: FORMS } };
  return [
    { name: "api", page: apiPage(at("/api"), { groups: [{ group: "register", names: { en: "Register", zh: "登记册" }, operations: [row] }, { group: "cases", names: { en: "Cases", zh: "案件" }, operations: [{ ...row, id: "step", method: "POST", path: "/v1/cases/{matter}/steps", writes: true }] }] }) },
    { name: "api-get", page: apiOperationPage(at("/api/standing"), { ...get, wrong: "missing" }) },
    { name: "api-post", page: apiOperationPage(at("/api/evaluation"), { ...post, tried: { request: "POST /access/v1/evaluation", status: 422, headers: [["content-type", "application/problem+json"]], body: `{\n  "title": ${JSON.stringify(name)}\n}`, cutFrom: 61_000 } }) },
    { name: "api-writes", page: apiOperationPage(at("/api/step"), { ...post, id: "step", writes: true, answers: [], body: { type: "application/octet-stream", text: "" } }) },
    { name: "api-schema", page: apiSchemaPage(at("/api/schemas/Answer"), { name: "Answer", shape: SHAPE, usedBy: ["CheckLineAnswer", "EvaluationAnswer"] }) },
    { name: "api-schema-unused", page: apiSchemaPage(at("/api/schemas/Line"), { name: "Line", shape: FORMS, usedBy: [] }) },
  ];
}
