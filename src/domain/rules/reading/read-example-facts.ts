// Readers of what a worked example takes as given: who is asked about, invented; listings, records and decisions on the file.
import { parsePlainDate } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import { PART_TABLES } from "../field-tables.ts";
import type { ExampleGiven, ExampleListing } from "../language.ts";
import { valuesOf } from "./field-values.ts";
import { suggestion } from "./nearest.ts";
import { choiceOf, day, FieldsReader, reference, termOf, text, type Reader } from "./reader.ts";
import { relatedBy } from "./criterion-reader.ts";
import { effect } from "./read-measure.ts";

const measure = reference("measure");

export const given: Reader<ExampleGiven> = {
  standIn: { listings: [], relations: [], records: [], decisions: [] },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES.given, "`given`");
    reportWhoIsAsked(fields, desk);
    const listings = fields.list("listings", listing).map((each, index) => (each.label === "" ? { ...each, label: String(index + 1) } : each));
    const decisions = fields.list("decisions", decision);
    for (const each of decisions) {
      if (each.listing !== undefined && !listings.some(({ label }) => label === each.listing)) {
        desk.report("unknown-entry", fields.placeOf("decisions"), `\`${each.listing}\` is the label of no listing here`, suggestion(each.listing, listings.map(({ label }) => label)));
      }
    }
    const asked = fields.optional("organisation", organisation);
    const invented = fields.optional("person", person);
    return { ...(asked === undefined ? {} : { organisation: asked }), ...(invented === undefined ? {} : { person: invented }), listings, relations: fields.list("relations", relation), records: fields.list("records", record), decisions };
  },
};

/** One organisation, or under people/ one person: nobody who exists. */
function reportWhoIsAsked(fields: FieldsReader<keyof typeof PART_TABLES.given>, desk: Desk): void {
  if (fields.has("person") && !desk.people) desk.report("people-in-law", fields.placeOf("person"), "an example about a person stands outside people/", "move it to a file under `people/examples/`");
  if (fields.has("organisation") === fields.has("person")) {
    desk.report(fields.has("person") ? "wrong-shape" : "missing-field", fields.at, fields.has("person") ? "this example is about an organisation and a person at once" : "`given` does not say who is asked about", desk.people ? "write one of `organisation` and `person`" : "add `organisation:` with an invented name");
  }
}

const person: Reader<NonNullable<ExampleGiven["person"]>> = {
  standIn: { name: "" },
  read: (value, desk) => ({ name: new FieldsReader(value, desk, PART_TABLES["example-person"], "a person").required("name", text) }),
};

const organisation: Reader<NonNullable<ExampleGiven["organisation"]>> = {
  standIn: { name: "" },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["example-organisation"], "an organisation");
    const kind = fields.optional("kind", text);
    const region = fields.optional("region", text);
    const sector = fields.optional("sector", text);
    const status = fields.optional("status", text);
    return {
      name: fields.required("name", text),
      ...(kind === undefined ? {} : { kind }),
      ...(region === undefined ? {} : { region }),
      ...(sector === undefined ? {} : { sector }),
      ...(status === undefined ? {} : { status }),
    };
  },
};

const endOfListing: Reader<string> = {
  standIn: "notStated",
  read: (value, desk) => {
    const end = text.read(value, desk);
    if (["notStated", "permanent", "untilDone"].includes(end) || parsePlainDate(end).ok) return end;
    desk.report("bad-day", value.at, `\`${end}\` is no end of a listing`, "write the first free day, `notStated`, `permanent` or `untilDone`");
    return "notStated";
  },
};

const listing: Reader<ExampleListing> = {
  standIn: { label: "", list: reference().standIn, effectiveFrom: day.standIn, end: "notStated", fields: {} },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["example-listing"], "a listing");
    const list = fields.required("list", reference("list"));
    const elsewhere = fields.optional("organisation", text);
    const decidedOn = fields.optional("decidedOn", day);
    const publishedFrom = fields.optional("publishedFrom", day);
    const originator = fields.optional("originator", reference("authority"));
    const regions = fields.list("regions", termOf("region"));
    return {
      label: fields.or("label", text, ""),
      ...(elsewhere === undefined ? {} : { organisation: elsewhere }),
      list,
      ...(decidedOn === undefined ? {} : { decidedOn }),
      effectiveFrom: fields.required("effectiveFrom", day),
      ...(publishedFrom === undefined ? {} : { publishedFrom }),
      end: fields.required("end", endOfListing),
      ...(originator === undefined ? {} : { originator }),
      ...(regions.length === 0 ? {} : { regions }),
      fields: fields.or("fields", valuesOf(desk.fieldsOf(list)), {}),
    };
  },
};

const relation: Reader<ExampleGiven["relations"][number]> = {
  standIn: { organisation: "", among: relatedBy.standIn },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["example-relation"], "a relation");
    return { organisation: fields.required("organisation", text), among: fields.required("among", relatedBy) };
  },
};

const record: Reader<ExampleGiven["records"][number]> = {
  standIn: { type: reference().standIn, fields: {} },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["example-record"], "a record");
    const type = fields.required("type", reference("record-type"));
    const actedOn = fields.optional("actedOn", day);
    const decidedOn = fields.optional("decidedOn", day);
    const breach = fields.optional("breach", text);
    const whose = fields.optional("organisation", text);
    const values = fields.or("fields", valuesOf(desk.fieldsOf(type)), {});
    return {
      ...(whose === undefined ? {} : { organisation: whose }),
      type,
      ...(actedOn === undefined ? {} : { actedOn }),
      ...(decidedOn === undefined ? {} : { decidedOn }),
      // Several choices of a record are one text, parted by commas, as a sheet would have them.
      fields: Object.fromEntries(Object.entries(values).map(([name, each]) => [name, typeof each === "string" ? each : each.join(", ")])),
      ...(breach === undefined ? {} : { breach }),
    };
  },
};

const decision: Reader<ExampleGiven["decisions"][number]> = {
  standIn: { measure: measure.standIn, choice: "apply", decidedOn: day.standIn, authority: reference().standIn },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["example-decision"], "a decision");
    const label = fields.optional("listing", text);
    const chosen = fields.optional("effect", effect);
    return {
      measure: fields.required("measure", measure),
      ...(label === undefined ? {} : { listing: label }),
      choice: fields.required("choice", choiceOf(["apply", "decline"])),
      ...(chosen === undefined ? {} : { effect: chosen }),
      decidedOn: fields.required("decidedOn", day),
      authority: fields.required("authority", reference("authority")),
    };
  },
};
