// The stream of checks over a real connection: answers come before the last question, bad lines hinder no others, whoever reads slowly is waited for.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { LINE_CHARACTERS_MAX } from "./api/line-stream.ts";
import { listenSwapping, type SwappingServer } from "./swapping-server.ts";

const QUESTION = { organisation: "Blue Heron Ltd", act: "ferry:moor@north", on: "2025-01-07" };
let registry: Registry;
let server: SwappingServer;

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"), { day: "2025-01-07" });
  const imported = await importFile(registry, { name: "north.csv", bytes: Buffer.from("Ferry,Since,Free,Case\nBlue Heron Ltd,2024-03-01,2026-03-01,7\n"), template: "ferry:north-sheet", asOf: "2025-01-01" });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  server = await listenSwapping({ registry, log: (line) => process.stderr.write(`${line}\n`) }, { host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

/** Sends lines as they are made. */
async function ask(lines: Iterable<string> | AsyncIterable<string>): Promise<ReadableStreamDefaultReader<string>> {
  const body = ReadableStream.from(lines).pipeThrough(new TextEncoderStream());
  const reply = await fetch(`${server.origin()}/v1/checks`, { method: "POST", headers: { "content-type": "application/x-ndjson" }, body, duplex: "half" });
  expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "application/x-ndjson; charset=utf-8"]);
  if (reply.body === null) throw new Error("assertion failed: the reply has a body");
  return reply.body.pipeThrough(new TextDecoderStream()).getReader();
}

async function answersOf(reader: ReadableStreamDefaultReader<string>): Promise<readonly ReturnType<typeof JSON.parse>[]> {
  let text = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) text += value;
  return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}

describe("POST /v1/checks", () => {
  it("answers every line in its order, a bad one with its error", async () => {
    const lines = [JSON.stringify(QUESTION), "{", "", JSON.stringify({ ...QUESTION, on: "2024-02-29" }), "x".repeat(LINE_CHARACTERS_MAX + 1), JSON.stringify({ ...QUESTION, act: "ferry:fly" }), JSON.stringify({ organisation: QUESTION.organisation, act: "ferry:moor", where: "north", on: QUESTION.on }), "", ""];
    const answers = await answersOf(await ask([lines.join("\r\n")]));
    expect(answers.map(({ verdict, error }) => verdict ?? error.code)).toEqual(["bound", "line-invalid", "line-invalid", "clear", "line-invalid", "act-unknown", "bound"]);
    expect(answers[6]).toMatchObject({ act: "ferry:moor@north", organisation: { name: QUESTION.organisation } });
    expect(answers[4]).toMatchObject({ error: { message: expect.stringContaining("longer than") } });
  });

  it("answers a line before the next one is sent, and all as of the position of the first", async () => {
    const sent: { next: (line: string | null) => void }[] = [];
    const asked = (async function* lines(): AsyncGenerator<string> {
      for (;;) {
        const line = await new Promise<string | null>((resolve) => { sent.push({ next: resolve }); });
        if (line === null) return;
        yield `${line}\n`;
      }
    })();
    const opened = ask(asked);
    const send = async (line: string | null): Promise<void> => {
      while (sent.length === 0) await new Promise((resolve) => void setImmediate(resolve));
      sent.shift()?.next(line);
    };
    await send(JSON.stringify(QUESTION));
    const reader = await opened;
    const first = JSON.parse((await reader.read()).value ?? "");
    const imported = await importFile(registry, { name: "eyed.csv", bytes: Buffer.from("Ferry,Since\nBlue Heron Ltd,2024-05-01\n"), template: "ferry:eyed-sheet", asOf: "2025-01-01" });
    expect(imported.ok).toBe(true);
    await send(JSON.stringify(QUESTION));
    const second = JSON.parse((await reader.read()).value ?? "");
    await send(JSON.stringify({ ...QUESTION, known: Number(await registry.ledger.head()) }));
    const third = JSON.parse((await reader.read()).value ?? "");
    await send(null);
    expect((await reader.read()).done).toBe(true);
    expect([first.verdict, second.asOf.known, third.asOf.known > second.asOf.known]).toEqual(["bound", first.asOf.known, true]);
  });

  it("waits for whoever reads slowly instead of gathering questions", async () => {
    const total = 200_000;
    let taken = 0;
    const line = `${JSON.stringify(QUESTION)}\n`;
    const many = (function* lines(): Generator<string> {
      for (; taken < total; taken += 1) yield line;
    })();
    const reader = await ask(many);
    await reader.read();
    // Sent as far as the connection's own buffers go; then it stands still, however often the server has had its turn.
    let before = -1;
    for (let still = 0; still < 200; before = taken) {
      await new Promise((resolve) => void setImmediate(resolve));
      still = before === taken ? still + 1 : 0;
    }
    expect(taken).toBeLessThan(total);
    await reader.cancel();
    expect((await fetch(`${server.origin()}/healthz`)).status).toBe(200);
  });

  it("takes nothing but lines", async () => {
    const reply = await fetch(`${server.origin()}/v1/checks`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(QUESTION) });
    expect([reply.status, JSON.parse(await reply.text()).code]).toEqual([422, "input-invalid"]);
    expect(await answersOf(await ask([]))).toEqual([]);
  });
});
