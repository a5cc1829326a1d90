// Lists of suppliers over HTTP: the form, its answer as page, sheet and receipt, in both languages, and the same as JSON.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { importFile } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const PERSON = "11010519491231002X";
let server: FastifyInstance;
const logged: string[] = [];

beforeAll(async () => {
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("law"), { day: "2025-03-01" });
  const bank = 'Downloaded on: 28/02/2025,,,,,,\nFirm Name,Additional Firm Info,Address,Country,Ineligibility Period,,Grounds\n,,,,From Date,To Date,\nTarn Quarzil Survey Ltd,,1 Quarz Street,Iceland,2024-12-10,2026-12-09,Fraud\nUmbra Quarzil JSC,,1 Quarz Street,Iceland,2024-12-10,2026-12-09,Fraud\n';
  const imported = await importFile(registry, { name: "bank.csv", bytes: Buffer.from(bank), template: "mdb:world-bank-listing" });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.ready();
  return () => server.close();
});

/** A form as a browser sends it. */
function sent(language: string, fields: Readonly<Record<string, string>>, file?: { readonly name: string; readonly text: string | Uint8Array }): Promise<LightMyRequestResponse> {
  const parts = Object.entries(fields).map(([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const payload = Buffer.concat([Buffer.from(parts.join("")), ...(file === undefined ? [] : [Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), Buffer.from(file.text), Buffer.from("\r\n")]), Buffer.from("--b--\r\n")]);
  return server.inject({ method: "POST", url: `/${language}/suppliers`, headers: { "content-type": "multipart/form-data; boundary=b" }, payload });
}

const LINES = `Tarn Quarzil Survey Ltd\nquarzil\n<script>alert(1)</script>\n某人,${PERSON}\n\u202eevil`;

describe.each([["zh", "受限", "此处无档案"], ["en", "Bound", "Nothing on file here"]] as const)("a list of suppliers in %s", (language, bound, absent) => {
  it("is answered row by row: bound, to choose, not on file, refused; a hostile name is text, and a person's number is nowhere", async () => {
    const reply = await sent(language, { lines: LINES });
    expect({ status: reply.statusCode, cache: reply.headers["cache-control"] }).toEqual({ status: 200, cache: "no-store" });
    for (const words of [bound, absent, 'name="choose-2"', "&lt;script&gt;", "〔U+202E〕"]) expect(reply.body).toContain(words);
    expect(reply.body).not.toMatch(new RegExp(`<script>|${PERSON}|某人`));
  });

  it("takes a file, carries its rows on, settles the chosen, and gives the same as a sheet and a receipt", async () => {
    const reply = await sent(language, {}, { name: "list.csv", text: "name,code\nquarzil,\n" });
    const file = /name="choose-2" value="(P\d+)"/.exec(reply.body)?.[1] ?? "";
    const carried = { carried: "2\tquarzil\t\t", "choose-2": file, act: "mdb:award-contract@ebrd" };
    expect((await sent(language, carried)).body).toContain(`value="${file}"`);
    const sheet = await sent(language, { ...carried, give: "csv" });
    expect(sheet.headers["content-type"]).toContain("text/csv");
    expect(sheet.body).toContain(file);
    expect((await sent(language, { ...carried, give: "xlsx" })).rawPayload.subarray(0, 2).toString()).toBe("PK");
    const receipt = await sent(language, { ...carried, give: "receipt" });
    expect({ status: receipt.statusCode, name: receipt.headers["content-disposition"] }).toMatchObject({ status: 200, name: expect.stringContaining(".receipt") });
  });

  it("says what is wrong with what was sent, at the form, and repeats no number of a person", async () => {
    for (const reply of [await sent(language, {}), await sent(language, {}, { name: "a.xlsx", text: "PK\u0003\u0004" }), await sent(language, { lines: LINES, act: "mdb:no-such" }), await sent(language, { lines: "x\n".repeat(3001) })]) {
      expect(reply.statusCode).toBe(422);
      expect(reply.body).toContain('role="alert"');
      expect(reply.body).not.toContain(PERSON);
    }
    expect(logged).toEqual([]);
  });
});

describe("POST /v1/suppliers", () => {
  it("answers a list, an item for each row, in one act or over all, with a receipt where one is asked for", async () => {
    const ask = async (url: string, payload: unknown): Promise<LightMyRequestResponse> => server.inject({ method: "POST", url, headers: { "content-type": "application/json" }, payload: JSON.stringify(payload) });
    const all = (await ask("/v1/suppliers", [{ name: "Tarn Quarzil Survey Ltd" }, { name: "quarzil" }, { name: "Nobody of that name" }, { code: PERSON }])).json();
    expect(all.rows.map(({ is }: { readonly is: string }) => is)).toEqual(["matched", "held", "absent", "refused"]);
    expect(all.rows[0]).toMatchObject({ by: "name", state: "bound" });
    expect(JSON.stringify(all)).not.toContain(PERSON);
    const one = (await ask("/v1/suppliers?act=mdb:award-contract@ebrd&receipt=true", [{ name: "Tarn Quarzil Survey Ltd" }])).json();
    expect(one).toMatchObject({ act: "mdb:award-contract@ebrd", counts: { matched: 1 }, receipt: expect.any(String) });
    expect((await ask("/v1/suppliers", { name: "x" })).statusCode).toBe(422);
    expect((await ask("/v1/suppliers?act=mdb:no-such", [{ name: "x" }])).statusCode).toBe(422);
  });
});

describe.each([["zh", "受限"], ["en", "Bound"]] as const)("a watch list in %s", (language, bound) => {
  const here = { "content-type": "application/x-www-form-urlencoded", host: "127.0.0.1", "sec-fetch-site": "same-origin" };
  const make = (lines: string, headers: Readonly<Record<string, string>> = here): Promise<LightMyRequestResponse> => server.inject({ method: "POST", url: `/${language}/watch`, headers, payload: new URLSearchParams({ lines, label: `<b>${language}</b>` }).toString() });

  it("is made of what was matched, found by its address alone, tells of what changed, and is gone when it is deleted", async () => {
    const made = await make(`Tarn Quarzil Survey Ltd\nNobody of that name\n某人,${PERSON}`);
    expect(made.statusCode).toBe(303);
    const address = String(made.headers.location);
    expect(address).toMatch(new RegExp(`^/${language}/watch/[\\w-]{32}$`));
    const page = await server.inject({ url: address });
    expect({ status: page.statusCode, cache: page.headers["cache-control"], robots: page.headers["x-robots-tag"] }).toEqual({ status: 200, cache: "no-store", robots: "noindex" });
    for (const words of [bound, "Tarn Quarzil Survey Ltd", `&lt;b&gt;${language}&lt;/b&gt;`]) expect(page.body).toContain(words);
    expect(page.body).not.toContain("Umbra");
    const feed = (await server.inject({ url: `${address}.json` })).json();
    expect(feed.items.map(({ id, title }: { readonly id: string; readonly title: string }) => [id, title.split(/[:：]/)[0]])).toEqual([[expect.stringMatching(/^urn:probity:told:\d+$/), "Tarn Quarzil Survey Ltd"]]);
    const atom = await server.inject({ url: `${address}.atom` });
    expect([atom.headers["content-type"], atom.body]).toEqual(["application/atom+xml; charset=utf-8", expect.stringContaining("Tarn Quarzil Survey Ltd")]);
    expect((await server.inject({ url: `${address}?sort=-today.name` })).body).toContain('aria-sort="descending"');
    const sheet = await server.inject({ url: `${address}.csv?sort=today.name` });
    expect([sheet.headers["content-type"], sheet.body.split("\r\n")[1]]).toEqual(["text/csv; charset=utf-8", expect.stringMatching(/^P\d{8},Tarn Quarzil Survey Ltd/)]);
    expect((await server.inject({ url: `${address}.xlsx` })).rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect((await server.inject({ method: "POST", url: `${address}/delete`, headers: { ...here, "sec-fetch-site": "cross-site" } })).statusCode).toBe(403);
    expect((await server.inject({ url: address })).statusCode).toBe(200);
    expect((await server.inject({ method: "POST", url: `${address}/delete`, headers: here, payload: "" })).statusCode).toBe(303);
    expect([(await server.inject({ url: address })).statusCode, (await server.inject({ url: `${address}.atom` })).statusCode]).toEqual([404, 404]);
  });

  it("is not made from elsewhere, nor of nothing", async () => {
    expect((await make("Tarn Quarzil Survey Ltd", { ...here, "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await make("Tarn Quarzil Survey Ltd", { ...here, host: "register.example" })).statusCode).toBe(403);
    expect((await make("Nobody of that name")).statusCode).toBe(422);
    expect(logged).toEqual([]);
  });
});
