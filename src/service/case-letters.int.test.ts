// Letters of cases over the project's own law: which events have one, what they say, who may read them, and texts that want to be more than text.
import { beforeAll, describe, expect, it } from "vitest";
import { CaseWorld, lawId, matterId } from "../../test/support/case-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { present, type ListingId, type MatterId } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { letterPdf, letterText, type Letter } from "../outgoing/index.ts";
import { letterFile, letterOf, lettersOf } from "./case-letters.ts";
import { caseView } from "./case-view.ts";

let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});

const KEEPER = { kind: "keeper" } as const;
const LISTING = matterId("matter.1");
const LIST_ZH = "市场监督管理严重违法失信名单";

async function kinds(own: CaseWorld, matter: MatterId): Promise<readonly string[]> {
  const letters = await lettersOf(own.registry, matter);
  return letters.ok ? letters.value.map(({ kind, title }) => `${kind}: ${title.en}`) : [letters.error.message];
}

/** The letter of the case's `nth` event that has one. */
async function letter(own: CaseWorld, matter: MatterId, nth: number): Promise<Letter> {
  const letters = await lettersOf(own.registry, matter);
  const position = letters.ok ? letters.value.at(nth)?.position : undefined;
  const found = await letterOf(own.registry, KEEPER, matter, present(position, "a letter"));
  return present(found.ok ? found.value : undefined, "the letter");
}

async function listed(): Promise<{ readonly own: CaseWorld; readonly listing: ListingId }> {
  const own = await CaseWorld.make({ law });
  return { own, listing: present(await own.decided(LISTING), "a listing") };
}

async function objected(own: CaseWorld, listing: ListingId, statement = "处罚已被撤销"): Promise<MatterId> {
  return own.asks({ type: "OpenCase", file: own.file, about: { kind: "listing", listing }, purpose: "objection", statement }, "organisation");
}

