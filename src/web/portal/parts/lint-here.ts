// Findings of the linter: each with its rule, how grave it is, what, why and what would mend it. On the page of what they are about,
// and on the page of the linter.
import { pageAddress } from "../addresses.ts";
import { longDay, told, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { Severity } from "../view-models-law.ts";
import type { LintFindingView, LintView } from "../view-models-rules.ts";
import { absent, block } from "./notices.ts";
import { sign } from "./signs.ts";
import { lawLink, type View } from "./view.ts";

/** The block on the page of an entry; `self` is not named again. */
export function lintBlock(view: View, lint: LintView, self: string): Html {
  const t = view.t.pages.lint;
  const aside = html`${t.hereNote(longDay(lint.on, view.language), longDay(lint.standards, view.language))}${view.t.stop}${view.t.space}<a href="${pageAddress(view.frame, "/law/lint")}">${t.toLint}</a>`;
  return block("lint", t.here, aside, lint.findings.length === 0 ? absent(t.hereNone, t.hereNoneNote) : lintFindings(view, lint.findings, self));
}

export function lintFindings(view: View, findings: readonly LintFindingView[], self: string | null): Html {
  const { t, language, frame } = view;
  return html`<ul class="findings">${findings.map((finding) => html`<li>${sign(SIGNS[finding.severity])}<div><p class="rule">${severityWords(view, finding.severity)} <a href="${pageAddress(frame, "/law/lint", { rule: finding.rule })}">${wordsOf(finding.names, language)}</a>${finding.entry !== self && html` <span class="about">${lawLink(view, finding.entry)}</span>`}</p>
<p><b>${told(finding.what, language)}</b></p><p>${told(finding.why, language)}</p><p>${t.pages.lint.remedy}${t.colon}${told(finding.remedy, language)}</p>
<p class="fine">${finding.measuredBy !== undefined && html`${t.pages.lint.measuredBy}${t.colon}${lawLink(view, finding.measuredBy)}${t.stop}${t.space}`}<code>${finding.at}</code></p></div></li>`)}</ul>`;
}

const SIGNS = { error: "error", warning: "finding", note: "open" } as const satisfies Record<Severity, string>;

export function severityWords(view: View, severity: Severity): Html {
  return html`<span class="severity is-${severity}">${view.t.pages.lint.severity[severity]}</span>`;
}
