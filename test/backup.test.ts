// `backup` and `restore` as processes of their own: the copy verifies and answers the same, and kill -9 at any moment of a restore leaves
// the whole register or an empty one, never a part.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { openLedger } from "../src/store/index.ts";
import { run, root } from "./support/run.ts";
import { batchOf, recordEvent } from "./support/sample-events.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-copies-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const EVENTS = 12_000;

it("a restore killed at any moment leaves all or nothing, and can be done again", async () => {
  const [source, file] = [join(folder, "source"), join(folder, "register.backup")];
  const ledger = await openLedger({ node: "test", randomBytes, dataDir: source });
  await ledger.append(batchOf(Array.from({ length: EVENTS }, (_, index) => recordEvent({ id: `r${index}`, keys: [`record:r${index}`], note: "x".repeat(300) }))));
  await ledger.close();
  const backup = await run(["backup", file, "--data", source]);
  expect(backup).toMatchObject({ status: 0, stdout: expect.stringContaining(`${EVENTS} events`) });
  expect(await run(["backup", file, "--data", join(folder, "none")])).toMatchObject({ status: 1, stderr: expect.stringContaining("there is no register") });
  const heads: number[] = [];
  for (const [turn, bytes] of [0, 200_000, 3_000_000].entries()) {
    const target = join(folder, `target-${turn}`);
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(root, "src", "main.ts"), "restore", file, "--data", target], { stdio: "ignore" });
    const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
    const log = join(target, "register.sqlite-wal");
    // Killed once its write-ahead log has grown so far; each time it is deeper in its one transaction.
    while (child.exitCode === null && !(existsSync(log) && statSync(log).size > bytes)) await wait(2);
    child.kill("SIGKILL");
    await ended;
    const left = await openLedger({ node: "test", randomBytes, dataDir: target });
    const head = await left.head();
    expect([0, EVENTS]).toContain(head);
    expect((await left.keysLike("record:", 1)).length).toBe(head === 0 ? 0 : 1);
    await left.close();
    heads.push(head);
    if (head === 0) expect((await run(["restore", file, "--data", target])).stdout.split("\n").slice(1)).toEqual(backup.stdout.split("\n").slice(1));
    expect(await run(["restore", file, "--data", target])).toMatchObject({ status: 1, stderr: expect.stringContaining("empty place") });
  }
  // At least one was caught in the middle.
  expect(heads).toContain(0);
});
