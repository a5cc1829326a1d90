// `verify-report FILE`: what is proven of a credit report, PDF or signed file, by the public keys alone; whether the paper is the one that was signed; and
// where the register that made it is at hand, what became of it since.
import type { Command } from "commander";
import { checkReport, remadeInWords, REPORT_BYTES_MAX, type Language, type ReportsChecked, type ReportToCheck } from "../service/index.ts";
import { languageOption, printJson, printNotValid, printProblem, progressTo, STATUS, withCommonOptions, withRegisterIfThere, type CommonOptions, type World } from "./command.ts";
import { reportInWords } from "./report.ts";

interface VerifyOptions extends CommonOptions {
  readonly keys?: string;
  readonly language?: Language;
}

export function addVerifyReport(program: Command, world: World): void {
  withCommonOptions(program.command("verify-report <file>"))
    .description("check a credit report offline, PDF or signed file; exits 1 where it is not valid")
    .option("--keys <file>", "the register's public keys, as its /.well-known/jwks.json or `keys --json` gives them (default: those of the data folder)")
    .addOption(languageOption("say it in one language only"))
    .action(async (file: string, options: VerifyOptions) => {
      if (options.keys === undefined && !world.holdsRegister(options.data)) {
        world.say(`probity: no keys: there is no register in \`${options.data}\`. Give the register's public keys with --keys, or its folder with --data.\n`);
        return world.exit(STATUS.usage);
      }
      const progress = progressTo(world, 100);
      const request: ReportToCheck = {
        bytes: await world.readFile(file, REPORT_BYTES_MAX), digest: world.digest, progress: (done, total) => (total > 50 ? progress(done, total, "reports made again") : undefined), ...(options.keys === undefined ? {} : { keySet: await world.readFile(options.keys, REPORT_BYTES_MAX) }),
      };
      return withRegisterIfThere(world, options, (registry) => verify(world, { ...request, ...(registry === undefined ? {} : { registry }) }, options));
    });
}

async function verify(world: World, request: ReportToCheck, { json, language }: VerifyOptions): Promise<number> {
  const checked = await checkReport(request);
  if (!checked.ok) return printProblem(world, checked.error, json);
  const reports = checked.value;
  if (!reports.ok) return printNotValid(world, reports.error, json);
  if (json === true) printJson(world, { valid: true, ...reports.value });
  else printReports(world, reports.value, language === undefined ? ["en", "zh"] : [language]);
  return STATUS.done;
}

function printReports(world: World, { head, key, paper, lines }: ReportsChecked, languages: readonly Language[]): void {
  world.out("VALID\n");
  for (const language of languages) {
    const say = (en: string, zh: string): string => (language === "zh" ? zh : en);
    world.out(`${say(`Made at ${head.issuedAt}; ${lines.length === head.count ? `${head.count} ${head.count === 1 ? "report" : "reports"}` : `${lines.length} of a lot of ${head.count}`}; signed by the key ${key.kid}.`, `出具于${head.issuedAt}；${lines.length === head.count ? `共${head.count}份报告` : `一批${head.count}份中的${lines.length}份`}；签名密钥${key.kid}。`)}\n`);
    if (key.revoked !== null) world.out(`${say(`Careful: the key is revoked since ${key.revoked.since}. The report says it is older, and whoever has a stolen key can write any day: hold it against the register.`, `注意：该密钥自${key.revoked.since}起已吊销。报告自称早于该日，但持有被盗密钥者可填写任意日期，请向登记册核对。`)}\n`);
    world.out(`${paperWords(paper, say)}\n`);
    for (const { number, line, again } of lines) {
      world.out("\n");
      if (lines.length > 1) world.out(`${number}. `);
      if (line.kind === "error") world.out(`${say("NOT MADE", "未能出具")}  ${line.asked}: ${line.error.message}\n`);
      else for (const text of reportInWords(line, language)) world.out(`${text}\n`);
      if (again === undefined) continue;
      const words = remadeInWords(again, language);
      world.out(`  ${words.head}${say(".", "。")}\n`);
      for (const text of words.lines) world.out(`  ${text}\n`);
    }
    world.out("\n");
  }
}

function paperWords(paper: ReportsChecked["paper"], say: (en: string, zh: string) => string): string {
  switch (paper.kind) {
    case "none": return say("This is the signed file by itself.", "这是单独的签名文件。");
    case "same": return say("The paper is the one that is drawn of what was signed, to the byte.", "纸件与签名内容所绘制的完全一致。");
    case "notDrawn": return say(`Only the signed file in the PDF is proven: the paper cannot be drawn again here. ${paper.why} Compare it with what follows.`, `仅证明了PDF内的签名文件：此处不能重新绘制纸件，请与下文核对。`);
  }
}
