// Organisation to page: the standing and, where an act was asked about, its answer with reason chains and ways out.
import type { Language, Names, PlainDate } from "../../domain/terms/index.ts";
import type { Act, Measure } from "../../domain/rules/index.ts";
import type { Answer, EffectInForce, Exit, PossibleEffect } from "../../domain/restrictions/index.ts";
import { criteriaOf, shortOf, type Registry, type Standing, type StandingListing } from "../../service/index.ts";
import type { ActChoice, AnswerView, ChainLink, EffectRow, ExitView, OrganisationModel, RecordRow, State } from "../portal/index.ts";
import { termNames } from "./frame.ts";
import { basisView, groundsOf } from "./law-models.ts";

/** Every act one can ask about, one line for each place where the act asks for an authority. */
export function actChoices(registry: Registry, law: PlainDate, bodies?: readonly string[]): readonly ActChoice[] {
  const statute = registry.rulebook.on(law);
  return statute.all("act").filter((act) => bodies === undefined || bodies.includes(act.id.slice(0, act.id.indexOf(":")))).flatMap((act) => {
    const body = registry.rulebook.bodyFacts.get(act.id.slice(0, act.id.indexOf(":")))?.names;
    const group = body === undefined ? {} : { group: body };
    if (act.where !== "authority") return [{ value: act.id, names: act.names, ...group }];
    return act.authorities.map((authority) => ({ value: `${act.id}@${shortOf(statute, authority)}`, names: atPlace(registry, act, authority), ...group }));
  });
}

function atPlace(registry: Registry, act: Act, authority: string): Names {
  const names = registry.rulebook.all("authority").find((each) => each.id === authority)?.names;
  return names === undefined ? act.names : { en: `${act.names.en}: ${names.en}`, zh: `${act.names.zh ?? act.names.en}：${names.zh ?? names.en}` };
}

export function organisationModel(registry: Registry, standing: Standing, answer: Answer | undefined, language: Language): OrganisationModel {
  const { organisation, asOf } = standing;
  const acts = actChoices(registry, asOf.law);
  const [main, other] = namesFor(language, organisation);
  const { status, kind, legalForm, sector, region, country, address, establishedOn, officeHolders } = organisation.attributes;
  return {
    organisation: {
      file: organisation.file ?? "", name: main, codes: organisation.allCodes, ...(other === undefined ? {} : { otherName: other }),
      ...named("status", termNames(registry, "status", status)), ...named("kind", kind === undefined ? undefined : termNames(registry, "legal-form", kind)), ...named("legalForm", termNames(registry, "legal-form", legalForm)),
      ...named("sector", termNames(registry, "sector", sector)), ...named("region", termNames(registry, "region", region)),
      ...(country === undefined ? {} : { country }), ...(address === undefined ? {} : { address }), ...(establishedOn === undefined ? {} : { establishedOn }), ...(officeHolders === undefined ? {} : { officeHolders: officeHolders.map(({ name }) => ({ office: language === "zh" ? "法定代表人" : "Legal representative", name })) }),
    },
    presets: presetsOf(standing), acts,
    counts: { bound: standing.verdicts.bound, undetermined: standing.verdicts.undetermined, clear: standing.verdicts.clear, may: standing.acts.filter((act) => act.possible.length > 0).length, favoured: standing.acts.filter((act) => act.favours.length > 0).length },
    ...(answer === undefined ? {} : { answer: answerView(registry, standing, answer, acts) }),
    effects: effectRows(registry, standing, acts), regimes: [], codes: organisation.allCodes,
    names: organisation.names.map(({ text, kind: nameKind, source }) => ({ text, kind: nameKind, ...(source === null ? {} : { source }) })),
    records: standing.records.map((record) => recordRow(registry, record, language)),
    listings: standing.listings.map((listing) => ({
      list: listing.list, listing: listing.listing, state: stateOfListing(listing), from: listing.effectiveFrom, end: listing.end, ...(listing.decidedBy === null ? {} : { originator: listing.decidedBy }),
      ...(groundsOf(listing.fields) === undefined ? {} : { grounds: groundsOf(listing.fields) ?? "" }), ...(listing.source === null ? {} : { source: listing.source }),
      ...(listing.editionDay === null ? {} : { lastEdition: { edition: listing.editionDay, asOf: listing.editionDay, inferred: false } }),
    })),
    deliveries: [],
  };
}

