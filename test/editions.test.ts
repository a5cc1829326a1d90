import { it } from "vitest";
import { openHouse } from "./support/run.ts";
import { handIn, WORLD_BANK, EBRD, worldBankCsv, ebrdCsv, plain } from "./support/invented-lists.ts";
it("try", async () => {
  const house = await openHouse();
  console.log(JSON.stringify(await handIn(house, worldBankCsv("2025-01-07", [{ name: "Quarzil Road Works Ltd", from: "2024-12-10", to: "2026-12-09", info: "*17" }, { name: "Borealis Kettle Foundry Ltd", from: "2024-12-10", to: "2999-12-31" }]), WORLD_BANK), null, 1));
  console.log(JSON.stringify(await handIn(house, ebrdCsv([{ name: "Quarzil Road Works Ltd", effective: "2024-12-12", from: "2024-12-10", until: "2026-12-09", origin: "World Bank" }]), EBRD, "--as-of", "2025-01-10"), null, 1));
  console.log(plain(await house.json("standing", "quarzil road works ltd", "--on", "2025-01-20")));
});
