// `up`: makes the model jurisdiction at first start where there is no data, then serves portal and API on 127.0.0.1.
import type { Command } from "commander";
import { parsePlainDate, passDay, today, type Registry } from "../service/index.ts";
import { progressTo, STATUS, withCommonOptions, type CommonOptions, type World } from "./command.ts";

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
  const { registry, close } = await world.openRegistry({ data: options.data });
  try {
    if (options.empty !== true) await makeModel(world, registry, { organisations, seed, ...(until?.ok === true ? { until: until.value } : {}) });
    await passDay(registry);
    await serve(world, registry, port);
  } finally {
    await close();
  }
}

async function makeModel(world: World, registry: Registry, model: { readonly organisations: number; readonly seed: number; readonly until?: ReturnType<typeof today> }): Promise<void> {
  const { makeModelJurisdiction, needsModel } = await import("../lab/index.ts");
  if (!(await needsModel(registry))) return;
  world.say(`probity: making the model jurisdiction (${model.organisations} organisations, seed ${model.seed}); this happens once\n`);
  await makeModelJurisdiction(registry, { organisations: model.organisations, seed: model.seed, until: model.until ?? today(registry, "model"), progress: progressTo(world) });
}

/** Serves until a signal asks it to stop; passes the day at the body's midnight. */
async function serve(world: World, registry: Registry, port: number): Promise<void> {
  const { createServer, originOf } = await import("../web/index.ts");
  const server = createServer({ registry, log: (line) => world.say(`${line}\n`) });
  try {
    await server.listen({ host: HOST, port });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EADDRINUSE") throw error;
    world.say(`probity: port ${port} of ${HOST} is in use; stop what uses it or choose another with --port\n`);
    return world.exit(STATUS.refused);
  }
  const days = (): string => registry.rulebook.bodies.map((body) => today(registry, body)).join(" ");
  let passed = days();
  const midnight = setInterval(() => {
    const now = days();
    if (now === passed) return;
    passed = now;
    passDay(registry).catch((fault: unknown) => world.say(`probity: the day could not be passed, it is tried again at the next start: ${String(fault)}\n`));
  }, MINUTE);
  world.out(`Probity serves portal and API on ${originOf(server)} (stop with Ctrl-C)\n`);
  await world.stopped();
  clearInterval(midnight);
  await server.close();
}
