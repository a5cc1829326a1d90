// Countries as lists and registers write them, to ISO 3166 codes; what is nearly one of the names is that country.
// A wrong country in a published row is common, so two rows are compared (`same`, `near`, `different`), never overwritten.
import { editDistance } from "./edit-distance.ts";
import { levelWords } from "./level-name.ts";

export type CountryRelation = "same" | "near" | "different" | "unknown";

const TABLE = `
AF afghanistan|AL albania|DZ algeria|AD andorra|AO angola|AG antigua and barbuda|AR argentina|AM armenia|AU australia|AT austria|AZ azerbaijan|BS bahamas|BH bahrain|BD bangladesh|BB barbados
BY belarus|BE belgium|BZ belize|BJ benin|BT bhutan|BO bolivia;plurinational state of bolivia;bolivia plurinational state of|BA bosnia and herzegovina;bosna i hercegovina|BW botswana|BR brazil;brasil|BN brunei;brunei darussalam|BG bulgaria|BF burkina faso|BI burundi
KH cambodia|CM cameroon|CA canada|CV cabo verde;cape verde|CF central african republic|TD chad|CL chile|CN china;peoples republic of china;people s republic of china;pr china;prc;中国;中华人民共和国|CO colombia|KM comoros
CG republic of congo;congo republic of;republic of the congo;congo brazzaville|CD democratic republic of congo;democratic republic of the congo;congo democratic republic of;congo democratic republic of the;congo kinshasa;drc|C0 congo
CR costa rica|CI cote divoire;ivory coast|HR croatia|CU cuba|CY cyprus|CZ czech republic;czechia|DK denmark|DJ djibouti|DM dominica|DO dominican republic|EC ecuador|EG egypt;egypt arab republic of|SV el salvador|GQ equatorial guinea|ER eritrea|EE estonia|SZ eswatini;swaziland|ET ethiopia
FJ fiji|FI finland|FR france|GA gabon|GM gambia|GE georgia|DE germany;deutschland|GH ghana|GR greece|GD grenada|GT guatemala|GN guinea;guinee|GW guinea bissau|GY guyana|HT haiti|HN honduras|HK hong kong;hongkong;hong kong sar;hong kong sar china;hong kong china;香港|HU hungary
IS iceland|IN india|ID indonesia|IR iran;iran islamic republic of;islamic republic of iran|IQ iraq;iraq islamic republic of|IE ireland|IL israel|IT italy;italia|JM jamaica|JP japan;日本|JO jordan|KZ kazakhstan|KE kenya|KI kiribati|KR korea;korea republic of;republic of korea;south korea|KP democratic peoples republic of korea;north korea|XK kosovo;republic of kosovo|KW kuwait;state of kuwait|KG kyrgyz republic;kyrgyzstan
LA laos;lao pdr;lao peoples democratic republic;lao people s democratic republic|LV latvia|LB lebanon|LS lesotho|LR liberia|LY libya|LI liechtenstein|LT lithuania|LU luxembourg|MO macao;macau;macao sar china|MG madagascar|MW malawi|MY malaysia|MV maldives|ML mali|MT malta|MH marshall islands|MR mauritania|MU mauritius|MX mexico|FM micronesia|MD moldova;republic of moldova|MC monaco|MN mongolia|ME montenegro|MA morocco|MZ mozambique|MM myanmar
NA namibia|NP nepal|NL netherlands;the netherlands;holland|NZ new zealand|NI nicaragua|NE niger|NG nigeria|MK north macedonia;macedonia|NO norway|OM oman|PK pakistan|PW palau|PS palestine;west bank and gaza|PA panama|PG papua new guinea|PY paraguay|PE peru|PH philippines|PL poland|PT portugal|QA qatar|RO romania|RU russia;russian federation|RW rwanda
KN st kitts and nevis|LC st lucia;saint lucia|VC st vincent and the grenadines|WS samoa|ST sao tome and principe|SA saudi arabia;kingdom of saudi arabia|SN senegal|RS serbia|SC seychelles|SL sierra leone|SG singapore|SK slovakia;slovak republic|SI slovenia|SB solomon islands|SO somalia|ZA south africa|SS south sudan|ES spain;espana|LK sri lanka|SD sudan|SR suriname|SE sweden|CH switzerland|SY syria
TW taiwan;taiwan china;台湾|TJ tajikistan|TZ tanzania|TH thailand|TL timor leste|TG togo|TO tonga|TT trinidad and tobago|TN tunisia|TR turkey;turkiye|TM turkmenistan|UG uganda|UA ukraine|AE united arab emirates;uae;emirates|GB united kingdom;uk;great britain;england|US united states;united states of america;usa;america|UY uruguay|UZ uzbekistan|VU vanuatu|VE venezuela;bolivarian republic of venezuela;venezuela republica bolivariana de|VN vietnam;viet nam|VG virgin islands british;british virgin islands;bvi|YE yemen|ZM zambia|ZW zimbabwe
`;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  TABLE.trim().split(/[|\n]/u).flatMap((entry) => {
    const [code = "", ...words] = entry.trim().split(" ");
    return words.join(" ").split(";").map((name) => [name.replaceAll(" ", ""), code] as const);
  }),
);

const LETTERS_FOR_SLIP = 8;
/** Places that publish apart or together with a larger one, or names that fit two. */
const NEAR: readonly ReadonlySet<string>[] = [new Set(["CN", "HK", "MO", "TW"]), new Set(["C0", "CG", "CD"])];
/** Where registers keep names in another writing: a name in Latin letters is somebody's translation and need not be unique. */
const TRANSLATED: ReadonlySet<string> = new Set(["CN", "TW", "JP", "KR", "VN", "LA", "KH", "TH", "MM"]);

const memory = new Map<string, string | undefined>();

/** The ISO code of a country as written, or undefined where no country is known by it. */
export function countryCode(text: string): string | undefined {
  const known = memory.get(text);
  if (known !== undefined || memory.has(text)) return known;
  const name = levelWords(text).join("");
  const code = BY_NAME.get(name) ?? nearlyNamed(name);
  if (memory.size < 2000) memory.set(text, code);
  return code;
}

/** The country named by these levelled words, if they are exactly a country's name. */
export function countryNamedBy(words: readonly string[]): string | undefined {
  return BY_NAME.get(words.join(""));
}

export function compareCountries(a: string | undefined, b: string | undefined): CountryRelation {
  if (a === undefined && b === undefined) return "same";
  if (a === undefined || b === undefined) return "unknown";
  const [left, right] = [countryCode(a), countryCode(b)];
  if (left === undefined || right === undefined) return levelWords(a).join("") === levelWords(b).join("") ? "same" : "unknown";
  if (left === right) return "same";
  return NEAR.some((places) => places.has(left) && places.has(right)) ? "near" : "different";
}

export function translatesNames(country: string | undefined): boolean {
  const code = country === undefined ? undefined : countryCode(country);
  return code !== undefined && TRANSLATED.has(code);
}

function nearlyNamed(name: string): string | undefined {
  if (name.length < LETTERS_FOR_SLIP) return undefined;
  for (const [known, code] of BY_NAME) if (known.length >= LETTERS_FOR_SLIP && editDistance(known, name, 1) <= 1) return code;
  return undefined;
}
