// The certificate for a lot laid out for paper: which reports were made under one signature, with the code of each and what could not be made.
import { nameIn, type Language } from "../domain/terms/index.ts";
import { dayOf, heard, sayerIn, type Paper, type PaperCell } from "./report-paper.ts";
import type { SignedReports } from "./report-pdf.ts";
import { periodInWords, REPORT_WORDS } from "./report-words.ts";

export function certificatePaper({ head, kid, lines }: Omit<SignedReports, "file">, language: Language): Paper {
  const t = REPORT_WORDS[language];
  const say = sayerIn(language);
  const first = lines.flatMap(({ line }) => (line.kind === "report" ? [line] : []))[0];
  const content = first?.content;
  return {
    lang: language, kind: t.certificate, title: say.own(t.certificate), subtitle: "", register: content === undefined ? "" : nameIn(content.register.name, language),
    notice: content === undefined || content.register.model === null ? null : t.says.model(nameIn(content.register.model, language)), day: dayOf(head.issuedAt),
    head: content === undefined ? [say.pair(t.labels.issued, head.issuedAt)] : [
      { label: say.own(t.labels.purpose), cell: [say.own(t.purposes[content.purpose]), ...(first?.stated === null || first === undefined ? [] : [heard(first.stated, language)])] },
      say.pair(t.labels.period, periodInWords(content.period, language)), say.pair(t.labels.day, content.asOf.on), say.pair(t.labels.issued, head.issuedAt),
    ],
    statement: null,
    sections: [{
      heading: t.headings.organisations,
      blocks: [
        { kind: "line", text: say.own(t.says.lot(head.count)), quiet: false },
        {
          kind: "table", widths: [0.4, 2.2, 1.2, 1.3, 2], columns: [t.columns.number, t.columns.name, t.labels.file, t.columns.result, t.columns.code],
          rows: lines.map(({ number, line }): readonly PaperCell[] => line.kind === "report"
            ? [[say.own(String(number))], [heard(line.content.organisation.name, language)], [say.own(line.content.organisation.file)], [say.own(t.findings[line.content.statement.finding])], [say.own(line.code)]]
            : [[say.own(String(number))], [heard(line.asked, language)], [say.own("")], [say.own(t.says.failed)], [heard(line.error.message, language)]]),
        },
      ],
    }],
    notes: t.says.notes,
    foot: [say.pair(t.labels.root, head.root), say.pair(t.labels.key, kid), ...(content === undefined ? [] : [say.pair(t.labels.known, String(content.asOf.known)), say.pair(t.labels.rulebook, content.asOf.rulebook)]), say.pair(t.labels.check, t.says.check)],
    code: null, address: null,
  };
}
