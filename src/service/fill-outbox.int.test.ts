// The outbox fills itself from the ledger: what goes to whom, nothing lost and nothing twice, whoever dies or does the same at the same time.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CaseWorld, matterId } from "../../test/support/case-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { startMailServer } from "../../test/support/mail-server.ts";
import { present } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { fileTransport, smtpTransport } from "../exchange/index.ts";
import { createMemoryLedger, openLedger, type Ledger } from "../store/index.ts";
import { caseView } from "./case-view.ts";
import { fillOutbox, startOutbox } from "./fill-outbox.ts";
import { importFile } from "./import-file.ts";
import { resolveMessage, sendOutbox } from "./send-outbox.ts";
import { standingOf } from "./standing.ts";
import { writeSheet } from "./write-sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-fill-"));
let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MATTER = matterId("matter.1");
const NAME = "临渚舫铎家具有限公司";
const EMAIL = [{ to: "email", value: { kind: "text", text: "desk@fangduo.example" } }] as const;

async function keysIn({ outbox }: Ledger): Promise<readonly string[]> {
  return (await outbox.list({ limit: 200 })).map(({ key }) => key).reverse();
}

/** The keys of every letter of the case, those to the office included where the organisation sent something itself. */
async function expectedOf({ registry }: CaseWorld, matter = MATTER): Promise<readonly string[]> {
  const view = await caseView(registry, { kind: "keeper" }, matter);
  return view.ok ? view.value.letters.flatMap(({ position, kind }) => (kind === "submission-receipt" ? [`letter:${position}`, `received:${position}`] : [`letter:${position}`])) : [];
}

describe("filling the outbox", () => {
  it("sends nothing of what was recorded before it was switched on", async () => {
    const own = await CaseWorld.make({ law });
    await own.noticed(MATTER);
    expect(await fillOutbox(own.registry)).toEqual({ put: 0, more: false });
    expect(await fillOutbox(own.registry)).toEqual({ put: 0, more: false });
    await own.takes({ type: "RecordService", matter: MATTER, means: "邮寄送达", failed: false });
    expect(await fillOutbox(own.registry)).toEqual({ put: 1, more: false });
    expect(await keysIn(own.registry.ledger)).toEqual([(await expectedOf(own)).at(-1)]);
  });

  it("puts each letter once, with its PDF, and tells the office what the organisation sent", async () => {
    const own = await CaseWorld.make({ law, cells: EMAIL });
    await startOutbox(own.registry);
    await own.decided(MATTER);
    expect(await fillOutbox(own.registry)).toEqual({ put: 5, more: false });
    expect(await fillOutbox(own.registry)).toEqual({ put: 0, more: false });
    expect(await keysIn(own.registry.ledger)).toEqual(await expectedOf(own));
    const [first] = await expectedOf(own);
    const notice = present(await own.registry.ledger.outbox.message(present(first, "a key")), "the message");
    expect(notice).toMatchObject({ to: "desk@fangduo.example", subject: expect.stringMatching(/^拟列入：.* \/ Proposed for: /), attachments: [{ name: "proposed-listing.pdf", mediaType: "application/pdf" }] });
    expect(notice.text).toContain("== 答复期限 ==");
    expect(notice.text).toContain("== Time to answer ==");
    const copy = (await own.registry.ledger.outbox.list({ limit: 9 })).find(({ key }) => key.startsWith("received:"));
    expect(copy?.to).toBe(`临渚市市场监督管理局 (${own.office.file})`);
  });

  it("takes a page at a time and says that there is more", async () => {
    const own = await CaseWorld.make({ law });
    await startOutbox(own.registry);
    const matters = Array.from({ length: 21 }, (_, index) => matterId(`matter.${index + 10}`));
    for (const matter of matters) {
      await own.proposed(matter);
      await own.takes({ type: "WithdrawProposal", matter, reason: "处罚决定有误" });
    }
    expect([await fillOutbox(own.registry), await fillOutbox(own.registry), await fillOutbox(own.registry)]).toEqual([{ put: 20, more: true }, { put: 1, more: false }, { put: 0, more: false }]);
  });

  it("a process that dies between putting and keeping its place loses nothing and doubles nothing", async () => {
    const own = await CaseWorld.make({ law });
    await startOutbox(own.registry);
    await own.decided(MATTER);
    const { ledger } = own.registry;
    const dying = new Proxy(ledger, { get: (target, name) => (name === "setSetting" ? () => Promise.reject(new Error("killed")) : bound(target, name)) });
    await expect(fillOutbox({ ...own.registry, ledger: dying })).rejects.toThrow("killed");
    expect(await keysIn(ledger)).toEqual(await expectedOf(own));
    const transport = fileTransport(join(folder, "dying"), "register@example.org");
    expect(await sendOutbox(own.registry, transport)).toMatchObject({ sent: 5 });
    expect(await fillOutbox(own.registry)).toEqual({ put: 0, more: false });
    expect(await sendOutbox(own.registry, transport)).toMatchObject({ sent: 0 });
    expect(readdirSync(join(folder, "dying"))).toHaveLength(5);
  });

  it("one that dies before putting puts it the next time", async () => {
    const own = await CaseWorld.make({ law });
    await startOutbox(own.registry);
    await own.noticed(MATTER);
    const { ledger } = own.registry;
    const outbox = new Proxy(ledger.outbox, { get: (target, name) => (name === "put" ? () => Promise.reject(new Error("killed")) : bound(target, name)) });
    const dying = new Proxy(ledger, { get: (target, name) => (name === "outbox" ? outbox : bound(target, name)) });
    await expect(fillOutbox({ ...own.registry, ledger: dying })).rejects.toThrow("killed");
    expect(await fillOutbox(own.registry)).toEqual({ put: 1, more: false });
  });

  it("two processes that fill at once put each letter once, also where one of them has just begun", async () => {
    const dataDir = mkdtempSync(join(folder, "two-"));
    const [a, b] = [await openLedger({ node: "a", randomBytes, dataDir }), await openLedger({ node: "b", randomBytes, dataDir })];
    try {
      const own = await CaseWorld.make({ law, ledger: a });
      const [first, second] = [own.registry, { ...own.registry, ledger: b }];
      await Promise.all([fillOutbox(first), fillOutbox(second)]);
      await own.decided(MATTER);
      const filled = await Promise.all([fillOutbox(first), fillOutbox(second), fillOutbox(second), fillOutbox(first)]);
      expect(filled.reduce((sum, { put }) => sum + put, 0)).toBe(5);
      expect(await keysIn(b)).toEqual(await expectedOf(own));
    } finally {
      await a.close();
      await b.close();
    }
  });
});

