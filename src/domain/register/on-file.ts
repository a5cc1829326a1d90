// On file: what the register knows of organisations, listings, records, editions and offices, as plain values. Made by register.ts
// from events; restrictions, cases and publication read them.
import type { BatchId, BreachId, Digest, EditionId, End, FileNumber, LawId, ListingId, MatterId, PlainDate, Position, RecordId } from "../terms/index.ts";
import type { Bodies, CodePart, FieldValues, KnownEvent, NamePart, RowSource } from "../events/index.ts";

/** One file: what was registered and described, later values of an attribute winning. */
export interface FileOnRegister {
  readonly file: FileNumber;
  readonly names: readonly NamePart[];
  readonly codes: readonly CodePart[];
  readonly attributes: Attributes;
  readonly sources: readonly RowSource[];
  readonly registeredAt: Position;
}

export type Attributes = Readonly<Partial<Pick<Bodies["OrganisationRegistered"], "kind" | "legalForm" | "status" | "country" | "region" | "sector" | "address" | "email" | "establishedOn" | "officeHolders">>>;

/** A reported listing as one edition showed it. */
export interface Sighting {
  readonly edition: EditionId;
  readonly editionDay: PlainDate;
  readonly position: Position;
  readonly originator?: LawId;
  readonly decidedOn?: PlainDate;
  readonly effectiveFrom?: PlainDate;
  readonly regions?: readonly string[];
  readonly end: End;
  readonly fields: FieldValues;
  readonly contentDigest: Digest;
  readonly source: RowSource;
}

/** An edition that a listing is missing from, though it was carried before. */
export interface Missing {
  readonly edition: EditionId;
  readonly editionDay: PlainDate;
  readonly position: Position;
}

export interface ReportedListing {
  readonly holds: "reported";
  readonly id: ListingId;
  readonly file: FileNumber;
  readonly list: LawId;
  readonly rowKey: string;
  readonly stays: readonly Stay[];
  /** In order of the editions' days. */
  readonly sightings: readonly Sighting[];
  /** Derived: what the editions on file do not carry any more. */
  readonly missing: readonly Missing[];
}

/** A time in which nothing binds because of a listing or record, though it stands. */
export interface Stay {
  readonly matter: MatterId;
  /** The office that ordered it; null where nobody said which. */
  readonly office: FileNumber | null;
  readonly from: PlainDate;
  /** The first day on which it runs no longer. */
  readonly until?: PlainDate;
  /** Its publication rests as well. */
  readonly mask: boolean;
  readonly reasons: string;
}

/** A listing this register decided itself, after notice. */
export interface KeptListingOnFile {
  readonly holds: "kept";
  readonly id: ListingId;
  readonly file: FileNumber;
  readonly list: LawId;
  readonly decided: Bodies["ListingDecided"];
  /** The office that decided it. */
  readonly office: FileNumber | null;
  readonly stays: readonly Stay[];
  readonly position: Position;
  readonly removal?: Bodies["ListingRemoved"] & { readonly position: Position };
}

export type ListingOnFile = ReportedListing | KeptListingOnFile;

export interface RecordOnFile {
  readonly id: RecordId;
  readonly file: FileNumber;
  readonly type: LawId;
  readonly fields: FieldValues;
  readonly breach?: BreachId;
  readonly actedOn?: PlainDate;
  readonly decidedOn?: PlainDate;
  readonly publishedFrom?: PlainDate;
  readonly annulled: boolean;
  /** The day it was annulled on, the earliest of several. */
  readonly annulledOn?: PlainDate;
  /** The office that handed it in; null where nobody said which. */
  readonly office: FileNumber | null;
  /** Repaired: it is published, shared and used no more. */
  readonly repair?: Bodies["RecordRepaired"] & { readonly position: Position };
  readonly stays: readonly Stay[];
  readonly source?: RowSource;
  readonly position: Position;
}

export interface EditionOnFile {
  readonly edition: EditionId;
  readonly list: LawId;
  readonly asOf: PlainDate;
  readonly inferred: boolean;
  readonly batch: BatchId | null;
  readonly position: Position;
}

export interface Relation {
  readonly from: FileNumber;
  readonly to: FileNumber;
  readonly relation: "branchOf" | "subsidiaryOf" | "controlledBy";
  readonly since?: PlainDate;
  readonly until?: PlainDate;
}

export interface OpenOffice {
  readonly file: FileNumber;
  /** The entry of the law that names it. */
  readonly entry?: LawId;
  readonly authority: LawId;
  readonly names: { readonly en: string; readonly zh?: string };
  readonly region?: string;
  readonly superior?: FileNumber;
}

export interface Register {
  readonly head: Position;
  readonly files: ReadonlyMap<FileNumber, FileOnRegister>;
  readonly joins: readonly (Bodies["FilesJoined"] & { readonly position: Position })[];
  readonly relations: readonly Relation[];
  readonly offices: ReadonlyMap<FileNumber, OpenOffice>;
  readonly listings: ReadonlyMap<ListingId, ListingOnFile>;
  readonly records: ReadonlyMap<RecordId, RecordOnFile>;
  /** By list, in order of their days. */
  readonly editions: ReadonlyMap<LawId, readonly EditionOnFile[]>;
  readonly decisions: readonly (Bodies["MeasureDecided"] & { readonly position: Position })[];
  readonly batches: ReadonlyMap<BatchId, Bodies["BatchReceived"] & { readonly position: Position; readonly withdrawn: boolean }>;
  readonly held: ReadonlyMap<string, Bodies["RowHeld"] & { readonly position: Position }>;
  /** Open and closed procedures, by matter, as their events. */
  readonly matters: ReadonlyMap<string, readonly KnownEvent[]>;
  /** Positions whose bodies the law no longer lets us keep. */
  readonly forgotten: readonly Position[];
}
