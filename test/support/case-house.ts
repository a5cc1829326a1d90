// A small register for tests of cases: the offices of the model, and organisations that each have a penalty on file which meets the criteria of
// one list. Everything in it came in by the same files and commands an authority would use.
import { makeCode } from "../../src/domain/identity/index.ts";
import { parseLawId, parsePlainDate, present, type LawId, type PlainDate } from "../../src/domain/terms/index.ts";
import { importFile, openOffices, writeSheet, type SheetRowToWrite } from "../../src/service/index.ts";
import { openHouse, type House } from "./run.ts";

export interface CaseHouse {
  readonly house: House;
  /** File number of the office that may list, of the one above it, and of one that has nothing to do with it. */
  readonly office: string;
  readonly superior: string;
  readonly stranger: string;
  /** File numbers of the organisations, in order. */
  readonly files: readonly string[];
}

export const LIST = "cn:samr-serious";
export const DAY = "2026-03-02";
/** What the law wants stated beside a decision, as options of the command line. */
export const STATED = ["--state", "exits=期满自动移出", "--state", "remedies=六十日内申请行政复议"] as const;

export async function openCaseHouse(organisations = 1): Promise<CaseHouse> {
  const house = await openHouse({ day: DAY });
  const offices = await openOffices(house.registry);
  const fileOf = (entry: string): string => present(offices.find((each) => each.entry === entry)?.file, entry);
  const office = fileOf("model:linzhu-city-market");
  const codes = Array.from({ length: organisations }, (_each, index) => codeOf(house, index));
  await handIn(house, "cn:organisation", codes.map((code, index) => [...who(code, index), { to: "region", value: { kind: "text", text: "990101" } }]));
  await handIn(house, "cn:administrative-penalty-sheet", codes.map((code, index) => [
    ...who(code, index), { to: "decidedOn", value: { kind: "day", day: day("2026-02-20") } }, { to: "field:documentNumber", value: { kind: "text", text: `市监罚〔2026〕${index + 1}号` } }, { to: "field:field", value: { kind: "text", text: "food" } },
    { to: "field:kinds", value: { kind: "choices", values: ["fine"] } }, { to: "field:vile", value: { kind: "flag", value: true } }, { to: "field:heavierStep", value: { kind: "flag", value: true } },
  ]), office);
  const files = await Promise.all(codes.map(async (code) => {
    const [found] = [...(await house.json("find", code))["found"] ?? []];
    return String(present(found, code)["file"]);
  }));
  return { house, office, superior: fileOf("model:linzhu-market"), stranger: fileOf("model:linzhu-city-tax"), files };
}

/** Proposes, notifies and serves from the command line; gives the case. */
export async function served({ house, office }: CaseHouse, file: string): Promise<string> {
  const by = ["--by", office, "--officers", "handler-1,handler-2"];
  const proposed = await house.json("case", "propose", file, LIST, ...by, "--statement", "违法行为性质恶劣");
  const matter = String(proposed["matter"]);
  for (const step of [["notice", "--statement", "违法行为性质恶劣", "--state", "answerDays=五个工作日"], ["service", "--statement", "邮寄送达"]]) {
    const ran = await house.run("case", "step", matter, ...step, ...by);
    if (ran.status !== 0) throw new Error(ran.stderr);
  }
  return matter;
}

/** The office above consents to the decision, from the command line. */
export async function consented({ house, superior }: CaseHouse, matter: string): Promise<void> {
  const ran = await house.run("case", "step", matter, "GiveConsent", "--by", superior, "--officers", "head");
  if (ran.status !== 0) throw new Error(ran.stderr);
}

const NAMES = ["临渚舫铎家具有限公司", "临渚青榆食品有限公司", "临渚望澜建材有限公司", "临渚秋禾纺织有限公司"];

function who(code: string, index: number): SheetRowToWrite {
  return [{ to: "name", value: { kind: "text", text: NAMES[index] ?? `临渚第${index}食品有限公司` } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: id("cn:unified-code"), value: code } }];
}

function codeOf({ registry }: House, index: number): string {
  const made = makeCode(present(registry.rulebook.get("identifier", id("cn:unified-code")), "the scheme of codes"), { authority: "9", category: "1", region: "990101", subject: `MA0CAAE${index}` });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

async function handIn({ registry }: House, template: string, rows: readonly SheetRowToWrite[], by?: string): Promise<void> {
  const bytes = writeSheet(registry, { template, format: "csv", rows });
  const imported = bytes.ok ? await importFile(registry, { name: "sheet.csv", bytes: bytes.value, template, ...(by === undefined ? {} : { by }) }) : bytes;
  const findings = imported.ok ? imported.value.findings : [imported.error];
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
}

function id(text: string): LawId {
  const parsed = parseLawId(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}
