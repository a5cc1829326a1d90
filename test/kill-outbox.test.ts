// kill -9 of a process that sends, at every point between claim and settlement: nothing is lost, nothing is sent twice, and what nobody
// can know waits for a person. The mail server is real and says what it has; two processes send side by side.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { idOf } from "../src/exchange/letter.ts";
import { openLedger, type Ledger, type OutgoingMessage } from "../src/store/index.ts";
import { startMailServer, type MailServer } from "./support/mail-server.ts";
import { startPostgres, type TestPostgres } from "./support/postgres.ts";
import { instant } from "./support/sample-events.ts";
import { startWriter, type Writer } from "./support/writers.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-kill-outbox-"));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const MESSAGES = 20;
const KILLS = 8;
const keys = Array.from({ length: MESSAGES }, (_, index) => `notice:m-${index}`);
const messages: readonly OutgoingMessage[] = keys.map((key, index) => ({ key, to: "desk@example.com", subject: `Notice ${index}`, text: "Please answer.", attachments: [], notBefore: instant("2026-03-02T09:00:00.000Z") }));
const messageIdOf = (key: string): string => `<${idOf(key)}@example.org>`;
/** Half an hour later each time: longer than a claim lasts. */
const at = (turn: number): string => Temporal.Instant.from("2026-03-02T10:00:00Z").add({ minutes: 30 * turn }).toString({ fractionalSecondDigits: 3 });

/** A process is killed when the mail server hears whom a letter goes to, or when it has the whole letter and has not said so. */
it.each(["SQLite", "PostgreSQL"])("R29 R30 R31 killed while it sends from %s, nothing is lost and nothing is sent twice", async (store) => {
  const place = store === "SQLite" ? { dataDir: mkdtempSync(join(folder, "data-")) } : { databaseUrl: (await postgres?.freshDatabase()) ?? "" };
  const ledger = await openLedger({ node: "test", randomBytes, ...place });
  const victim: { now: Writer | undefined; point: "reader" | "letter"; after: number } = { now: undefined, point: "reader", after: 0 };
  const kill = (point: typeof victim.point): void => {
    if (victim.point !== point || victim.now === undefined) return;
    victim.after -= 1;
    if (victim.after < 0) victim.now.process.kill("SIGKILL");
  };
  const server = await startMailServer({
    onRcptTo: (_address, _session, done) => {
      kill("reader");
      done();
    },
    onLetter: () => {
      kill("letter");
      return undefined;
    },
  });
  try {
    await ledger.outbox.put(messages);
    let uncertainSeen = 0;
    for (let turn = 0; turn < KILLS; turn += 1) {
      const writer = startWriter("outbox-sender.ts");
      await writer.hears("ready");
      Object.assign(victim, { now: writer, point: turn % 2 === 0 ? "reader" : "letter", after: turn % 3 });
      writer.process.stdin.write(`${JSON.stringify({ ...place, smtp: server.url, now: at(turn) })}\n`);
      expect(await writer.ended()).toBe("");
      victim.now = undefined;
      const counts = await ledger.outbox.counts();
      uncertainSeen = Math.max(uncertainSeen, counts.uncertain);
      expect(counts.waiting + counts.sending + counts.sent + counts.uncertain).toBe(MESSAGES);
      await expectNoneTwice(server, ledger);
    }
    expect(uncertainSeen).toBeGreaterThan(2);
    // Two that live send the rest side by side.
    const last = [startWriter("outbox-sender.ts"), startWriter("outbox-sender.ts")];
    for (const writer of last) await writer.hears("ready");
    for (const writer of last) writer.process.stdin.write(`${JSON.stringify({ ...place, smtp: server.url, now: at(KILLS + 1) })}\n`);
    expect(await Promise.all(last.map((writer) => writer.ended()))).toEqual(["", ""]);
    await expectNoneTwice(server, ledger);
    const counts = await ledger.outbox.counts();
    expect([counts.waiting, counts.sending, counts.refused, counts.sent + counts.uncertain]).toEqual([0, 0, 0, MESSAGES]);
    // A person looks at what arrived and says so; the rest is sent again, once.
    const arrived = new Set(server.taken.map(({ messageId }) => messageId));
    for (const { key } of await ledger.outbox.list({ state: "uncertain", limit: MESSAGES })) await ledger.outbox.resolve(key, arrived.has(messageIdOf(key)) ? "sent" : "waiting", instant(at(KILLS + 2)));
    const again = startWriter("outbox-sender.ts");
    await again.hears("ready");
    again.process.stdin.write(`${JSON.stringify({ ...place, smtp: server.url, now: at(KILLS + 3) })}\n`);
    expect(await again.ended()).toBe("");
    expect(await ledger.outbox.counts()).toMatchObject({ sent: MESSAGES });
    expect(server.taken.map(({ messageId }) => messageId).toSorted()).toEqual(keys.map(messageIdOf).toSorted());
  } finally {
    victim.now?.process.kill("SIGKILL");
    await ledger.close();
    await server.stop();
  }
});

/** What was sent arrived once; what is uncertain arrived once or not; nothing else arrived. */
async function expectNoneTwice(server: MailServer, ledger: Ledger): Promise<void> {
  const listed = await ledger.outbox.list({ limit: MESSAGES });
  for (const { key, state } of listed) {
    const copies = server.taken.filter(({ messageId }) => messageId === messageIdOf(key)).length;
    const allowed = { sent: [1], uncertain: [0, 1], sending: [0, 1], waiting: [0], refused: [] as number[] }[state];
    expect(allowed, `${key} is ${state}`).toContain(copies);
  }
}
