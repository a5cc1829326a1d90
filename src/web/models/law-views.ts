// Law views: values of the law as the pages show them: bases, criteria, versions with the one that governs marked, lives and notes.
import type { Basis, Criterion, Dated, Entry, List } from "../../domain/rules/index.ts";
import type { CriterionView, LawEntryModel, MemorandumModel, Version } from "../portal/index.ts";

export function basisView({ instrument, article, quote, confidence }: Basis): { readonly instrument: string; readonly article?: string; readonly quote?: string; readonly confidence: Basis["confidence"] } {
  return { instrument, confidence, ...(article === undefined ? {} : { article }), ...(quote === undefined ? {} : { quote }) };
}

export function criterionView(criterion: Criterion): CriterionView {
  const head = { kind: criterion.kind, ...(criterion.id === undefined ? {} : { id: criterion.id }), ...(criterion.names === undefined ? {} : { names: criterion.names }) };
  switch (criterion.kind) {
    case "all": case "any": case "none":
      return { ...head, of: criterion.of.map(criterionView) };
    case "atLeast":
      return { ...head, count: criterion.count, of: criterion.of.map(criterionView) };
    case "exceptions":
      return { ...head, rule: criterionView(criterion.rule), unless: criterion.unless.map(criterionView) };
    case "holds":
      return { ...head, expression: criterion.expression, basis: criterion.basis.map(basisView), ...(criterion.presume === undefined ? {} : { presume: { value: criterion.presume.value, because: criterion.presume.because } }) };
    case "records":
      return { ...head, type: criterion.type, count: criterion.count, basis: criterion.basis.map(basisView), ...(criterion.whose === undefined ? {} : { whose: criterion.whose }), ...(criterion.months === undefined ? {} : { months: criterion.months }), ...(criterion.where === undefined ? {} : { where: criterionView(criterion.where) }) };
    case "listed":
      return { ...head, lists: criterion.lists, count: criterion.count, basis: criterion.basis.map(basisView), ...(criterion.whose === undefined ? {} : { whose: criterion.whose }), ...(criterion.colour === undefined ? {} : { colour: criterion.colour }) };
  }
}

export function versions<T, V>(dated: Dated<T>, law: string, view: (value: T) => V): readonly Version<V>[] {
  return dated.map((version) => ({
    ...(version.from === undefined ? {} : { from: version.from }), ...(version.until === undefined ? {} : { until: version.until }), value: view(version.value), basis: version.basis.map(basisView), current: isCurrent(version, law),
  }));
}

export function current<T>(dated: Dated<T>, law: string): T | undefined {
  return dated.find((version) => isCurrent(version, law))?.value;
}

export function isCurrent(version: { readonly from?: string; readonly until?: string }, law: string): boolean {
  return (version.from === undefined || version.from <= law) && (version.until === undefined || law < version.until);
}

export function lifeOf(entry: { readonly from?: string; readonly until?: string }): { readonly from?: string; readonly until?: string } {
  return { ...(entry.from === undefined ? {} : { from: entry.from }), ...(entry.until === undefined ? {} : { until: entry.until }) };
}

export function noteOf(entry: Pick<Entry, "note">): Pick<LawEntryModel, "note"> {
  return entry.note === undefined ? {} : { note: entry.note };
}

export function draftOf(entry: Pick<Entry, "draft">): Pick<LawEntryModel, "draft"> {
  return entry.draft === true ? { draft: true } : {};
}

/** A sentence beside a drawing names so many; all of them stand in the charter of the list. */
const WAYS_NAMED = 4;

/** The ways out of the lists that set things off: what ends with its trigger ends the day the listing ends. */
export function wayBackFrom(lists: readonly List[], law: string): Pick<MemorandumModel, "wayBack"> {
  if (lists.length === 0) return {};
  const exits = [...new Map(lists.flatMap((list) => current(list.exits, law) ?? []).map((exit) => [exit.names.en, exit.names])).values()];
  if (exits.length === 0) return { wayBack: { en: "the end of the listing, as its decision states it", zh: "列入依其决定所载终止" } };
  const [shown, more] = [exits.slice(0, WAYS_NAMED), exits.length - WAYS_NAMED];
  const words = { en: shown.map((names) => names.en).join("; "), zh: shown.map((names) => names.zh ?? names.en).join("；") };
  return { wayBack: more > 0 ? { en: `${words.en}; and ${more} more`, zh: `${words.zh}；另有${more}种` } : words };
}

/** What a reader comes for first, first; words and offices last. */
export const LAW_KINDS: readonly Entry["kind"][] = ["list", "memorandum", "measure", "act", "instrument", "authority", "procedure", "repair", "record-type", "grade", "directory-item", "penalty-item", "standard", "metric", "precedence", "calendar", "identifier", "template", "office", "term", "score-scheme", "score-rule"];
