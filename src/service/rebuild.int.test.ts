// Verification reads bodies as they were written: an older version verifies and is replayed as of today, a newer one is no guess, and a
// file that was exchanged is found.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { answerEvent, attachmentId, batchOf, position } from "../../test/support/sample-events.ts";
import { makeFileNumber } from "../domain/terms/index.ts";
import { LedgerFault, openLedger, type Ledger } from "../store/index.ts";
import { verifyRegister } from "./rebuild.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const law = loadLaw("test/bodies");

async function opened(): Promise<{ readonly ledger: Ledger; readonly dataDir: string }> {
  const dataDir = mkdtempSync(join(folder, "data-"));
  return { ledger: await openLedger({ node: "test", randomBytes, dataDir }), dataDir };
}
const verified = async (ledger: Ledger): Promise<readonly string[]> => (await verifyRegister(registryOver(ledger, await law), () => {})).differences;

/** An answer as it was written before answers had files. */
function answerOfVersion(version: number): ReturnType<typeof answerEvent> {
  const event = answerEvent([]);
  const body = { matter: event.matter, file: makeFileNumber(1), statement: "It was paid.", receivedOn: "2026-03-02" };
  return { ...event, keys: [...event.keys, "matter:m-1"], version, body } as typeof event;
}

describe("verification", () => {
  it("agrees with an event of the first version, which is read as of today", async () => {
    const { ledger } = await opened();
    await ledger.append(batchOf([answerOfVersion(1)]));
    expect(await verified(ledger)).toEqual([]);
    expect((await ledger.read({}))[0]?.body).toMatchObject({ statement: "It was paid.", attachments: [], hearing: false });
    await ledger.close();
  });

  it("is a fault where an event is of a version nobody here knows", async () => {
    const { ledger } = await opened();
    await ledger.append(batchOf([answerOfVersion(99)]));
    const fault: unknown = await verified(ledger).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(LedgerFault);
    expect(fault).toMatchObject({ code: "newer", message: expect.stringContaining("version 99") });
    await ledger.close();
  });

  it("finds a body and a file that are not what was handed in, and misses neither when they are forgotten", async () => {
    const { ledger, dataDir } = await opened();
    const event = answerEvent([{ id: attachmentId("a-1"), content: Buffer.from("the letter") }]);
    await ledger.append(batchOf([{ ...event, keys: [...event.keys, "matter:m-1", "attachment:a-1"] }, answerOfVersion(1)]));
    expect(await verified(ledger)).toEqual([]);
    const file = new DatabaseSync(join(dataDir, "register.sqlite"));
    file.exec("update attachments set content = cast('another letter' as blob); update bodies set body = replace(body, 'paid', 'due') where position = 2");
    file.close();
    expect(await verified(ledger)).toEqual(["the attachment `a-1` of event 1 is not the file that was handed in", "the body of event 2 does not match its commitment"]);
    await ledger.forget([position(1), position(2)]);
    expect(await verified(ledger)).toEqual([]);
    await ledger.close();
  });
});
