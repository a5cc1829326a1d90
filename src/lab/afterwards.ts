// Afterwards: what a listing, a record, a join or a missed report leads to in the model's year: objections, applications, reorganisations,
// interviews, acts that fall. Who does what is the seed's; whether it can be asked is the law's, and the docket asks it.
import { addDays, later, yearOf, type FileNumber, type ListingId, type PlainDate, type RecordId } from "../domain/terms/index.ts";
import type { Bodies, CaseAbout, KnownEvent, Told } from "../domain/events/index.ts";
import type { RecordOnFile } from "../domain/register/index.ts";
import { chanceOf } from "./chance.ts";
import { OFFICE_OPENS } from "./case-words.ts";
import type { ListingInHand } from "./case-steps.ts";
import type { Docket } from "./due-process.ts";
import { coordinatingOffice, officeOf } from "./ground.ts";
import { workingDays } from "./case-steps.ts";
import { PROCEDURES, REGISTRAR, SUBJECTS } from "./subjects.ts";

const PER_THOUSAND = { objected: 110, appealed: 40, setRight: 620, reorganised: 18, interviewed: 120, actFell: 45, recordObjected: 160, recordRepaired: 45, recordFell: 6, joinObjected: 70, missedFound: 880 } as const;

/** A listing was made: it is objected to, applied against, masked, its act falls, its organisation is asked to an interview, or nothing happens. */
export function afterListing(docket: Docket, own: ListingInHand, { listing, decidedOn, effectiveFrom, publishedFrom, end, criteria }: Bodies["ListingDecided"], today: PlainDate): void {
  if (listing === undefined) return;
  const { chance, file, office, list } = own;
  const about: CaseAbout = { kind: "listing", listing };
  const since = later(publishedFrom ?? effectiveFrom ?? decidedOn, today);
  if (end?.kind === "fixed") docket.ends.add(end.until);
  const [record] = criteria.flatMap(({ records }) => records);
  const reporter = record === undefined ? undefined : docket.reporters.get(record);
  if (chance.happens(PER_THOUSAND.actFell) && record !== undefined && reporter !== undefined) {
    docket.wishes.add(workingDays(docket.bench, since, chance.between(10, 40)), fallOf(reporter, file, record));
    return;
  }
  if (chance.happens(PER_THOUSAND.objected)) docket.wishes.add(addDays(since, chance.between(3, 20)), { by: "organisation", file, about, purpose: "objection" });
  else if (chance.happens(PER_THOUSAND.appealed)) docket.wishes.add(addDays(since, chance.between(5, 40)), { by: "organisation", file, about: { kind: "matter", matter: own.matter }, purpose: "appeal" });
  if (chance.happens(PER_THOUSAND.reorganised)) {
    docket.wishes.add(addDays(since, chance.between(20, 90)), { by: "office", office: office.file, file, about, purpose: "repair", procedure: PROCEDURES.reorganisation, statement: OFFICE_OPENS.reorganisation });
    return;
  }
  // Whose report is missing applies once it has filed it.
  const waits = record !== undefined && docket.foundByCase.has(record);
  if (!waits && chance.happens(PER_THOUSAND.setRight)) docket.wishes.add(addDays(since, chance.between(10, 90)), { by: "organisation", file, about, purpose: "repair" });
  const lead = coordinatingOffice(docket.bench.ground, docket.regionOf(file) ?? "", since);
  if (list.colour === "black" && lead !== undefined && chance.happens(PER_THOUSAND.interviewed)) {
    docket.wishes.add(addDays(since, chance.between(10, 50)), { by: "office", office: lead.file, file, about: { kind: "organisation" }, purpose: "interview", procedure: PROCEDURES.interview, statement: OFFICE_OPENS.interview });
  }
}

/** The act a record rests on was revoked: the office that handed the record in takes it back. */
function fallOf(office: FileNumber, file: FileNumber, record: RecordId): Parameters<Docket["wishes"]["add"]>[1] {
  return { by: "office", office, file, about: { kind: "record", record }, purpose: "removal", procedure: PROCEDURES.actFell, statement: OFFICE_OPENS.revoked };
}

