// Credit reports over HTTP: the signed file and the PDF, a lot, the page that asks for one, the page that verifies one by code or by file; nothing
// is written by reading, and what strangers send is answered with a sentence.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { present } from "../domain/terms/index.ts";
import { checkReport, rotateKeys, type Registry, type ReportsChecked } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { fillDesk, NAMES, type DeskWorld } from "../../test/support/desk-world.ts";
import { registryOver } from "../../test/support/registry.ts";
import { projectLaw } from "../../test/support/run.ts";
import { createServer } from "./server.ts";

let registry: Registry;
let server: FastifyInstance;
let world: DeskWorld;
let file = "";
const logged: string[] = [];

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), { day: "2026-03-02" });
  world = await fillDesk(registry, 2);
  file = present(world.files[0], "a file");
  server = createServer({ registry, log: (line) => logged.push(line), origin: () => "https://credit.example" });
  await server.ready();
  return () => server.close();
});

const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => server.inject({ url, headers });

async function proven(bytes: Uint8Array): Promise<ReportsChecked> {
  const keySet = Buffer.from((await get("/.well-known/jwks.json")).body);
  const checked = await checkReport({ bytes, keySet, digest: registry.digest });
  return present(checked.ok && checked.value.ok ? checked.value.value : undefined, `a report that is proven, not ${JSON.stringify(checked)}`);
}

/** A form with a file, as a browser sends it. */
function form(content: Buffer, name = "report.pdf"): { readonly payload: Buffer; readonly headers: Record<string, string> } {
  const head = `--limit\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return { payload: Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n--limit--\r\n")]), headers: { "content-type": "multipart/form-data; boundary=limit" } };
}

const upload = (content: Buffer, language = "en"): Promise<LightMyRequestResponse> => server.inject({ method: "POST", url: `/${language}/verify-report`, ...form(content) });

describe("a report over HTTP", () => {
  it("is not made where that would need a key, and so a write", async () => {
    const reply = await get(`/v1/organisations/${file}/report?purpose=tender`);
    expect([reply.statusCode, reply.json().code]).toEqual([404, "key-unknown"]);
    expect(await registry.ledger.signingKeys.list()).toEqual([]);
    await rotateKeys(registry);
  });

  it("is the signed file, or the PDF where that is asked for; neither is written down", async () => {
    const head = await registry.ledger.head();
    const signed = await get(`/v1/organisations/${file}/report?purpose=tender&from=2024-03-03`);
    expect([signed.statusCode, signed.headers["content-type"], signed.headers["cache-control"]]).toEqual([200, "application/json; charset=utf-8", "no-store"]);
    expect((await proven(signed.rawPayload)).lines[0]?.line).toMatchObject({ origin: "https://credit.example", content: { purpose: "tender", period: { from: "2024-03-03", until: "2026-03-03" }, organisation: { name: NAMES[0] } } });
    for (const pdf of [await get(`/v1/organisations/${file}/report.pdf?purpose=tender&language=zh`), await get(`/v1/organisations/${file}/report?purpose=tender&language=zh`, { accept: "application/pdf" })]) {
      expect([pdf.statusCode, pdf.headers["content-type"], pdf.headers["content-disposition"]]).toEqual([200, "application/pdf", `attachment; filename="report-${file}-2026-03-02.pdf"`]);
      expect((await proven(pdf.rawPayload)).paper).toEqual({ kind: "same", language: "zh" });
    }
    expect(await registry.ledger.head()).toBe(head);
  });

  it("says what is wrong with the question", async () => {
    const codes = await Promise.all(["?purpose=", "?purpose=curiosity", "?purpose=other", "?purpose=tender&from=never", "?purpose=tender&until=2027-01-01", "?purpose=tender&known=soon"].map(async (query) => {
      const reply = await get(`/v1/organisations/${file}/report${query}`);
      return [reply.statusCode, reply.json().code];
    }));
    expect(codes).toEqual([[422, "input-invalid"], [422, "input-invalid"], [422, "input-invalid"], [422, "day-invalid"], [422, "day-invalid"], [422, "known-invalid"]]);
    expect((await get("/v1/organisations/Nobody/report.pdf?purpose=tender")).statusCode).toBe(404);
  });

  it("stands in a lot with others", async () => {
    const post = (payload: object): Promise<LightMyRequestResponse> => server.inject({ method: "POST", url: "/v1/reports", headers: { "content-type": "application/json" }, payload });
    const reply = await post({ purpose: "award", stated: "Harbour prize", organisations: [...world.files, "Nobody Ltd"] });
    expect((await proven(reply.rawPayload)).lines.map(({ line }) => (line.kind === "report" ? line.stated : line.error.code))).toEqual(["Harbour prize", "Harbour prize", "organisation-not-found"]);
    const wrong = await Promise.all([{}, { organisations: "all" }, { organisations: [] }, { organisations: ["a"], purpose: "award", colour: "blue" }, { organisations: ["a"], purpose: 7 }, { organisations: Array.from({ length: 101 }, () => "a"), purpose: "award" }].map(async (body) => (await post(body)).statusCode));
    expect(wrong).toEqual([422, 422, 422, 422, 422, 422]);
  });
});

describe("the page that asks for one", () => {
  it("is linked from the organisation, shows what the report would say, and leads to the papers", async () => {
    expect((await get(`/en/organisations/${file}`)).body).toContain(`href="/en/organisations/${file}/report"`);
    const empty = await get(`/zh/organisations/${file}/report`);
    expect([empty.statusCode, empty.body.includes("请选择"), /href="[^"]*report\.pdf/.test(empty.body)]).toEqual([200, true, false]);
    const shown = await get(`/en/organisations/${file}/report?purpose=tender`);
    expect([shown.statusCode, shown.body.includes("What the report says"), shown.body.includes("市监罚〔2026〕1号")]).toEqual([200, true, true]);
    const address = present(/href="([^"]*report\.pdf[^"]*)"/.exec(shown.body)?.[1], "the address of the PDF").replaceAll("&amp;", "&");
    expect((await proven((await get(address)).rawPayload)).paper).toEqual({ kind: "same", language: "en" });
  });

  it("says beside the form what is wrong, in the reader's language, and keeps what was typed", async () => {
    const zh = await get(`/zh/organisations/${file}/report?purpose=tender&from=2026-02-02&until=2026-01-01`);
    expect([zh.statusCode, zh.body.includes("期间自"), zh.body.includes('value="2026-02-02"')]).toEqual([422, true, true]);
    const hostile = await get(`/en/organisations/${file}/report?purpose=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect([hostile.statusCode, hostile.body.includes("<script>")]).toEqual([422, false]);
    expect((await get("/en/organisations/P00009996/report?purpose=tender")).statusCode).toBe(404);
  });
});

