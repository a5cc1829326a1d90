// Deliveries: the sheets that offices hand in, each on its day: registrations first, then what was found before and in the year, and
// editions of the lists that other bodies keep. Each office has its habits: workbooks or CSV, one encoding or another, some slips.
import { addDays, present, type LawId, type PlainDate } from "../domain/terms/index.ts";
import type { Template } from "../domain/rules/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import type { SheetRowToWrite, SheetToWrite } from "../service/index.ts";
import { chanceOf } from "./chance.ts";
import { officeOf, templateOf, type Ground } from "./ground.ts";
import { firstIn, REPORTS_MISSED, type Happening, type Year } from "./happenings.ts";
import type { InventedOrganisation } from "./invented-organisations.ts";
import { memberships, type Membership } from "./memberships.ts";
import { choice, code, day, text } from "./sheet-cells.ts";
import { withSlips } from "./slips.ts";
import { REGISTRAR, SUBJECTS } from "./subjects.ts";

export interface Delivery {
  readonly on: PlainDate;
  readonly name: string;
  readonly template: Template;
  readonly office: OpenOffice;
  readonly rows: readonly SheetRowToWrite[];
  readonly form: Pick<SheetToWrite, "format" | "encoding" | "language" | "formulas">;
  /** Whom its rows are about. */
  readonly about: readonly InventedOrganisation[];
}

type Sheet = Omit<Delivery, "name" | "form">;

