// Readers of what is said about the law itself and of what may be recorded: directory items, the closed list of penalty
// measures, standards the linter measures by, metrics of authorities; and the point schemes of people/.
import type { LawId, Located } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import { ENTRY_TABLES, PART_TABLES } from "../field-tables.ts";
import { LINT_RULES, type DirectoryItem, type Instrument, type Metric, type PenaltyItem, type ScoreRule, type ScoreScheme, type ScoreTier, type Standard } from "../language.ts";
import { grades } from "./read-basics.ts";
import { subject } from "./read-list.ts";
import { effect } from "./read-measure.ts";
import { choiceOf, FieldsReader, localId, many, names, positive, reference, reportShape, sourceOf, termOf, text, wholeNumber, type Reader } from "./reader.ts";
import { basis, readHead } from "./values.ts";

const instrument = reference("instrument");
const rank: Reader<Instrument["rank"]> = choiceOf([
  "law", "administrative-regulation", "central-document", "judicial-interpretation", "departmental-rule", "normative-document", "local-regulation", "standard", "agreement", "institution-rule", "secondary-source",
]);

export function readDirectoryItem(id: LawId, value: Located, desk: Desk): DirectoryItem {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES["directory-item"], "an item of a directory");
  const number = fields.optional("number", text);
  const content = fields.optional("content", names);
  return {
    ...readHead(id, fields, desk),
    kind: "directory-item",
    ...(number === undefined ? {} : { number }),
    tier: fields.required("tier", choiceOf(["usable", "severeOnly", "never"])),
    subjects: fields.or("subjects", many(subject), ["organisations"]),
    ...(content === undefined ? {} : { content }),
    editions: fields.list("editions", instrument),
    recordTypes: fields.list("recordTypes", reference("record-type")),
  };
}

export function readPenaltyItem(id: LawId, value: Located, desk: Desk): PenaltyItem {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES["penalty-item"], "an item of the list of penalty measures");
  const number = fields.optional("number", text);
  const targets = fields.optional("targets", names);
  const takenBy = fields.optional("takenBy", names);
  const term = fields.optional("term", names);
  return {
    ...readHead(id, fields, desk),
    kind: "penalty-item",
    ...(number === undefined ? {} : { number }),
    class: fields.required("class", choiceOf(["A", "B", "C"])),
    editions: fields.list("editions", instrument),
    effects: fields.someOf("effects", effect, "effect"),
    ...(targets === undefined ? {} : { targets }),
    ...(takenBy === undefined ? {} : { takenBy }),
    ...(term === undefined ? {} : { term }),
    statutes: fields.or("statutes", basis, []),
  };
}

export function readStandard(id: LawId, value: Located, desk: Desk): Standard {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.standard, "a standard");
  const months = fields.optional("months", positive);
  return {
    ...readHead(id, fields, desk),
    kind: "standard",
    rule: fields.required("rule", choiceOf(LINT_RULES)),
    ranks: fields.list("ranks", rank),
    localRanks: fields.list("localRanks", rank),
    editions: fields.list("editions", instrument),
    ...(months === undefined ? {} : { months }),
    regions: fields.list("regions", termOf("region")),
  };
}

export function readMetric(id: LawId, value: Located, desk: Desk): Metric {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.metric, "a metric");
  const group = fields.optional("group", reference("metric"));
  const measuredBy = fields.optional("measuredBy", reference("authority"));
  return {
    ...readHead(id, fields, desk),
    kind: "metric",
    ...(group === undefined ? {} : { group }),
    better: fields.or("better", choiceOf(["more", "less", "notStated"]), "notStated"),
    ...(measuredBy === undefined ? {} : { measuredBy }),
  };
}

export function readScoreScheme(id: LawId, value: Located, desk: Desk): ScoreScheme {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES["score-scheme"], "a point scheme");
  reportOutsidePeople(fields.at, "a point scheme", desk);
  const region = fields.optional("region", termOf("region"));
  const keeper = fields.optional("keeper", reference("authority"));
  const [start, minimum, maximum] = [fields.optional("start", wholeNumber), fields.optional("minimum", wholeNumber), fields.optional("maximum", wholeNumber)];
  return {
    ...readHead(id, fields, desk),
    kind: "score-scheme",
    ...(region === undefined ? {} : { region }),
    ...(keeper === undefined ? {} : { keeper }),
    ...(start === undefined ? {} : { start }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    bands: fields.or("bands", grades, []),
    benefits: fields.list("benefits", names),
  };
}

export function readScoreRule(id: LawId, value: Located, desk: Desk): ScoreRule {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES["score-rule"], "a row of a point scheme");
  reportOutsidePeople(fields.at, "a row of a point scheme", desk);
  const authority = fields.optional("authority", reference("authority"));
  const [limit, setsTo] = [fields.optional("limit", positive), fields.optional("setsTo", wholeNumber)];
  return {
    ...readHead(id, fields, desk),
    kind: "score-rule",
    scheme: fields.required("scheme", reference("score-scheme")),
    ...(authority === undefined ? {} : { authority }),
    tiers: fields.someOf("tiers", scoreTier, "tier"),
    ...(limit === undefined ? {} : { limit }),
    ...(setsTo === undefined ? {} : { setsTo }),
    onceWith: fields.list("onceWith", reference("score-rule")),
    protectedMatters: fields.list("protectedMatters", text),
  };
}

const scoreTier: Reader<ScoreTier> = {
  standIn: { id: "", names: names.standIn, points: 0 },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["score-tier"], "a tier");
    const per = fields.optional("per", names);
    return { id: fields.required("id", localId), names: fields.required("names", names), points: fields.required("points", points), ...(per === undefined ? {} : { per }) };
  },
};

/** Points may be taken away: a signed whole number. */
export const points: Reader<number> = {
  standIn: 0,
  read: (value, desk) => {
    const source = sourceOf(value);
    if (source !== undefined && /^-?\d{1,6}$/.test(source)) return Number(source);
    reportShape(value, desk, "a whole number, such as `-20`");
    return 0;
  },
};

function reportOutsidePeople(at: string, what: string, desk: Desk): void {
  if (!desk.people) desk.report("people-in-law", at, `${what} stands outside people/`, "move it to a file under `people/`: it is law to read, and applied to nobody");
}
