// The code of docs/reference/watch-lists.md verifies what the register signs, and nothing else: TypeScript as it stands, Python where there is one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { webhookHeaders, webhookSecret } from "../src/outgoing/index.ts";
import { instant } from "./support/sample-events.ts";
import { blocksOf } from "./support/markdown.ts";
import { readRepositoryFile } from "./support/source-file.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-watch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AT = "2026-03-02T09:00:00.500Z";
const NOW = 1_772_442_000;
const SECRET = webhookSecret(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
const BODY = '{"type":"watch.changed","data":{"name":"澄湾市砺川"}}';
const HEADERS = webhookHeaders({ id: "alert_w1_1", at: instant(AT), body: BODY, secret: SECRET });

type Case = readonly [headers: Readonly<Record<string, string>>, body: string, secret: string, now: number, expected: boolean];
const CASES: readonly Case[] = [
  [HEADERS, BODY, SECRET, NOW, true], [HEADERS, BODY, SECRET, NOW + 299, true],
  [{ ...HEADERS, "webhook-signature": `v1,AAAA ${HEADERS["webhook-signature"] ?? ""}` }, BODY, SECRET, NOW, true],
  [HEADERS, `${BODY} `, SECRET, NOW, false], [{ ...HEADERS, "webhook-id": "alert_w1_2" }, BODY, SECRET, NOW, false], [HEADERS, BODY, SECRET, NOW + 301, false], [{ ...HEADERS, "webhook-timestamp": String(NOW + 1) }, BODY, SECRET, NOW, false],
  [HEADERS, BODY, webhookSecret(new Uint8Array(32)), NOW, false], [{}, BODY, SECRET, NOW, false], [{ ...HEADERS, "webhook-signature": "" }, BODY, SECRET, NOW, false],
];

function code(language: string): string {
  return blocksOf(readRepositoryFile("docs/reference/watch-lists.md")).find((block) => block.language === language)?.text ?? "";
}

describe("docs/reference/watch-lists.md", () => {
  it("verifies in TypeScript", async () => {
    const path = join(folder, "verify.ts");
    writeFileSync(path, code("ts"));
    const { isFromRegister }: { readonly isFromRegister: (...given: readonly unknown[]) => boolean } = await import(pathToFileURL(path).href);
    for (const [headers, body, secret, now, expected] of CASES) expect([headers, isFromRegister(headers, body, secret, now)]).toEqual([headers, expected]);
  });

  it.skipIf(spawnSync("python3", ["--version"]).status !== 0)("verifies in Python", () => {
    const path = join(folder, "verify.py");
    writeFileSync(path, `import json, sys\n${code("python")}\nprint(json.dumps([is_from_register(h, b.encode(), s, n) for h, b, s, n, _ in json.load(sys.stdin)]))\n`);
    const ran = spawnSync("python3", [path], { input: JSON.stringify(CASES), encoding: "utf8" });
    expect(ran.stderr).toBe("");
    expect(JSON.parse(ran.stdout)).toEqual(CASES.map(([, , , , expected]) => expected));
  });
});
