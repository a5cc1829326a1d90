// The desks over a memory ledger and the model's law: who comes in, who is kept out, and what a request from elsewhere can do (nothing).
import { randomBytes } from "node:crypto";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../domain/terms/index.ts";
import { openOffices, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { projectLaw } from "../../test/support/run.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

let registry: Registry;
let server: FastifyInstance;
let office = "";
const logged: string[] = [];

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), { day: "2026-03-02" });
  await registry.ledger.setSetting("model", "{}");
  office = present((await openOffices(registry)).find((each) => each.entry === "model:linzhu-city-market"), "an office").file;
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  expect(logged).toEqual([]);
});

const HERE = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" };

function posted(url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = HERE): InjectOptions {
  return { method: "POST", url, headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, payload: new URLSearchParams(fields).toString() };
}

async function cookieOf(fields: Readonly<Record<string, string>>): Promise<string> {
  const reply = await server.inject(posted("/en/desk/sign-in", fields));
  expect(reply.statusCode).toBe(303);
  return String(reply.headers["set-cookie"]);
}

describe("signing in", () => {
  it("gives a post of an office a signed cookie that no page can read, and leads to its desk", async () => {
    const reply = await server.inject(posted("/zh/desk/sign-in", { office, officer: "handler-1" }));
    expect([reply.statusCode, reply.headers.location]).toEqual([303, "/zh/desk/office"]);
    expect(String(reply.headers["set-cookie"])).toMatch(/^probity-desk=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it("leads back to the desk page that was asked for, and to no other address", async () => {
    const to = async (next: string) => (await server.inject(posted("/en/desk/sign-in", { office, officer: "head", next }))).headers.location;
    expect(await to("/desk/cases/m1?done=notice")).toBe("/en/desk/cases/m1?done=notice");
    for (const next of ["//evil.example", "https://evil.example", "/desk//evil.example", "/search", "/desk/\\evil"]) expect(await to(next)).toBe("/en/desk/office");
  });

  it("knows no office that was not opened, no post it does not have, and no organisation that is not on file", async () => {
    for (const fields of [{ office: "P00000000", officer: "head" }, { office, officer: "emperor" }, { office, officer: "" }]) {
      const reply = await server.inject(posted("/en/desk/sign-in", fields));
      expect([reply.statusCode, reply.headers["set-cookie"]]).toEqual([422, undefined]);
    }
    const nobody = await server.inject(posted("/en/desk/sign-in", { organisation: "Nobody & Sons" }));
    expect([nobody.statusCode, nobody.headers["set-cookie"], nobody.body.includes('value="Nobody &amp; Sons"')]).toEqual([404, undefined, true]);
    const person = await server.inject(posted("/en/desk/sign-in", { organisation: "11010519491231002X" }));
    expect([person.statusCode, person.body.includes("11010519491231002X")]).toEqual([422, false]);
  });

  it("ends with signing out", async () => {
    const reply = await server.inject(posted("/en/desk/sign-out", {}));
    expect(String(reply.headers["set-cookie"])).toMatch(/^probity-desk=; Max-Age=0; Path=\//);
  });

  it("sends whoever is signed in from the chooser to the own desk, unless another is to be chosen", async () => {
    const cookie = await cookieOf({ office, officer: "head" });
    expect((await server.inject({ url: "/en/desk", headers: { cookie } })).headers.location).toBe("/en/desk/office");
    const changing = await server.inject({ url: "/en/desk?change=yes", headers: { cookie } });
    expect([changing.statusCode, changing.body.includes("Sign out")]).toEqual([200, true]);
  });

  it("is undone by any change to the cookie", async () => {
    const cookie = await cookieOf({ office, officer: "head" });
    const [value = ""] = cookie.split(";");
    const forged = Buffer.from(JSON.stringify({ kind: "office", office, officer: "reviewer" })).toString("base64url");
    const signature = value.slice(value.lastIndexOf("."));
    for (const header of [`probity-desk=${forged}${signature}`, `${value}x`, "probity-desk=", `probity-desk=${forged}`, "probity-desk=%00.%00", "probity-desk=e30.e30"]) {
      expect((await server.inject({ url: "/en/desk", headers: { cookie: header } })).statusCode, header).toBe(200);
    }
  });
});

describe("a write", () => {
  const fields = () => ({ office, officer: "head" });
  const status = async (headers: Readonly<Record<string, string>>) => {
    const reply = await server.inject(posted("/en/desk/sign-in", fields(), headers));
    return [reply.statusCode, reply.headers["set-cookie"] === undefined];
  };

  it("is taken from this server's own pages, by any loopback name", async () => {
    for (const host of ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "localhost"]) expect(await status({ host, origin: `http://${host}` })).toEqual([303, false]);
    expect(await status({ host: "localhost:1", "sec-fetch-site": "same-origin" })).toEqual([303, false]);
  });

  it("is refused from another origin, another site, another host, and from nowhere", async () => {
    const { host } = HERE;
    for (const headers of [
      { host, origin: "http://evil.example" }, { host, origin: "null" }, { host, origin: "http://127.0.0.1:9090" }, { host, origin: "https://127.0.0.1:8080" },
      { host, origin: HERE.origin, "sec-fetch-site": "cross-site" }, { host, "sec-fetch-site": "none" }, { host: "evil.example:8080", origin: "http://evil.example:8080" },
      { host: "127.0.0.1.evil.example", origin: "http://127.0.0.1.evil.example" }, { host },
    ]) expect(await status(headers), JSON.stringify(headers)).toEqual([403, true]);
  });
});

describe("a register that is not the model", () => {
  it("has no desks, says so, and signs nobody in", async () => {
    const real = createServer({ registry: { ...registry, ledger: createMemoryLedger({ node: "test", randomBytes }) }, log: (line) => logged.push(line) });
    const door = await real.inject({ url: "/en/desk" });
    expect([door.statusCode, door.body.includes("There are no desks here.")]).toEqual([200, true]);
    const reply = await real.inject(posted("/en/desk/sign-in", { office, officer: "head" }));
    expect([reply.statusCode, reply.headers["set-cookie"]]).toEqual([403, undefined]);
    await real.close();
  });
});
