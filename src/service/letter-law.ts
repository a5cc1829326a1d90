// Letter law: what a letter has from the law: consequences, ways out, remedies with their last days, and what the organisation can do now.
import type { LawId, Names, PlainDate, RecordId } from "../domain/terms/index.ts";
import { valueOn } from "../domain/rules/index.ts";
import type { CaseAbout } from "../domain/events/index.ts";
import { exitsInLaw, remediesOf, type ApplicationPurpose, type Decided, type ExitDay, type ProcedureContext, type Remedy } from "../domain/cases/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import type { Letter, LetterConsequence, LetterRemedy, Wording } from "../outgoing/index.ts";
import { contextFor, lawAndClocks, thingOf, type CaseGround } from "./case-ground.ts";
import { allOf, both, inZh, joined, lawNames, withDay, wordsOfNames } from "./letter-wording.ts";

type Facts = NonNullable<Letter["facts"]>;

/** Every measure with who takes it, what it does and how strictly, under the memorandum or instrument that connects it. */
export function consequencesIn({ registry }: CaseGround, measures: readonly LawId[], on: PlainDate): readonly LetterConsequence[] {
  const { rulebook } = registry;
  return measures.map((id): LetterConsequence => {
    const measure = rulebook.get("measure", id);
    if (measure === undefined) return { measure: { en: id }, authority: { en: id } };
    const force = valueOn(measure.force, on);
    const law = measure.basis[0]?.instrument;
    const under = measure.memorandum !== undefined ? lawNames(registry, "memorandum", measure.memorandum) : law === undefined ? undefined : lawNames(registry, "instrument", law);
    return {
      measure: measure.names, authority: lawNames(registry, "authority", measure.authority), effects: measure.effects, confidence: measure.confidence,
      ...(force === undefined ? {} : { force }), ...(under === undefined ? {} : { under }),
    };
  });
}

/** The criteria the case rests on, and the records behind them. */
export function groundsOf({ registry, register }: CaseGround, list: LawId, criteria: readonly string[], records: readonly RecordId[]): Facts {
  // What a criterion is made of holds or fails with it: the law's own points are told.
  const known = registry.rulebook.get("list", list)?.criteria.flatMap(({ value }) => value) ?? [];
  const named = [...new Map(known.filter(({ id }) => id !== undefined && criteria.includes(id)).map(({ id, names }) => [id, names ?? { en: id ?? "" }])).values()];
  return [
    ...(named.length === 0 ? [] : [{ label: both("符合的列入情形", "Criteria met"), value: allOf(named) }]),
    ...records.flatMap((id): Facts => {
      const record = register.records.get(id);
      return record === undefined ? [] : [{ label: wordsOfNames(lawNames(registry, "record-type", record.type)), value: recordWords(record) }];
    }),
  ];
}

function recordWords({ id, decidedOn, actedOn }: { readonly id: RecordId; readonly decidedOn?: PlainDate; readonly actedOn?: PlainDate }): Wording {
  const day = decidedOn ?? actedOn;
  return day === undefined ? both(id, id) : withDay(day, (words) => `${words}（${id}）`, (words) => `${words} (${id})`);
}

/** What a case is about, in words. */
export function aboutWords({ registry, register }: CaseGround, about: CaseAbout): Wording | undefined {
  switch (about.kind) {
    case "organisation":
      return undefined;
    case "listing": {
      const listing = register.listings.get(about.listing);
      return listing === undefined ? both(about.listing, about.listing) : wordsOfNames(lawNames(registry, "list", listing.list));
    }
    case "record": {
      const record = register.records.get(about.record);
      return record === undefined ? both(about.record, about.record) : joined(wordsOfNames(lawNames(registry, "record-type", record.type)), both("，", ", "), recordWords(record));
    }
    case "join":
      return both(`档案${about.files.join("与")}视为同一组织`, `that the files ${about.files.join(" and ")} are one organisation`);
    case "matter":
      return both(`事项${about.matter}的决定`, `the decision in the case ${about.matter}`);
  }
}

