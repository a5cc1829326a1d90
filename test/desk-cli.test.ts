// `plan`, `statistics`, `relations`, `measures`, `answer-measure` and `memoranda` from the command line over a register with one listing: what they
// print, the same as JSON, and each wrong use. Feeds and calendars are tried in src/web/feeds.int.test.ts, watch lists in watch-cli.test.ts.
import { beforeAll, describe, expect, it } from "vitest";
import { plainDate, present, type LawId, type ListingId, type MatterId } from "../src/domain/terms/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { officesWithPosts } from "../src/service/index.ts";
import { fillDesk, LIST, NAMES, type DeskWorld } from "./support/desk-world.ts";
import { openHouse, type House } from "./support/run.ts";

let house: House;
let desk: DeskWorld;
let agencies = "";
let [listed, other] = ["", ""];

beforeAll(async () => {
  house = await openHouse({ day: "2026-03-02" });
  desk = await fillDesk(house.registry, 2);
  [listed = "", other = ""] = desk.files;
  const from = plainDate("2026-03-02");
  const appended = await appendEvents(house.registry, { batch: null, office: desk.office as never, drafts: [
    { type: "ListingDecided", body: { matter: "matter.1" as MatterId, file: listed as never, list: LIST as LawId, authority: "cn:samr" as LawId, outcome: "listed", listing: "listing.1" as ListingId, reasons: "证据充分", basis: [], decidedOn: from, effectiveFrom: from, publishedFrom: from, end: { kind: "fixed", until: plainDate("2029-03-02") }, exits: [], conditions: [], criteria: [], regions: [] } },
    { type: "RelationReported", body: { from: other as never, to: listed as never, relation: "subsidiaryOf", since: plainDate("2020-01-01") } },
  ] });
  expect(appended.ok).toBe(true);
  agencies = present((await officesWithPosts(house.registry)).find(({ authority }) => authority === "cn:agencies"), "an office of the agencies").file;
  house.setDay("2026-03-12");
});

/** Wrong usage says what it is and prints nothing else. */
async function expectWrong(...wrong: readonly (readonly [status: number, ...args: readonly string[]])[]): Promise<void> {
  for (const [status, ...args] of wrong) {
    const ran = await house.run(...args);
    expect([args, ran.status, ran.stdout, ran.stderr.length > 10]).toEqual([args, status, "", true]);
  }
}

describe("plan", () => {
  it("says the steps in order with their days and what they free, the same as JSON, and its days as a calendar", async () => {
    const ran = await house.run("plan", listed);
    expect(ran.stdout).toMatch(new RegExp(`^${NAMES[0]} {2}${listed}, on 2026-03-12: \\d+ burdens; `));
    for (const words of ["  [ ] 1. ", `${LIST}`, "      frees ", "      if nothing is done it ends on 2029-03-02\n"]) expect(ran.stdout).toContain(words);
    const plan = await house.json("plan", listed);
    expect(plan).toMatchObject({ organisation: { file: listed }, asOf: { on: "2026-03-12" }, withheld: false });
    expect(ran.status).toBe([...plan["stays"] ?? []].length > 0 ? 1 : 0);
    expect((await house.run("plan", listed, "--ical", "plan.ics", "--language", "en")).stderr).toBe("");
    expect(Buffer.from(house.files.get("plan.ics") ?? []).toString()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*Exit plan/);
    expect((await house.run("plan", other, "--on", "2026-03-01")).stdout).toContain("nothing binds it\n");
    expect((await house.run("plan", listed, "--on", "2030-01-01")).status).toBe(0);
  });

  it("says what is wrong", async () => {
    await expectWrong([1, "plan", "Nobody at all"], [2, "plan", listed, "--known", "999999999"], [2, "plan", listed, "--on", "2026-02-30"], [2, "plan"], [2, "plan", listed, "--language", "fr"], [2, "plan", listed, "--nothing"], [2, "plan", listed, other]);
    // Nothing is written where there is nothing to write.
    await house.run("plan", "Nobody at all", "--ical", "nobody.ics");
    expect(house.files.has("nobody.ics")).toBe(false);
  });
});

