// The scoreboard is made once for a state of the register, and made again as soon as anything in that state is another.
import { beforeAll, expect, it } from "vitest";
import { CaseWorld, matterId } from "../../test/support/case-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { present } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { scoreboardOf, type Scoreboard } from "./scoreboard.ts";

let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});

async function board(own: CaseWorld, until?: string): Promise<Scoreboard> {
  const found = await scoreboardOf(own.registry, until === undefined ? {} : { until });
  return present(found.ok ? found.value : undefined, "a scoreboard");
}

it("is made once while nothing changes, also for those who ask at the same time", async () => {
  const own = await CaseWorld.make({ law });
  const [first, beside] = await Promise.all([board(own), board(own)]);
  expect([beside === first, (await board(own)) === first, (await board(own, "2026-03-01")) === first]).toEqual([true, true, false]);
});

it("is made again after an event, after something was told, and on another day", async () => {
  const own = await CaseWorld.make({ law });
  const empty = await board(own);
  await own.noticed(matterId("matter.1"));
  const noticed = await board(own);
  expect([empty, noticed].map(({ whole: { steps: { notice } } }) => notice.timed + notice.noTime)).toEqual([0, 1]);
  const known = await own.registry.ledger.head();
  await own.registry.ledger.tell([{ key: "termEnded:l:2026-03-01", what: "termEnded", files: [own.file], day: noticed.from, known, rulebook: law.hash, detail: { consumers: ["cn:samr"], takeOverBy: "2025-06-01" } }]);
  const told = await board(own);
  expect([noticed, told].map(({ authorities }) => authorities.some(({ releases }) => releases.overdue > 0))).toEqual([false, true]);
  own.clock.day = "2026-06-01";
  expect((await board(own)).on).toBe("2026-06-01");
});

it("remembers no more spans than it needs, and every span of its own", async () => {
  const own = await CaseWorld.make({ law });
  const first = await board(own, "2026-01-01");
  for (let day = 1; day <= 17; day += 1) expect((await board(own, `2025-12-${String(day).padStart(2, "0")}`)).until).toBe(`2025-12-${String(day).padStart(2, "0")}`);
  const again = await board(own, "2026-01-01");
  expect([again === first, again]).toEqual([false, first]);
});
