// Powers: who may act in a case, and who may see it. They come from the law (an authority's powers, its place in the order) and from the
// office; every decider and every desk asks here and nowhere else.
import { bodyOf, covers, type FileNumber, type LawId, type PlainDate } from "../terms/index.ts";
import type { Authority, List, Measure, Template } from "../rules/index.ts";
import { withSuperiors, type LawBook } from "./listing/listing-law.ts";

/** Whether an authority may list here: it owns the list or stands below the owner, is in force and has the power. */
export function mayList(law: LawBook, list: List, authority: LawId, on: PlainDate): boolean {
  return hasPower(law, authority, "list", on) && withSuperiors(law, authority).includes(list.owner);
}

/** Whether an authority may decide a measure the law leaves to it: the measure's own authority, or one below it. */
export function mayDecide(law: LawBook, measure: Pick<Measure, "authority">, authority: LawId): boolean {
  return withSuperiors(law, authority).includes(measure.authority);
}

/** Whether an authority may say that a consumer has taken a release over: the consumer itself, or an authority below it. */
export function mayAcknowledge(law: LawBook, consumer: LawId, authority: LawId): boolean {
  return withSuperiors(law, authority).includes(consumer);
}

/**
 * Whether an authority may hand in a sheet: of a list its owner, or an authority below it; of records and organisations whoever the law gives the
 * power to record, by the sheets of its own body of law or one above it in its order.
 */
export function mayHandIn(law: LawBook, template: Pick<Template, "id" | "of">, authority: LawId, on: PlainDate): boolean {
  const chain = withSuperiors(law, authority);
  if (template.of.kind === "list") {
    const list = law.get("list", template.of.list);
    return list !== undefined && chain.includes(list.owner);
  }
  return hasPower(law, authority, "record", on) && chain.some((each) => bodyOf(each) === bodyOf(template.id));
}

export function hasPower(law: LawBook, authority: LawId, power: Authority["powers"][number], on: PlainDate): boolean {
  const entry = law.get("authority", authority);
  return entry !== undefined && covers(entry, on) && entry.powers.includes(power);
}

/** What a case says of who may act in it. */
export interface CaseParties {
  readonly files: readonly FileNumber[];
  /** Decides in the first instance. */
  readonly office: FileNumber;
  /** Decides in the second. */
  readonly superior?: FileNumber;
}

/** The office of the instance acts in it, and no other. */
export function mayDecideInstance(parties: CaseParties, instance: 1 | 2, office: FileNumber): boolean {
  return office === (instance === 1 ? parties.office : parties.superior);
}

/** An organisation acts on its own files alone. */
export function ownsCase(parties: Pick<CaseParties, "files">, files: readonly FileNumber[]): boolean {
  return files.some((file) => parties.files.includes(file));
}
