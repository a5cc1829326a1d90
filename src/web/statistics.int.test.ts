// Statistics over HTTP: the page in both languages, its tables as files, the JSON twin, one list over time.
import type { FastifyInstance } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { CASE_LIST, CaseWorld, matterId } from "../../test/support/case-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { importFile } from "../service/index.ts";
import { messagesIn } from "./portal/index.ts";
import { createServer } from "./server.ts";

const NAME = "临渚舫铎家具有限公司";
let world: CaseWorld;
let server: FastifyInstance;

beforeAll(async () => {
  world = await CaseWorld.make({ law: await loadLaw("law") });
  await world.decided(matterId("matter.1"));
  const bank = 'Downloaded on: 10/03/2026,,,,,,\nFirm Name,Additional Firm Info,Address,Country,Ineligibility Period,,Grounds\n,,,,From Date,To Date,\nTarn Quarzil Survey Ltd,,1 Quarz Street,Iceland,2025-12-10,2027-12-09,Fraud\n';
  const imported = await importFile(world.registry, { name: "bank.csv", bytes: Buffer.from(bank), template: "mdb:world-bank-listing" });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  world.clock.day = "2026-04-10";
  server = createServer({ registry: world.registry, log: () => {} });
  await server.ready();
  return () => server.close();
});

const SPAN = "from=2025-12-01&to=2026-03-31";

describe.each([["zh", "月末在列", "临渚市"], ["en", "Standing at the end of the month", "Linzhu City"]] as const)("statistics in %s", (language, heading, city) => {
  it("are drawn and in tables, by month, region and list, and name no organisation", async () => {
    const page = await server.inject(`/${language}/statistics?${SPAN}`);
    expect(page.statusCode).toBe(200);
    for (const words of [heading, city, "<svg", `/${language}/search?list=burdens&amp;region=990101&amp;on=2026-03-31`, `./probity statistics --from 2025-12-01 --until 2026-04-01 --lists burdens`]) expect(page.body).toContain(words);
    expect(page.body).not.toMatch(new RegExp(`${NAME}|Tarn Quarzil|style=`));
  });

  it("are files for a spreadsheet, with the same clocks", async () => {
    const file = await server.inject(`/${language}/statistics.csv?${SPAN}&table=regions`);
    expect(file.headers["content-type"]).toContain("text/csv");
    expect(file.body.split("\r\n").slice(1, -1).map((row) => row.split(",").slice(0, 1).concat(row.split(",").slice(2)))).toEqual([["990101", "1", "1", "1"], ["", "1", "1", "1"]]);
    expect((await server.inject(`/${language}/statistics.xlsx?${SPAN}&table=regions`)).headers["content-type"]).toContain("spreadsheetml");
    expect((await server.inject(`/${language}/statistics.csv?table=none`)).statusCode).toBe(422);
  });

  it("say what cannot be counted, and show the usual span", async () => {
    const { wrong } = messagesIn(language).statistics;
    for (const [query, words] of [["from=2026-04-01&to=2026-01-01", wrong.noDays], ["from=2026-04-12", wrong.noDays], ["to=2026-04-11", wrong.beyond], ["from=soon", wrong.day], ["from=1990-01-01", wrong.tooLong], ["lists=all", wrong.lists], ["list=cn:none", wrong.list]] as const) {
      const page = await server.inject(`/${language}/statistics?${query}`);
      expect([query, page.statusCode >= 400, page.body.includes(words)]).toEqual([query, true, true]);
    }
    expect((await server.inject(`/${language}/statistics?from=2026-04-02`)).statusCode).toBe(200);
  });

  it("stand on a list's page, over time", async () => {
    const page = await server.inject(`/${language}/lists/${CASE_LIST}`);
    expect(page.body).toContain('id="over-time"');
    expect(page.body).toContain(`/${language}/statistics?list=${CASE_LIST}`);
  });
});

it("the map leads to the organisations that were counted", async () => {
  const found = await server.inject("/v1/organisations?list=burdens&region=990101&on=2026-03-31");
  expect(found.json<{ readonly found: readonly { readonly file: string }[] }>().found.map(({ file }) => file)).toEqual([world.file]);
});

it("a list whose source delivered late has months nobody can speak for, and one that never delivered is not counted", async () => {
  const reported = (await server.inject("/v1/statistics?list=mdb:wbg-debarred&from=2026-02-01&until=2026-04-01")).json<{ readonly months: readonly { readonly unknown: readonly string[]; readonly standing: number }[] }>();
  expect(reported.months.map(({ unknown }) => unknown)[0]).toEqual(["mdb:wbg-debarred"]);
  const page = await server.inject("/en/statistics?list=mdb:wbg-debarred&from=2026-02-01&to=2026-03-31");
  expect(page.body).toContain("not known");
  const all = (await server.inject("/v1/statistics")).json<{ readonly notCounted: readonly { readonly list: string; readonly why: string }[] }>();
  expect(all.notCounted).toContainEqual({ list: "mdb:ebrd-ineligible", why: "neverDelivered" });
});
