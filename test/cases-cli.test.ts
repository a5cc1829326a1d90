// Cases from the command line, as an office and an organisation use it: from the proposal to the way out, with what is refused and why.
import { beforeAll, describe, expect, it } from "vitest";
import { LIST, openCaseHouse, served, STATED, type CaseHouse } from "./support/case-house.ts";

let own: CaseHouse;
let matter = "";
let listing = "";
const by = (): readonly string[] => ["--by", own.office, "--officers", "handler-1,handler-2"];
const file = (index = 0): string => own.files[index] ?? "";
const decision = (day: string): readonly string[] => ["decision", "--outcome", "listed", "--reasons", "证据充分", ...STATED, "--review", day];

beforeAll(async () => {
  own = await openCaseHouse(2);
  matter = await served(own, file());
});

describe("a listing case", () => {
  it("is shown whole, with what the office may do now and why the rest waits", async () => {
    const { stdout, status } = await own.house.run("case", "show", matter, "--by", own.office);
    expect(status).toBe(0);
    expect(stdout).toContain(`Case ${matter}: listing on ${LIST}, served, since 2026-03-02`);
    expect(stdout).toContain("  [x] notice (office): Written notice before the decision; 2026-03-02");
    expect(stdout).toContain("  [>] defence (organisation): Statement and defence within five working days; by 2026-03-09, optional");
    expect(stdout).toMatch(/not DecideListing: the organisation has until the end of 2026-03-09 to answer .*\(cn:samr-serious-listing#defence\)/);
  });

  it("is not shown to an organisation it is not about, and to the keeper without anything to do", async () => {
    const other = await own.house.run("case", "show", matter, "--organisation", file(1));
    expect([other.status, other.stdout]).toEqual([1, ""]);
    expect((await own.house.json("case", "show", matter))["actions"]).toEqual([]);
  });

  it("waits on the worklist and among the deadlines, also as a calendar", async () => {
    expect((await own.house.run("worklist", own.office)).stdout).toMatch(new RegExp(`${matter}  listing ${LIST}  .* served since 2026-03-02; Statement and defence`));
    const deadlines = await own.house.run("deadlines", file(), "--ical", "due.ics", "--language", "en");
    expect(deadlines.stdout).toContain(`2026-03-09  Statement and defence within five working days, by the organisation: `);
    const calendar = Buffer.from(own.house.files.get("due.ics") ?? []).toString("utf8");
    expect(deadlines.stdout).toContain(`due.ics: ${calendar.match(/BEGIN:VEVENT/g)?.length ?? 0} deadlines`);
    expect(calendar.replaceAll("\r\n ", "")).toContain(`UID:${matter}:defence`);
    expect(calendar).toContain("DTSTART;VALUE=DATE:20260309");
  });

  it("is refused a step too early, by the wrong office, or said wrongly", async () => {
    const early = await own.house.run("case", "step", matter, ...decision("2026-03-02"), ...by());
    expect([early.status, early.stderr]).toEqual([1, expect.stringContaining("possible now: `ReceiveDefence`")]);
    const stranger = await own.house.run("case", "step", matter, "decision", "--by", own.stranger, "--officers", "head");
    expect([stranger.status, stranger.stderr]).toEqual([1, expect.stringContaining("there is no case")]);
    for (const [args, said] of [
      [["case", "step", matter, "decision"], "say who acts"], [["case", "step", matter, "nothing", ...by()], "is no step of this party in this case; its steps are `IssueNotice`"],
      [["case", "step", matter, "decision", ...by(), "--organisation", file()], "say who acts"], [["case", "step", matter, "decision", ...by(), "--outcome", "perhaps"], "step.outcome: what stands here cannot be read"],
      [["case", "open", "wish", "--organisation", file(), "--about", "listing"], "open.purpose"],
    ] as const) {
      const ran = await own.house.run(...args);
      expect([ran.status, ran.stdout]).toEqual([2, ""]);
      expect(ran.stderr).toContain(said);
    }
  });

  it("takes the organisation's answer with a file, and the decision after it", async () => {
    own.house.files.set("answer.txt", Buffer.from("处罚决定正在复议"));
    own.house.files.set("answer.pdf", Buffer.from("words"));
    const wrong = await own.house.run("case", "step", matter, "defence", "--organisation", file(), "--statement", "请求不予列入", "--attach", "answer.pdf");
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining("attachment-not-as-named")]);
    const answered = await own.house.json("case", "step", matter, "defence", "--organisation", file(), "--statement", "请求不予列入", "--attach", "answer.txt");
    expect(answered["events"]?.[0]?.["type"]).toBe("DefenceReceived");
    own.house.setDay("2026-03-12");
    const alone = await own.house.run("case", "step", matter, ...decision("2026-03-12"), ...by());
    expect([alone.status, alone.stderr]).toEqual([1, expect.stringContaining(`the consent of \`${own.superior}\` is awaited`)]);
    expect((await own.house.run("worklist", own.superior)).stdout).toMatch(new RegExp(`${matter}  listing ${LIST}  .*  consent to decision \\(listed\\) asked by Market Regulation of Linzhu City .* since 2026-03-02`));
    expect((await own.house.run("case", "show", matter, "--by", own.office)).stdout).toContain(`consent to decision: awaited of Market Regulation of Linzhu`);
    const silent = await own.house.run("case", "step", matter, "GiveConsent", "--refuse", "--by", own.superior, "--officers", "head");
    expect([silent.status, silent.stderr]).toEqual([1, expect.stringContaining("states its reason")]);
    expect((await own.house.run("case", "step", matter, "GiveConsent", "--by", own.superior, "--officers", "head", "--reasons", "情节严重")).stdout).toBe(`Case ${matter}: ConsentGiven\n`);
    const decided = await own.house.json("case", "step", matter, ...decision("2026-03-12"), ...by());
    listing = String(decided["events"]?.[0]?.["body"]?.["listing"]);
    expect(listing).toMatch(/^l/);
    expect((await own.house.run("case", "show", matter, "--organisation", file())).stdout).toContain("answer.txt (text/plain, 24 bytes, ");
  });
});

