// Competence: which office of the register answers for what a case is about: the one that decided the listing or handed in the record, the
// one above the one that decided before, the nearest of the authority a duty is owed to, or the nearest that coordinates.
import type { FileNumber, LawId, PlainDate } from "../../terms/index.ts";
import type { OpenOffice } from "../../register/index.ts";
import { withSuperiors, type LawBook } from "../listing/listing-law.ts";
import { hasPower } from "../powers.ts";
import type { ApplicationPurpose } from "./procedure-law.ts";
import type { CaseThing } from "./procedure-commands.ts";

export interface Competence {
  readonly law: LawBook;
  readonly offices: ReadonlyMap<FileNumber, OpenOffice>;
  readonly thing: CaseThing;
  readonly purpose: ApplicationPurpose;
  /** Where the organisation is, and the regions that lies in, nearest first. */
  readonly regions: readonly string[];
  readonly on: PlainDate;
  /** The office that opens the case, where an office does. */
  readonly opener?: OpenOffice;
  /** The office that decided what is appealed against, where that was another case. */
  readonly decidedBy?: FileNumber;
}

/** The office that decides in the first instance; undefined where none of this register answers for it. */
export function competentOffice(competence: Competence): OpenOffice | undefined {
  const { offices, thing, opener, decidedBy } = competence;
  const known = (file: FileNumber | null | undefined): OpenOffice | undefined => (file === null || file === undefined ? undefined : offices.get(file));
  switch (thing.kind) {
    case "listing":
      return "decided" in thing ? known(thing.listing.office) : undefined;
    case "record":
      return known(thing.record.office);
    case "join":
      return nearest(competence, (office) => hasPower(competence.law, office.authority, "coordinate", competence.on));
    case "matter":
      return known(known(decidedBy)?.superior);
    case "organisation":
      return opener ?? nearest(competence, (office) => isOwed(competence, office)) ?? nearest(competence, (office) => hasPower(competence.law, office.authority, "coordinate", competence.on));
  }
}

/** A yearly duty is owed to the authority whose list missing it leads to. */
function isOwed({ law, purpose }: Competence, office: OpenOffice): boolean {
  const owners = law.all("procedure").flatMap((procedure): LawId[] => {
    const list = procedure.purpose !== purpose || procedure.yearly?.list === undefined ? undefined : law.get("list", procedure.yearly.list);
    return list === undefined ? [] : [list.owner];
  });
  return owners.some((owner) => withSuperiors(law, office.authority).includes(owner));
}

function nearest({ offices, regions }: Competence, fits: (office: OpenOffice) => boolean): OpenOffice | undefined {
  const fitting = [...offices.values()].filter(fits);
  for (const region of regions) {
    const there = fitting.find((office) => office.region === region);
    if (there !== undefined) return there;
  }
  return fitting.find((office) => office.superior === undefined);
}
