// A pre-flight to page: what was stated, and what would follow, in the order of the page: what binds at once, what an authority could decide,
// what nobody can say, what is lost; the ways out; the same under the law of other years.
import type { Consequences, CriterionResult, ForeseenCounts, ForeseenMeasure, KindOfRecord, PlanStep } from "../../domain/restrictions/index.ts";
import type { LawId, PlainDate } from "../../domain/terms/index.ts";
import { choiceNames, type RecordPreflight, type RegimeForeseen, type Registry } from "../../service/index.ts";
import type { CriterionLine, DeskWrong, ExitView, Names, PreflightModel, PreflightRow, PreflightView, RegimeView } from "../portal/index.ts";
import { exitView, hasCome } from "./exit-model.ts";
import { criterionNames, factNames, ruleNames } from "./fact-names.ts";

export interface PreflightShown {
  readonly organisation: Pick<PreflightModel["organisation"], "file" | "name" | "otherName">;
  readonly kinds: readonly KindOfRecord[];
  readonly chosen: KindOfRecord | undefined;
  readonly typed: ReadonlyMap<string, readonly string[]>;
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly acted: string;
  readonly found?: RecordPreflight;
  readonly notInForce?: true;
  readonly wrong?: DeskWrong;
}

const ABOUT = ["penalty", "list", "judgment", "debt", "inspection", "commitment", "report", "grade", "interview", "licence", "registration", "other"];

export function preflightModel(registry: Registry, shown: PreflightShown): PreflightModel {
  const { chosen, typed, found } = shown;
  const order = (about: string): number => (ABOUT.includes(about) ? ABOUT.indexOf(about) : ABOUT.length);
  return {
    organisation: shown.organisation, on: shown.on, acted: shown.acted,
    kinds: shown.kinds.map(({ type }) => ({ value: type.id, about: type.about })).toSorted((a, b) => order(a.about) - order(b.about)),
    fields: chosen?.fields.map(({ name, names, type, choices }) => ({ name, names, type, ...(choices === undefined ? {} : { choices: choices.map((value) => ({ value, ...choiceOf(registry, chosen.type.id, name, value) })) }) })) ?? [],
    authorities: chosen?.fields.some(({ type }) => type === "authority") === true ? registry.rulebook.all("authority").map(({ id }) => id) : [],
    typed: Object.fromEntries([...typed].map(([name, given]) => [name, chosen?.fields.find((field) => field.name === name)?.type === "choices" ? given.flatMap((text) => text.split(",")) : given])),
    ...(chosen === undefined ? {} : { chosen: chosen.type.id }), ...(shown.notInForce === undefined ? {} : { notInForce: shown.notInForce }), ...(shown.wrong === undefined ? {} : { wrong: shown.wrong }),
    ...(found === undefined ? {} : { result: resultView(registry, found, shown.law) }),
  };
}

function resultView(registry: Registry, found: RecordPreflight, law: PlainDate): PreflightView {
  const { direct, proposals, open, closed, counts, plan, noWayOut, publishedUntil } = found;
  const state = stateOf(counts);
  const out = plan.find(({ exit, measures }) => exit.earliest !== undefined && measures.length > 0);
  return {
    type: found.type, state, counts: { ...counts, gained: direct.gained.length }, entailed: direct.entailed, closed, noWayOut, lostLists: direct.lostLists, officeHolders: [...new Set([direct, ...proposals.map(({ brings }) => brings)].flatMap((each) => each.officeHolders.map(({ measure }) => measure)))],
    ...(out?.exit.earliest === undefined ? {} : { out: { day: out.exit.earliest, provisional: out.exit.provisional === true, act: exitView(registry, out.exit, found.on)?.act ?? "term", now: hasCome(out.exit.earliest, found.on) } }),
    proposals: proposals.map(({ list, owner, colour, criteria, brings }) => ({ list, owner, colour, end: brings.end, criteria: criteria.map((each) => criterionLine(registry, each, list)), binding: brings.binding.length, possible: brings.possible.length, lostLists: brings.lostLists })),
    open: open.map(({ list, owner, needs }) => ({ list, owner, needs: needs.map((fact) => factNames(registry, fact)) })),
    rows: [...rowsOf(registry, direct, false), ...proposals.flatMap(({ brings }) => rowsOf(registry, brings, true))].toSorted((a, b) => ORDER[a.state] - ORDER[b.state]),
    ...(publishedUntil === undefined ? {} : { publishedUntil }),
    plan: plan.flatMap((step) => planView(registry, step, found.on)),
    regimes: regimesView(found.regimes, law),
  };
}

/** A choice by the name a sheet of such records gives it. */
function choiceOf(registry: Registry, type: string, field: string, value: string): { readonly names?: Names } {
  const names = choiceNames(registry, type, field, value);
  return names === undefined ? {} : { names };
}

const ORDER: Readonly<Record<PreflightRow["state"], number>> = { bound: 0, ifListed: 1, may: 2, undetermined: 3, lost: 4, lostIfListed: 5, gained: 6 };

