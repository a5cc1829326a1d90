// Subjects: what the model's offices report on, and which office does. The one place where the scenario names entries of the law: what
// happens in the model is told in the law's own record types, and what follows from it is never told here.
import type { LawId } from "../domain/terms/index.ts";
import { lawId } from "./ground.ts";

export interface Subject {
  /** The record type. */
  readonly type: LawId;
  /** The authority whose office hands it in: the one whose region holds the organisation. */
  readonly authority: LawId;
}

export const SUBJECTS = {
  penalty: subject("cn:administrative-penalty", "cn:market-city"),
  publicity: subject("cn:publicity-finding", "cn:market-city"),
  licence: subject("cn:administrative-licence", "cn:market-provincial"),
  inspection: subject("cn:inspection", "cn:market-provincial"),
  commitment: subject("cn:commitment", "cn:market-provincial"),
  annualReport: subject("cn:annual-report", "cn:market-provincial"),
  customsFinding: subject("cn:customs-finding", "cn:customs-district"),
  customsYear: subject("cn:customs-year", "cn:customs-district"),
  taxDetermination: subject("cn:tax-determination", "cn:tax-provincial"),
  taxGrade: subject("cn:tax-grade", "cn:tax-provincial"),
  procurementBan: subject("cn:procurement-ban", "cn:finance-provincial"),
} as const satisfies Record<string, Subject>;

/** Procedures that an office of the model begins by their names: a reorganisation, an act that fell, a report that is missing, an interview; and the letter organisations of the model sign. */
export const PROCEDURES = {
  reorganisation: lawId("cn:bankruptcy-repair"), actFell: lawId("model:wangyu-act-fell"), annualReport: lawId("cn:annual-report-procedure"), interview: lawId("cn:warning-interview"),
  commitment: lawId("cn:credit-commitment"),
} as const;

/** Registrations come from the market regulation of the city. */
export const REGISTRAR = lawId("cn:market-city");

function subject(type: string, authority: string): Subject {
  return { type: lawId(type), authority: lawId(authority) };
}
