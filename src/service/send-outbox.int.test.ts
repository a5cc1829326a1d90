// Sending what waits: waiting times that grow and end, a server that is away, and a person's word. The mail server is real.
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answer, startMailServer, type MailServer } from "../../test/support/mail-server.ts";
import { instant } from "../../test/support/sample-events.ts";
import { smtpTransport, type Transport } from "../exchange/index.ts";
import { createMemoryLedger, type Ledger, type OutgoingMessage } from "../store/index.ts";
import { listOutbox, resolveMessage, sendOutbox } from "./send-outbox.ts";
import type { Registry } from "./registry.ts";

const unasked = (): never => {
  throw new Error("an outbox is sent by instants, not by days");
};
const message = (key: string, to = "desk@example.com"): OutgoingMessage => ({ key, to, subject: key, text: "Please answer.", attachments: [], notBefore: instant("2026-03-02T09:00:00.000Z") });

describe("sending the outbox", () => {
  let ledger: Ledger;
  let server: MailServer;
  let now = Temporal.Instant.from("2026-03-02T10:00:00Z");
  const answers: (Error | true | undefined)[] = [];
  const registry = (): Registry => ({ ledger, clock: { now: () => instant(now.toString({ fractionalSecondDigits: 3 })), dayOf: unasked, startOf: unasked } }) as Partial<Registry> as Registry;
  const transport = (url = server.url): Transport => {
    const made = smtpTransport(url, "register@example.org", 500);
    if (!made.ok) throw new Error(made.error);
    return made.value;
  };
  beforeEach(async () => {
    ledger = createMemoryLedger({ node: "test", randomBytes });
    now = Temporal.Instant.from("2026-03-02T10:00:00Z");
    server = await startMailServer({ onLetter: () => answers.shift() });
    answers.length = 0;
  });
  afterEach(() => server.stop());

  it("sends each once and says how many", async () => {
    await ledger.outbox.put(["a", "b", "c"].map((key) => message(key)));
    expect(await sendOutbox(registry(), transport())).toEqual({ sent: 3, failed: 0, refused: 0, uncertain: 0 });
    expect(await sendOutbox(registry(), transport())).toEqual({ sent: 0, failed: 0, refused: 0, uncertain: 0 });
    expect(server.taken).toHaveLength(3);
  });

  it("waits longer after each failure and gives up in words", async () => {
    await ledger.outbox.put([message("a")]);
    const waits: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      answers.push(answer(450, "come again"));
      await sendOutbox(registry(), transport());
      const kept = await ledger.outbox.message("a");
      if (kept?.state !== "waiting") break;
      const retryAt = Temporal.Instant.from(kept.notBefore);
      waits.push(retryAt.since(now).total("minutes"));
      now = retryAt.subtract({ milliseconds: 1 });
      expect(await sendOutbox(registry(), transport())).toMatchObject({ sent: 0, failed: 0 });
      now = retryAt;
    }
    expect(waits).toEqual([1, 5, 15, 60, 240, 720, 1440, 1440]);
    expect(await ledger.outbox.message("a")).toMatchObject({ state: "refused", tries: 9, error: expect.stringMatching(/^given up after 9 attempts; at the last one .*come again/) });
    expect(server.taken).toEqual([]);
    expect(await resolveMessage(registry(), "a", "again")).toMatchObject({ ok: true, value: { state: "waiting", tries: 0 } });
    expect(await sendOutbox(registry(), transport())).toMatchObject({ sent: 1 });
  });

  it("refuses at once what no server will take, and goes on with the rest", async () => {
    answers.push(answer(550, "no such letter"));
    await ledger.outbox.put([message("a"), message("nowhere", "Tideway Ferry Co. Ltd."), message("b")]);
    expect(await sendOutbox(registry(), transport())).toEqual({ sent: 1, failed: 0, refused: 2, uncertain: 0 });
  });

  it("stops where no letter can be handed over, and the rest loses no attempt", async () => {
    await ledger.outbox.put(["a", "b", "c"].map((key) => message(key)));
    const { url } = server;
    await server.stop();
    expect(await sendOutbox(registry(), transport(url))).toEqual({ sent: 0, failed: 1, refused: 0, uncertain: 0, stopped: expect.stringContaining("cannot be reached") });
    expect((await ledger.outbox.list({ limit: 9 })).map(({ tries }) => tries)).toEqual([0, 0, 1]);
    server = await startMailServer();
    now = now.add({ minutes: 1 });
    expect(await sendOutbox(registry(), transport())).toMatchObject({ sent: 3 });
  });

  it("does not send again what may have arrived, until a person says so", async () => {
    answers.push(true);
    await ledger.outbox.put([message("a")]);
    expect(await sendOutbox(registry(), transport())).toMatchObject({ sent: 0, uncertain: 1 });
    now = now.add({ hours: 99 });
    expect(await sendOutbox(registry(), transport())).toMatchObject({ sent: 0, uncertain: 0 });
    expect(server.taken).toHaveLength(1);
    expect(await resolveMessage(registry(), "a", "sent")).toMatchObject({ ok: true, value: { state: "sent" } });
    expect(await resolveMessage(registry(), "a", "again")).toMatchObject({ ok: false, error: { code: "message-settled" } });
    expect(await resolveMessage(registry(), "b", "again")).toMatchObject({ ok: false, error: { code: "message-unknown" } });
    expect(await listOutbox(registry(), { limit: 5 })).toMatchObject({ counts: { sent: 1, uncertain: 0 }, messages: [{ key: "a" }] });
  });

  it("calls uncertain what another process left behind", async () => {
    await ledger.outbox.put([message("a"), message("b")]);
    await ledger.outbox.claim({ now: registry().clock.now(), until: instant("2026-03-02T10:15:00.000Z"), limit: 1 });
    now = now.add({ minutes: 16 });
    expect(await sendOutbox(registry(), transport())).toEqual({ sent: 1, failed: 0, refused: 0, uncertain: 1 });
    expect(server.taken).toHaveLength(1);
  });

  it("stops between two messages when it is asked to", async () => {
    await ledger.outbox.put(["a", "b", "c"].map((key) => message(key)));
    let asked = 0;
    expect(await sendOutbox(registry(), transport(), () => (asked += 1) > 2)).toMatchObject({ sent: 2 });
    expect(await ledger.outbox.counts()).toMatchObject({ waiting: 1, sending: 0 });
  });
});
