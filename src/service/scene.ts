// Scene: one derivation's surroundings: the statute, what is on file, the day, and what this asker may see today.
import type { PlainDate } from "../domain/terms/index.ts";
import { evaluateCriterion, type Rulebook, type Statute } from "../domain/rules/index.ts";
import { publicityEndsOn } from "../domain/cases/index.ts";
import type { RecordOnFile, Register } from "../domain/register/index.ts";
import { sightOfListing, sightOfRecord } from "../domain/publication/index.ts";
import { recordFacts, type Asker, type Scene } from "../domain/restrictions/index.ts";
import { today, type Registry } from "./registry.ts";

/** @param newest the register as known now: an answer about an earlier position shows no more than today's publication */
export function sceneOf(registry: Registry, asker: Asker, register: Register, statute: Statute, on: PlainDate, newest: Register = register): Scene {
  const body = registry.rulebook.bodies[0];
  const now = today(registry, body);
  const inUse = registry.publishedBy;
  return {
    rulebook: registry.rulebook, statute, register, on,
    ...(asker.kind === "keeper" ? {} : { newest: { register: newest, statute: (inUse ?? registry.rulebook).on(now), on: now } }),
    sight: (list, listing) => {
      const onFile = listing === null ? null : newest.listings.get(listing.id);
      const listInUse = inUse === undefined ? list : inUse.get("list", list.id);
      return onFile === undefined || listInUse === undefined ? hiddenFrom(asker) : sightOfListing({ viewer: asker, list: listInUse, onFile, today: now });
    },
    sightOfRecord: (type, record) => {
      const onFile = newest.records.get(record.id);
      const typeInUse = inUse === undefined ? type : inUse.get("record-type", type.id);
      return onFile === undefined || typeInUse === undefined ? hiddenFrom(asker) : sightOfRecord({ viewer: asker, type: typeInUse, record: onFile, today: now, ...publicityOf(inUse ?? registry.rulebook, onFile, now) });
    },
  };
}

/** When the repair rules in force end the publication of a record by themselves: by what the record itself says of its level. */
export function publicityOf(law: Rulebook, record: RecordOnFile, on: PlainDate): { readonly publicityEnds?: PlainDate } {
  const repairable = repairableOf(record, on);
  const ends = repairable === undefined ? undefined : publicityEndsOn(law, repairable, on);
  return ends === undefined ? {} : { publicityEnds: ends };
}

/** A record as the repair rules ask about it; undefined where it has no day. */
export function repairableOf(record: RecordOnFile, on: PlainDate): Parameters<typeof publicityEndsOn>[1] | undefined {
  const { type, decidedOn, actedOn, publishedFrom } = record;
  const effectiveFrom = decidedOn ?? actedOn ?? publishedFrom;
  if (effectiveFrom === undefined) return undefined;
  return {
    of: type, days: { appliedOn: on, decidedOn: decidedOn ?? effectiveFrom, effectiveFrom, publishedFrom: publishedFrom ?? effectiveFrom, asked: on, ...(actedOn === undefined ? {} : { actedOn }) },
    holds: (condition) => evaluateCriterion(condition, { on, facts: { record: recordFacts(record), asked: { on } }, records: () => [], listedOn: () => [] }).truth,
  };
}

/** What a later position no longer knows (a batch taken back), or the law in use no longer names, is there for the keeper alone. */
function hiddenFrom(asker: Asker): "shown" | "hidden" {
  return asker.kind === "keeper" ? "shown" : "hidden";
}
