// `check ORG ACT[@WHERE]` and `check --batch FILE.ndjson`: the answer, exactly as design.md 6 lays it down.
import { InvalidArgumentError, type Command } from "commander";
import { answerCheckLines, checkOrganisation, issueReceipt, KEEPER, receiptLine, receiptOf, type Answer, type CheckRequest, type Problem, type Registry, type Result } from "../service/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

interface CheckOptions extends ClockOptions {
  readonly rulebook?: string;
  readonly explain?: boolean;
  readonly batch?: string;
  readonly failOn?: readonly string[];
  readonly receipt?: string;
}

const VERDICTS: readonly Answer["verdict"][] = ["bound", "clear", "undetermined"];

export function addCheck(program: Command, world: World): void {
  withClocks(program.command("check [organisation] [act]"))
    .description("may this organisation do this act, where, on this day? ORG: file number, code or whole name; ACT[@WHERE]: an act of the law")
    .option("--rulebook <hash>", "under a rulebook this registry was run by before: its hash, or the first digits of it (default: the one in use)")
    .option("--explain", "every reason in words, and what was considered and does not bind")
    .option("--batch <file>", "a question a line as JSON, an answer a line out, in the same order")
    .option("--receipt <file>", "write a signed receipt of the answer, or one of the whole batch, for `verify-receipt`")
    .option("--fail-on <verdicts>", "exit 1 on these verdicts, e.g. bound,undetermined", readVerdicts)
    .action(async (organisation: string | undefined, act: string | undefined, options: CheckOptions) => {
      const { batch } = options;
      if (batch !== undefined) return withRegistry(world, options, (registry) => checkBatch(world, registry, batch, options));
      if (organisation === undefined || act === undefined) {
        world.say("probity: give an organisation and an act, such as `check P00000018 mdb:award-contract@ebrd`, or --batch FILE\n");
        return world.exit(STATUS.usage);
      }
      return withRegistry(world, options, (registry) => checkOne(world, registry, { organisation, act, ...askedUnder(options), explain: options.explain === true }, options));
    });
}

/** A verdict written wrong would let everything pass unseen. */
function readVerdicts(text: string): readonly string[] {
  const asked = text.split(",").map((each) => each.trim());
  const unknown = asked.find((each) => !VERDICTS.some((verdict) => verdict === each));
  if (unknown !== undefined) throw new InvalidArgumentError(`\`${unknown}\` is not a verdict; choose among ${VERDICTS.join(", ")}.`);
  return asked;
}

/** Clocks and rulebook, those that were given. */
function askedUnder(options: CheckOptions): Pick<CheckRequest, "on" | "law" | "known" | "rulebook"> {
  return { ...clocksOf(options), ...(options.rulebook === undefined ? {} : { rulebook: options.rulebook }) };
}

async function checkOne(world: World, registry: Registry, request: CheckRequest, options: CheckOptions): Promise<number> {
  const answer = await checkOrganisation(registry, KEEPER, { ...request, explain: true });
  if (!answer.ok) return printProblem(world, answer.error, options.json);
  if (options.receipt !== undefined) {
    // Like the printed answer, the receipt carries what was considered and does not bind only where that was asked for.
    const asked = { ...request, explain: options.explain === true };
    const written = await writeReceipt(world, options.receipt, await receiptOf(registry, KEEPER, asked, asked.explain ? answer.value : { ...answer.value, spared: [] }));
    if (!written.ok) return printProblem(world, written.error, options.json);
  }
  if (options.json === true) printJson(world, options.explain === true ? answer.value : { ...withoutWords(answer.value), spared: [] });
  else printAnswer(world, answer.value, options.explain === true);
  return options.failOn?.includes(answer.value.verdict) === true ? STATUS.refused : STATUS.done;
}

function withoutWords(answer: Answer): Answer {
  const { words: _words, ...rest } = answer;
  return rest;
}

function printAnswer(world: World, answer: Answer, wordy: boolean): void {
  const words = answer.words?.en;
  world.out(`${answer.verdict.toUpperCase()}  ${words?.sentence ?? ""}\n`);
  const reasons = words?.reasons ?? [];
  const spared = wordy ? [] : reasons.filter((reason) => reason.startsWith("Does not bind"));
  for (const reason of reasons) if (!spared.includes(reason)) world.out(`  ${reason}\n`);
  for (const exit of words?.exits ?? []) world.out(`  Way out: ${exit}\n`);
  const { on, law, known, rulebook, editions } = answer.asOf;
  const resting = Object.entries(editions).map(([list, day]) => `${list} of ${day}`).join(", ");
  world.out(`  As of ${on}, law of ${law}, known at position ${known}, rulebook ${rulebook.slice(0, 19)}…${resting === "" ? "" : `; editions: ${resting}`}\n`);
}

async function writeReceipt(world: World, path: string, receipt: Result<string, Problem>): Promise<Result<string, Problem>> {
  if (receipt.ok) await world.writeFile(path, new TextEncoder().encode(receipt.value));
  return receipt;
}

/** An answer for every line; a line in error, or a verdict that was named, makes the status. */
async function checkBatch(world: World, registry: Registry, path: string, options: CheckOptions): Promise<number> {
  const { receipt } = options;
  const receiptLines: string[] = [];
  let failed = false;
  for await (const answered of answerCheckLines(registry, KEEPER, world.readLines(path), { ...askedUnder(options), explain: options.explain === true })) {
    const { said } = answered;
    if (!said.ok || options.failOn?.includes(said.value.verdict) === true) failed = true;
    world.out(`${JSON.stringify(said.ok ? said.value : { error: said.error })}\n`);
    if (receipt !== undefined) receiptLines.push(await receiptLine(registry, answered));
  }
  if (receipt === undefined || receiptLines.length === 0) return failed ? STATUS.refused : STATUS.done;
  const written = await writeReceipt(world, receipt, await issueReceipt(registry, KEEPER, receiptLines));
  if (!written.ok) printProblem(world, written.error, false);
  return failed || !written.ok ? STATUS.refused : STATUS.done;
}
