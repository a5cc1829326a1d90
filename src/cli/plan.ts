// `plan ORG`: the exit plan: what to do, in which order, from which day, to be free of everything that binds.
import type { Command } from "commander";
import { KEEPER, planCalendar, planOut, type Language, type Plan, type PlanCondition, type StepOut } from "../service/index.ts";
import { planWords } from "../web/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { languageOption, printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

interface PlanOptions extends ClockOptions {
  readonly ical?: string;
  readonly language: Language;
}

export function addPlan(program: Command, world: World): void {
  withClocks(program.command("plan <organisation>"))
    .description("the exit plan: the fewest steps that free an organisation of everything that binds it, each with its day, its conditions and what it frees; exits 1 where they cannot")
    .option("--ical <file>", "write its days as a calendar that a calendar program follows")
    .addOption(languageOption("language of the calendar").default("zh"))
    .action((organisation: string, options: PlanOptions) => {
      const { ical, language } = options;
      return withRegistry(world, options, async (registry) => {
        const plan = await planOut(registry, KEEPER, { organisation, ...clocksOf(options) });
        if (!plan.ok) return printProblem(world, plan.error, options.json);
        if (ical !== undefined) await world.writeFile(ical, new TextEncoder().encode(planCalendar(registry, plan.value, planWords(language))));
        if (options.json === true) printJson(world, plan.value);
        else printPlan(world, plan.value);
        return plan.value.stays.length > 0 || plan.value.withheld || plan.value.steps.some(({ state }) => state === "stuck") ? STATUS.refused : STATUS.done;
      });
    });
}

function printPlan(world: World, { organisation, asOf, binds, steps, done, freeOn, provisional, stays, whole, withheld }: Plan): void {
  const head = `${organisation.name ?? organisation.codes[0]?.value ?? ""}  ${organisation.file ?? "not on file"}, on ${asOf.on}`;
  if (binds.length === 0) world.out(`${head}: nothing binds it\n`);
  else world.out(`${head}: ${binds.length} burdens; ${withheld ? "something that may not be told bears on it, so no plan is given away" : freeOn === null ? "no day on which all of it ends is known" : `nothing binds any more from ${freeOn}${provisional ? " (provisional)" : ""}, if each step is taken on its first day and granted on it`}\n`);
  for (const [index, step] of steps.entries()) printStep(world, index + 1, step);
  for (const still of stays) world.out(`  stays: ${"measure" in still && still.measure !== undefined ? still.measure : still.kind} (${still.kind})\n`);
  for (const each of done) world.out(`  [x] ${each.of} ${each.id}: ${each.how}${each.on === null ? "" : ` on ${each.on}`}\n`);
  if (!whole && !withheld) world.out("  There may be another plan as short: not every combination was tried.\n");
}

function printStep(world: World, number: number, { state, kind, id, of, other, way, others, end, frees, begins, case: running }: StepOut): void {
  world.out(`  [ ] ${number}. ${of}: ${kind} ${id}${other === null ? "" : ` of ${other.name} (${other.file})`}\n`);
  if (way === null) world.out("      no way out: it ends only if it was wrong\n");
  else world.out(`      ${way.opensOn === null ? "no day in law" : state === "open" || state === "asked" ? "open now" : `from ${way.opensOn}${way.provisional ? " (provisional)" : ""}`}: ${way.words.en}${way.decidedBy === null ? "" : `; ask ${way.decidedBy}`}${way.decideBy === null ? "" : `, who decides by ${way.decideBy}`}\n`);
  for (const condition of way?.conditions ?? []) world.out(`      ${conditionText(condition)}\n`);
  if (running !== null) world.out(`      case ${running.matter} since ${running.openedOn}${running.next === null ? "" : `: ${running.next.names.en}, by the ${running.next.by}, by ${running.next.lastDay}`}\n`);
  world.out(`      frees ${frees.length === 0 ? "nothing by itself; what comes after needs it" : frees.map(({ effect, acts, authority }) => `${effect} of ${acts.join(", ")} by ${authority}`).join("; ")}\n`);
  for (const { effect, measure } of begins) world.out(`      begins then: ${effect} by ${measure}\n`);
  if (others.length > 0) world.out(`      otherwise: ${others.map(({ words, opensOn }) => `${words.en}${opensOn === null ? "" : ` (${opensOn})`}`).join("; ")}\n`);
  world.out(`      if nothing is done it ends ${end.kind === "fixed" ? `on ${end.until}` : `never by itself (${end.kind})`}\n`);
}

function conditionText(condition: PlanCondition): string {
  const box = condition.done === null ? "–" : condition.done ? "[x]" : "[ ]";
  switch (condition.kind) {
    case "wait": return `${box} wait until ${condition.until}`;
    case "left": return `${box} be off ${condition.list}`;
    case "shown": return `${box} show: ${condition.names.en}`;
    case "asked": return `${box} apply`;
  }
}
