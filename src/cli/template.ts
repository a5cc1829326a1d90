// `template ID --out FILE`: an empty sheet to fill in, as workbook or CSV, with the headers and choices the import understands.
import type { Command } from "commander";
import { writeSheet, type Language } from "../service/index.ts";
import { languageOption, printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface TemplateOptions extends CommonOptions {
  readonly out: string;
  readonly language: Language;
  readonly encoding: string;
}

export function addTemplate(program: Command, world: World): void {
  withCommonOptions(program.command("template <id>"))
    .description("write an empty sheet to fill in and hand in with `import`")
    .requiredOption("--out <file>", "where to write it: .xlsx or .csv")
    .addOption(languageOption("language of the headers").default("zh"))
    .option("--encoding <utf-8|gb18030>", "of a CSV", "utf-8")
    .action((id: string, options: TemplateOptions) => {
      const format = options.out.toLowerCase().endsWith(".xlsx") ? "xlsx" : options.out.toLowerCase().endsWith(".csv") ? "csv" : undefined;
      const { language, encoding } = options;
      if (format === undefined || (encoding !== "utf-8" && encoding !== "gb18030")) {
        world.say("probity: --out ends in .xlsx or .csv, --encoding is utf-8 or gb18030\n");
        return world.exit(STATUS.usage);
      }
      return withRegistry(world, options, async (registry) => {
        const sheet = writeSheet(registry, { template: id, format, language, rows: [], ...(encoding === "gb18030" ? { encoding } : {}) });
        if (!sheet.ok) return printProblem(world, sheet.error, options.json);
        await world.writeFile(options.out, sheet.value);
        if (options.json === true) printJson(world, { template: id, out: options.out, bytes: sheet.value.length });
        else world.out(`${options.out}: hand it in with \`import ${options.out} --template ${id}\`\n`);
        return STATUS.done;
      });
    });
}
