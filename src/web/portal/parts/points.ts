// Points: grades and bands by the points they take, and the table of a point scheme with its protected matters marked.
import { count, named } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { GradeView, ScoreRowView, ScoreView } from "../view-models-entry.ts";
import { absent, block } from "./notices.ts";
import { badge } from "./signs.ts";
import { table, under } from "./table.ts";
import { lawLink, lawName, type View } from "./view.ts";

export function gradeTable(view: View, name: string, grades: readonly GradeView[]): Html {
  const t = view.t.pages.grades;
  const columns = [{ title: t.value, plain: true }, { title: t.name, roomy: true }, { title: t.points }, { title: t.rules, roomy: true }];
  return table(name, columns, grades.map((grade) => ({
    cells: [html`<b>${grade.value}</b>`, named(grade.names, view.language), pointsOf(view, grade), grade.rules.length === 0 ? null : html`<ul class="plain">${grade.rules.map((rule) => html`<li>${named(rule, view.language)}</li>`)}</ul>`],
  })));
}

function pointsOf(view: View, { minimum, below }: GradeView): string | null {
  const t = view.t.pages.grades;
  if (minimum !== undefined && below !== undefined) return t.between(minimum, below);
  return minimum !== undefined ? t.from(minimum) : below !== undefined ? t.below(below) : null;
}

/** Everything a scheme says, and above it that it is applied to nobody. */
export function scoreBlocks(view: View, score: ScoreView): Html {
  const { t, language } = view;
  const words = t.pages.score;
  const marked = score.rows.filter((row) => row.protectedMatters.length > 0).length;
  const [plus, minus] = [score.rows.filter((row) => row.tiers.some((tier) => tier.points > 0)).length, score.rows.filter((row) => row.tiers.some((tier) => tier.points < 0) || row.setsTo !== undefined).length];
  const facts = [
    ...(score.keeper === undefined ? [] : [[words.keeper, lawLink(view, score.keeper)] as const]), ...(score.start === undefined ? [] : [[words.start, html`${score.start}`] as const]),
    ...(score.minimum === undefined && score.maximum === undefined ? [] : [[words.range, html`${score.minimum ?? "…"} – ${score.maximum ?? "…"}`] as const]),
  ];
  return html`${facts.length > 0 && html`<dl class="facts scheme">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`}
${score.bands.length > 0 && block("bands", words.bands, "", gradeTable(view, "bands-h", score.bands))}
${score.benefits.length > 0 && block("benefits", words.benefits, "", html`<ul class="told">${score.benefits.map((benefit) => html`<li>${named(benefit, language)}</li>`)}</ul>`)}
${score.rows.length > 0 && block("rows", html`${words.title} <span class="figure">${words.rows(score.rows.length)}</span>`, words.sum(plus, minus), html`${marked > 0 && html`<p class="lead">${words.protectedNote(marked)}</p>`}${absent(words.notice, words.noticeNote)}${scoreRows(view, score.rows)}`)}`;
}

function scoreRows(view: View, rows: readonly ScoreRowView[]): Html {
  const { t, language } = view;
  const words = t.pages.score;
  const columns = [{ title: words.row, plain: true }, { title: words.authority, wide: true }, { title: words.points, number: false, roomy: true }];
  return table("rows-h", columns, rows.map((row) => ({
    id: row.id.replace(/[^a-z0-9-]/gi, "-"),
    cells: [
      html`${lawLink(view, row.id)}${row.protectedMatters.length > 0 && html` ${badge(view, "may", `${words.protected}${t.colon}${row.protectedMatters.map((matter) => words.matters[matter] ?? matter).join(t.comma)}`)}`}${row.note !== undefined && under(named(row.note, language))}`,
      row.authority === undefined ? null : lawName(view, row.authority),
      html`<ul class="plain tiers">${row.setsTo !== undefined ? html`<li>${words.setsTo(row.setsTo)}</li>` : row.tiers.map((tier) => html`<li><b>${signed(tier.points)}</b> ${row.tiers.length > 1 && named(tier.names, language)}${tier.per !== undefined && html` / ${named(tier.per, language)}`}</li>`)}</ul>${row.limit !== undefined && under(words.limit(row.limit))}${row.onceWith.length > 0 && under(html`${words.onceWith}${t.space}${row.onceWith.map((id, index) => html`${index > 0 && t.comma}${lawLink(view, id)}`)}`)}`,
    ],
  })));

  function signed(points: number): string {
    return points > 0 ? `+${count(points, language)}` : points < 0 ? `−${count(-points, language)}` : "0";
  }
}
