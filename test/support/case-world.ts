// A register with one organisation of the model's Linzhu, one grave penalty on file, and the offices that may list it: for tests of cases.
import { loadLaw } from "./law.ts";
import { registryOver, type StandingClock } from "./registry.ts";
import { parseLawId, parseMatterId, parsePlainDate, present, type FileNumber, type LawId, type ListingId, type MatterId } from "../../src/domain/terms/index.ts";
import type { Rulebook } from "../../src/domain/rules/index.ts";
import type { OpenOffice } from "../../src/domain/register/index.ts";
import { actOnCase, actOnProcedure, filesOfCodes, importFile, openOffices, writeSheet, type CaseCommand, type ProcedureAsk, type Registry, type SheetRowToWrite } from "../../src/service/index.ts";
import { createMemoryLedger, type Ledger } from "../../src/store/index.ts";

export const CASE_LIST = lawId("cn:samr-serious");
const CODE = "91990101MARHQD3M8R";
const BASIS = [{ instrument: lawId("cn:samr-44"), article: "Art. 2 to 20" }];
const SAID = { facts: "见事实部分", basis: "见依据部分", reasons: "见理由部分", exits: "期满移出", remedies: "六十日内申请行政复议", consequences: "见清单", answerDays: "五个工作日" };
const OFFICERS = ["handler-1", "handler-2"];

export function lawId(text: string): LawId {
  const parsed = parseLawId(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

export function matterId(text: string): MatterId {
  const parsed = parseMatterId(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

export class CaseWorld {
  readonly registry: Registry;
  readonly clock: StandingClock;
  readonly offices: readonly OpenOffice[];
  readonly office: OpenOffice;
  readonly file: FileNumber;

  private constructor(registry: Registry, clock: StandingClock, offices: ReadonlyArray<OpenOffice>, file: FileNumber) {
    this.registry = registry;
    this.clock = clock;
    this.offices = offices;
    this.office = present(offices.find((each) => each.entry === "model:linzhu-city-market"), "the market office of the city");
    this.file = file;
  }

  /** On 2 March 2026. `cells`: more of what the sheet of organisations says of it; `reported`: the office that will act hands the penalty in. */
  static async make(options: { readonly ledger?: Ledger; readonly law?: Rulebook; readonly cells?: SheetRowToWrite; readonly reported?: boolean } = {}): Promise<CaseWorld> {
    const clock = { day: "2026-03-02" };
    const registry = registryOver(options.ledger ?? createMemoryLedger({ node: "test", randomBytes: (count) => new Uint8Array(count) }), options.law ?? (await loadLaw("law")), clock);
    const offices = await openOffices(registry);
    await handIn(registry, "cn:organisation", [{ to: "region", value: { kind: "text", text: "990101" } }, ...(options.cells ?? [])]);
    const on = parsePlainDate("2026-02-20");
    const reporter = options.reported === true ? offices.find((each) => each.entry === "model:linzhu-city-market")?.file : undefined;
    await handIn(registry, "cn:administrative-penalty-sheet", [
      { to: "decidedOn", value: { kind: "day", day: present(on.ok ? on.value : undefined, "a day") } }, { to: "field:documentNumber", value: { kind: "text", text: "市监罚〔2026〕1号" } }, { to: "field:field", value: { kind: "text", text: "food" } },
      { to: "field:kinds", value: { kind: "choices", values: ["fine"] } }, { to: "field:vile", value: { kind: "flag", value: true } }, { to: "field:heavierStep", value: { kind: "flag", value: true } },
    ], reporter);
    const files = await filesOfCodes(registry, lawId("cn:unified-code"), [CODE]);
    return new CaseWorld(registry, clock, offices, present(files.get(CODE), "the file"));
  }

  /** A step of a listing case by the office, the one above, or by the organisation itself. Fails where it is refused. */
  async takes(command: CaseCommand, as: "office" | "above" | "organisation" = "office"): Promise<void> {
    const by = as === "above" ? present(this.office.superior, "the office above") : this.office.file;
    const acted = await actOnCase(this.registry, { by, officers: as === "organisation" ? [] : OFFICERS, command, ...(as === "organisation" ? { organisation: this.file } : {}) });
    if (!acted.ok) throw new Error(`${acted.error.message} ${acted.error.remedy}`);
  }

  /** A step of any other case; gives its matter. */
  async asks(command: ProcedureAsk, as: "office" | "above" | "organisation" = "office"): Promise<MatterId> {
    const office = as === "above" ? present(this.office.superior, "the office above") : this.office.file;
    const acted = await actOnProcedure(this.registry, { by: as === "organisation" ? { kind: "organisation", file: this.file } : { kind: "office", office, officers: OFFICERS }, command });
    if (!acted.ok) throw new Error(`${acted.error.message} ${acted.error.remedy}`);
    return acted.value.matter;
  }

  async proposed(matter: MatterId, facts = "违法行为性质恶劣"): Promise<void> {
    await this.takes({ type: "ProposeListing", matter, file: this.file, list: CASE_LIST, facts });
  }

  async noticed(matter: MatterId, facts = "违法行为性质恶劣"): Promise<void> {
    await this.proposed(matter, facts);
    await this.takes({ type: "IssueNotice", matter, facts, basis: BASIS, consequences: [lawId("cn:samr-no-honours")], statements: SAID });
  }

  async served(matter: MatterId): Promise<void> {
    await this.noticed(matter);
    await this.takes({ type: "RecordService", matter, means: "邮寄送达", failed: false });
  }

  /** The office above consents to the decision, or refuses with a reason. */
  async consented(matter: MatterId, reason?: string): Promise<void> {
    await this.takes({ type: "GiveConsent", matter, step: "decision", given: reason === undefined, ...(reason === undefined ? {} : { reason }) }, "above");
  }

  /** Decided on 12 March, after an answer. */
  async decided(matter: MatterId, outcome: "listed" | "noAction" = "listed"): Promise<ListingId | undefined> {
    await this.served(matter);
    await this.takes({ type: "ReceiveDefence", matter, statement: "已经整改", hearing: false }, "organisation");
    this.clock.day = "2026-03-12";
    const on = parsePlainDate(this.clock.day);
    await this.consented(matter);
    await this.takes({ type: "DecideListing", matter, outcome, reasons: "证据充分", basis: BASIS, statements: SAID, legalReview: { on: present(on.ok ? on.value : undefined, "a day") } });
    const [event] = await this.registry.ledger.read({ keys: [`matter:${matter}`], types: ["ListingDecided"] });
    return event?.type === "ListingDecided" ? event.body?.listing : undefined;
  }
}

async function handIn(registry: Registry, template: string, cells: SheetRowToWrite, by?: FileNumber): Promise<void> {
  const row: SheetRowToWrite = [{ to: "name", value: { kind: "text", text: "临渚舫铎家具有限公司" } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: lawId("cn:unified-code"), value: CODE } }, ...cells];
  const bytes = writeSheet(registry, { template, format: "csv", rows: [row] });
  const imported = bytes.ok ? await importFile(registry, { name: "sheet.csv", bytes: bytes.value, template, ...(by === undefined ? {} : { by }) }) : bytes;
  if (!imported.ok) throw new Error(imported.error.message);
  if (imported.value.findings.length > 0) throw new Error(JSON.stringify(imported.value.findings));
}

