// Watch lists and their alerts over HTTP: for programs, on the page of the list, and on the page of whoever reads an alert's letters.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { importFile, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const HERE = { host: "127.0.0.1:8080" };
const HOOK = "https://example.com/hook";
let registry: Registry;
let server: FastifyInstance;

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"), { day: "2025-01-07" });
  const imported = await importFile(registry, { name: "north.csv", bytes: Buffer.from("Ferry,Since,Free,Case\nBlue Heron Ltd,2024-03-01,2026-03-01,1\nNight Jar Ltd,2024-03-01,2026-03-01,2\n"), template: "ferry:north-sheet", asOf: "2025-01-01" });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  server = createServer({ registry, log: (line) => process.stderr.write(`${line}\n`) });
  await server.ready();
  return () => server.close();
});

function call(method: "GET" | "POST" | "PUT" | "DELETE", url: string, body?: object, headers: Readonly<Record<string, string>> = HERE): Promise<LightMyRequestResponse> {
  return server.inject({ method, url, headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) }, ...(body === undefined ? {} : { payload: JSON.stringify(body) }) });
}

function form(url: string, fields: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> {
  return server.inject({ method: "POST", url, headers: { ...HERE, origin: "http://127.0.0.1:8080", "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams(fields).toString() });
}

async function list(): Promise<string> {
  const made = await call("POST", "/v1/watch-lists", { organisations: ["Blue Heron Ltd"], label: "ours" });
  expect(made.statusCode).toBe(201);
  return made.json<{ readonly token: string }>().token;
}

describe("watch lists for programs", () => {
  it("are made, read, changed and deleted by their token, from this machine alone", async () => {
    const token = await list();
    expect((await call("GET", `/v1/watch-lists/${token}`)).json()).toMatchObject({ label: "ours", organisations: [{ organisation: { name: "Blue Heron Ltd" }, stands: { state: "bound" } }], alerts: [] });
    // Whoever has a token is anybody: of an organisation it says no more than what it is called by.
    expect((await call("GET", `/v1/watch-lists/${token}`)).json().organisations.map(({ organisation }: { readonly organisation: object }) => Object.keys(organisation))).toEqual([["file", "name", "names", "codes"]]);
    expect((await call("PUT", `/v1/watch-lists/${token}`, { organisations: ["Night Jar Ltd", "Blue Heron Ltd"] })).json().organisations).toHaveLength(2);
    expect((await call("PUT", `/v1/watch-lists/${token}`, { organisations: ["nobody", "Night Jar Ltd"] })).json()).toMatchObject({ code: "input-invalid", findings: [{ code: "organisation-not-found", at: "1" }] });
    for (const [method, path, body] of [["POST", "", { organisations: ["Night Jar Ltd"] }], ["PUT", `/${token}`, { organisations: ["Night Jar Ltd"] }], ["DELETE", `/${token}`, undefined], ["POST", `/${token}/alerts`, { target: HOOK }]] as const) expect((await call(method, `/v1/watch-lists${path}`, body, { host: "register.example" })).statusCode).toBe(403);
    expect([(await call("DELETE", `/v1/watch-lists/${token}`)).statusCode, (await call("DELETE", `/v1/watch-lists/${token}`)).statusCode, (await call("GET", `/v1/watch-lists/${token}`)).statusCode]).toEqual([204, 404, 404]);
  });

  it("have alerts, whose secret is shown once and whose code never", async () => {
    const [token, other] = [await list(), await list()];
    const made = await call("POST", `/v1/watch-lists/${token}/alerts`, { target: HOOK, pace: "atOnce" });
    expect([made.statusCode, made.json()]).toMatchObject([201, { secret: expect.stringMatching(/^whsec_/), alert: { kind: "webhook", state: "on", pace: "atOnce" } }]);
    const { alert: { id }, secret } = made.json();
    const at = `/v1/watch-lists/${token}/alerts/${id}`;
    expect((await call("POST", `${at}/test`, {})).json()).toMatchObject({ deliveries: [{ test: true, state: "waiting" }] });
    const kept = await registry.ledger.watchAlerts.find(id);
    const shown = await call("GET", `/v1/watch-lists/${token}`);
    for (const hidden of [secret, kept?.code ?? "no code"]) expect(shown.body).not.toContain(hidden);
    expect((await call("POST", `${at}/secret`, {})).json().secret).not.toBe(secret);
    expect([(await call("POST", `${at}/resume`, {})).statusCode, (await call("POST", `/v1/watch-lists/${token}/alerts`, { target: "https://127.0.0.1/" })).statusCode]).toEqual([422, 422]);
    expect((await call("DELETE", `/v1/watch-lists/${other}/alerts/${id}`)).statusCode).toBe(404);
    expect([(await call("DELETE", at)).statusCode, (await call("DELETE", at)).statusCode]).toEqual([204, 404]);
  });
});

describe.each([["zh", "签名密钥", "这不是公开的地址", "不再接收"], ["en", "Secret that signs", "not a public one", "Stop these alerts"]] as const)("alerts on the page of a list in %s", (language, secretWords, wrong, stop) => {
  it("are added with the secret shown once, changed by buttons, and refused with what was typed", async () => {
    const page = `/${language}/watch/${await list()}`;
    const made = await form(`${page}/alerts`, { target: HOOK, pace: "daily" });
    expect([made.statusCode, made.body.includes(secretWords), /whsec_[\w+/=]{44}/.test(made.body)]).toEqual([200, true, true]);
    const seen = await call("GET", page);
    expect([seen.body.includes(HOOK), seen.body.includes("whsec_")]).toEqual([true, false]);
    const id = /\/alerts\/(w\w+)#alerts/.exec(seen.body)?.[1] ?? "";
    expect((await form(`${page}/alerts/${id}`, { do: "test" })).statusCode).toBe(303);
    expect((await form(`${page}/alerts/${id}`, { do: "rotate" })).body).toMatch(/whsec_/);
    const refused = await form(`${page}/alerts`, { target: "https://10.0.0.1/<x>" });
    expect([refused.statusCode, refused.body.includes(wrong), refused.body.includes("<x>"), refused.body.includes("https://10.0.0.1/&lt;x&gt;")]).toEqual([422, true, false, true]);
    expect((await form(`${page}/alerts/${id}`, { do: "remove" })).statusCode).toBe(303);
    expect((await call("GET", page)).body).not.toContain(HOOK);
  });

  it("are confirmed and stopped by whoever reads the letters, by a button and not by looking", async () => {
    const page = `/${language}/watch/${await list()}`;
    await form(`${page}/alerts`, { target: `desk-${language}@example.com` });
    const kept = (await registry.ledger.watchAlerts.of()).find(({ target }) => target === `desk-${language}@example.com`);
    const own = `/${language}/watch-alerts/${kept?.code ?? ""}`;
    const state = async (): Promise<string | undefined> => (await registry.ledger.watchAlerts.find(kept?.id ?? ""))?.state;
    expect([(await call("GET", own)).statusCode, await state()]).toEqual([200, "unconfirmed"]);
    expect([(await form(own, { do: "yes" })).statusCode, await state()]).toEqual([303, "on"]);
    expect((await call("GET", own)).body).toContain(stop);
    expect([(await form(own, { do: "no" })).statusCode, await state()]).toEqual([303, "stopped"]);
    expect((await call("GET", `/${language}/watch-alerts/nothing`)).statusCode).toBe(404);
  });
});
