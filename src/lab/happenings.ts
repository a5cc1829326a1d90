// Happenings: what authorities find out about the invented organisations, as rows of their sheets with the day of the decision. The
// facts are the model's; whether a list, a measure or nothing follows from them is the law's, and is not said here.
import { addDays, addMonths, daysBetween, plainDate, yearOf, type PlainDate } from "../domain/terms/index.ts";
import { chanceOf, type Chance } from "./chance.ts";
import type { InventedOrganisation } from "./invented-organisations.ts";
import { choice, choices, day, flag, integer, text, yuan, type SheetCell } from "./sheet-cells.ts";
import { SUBJECTS, type Subject } from "./subjects.ts";

export interface Happening extends Subject {
  readonly organisation: InventedOrganisation;
  readonly decidedOn: PlainDate;
  /** Beside name, code and day of the decision. */
  readonly cells: readonly SheetCell[];
  /** The office lets it lie for so many days before it goes into a sheet. */
  readonly keptBackDays?: number;
}

/** The simulated year: [from, until]. */
export interface Year {
  readonly seed: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

type Facts = Omit<Happening, "organisation">;

/** What befalls so many of a thousand enterprises. No enterprise has two of the grave courses. */
interface Course {
  readonly id: string;
  readonly perThousand: number;
  /** Only where a list of one place may reach. */
  readonly local?: true;
  /** Also enterprises that do no business at the moment. */
  readonly everybody?: true;
  readonly facts: (chance: Chance, year: Year, organisation: InventedOrganisation) => readonly Facts[];
}

/** What is found about enterprises, in order of the day of the decision. */
export function happeningsOf(organisations: readonly InventedOrganisation[], year: Year, isLocal: (organisation: InventedOrganisation) => boolean): readonly Happening[] {
  const enterprises = organisations.filter((organisation) => organisation.enterprise && organisation.status === "operating" && organisation.branchOf === undefined);
  const left = new Set(chanceOf(year.seed, "courses").some(enterprises, enterprises.length));
  const grave = GRAVE.flatMap((course) => {
    const count = Math.max(1, Math.round((organisations.length * course.perThousand) / 1000));
    const chosen = [...left].filter((organisation) => course.local !== true || isLocal(organisation)).slice(0, count);
    for (const organisation of chosen) left.delete(organisation);
    return chosen.flatMap((organisation) => happened(course, year, organisation));
  });
  const registered = organisations.filter(owesReport);
  const usual = USUAL.flatMap((course) => (course.everybody === true ? registered : enterprises).flatMap((organisation) => (chanceOf(year.seed, course.id, organisation.index).happens(course.perThousand) ? happened(course, year, organisation) : [])));
  return [...grave, ...usual].toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : a.organisation.index - b.organisation.index));
}

/** An enterprise that has not been struck off reports every year. */
function owesReport({ enterprise, status, branchOf }: InventedOrganisation): boolean {
  return enterprise && branchOf === undefined && status !== "deregistered" && status !== "revoked";
}

/** Most reports come in sheets; some organisations file at their own desk, and some not in time. */
function reportWay({ seed }: Year, index: number): "sheet" | "desk" | "missed" {
  return chanceOf(seed, "report-way", index).weighted([["sheet", 978], ["desk", 10], ["missed", 12]] as const);
}

/** What organisations do at their own desks without being asked: reports and commitments, with the day. */
export function ownActsOf(organisations: readonly InventedOrganisation[], year: Year): readonly { readonly organisation: InventedOrganisation; readonly on: PlainDate; readonly what: "annual-report" | "commitment" }[] {
  return organisations.filter(owesReport).flatMap((organisation) => {
    const chance = chanceOf(year.seed, "own-acts", organisation.index);
    const reportedOn = reportWay(year, organisation.index) === "desk" ? reportDay(chance, year) : undefined;
    return [
      ...(reportedOn === undefined ? [] : [{ organisation, on: reportedOn, what: "annual-report" as const }]),
      ...(chance.happens(PROMISES_PER_THOUSAND) ? [{ organisation, on: within(chance, year), what: "commitment" as const }] : []),
    ];
  });
}

const PROMISES_PER_THOUSAND = 6;

function happened(course: Course, year: Year, organisation: InventedOrganisation): readonly Happening[] {
  return course.facts(chanceOf(year.seed, course.id, "facts", organisation.index), year, organisation).map((facts) => ({ organisation, ...facts }));
}

