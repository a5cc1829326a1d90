// Released: what has ended by today, on what is known now, or is masked. Whoever sees only what is published is told of it for no day and no position,
// neither as what sets a measure off nor as what a criterion counts. Read from the newest register by triggers.ts.
import { covers, type PlainDate } from "../terms/index.ts";
import { listingOnDay, type ListingOnFile, type RecordOnFile } from "../register/index.ts";
import { isRepaired, type Scene } from "./facts.ts";

/** Whether the asker is told of it no more; the keeper is told of everything. */
export function isReleased({ newest }: Scene, onFile: ListingOnFile | RecordOnFile): boolean {
  if (newest === undefined) return false;
  const { register, on } = newest;
  if ("holds" in onFile) {
    const now = register.listings.get(onFile.id);
    return now === undefined || isMasked(now, on) || !STANDS.has(listingOnDay(now, on).state);
  }
  const now = register.records.get(onFile.id);
  return now === undefined || isMasked(now, on) || now.annulled || isRepaired(now, on);
}

function isMasked({ stays }: ListingOnFile | RecordOnFile, on: PlainDate): boolean {
  return stays.some((stay) => stay.mask && covers(stay, on));
}

const STANDS: ReadonlySet<string> = new Set(["stands", "notYet"]);
