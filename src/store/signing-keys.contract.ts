// What every ledger keeps of signing keys: one suite, run on memory, SQLite and PostgreSQL by ledger.int.test.ts. The rules are in SPEC.md.
import { afterEach, describe, expect, it } from "vitest";
import { instant } from "../../test/support/sample-events.ts";
import { plainDate } from "../domain/terms/index.ts";
import type { Ledger } from "./ledger.ts";
import type { KeyToAdd, SigningKeys } from "./signing-keys.ts";

const [FIRST, LATER] = [instant("2026-03-02T09:00:00.000Z"), instant("2026-04-02T09:00:00.000Z")];

function key(kid: string, at = FIRST): KeyToAdd {
  return { kid, x: `public ${kid}`, secret: new TextEncoder().encode(`private ${kid}`), at };
}

const revocation = (since: string, reason: string | null = null) => ({ since: plainDate(since), from: instant(`${since}T00:00:00.000Z`), at: LATER, reason });

export function describeSigningKeys(name: string, open: () => Promise<Ledger>): void {
  const opened: Ledger[] = [];
  const openFresh = async (): Promise<SigningKeys> => {
    const ledger = await open();
    opened.push(ledger);
    return ledger.signingKeys;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });

  describe(`${name}: signing keys`, () => {
    it("R34 there is none at first; the one put into use retires those before it, and only its private part is kept", async () => {
      const keys = await openFresh();
      expect([await keys.list(), await keys.current()]).toEqual([[], null]);
      expect(await keys.add(key("a"), "always")).toBe(true);
      expect(await keys.current()).toEqual({ kid: "a", secret: key("a").secret });
      expect(await keys.add(key("b", LATER), "always")).toBe(true);
      expect(await keys.current()).toEqual({ kid: "b", secret: key("b").secret });
      expect(await keys.list()).toEqual([
        { kid: "a", x: "public a", madeAt: FIRST, retiredAt: LATER, revoked: null, inUse: false }, { kid: "b", x: "public b", madeAt: LATER, retiredAt: null, revoked: null, inUse: true },
      ]);
    });

    it("R34 of many that find none at the same time one puts a key into use", async () => {
      const keys = await openFresh();
      const added = await Promise.all(["a", "b", "c", "d"].map((kid) => keys.add(key(kid), "whereNone")));
      expect(added.filter((each) => each)).toHaveLength(1);
      expect(await keys.list()).toHaveLength(1);
      expect((await keys.current())?.kid).toBe((await keys.list())[0]?.kid);
    });

    it("R35 a revoked key is out of use and its private part gone; an earlier day can be told later, a later one not", async () => {
      const keys = await openFresh();
      await keys.add(key("a"), "always");
      expect(await keys.revoke("none", revocation("2026-03-20"))).toBe(false);
      expect(await keys.revoke("a", revocation("2026-03-20"))).toBe(true);
      expect(await keys.current()).toBeNull();
      expect(await keys.revoke("a", revocation("2026-03-20", "again"))).toBe(false);
      expect(await keys.revoke("a", revocation("2026-03-21"))).toBe(false);
      expect(await keys.revoke("a", revocation("2026-03-10", "lost"))).toBe(true);
      expect(await keys.list()).toMatchObject([{ kid: "a", retiredAt: null, inUse: false, revoked: revocation("2026-03-10", "lost") }]);
      expect(await keys.add(key("b", LATER), "whereNone")).toBe(true);
      expect(await keys.revoke("a", revocation("2026-03-01"))).toBe(true);
      expect((await keys.current())?.kid).toBe("b");
      expect((await keys.list()).map(({ kid, inUse }) => [kid, inUse])).toEqual([["a", false], ["b", true]]);
    });

    it("R34 an id used twice, or a key without its parts, is a bug of the caller", async () => {
      const keys = await openFresh();
      await keys.add(key("a"), "always");
      await expect(keys.add(key("a"), "always")).rejects.toThrow();
      await expect(keys.add({ ...key("b"), secret: new Uint8Array(0) }, "always")).rejects.toThrow(/private part/);
      expect((await keys.current())?.kid).toBe("a");
    });
  });
}
