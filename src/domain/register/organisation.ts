// Organisation: one or several files that judgements have joined. After a separation every answer is as if the join had never been.
import type { FileNumber, LawId } from "../terms/index.ts";
import type { CodePart, NamePart } from "../events/index.ts";
import { sharedValue } from "./closure.ts";
import type { Attributes, FileOnRegister, ListingOnFile, RecordOnFile, Register } from "./on-file.ts";

export interface Organisation {
  /** The oldest of its files: what answers name. */
  readonly file: FileNumber;
  readonly files: readonly FileNumber[];
  readonly name: string;
  readonly names: readonly NamePart[];
  readonly codes: readonly CodePart[];
  readonly attributes: Attributes;
  readonly listings: readonly ListingOnFile[];
  readonly records: readonly RecordOnFile[];
}

/** The organisation a file belongs to, with everything its files carry; undefined where the file is not on the register. */
export function organisationOf(register: Register, file: FileNumber): Organisation | undefined {
  const numbers = joinedFiles(register, file);
  const files = numbers.flatMap((number) => register.files.get(number) ?? []).sort((a, b) => a.registeredAt - b.registeredAt || (a.file < b.file ? -1 : 1));
  const [first] = files;
  if (first === undefined) return undefined;
  return {
    file: first.file,
    files: files.map((each) => each.file),
    name: mainName(first),
    names: files.flatMap((each) => each.names),
    codes: distinctCodes(files.flatMap((each) => each.codes)),
    attributes: files.reduceRight<Attributes>((attributes, each) => ({ ...attributes, ...each.attributes }), {}),
    ...carriedBy(register, numbers),
  };
}

/** Things on a file, each with its place in the order of the register. */
type OnFiles<T> = ReadonlyMap<FileNumber, readonly (readonly [number, T])[]>;

interface Carried {
  readonly listings: OnFiles<ListingOnFile>;
  readonly records: OnFiles<RecordOnFile>;
}

/** What each file of a register carries: found once, for whoever asks about every organisation of a large one. A register never changes. */
const CARRIED = new WeakMap<Register, Carried>();

function carriedBy(register: Register, files: readonly FileNumber[]): Pick<Organisation, "listings" | "records"> {
  const carried = CARRIED.get(register) ?? { listings: byFile(register.listings.values()), records: byFile(register.records.values()) };
  CARRIED.set(register, carried);
  return { listings: onAny(carried.listings, files), records: onAny(carried.records, files) };
}

function byFile<T extends { readonly file: FileNumber }>(things: Iterable<T>): OnFiles<T> {
  return Map.groupBy([...things].map((thing, place) => [place, thing] as const), ([, { file }]) => file);
}

function onAny<T>(carried: OnFiles<T>, files: readonly FileNumber[]): readonly T[] {
  return files.flatMap((file) => carried.get(file) ?? []).toSorted(([a], [b]) => a - b).map(([, thing]) => thing);
}

/** All files reachable by joins, the given one included. */
export function joinedFiles(register: Pick<Register, "joins">, file: FileNumber): readonly FileNumber[] {
  const joined = partnersIn(register.joins);
  const found = new Set<FileNumber>([file]);
  for (const each of found) for (const partner of joined.get(each) ?? []) found.add(partner);
  return [...found];
}

/** Who is joined to whom at once, found once for the joins of a register. */
const PARTNERS = new WeakMap<Register["joins"], ReadonlyMap<FileNumber, readonly FileNumber[]>>();

function partnersIn(joins: Register["joins"]): ReadonlyMap<FileNumber, readonly FileNumber[]> {
  const known = PARTNERS.get(joins);
  if (known !== undefined) return known;
  const pairs = joins.flatMap(({ files: [a, b] }) => [[a, b], [b, a]] as const);
  const partners = new Map([...Map.groupBy(pairs, ([file]) => file)].map(([file, own]) => [file, own.map(([, partner]) => partner)]));
  PARTNERS.set(joins, partners);
  return partners;
}

/** Files whose listings may reach this organisation: parents of a branch, whoever controls it. */
export function relatedFiles(register: Register, files: readonly FileNumber[]): readonly { readonly file: FileNumber; readonly relation: "branchOf" | "subsidiaryOf" | "controlledBy" }[] {
  return register.relations.filter((relation) => files.includes(relation.from)).map(({ to, relation }) => ({ file: to, relation }));
}

export function mainName(file: FileOnRegister): string {
  const main = file.names.find((name) => name.kind === "main") ?? file.names[0];
  return main?.text ?? file.file;
}

function distinctCodes(codes: readonly CodePart[]): readonly CodePart[] {
  return [...new Map(codes.map((code) => [`${code.scheme} ${code.value}`, code])).values()];
}

/** Listings of any organisation in this register on `list` whose field `by` has this value: an affiliate's parent decision. */
export function listingsSharing(register: Register, list: LawId, by: string, value: string): readonly ListingOnFile[] {
  return [...register.listings.values()].filter((listing) => {
    if (listing.list !== list || listing.holds !== "reported") return false;
    return listing.sightings.some((sighting) => sharedValue(sighting, by) === value);
  });
}
