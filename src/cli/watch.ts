// `watch …`: watch lists and their alerts: made, looked at, changed and deleted by their token.
import { InvalidArgumentError, type Command } from "commander";
import { addAlert, forgetWatch, removeAlert, resumeAlert, rotateSecret, setWatched, testAlert, watchNamed, watchWithAlerts, type AlertShown, type Language, type Problem, type Registry, type Result, type WatchWithAlerts } from "../service/index.ts";
import { languageOption, printJson, printProblem, readOrigin, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface MakeOptions extends CommonOptions {
  readonly label: string;
}

interface AlertOptions extends CommonOptions {
  readonly atOnce?: boolean;
  readonly language: Language;
  readonly origin: string;
}

export function addWatch(program: Command, world: World): void {
  const watch = program.command("watch").description("watch lists: organisations somebody keeps an eye on, under a token only its maker knows, and who is told of what changes");
  const run = <T>(options: CommonOptions, work: (registry: Registry) => Promise<Result<T, Problem>>, print: (value: T) => void): Promise<void> => withRegistry(world, options, async (registry) => {
    const done = await work(registry);
    if (!done.ok) return printProblem(world, done.error, options.json);
    if (options.json === true) printJson(world, done.value);
    else print(done.value);
    return STATUS.done;
  });

  withCommonOptions(watch.command("make <organisation...>")).description("make a list and print its token, this once").option("--label <text>", "what it is called", "")
    .action((organisations: readonly string[], options: MakeOptions) => run(options, (registry) => watchNamed(registry, { label: options.label, organisations }), ({ token, organisations: files }) => world.out(`${token}\n${files.length} watched; keep the token, it is shown this once\n`)));
  withCommonOptions(watch.command("show <token>")).description("what changed for the organisations of a list in the last days, where each stands, and its alerts")
    .action((token: string, options: CommonOptions) => run(options, (registry) => watchWithAlerts(registry, token), (found) => printWatch(world, found)));
  withCommonOptions(watch.command("set <token> <organisation...>")).description("watch these organisations instead, under the same token")
    .action((token: string, organisations: readonly string[], options: CommonOptions) => run(options, (registry) => setWatched(registry, token, organisations), ({ organisations: files }) => world.out(`${files.length} watched\n`)));
  withCommonOptions(watch.command("delete <token>")).description("delete a list with its alerts")
    .action((token: string, options: CommonOptions) => run(options, (registry) => forgetWatch(registry, token), () => world.out("deleted\n")));
  withCommonOptions(watch.command("alert <token> <target>")).description("tell a mail address, once it is confirmed, or an https webhook of what changes; prints a webhook's secret, this once")
    .option("--at-once", "when something changes (default: once a day)").addOption(languageOption("of the letters").default("zh")).option("--origin <url>", "the register's own address, for the links in letters", "http://127.0.0.1:8080")
    .action((token: string, target: string, options: AlertOptions) => {
      const origin = readOrigin(options.origin);
      if (!origin.ok) throw new InvalidArgumentError(`${origin.error}.`);
      return run(options, (registry) => addAlert(registry, token, { target, pace: options.atOnce === true ? "atOnce" : "daily", language: options.language, site: origin.value ?? options.origin }), ({ alert, secret }) => {
        printAlert(world, alert);
        if (secret !== null) world.out(`${secret}\n`);
      });
    });
  for (const [name, words, work] of [
    ["test", "send a message that says that it is a test", testAlert], ["resume", "begin again with an alert that was stopped because it could not be delivered", resumeAlert], ["remove", "remove an alert", removeAlert],
  ] as const) {
    withCommonOptions(watch.command(`${name} <token> <alert>`)).description(words)
      .action((token: string, alert: string, options: CommonOptions) => run<AlertShown | null>(options, (registry) => work(registry, token, alert), (shown) => (shown === null ? world.out("removed\n") : printAlert(world, shown))));
  }
  withCommonOptions(watch.command("secret <token> <alert>")).description("give a webhook another secret and print it, this once; the one there was counts no more")
    .action((token: string, alert: string, options: CommonOptions) => run(options, (registry) => rotateSecret(registry, token, alert), ({ secret }) => world.out(`${secret ?? ""}\n`)));
}

function printWatch(world: World, { label, on, since, changes, organisations, alerts }: WatchWithAlerts): void {
  world.out(`${label === "" ? "Watch list" : label}, on ${on}: ${organisations.length} watched\n`);
  for (const { day, what, list, organisation } of changes) world.out(`  ${day}  ${what} on ${list}: ${organisation.name}\n`);
  if (changes.length === 0) world.out(`  nothing new since ${since}\n`);
  for (const { organisation: { file, name }, stands } of organisations) world.out(`  ${file}  ${name}  ${stands?.state ?? "not on file"}${stands?.earliest == null ? "" : `, earliest way out ${stands.earliest.day}`}\n`);
  for (const alert of alerts) printAlert(world, alert);
}

function printAlert(world: World, { id, kind, target, pace, state, why, deliveries }: AlertShown): void {
  world.out(`  alert ${id}: ${kind} to ${target}, ${pace === "daily" ? "once a day" : "at once"}, ${state}${why === "" ? "" : ` (${why})`}\n`);
  for (const each of deliveries) world.out(`    ${each.id}: ${each.state}${each.error === null ? "" : `: ${each.error}`}\n`);
}
