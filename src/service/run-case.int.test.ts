// The verbs of the listing procedure on a memory ledger, under the project's own law: what is stored, what is refused and why.
import { beforeAll, describe, expect, it } from "vitest";
import { parseLawId, parseMatterId, parsePlainDate, present, type FileNumber, type LawId, type MatterId, type PlainDate } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { upgradedBody, type EventDraft } from "../domain/events/index.ts";
import { caseOf, constructListing, workingCalendar } from "../domain/cases/index.ts";
import { isKnown } from "../domain/register/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { assessOrganisations } from "./assess-organisations.ts";
import { caseView } from "./case-view.ts";
import { checkOrganisation } from "./check-organisation.ts";
import { filesOfCodes } from "./files-of-codes.ts";
import { importFile } from "./import-file.ts";
import { openOffices } from "./open-offices.ts";
import { reportRelations } from "./report-relations.ts";
import type { Registry } from "./registry.ts";
import { actOnCase, actOnCases, type CaseCommand } from "./run-case.ts";
import { worklistOf } from "./worklist.ts";
import { writeSheet, type SheetRowToWrite } from "./write-sheet.ts";

let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});

function id(text: string): LawId {
  const parsed = parseLawId(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}
function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

const parsedMatter = parseMatterId("matter.1");
const MATTER = present(parsedMatter.ok ? parsedMatter.value : undefined, "a matter");
const CODE = "91990101MARHQD3M8R";
const LIST = id("cn:samr-serious");
const BASIS = [{ instrument: id("cn:samr-44") }];
const SAID = { facts: "见事实部分", basis: "见依据部分", reasons: "见理由部分", exits: "期满移出", remedies: "六十日内申请行政复议", consequences: "见清单", answerDays: "五个工作日" };

interface World {
  readonly registry: Registry;
  readonly clock: StandingClock;
  readonly offices: readonly OpenOffice[];
  readonly office: OpenOffice;
  readonly file: FileNumber;
}

/** An organisation with one grave penalty on file, on 2 March 2026. */
async function world(): Promise<World> {
  const clock = { day: "2026-03-02" };
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes: (count) => new Uint8Array(count) }), law, clock);
  const offices = await openOffices(registry);
  const office = present(offices.find((each) => each.entry === "model:linzhu-city-market"), "an office");
  await handIn(registry, "cn:organisation", [{ to: "region", value: { kind: "text", text: "990101" } }]);
  await handIn(registry, "cn:administrative-penalty-sheet", [
    { to: "decidedOn", value: { kind: "day", day: day("2026-02-20") } }, { to: "field:documentNumber", value: { kind: "text", text: "市监罚〔2026〕1号" } }, { to: "field:field", value: { kind: "text", text: "food" } },
    { to: "field:kinds", value: { kind: "choices", values: ["fine"] } }, { to: "field:vile", value: { kind: "flag", value: true } }, { to: "field:heavierStep", value: { kind: "flag", value: true } },
  ]);
  return { registry, clock, offices, office, file: present((await filesOfCodes(registry, id("cn:unified-code"), [CODE])).get(CODE), "a file") };
}

async function handIn(registry: Registry, template: string, cells: SheetRowToWrite): Promise<void> {
  const row: SheetRowToWrite = [{ to: "name", value: { kind: "text", text: "临渚舫铎家具有限公司" } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: id("cn:unified-code"), value: CODE } }, ...cells];
  const bytes = writeSheet(registry, { template, format: "csv", rows: [row] });
  const imported = bytes.ok ? await importFile(registry, { name: "sheet.csv", bytes: bytes.value, template }) : bytes;
  expect(imported.ok ? imported.value.findings : imported.error).toEqual([]);
}

async function takes({ registry, office }: World, command: CaseCommand, as: "office" | "above" = "office"): Promise<string> {
  const by = as === "above" ? present(office.superior, "a superior office") : office.file;
  const acted = await actOnCase(registry, { by, officers: ["handler-1", "handler-2"], command });
  return acted.ok ? acted.value.events.map((event) => event.type).join() : `${acted.error.code}: ${acted.error.message}`;
}

