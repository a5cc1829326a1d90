import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import type { Step } from "../../rules/index.ts";
import { deadline } from "../clocks/working-days.ts";
import { CASE_REFUSALS } from "../refusals.ts";
import { actor, calendar, matter, step, uptoListing } from "../test-law.ts";
import { above, after, appealCase, ask, elsewhere, isWhole, object, objectionSteps, objectToJoin, officers, openedOn, organisation, otherFile, procedureOf, recordOf, repairSteps, stranger, take, thisCase, type Move, type Scene } from "../test-procedures.ts";
import { evolveProcedure, procedureCaseOf, type ProcedureCase } from "./procedure-case.ts";
import type { CaseThing, ProcedureCommand } from "./procedure-commands.ts";

/** Acceptance, more time, a mask and its end, alternatives, an own appeal, a late word: as much of the law's language as one procedure holds. */
const rich: readonly Step[] = [
  ...repairSteps.map((each) => (each.kind === "application" ? step(each.id, "objection", { by: "organisation" }) : each)),
  step("masking", "publication", { after: ["acceptance"], optional: true, does: "mask" }), step("failure", "notification", { after: ["masking"], optional: true, does: "endStay" }),
  step("joint", "decision", { after: ["acceptance"], optional: true }), step("word", "defence", { by: "organisation", after: ["acceptance"], optional: true, within: { count: 4, unit: "days", from: "acceptance" } }),
  ...objectionSteps.filter(({ id }) => id === "appeal" || id === "review"),
];
const LAWS = [rich, objectionSteps].map((steps) => procedureOf("t:objection", "objection", steps));
const ids = [...new Set([...rich, ...objectionSteps].map(({ id }) => id)), "unheard-of"];

/** What is tried next: so many days after the last thing that was done, by whom, and what. */
interface Try {
  readonly gap: number;
  readonly asked: (on: PlainDate) => Move;
}

const anybody = fc.constantFrom(organisation, officers, above, stranger, elsewhere, { kind: "office" as const, actor: { ...actor, officers: ["A", "C"] } });
const anyOutcome = fc.constantFrom(undefined, "accepted" as const, "notAccepted" as const, "granted" as const, "refused" as const);
/** A step as the law has it, four times of five; or with whatever outcome by anybody. */
const stepped = fc.tuple(fc.constantFrom(...ids), anyOutcome, anybody, fc.boolean(), fc.integer({ min: 1, max: 5 })).map(([id, strange, party, yes, choice]) => (on: PlainDate): Move => {
  const own = rich.find((each) => each.id === id);
  const lawful = own?.kind === "acceptance" ? (yes ? "accepted" : "notAccepted") : own?.kind === "decision" || own?.kind === "review" ? (yes ? "granted" : "refused") : undefined;
  const outcome = choice === 5 ? strange : lawful;
  return [take(id, { takenOn: on, ...(outcome === undefined ? {} : { outcome }) }), choice === 5 ? party : own?.by === "organisation" ? organisation : id === "review" ? above : officers];
});
const other = fc.tuple(fc.constantFrom("OpenCase" as const, "WithdrawCase" as const, "OrderStay" as const, "EndStay" as const, "Recuse" as const), anybody).map(([type, party]) => (on: PlainDate): Move => {
  const command: ProcedureCommand = type === "OpenCase" ? { ...object, openedOn: on } : type === "Recuse" ? { type, matter: thisCase, officer: "B", reason: "kinship", recusedOn: on } : { type, matter: thisCase, reason: "so", withdrawnOn: on, from: on, endedOn: on };
  return [command, party];
});
const tried: fc.Arbitrary<Try> = fc.record({ gap: fc.integer({ min: -1, max: 6 }), asked: fc.oneof({ weight: 20, arbitrary: stepped }, { weight: 1, arbitrary: other }) });

interface Played {
  readonly scene: Scene;
  readonly events: readonly EventDraft[];
  readonly states: readonly (ProcedureCase | undefined)[];
}

/** What comes of trying these commands one after the other, the thing changing with what follows as the register would have it. */
function play(law: number, about: "record" | "join", tries: readonly Try[], seen: (outcome: ReturnType<typeof ask>) => void = () => {}): Played {
  const entries = LAWS.slice(law, law + 1);
  const thingOf = (events: readonly EventDraft[]): CaseThing => (about === "record"
    ? recordOf({ annulled: events.some((event) => event.type === "RecordCorrected" && event.body.annulled) })
    : { kind: "join", files: [object.file, otherFile], joined: events.findLast(({ type }) => type === "FilesJoined" || type === "FilesSeparated")?.type !== "FilesSeparated" });
  let events: readonly EventDraft[] = [];
  const states: (ProcedureCase | undefined)[] = [];
  let last = openedOn;
  for (const { gap, asked: move } of [{ gap: 0, asked: (on: PlainDate): Move => [{ ...object, openedOn: on }, organisation] }, ...tries]) {
    const on = addDays(last, gap);
    const [given, party] = move(on);
    const asked = given.type === "OpenCase" && about === "join" ? { ...objectToJoin, openedOn: given.openedOn ?? openedOn } : given;
    const outcome = ask({ entries, thing: thingOf(events) }, events, [asked, party]);
    seen(outcome);
    if (!outcome.ok) continue;
    const before = procedureCaseOf(thisCase, events);
    events = [...events, ...outcome.value];
    last = on > last ? on : last;
    states.push(outcome.value.reduce<ProcedureCase | undefined>(evolveProcedure, before));
  }
  return { scene: { entries, thing: thingOf(events) }, events, states };
}

