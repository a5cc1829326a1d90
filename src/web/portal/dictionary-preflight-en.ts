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
  citation: (name, kind) => `Pre-flight of ${name}${kind === null ? "" : `: ${kind}`}`,
};
