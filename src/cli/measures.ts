// `measures`, `answer-measure`, `memoranda`: what the law leaves to an office and what binds through it, its answers, and what memoranda ask of it
// and of others for its lists.
import { Option, type Command } from "commander";
import { answerMeasures, measuresOfOffice, memorandaOfOffice, MEASURE_CHOICES, parsePlainDate, type MeasureChoice, type MeasureCounts, type OfficeMeasure } from "../service/index.ts";
import { readWords } from "./case-options.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface AnswerOptions extends CommonOptions {
  readonly choose: MeasureChoice;
  readonly effect?: string;
  readonly statement?: string;
  readonly listing?: string;
  readonly record?: string;
  readonly on?: string;
  readonly officers: readonly string[];
}

export function addMeasures(program: Command, world: World): void {
  withCommonOptions(program.command("measures <office>"))
    .description("measures that are an office's to decide and those that bind through it, on organisations of its place")
    .option("--cursor <cursor>", "go on where the page before left off")
    .action((office: string, options: CommonOptions & { readonly cursor?: string }) => withRegistry(world, options, async (registry) => {
      const { cursor, json } = options;
      const found = await measuresOfOffice(registry, office, cursor === undefined ? {} : { cursor });
      if (!found.ok) return printProblem(world, found.error, json);
      const { toDecide, binding, on, next } = found.value;
      if (json === true) printJson(world, found.value);
      else {
        world.out(`on ${on}: ${toDecide.length} left to decide, ${binding.length} binding${next === undefined ? "" : "; more with --cursor"}\n`);
        for (const row of toDecide) world.out(`  may decide  ${rowLine(row)}`);
        for (const row of binding) world.out(`  binds       ${rowLine(row)}`);
        if (next !== undefined) world.out(`next: --cursor ${next}\n`);
      }
      return STATUS.done;
    }));

  addAnswer(program, world);
  addMemoranda(program, world);
}

function addAnswer(program: Command, world: World): void {
  withCommonOptions(program.command("answer-measure <office> <organisation> <measure>"))
    .description("decide a measure the law leaves to the office, or report what became of one that binds")
    .addOption(new Option("--choose <answer>", "apply or decline it; it was carried out, or not").choices(MEASURE_CHOICES).makeOptionMandatory())
    .option("--effect <effect>", "which effect, where the law leaves the choice of several")
    .option("--statement <text>", "reasons; what was done; why it was not")
    .option("--listing <id>", "the listing behind, where several set it off")
    .option("--record <id>", "the record behind, where several set it off")
    .option("--on <day>", "the day it was decided or done; default today")
    .option("--officers <posts>", "posts that act for the office, with commas between", readWords, [])
    .action((office: string, organisation: string, measure: string, options: AnswerOptions) => withRegistry(world, options, async (registry) => {
      const { choose, effect, statement, listing, record, officers, json } = options;
      const on = options.on === undefined ? undefined : parsePlainDate(options.on);
      if (on !== undefined && !on.ok) return printProblem(world, { code: "day-invalid", message: on.error, remedy: "Write the day as YYYY-MM-DD." }, json);
      const answered = await answerMeasures(registry, {
        by: office, officers,
        answers: [{ organisation, measure, choice: choose, ...(effect === undefined ? {} : { effect }), ...(statement === undefined ? {} : { statement }), ...(listing === undefined ? {} : { listing }), ...(record === undefined ? {} : { record }), ...(on === undefined ? {} : { on: on.value }) }],
      });
      const [own] = answered.ok ? answered.value : [answered];
      if (own === undefined) throw new Error("assertion failed: one measure has one answer");
      if (!own.ok) return printProblem(world, own.error, json);
      if (json === true) printJson(world, own.value);
      else world.out(`${own.value.measure} on ${own.value.organisation.name}: ${own.value.choice} on ${own.value.on}${own.value.repeated ? " (said before)" : ""}\n`);
      return STATUS.done;
    }));
}

function addMemoranda(program: Command, world: World): void {
  withCommonOptions(program.command("memoranda <office>"))
    .description("what memoranda in force ask of an office, and of others because of its lists, with what they reported")
    .action((office: string, options: CommonOptions) => withRegistry(world, options, async (registry) => {
      const found = await memorandaOfOffice(registry, office);
      if (!found.ok) return printProblem(world, found.error, options.json);
      if (options.json === true) {
        printJson(world, found.value);
        return STATUS.done;
      }
      const { on, forUs, ofUs } = found.value;
      world.out(`for this office, on ${on}:\n`);
      for (const { memorandum, lists, counts } of forUs) world.out(`  ${memorandum ?? "the law itself"}: ${countsText(counts)}${lists.length === 0 ? "" : `; set off by ${lists.join(", ")}`}\n`);
      for (const { list, standing, others } of ofUs) {
        world.out(`for ${list} (${standing === null ? "standing unknown" : `${standing} standing`}):${others.length === 0 ? " nothing by others" : ""}\n`);
        for (const { authority, counts, carriedOut, notCarriedOut } of others) world.out(`  ${authority}: ${countsText(counts)}; reported: ${carriedOut} carried out, ${notCarriedOut} not\n`);
      }
      return STATUS.done;
    }));
}

function rowLine({ organisation, measure, trigger, effects, from, until, reported }: OfficeMeasure): string {
  const because = trigger.kind === "list" || trigger.kind === "entailed" ? `${trigger.list} ${trigger.listing}` : trigger.kind === "record" ? `${trigger.type} ${trigger.record}` : `status ${trigger.status}`;
  return `${measure} (${effects.join(" or ")})  ${organisation.name} (${organisation.file})  because of ${because}, from ${from}${until === null ? "" : `, free on ${until}`}${reported === null ? "" : `; ${reported.outcome} on ${reported.on}`}\n`;
}

function countsText({ mandatory, mayBeDeclined, leftToDecide }: MeasureCounts): string {
  return `${mandatory} must, ${mayBeDeclined} must unless declined, ${leftToDecide} may`;
}
