// Reason chains: from the measure back to the record. Measures that one listing sets off by one memorandum share a chain, so that
// nothing is told twice.
import type { Answer, CriterionResult, EffectInForce } from "../../domain/restrictions/index.ts";
import { criteriaOf, endIn, valueWords, type Registry, type Standing, type StandingListing } from "../../service/index.ts";
import type { ChainLink, Language, Names, ValueHere } from "../portal/index.ts";
import { criterionNames, factNames } from "./fact-names.ts";
import { editionOf, groundsOf, recordValues } from "./file-rows.ts";
import { basisView } from "./law-views.ts";

type Because = Exclude<EffectInForce["because"], { readonly withheld: true }>;

interface Case {
  readonly registry: Registry;
  readonly standing: Standing;
  readonly language: Language;
}

export function chainsOf(registry: Registry, standing: Standing, answer: Answer, language: Language): readonly (readonly ChainLink[])[] {
  const here = { registry, standing, language };
  const groups = new Map<string, EffectInForce[]>();
  for (const effect of answer.effects) {
    const key = "withheld" in effect.because ? effect.measure : JSON.stringify({ ...effect.because, clause: undefined });
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  return [...groups.values()].map((effects) => [...effects.map((effect) => measureLink(here, effect)), ...behind(here, effects)]);
}

function measureLink({ registry, language }: Case, effect: EffectInForce): ChainLink {
  const list = "withheld" in effect.because || effect.because.trigger.kind !== "list" ? "" : effect.because.trigger.list;
  return {
    kind: "measure", measure: effect.measure, authority: effect.authority, effects: [effect.effect], force: effect.force, from: effect.from, end: endIn(registry, list, effect.end, language),
    ...(effect.amount === undefined ? {} : { amount: effect.amount }), basis: effect.basis.map((basis) => ({ ...basis })),
  };
}

function behind(here: Case, effects: readonly EffectInForce[]): readonly ChainLink[] {
  const [first] = effects;
  if (first === undefined) return [];
  const { because } = first;
  if ("withheld" in because) return [{ kind: "withheld", authority: because.authority }];
  const criteria = because.criteria.filter((result) => result.holds !== false);
  const records = [...new Set(because.criteria.flatMap((result) => result.records ?? []))];
  return [
    ...clauseLink(here, effects, because), ...triggerLinks(here, because),
    ...criteria.map((result) => criterionLink(here, because, result)),
    ...records.flatMap((id) => recordLink(here, id)),
  ];
}

/** The words of the law stand with the clause; where several clauses share the link, each measure has its own. */
function clauseLink({ registry }: Case, effects: readonly EffectInForce[], because: Because): readonly ChainLink[] {
  const memorandum = because.memorandum === undefined ? undefined : registry.rulebook.get("memorandum", because.memorandum);
  if (memorandum === undefined) return [];
  const quote = effects.length === 1 ? effects[0]?.basis.find((basis) => basis.quote !== undefined)?.quote : undefined;
  const clauses = effects.flatMap((effect) => ("withheld" in effect.because ? [] : (effect.because.clause ?? [])));
  return [{ kind: "clause", memorandum: memorandum.id, clauses, parties: memorandum.parties.length, ...(quote === undefined ? {} : { quote }), ...(memorandum.from === undefined ? {} : { since: memorandum.from }), basis: memorandum.basis.map(basisView) }];
}

function triggerLinks(here: Case, because: Because): readonly ChainLink[] {
  const { registry, standing } = here;
  const { trigger } = because;
  switch (trigger.kind) {
    case "list": {
      const listing = standing.listings.find((each) => each.listing === trigger.listing);
      const decision: ChainLink = { kind: "decision", basis: procedureBasis(registry, trigger.list), ...stepDays(listing), ...(because.decidedBy === undefined ? {} : { by: because.decidedBy }), ...(because.decidedOn === undefined ? {} : { on: because.decidedOn }) };
      return [listingLink(here, trigger.list, trigger.listing, listing), decision];
    }
    case "entailed": {
      const list = registry.rulebook.get("list", trigger.list);
      const cause = list?.entailed?.names;
      const basis = list?.basis.map(basisView) ?? [];
      return [{ kind: "entailed", list: trigger.list, basis, says: cause === undefined ? { en: "The law itself makes this listing.", zh: "依法当然列入。" } : { en: `The law itself makes this listing: ${lowered(cause.en)}.`, zh: `依法当然列入：${cause.zh ?? cause.en}。` } }];
    }
    case "record":
      return recordLink(here, trigger.record);
    case "status": {
      const names = registry.rulebook.all("term").find((term) => term.taxonomy === "status" && term.value === trigger.status)?.names ?? { en: trigger.status };
      return [{ kind: "status", says: { en: `Its status is: ${lowered(names.en)}.`, zh: `其登记状态为：${names.zh ?? names.en}。` }, basis: [] }];
    }
  }
}

function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What another body published says why in its grounds; a listing of this register's own says it in the criteria that follow. */
function listingLink({ registry, standing, language }: Case, id: string, listing: string, onFile: StandingListing | undefined): ChainLink {
  const list = registry.rulebook.all("list").find((each) => each.id === id);
  const grounds = onFile === undefined ? undefined : groundsOf(onFile.fields);
  const edition = onFile === undefined ? undefined : editionOf(standing, onFile);
  return {
    kind: "listing", list: id, listing, holds: onFile?.holds === "kept" ? "kept" : (list?.holds ?? "reported"), end: onFile === undefined ? { kind: "notStated" } : endIn(registry, id, onFile.end, language), basis: list?.basis.map(basisView) ?? [],
    ...(list === undefined ? {} : { owner: list.owner }), ...(onFile === undefined ? {} : { from: onFile.effectiveFrom }), ...(onFile?.source ? { source: onFile.source } : {}),
    ...(grounds === undefined ? {} : { grounds: { en: grounds } }), ...(edition === undefined ? {} : { edition }),
  };
}

function procedureBasis(registry: Registry, list: string): readonly ReturnType<typeof basisView>[] {
  const procedure = registry.rulebook.all("list").find((each) => each.id === list)?.procedure;
  return procedure === undefined ? [] : (registry.rulebook.get("procedure", procedure)?.basis.map(basisView) ?? []);
}

/** The days of the steps before a listing of this register's own. */
function stepDays(listing: StandingListing | undefined): { readonly noticeOn?: string; readonly answeredOn?: string; readonly answerUntil?: string } {
  const { noticeOn = null, answeredOn = null, answerUntil = null } = listing?.steps ?? {};
  return { ...(noticeOn === null ? {} : { noticeOn }), ...(answeredOn === null ? {} : { answeredOn }), ...(answerUntil === null ? {} : { answerUntil }) };
}

/** Where the criterion stands in the law, its expression where it is a single comparison, and what met it. */
function criterionLink(here: Case, because: Because, result: CriterionResult): ChainLink {
  const criterion = criteriaOf(here.registry).get(result.id);
  const basis = criterion !== undefined && "basis" in criterion ? criterion.basis.map(basisView) : [];
  const values = criterion?.kind === "holds" ? valuesHere(here, because, result, criterion.compiled.paths) : [];
  return {
    kind: "criterion", id: result.id, says: criterionNames(here.registry, result.id), holds: result.holds, basis, ...(criterion?.kind === "holds" ? { expression: criterion.expression } : {}),
    ...(values.length === 0 ? {} : { values }), ...(result.needs === undefined ? {} : { needs: result.needs.map((need) => factNames(here.registry, need)) }),
  };
}

/** The facts a comparison read, as they stand on the record or the listing it was about. */
function valuesHere({ registry, standing, language }: Case, because: Because, result: CriterionResult, paths: readonly string[]): readonly ValueHere[] {
  const { trigger } = because;
  const listing = trigger.kind === "list" ? standing.listings.find((each) => each.listing === trigger.listing) : undefined;
  const record = standing.records.find((each) => each.record === (result.records?.[0] ?? (trigger.kind === "record" ? trigger.record : "")));
  return paths.flatMap((path): readonly ValueHere[] => {
    const [group, name = ""] = path.split(".");
    const names = factNames(registry, path);
    if (group === "record" && record !== undefined) return said(names, record.fields[name] === undefined ? dayOf(record, name) : valueWords(registry, record.type, name, record.fields[name], language));
    if (group === "listing" && listing !== undefined) return said(names, listing.fields[name] === undefined ? listingFact(registry, listing, name, language) : valueWords(registry, listing.list, name, listing.fields[name], language));
    return [];
  });
}

function said(names: Names, value: string | null | undefined): readonly ValueHere[] {
  return value === undefined || value === null ? [] : [{ names, value }];
}

function dayOf(record: Standing["records"][number], name: string): string | null {
  return name === "decidedOn" ? record.decidedOn : name === "actedOn" ? record.actedOn : null;
}

function listingFact(registry: Registry, listing: StandingListing, name: string, language: Language): string | null {
  if (name === "decidedOn") return listing.decidedOn;
  if (name === "effectiveFrom") return listing.effectiveFrom;
  if (name === "until") return listing.end.kind === "fixed" ? listing.end.until : null;
  return name === "originator" && listing.decidedBy !== null ? valueWords(registry, listing.list, name, listing.decidedBy, language) : null;
}

/** The record, where the asker may see it. */
function recordLink({ registry, standing, language }: Case, id: string): readonly ChainLink[] {
  const record = standing.records.find((each) => each.record === id);
  if (record === undefined) return [];
  return [{ kind: "record", type: record.type, record: record.record, position: record.position, values: recordValues(registry, record, language), basis: registry.rulebook.get("record-type", record.type)?.basis.map(basisView) ?? [], ...(record.decidedOn === null ? {} : { on: record.decidedOn }), ...(record.source === null ? {} : { source: record.source }) }];
}