describe("the way out", () => {
  it("names the acts, from which day, with what, decided by whom in what time, and what ends", async () => {
    const { stdout, status } = await own.house.run("exits", file());
    expect(status).toBe(0);
    const [head, onList = "", onRecord = ""] = stdout.split("\n\n");
    expect(head).toContain("2 to be left");
    expect(onList).toContain("ends with it: ");
    expect(onList).toContain("deny of cn:receive-honours by cn:samr");
    expect(onList).toContain("now: objection: ");
    expect(onList).toContain("from 2027-03-12: repair --exit repair: Early removal after one year\n    needs: The penalty has been performed");
    expect(onList).toContain(`steps under cn:samr-serious-removal: application (organisation) > acceptance (office, within 2 working days) > decision (office, within 15 working days)`);
    expect(onList).toContain(`(${own.office}) within 15 working days, by 2027-04-02`);
    expect(onList).toContain("from 2029-03-12: itself: the term ends");
    expect(onRecord).toContain("Administrative penalty (cn:administrative-penalty): record ");
  });

  it("says as JSON the same, and of an organisation nobody says anything against that there is nothing", async () => {
    const [path] = (await own.house.json("exits", file()))["paths"] ?? [];
    expect([path?.["id"], path?.["kind"], [...path?.["ways"] ?? []].map((way) => [way["act"], way["open"], way["earliest"]])]).toEqual([
      listing, "listing", [["objection", true, null], ["annulment", true, null], ["repair", false, "2027-03-12"], ["itself", false, "2029-03-12"]],
    ]);
    expect((await own.house.run("exits", "nobody of that name")).status).toBe(1);
  });

  it("by an objection: opened, taken up, granted, told, taken over", async () => {
    const repair = await own.house.run("case", "open", "repair", "--organisation", file(), "--about", `listing:${listing}`, "--exit", "repair", "--statement", "已整改");
    expect([repair.status, repair.stderr]).toEqual([1, expect.stringContaining("the law opens this from 2027-03-12 on")]);
    const others = await own.house.run("case", "open", "objection", "--organisation", file(1), "--about", `listing:${listing}`, "--statement", "与我无关");
    expect([others.status, others.stderr]).toEqual([1, expect.stringContaining("is not on this organisation's file")]);
    const objection = String((await own.house.json("case", "open", "objection", "--organisation", file(), "--about", `listing:${listing}`, "--statement", "处罚已被撤销"))["matter"]);
    expect((await own.house.run("case", "step", objection, "acceptance", ...by(), "--outcome", "accepted", "--reasons", "材料齐全")).status).toBe(0);
    const granted = await own.house.run("case", "step", objection, "decision", ...by(), "--outcome", "granted", "--reasons", "复议决定属实", "--state", "remedies=可以申诉");
    expect([granted.stderr, granted.stdout]).toEqual(["", expect.stringContaining("StepTaken, ListingRemoved")]);
    expect((await own.house.json("exits", file()))["paths"]?.[0]?.["kind"]).toBe("record");

    const [release] = (await own.house.json("releases", own.superior))["releases"] ?? [];
    expect(release?.["what"]).toBe("annulled");
    const key = String(release?.["key"]);
    expect((await own.house.run("acknowledge", own.superior, key, "--officers", "head", "--consumer", "cn:samr")).stdout).toBe(`${key}: taken over on 2026-03-12 by cn:samr\n`);
    expect((await own.house.run("acknowledge", own.superior, key, "nothing", "--consumer", "cn:samr")).status).toBe(1);
    expect((await own.house.json("releases", own.superior))["releases"]).toEqual([]);
    expect([...(await own.house.json("releases", own.superior, "--all"))["releases"] ?? []].length).toBe(1);
  });
});

describe("offices and how they kept their time", () => {
  it("are listed with their posts, and measured", async () => {
    expect((await own.house.run("offices")).stdout).toMatch(new RegExp(`^${own.office}  Market Regulation of Linzhu City .*\\[handler-1, handler-2, reviewer, head\\]$`, "m"));
    const board = await own.house.run("scoreboard", "--from", "2026-01-01", "--until", "2026-04-01");
    expect([board.status, board.stdout]).toEqual([0, expect.stringMatching(/^cn:market-city .*1 of 2/m)]);
    expect((await own.house.run("scoreboard", "--from", "2026-04-01", "--until", "2026-01-01")).status).toBe(2);
    expect((await own.house.run("worklist", "P00000000")).status).toBe(1);
  });
});
