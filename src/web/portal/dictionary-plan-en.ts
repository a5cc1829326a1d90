// The words of the exit plan, in English; dictionary-en.ts takes them up.
import type { PlanMessages } from "./dictionary-plan-zh.ts";

export const planEn: PlanMessages = {
  title: "Exit plan", tool: "Exit plan", head: (name) => `${name}: exit plan`, ownLink: "Exit plan: how and when nothing binds any more",
  lead: "Worked out from the law and the facts on file: which listings and records have to end at least, in which order, from which day, and whom to ask. What is done in the register is ticked here by itself.", publicLead: "Only what is public; the organisation sees all of it when signed in.",
  bound: (name, burdens, acts) => `${name} is under ${burdens} ${burdens === 1 ? "burden" : "burdens"} in ${acts} ${acts === 1 ? "act" : "acts"}.`, clear: (name) => `Nothing binds ${name}.`, clearNote: "There is no step to take.",
  freeHead: "Free of everything", freeOn: "if each step is taken on its first day and granted on that day.", steps: (n) => `${n} ${n === 1 ? "step" : "steps"}`, today: "Today",
  noDay: "No certain day", noDayNote: { stays: "Some burdens no step can end; see below.", stuck: "One step has no way out in law; see below.", open: "The law names no day for one step; see below." }, withheld: "No plan can be given", withheldNote: "Something that is not public bears on it; a plan would give it away.",
  list: "Steps", listNote: "in their order", calendar: "as a calendar file", next: "Next step",
  states: { open: "Open now", later: "Not yet", itself: "Ends by itself", asked: "Under way", stuck: "No way out" },
  kinds: { listing: "Leave the list", record: "End the record" }, ends: { listing: "The listing ends", record: "The record ends" }, of: "Of",
  conditions: { wait: (day) => `Waiting time over on ${day}`, left: "First off", asked: "Application made", done: "(met)", open: "(open)" }, showNote: "What stands behind a dash the applicant shows; the register does not judge it.",
  fields: { ask: "Whom to ask", within: "Decided within", decideBy: "Decided by, if asked on the first day", frees: "Ends with it", begins: "Begins with it", missed: "If nothing is done", other: "Other ways", basis: "Law", case: "Case" },
  frees: (n) => (n === 0 ? "nothing by itself; a later step needs it." : `${n} ${n === 1 ? "burden" : "burdens"}`), missedItself: "Nothing has to be done.", noWay: "The law names no way out; it ends only if the decision was wrong.", reading: "if this rule governs, which the law leaves open",
  caseSince: (day) => `since ${day}`, caseNext: { office: "waits for the office", organisation: "waits for the organisation" }, passed: "Passed", dueBy: "by", ask: "Apply",
  stays: "What no step ends", staysNote: "binds on when every step is done", stay: { status: "follows from the registered status, which no listing or record makes", law: "follows from the law itself", missing: "a fact is missing, so nobody can say", withheld: "rests on something that is not public" },
  done: "Done", doneNote: "seen by the organisation alone", noneDone: "Nothing has ended yet.", noneDoneNote: "Listings and records that end are shown here.", how: { ended: "its term is over", removed: "removed", repaired: "repaired", annulled: "annulled, as if it had never been" },
  notWhole: "Not every combination was tried; there may be another plan as short.", columns: { effect: "Burden", measure: "Measure", authority: "Authority", acts: "Acts", what: "What", how: "How", on: "Day", why: "Why" },
  citation: (name) => `the exit plan of ${name}`,
  calendarSays: { title: (name) => `Exit plan: ${name}`, opens: (what) => `Can be applied for: ${what}`, ends: (what) => `Ends by itself: ${what}`, free: (name) => `Nothing binds any more: ${name}`, frees: (n) => `${n} ${n === 1 ? "burden ends" : "burdens end"}` },
};
