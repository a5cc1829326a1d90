// An invented harbour with every kind of trigger, and questions asked of it as its keeper and as the public. Used by tests only.
import { plainDate, present, type End, type FileNumber, type LawId, type ListingId, type MatterId, type PlainDate, type RecordId } from "../terms/index.ts";
import type { EventDraft, FieldValues, StoredEvent } from "../events/index.ts";
import { harbour, meetingLaw, newRepair } from "../rules/test-meeting-law.ts";
import { organisationOf, replay, type Register } from "../register/index.ts";
import { stored } from "../register/register-fixtures.ts";
import { sightOfListing, sightOfRecord } from "../publication/index.ts";
import { derive, type Derived } from "./derive.ts";
import type { Scene } from "./facts.ts";

export const A = "P00000018" as FileNumber;
export const PARENT = "P00000026" as FileNumber;
export const OFFICE = "P00000034" as FileNumber;

export const basis = { instrument: "order" };
export const from = "2015-01-01";
export const list = (id: string, colour: string, more: object = {}): Readonly<Record<string, never>> => ({ kind: "list", id, names: id, from, colour, owner: "master", holds: "reported", basis, ...more }) as never;
export const measure = (id: string, trigger: object, acts: string, effects: string, more: object = {}): Readonly<Record<string, never>> => ({ kind: "measure", id, names: id, from, trigger, authority: "master", acts, effects, force: "mandatory", basis, ...more }) as never;

export const ENTRIES = [
  newRepair as never,
  list("serious", "black", { end: { fixed: { years: 3, from: "decision" } } }),
  list("silent", "black", { criteria: [{ id: "fined", names: "Fined", records: { type: "fine" } }] }),
  list("eyed", "scrutiny", { published: false }),
  list("warned", "warning", { entailed: { id: "two-fines", names: "Two fines in two years", records: { type: "fine", count: 2, months: 24 } } }),
  list("alarmed", "warning", { entailed: { id: "eyed-and-warned", names: "Eyed, or warned", listed: { lists: ["eyed", "warned"] } } }),
  list("honoured", "red", { lostWhen: { id: "black", names: "On a black list", listed: { colour: "black" } } }),
  list("spotless", "red", { entailed: { none: [{ id: "on-black", names: "On a black list", listed: { colour: "black" } }] } }),
  { kind: "record-type", id: "rating", names: "Rating", from, about: "grade", disclosure: "public", fields: { grade: { type: "choice", choices: ["poor", "fair"], names: "Grade" } }, basis } as never,
  { kind: "grade", id: "ratings", names: "Ratings", from, owner: "master", recordType: "rating", grades: { poor: "Poor", fair: "Fair" }, basis } as never,
  measure("silent-checks", { list: "silent" }, "sail", "deny", { reaches: ["organisation", "branches"] }),
  measure("silent-may", { list: "silent" }, "moor", "restrict", { force: "discretionary" }),
  measure("captains", { list: "serious" }, "sail", "deny", { reaches: "legal-representative" }),
  measure("fined", { record: "fine" }, "moor", "surcharge", { lasts: { months: 18 } }),
  measure("warned-checks", { list: "warned" }, "moor", "scrutinise"),
  measure("alarmed-checks", { list: "alarmed" }, "sail", "scrutinise", { force: "mandatory-unless-declined" }),
  measure("eyed-checks", { list: "eyed" }, "moor", "scrutinise"),
  measure("honoured-first", { list: "honoured" }, "moor", "prioritise"),
  measure("spotless-free", { list: "spotless" }, "moor", "exempt"),
  measure("poor-checks", { grade: "ratings", grades: "poor" }, "sail", "scrutinise"),
  measure("fair-checks", { grade: "ratings", grades: "fair" }, "sail", "consider"),
  measure("both", { list: "serious" }, "moor", "restrict", { conditions: [{ id: "fined-too", names: "Fined as well", records: { type: "fine" } }] }),
] as const;
export const law = meetingLaw(...ENTRIES);
export const LISTS = ["serious", "silent", "eyed", "honoured"];
export const ACTS = ["sail", "moor"];
const NEVER: End = { kind: "notStated" };

export function registered(file: FileNumber): EventDraft {
  return { type: "OrganisationRegistered", body: { file, names: [{ text: `Ferry ${file}`, kind: "main" }], codes: [] } };
}

export const branch: readonly EventDraft[] = [registered(A), registered(PARENT), { type: "RelationReported", body: { from: A, to: PARENT, relation: "branchOf" } }];

export function kept(listing: string, on: string, of = "serious", file = A, end: End = NEVER, records: readonly string[] = []): EventDraft {
  return {
    type: "ListingDecided",
    body: {
      matter: `m.${listing}` as MatterId, file, list: harbour(of), authority: harbour("master"), outcome: "listed", listing: listing as ListingId, reasons: "", basis: [], decidedOn: plainDate(on), effectiveFrom: plainDate(on), publishedFrom: plainDate(on),
      end, exits: [], conditions: [], criteria: records.length === 0 ? [] : [{ id: "fined-too", holds: true, records: records as readonly RecordId[] }], regions: [],
    },
  };
}

