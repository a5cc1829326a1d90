// The words of an office's measures, in English; dictionary-en.ts takes them up.
import type { MeasuresMessages } from "./dictionary-measures-zh.ts";

export const measuresEn: MeasuresMessages = {
  title: "Measures of this office", lead: "What the law leaves to this office to decide, what binds through it, the memoranda that ask something of it, and what others must do because of its lists.",
  toMeasures: "Measures and memoranda", toMeasuresNote: "decide what is left to this office, report what was carried out, see what memoranda ask",
  decide: "Left to this office to decide", decideNote: "binds nobody until it is decided", noDecide: "Nothing is left to decide.", noDecideNote: "Measures that a list or record sets off and the law leaves to this office appear here.",
  binding: "Binding through this office", bindingNote: "by law, or because this office decided it; what was carried out can be reported", noBinding: "Nothing binds through this office.", noBindingNote: "No organisation in its place is under one of its measures.",
  columns: { pick: "Choose", organisation: "Organisation", measure: "Measure", because: "Set off by", from: "From", reported: "Carried out" },
  pick: (organisation, measure) => `Choose ${measure} for ${organisation}`, answer: "Answer the chosen measures", answerNote: "Tick one or several; each is answered with its own reasons, all in one form.", status: "status on the register", noEnd: "not stated", noReport: "not reported yet",
  more: "The next organisations", first: "Back to the first",
  outcomes: { carriedOut: "carried out", notCarriedOut: "not carried out" },
  forUs: "Memoranda in force for this office", forUsNote: "clauses in force today, by memorandum", lawItself: "The law itself", noForUs: "No memorandum asks anything of this office.", noForUsNote: "The law in force gives no measure to its authority or one above it.",
  forUsColumns: { memorandum: "Memorandum", lists: "Lists that set it off", mandatory: "Must", decline: "Must unless declined", left: "May" },
  ofUs: "What others must do for this office’s lists", ofUsNote: "after a listing of its own, and what they reported of it", noOfUs: "This office may list on no list.", noOfUsNote: "A list is for its owner and the authorities below it.",
  standing: (n) => (n === 1 ? "1 organisation stands on it" : `${n.toLocaleString("en")} organisations stand on it`), standingUnknown: "how many stand on it is not known", noOthers: "The law in force has no other authority act because of this list.",
  ofUsColumns: { authority: "Authority", memoranda: "Memoranda", mandatory: "Must", decline: "Must unless declined", left: "May", carriedOut: "Reported carried out", notCarriedOut: "Reported not carried out" },
  answered: (n) => (n === 1 ? "1 measure was answered." : `${n} measures were answered.`),
  form: {
    title: "Answer measures", lead: "Each is judged by itself; what cannot be written stays here, with why.", choice: "Answer", none: "No measure was chosen.", noneNote: "Go back and tick at least one.", back: "Back to the measures", submit: "Send the answers",
    choices: { apply: "apply it", decline: "decline it", carriedOut: "carried out", notCarriedOut: "not carried out" }, effect: "Effect", statement: "Reasons or what was done", statementNote: "Applying, declining and not carrying out need reasons; of what was carried out one may say what was done.", on: "Day", onNote: "Left empty: today.",
    refused: (n) => (n === 1 ? "1 was not written." : `${n} were not written.`),
  },
};
