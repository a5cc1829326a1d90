// Import of a list: rows of a published list become reported listings of its edition, on files of their own that certain matches
// join to what is on file. Uncertain ones wait for a person.
import type { FileNumber, LawId, ListingId } from "../domain/terms/index.ts";
import type { Bodies, EventDraft, OrganisationFacts } from "../domain/events/index.ts";
import { levelName } from "../domain/identity/index.ts";
import { compareEdition, contentOfRow, keyOf, listingOfRow, organisationOfRow, type EditionChange, type ListingFactsOfRow, type ReportedListing } from "../domain/register/index.ts";
import { loadCandidates, type CandidatePool } from "./candidates.ts";
import type { CheckedRow, Drafted, Handing, MadeJoin, RowOutcome } from "./handing.ts";
import { readList, type KnownList } from "./read-list.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";

interface ListingRow {
  readonly checked: CheckedRow;
  readonly facts: OrganisationFacts;
  readonly listing: ListingFactsOfRow;
  readonly rowKey: string;
  readonly digest: Bodies["ListingReported"]["contentDigest"];
}

/** Drafts of the events this edition adds, and what became of each row. */
export async function draftListings(handing: Handing, list: LawId): Promise<Drafted> {
  const { registry, rows, template } = handing;
  const refused = rows.filter((row) => row.findings.length > 0);
  const listed = keyed(handing, list, rows.filter((row) => row.findings.length === 0));
  const known = await readList(registry, list);
  const unread = await namedByRefused(registry, refused, known.listings);
  const changes = template.complete
    ? compareEdition(known.listings, handing.asOf, listed.unique.map(({ rowKey, digest }) => ({ rowKey, contentDigest: digest })), (listing) => unread.has(listing.file))
    : added(known.listings, listed.unique);
  const joins = await readJoins(registry, changes.flatMap((change) => (change.kind === "same" || change.kind === "changed" ? [change.listing] : [])), known.listings);
  const byKey = new Map(listed.unique.map((row) => [row.rowKey, row]));
  const fresh = changes.flatMap((change) => (change.kind === "new" ? (byKey.get(change.rowKey) ?? []) : [])).filter((row) => !known.held.has(row.rowKey));
  const pool = await loadCandidates(registry, fresh.map((row) => row.facts), (done, total) => handing.progress(done, total, "looking for organisations"));
  const files = await registry.ledger.mintFiles(fresh.length);
  const draft = await draftChanges({ handing, list, byKey, known, joins, pool, files }, changes);
  const edition: EventDraft = { type: "EditionReceived", body: { edition: handing.edition, list, asOf: handing.asOf, inferred: handing.inferred } };
  return {
    drafts: [...(template.complete ? [edition] : []), ...draft.drafts],
    outcomes: [
      ...refused.map((row): RowOutcome => ({ row: row.row.row, outcome: "refused", findings: row.findings })),
      ...listed.repeats.map((row): RowOutcome => ({ row: row.checked.row.row, outcome: "duplicate", findings: [] })),
      ...draft.outcomes,
    ].sort((a, b) => a.row - b.row),
    joins: draft.joins, gone: changes.filter((change) => change.kind === "gone").length, changed: changes.filter((change) => change.kind === "changed").length,
    keys: [keyOf.edition(list)],
  };
}

/** A row is known again by its name, country, day and decision; the same row twice in one file is a repeat. */
function keyed(handing: Handing, list: LawId, rows: readonly CheckedRow[]): { readonly unique: readonly ListingRow[]; readonly repeats: readonly ListingRow[] } {
  const unique: ListingRow[] = [];
  const repeats: ListingRow[] = [];
  const digests = new Set<string>();
  const used = new Map<string, number>();
  const by = handing.registry.rulebook.get("list", list)?.inherits?.by;
  const declared = handing.registry.rulebook.get("list", list)?.fields ?? [];
  for (const checked of rows) {
    const facts = organisationOfRow(checked.row.fields);
    const listing = listingOfRow(checked.row.fields, declared);
    const digest = handing.registry.digest(JSON.stringify(contentOfRow(checked.row.fields)));
    const number = by === undefined ? "" : String(listing.fields[by] ?? "");
    const base = `${levelName(facts.names[0]?.text ?? "")}|${(facts.country ?? "").toLowerCase()}|${listing.decidedOn ?? listing.effectiveFrom ?? ""}|${number}`;
    if (digests.has(digest)) {
      repeats.push({ checked, facts, listing, rowKey: base, digest });
      continue;
    }
    digests.add(digest);
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    const rowKey = handing.registry.digest(count === 1 ? base : `${base}|${count}`);
    unique.push({ checked, facts, listing, rowKey, digest });
  }
  return { unique, repeats };
}

