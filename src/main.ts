// The entry point: opens the store, the clock and the environment, and hands them to the command line. Faults end here.
import { spawn } from "node:child_process";
import { hash, randomBytes } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { constants, hostname, setPriority } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { BuiltIndex, OpenedLaw, Problem, Registry, Transport } from "./service/index.ts";

enableCompileCache();
const major = Number(process.versions.node.split(".")[0]);
if (major < 26) {
  process.stderr.write(`probity: this is Node ${process.versions.node}; start it with ./probity, or with Node 26 or later.\n`);
  process.exit(70);
}

const { runCommandLine } = await import("./cli/index.ts");
const { adoptRulebook, buildIndex, keepSnapshot, KeptIndex, lastAdopted, loadSnapshot, openLaw, restoreRulebook } = await import("./service/index.ts");
const { createMemoryLedger, indexPath, LedgerFault, openKeptTables, openLedger, storageOf } = await import("./store/index.ts");

// Whoever reads our output may stop reading (`| head`): that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

type Opening = Parameters<typeof runCommandLine>[1]["openRegistry"];

const clock: Registry["clock"] = {
  now: () => instantOf(Date.now()),
  dayOf: (moment, timeZone) => Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString() as ReturnType<typeof clock.dayOf>,
  startOf: (day, timeZone) => instant(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant()),
};

let said: { readonly at: number; readonly instant: ReturnType<typeof clock.now> } | undefined;

/** Asked for with every check, many of them in a millisecond: it is written once for all of them. */
function instantOf(at: number): ReturnType<typeof clock.now> {
  if (said?.at !== at) said = { at, instant: new Date(at).toISOString() as ReturnType<typeof clock.now> };
  return said.instant;
}

function instant(moment: Temporal.Instant): ReturnType<typeof clock.now> {
  return moment.toString({ fractionalSecondDigits: 3 }) as ReturnType<typeof clock.now>;
}

function digest(content: string | Uint8Array): ReturnType<Registry["digest"]> {
  return `sha256:${hash("sha256", content, "hex")}` as ReturnType<typeof digest>;
}

const origin = { node: hostname(), randomBytes: (count: number): Uint8Array => randomBytes(count) };

const lawFolder = process.env["PROBITY_LAW"] ?? fileURLToPath(new URL("../law", import.meta.url));

const openRegistry: Opening = async ({ data, lastGood }) => {
  const databaseUrl = process.env["DATABASE_URL"];
  const inFolder = databaseUrl === undefined || databaseUrl === "";
  const law = openLaw(lawFolder, data, digest);
  if (!law.ok && (lastGood !== true || (inFolder && !existsSync(data)))) throw refusedLaw(law.error);
  const ledger = await openLedger(placeOf(data));
  try {
    const registry = law.ok ? await adopted(ledger, law.value, data) : await withLastGood(ledger, law.error);
    return { registry: { ...registry, storage: () => storageOf(data) }, close: () => ledger.close(), readLawAgain: () => readLawAgain(ledger, data), keepIndex: (of, say) => keepIndex(of, data, say), keptSnapshot: () => loadSnapshot(registry, indexPath(data)) };
  } catch (fault) {
    await ledger.close();
    throw fault;
  }
};

/** What the thread that builds the index is told: where the register is, and by which rulebook it is read. */
interface IndexOrder {
  readonly data: string;
  readonly rulebook: Registry["rulebook"]["hash"];
}

/** An index that follows the register; its snapshots are built by a thread of their own and kept in the folder. */
function keepIndex(registry: Registry, data: string, say: (line: string) => void): InstanceType<typeof KeptIndex> {
  const path = indexPath(data);
  return new KeptIndex(registry, { load: () => loadSnapshot(registry, path), build: () => builtByThread({ data, rulebook: registry.rulebook.hash }), say });
}

function builtByThread(order: IndexOrder): Promise<BuiltIndex> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: order });
    thread.unref();
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the thread that builds it ended without one")));
  });
}

