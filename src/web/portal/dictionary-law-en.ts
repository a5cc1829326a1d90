// The words of the pages about the law itself, in English; dictionary-en.ts takes them up.
import type { LawPageMessages } from "./dictionary-law-zh.ts";
import { html, type Html } from "./html.ts";

const plurals = new Intl.PluralRules("en");

function plural(n: number, one: string, other: string): string {
  return `${n.toLocaleString("en")} ${plurals.select(n) === "one" ? one : other}`;
}

export const lawPagesEn: LawPageMessages = {
  standing: { inForce: "in force", notYet: "not yet in force", ended: "ended", draft: "draft" },
  draftHead: "A draft, not law.", draftNote: "It was proposed, announced or put out for comment, and no source reports it in force. No answer reads it.",
  peopleMark: "about persons",

  ways: { kind: "By kind", authority: "By authority", list: "By list", memorandum: "By memorandum", measure: "By measure", article: "By instrument and article" },
  wayNotes: {
    list: "who is listed for what, until when, how one gets out, what it sets off", memorandum: "one authority lists, which others act", measure: "what may be restricted or granted, by whom, on what basis", authority: "the lists, measures and records of each authority, and what others must do for it", article: "each text, article by article: which rules rest on it", kind: "every entry, by kind",
  },

  front: {
    lead: "The law is written as data: every value has its source, its days and how certain it is, and the book opens at any day.",
    search: "Search by words", searchNote: "names, ids, notes, quotations, articles", find: "Search", forExample: "For example",
    ways: "Ways in", wayCount: (n: number) => `${n.toLocaleString("en")} in force`,
    kinds: "What there is", kindsNote: "counted on the law’s day", kind: "Kind", inForce: "In force", other: "Other days", drafts: "Drafts", people: "About persons",
    whole: "As a whole",
    lint: "Findings", lintNote: (errors: string, warnings: string, notes: string) => `${errors} break a standard, ${warnings} are criticised, ${notes} wait for a reader’s judgement`,
    diff: "Two days compared", diffNote: "what began, ended and changed between any two days",
    changes: "Follow changes", changesNote: "only what concerns one sector, region, authority or list",
    lastTurn: (day: Html) => html`last change: ${day}`, nextTurn: (day: Html) => html`announced: ${day}`,
  },

  filters: {
    title: "Filters", apply: "Filter", any: "all", clear: "Clear the filters",
    names: {
      standing: "In force", people: "About persons", body: "Body of law", confidence: "Certainty", kind: "Kind", level: "Level", power: "Power", colour: "Kind of list", domain: "Field", owner: "Owner", authority: "Authority", list: "List", memorandum: "Memorandum",
      effect: "Effect", force: "Force", act: "Act", rank: "Rank", sector: "Sector", region: "Region", rule: "Rule", severity: "Severity",
    },
    people: { without: "left out", only: "only these", with: "included" },
    standings: { any: "any" },
  },

  shelf: {
    total: (n: string) => `${n} found`,
    none: "No such entry.", noneNote: "Widen the filters, or choose another day of the law.",
    columns: {
      name: "Name", kind: "Kind", level: "Level", colour: "Kind of list", owner: "Owner", domain: "Field", authority: "Authority", from: "From, until", acts: "Effect and act", trigger: "Set off by", rank: "Rank", day: "Issued", signed: "Signed", sureness: "Certainty",
      lists: "Lists", measures: "Measures", memoranda: "Memoranda", authorities: "Authorities", follows: "Further lists", clauses: "Clauses", rests: "Entries on it", articles: "Articles",
    },
  },

  authority: {
    open: "What this authority does in the law", links: { lists: "Its lists", takes: "Its measures", others: "What others do for it", more: "More" },
    lead: (of) => `It owns ${plural(of.lists, "list", "lists")}, takes ${plural(of.measures, "measure", "measures")} under ${plural(of.memoranda, "memorandum", "memoranda")} and the law itself, and its listings set off ${plural(of.others, "measure", "measures")} of ${plural(of.authorities, "other authority", "other authorities")}.`,
    level: "Level", superior: "Above it", powers: "Powers",
    lists: "Lists it owns", noLists: "It owns no list.", noListsNote: "In the law of that day no list is decided by it.",
    releases: "Measures set off", byAuthorities: "Authorities", follows: "Further lists",
    takes: "Measures it takes", takesNote: "those of one memorandum together", noTakes: "It takes no measure.", noTakesNote: "The law of that day asks it to restrict or grant nothing.", under: "Under", byLaw: "the law itself", mandatory: "Mandatory", effects: "Effects", all: "one by one",
    others: "What its listings ask of others", othersNote: "taken by other authorities", noOthers: "It asks nothing of others.", noOthersNote: "No measure of another authority is set off by its lists.",
    more: "More", what: { recordTypes: "Records its lists and grades are made from", grades: "Grades", repairs: "Repair rules", metrics: "Metrics it is measured by", memoranda: "Memoranda it is a party of", below: "Authorities below it" },
  },

  instrument: {
    article: "Article", open: "Which rules rest on it", lead: (n: number, articles: number) => `${plural(n, "place rests", "places rest")} on it, in ${plural(articles, "article", "articles")}.`,
    whole: "No article stated", none: "No rule rests on it.", noneNote: "It stands here as a text for readers.", rests: "What rests on it", quote: "Words of the law",
  },

  search: {
    title: "Search the law", matching: (asked: string) => `In the law: “${asked}”`,
    label: "words, an id or an article", total: (n: string) => `${n} entries`,
    readAs: "English is found by words and their beginnings, Chinese by characters; every word must occur. Names come first.",
    fields: { name: "name", id: "id", otherName: "other name or number", part: "content", note: "note", quote: "words of the law", article: "rests on" },
    ask: "Write the words to look for.", none: (asked: string) => `No entry has “${asked}”.`, noneNote: "No entry has all of these words. Organisations are found under Search.",
    teach: ["Chinese: write adjoining characters; three or more that stand apart are found as well, further down.", "English: words or their beginnings; procure finds procurement.", "Ids such as tax-major; articles such as Art. 22 with a word of the text’s name.", "One word less finds more. Drafts and rules about persons are among the results, and marked."],
    try: "Try",
  },

  diff: {
    title: "The law of two days compared", headline: (from: Html, to: Html, n: string) => html`From ${from} to ${to} the law changed in ${n} places.`,
    from: "From", to: "To", compare: "Compare", presets: "Between the regimes",
    what: { began: "began", ended: "ended", changed: "changed" }, columns: { day: "Day", what: "What", words: "Change", law: "Basis" },
    counts: "By kind", kind: "Kind", all: (shown: string, all: string) => `${all} in all, ${shown} as filtered`,
    none: "Nothing changed.", noneNote: "No entry that fits the filters began, ended or changed between the two days.", replaced: "its place is taken by", of: "of",
    note: "What the later day has and the earlier has not, began; where one version follows another, it changed.",
    subscribe: "Follow these changes",
  },

  changes: {
    title: "Changes of the law", lead: "One item for each day on which the law turns: what begins, ends and changes, and only what concerns you. What is announced and has not come stands first.",
    form: "Whom it concerns", formNote: "A change limited to a sector or region is told there alone; one limited to none is told to everybody. A region includes those it lies in and those in it.", make: "Make the address",
    address: "Address of the feed", addressNote: "Put it into any feed reader. It carries the filters and nothing about you.", days: "Turning days", announced: "announced", count: (n: number) => plural(n, "change", "changes"), more: (n: number) => `and ${n} more`, seeAll: "All changes",
    older: "Earlier ones stand where two days are compared.", none: "No change concerns this.", noneNote: "Widen the filters.",
    entryTitle: (day: string, n: number) => `${day}: the law changes in ${plural(n, "place", "places")}`, announcedTitle: (day: string, n: number) => `Announced for ${day}: the law changes in ${plural(n, "place", "places")}`, feedTitle: (register: string) => `${register}: changes of the law`,
    counts: (began: number, ended: number, changed: number) => [...(began > 0 ? [`${began} began`] : []), ...(ended > 0 ? [`${ended} ended`] : []), ...(changed > 0 ? [`${changed} changed`] : [])].join(", "),
  },

  lint: {
    title: "The law, examined", lead: "What the sources criticise about this system, written as rules that run. They change no answer; they say where, why it matters and what would mend it.",
    headline: (on: Html, standards: Html, errors: string, warnings: string, notes: string) => html`The law of ${on} by the standards of ${standards}: ${errors} break a standard, ${warnings} are criticised, ${notes} wait for a reader’s judgement.`,
    severity: { error: "breaks a standard", warning: "criticised", note: "to be judged" },
    severityNotes: { error: "against a standard in force that day", warning: "the sources criticise it; nothing of that day forbade it", note: "only a reader can say" },
    on: "Law of", standards: "Standards of", again: "Examine", days: "The two days",
    rules: "Rules", rulesNote: "choose one for its explanation and what it finds", rule: "Rule", found: "Findings", total: "All",
    findings: (n: string) => `Findings: ${n}`, allRules: "all rules", why: "Why it matters", remedy: "What would mend it", measuredBy: "Measured by", place: "Place", about: "About",
    here: "What the linter finds", hereNote: (on: Html, standards: Html) => html`in the law of ${on}, by the standards of ${standards}`, hereNone: "Nothing found.", hereNoneNote: "None of the rules objects. That does not mean that nothing could.", toLint: "all findings and rules",
    regimes: "The reform in numbers", regimesNote: "each regime by its own standards, then by those of the last", regime: "Regime", lists: "Lists", burdens: "Burdens", own: "By its own standards", later: "By the last standards", pile: "Measures a listing sets off: median, nine of ten, most",
    piles: "Pile-on", pilesNote: "how many burdens one listing sets off, over all lists but those with favours", pileOf: (body: string, n: number) => `${body}: ${plural(n, "list", "lists")}`, bin: (from: number, to: number | undefined) => (to === undefined ? `${from} or more` : from === to ? String(from) : `${from} to ${to}`), most: "Lists that set off most", measures: "Measures", mandatory: "Mandatory", authorities: "Authorities",
    surveyed: (of) => `${of.entries} entries were examined: ${of.lists} lists, ${of.burdens} burdens, ${of.memoranda} memoranda; ${of.aboutPersons} of the entries are about persons.`,
    sarif: "as SARIF", none: "Nothing found.", noneNote: "By the rule and severity chosen.",
  },

  cascade: {
    title: "What one listing sets off", listTitle: "Cascade of one listing", note: "the most that can follow: conditions of measures are not looked at",
    headline: (of) => `One listing sets off ${plural(of.measures, "burden", "burdens")} by ${plural(of.authorities, "authority", "authorities")}, ${of.mandatory} of them mandatory${of.favours > 0 ? `; it brings ${plural(of.favours, "favour", "favours")}` : ""}${of.lists > 0 ? `; it leads onto ${plural(of.lists, "further list", "further lists")}` : ""}${of.favoursLost > 0 ? `; ${plural(of.favoursLost, "favour is", "favours are")} lost` : ""}.`,
    favours: (n: number) => `One listing brings ${plural(n, "favour", "favours")}.`,
    possible: (lists: number, measures: number) => (lists === 0 && measures === 0 ? "" : `Where an authority decides it, or another listing is added, ${[...(lists > 0 ? [plural(lists, "further list", "further lists")] : []), ...(measures > 0 ? [plural(measures, "further measure", "further measures")] : [])].join(" and ")} may follow.`),
    entailedWithMore: "made by the law itself, once something more is so", 
    heads: { root: "a listing", lists: "lists" }, why: { asked: "this list", entailed: "made by the law itself", proposed: "an authority may decide it", lost: "lost because of it" },
    measuresHere: (n: number) => plural(n, "measure", "measures"), more: (n: number) => plural(n, "more authority", "more authorities"), nothing: "It sets off no measure.",
    columns: { authority: "Authority", measures: "Measures", list: "Because of", clause: "Clause" }, conditional: "under conditions", follows: "Lists that follow", how: "How", lost: "favour lost",
  },

  charter: {
    subjects: "Lists", subjectWords: { organisations: "organisations", government: "bodies of government", persons: "persons" },
    domain: "Field", forbiddenBy: "Where the conduct is forbidden", notForbidden: "No source says which law forbids the conduct.",
    waysOut: "Out, if listed today", deadEnd: "Nothing leads out.", repairs: "Repair rules that cover it", noRepairs: "No repair rule names this list.", readings: "Which rule goes first", tier: (min, max, itself) => `${min === null ? "no least time stated" : `open after ${min}`}${max === null ? "" : `, ${max} at most`}${itself ? ", then it ends by itself" : ""}`,
    asWhole: "rests on what the entry rests on", peopleHead: "Law to read.", peopleNote: "This list is of persons. The register has no persons and applies it to nobody.",
  },

  memorandum: {
    causes: "Set off by", record: "record", grade: "grade", status: "status", commitment: "commitment",
    headlineCause: (of) => `${plural(of.causes, "kind of record or grade sets", "kinds of records or grades set")} off ${plural(of.measures, "measure", "measures")} by ${plural(of.authorities, "authority", "authorities")}: ${of.mandatory} mandatory, ${of.discretionary} at discretion.`,
    permittedAs: "On the closed list as", by: "by", peopleHead: "Law to read.", peopleNote: "This memorandum is aimed at persons. The register applies it to nobody.",
  },

  steps: {
    title: "Steps", by: { office: "the office", organisation: "the organisation" }, optional: "may be left out", within: (time: string, from: Html) => html`within ${time} from “${from}”`, after: "after:", automatic: "taken by the register itself", extends: "time on top for:", records: "puts on file:", states: "must state:", officers: (n: number) => `${plural(n, "officer", "officers")} at least`, consent: "with the superior’s consent", review: "after legal review", substitute: "where service fails:", outcomes: "may end in:", clock: "Clock", demands: "Demands", step: "Step", who: "By whom",
  },

  grades: { title: "Grades", value: "Grade", name: "Name", points: "Points", rules: "Given directly for", from: (n: number) => `${n} or more`, below: (n: number) => `below ${n}`, between: (from: number, to: number) => `${from} to below ${to}` },

  score: {
    title: "The table of points", notice: "To read; applied to nobody.", noticeNote: "A point scheme for persons, as the sources report it. The register has no persons, and neither computes nor keeps anybody’s score.",
    keeper: "Kept by", start: "Starts from", range: "Range", bands: "Bands", benefits: "Benefits", rows: (n: number) => plural(n, "row", "rows"), row: "Matter", authority: "Department", points: "Points", limit: (n: number) => `${n} in all`, setsTo: (n: number) => `sets the score to ${n}`, onceWith: "counted once with", protected: "protected matter", protectedNote: (n: number) => `${plural(n, "row touches", "rows touch")} protected matters: that points are given for them at all is criticised.`,
    matters: { "party honours": "party honours", "blood donation": "giving blood", "marrow donation": "giving marrow", petitions: "petitions", "family planning": "family planning", health: "health", "political opinion": "political opinion", religion: "religion" },
    sum: (plus: number, minus: number) => `${plural(plus, "row adds", "rows add")}, ${plural(minus, "row takes", "rows take")}`,
  },
};

