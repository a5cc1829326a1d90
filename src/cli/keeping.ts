// `rebuild --verify`, `pass-day`, `backup`, `restore`, `delete-list`: derive everything again and compare, tell what ended overnight,
// keep copies, take a list out.
import type { Command } from "commander";
import { backupRegister, deleteList, parsePlainDate, passDay, restoreRegister, verifyIndex, verifyRegister, type BackupReport, type IndexVerified } from "../service/index.ts";
import { printJson, printProblem, progressTo, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

const SNAPSHOT_WORDS = {
  none: "no snapshot of it is kept", compared: "its kept snapshot was held against one built anew",
  beforeForgetting: "its kept snapshot is from before something was forgotten and was not compared: delete `restriction-index` and the next start makes another",
} as const satisfies Record<IndexVerified["snapshot"], string>;

export function addKeeping(program: Command, world: World): void {
  withCommonOptions(program.command("rebuild"))
    .description("derive everything again from the ledger")
    .requiredOption("--verify", "compare with what is kept, and change nothing")
    .action((options: CommonOptions) =>
      withRegistry(world, options, async (registry, { keptSnapshot }) => {
        const progress = progressTo(world);
        const { differences: inRegister, ...verification } = await verifyRegister(registry, (done, total) => progress(done, total, "events read"));
        const { differences: inIndex, ...index } = await verifyIndex(registry, await keptSnapshot(), progress);
        const differences = [...inRegister, ...inIndex];
        if (options.json === true) printJson(world, { ...verification, index, differences });
        else {
          world.out(`${verification.events} events, ${verification.organisations} files, ledger at ${verification.head}: ${differences.length === 0 ? "everything agrees" : `${differences.length} differences`}\n`);
          world.out(`${index.asked} organisations asked for every act: the restriction index gave ${index.answers} answers itself; ${SNAPSHOT_WORDS[index.snapshot]}\n`);
          for (const difference of differences) world.out(`  ${difference}\n`);
        }
        return differences.length === 0 ? STATUS.done : STATUS.refused;
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

  addCopies(program, world);

  withCommonOptions(program.command("delete-list <list>"))
    .description("take an imported list out as a whole: its batches are withdrawn, and what their rows said is forgotten")
    .requiredOption("--reason <text>", "why; kept with each withdrawal")
    .action((list: string, options: CommonOptions & { readonly reason: string }) =>
      withRegistry(world, options, async (registry) => {
        const deleted = await deleteList(registry, list, options.reason);
        if (!deleted.ok) return printProblem(world, deleted.error, options.json);
        if (options.json === true) printJson(world, deleted.value);
        else world.out(`${deleted.value.list}: ${deleted.value.batches.length} batches withdrawn, what ${deleted.value.forgotten} events said is forgotten\n`);
        return STATUS.done;
      }));
}

function addCopies(program: Command, world: World): void {
  withCommonOptions(program.command("backup <file>"))
    .description("write everything kept as one file, as of one moment, while others go on writing")
    .action(async (path: string, options: CommonOptions) => {
      const kept = await world.openKept({ data: options.data, existing: true });
      try {
        const progress = progressTo(world);
        printCopied(world, "Kept in the backup", await backupRegister(kept, path, (done, total) => progress(done, total, "rows written")), options);
        world.exit(STATUS.done);
      } finally {
        await kept.close();
      }
    });

  withCommonOptions(program.command("restore <file>"))
    .description("fill an empty place with what a backup holds, all of it or nothing")
    .action(async (path: string, options: CommonOptions) => {
      const progress = progressTo(world);
      const restored = await restoreRegister(() => world.openKept({ data: options.data, existing: false }), path, (done, total) => progress(done, total, "rows restored"));
      if (!restored.ok) return world.exit(printProblem(world, restored.error, options.json));
      printCopied(world, "Restored from the backup", restored.value, options);
      world.exit(STATUS.done);
    });
}

function printCopied(world: World, what: string, report: BackupReport, { json }: CommonOptions): void {
  if (json === true) printJson(world, report);
  else world.out(`${what}: ${report.events} events, ${report.rows} rows in all\nenvelopes ${report.envelopes}\n`);
}
