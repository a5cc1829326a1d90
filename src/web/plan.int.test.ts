// The exit plan over a memory ledger and the model's law: what the public may see, what the organisation itself sees, the calendar, and that
// doing what it says frees on the day it says.
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate, present } from "../domain/terms/index.ts";
import { importFile, planOut, restrictionsOf, writeSheet, type Plan, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { CODES, fillDesk, NAMES, type DeskWorld } from "../../test/support/desk-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { projectLaw } from "../../test/support/run.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const HERE = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" };
const KEEPER = { kind: "keeper" } as const;
const clock: StandingClock = { day: "2026-03-02" };
let registry: Registry;
let server: FastifyInstance;
let world: DeskWorld;
let cookie = "";

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), clock);
  world = await fillDesk(registry, 2);
  const penalty = writeSheet(registry, { template: "cn:administrative-penalty-sheet", format: "csv", rows: [[
    { to: "name", value: { kind: "text", text: NAMES[0] } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: present(registry.rulebook.all("identifier").find(({ id }) => id === "cn:unified-code"), "the unified code").id, value: CODES[0] } },
    { to: "decidedOn", value: { kind: "day", day: plainDate("2026-02-21") } }, { to: "field:documentNumber", value: { kind: "text", text: "市监罚〔2026〕9号" } }, { to: "field:field", value: { kind: "text", text: "food" } }, { to: "field:kinds", value: { kind: "choices", values: ["suspension"] } },
  ]] });
  const imported = penalty.ok ? await importFile(registry, { name: "sheet.csv", bytes: penalty.value, template: "cn:administrative-penalty-sheet", by: world.office }) : penalty;
  expect(imported.ok ? imported.value.findings : imported.error).toEqual([]);
  server = createServer({ registry, log: (line) => process.stderr.write(`${line}\n`) });
  await server.ready();
  const signed = await server.inject({ method: "POST", url: "/en/desk/sign-in", headers: { ...HERE, "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams({ organisation: world.files[0] ?? "" }).toString() });
  cookie = String(signed.headers["set-cookie"]).split(";")[0] ?? "";
});
afterAll(() => server.close());

async function planOf(over: Registry, organisation: string, on?: string): Promise<Plan> {
  const found = await planOut(over, KEEPER, { organisation, ...(on === undefined ? {} : { on }) });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

describe("exit plan", () => {
  it("names for a penalty the way out, whom to ask, what the law wants to see and what it frees", async () => {
    const plan = await planOf(registry, CODES[0]);
    expect(plan.steps).toHaveLength(1);
    const [step] = plan.steps;
    expect(step).toMatchObject({ kind: "record", of: "cn:administrative-penalty", other: null, case: null });
    expect(step?.frees.map(({ measure }) => measure)).toEqual(plan.binds.map(({ measure }) => measure));
    expect(step?.way?.decidedBy).toMatch(/^cn:/);
    expect(step?.way?.conditions.map(({ kind }) => kind)).toEqual(["wait", "asked"]);
    expect(plan.freeOn).toBe(step?.way?.opensOn);
  });

  it("says what ends if nothing is done by the longest term, as long as nobody has said of which tier a repair would be", async () => {
    const bound = await restrictionsOf(registry, KEEPER, { organisation: CODES[0] });
    const last = (bound.ok ? bound.value.effects : []).flatMap(({ until }) => until ?? []).toSorted().at(-1);
    expect((await planOf(registry, CODES[0])).steps.map(({ end }) => end)).toEqual([{ kind: "fixed", until: last }]);
    clock.day = "2027-06-01";
    expect((await planOf(registry, CODES[0])).binds.length).toBeGreaterThan(0);
    clock.day = "2026-03-02";
  });

  it("is a page, JSON and a calendar for the public, with every clock in its permalink", async () => {
    const page = await server.inject({ url: `/en/organisations/${CODES[0]}/plan?on=2026-03-01` });
    expect(page.statusCode).toBe(200);
    for (const part of ["Exit plan", NAMES[0], "tick-box", `/v1/organisations/${world.files[0]}/plan?on=2026-03-01`, `./probity plan ${world.files[0]} --on 2026-03-01`, "plan.ics?on=2026-03-01"]) expect(page.body).toContain(part);
    const json = await server.inject({ url: `/v1/organisations/${CODES[0]}/plan` });
    expect(json.json()).toMatchObject({ steps: [{ of: "cn:administrative-penalty" }], done: [], withheld: false });
    const calendar = await server.inject({ url: `/zh/organisations/${CODES[0]}/plan.ics` });
    expect([calendar.statusCode, calendar.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(calendar.body).toContain("不再受任何限制");
    for (const url of ["/zh/organisations/nobody/plan", "/zh/organisations/nobody/plan.ics", "/v1/organisations/nobody/plan"]) expect((await server.inject({ url })).statusCode).toBe(404);
  });

  it("is whole for the organisation that is signed in, and for nobody else", async () => {
    const own = await server.inject({ url: "/en/desk/organisation/plan", headers: { ...HERE, cookie } });
    expect([own.statusCode, own.body.includes("Nothing has ended yet")]).toEqual([200, true]);
    expect((await server.inject({ url: "/en/desk/organisation/plan.ics", headers: { ...HERE, cookie } })).headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect((await server.inject({ url: "/en/desk/organisation/plan", headers: HERE })).statusCode).toBe(303);
    expect((await server.inject({ url: "/en/desk/organisation", headers: { ...HERE, cookie } })).body).toContain("/en/desk/organisation/plan");
  });

  it("ticks what is done by itself: gone from a later edition a listing is no step any more, and nothing is left that binds", async () => {
    const ferry: StandingClock = { day: "2025-01-07" };
    const over = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"), ferry);
    const handIn = async (csv: string, asOf: string): Promise<void> => {
      const imported = await importFile(over, { name: `north-${asOf}.csv`, bytes: Buffer.from(csv), template: "ferry:north-sheet", asOf });
      expect(imported.ok).toBe(true);
    };
    await handIn("Ferry,Since,Free,Case\nBlue Heron Ltd,2024-03-01,2026-03-01,1\nNight Jar Ltd,2024-03-01,2026-03-01,2\n", "2025-01-01");
    const before = await planOf(over, "Blue Heron Ltd");
    expect(before).toMatchObject({ done: [], stays: [] });
    expect(before.steps.map(({ of }) => of)).toEqual(["ferry:north-barred"]);
    await handIn("Ferry,Since,Free,Case\nNight Jar Ltd,2024-03-01,2026-03-01,2\n", "2025-01-05");
    expect(await planOf(over, "Blue Heron Ltd")).toMatchObject({ binds: [], steps: [], done: [{ of: "ferry:north-barred", how: "removed", on: "2025-01-05" }] });
    // Where time alone ends it: on the promised day nothing binds, the day before something does.
    ferry.day = "2026-02-27";
    await handIn("Ferry,Since,Free,Case\nNight Jar Ltd,2024-03-01,2026-03-01,2\n", "2026-02-27");
    const other = await planOf(over, "Night Jar Ltd");
    expect(other).toMatchObject({ freeOn: "2026-03-01", steps: [{ state: "itself" }] });
    const binding = async (on: string): Promise<number> => {
      const found = await restrictionsOf(over, KEEPER, { organisation: "Night Jar Ltd", on });
      return found.ok ? found.value.effects.length : -1;
    };
    expect([await binding("2026-02-28") > 0, await binding("2026-03-01")]).toEqual([true, 0]);
  });
});