/** In the thread: opens the register for itself, packs it, keeps the snapshot, and hands over columns that both threads then read in the same memory. */
async function buildForMainThread({ data, rulebook: hash }: IndexOrder): Promise<void> {
  // Answers go before it. Elsewhere this would slow the whole process down, and not only this thread.
  if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const ledger = await openLedger(placeOf(data));
  try {
    const law = openLaw(lawFolder, data, digest);
    const rulebook = law.ok && law.value.rulebook.hash === hash ? law : await restoreRulebook({ ledger }, hash);
    if (!rulebook.ok) throw refusedLaw(rulebook.error);
    const registry = registryOf(ledger, "rulebook" in rulebook.value ? rulebook.value.rulebook : rulebook.value);
    const built = await buildIndex(registry);
    await keepSnapshot(registry, indexPath(data), built);
    parentPort?.postMessage(built);
  } finally {
    await ledger.close();
  }
}

/** The database of the environment, or else the folder. */
function placeOf(data: string): Parameters<typeof openLedger>[0] {
  const databaseUrl = process.env["DATABASE_URL"];
  return { ...origin, ...(databaseUrl === undefined || databaseUrl === "" ? { dataDir: data } : { databaseUrl }) };
}

async function adopted(ledger: Registry["ledger"], law: OpenedLaw, data: string): Promise<Registry> {
  const registry = registryOf(ledger, law.rulebook);
  await adoptRulebook(registry, law.files);
  law.keepCompiled(data);
  return registry;
}

async function withLastGood(ledger: Registry["ledger"], lawRefused: Problem): Promise<Registry> {
  const rulebook = await lastAdopted({ ledger });
  if (rulebook === undefined) throw refusedLaw(lawRefused);
  return { ...registryOf(ledger, rulebook), lawRefused };
}

async function readLawAgain(ledger: Registry["ledger"], data: string): ReturnType<Awaited<ReturnType<Opening>>["readLawAgain"]> {
  const law = openLaw(lawFolder, data, digest);
  return law.ok ? { ok: true, value: await adopted(ledger, law.value, data) } : law;
}

async function openKept({ data, existing }: { readonly data: string; readonly existing: boolean }): ReturnType<typeof openKeptTables> {
  const databaseUrl = process.env["DATABASE_URL"];
  if (databaseUrl !== undefined && databaseUrl !== "") return openKeptTables({ ...origin, databaseUrl });
  if (existing && !holdsRegister(data)) throw new Refused(`there is no register in \`${data}\`; nothing was written. Name its folder with --data, or its database in DATABASE_URL.`);
  return openKeptTables({ ...origin, dataDir: data });
}

function holdsRegister(data: string): boolean {
  return (process.env["DATABASE_URL"] ?? "") !== "" || existsSync(join(data, "register.sqlite"));
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream(path, { end: count - 1 })) parts.push(part);
  return Buffer.concat(parts);
}

/** Letters by mail or to files, webhooks to where they listen. */
async function transport(data: string): Promise<Transport> {
  const { byAddress, webhookTransport } = await import("./exchange/index.ts");
  return byAddress(await mailTransport(data), webhookTransport({ loopback: process.env["PROBITY_WEBHOOK_LOOPBACK"] === "yes" }));
}

async function mailTransport(data: string): Promise<Transport> {
  // Loaded only by what sends: it takes time, and most commands send nothing.
  const { fileTransport, smtpTransport } = await import("./exchange/index.ts");
  const [url = "", from = ""] = [process.env["PROBITY_SMTP"], process.env["PROBITY_MAIL_FROM"]];
  if (url === "") return fileTransport(join(data, "outbox-sent"), from === "" ? "register@localhost" : from);
  if (from === "") throw new Refused("PROBITY_SMTP names a mail server, and PROBITY_MAIL_FROM does not say which address letters come from; nothing was sent. Set PROBITY_MAIL_FROM, or leave PROBITY_SMTP out to have letters written to files.");
  const smtp = smtpTransport(url, from);
  if (!smtp.ok) throw new Refused(`PROBITY_SMTP and PROBITY_MAIL_FROM cannot be used: ${smtp.error}; nothing was sent. Mend them, or leave PROBITY_SMTP out to have letters written to files.`);
  return smtp.value;
}