/** Names of fields that only some kinds of entries have; and the words that stand in them. */
export const lawFieldsEn: Readonly<Record<string, string>> = { permittedAs: "on the closed list as", domains: "fields", creditArticles: "articles on credit", topics: "topics", domain: "field", purpose: "purpose", subjects: "lists", forbiddenBy: "forbidden by", class: "class", editions: "in editions", targets: "aimed at", takenBy: "taken by", term: "term", statutes: "statutes", excluded: "cannot be repaired", starts: "points to start from", tier: "may be used", content: "content", recordTypes: "record types", every: "given every", better: "better", measuredBy: "measured by", group: "group", ranks: "ranks that suffice", localRanks: "ranks that suffice for local law", recommendedBy: "recommended by", scheme: "scheme", points: "points", onceWith: "counted once with", protectedMatters: "protected matters", limit: "limit", setsTo: "sets to", per: "per", keeper: "kept by", bands: "bands", benefits: "benefits", minimum: "least", maximum: "most", below: "below", lint: "examined", yearly: "every year", opens: "opens on", record: "fulfilled by", yearField: "field of the year", posts: "posts", rules: "given directly for" };
export const lawWordsEn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purpose: { listing: "listing", removal: "removal", objection: "objection", appeal: "appeal", repair: "repair", penalty: "penalty", commitment: "commitment", "annual-report": "annual report", inspection: "inspection", interview: "interview", publicity: "publicity", sharing: "sharing", grading: "grading", release: "release", other: "other" },
  class: { A: "A: reduces rights or adds duties", B: "B: management within a body’s duties", C: "C: taken by others on their own decision" },
  tier: { usable: "may be recorded and used", severeOnly: "used only where circumstances are serious", never: "may not be credit information" },
  better: { more: "more is better", less: "less is better", notStated: "not stated" },
  subjects: { organisations: "organisations", government: "bodies of government", persons: "persons" },
  what: { recording: "recording is suspended", clocks: "clocks are suspended", effects: "effects are suspended" },
};
