// Reader of repair: which burdens one may be rid of early by one's own act, in which tiers, from when, on what.
import type { LawId, Located } from "../../terms/index.ts";
import { criterion } from "./criterion-reader.ts";
import type { Desk } from "./desk.ts";
import { ENTRY_TABLES, PART_TABLES } from "../field-tables.ts";
import type { Repair, RepairTier } from "../language.ts";
import { FieldsReader, flag, localId, names, reference, reportRepeated, wholeNumber, type Reader } from "./reader.ts";
import { ORGANISATION_SCOPE, withListing, withRecord, type Scope } from "./scope.ts";
import { anchor, basis, interval, readHead } from "./values.ts";

export function readRepair(id: LawId, value: Located, desk: Desk): Repair {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.repair, "a repair rule");
  const decidedBy = fields.optional("decidedBy", reference("authority"));
  const decideWithin = fields.optional("decideWithin", interval);
  const covers = fields.someOf("covers", reference("list", "record-type"), "list or record type");
  const tiers = fields.someOf("tiers", tierReader(covers, desk), "tier");
  reportRepeated(tiers.map(({ id: each }) => ({ at: fields.placeOf("tiers"), id: each })), "tiers", desk);
  return {
    ...readHead(id, fields, desk),
    kind: "repair",
    tiers,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decideWithin === undefined ? {} : { decideWithin }),
    anchor: fields.or("anchor", anchor, "application"),
    milder: fields.or("milder", flag, false),
    covers,
    conditions: fields.list("conditions", names),
    excluded: fields.list("excluded", names),
  };
}

/** A tier belongs to what its rule covers; its condition may name what the listings covered have in common. */
function tierReader(covered: readonly LawId[], desk: Desk): Reader<RepairTier> {
  const kindOf = (id: LawId): string | undefined => desk.index.lookUp(desk.body, id)?.kind;
  const lists = covered.filter((id) => kindOf(id) === "list");
  const types = covered.filter((id) => kindOf(id) === "record-type");
  const outer = withListing(ORGANISATION_SCOPE, lists.map((id) => desk.fieldsOf(id)));
  // A condition may name a field of any record type covered; of a record that has none such it is unknown.
  const scope = types.length === 0 ? outer : withRecord(outer, types.flatMap((id) => desk.fieldsOf(id)));
  return { standIn: { id: "", names: names.standIn, endsByItself: false, documents: [], basis: [] }, read: (value) => readTier(value, desk, covered, scope) };
}

function readTier(value: Located, desk: Desk, covered: readonly LawId[], scope: Scope): RepairTier {
  const fields = new FieldsReader(value, desk, PART_TABLES.tier, "a tier");
  const covers = fields.list("covers", reference("list", "record-type"));
  const when = fields.optional("when", criterion(scope));
  const minimumMonths = fields.optional("minimumMonths", wholeNumber);
  const maximumMonths = fields.optional("maximumMonths", wholeNumber);
  if (minimumMonths !== undefined && maximumMonths !== undefined && maximumMonths < minimumMonths) {
    desk.report("period-inside-out", fields.at, `at least ${minimumMonths} and at most ${maximumMonths} months cannot both be`, "`maximumMonths` must not be less than `minimumMonths`");
  }
  for (const each of covers) {
    if (!covered.includes(each)) desk.report("unknown-value", fields.placeOf("covers"), `\`${each}\` is not among what this rule covers`, "add it to the rule's own `covers`, or remove it here");
  }
  return {
    id: fields.required("id", localId),
    names: fields.required("names", names),
    ...(covers.length === 0 ? {} : { covers }),
    ...(when === undefined ? {} : { when }),
    ...(minimumMonths === undefined ? {} : { minimumMonths }),
    ...(maximumMonths === undefined ? {} : { maximumMonths }),
    endsByItself: fields.or("endsByItself", flag, false),
    documents: fields.list("documents", names),
    basis: fields.or("basis", basis, []),
  };
}