/**
 * Files whose names a refused row carries. A slip in one cell must not free an organisation: what the edition before said of it stands.
 * Nothing is read of a row that looks like a person.
 */
async function namedByRefused(registry: Registry, refused: readonly CheckedRow[], listings: readonly ReportedListing[]): Promise<ReadonlySet<FileNumber>> {
  const rows = refused.filter((row) => !row.findings.some((finding) => finding.code === "natural-person" || finding.code === "person-identifier"));
  const names = new Set(rows.flatMap((row) => organisationOfRow(row.row.fields).names.map((name) => levelName(name.text))).filter((name) => name !== ""));
  const files = new Set<FileNumber>();
  if (names.size === 0) return files;
  const own = [...new Set(listings.map((listing) => listing.file))];
  for (let index = 0; index < own.length; index += FILES_PER_READ) {
    const register = await readClosure(registry, own.slice(index, index + FILES_PER_READ).map(keyOf.file));
    for (const file of register.files.values()) if (file.names.some((name) => names.has(levelName(name.text)))) files.add(file.file);
  }
  return files;
}

const FILES_PER_READ = 400;

/** The joins by which these listings' own files came to others. */
async function readJoins(registry: Registry, ids: readonly ListingId[], listings: readonly ReportedListing[]): Promise<ReadonlyMap<FileNumber, readonly Bodies["FilesJoined"][]>> {
  const wanted = new Set(ids);
  const files = listings.flatMap((listing) => (wanted.has(listing.id) ? [listing.file] : []));
  const joins = new Map<FileNumber, readonly Bodies["FilesJoined"][]>();
  for (let index = 0; index < files.length; index += FILES_PER_READ) {
    const register = await readClosure(registry, files.slice(index, index + FILES_PER_READ).map(keyOf.file));
    for (const { position: _position, ...join } of register.joins) joins.set(join.files[1], [...(joins.get(join.files[1]) ?? []), join]);
  }
  return joins;
}

/** A list handed in piece by piece: nothing is gone because it is not in this piece. */
function added(known: readonly ReportedListing[], rows: readonly ListingRow[]): readonly EditionChange[] {
  const byKey = new Map(known.toReversed().map((listing) => [listing.rowKey, listing]));
  return rows.map((row) => {
    const listing = byKey.get(row.rowKey);
    if (listing === undefined) return { kind: "new", rowKey: row.rowKey };
    const same = listing.sightings.at(-1)?.contentDigest === row.digest;
    return { kind: same ? "same" : "changed", rowKey: row.rowKey, listing: listing.id };
  });
}

interface Drawing {
  readonly handing: Handing;
  readonly list: LawId;
  readonly byKey: ReadonlyMap<string, ListingRow>;
  readonly known: KnownList;
  readonly joins: ReadonlyMap<FileNumber, readonly Bodies["FilesJoined"][]>;
  readonly pool: CandidatePool;
  readonly files: readonly FileNumber[];
}

