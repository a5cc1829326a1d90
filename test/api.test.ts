// The description of the API, held against a running server: it is valid OpenAPI 3.1, has every route and no other, its schemas are those of the
// types, and every answer to a GET, the JSON twins of pages among them, is as its schema says and has no field that is not described.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate, present } from "../src/domain/terms/index.ts";
import { makeModelJurisdiction } from "../src/lab/index.ts";
import { ensureKey, officesWithPosts, type Registry } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { createServer, originOf } from "../src/web/index.ts";
import { answerSchemasText } from "./support/answer-schemas.ts";
import { loadLaw } from "./support/law.ts";
import { levelRoute, routesOfProgram } from "./support/program-lists.ts";
import { registryOver } from "./support/registry.ts";
import { readRepositoryFile } from "./support/source-file.ts";

type Plain = Readonly<Record<string, unknown>>;
interface Described { readonly operationId: string; readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly example?: string }[]; readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> }; readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Plain>> }>>; readonly "x-writes"?: true }
interface Document { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>; readonly components: { readonly schemas: Readonly<Record<string, Plain>> } }

const folder = mkdtempSync(join(tmpdir(), "probity-api-"));
let registry: Registry;
let server: FastifyInstance;
let document: Document;
let origin: string;
const logged: string[] = [];
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);

beforeAll(async () => {
  registry = registryOver(await openLedger({ node: "test", randomBytes, dataDir: folder }), await loadLaw("law"), { day: "2026-11-20" });
  await makeModelJurisdiction(registry, { organisations: 120, seed: 1, until: plainDate("2026-11-20") });
  await ensureKey(registry);
  server = createServer({ registry, log: (line) => logged.push(line), followEvery: 10 });
  await server.listen({ host: "127.0.0.1", port: 0 });
  origin = originOf(server);
  document = await (await fetch(`${origin}/openapi.json`)).json() as Document;
  ajv.addSchema({ $id: "document", components: document.components });
}, 120_000);

afterAll(async () => {
  await server.close();
  await registry.ledger.close();
  rmSync(folder, { recursive: true, force: true });
  expect(logged).toEqual([]);
});

const operations = (): readonly (Described & { readonly method: string; readonly path: string })[] => Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })));
const operation = (id: string) => present(operations().find(({ operationId }) => operationId === id), `the operation ${id}`);

/** What the document gives as an example of a parameter. */
const example = (id: string, parameter: string): string => present(operation(id).parameters?.find(({ name }) => name === parameter)?.example, `an example of ${parameter}`);

