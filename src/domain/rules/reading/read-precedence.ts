// Readers of calendars and of precedence: on which days the clocks run, and which rule goes first.
import { yearOf, type LawId, type Located } from "../../terms/index.ts";
import { criterion } from "./criterion-reader.ts";
import type { Desk } from "./desk.ts";
import { ENTRY_TABLES, type EntryKind } from "../field-tables.ts";
import type { CalendarYear, Precedence } from "../language.ts";
import { choiceOf, day, FieldsReader, many, reference, termOf, wholeNumber, type Reader } from "./reader.ts";
import { ORGANISATION_SCOPE } from "./scope.ts";
import { readHead } from "./values.ts";

export function readCalendar(id: LawId, value: Located, desk: Desk): CalendarYear {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.calendar, "a calendar");
  const year = fields.required("year", wholeNumber);
  const [holidays, makeUpDays] = [fields.list("holidays", day), fields.list("makeUpDays", day)];
  for (const each of [...holidays, ...makeUpDays]) {
    if (fields.has("year") && yearOf(each) !== year) desk.report("bad-day", fields.placeOf("holidays"), `\`${each}\` does not lie in the year ${year}`, "put it into the calendar of its own year");
  }
  for (const each of makeUpDays) {
    if (holidays.includes(each)) desk.report("bad-day", fields.placeOf("makeUpDays"), `\`${each}\` is a day off and a working day`, "keep it in one of the two");
  }
  return { ...readHead(id, fields, desk), kind: "calendar", year, holidays, makeUpDays };
}

const RULES: readonly EntryKind[] = ["list", "measure", "memorandum", "record-type", "repair", "procedure", "grade", "act", "precedence"];
const rule = reference(...RULES);
const PRECEDENCE_FIELDS = {
  suspension: { needs: ["of", "what"], allows: ["of", "what", "regions", "when"] },
  prefers: { needs: ["among", "prefer"], allows: ["among", "prefer"] },
  transition: { needs: ["old", "replacement", "pending"], allows: ["old", "replacement", "pending"] },
  milder: { needs: ["of"], allows: ["of"] },
} as const;

export function readPrecedence(id: LawId, value: Located, desk: Desk): Precedence {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.precedence, "a rule of precedence");
  const kind = fields.required("rule", choiceOf(["suspension", "prefers", "transition", "milder"]));
  const { needs, allows } = PRECEDENCE_FIELDS[kind];
  for (const name of needs) if (!fields.has(name)) desk.report("missing-field", fields.at, `\`${kind}\` lacks \`${name}\``, `add \`${name}:\``);
  for (const name of ["of", "what", "regions", "when", "among", "prefer", "old", "replacement", "pending"] as const) {
    if (fields.has(name) && !allows.some((each) => each === name)) desk.report("unknown-field", fields.placeOf(name), `\`${name}\` does not belong to \`${kind}\``, "remove it");
  }
  const head = { ...readHead(id, fields, desk), kind: "precedence" } as const;
  switch (kind) {
    case "suspension": {
      const when = fields.optional("when", criterion(ORGANISATION_SCOPE));
      return { ...head, rule: kind, of: fields.list("of", rule), what: fields.required("what", choiceOf(["recording", "clocks", "effects"])), regions: fields.list("regions", termOf("region")), ...(when === undefined ? {} : { when }) };
    }
    case "prefers":
      return { ...head, rule: kind, among: fields.list("among", rule), prefer: fields.required("prefer", preferred) };
    case "transition":
      return { ...head, rule: kind, old: fields.required("old", rule), replacement: fields.required("replacement", rule), pending: fields.required("pending", choiceOf(["old", "new", "milder"])) };
    case "milder":
      return { ...head, rule: kind, of: fields.list("of", rule) };
  }
}

const preferred: Reader<readonly LawId[] | "unresolved"> = {
  standIn: "unresolved",
  read: (value, desk) => (value.kind === "text" && value.value === "unresolved" ? "unresolved" : many(rule).read(value, desk)),
};