function within(chance: Chance, { from, until }: Year): PlainDate {
  return addDays(from, chance.between(0, daysBetween(from, until)));
}

/** A day so many months before the year began, or a little earlier. */
function before(chance: Chance, { from }: Year, fewestMonths: number, mostMonths: number): PlainDate {
  return addDays(addMonths(from, -chance.between(fewestMonths, mostMonths)), -chance.between(0, 27));
}

const HEAVY_KINDS = ["qualification-lowered", "business-restricted", "suspension"] as const;
const MARKET_FIELDS = ["food", "drugs-devices-cosmetics", "quality-safety", "consumers", "fair-competition", "licensing"] as const;

function penalty(chance: Chance, decidedOn: PlainDate, cells: readonly SheetCell[]): Facts {
  return {
    ...SUBJECTS.penalty, decidedOn, ...keptBack(chance),
    cells: [text("field:documentNumber", `市监罚〔${yearOf(decidedOn)}〕${chance.between(1, 9999)}号`), day("actedOn", addDays(decidedOn, -chance.between(30, 200))), ...cells],
  };
}

/** Some penalties and licences reach the register later than the law says. */
function keptBack(chance: Chance): Pick<Happening, "keptBackDays"> {
  return chance.happens(50) ? { keptBackDays: chance.between(10, 45) } : {};
}

/** Grave in nature and punished heavily. */
function heavyPenalty(chance: Chance, decidedOn: PlainDate): Facts {
  const more = chance.happens(500) ? chance.oneOf(HEAVY_KINDS) : undefined;
  return penalty(chance, decidedOn, [
    choice("field:field", chance.oneOf(MARKET_FIELDS)), choices("field:kinds", "fine", ...(more === undefined ? [] : [more])), yuan("field:fine", chance.between(30, 180) * 10_000),
    choice("field:level", "serious"), flag("field:vile", true), flag("field:heavierStep", more === undefined || chance.happens(500)), flag("field:largerFine", true),
  ]);
}

function customsFinding(chance: Chance, decidedOn: PlainDate, conduct: string, level: string, severe: boolean): Facts {
  return {
    ...SUBJECTS.customsFinding, decidedOn,
    cells: [text("field:documentNumber", `关缉〔${yearOf(decidedOn)}〕${chance.between(1, 999)}号`), day("actedOn", addDays(decidedOn, -chance.between(20, 160))), choice("field:conduct", conduct), flag("field:severe", severe), choice("field:level", level), yuan("field:fine", chance.between(2, 90) * 10_000)],
  };
}

function taxFinding(chance: Chance, decidedOn: PlainDate, cells: readonly SheetCell[]): Facts {
  return { ...SUBJECTS.taxDetermination, decidedOn, cells: [text("field:documentNumber", `税稽罚〔${yearOf(decidedOn)}〕${chance.between(1, 999)}号`), day("actedOn", addDays(decidedOn, -chance.between(200, 700))), ...cells] };
}

function evasion(chance: Chance, decidedOn: PlainDate): Facts {
  const unpaid = chance.between(110, 900) * 10_000;
  return taxFinding(chance, decidedOn, [choice("field:conduct", "evasion"), flag("field:final", true), yuan("field:taxUnpaid", unpaid), yuan("field:taxDueInYear", unpaid * chance.between(2, 8))]);
}

function publicityFinding(chance: Chance, decidedOn: PlainDate): Facts {
  const ground = chance.weighted([["annual-report", 6], ["unreachable", 4], ["ordered-information", 1], ["false-information", 1]] as const);
  return {
    ...SUBJECTS.publicity, decidedOn,
    cells: [choice("field:ground", ground), ...(ground === "annual-report" ? [integer("field:reportYear", yearOf(decidedOn) - 1)] : []), ...(ground === "unreachable" ? [integer("field:lettersReturned", 2)] : [])],
  };
}

