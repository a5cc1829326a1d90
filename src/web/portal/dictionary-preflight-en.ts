// The words of the pre-flight, in English; dictionary-en.ts takes them up.
import type { PreflightMessages } from "./dictionary-preflight-zh.ts";

function some(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

export const preflightEn: PreflightMessages = {
  title: "Pre-flight", link: "Pre-flight: what would follow from a breach", head: (name) => `${name}: pre-flight`,
  lead: "Choose a kind of record and what it states, and see what the law makes of it and how one gets out. This only works it out: nothing is stored and nobody decides anything.",
  kind: "Kind of record", choose: "Choose one", chooseButton: "Choose", stated: "What the record states", statedNote: "What is not stated is unknown, not absent. Only what conditions of the law read is asked for.",
  noFields: "No condition of the law reads anything in such a record: that it is there is enough.",
  on: "Day of the decision", acted: "Day of the act", actedHint: "left empty: the day of the decision", amount: "in yuan", several: "several may be chosen", flag: { unknown: "Not stated", yes: "Yes", no: "No" }, answer: "Work it out",
  notInForce: "The law of the day asked has no such record. ", notInForceNote: "Choose another day of the law, or another kind.", nothingChosen: "No kind is chosen yet. ", nothingChosenNote: "Above stand all kinds of record from which the law draws a measure, a listing or the loss of one.",
  sentence: (kind, name, day, { bound, may, proposed, entailed, undetermined, openLists, lost, gained }) => [
    `If a record “${kind}” about ${name} were decided on ${day}, ${bound > 0 ? `${some(bound, "act", "acts")} would be bound at once` : "no act would be bound at once"}${entailed > 0 ? `, and the law itself would add it to ${some(entailed, "list", "lists")}` : ""}.`,
    ...(proposed > 0 ? [`The criteria of ${some(proposed, "list", "lists")} would be met. An authority may propose it and decides after notice and answer; until then it is on no list.`] : []),
    ...(may > 0 ? [`Once an authority decides, ${some(may, "more act", "more acts")} may be bound.`] : []),
    ...(lost > 0 ? [`At most ${some(lost, "favour or list in favour", "favours and lists in favour")} would be lost.`] : []), ...(gained > 0 ? [`${some(gained, "favour begins", "favours begin")}.`] : []),
    ...(undetermined > 0 ? [`${some(undetermined, "act", "acts")} could not be determined.`] : []), ...(openLists > 0 ? [`${some(openLists, "list hangs", "lists hang")} on facts that are not stated.`] : []),
    ...(bound + may + proposed + entailed + undetermined + openLists + lost + gained === 0 ? ["From what is stated the law draws nothing else."] : []),
  ],
  out: "Earliest way out", noOut: "No day stated", noOutNote: "The law gives no day; the ways out stand below.", nothingToLeave: "There is no burden to leave.", allWays: "All ways out", openNow: "The same day",
  links: { form: "What it states", result: "Result", cascade: "Cascade", effects: "Measures", plan: "How out", laws: "Other law" },
  cascade: "Cascade", cascadeNote: "what the law itself brings first, then what an authority would have to decide",
  steps: { record: "Record", law: "By law itself", proposal: "An authority may propose", decided: "If it lists", lost: "Favours lost", open: "Hangs on facts not stated" },
  recordSays: (day) => `decided on ${day}`, published: (day) => `Its publication ends by itself on ${day}.`, measuresAtOnce: (n) => (n === 0 ? "Sets off no measure." : `Sets off ${some(n, "measure", "measures")} at once.`),
  entailed: (n) => `The law itself adds it to ${some(n, "list", "lists")}, without a decision: `, authorityDecides: "That criteria are met is a reason to propose; whether it is listed is for this authority to decide.", criteria: "Criteria", met: "met", notMet: "not met", unknown: "unknown", presumed: "presumed by law", needs: "Missing", needsOf: (owner) => `Whether the criteria are met cannot be said; ${owner} decides on listing.`,
  ifListed: (binding, possible) => `${some(binding, "measure applies", "measures apply")} with the listing${possible > 0 ? `, ${possible} more if an office decides so` : ""}.`, ends: "The listing ends", listsLost: "No longer on: ", closed: "Criteria no longer met: ",
  effects: "Measures", effectsNote: "bound first, favours lost last", none: "No measures. ", noneNote: "From what is stated no measure would apply.",
  columns: { state: "State", measure: "Measure", authority: "Authority", acts: "Acts", because: "Because of", until: "Free again", earliest: "Earliest way out" },
  states: { bound: "Bound", ifListed: "Bound if listed", may: "May be bound", undetermined: "Undetermined", lost: "Favour lost", lostIfListed: "Lost if listed", gained: "Favour gained" },
  thisRecord: "the record", officeHolders: (n) => `${some(n, "measure is", "measures are")} aimed at office-holders, shown and not enforced: `, acts: (n) => some(n, "act", "acts"),
  plan: "How out", planNote: "in the order of days", noPlan: "No way out to show. ", noPlanNote: "There is no burden, or the law names no way out.", noWay: (n) => `${some(n, "burden has", "burdens have")} no way out in the law: `,
  laws: "Other law", lawsNote: "the same record under the law of each year",
  applies: {
    title: "What applies", link: "Lists, memoranda, gradings and duties that apply to it", head: (name) => `${name}: what applies`,
    lead: "Which lists, memoranda, gradings and yearly duties of the law are about an organisation of its sector, region and form; and for each list, condition by condition, what gets it on and what keeps it off.",
    links: { burdens: "Lists with burdens", red: "Lists in favour", memoranda: "Memoranda", gradings: "Gradings", duties: "Yearly duties" },
    unknown: { region: "Region", sector: "Sector", legalForm: "Legal form" }, notStated: "not stated",
    sentence: (lists, on, met, unknown, red) => `${some(lists, "list is", "lists are")} about it, ${red} of them in favour: it stands on ${on}${met > 0 ? `, meets the criteria of ${met} more` : ""}${unknown > 0 ? `, and ${some(unknown, "list hangs", "lists hang")} on facts nobody stated` : ""}.`,
    burdens: "Lists with burdens", burdensNote: "criteria propose, an authority decides", red: "Lists in favour", redNote: "what gets it on, and what keeps it off",
    columns: { list: "List", state: "Now", criteria: "Condition by condition", owner: "Authority" },
    states: { on: "On it", lost: "Kept off now", met: "Criteria met", unknown: "Undetermined", notMet: "Criteria not met", notStated: "No criteria in the law" },
    by: { criteria: "the authority decides by criteria", law: "the law itself lists", notStated: "the authority decides; its criteria are not in this law" },
    government: "bodies of government only", scope: (what) => `Whether it is about this one hangs on: ${what}`, getsOn: "What gets it on", keepsOff: "What keeps it off while it holds", lines: (n, met) => `${some(n, "condition", "conditions")}, ${met} met`,
    memoranda: "Memoranda", memorandaNote: "applied by the authorities once it is listed", memorandumColumns: { memorandum: "Memorandum", lists: "Through which lists", burdens: "Burdens", favours: "Favours", authorities: "Authorities" }, nowOn: "applies now", noMemoranda: "No memoranda. ", noMemorandaNote: "The law of the day asked has none that is about it.",
    gradings: "Gradings", gradingsNote: "the law states no scope of its gradings", gradingColumns: { grading: "Grading", owner: "Authority", grade: "Last given", since: "Since" }, noGrade: "none on file",
    noGradings: "No gradings. ", noGradingsNote: "The law of the day asked has none.",
    duties: "Yearly duties", dutiesNote: "", dutyStates: { owed: "Owed", done: "Done", missed: "Missed", binds: "Binds", unknown: "Undetermined", notBound: "Does not bind" },
    dutyFor: (year) => `for ${year}`, lastDay: "Last day", doneOn: "Done on", leadsTo: "If missed, it may be listed on", founded: "The day it was founded is not known", noDuties: "No yearly duties. ", noDutiesNote: "The law of the day asked has none.",
    citation: (name) => `What applies to ${name}`,
  },
  citation: (name, kind) => `Pre-flight of ${name}${kind === null ? "" : `: ${kind}`}`,
};