/** The name a page in this language opens with, and the other one. */
function namesFor(language: Language, organisation: Standing["organisation"]): readonly [string, string | undefined] {
  const main = organisation.name ?? "";
  const others = organisation.names.filter((name) => name.text !== main && (name.kind === "alias" || name.kind === "local" || name.kind === "main")).map((name) => name.text);
  const inLatin = others.find((name) => !/\p{Script=Han}/u.test(name));
  return language === "en" && /\p{Script=Han}/u.test(main) && inLatin !== undefined ? [inLatin, main] : [main, others[0]];
}

function named<K extends string>(key: K, names: Names | undefined): Partial<Record<K, Names>> {
  return names === undefined ? {} : ({ [key]: names } as Partial<Record<K, Names>>);
}

function stateOfListing(listing: StandingListing): "current" | "gone" | "ended" | "to-come" {
  switch (listing.state) {
    case "stands": return "current";
    case "notYet": return "to-come";
    case "gone": return "gone";
    case "ended": case "removed": case "annulled": return "ended";
  }
}

/** Days that matter on this page: when its listings began, a year ago. */
function presetsOf(standing: Standing): OrganisationModel["presets"] {
  const days = [...new Set(standing.listings.map((listing) => listing.effectiveFrom))].filter((day) => day !== standing.asOf.on).slice(0, 3);
  return days.map((day) => ({ label: { en: `the day it was listed, ${day}`, zh: `列入之日${day}` }, clocks: { on: day } }));
}

function recordRow(registry: Registry, record: Standing["records"][number], language: Language): RecordRow {
  const type = registry.rulebook.get("record-type", record.type);
  return {
    type: record.type, record: record.record, position: record.position, ...(record.decidedOn === null ? {} : { on: record.decidedOn }), ...(record.source === null ? {} : { source: record.source }),
    fields: Object.entries(record.fields).map(([name, value]) => ({ names: type?.fields.find((field) => field.name === name)?.names ?? { en: name }, value: valueWords(registry, record.type, name, value, language) })),
  };
}

/** A field's value as a reader says it: choices by their names in the template, flags as yes or no, money grouped. */
function valueWords(registry: Registry, type: string, name: string, value: Standing["records"][number]["fields"][string], language: Language): string {
  if (typeof value === "boolean") return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "object" && "minor" in value) return money(value.minor, value.currency, language);
  const columns = registry.rulebook.all("template").filter((template) => template.of.kind === "record" && template.of.type === type).flatMap((template) => template.columns);
  const choices = columns.find((column) => column.to === `field:${name}`)?.choices ?? [];
  return (typeof value === "object" ? value : [String(value)]).map((each) => {
    const names = choices.find((choice) => choice.value === each)?.names;
    return names === undefined ? each : language === "zh" ? (names.zh ?? names.en) : names.en;
  }).join(language === "zh" ? "、" : ", ");
}

function money(minor: number, currency: string, language: Language): string {
  const amount = `${minor < 0 ? "-" : ""}${String(Math.trunc(Math.abs(minor) / 100)).replace(/\B(?=(?:\d{3})+$)/g, ",")}.${String(Math.abs(minor) % 100).padStart(2, "0")}`;
  return language === "zh" && currency === "CNY" ? `${amount}元` : `${amount} ${currency}`;
}