const game = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom("record" as const, "join" as const), fc.array(tried, { maxLength: 40, size: "max" }));

/** Steps on record with their days, in order. */
function stepsOf(events: readonly EventDraft[]): readonly { readonly step: string; readonly on: PlainDate; readonly by: string }[] {
  return events.flatMap((event) => (event.type === "CaseOpened" ? [{ step: event.body.step, on: event.body.openedOn, by: event.body.by }] : event.type === "StepTaken" ? [{ step: event.body.step, on: event.body.takenOn, by: event.body.by }] : []));
}

describe("whatever is tried in whatever order", () => {
  it("R39 no step is taken twice, none before the one before it, and none of a withdrawn case", () => {
    fc.assert(fc.property(game, ([law, about, moves]) => {
      const { events } = play(law, about, moves);
      const taken = stepsOf(events);
      expect(new Set(taken.map((each) => each.step)).size).toBe(taken.length);
      expect(taken.map(({ on }) => on)).toEqual(taken.map(({ on }) => on).toSorted());
      const withdrawn = events.findIndex(({ type }) => type === "CaseWithdrawn");
      expect(withdrawn === -1 ? [] : stepsOf(events.slice(withdrawn))).toEqual([]);
    }), { numRuns: 50 });
  });

  it("R39 no step of an organisation is taken after its time, and each step is taken by its party", () => {
    fc.assert(fc.property(game, ([law, about, moves]) => {
      const taken = stepsOf(play(law, about, moves).events);
      for (const { step: id, on, by } of taken) {
        const own = LAWS[law]?.steps[0]?.value.find((each) => each.id === id);
        expect(own?.by).toBe(by);
        const from = taken.find((each) => each.step === own?.within?.from)?.on;
        if (own?.within !== undefined && from !== undefined && by === "organisation") expect(on <= deadline(own.within, from, calendar).day).toBe(true);
      }
    }), { numRuns: 50 });
  });

  it("R40 each instance answers once, and files are joined and kept apart in turn", () => {
    fc.assert(fc.property(game, ([law, about, moves]) => {
      const { events } = play(law, about, moves);
      const answers = events.filter((event) => event.type === "StepTaken" && (event.body.outcome === "granted" || event.body.outcome === "refused" || event.body.outcome === "notAccepted"));
      expect(answers.length).toBeLessThanOrEqual(events.some((event) => event.type === "StepTaken" && event.body.step === "appeal") ? 2 : 1);
      const files = events.flatMap(({ type }) => (type === "FilesJoined" || type === "FilesSeparated" ? [type] : []));
      expect(files.every((type, index) => type === (index % 2 === 0 ? "FilesSeparated" : "FilesJoined"))).toBe(true);
      const stays = events.flatMap(({ type }) => (type === "EffectsStayed" || type === "StayEnded" ? [type] : []));
      expect(stays.every((type, index) => type !== "StayEnded" || stays[index - 1] === "EffectsStayed")).toBe(true);
    }), { numRuns: 50 });
  });

  it("R19 the events that were given lead to the state that was seen, also among events of other matters", () => {
    const others = [...uptoListing, ...after({}, [{ ...object, matter: appealCase }, organisation], [take("decision", { matter: appealCase, outcome: "granted" }), officers])];
    fc.assert(fc.property(game, fc.array(fc.nat({ max: 99 }), { maxLength: others.length }), tried, ([law, about, moves], places, { asked }) => {
      const { scene, events, states } = play(law, about, moves);
      expect(procedureCaseOf(thisCase, events)).toEqual(states.at(-1));
      const mixed = places.reduce<readonly EventDraft[]>((all, place, index) => [...all.slice(0, place % (all.length + 1)), ...others.slice(index, index + 1), ...all.slice(place % (all.length + 1))], events);
      expect(procedureCaseOf(thisCase, mixed)).toEqual(states.at(-1));
      const next = asked(addDays(openedOn, 60));
      expect(ask(scene, mixed, next)).toEqual(ask(scene, events, next));
      expect(procedureCaseOf(matter, events)).toBeUndefined();
    }), { numRuns: 50 });
  });

  it("R39 every refusal has a code, a citation and a whole sentence", () => {
    fc.assert(fc.property(game, ([law, about, moves]) => {
      play(law, about, moves, (outcome) => {
        if (outcome.ok) return;
        expect(CASE_REFUSALS).toContain(outcome.error.code);
        expect(outcome.error.citation).toMatch(/^(?:cases R\d+|t:[a-z-]+(?:#[a-z-]+)?)$/);
        expect(isWhole(outcome.error.message) ? "" : outcome.error.message).toBe("");
      });
    }), { numRuns: 50 });
  });

  it("R39 the game reaches appeals, refusals at the door, withdrawals, masks and stays", () => {
    const seen = new Set(fc.sample(game, { numRuns: 200, seed: 7 }).flatMap(([law, about, moves]) => play(law, about, moves).events.map((event) => (event.type === "StepTaken" ? `${event.body.step} ${event.body.outcome ?? ""}`.trim() : event.type))));
    expect(["acceptance notAccepted", "appeal", "review granted", "CaseWithdrawn", "EffectsStayed", "StayEnded", "masking", "extension", "joint granted", "FilesJoined"].filter((each) => !seen.has(each))).toEqual([]);
  });
});
