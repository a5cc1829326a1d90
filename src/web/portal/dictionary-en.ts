// The words of the pages in English: present tense, one idea a sentence, the authority or the rule as subject.
import type { Messages } from "./dictionary-zh.ts";
import { html, type Html } from "./html.ts";
import { alertsEn } from "./dictionary-alerts-en.ts";
import { planEn } from "./dictionary-plan-en.ts";
import { deskEn } from "./dictionary-desk-en.ts";
import { ownEn } from "./dictionary-own-en.ts";
import { preflightEn } from "./dictionary-preflight-en.ts";
import { handinEn } from "./dictionary-handin-en.ts";
import { measuresEn } from "./dictionary-measures-en.ts";
import { operatorsEn } from "./dictionary-operators-en.ts";
import { relationsEn } from "./dictionary-relations-en.ts";
import { statisticsEn } from "./dictionary-statistics-en.ts";
import { apiEn } from "./dictionary-api-en.ts";
import { feedsEn } from "./dictionary-feeds-en.ts";
import { suppliersEn } from "./dictionary-suppliers-en.ts";
import { timeEn } from "./dictionary-time-en.ts";
import { reportEn } from "./dictionary-report-en.ts";
import { lawFieldsEn, lawPagesEn, lawWordsEn } from "./dictionary-law-en.ts";

const plurals = new Intl.PluralRules("en");

function plural(n: number, one: string, other: string): string {
  return `${n.toLocaleString("en")} ${plurals.select(n) === "one" ? one : other}`;
}

/** Fields of the law files that have a word; others are shown by their own name. */
const fields: Readonly<Record<string, string>> = {
  ...lawFieldsEn,
  number: "number", issuedOn: "issued on", rank: "rank", issuer: "issuer", published: "published", level: "level", superior: "superior", powers: "powers", aliases: "other names", short: "short name", of: "of", length: "length",
  alphabet: "characters", form: "form", checks: "check digits", refused: "refused", parts: "parts", undetermined: "where undetermined", where: "place", authorities: "authorities", fields: "fields", disclosure: "disclosure",
  publicationMonths: "months of publication", retentionMonths: "months of retention", about: "about", colour: "kind of list", owner: "owner", holds: "source", regions: "regions", sectors: "sectors", criteria: "criteria", criteriaAnchor: "day that governs the criteria",
  end: "end", endAnchor: "day that governs the end", procedure: "procedure", exits: "ways out", entailed: "entailed", lostWhen: "lost when", freshForDays: "fresh for, days", succession: "succession", memorandum: "memorandum", clause: "clause",
  trigger: "set off by", authority: "authority", exceptOwner: "except the owner", acts: "acts", effects: "effects", amount: "amount", force: "force", reaches: "reaches", lasts: "lasts", within: "within", conditions: "conditions", anchor: "day that governs",
  signedOn: "signed on", parties: "parties", clauses: "clauses", steps: "steps", year: "year", holidays: "days off", makeUpDays: "working days at weekends", tiers: "tiers", decidedBy: "decided by", decideWithin: "decided within", milder: "milder rule replaces", covers: "covers",
  names: "names", basis: "basis", kind: "kind", id: "id", count: "count", unit: "unit", years: "years", months: "months", days: "days", from: "from", until: "until", expression: "expression", lists: "lists", act: "act", on: "day", law: "law of",
  verdict: "verdict", listings: "listings", records: "records", decisions: "decisions", organisation: "organisation", name: "name", list: "list", label: "label", effectiveFrom: "effective from", decidedOn: "decided on", type: "type", by: "by", measures: "measures",
  missing: "missing", failed: "fails", possible: "possible", favours: "favours", presumed: "presumed", listed: "listed", because: "because", presume: "presumed", quote: "words of the law", article: "article", instrument: "instrument", value: "value", taxonomy: "taxonomy", parent: "above it",
  given: "given", expect: "expected", citation: "basis", ground: "ground", measure: "measure", listing: "listing", choice: "choice", effect: "effect", bound: "limit", originator: "first decided by", practices: "practices", region: "region", sector: "sector", publishedFrom: "published from", actedOn: "day of the act in breach", practiceOn: "day of the practice",
  required: "required", choices: "choices", formats: "formats", complete: "complete edition", headerRows: "rows of headings", quoting: "quotation marks", columns: "columns", headers: "headings", to: "goes to", lastDay: "the day given is the last one", sentinels: "written instead of a day", help: "help", texts: "written as", readings: "readings", column: "column", pattern: "pattern", consumes: "takes", editionDay: "day of the edition",
  minimumMonths: "published at least, months", maximumMonths: "published at most, months", endsByItself: "ends by itself", documents: "documents", after: "after", what: "to be done", earliestMonths: "earliest, months", rule: "rule", unless: "unless", inherits: "takes over", when: "when", affiliate: "affiliate", unknownWhen: "unknown when",
  sinceEarliest: "since, earliest", sinceLatest: "since, latest", recordType: "record type", grades: "grades", optional: "optional", states: "must state", officers: "officers", superiorConsent: "consent of the superior", legalReview: "legal review", outcomes: "outcomes", substitute: "where service fails",
  among: "among", prefer: "goes first", old: "old rule", replacement: "new rule", pending: "matters begun before", person: "natural person", place: "place", start: "start", weights: "weights", modulus: "modulus", complement: "complement", values: "values of characters", characters: "check characters", why: "why", movesOffHolidays: "moves off holidays", colours: "kinds of list",
  "checks.end": "end", "parts.end": "end", "steps.within": "within", "fields.name": "field", "fields.type": "kind of value", "columns.type": "kind of value", "of.type": "record type", "exits.act": "way out", "listings.end": "end", "trigger.where": "where", "trigger.type": "record type", "trigger.months": "months", "records.type": "record type",
};