function stateOf({ bound, may, proposed, undetermined, openLists }: ForeseenCounts): PreflightView["state"] {
  if (bound > 0) return "bound";
  if (may > 0 || proposed > 0) return "may";
  return undetermined > 0 || openLists > 0 ? "undetermined" : "clear";
}

/** A named criterion with its result, and the facts that would settle it. */
export function criterionLine(registry: Registry, { id, holds, needs = [] }: CriterionResult, list?: LawId): CriterionLine {
  return { names: criterionNames(registry, id, list), state: holds === "unknown" ? "unknown" : holds === false ? "notMet" : "met", needs: holds === "unknown" ? needs.map((fact) => factNames(registry, fact)) : [], ...(holds === "presumed" ? { presumed: true as const } : {}) };
}

function rowsOf(registry: Registry, { binding, possible, lost, gained, open }: Consequences, ifListed: boolean): readonly PreflightRow[] {
  const row = (state: PreflightRow["state"], { measure, authority, effects, acts, list, memorandum, end, exit }: ForeseenMeasure): PreflightRow => ({
    state, measure, authority, effects, acts, end, needs: [], ...(list === undefined ? {} : { list }), ...(memorandum === undefined ? {} : { memorandum }),
    ...(exit?.earliest === undefined ? {} : { earliest: { day: exit.earliest, provisional: exit.provisional === true } }),
  });
  return [
    ...binding.map((each) => row(ifListed ? "ifListed" : "bound", each)), ...possible.map((each) => row("may", each)),
    ...open.map(({ measure, authority, acts, facts, memorandum }): PreflightRow => ({ state: "undetermined", measure, authority, effects: registry.rulebook.get("measure", measure)?.effects ?? [], acts, needs: facts.map((fact) => factNames(registry, fact)), ...(memorandum === undefined ? {} : { memorandum }) })),
    ...lost.map((each) => row(ifListed ? "lostIfListed" : "lost", each)), ...gained.map((each) => row("gained", each)),
  ];
}

/** A way out with what it is of and how many burdens it ends. */
function planView(registry: Registry, { exit, of, measures }: PlanStep, on: PlainDate): readonly ExitView[] {
  const view = exitView(registry, exit, on);
  if (view === undefined) return [];
  const list = exit.list === undefined ? undefined : ruleNames(registry, exit.list);
  const [one, n] = [measures.length === 1, measures.length];
  const what: Names = of === "record" || list === undefined ? { en: "Of the record itself", zh: "针对这条记录本身" } : of === "entailed" ? { en: `Of the listing the law itself makes: ${list.en}`, zh: `针对法律直接产生的列入：${list.zh ?? list.en}` } : { en: `Only if it is listed: ${list.en}`, zh: `仅在被列入之后：${list.zh ?? list.en}` };
  const how: Names = exit.repair === undefined ? { en: "", zh: "" } : exit.acts[0] === "term" ? { en: ", by the lapse of time", zh: "，期满自行终止" } : { en: ", on application", zh: "，须提出申请" };
  const ends: Names = n === 0 ? { en: "", zh: "" } : { en: `; ends ${n} ${one ? "burden" : "burdens"}`, zh: `；终止${n}项限制` };
  return [{ ...view, text: { en: `${what.en}${how.en}${ends.en}.`, zh: `${what.zh ?? ""}${how.zh ?? ""}${ends.zh ?? ""}。` } }];
}

function regimesView(regimes: readonly RegimeForeseen[], law: PlainDate): readonly RegimeView[] {
  const current = regimes.findLast((regime) => regime.law <= law);
  return regimes.map((regime) => ({ label: regime.names, law: regime.law, current: regime === current, ...(regime.counts === null ? { note: { en: "no such record in that law", zh: "当时法规没有这种记录" } } : { state: stateOf(regime.counts), note: noteOf(regime.counts) }) }));
}

function noteOf({ bound, may, proposed, entailed, undetermined, openLists }: ForeseenCounts): Names {
  const parts = [
    ...(bound > 0 ? [{ en: `${bound} bound`, zh: `${bound}个事项受限` }] : []), ...(may > 0 ? [{ en: `${may} may be`, zh: `${may}个可能受限` }] : []),
    ...(entailed > 0 ? [{ en: `on ${entailed} ${entailed === 1 ? "list" : "lists"} by law`, zh: `直接列入${entailed}份名单` }] : []), ...(proposed > 0 ? [{ en: `${proposed} ${proposed === 1 ? "list" : "lists"} could follow`, zh: `可能列入${proposed}份名单` }] : []),
    ...(undetermined > 0 ? [{ en: `${undetermined} undetermined`, zh: `${undetermined}个无法确定` }] : []), ...(openLists > 0 ? [{ en: `${openLists} ${openLists === 1 ? "list hangs" : "lists hang"} on facts`, zh: `${openLists}份名单取决于事实` }] : []),
  ];
  return parts.length === 0 ? { en: "nothing follows", zh: "没有后果" } : { en: parts.map(({ en }) => en).join(", "), zh: parts.map(({ zh }) => zh).join("，") };
}