/** All deliveries in order of their days; registrations are the first of the first day. */
export function deliveriesOf(ground: Ground, organisations: readonly InventedOrganisation[], happenings: readonly Happening[], year: Year): readonly Delivery[] {
  const sheets = [...registrations(ground, organisations, year), ...records(ground, happenings, year), ...editions(ground, organisations, happenings, year)];
  return sheets.filter((sheet) => sheet.rows.length > 0).map((sheet) => dressed(sheet, year)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function registrations(ground: Ground, organisations: readonly InventedOrganisation[], year: Year): readonly Sheet[] {
  return ground.places.map((place) => {
    const about = organisations.filter((organisation) => organisation.region === place.region);
    const office = present(officeOf(ground, REGISTRAR, place.region), `an office that registers organisations in ${place.en}`);
    return { on: year.from, template: ground.registration, office, rows: about.map((organisation) => registrationRow(ground, organisation)), about };
  });
}

function registrationRow(ground: Ground, organisation: InventedOrganisation): SheetRowToWrite {
  const { formerName } = organisation;
  return [
    text("name", organisation.name), code(ground.scheme.id, organisation.code), ...(formerName === undefined ? [] : [text("formerName", formerName)]), text("alias", organisation.alias),
    choice("legalForm", organisation.form), choice("status", organisation.status), text("region", organisation.region), text("sector", organisation.sector),
    text("address", organisation.address), day("establishedOn", organisation.establishedOn), text("officeHolder", organisation.representative),
  ];
}

/** Days between two sheets of one kind by one office. What the law wants published within days comes most often, then what an office found itself. */
const PERIOD_DAYS = { publicity: 8, found: 20, kept: 30 } as const;
const AT_ONCE: readonly LawId[] = [SUBJECTS.penalty.type, SUBJECTS.licence.type];
/** An office needs some days from the decision to the sheet. */
const WRITING_DAYS = 2;

function records(ground: Ground, happenings: readonly Happening[], year: Year): readonly Sheet[] {
  const groups = new Map<string, { readonly template: Template; readonly office: OpenOffice; readonly found: Happening[] }>();
  for (const happening of happenings) {
    const template = templateOf(ground, happening.type);
    const office = officeOf(ground, happening.authority, happening.organisation.region);
    if (template === undefined || office === undefined) continue;
    const key = `${template.id} ${office.entry ?? office.file}`;
    const group = groups.get(key) ?? { template, office, found: [] };
    group.found.push(happening);
    groups.set(key, group);
  }
  return [...groups.entries()].flatMap(([key, { template, office, found }]) => {
    const reports = template.of.kind === "record" && template.of.type === SUBJECTS.annualReport.type;
    const days = deliveryDays(key, periodOf(found), year, reports ? firstIn(year, REPORTS_MISSED) : undefined);
    // What organisations file themselves needs no writing.
    const writing = reports ? 0 : WRITING_DAYS;
    return days.map((on, index): Sheet => {
      const [since, by] = [days[index - 1], addDays(on, -writing)];
      const due = found.map((happening) => ({ happening, ready: addDays(happening.decidedOn, happening.keptBackDays ?? 0) })).filter(({ ready }) => ready < by && (since === undefined || ready >= addDays(since, -writing))).map(({ happening }) => happening);
      return { on, template, office, rows: due.map((happening) => recordRow(ground, happening)), about: [...new Set(due.map((happening) => happening.organisation))] };
    });
  });
}

function periodOf(found: readonly Happening[]): number {
  if (found.some(({ type }) => AT_ONCE.includes(type))) return PERIOD_DAYS.publicity;
  return found.some((happening) => happening.cells.some((cell) => cell.to === "actedOn")) ? PERIOD_DAYS.found : PERIOD_DAYS.kept;
}

/** What was found before the year comes on its first day. `extra`: a day on which all there is has to be in. */
function deliveryDays(key: string, period: number, year: Year, extra?: PlainDate): readonly PlainDate[] {
  const days = [year.from];
  for (let on = addDays(year.from, chanceOf(year.seed, "delivery", key).between(3, period)); on <= year.until; on = addDays(on, period)) days.push(on);
  return extra === undefined || days.includes(extra) ? days : [...days, extra].sort();
}

function recordRow(ground: Ground, { organisation, decidedOn, cells }: Happening): SheetRowToWrite {
  return [text("name", organisation.name), code(ground.scheme.id, organisation.code), day("decidedOn", decidedOn), ...cells];
}

/** Red lists change seldom. */
const EDITION_DAYS = { red: 182, other: 91 } as const;

function editions(ground: Ground, organisations: readonly InventedOrganisation[], happenings: readonly Happening[], year: Year): readonly Sheet[] {
  return memberships(ground, organisations, happenings, year).flatMap(({ list, office, template, members }) => {
    const days: PlainDate[] = [];
    for (let on = year.from; on <= year.until; on = addDays(on, list.colour === "red" ? EDITION_DAYS.red : EDITION_DAYS.other)) days.push(on);
    return days.map((on): Sheet => {
      const listed = members.filter((member) => member.from <= on && (member.leftOn === undefined || on < member.leftOn));
      return { on, template, office, rows: listed.map((member) => memberRow(ground, list.fields.some((field) => field.name === "reason"), member)), about: [] };
    });
  });
}

function memberRow(ground: Ground, withReason: boolean, { organisation, from, until, reason }: Membership): SheetRowToWrite {
  return [
    text("name", organisation.name), code(ground.scheme.id, organisation.code), day("effectiveFrom", from), ...(until === undefined ? [] : [day("until", until)]),
    ...(withReason && reason !== undefined ? [text("field:reason", reason)] : []),
  ];
}

/** Extracts of more rows than this are handed in as CSV, whatever the habit. */
const WORKBOOK_ROWS_MAX = 600;
const HABITS = [{ format: "xlsx", language: "zh" }, { format: "csv", encoding: "utf-8-bom", language: "zh" }, { format: "csv", encoding: "gb18030", language: "zh" }, { format: "xlsx", language: "en" }] as const;

function dressed(sheet: Sheet, year: Year): Delivery {
  const entry = sheet.office.entry ?? sheet.office.file;
  const habit = chanceOf(year.seed, "habit", entry).oneOf(sheet.rows.length > WORKBOOK_ROWS_MAX ? HABITS.filter(({ format }) => format === "csv") : HABITS);
  const slips = sheet.template.of.kind === "record" ? withSlips(chanceOf(year.seed, "slips", entry, sheet.template.id, sheet.on), sheet.template, sheet.rows, habit.format) : { rows: sheet.rows, formulas: [] };
  return { ...sheet, rows: slips.rows, form: { ...habit, formulas: slips.formulas }, name: `${local(entry)}-${local(sheet.template.id)}-${sheet.on}.${habit.format}` };
}

function local(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}
