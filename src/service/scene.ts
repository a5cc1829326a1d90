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
  return {
    rulebook: registry.rulebook, statute, register, on,
    sight: (list, listing) => {
      const onFile = listing === null ? null : newest.listings.get(listing.id);
      return onFile === undefined ? hiddenFrom(asker) : sightOfListing({ viewer: asker, list, onFile, today: now });
    },
    sightOfRecord: (type, record) => {
      const onFile = newest.records.get(record.id);
      return onFile === undefined ? hiddenFrom(asker) : sightOfRecord({ viewer: asker, type, record: onFile, today: now });
    },
  };
}

/** What a later position no longer knows (a batch taken back) is there for the keeper alone. */
function hiddenFrom(asker: Asker): "shown" | "hidden" {
  return asker.kind === "keeper" ? "shown" : "hidden";
}
