// `up`: makes the model jurisdiction at first start where there is no data, then serves portal and API on 127.0.0.1.
import type { Command } from "commander";
import { ensureKey, keepNames, KeptFaces, overview, parsePlainDate, passDay, PUBLIC, today, type KeptIndex, type Problem, type Registry } from "../service/index.ts";
import type { SwappingServer } from "../web/index.ts";
import { keepSending } from "./outbox.ts";
import { progressTo, STATUS, withCommonOptions, type CommonOptions, type Opened, type World } from "./command.ts";

interface UpOptions extends CommonOptions {
  readonly port: string;
  readonly organisations: string;
  readonly seed: string;
  readonly until?: string;
  readonly empty?: boolean;
}

const HOST = "127.0.0.1";
const MINUTE = 60_000;

export function addUp(program: Command, world: World): void {
  withCommonOptions(program.command("up"))
    .description("serve portal and API on 127.0.0.1; makes the model jurisdiction at first start")
    .option("--port <port>", "port to serve on", "8080")
    .option("--organisations <n>", "organisations of the model jurisdiction", "10000")
    .option("--seed <n>", "seed the model jurisdiction is made from", "1")
    .option("--until <day>", "last day of the model's year of events (default: the day of first start)")
    .option("--empty", "make no model jurisdiction")
    .action((options: UpOptions) => up(world, options));
}

async function up(world: World, options: UpOptions): Promise<void> {
  const numbers = [options.port, options.organisations, options.seed].map(Number);
  const [port = 0, organisations = 0, seed = 0] = numbers;
  const until = options.until === undefined ? undefined : parsePlainDate(options.until);
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0) || port > 65535 || organisations < 1 || until?.ok === false) {
    world.say("probity: --port, --organisations and --seed are whole numbers, --until is a day such as 2026-11-20\n");
    return world.exit(STATUS.usage);
  }
  const opened = await world.openRegistry({ data: options.data, lastGood: true });
  const { registry } = opened;
  try {
    if (registry.lawRefused !== undefined) sayRefused(world, registry.lawRefused, registry);
    if (options.empty !== true) await makeModel(world, registry, { organisations, seed, ...(until?.ok === true ? { until: until.value } : {}) });
    await passDay(registry);
    await ensureKey(registry);
    const names = await keepNames(registry, progressTo(world));
    const faces = new KeptFaces(registry, await registry.ledger.head());
    const index = await startIndex(world, opened, registry);
    // Nobody waits for it; what fails here fails again for whoever asks.
    faces.readAhead().catch(() => undefined);
    overview(registry, PUBLIC, today(registry)).catch(() => undefined);
    await serve(world, { ...opened, registry: { ...registry, names, faces, index } }, { data: options.data, port });
  } finally {
    await opened.close();
  }
}

/** Until its first snapshot is there, answers are derived. */
async function startIndex(world: World, { keepIndex }: Opened, registry: Registry): Promise<KeptIndex> {
  const index = keepIndex(registry, (line) => world.say(`probity: ${line}\n`));
  await index.start();
  return index;
}

async function makeModel(world: World, registry: Registry, model: { readonly organisations: number; readonly seed: number; readonly until?: ReturnType<typeof today> }): Promise<void> {
  const { makeModelJurisdiction, needsModel } = await import("../lab/index.ts");
  if (!(await needsModel(registry))) return;
  world.say(`probity: making the model jurisdiction (${model.organisations} organisations, seed ${model.seed}); this happens once\n`);
  await makeModelJurisdiction(registry, { organisations: model.organisations, seed: model.seed, until: model.until ?? today(registry, "model"), progress: progressTo(world) });
}

/** Serves until a signal asks it to stop; passes the day at the body's midnight and sends letters every half minute. */
async function serve(world: World, opened: Opened, { data, port }: { readonly data: string; readonly port: number }): Promise<void> {
  const transport = await world.transport(data);
  const { listenSwapping } = await import("../web/index.ts");
  let { registry } = opened;
  let server: SwappingServer;
  try {
    server = await listenSwapping({ registry, log: (line) => world.say(`${line}\n`) }, { host: HOST, port });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EADDRINUSE") throw error;
    world.say(`probity: port ${port} of ${HOST} is in use; stop what uses it or choose another with --port\n`);
    return world.exit(STATUS.refused);
  }
  let turn: Promise<void> = Promise.resolve();
  world.onHangUp(() => {
    // Signals that come while the law is being read wait for their turn, so that the last to come finds the newest files.
    turn = turn.then(async () => {
      const before = registry;
      registry = await readAgain(world, opened, registry);
      await server.swap(registry);
      if (before.index !== registry.index) before.index?.close();
    });
  });
  const days = (): string => registry.rulebook.bodies.map((body) => today(registry, body)).join(" ");
  let passed = days();
  const midnight = setInterval(() => {
    const now = days();
    if (now === passed) return;
    passed = now;
    passDay(registry).catch((fault: unknown) => world.say(`probity: the day could not be passed, it is tried again at the next start: ${String(fault)}\n`));
  }, MINUTE);
  const sending = keepSending(world, () => registry, transport);
  world.out(`Probity serves portal and API on ${server.origin()} (stop with Ctrl-C)\n`);
  await world.stopped();
  clearInterval(midnight);
  await sending.stop();
  await turn;
  registry.index?.close();
  await server.close();
}

/** The registry as it answers from now on: under the law as its files are now, or, where they are wrong, under the one it had. */
async function readAgain(world: World, opened: Opened, before: Registry): Promise<Registry> {
  try {
    const again = await opened.readLawAgain();
    if (again.ok) {
      world.say(`probity: the law was read again; answers come from rulebook ${again.value.rulebook.hash}${again.value.rulebook.hash === before.rulebook.hash ? ", as before" : ""}\n`);
      const index = again.value.rulebook.hash === before.rulebook.hash ? before.index : await startIndex(world, opened, again.value);
      return { ...again.value, ...(before.storage === undefined ? {} : { storage: before.storage }), ...(before.names === undefined ? {} : { names: before.names }), ...(before.faces === undefined ? {} : { faces: before.faces }), ...(index === undefined ? {} : { index }) };
    }
    sayRefused(world, again.error, before);
    return { ...before, lawRefused: again.error };
  } catch (fault) {
    world.say(`probity: the law could not be read again, and the old one goes on: ${fault instanceof Error ? fault.message : String(fault)}\n`);
    return before;
  }
}

/** Every finding, however many: whoever mends the law wants them all. */
function sayRefused(world: World, { message, remedy, findings = [] }: Problem, { rulebook }: Registry): void {
  world.say(`probity: ${message}. ${remedy}\n`);
  for (const finding of findings) world.say(`  ${finding.at}: ${finding.message}. ${finding.remedy} [${finding.code}]\n`);
  world.say(`probity: answers come from rulebook ${rulebook.hash}, the last that was adopted\n`);
}
