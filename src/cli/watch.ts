// `watch …`: watch lists and their alerts: made, looked at, changed and deleted by their token.
import { InvalidArgumentError, Option, type Command } from "commander";
import { addAlert, alertsOf, filesNamed, forgetWatch, removeAlert, resumeAlert, rotateSecret, setWatched, testAlert, watchOf, watchSuppliers, type AlertShown, type Problem, type Registry, type Result, type Watch } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface MakeOptions extends CommonOptions {
  readonly label: string;
}

interface AlertOptions extends CommonOptions {
  readonly atOnce?: boolean;
  readonly language: "zh" | "en";
  readonly site: string;
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
    .action((organisations: readonly string[], options: MakeOptions) => run(options, async (registry) => {
      const files = await filesNamed(registry, organisations);
      if (!files.ok) return files;
      const token = await watchSuppliers(registry, { label: options.label, files: files.value });
      return token.ok ? { ok: true, value: { token: token.value, organisations: files.value } } : token;
    }, ({ token, organisations: files }) => world.out(`${token}\n${files.length} watched; keep the token, it is shown this once\n`)));
  withCommonOptions(watch.command("show <token>")).description("what changed for the organisations of a list in the last days, where each stands, and its alerts")
    .action((token: string, options: CommonOptions) => run(options, async (registry) => {
      const [found, alerts] = [await watchOf(registry, token), await alertsOf(registry, token)];
      return found.ok ? { ok: true, value: { ...found.value, alerts: alerts.ok ? alerts.value : [] } } : found;
    }, (found) => printWatch(world, found)));
  withCommonOptions(watch.command("set <token> <organisation...>")).description("watch these organisations instead, under the same token")
    .action((token: string, organisations: readonly string[], options: CommonOptions) => run(options, async (registry) => {
      const files = await filesNamed(registry, organisations);
      if (!files.ok) return files;
      const set = await setWatched(registry, token, files.value);
      return set.ok ? { ok: true, value: { organisations: files.value } } : set;
    }, ({ organisations: files }) => world.out(`${files.length} watched\n`)));
  withCommonOptions(watch.command("delete <token>")).description("delete a list with its alerts")
    .action((token: string, options: CommonOptions) => run(options, (registry) => forgetWatch(registry, token), () => world.out("deleted\n")));
  withCommonOptions(watch.command("alert <token> <target>")).description("tell a mail address, once it is confirmed, or an https webhook of what changes; prints a webhook's secret, this once")
    .option("--at-once", "when something changes (default: once a day)").addOption(new Option("--language <language>", "of the letters").choices(["zh", "en"]).default("zh")).option("--site <address>", "where pages of this register are, for the links of letters", "http://127.0.0.1:8080")
    .action((token: string, target: string, options: AlertOptions) => {
      if (!/^https?:\/\/[^\s/]+$/.test(options.site)) throw new InvalidArgumentError("--site is an address such as https://register.example, without a path.");
      return run(options, (registry) => addAlert(registry, token, { target, pace: options.atOnce === true ? "atOnce" : "daily", language: options.language, site: options.site }), ({ alert, secret }) => {
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

function printWatch(world: World, { label, on, since, changes, organisations, alerts }: Watch & { readonly alerts: readonly AlertShown[] }): void {
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
