// `verify-receipt FILE`: what is proven of a receipt, in words, by the public keys alone; and where the register that gave it is at hand, whether
// it would say the same today.
import type { Command } from "commander";
import { checkReceipt, lineSentence, RECEIPT_BYTES_MAX, verdictWord, type AskedAgain, type CameTo, type ChangedSince, type Language, type ReceiptChecked, type ReceiptToCheck } from "../service/index.ts";
import { languageOption, printJson, printNotValid, printProblem, progressTo, readCount, STATUS, withCommonOptions, withRegisterIfThere, type CommonOptions, type World } from "./command.ts";

interface VerifyOptions extends CommonOptions {
  readonly keys?: string;
  readonly line?: number;
  readonly out?: string;
  readonly language?: Language;
}

export function addVerifyReceipt(program: Command, world: World): void {
  withCommonOptions(program.command("verify-receipt <file>"))
    .description("check a receipt offline and say in words what was known then; exits 1 where it is not valid")
    .option("--keys <file>", "the register's public keys, as its /.well-known/jwks.json or `keys --json` gives them (default: those of the data folder)")
    .option("--line <n>", "only this line of a receipt for a lot", readCount)
    .option("--out <file>", "with --line: write that line as a receipt of its own, to be shown without the others")
    .addOption(languageOption("say it in one language only"))
    .action(async (file: string, options: VerifyOptions) => {
      const usage = usageOf(world, options);
      if (usage !== undefined) {
        world.say(`probity: ${usage}\n`);
        return world.exit(STATUS.usage);
      }
      const bytes = await world.readFile(file, RECEIPT_BYTES_MAX);
      const request: ReceiptToCheck = {
        bytes, digest: world.digest, progress: progressOf(world, bytes), ...(options.keys === undefined ? {} : { keySet: await world.readFile(options.keys, RECEIPT_BYTES_MAX) }), ...(options.line === undefined ? {} : { line: options.line }),
      };
      return withRegisterIfThere(world, options, (registry) => verify(world, { ...request, ...(registry === undefined ? {} : { registry }) }, options));
    });
}

/** What is wrong with how the command was called; nothing is made where there is no register. */
function usageOf(world: World, { keys, data, out, line }: VerifyOptions): string | undefined {
  if (out !== undefined && line === undefined) return "--out writes one line; say which with --line";
  if (keys === undefined && !world.holdsRegister(data)) return `no keys: there is no register in \`${data}\`. Give the register's public keys with --keys, or its folder with --data.`;
  return undefined;
}

/** A lot is asked again line by line, which takes time worth showing. */
function progressOf(world: World, { length }: Uint8Array): NonNullable<ReceiptToCheck["progress"]> {
  const progress = progressTo(world);
  return (done, total) => (length > 1_000_000 ? progress(done, total, "lines asked again") : undefined);
}

async function verify(world: World, request: ReceiptToCheck, { json, language, out }: VerifyOptions): Promise<number> {
  const checked = await checkReceipt(request);
  if (!checked.ok) return printProblem(world, checked.error, json);
  const receipt = checked.value;
  if (!receipt.ok) return printNotValid(world, receipt.error, json);
  if (out !== undefined && receipt.value.part !== undefined) await world.writeFile(out, new TextEncoder().encode(receipt.value.part));
  if (json === true) printJson(world, { valid: true, ...withoutPart(receipt.value) });
  else printReceipt(world, receipt.value, language === undefined ? ["en", "zh"] : [language]);
  return STATUS.done;
}

function withoutPart({ part: _part, ...rest }: ReceiptChecked): Omit<ReceiptChecked, "part"> {
  return rest;
}

function printReceipt(world: World, receipt: ReceiptChecked, languages: readonly Language[]): void {
  world.out("VALID\n");
  for (const language of languages) {
    for (const text of receipt.words[language]) world.out(`${text}\n`);
    for (const line of receipt.lines) {
      world.out("\n");
      for (const text of receipt.lines.length === 1 ? line.words[language] : [`${line.number}. ${lineSentence(line.line, language)}`]) world.out(`${text}\n`);
      if (line.again !== undefined) for (const text of againInWords(line.again, language)) world.out(`  ${text}\n`);
    }
    world.out("\n");
  }
}

/** What the register says today: nothing more where it is the same. */
function againInWords(again: AskedAgain, language: Language): readonly string[] {
  const say = (en: string, zh: string): string => (language === "zh" ? zh : en);
  if (again.kind === "otherLedger") return [say("The register at hand does not hold what this rests on: it is a copy from before, or one that went another way; nothing can be said of today.", "手边的登记册不含本凭证所依据的内容：系较早的副本或已分叉，无法说明今日情况。")];
  const { asKnownThen, asKnownNow, underRulebookInUse, since, forgotten } = again;
  return [
    ...(asKnownThen.kind === "same" ? [say("As known then the register says the same today.", "按当时所知，登记册今日的答复相同。")] : cameTo(asKnownThen, say("As known then the register says something else today", "按当时所知，登记册今日的答复不同"), language)),
    ...(forgotten.length === 0 ? [] : [say(`What was said at ${forgotten.length === 1 ? "position" : "positions"} ${forgotten.join(", ")} has been forgotten since, as the law asks.`, `账本位置${forgotten.join("、")}的内容已依法删除。`)]),
    ...(asKnownNow.kind === "same" ? [say("As known now it is still the answer.", "按今日所知，答复不变。")] : cameTo(asKnownNow, say("TOLD OTHERWISE TODAY: as known now the answer about that day is another", "今日答复不同：按今日所知，关于该日的答复已变"), language)),
    ...(underRulebookInUse === undefined || underRulebookInUse.kind === "same" ? [] : cameTo(underRulebookInUse, say("READ OTHERWISE TODAY: under the rulebook in use the answer about that day is another", "今日解读不同：按现用规则集，关于该日的答复已变"), language)),
    ...since.map((change) => changeInWords(change, language)),
  ];
}

function cameTo(came: CameTo, head: string, language: Language): readonly string[] {
  const colon = language === "zh" ? "：" : ": ";
  switch (came.kind) {
    case "same": return [];
    case "unanswered": return [`${head}${colon}${came.problem.message}.`];
    case "another": {
      const words = came.words?.[language];
      return [`${head}${colon}${verdictWord(came.verdict, language)}  ${words?.sentence ?? ""}`, ...(words?.reasons ?? []).filter((reason) => !/^(?:Does not bind|不适用)/.test(reason)).map((reason) => `  ${reason}`)];
    }
  }
}

const CHANGES = {
  annulled: { en: "was annulled: it should never have been", zh: "已被撤销，视为自始不存在" },
  removed: { en: "was removed", zh: "已移出" },
  corrected: { en: "was corrected", zh: "已更正" },
  repaired: { en: "was repaired", zh: "已修复" },
  withdrawn: { en: "was taken back by whoever had handed it in", zh: "已由报送方撤回" },
  stayed: { en: "was stayed", zh: "已中止效力" },
} as const satisfies Record<ChangedSince["what"], Record<Language, string>>;

function changeInWords({ what, of, id, on, position }: ChangedSince, language: Language): string {
  return language === "zh" ? `其所依据的${of}（${id}）${CHANGES[what].zh}：${on}，账本位置${position}。` : `It rested on ${id} of ${of}, which ${CHANGES[what].en}: ${on}, ledger position ${position}.`;
}

