// Letters of what came about by itself, over the project's own law: a yearly duty that opens and is missed, a term that is over, a publication that
// ends. What they say, who gets them and may read them, and that each goes out once, whoever dies meanwhile.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CaseWorld, lawId, matterId } from "../../test/support/case-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { plainDate, present, type PlainDate } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { fileTransport } from "../exchange/index.ts";
import { letterText, type Letter } from "../outgoing/index.ts";
import { openLedger, type Ledger } from "../store/index.ts";
import { caseView } from "./case-view.ts";
import { fillOutbox, startOutbox } from "./fill-outbox.ts";
import { organisationDesk } from "./organisation-desk.ts";
import { passDay } from "./pass-day.ts";
import { sendOutbox } from "./send-outbox.ts";
import { letterOfTold, toldLetterFile, type ToldLetter } from "./told-letters.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-told-"));
let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MATTER = matterId("matter.1");
const COMPANY = [
  { to: "legalForm", value: { kind: "choices", values: ["limited-company"] } }, { to: "establishedOn", value: { kind: "day", day: plainDate("2020-05-01") } }, { to: "email", value: { kind: "text", text: "desk@fangduo.example" } },
] as const;

async function company(ledger?: Ledger): Promise<CaseWorld> {
  const own = await CaseWorld.make({ law, cells: COMPANY, ...(ledger === undefined ? {} : { ledger }) });
  await passDay(own.registry);
  await startOutbox(own.registry);
  return own;
}

async function passes(own: CaseWorld, day: string): Promise<readonly Told[]> {
  own.clock.day = day;
  return (await passDay(own.registry)).told;
}

async function letterOf(own: CaseWorld, told: Told | undefined): Promise<Letter> {
  return present(await letterOfTold(own.registry, present(told, "something told")), "its letter");
}

async function deskLetters(own: CaseWorld): Promise<readonly ToldLetter[]> {
  const desk = await organisationDesk(own.registry, own.file);
  return present(desk.ok ? desk.value.letters : undefined, "the desk");
}

async function keysIn({ outbox }: Ledger): Promise<readonly string[]> {
  return (await outbox.list({ limit: 200 })).map(({ key }) => key).reverse();
}

function facts({ facts: all = [] }: Letter): readonly (readonly [string | undefined, string | undefined])[] {
  return all.map(({ label, value }) => [label.en, value.en]);
}

