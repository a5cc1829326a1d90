// Several organisations read together stand as each does alone: to the keeper and the public, now and as known earlier, whatever the others are.
import { describe, expect, it } from "vitest";
import { parsePosition, plainDate, present, type FileNumber } from "../domain/terms/index.ts";
import { ebrdCsv, EBRD, handIn, WORLD_BANK, worldBankCsv } from "../../test/support/invented-lists.ts";
import { openHouse } from "../../test/support/run.ts";
import { standingOf } from "./standing.ts";
import { standingsOf } from "./standings.ts";

const NAMES = ["Quarzil Road Works Ltd", "Borealis Kettle Foundry Ltd", "Umbra Dredging JSC", "Tarn Survey Ltd"];

describe("standings of several organisations", () => {
  it("are those of each alone", async () => {
    const house = await openHouse({ day: "2025-03-01" });
    const { registry } = house;
    await handIn(house, worldBankCsv("2025-01-07", NAMES.slice(0, 3).map((name, index) => ({ name, info: `*${index}`, from: "2024-12-10", to: `202${5 + index}-06-30` }))), WORLD_BANK);
    const early = await registry.ledger.head();
    await handIn(house, worldBankCsv("2025-02-04", NAMES.slice(1).map((name, index) => ({ name, info: `*${index + 1}`, from: "2024-12-10", to: `202${6 + index}-06-30` }))), WORLD_BANK);
    await handIn(house, ebrdCsv([{ name: present(NAMES[1], "a name"), effective: "2025-01-15" }, { name: "Quarzil Roads Works Ltd", effective: "2025-01-20", origin: "World Bank Group" }]), EBRD, "--as-of", "2025-02-10");
    const files: FileNumber[] = [];
    for (const name of NAMES) {
      const standing = await standingOf(registry, { kind: "keeper" }, { organisation: name });
      if (standing.ok && standing.value.organisation.file !== null) files.push(standing.value.organisation.file);
    }
    expect(files.length).toBe(NAMES.length);
    let compared = 0;
    for (const asker of [{ kind: "keeper" }, { kind: "public" }] as const) {
      for (const position of [early, await registry.ledger.head()]) {
        for (const on of ["2025-01-20", "2025-03-01", "2026-08-01"]) {
          const known = parsePosition(String(position));
          if (!known.ok) throw new Error("a position is one");
          const together = await standingsOf(registry, asker, { files, on: plainDate(on), law: plainDate("2025-03-01"), known: known.value });
          for (const file of files) {
            const alone = await standingOf(registry, asker, { organisation: file, on, law: "2025-03-01", known: String(position) });
            expect(together.get(file)).toEqual(alone.ok ? { organisation: alone.value.organisation, acts: alone.value.acts } : undefined);
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBe(NAMES.length * 12);
    // The last came with the second edition: earlier it was not on the register.
    expect([...(await standingsOf(registry, { kind: "public" }, { files, on: plainDate("2025-03-01"), law: plainDate("2025-03-01"), known: early })).keys()]).toEqual(files.slice(0, 3));
  });
});
