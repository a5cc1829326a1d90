// Command: what every command of the line shares: how it is given the world, how it prints, how it ends.
// Exit status: 0 done, 1 findings or refusal, 2 wrong usage, 70 fault (design.md 6).
import { InvalidArgumentError, Option, type Command } from "commander";
import { err, ok, type BuiltIndex, type Finding, type KeptIndex, type KeptTables, type Problem, type Registry, type Result, type Transport } from "../service/index.ts";

/** The outside world as main.ts hands it to the command line. */
export interface World {
  readonly out: (text: string) => void;
  readonly say: (text: string) => void;
  /** Whether standard error is a terminal that can redraw a line of progress. */
  readonly terminal: boolean;
  /** `lastGood`: where the files of the law are wrong, the registry goes on with the rulebook it adopted last. */
  readonly openRegistry: (options: { readonly data: string; readonly lastGood?: boolean }) => Promise<Opened>;
  /** A register of its own that lives as long as the process. `data`: where a compiled rulebook may lie. */
  readonly memoryRegistry: (options?: { readonly data: string }) => Promise<Registry>;
  /** The law of a folder, adopted by nobody. */
  readonly readLaw: (folder: string) => Result<Registry["rulebook"], Problem>;
  /** At most one byte more than `bytesMax`, so that whoever asked can see that there is more. */
  readonly readFile: (path: string, bytesMax?: number) => Promise<Uint8Array>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** With those above it; one that is there already stays. */
  readonly makeFolder: (path: string) => Promise<void>;
  readonly readLines: (path: string) => AsyncIterable<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Runs the script of bench/ with this name as a process of its own; gives what it printed. */
  readonly runBench: (name: string) => Promise<string>;
  readonly exit: (status: number) => void;
  /** Settles when a signal asks the process to stop. */
  readonly stopped: () => Promise<void>;
  /** Aborted when a signal asks the process to stop, with a refusal that says this sentence; a second signal ends the process. */
  readonly stopSignal: (sentence: string) => AbortSignal;
  /** The register as rows, to be copied whole. `existing`: it must be there already. */
  readonly openKept: (options: { readonly data: string; readonly existing: boolean }) => Promise<KeptTables>;
  /** Whether a register is there already, in the folder or in the database of the environment. */
  readonly holdsRegister: (data: string) => boolean;
  readonly digest: Registry["digest"];
  /** How messages leave the register whose folder this is, by the settings of the environment. */
  readonly transport: (data: string) => Promise<Transport>;
  /** Calls back whenever a signal asks the process to read the law again. */
  readonly onHangUp: (again: () => void) => void;
}

export interface Opened {
  readonly registry: Registry;
  readonly close: () => Promise<void>;
  /** Reads the law again from its files and adopts it: the registry as it answers from then on, or what is wrong with the files. */
  readonly readLawAgain: () => Promise<Result<Registry, Problem>>;
  /** An index for a process that goes on answering; the registry given answers what the index cannot. */
  readonly keepIndex: (registry: Registry, say: (line: string) => void) => KeptIndex;
  /** The snapshot of the index in the register's folder, where there is one that fits. */
  readonly keptSnapshot: () => Promise<BuiltIndex | undefined>;
}

export const STATUS = { done: 0, refused: 1, usage: 2, fault: 70 } as const;

export interface CommonOptions {
  readonly data: string;
  readonly json?: boolean;
}

/** Adds the options every command takes. */
export function withCommonOptions(command: Command): Command {
  return command.option("--data <dir>", "folder of the register", "./data").option("--json", "answer as JSON on standard output");
}

/** In which language something is written; anything but the two stops the command before it begins. */
export function languageOption(of: string): Option {
  return new Option("--language <zh|en>", of).choices(["zh", "en"]);
}

/** The register's own address, where its pages are; nothing where none was given. */
export function readOrigin(text: string | undefined): Result<string | undefined, string> {
  if (text === undefined) return ok(undefined);
  const url = URL.parse(text);
  // What comes after the host would be lost.
  const alone = url !== null && url.pathname === "/" && url.search === "" && url.hash === "";
  return alone && /^https?:$/.test(url.protocol) && url.username === "" ? ok(url.origin) : err(`\`${text}\` is no address of the web, such as https://credit.example.org`);
}

/** Opens the register, runs, closes it whatever happens, and sets the exit status. */
export async function withRegistry(world: World, options: CommonOptions, run: (registry: Registry, opened: Opened) => Promise<number>): Promise<void> {
  const opened = await world.openRegistry({ data: options.data });
  const { registry, close } = opened;
  try {
    world.exit(await run(registry, opened));
  } finally {
    await close();
  }
}

/** For what can be done with or without a register: opens the one in the folder, where there is one. */
export async function withRegisterIfThere(world: World, options: CommonOptions, run: (registry: Registry | undefined) => Promise<number>): Promise<void> {
  if (!world.holdsRegister(options.data)) return world.exit(await run(undefined));
  const { registry, close } = await world.openRegistry({ data: options.data, lastGood: true });
  try {
    world.exit(await run(registry));
  } finally {
    await close();
  }
}

/** Of a signed file that proves nothing: every reason. */
export function printNotValid(world: World, findings: Parameters<typeof printFindings>[1], json: boolean | undefined): number {
  if (json === true) printJson(world, { valid: false, findings });
  else {
    world.out("NOT VALID\n");
    printFindings(world, findings);
  }
  return STATUS.refused;
}

/** Prints what stands in the way, with every finding and candidate. */
export function printProblem(world: World, problem: Problem, json: boolean | undefined): number {
  const status = WRONG_USAGE.includes(problem.code) ? STATUS.usage : STATUS.refused;
  if (json === true) {
    world.out(`${JSON.stringify({ error: problem }, null, 2)}\n`);
    return status;
  }
  world.say(`probity: ${problem.message}.\n  ${problem.remedy}\n`);
  for (const { names, article } of problem.articles ?? []) world.say(`  ${names.en}${article === undefined ? "" : `, ${article}`}\n`);
  for (const candidate of problem.candidates ?? []) world.say(`  ${candidate.file}  ${candidate.name}\n`);
  printFindings(world, problem.findings ?? []);
  return status;
}

/** An option that is not what it should be, rather than something the register refuses. */
const WRONG_USAGE: readonly Problem["code"][] = ["day-invalid", "known-invalid"];

/** A whole number from 1 on. */
export function readCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number from 1 on.");
}

const FINDINGS_SHOWN = 200;

export function printFindings(world: World, findings: readonly Finding[]): void {
  for (const finding of findings.slice(0, FINDINGS_SHOWN)) world.say(`  ${finding.at}: ${finding.message}. ${finding.remedy} [${finding.code}]\n`);
  if (findings.length > FINDINGS_SHOWN) world.say(`  … and ${findings.length - FINDINGS_SHOWN} more; --json or --report gives all.\n`);
}

/** A line of progress on standard error, redrawn on a terminal; elsewhere a line whenever so many more are done, where that is said. */
export function progressTo(world: World, elsewhereEvery = Number.POSITIVE_INFINITY): (done: number, total: number, what: string) => void {
  let said = 0;
  return (done, total, what) => {
    if (world.terminal) return world.say(`\r${what}: ${done} of ${total}${done >= total ? "\n" : ""}`);
    const steps = Math.floor(done / elsewhereEvery);
    if (steps > said) world.say(`${what}: ${done} of ${total}\n`);
    said = steps;
  };
}

export function printJson(world: World, value: unknown): void {
  world.out(`${JSON.stringify(value, null, 2)}\n`);
}