const GRAVE: readonly Course[] = [
  {
    id: "prepaid-trader", perThousand: 3, local: true,
    facts: (chance, year) => [penalty(chance, within(chance, year), [choice("field:field", "consumers"), choices("field:kinds", "fine"), yuan("field:fine", chance.between(10, 40) * 1000), choice("field:level", "general"), flag("field:vile", false), flag("field:heavierStep", false), flag("field:largerFine", false)])],
  },
  // Found before the simulated year: their listings end, or are repaired, within it.
  { id: "term-runs-out", perThousand: 3, facts: (chance, year) => [heavyPenalty(chance, before(chance, year, 27, 33))] },
  { id: "repairs-early", perThousand: 3, facts: (chance, year) => [heavyPenalty(chance, before(chance, year, 5, 13))] },
  { id: "tax-years-ago", perThousand: 3, facts: (chance, year) => [evasion(chance, before(chance, year, 3, 30))] },
  { id: "customs-years-ago", perThousand: 2, facts: (chance, year) => [customsFinding(chance, before(chance, year, 4, 20), "smuggling-act", "general", true)] },
  { id: "abnormal-before", perThousand: 6, facts: (chance, year) => [publicityFinding(chance, before(chance, year, 2, 10))] },
  // Found in the year.
  { id: "heavy-penalty", perThousand: 9, facts: (chance, year) => [heavyPenalty(chance, within(chance, year))] },
  {
    id: "customs-general", perThousand: 8,
    facts: (chance, year) => [customsFinding(chance, within(chance, year), chance.oneOf(["smuggling-act", "unpaid-after-notice", "hindering", "forged-documents"]), "general", false)],
  },
  { id: "customs-serious", perThousand: 2, facts: (chance, year) => [customsFinding(chance, within(chance, year), chance.oneOf(["safety-rules-penalty", "refusal-to-perform"]), "serious", true)] },
  { id: "tax-evasion", perThousand: 6, facts: (chance, year) => [evasion(chance, within(chance, year))] },
  {
    id: "tax-invoices", perThousand: 2,
    facts: (chance, year) => [taxFinding(chance, within(chance, year), [choice("field:conduct", "ordinary-invoices"), flag("field:final", true), integer("field:invoices", chance.between(100, 900)), yuan("field:invoiceAmount", chance.between(40, 900) * 10_000)])],
  },
  // The sheet leaves out what the taxes of the year came to, so nobody can say whether the threshold is met.
  {
    id: "tax-unknown", perThousand: 2,
    facts: (chance, year) => [taxFinding(chance, within(chance, year), [choice("field:conduct", "evasion"), flag("field:final", true), yuan("field:taxUnpaid", chance.between(110, 300) * 10_000)])],
  },
  {
    id: "tax-small", perThousand: 6,
    facts: (chance, year) => [taxFinding(chance, within(chance, year), [choice("field:conduct", "evasion"), flag("field:final", true), yuan("field:taxUnpaid", chance.between(2, 60) * 10_000), yuan("field:taxDueInYear", chance.between(400, 900) * 10_000), yuan("field:withheldUnpaid", 0)])],
  },
  { id: "abnormal", perThousand: 18, facts: (chance, year) => [publicityFinding(chance, within(chance, year))] },
  {
    id: "procurement-ban", perThousand: 2,
    facts: (chance, year) => {
      const decidedOn = within(chance, year);
      return [{
        ...SUBJECTS.procurementBan, decidedOn,
        cells: [text("field:documentNumber", `财购罚〔${yearOf(decidedOn)}〕${chance.between(1, 99)}号`), choice("field:conduct", chance.oneOf(["false-material", "collusion", "bribery"])), yuan("field:fine", chance.between(1, 20) * 10_000), day("field:bannedUntil", addMonths(decidedOn, 12 * chance.between(1, 3)))],
      }];
    },
  },
  // The office has not said whether the fine is a larger one.
  {
    id: "fine-unstated", perThousand: 4,
    facts: (chance, year) => [penalty(chance, within(chance, year), [choice("field:field", chance.oneOf(["quality-safety", "licensing"])), choices("field:kinds", "fine", "confiscation"), yuan("field:fine", chance.between(8, 30) * 10_000), choice("field:level", "general"), flag("field:vile", false), flag("field:heavierStep", false)])],
  },
];

