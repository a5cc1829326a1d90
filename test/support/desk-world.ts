// A register with a desk to sit at: the offices of the model, organisations and the penalties that make them meet a criterion of a list, all
// handed in by the office that will act. For tests of the desks, in process and in a browser.
import { plainDate, present } from "../../src/domain/terms/index.ts";
import { importFile, openOffices, organisationOnFile, writeSheet, type Registry, type SheetRowToWrite } from "../../src/service/index.ts";

/** Codes of the unallocated region 99xxxx, with right check digits: no real organisation has them. */
export const CODES = ["91990101MARHQD3M8R", "91990101MA1QKGLX92", "91990101MA3DMAFJ2Q"] as const;
export const NAMES = ["临渚舫铎家具有限公司", "临渚澄屿食品有限公司", "临渚岚汐建材有限公司"] as const;
export const LIST = "cn:samr-serious";

export interface DeskWorld {
  /** File numbers: the market regulator of the city, the one above it, and an office that has nothing to do with the list. */
  readonly office: string;
  readonly superior: string;
  readonly stranger: string;
  /** In the order of NAMES; as many as were asked for. */
  readonly files: readonly string[];
}

/** @param organisations how many of the three come in */
export async function fillDesk(registry: Registry, organisations: number = NAMES.length): Promise<DeskWorld> {
  await registry.ledger.setSetting("model", JSON.stringify({ seed: 1, until: "2026-03-02" }));
  const offices = await openOffices(registry);
  const office = present(offices.find(({ entry }) => entry === "model:linzhu-city-market"), "the market regulator of Linzhu City");
  const files: string[] = [];
  for (const [index, code] of CODES.slice(0, organisations).entries()) {
    const who: SheetRowToWrite = [{ to: "name", value: { kind: "text", text: NAMES[index] ?? "" } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: present(registry.rulebook.all("identifier").find(({ id }) => id === "cn:unified-code"), "the unified code").id, value: code } }];
    await handIn(registry, office.file, "cn:organisation", [...who, { to: "region", value: { kind: "text", text: "990101" } }]);
    await handIn(registry, office.file, "cn:administrative-penalty-sheet", [
      ...who, { to: "decidedOn", value: { kind: "day", day: plainDate("2026-02-20") } }, { to: "field:documentNumber", value: { kind: "text", text: `市监罚〔2026〕${index + 1}号` } }, { to: "field:field", value: { kind: "text", text: "food" } },
      { to: "field:kinds", value: { kind: "choices", values: ["fine"] } }, { to: "field:vile", value: { kind: "flag", value: true } }, { to: "field:heavierStep", value: { kind: "flag", value: true } },
    ]);
    const found = await organisationOnFile(registry, code);
    files.push(present(found.ok ? found.value.file : undefined, `the organisation ${code}`));
  }
  return { office: office.file, superior: present(office.superior, "an office above"), stranger: present(offices.find(({ entry }) => entry === "model:linzhu-customs"), "Linzhu Customs").file, files };
}

async function handIn(registry: Registry, by: string, template: string, row: SheetRowToWrite): Promise<void> {
  const bytes = writeSheet(registry, { template, format: "csv", rows: [row] });
  const imported = bytes.ok ? await importFile(registry, { name: "sheet.csv", bytes: bytes.value, template, by }) : bytes;
  if (!imported.ok || imported.value.findings.length > 0) throw new Error(`assertion failed: the sheet comes in: ${JSON.stringify(imported)}`);
}
