// Shown only: an organisation as the asker may see it. What criteria propose is worked out from this, so that nobody learns of a hidden record or
// listing by what it makes true.
import { listingOnDay, organisationOf } from "../register/index.ts";
import type { Situation } from "./consequences.ts";
import { withoutThings } from "./suppose.ts";

/** The same without the listings and records the asker may not see, its own and everybody's around it. */
export function shownOnly({ scene, organisation }: Situation): Situation {
  const { register, rulebook } = scene;
  const hidden = [
    ...[...register.records.values()].filter((record) => { const type = rulebook.get("record-type", record.type); return type === undefined || scene.sightOfRecord(type, record) !== "shown"; }),
    ...[...register.listings.values()].filter((listing) => { const list = rulebook.get("list", listing.list); return list === undefined || scene.sight(list, listingOnDay(listing, scene.on)) !== "shown"; }),
  ];
  if (hidden.length === 0) return { scene, organisation };
  const shown = withoutThings(scene, new Set(hidden.map(({ id }) => id)), "never");
  return { scene: shown, organisation: organisationOf(shown.register, organisation.file) ?? { ...organisation, records: [], listings: [] } };
}
