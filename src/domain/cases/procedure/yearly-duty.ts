// Yearly duty: what an organisation owes every year, for which year, until when, and whether it has done it. Derived from the law's yearly
// procedures and the records on file; desks, passDay and the decider read it.
import { addDays, plainDate, yearOf, type FileNumber, type LawId, type PlainDate, type Truth } from "../../terms/index.ts";
import { valueOn, type Criterion, type Procedure, type Step, type YearlyDuty } from "../../rules/index.ts";
import type { Organisation, RecordOnFile } from "../../register/index.ts";
import { deadline, type WorkingCalendar } from "../clocks/working-days.ts";
import type { LawBook } from "../listing/listing-law.ts";

/** What is owed for one year. */
export interface YearlyDue {
  readonly procedure: LawId;
  readonly step: Step;
  readonly file: FileNumber;
  /** The year it is owed for: the one before the year it opens in. */
  readonly year: number;
  readonly opensOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly until: PlainDate;
  /** The day of the record that fulfils it; absent: none is on file. */
  readonly fulfilledOn?: PlainDate;
  /** Its time is over and nothing fulfils it. */
  readonly missed: boolean;
  /** The list that missing it leads to. */
  readonly list?: LawId;
}

export interface DutyQuestion {
  readonly law: LawBook;
  readonly organisation: Organisation;
  readonly on: PlainDate;
  readonly calendar: WorkingCalendar;
  /** Whether a condition of the law holds of the organisation; unknown binds nobody. */
  readonly holds: (condition: Criterion) => Truth;
}

/** What the organisation owes for the year whose time opened last by the day. */
export function yearlyDues({ law, organisation, on, calendar, holds }: DutyQuestion): readonly YearlyDue[] {
  return law.all("procedure").flatMap((procedure): YearlyDue[] => {
    const { yearly } = procedure;
    const opening = yearly === undefined || procedure.draft === true ? undefined : openingOf(procedure, yearly, on, calendar);
    if (yearly === undefined || opening === undefined || !binds(organisation, yearly, opening.year, holds)) return [];
    const record = organisation.records.find((each) => fulfils(each, yearly, opening.year));
    const day = record === undefined ? undefined : (record.decidedOn ?? record.actedOn ?? record.publishedFrom);
    return [{
      procedure: procedure.id, file: organisation.file, ...opening, missed: record === undefined && opening.until <= on,
      ...(record === undefined ? {} : { fulfilledOn: day ?? opening.opensOn }), ...(yearly.list === undefined ? {} : { list: yearly.list }),
    }];
  });
}

/** The time that opened last by the day: for which year, and until when. */
export function openingOf(procedure: Procedure, yearly: YearlyDuty, on: PlainDate, calendar: WorkingCalendar): Pick<YearlyDue, "step" | "year" | "opensOn" | "lastDay" | "until"> | undefined {
  const that = plainDate(`${yearOf(on)}-${yearly.opens}`);
  const opensOn = that <= on ? that : plainDate(`${yearOf(on) - 1}-${yearly.opens}`);
  const inForce = (procedure.from === undefined || procedure.from <= opensOn) && (procedure.until === undefined || opensOn < procedure.until);
  const step = (valueOn(procedure.steps, opensOn) ?? []).find((each) => each.by === "organisation" && each.records?.type === yearly.record && each.within !== undefined);
  if (!inForce || step?.within === undefined) return undefined;
  const due = deadline(step.within, addDays(opensOn, -1), calendar);
  return { step, year: yearOf(opensOn) - 1, opensOn, lastDay: due.day, until: addDays(due.day, 1) };
}

/** It binds whom the law says, and nobody founded in the year it opens or later. */
function binds({ attributes }: Organisation, { when }: YearlyDuty, year: number, holds: DutyQuestion["holds"]): boolean {
  const founded = attributes.establishedOn;
  return founded !== undefined && yearOf(founded) <= year && (when === undefined || holds(when) === "true");
}

function fulfils(record: RecordOnFile, { record: type, yearField }: YearlyDuty, year: number): boolean {
  const value = record.fields[yearField];
  return record.type === type && !record.annulled && (typeof value === "string" || typeof value === "number") && Number(value) === year;
}