function rulebookIn(folder: string, data?: string): Registry["rulebook"] {
  const law = openLaw(folder, data, digest);
  if (!law.ok) throw refusedLaw(law.error);
  if (data !== undefined) law.value.keepCompiled(data);
  return law.value.rulebook;
}

function refusedLaw({ message, remedy, findings = [] }: Problem): Refused {
  return new Refused([`${message}; nothing was started. ${remedy}`, ...findings.map((finding) => `  ${finding.at}: ${finding.message}. ${finding.remedy}`)].join("\n"));
}

function registryOf(ledger: Registry["ledger"], rulebook: Registry["rulebook"]): Registry {
  return { ledger, rulebook, clock, digest, webhookLoopback: process.env["PROBITY_WEBHOOK_LOOPBACK"] === "yes", freshId: (prefix) => `${prefix}${randomBytes(9).toString("hex")}` };
}

/** Said to the user in full; nothing is wrong with the program. */
class Refused extends Error {}

const PATH_FAULTS: readonly string[] = ["ENOENT", "EACCES", "EISDIR", "ENOTDIR", "EPERM", "EROFS", "ENAMETOOLONG"];
const DISK_FAULTS: readonly string[] = ["ENOSPC", "EDQUOT", "EFBIG"];

// Whoever reads what is printed may stop reading, as `head` does: then there is nothing left to say.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  if (!isMainThread) await buildForMainThread(workerData);
  else {
    await runCommandLine(process.argv.slice(2), {
      out: (text) => void process.stdout.write(text),
      say: (text) => void process.stderr.write(text),
      terminal: process.stderr.isTTY === true,
      openRegistry,
      memoryRegistry: async (options) => registryOf(createMemoryLedger(origin), rulebookIn(lawFolder, options?.data)),
      readLaw: (folder) => {
        const law = openLaw(folder, undefined, digest);
        return law.ok ? { ok: true, value: law.value.rulebook } : law;
      },
      readFile: (path, bytesMax) => (bytesMax === undefined ? readFile(path) : firstBytes(path, bytesMax + 1)),
      holdsRegister,
      digest,
      writeFile: (path, bytes) => writeFile(path, bytes),
      makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
      readLines: (path) => createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }),
      environment: process.env,
      runBench: (name) => printedBy(fileURLToPath(new URL(`../bench/${name}.ts`, import.meta.url))),
      exit: (status) => {
        process.exitCode = status;
      },
      stopped: () => new Promise((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      }),
      stopSignal: (sentence) => {
        const stop = new AbortController();
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort(new Refused(sentence)));
        return stop.signal;
      },
      transport,
      openKept,
      onHangUp: (again) => void process.on("SIGHUP", again),
    });
  }
} catch (fault) {
  // The main thread hears of it, and says it.
  if (!isMainThread) throw fault;
  process.exitCode = statusOf(fault);
}

function printedBy(script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=64", script], { stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.once("error", reject);
    child.once("close", (status) => (status === 0 ? resolve(printed) : reject(new Error(`${script} ended with ${status}`))));
  });
}

/** What is said of a fault, and the status the process ends with. */
function statusOf(fault: unknown): number {
  if (fault instanceof Refused) {
    process.stderr.write(`probity: ${fault.message}\n`);
    return 1;
  }
  if (fault instanceof LedgerFault) {
    process.stderr.write(`probity: ${fault.message} ${fault.remedy}\n`);
    return 70;
  }
  const { code } = fault as { readonly code?: unknown };
  if (typeof code === "string" && PATH_FAULTS.includes(code)) {
    process.stderr.write(`probity: ${(fault as Error).message}. Check the path and try again.\n`);
    return 1;
  }
  if (typeof code === "string" && DISK_FAULTS.includes(code)) {
    process.stderr.write("probity: the disk takes no more of what was to be written; the register is whole. Make room and try again.\n");
    return 70;
  }
  process.stderr.write(`probity: a fault in the program, and nothing was half written: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  return 70;
}