function effectRows(registry: Registry, standing: Standing, choices: readonly ActChoice[]): readonly EffectRow[] {
  const rows = standing.acts.flatMap((act): EffectRow[] => {
    const names = choices.find((choice) => choice.value === act.act)?.names ?? { en: act.act };
    const asked = { value: act.act, names };
    const of = (effect: EffectInForce | PossibleEffect, state: State, effects: EffectRow["effects"]): EffectRow => effectRow(registry, asked, effect, state, effects);
    return [
      ...act.effects.map((effect) => of(effect, "bound", [effect.effect])), ...act.possible.map((effect) => of(effect, "may", effect.effects)), ...act.favours.map((effect) => of(effect, "favoured", [effect.effect])),
      ...act.missing.filter((missing) => missing.kind !== "where").flatMap((missing): EffectRow[] => {
        const measure = registry.rulebook.get("measure", missing.neededBy);
        return measure === undefined ? [] : [{ state: "undetermined", act: asked, effects: measure.effects, measure: measure.id, ...clauseOf(measure), authority: measure.authority, force: "mandatory", note: missingNames(registry, missing.fact) }];
      }),
    ];
  });
  const order: Readonly<Record<EffectRow["state"], number>> = { bound: 0, may: 1, undetermined: 2, favoured: 3, released: 4 };
  return [...new Map(rows.map((row) => [`${row.act.value} ${row.measure} ${row.state} ${row.from ?? ""}`, row])).values()].sort((a, b) => order[a.state] - order[b.state]);
}

function effectRow(registry: Registry, act: EffectRow["act"], effect: EffectInForce | PossibleEffect, state: State, effects: EffectRow["effects"]): EffectRow {
  const measure = registry.rulebook.get("measure", effect.measure);
  const [first] = effect.exits.filter((exit) => exit.earliest !== undefined);
  return {
    state: state === "may" || state === "favoured" ? state : "bound", act, effects, measure: effect.measure, ...(measure === undefined ? {} : clauseOf(measure)), authority: effect.authority, force: effect.force,
    from: effect.from, end: effect.end, ...(effect.amount === undefined ? {} : { amount: effect.amount }), ...(effect.reaches === undefined ? {} : { reaches: effect.reaches }),
    ...(first?.earliest === undefined ? {} : { earliest: { day: first.earliest, provisional: first.provisional === true } }),
  };
}

function clauseOf(measure: Measure): Pick<EffectRow, "clause" | "memorandum"> {
  return { ...(measure.clause === undefined ? {} : { clause: measure.clause }), ...(measure.memorandum === undefined ? {} : { memorandum: measure.memorandum }) };
}

function answerView(registry: Registry, standing: Standing, answer: Answer, choices: readonly ActChoice[]): AnswerView {
  const words = answer.words;
  const [first] = answer.exits;
  return {
    act: choices.find((choice) => choice.value === answer.act) ?? { value: answer.act, names: { en: answer.act } },
    verdict: answer.verdict, decision: answer.decision,
    sentence: { en: words?.en.sentence ?? "", zh: words?.zh.sentence ?? "" },
    reasons: both(words?.en.reasons ?? [], words?.zh.reasons ?? []).slice(0, 2),
    ...(first === undefined ? {} : { out: { ...(first.earliest === undefined ? {} : { day: first.earliest, provisional: first.provisional === true }), sentence: { en: words?.en.exits[0] ?? "", zh: words?.zh.exits[0] ?? "" } } }),
    knows: knowsOf(registry, answer),
    chains: answer.effects.map((effect) => chainOf(registry, standing, effect)),
    exits: exitViews(registry, answer),
    missing: answer.missing.map((missing) => ({ fact: missingNames(registry, missing.fact), neededBy: missing.neededBy, ...(missing.of === undefined ? {} : { from: missing.of }), ...(missing.since === undefined ? {} : { since: missing.since }) })),
    presumed: answer.presumed.map((id) => criterionNames(registry, id)),
    spared: answer.spared.map((spared) => ({ measure: spared.measure, authority: spared.authority, failed: spared.failed === "declined" ? { en: "the authority declined it", zh: "该机关已决定不适用" } : criterionNames(registry, spared.failed) })),
  };
}

function both(en: readonly string[], zh: readonly string[]): readonly Names[] {
  return en.map((text, index) => ({ en: text, zh: zh[index] ?? text }));
}

