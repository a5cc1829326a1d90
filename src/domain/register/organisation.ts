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
    listings: [...register.listings.values()].filter((listing) => numbers.includes(listing.file)),
    records: [...register.records.values()].filter((record) => numbers.includes(record.file)),
  };
}

/** All files reachable by joins, the given one included. */
export function joinedFiles(register: Pick<Register, "joins">, file: FileNumber): readonly FileNumber[] {
  const found = new Set<FileNumber>([file]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { files } of register.joins) {
      if (found.has(files[0]) === found.has(files[1])) continue;
      found.add(files[0]).add(files[1]);
      grown = true;
    }
  }
  return [...found];
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
