// The command line on any system: installs what is missing, then runs src/main.ts on the right Node. Young objects get room: answers are made by
// the thousand and die at once.
"use strict";
const path = require("node:path");
const { spawn } = require("node:child_process");
const { ensureInstalled, root } = require("./install.cjs");

const node = ensureInstalled();
const child = spawn(node, ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=64", path.join(root, "src", "main.ts"), ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = signal === null ? (code ?? 70) : 128 + require("node:os").constants.signals[signal];
});