/** Which editions the answer rests on; what nobody handed in is not among them. */
function knowsOf(registry: Registry, answer: Answer): Names {
  const editions = Object.entries(answer.asOf.editions);
  if (editions.length === 0) return { en: "No edition of a published list stands behind this answer; it rests on what authorities handed in here.", zh: "本答复不依据任何已公布名单的某一期，仅依据各机关向本登记册报送的资料。" };
  const list = (language: "en" | "zh"): string => editions.map(([id, day]) => {
    const names = registry.rulebook.all("list").find((each) => each.id === id)?.names;
    return language === "zh" ? `${names?.zh ?? names?.en ?? id}（${day}）` : `${names?.en ?? id} (${day})`;
  }).join(language === "zh" ? "、" : ", ");
  return { en: `Rests on: ${list("en")}.`, zh: `依据：${list("zh")}。` };
}

function chainOf(registry: Registry, standing: Standing, effect: EffectInForce): readonly ChainLink[] {
  const measure: ChainLink = { kind: "measure", measure: effect.measure, authority: effect.authority, effects: [effect.effect], force: effect.force, from: effect.from, end: effect.end, ...(effect.amount === undefined ? {} : { amount: effect.amount }), basis: effect.basis.map((basis) => ({ ...basis })) };
  const { because } = effect;
  if ("withheld" in because) return [measure, { kind: "withheld", authority: because.authority }];
  const memorandum = because.memorandum === undefined ? undefined : registry.rulebook.get("memorandum", because.memorandum);
  const quote = effect.basis.find((basis) => basis.quote !== undefined)?.quote;
  return [
    measure,
    ...(memorandum === undefined ? [] : [{ kind: "clause" as const, memorandum: memorandum.id, ...(because.clause === undefined ? {} : { clause: because.clause }), parties: memorandum.parties.length, ...(quote === undefined ? {} : { quote }), ...(memorandum.from === undefined ? {} : { since: memorandum.from }), basis: memorandum.basis.map(basisView) }]),
    ...triggerLinks(registry, standing, because),
    ...because.criteria.filter((result) => result.holds !== false).map((result): ChainLink => ({ kind: "criterion", id: result.id, says: criterionNames(registry, result.id), holds: result.holds, ...lawOfCriterion(registry, result.id), ...(result.needs === undefined ? {} : { needs: result.needs }) })),
    ...[...new Set(because.criteria.flatMap((result) => result.records ?? []))].flatMap((id) => recordLink(registry, standing, id)),
  ];
}

type Known = Exclude<EffectInForce["because"], { readonly withheld: true }>;

function triggerLinks(registry: Registry, standing: Standing, because: Known): readonly ChainLink[] {
  const { trigger } = because;
  switch (trigger.kind) {
    case "list": {
      const list = registry.rulebook.get("list", trigger.list);
      const listing = standing.listings.find((each) => each.listing === trigger.listing);
      return [
        { kind: "listing", list: trigger.list, listing: trigger.listing, holds: list?.holds ?? "reported", end: listing?.end ?? { kind: "notStated" }, basis: list?.basis.map(basisView) ?? [],
          ...(list === undefined ? {} : { owner: list.owner }), ...(listing === undefined ? {} : { from: listing.effectiveFrom }), ...(listing?.source ? { source: listing.source } : {}),
          ...(listing === undefined || groundsOf(listing.fields) === undefined ? {} : { grounds: { en: groundsOf(listing.fields) ?? "" } }), ...(listing?.editionDay ? { edition: { asOf: listing.editionDay, inferred: false } } : {}) },
        { kind: "decision", basis: [], ...stepDays(listing), ...(because.decidedBy === undefined ? {} : { by: because.decidedBy }), ...(because.decidedOn === undefined ? {} : { on: because.decidedOn }) },
      ];
    }
    case "entailed": {
      const list = registry.rulebook.get("list", trigger.list);
      return [{ kind: "entailed", list: trigger.list, says: { en: `The law itself makes this listing, because of ${trigger.cause.join(", ")}.`, zh: `因${trigger.cause.join("、")}，依法当然列入。` }, basis: list?.basis.map(basisView) ?? [] }];
    }
    case "record":
      return recordLink(registry, standing, trigger.record);
    case "status":
      return [{ kind: "status", says: { en: `Its status is ${trigger.status}.`, zh: `其状态为${trigger.status}。` }, basis: [] }];
  }
}