const effects = { deny: "deny", restrict: "restrict", surcharge: "surcharge", scrutinise: "scrutinise", consider: "consider", publicise: "publicise", expedite: "expedite", prioritise: "prioritise", exempt: "exempt", discount: "discount", support: "support" };
const force = { mandatory: "mandatory", discretionary: "at discretion", "mandatory-unless-declined": "mandatory unless declined" };
const colours = { black: "list with burdens", red: "list with favours", scrutiny: "list for closer scrutiny", warning: "list of warnings" };
const exitActs = { cause: "The cause ends", term: "Term", repair: "Credit repair", performance: "Obligation met", objection: "Objection", annulment: "Decision annulled", release: "Early release", review: "Review" };
const anchors = { dayAsked: "the day asked about", act: "the act in breach", decision: "the decision", publication: "the publication", application: "the application" };
const steps = { proposal: "proposal", notice: "notice", service: "service", defence: "answer", hearing: "hearing", decision: "decision", publication: "publication", objection: "objection", verification: "verification", removal: "removal", review: "review", application: "application", acceptance: "acceptance", consent: "consent", appeal: "appeal", interview: "interview", commitment: "commitment", report: "report", draw: "draw", inspection: "inspection", training: "training", notification: "notification", acknowledgement: "acknowledgement" };

