// Measures of an office over a register with one listing: what is there to answer, what an answer changes, and what is refused.
import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { parseMatterId, plainDate, present } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { fillDesk, LIST, type DeskWorld } from "../../test/support/desk-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { actOnCase, answerMeasures, checkOrganisation, measuresOfOffice, memorandaOfOffice, officesWithPosts, whomItBinds, type CaseCommand, type MeasureAnswer, type OfficeMeasures, type Registry } from "./index.ts";

let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});

const matter = parseMatterId("matter.1");
const MATTER = present(matter.ok ? matter.value : undefined, "a matter");
const SAID = { facts: "见事实部分", basis: "见依据部分", reasons: "见理由部分", exits: "期满移出", remedies: "六十日内申请行政复议", consequences: "见清单", answerDays: "五个工作日" };

interface World extends DeskWorld {
  readonly registry: Registry;
  readonly clock: StandingClock;
  /** Decides what the sectoral lists leave to public bodies. */
  readonly agencies: string;
}

/** The first organisation is on the list since 12 March 2026; the second has the same penalty and is on none. */
async function listed(): Promise<World> {
  const clock: StandingClock = { day: "2026-03-02" };
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), law, clock);
  const desk = await fillDesk(registry, 2);
  const [file = ""] = desk.files;
  const basis = [{ instrument: present(law.get("list", LIST as never), "the list").basis[0]?.instrument ?? ("" as never) }];
  const take = async (by: string, command: CaseCommand): Promise<void> => {
    const taken = await actOnCase(registry, { by, officers: ["handler-1", "handler-2"], command });
    expect(taken.ok ? "ok" : taken.error.message).toBe("ok");
  };
  await take(desk.office, { type: "ProposeListing", matter: MATTER, file: file as never, list: LIST as never, facts: "违法行为性质恶劣" });
  await take(desk.office, { type: "IssueNotice", matter: MATTER, facts: "违法行为性质恶劣", basis, consequences: ["cn:samr-no-honours" as never], statements: SAID });
  await take(desk.office, { type: "RecordService", matter: MATTER, means: "邮寄送达", failed: false });
  clock.day = "2026-03-12";
  await take(desk.superior, { type: "GiveConsent", matter: MATTER, step: "decision", given: true });
  await take(desk.office, { type: "DecideListing", matter: MATTER, outcome: "listed", reasons: "证据充分", basis, statements: SAID, legalReview: { on: plainDate("2026-03-02") } });
  const agencies = (await officesWithPosts(registry)).find(({ authority }) => authority === "cn:agencies");
  return { ...desk, registry, clock, agencies: present(agencies, "an office of the agencies").file };
}

