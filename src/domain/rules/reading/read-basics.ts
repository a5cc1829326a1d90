// Readers of the entries others refer to: instruments, authorities, identifiers, acts, record types, terms, grades.
import type { LawId, Located } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import { ENTRY_TABLES, PART_TABLES } from "../field-tables.ts";
import type { Act, Authority, CheckDigit, CodeSpan, Field, Grade, GradeScheme, IdentifierScheme, Instrument, Office, RecordType, TaxonomyTerm } from "../language.ts";
import { choiceOf, day, FieldsReader, flag, localId, names, pattern, positive, reference, reportRepeated, reportShape, termOf, text, wholeNumber, type Reader } from "./reader.ts";
import { RECORD_WORDS } from "./scope.ts";
import { reportForbiddenSubjects } from "./subjects.ts";
import { dated, fieldsReader, interval, readHead } from "./values.ts";

export const recordFields: Reader<readonly Field[]> = fieldsReader(RECORD_WORDS);

export function readInstrument(id: LawId, value: Located, desk: Desk): Instrument {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.instrument, "an instrument");
  const number = fields.optional("number", text);
  const issuedOn = fields.optional("issuedOn", day);
  const issuer = fields.optional("issuer", names);
  const published = fields.optional("published", text);
  return {
    ...readHead(id, fields, desk),
    kind: "instrument",
    ...(number === undefined ? {} : { number }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    rank: fields.required(
      "rank",
      choiceOf(["law", "administrative-regulation", "central-document", "judicial-interpretation", "departmental-rule", "normative-document", "local-regulation", "standard", "agreement", "institution-rule", "secondary-source"]),
    ),
    ...(issuer === undefined ? {} : { issuer }),
    ...(published === undefined ? {} : { published }),
    domains: fields.list("domains", termOf("domain")),
    creditArticles: fields.list("creditArticles", creditArticle),
  };
}

const creditArticle: Reader<Instrument["creditArticles"][number]> = {
  standIn: { article: "", topics: [] },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["credit-article"], "an article about credit");
    return { article: fields.required("article", text), topics: fields.list("topics", text) };
  },
};

export function readAuthority(id: LawId, value: Located, desk: Desk): Authority {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.authority, "an authority");
  const superior = fields.optional("superior", reference("authority"));
  const short = fields.optional("short", text);
  return {
    ...readHead(id, fields, desk),
    kind: "authority",
    level: fields.required("level", choiceOf(["national", "province", "city", "county", "international", "other"])),
    ...(superior === undefined ? {} : { superior }),
    powers: fields.list("powers", choiceOf(["list", "record", "penalise", "enforce", "repair", "publish", "coordinate"])),
    aliases: fields.list("aliases", text),
    ...(short === undefined ? {} : { short }),
  };
}

export function readIdentifier(id: LawId, value: Located, desk: Desk): IdentifierScheme {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.identifier, "an identifier");
  const length = fields.optional("length", positive);
  const alphabet = fields.optional("alphabet", text);
  const form = fields.optional("form", pattern);
  return {
    ...readHead(id, fields, desk),
    kind: "identifier",
    of: fields.required("of", choiceOf(["organisation", "person"])),
    ...(length === undefined ? {} : { length }),
    ...(alphabet === undefined ? {} : { alphabet }),
    ...(form === undefined ? {} : { form }),
    checks: fields.list("checks", checkDigit),
    refused: fields.list("refused", refusedCode),
    parts: fields.list("parts", codePart),
  };
}

const checkDigit: Reader<CheckDigit> = {
  standIn: { name: "", place: 1, start: 1, end: 1, weights: [1], modulus: 1, complement: false, values: "", characters: "" },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["check-digit"], "a check character");
    const [start, end] = [fields.required("start", positive), fields.required("end", positive)];
    const weights = fields.list("weights", wholeNumber);
    const modulus = fields.required("modulus", positive);
    const characters = fields.required("characters", text);
    if (weights.length !== end - start + 1) desk.report("wrong-shape", fields.placeOf("weights"), `${weights.length} weights stand for the characters ${start} to ${end}`, `write ${Math.max(end - start + 1, 1)} of them, one for each`);
    if ([...characters].length < modulus) desk.report("wrong-shape", fields.placeOf("characters"), `${[...characters].length} characters cannot show ${modulus} values`, "write one character for each value from 0 to modulus − 1");
    return {
      name: fields.required("name", text),
      place: fields.required("place", positive),
      start,
      end,
      weights,
      modulus,
      complement: fields.or("complement", flag, false),
      values: fields.required("values", text),
      characters,
    };
  },
};

const refusedCode: Reader<IdentifierScheme["refused"][number]> = {
  standIn: { form: "^", why: names.standIn },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["refused-code"], "a refused code");
    return { form: fields.required("form", pattern), why: fields.required("why", names) };
  },
};