function steps({ file }: World, matter: MatterId) {
  return {
    propose: { type: "ProposeListing", matter, file, list: LIST, facts: "违法行为性质恶劣" },
    notify: { type: "IssueNotice", matter, facts: "违法行为性质恶劣", basis: BASIS, consequences: [id("cn:samr-no-honours")], statements: SAID },
    serve: { type: "RecordService", matter, means: "邮寄送达", failed: false },
    consent: { type: "GiveConsent", matter, step: "decision", given: true },
    decide: { type: "DecideListing", matter, outcome: "listed", reasons: "证据充分", basis: BASIS, statements: SAID, legalReview: { on: day("2026-03-02") } },
  } satisfies Record<string, CaseCommand>;
}

describe("a case", () => {
  it("goes from the proposal to a listing that binds, and ends when it is annulled", async () => {
    const own = await world();
    const { propose, notify, serve, consent, decide } = steps(own, MATTER);
    expect(await takes(own, propose)).toBe("ListingProposed");
    expect(await takes(own, notify)).toBe("NoticeIssued");
    expect(await takes(own, serve)).toBe("NoticeServed");
    own.clock.day = "2026-03-12";
    expect(await takes(own, decide)).toContain(`the consent of \`${own.office.superior ?? ""}\` is awaited`);
    expect(await takes(own, consent)).toContain("stands above the one that takes the step");
    expect(await takes(own, consent, "above")).toBe("ConsentGiven");
    expect(await takes(own, decide)).toBe("ListingDecided");
    const verdict = async (): Promise<unknown> => {
      const answer = await checkOrganisation(own.registry, { kind: "keeper" }, { organisation: own.file, act: "cn:receive-honours" });
      return answer.ok ? [answer.value.verdict, ...answer.value.effects.map((effect) => effect.measure)] : answer.error;
    };
    expect(await verdict()).toEqual(["bound", "cn:samr-no-honours"]);
    own.clock.day = "2026-04-01";
    expect(await takes(own, { type: "RemoveListing", matter: MATTER, act: "annulment", reasons: "处罚已被撤销" })).toBe("ListingRemoved");
    expect(await verdict()).toEqual(["clear"]);
    const kept = await own.registry.ledger.read({ keys: [`matter:${MATTER}`] });
    expect(kept.map((event) => [event.type, event.office, event.officer, event.recordedAt.slice(0, 10)])).toEqual([
      ["ListingProposed", own.office.file, "handler-1", "2026-03-02"], ["NoticeIssued", own.office.file, "handler-1", "2026-03-02"], ["NoticeServed", own.office.file, "handler-1", "2026-03-02"],
      ["ConsentGiven", own.office.superior, "handler-1", "2026-03-12"], ["ListingDecided", own.office.file, "handler-1", "2026-03-12"], ["ListingRemoved", own.office.file, "handler-1", "2026-04-01"],
    ]);
  });

  it("is proposed on criteria that are looked up, not claimed", async () => {
    const own = await world();
    const acted = await actOnCase(own.registry, { by: own.office.file, officers: ["handler-1"], command: steps(own, MATTER).propose });
    const [event] = acted.ok ? acted.value.events : [];
    expect(event?.type === "ListingProposed" ? [event.body.criteria[0], event.body.records.length] : acted).toEqual(["vile-and-heavier", 1]);
    const other = await takes(own, { type: "ProposeListing", file: own.file, list: id("cn:samr-abnormal"), facts: "无法联系" });
    expect(other).toMatch(/^refused: no criterion of the list .*\(cn:samr-abnormal\)$/);
  });

  it("is refused what the law does not allow yet, with the rule", async () => {
    const own = await world();
    const { propose, notify, serve, consent, decide } = steps(own, MATTER);
    expect(await takes(own, notify)).toContain("refused: the case has not been begun");
    expect(await takes(own, propose)).toBe("ListingProposed");
    expect(await takes(own, propose)).toContain("is a case already");
    expect(await takes(own, serve)).toContain("(cn:samr-serious-listing#service)");
    expect(await takes(own, notify)).toBe("NoticeIssued");
    expect(await takes(own, serve)).toBe("NoticeServed");
    expect(await takes(own, decide)).toContain("has until the end of 2026-03-09 to answer");
    expect(await takes(own, consent, "above")).toContain("has until the end of 2026-03-09 to answer");
    own.clock.day = "2026-03-10";
    await takes(own, consent, "above");
    expect(await takes(own, decide)).toBe("ListingDecided");
    expect(await takes(own, { type: "RemoveListing", matter: MATTER, act: "repair", exit: "repair", reasons: "已履行" })).toContain("the law opens repair from 2027-03-10 on");
  });

  it("is run by an office that is open and may list", async () => {
    const own = await world();
    const { propose } = steps(own, MATTER);
    const tax = present(own.offices.find((each) => each.entry === "model:linzhu-city-tax"), "a tax office");
    expect(await takes({ ...own, office: tax }, propose)).toContain("may not act on the list");
    expect(await actOnCase(own.registry, { by: "P0", officers: ["handler-1"], command: propose })).toMatchObject({ ok: false, error: { code: "office-unknown" } });
    expect(await takes(own, { ...propose, file: tax.file })).toContain("organisation-not-found");
  });

  it("takes the law's substitute where a letter comes back, and what is answered is decided on at once", async () => {
    const own = await world();
    const { propose, notify, consent, decide } = steps(own, MATTER);
    await takes(own, propose);
    await takes(own, notify);
    own.clock.day = "2026-04-07";
    expect(await takes(own, { type: "RecordService", matter: MATTER, means: "邮寄送达", failed: true })).toBe("NoticeServed");
    expect(await takes(own, { type: "ReceiveDefence", matter: MATTER, statement: "已整改" })).toBe("DefenceReceived");
    expect(await takes(own, { ...consent, given: false, reason: "情节轻微" }, "above")).toBe("ConsentRefused");
    expect(await takes(own, decide)).toMatch(/^refused: the superior office `.*` refused its consent to `decision` on 2026-04-07 \(情节轻微\): come to another outcome/);
    expect(await takes(own, { ...decide, outcome: "noAction" })).toBe("ListingDecided");
    const events = await own.registry.ledger.read({ keys: [`matter:${MATTER}`], types: ["NoticeServed"] });
    expect(events[0]?.body).toMatchObject({ substitute: true, failedMeans: "邮寄送达" });
  });

  it("shares an append with others, and hinders none of them when it is refused", async () => {
    const own = await world();
    const { propose, notify, serve } = steps(own, MATTER);
    const by = { by: own.office.file, officers: ["handler-1", "handler-2"] };
    const before = await own.registry.ledger.head();
    const results = await actOnCases(own.registry, [{ ...by, command: propose }, { ...by, command: serve }, { ...by, command: notify }]);
    expect(results.map((result) => (result.ok ? result.value.events[0]?.type : result.error.code))).toEqual(["ListingProposed", "refused", "NoticeIssued"]);
    expect(await own.registry.ledger.head()).toBe(before + 2);
  });

  it("is begun once where two offices begin it at a time", async () => {
    const own = await world();
    const request = { by: own.office.file, officers: ["handler-1"], command: steps(own, MATTER).propose };
    const both = await Promise.all([actOnCase(own.registry, request), actOnCase(own.registry, request)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await own.registry.ledger.read({ keys: [`matter:${MATTER}`] })).toHaveLength(1);
  });
});

describe("the consent of the office above", () => {
  const asked = async (own: World): Promise<readonly string[]> => {
    const worklist = await worklistOf(own.registry, present(own.office.superior, "a superior office"));
    return worklist.ok ? worklist.value.consents.map(({ matter, list, outcome, step, since, office, organisation }) => [matter, list, outcome, step, since, office.file, organisation.file].join(" ")) : [worklist.error.code];
  };

  it("is on that office's worklist from the day it can be given until it is answered, and on no other", async () => {
    const own = await world();
    const { propose, notify, serve, consent } = steps(own, MATTER);
    for (const command of [propose, notify, serve]) await takes(own, command);
    expect(await asked(own)).toEqual([]);
    own.clock.day = "2026-03-12";
    expect(await asked(own)).toEqual([`${MATTER} ${LIST} listed decision 2026-03-10 ${own.office.file} ${own.file}`]);
    const below = await worklistOf(own.registry, own.office.file);
    expect(below.ok ? [below.value.cases.map(({ matter }) => matter), below.value.consents] : below.error).toEqual([[MATTER], []]);
    const higher = await worklistOf(own.registry, present(own.office.superior, "a superior office"));
    expect(higher.ok ? higher.value.cases : higher.error).toEqual([]);
    await takes(own, consent, "above");
    expect(await asked(own)).toEqual([]);
    const after = await worklistOf(own.registry, present(own.office.superior, "a superior office"));
    expect(after.ok ? after.value.cases : after.error).toEqual([]);
  });

  it("is offered to that office on the page of the case, and the office that decides is told whom it waits for", async () => {
    const own = await world();
    const superior = present(own.office.superior, "a superior office");
    const { propose, notify, serve, consent } = steps(own, MATTER);
    for (const command of [propose, notify, serve]) await takes(own, command);
    own.clock.day = "2026-03-12";
    const seen = async (office: string): Promise<unknown> => {
      const view = await caseView(own.registry, { kind: "office", office, officers: ["handler-1"] }, MATTER);
      if (!view.ok) return view.error.code;
      const { consent: said, actions } = view.value;
      return [said?.state, said?.superior?.file, said?.since, ...actions.flatMap(({ action, allowed, asks, why }) => (action === "GiveConsent" || action === "DecideListing" ? [`${action} ${allowed ? asks.outcomes.join(" ") : (why?.code ?? "")}`] : []))];
    };
    expect(await seen(superior)).toEqual(["awaited", superior, "2026-03-10", expect.stringMatching(/^DecideListing /), "GiveConsent given refused"]);
    expect(await seen(own.office.file)).toEqual(["awaited", superior, "2026-03-10", "DecideListing consent-missing", "GiveConsent wrong-authority"]);
    await takes(own, consent, "above");
    expect(await seen(own.office.file)).toEqual(["given", superior, "2026-03-12", "DecideListing listed noAction"]);
  });

  it("that was stated by the deciding office itself, as was once kept, stays readable and its listing stands", async () => {
    const own = await world();
    const { propose, notify, serve, decide, consent } = steps(own, MATTER);
    for (const command of [propose, notify, serve]) await takes(own, command);
    own.clock.day = "2026-03-12";
    await takes(own, consent, "above");
    await takes(own, decide);
    const superior = present(own.office.superior, "a superior office");
    const kept = await own.registry.ledger.read({ keys: [`matter:${MATTER}`] });
    const old = kept.filter(isKnown).filter(({ type }) => type !== "ConsentGiven").map((event): EventDraft => (event.type === "ListingDecided"
      ? { type: event.type, body: Object(upgradedBody(event.type, 2, { ...event.body, formalities: { officers: 2, acting: ["handler-1", "handler-2"], consent: { by: superior, on: "2026-03-11" } } })) }
      : event));
    const made = constructListing(caseOf(MATTER, old), { law, clock: { calendar: workingCalendar(law.all("calendar")) } });
    expect(made.ok ? made.value.decision.decidedOn : made.error.message).toBe("2026-03-12");
    const decided = old.find((event) => event.type === "ListingDecided");
    expect(decided?.type === "ListingDecided" ? decided.body.formalities?.statedConsent : undefined).toEqual({ by: superior, on: "2026-03-11" });
  });
});

describe("what an office may look at and decide", () => {
  it("criteria that hold are assessed, and a list of another place or sector is not among them", async () => {
    const own = await world();
    const [assessed] = await assessOrganisations(own.registry, [own.file], day("2026-03-02"));
    expect(assessed?.assessments.filter((each) => each.truth === "true").map((each) => each.list)).toEqual([LIST]);
    expect(await assessOrganisations(own.registry, [own.file], day("2026-02-19"))).toEqual([]);
  });
});

describe("offices and relations", () => {
  it("every office of the law is opened once, below the one above it", async () => {
    const own = await world();
    expect(own.offices.map((office) => office.entry).toSorted()).toEqual(law.all("office").map((office) => office.id).toSorted());
    expect(own.office.superior).toBe(own.offices.find((office) => office.entry === "model:linzhu-market")?.file);
    const before = await own.registry.ledger.head();
    expect(await openOffices(own.registry)).toEqual(own.offices);
    expect(await own.registry.ledger.head()).toBe(before);
  });

  it("a relation is kept once", async () => {
    const own = await world();
    const relation = { from: own.file, to: own.office.file, relation: "controlledBy" as const };
    expect(await reportRelations(own.registry, [relation, relation])).toBe(1);
    expect(await reportRelations(own.registry, [relation])).toBe(0);
  });
});