export function reported(listing: string, on: string, of = "serious", file = A): EventDraft {
  return {
    type: "ListingReported",
    body: { listing: listing as ListingId, file, list: harbour(of), end: NEVER, fields: {}, edition: `e.${of}.${on}` as never, editionDay: plainDate(on), rowKey: listing, contentDigest: "sha256:" as never, source: { batch: "b" as never, template: harbour("t"), row: 1 }, effectiveFrom: plainDate(on) },
  };
}

export function edition(on: string, of = "serious"): EventDraft {
  return { type: "EditionReceived", body: { edition: `e.${of}.${on}` as never, list: harbour(of), asOf: plainDate(on), inferred: false } };
}

export function record(id: string, on: string, type = "fine", fields: FieldValues = {}, file = A): EventDraft {
  return { type: "RecordReported", body: { record: id as RecordId, file, recordType: harbour(type), fields, decidedOn: plainDate(on), publishedFrom: plainDate(on) } };
}

export function removed(listing: string, on: string, retroactive = false, file = A): EventDraft {
  return { type: "ListingRemoved", body: { matter: null, listing: listing as ListingId, file, act: retroactive ? "annulment" : "release", removedOn: plainDate(on), retroactive, reasons: "" } };
}

export function repaired(id: string, on: string, file = A): EventDraft {
  return { type: "RecordRepaired", body: { matter: "m" as MatterId, record: id as RecordId, file, repairedOn: plainDate(on), reasons: "" } };
}

export function corrected(id: string, annulled: boolean, file = A): EventDraft {
  return { type: "RecordCorrected", body: { record: id as RecordId, file, reason: "", annulled } };
}

type About = Extract<EventDraft, { type: "EffectsStayed" }>["body"]["about"];

export function aboutListing(listing: string): About {
  return { kind: "listing", listing: listing as ListingId };
}

export function aboutRecord(id: string): About {
  return { kind: "record", record: id as RecordId };
}

export function stayed(about: About, on: string, mask = false): EventDraft {
  return { type: "EffectsStayed", body: { matter: "m.stay" as MatterId, file: A, about, mask, from: plainDate(on), reasons: "secret reasons" } };
}

export function stayEnded(about: About, on: string): EventDraft {
  return { type: "StayEnded", body: { matter: "m.stay" as MatterId, file: A, about, endedOn: plainDate(on), reasons: "" } };
}

export function decided(id: string, on: string, choice: "apply" | "decline", listing?: string): EventDraft {
  return { type: "MeasureDecided", body: { measure: harbour(id), file: A, authority: harbour("master"), choice, decidedOn: plainDate(on), reasons: "", ...(listing === undefined ? {} : { listing: listing as ListingId }) } };
}

/** Stays and listings are by the office. */
export function storedByOffice(drafts: Parameters<typeof stored>[0]): readonly StoredEvent[] {
  return stored(drafts).map((event) => (event.type === "EffectsStayed" ? { ...event, office: OFFICE } : event));
}

export interface Asking {
  /** The public asks, on this day. */
  readonly publicOn?: string;
  /** As known at this position; default the newest. */
  readonly known?: number;
  readonly law?: typeof law;
}

export function sceneOf(events: readonly StoredEvent[], on: string, { publicOn, known, law: rulebook = law }: Asking = {}): Scene {
  const register = replay(known === undefined ? events : events.filter((event) => event.position <= known));
  const keeper: Scene = { rulebook, statute: rulebook.on(plainDate(on)), register, on: plainDate(on), sight: () => "shown", sightOfRecord: () => "shown" };
  return publicOn === undefined ? keeper : seenByPublic(keeper, replay(events), plainDate(publicOn));
}

function seenByPublic(scene: Scene, newest: Register, today: PlainDate): Scene {
  const viewer = { kind: "public" } as const;
  return {
    ...scene, newest: { register: newest, statute: scene.rulebook.on(today), on: today },
    sight: (of, listing) => {
      const onFile = listing === null ? null : newest.listings.get(listing.id);
      return onFile === undefined ? "hidden" : sightOfListing({ viewer, list: of, onFile, today });
    },
    sightOfRecord: (type, { id }) => {
      const onFile = newest.records.get(id);
      return onFile === undefined ? "hidden" : sightOfRecord({ viewer, type, record: onFile, today });
    },
  };
}

export function answer(scene: Scene, act: string, file = A): Derived {
  return derive({ scene, organisation: present(organisationOf(scene.register, file), "the organisation"), find: (other) => organisationOf(scene.register, other), act: present(scene.statute.get("act", harbour(act)), "the act"), where: {}, calendar: [] });
}

export function ask(events: readonly EventDraft[], act: string, on: string, asking: Asking = {}): Derived {
  return answer(sceneOf(storedByOffice([...branch, ...events]), on, asking), act);
}

export function measuresOf(effects: readonly { readonly measure: LawId }[]): readonly string[] {
  return effects.map((effect) => effect.measure.slice("t:".length)).sort();
}