async function seen({ registry }: World, office: string, more: Parameters<typeof measuresOfOffice>[2] = {}): Promise<OfficeMeasures> {
  const found = await measuresOfOffice(registry, office, more);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

async function answer({ registry }: World, by: string, answers: readonly MeasureAnswer[], key?: string): Promise<readonly string[]> {
  const answered = await answerMeasures(registry, { by, officers: ["handler-1"], answers, ...(key === undefined ? {} : { once: { key, asked: JSON.stringify(answers) } }) });
  if (!answered.ok) return [answered.error.code];
  return answered.value.map((each) => (each.ok ? `${each.value.choice} ${each.value.on}${each.value.repeated ? " again" : ""}` : each.error.refusal?.code ?? each.error.code));
}

describe("the measures of an office", () => {
  it("are those its authority, or one above it, has on organisations of its place, and no others", async () => {
    const world = await listed();
    const own = await seen(world, world.office);
    expect(own.toDecide).toEqual([]);
    expect(new Set(own.binding.map(({ organisation }) => organisation.file))).toEqual(new Set([world.files[0]]));
    expect(own.binding.map(({ measure }) => measure).toSorted()).toEqual(["cn:samr-key-supervision", "cn:samr-no-commitment-procedure", "cn:samr-no-honours", "cn:samr-weighs-in-decisions"]);
    expect(own.binding.every(({ may, reported }) => reported === null && may.join() === "carriedOut,notCarriedOut")).toBe(true);
    // What checks say of the measures, and nobody of another place.
    const walk = await whomItBinds(world.registry, { kind: "keeper" }, { of: "cn:samr" });
    const bound = walk.ok ? await Array.fromAsync(walk.value.organisations) : [];
    expect(bound.map(({ organisation }) => organisation.file)).toEqual([world.files[0]]);
    const elsewhere = (await officesWithPosts(world.registry)).find(({ authority, region }) => authority === "cn:market-city" && region !== "990101" && region !== null);
    expect((await seen(world, present(elsewhere, "a market regulator elsewhere").file)).binding).toEqual([]);
    expect((await seen(world, world.stranger)).binding).toEqual([]);
  });

  it("that the law leaves to it bind once it has applied them, and then can be reported", async () => {
    const world = await listed();
    const before = await seen(world, world.agencies);
    const open = present(before.toDecide.find(({ measure }) => measure.endsWith("sec-01") || measure.includes("sectoral-penalties")), "a clause left to the agencies");
    const { measure, acts: [act = ""] } = open;
    const file = open.organisation.file;
    const verdict = async (): Promise<readonly string[]> => {
      const checked = await checkOrganisation(world.registry, { kind: "keeper" }, { organisation: file, act: act.split("@")[0] ?? "" });
      return checked.ok ? checked.value.effects.map((effect) => effect.measure) : [checked.error.code];
    };
    expect(await verdict()).not.toContain(measure);
    expect(await answer(world, world.agencies, [{ organisation: file, measure, choice: "carriedOut" }])).toEqual(["measure-not-open"]);
    expect(await answer(world, world.agencies, [{ organisation: file, measure, choice: "apply" }])).toEqual(["statement-missing"]);
    expect(await answer(world, world.agencies, [{ organisation: file, measure, choice: "apply", statement: "风险较高" }])).toEqual(["apply 2026-03-12"]);
    expect(await verdict()).toContain(measure);
    const after = await seen(world, world.agencies);
    expect(after.toDecide.length).toBe(before.toDecide.length - 1);
    expect(await answer(world, world.agencies, [{ organisation: file, measure, choice: "apply", statement: "风险较高" }])).toEqual(["measure-not-open"]);
    expect(await answer(world, world.agencies, [{ organisation: file, measure, choice: "notCarriedOut", statement: "没有这类许可" }, { organisation: file, measure, choice: "notCarriedOut", statement: "没有这类许可" }])).toEqual(["notCarriedOut 2026-03-12", "notCarriedOut 2026-03-12 again"]);
    expect((await seen(world, world.agencies)).binding.find((row) => row.measure === measure)?.reported).toEqual({ outcome: "notCarriedOut", on: "2026-03-12", statement: "没有这类许可" });
  });

  it("are not another authority's to answer, nor of an organisation they do not bind", async () => {
    const world = await listed();
    const [bound = "", free = ""] = world.files;
    const about = { measure: "cn:samr-no-honours", choice: "carriedOut" } as const;
    expect(await answer(world, world.stranger, [{ organisation: bound, ...about }])).toEqual(["wrong-authority"]);
    expect(await answer(world, world.office, [{ organisation: free, ...about }, { organisation: bound, ...about }, { organisation: "nobody at all", ...about }, { organisation: bound, measure: "cn:gone", choice: "carriedOut" }])).toEqual(["measure-not-open", "carriedOut 2026-03-12", "organisation-not-found", "consequence-unknown"]);
    expect(await answer(world, world.office, [{ organisation: bound, ...about, choice: "apply", statement: "x" }])).toEqual(["outcome-not-in-law"]);
    expect(await answer(world, "P99999999", [{ organisation: bound, ...about }])).toEqual(["office-unknown"]);
  });

  it("answered twice are stored once, under one key and without", async () => {
    const world = await listed();
    const [organisation = ""] = world.files;
    const report = { organisation, measure: "cn:samr-no-honours", choice: "carriedOut", statement: "已取消评选资格" } as const;
    expect(await answer(world, world.office, [report], "k1")).toEqual(["carriedOut 2026-03-12"]);
    expect(await answer(world, world.office, [report], "k1")).toEqual(["carriedOut 2026-03-12 again"]);
    expect(await answer(world, world.office, [report])).toEqual(["carriedOut 2026-03-12 again"]);
    expect(await answer(world, world.office, [{ ...report, statement: "other" }], "k1")).toEqual(["key-reused"]);
    expect(await world.registry.ledger.read({ types: ["ExecutionReported"] })).toHaveLength(1);
  });

  it("change no answer by being reported", async () => {
    const world = await listed();
    const [organisation = ""] = world.files;
    const ask = async (): Promise<unknown> => {
      const checked = await checkOrganisation(world.registry, { kind: "keeper" }, { organisation, act: "cn:receive-honours" });
      return checked.ok ? { ...checked.value, asOf: { ...checked.value.asOf, known: 0 } } : checked;
    };
    const before = await ask();
    expect(await answer(world, world.office, [{ organisation, measure: "cn:samr-no-honours", choice: "notCarriedOut", statement: "没有参评" }])).toEqual(["notCarriedOut 2026-03-12"]);
    expect(await ask()).toEqual(before);
  });

  it("come a page of organisations at a time, and each page goes on where the last ended", async () => {
    const world = await listed();
    const first = await seen(world, world.office, { limit: 1 });
    expect(first.next).toBeUndefined();
    const wrong = await measuresOfOffice(world.registry, world.office, { cursor: "not a cursor" });
    expect(wrong.ok ? "ok" : wrong.error.code).toBe("cursor-invalid");
  });
});

describe("the memoranda of an office", () => {
  it("say what the law has it do, and what others do for its lists and reported", async () => {
    const world = await listed();
    const [organisation = ""] = world.files;
    const read = async () => {
      const found = await memorandaOfOffice(world.registry, world.office);
      return present(found.ok ? found.value : undefined, "memoranda");
    };
    const before = await read();
    expect(before.forUs.find(({ memorandum }) => memorandum === null)?.counts.mandatory).toBeGreaterThan(3);
    const own = present(before.ofUs.find(({ list }) => list === LIST), "the list");
    expect(own.standing).toBe(1);
    const agencies = present(own.others.find(({ authority }) => authority === "cn:agencies"), "the agencies");
    expect(agencies).toMatchObject({ memoranda: ["cn:sectoral-penalties"], carriedOut: 0, notCarriedOut: 0 });
    expect(agencies.counts.leftToDecide).toBeGreaterThan(0);
    expect(own.others.some(({ authority }) => authority === "cn:samr")).toBe(false);

    const { toDecide } = await seen(world, world.agencies);
    const open = present(toDecide.find(({ effects }) => effects.length === 1), "a measure with one effect");
    expect(await answer(world, world.agencies, [{ organisation, measure: open.measure, choice: "apply", statement: "风险较高" }])).toEqual(["apply 2026-03-12"]);
    expect(await answer(world, world.agencies, [{ organisation, measure: open.measure, choice: "carriedOut" }])).toEqual(["carriedOut 2026-03-12"]);
    const after = present((await read()).ofUs.find(({ list }) => list === LIST)?.others.find(({ authority }) => authority === "cn:agencies"), "the agencies");
    expect([after.carriedOut, after.notCarriedOut]).toEqual([1, 0]);
    world.clock.day = "2026-03-20";
    expect(await answer(world, world.agencies, [{ organisation, measure: open.measure, choice: "notCarriedOut", statement: "已撤回" }])).toEqual(["notCarriedOut 2026-03-20"]);
    const last = present((await read()).ofUs.find(({ list }) => list === LIST)?.others.find(({ authority }) => authority === "cn:agencies"), "the agencies");
    expect([last.carriedOut, last.notCarriedOut]).toEqual([0, 1]);
  });
});