describe("a yearly duty", () => {
  it("is recalled on the day its time opens, and told as missed on the day after its last day, once each", async () => {
    const own = await company();
    expect((await passes(own, "2026-12-31")).filter(({ what }) => what === "dutyOpened")).toEqual([]);
    const opened = await passes(own, "2027-01-01");
    expect(opened.map(({ what, files, day, detail }) => [what, files, day, detail["year"]])).toEqual([["dutyOpened", [own.file], "2027-01-01", 2026]]);
    expect(await passes(own, "2027-06-30")).toEqual([]);
    const missed = await passes(own, "2027-07-01");
    expect(missed.map(({ what, day, detail }) => [what, day, detail["year"], detail["lastDay"]])).toEqual([["deadlinePassed", "2027-07-01", 2026, "2027-06-30"]]);
    expect(await passes(own, "2027-07-02")).toEqual([]);
  });

  it("the reminder says what is due and until when; the other what is missing, what may follow by which procedure, and how to cure it", async () => {
    const own = await company();
    const [opened] = await passes(own, "2027-01-01");
    const reminder = await letterOf(own, opened);
    const list = present(law.get("list", lawId("cn:samr-abnormal")), "the directory");
    expect(reminder).toMatchObject({ kind: "duty-opened", day: "2027-01-01", from: { names: own.office.names }, title: { en: expect.stringMatching(/: the time for 2026 has opened$/) } });
    expect(facts(reminder)).toEqual([["What is to be filed", "Reported and published by 30 June (for 2026)"], ["Last day", "30 June 2027"], ["List that missing it may lead to", expect.stringContaining(list.names.en)]]);
    expect(reminder.nextSteps?.[0]?.en).toMatch(/until 30 June 2027$/);
    const [missed] = await passes(own, "2027-07-01");
    const letter = await letterOf(own, missed);
    expect(letter).toMatchObject({ kind: "duty-missed", opening: [{ en: "By 30 June 2027, the last day, nothing had been filed for 2026." }, { en: expect.stringContaining("Nothing has been decided") }] });
    expect(facts(letter)).toEqual([
      ["What is missing", "Reported and published by 30 June (for 2026)"], ["Last day", "30 June 2027"], ["List that may follow", expect.stringContaining(list.names.en)],
      ["Procedure by which it follows", present(law.get("procedure", lawId("cn:samr-abnormal-listing")), "it").names.en],
    ]);
    expect(letter.waysOut?.map(({ what }) => what.en?.split(";")[0])).toContain("Removal once it is set right");
    expect(letter.nextSteps?.map(({ zh }) => zh).at(-1)).toBe("补报之后，所缺即不存在。");
    expect(letter.basis?.length).toBeGreaterThan(0);
    expect(letterText(letter, "en").replace(/P\d{8}/g, "P…")).toMatchInlineSnapshot(`
      "Market Regulation of Linzhu City
      P…

      Notice of a yearly duty that was missed
      Annual report and immediate publicity of enterprises: 2026 is missing

      To: 临渚舫铎家具有限公司
      Unified social credit code: 91990101MARHQD3M8R
      File number: P…
      Reference: told:2
      Date: 1 July 2027

      By 30 June 2027, the last day, nothing had been filed for 2026.

      Nothing has been decided. A listing follows only by the procedure below, after notice and by decision; the consequences below begin with it.

      == Facts ==
      What is missing: Reported and published by 30 June (for 2026)
      Last day: 30 June 2027
      List that may follow: Directory of enterprises with abnormal operations (State Administration for Market Regulation)
      Procedure by which it follows: Entry in the abnormal operations directory

      == Legal basis ==
      1. Instrument: Interim Regulations on Enterprise Information Publicity; Article: Art. 8 and 9
      2. Instrument: Interim Regulations on Enterprise Information Publicity; Article: Art. 6 to 17

      == Consequences ==
      Measure: Barred from or restricted in procurement, tenders, land and honours (unsure); barred; restricted; Authority: State Administration for Market Regulation; Force: may be imposed, not decided; Under: Interim Regulations on Enterprise Information Publicity

      == Ways out ==
      1. What: Removal once it is set right; it needs: Late report filed, information published or corrected, or reachable again; Earliest: Not stated
      2. What: Objection within 30 days of publication; it needs: The listing is wrong; Earliest: Not stated
      3. What: The finding it rests on is annulled; Earliest: Not stated

      == What you can do now ==
      1. Annual report and immediate publicity of enterprises: Reported and published by 30 June
      2. It can be filed on your organisation's desk of the register.
      3. Once it is on file, nothing is missing any more.

      Unsure: the register is not certain of this provision; the published text governs.

      Office: Market Regulation of Linzhu City
      Posts that acted: Nobody: the register wrote this by itself
      Date: 1 July 2027
      "
    `);
    expect(letterText(letter, "zh")).toContain("列入须经下列程序，由机关告知后决定");
  });

  it("whose report is filed in time is told no more; one that comes late ends what was missing", async () => {
    const own = await company();
    await passes(own, "2027-01-01");
    own.clock.day = "2027-03-01";
    await own.asks({ type: "OpenCase", file: own.file, about: { kind: "organisation" }, purpose: "annual-report", statement: "2026", fields: { year: 2026, filedOn: "2027-03-01", employees: 3 } }, "organisation");
    expect((await passes(own, "2027-07-01")).filter(({ detail }) => detail["year"] !== undefined)).toEqual([]);
    expect((await deskLetters(own)).map(({ kind }) => kind)).toEqual(["duty-opened"]);
  });

  it("that was opened and missed while nobody passed the day is told as missed alone", async () => {
    const own = await company();
    expect((await passes(own, "2027-09-01")).map(({ what }) => what)).toEqual(["deadlinePassed"]);
  });
});

