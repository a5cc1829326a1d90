// Ground: what the law gives the model to stand on: invented regions, offices with their file numbers, templates by what they are of.
// Nothing of the law is repeated in the laboratory: it is looked up here.
import { bodyOf, covers, parseLawId, present, type LawId, type PlainDate } from "../domain/terms/index.ts";
import type { IdentifierScheme, List, Rulebook, Template } from "../domain/rules/index.ts";
import { hasPower, mayList } from "../domain/cases/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";

/** Regions that are allocated to nobody begin so; a code with such a region is no real organisation's. */
export const INVENTED_REGION = /^99\d{4}$/;

export interface Place {
  readonly region: string;
  readonly zh: string;
  readonly en: string;
}

export interface Ground {
  readonly rulebook: Rulebook;
  /** Cities: invented regions that no other lies in. */
  readonly places: readonly Place[];
  readonly offices: readonly OpenOffice[];
  readonly registration: Template;
  /** Types of record that some list's criteria ask about: new ones are reason to look whether an office should propose a listing. */
  readonly criteriaTypes: ReadonlySet<string>;
  /** The scheme of the codes in the registration template. */
  readonly scheme: IdentifierScheme;
}

export function groundOf(rulebook: Rulebook, offices: readonly OpenOffice[]): Ground {
  const regions = rulebook.all("term").filter((term) => term.taxonomy === "region" && INVENTED_REGION.test(term.value));
  const places = regions.filter((term) => !regions.some((other) => other.parent === term.value)).map(({ value, names }) => ({ region: value, zh: names.zh ?? names.en, en: names.en.replace(/ City$/u, "") }));
  const registration = present(rulebook.all("template").find((template) => template.of.kind === "organisation"), "a template of organisations");
  const column = registration.columns.find((each) => each.to.startsWith("code:"));
  const scheme = rulebook.all("identifier").find((each) => column?.to === `code:${each.id}`);
  return { rulebook, places, offices, registration, criteriaTypes: criteriaTypesOf(rulebook), scheme: present(scheme, "a scheme of codes in the template of organisations") };
}

/** An id of the law that the model's scenario names; a slip is a bug. */
export function lawId(text: string): LawId {
  const id = parseLawId(text);
  if (!id.ok) throw new Error(`assertion failed: ${id.error}`);
  return id.value;
}

/** How a sheet of such records, or of such a list, is laid out. */
export function templateOf(ground: Ground, subject: LawId): Template | undefined {
  return ground.rulebook.all("template").find(({ of }) => (of.kind === "record" && of.type === subject) || (of.kind === "list" && of.list === subject));
}

/** The office of just this authority whose region holds the place. */
export function officeOf(ground: Ground, authority: LawId, region: string): OpenOffice | undefined {
  return nearest(ground.offices.filter((office) => office.authority === authority), region);
}

/** The office nearest to a region that belongs to an authority: that authority's own or one below it. */
export function officeFor(ground: Ground, authority: LawId, region: string): OpenOffice | undefined {
  return nearest(ground.offices.filter((office) => below(ground.rulebook, office.authority, authority)), region);
}

/** The office nearest to a region that may list on a list on a day. */
export function listingOffice(ground: Ground, list: List, region: string, on: PlainDate): OpenOffice | undefined {
  return nearest(ground.offices.filter((office) => mayList(ground.rulebook, list, office.authority, on)), region);
}

/** The office nearest to a region that coordinates the others. */
export function coordinatingOffice(ground: Ground, region: string, on: PlainDate): OpenOffice | undefined {
  return nearest(ground.offices.filter((office) => hasPower(ground.rulebook, office.authority, "coordinate", on)), region);
}

function nearest(offices: readonly OpenOffice[], region: string): OpenOffice | undefined {
  const here = offices.filter((office) => region.startsWith(stemOf(office.region ?? "")));
  return here.toSorted((a, b) => stemOf(b.region ?? "").length - stemOf(a.region ?? "").length)[0];
}

/** A region's code without its trailing pairs of zeros begins the codes of what lies in it. */
function stemOf(region: string): string {
  return region.replace(/(?:00)+$/, "");
}

function below(rulebook: Rulebook, authority: LawId, above: LawId): boolean {
  const seen = new Set<LawId>();
  for (let at: LawId | undefined = authority; at !== undefined && !seen.has(at); at = rulebook.get("authority", at)?.superior) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

function criteriaTypesOf(rulebook: Rulebook): ReadonlySet<string> {
  const text = rulebook.all("list").map((list) => JSON.stringify(list.criteria, (key, value: unknown) => (key === "compiled" ? undefined : value))).join("");
  return new Set(rulebook.all("record-type").flatMap(({ id }) => (text.includes(`"${id}"`) ? [id] : [])));
}

export function inForce<T extends { readonly from?: PlainDate; readonly until?: PlainDate }>(entry: T | undefined, on: PlainDate): T | undefined {
  return entry !== undefined && covers(entry, on) ? entry : undefined;
}

/** The body of law whose calendar the model lives by. */
export function bodyOfModel(rulebook: Rulebook): string | undefined {
  const office = rulebook.all("office")[0];
  return office === undefined ? undefined : bodyOf(office.id);
}

