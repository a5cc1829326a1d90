// Suppose a record: what is on file, as it would be with one record more, handed in on a day. For questions that ask what would follow; nothing
// of it is stored, and whoever supposes it may see it.
import { assert, earlier, parseRecordId, type LawId, type PlainDate, type RecordId } from "../terms/index.ts";
import type { FieldValues } from "../events/index.ts";
import type { Organisation, RecordOnFile, Register } from "../register/index.ts";
import type { Situation } from "./consequences.ts";
import type { Scene } from "./facts.ts";

/** What the record would state, beside whom it is about. */
export interface SupposedRecord {
  readonly type: LawId;
  readonly fields: FieldValues;
  /** The day it would be decided and published. */
  readonly on: PlainDate;
  /** The day of the act it is about; default the same. */
  readonly actedOn?: PlainDate;
}

/** The id of the record supposed, wherever a reason rests on it. */
export function supposedRecordId(): RecordId {
  const id = parseRecordId("supposed");
  assert(id.ok, "the supposed record has an id");
  return id.value;
}

/** The organisation with the record laid beside what is on file. */
export function withRecord({ scene, organisation }: Situation, stated: SupposedRecord): Situation & { readonly record: RecordOnFile } {
  const record = recordOnFile(organisation, stated, stated.on);
  return { scene: laidInto(scene, organisation, stated, record), organisation: { ...organisation, records: [...organisation.records, record] }, record };
}

function recordOnFile({ file }: Organisation, { type, fields, on, actedOn = on }: SupposedRecord, day: PlainDate): RecordOnFile {
  return { id: supposedRecordId(), file, type, fields, actedOn: earlier(actedOn, day), decidedOn: day, publishedFrom: day, annulled: false, office: null, stays: [], position: 0 as RecordOnFile["position"] };
}

/** Publication goes by today: there the record is of today, whatever day it is supposed on, so that whoever supposes it sees what comes of it. */
function laidInto(scene: Scene, organisation: Organisation, stated: SupposedRecord, record: RecordOnFile): Scene {
  const { register, newest, sightOfRecord } = scene;
  const laid = (beside: Register, made: RecordOnFile): Register => ({ ...beside, records: new Map([...beside.records, [made.id, made]]) });
  return {
    ...scene, register: laid(register, record), sightOfRecord: (type, each) => (each.id === record.id ? "shown" : sightOfRecord(type, each)),
    ...(newest === undefined ? {} : { newest: { ...newest, register: laid(newest.register, recordOnFile(organisation, stated, newest.on)) } }),
  };
}
