// The commands of the documents, run in order: every `sh` block of the README and of docs/, each document in a folder of its own.
// Lines of the `text` block that follows must come out; `# exits N` after a command is its status. `npm start` becomes `up` with a
// small model and a free port, and `http` blocks are sent to a server; a `json` block after one is part of the reply.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { blocksOf, documents, type Block } from "./support/markdown.ts";
import { readRepositoryFile, ROOT } from "./support/source-file.ts";

const SMALL_MODEL = ["--port", "0", "--organisations", "60", "--seed", "1", "--until", "2026-03-31"];
const ADDRESS = "http://127.0.0.1:8080";
const RUNNABLE = new Set(["sh", "text", "http", "json"]);

interface Server {
  readonly process: ChildProcess;
  readonly origin: string;
  /** What it has said so far. */
  readonly said: () => string;
}

const folders: string[] = [];
const servers: Server[] = [];
afterAll(() => {
  for (const { process } of servers) process.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder in which `./probity` is this checkout's, `law` a copy of its law, and everything else starts empty. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "probity-tour-"));
  folders.push(folder);
  writeFileSync(join(folder, "probity"), `#!/bin/sh\nexec "${ROOT}probity" "$@"\n`, { mode: 0o755 });
  cpSync(`${ROOT}law`, join(folder, "law"), { recursive: true });
  return folder;
}

async function startServer(folder: string, options: readonly string[]): Promise<Server> {
  const child = spawn("./probity", ["up", ...options], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      text += part.toString("utf8");
      const found = /on (http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (status) => reject(new Error(`the server ended with ${status} before it served:\n${text}`)));
  });
  const server = { process: child, origin, said: () => text };
  servers.push(server);
  return server;
}

/** Ends with 0 when it is asked to stop. */
function stopServer({ process }: Server): Promise<number | null> {
  return new Promise((resolve) => {
    process.on("exit", resolve);
    process.kill("SIGTERM");
  });
}

interface Ran {
  readonly status: number;
  readonly output: string;
}

function run(folder: string, command: string): Promise<Ran> {
  return new Promise((resolve) => {
    execFile("sh", ["-c", command], { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => resolve({ status: error === null ? 0 : typeof error.code === "number" ? error.code : 255, output: `${stdout}${stderr}` }));
  });
}

/** Commands of a block: a line each, a here-document with the lines that belong to it. */
export function commandsOf(text: string): readonly { readonly command: string; readonly status: number }[] {
  const commands: string[] = [];
  let ending: string | undefined;
  for (const line of text.split("\n")) {
    const last = commands.length - 1;
    if (ending !== undefined) commands[last] = `${commands[last] ?? ""}\n${line}`;
    else if (line.trim() !== "" && !line.startsWith("#")) commands.push(line);
    if (ending !== undefined && line === ending) ending = undefined;
    else ending ??= /<<'?(\w+)'?\s*$/.exec(line)?.[1];
  }
  return commands.map((command) => ({ command: command.replace(/\s+# exits \d+$/, ""), status: Number(/# exits (\d+)$/.exec(command)?.[1] ?? "0") }));
}

/** A wall of spaces and a line's end count as one space. */
const level = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

async function ask(origin: string, text: string): Promise<unknown> {
  const [head = "", body] = text.split("\n\n");
  const [request = "", ...headers] = head.split("\n");
  const [method = "", path = ""] = request.split(" ");
  const reply = await fetch(`${origin}${path}`, { method, headers: headers.map((line) => line.split(": ") as [string, string]), ...(body === undefined ? {} : { body }) });
  expect(reply.status).toBe(200);
  return reply.json();
}

/** Runs one block; what came out is held against the block that shows it. */
async function walk(folder: string, block: Block, shown: Block | undefined, server: Server | undefined): Promise<Server | undefined> {
  if (block.language === "http") {
    const serving = server ?? (await startServer(folder, ["--port", "0", "--empty"]));
    const reply = await ask(serving.origin, block.text);
    if (shown?.language === "json") expect(reply).toMatchObject(JSON.parse(shown.text) as object);
    return serving;
  }
  if (block.language !== "sh") return server;
  let [said, serving] = ["", server];
  for (const { command, status } of commandsOf(block.text)) {
    if (command === "npm start") {
      serving = await startServer(folder, SMALL_MODEL);
      said += serving.said().replaceAll(serving.origin, ADDRESS);
      continue;
    }
    const ran = await run(folder, command.replaceAll(ADDRESS, serving?.origin ?? ADDRESS));
    expect(ran, command).toMatchObject({ status });
    said += ran.output;
  }
  if (shown?.language === "text") for (const line of shown.text.split("\n")) expect(level(said)).toContain(level(line));
  return serving;
}

const toured = documents().filter((path) => blocksOf(readRepositoryFile(path)).some(({ language }) => language === "sh" || language === "http"));

describe("the documents' commands", () => {
  it.each(toured)("run as %s shows them", async (path) => {
    const blocks = blocksOf(readRepositoryFile(path)).filter(({ language }) => RUNNABLE.has(language));
    const folder = newFolder();
    let server: Server | undefined;
    for (const [index, block] of blocks.entries()) server = await walk(folder, block, blocks[index + 1], server);
    if (server !== undefined) expect(await stopServer(server)).toBe(0);
  });

  it("are in the README and in the pages about command line and HTTP", () => expect(toured).toEqual(expect.arrayContaining(["README.md", "docs/reference/command-line.md", "docs/reference/http.md"])));

  it("are npm's own where the README says so", () => {
    const { scripts } = JSON.parse(readRepositoryFile("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
    expect(scripts["start"]).toBe("./probity up");
    const named = [...readRepositoryFile("README.md").matchAll(/`npm (?:run )?([a-z:-]+)`/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["start", "test"]));
  });

  it("are told apart line by line", () => {
    expect(commandsOf("# a word\nls -l\ncat > a <<'END'\n# not a word\nb # exits 3\nEND\nfalse # exits 1")).toEqual([
      { command: "ls -l", status: 0 }, { command: "cat > a <<'END'\n# not a word\nb # exits 3\nEND", status: 0 }, { command: "false", status: 1 },
    ]);
  });
});
