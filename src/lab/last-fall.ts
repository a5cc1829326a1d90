// Last fall: on the day before the model's last an act falls behind a listing that stands, so that whoever opens the model sees what has to go,
// and by when. Called by live-year.ts; which listing it is follows from the year.
import { addDays, type FileNumber, type PlainDate } from "../domain/terms/index.ts";
import { listingOnDay, type RecordOnFile } from "../domain/register/index.ts";
import { caseOfMatter } from "../service/index.ts";
import { actFell } from "./afterwards.ts";
import type { Model } from "./model.ts";
import { PROCEDURES } from "./subjects.ts";

/** Lets the act fall behind the first listing of the year that nothing has happened to, where this is the day for it. */
export async function letLastActFall(model: Model, day: PlainDate): Promise<void> {
  if (day !== addDays(model.year.until, -1)) return;
  for (const key of model.listed.keys()) {
    const found = await recordBehind(model, key, day);
    if (found === undefined) continue;
    actFell(model.docket, found.office, found.record, day);
    return;
  }
}

/** The record a standing listing rests on, where the law lets it fall and no case was opened about either. */
async function recordBehind({ registry, ground, docket, listed }: Model, key: string, day: PlainDate): Promise<{ readonly record: RecordOnFile; readonly office: FileNumber } | undefined> {
  const made = listed.get(key);
  const found = made === undefined ? undefined : await caseOfMatter(registry, made.own.matter);
  if (made === undefined || found?.ok !== true) return undefined;
  const { register } = found.value.ground;
  const listing = register.listings.get(made.listing);
  const record = [...register.records.values()].find(({ id }) => id === key);
  const office = record === undefined ? undefined : docket.reporters.get(record.id);
  const stands = listing !== undefined && listingOnDay(listing, day).state === "stands" && !docket.touched.has(listing.id);
  const covered = ground.rulebook.get("procedure", PROCEDURES.actFell)?.covers ?? [];
  return stands && record !== undefined && office !== undefined && covered.includes(record.type) && !docket.touched.has(record.id) ? { record, office } : undefined;
}
