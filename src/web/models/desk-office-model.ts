// Office to page: rows of the worklist, of what the criteria suggest, of the queue of releases.
import { criteriaOf, type CaseRow, type ConsentRow, type Proposal, type QueuedRelease, type Registry } from "../../service/index.ts";
import type { DeskCaseRow, DeskConsentRow, DeskProposalRow, DeskReleaseRow, Names } from "../portal/index.ts";

export function caseRow({ matter, purpose, procedure, list, organisation, state, openedOn, next }: CaseRow, decidable: boolean): DeskCaseRow {
  return {
    matter, purpose, of: list ?? procedure ?? "", organisation, state, openedOn, decidable,
    ...(next === null ? {} : { due: { names: next.names, by: next.by, lastDay: next.lastDay, provisional: next.provisional, late: next.passed } }),
  };
}

/** A case of an office below that waits for this office's consent. */
export function consentRow({ matter, purpose, list, procedure, organisation, outcome, names, office, since }: ConsentRow): DeskConsentRow {
  return { matter, purpose, of: list ?? procedure ?? "", organisation, step: names, office: office.names, since, ...(outcome === null ? {} : { outcome }) };
}

export function proposalRow(registry: Registry, { organisation, list, met, records, since }: Proposal): DeskProposalRow {
  return { organisation, list, met: criterionNames(registry, met), records: records.length, since };
}

/** The law's words for criteria that hold. */
export function criterionNames(registry: Registry, ids: readonly string[]): readonly Names[] {
  return ids.map((id) => criteriaOf(registry).get(id)?.names ?? { en: id, zh: id });
}

/** @param names of the organisations a release frees, by file */
export function releaseRow({ key, what, consumer, files, day, takeOverBy, overdue, detail }: QueuedRelease, names: ReadonlyMap<string, string>): DeskReleaseRow {
  const of = [detail["list"], detail["recordType"]].find((each) => typeof each === "string");
  return {
    value: `${consumer} ${key}`, what, consumer, organisations: files.map((file) => ({ file, name: names.get(file) ?? file })), day, overdue,
    ...(typeof of === "string" ? { of } : {}), ...(takeOverBy === null ? {} : { takeOverBy }),
  };
}
