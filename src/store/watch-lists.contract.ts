// What every ledger keeps of watch lists: one suite, run on memory, SQLite and PostgreSQL by ledger.int.test.ts. The rules are in SPEC.md.
import { afterEach, describe, expect, it } from "vitest";
import { makeFileNumber, type Digest } from "../domain/terms/index.ts";
import type { Ledger } from "./ledger.ts";
import type { WatchLists } from "./watch-lists.ts";

const [ONE, OTHER] = [`sha256:${"1".repeat(64)}` as Digest, `sha256:${"2".repeat(64)}` as Digest];
const FILES = [makeFileNumber(3), makeFileNumber(1)];

export function describeWatchLists(name: string, open: () => Promise<Ledger>): void {
  const opened: Ledger[] = [];
  const openFresh = async (): Promise<WatchLists> => {
    const ledger = await open();
    opened.push(ledger);
    return ledger.watchLists;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });

  describe(`${name}: watch lists`, () => {
    it("R43 a list is found under the digest of its token alone, with its label and its files in their order, until it is removed", async () => {
      const lists = await openFresh();
      expect(await lists.find(ONE)).toBeNull();
      await lists.put({ token: ONE, label: "供应商 'a' \"b\"", files: FILES });
      await lists.put({ token: OTHER, label: "", files: [] });
      expect([await lists.find(ONE), await lists.find(OTHER)]).toEqual([{ token: ONE, label: "供应商 'a' \"b\"", files: FILES }, { token: OTHER, label: "", files: [] }]);
      expect([await lists.remove(ONE), await lists.remove(ONE), await lists.find(ONE)]).toEqual([true, false, null]);
      expect(await lists.find(OTHER)).not.toBeNull();
      expect([await lists.replace(OTHER, FILES), await lists.replace(ONE, FILES), (await lists.find(OTHER))?.files]).toEqual([true, false, FILES]);
    });

    it("R43 a token that is there already, no digest, or a file named twice is a bug of the caller", async () => {
      const lists = await openFresh();
      await lists.put({ token: ONE, label: "first", files: FILES });
      await expect(lists.put({ token: ONE, label: "second", files: [] })).rejects.toThrow();
      await expect(lists.put({ token: "open" as Digest, label: "", files: [] })).rejects.toThrow();
      await expect(lists.put({ token: OTHER, label: "", files: [makeFileNumber(1), makeFileNumber(1)] })).rejects.toThrow();
      expect((await lists.find(ONE))?.label).toBe("first");
    });
  });
}
