// Verify a report: by its code, which makes it again from the register, or by the PDF or signed file itself.
import { remadeInWords, type CheckedReport, type Remade } from "../../../service/index.ts";
import { queryText } from "../addresses.ts";
import { heard, sentence, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { absent, block, findings } from "../parts/notices.ts";
import { reportSaid, statement } from "../parts/report-said.ts";
import { sign, type Sign } from "../parts/signs.ts";
import { viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { UploadedReport, VerifyReportModel } from "../view-models-report.ts";

export function verifyReportPage(frame: Frame, model: VerifyReportModel): Html {
  const view = viewOf(frame);
  const t = view.t.report.verify;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${t.lead}</p>
${model.remade !== undefined && remade(view, model.remade, "")}
${model.upload !== undefined && uploaded(view, model.upload)}
<div class="ways-to-verify">${block("code", t.byCode, "", html`<form class="report-form" method="get" action="/${view.language}/verify-report"><div class="field whole-row"><label for="verification-code">${t.code}</label><input class="day" id="verification-code" name="code" value="${model.code}" required maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"><p class="fine" id="code-hint">${t.codeHint}</p></div><p class="whole-row"><button>${t.check}</button></p></form>`)}
${block("file", t.byFile, "", html`<form class="report-form" method="post" enctype="multipart/form-data" action="/${view.language}/verify-report"><div class="field whole-row"><label for="report-file">${t.file}</label><input id="report-file" type="file" name="file" required accept=".pdf,.json,application/pdf,application/json" aria-describedby="file-hint"><p class="fine" id="file-hint">${t.fileHint}</p></div><p class="whole-row"><button class="second">${t.upload}</button></p></form>`)}</div>
${model.remade?.kind === "issued" && html`${block("said", t.said, t.saidNote, html`<p class="fine">${t.statedNote}</p>`)}${reportSaid(view, model.remade.said, "said-")}`}</div>`;
  return page(view, {
    title: t.title, room: "search", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.title }], body, command: "./probity verify-report report.pdf", citation: t.title,
    ...(model.remade === undefined || model.remade.kind === "unreadable" ? {} : { json: `/v1/verify-report${queryText({ code: model.code })}` }),
  });
}

const SIGNS: Readonly<Record<Remade["kind"], Sign>> = { unreadable: "error", elsewhere: "undetermined", forgotten: "undetermined", notIssued: "finding", issued: "clear" };
const LOOKS: Readonly<Record<Remade["kind"], string>> = { unreadable: "some", elsewhere: "unknown", forgotten: "unknown", notIssued: "some", issued: "none" };

/** What the register finds behind a code, in a frame that tells by its shape how far it is to be relied on. */
function remade(view: View, found: Remade, prefix: string): Html {
  const { head, lines } = remadeInWords(found, view.language);
  return html`<section class="statement is-${LOOKS[found.kind]}" aria-labelledby="${prefix}found-h"${found.kind === "unreadable" && html` role="alert"`}><h2 id="${prefix}found-h">${sign(SIGNS[found.kind])}${head}</h2>${lines.map((line) => html`<p>${sentence(line, view.language)}</p>`)}</section>`;
}

function uploaded(view: View, upload: UploadedReport): Html {
  const t = view.t.report.verify;
  switch (upload.kind) {
    case "none":
      return absent(t.none, t.noneNote);
    case "tooLarge":
      return absent(t.tooLarge, t.tooLargeNote);
    case "notValid":
      return html`<section class="statement is-some" role="alert" aria-labelledby="upload-h"><h2 id="upload-h">${sign("error")}${t.notValid}</h2>${findings(view, upload.findings)}</section>`;
    case "valid": {
      const { head, key, paper, lines } = upload.reports;
      return html`<section class="statement is-none" aria-labelledby="upload-h"><h2 id="upload-h">${sign("clear")}${t.valid}</h2><p>${t.signedBy(head.issuedAt, key.kid)}${view.t.space}${t.ofLot(lines.length, head.count)}</p><p>${t.paper[paper.kind]}</p></section>${lines.map((line) => proven(view, line, lines.length === 1))}`;
    }
  }
}

/** One proven report: alone in full, of a lot its statement. */
function proven(view: View, { number, line, again }: CheckedReport, whole: boolean): Html {
  const t = view.t.report.verify;
  const prefix = `line-${number}-`;
  if (line.kind === "error") return html`<section class="statement is-unknown" aria-labelledby="${prefix}h"><h2 id="${prefix}h">${sign("undetermined")}${number}. ${t.failed}</h2><p>${spoken(line.asked, view.language)}${view.t.colon}${heard(line.error.message, view.language)}</p></section>`;
  return html`<h2 class="of-lot">${!whole && `${number}. `}${spoken(line.content.organisation.name, view.language)}</h2>${line.stated !== null && html`<p>${view.t.report.stated}${view.t.colon}${spoken(line.stated, view.language)}</p>`}${again !== undefined && remade(view, again, prefix)}${whole ? reportSaid(view, line.content, prefix) : statement(view, line.content, prefix)}`;
}
