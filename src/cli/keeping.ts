// `rebuild --verify` and `pass-day`: derive everything again and compare; tell what ended overnight.
import type { Command } from "commander";
import { parsePlainDate, passDay, verifyRegister } from "../service/index.ts";
import { printJson, progressTo, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

export function addKeeping(program: Command, world: World): void {
  withCommonOptions(program.command("rebuild"))
    .description("derive everything again from the ledger")
    .requiredOption("--verify", "compare with what is kept, and change nothing")
    .action((options: CommonOptions) =>
      withRegistry(world, options, async (registry) => {
        const progress = progressTo(world);
        const verification = await verifyRegister(registry, (done, total) => progress(done, total, "events read"));
        if (options.json === true) printJson(world, verification);
        else {
          world.out(`${verification.events} events, ${verification.organisations} files, ledger at ${verification.head}: ${verification.differences.length === 0 ? "everything agrees" : `${verification.differences.length} differences`}\n`);
          for (const difference of verification.differences) world.out(`  ${difference}\n`);
        }
        return verification.differences.length === 0 ? STATUS.done : STATUS.refused;
      }));

  withCommonOptions(program.command("pass-day [day]"))
    .description("tell what ended since the last day passed, once each (the server does it at the body's midnight)")
    .action((text: string | undefined, options: CommonOptions) => {
      const day = text === undefined ? undefined : parsePlainDate(text);
      if (day !== undefined && !day.ok) {
        world.say(`probity: ${day.error}\n`);
        return world.exit(STATUS.usage);
      }
      return withRegistry(world, options, async (registry) => {
        const passed = await passDay(registry, day?.value);
        if (options.json === true) printJson(world, passed);
        else {
          world.out(`Passed from ${passed.from} to ${passed.to}: ${passed.told.length} told\n`);
          for (const told of passed.told) world.out(`  ${told.sequence} ${told.day} ${told.what} ${told.files.join(" ")} ${JSON.stringify(told.detail)}\n`);
        }
        return STATUS.done;
      });
    });
}