/** The act behind a record is revoked on a day. */
export function actFell(docket: Docket, office: FileNumber, { file, id }: Pick<RecordOnFile, "file" | "id">, on: PlainDate): void {
  docket.wishes.add(on, fallOf(office, file, id));
}

/** Something came in about an organisation: it may say that it is wrong, or that it is not meant at all. */
export function afterHandingIn(docket: Docket, event: KnownEvent, today: PlainDate): void {
  const { wishes, bench: { seed } } = docket;
  if (event.type === "FilesJoined") {
    const { files, judgedBy } = event.body;
    const chance = chanceOf(seed, "join", ...files);
    if (judgedBy === "matcher" && chance.happens(PER_THOUSAND.joinObjected)) wishes.add(addDays(today, chance.between(5, 60)), { by: "organisation", file: files[0], about: { kind: "join", files }, purpose: "objection" });
  }
  if (event.type !== "RecordReported" || event.office === null) return;
  const { record, file, recordType } = event.body;
  docket.reporters.set(record, event.office);
  if (event.body.matter !== undefined) docket.foundByCase.add(record);
  if (recordType !== SUBJECTS.penalty.type) return;
  const about: CaseAbout = { kind: "record", record };
  const chance = chanceOf(seed, "record", record);
  if (chance.happens(PER_THOUSAND.recordFell)) wishes.add(addDays(today, chance.between(20, 120)), fallOf(event.office, file, record));
  else if (chance.happens(PER_THOUSAND.recordObjected)) wishes.add(addDays(today, chance.between(3, 25)), { by: "organisation", file, about, purpose: "objection" });
  else if (chance.happens(PER_THOUSAND.recordRepaired)) wishes.add(addDays(today, chance.between(30, 120)), { by: "organisation", file, about, purpose: "repair" });
}

/** A yearly report was told as missed: the office of the place finds it missing, where it gets to it. */
export function afterMissed(docket: Docket, { what, detail, files: [file] }: Told, today: PlainDate): void {
  if (what !== "deadlinePassed" || detail["procedure"] !== PROCEDURES.annualReport || file === undefined) return;
  const region = docket.regionOf(file);
  const office = region === undefined ? undefined : officeOf(docket.bench.ground, REGISTRAR, region);
  const chance = chanceOf(docket.bench.seed, "missed", file);
  if (office === undefined || !chance.happens(PER_THOUSAND.missedFound)) return;
  docket.wishes.add(workingDays(docket.bench, today, chance.between(1, 8)), {
    by: "office", office: office.file, file, about: { kind: "organisation" }, purpose: "annual-report", procedure: PROCEDURES.annualReport, statement: OFFICE_OPENS.missed, fields: { reportYear: yearOf(today) - 1 },
  });
}

/** What an organisation does at its desk without being asked. */
export function ownAct(docket: Docket, file: FileNumber, what: "annual-report" | "commitment", on: PlainDate): void {
  const chance = chanceOf(docket.bench.seed, "own-act", file, what);
  const fields = what === "commitment" ? { content: "按约定期限补齐证明材料，依法诚信经营", kind: chance.oneOf(["approval", "voluntary"]) } : { year: yearOf(on) - 1, filedOn: on, employees: chance.between(2, 400) };
  docket.wishes.add(on, { by: "organisation", file, about: { kind: "organisation" }, purpose: what, fields, ...(what === "commitment" ? { procedure: PROCEDURES.commitment } : {}) });
}

/** The late report is in: the organisation applies to be taken off the directory it was put on for it. */
export function afterLateReport(docket: Docket, file: FileNumber, listing: ListingId, today: PlainDate): void {
  docket.wishes.add(addDays(today, chanceOf(docket.bench.seed, "cured", file).between(2, 12)), { by: "organisation", file, about: { kind: "listing", listing }, purpose: "repair", words: "已补报年度报告，申请移出经营异常名录" });
}