const compiled = new Map<string, ValidateFunction>();
/** What an answer has that its schema does not say, or lacks. */
function against(schema: unknown, value: unknown): readonly string[] {
  const text = JSON.stringify(schema).replaceAll("#/components", "document#/components");
  const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as Plain);
  compiled.set(text, validate);
  return validate(value) === true ? [] : (validate.errors ?? []).slice(0, 12).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`);
}

/** The address of an operation with the examples the document itself has, and others where it has none. */
function addressOf(id: string, more: Readonly<Record<string, string>> = {}): string {
  const { path, parameters = [] } = operation(id);
  const values = { ...Object.fromEntries(parameters.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]]))), ...more };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const query = new URLSearchParams(Object.entries(values).filter(([name]) => !inPath.includes(name)));
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(present(values[name], `an example of ${name} for ${id}`))) + (query.size === 0 ? "" : `?${query}`);
}

/** Asks, and holds the answer against what the document says of its status and type. */
function answered(id: string, more: Readonly<Record<string, string>> = {}, init: RequestInit = {}): Promise<{ readonly status: number; readonly value: unknown }> {
  return answeredAt(id, origin + addressOf(id, more), more, init);
}

async function answeredAt(id: string, url: string, more: Readonly<Record<string, string>> = {}, init: RequestInit = {}): Promise<{ readonly status: number; readonly value: unknown }> {
  const reply = await fetch(url, init);
  const { responses } = operation(id);
  const type = (reply.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const form = responses[String(reply.status)]?.content?.[type];
  const text = await reply.text();
  // Nothing is sent where nothing is left to say.
  if (reply.status === 204) expect([id, text, responses["204"] === undefined]).toEqual([id, "", false]);
  if (reply.status === 204) return { status: reply.status, value: undefined };
  expect({ id, more, status: reply.status, type, described: form !== undefined, ...(form === undefined ? { text: text.slice(0, 300) } : {}) }).toMatchObject({ described: true });
  const lines = form?.["x-line-schema"];
  const values = lines === undefined ? [] : text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as unknown);
  for (const value of values) expect({ id, more, wrong: against(lines, value) }).toEqual({ id, more, wrong: [] });
  if (form?.["schema"] === undefined) return { status: reply.status, value: lines === undefined ? text : values };
  const value: unknown = JSON.parse(text);
  expect({ id, more, wrong: against(form["schema"], value) }).toEqual({ id, more, wrong: [] });
  return { status: reply.status, value };
}

describe("the description of the API", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it("has every route of the API, and no other", async () => {
    const routes = await routesOfProgram();
    const described = operations().map(({ method, path }) => levelRoute(`${method.toUpperCase()} ${path.replace("{token}.atom", "{token}").replace("{token}.json", "{token}")}`));
    const isPage = (route: string): boolean => /^\w+ \/(?:$|\{\}|assets\/|favicon)/.test(route);
    expect([...new Set(described.filter((route) => !isPage(route)))].sort()).toEqual(routes.filter((route) => !isPage(route)));
    expect(described.filter((route) => isPage(route) && !routes.includes(route))).toEqual([]);
  });

  it("has schemas as the types of the verbs are now; `npm run schemas` writes them", () => {
    expect(readRepositoryFile("src/web/api/answer-schemas.json") === answerSchemasText()).toBe(true);
  }, 60_000);

  it("says which operations write", () => {
    expect(operations().filter((each) => each["x-writes"] === true).map(({ operationId }) => operationId).sort()).toEqual(["acknowledge", "add-alert", "answer-measures", "cancel", "decisions", "delete-watch", "hand-in", "make-watch", "open-case", "remove-alert", "resume-alert", "rotate-alert", "set-watch", "step", "test-alert"]);
  });

  it("catches a field that is not described", () => {
    const schema = operation("health").responses["200"]?.content?.["application/json"]?.["schema"];
    expect([against(schema, { status: "ok" }), against(schema, { status: "ok", more: 1 }).length, against(schema, {}).length]).toEqual([[], 1, 1]);
  });
});

describe("answers are as described:", () => {
  it("every GET for the public, by the examples of the document itself", async () => {
    const asked: string[] = [];
    for (const { operationId, method, parameters = [] } of operations()) {
      if (method !== "get" || parameters.some(({ required, example }) => required && example === undefined) || ["worklist", "releases", "measures", "office-memoranda", "changes", "openapi"].includes(operationId)) continue;
      const reply = await answered(operationId);
      expect([operationId, reply.status]).toEqual([operationId, operationId === "cases" ? 403 : 200]);
      asked.push(operationId);
    }
    expect(asked.length).toBeGreaterThan(32);
  }, 60_000);

  it("everything about each of many organisations, as its pages show it", async () => {
    const { value } = await answered("search", { state: "bound,may,undetermined,favoured", limit: "30" });
    const files = new Set([...(value as { readonly found: readonly { readonly file: string }[] }).found.map(({ file }) => file), ...(await listedFiles())].slice(0, 40));
    expect(files.size).toBeGreaterThan(10);
    for (const organisation of files) {
      for (const id of ["organisation", "standing", "timeline", "restrictions", "applies", "relations", "plan"]) await answered(id, { organisation });
      await answered("standing", { organisation, on: "2025-06-01", law: "2021-12-31" });
      await answered("freeing", { organisation });
      for (const id of ["news", "dates"]) await answered(id, { about: organisation });
      for (const id of ["organisation-feed-atom", "organisation-feed-json"]) await answered(id, { organisation });
      await answered("report", { organisation, purpose: "tender" });
    }
  }, 120_000);

  it("every entry of the law, every list with who is on it, every cascade, every way", async () => {
    for (const { id, kind } of registry.rulebook.entries) {
      await answered("law-entry", { id });
      if (kind === "list") for (const listed of ["listings", "foresee", "statistics", "list-feed-json"]) await answered(listed, { list: id });
      if (["list", "record-type"].includes(kind)) await answered("cascade", { id });
      if (["list", "measure", "memorandum"].includes(kind)) await answered("bound", { id, limit: "20" });
      if (kind === "authority") await answered("authority", { id });
      if (kind === "instrument") await answered("instrument", { id });
      if (kind === "record-type") await answered("preflight", { type: id });
    }
    for (const way of ["kind", "authority", "list", "memorandum", "measure", "article"]) await answered("way", { way });
    for (const compare of ["regimes", "2021-12-31,2025-12-31"]) await answered("lint", { compare });
    await answered("lint", { format: "sarif" });
    await answered("law-diff", { from: "2010-01-01", to: "2026-11-20" });
  }, 300_000);

  it("the questions that are posted, by the examples of the document", async () => {
    const send = (id: string, more: Readonly<Record<string, string>> = {}, body?: unknown) => {
      const [type = "", { example }] = present(Object.entries(operation(id).requestBody?.content ?? {})[0], "a body");
      const sent = body ?? example;
      return answered(id, more, { method: "POST", headers: { "content-type": type }, body: typeof sent === "string" ? sent : JSON.stringify(sent) });
    };
    for (const id of ["evaluation", "evaluations", "checks", "suppliers", "reports"]) expect([id, (await send(id)).status]).toEqual([id, 200]);
    const { example } = present(operation("evaluation").requestBody?.content["application/json"], "a body");
    await send("evaluation", {}, { ...(example as Plain), context: { explain: true, receipt: true } });
    expect((await send("evaluation", {}, { subject: { type: "person", id: "x" } })).status).toBe(422);
    const act = present((example as { readonly action?: { readonly name: string } }).action?.name, "an act");
    await send("suppliers", { act, receipt: "true" });
    const rows = [{ name: "有限公司" }, { code: "91990101MA0K1TE25H" }, { name: "=1+1" }, { code: "11010519491231002X" }, {}, { name: "砺川" }];
    await send("suppliers", {}, rows);
    await send("checks", {}, `${JSON.stringify({ organisation: "nobody at all", act })}\nno json\n`);
  });

  it("what only those whom it concerns are shown: cases, worklists, releases, changes with their detail", async () => {
    const matters = new Set<string>();
    for (const { file } of await officesWithPosts(registry)) {
      const { value } = await answered("worklist", { office: file, as: "keeper" });
      for (const { matter } of (value as { readonly cases: readonly { readonly matter: string }[] }).cases) matters.add(matter);
      await answered("releases", { office: file, as: `office:${file}` });
      await answered("measures", { office: file, as: "keeper" });
      await answered("office-memoranda", { office: file, as: "keeper" });
    }
    for (const file of await listedFiles()) {
      const { value } = await answered("cases", { organisation: file, as: "keeper" });
      for (const { matter } of (value as { readonly cases: readonly { readonly matter: string }[] }).cases) matters.add(matter);
    }
    expect(matters.size).toBeGreaterThan(3);
    for (const matter of matters) await answered("case", { matter, as: "keeper" });
    await answered("changes", { limit: "1000" });
    await answered("changes", { limit: "1000", as: "keeper" });
    expect((await answered("worklist", {})).status).toBe(403);
  }, 120_000);

  it("the JSON twin that each page names, in its own words and at its own clocks", async () => {
    const { organisation, list, act } = { organisation: example("standing", "organisation"), list: example("foresee", "list"), act: example("freeing", "act") };
    const [memorandum] = registry.rulebook.all("memorandum");
    const pages = [
      "/", "/search?q=公司", "/lists", `/lists/${list}`, "/memoranda", `/memoranda/${memorandum?.id ?? ""}`, "/law", "/law/by/list", "/law/search?q=bid", "/law/diff?from=2025-11-20&to=2026-11-20", "/law/lint", "/law/changes", `/law/${example("preflight", "type")}`, "/authorities", "/statistics", `/organisations/${organisation}/plan`,
      `/law/by/authority/${example("authority", "id")}`, `/law/by/article/${example("instrument", "id")}`, `/organisations/${organisation}`, `/organisations/${organisation}?act=${act}`, `/organisations/${organisation}/applies`, `/organisations/${organisation}/preflight?type=${example("preflight", "type")}`, `/organisations/${organisation}/report?purpose=tender`,
    ];
    const twins = new Map<string, string>();
    for (const language of ["zh", "en"]) {
      for (const path of pages) {
        const page = await fetch(`${origin}/${language}${path}${path.includes("?") ? "&" : "?"}on=2026-11-01`);
        const twin = /<link rel="alternate" type="application\/json" href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll("&amp;", "&");
        expect([path, page.status, twin === undefined]).toEqual([path, 200, false]);
        const at = present(twin, `the twin of ${path}`);
        const { pathname } = new URL(at);
        const found = present(operations().filter(({ method, path: of }) => method === "get" && new RegExp(`^${of.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname)).toSorted((a, b) => a.path.split("{").length - b.path.split("{").length)[0], `an operation for ${pathname}`);
        expect([path, found.operationId, (await answeredAt(found.operationId, at)).status]).toEqual([path, found.operationId, 200]);
        twins.set(found.operationId, path);
      }
    }
    expect(twins.size).toBeGreaterThan(12);
  }, 60_000);

  it("reports by their codes, feeds of a watch list, a file handed in", async () => {
    const { value } = await answered("report", { purpose: "tender" });
    const code = present((value as { readonly lines: readonly { readonly line: { readonly code?: string } }[] }).lines[0]?.line.code, "a code");
    expect((await answered("verify-report", { code })).value).toMatchObject({ kind: "issued" });
    const made = await fetch(`${origin}/en/watch`, { method: "POST", redirect: "manual", headers: { "content-type": "application/x-www-form-urlencoded", origin }, body: new URLSearchParams({ label: "x", lines: present(operation("standing").parameters?.[0]?.example, "an organisation") }) });
    const token = present(/watch\/([^/]+)$/.exec(made.headers.get("location") ?? "")?.[1], "a watch list");
    for (const id of ["watch-feed-atom", "watch-feed-json", "watch"]) expect((await answered(id, { token })).status).toBe(200);
    const write = (id: string, method: string, more: Readonly<Record<string, string>>, body?: unknown) => answered(id, more, { method, ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
    const organisations = [present(operation("standing").parameters?.[0]?.example, "an organisation")];
    const own = present(((await write("make-watch", "POST", {}, { organisations, label: "y" })).value as { readonly token?: string }).token, "a token");
    expect((await write("set-watch", "PUT", { token: own }, { organisations })).status).toBe(200);
    const added = (await write("add-alert", "POST", { token: own }, { target: "reader@example.com", pace: "atOnce" })).value as { readonly alert?: { readonly id: string }; readonly id?: string };
    await answered("watch", { token: own });
    const alert = present(added.alert?.id ?? added.id, "an alert");
    for (const id of ["test-alert", "rotate-alert", "resume-alert"]) await write(id, "POST", { token: own, alert }, {});
    expect((await write("remove-alert", "DELETE", { token: own, alert })).status).toBe(204);
    expect((await write("delete-watch", "DELETE", { token: own })).status).toBe(204);
    const template = present(registry.rulebook.all("template")[0]?.id, "a template");
    const handed = await answered("hand-in", { template, name: "a.csv" }, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: "a,b\n1,2\n" });
    expect(handed.status).toBe(202);
    const { submission } = handed.value as { readonly submission: string };
    for (let state = "running"; state === "running"; ) state = ((await answered("submission", { submission, as: "keeper" })).value as { readonly state: string }).state;
  });
});

/** Who stands on a list that may be shown. */
async function listedFiles(): Promise<readonly string[]> {
  const { value } = await answered("lists");
  const files: string[] = [];
  for (const { list, standing } of (value as { readonly lists: readonly { readonly list: string; readonly standing: number | null }[] }).lists) {
    if (standing === null || standing === 0) continue;
    const shown = await answered("listings", { list });
    files.push(...(shown.value as { readonly listings: readonly { readonly file: string }[] }).listings.slice(0, 5).map(({ file }) => file));
  }
  return [...new Set(files)];
}
