// Foresee: what would follow if an organisation were put on a list on a day: what would bind, what offices could decide, what would be
// lost, under every memorandum in force. The listing is supposed, laid beside what is on file, and the two answers are compared. For the
// notice that must state the consequences before anything is decided; nothing of it is stored.
import { earlier, type End, type FileNumber, type LawId, type ListingId, type MatterId, type PlainDate } from "../terms/index.ts";
import type { CalendarYear, List, Rulebook, Statute } from "../rules/index.ts";
import { organisationOf, type KeptListingOnFile, type Organisation, type Register } from "../register/index.ts";
import { consequencesOf, type Consequences } from "./consequences.ts";
import type { Scene } from "./facts.ts";
import { supposedEndOf } from "./ways-out.ts";

export interface ForeseeQuestion {
  readonly rulebook: Rulebook;
  readonly statute: Statute;
  /** With the organisation's file, and what its own and its relations' files lead to. */
  readonly register: Register;
  readonly organisation: FileNumber;
  readonly list: LawId;
  /** The day on which it would be decided, take effect and, where the list is published, be published. */
  readonly on: PlainDate;
  /** Where the listing would be made, for measures that bind only there; default the list's own regions. */
  readonly regions?: readonly string[];
  /** For the days of ways out; default every day is a working day. */
  readonly calendar?: readonly CalendarYear[];
  /** What the asker may see of what is on file; default everything. */
  readonly seen?: Pick<Scene, "sight" | "sightOfRecord" | "newest">;
}

export interface Foreseen extends Consequences {
  readonly list: LawId;
  readonly on: PlainDate;
  readonly end: End;
}

const SUPPOSED = "supposed" as ListingId;

/** What a listing would bring; undefined where the organisation is not on the register, or the statute book has no such list. */
export function foresee(question: ForeseeQuestion): Foreseen | undefined {
  const { rulebook, statute, register, on } = question;
  const list = statute.get("list", question.list);
  const organisation = organisationOf(register, question.organisation);
  if (list === undefined || organisation === undefined) return undefined;
  const listing = supposedListing(question, list, organisation);
  const before: Scene = { rulebook, statute, register, on, sight: () => "shown", sightOfRecord: () => "shown", ...question.seen };
  const found = consequencesOf({ scene: before, organisation }, { scene: supposed(before, listing), organisation: withListing(organisation, listing) }, question.calendar ?? []);
  return { list: list.id, on, end: listing.decided.end ?? { kind: "notStated" }, ...found };
}

/** As a decision of the day would make it; whether its list is kept here or reported plays no part in what follows from it. */
function supposedListing({ statute, list, on, regions }: ForeseeQuestion, entry: List, organisation: Organisation): KeptListingOnFile {
  const end = supposedEndOf(statute, entry, { listedOn: on, on, calendar: [] });
  return {
    holds: "kept", id: SUPPOSED, file: organisation.file, list, office: null, stays: [], position: 0 as KeptListingOnFile["position"],
    decided: {
      matter: "supposed" as MatterId, file: organisation.file, list, authority: entry.owner, outcome: "listed", listing: SUPPOSED, reasons: "", basis: [], decidedOn: on, effectiveFrom: on,
      ...(entry.published ? { publishedFrom: on } : {}), end, exits: [], conditions: [], criteria: [], regions: regions ?? entry.regions,
    },
  };
}

/** The listing laid beside what is on file; whoever asks for it may see it, for today it is there without an end. */
function supposed(before: Scene, listing: KeptListingOnFile): Scene {
  const { register, newest, sight, on } = before;
  const laid = (beside: Register, made: KeptListingOnFile): Register => ({ ...beside, listings: new Map([...beside.listings, [SUPPOSED, made]]) });
  const { end: _end, ...decided } = listing.decided;
  return {
    ...before, register: laid(register, listing), sight: (list, each) => (each?.id === SUPPOSED ? "shown" : sight(list, each)),
    ...(newest === undefined ? {} : { newest: { ...newest, register: laid(newest.register, { ...listing, decided: { ...decided, effectiveFrom: earlier(on, newest.on) } }) } }),
  };
}

function withListing(organisation: Organisation, listing: KeptListingOnFile): Organisation {
  return { ...organisation, listings: [...organisation.listings, listing] };
}