describe("what ends by itself", () => {
  it("a listing whose term is over: its organisation gets a release, with the rule, whom it was told to and by when they take it over", async () => {
    const own = await company();
    await own.decided(MATTER);
    await fillOutbox(own.registry);
    const before = await keysIn(own.registry.ledger);
    expect((await passes(own, "2029-03-11")).filter(({ what }) => what === "termEnded")).toEqual([]);
    const told = (await passes(own, "2029-03-12")).filter(({ what }) => what === "termEnded");
    const letter = await letterOf(own, told[0]);
    expect(letter).toMatchObject({ kind: "release", reference: MATTER, day: "2029-03-12", from: { file: own.office.file }, opening: [{ en: expect.stringContaining("ended by itself on 12 March 2029") }] });
    expect(facts(letter).map(([label]) => label)).toEqual(expect.arrayContaining(["What it is about", "By which rule", "Authorities told"]));
    expect(facts(letter).find(([label]) => label === "Authorities told")?.[1]).toContain("State Administration for Market Regulation");
    expect(letter.basis?.length).toBeGreaterThan(0);
    await fillWhole(own);
    const sequence = present(told[0], "it").sequence;
    expect((await keysIn(own.registry.ledger)).filter((key) => !before.includes(key) && key === `told:${sequence}`)).toHaveLength(1);
    const view = await caseView(own.registry, { kind: "office", office: own.office.file, officers: [] }, MATTER);
    expect(view.ok && view.value.told).toEqual([expect.objectContaining({ sequence, kind: "release", matter: MATTER, message: { state: "waiting", at: null, on: null } })]);
    expect((await deskLetters(own)).find((each) => each.sequence === sequence)).toMatchObject({ matter: MATTER });
  });

  it("one that was removed before its term leads to no such letter", async () => {
    const own = await company();
    await own.decided(MATTER);
    own.clock.day = "2026-04-01";
    await own.takes({ type: "RemoveListing", matter: MATTER, act: "annulment", reasons: "处罚已被撤销" });
    expect((await passes(own, "2029-03-12")).filter(({ what }) => what === "termEnded")).toEqual([]);
    expect((await deskLetters(own)).filter(({ matter }) => matter !== null)).toEqual([]);
  });

  it("a record that is published no more, once", async () => {
    const own = await company();
    let ended: readonly Told[] = [];
    let day = plainDate("2026-03-03");
    for (; ended.length === 0 && day < "2032-01-01"; day = later(day)) ended = (await passes(own, day)).filter(({ what }) => what === "publicationEnded");
    const [told] = ended;
    expect([ended.length, told?.key, told?.detail["recordType"]]).toEqual([1, `publicationEnded:${String(told?.detail["record"])}`, "cn:administrative-penalty"]);
    const letter = await letterOf(own, told);
    expect(letter).toMatchObject({ kind: "release", title: { en: expect.stringMatching(/^Published no more: /) }, reference: `told:${told?.sequence}` });
    expect(facts(letter).map(([label]) => label)).toEqual(["What it is about", "By which rule", "Authorities told"]);
    expect(letter.opening[0]?.en).toContain("stays on file");
    expect((await passes(own, later(day))).filter(({ what }) => what === "publicationEnded")).toEqual([]);
  });
});