/** Every way out of a listing that was just decided, with its earliest day and what the law wants to see. */
export function waysOut(ground: CaseGround, { list, decision, proposal }: Decided, on: PlainDate): NonNullable<Letter["waysOut"]> {
  const entry = ground.registry.rulebook.get("list", list);
  if (entry === undefined || decision.end === undefined) return [];
  const effectiveFrom = decision.effectiveFrom ?? decision.decidedOn;
  const days = {
    decidedOn: decision.decidedOn, effectiveFrom, appliedOn: on, ...(decision.publishedFrom === undefined ? {} : { publishedFrom: decision.publishedFrom }), ...(proposal.actedOn === undefined ? {} : { actedOn: proposal.actedOn }),
  };
  return exitsInLaw({ ...lawAndClocks(ground, entry.procedure), on }, entry, { end: decision.end, days }).map((exit) => ({
    what: exitWords(exit), earliest: { day: exit.earliest ?? effectiveFrom, provisional: exit.earliest !== undefined && exit.provisional === true && exit.decideBy === undefined }, ...confidenceOf(entry, exit),
  }));
}

function confidenceOf({ exits }: { readonly exits: readonly { readonly value: readonly { readonly id: string; readonly basis: readonly { readonly confidence: "high" | "medium" | "low" }[] }[] }[] }, { exit }: ExitDay): { readonly confidence?: "high" | "medium" | "low" } {
  const [basis] = exits.flatMap(({ value }) => value).find(({ id }) => id === exit)?.basis ?? [];
  return basis === undefined ? {} : { confidence: basis.confidence };
}

function exitWords({ names, conditions }: ExitDay): Wording {
  return conditions.length === 0 ? wordsOfNames(names) : joined(wordsOfNames(names), both("；需要：", "; it needs: "), allOf(conditions));
}

/** What can be asked for against a thing, by the law; `purposes` in the order they are shown. */
export function remediesAgainst(ground: CaseGround, about: CaseAbout, purposes: readonly ApplicationPurpose[], on: PlainDate): readonly (Remedy & { readonly office?: OpenOffice })[] {
  const thing = thingOf(ground, about);
  if (thing === undefined) return [];
  return purposes.flatMap((purpose) => {
    const context: ProcedureContext = contextFor(ground, { party: { kind: "organisation", files: ground.files }, thing, purpose, state: undefined });
    return remediesOf(context, purpose, on).map((remedy) => ({ ...remedy, ...(context.office === undefined ? {} : { office: context.office }) }));
  });
}

/** A remedy as a row of the letter. */
export function remedyRow({ registry }: CaseGround, { procedure, step, answered, due, office }: ReturnType<typeof remediesAgainst>[number]): LetterRemedy {
  const elsewhere = procedure.authority === undefined ? { en: "The body the law names for it, outside this register", zh: "法律规定的机构（不在本登记册内）" } : lawNames(registry, "authority", procedure.authority);
  const to = answered && office !== undefined ? office.names : elsewhere;
  return {
    what: wordsOfNames(procedure.names), to, time: wordsOfNames(step.names), ...(due === undefined ? {} : { lastDay: due }),
    confidence: (step.basis[0] ?? procedure.basis[0])?.confidence ?? procedure.confidence,
  };
}

/** What can be done now, in the law's own words for the step. */
export function stepLine(step: { readonly names: Names }, of?: { readonly names: Names }, until?: { readonly day: PlainDate }): Wording {
  const [zh, en] = [of === undefined ? inZh(step.names) : `${inZh(of.names)}：${inZh(step.names)}`, of === undefined ? step.names.en : `${of.names.en}: ${step.names.en}`];
  return until === undefined ? both(zh, en) : withDay(until.day, (day) => `${zh}，最后一日为${day}`, (day) => `${en}, until ${day}`);
}
