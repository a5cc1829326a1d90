// `report ORG`: one signed credit report for a purpose and period, in words, as PDF or as the signed file. `report --batch FILE --out DIR`: one for each
// organisation of a list, with one certificate for the lot.
import { Option, type Command } from "commander";
import { err, makeReport, makeReports, ok, periodInWords, printCertificate, printReport, problem, PURPOSES, REPORT_WORDS, reportOfLot, statementInWords, type Language, type Problem, type Registry, type ReportAsked, type ReportIssuing, type ReportLine, type Result } from "../service/index.ts";
import { languageOption, printJson, printProblem, progressTo, readOrigin, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface ReportOptions extends CommonOptions, ReportAsked {
  readonly language: Language;
  readonly pdf?: string;
  readonly file?: string;
  readonly batch?: string;
  readonly out?: string;
  readonly origin?: string;
}

export function addReport(program: Command, world: World): void {
  withCommonOptions(program.command("report [organisation]"))
    .description("a signed credit report for a purpose and period, in place of a stack of certificates; it holds only what may be public")
    .addOption(new Option("--purpose <purpose>", "what it is for").choices([...PURPOSES]).makeOptionMandatory())
    .option("--stated <text>", "the purpose in words; needed with --purpose other")
    .option("--from <day>", "first day of the period (default: three years before its end)")
    .option("--until <day>", "first day no longer in it (default: the day after the day asked about)")
    .option("--on <day>", "day asked about (default today)")
    .option("--law <day>", "law of this day (default: the day asked about)")
    .option("--known <position>", "as known at a ledger position or day (default: now)")
    .addOption(languageOption("language of paper and words").default("en"))
    .option("--pdf <file>", "write the paper")
    .option("--file <file>", "write the signed file by itself")
    .option("--batch <file>", "a list of organisations, one a line: code, file number or whole name")
    .option("--out <dir>", "with --batch: where the papers, the certificate and the signed file of the lot are written")
    .option("--origin <url>", "the register's own address, for the QR code")
    .action((organisation: string | undefined, options: ReportOptions) => {
      const origin = readOrigin(options.origin);
      const wrong = usageOf(organisation, options) ?? (origin.ok ? undefined : origin.error);
      if (wrong !== undefined || !origin.ok) {
        world.say(`probity: ${wrong ?? ""}\n`);
        return world.exit(STATUS.usage);
      }
      const issuing: ReportIssuing = { makeKey: true, ...(origin.value === undefined ? {} : { origin: origin.value }) };
      return withRegistry(world, options, (registry) => (options.batch === undefined ? one(world, registry, options, organisation ?? "", issuing) : many(world, registry, options, options.batch, issuing)));
    });
}

/** What is wrong with how the command was called. */
function usageOf(organisation: string | undefined, { batch, out, pdf, file }: ReportOptions): string | undefined {
  if (batch === undefined) return organisation === undefined ? "name an organisation, or a list of them with --batch" : out === undefined ? undefined : "--out belongs to --batch; write one report with --pdf or --file";
  if (organisation !== undefined) return "--batch takes the organisations from its file; name none beside it";
  if (pdf !== undefined || file !== undefined) return "--batch writes all papers to the folder of --out";
  return out === undefined ? "say with --out where the papers of the lot go" : undefined;
}

async function one(world: World, registry: Registry, options: ReportOptions, organisation: string, issuing: ReportIssuing): Promise<number> {
  const made = await makeReport(registry, { ...asked(options), organisation }, issuing);
  if (!made.ok) return printProblem(world, made.error, options.json);
  const { file, report } = made.value;
  if (options.pdf !== undefined) {
    const paper = printReport(file, options.language);
    if (!paper.ok) return printProblem(world, paper.error, options.json);
    await world.writeFile(options.pdf, paper.value);
  }
  if (options.file !== undefined) await world.writeFile(options.file, new TextEncoder().encode(file));
  if (options.json === true) world.out(file);
  else for (const line of reportInWords(report, options.language)) world.out(`${line}\n`);
  return STATUS.done;
}

const ORGANISATIONS_MAX = 20_000;

async function many(world: World, registry: Registry, options: ReportOptions, batch: string, issuing: ReportIssuing): Promise<number> {
  const organisations = await organisationsIn(world, batch);
  if (!organisations.ok) return printProblem(world, organisations.error, options.json);
  const progress = progressTo(world, 100);
  const made = await makeReports(registry, organisations.value, asked(options), { ...issuing, progress: (done, total) => progress(done, total, "reports made") });
  if (!made.ok) return printProblem(world, made.error, options.json);
  const { file, lines } = made.value;
  const folder = options.out ?? ".";
  const certificate = printCertificate(file, options.language);
  if (!certificate.ok) return printProblem(world, certificate.error, options.json);
  await world.makeFolder(folder);
  await world.writeFile(`${folder}/certificate.pdf`, certificate.value);
  await world.writeFile(`${folder}/lot.json`, new TextEncoder().encode(file));
  const written: object[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind === "error") {
      written.push({ number: index + 1, asked: line.asked, error: line.error });
      continue;
    }
    const paper = printReport(reportOfLot(registry, made.value, index + 1), options.language);
    if (!paper.ok) return printProblem(world, paper.error, options.json);
    const name = `${String(index + 1).padStart(4, "0")}-${line.content.organisation.file}.pdf`;
    await world.writeFile(`${folder}/${name}`, paper.value);
    written.push({ number: index + 1, organisation: line.content.organisation.file, name: line.content.organisation.name, finding: line.content.statement.finding, code: line.code, paper: name });
    progress(index + 1, lines.length, "papers written");
  }
  if (options.json === true) printJson(world, { certificate: "certificate.pdf", lot: "lot.json", reports: written });
  else for (const [index, line] of lines.entries()) world.out(`${index + 1}. ${line.kind === "error" ? `${REPORT_WORDS[options.language].says.failed}  ${line.asked}: ${line.error.message}` : `${REPORT_WORDS[options.language].findings[line.content.statement.finding]}  ${line.content.organisation.name} (${line.content.organisation.file})`}\n`);
  return lines.some(({ kind }) => kind === "error") ? STATUS.refused : STATUS.done;
}

