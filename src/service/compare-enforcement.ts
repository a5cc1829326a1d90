// Compare: the engine's answers for one bank's own decisions, held against what another bank publishes. Read for a real list pair:
// which covered, running decisions does the other list confirm, and why not the rest; and the other way round.
import type { FileNumber, LawId, PlainDate } from "../domain/terms/index.ts";
import { matchOrganisation, type Candidate } from "../domain/identity/index.ts";
import { listingOnDay, organisationOf, replay, type Organisation } from "../domain/register/index.ts";
import { derive, KEEPER, type Derived } from "../domain/restrictions/index.ts";
import { calendarOf, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

export interface ComparisonRequest {
  /** The list whose decisions are followed, and the list they should appear on. */
  readonly from: LawId;
  readonly to: LawId;
  readonly act: LawId;
  readonly on: PlainDate;
}

export type Cause = "confirmed" | "namedDifferently" | "affiliate" | "laterThanEdition" | "notOnIt";

export interface Comparison {
  readonly request: ComparisonRequest;
  readonly editions: Readonly<Record<string, PlainDate>>;
  readonly decisions: number;
  readonly takenOver: number;
  readonly ended: number;
  /** Conditions that spared a running own decision, with how many. */
  readonly spared: Readonly<Record<string, number>>;
  readonly undetermined: Readonly<Record<string, number>>;
  readonly covered: number;
  readonly byCause: Readonly<Record<Cause, number>>;
  readonly rows: readonly { readonly file: FileNumber; readonly row: number; readonly cause: Cause; readonly reason: string }[];
  readonly back: Readonly<Record<string, number>>;
}

/** @param register everything on file; both lists must be among it */
export async function compareEnforcement(registry: Registry, request: ComparisonRequest): Promise<Comparison> {
  const register = replay(await registry.ledger.read({}));
  const statute = registry.rulebook.on(request.on);
  const act = statute.get("act", request.act);
  const [fromList, toList] = [statute.get("list", request.from), statute.get("list", request.to)];
  if (act === undefined || fromList === undefined || toList === undefined) throw new Error("assertion failed: the comparison names an act and two lists of the law in force");
  const scene = { ...sceneOf(registry, KEEPER, register, statute, request.on) };
  const organisations = distinctOrganisations([...register.files.keys()].flatMap((file) => organisationOf(register, file) ?? []));
  const toOwner = toList.owner;
  const toEdition = (register.editions.get(request.to) ?? []).at(-1)?.asOf;
  const onTo = organisations.filter((organisation) => organisation.listings.some((listing) => listing.list === request.to));
  const rows: Comparison["rows"][number][] = [];
  const spared = new Map<string, number>();
  const undetermined = new Map<string, number>();
  let [decisions, takenOver, ended] = [0, 0, 0];
  const matchedTo = new Set<FileNumber>();
  for (const organisation of organisations) {
    for (const listing of organisation.listings.filter((each) => each.list === request.from)) {
      const seen = listingOnDay(listing, request.on);
      decisions += 1;
      if ((seen.originator ?? fromList.owner) !== fromList.owner) {
        takenOver += 1;
        continue;
      }
      if (seen.state !== "stands") {
        ended += 1;
        continue;
      }
      // Derived from the first list alone: otherwise the second would be compared with itself.
      const alone: Organisation = { ...organisation, listings: [listing] };
      const derived = derive({ scene, organisation: alone, find: () => undefined, act, where: { authority: toOwner }, calendar: calendarOf(registry) });
      if (derived.verdict !== "bound") {
        note(derived.verdict === "clear" ? spared : undetermined, reasonOf(derived));
        continue;
      }
      const confirmed = organisation.listings.some((other) => other.list === request.to && sameDecision(other.list === request.to ? listingOnDay(other, request.on).originator : undefined, fromList.owner, toOwner));
      if (confirmed) matchedTo.add(organisation.file);
      rows.push({ file: organisation.file, row: seen.source?.row ?? 0, ...causeOf(confirmed, organisation, seen, toEdition, onTo) });
    }
  }
  return {
    request, editions: Object.fromEntries([request.from, request.to].map((list) => [list, (register.editions.get(list) ?? []).at(-1)?.asOf ?? request.on])),
    decisions, takenOver, ended, spared: Object.fromEntries(spared), undetermined: Object.fromEntries(undetermined), covered: rows.length,
    byCause: countCauses(rows), rows, back: backwards(onTo, request, fromList.owner),
  };
}

function sameDecision(originator: LawId | undefined, decider: LawId, publisher: LawId): boolean {
  return originator === undefined || originator === decider || originator === publisher;
}

function note(counts: Map<string, number>, reason: string): void {
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}

function reasonOf(derived: Derived): string {
  return derived.spared[0]?.failed ?? derived.missing[0]?.fact ?? "no measure applies";
}

function causeOf(confirmed: boolean, organisation: Organisation, seen: ReturnType<typeof listingOnDay>, toEdition: PlainDate | undefined, onTo: readonly Organisation[]): { readonly cause: Cause; readonly reason: string } {
  if (confirmed) return { cause: "confirmed", reason: "on it" };
  if (toEdition !== undefined && seen.effectiveFrom > toEdition) return { cause: "laterThanEdition", reason: `effective ${seen.effectiveFrom}, that edition is of ${toEdition}` };
  const match = matchOrganisation(asCandidate(organisation), onTo.map(asCandidate));
  const [best] = match.candidates;
  if (match.judgement !== "new" && best !== undefined) return { cause: "namedDifferently", reason: `like ${best.file}, score ${best.score}` };
  if (seen.fields["affiliate"] === true) return { cause: "affiliate", reason: "an affiliate that list does not carry" };
  return { cause: "notOnIt", reason: "on it under no name" };
}

function asCandidate(organisation: Organisation): Candidate {
  const { country, address } = organisation.attributes;
  return { file: organisation.file, names: organisation.names, codes: organisation.codes, ...(country === undefined ? {} : { country }), ...(address === undefined ? {} : { address }) };
}

function countCauses(rows: Comparison["rows"]): Readonly<Record<Cause, number>> {
  const counts: Record<Cause, number> = { confirmed: 0, namedDifferently: 0, affiliate: 0, laterThanEdition: 0, notOnIt: 0 };
  for (const row of rows) counts[row.cause] += 1;
  return counts;
}

/** Rows of the second list that name the first list's owner as their origin: found on the first list, or why not. */
function backwards(onTo: readonly Organisation[], request: ComparisonRequest, decider: LawId): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const organisation of onTo) {
    for (const listing of organisation.listings.filter((each) => each.list === request.to)) {
      const seen = listingOnDay(listing, request.on);
      if (seen.originator !== decider) continue;
      const own = organisation.listings.filter((other) => other.list === request.from).map((other) => listingOnDay(other, request.on));
      const reason = own.length === 0 ? (seen.state === "ended" ? "ended by that day; the deciding list has dropped it" : "not on the deciding list under any joined name")
        : own.some((other) => other.state === "stands") ? "on the deciding list" : "on the deciding list, ended there";
      note(counts, reason);
    }
  }
  return Object.fromEntries(counts);
}

function distinctOrganisations(organisations: readonly Organisation[]): readonly Organisation[] {
  return [...new Map(organisations.map((organisation) => [organisation.file, organisation])).values()];
}
