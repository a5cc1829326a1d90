// Invented organisations: names put together from invented places, brands and trades, valid codes in a region nobody has, and what a
// registration says. Made from the seed; handed in as the registering offices' sheets by registration-sheets.ts.
import { addDays, assert, present, type PlainDate } from "../domain/terms/index.ts";
import { makeCode } from "../domain/identity/index.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { INVENTED_REGION, type Ground, type Place } from "./ground.ts";
import { BRAND_SYLLABLES, FORMS, GIVEN_SYLLABLES, ROADS, SURNAMES, TRADES, type Form, type Trade } from "./name-words.ts";

export interface InventedOrganisation {
  readonly index: number;
  readonly name: string;
  readonly alias: string;
  readonly formerName?: string;
  readonly code: string;
  readonly form: string;
  readonly status: string;
  readonly sector: string;
  readonly region: string;
  readonly address: string;
  readonly establishedOn: PlainDate;
  /** The legal representative as the registration states it: invented, an attribute and nothing more. */
  readonly representative: string;
  readonly enterprise: boolean;
  /** Index of the organisation it is a branch of. */
  readonly branchOf?: number;
}

export interface Inventing {
  readonly seed: number;
  readonly organisations: number;
  /** Everything is registered by this day. */
  readonly by: PlainDate;
}

/** One in so many shares its whole name with an organisation of another place. */
const HOMONYM_EVERY = 400;
const BRANCHES_PER_THOUSAND = 40;
const FORMER_NAMES_PER_THOUSAND = 30;
const OLDEST_DAYS = 9000;
const YOUNGEST_DAYS = 40;

interface Named {
  readonly form: Form;
  readonly trade: Trade;
  readonly place: Place;
  readonly zh: string;
  readonly en: string;
  readonly branchOf?: number;
}

export function inventOrganisations(ground: Ground, inventing: Inventing): readonly InventedOrganisation[] {
  assert(ground.places.length > 1, "the law has invented regions to register organisations in");
  const taken = new Set<string>();
  const named: Named[] = [];
  const places = weightedPlaces(ground.places);
  const offset = chanceOf(inventing.seed, "codes").between(0, SUBJECTS - 1);
  return Array.from({ length: inventing.organisations }, (_each, index) => {
    const chance = chanceOf(inventing.seed, "organisation", index);
    const own = nameOf(chance, index, named, places, ground.places, taken);
    named.push(own);
    return registered(ground, inventing, chance, index, own, offset, taken);
  });
}

/** The cities of the model are of different sizes: the first are the largest. */
function weightedPlaces(places: readonly Place[]): readonly (readonly [Place, number])[] {
  return places.map((place, index) => [place, Math.max(1, 8 - index)] as const);
}

function nameOf(chance: Chance, index: number, named: readonly Named[], weighted: readonly (readonly [Place, number])[], places: readonly Place[], taken: Set<string>): Named {
  const place = chance.weighted(weighted);
  const namesake = index % HOMONYM_EVERY === HOMONYM_EVERY - 1 ? named[index - 1] : undefined;
  if (namesake !== undefined) return { ...namesake, place: present(places.find((other) => other.region !== namesake.place.region), "another place") };
  const parent = index > 20 && chance.happens(BRANCHES_PER_THOUSAND) ? chance.between(0, index - 1) : undefined;
  const head = parent === undefined ? undefined : named[parent];
  if (parent !== undefined && head !== undefined && head.form.form === "limited-company") {
    const branch = { ...head, place, zh: `${head.zh}${shortPlace(place)}分公司`, en: `${head.en}, ${place.en} Branch`, branchOf: parent };
    if (!taken.has(branch.zh)) return claim(branch, taken);
  }
  // The one before a namesake goes by its brand alone, as organisations of the whole country do.
  const national = index % HOMONYM_EVERY === HOMONYM_EVERY - 2;
  const form = national ? present(FORMS[0], "a form") : chance.weighted(FORMS.map((each) => [each, each.weight] as const));
  const trade = chance.weighted(TRADES.map((each) => [each, each.weight] as const));
  for (;;) {
    const brand = brandOf(chance);
    const at = national ? { zh: "", en: "" } : { zh: chance.happens(400) ? place.zh : shortPlace(place), en: place.en };
    const own = { form, trade, place, zh: filled(form.zh, at.zh, brand.zh, trade.zh), en: filled(form.en, at.en, brand.en, trade.en).trim() };
    if (!taken.has(own.zh)) return claim(own, taken);
  }
}

