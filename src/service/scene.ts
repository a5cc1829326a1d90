// Scene: one derivation's surroundings: the statute, what is on file, the day, and what this asker may see today.
import type { PlainDate } from "../domain/terms/index.ts";
import type { Statute } from "../domain/rules/index.ts";
import type { Register } from "../domain/register/index.ts";
import { sightOfListing, sightOfRecord } from "../domain/publication/index.ts";
import type { Asker, Scene } from "../domain/restrictions/index.ts";
import { today, type Registry } from "./registry.ts";

/** @param newest the register as known now: an answer about an earlier position shows no more than today's publication */
export function sceneOf(registry: Registry, asker: Asker, register: Register, statute: Statute, on: PlainDate, newest: Register = register): Scene {
  const body = registry.rulebook.bodies[0];
  const now = today(registry, body);
  const inUse = registry.publishedBy;
  return {
    rulebook: registry.rulebook, statute, register, on,
    sight: (list, listing) => {
      const onFile = listing === null ? null : newest.listings.get(listing.id);
      const listInUse = inUse === undefined ? list : inUse.get("list", list.id);
      return onFile === undefined || listInUse === undefined ? hiddenFrom(asker) : sightOfListing({ viewer: asker, list: listInUse, onFile, today: now });
    },
    sightOfRecord: (type, record) => {
      const onFile = newest.records.get(record.id);
      const typeInUse = inUse === undefined ? type : inUse.get("record-type", type.id);
      return onFile === undefined || typeInUse === undefined ? hiddenFrom(asker) : sightOfRecord({ viewer: asker, type: typeInUse, record: onFile, today: now });
    },
  };
}

/** What a later position no longer knows (a batch taken back), or the law in use no longer names, is there for the keeper alone. */
function hiddenFrom(asker: Asker): "shown" | "hidden" {
  return asker.kind === "keeper" ? "shown" : "hidden";
}
