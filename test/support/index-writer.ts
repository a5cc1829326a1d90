// A program that appends to a register, packs it and keeps the snapshot, again and again until it is killed: the other process of
// kill-index.test.ts. It says `ready`, waits for a line of JSON that names the folder, and says `kept` after each snapshot.
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { makeFileNumber } from "../../src/domain/terms/index.ts";
import { codeOf, marketLaw, registeredWithCodes } from "../../src/domain/restrictions/index-fixtures.ts";
import { appendEvents } from "../../src/service/append.ts";
import { buildIndex, keepSnapshot } from "../../src/service/index.ts";
import { indexPath, openLedger } from "../../src/store/index.ts";
import { registryOver } from "./registry.ts";

const say = (line: string): void => void writeSync(1, `${line}\n`);
say("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const { dataDir, from }: { readonly dataDir: string; readonly from: number } = JSON.parse(line);
  const registry = registryOver(await openLedger({ node: "writer", randomBytes, dataDir }), marketLaw);
  for (let number = from; ; number += 1) {
    const [draft] = registeredWithCodes(() => [codeOf(number)]);
    if (draft?.type !== "OrganisationRegistered") throw new Error("assertion failed: the market registers organisations");
    await appendEvents(registry, { batch: null, drafts: [{ ...draft, body: { ...draft.body, file: makeFileNumber(number) } }] });
    say(`kept ${await keepSnapshot(registry, indexPath(dataDir), await buildIndex(registry))}`);
  }
}