describe("what became of a letter", () => {
  it("stands on the case: waiting, then sent, which is no service", async () => {
    const own = await CaseWorld.make({ law });
    await startOutbox(own.registry);
    await own.noticed(MATTER);
    const seen = async (): Promise<unknown> => {
      const view = await caseView(own.registry, { kind: "organisation", file: own.file }, MATTER);
      return view.ok ? [view.value.state, ...view.value.letters.map(({ message }) => message && [message.state, message.on])] : view.error;
    };
    await fillOutbox(own.registry);
    expect(await seen()).toEqual(["noticed", ["waiting", null]]);
    await sendOutbox(own.registry, fileTransport(join(folder, "sent"), "register@example.org"));
    expect(await seen()).toEqual(["noticed", ["sent", "2026-03-02"]]);
  });

  it("without a mail address no server takes it; once the register has one it goes there on a person's word", async () => {
    const own = await CaseWorld.make({ law });
    await startOutbox(own.registry);
    await own.noticed(MATTER);
    await fillOutbox(own.registry);
    const server = await startMailServer();
    try {
      const smtp = smtpTransport(server.url, "register@example.org", 500);
      const transport = present(smtp.ok ? smtp.value : undefined, "a transport");
      expect(await sendOutbox(own.registry, transport)).toMatchObject({ sent: 0, refused: 1 });
      const [message] = await own.registry.ledger.outbox.list({ limit: 1 });
      expect(message).toMatchObject({ to: `${NAME} (${own.file})`, state: "refused" });
      const sheet = writeSheet(own.registry, { template: "cn:organisation", format: "csv", rows: [[{ to: "name", value: { kind: "text", text: NAME } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: "cn:unified-code", value: "91990101MARHQD3M8R" } }, ...EMAIL] as Parameters<typeof writeSheet>[1]["rows"][number]] });
      const bytes = present(sheet.ok ? sheet.value : undefined, "a sheet");
      expect(await importFile(own.registry, { name: "more.csv", bytes, template: "cn:organisation" })).toMatchObject({ ok: true, value: { findings: [] } });
      expect(await resolveMessage(own.registry, present(message, "it").key, "again")).toMatchObject({ ok: true, value: { state: "waiting", to: "desk@fangduo.example" } });
      expect(await sendOutbox(own.registry, transport)).toMatchObject({ sent: 1 });
      expect(server.taken.map(({ to }) => to)).toEqual([["desk@fangduo.example"]]);
    } finally {
      await server.stop();
    }
  });

  it("a mail address is for letters: the public and others never see it", async () => {
    const own = await CaseWorld.make({ law, cells: EMAIL, ledger: createMemoryLedger({ node: "test", randomBytes }) });
    const seenBy = async (asker: Parameters<typeof standingOf>[1]): Promise<string> => JSON.stringify(await standingOf(own.registry, asker, { organisation: own.file }));
    expect(await seenBy({ kind: "keeper" })).toContain("desk@fangduo.example");
    expect(await seenBy({ kind: "public" })).not.toContain("desk@fangduo.example");
  });
});

function bound<T extends object>(target: T, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === "function" ? value.bind(target) : value;
}