describe("on its way out", () => {
  it("nothing told before the outbox was switched on is sent, and what comes after it is, to the mail address, with its PDF", async () => {
    const own = await CaseWorld.make({ law, cells: COMPANY });
    await passDay(own.registry);
    await passes(own, "2027-01-01");
    await startOutbox(own.registry);
    await passes(own, "2027-07-01");
    expect(await fillOutbox(own.registry)).toEqual({ put: 1, more: false });
    expect(await fillOutbox(own.registry)).toEqual({ put: 0, more: false });
    const [opened, missed] = (await deskLetters(own)).toReversed();
    expect([opened?.message, missed?.message?.state]).toEqual([null, "waiting"]);
    const message = await own.registry.ledger.outbox.message(`told:${missed?.sequence}`);
    expect(message).toMatchObject({ to: "desk@fangduo.example", subject: expect.stringMatching(/逾期未报送 \/ .*2026 is missing$/), attachments: [{ name: "duty-missed.pdf" }] });
  });

  it("a register whose outbox was switched on before letters came from what is told begins with what is told from now on", async () => {
    const own = await CaseWorld.make({ law, cells: COMPANY });
    await passDay(own.registry);
    await own.registry.ledger.setSetting("outbox-position", String(await own.registry.ledger.head()));
    await passes(own, "2027-01-01");
    expect(await fillOutbox(own.registry)).toEqual({ put: 0, more: false });
    await passes(own, "2027-07-01");
    expect(await fillOutbox(own.registry)).toEqual({ put: 1, more: false });
  });

  it.each(["put", "setSetting"])("a process that dies at %s loses nothing and doubles nothing", async (point) => {
    const own = await company();
    await passes(own, "2027-01-01");
    await passes(own, "2027-07-01");
    const { ledger } = own.registry;
    const dies = (): Promise<never> => Promise.reject(new Error("killed"));
    const outbox = new Proxy(ledger.outbox, { get: (target, name) => (name === point ? dies : bound(target, name)) });
    const dying = new Proxy(ledger, { get: (target, name) => (name === point ? dies : name === "outbox" ? outbox : bound(target, name)) });
    await expect(fillOutbox({ ...own.registry, ledger: dying })).rejects.toThrow("killed");
    await fillWhole(own);
    const transport = fileTransport(join(folder, point), "register@example.org");
    expect(await sendOutbox(own.registry, transport)).toMatchObject({ sent: 2 });
    await fillWhole(own);
    expect(await sendOutbox(own.registry, transport)).toMatchObject({ sent: 0 });
    expect((await deskLetters(own)).map(({ message }) => message?.state)).toEqual(["sent", "sent"]);
  });

  it("two processes that pass the day and fill at once put each letter once", async () => {
    const dataDir = mkdtempSync(join(folder, "two-"));
    const [a, b] = [await openLedger({ node: "a", randomBytes, dataDir }), await openLedger({ node: "b", randomBytes, dataDir })];
    try {
      const own = await company(a);
      const [first, second] = [own.registry, { ...own.registry, ledger: b }];
      own.clock.day = "2027-01-01";
      await Promise.all([passDay(first), passDay(second)]);
      const filled = await Promise.all([fillOutbox(first), fillOutbox(second), fillOutbox(second), fillOutbox(first)]);
      expect(filled.reduce((sum, { put }) => sum + put, 0)).toBe(1);
      expect(await keysIn(b)).toEqual((await deskLetters(own)).map(({ sequence }) => `told:${sequence}`));
    } finally {
      await a.close();
      await b.close();
    }
  });
});

it("is read by its organisation, the office in whose name it is and the keeper, and by nobody else, as if there were none", async () => {
  const own = await company();
  const [told] = await passes(own, "2027-01-01");
  const sequence = present(told, "it").sequence;
  const reads = async (viewer: Parameters<typeof toldLetterFile>[1], of = sequence): Promise<string> => {
    const found = await toldLetterFile(own.registry, viewer, { sequence: of, form: "txt", language: "en" });
    return found.ok ? found.value.name : found.error.code;
  };
  const tax = present(own.offices.find(({ entry }) => entry === "model:linzhu-city-tax"), "the tax office").file;
  const office = (file: string) => ({ kind: "office" as const, office: file, officers: [] });
  expect([await reads({ kind: "organisation", file: own.file }), await reads(office(own.office.file)), await reads({ kind: "keeper" })]).toEqual(Array(3).fill(`told-${sequence}.txt`));
  expect([await reads({ kind: "organisation", file: own.office.file }), await reads(office(tax)), await reads({ kind: "keeper" }, 999), await reads({ kind: "keeper" }, 0), await reads({ kind: "keeper" }, Number.NaN)]).toEqual(Array(5).fill("letter-unknown"));
});

async function fillWhole({ registry }: CaseWorld): Promise<void> {
  while ((await fillOutbox(registry)).more);
}

function later(day: PlainDate): PlainDate {
  return plainDate(Temporal.PlainDate.from(day).add({ days: 1 }).toString());
}

function bound<T extends object>(target: T, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === "function" ? value.bind(target) : value;
}
