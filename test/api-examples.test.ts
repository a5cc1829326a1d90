// Every example of a call under docs/reference/examples, run by its own program (a shell with curl, Node, Python) against a real server over a model
// register. Where one of the programs is missing the test fails: an example nobody runs is not one.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { promisify } from "node:util";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plainDate } from "../src/domain/terms/index.ts";
import { makeModelJurisdiction } from "../src/lab/index.ts";
import { ensureKey } from "../src/service/index.ts";
import { createMemoryLedger } from "../src/store/index.ts";
import { OPERATIONS } from "../src/web/api/openapi-document.ts";
import { callExamples, EXAMPLE_LANGUAGES, exampleHere, type ExampleLanguage } from "../src/web/api/openapi-examples.ts";
import { samplesOf } from "../src/web/api/openapi-samples.ts";
import type { Samples } from "../src/web/api/openapi-operation.ts";
import { createServer, originOf } from "../src/web/index.ts";
import { loadLaw } from "./support/law.ts";
import { registryOver } from "./support/registry.ts";

const PROGRAMS: Readonly<Record<ExampleLanguage, readonly string[]>> = { sh: ["sh", "-eu"], ts: [execPath], py: ["python3"] };
/** What each prints in every language, at least. */
const PRINTS: Readonly<Record<string, RegExp>> = {
  evaluation: /may not|"decision":false/, checks: /bound[\s\S]*\n[\s\S]*(?:clear|bound)/, search: /P\d{8}[\s\S]*公司/, standing: /acts/, listings: /P\d{8}/, report: /issued/, changes: /listed/, suppliers: /matched[\s\S]*absent/, preflight: /proposals|lists could follow/,
};

const folder = mkdtempSync(join(tmpdir(), "probity-examples-"));
let server: FastifyInstance;
let samples: Samples;
const logged: string[] = [];

beforeAll(async () => {
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("law"), { day: "2026-11-20" });
  await makeModelJurisdiction(registry, { organisations: 80, seed: 1, until: plainDate("2026-11-20") });
  await ensureKey(registry);
  samples = await samplesOf(registry);
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.listen({ host: "127.0.0.1", port: 0 });
}, 120_000);

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  expect(logged).toEqual([]);
});

it("every example is there in all three languages, about an operation there is, and the test knows what it prints", () => {
  const ids = [...new Set(callExamples().map(({ id }) => id))];
  expect(callExamples().map(({ id, language }) => `${id}.${language}`).sort()).toEqual(Object.keys(PRINTS).flatMap((id) => EXAMPLE_LANGUAGES.map((language) => `${id}.${language}`)).sort());
  expect(ids.filter((id) => !OPERATIONS.some((operation) => operation.id === id))).toEqual([]);
});

it.each(callExamples().map(({ id, language, text }) => [`${id}.${language}`, { id, language, text }] as const))("%s runs and prints what it should", async (name, { id, language, text }) => {
  const path = join(folder, name);
  writeFileSync(path, exampleHere(text, originOf(server), samples));
  const [program = "", ...first] = PROGRAMS[language];
  const { stdout } = await promisify(execFile)(program, [...first, path], { maxBuffer: 64 * 1024 * 1024, env: { PATH: process.env["PATH"] ?? "", PYTHONIOENCODING: "utf-8" } });
  expect(stdout).toMatch(PRINTS[id] ?? /no such example/);
}, 30_000);