describe("statistics and relations", () => {
  it("count listings over a span, of all lists or one", async () => {
    const ran = await house.run("statistics", "--from", "2026-01-01", "--until", "2026-03-12");
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toMatch(/^Listings on lists of burdens from 2026-01-01 until 2026-03-12, on 2026-03-12/);
    expect(ran.stdout).toMatch(new RegExp(`\n${LIST} +1 +1 +1\n`));
    const found = await house.json("statistics", "--list", LIST, "--from", "2026-03-01", "--until", "2026-03-12");
    expect(found).toMatchObject({ list: LIST, months: [{ decided: 1, begun: 1, ended: 0 }] });
    await expectWrong([1, "statistics", "--list", "cn:nothing"], [1, "statistics", "--lists", "all"], [2, "statistics", "--from", "tomorrow"], [2, "statistics", "--from", "2026-03-10", "--until", "2026-03-01"], [2, "statistics", "--from", "2026-01-01", "--until", "9999-12-31"], [2, "statistics", "--nothing"], [2, "statistics", "too much"]);
  });

  it("say whom one belongs to and who belongs to it, with their states", async () => {
    const ran = await house.run("relations", other);
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout.split("\n")).toEqual([`  ${listed}  ${NAMES[0]}  parent of ${other} since 2020-01-01  bound`, expect.stringContaining(`${other}  ${NAMES[1]}  on 2026-03-12, known at `), ""]);
    expect((await house.run("relations", listed)).stdout).toContain(`  ${other}  ${NAMES[1]}  subsidiary of ${listed} since 2020-01-01`);
    expect((await house.run("relations", listed, "--on", "2019-01-01")).stdout).toContain(": no relations on file");
    expect(await house.json("relations", other)).toMatchObject({ above: [[{ organisation: { file: listed }, relation: "subsidiaryOf", state: "bound" }]], below: [] });
    await expectWrong([1, "relations", "Nobody at all"], [2, "relations"], [2, "relations", listed, "--nothing"]);
  });
});

describe("measures, answer-measure and memoranda", () => {
  it("show what binds and is left to decide, take an answer once, and report it", async () => {
    const before = await house.run("measures", desk.office);
    expect([before.status, before.stderr]).toEqual([0, ""]);
    expect(before.stdout).toMatch(/^on 2026-03-12: 0 left to decide, \d+ binding\n {2}binds {7}cn:/);
    expect(before.stdout).toContain(`${NAMES[0]} (${listed})  because of ${LIST} listing.1, from 2026-03-02, free on 2029-03-02\n`);
    const [row] = [...(await house.json("measures", desk.office))["binding"] ?? []];
    const measure = String(row?.["measure"]);
    const answer = ["answer-measure", desk.office, listed, measure, "--choose", "carriedOut", "--statement", "已列入重点监管", "--on", "2026-03-10", "--officers", "handler-1"];
    expect((await house.run(...answer)).stdout).toBe(`${measure} on ${NAMES[0]}: carriedOut on 2026-03-10\n`);
    const head = await house.ledger.head();
    expect(await house.run(...answer)).toMatchObject({ status: 0, stdout: `${measure} on ${NAMES[0]}: carriedOut on 2026-03-10 (said before)\n` });
    expect(await house.ledger.head()).toBe(head);
    expect((await house.run("measures", desk.office)).stdout).toContain("; carriedOut on 2026-03-10\n");
    const memoranda = await house.run("memoranda", desk.office);
    expect([memoranda.status, memoranda.stderr, memoranda.stdout.startsWith("for this office, on 2026-03-12:\n")]).toEqual([0, "", true]);
    expect(memoranda.stdout).toContain(`for ${LIST} (1 standing):`);
    expect(await house.json("memoranda", desk.office)).toMatchObject({ on: "2026-03-12", forUs: expect.anything(), ofUs: expect.anything() });
    // The agencies of the place may decide on the same organisation.
    expect((await house.run("measures", agencies)).status).toBe(0);
  });

  it("say what is wrong, and nothing is kept of it", async () => {
    const head = await house.ledger.head();
    const answer = ["answer-measure", desk.office, listed, "cn:samr-no-honours"];
    await expectWrong(
      [1, "measures", "P99999999"], [1, "measures", "no office"], [1, "measures", listed], [1, "measures", desk.office, "--cursor", "'; DROP TABLE events;--"], [2, "measures"], [1, "memoranda", "P99999999"], [2, "memoranda"], [2, "memoranda", desk.office, "more"],
      [2, ...answer], [2, ...answer, "--choose", "perhaps"], [2, "answer-measure", desk.office, listed, "--choose", "apply"], [1, ...answer, "--choose", "apply", "--officers", "handler-1"], [2, ...answer, "--choose", "carriedOut", "--on", "2026-02-30"], [1, ...answer, "--choose", "carriedOut", "--on", "2027-01-01", "--officers", "handler-1"],
      [1, ...answer, "--choose", "carriedOut", "--on", "2020-01-01", "--officers", "handler-1"], [1, ...answer, "--choose", "carriedOut", "--listing", "no.such", "--officers", "handler-1"],
      [1, "answer-measure", "P99999999", listed, "cn:samr-no-honours", "--choose", "carriedOut"], [1, "answer-measure", desk.office, "Nobody at all", "cn:samr-no-honours", "--choose", "carriedOut", "--officers", "handler-1"], [1, "answer-measure", desk.office, listed, "cn:nothing", "--choose", "carriedOut", "--officers", "handler-1"], [1, "answer-measure", desk.stranger, listed, "cn:samr-no-honours", "--choose", "carriedOut", "--officers", "handler-1"],
    );
    expect(await house.ledger.head()).toBe(head);
  });
});
