// The words of the office's desk and of signing in, in English; dictionary-en.ts takes them up.
import type { DeskMessages } from "./dictionary-desk-zh.ts";

export const deskEn: DeskMessages = {
  room: "Desk",
  holder: { office: "You act for", organisation: "You act for", post: "as", out: "Sign out", own: "Own desk", who: "Who you are" },
  door: {
    title: "Choose who you are",
    lead: "The desks of the model jurisdiction ask for no password: choose an invented post, or an invented organisation. What you may do there comes from the law and the office’s powers, not from the choice.",
    none: "There are no desks here.",
    noneNote: "This register is not the model jurisdiction. Offices and organisations will act here once there are accounts and roles.",
    office: "Act for an office", officeNote: "first the region, then the post", region: "Region", columns: { office: "Office", authority: "Kind of authority", posts: "Sign in as" },
    enterAs: (post: string, office: string) => `Sign in as ${post}, ${office}`, anyPost: "Handler",
    organisation: "Act for an organisation", organisationNote: "it sees everything on file about itself", label: "Whole name, code or file number of the organisation", enter: "Sign in", which: "Which one is it?",
  },
  closed: {
    signIn: { head: "Choose who you are first", note: "This is the desk of an office or an organisation. Nothing was written." },
    office: { head: "This is an office’s desk", note: "You act for an organisation now. Sign out and choose a post of an office." },
    organisation: { head: "This is an organisation’s desk", note: "You act for an office now. Sign out and choose an organisation." },
    foreign: { head: "Nothing was written", note: "The request did not come from one of this server’s own pages. Go back to the desk and fill in the form there." },
    keeper: { head: "This page is for the keeper", note: "It is shown on the machine that keeps the register, under 127.0.0.1 or localhost, with nothing in between." },
    noDesks: { head: "There are no desks here", note: "This register is not the model jurisdiction; there are no accounts and roles yet, and nothing is written." },
  },
  toDoor: "Choose who you are",

  states: {
    proposed: "proposed", noticed: "notice given", served: "notice served", answered: "answered", listed: "listed", conditional: "listed on conditions", reprimanded: "reprimanded", noAction: "no action", withdrawn: "withdrawn", removed: "removed",
    running: "under way", granted: "granted", refused: "refused", notAccepted: "not taken up", done: "done",
  },
  purposes: {
    listing: "Listing", removal: "Removal", objection: "Objection", appeal: "Appeal", repair: "Repair", commitment: "Commitment", "annual-report": "Annual report", interview: "Interview", release: "Release", penalty: "Penalty", inspection: "Inspection", publicity: "Publication", sharing: "Sharing", grading: "Grading", other: "Other",
  },
  outcomes: {
    listed: "listed", conditional: "listed on conditions", reprimanded: "reprimanded", noAction: "no action", accepted: "taken up", notAccepted: "not taken up", granted: "granted", refused: "refused", attended: "came", notAttended: "did not come", kept: "kept", broken: "broken",
  },
  by: { office: "the office", organisation: "the organisation" },
  late: "late", provisional: "may move",

  office: {
    title: "Desk of the office", cases: "Open cases", casesNote: "what is due first at the top", noCases: "No open case.", noCasesNote: "A case appears here once it is proposed, or once an organisation objects or applies.",
    consents: "Cases that await your consent", consentsNote: "of offices below; the longest waiting at the top", consentColumns: { since: "Since", organisation: "Organisation", about: "About", outcome: "Proposed", step: "To the step", office: "Asked by" }, noOutcome: "none named",
    columns: { pick: "Choose", due: "Due next", organisation: "Organisation", about: "About", state: "Standing", opened: "Opened" },
    noDue: "no last day in the law", decide: "Decide the chosen cases together", decideNote: "Cases that wait for a decision can be ticked and decided in one form, each with its own reasons.", pick: (name) => `Choose the case of ${name}`,
    proposals: "What the criteria suggest", proposalsNote: "the register only points; whether to propose, and on which facts, you decide", noProposals: "Nothing to suggest.", noProposalsNote: "No record of late makes an organisation meet a criterion of a list on which this office may list.",
    proposalColumns: { organisation: "Organisation", list: "List", met: "Criteria met", records: "Records", since: "Newest record of" }, propose: "Propose", proposeFor: (name, list) => `Propose ${name} for ${list}`,
    missed: "Yearly reports that are missing", missedNote: "in the place of this office; a report filed late takes the organisation off again", missedColumns: { organisation: "Organisation", year: "For", lastDay: "Last day was", duty: "Duty" }, find: "Record the finding", findFor: (name) => `Record the finding that the report of ${name} is missing`, findStatement: (year, day) => `The report for ${year} was not filed by ${day}.`,
    releases: "Releases to take over", releasesNote: (open, overdue) => `${open} to take over, ${overdue} of them late`, toReleases: "Open the queue", noReleases: "No release waits.",
    records: (n) => (n === 1 ? "1 record" : `${n} records`),
  },
  toGo: {
    title: "What has to go", note: "the act behind a record fell, and what rests on it goes with it", ownNote: "The act behind a record fell. What rests on it is for the office to take back by the day the law states.",
    columns: { due: "By when", organisation: "Organisation", thing: "What", because: "Because this fell", law: "By the law of", end: "Where it ends" }, kinds: { listing: "Listing", case: "Open case", record: "Record of the same breach" },
    fell: "on", notStated: "not stated in the law", noLaw: "no procedure speaks for it", readings: "or, the law leaves open",
    toCase: "To the case", toCaseOf: (name, of) => `To the case of ${name}, ${of}`, open: "Open its removal", openFor: (name) => `Open its removal: this record of ${name}`, statement: (record, day) => `The act behind record ${record} fell on ${day}; this record rests on the same act.`,
  },
  releases: {
    title: "Releases to take over", lead: "Each of these has ended. Once it is taken over, this authority no longer publishes, shares or uses it. What is late is public, by authority.", none: "All are taken over.", noneNote: "New releases appear here.",
    columns: { pick: "Choose", what: "Ended by", organisations: "Organisation", of: "List or record", day: "Ended on", by: "To be taken over by", consumer: "Consumer" }, take: "Take over the chosen", takeAll: "Tick each one; with none ticked nothing is written.",
    whats: { termEnded: "term over", removed: "removal", annulled: "annulment, as if it had never been", repaired: "repair", stayed: "stay of effects", stayEnded: "end of a stay", memorandumEnded: "end of a memorandum" },
    taken: (n) => (n === 1 ? "1 release was taken over." : `${n} releases were taken over.`), pick: (name) => `Choose ${name}`, nowhere: "no last day",
  },
  propose: {
    title: "Propose a listing", lead: (name, list) => `${name}: ${list}`, met: "Criteria met", records: (n) => `on ${n === 1 ? "1 record" : `${n} records`} on file, which the register adds`, notMet: "No criterion holds on what is on file.", notMetNote: "Hand in the records that meet one first; without them nothing can be proposed.",
    underWay: "A case about the same list is under way.", toCase: "Open that case", listed: "The organisation stands on this list already.", notMay: "This office may not act on this list.", notMayNote: "Hand the facts over to the authority that owns the list, or one below it.",
    submit: "Propose", after: "Next comes the written notice; nobody is listed before the organisation could answer.",
  },
  decide: {
    title: "Decide together", lead: "Each case has its own reasons; outcome, basis and formalities are common. What the law does not allow is refused case by case, and the rest is decided.", none: "No case that waits for a decision was chosen.", noneNote: "Go back to the desk and tick cases that wait for a decision.", reasons: (name) => `Reasons: ${name}`, submit: "Decide",
    decided: (n) => (n === 1 ? "1 case was decided." : `${n} cases were decided.`), refused: (n) => (n === 1 ? "1 case was not decided; why stands with it, and what was typed is kept." : `${n} cases were not decided; why stands with each, and what was typed is kept.`), back: "Back to the desk",
  },
  case: {
    title: (purpose, name) => `${purpose}: ${name}`, matter: "Case", organisation: "Organisation", office: "Office", superior: "Office above", opened: "Opened", of: "About", procedure: "Procedure",
    stands: "Now", next: "Next", until: "Until", nothing: "Nothing is left to be done", whose: { office: "by the office", organisation: "by the organisation", superior: "by the office above" }, yours: "by you", noUntil: "no last day in the law", from: (day) => `from ${day}`,
    links: { can: "What can be done", path: "The path", record: "On record", cannot: "Not possible now" },
    consent: {
      to: "Consent to:", nobody: (step) => `“${step}” needs the consent of the office above, and this register knows none`,
      mine: { awaited: (step) => `Your consent to “${step}” is awaited`, given: (step) => `You consented to “${step}”`, refused: (step) => `You refused your consent to “${step}”` },
      other: { awaited: (office, step) => `The consent of ${office} to “${step}” is awaited`, given: (office, step) => `${office} consented to “${step}”`, refused: (office, step) => `${office} refused its consent to “${step}”` },
      since: { awaited: (day) => `since ${day}`, given: (day) => `on ${day}`, refused: (day) => `on ${day}` }, refusedNote: "What needed the consent cannot be decided; another outcome or a withdrawal is possible.",
    },
    can: "What can be done now", canNot: "There is nothing for you to do now.", canNotNote: "When it is your turn, the form stands here.",
    path: "The whole path", pathNote: "the steps the law lays down", pathStates: { done: "done", open: "possible now", waits: "not yet", tooLate: "too late", closed: "no longer" }, automatic: "by the register itself", optional: "optional", second: "the office above", dueBy: "by", wasDue: "was due by",
    record: "On record", recordNote: "in the order it came", noRecord: "Nothing yet.", letter: "Letter to the organisation", told: "What came about by itself: letters to the organisation", letterText: "text", letterUnsent: "not sent by the register", letterStates: { waiting: "waits to be sent", sent: "sent; sending is no service", uncertain: "nobody knows whether it arrived", givenUp: "could not be sent" }, acting: "Acting", attachments: "Attachments", bytes: (n) => (n < 1024 ? `${n} B` : n < 1024 * 1024 ? `${Math.ceil(n / 1024)} KB` : `${Math.ceil((n * 10) / (1024 * 1024)) / 10} MB`),
    cannot: "Not possible now", cannotNote: "why, and which rule says so", readings: "Other procedures may apply; the law leaves it open:", recused: "Stood back:", stayed: (day) => `effects stayed since ${day}`,
    entries: {
      ListingProposed: "Proposal", NoticeIssued: "Notice", NoticeServed: "Service", DefenceReceived: "Answer", HearingHeld: "Hearing", OfficerRecused: "Recusal", ConsentGiven: "Consent of the office above", ConsentRefused: "Refusal of consent by the office above", ListingDecided: "Decision", ProposalWithdrawn: "Withdrawal", ListingRemoved: "Removal",
      CaseOpened: "Opening", StepTaken: "Step", CaseWithdrawn: "Withdrawal", RecordRepaired: "Repair of a record", RecordCorrected: "Correction of a record", RecordReported: "Record", EffectsStayed: "Stay of effects", StayEnded: "End of the stay", FilesSeparated: "Files kept apart", FilesJoined: "Files joined",
    },
    actions: {
      IssueNotice: "Issue the notice", RecordService: "Record service", ReceiveDefence: "Record an answer", HoldHearing: "Hold the hearing", GiveConsent: "Give or refuse consent", DecideListing: "Decide", WithdrawProposal: "Withdraw the proposal", RecuseOfficer: "Record a recusal", RemoveListing: "Take off the list", TakeStep: "Take the step", WithdrawCase: "Withdraw the case", OrderStay: "Order a stay", EndStay: "End the stay", Recuse: "Record a recusal",
    },
    answer: "Answer",
    did: {
      ListingProposed: "The listing was proposed. Next: the written notice.", NoticeIssued: "The notice was issued. Next: serve it, and record how and when.", NoticeServed: "The service is on record. The time to answer runs from it.", DefenceReceived: "The answer was received and is on record.", HearingHeld: "The hearing is on record.", OfficerRecused: "The recusal is on record.", ConsentGiven: "The consent is on record; the office below can go on.", ConsentRefused: "The refusal and its reason are on record.", ListingDecided: "The decision was made.", ProposalWithdrawn: "The proposal was withdrawn; the case is closed.", ListingRemoved: "The organisation was taken off the list, and every consumer was told.",
      CaseOpened: "The case was opened.", StepTaken: "The step is on record.", CaseWithdrawn: "The case was withdrawn.", EffectsStayed: "The effects are stayed.", StayEnded: "The stay was ended.",
    },
    didStep: (step) => `“${step}” is on record.`,
  },
  form: {
    fields: {
      facts: "Facts", factsHint: "When, where, what was done, and what shows it.", basis: "Legal basis", means: "Means of service", failed: "It could not be served by these means: the law’s substitute takes their place", servedOn: "Day of service", statement: "Statement", receivedOn: "Day it was received", hearing: "A hearing is asked for",
      chair: "Led by", attended: "The organisation came", minutes: "Minutes", heldOn: "Day of the hearing", outcome: "Outcome", reasons: "Reasons", conditions: "Conditions (one a line)", reason: "Reason", officer: "Post that stands back", act: "By what", exit: "Id of the way out (where the law states several)",
      actedOn: "Day of the act in breach",
      officers: (n) => (n > 1 ? `Posts that act with you (the law asks for ${n} officers)` : "Posts that act with you"), self: "you", consent: "Consent", consentHint: "Needed where consent is refused.", reviewOn: "Day of the legal review", attachments: "Attachments", attachmentsHint: "Up to 5 files of 10 MB each: PDF, PNG, JPEG or plain text in UTF-8.",
      fromNowOn: "From today on only; the listing stands for the time before", stated: (word) => `To be stated: ${word}`,
    },
    consents: { given: "We consent", refused: "We refuse" },
    correction: { title: "The record it is about, where this is granted", choose: "The record is", annul: "annulled, as if it had never been", correct: "corrected to what stands below", hint: "Below stands what is on file. To correct it, change only what is wrong; what is left as it is stays.", money: "In yuan, such as 12000.50.", unfit: "This field does not take what was filled in." },
    acts: { annulment: "annulled, as if it had never been", performance: "obligation met", repair: "credit repair", release: "early release", review: "review" },
    choose: "Choose", required: "required",
    foreseen: {
      title: "Consequences the register foresees", note: "The notice has to state them. They follow from every memorandum in force and from the law itself; you do not fill them in.", binding: "Would apply", possible: "An office could decide to apply", lost: "Favours that would be lost", open: "May apply; a fact is missing", entailed: "Lists the law would add", none: "No measure is foreseen.", told: (n) => (n === 1 ? "The notice will state 1 measure." : `The notice will state ${n} measures.`), answer: (time) => `Time to answer: ${time}`, columns: { measure: "Measure", authority: "Authority", memorandum: "Under" }, basis: "Legal basis (taken from the list)", law: "the law itself",
    },
  },
  /** The register's own words are English already. */
  said: () => undefined, finding: () => undefined,
  problem: { title: "This was not done", back: "Back to the desk" },
};