const codePart: Reader<CodeSpan> = {
  standIn: { name: "", start: 1, end: 1 },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["code-part"], "a part of a code");
    const [start, end] = [fields.required("start", positive), fields.required("end", positive)];
    if (end < start) desk.report("period-inside-out", fields.at, `a part from ${start} to ${end} holds no character`, "`end` is the last character, counted from 1");
    const values = fields.list("values", codeValue);
    return { name: fields.required("name", text), start, end, ...(values.length === 0 ? {} : { values }) };
  },
};

const codeValue: Reader<NonNullable<CodeSpan["values"]>[number]> = {
  standIn: { code: "", names: names.standIn },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["code-value"], "a value of a part of a code");
    return { code: fields.required("code", text), names: fields.required("names", names) };
  },
};

export function readAct(id: LawId, value: Located, desk: Desk): Act {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.act, "an act");
  const authorities = fields.list("authorities", reference("authority"));
  const domain = fields.optional("domain", termOf("domain"));
  return {
    ...readHead(id, fields, desk),
    kind: "act",
    undetermined: fields.required("undetermined", choiceOf(["opens", "closes"])),
    where: fields.or("where", choiceOf(["authority", "office", "region", "none"]), authorities.length > 0 ? "authority" : "none"),
    authorities,
    ...(domain === undefined ? {} : { domain }),
  };
}

export function readRecordType(id: LawId, value: Located, desk: Desk): RecordType {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES["record-type"], "a record type");
  const forbids = fields.list("forbids", names);
  const head = readHead(id, fields, desk);
  const columns = fields.required("fields", recordFields);
  reportForbiddenSubjects(head, columns, desk);
  return {
    ...head,
    kind: "record-type",
    about: fields.required("about", choiceOf(["other", "registration", "licence", "penalty", "inspection", "list", "commitment", "report", "grade", "judgment", "debt", "interview"])),
    disclosure: fields.required("disclosure", choiceOf(["public", "restricted", "sharing", "working"])),
    fields: columns,
    publicationMonths: fields.or("publicationMonths", dated(wholeNumber), []),
    retentionMonths: fields.or("retentionMonths", dated(wholeNumber), []),
    ...(forbids.length === 0 ? {} : { forbids }),
  };
}

export function readGrade(id: LawId, value: Located, desk: Desk): GradeScheme {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.grade, "a grade scheme");
  const every = fields.optional("every", interval);
  return {
    ...readHead(id, fields, desk),
    kind: "grade",
    owner: fields.required("owner", reference("authority")),
    recordType: fields.required("recordType", reference("record-type")),
    grades: fields.required("grades", grades),
    ...(every === undefined ? {} : { every }),
    starts: fields.list("starts", wholeNumber),
  };
}

/** A mapping from grade to its names, or to its names with the points and rules that give it. */
export const grades: Reader<readonly Grade[]> = {
  standIn: [],
  read: (value, desk) => {
    if (value.kind === "fields") return [...value.fields].map(([grade, described]) => readGradeValue(grade, described, desk));
    reportShape(value, desk, "a mapping from grade to names");
    return [];
  },
};

function readGradeValue(grade: string, value: Located, desk: Desk): Grade {
  if (value.kind !== "fields" || !value.fields.has("names")) return { value: grade, names: names.read(value, desk), rules: [] };
  const fields = new FieldsReader(value, desk, PART_TABLES["one-grade"], "a grade");
  const minimum = fields.optional("minimum", wholeNumber);
  const below = fields.optional("below", wholeNumber);
  return { value: grade, names: fields.required("names", names), ...(minimum === undefined ? {} : { minimum }), ...(below === undefined ? {} : { below }), rules: fields.list("rules", names) };
}

export function readTerm(id: LawId, value: Located, desk: Desk): TaxonomyTerm {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.term, "a term");
  const taxonomy = fields.required("taxonomy", choiceOf(["region", "sector", "legal-form", "status", "domain"]));
  const parent = fields.optional("parent", termOf(taxonomy));
  return {
    ...readHead(id, fields, desk),
    kind: "term",
    taxonomy,
    value: fields.required("value", text),
    ...(parent === undefined ? {} : { parent }),
    person: fields.or("person", flag, false),
  };
}

export function readOffice(id: LawId, value: Located, desk: Desk): Office {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.office, "an office");
  const superior = fields.optional("superior", reference("office"));
  const posts = fields.list("posts", post);
  reportRepeated(posts.map(({ id: each }) => ({ at: fields.placeOf("posts"), id: each })), "posts", desk);
  return {
    ...readHead(id, fields, desk),
    kind: "office",
    authority: fields.required("authority", reference("authority")),
    region: fields.required("region", termOf("region")),
    ...(superior === undefined ? {} : { superior }),
    posts,
  };
}

const post: Reader<Office["posts"][number]> = {
  standIn: { id: localId.standIn, names: names.standIn },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES.post, "a post");
    return { id: fields.required("id", localId), names: fields.required("names", names) };
  },
};
