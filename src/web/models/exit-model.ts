// Ways out to page: of every trigger that binds, each once; what the law asks for, by whom, and whether its day has come.
import type { Answer, Exit } from "../../domain/restrictions/index.ts";
import type { Repair } from "../../domain/rules/index.ts";
import type { Registry, Standing } from "../../service/index.ts";
import type { ExitAct, ExitView, Names } from "../portal/index.ts";
import { basisView } from "./law-views.ts";

export function exitViews(registry: Registry, standing: Standing, answer: Answer): readonly ExitView[] {
  const exits = answer.effects.flatMap((effect) => effect.exits);
  const found = new Map<string, ExitView>();
  for (const exit of exits) {
    const view = exitView(registry, exit, answer.asOf.on);
    if (view !== undefined) found.set(JSON.stringify([view.act, view.when, view.names, view.reading]), view);
  }
  const listings = [...new Set(exits.flatMap((exit) => exit.listing ?? []))];
  return [...found.values(), ...listings.flatMap((listing) => objectionOf(registry, standing, answer, listing))];
}

const EXIT_ACTS: readonly ExitAct[] = ["term", "repair", "performance", "objection", "annulment", "release", "review"];

/** One way out as the pages show it; undefined where the act has no word. */
export function exitView(registry: Registry, exit: Exit, on: string): ExitView | undefined {
  if (exit.acts[0] === "end-of-cause") return { act: "cause", conditions: [], basis: [], when: { kind: "sameDay" } };
  const act = EXIT_ACTS.find((each) => each === exit.acts[0]);
  if (act === undefined) return undefined;
  const repair = exit.repair === undefined ? undefined : registry.rulebook.get("repair", exit.repair);
  if (repair !== undefined) return repairView(repair, act, exit, on);
  const rule = exit.list === undefined ? undefined : registry.rulebook.get("list", exit.list)?.exits.flatMap((version) => version.value).find((each) => each.id === exit.exit);
  return {
    act, conditions: rule?.conditions.map((text) => ({ text })) ?? [], basis: rule?.basis.map(basisView) ?? [], when: whenOf(act, exit, on),
    ...(rule === undefined ? {} : { names: rule.names, ...decidedWithin(rule) }), ...(rule?.by === undefined ? {} : { by: rule.by }), ...readingOf(exit),
  };
}

/** A way out by a repair rule: its tier's name, and what the rule and the tier ask for. */
function repairView(repair: Repair, act: ExitAct, exit: Exit, on: string): ExitView {
  const tier = repair.tiers.find((each) => each.id === exit.tier);
  const asked = act === "repair" ? [...repair.conditions, ...(tier?.documents ?? [])] : [];
  return {
    act, names: inTier(repair.names, tier?.names), conditions: asked.map((text) => ({ text })), basis: (tier === undefined || tier.basis.length === 0 ? repair.basis : tier.basis).map(basisView), when: whenOf(act, exit, on),
    ...(act === "repair" ? decidedWithin(repair) : {}), ...(repair.decidedBy === undefined ? {} : { by: repair.decidedBy }), ...readingOf(exit),
  };
}

function inTier(rule: Names, tier: Names | undefined): Names {
  if (tier === undefined) return rule;
  return { en: `${rule.en}: ${tier.en}`, ...(rule.zh === undefined || tier.zh === undefined ? {} : { zh: `${rule.zh}：${tier.zh}` }) };
}

/** The rule it follows, where the law leaves open which governs. */
function readingOf({ reading }: Exit): Pick<ExitView, "reading"> {
  return reading === undefined ? {} : { reading };
}

function decidedWithin(rule: Pick<Repair, "decideWithin">): Pick<ExitView, "within"> {
  return rule.decideWithin === undefined ? {} : { within: { count: rule.decideWithin.count, unit: rule.decideWithin.unit } };
}

/** What a decision or a deed brings about has no day of its own; what can be applied for is open once its day has come. */
function whenOf(act: ExitAct, exit: Exit, on: string): ExitView["when"] {
  if (exit.earliest !== undefined && !hasCome(exit.earliest, on)) return { kind: "day", day: exit.earliest, provisional: exit.provisional === true };
  if (act === "annulment" || act === "performance") return { kind: "sameDay" };
  if (act === "term" && exit.earliest === undefined) return { kind: "notStated" };
  return { kind: "now" };
}

/** Whether a way out whose earliest day this is can be taken on the day asked about. */
export function hasCome(earliest: string, on: string): boolean {
  return earliest <= on;
}

/** An objection is a step of the procedure a listing was made in; not every list's exits repeat it. */
function objectionOf(registry: Registry, standing: Standing, answer: Answer, id: string): readonly ExitView[] {
  const listing = standing.listings.find((each) => each.listing === id && each.holds === "kept");
  const list = listing === undefined ? undefined : registry.rulebook.get("list", listing.list);
  if (listing === undefined || list?.procedure === undefined || list.exits.some((version) => version.value.some((exit) => exit.act === "objection"))) return [];
  const steps = registry.rulebook.get("procedure", list.procedure)?.steps.find((version) => (version.from ?? "") <= answer.asOf.law && (version.until === undefined || answer.asOf.law < version.until))?.value ?? [];
  return steps.filter((step) => step.kind === "objection" && step.within === undefined).map((step) => ({ act: "objection" as const, names: step.names, conditions: [], basis: step.basis.map(basisView), when: { kind: "now" as const }, by: list.owner }));
}