const USUAL: readonly Course[] = [
  {
    id: "minor-penalty", perThousand: 60,
    facts: (chance, year) => [penalty(chance, within(chance, year), [choice("field:field", chance.oneOf(["food", "quality-safety", "licensing", "fair-competition"])), choices("field:kinds", chance.oneOf(["warning", "fine"])), yuan("field:fine", chance.between(1, 40) * 500), choice("field:level", chance.oneOf(["minor", "general"])), flag("field:vile", false), flag("field:heavierStep", false), flag("field:largerFine", false)])],
  },
  {
    id: "licence", perThousand: 110,
    facts: (chance, year) => {
      const decidedOn = within(chance, year);
      return [{
        ...SUBJECTS.licence, decidedOn, ...keptBack(chance),
        cells: [text("field:documentNumber", `许可〔${yearOf(decidedOn)}〕${chance.between(1, 99_999)}号`), text("field:content", chance.oneOf(["食品经营许可", "特种设备使用登记", "工业产品生产许可", "检验检测机构资质认定", "计量器具型式批准"])), day("field:validUntil", addMonths(decidedOn, 60)), choice("field:status", "valid")],
      }];
    },
  },
  {
    id: "inspection", perThousand: 90,
    facts: (chance, year) => [{
      ...SUBJECTS.inspection, decidedOn: within(chance, year),
      cells: [text("field:subject", chance.oneOf(["登记事项检查", "价格行为检查", "广告行为检查", "产品质量监督检查", "特种设备使用检查"])), choice("field:result", chance.weighted([["no-problem", 80], ["set-right", 14], ["to-be-handled", 5], ["refused", 1]] as const)), flag("field:randomDraw", chance.happens(800))],
    }],
  },
  {
    id: "commitment", perThousand: 30,
    facts: (chance, year) => [{
      ...SUBJECTS.commitment, decidedOn: within(chance, year),
      cells: [text("field:content", chance.oneOf(["依法诚信经营，按期公示年度报告", "提交材料真实、完整、有效", "按约定期限补齐证明材料"])), choice("field:kind", chance.oneOf(["approval", "voluntary"])), flag("field:broken", chance.happens(40))],
    }],
  },
  {
    id: "annual-report", perThousand: 1000, everybody: true,
    facts: (chance, year, { index }) => {
      const filedOn = reportWay(year, index) === "sheet" ? reportDay(chance, year) : undefined;
      if (filedOn === undefined) return [];
      const revenue = chance.between(20, 9000) * 10_000;
      return [{
        ...SUBJECTS.annualReport, decidedOn: filedOn,
        cells: [integer("field:year", yearOf(filedOn) - 1), day("field:filedOn", filedOn), integer("field:employees", chance.between(2, 400)), yuan("field:revenue", revenue), yuan("field:taxPaid", Math.floor(revenue / 30)), yuan("field:assets", chance.between(10, 20_000) * 10_000)],
      }];
    },
  },
  {
    id: "tax-grade", perThousand: 180,
    facts: (chance, year) => {
      const decidedOn = firstIn(year, "04-20");
      const grade = chance.weighted([["A", 30], ["B", 48], ["M", 14], ["C", 6], ["D", 2]] as const);
      return decidedOn === undefined ? [] : [{ ...SUBJECTS.taxGrade, decidedOn, cells: [choice("field:grade", grade), integer("field:year", yearOf(decidedOn) - 1)] }];
    },
  },
  {
    id: "customs-year", perThousand: 12,
    facts: (chance, year) => {
      const decidedOn = firstIn(year, "01-16");
      if (decidedOn === undefined) return [];
      const declarations = chance.between(200, 9000);
      return [{
        ...SUBJECTS.customsYear, decidedOn,
        cells: [integer("field:year", yearOf(decidedOn) - 1), integer("field:violations", Math.floor(declarations / chance.between(1500, 6000))), integer("field:declarationsPreviousYear", declarations), yuan("field:fines", chance.between(0, 9) * 10_000), flag("field:declarant", chance.happens(200))],
      }];
    },
  },
];

/** The day after the last on which a yearly report is in time, as month and day. */
export const REPORTS_MISSED = "07-01";

/** A day and month as it falls in the year; undefined where the year, made shorter, has none. */
export function firstIn({ from, until }: Pick<Year, "from" | "until">, monthAndDay: string): PlainDate | undefined {
  const days = [yearOf(from), yearOf(until)].map((year) => plainDate(`${year}-${monthAndDay}`));
  return days.find((each) => each >= from && each <= until);
}

/** Annual reports come between January and June, most of them late in that time. */
function reportDay(chance: Chance, year: Year): PlainDate | undefined {
  const first = firstIn(year, "01-01");
  const day = first === undefined ? undefined : addDays(first, chance.weighted([[chance.between(5, 89), 3], [chance.between(90, 178), 7]] as const));
  return day !== undefined && day <= year.until ? day : undefined;
}
