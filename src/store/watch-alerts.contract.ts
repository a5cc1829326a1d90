// What every ledger keeps of watch alerts: one suite, run on memory, SQLite and PostgreSQL by ledger.int.test.ts. The rules are in SPEC.md.
import { afterEach, describe, expect, it } from "vitest";
import type { Digest } from "../domain/terms/index.ts";
import type { Ledger } from "./ledger.ts";
import type { WatchAlert, WatchAlerts } from "./watch-alerts.ts";

const [ONE, OTHER] = [`sha256:${"1".repeat(64)}` as Digest, `sha256:${"2".repeat(64)}` as Digest];
const HOOK: WatchAlert = { id: "a1", list: ONE, kind: "webhook", target: "https://example.com/hook?a='b'", language: "zh", pace: "atOnce", state: "on", why: "", code: "c1", secret: "whsec_AAAA", site: "http://127.0.0.1:8080", told: "{}", count: 0, due: "" };
const MAIL: WatchAlert = { ...HOOK, id: "a2", kind: "mail", target: "desk@example.com", pace: "daily", state: "unconfirmed", code: "c2", secret: "" };

export function describeWatchAlerts(name: string, open: () => Promise<Ledger>): void {
  const opened: Ledger[] = [];
  const openFresh = async (): Promise<WatchAlerts> => {
    const ledger = await open();
    opened.push(ledger);
    return ledger.watchAlerts;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });

  describe(`${name}: watch alerts`, () => {
    it("R44 an alert is found by its id, its code and its list, whole, until it is removed", async () => {
      const alerts = await openFresh();
      expect([await alerts.find("a1"), await alerts.withCode("c1"), await alerts.of()]).toEqual([null, null, []]);
      await alerts.put(MAIL);
      await alerts.put(HOOK);
      await alerts.put({ ...MAIL, id: "a3", list: OTHER, code: "c3" });
      expect([await alerts.find("a1"), await alerts.withCode("c2"), (await alerts.of(ONE)).map(({ id }) => id), (await alerts.of()).map(({ id }) => id)]).toEqual([HOOK, MAIL, ["a1", "a2"], ["a1", "a2", "a3"]]);
      expect([await alerts.remove("a1"), await alerts.remove("a1"), await alerts.find("a1"), await alerts.withCode("c1")]).toEqual([true, false, null, null]);
    });

    it("R44 it moves on with what is due in one step, once: of those who come at the same time one is first", async () => {
      const alerts = await openFresh();
      await alerts.put(HOOK);
      const moved: WatchAlert = { ...HOOK, told: "{\"day\":\"2026-03-02\"}", count: 1, due: "{\"changes\":[]}" };
      expect((await Promise.all([1, 2, 3].map(() => alerts.move(HOOK, moved)))).filter((first) => first)).toHaveLength(1);
      expect(await alerts.find("a1")).toEqual(moved);
      expect([await alerts.move({ ...moved, due: "other" }, HOOK), await alerts.move(moved, { ...moved, due: "", state: "stopped", why: "reader" })]).toEqual([false, true]);
      expect(await alerts.move({ ...HOOK, id: "none" }, { ...HOOK, id: "none" })).toBe(false);
      expect((await alerts.find("a1"))?.state).toBe("stopped");
    });

    it("R44 nobody's word and no secret given meanwhile is overwritten by whoever read it before", async () => {
      const alerts = await openFresh();
      await alerts.put(HOOK);
      const stopped: WatchAlert = { ...HOOK, state: "stopped", why: "reader" };
      expect([await alerts.move(HOOK, stopped), await alerts.move(HOOK, { ...HOOK, told: "{\"day\":\"2026-03-02\"}" }), await alerts.find("a1")]).toEqual([true, false, stopped]);
      const signed: WatchAlert = { ...stopped, secret: "whsec_BBBB" };
      expect([await alerts.move(stopped, signed), await alerts.move(stopped, { ...stopped, state: "on", why: "" }), await alerts.find("a1")]).toEqual([true, false, signed]);
    });

    it("R44 an id that is there already, no digest, or mail with a secret is a bug of the caller", async () => {
      const alerts = await openFresh();
      await alerts.put(HOOK);
      await expect(alerts.put({ ...HOOK, code: "c9" })).rejects.toThrow();
      await expect(alerts.put({ ...HOOK, id: "a9", code: "c9", list: "open" as Digest })).rejects.toThrow();
      await expect(alerts.put({ ...MAIL, secret: "whsec_AAAA" })).rejects.toThrow();
      expect(await alerts.of()).toEqual([HOOK]);
    });
  });
}