describe("the page that verifies one", () => {
  it("finds by the code of the paper what was said", async () => {
    const { lines: [first] } = await proven((await get(`/v1/organisations/${file}/report?purpose=licence`)).rawPayload);
    const code = first?.line.kind === "report" ? first.line.code : "";
    const [page, json] = [await get(`/en/verify-report?code=${code}`), await get(`/v1/verify-report?code=${code.toLowerCase()}`)];
    expect([page.statusCode, page.body.includes("The register made this report"), page.body.includes("市监罚〔2026〕1号")]).toEqual([200, true, true]);
    expect(json.json()).toMatchObject({ kind: "issued", less: false, differences: [], said: { purpose: "licence" } });
    const slip = await get(`/zh/verify-report?code=${code.slice(0, -1)}${code.endsWith("Z") ? "Y" : "Z"}`);
    expect([slip.statusCode, slip.body.includes("校验不符")]).toEqual([200, true]);
    for (const odd of ["%00", "%3Cscript%3E", "U".repeat(2000), "%E9%AA%8C", "..%2F..%2F"]) expect([odd, (await get(`/en/verify-report?code=${odd}`)).body.includes("This is no verification code")]).toEqual([odd, true]);
  });

  it("takes the PDF and the signed file, and tells of what was made of them", async () => {
    const pdf = (await get(`/v1/organisations/${file}/report.pdf?purpose=tender&stated=${encodeURIComponent("第3标段")}`)).rawPayload;
    const good = await upload(pdf);
    expect([good.statusCode, good.body.includes("The signature is valid"), good.body.includes("to the byte"), good.body.includes("第3标段")]).toEqual([200, true, true, true]);
    const changed = await upload(Buffer.concat([pdf, Buffer.from(" ")]), "zh");
    expect([changed.statusCode, changed.body.includes("无效"), changed.body.includes("纸面不是按签名内容绘制的那一份")]).toEqual([422, true, true]);
    const signed = (await get(`/v1/organisations/${file}/report?purpose=tender`)).rawPayload;
    expect([(await upload(signed)).statusCode, (await upload(Buffer.from(signed.toString("utf8").replace("tender", "tendre")))).statusCode]).toEqual([200, 422]);
  });

  it("answers hostile files in words, and no one of them brings a fault", async () => {
    const files = [Buffer.alloc(0), Buffer.from("hello"), Buffer.from("<script>alert(1)</script>"), Buffer.from("%PDF-1.7"), randomBytes(5000), Buffer.from('{"jws":{"payload":"'), Buffer.from("[".repeat(50_000))];
    for (const content of files) expect((await upload(content)).statusCode).toBe(422);
    const large = await upload(Buffer.alloc(16 * 1024 * 1024 + 10));
    expect([large.statusCode, large.body.includes("too large")]).toEqual([422, true]);
    const odd = await Promise.all([{ payload: "x", headers: { "content-type": "multipart/form-data; boundary=limit" } }, { payload: "--limit\r\n", headers: { "content-type": "multipart/form-data; boundary=limit" } }, { payload: "{}", headers: { "content-type": "application/json" } }].map(async (sent) => (await server.inject({ method: "POST", url: "/en/verify-report", ...sent })).statusCode));
    expect(odd.every((status) => status === 422 || status === 415)).toBe(true);
    expect(logged).toEqual([]);
  });
});
