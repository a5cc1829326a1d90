// Memberships: who stands on the red and scrutiny lists that other bodies keep and only report here. Which lists there are is the law's; who is on them, from when and why, is the model's.
import { addDays, addYears, daysBetween, type PlainDate } from "../domain/terms/index.ts";
import type { List, Template } from "../domain/rules/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { inForce, officeOf, templateOf, type Ground } from "./ground.ts";
import type { Happening, Year } from "./happenings.ts";
import type { InventedOrganisation } from "./invented-organisations.ts";
import { SUBJECTS } from "./subjects.ts";

export interface Membership {
  readonly organisation: InventedOrganisation;
  readonly from: PlainDate;
  /** The first free day, where the list states one. */
  readonly until?: PlainDate;
  /** No longer carried from this day. */
  readonly leftOn?: PlainDate;
  readonly reason?: string;
}

export interface ReportedMembers {
  readonly list: List;
  readonly template: Template;
  readonly office: OpenOffice;
  readonly members: readonly Membership[];
}

const RED_PER_THOUSAND = 70;
const SCRUTINY_PER_THOUSAND = 12;
/** On every scrutiny list at once, which is more than an accident. */
const ALL_SCRUTINY_PER_THOUSAND = 2;
const CERTIFIED_YEARS = 5;
const TRADERS = ["C", "F", "G"];

export function memberships(ground: Ground, organisations: readonly InventedOrganisation[], happenings: readonly Happening[], year: Year): readonly ReportedMembers[] {
  const enterprises = organisations.filter((organisation) => organisation.enterprise && organisation.status === "operating" && organisation.branchOf === undefined);
  return ground.rulebook.all("list").flatMap((list): ReportedMembers[] => {
    const template = templateOf(ground, list.id);
    const place = list.regions[0] ?? ground.places[0]?.region ?? "";
    const office = officeOf(ground, list.owner, place);
    const reaches = list.regions.length === 0 || ground.places.some((each) => list.regions.includes(each.region));
    if (list.holds !== "reported" || template === undefined || office === undefined || !reaches || !list.subjects.includes("organisations") || inForce(list, year.from) === undefined) return [];
    // The black lists of others are not delivered here: who stands on one has a history that the model would have to tell.
    if (list.colour !== "red" && list.colour !== "scrutiny") return [];
    const statesEnd = template.columns.some((column) => column.to === "until");
    return [{ list, template, office, members: list.colour === "red" ? redMembers(list, enterprises, happenings, year, statesEnd) : scrutinised(list, enterprises, year) }];
  });
}

/** Certified for years; some of those about whom customs finds a breach are among them, and a few are no longer carried at the end. */
function redMembers(list: List, enterprises: readonly InventedOrganisation[], happenings: readonly Happening[], year: Year, statesEnd: boolean): readonly Membership[] {
  const inBreach = new Set(happenings.filter(({ type, decidedOn }) => type === SUBJECTS.customsFinding.type && decidedOn >= year.from).map((happening) => happening.organisation).filter((_each, index) => index % 4 === 0));
  return enterprises.flatMap((organisation) => {
    const chance = chanceOf(year.seed, list.id, organisation.index);
    if (!inBreach.has(organisation) && !(TRADERS.includes(organisation.sector) && chance.happens(RED_PER_THOUSAND))) return [];
    const from = inBreach.has(organisation) || chance.happens(850) ? addDays(year.from, -chance.between(10, 1500)) : dayIn(chance, year);
    return [{ organisation, from, ...(statesEnd ? { until: addYears(from, CERTIFIED_YEARS) } : {}), ...(chance.happens(30) ? { leftOn: dayIn(chance, year) } : {}) }];
  });
}

function scrutinised(list: List, enterprises: readonly InventedOrganisation[], year: Year): readonly Membership[] {
  const fewest = chanceOf(year.seed, "scrutiny").some(enterprises, 1)[0];
  return enterprises.flatMap((organisation) => {
    const onAll = organisation === fewest || chanceOf(year.seed, "scrutiny", organisation.index).happens(ALL_SCRUTINY_PER_THOUSAND);
    const chance = chanceOf(year.seed, list.id, organisation.index);
    if (!onAll && !chance.happens(SCRUTINY_PER_THOUSAND)) return [];
    const from = onAll ? addDays(year.from, -chance.between(5, 90)) : addDays(year.from, chance.between(-200, daysBetween(year.from, year.until)));
    return [{ organisation, from, ...(!onAll && chance.happens(250) ? { leftOn: dayIn(chance, year) } : {}), reason: chance.oneOf(["投诉举报较多", "风险监测异常", "多次责令改正", "申报数据波动较大", "联系方式变更未报备"]) }];
  });
}

function dayIn(chance: Chance, { from, until }: Year): PlainDate {
  return addDays(from, chance.between(0, daysBetween(from, until)));
}
