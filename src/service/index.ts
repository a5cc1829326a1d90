// The door of service: the verbs, one file each. A verb reads, makes a pure call, appends; it decides nothing.
export { checkOrganisation, listsOf, readClocks, type CheckRequest } from "./check-organisation.ts";
export { findOrganisations, type FindAnswer, type Found } from "./find-organisations.ts";
export type { MadeJoin } from "./handing.ts";
export { importFile, type ImportReport, type ImportRequest } from "./import-file.ts";
export { joinFiles, separateFiles, type Judged } from "./judge-identity.ts";
export { adoptRulebook, readLaw, requireLaw, type LawFile } from "./open-registry.ts";
export { passDay, type DayPassed } from "./pass-day.ts";
export { problem, type Problem } from "./problem.ts";
export { today, type Clock, type Registry } from "./registry.ts";
export { heldRows, settleHeldRow, type HeldRow } from "./settle-held.ts";
export { shortOf, standingOf, type ActStanding, type Standing, type StandingListing, type StandingRecord, type StandingRequest } from "./standing.ts";
export { withdrawBatch, type Withdrawn } from "./withdraw-batch.ts";
export { criteriaOf, lawJson, listLaw, runExamples, showLaw, type LawEntryAnswer } from "./show-law.ts";
export { compareEnforcement, type Comparison, type ComparisonRequest } from "./compare-enforcement.ts";
export { verifyRegister, type Verification } from "./rebuild.ts";
export { actOnCase, actOnCases, type CaseActed, type CaseCommand, type CaseRequest } from "./run-case.ts";
export { assessOrganisations, type OrganisationAssessed } from "./assess-organisations.ts";
export { decideMeasures, type MeasureRequest } from "./decide-measure.ts";
export { filesOfCodes } from "./files-of-codes.ts";
export { openOffices } from "./open-offices.ts";
export { reportRelations, type ReportedRelation } from "./report-relations.ts";
export { writeSheet, type SheetRowToWrite, type SheetToWrite } from "./write-sheet.ts";
export { bodiesOnFile, LISTED_PER_PAGE, listOn, overview, type LatestEvent, type ListAnswer, type ListedOrganisation, type ListOverview, type Overview } from "./browse.ts";
/** Words in which the command line and the API ask the verbs and read what comes back. */
export { err, ok, parsePlainDate, type Finding, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
export type { Answer } from "../domain/restrictions/index.ts";