async function draftChanges({ handing, list, byKey, known, joins: joined, pool, files }: Drawing, changes: readonly EditionChange[]): Promise<Pick<Drafted, "drafts" | "outcomes" | "joins">> {
  const drafts: EventDraft[] = [];
  const outcomes: RowOutcome[] = [];
  const joins: MadeJoin[] = [];
  const onFile = new Map(known.listings.map((listing) => [listing.id, listing]));
  let minted = 0;
  let done = 0;
  for (const change of changes) {
    done += 1;
    if (done % 500 === 0) await handing.progress(done, changes.length, "comparing with what is on file");
    switch (change.kind) {
      case "new": {
        const row = byKey.get(change.rowKey);
        if (row === undefined) break;
        const number = row.checked.row.row;
        const waiting = known.held.get(row.rowKey)?.candidates;
        const match = waiting === undefined ? pool.judge(row.facts) : { judgement: "hold" as const, candidates: waiting };
        if (match.judgement === "hold") {
          drafts.push(heldRow(handing, list, row, match.candidates));
          outcomes.push({ row: number, outcome: "held", findings: [heldFinding(row, match.candidates.length)] });
          break;
        }
        const file = files[minted];
        if (file === undefined) throw new Error("assertion failed: a file number was minted for every new row");
        minted += 1;
        drafts.push(...registered(handing, list, row, file));
        const [best] = match.candidates;
        if (match.judgement === "join" && best !== undefined) {
          drafts.push({ type: "FilesJoined", body: { files: [best.file, file], judgedBy: "matcher", score: best.score, reasons: best.reasons } });
          joins.push({ row: number, files: [best.file, file], score: best.score, reasons: best.reasons });
        }
        pool.add(file, row.facts);
        outcomes.push({ row: number, outcome: "record", findings: [] });
        break;
      }
      case "changed":
      case "same": {
        const row = byKey.get(change.rowKey);
        const listing = onFile.get(change.listing);
        if (row === undefined || listing === undefined) break;
        drafts.push(...saidAgain(handing, list, row, listing, change.kind), ...(joined.get(listing.file) ?? []).map((body): EventDraft => ({ type: "FilesJoined", body })));
        outcomes.push({ row: row.checked.row.row, outcome: change.kind === "changed" ? "record" : "duplicate", findings: [] });
        break;
      }
      case "unread": {
        const listing = onFile.get(change.listing);
        if (listing === undefined) break;
        const { position: _position, ...sighting } = change.sighting;
        drafts.push({ type: "ListingReported", body: { ...sighting, listing: listing.id, file: listing.file, list, rowKey: listing.rowKey, edition: handing.edition, editionDay: handing.asOf } });
        break;
      }
      case "gone":
        break;
    }
  }
  return { drafts, outcomes, joins };
}

function registered(handing: Handing, list: LawId, row: ListingRow, file: FileNumber): readonly EventDraft[] {
  const listing = handing.registry.freshId("l") as ListingId;
  return [
    { type: "OrganisationRegistered", body: { file, asOf: handing.asOf, ...row.facts, source: sourceOf(handing, row) } },
    { type: "ListingReported", body: { file, ...reportedBody(handing, list, row, listing) } },
  ];
}

/** Every edition says all of its rows, those it shares with another too: it stands by itself where the other is taken back. */
function saidAgain(handing: Handing, list: LawId, row: ListingRow, { file, id }: ReportedListing, kind: "changed" | "same"): readonly EventDraft[] {
  const body = { file, ...reportedBody(handing, list, row, id) };
  const facts = { ...row.facts, source: sourceOf(handing, row) };
  if (kind === "same") return [{ type: "ListingReported", body: { ...body, subject: facts } }];
  return [{ type: "OrganisationDescribed", body: { file, asOf: handing.asOf, ...facts } }, { type: "ListingReported", body }];
}

function reportedBody(handing: Handing, list: LawId, row: ListingRow, listing: ListingId): Omit<Bodies["ListingReported"], "file"> {
  return { listing, list, ...row.listing, edition: handing.edition, editionDay: handing.asOf, rowKey: row.rowKey, contentDigest: row.digest, source: sourceOf(handing, row) };
}

function sourceOf(handing: Handing, row: ListingRow): Bodies["ListingReported"]["source"] {
  return { batch: handing.batch, template: handing.template.id, row: row.checked.row.row, sheet: row.checked.row.sheet };
}

function heldRow(handing: Handing, list: LawId, row: ListingRow, candidates: Bodies["RowHeld"]["candidates"]): EventDraft {
  const listing = reportedBody(handing, list, row, handing.registry.freshId("l") as ListingId);
  return {
    type: "RowHeld",
    body: {
      batch: handing.batch, row: row.checked.row.row, why: "it may be an organisation on file, and that is not certain", candidates,
      content: { about: list, rowKey: row.rowKey, facts: row.facts, listing },
    },
  };
}

function heldFinding(row: ListingRow, count: number): RowOutcome["findings"][number] {
  return {
    code: "row-held", at: `${row.checked.row.sheet}!${row.checked.row.row}`, message: `this row may mean ${count === 1 ? "an organisation" : `one of ${count} organisations`} on file, and that is not certain; it waits for a person`,
    remedy: "Decide it with `held settle`, or hand it in with a code.",
  };
}
