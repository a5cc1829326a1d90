// Installs what the lock file names where it is missing, by `npm ci`; does nothing when it is there already.
// Runs on any Node from 20.19 on; everything after it runs on the Node that npm installed.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { spawnSync } = require("node:child_process");

const root = path.join(__dirname, "..");
const lock = path.join(root, "package-lock.json");
const stamp = path.join(root, "node_modules", ".installed-lock.json");
const bundled = path.join(root, "node_modules", ".bin", "node");

function installed() {
  return fs.existsSync(stamp) && fs.readFileSync(stamp).equals(fs.readFileSync(lock));
}

/** The Node to run on: the one npm installed (Linux x64), or this one where it is new enough. */
function ensureInstalled() {
  if (!installed()) {
    process.stderr.write("probity: installing what is missing (npm ci)\n");
    const run = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: ["ignore", 2, 2] });
    if (run.error !== undefined || run.status !== 0) {
      process.stderr.write("probity: npm ci did not finish; what it said stands above. Check that npm runs here and that its registry can be reached, then try again.\n");
      process.exit(70);
    }
    fs.copyFileSync(lock, stamp);
  }
  if (fs.existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split(".")[0]) >= 26) return process.execPath;
  process.stderr.write(`probity: this system has Node ${process.versions.node} and npm offers no newer one for ${process.platform} ${process.arch}. Install Node 26 or later, then try again.\n`);
  process.exit(70);
}

module.exports = { ensureInstalled, root };
