// Runs every check: installs what is missing, checks the types, runs all tests, and closes on `N passed, N failed, N skipped`.
// With --no-skips a skipped test fails the run. Other arguments go to vitest.
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { spawnSync } = require("node:child_process");
const { ensureInstalled, root } = require("./install.cjs");

const node = ensureInstalled();
const noSkips = process.argv.includes("--no-skips");
const rest = process.argv.slice(2).filter((argument) => argument !== "--no-skips");
const environment = { ...process.env, PATH: `${path.join(root, "node_modules", ".bin")}${path.delimiter}${process.env.PATH}`, TZ: "UTC" };

function run(args) {
  const result = spawnSync(node, args, { cwd: root, env: environment, stdio: "inherit" });
  if (result.error !== undefined) throw result.error;
  return result.status ?? 1;
}

const types = run([path.join(root, "node_modules", "typescript7", "bin", "tsc"), "-p", "tsconfig.json"]);
const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "probity-test-")), "report.json");
const tests = run([path.join(root, "node_modules", "vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...rest]);

let [passed, failed, skipped] = [0, 0, 0];
if (fs.existsSync(report)) {
  const counted = JSON.parse(fs.readFileSync(report, "utf8"));
  passed = counted.numPassedTests;
  failed = counted.numFailedTests + (counted.testResults ?? []).filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  skipped = counted.numPendingTests + counted.numTodoTests;
  fs.rmSync(path.dirname(report), { recursive: true });
}
if (types === 0) passed += 1;
else failed += 1;
if (tests !== 0 && failed === 0) failed = 1;
if (noSkips && skipped > 0) process.stdout.write(`${skipped} tests were skipped, and a run with --no-skips allows none\n`);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed > 0 || (noSkips && skipped > 0) ? 1 : 0);
