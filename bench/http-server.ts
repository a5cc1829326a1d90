// The server of the HTTP bench: what `up` serves, over the law of the project and an index of a million invented organisations, one in twenty
// of them listed. The columns are packed without a ledger behind them: no check of the bench asks the ledger, and it would take an hour to fill.
// Says over its channel what processor time it has used.
import { addDays, dayNumber, makeFileNumber, plainDate, present, type Instant, type LawId, type PlainDate } from "../src/domain/terms/index.ts";
import { ColumnsBuilder } from "../src/domain/restrictions/index.ts";
import { FIRST_DAY, type Row } from "../src/domain/restrictions/packed/row-class.ts";
import { KeptIndex, type BuiltIndex, type Registry } from "../src/service/index.ts";
import { createMemoryLedger } from "../src/store/index.ts";
import { listenSwapping } from "../src/web/index.ts";
import { loadLaw } from "../test/support/law.ts";
import { registryOver } from "../test/support/registry.ts";
import { codeOf, nodeOfBench } from "./million-register.ts";

export const ASKED_ON = "2025-06-02";
export const LISTED_EACH = 20;

function pack({ rulebook }: Registry, organisations: number): BuiltIndex {
  const schemes = rulebook.all("identifier");
  const scheme = present(schemes.find((each) => each.id === "cn:unified-code"), "the scheme of the unified code");
  const builder = new ColumnsBuilder(schemes);
  const bare: Row = { class: { kind: "bare" }, from: 0, length: 0, decided: 0 };
  for (let number = 1; number <= organisations; number += 1) {
    const file = makeFileNumber(number);
    const row = number % LISTED_EACH === 0 ? listed(number) : bare;
    builder.add({ file, files: [file], name: `Ledger Works ${number} Ltd`, codes: [{ scheme: scheme.id, value: codeOf(scheme, number) }], rows: [row], latest: undefined });
  }
  return { ...builder.finish(), position: 0 as BuiltIndex["position"], rulebook: rulebook.hash, forgotten: 0 };
}

function listed(number: number): Row {
  const from = dayNumber(addDays(plainDate("2023-01-02"), number % 700)) - FIRST_DAY;
  return { class: { kind: "listing", list: "mdb:wbg-debarred" as LawId, regions: [], end: "fixed" }, listing: `l${number.toString(16).padStart(18, "0")}`, from, length: 1461, decided: 1 };
}

let said = { at: 0, instant: "" as Instant };

function instantOf(at: number): Instant {
  if (at !== said.at) said = { at, instant: new Date(at).toISOString() as Instant };
  return said.instant;
}

async function serve(organisations: number): Promise<void> {
  // The clock is read as `up` reads it: that costs something too.
  const clock: Registry["clock"] = {
    now: () => instantOf(Date.now()),
    dayOf: (moment, timeZone) => Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString() as PlainDate,
    startOf: (day, timeZone) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 }) as Instant,
  };
  const registry: Registry = { ...registryOver(createMemoryLedger(nodeOfBench), await loadLaw("law")), clock };
  const built = pack(registry, organisations);
  const index = new KeptIndex(registry, { load: async () => built, build: async () => built, say: (line) => void process.stderr.write(`${line}\n`) });
  await index.start();
  const server = await listenSwapping({ registry: { ...registry, index }, log: (line) => void process.stderr.write(`${line}\n`) }, { host: "127.0.0.1", port: 0 });
  process.on("message", () => process.send?.(process.cpuUsage()));
  process.once("disconnect", () => process.exit());
  process.send?.({ origin: server.origin() });
}

if (import.meta.main) await serve(Number(process.argv[2]));
