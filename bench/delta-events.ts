// What arrives while the delta bench measures: listings reported, decided and removed, and records, each about another organisation than the
// last twenty thousand were. Every one says what an answer about its organisation must show from its position on, and must not before.
import { makeFileNumber, plainDate, type Digest, type EditionId, type LawId, type ListingId, type MatterId, type RecordId } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import type { BatchId } from "../src/domain/terms/index.ts";

export const ASKED_ON = "2025-06-02";
export const ACT = "mdb:award-contract@wbg";
const LIST = "mdb:wbg-debarred" as LawId;
const DECIDED_ON = plainDate("2025-03-03");

/** An event, the number of its organisation, and the listing that answers name (`shows`) or no longer name from it on; a record is named by none. */
export interface Arriving {
  readonly draft: EventDraft;
  readonly organisation: number;
  readonly shows?: { readonly listing: string; readonly present: boolean };
}

/** The events in the order they arrive, without end. One in five takes a listing away that one three thousand before put there: an answer that is waited for shows it all the while. */
export function* arrivingEvents(organisations: number): Generator<Arriving, never> {
  const standing: { readonly listing: ListingId; readonly matter: MatterId; readonly organisation: number }[] = [];
  for (let turn = 0; ; turn += 1) {
    const organisation = 1 + ((turn * 7919) % organisations);
    const [file, listing, matter] = [makeFileNumber(organisation), `l${(turn + 2 ** 40).toString(16).padStart(18, "0")}` as ListingId, `m.${turn}` as MatterId];
    const oldest = standing[0];
    if (turn % 5 === 4 && standing.length > 600 && oldest !== undefined) {
      standing.shift();
      yield { draft: { type: "ListingRemoved", body: { matter: oldest.matter, listing: oldest.listing, file: makeFileNumber(oldest.organisation), act: "annulment", removedOn: DECIDED_ON, retroactive: true, reasons: "" } }, organisation: oldest.organisation, shows: { listing: oldest.listing, present: false } };
    } else if (turn % 5 === 1) {
      yield { draft: reported(organisation, listing), organisation, shows: { listing, present: true } };
    } else if (turn % 5 === 3) {
      standing.push({ listing, matter, organisation });
      yield {
        draft: { type: "ListingDecided", body: { matter, file, list: LIST, authority: "mdb:wbg" as LawId, outcome: "listed", listing, reasons: "", basis: [], decidedOn: DECIDED_ON, effectiveFrom: DECIDED_ON, publishedFrom: DECIDED_ON, end: { kind: "fixed", until: plainDate("2027-03-03") }, exits: [], conditions: [], criteria: [], regions: [] } },
        organisation, shows: { listing, present: true },
      };
    } else {
      yield { draft: { type: "RecordReported", body: { record: `r.arriving.${turn}` as RecordId, file, recordType: "cn:administrative-penalty" as LawId, fields: { documentNumber: `late-${turn}`, field: "tax", kinds: ["fine"], fine: { minor: 5_000_000, currency: "CNY" } }, decidedOn: DECIDED_ON, publishedFrom: DECIDED_ON } }, organisation };
    }
  }
}

function reported(organisation: number, listing: ListingId): EventDraft {
  return {
    type: "ListingReported",
    body: {
      listing, file: makeFileNumber(organisation), list: LIST, decidedOn: DECIDED_ON, effectiveFrom: DECIDED_ON, end: { kind: "fixed", until: plainDate("2027-03-03") }, fields: { practices: ["fraudulent"], caseNumber: listing },
      edition: "world-bank-listing.2025-01-07" as EditionId, editionDay: plainDate("2025-01-07"), rowKey: listing, contentDigest: `sha256:${listing}` as Digest, source: { batch: "b000000000000000001" as BatchId, template: "mdb:world-bank-listing" as LawId, row: 1 },
    },
  };
}
