// The contract every outbox keeps: one suite, run on memory, SQLite and PostgreSQL by ledger.int.test.ts. The rules are in SPEC.md.
import { afterEach, describe, expect, it } from "vitest";
import { present } from "../domain/terms/index.ts";
import { instant } from "../../test/support/sample-events.ts";
import type { Ledger } from "./ledger.ts";
import { LEFT_OPEN, type ClaimedMessage, type Outbox, type OutgoingMessage } from "./outbox.ts";

export function describeOutbox(name: string, open: () => Promise<Ledger>): void {
  const opened: Ledger[] = [];
  const openFresh = async (): Promise<Outbox> => {
    const ledger = await open();
    opened.push(ledger);
    return ledger.outbox;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });

  const at = (minute: number): ReturnType<typeof instant> => instant(`2026-03-02T09:${String(minute).padStart(2, "0")}:00.000Z`);
  const message = (key: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({ key, to: "desk@example.org", subject: `About ${key}`, text: "通知\nPlease read.\n", attachments: [], notBefore: at(0), ...more });
  const claim = (outbox: Outbox, minute: number, limit = 10): Promise<readonly ClaimedMessage[]> => outbox.claim({ now: at(minute), until: at(minute + 10), limit });
  const keys = (messages: readonly { readonly key: string }[]): readonly string[] => messages.map(({ key }) => key);
  const claimOne = async (outbox: Outbox, minute: number): Promise<ClaimedMessage> => present((await claim(outbox, minute, 1))[0], "a message that is due");
  const none = { waiting: 0, sending: 0, sent: 0, refused: 0, uncertain: 0 };

  describe(`${name}: outbox`, () => {
    it("R28 a message is put once by its key, and what was put first stays", async () => {
      const outbox = await openFresh();
      expect(await outbox.put([])).toBe(0);
      expect(await outbox.put([message("a"), message("b"), message("a", { text: "another" })])).toBe(2);
      expect(await outbox.put([message("b", { text: "another" }), message("c")])).toBe(1);
      expect((await outbox.message("b"))?.text).toBe("通知\nPlease read.\n");
      expect(await outbox.counts()).toEqual({ ...none, waiting: 3 });
      expect(await outbox.message("d")).toBeNull();
    });

    it("R28 put at the same time it is new for one", async () => {
      const outbox = await openFresh();
      const fresh = await Promise.all(Array.from({ length: 6 }, () => outbox.put([message("a"), message("b")])));
      expect(fresh.reduce((sum, count) => sum + count, 0)).toBe(2);
    });

    it("R28 what is put comes back with its files, byte for byte", async () => {
      const outbox = await openFresh();
      const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) & 255);
      const attachments = [{ name: "通知.pdf", mediaType: "application/pdf", content }, { name: "empty", mediaType: "text/plain", content: new Uint8Array() }];
      await outbox.put([message("a", { attachments })]);
      const kept = present(await outbox.message("a"), "the message");
      expect(Buffer.compare(present(kept.attachments[0], "a file").content, content)).toBe(0);
      expect({ ...kept, attachments: [] }).toEqual({ ...message("a"), sequence: 1, state: "waiting", tries: 0, error: null, changedAt: null });
      expect(await claimOne(outbox, 1)).toEqual({ ...message("a", { attachments }), claim: 1, tries: 1 });
    });

    it("R28 what is not plain text, or goes to nobody, stops before anything is written", async () => {
      const outbox = await openFresh();
      await expect(outbox.put([message("a"), message("b", { text: "a\0b" })])).rejects.toThrow(/plain text/);
      await expect(outbox.put([message("a"), message("b", { to: "" })])).rejects.toThrow(/somebody it goes to/);
      await expect(outbox.put([message("a", { notBefore: "soon" as ReturnType<typeof instant> })])).rejects.toThrow(/is an instant/);
      expect(await outbox.counts()).toEqual(none);
    });

    it("R29 what is due is claimed, due longest first, and only once", async () => {
      const outbox = await openFresh();
      await outbox.put([message("late", { notBefore: at(9) }), message("second", { notBefore: at(2) }), message("first", { notBefore: at(1) }), message("third", { notBefore: at(2) })]);
      expect(keys(await claim(outbox, 0))).toEqual([]);
      expect(keys(await claim(outbox, 2, 2))).toEqual(["first", "second"]);
      expect(keys(await claim(outbox, 2))).toEqual(["third"]);
      expect(keys(await claim(outbox, 2))).toEqual([]);
      expect(keys(await claim(outbox, 9))).toEqual(["late"]);
    });

    it("R29 claimed by many at the same time, each message has one claimant", async () => {
      const outbox = await openFresh();
      await outbox.put(Array.from({ length: 60 }, (_, index) => message(`m-${index}`)));
      const claims = await Promise.all(Array.from({ length: 12 }, () => claim(outbox, 1, 5)));
      expect(new Set(claims.flatMap(keys)).size).toBe(claims.flat().length);
      const rest = await claim(outbox, 1, 60);
      expect(claims.flat().length + rest.length).toBe(60);
    });

    it("R30 a settled message is where its settlement led it", async () => {
      const outbox = await openFresh();
      await outbox.put(["sent", "failed", "refused", "uncertain"].map((key) => message(key)));
      const [sent, failed, refused, uncertain] = await claim(outbox, 1);
      expect(await outbox.settle(present(sent, "one"), { kind: "sent", at: at(2) })).toBe(true);
      expect(await outbox.settle(present(failed, "one"), { kind: "failed", at: at(2), error: "the line is busy", retryAt: at(5) })).toBe(true);
      expect(await outbox.settle(present(refused, "one"), { kind: "refused", at: at(2), error: "nobody there" })).toBe(true);
      expect(await outbox.settle(present(uncertain, "one"), { kind: "uncertain", at: at(2), error: "cut off" })).toBe(true);
      expect(await outbox.counts()).toEqual({ waiting: 1, sending: 0, sent: 1, refused: 1, uncertain: 1 });
      expect((await outbox.list({ limit: 9 })).map(({ key, state, error, notBefore, changedAt, tries }) => [key, state, error, notBefore, changedAt, tries])).toEqual([
        ["uncertain", "uncertain", "cut off", at(0), at(2), 1], ["refused", "refused", "nobody there", at(0), at(2), 1],
        ["failed", "waiting", "the line is busy", at(5), at(2), 1], ["sent", "sent", null, at(0), at(2), 1],
      ]);
      expect(await outbox.settle(present(sent, "one"), { kind: "failed", at: at(3), error: "no", retryAt: at(3) })).toBe(false);
      expect(keys(await claim(outbox, 4))).toEqual([]);
      expect(await claimOne(outbox, 5)).toMatchObject({ key: "failed", tries: 2, claim: 2 });
    });

    it("R30 what was claimed and not settled in its time is uncertain, and nobody claims it", async () => {
      const outbox = await openFresh();
      await outbox.put([message("a"), message("b")]);
      const a = await claimOne(outbox, 1);
      await claimOne(outbox, 3);
      expect(await outbox.doubt(at(11))).toBe(0);
      expect(await outbox.doubt(at(12))).toBe(1);
      expect(await outbox.doubt(at(12))).toBe(0);
      expect(await outbox.message("a")).toMatchObject({ state: "uncertain", error: LEFT_OPEN, changedAt: at(12) });
      expect(keys(await claim(outbox, 59))).toEqual([]);
      // Whoever was sending it was only slow, and knows.
      expect(await outbox.settle(a, { kind: "sent", at: at(13) })).toBe(true);
      expect(await outbox.counts()).toEqual({ ...none, sent: 1, sending: 1 });
    });

    it("R31 a person settles what is uncertain or refused, and nothing else", async () => {
      const outbox = await openFresh();
      await outbox.put([message("a"), message("b"), message("c")]);
      expect(await outbox.resolve("a", "sent", at(1))).toBe(false);
      expect(await outbox.resolve("none", "sent", at(1))).toBe(false);
      const [a, b, c] = await claim(outbox, 1);
      expect(await outbox.resolve("a", "waiting", at(1))).toBe(false);
      await outbox.doubt(at(20));
      await outbox.settle(present(c, "one"), { kind: "refused", at: at(20), error: "nobody there" });
      expect([await outbox.resolve("a", "sent", at(21)), await outbox.resolve("b", "waiting", at(21)), await outbox.resolve("c", "waiting", at(21))]).toEqual([true, true, true]);
      expect(await outbox.message("a")).toMatchObject({ state: "sent", error: null, changedAt: at(21) });
      expect(await outbox.settle(present(a, "one"), { kind: "uncertain", at: at(22), error: "late" })).toBe(false);
      expect((await claim(outbox, 22)).map(({ key, tries }) => [key, tries])).toEqual([["b", 1], ["c", 1]]);
      // The first claim of b is not the second.
      expect(await outbox.settle(present(b, "one"), { kind: "sent", at: at(23) })).toBe(false);
      expect(await outbox.counts()).toEqual({ ...none, sent: 1, sending: 2 });
    });

    it("R31 a message that waits again may wait for another address", async () => {
      const outbox = await openFresh();
      await outbox.put([message("a"), message("b")]);
      for (const claimed of await claim(outbox, 1)) await outbox.settle(claimed, { kind: "refused", at: at(2), error: "nobody there" });
      expect([await outbox.resolve("a", "waiting", at(3), "new@example.org"), await outbox.resolve("b", "waiting", at(3))]).toEqual([true, true]);
      expect((await claim(outbox, 4)).map(({ key, to }) => [key, to])).toEqual([["a", "new@example.org"], ["b", "desk@example.org"]]);
    });

    it("R32 messages are found by their keys, and those that are not there are left out", async () => {
      const outbox = await openFresh();
      await outbox.put([message("b"), message("a"), message("c")]);
      expect((await outbox.entries(["a", "b", "none"])).map(({ key, state }) => [key, state])).toEqual([["b", "waiting"], ["a", "waiting"]]);
      expect(await outbox.entries([])).toEqual([]);
    });

    it("R32 messages are listed newest first, by state and by whom they go to, in pages", async () => {
      const outbox = await openFresh();
      await outbox.put([message("a"), message("b", { to: "other@example.org" }), message("c"), message("d")]);
      await claimOne(outbox, 1);
      expect(keys(await outbox.list({ limit: 2 }))).toEqual(["d", "c"]);
      expect(keys(await outbox.list({ limit: 2, before: 3 }))).toEqual(["b", "a"]);
      expect(keys(await outbox.list({ limit: 9, state: "waiting" }))).toEqual(["d", "c", "b"]);
      expect(keys(await outbox.list({ limit: 9, state: "waiting", to: "other@example.org" }))).toEqual(["b"]);
      expect(keys(await outbox.list({ limit: 9, to: "nobody" }))).toEqual([]);
    });
  });
}
