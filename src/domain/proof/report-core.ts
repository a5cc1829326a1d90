// Core: what a report says, without the words it is said in: records and listings by their place in the ledger and their days, effects by the ids of
// the law. A program that words things better says the same, and the code of an older paper still fits.
import type { JsonObject } from "../terms/index.ts";
import type { ReportContent, ReportEffect, ReportKind, ReportList } from "./report.ts";

/** Everything of a report that its code stands for. */
export function coreOf({ version, issuedAt, organisation: { file, name, codes }, purpose, period, asOf, statement, kinds, lists, binding }: ReportContent): JsonObject {
  return {
    version, issuedAt, file, name, codes: codes.map(({ value }) => value), purpose, period: { ...period }, asOf: { ...asOf }, statement: { ...statement, kinds: { ...statement.kinds }, lists: { ...statement.lists } },
    kinds: kinds.map(coreOfKind), lists: lists.map(coreOfList), binding: coreOfBinding(binding),
  };
}

export function coreOfKind({ id, delivered, count, records }: ReportKind): JsonObject {
  return { id, delivered: delivered === null ? null : { ...delivered }, count, records: records.map(({ decidedOn, actedOn, position, disputedSince }) => ({ decidedOn, actedOn, position, disputedSince })) };
}

export function coreOfList({ id, edition, stale, count, listings }: ReportList): JsonObject {
  return { id, edition: edition === null ? null : { ...edition }, stale, count, listings: listings.map(({ from, decidedOn, end, stands, disputedSince, hasToGo }) => ({ from, decidedOn, end: { ...end }, stands, disputedSince, hasToGo })) };
}

/** What binds, without why and how out. */
export function coreOfBinding({ verdicts, effects, possible, favours, missing }: ReportContent["binding"]): JsonObject {
  return { verdicts: { ...verdicts }, effects: effects.map(coreOfEffect), possible: possible.map(coreOfEffect), favours: favours.map(coreOfEffect), missing: missing.length };
}

function coreOfEffect({ id, effects, force, from, end }: ReportEffect): JsonObject {
  return { id, effects, force, from, end: { ...end } };
}
