// Starts a writing program (ledger-writer.ts, importer.ts, outbox-sender.ts, index-writer.ts, watch-teller.ts) as a process of its own and hears what it says.
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Writer {
  readonly process: ChildProcessWithoutNullStreams;
  /** Lines said so far. */
  readonly said: readonly string[];
  /** Until it has said a line that begins so, or has ended. */
  hears(beginning: string): Promise<void>;
  /** What it said on standard error, once it has ended. */
  ended(): Promise<string>;
}

export function startWriter(program: "ledger-writer.ts" | "importer.ts" | "outbox-sender.ts" | "index-writer.ts" | "watch-teller.ts" = "ledger-writer.ts"): Writer {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", path], { stdio: "pipe" });
  const said: string[] = [];
  const waiting: { readonly beginning: string; readonly done: () => void }[] = [];
  let open = "";
  let complaint = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const lines = (open + chunk.toString()).split("\n");
    open = lines.pop() ?? "";
    said.push(...lines);
    for (const wait of waiting) if (lines.some((line) => line.startsWith(wait.beginning))) wait.done();
  });
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  // A killed process takes no more orders; that is what the test is about.
  child.stdin.on("error", () => undefined);
  const end = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    process: child,
    said,
    hears: (beginning) => Promise.race([end, new Promise<void>((done) => (said.some((line) => line.startsWith(beginning)) ? done() : waiting.push({ beginning, done })))]),
    ended: () => end.then(() => complaint),
  };
}