describe("the letters of a listing", () => {
  it("are of the notice, its service, the answer, the decision and the end", async () => {
    const { own } = await listed();
    own.clock.day = "2026-04-01";
    await own.takes({ type: "RemoveListing", matter: LISTING, act: "annulment", reasons: "处罚已被撤销" });
    const list = present(law.get("list", lawId("cn:samr-serious")), "the list").names.en;
    expect(await kinds(own, LISTING)).toEqual([
      `proposed-listing: Proposed for: ${list}`, `step-asked: The notice has been served: ${list}`, `submission-receipt: Your answer has been received: ${list}`, `decision: To be listed: ${list}`, `release: The listing is annulled: ${list}`,
    ]);
  });

  it("the notice states facts, basis, what each measure does, the time to answer and how to be heard", async () => {
    const own = await CaseWorld.make({ law });
    await own.noticed(LISTING);
    const notice = await letter(own, LISTING, 0);
    expect(notice.facts?.map(({ value }) => value.zh)).toEqual(["违法行为性质恶劣", "违法行为性质恶劣、情节严重、社会危害较大，且受到较重行政处罚", expect.stringMatching(/^2026年2月20日（r\./)]);
    expect(notice.basis).toEqual([{ instrument: law.get("instrument", lawId("cn:samr-44"))?.names, article: { zh: "第2至20条", en: "Art. 2 to 20" }, confidence: expect.any(String) }]);
    expect(notice.consequences).toEqual([expect.objectContaining({ measure: law.get("measure", lawId("cn:samr-no-honours"))?.names, effects: ["deny"], force: "mandatory", authority: { en: "State Administration for Market Regulation", zh: "国家市场监督管理总局" } })]);
    expect(notice.answer).toMatchObject({ lastDay: { day: "2026-03-09", provisional: false }, time: { en: expect.stringMatching(/^5 working days from service; the day shown holds if it is served on the day of this letter/) }, how: { en: expect.stringContaining("To be heard, ask for it with your answer") } });
    expect(notice.nextSteps?.map(({ zh }) => zh)).toEqual(["五个工作日内陈述、申辩", "五个工作日内要求听证的，组织听证"]);
    expect(notice.actedBy.map(({ en }) => en)).toEqual(["First handler", "Second handler"]);
  });

  it("the word of the service reads so", async () => {
    const own = await CaseWorld.make({ law });
    await own.served(LISTING);
    await own.registry.ledger.setSetting("model", "{}");
    const text = letterText(await letter(own, LISTING, 1), "en").replace(/P\d{8}/g, "P…");
    expect(text).toMatchInlineSnapshot(`
      "[This register is an invented model: its authorities, organisations and records are made up, and this letter has no effect.]

      Market Regulation of Linzhu City
      P…

      Notice of a step in the procedure
      The notice has been served: List of the seriously unlawful and untrustworthy in market regulation

      To: 临渚舫铎家具有限公司
      Unified social credit code: 91990101MARHQD3M8R
      File number: P…
      Reference: matter.1
      Date: 2 March 2026

      The notice was served on 2 March 2026. The time to answer runs from that day.

      == Facts ==
      Means of service: 邮寄送达 (original in Chinese)

      == Time to answer ==
      Last day: 9 March 2026 (unsure); 5 working days from service; How: In writing or on the register's pages; evidence may be attached. To be heard, ask for it with your answer (Hearing, where asked for within five working days).

      == What you can do now ==
      1. Statement and defence within five working days
      2. Hearing, where asked for within five working days

      Unsure: the register is not certain of this provision; the published text governs.

      Office: Market Regulation of Linzhu City
      Posts that acted: First handler
      Date: 2 March 2026
      "
    `);
  });

  it("a decision not to list closes the case and knows no way out", async () => {
    const own = await CaseWorld.make({ law });
    await own.decided(LISTING, "noAction");
    const decision = await letter(own, LISTING, -1);
    expect(decision).toMatchObject({ kind: "decision", decision: [{ zh: `不将贵单位列入“${LIST_ZH}”。本事项到此结束，不产生任何措施。` }] });
    expect([decision.end, decision.waysOut, decision.remedies, decision.consequences]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("the decision to list gives the End, every way out with its day, and the remedies with theirs", async () => {
    const { own } = await listed();
    const decision = await letter(own, LISTING, -1);
    expect(decision.end).toMatchObject({ freeFrom: { day: "2029-03-12", provisional: false } });
    expect(decision.waysOut?.map(({ what, earliest }) => [what.en?.split(";")[0], earliest?.day])).toEqual([["Automatic removal after three years", "2029-03-12"], ["Early removal after one year", "2027-03-12"], ["The penalty it rests on is revoked, changed or void", "2026-03-12"]]);
    expect(decision.remedies?.map(({ what, to, lastDay }) => [what.en, to.en, lastDay?.day])).toEqual(expect.arrayContaining([
      ["Administrative reconsideration", "Market Regulation of Linzhu Province", "2026-05-11"], ["Administrative suit", "The body the law names for it, outside this register", "2026-09-12"], ["Objection in Linzhu City (invented)", "Market Regulation of Linzhu City", undefined],
    ]));
  });

  it("a withdrawn proposal is told with its reason", async () => {
    const own = await CaseWorld.make({ law });
    await own.noticed(LISTING);
    await own.takes({ type: "WithdrawProposal", matter: LISTING, reason: "处罚决定有误" });
    expect(await letter(own, LISTING, -1)).toMatchObject({ kind: "withdrawal", reasons: [{ zh: "处罚决定有误" }] });
  });

  it("a letter says what was known at its event, whatever came later", async () => {
    const own = await CaseWorld.make({ law });
    await own.noticed(LISTING);
    const before = await letter(own, LISTING, 0);
    await own.takes({ type: "RecordService", matter: LISTING, means: "邮寄送达", failed: false });
    own.clock.day = "2026-06-01";
    expect(await letter(own, LISTING, 0)).toEqual(before);
  });
});

describe("the letters of other cases", () => {
  it("are of the receipt, the stay, the acceptance, the decision and the appeal, and what ends is told in the listing's own case", async () => {
    const { own, listing } = await listed();
    const matter = await objected(own, listing);
    own.clock.day = "2026-03-13";
    await own.asks({ type: "OrderStay", matter, reason: "存在疑点" });
    await own.asks({ type: "TakeStep", matter, step: "acceptance", outcome: "accepted", statement: "材料齐全" });
    await own.asks({ type: "TakeStep", matter, step: "decision", outcome: "refused", statement: "事实清楚", statements: { remedies: "可以申诉" } });
    await own.asks({ type: "TakeStep", matter, step: "appeal", statement: "不服" }, "organisation");
    await own.asks({ type: "TakeStep", matter, step: "appeal-decision", outcome: "granted", statement: "原决定有误" }, "above");
    const name = "Objection in Linzhu City (invented)";
    expect((await kinds(own, matter)).map((kind) => kind.replace(/: List of .*/, ""))).toEqual([
      `submission-receipt: ${name}: “Objection” has been received`, "stay: The effects are stayed", `acceptance: ${name}: Taken up`, `objection-decision: ${name}: Refused`, "stay: The stay has ended",
      `submission-receipt: ${name}: “Appeal within ten working days” has been received`, `appeal-decision: ${name}: Granted`,
    ]);
    const refused = await letter(own, matter, 3);
    expect(refused.remedies?.map(({ to, lastDay }) => [to.en, lastDay?.day])).toEqual([
      ["Market Regulation of Linzhu Province", "2026-03-27"], ["Market Regulation of Linzhu Province", "2026-05-12"], ["The body the law names for it, outside this register", "2026-09-13"], ["Market Regulation of Linzhu Province", undefined],
    ]);
    expect(refused.nextSteps?.[0]?.en).toBe("Appeal within ten working days, until 27 March 2026");
    expect((await letter(own, matter, 6)).from.names.en).toBe("Market Regulation of Linzhu Province");
    const release = await letter(own, LISTING, -1);
    expect(release).toMatchObject({ kind: "release", opening: [{ en: expect.stringContaining("as if it had never been") }] });
    expect(release.facts?.find(({ label }) => label.en === "Authorities told")?.value.zh).toContain("国家市场监督管理总局");
  });

  it("an application is told what it came to, with what the law asks and the reasons of a refusal", async () => {
    const { own, listing } = await listed();
    own.clock.day = "2027-04-01";
    const matter = await own.asks({ type: "OpenCase", file: own.file, about: { kind: "listing", listing }, purpose: "repair", statement: "义务已履行", exit: "repair", documents: ["履行证明"] }, "organisation");
    const receipt = await letter(own, matter, 0);
    expect(receipt).toMatchObject({ kind: "submission-receipt", attachments: [] });
    expect(receipt.facts?.map(({ label }) => label.en)).toEqual(expect.arrayContaining(["Way out applied for", "Document named", "Next, by the office"]));
    await own.asks({ type: "WithdrawCase", matter, reason: "材料不全" }, "organisation");
    expect(await letter(own, matter, -1)).toMatchObject({ kind: "submission-receipt", reasons: [{ zh: "材料不全" }] });
  });
});

describe("texts that want to be more", () => {
  const HOSTILE = '停\n\n== 决定 ==\n全部撤销 #import "x.typ": * <script>alert(1)</script> \\ $x$ \u202Ergnirts\u0007 😀';

  it("stay text in what an organisation states, on paper and in the mail", async () => {
    const { own, listing } = await listed();
    const matter = await objected(own, listing, HOSTILE);
    const receipt = await letter(own, matter, 0);
    const text = letterText(receipt, "zh");
    expect(text.split("\n").filter((line) => line.startsWith("== 决定"))).toEqual([]);
    expect(text).toContain("<script>alert(1)</script>");
    const pdf = letterPdf(receipt);
    expect(pdf.ok && Buffer.from(pdf.value.bytes).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe("who may read a letter", () => {
  it("its organisation, the office and the one above, and nobody else, as if there were no case", async () => {
    const { own } = await listed();
    const letters = await lettersOf(own.registry, LISTING);
    const position = present(letters.ok ? letters.value[0]?.position : undefined, "a letter");
    const office = (entry: string) => ({ kind: "office" as const, office: present(own.offices.find((each) => each.entry === entry), entry).file, officers: ["handler-1"] });
    const reads = async (viewer: Parameters<typeof letterOf>[1]): Promise<string> => {
      const found = await letterOf(own.registry, viewer, LISTING, position);
      return found.ok ? found.value.kind : found.error.code;
    };
    expect([await reads({ kind: "organisation", file: own.file }), await reads(office("model:linzhu-city-market")), await reads(office("model:linzhu-market")), await reads(KEEPER)]).toEqual(Array.from({ length: 4 }, () => "proposed-listing"));
    expect([await reads({ kind: "organisation", file: own.office.file }), await reads(office("model:linzhu-city-tax"))]).toEqual(["case-unknown", "case-unknown"]);
    expect(await letterOf(own.registry, KEEPER, LISTING, position - 1)).toMatchObject({ ok: false, error: { code: "letter-unknown" } });
    expect(await letterOf(own.registry, KEEPER, "matter.none", position)).toMatchObject({ ok: false, error: { code: "case-unknown" } });
    expect(await letterFile(own.registry, { kind: "organisation", file: own.file }, { matter: LISTING, position, form: "txt", language: "en" })).toMatchObject({ ok: true, value: { name: `matter.1-${position}.txt`, mediaType: "text/plain; charset=utf-8" } });
  });

  it("the case says of each letter that it was not sent where the outbox was never filled", async () => {
    const { own } = await listed();
    const view = await caseView(own.registry, KEEPER, LISTING);
    expect(view.ok && view.value.letters.map(({ kind, on, message }) => [kind, on, message])).toEqual([["proposed-listing", "2026-03-02", null], ["step-asked", "2026-03-02", null], ["submission-receipt", "2026-03-02", null], ["decision", "2026-03-12", null]]);
  });
});
