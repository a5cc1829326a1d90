// Watch lists: what the public may be told of the organisations on them, and nothing of what has ended or of others.
import { describe, expect, it } from "vitest";
import { present } from "../domain/terms/index.ts";
import { handIn, WORLD_BANK, worldBankCsv } from "../../test/support/invented-lists.ts";
import { openHouse, type House } from "../../test/support/run.ts";
import { findOrganisations } from "./find-organisations.ts";
import { forgetWatch, watchOf, watchSuppliers, type Watch } from "./watch-suppliers.ts";

const STANDS = { name: "Tarn Quarzil Survey Ltd", from: "2024-12-10", to: "2026-12-09" };
const OTHER = { name: "Umbra Quarzil JSC", from: "2024-12-10", to: "2026-12-09" };

async function watched({ registry }: House, token: string): Promise<Watch> {
  const watch = await watchOf(registry, token);
  if (!watch.ok) throw new Error(watch.error.message);
  return watch.value;
}

describe("a watch list", () => {
  it("tells who was listed in the last days, and when a listing is over nothing but today's state", async () => {
    const house = await openHouse({ day: "2025-03-01" });
    await handIn(house, worldBankCsv("2025-02-28", [STANDS, OTHER]), WORLD_BANK);
    const file = present((await findOrganisations(house.registry, STANDS.name)).found[0], "the firm").file;
    const token = await watchSuppliers(house.registry, { label: "  of\n ours ", files: [file, file] });
    if (!token.ok) throw new Error(token.error.message);
    const before = await watched(house, token.value);
    expect([before.label, before.organisations.map(({ organisation, stands }) => [organisation.name, stands?.state])]).toEqual(["of ours", [[STANDS.name, "bound"]]]);
    expect(before.changes.map(({ what, organisation }) => [what, organisation.file])).toEqual([["listed", file]]);

    house.setDay("2025-03-05");
    await handIn(house, worldBankCsv("2025-03-04", [OTHER]), WORLD_BANK);
    const after = await watched(house, token.value);
    expect([after.changes, after.organisations.map(({ stands }) => stands?.state === "bound")]).toEqual([[], [false]]);
  });

  it("looks back so many days and no further", async () => {
    const house = await openHouse({ day: "2025-03-01" });
    await handIn(house, worldBankCsv("2025-02-28", [STANDS]), WORLD_BANK);
    const file = present((await findOrganisations(house.registry, STANDS.name)).found[0], "the firm").file;
    const token = await watchSuppliers(house.registry, { label: "", files: [file] });
    if (!token.ok) throw new Error(token.error.message);
    house.setDay("2025-03-20");
    expect((await watched(house, token.value)).changes).toEqual([]);
  });

  it("is kept without its token, is not made of nothing, and is gone when it is forgotten", async () => {
    const house = await openHouse({ day: "2025-03-01" });
    await handIn(house, worldBankCsv("2025-02-28", [STANDS]), WORLD_BANK);
    const file = present((await findOrganisations(house.registry, STANDS.name)).found[0], "the firm").file;
    const [one, two] = [await watchSuppliers(house.registry, { label: "", files: [file] }), await watchSuppliers(house.registry, { label: "", files: [file] })];
    if (!one.ok || !two.ok) throw new Error("no token");
    expect(one.value).toMatch(/^[\w-]{32}$/);
    expect(one.value).not.toBe(two.value);
    // Behind a command none is read as an option.
    for (let index = 0; index < 400; index += 1) {
      const token = await watchSuppliers(house.registry, { label: "", files: [file] });
      expect(token.ok && token.value).toMatch(/^\w[\w-]{31}$/);
    }
    expect((await watched(house, one.value)).id).toBe(house.registry.digest(one.value));
    expect((await watchSuppliers(house.registry, { label: "", files: [] })).ok).toBe(false);
    expect([(await forgetWatch(house.registry, one.value)).ok, (await forgetWatch(house.registry, one.value)).ok, (await watchOf(house.registry, one.value)).ok, (await watchOf(house.registry, two.value)).ok]).toEqual([true, false, false, true]);
  });
});
