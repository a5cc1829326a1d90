// Paths out: for everything that stands against an organisation the acts that end it: which, in which order, from which day, with which
// documents, who decides and in what time, what ends with it, and what cannot be done and why. Put together from its standing (what binds and
// when it ends by itself) and from what it can ask for, which is tried on the decider itself.
import { ok, type End, type LawId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { CaseAbout } from "../domain/events/index.ts";
import type { Interval, Step } from "../domain/rules/index.ts";
import { applicationOf, governingProcedure, outcomesOf, type GoverningSteps } from "../domain/cases/index.ts";
import { exitsInWords, type EffectInForce, type Exit, type TriggerRef } from "../domain/restrictions/index.ts";
import { contextFor, groundOf, thingOf, type CaseGround } from "./case-ground.ts";
import type { OfficeNamed } from "./case-view.ts";
import { organisationDesk, type Ask } from "./organisation-desk.ts";
import type { Problem } from "./problem.ts";
import { todayFor, type Registry } from "./registry.ts";
import type { Standing } from "./standing.ts";

export interface PathsOut {
  readonly organisation: { readonly file: string; readonly name: string };
  readonly on: PlainDate;
  readonly paths: readonly PathOut[];
}

/** One thing that stands against the organisation. */
export interface PathOut {
  readonly kind: "listing" | "record" | "entailed" | "status";
  /** Id of the listing or record; of a status its word. */
  readonly id: string;
  readonly of: LawId | null;
  readonly names: Names | null;
  readonly from: PlainDate | null;
  readonly end: End | null;
  /** Everything that ends together with it. */
  readonly binds: readonly { readonly act: string; readonly effect: string; readonly measure: LawId; readonly authority: LawId }[];
  /** Those open now first, then by the day they open. */
  readonly ways: readonly WayOut[];
  /** What cannot be done, and why. */
  readonly closed: readonly { readonly purpose: string; readonly names: Names | null; readonly message: string; readonly citation: string }[];
}

/** Acts that end it. */
export interface WayOut {
  /** What is to be asked for; `itself`: it ends without anybody's act. */
  readonly act: string;
  readonly exit: string | null;
  readonly words: { readonly en: string; readonly zh: string };
  /** The first day on which it can be done, or on which it ends by itself; null: the law names none. */
  readonly earliest: PlainDate | null;
  readonly open: boolean;
  readonly documents: readonly Names[];
  readonly needs: readonly LawId[];
  readonly procedure: LawId | null;
  readonly steps: readonly { readonly step: string; readonly names: Names; readonly by: Step["by"]; readonly optional: boolean; readonly within: Interval | null }[];
  readonly decidedBy: OfficeNamed | null;
  readonly decideWithin: Interval | null;
  readonly decideBy: PlainDate | null;
  /** Where the law leaves open which rule governs: the one this follows. */
  readonly reading: LawId | null;
}

/** The ways out of everything that stands against the organisation today. */
export async function pathsOut(registry: Registry, organisation: string): Promise<Result<PathsOut, Problem>> {
  const found = await organisationDesk(registry, organisation);
  if (!found.ok) return found;
  const desk = found.value;
  const joined = desk.asks.flatMap(({ about }) => (about.kind === "join" ? about.files : []));
  const ground = await groundOf(registry, desk.file, todayFor(registry, firstList(registry)), joined.map((file) => `file:${file}`));
  const effects = effectsOf(desk.standing);
  const things = thingsAgainst(registry, desk.standing, effects);
  const paths = things.map((thing): PathOut => {
    const own = effects.filter(({ effect }) => keyOfTrigger(effect) === `${thing.kind} ${thing.id}`);
    const asks = desk.asks.filter(({ about }) => isAbout(about, thing));
    return { ...thing, binds: own.map(({ act, effect }) => ({ act, effect: effect.effect, measure: effect.measure, authority: effect.authority })), ways: waysOf(registry, ground, own.map(({ effect }) => effect), asks), closed: closedOf(asks, desk.on) };
  });
  return ok({ organisation: { file: desk.file, name: desk.name }, on: desk.on, paths });
}

function firstList({ rulebook }: Registry): LawId {
  return rulebook.all("list")[0]?.id ?? (`${rulebook.bodies[0] ?? ""}:any` as LawId);
}

interface ActEffect {
  readonly act: string;
  readonly effect: EffectInForce;
}

function effectsOf({ acts }: Standing): readonly ActEffect[] {
  return acts.flatMap(({ act, effects }) => effects.map((effect) => ({ act, effect })));
}

function keyOfTrigger({ because }: EffectInForce): string {
  if ("withheld" in because) return "withheld";
  const { trigger } = because;
  return `${kindOf(trigger)} ${idOf(trigger)}`;
}

function kindOf(trigger: TriggerRef): PathOut["kind"] {
  return trigger.kind === "list" ? "listing" : trigger.kind;
}

function idOf(trigger: TriggerRef): string {
  switch (trigger.kind) {
    case "list":
    case "entailed":
      return trigger.listing;
    case "record":
      return trigger.record;
    case "status":
      return trigger.status;
  }
}

type Thing = Omit<PathOut, "binds" | "ways" | "closed">;

/** Listings that stand or are to come, records that are published or bind, and whatever else binds. */
function thingsAgainst({ rulebook }: Registry, { listings, records, asOf }: Standing, effects: readonly ActEffect[]): readonly Thing[] {
  const bound = new Set(effects.map(({ effect }) => keyOfTrigger(effect)));
  const fromListings = listings.filter(({ list, state }) => (state === "stands" || state === "notYet") && rulebook.get("list", list)?.colour !== "red").map(({ listing, list, holds, effectiveFrom, end }): Thing => ({
    kind: holds === "entailed" ? "entailed" : "listing", id: listing, of: list, names: rulebook.get("list", list)?.names ?? null, from: effectiveFrom, end,
  }));
  const fromRecords = records.filter(({ record, annulled, publishedUntil }) => !annulled && (bound.has(`record ${record}`) || (publishedUntil !== null && publishedUntil > asOf.on))).map(({ record, type, decidedOn, publishedUntil }): Thing => ({
    kind: "record", id: record, of: type, names: rulebook.get("record-type", type)?.names ?? null, from: decidedOn, end: publishedUntil === null ? null : { kind: "fixed", until: publishedUntil },
  }));
  const named = new Set([...fromListings, ...fromRecords].map(({ kind, id }) => `${kind} ${id}`));
  const others = new Map(effects.flatMap(({ effect }): readonly (readonly [string, Thing])[] => {
    const key = keyOfTrigger(effect);
    if ("withheld" in effect.because || named.has(key)) return [];
    const { trigger } = effect.because;
    const list = "list" in trigger ? trigger.list : undefined;
    return [[key, { kind: kindOf(trigger), id: idOf(trigger), of: list ?? null, names: list === undefined ? null : (rulebook.get("list", list)?.names ?? null), from: effect.from, end: effect.end }]];
  }));
  return [...fromListings, ...fromRecords, ...others.values()];
}

function isAbout(about: CaseAbout, { kind, id }: Thing): boolean {
  return (about.kind === "listing" && kind === "listing" && about.listing === id) || (about.kind === "record" && kind === "record" && about.record === id);
}

function waysOf(registry: Registry, ground: CaseGround, effects: readonly EffectInForce[], asks: readonly Ask[]): readonly WayOut[] {
  const asked = new Set(asks.flatMap(({ exit }) => (exit === undefined ? [] : [exit.exit])));
  const exits = new Map(effects.flatMap(({ exits: own }) => own).filter(({ exit }) => exit === undefined || !asked.has(exit)).map((exit) => [JSON.stringify([exit.acts, exit.earliest, exit.exit]), exit]));
  const byLaw = [...exits.values()].map((exit) => wayByLaw(registry, ground, exit));
  const byAct = asks.filter((ask) => ask.allowed || opensLater(ask, ground.today)).map((ask) => wayByAct(ground, ask));
  return [...byAct, ...byLaw].toSorted((a, b) => Number(b.open) - Number(a.open) || ((a.earliest ?? "9999") < (b.earliest ?? "9999") ? -1 : 1));
}

/** The law opens it on a later day; nothing else is said against it before that. */
function opensLater({ exit }: Ask, today: PlainDate): boolean {
  return exit?.earliest !== undefined && exit.earliest > today;
}

const NO_PROCEDURE = { documents: [], needs: [], procedure: null, steps: [], decidedBy: null, decideWithin: null, decideBy: null, reading: null } as const;

/** What ends by itself, or by several acts together. */
function wayByLaw({ rulebook }: Registry, { today }: CaseGround, exit: Exit): WayOut {
  const words = exitsInWords([exit], { rulebook, law: today, on: today });
  return {
    ...NO_PROCEDURE, act: exit.acts.length === 1 && exit.acts[0] === "term" ? "itself" : exit.acts.join(" + "), exit: exit.exit ?? null, words: { en: words.en[0] ?? exit.acts.join(" and "), zh: words.zh[0] ?? exit.acts.join("、") },
    earliest: exit.earliest ?? null, open: exit.earliest === undefined || exit.earliest <= today, needs: exit.needs ?? [], decideBy: exit.decideBy ?? null, reading: exit.reading ?? null,
  };
}

function wayByAct(ground: CaseGround, ask: Ask): WayOut {
  const { purpose, exit, documents, allowed } = ask;
  const governing = governingOf(ground, ask);
  const deciding = governing?.steps.steps.find((step) => outcomesOf(governing.steps.steps, step).includes("granted"));
  const names = exit?.names ?? governing?.steps.procedure.names;
  return {
    act: purpose, exit: exit?.exit ?? null, words: { en: names?.en ?? purpose, zh: names?.zh ?? names?.en ?? purpose }, earliest: exit?.earliest ?? null, open: allowed, documents, needs: exit?.needs ?? [],
    procedure: ask.procedure ?? governing?.steps.procedure.id ?? null, decidedBy: governing?.office ?? null, decideWithin: deciding?.within === undefined ? null : intervalOf(deciding.within), decideBy: exit?.decideBy ?? null, reading: exit?.reading ?? null,
    steps: (governing?.steps.steps ?? []).filter(({ automatic }) => !automatic).map((step) => ({ step: step.id, names: step.names, by: step.by, optional: step.optional, within: step.within === undefined ? null : intervalOf(step.within) })),
  };
}

function intervalOf({ count, unit }: Interval): Interval {
  return { count, unit };
}

/** The procedure such a case would run by, and the office that would decide it. */
function governingOf(ground: CaseGround, { about, purpose, exit }: Ask): { readonly steps: GoverningSteps; readonly office: OfficeNamed | null } | undefined {
  const thing = thingOf(ground, about);
  if (thing === undefined) return undefined;
  const context = contextFor(ground, { party: { kind: "organisation", files: ground.files }, thing, purpose, state: undefined });
  const day = exit?.earliest !== undefined && exit.earliest > ground.today ? exit.earliest : ground.today;
  const governing = governingProcedure(context.law, applicationOf({ purpose }, context, day), { calendar: context.calendar, begins: ({ steps }) => steps.some(({ by, automatic }) => by === "organisation" && !automatic) });
  return governing.ok ? { steps: governing.value, office: context.office === undefined ? null : { file: context.office.file, names: context.office.names } } : undefined;
}

function closedOf(asks: readonly Ask[], today: PlainDate): PathOut["closed"] {
  return asks.filter((ask) => !opensLater(ask, today)).flatMap(({ purpose, allowed, why, exit }) => (allowed || why === undefined ? [] : [{ purpose, names: exit?.names ?? null, message: why.message, citation: why.citation }]));
}
