// Law mutation over the whole law: of all its figures, moved by one, the worked examples must notice enough.
// Every figure that no example notices is named by `./probity law mutate --survivors`.
import { describe, expect, it } from "vitest";
import { lint, mutateLaw, mutationReport } from "../src/domain/survey/index.ts";
import { loadedLaw } from "./support/law.ts";
import { run } from "./support/run.ts";

/** Of a hundred figures so many must be noticed. */
const NOTICED_PERCENT = 90;

describe("the figures of the law", () => {
  it("are noticed by the worked examples when they are moved by one", async () => {
    const { total, byFigure, survivors } = mutationReport(mutateLaw(await loadedLaw("law"), { lint }));
    const unnoticed = survivors.slice(0, 20).map(({ at, entry, field, from, to }) => `${at}: ${entry} ${field}: ${from} → ${to}`);
    expect(total.figures).toBeGreaterThan(1000);
    expect(Object.keys(byFigure)).toEqual(["comparison", "day", "money", "number", "rate"]);
    expect(total.percent, `not noticed, among others:\n${unnoticed.join("\n")}`).toBeGreaterThanOrEqual(NOTICED_PERCENT);
  });

  it("are moved on the command line, of one entry or list alone where asked, and survivors are named with their places", async () => {
    const [byList, survivors] = await Promise.all([run(["law", "mutate", "--list", "mdb:ebrd-ineligible"]), run(["law", "mutate", "--list", "mdb:ebrd-ineligible", "--survivors", "--json"])]);
    const told: { readonly total: { readonly figures: number; readonly noticed: number }; readonly survivors: readonly { readonly at: string }[] } = JSON.parse(survivors.stdout);
    expect([byList.status, byList.stderr]).toEqual([0, ""]);
    expect(byList.stdout).toMatch(/\n\d+ of \d+ moved figures are noticed \(\d+(?:\.\d+)? %\), \d+ of them by the loader\n$/);
    expect(told.survivors.length).toBe(told.total.figures - told.total.noticed);
    expect(told.survivors.filter(({ at }) => !/^mdb\/.+\.yaml:\d+:\d+$/.test(at))).toEqual([]);
  });

  it("are those of an entry of the law, or nothing is moved", async () => {
    const ran = await run(["law", "mutate", "--entry", "cn:no-such-entry"]);
    expect([ran.status, ran.stdout, ran.stderr.split("\n")[0]]).toEqual([1, "", "probity: `cn:no-such-entry` is no entry of the law."]);
  });
});
