// Missed duties: which organisations have let the time of a yearly report pass. Found once, on the day after it, over all that are on file, and
// told; an office sees those of its place until the report is filed or the finding made.
import { addDays, bodyOf, type FileNumber, type LawId, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { mayList, openingOf, yearlyDues, type YearlyDue } from "../domain/cases/index.ts";
import { keyOf, organisationOf, replay, type OpenOffice } from "../domain/register/index.ts";
import { assessCriteria } from "../domain/restrictions/index.ts";
import { duesOf, groundIn, readOffices, withAbove } from "./case-ground.ts";
import { readClosure } from "./read.ts";
import { today, workdaysOf, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

/** One body of law and the days that have passed under it. */
export interface PassedDays {
  readonly body: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const TYPES = ["OrganisationRegistered", "OrganisationDescribed", "RecordReported", "RecordCorrected", "FilesJoined", "FilesSeparated", "BatchWithdrawn"];

/** What has to be told of duties whose time ended among the days that passed; costs nothing on other days. */
export async function dutiesMissed(registry: Registry, passed: readonly PassedDays[], known: Position): Promise<readonly Omit<Told, "sequence">[]> {
  const calendar = workdaysOf(registry);
  const ended = passed.filter(({ body, from, to }) => registry.rulebook.all("procedure").some((procedure) => {
    const opening = procedure.yearly === undefined || bodyOf(procedure.id) !== body ? undefined : openingOf(procedure, procedure.yearly, to, calendar);
    return opening !== undefined && from < opening.until && opening.until <= to;
  }));
  if (ended.length === 0) return [];
  const register = replay(await registry.ledger.read({ types: TYPES }));
  return ended.flatMap(({ body, from, to }) => {
    const scene = sceneOf(registry, { kind: "keeper" }, register, registry.rulebook.on(to), to);
    return [...register.files.keys()].flatMap((file) => {
      const organisation = organisationOf(register, file);
      if (organisation?.file !== file) return [];
      const dues = yearlyDues({ law: registry.rulebook, organisation, on: to, calendar, holds: (condition) => assessCriteria(scene, organisation, [condition]).truth });
      return dues.filter((due) => due.missed && bodyOf(due.procedure) === body && from < due.until).map((due) => toldOf(due, known, registry));
    });
  });
}

function toldOf({ procedure, step, file, year, lastDay, until, list }: YearlyDue, known: Position, registry: Registry): Omit<Told, "sequence"> {
  return {
    key: `deadlinePassed:${procedure}:${file}:${year}`, what: "deadlinePassed", files: [file], day: until, known, rulebook: registry.rulebook.hash,
    detail: { procedure, step: step.id, by: "organisation", year, lastDay, ...(list === undefined ? {} : { list }) },
  };
}

/** An organisation whose report is missing, as an office sees it. */
export interface MissedDuty {
  readonly file: FileNumber;
  readonly name: string;
  readonly procedure: LawId;
  readonly year: number;
  readonly lastDay: PlainDate;
  readonly list: LawId;
}

const SHOWN_MAX = 200;
const PAGE = 5000;
const CHUNK = 100;
/** Told longer ago than this it is about an earlier year. */
const DAYS_TOLD = 366;

/** Reports that are still missing in the place of an office that may list for it, the first told first; at most 200. */
export async function missedIn(registry: Registry, office: OpenOffice): Promise<readonly MissedDuty[]> {
  const on = today(registry);
  const candidates: FileNumber[] = [];
  for (let after = 0; ; ) {
    const page = await registry.ledger.toldAfter(after, PAGE);
    for (const { what, detail, files, day } of page) {
      const list = what !== "deadlinePassed" || typeof detail["list"] !== "string" || day < addDays(on, -DAYS_TOLD) ? undefined : registry.rulebook.get("list", detail["list"] as LawId);
      if (list !== undefined && files[0] !== undefined && mayList(registry.rulebook, list, office.authority, on)) candidates.push(files[0]);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.sequence;
  }
  if (candidates.length === 0) return [];
  const offices = await readOffices(registry);
  const missed: MissedDuty[] = [];
  for (let index = 0; index < candidates.length && missed.length < SHOWN_MAX; index += CHUNK) {
    const chunk = candidates.slice(index, index + CHUNK);
    const register = await readClosure(registry, chunk.map(keyOf.file));
    for (const file of chunk) {
      const ground = groundIn(registry, register, offices, file, on);
      if (ground.organisation === undefined || !withAbove(registry.rulebook, ground.organisation.attributes.region).includes(office.region ?? "")) continue;
      for (const { procedure, year, lastDay, list, missed: isMissed } of duesOf(ground)) if (isMissed && list !== undefined) missed.push({ file, name: ground.organisation.name, procedure, year, lastDay, list });
    }
  }
  return missed;
}