/** Words of the law files, by the field they stand in. A word that stands in none of these is shown as it is written there. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...lawWordsEn,
  effects, effect: effects, force, colour: colours, colours, anchor: anchors, criteriaAnchor: anchors, endAnchor: anchors, "exits.act": exitActs, "steps.kind": steps,
  reaches: { organisation: "the organisation", branches: "its branches", parent: "its parent", "legal-representative": "the legal representative", directors: "the directors", "office-holders": "office-holders", supervisors: "the supervisors", "senior-managers": "senior managers", "responsible-staff": "the staff responsible", person: "the person listed", family: "relatives", official: "an official", "organisation-of-person": "organisations the person runs" },
  within: { everywhere: "everywhere", regionOfList: "the region of the list" }, verdict: { bound: "bound", clear: "clear", undetermined: "undetermined" }, undetermined: { opens: "stays open", closes: "stays closed" },
  where: { region: "a region", authority: "an authority", office: "an office", none: "no place is asked" }, about: { registration: "a registration", licence: "a licence", penalty: "a penalty", inspection: "an inspection", list: "a list", commitment: "a commitment", report: "a report", grade: "a grade", judgment: "a judgment", debt: "a debt", interview: "an interview", other: "other" },
  disclosure: { public: "public", restricted: "restricted", sharing: "shared among authorities only", working: "work of the authorities" }, type: { text: "text", day: "day", instantDay: "day", money: "money", integer: "whole number", flag: "yes or no", choice: "one choice", choices: "several choices", rate: "rate", authority: "authority", code: "code" },
  rank: { law: "law", "administrative-regulation": "administrative regulation", "central-document": "central document", "judicial-interpretation": "judicial interpretation", "departmental-rule": "departmental rule", "normative-document": "normative document", "local-regulation": "local regulation", standard: "standard", agreement: "agreement", "institution-rule": "rule of an institution", "secondary-source": "secondary source" },
  level: { national: "national", province: "province", city: "city", county: "county", international: "international", other: "other" }, powers: { list: "list", record: "record", penalise: "penalise", enforce: "enforce", repair: "repair", publish: "publish", coordinate: "coordinate" },
  holds: { reported: "reported", kept: "kept by this register" }, succession: { follows: "follows the successor", ends: "ends" }, bound: { atLeast: "at least", moreThan: "more than", atMost: "at most", lessThan: "less than" },
  "steps.by": { office: "the office", organisation: "the organisation" }, states: { facts: "facts", basis: "basis", consequences: "consequences", answerDays: "days to answer", reasons: "reasons", exits: "ways out", remedies: "remedies" }, outcomes: { listed: "listed", conditional: "listed on conditions", reprimanded: "reprimanded", noAction: "no action" },
  rule: { prefers: "which rule goes first", transition: "transition", suspension: "suspension", milder: "the milder one reaches back" }, prefer: { unresolved: "unresolved" }, pending: { old: "stay under the old rule", new: "move to the new rule", milder: "the milder rule" }, taxonomy: { domain: "field", region: "region", sector: "sector", "legal-form": "legal form", status: "status" }, of: { organisation: "organisations", person: "natural persons" },
  kind: { list: "list", record: "record", trigger: "as long as its cause", term: "a term of its own", organisation: "organisation", status: "status", grade: "grade", commitment: "commitment", fixed: "fixed", reviewFrom: "open for review", untilDone: "until done", permanent: "permanent", notStated: "not stated" },
  from: { decision: "the decision", publication: "the publication", effect: "the day it takes effect" }, end: { notStated: "not stated", permanent: "permanent" }, choice: { apply: "applied", decline: "declined" }, quoting: { strict: "strict", looseQuotes: "loose" }, missing: { where: "the place" }, failed: { declined: "declined" }, sentinels: { notStated: "not stated", permanent: "permanent", untilDone: "until done" },
};

export const en: Messages = {
  comma: ", ",
  stop: ".",
  colon: ": ",
  semicolon: "; ",
  or: " or ",
  space: " ",
  and: ", ",

  states: { bound: "Bound", may: "May be bound", clear: "Clear", undetermined: "Undetermined", favoured: "Favoured", released: "Released", provisional: "provisional", open: "Open" },
  effects,
  force,
  colours,
  words,
  reaches: {
    organisation: "the organisation", branches: "its branches", parent: "its parent", "legal-representative": "the legal representative", directors: "the directors", "office-holders": "office-holders",
    supervisors: "the supervisors", "senior-managers": "senior managers", "responsible-staff": "the staff responsible", person: "the person listed", family: "relatives", official: "an official", "organisation-of-person": "organisations the person runs",
    also: (whom: string) => `the law also aims at ${whom}`,
  },
  exitActs,
  kinds: {
    instrument: "Instruments", authority: "Authorities", identifier: "Codes", act: "Acts", "record-type": "Record types", list: "Lists", measure: "Measures", memorandum: "Memoranda", procedure: "Procedures",
    calendar: "Calendars", precedence: "Precedence", repair: "Repair rules", grade: "Grades", term: "Terms", office: "Offices", template: "Templates",
    "directory-item": "Directory of information", "penalty-item": "Closed list of penalty measures", standard: "Standards for the law itself", metric: "Metrics of authorities", "score-scheme": "Point schemes", "score-rule": "Rows of point schemes",
  },
  kind: {
    instrument: "instrument", authority: "authority", identifier: "code", act: "act", "record-type": "record type", list: "list", measure: "measure", memorandum: "memorandum", procedure: "procedure",
    calendar: "calendar", precedence: "precedence", repair: "repair rule", grade: "grade", term: "term", office: "office", template: "template",
    "directory-item": "item of the directory", "penalty-item": "item of the closed list", standard: "standard", metric: "metric", "score-scheme": "point scheme", "score-rule": "row of a point scheme",
  },
  units: {
    years: (n: number) => plural(n, "year", "years"),
    months: (n: number) => plural(n, "month", "months"),
    days: (n: number) => plural(n, "day", "days"),
    workingDays: (n: number) => plural(n, "working day", "working days"),
  },

  frame: {
    own: "English",
    skip: "Skip to the content",
    main: "Main",
    language: "Language",
    trail: "Breadcrumb",
    here: "On this page",
    register: "Register",
    organisation: "Organisation",
    rooms: { search: "Search", lists: "Lists", memoranda: "Memoranda", law: "Law", statistics: "Statistics", developers: "Developers" },
    onlyOrganisations: "Only organisations are registered here. No person has a file, a listing or a score, and none can be looked up.",
    sourcesOfLaw: "Law and its sources",
    ledger: (n: string) => `The ledger stands at position ${n}.`,
  },

  model: {
    title: "Model jurisdiction",
    notice: (nation: string) => `${nation} is an invented nation: its authorities, organisations and records are made up. Codes use the unallocated region 99xxxx and can never be a real organisation’s.`,
    how: "How it was made",
    pageTitle: (nation: string) => `How the model jurisdiction “${nation}” was made`,
    nation: "Name",
    seed: "Seed",
    until: "Last day",
    organisations: "Organisations",
    offices: "Offices",
    records: "Records",
    batches: "Batches",
    invented: "What is invented",
    inventedLines: [
      "Names, codes and addresses of organisations come from the seed. Their codes lie in region 99xxxx, which was never allocated: the check digits are right and the codes cannot be a real organisation’s.",
      "Provinces, cities and offices are invented. The law they apply is a rendering of real law, each value with its source and date.",
      "A year of submissions, notices, answers, decisions, objections and repairs comes from the seed as well.",
    ],
    made: "How it is made",
    madeLines: [
      "The seed gives the organisations, the offices and the order of events. The same seed, number and last day give the same content.",
      "The authorities’ spreadsheets come in day by day, through the import that real submissions use: the same checks, the same answer for every row.",
      "Each step of a procedure uses the verb a real one uses, and is recorded at its simulated time: organisations answer, object, appeal and apply at their desks, offices decide, and consumers take releases over, mostly in time.",
      "Measures, terms and ways out are not written in advance. The law derives them when a question is asked.",
    ],
    again: "Make it again",
    againLine: "In an empty data folder:",
    notIn: "What is not here",
    notInLines: ["No file, listing or score of a person.", "No real organisation. Lists that real bodies published live in a data folder of their own and are never mixed with this one."],
  },

  colophon: {
    title: "This page, elsewhere",
    permalink: "Permalink",
    command: "Command line",
    citation: "Cite as",
    from: "Answered from",
    rulebook: "Rulebook",
    position: ", ledger position",
    stop: ".",
    promise: "Same three clocks and rulebook, same answer, while the law keeps the facts.",
    cite: (register: string, what: string, on: string, law: string, known: string) => `${register}, ${what}, facts of ${on}, law of ${law}, ledger position ${known}.`,
  },

  clocks: {
    title: "Three clocks",
    legend: "Which day’s facts, which day’s law, and what the register knew",
    on: "Facts as of",
    law: "law of",
    known: "known at position or day",
    again: "Answer again",
    allNow: "All three clocks stand at now",
    notNow: "Not now:",
    otherOn: (day: string) => `facts of ${day}.`,
    otherLaw: (day: string) => `Law of ${day}.`,
    otherKnown: (n: string, latest: string) => `Only what the register knew up to position ${n}; it now stands at ${latest}.`,
    back: "Back to now",
    orLook: "Or look at:",
    printed: (on: string, law: string, known: string) => `Facts as of ${on}; law of ${law}; known at ledger position ${known}.`,
  },

  home: {
    title: "Search",
    question: "May this organisation do this today?", questionThen: "May this organisation do this on that day?",
    lead: "Every answer says which rule, who decided, from when until when, and how out.",
    sentence: ["May", "organisation", "act", "on", "day", "?"],
    organisation: "Organisation",
    placeholder: "Name, pinyin or code",
    day: "Day",
    act: "Act",
    anyAct: "any act: show everything",
    ask: "Ask",
    forExample: "For example",
    latest: "Latest decisions and publications",
    latestNote: "by day, at most five of each kind",
    now: "What the register holds",
    allLists: "All lists", cited: "first page",
    roles: {
      title: "What have you come to do?",
      of: [
        { who: "I am with an organisation", links: [["/search", "Where we stand, and how to get out"], ["/law/by/list", "Which lists could take an organisation like ours"], ["/desk", "Apply for repair, object, file the annual report"]] },
        { who: "I work for an authority", links: [["/desk", "Hand in a sheet, answered cell by cell"], ["/memoranda", "What others must do because of our lists"], ["/authorities", "How authorities are measured"]] },
        { who: "I check whom we deal with", links: [["/suppliers", "Check a whole list of suppliers, with a receipt"], ["/verify-report", "Verify a credit report"], ["/api", "The interface, with examples that run"]] },
        { who: "I study the system", links: [["/statistics", "Listings and releases in numbers"], ["/law", "The law as data"], ["/law/diff", "What differs between the law of two days"], ["/law/lint", "Where the law falls short of its standards"]] },
      ],
    },
    regimes: "Which law applies",
    regimesNote: "The same facts come out differently under each. Choosing one moves the law’s clock.",
    counts: {
      organisations: "Organisations on file", listed: "On a list with burdens", bound: "at least one measure binds", may: "an authority may still decide", undetermined: "data late or in conflict", favoured: "through a list with favours",
      releasedYear: "Listings ended in twelve months", released: "a count only", provisionalDays: "Provisional days", provisional: "run into holidays not yet published", heldRows: "Held", held: "rows whose organisation nobody has settled yet",
    },
  },

  latest: {
    day: "Day", what: "What", organisation: "Organisation", of: "List or record", by: "Decided or published by", all: "the whole list",
    none: "No decisions and no publications at these clocks.", noneNote: "Once something is handed in, it stands here by day.", noLists: "Nobody is on a list at these clocks.", noListsNote: "The lists of the law stand under All lists.",
    events: { listed: "Listed", reported: "Reported listing", noticed: "Notice of a listing", proposed: "Criterion met", recorded: "Record", favoured: "Listed with favours", edition: "New edition", corrected: "Corrected", objected: "Objection taken in", applied: "Discretion used", declined: "Declined" },
  },

  deliveries: {
    title: "What is known, and what is not",
    note: "up to which day each source has come in; hatching means late or never delivered",
    states: { onTime: "On time", late: "Late", none: "On time, none", never: "Never delivered", received: "Delivered" },
    neverDelivered: (n: number) => `${plural(n, "more list has", "more lists have")} never been delivered: who is on them, this register does not know.`, all: "All lists",
    daysLate: (n: number) => `${plural(n, "day", "days")} late`,
    last: "as of",
    inferred: "(day inferred)",
    nothingYet: "nothing delivered yet",
    comma: ", ",
  },

  search: {
    suggestions: "Suggested organisations",
    code: "Code", export: "Export", clear: "Clear filters", any: "any", noneLeft: "The filters leave no organisation.", noneLeftNote: "Take one of them off, or search for another word.",
    title: "Search organisations",
    matching: (asked: string) => `Organisations matching “${asked}”`,
    short: (asked: string, total: number) => (asked === "" ? "Search organisations" : `${asked}, ${plural(total, "organisation", "organisations")}`),
    readAs: "Read as a name, a former name, part of a name, pinyin or a code. Case, width, spaces and punctuation do not matter.",
    also: "Also try",
    label: "Name, former name, pinyin or code",
    search: "Search",
    results: "Results",
    organisations: (n: number) => plural(n, "organisation", "organisations"),
    stateOn: (day: Html) => html`State on ${day}`,
    columns: { organisation: "Organisation", state: "State", earliest: "Earliest way out", kind: "Kind and sector", region: "Region" },
    foundBy: { name: "found by name", code: "found by code", file: "found by file number", pinyin: "found by pinyin", initials: "found by initials", formerName: "found by former name", alias: "found by alias", part: "found by part of the name", similar: "spelt alike", list: "on the list" },
    inActs: (n: number) => `in ${plural(n, "act", "acts")}`,
    notThen: "not on file at these clocks",
    forAct: (act: string) => `State for: ${act}`,
    more: (n: number) => `More than ${plural(n, "organisation", "organisations")}`,
    isPerson: "That is a natural person’s number.", isPersonNote: "There are no persons in this register. The number was not looked up and is written nowhere.",
    also_: (n: number, state: string) => `${n} ${state.toLowerCase()}`,
    held: (n: number) => `${plural(n, "row is", "rows are")} held apart.`,
    heldName: "Name as handed in:",
    resembles: "Resembles:",
    heldNote: "They count against no organisation until a person has decided.",
    person: "Looking for a person?",
    noPerson: "There is nothing to find. Only organisations are registered; legal representatives and directors cannot be searched.",
    none: (asked: string) => (asked === "" ? "Write the organisation to look for." : `No organisation matches “${asked}”.`),
    noneNote: "That it is not on file here says nothing about it elsewhere.",
    teach: ["Code: the unified code of 18 characters, or the register’s file number, such as P00000018.", "Name: a few words or characters of it that stand together; former names and aliases count.", "Pinyin: whole syllables, such as hengdu; no tones, no spaces needed.", "Organisations abroad: the name in Latin letters, as the list that names them spells it."],
    filters: "Filters",
    apply: "Apply",
  },

  ask: { may: "May it do this?", choose: "choose an act", place: "Where", anyPlace: "no place given", ask: "Ask" },

  answer: {
    earliest: "Earliest way out",
    noDay: "No day stated",
    noDayHead: "No day is stated.",
    noWayStated: "The sources state no end and no way out. The register does not fill them in.",
    allWays: "All ways out and their deadlines",
    missing: "What is missing",
    neededBy: "needed by",
    from: ", to come from",
    since: (day: Html) => html`, missing since ${day}`,
    opens: "Until then this act stays open.",
    closes: "Until then this act stays closed.",
    checked: "What was checked",
    mayStill: (n: number) => `${plural(n, "measure", "measures")} an authority may still decide, binding nobody before:`,
    favours: (n: number) => `${plural(n, "favour", "favours")}:`,
    openNow: "Open now",
    onlyWhere: ", which binds only in the region of",
    checkedMeasures: (n: number) => (n === 0 ? "No measure concerns this act and this organisation." : n === 1 ? "One measure was considered. It does not bind this organisation in this act." : `${n.toLocaleString("en")} measures were considered. None binds this organisation in this act.`),
    whyNot: "Why each does not bind",
    presumed: "Taken as given by law:",
  },

  chain: {
    kinds: { measure: "Measure", clause: "Memorandum clause", listing: { reported: "Reported listing", kept: "Listing" }, entailed: "Entailed by law", decision: "Decision", criterion: "Criterion", record: "Record", status: "Status", withheld: "Withheld" },
    effect: (effects: string, force: string) => `${effects.charAt(0).toUpperCase()}${effects.slice(1)}, ${force}.`,
    amount: (amount: string) => ` Amount: ${amount}.`,
    since: (day: Html) => html`From ${day}.`,
    parties: (n: number) => plural(n, "authority", "authorities"),
    inForceSince: (day: Html) => html`In force since ${day}.`,
    effective: (day: Html) => html`Effective ${day}.`,
    fromNotStated: "Its first day is not stated.",
    grounds: "Grounds:",
    groundsNotStated: "Grounds not stated.",
    edition: (day: Html, inferred: boolean) => html`Carried by the edition of ${day}${inferred ? " (day inferred)" : ""}.`,
    decided: (day: Html) => html`Decided on ${day}`,
    decidedNotStated: "Day of the decision not stated",
    deciderNotStated: "decider not stated",
    notice: (day: Html) => html`Notice on ${day}.`,
    answered: (day: Html) => html`The organisation answered on ${day}.`,
    silent: (day: Html) => html`The time to answer ran until ${day}; the organisation was silent.`,
    noticeNotStated: "Notice and answer not stated.",
    holds: { met: "met", notMet: "not met", unknown: "unknown", presumed: "presumed met" },
    here: "here",
    needs: "Needs:",
    of: (day: Html) => html`Of ${day}.`,
    position: (n: string) => `Ledger position ${n}.`,
    entailedNote: "Made by the law itself; it lives and ends with its cause.",
    withheld: "The reason is withheld",
    withheldNote: "Whoever asked may not see it. The measure stands.",
  },

  source: { file: "Source file", comma: ", ", row: (n: number) => `row ${n}`, sheetRow: (sheet: string, n: number) => `sheet “${sheet}”, row ${n}`, fileRow: (file: string, n: number) => `${file}, row ${n}`, notStated: "not stated" },

  exits: {
    now: "Open now", sameDay: { annulment: "The same day", performance: "The day it is done", cause: "The day it ends" }, nothingToApply: "Nothing to apply for.", closed: "Closed", atOnce: "At any time", afterMonths: (n: number) => `After ${plural(n, "month", "months")}`,
    by: "Decided by",
    within: (time: string) => `To be decided within ${time}.`,
    condition: { met: "(met)", open: "(not met)", unknown: "(unknown)" },
    noneInLaw: "The law states no way out.",
    reading: (rule: Html) => html`If ${rule} governs; the law leaves open which rule does.`,
  },

  ends: {
    notStated: "not stated", permanent: "permanent", untilDone: "until done", reviewFrom: "review from", notApplied: "not applied", unknown: "unknown", amountNotStated: "amount not stated",
    freeOn: (day: string) => `Free again on ${day}.`,
    endsOn: (day: Html) => html`ends ${day}`,
    notStatedSentence: "Its end is not stated.",
    permanentSentence: (basis: string) => `Permanent: ${basis}.`,
    untilDoneSentence: (what: string) => `Until this is done: ${what}.`,
    reviewSentence: (day: string, what: string) => `May be reviewed from ${day}: ${what}.`,
  },

  endRules: {
    fixed: (time: string, from: string) => `${time}, counted from ${from}.`,
    review: (time: string, from: string) => `May be reviewed after ${time}, counted from ${from}.`,
    notStated: "The law states no end.",
    from: { decision: "the decision", publication: "the publication", effect: "the day it takes effect" },
  },

  effectsTable: {
    verdict: "Verdict", act: "Act", effect: "Effect", authority: "Authority", force: "Force", from: "From", freeOn: "Free on", earliest: "Earliest out", law: "Law",
    undecided: (force: string) => `${force}, undecided`, clausesOf: "Clauses of:",
    legend: { bound: "binds", may: "at discretion, undecided", undetermined: "not enough is known", favoured: "favoured", provisional: "provisional: runs into unpublished holidays" },
  },

  organisation: {
    file: "File number", codes: "Codes", status: "Status", kind: "Kind", legalForm: "Legal form", sector: "Sector", region: "Region", place: "Place", since: "Since",
    links: { answer: "Answer", why: "Why", out: "Ways out", all: "All effects", laws: "Other law", file: "On file", sources: "What is known" },
    standing: {
      bound: (name: string, n: number, acts: number) => `${name} is bound in ${n} of ${plural(acts, "act", "acts")}.`, undetermined: (name: string, n: number, acts: number) => `For ${name}, ${n} of ${plural(acts, "act", "acts")} cannot be determined.`, clear: (name: string, acts: number) => `${name} is bound in none of ${plural(acts, "act", "acts")}.`,
      on: "Listed", since: (day: string) => `since ${day}.`, unlisted: "No public listing.", more: (n: number) => `${plural(n, "more listing", "more listings")}`, first: "This is the first that opens; to be free of everything takes the steps of the exit plan.", plan: "Exit plan: every step, whom to ask, when",
      beside: "Also to know", nothingElse: "No authority may restrict it at its discretion, and nothing favours it.", acts: (n: number) => plural(n, "act", "acts"), ask: "Choose an act to see what is missing and who has to deliver it.",
    },
    counts: (acts: number, parts: string) => `Of ${plural(acts, "act", "acts")}: ${parts}`,
    countOf: (n: number, state: string) => `${n} ${state.toLowerCase()}`,
    why: "Why",
    backwards: "From the measure back to the record",
    nthReason: (n: number, of: number) => `Reason ${n} of ${of}`,
    noReason: "No measure binds this act.",
    noReasonNote: "What is missing stands in the answer above.",
    out: "Ways out",
    all: "Everything that applies to it",
    allNote: "bound, may be bound, undetermined, favoured",
    nothingApplies: "No measure applies to it.",
    nothingAppliesNote: "Every list and record on file at these clocks was looked at. What nobody handed in is not among them.",
    officeHolders: "Aimed at office-holders", officeHoldersHead: "Shown as law only.", officeHoldersNote: "The law aims these measures at the legal representative or at office-holders. This register has no persons and enforces nothing against anybody.",
    laws: "Same facts, other law",
    citation: (name: string, file: string, act: string | null) => `${name} (${file})${act === null ? "" : `, ${act.charAt(0).toLowerCase()}${act.slice(1)}`}`,
  },

  spared: { title: "Considered, and does not bind", note: "with the condition that fails", measure: "Measure", authority: "Authority", failed: "Condition that fails" },

  onFile: {
    title: "On file", note: "0 means that nothing handed in may be shown",
    disputedSince: "objected to on", toGo: "has to go", names: "Names and codes", listings: "Listings", history: "How the register came to know",
    shelves: { registration: "Registration", licence: "Licences", penalty: "Penalties", inspection: "Inspections", list: "Lists", commitment: "Commitments", report: "Annual reports", grade: "Grades", judgment: "Judgments", debt: "Debts", interview: "Interviews", other: "Other", history: "History" },
    what: "Kind", value: "Value", from: "From", until: "until", to: "to", source: "Source",
    nameKinds: { main: "name", former: "former name", alias: "alias", trade: "trade name", local: "local name" },
    state: "State", list: "List", freeOn: "Free on", grounds: "Grounds", originator: "First decided by", editions: "In editions", inferred: "(day inferred)",
    noSource: "decided in this register", joins: "Judged to be one organisation", joinsNote: "A judgement can be undone; answers are then as if it had never been", judgedBy: { matcher: "by the register’s matcher", person: "by a person" },
    related: "Related organisations", relation: "Relation", relations: { branchOf: "is a branch of", subsidiaryOf: "is a subsidiary of", controlledBy: "is controlled by" },
    joinReasons: {},
    listingStates: { current: "Listed", "to-come": "Not yet in effect", gone: "Gone from later editions", ended: "Ended" },
    on: "Day", by: "Authority", published: "Published until", ledger: "Ledger",
    noListings: "No listings.", noRecords: (shelf) => `Nothing under “${shelf}”.`, noneNote: "What was handed in holds none that may be shown.",
  },

  lists: {
    count: "Lists", all: "All lists", note: "numbers on these clocks", list: "List", colour: "Kind of list", owner: "Owner", today: "Listed", edition: "Last edition", held: "Source",
    holds: { reported: "reported: another body publishes it, the register keeps the evidence", kept: "kept by this register under due process" },
    unknown: "unknown", notOpen: "not published", byLaw: "made organisation by organisation, not counted", kept: "follows each decision", noEdition: "no edition yet", entailed: "made by the law itself, decided by no authority", inferred: "day inferred", stale: "stale",
  },

  list: {
    links: { charter: "Charter", onIt: "Who is on it", editions: "Editions", setsOff: "What it sets off" },
    criteria: "Criteria", criteriaNote: "Criteria propose, the authority decides",
    noCriteria: "No criteria stated.", noCriteriaNote: "Another body publishes this list; its criteria are not part of the law here.",
    entailed: "Listed by the law itself when", lostWhen: "No longer listed when", basis: "Basis",
    leaving: "How it ends", end: "End", exits: "Ways out",
    publication: "Publication", isPublished: "published", isNotPublished: "not published", where: "Where", everywhere: "everywhere", sectors: "Sectors", everySector: "every sector",
    succession: "On merger or division", successions: { follows: "follows the successor", ends: "ends" }, procedure: "Procedure", fresh: "An edition is good for", freshFor: (n: number) => `${plural(n, "day", "days")}; later answers are undetermined`,
    onIt: (n: number) => `${plural(n, "listing", "listings")}`, whoIsOnIt: "Who is on it",
    notOpen: "Not published.", notOpenNote: "The law keeps this list from the public: who is on it, and how many, only the organisation itself and the offices concerned can see.", byLaw: "Not counted here.", byLawNote: "The law itself makes these listings; an organisation’s page says whether it is on the list.", decided: "Decided on",
    nobody: "Nobody is on it.", nobodyReported: "The edition known at these clocks is empty, or none was delivered.", nobodyKept: "No listing has been decided at these clocks.",
    editions: "Editions", editionsNote: "Each is complete as of its day; a row that is gone is no longer published from that day",
    setsOff: "What a listing sets off", setsOffNothing: "Nothing.", setsOffNothingNote: "No memorandum and no law ties a measure to it.",
  },

  editions: { asOf: "As of", rows: "Rows", added: "Added", gone: "Gone", id: "Edition" },
  pager: { title: "Pages", previous: "← Before", next: "Next →", stretch: (from: string, to: string, total: string, position: string) => `${from} to ${to} of ${total}${position === "" ? "" : `, frozen at ledger position ${position}`}` },

  criteria: {
    all: "all of these hold", any: "any of these holds", none: "none of these holds", atLeast: (n: number) => `at least ${n} of these hold`, unless: "unless one of these holds",
    records: (n: number) => `At least ${plural(n, "record", "records")} of`, whose: { parents: ", of those it is a branch of", owners: ", of those it is a subsidiary of", controllers: ", of those who control it" }, withinMonths: (n: number) => ` within ${plural(n, "month", "months")}`, where: "each of which satisfies",
    listed: (n: number) => `At least ${plural(n, "listing", "listings")} on`,
    presumed: (holds: boolean) => `Where unknown, taken as ${holds ? "holding" : "not holding"}:`,
  },

  cascade: {
    title: "Cascade of the memorandum",
    description: (lists: number, authorities: number, clauses: number, must: number) => `A listing on ${plural(lists, "list", "lists")} sets off ${plural(clauses, "measure", "measures")} at ${plural(authorities, "authority", "authorities")}, ${must} of which bind and ${clauses - must} are at discretion.`,
    seeMatrix: "The table below holds the same content.",
    heads: { criteria: "Criteria propose", lists: "an authority lists", authorities: (n: number) => `${plural(n, "authority acts", "authorities act")}, by number of clauses`, effects: "with these effects" },
    listed: (n: number) => plural(n, "listing", "listings"),
    decidedBy: (owner: string) => `decided by ${owner}`,
    measures: (n: number) => plural(n, "measure", "measures"),
    backOut: "Back out:",
    noWayBack: "the law states none.",
  },

  matrix: { authority: "Authority", measures: "Measures", owner: "owner of a list", all: (n: number) => `All ${n}`, none: "none", clause: "clause" },

  memoranda: { count: "Memoranda", all: "All memoranda", note: "One authority lists, many act", memorandum: "Memorandum", setOffBy: "Set off by", signed: "Signed", authorities: "Authorities", clauses: "Clauses", none: "No memoranda.", noneNote: "The law of this day holds none." },

  memorandum: {
    links: { cascade: "Cascade", matrix: "Matrix", clauses: "Clauses", conditions: "Conditions", parties: "Parties", people: "Office-holders" },
    headline: (of: { owner: string | null; lists: number; authorities: number; measures: number; mandatory: number; declinable: number; discretionary: number; endTogether: boolean }) =>
      `When ${of.owner === null ? `an organisation is put on any of ${of.lists} lists` : `${of.owner} lists an organisation`}, ${plural(of.authorities, "authority takes", "authorities take")} ${plural(of.measures, "measure", "measures")}: ${[
        ...(of.mandatory > 0 ? [`${of.mandatory} mandatory`] : []),
        ...(of.declinable > 0 ? [`${of.declinable} mandatory unless declined`] : []),
        ...(of.discretionary > 0 ? [`${of.discretionary} each authority decides for itself`] : []),
      ].join(", ")}.${of.endTogether ? " All of them end the day the listing ends." : ""}`,
    legend: { discretion: "at discretion: binds only once the authority has decided", dashed: "dashed: proposes, never lists by itself", back: "the way back" },
    matrix: "Authorities and effects", matrixNote: "Numbers are clauses",
    noneHere: (effects: string) => `None here: ${effects}.`,
    clauses: "Clauses", clausesNote: "each with its force, first day and source",
    conditions: "Conditions every clause shares", noConditions: "None.", noConditionsNote: "What a clause asks for by itself stands beside it.",
    parties: "Parties", since: "Since", rangeNote: "the exact day is not known", noParties: "No parties stated.", noPartiesNote: "The authorities the clauses name take the measures.",
    people: (n: number) => `${plural(n, "clause aims", "clauses aim")} at office-holders`,
    peopleHead: "Shown as law.", peopleNote: "They appear in an organisation’s standing, but nothing is enforced against a person here: the register has no persons.",
  },

  clauseTable: { clause: "Clause", act: "Act and authority", effect: "Effect", since: "Since", conditions: "Conditions", source: "Source", exceptOwner: "not for its own list" },

  law: {
    clause: (clause: string) => (/^\d/.test(clause) ? `clause ${clause}` : clause),
    rule: "rule", sameAsAll: "as for all clauses",
    confidence: { high: "certain", medium: "probable", low: "unsure" },
    inForce: "In force", sureness: "Certainty", always: "no days stated", noneGoverns: "No version governs on this day.", noneStated: "The law states none.",
    fromDay: (day: Html) => html`from ${day}`,
    untilDay: (day: Html) => html`until ${day}`,
    otherVersions: (n: number) => plural(n, "version of other days", "versions of other days"),
    yes: "yes", no: "no", nothing: "none stated", emptyCell: "an empty cell", countedFrom: (step: Html) => html`counted from “${step}”`, notInForce: "Not in the law of this day.", notInForceNote: "Below is what the entry itself states.",
    entries: "Entries", name: "Name", id: "Id", kind: "Kind", from: "From", until: "Until", nameBy: "Name", byUs: "a name is ours; the source gives none",
    values: "Values and their versions", examples: "Examples", examplesNote: "run as tests", given: "Given", expected: "Expected", exampleHolds: "holds in this rulebook", exampleFails: "does not hold in this rulebook",
    usedBy: "Named by", usedByNone: "No other entry names it.", usedByNoneNote: "It is law all the same.",
    noBasis: "No basis stated.", noBasisNote: "That is a finding in itself.", noExamples: "No examples yet.", noExamplesNote: "The rule applies all the same.", noValues: "Nothing more.", noValuesNote: "This entry is a name and a basis.",
    people: "Rules about persons", peopleHead: "Shown as law only.", peopleNote: "The register applies none of it, and no question about an organisation reads it.",
  },

  fields,
  pages: lawPagesEn,
  desk: deskEn,
  handin: handinEn,
  measures: measuresEn,
  operators: operatorsEn,
  own: ownEn,
  time: timeEn,
  report: reportEn,
  preflight: preflightEn,
  plan: planEn,
  alerts: alertsEn,
  suppliers: suppliersEn,
  statistics: statisticsEn,
  relations: relationsEn,

  keys: {
    title: "Keyboard", off: "Turn single keys off (kept in this browser)", close: "Close",
    keys: [["/", "to the search field"], ["j", "to the next row of a table"], ["k", "to the row before"], ["?", "show this"], ["Tab", "through links, buttons and fields one by one"]],
  },
  api: apiEn,
  feeds: feedsEn,

  errors: {
    noOrganisation: (asked: string) => `No organisation is “${asked}”`,
    noOrganisationNote: "At these clocks no file number, no code and no whole name equals it. For part of a name, search.",
    several: (asked: string) => `“${asked}” is more than one organisation`,
    severalNote: "Choose one. The register does not guess.",
    candidates: "It may be one of these",
    notFound: "Not found",
    problems: {
      "day-invalid": { message: (asked) => `\`${asked}\` is not a day of the calendar.`, remedy: "Write a day as YYYY-MM-DD, such as `2026-11-20`." },
      "known-invalid": { message: (asked) => `The ledger has no position or day \`${asked}\`.`, remedy: "Write a number up to the ledger’s last position, or a day." },
      "act-unknown": { message: (asked) => `The law of that day knows no act \`${asked}\`.`, remedy: "Choose one of the acts; some are known only to the law of certain years." },
      "where-unknown": { message: (asked) => `\`${asked}\` is not a place where this act is done.`, remedy: "Choose one of the places, or none." },
      "not-an-organisation": { message: () => "That is a natural person’s number.", remedy: "Only organisations are registered; the number was not looked up." },
    },
    badQuestion: "This question cannot be answered",
    badQuestionNote: "Mend these places:",
    askNow: "Answer as of now",
    noPage: "There is no such page",
    noPageNote: "The register has nothing at",
    home: "To the first page",
    fault: "The register has failed",
    faultNote: "The fault is the register’s. Nothing was answered and nothing was written.",
    reference: "Reference in the log:",
  },
};
