// Reader of procedures: what one is for, what it is about, where and before whom it runs, and the duty that comes back every year.
import { parsePlainDate, type LawId, type Located } from "../../terms/index.ts";
import { criterion } from "./criterion-reader.ts";
import type { Desk } from "./desk.ts";
import { NOWHERE } from "./entry-index.ts";
import { ENTRY_TABLES, PART_TABLES } from "../field-tables.ts";
import type { Dated, Procedure, ProcedurePurpose, Step, YearlyDuty } from "../language.ts";
import { suggestion } from "./nearest.ts";
import { steps } from "./read-steps.ts";
import { choiceOf, FieldsReader, reference, termOf, text, type Reader } from "./reader.ts";
import { ORGANISATION_SCOPE } from "./scope.ts";
import { anchor, dated, readHead } from "./values.ts";

export function readProcedure(id: LawId, value: Located, desk: Desk): Procedure {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.procedure, "a procedure");
  const purpose = fields.or("purpose", purposes, "listing");
  const authority = fields.optional("authority", reference("authority"));
  const yearly = fields.optional("yearly", yearlyDuty);
  const read = fields.required("steps", dated(steps));
  if (yearly !== undefined) reportYearlyWithoutReport(purpose, read, fields, desk);
  return {
    ...readHead(id, fields, desk),
    kind: "procedure",
    purpose,
    steps: read,
    anchor: fields.or("anchor", anchor, "application"),
    covers: fields.list("covers", reference("list", "record-type")),
    regions: fields.list("regions", termOf("region")),
    ...(authority === undefined ? {} : { authority }),
    ...(yearly === undefined ? {} : { yearly }),
  };
}

const purposes: Reader<ProcedurePurpose> = choiceOf(["listing", "removal", "objection", "appeal", "repair", "release", "penalty", "commitment", "annual-report", "inspection", "interview", "publicity", "sharing", "grading", "other"]);

/** The duty is missed when the time of a report is over: without such a step it never could be. */
function reportYearlyWithoutReport(purpose: ProcedurePurpose, read: Dated<readonly Step[]>, fields: FieldsReader<"yearly">, desk: Desk): void {
  const at = fields.placeOf("yearly");
  if (purpose !== "annual-report") desk.report("unknown-field", at, `\`yearly\` does not belong to a procedure of purpose \`${purpose}\``, "remove it, or write `purpose: annual-report`");
  else if (!read.every(({ value }) => value.some((step) => step.kind === "report" && step.within !== undefined))) {
    desk.report("missing-field", at, "no step of kind `report` says by when the yearly duty is to be fulfilled", "give the step of the report its `within:`");
  }
}

const yearlyDuty: Reader<YearlyDuty> = {
  standIn: { opens: "01-01", record: NOWHERE, yearField: "" },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES.yearly, "a yearly duty");
    const record = fields.required("record", reference("record-type"));
    const yearField = fields.required("yearField", text);
    const when = fields.optional("when", criterion(ORGANISATION_SCOPE));
    const list = fields.optional("list", reference("list"));
    const years = desk.fieldsOf(record).filter((field) => field.type === "integer").map((field) => field.name);
    if (record !== NOWHERE && fields.has("yearField") && !years.includes(yearField)) {
      desk.report("unknown-value", fields.placeOf("yearField"), `\`${yearField}\` is no field of type \`integer\` of \`${record}\``, years.length === 0 ? "give the record type a field of type `integer` for the year" : suggestion(yearField, years));
    }
    return { opens: fields.required("opens", monthAndDay), record, yearField, ...(when === undefined ? {} : { when }), ...(list === undefined ? {} : { list }) };
  },
};

/** A day that every year has, leap year or not. */
const monthAndDay: Reader<string> = {
  standIn: "01-01",
  read: (value, desk) => {
    const read = text.read(value, desk);
    if (read === "" || parsePlainDate(`2001-${read}`).ok) return read;
    desk.report("bad-day", value.at, `\`${read}\` is no month and day that every year has`, "write it as MM-DD, such as `01-01`");
    return "01-01";
  },
};