/** Where the criterion stands in the law, and its expression where it is a single comparison. */
function lawOfCriterion(registry: Registry, id: string): { readonly basis: ReturnType<typeof basisView>[]; readonly expression?: string } {
  const criterion = criteriaOf(registry).get(id);
  const basis = criterion !== undefined && "basis" in criterion ? criterion.basis.map(basisView) : [];
  return criterion?.kind === "holds" ? { basis, expression: criterion.expression } : { basis };
}

/** The record, where the asker may see it. */
function recordLink(registry: Registry, standing: Standing, id: string): readonly ChainLink[] {
  const record = standing.records.find((each) => each.record === id);
  if (record === undefined) return [];
  return [{ kind: "record", type: record.type, record: record.record, position: record.position, basis: registry.rulebook.get("record-type", record.type)?.basis.map(basisView) ?? [], ...(record.decidedOn === null ? {} : { on: record.decidedOn }), ...(record.source === null ? {} : { source: record.source }) }];
}

/** The days of the steps before a listing of this register's own. */
function stepDays(listing: StandingListing | undefined): { readonly noticeOn?: string; readonly answeredOn?: string; readonly answerUntil?: string } {
  const { noticeOn = null, answeredOn = null, answerUntil = null } = listing?.steps ?? {};
  return { ...(noticeOn === null ? {} : { noticeOn }), ...(answeredOn === null ? {} : { answeredOn }), ...(answerUntil === null ? {} : { answerUntil }) };
}

/** Ways out of the triggers that bind, each once, earliest first. */
function exitViews(registry: Registry, answer: Answer): readonly ExitView[] {
  const exits = new Map<string, ExitView>();
  for (const exit of answer.effects.flatMap((effect) => effect.exits)) {
    const view = exitView(registry, exit, answer.asOf.on);
    if (view !== undefined) exits.set(JSON.stringify([exit.acts, exit.earliest, exit.exit]), view);
  }
  return [...exits.values()];
}

const EXIT_ACTS = ["term", "repair", "performance", "objection", "annulment", "release", "review"] as const;

function exitView(registry: Registry, exit: Exit, on: string): ExitView | undefined {
  const act = EXIT_ACTS.find((each) => each === exit.acts[0]);
  if (act === undefined) return undefined;
  const rule = exit.list === undefined ? undefined : registry.rulebook.get("list", exit.list)?.exits.flatMap((version) => version.value).find((each) => each.id === exit.exit);
  return {
    act, conditions: rule?.conditions.map((text) => ({ text, met: "unknown" as const })) ?? [], basis: rule?.basis.map(basisView) ?? [],
    when: exit.earliest === undefined ? (act === "term" ? { kind: "notStated" } : { kind: "now" }) : exit.earliest <= on ? { kind: "now" } : { kind: "day", day: exit.earliest, provisional: exit.provisional === true },
    ...(rule === undefined ? {} : { names: rule.names }), ...(rule?.by === undefined ? {} : { by: rule.by }),
  };
}

/** A fact by its path, in words where the law names it. */
function missingNames(registry: Registry, fact: string): Names {
  const [group, name] = fact.split(".");
  if (fact === "where") return { en: "where: the place of the act", zh: "地点" };
  const fields = group === "listing" ? registry.rulebook.all("list").flatMap((list) => list.fields) : group === "record" ? registry.rulebook.all("record-type").flatMap((type) => type.fields) : [];
  return fields.find((field) => field.name === name)?.names ?? { en: fact };
}

function criterionNames(registry: Registry, id: string): Names {
  return criteriaOf(registry).get(id)?.names ?? { en: id };
}
