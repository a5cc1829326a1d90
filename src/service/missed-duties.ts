// Missed duties: for which organisations the time of a yearly report has opened, and which have let it pass. Found once, on its first day and on
// the day after it, over all that are on file, and told; an office sees what was missed in its place until the report is filed or the finding made.
import { addDays, bodyOf, type FileNumber, type LawId, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { keyOf, organisationOf, replay, type OpenOffice } from "../domain/register/index.ts";
import { mayList, openingOf, yearlyDues, type YearlyDue } from "../domain/cases/index.ts";
import { assessCriteria, KEEPER } from "../domain/restrictions/index.ts";
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

/** What has to be told of duties whose time opened or ended among the days that passed; costs nothing on other days. */
export async function dutiesTurned(registry: Registry, passed: readonly PassedDays[], known: Position): Promise<readonly Omit<Told, "sequence">[]> {
  const calendar = workdaysOf(registry);
  const turned = passed.filter(({ body, from, to }) => registry.rulebook.all("procedure").some((procedure) => {
    const opening = procedure.yearly === undefined || bodyOf(procedure.id) !== body ? undefined : openingOf(procedure, procedure.yearly, to, calendar);
    return opening !== undefined && ([opening.opensOn, opening.until].some((day) => from < day && day <= to));
  }));
  if (turned.length === 0) return [];
  const register = replay(await registry.ledger.read({ types: TYPES }));
  return turned.flatMap(({ body, from, to }) => {
    const scene = sceneOf(registry, KEEPER, register, registry.rulebook.on(to), to);
    return [...register.files.keys()].flatMap((file) => {
      const organisation = organisationOf(register, file);
      if (organisation?.file !== file) return [];
      const dues = yearlyDues({ law: registry.rulebook, organisation, on: to, calendar, holds: (condition) => assessCriteria(scene, organisation, [condition]).truth });
      return dues.filter((due) => bodyOf(due.procedure) === body && due.fulfilledOn === undefined).flatMap((due): readonly Omit<Told, "sequence">[] => {
        if (due.missed) return from < due.until ? [toldOf("deadlinePassed", due, known, registry)] : [];
        return from < due.opensOn ? [toldOf("dutyOpened", due, known, registry)] : [];
      });
    });
  });
}

function toldOf(what: "dutyOpened" | "deadlinePassed", { procedure, step, file, year, opensOn, lastDay, until, list }: YearlyDue, known: Position, registry: Registry): Omit<Told, "sequence"> {
  return {
    key: `${what}:${procedure}:${file}:${year}`, what, files: [file], day: what === "dutyOpened" ? opensOn : until, known, rulebook: registry.rulebook.hash,
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