function claim(named: Named, taken: Set<string>): Named {
  taken.add(named.zh);
  return named;
}

function shortPlace(place: Place): string {
  return place.zh.replace(/[市省县区]$/u, "");
}

function brandOf(chance: Chance): { readonly zh: string; readonly en: string } {
  const syllables = chance.some(BRAND_SYLLABLES, 2);
  const said = syllables.map(([, sound]) => sound).join("");
  return { zh: syllables.map(([character]) => character).join(""), en: `${said.slice(0, 1).toUpperCase()}${said.slice(1)}` };
}

function filled(pattern: string, place: string, brand: string, trade: string): string {
  return pattern.replace(/\{place\}/iu, place).replace(/\{brand\}/iu, brand).replace(/\{trade\}/iu, trade);
}

function registered(ground: Ground, { seed, by }: Inventing, chance: Chance, index: number, own: Named, offset: number, taken: Set<string>): InventedOrganisation {
  const branch = own.branchOf !== undefined;
  const establishedOn = addDays(by, -chance.between(YOUNGEST_DAYS, branch ? OLDEST_DAYS / 3 : OLDEST_DAYS));
  const formerName = !branch && chance.happens(FORMER_NAMES_PER_THOUSAND) ? formerNameOf(chance, own, taken) : undefined;
  return {
    index, name: own.zh, alias: own.en,
    ...(formerName === undefined ? {} : { formerName }),
    code: codeOf(ground, own, (index * STRIDE + offset) % SUBJECTS, seed),
    form: branch ? "branch" : own.form.form,
    status: chance.weighted([["operating", 955], ["suspended", 15], ["deregistered", 15], ["revoked", 6], ["in-liquidation", 6], ["in-reorganisation", 3]] as const),
    sector: own.form.sector ?? own.trade.sector, region: own.place.region,
    address: `${own.place.zh}${chance.oneOf(ROADS)}${chance.between(1, 480)}号`,
    establishedOn,
    representative: `${chance.oneOf(SURNAMES)}${chance.some(GIVEN_SYLLABLES, chance.between(1, 2)).join("")}`,
    enterprise: own.form.enterprise,
    ...(own.branchOf === undefined ? {} : { branchOf: own.branchOf }),
  };
}

function formerNameOf(chance: Chance, own: Named, taken: Set<string>): string | undefined {
  const name = filled(own.form.zh, shortPlace(own.place), brandOf(chance).zh, own.trade.zh);
  if (taken.has(name)) return undefined;
  taken.add(name);
  return name;
}

const CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const SUBJECT_LENGTH = 6;
const SUBJECTS = CODE_CHARACTERS.length ** SUBJECT_LENGTH;
/** Prime to the number of subjects, so that no two organisations get the same; it makes neighbours look unlike. */
const STRIDE = 387_420_489 % SUBJECTS;

function codeOf(ground: Ground, own: Named, subject: number, seed: number): string {
  assert(INVENTED_REGION.test(own.place.region), `the region ${own.place.region} is one of the invented ones`);
  const made = makeCode(ground.scheme, { authority: own.form.authority, category: own.form.category, region: own.place.region, subject: `MA${written(subject)}` });
  if (!made.ok) throw new Error(`assertion failed: the model can make codes of ${ground.scheme.id} (seed ${seed}): ${made.error.message}`);
  return made.value;
}

function written(subject: number): string {
  let text = "";
  for (let left = subject; text.length < SUBJECT_LENGTH; left = Math.floor(left / CODE_CHARACTERS.length)) text = `${CODE_CHARACTERS[left % CODE_CHARACTERS.length] ?? "0"}${text}`;
  return text;
}
