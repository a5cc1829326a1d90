// The door of cli: the command line, one file a command. Reads arguments, calls one verb, prints what came back.
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { addBench } from "./bench.ts";
import { addBound } from "./bound.ts";
import { addCase } from "./case.ts";
import { addCheck } from "./check.ts";
import { addCompareMdb } from "./compare-mdb.ts";
import { STATUS, type World } from "./command.ts";
import { addDeadlines } from "./deadlines.ts";
import { addDecide } from "./decide.ts";
import { addExits } from "./exits.ts";
import { addForesee } from "./foresee.ts";
import { addFree } from "./free.ts";
import { addImport } from "./import.ts";
import { addKeeping } from "./keeping.ts";
import { addKeys } from "./keys.ts";
import { addLaw } from "./law.ts";
import { addMeasures } from "./measures.ts";
import { addNews } from "./news.ts";
import { addOffices } from "./offices.ts";
import { addOrganisations } from "./organisations.ts";
import { addOutbox } from "./outbox.ts";
import { addRelations } from "./relations.ts";
import { addReport } from "./report.ts";
import { addApplies } from "./applies.ts";
import { addPlan } from "./plan.ts";
import { addPreflight } from "./preflight.ts";
import { addStatistics } from "./statistics.ts";
import { addSuppliers } from "./suppliers.ts";
import { addTemplate } from "./template.ts";
import { addTimeline } from "./timeline.ts";
import { addUp } from "./up.ts";
import { addWatch } from "./watch.ts";
import { addVerifyReceipt } from "./verify-receipt.ts";
import { addVerifyReport } from "./verify-report.ts";

export type { World } from "./command.ts";

/** Runs one command; wrong usage exits 2 with what is right. */
export async function runCommandLine(args: readonly string[], world: World): Promise<void> {
  const program = new Command("probity")
    .description("Public credit: organisations are registered, people are only simulated.")
    .exitOverride()
    .configureOutput({ writeOut: world.out, writeErr: world.say });
  for (const add of [addUp, addImport, addTemplate, addOrganisations, addTimeline, addNews, addStatistics, addRelations, addOffices, addMeasures, addExits, addDeadlines, addCase, addDecide, addCheck, addSuppliers, addWatch, addVerifyReceipt, addReport, addVerifyReport, addKeys, addBound, addFree, addPlan, addForesee, addPreflight, addApplies, addLaw, addKeeping, addOutbox, addCompareMdb, addBench]) add(program, world);
  for (const command of program.commands) inherit(command);
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // What an option or argument itself finds wrong commander has said already; what a command finds is said here.
    if (error instanceof InvalidArgumentError) world.say(`probity: ${error.message}\n`);
    world.exit(error.exitCode === 0 ? STATUS.done : STATUS.usage);
  }
}

function inherit(command: Command): void {
  command.exitOverride();
  for (const inner of command.commands) inherit(inner);
}