/** One organisation a line; empty lines and lines that begin with `#` are passed over. */
async function organisationsIn(world: World, path: string): Promise<Result<readonly string[], Problem>> {
  const found: string[] = [];
  for await (const line of world.readLines(path)) {
    const text = line.replace(/^\uFEFF/, "").trim();
    if (text !== "" && !text.startsWith("#")) found.push(text);
    if (found.length > ORGANISATIONS_MAX) return err(problem("input-invalid", `the list has more than ${ORGANISATIONS_MAX} organisations`, "Ask for them in several lots."));
  }
  return ok(found);
}

function asked({ purpose, stated, from, until, on, law, known }: ReportOptions): ReportAsked {
  return { purpose, ...(stated === undefined ? {} : { stated }), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), ...(on === undefined ? {} : { on }), ...(law === undefined ? {} : { law }), ...(known === undefined ? {} : { known }) };
}

/** A report in a few lines: the statement, how far it reaches, what binds, the code. */
export function reportInWords({ content, code, stated }: ReportLine, language: Language): readonly string[] {
  const t = REPORT_WORDS[language];
  const { sentence, reach } = statementInWords(content, language);
  const { bound, undetermined, clear } = content.binding.verdicts;
  return [
    `${t.findings[content.statement.finding].toUpperCase()}  ${sentence}`, `  ${reach}`,
    `  ${t.labels.organisation}${t.signs.colon}${content.organisation.name} (${[content.organisation.file, ...content.organisation.codes.map(({ value }) => value)].join(t.signs.comma)})`,
    `  ${t.labels.purpose}${t.signs.colon}${t.purposes[content.purpose]}${stated === null ? "" : `${t.signs.comma}${stated}`}`,
    `  ${t.labels.period}${t.signs.colon}${periodInWords(content.period, language)}`,
    `  ${t.labels.day}${t.signs.colon}${content.asOf.on}${t.signs.semicolon}${t.labels.known}${t.signs.colon}${content.asOf.known}`,
    `  ${t.says.verdicts(bound, undetermined, clear)}`,
    ...content.kinds.filter(({ count }) => count !== null && count > 0).map(({ names, count }) => `  ${language === "zh" ? (names.zh ?? names.en) : names.en}${t.signs.colon}${count}`),
    ...content.lists.filter(({ count }) => count !== null && count > 0).map(({ names, count }) => `  ${language === "zh" ? (names.zh ?? names.en) : names.en}${t.signs.colon}${count}`),
    `  ${t.labels.code}${t.signs.colon}${code}`,
  ];
}
