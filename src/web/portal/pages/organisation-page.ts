// Organisation: who it is, may it do this, why, how out, everything that applies, and what is on file.
import { organisationPath, pageAddress } from "../addresses.ts";
import { codeText, isoDay, named, sentence, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { answerCard } from "../parts/answer-card.ts";
import { actForm } from "../parts/ask.ts";
import { reasonChain } from "../parts/chain.ts";
import { clockBar } from "../parts/clocks.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { effectsLegend, effectsSheet, memorandaNamed } from "../parts/effects-table.ts";
import { exits } from "../parts/exits.ts";
import { absent, block } from "../parts/notices.ts";
import { feedLinks, feedsInHead } from "../parts/feed-links.ts";
import { onFile } from "../parts/on-file.ts";
import { relations } from "../parts/relations.ts";
import { sheetTable } from "../parts/sheet.ts";
import { standingCard } from "../parts/standing-card.ts";
import { deliveries, regimes } from "../parts/strips.ts";
import { table, under } from "../parts/table.ts";
import { timeline } from "../parts/timeline.ts";
import { lawLink, lawName, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { AnswerView } from "../view-models-answer.ts";
import type { OrganisationModel } from "../view-models-organisation.ts";

export function organisationPage(frame: Frame, model: OrganisationModel): Html {
  const view = viewOf(frame);
  const { t } = view;
  const { organisation, answer } = model;
  const followed = { path: organisationPath(organisation.file), title: t.feeds.of.organisation(organisation.name) };
  const body = html`<div class="width">${head(view, model)}${clockBar(view, model.presets)}</div>
${localLinks(view, model)}
<div class="width">
${actForm(view, model.acts, { act: answer?.act.value, places: model.places, place: model.place }, countsLine(view, model))}
${answer === undefined ? standingCard(view, model) : html`${answerCard(view, answer)}${whyAndOut(view, answer)}${spared(view, answer)}`}
${block("all", t.organisation.all, t.organisation.allNote, model.effects.length === 0 ? absent(t.organisation.nothingApplies, t.organisation.nothingAppliesNote) : html`${sheetTable(view, effectsSheet(view, organisation.file, model.effects))}${effectsLegend(view, model.effects)}${memorandaNamed(view, model.effects)}`)}
${officeHolders(view, model)}
${model.regimes.length > 0 && block("laws", t.organisation.laws, answer === undefined ? "" : wordsOf(answer.act.names, view.language), regimes(view, model.regimes))}
${model.timeline !== undefined && timeline(view, model.timeline)}
${model.relations !== undefined && relations(view, model.relations)}
${onFile(view, model)}
${model.deliveries.length > 0 && block("sources", t.deliveries.title, t.deliveries.note, deliveries(view, model.deliveries))}
${feedLinks(view, followed)}
</div>`;
  return page(view, {
    title: organisation.name,
    room: "search",
    trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.search, path: "/search" }, { words: t.frame.organisation }],
    body,
    json: `/v1${organisationPath(organisation.file)}/standing`,
    command: commandOf(frame, organisation.file, answer),
    citation: t.organisation.citation(organisation.name, organisation.file, answer === undefined ? null : wordsOf(answer.act.names, view.language)),
    feeds: feedsInHead(frame, followed),
  });
}

function commandOf(frame: Frame, file: string, answer: AnswerView | undefined): string {
  const clocks = frame.clocks === undefined ? "" : ` --on ${frame.clocks.on} --law ${frame.clocks.law} --known ${frame.clocks.known}`;
  return answer === undefined ? `./probity standing ${file}${clocks}` : `./probity check ${file} ${answer.act.value}${clocks} --explain`;
}

function head(view: View, model: OrganisationModel): Html {
  const { t, language } = view;
  const one = model.organisation;
  const place = [one.address, one.country].filter((part) => part !== undefined).join(", ");
  return pageHead(spoken(one.name, language), one.otherName === undefined ? null : spoken(one.otherName, language), [
    ...one.codes.map((code) => [wordsOf(view.frame.law[code.scheme]?.names ?? { en: code.scheme }, language), codeText(code.value)] as const),
    [t.organisation.file, html`<span class="code">${one.file}</span>`],
    one.status === undefined ? null : [t.organisation.status, named(one.status, language)],
    one.kind === undefined ? null : [t.organisation.kind, named(one.kind, language)],
    one.legalForm === undefined ? null : [t.organisation.legalForm, named(one.legalForm, language)],
    one.sector === undefined ? null : [t.organisation.sector, named(one.sector, language)],
    one.region === undefined ? null : [t.organisation.region, named(one.region, language)],
    place === "" ? null : [t.organisation.place, spoken(place, language)],
    one.establishedOn === undefined ? null : [t.organisation.since, isoDay(one.establishedOn)],
    ...(one.officeHolders ?? []).map((holder) => [wordsOf(holder.office, language), spoken(holder.name, language)] as const),
  ], ([[t.report.tool, "report"], [t.plan.tool, "plan"], [t.preflight.title, "preflight"], [t.preflight.applies.title, "applies"]] as const).map(([words, path]) => ({ words, address: pageAddress(view.frame, `${organisationPath(one.file)}/${path}`) })));
}

function localLinks(view: View, model: OrganisationModel): Html {
  const t = view.t.organisation.links;
  return onThisPage(view, [
    ["answer", t.answer],
    model.answer === undefined || model.answer.chains.length === 0 ? null : ["why", t.why],
    model.answer === undefined || model.answer.exits.length === 0 ? null : ["out", t.out],
    ["all", t.all],
    model.regimes.length === 0 ? null : ["laws", t.laws],
    model.timeline === undefined ? null : ["time", view.t.time.title],
    ["file", t.file],
    model.deliveries.length === 0 ? null : ["sources", t.sources],
  ]);
}

function countsLine(view: View, model: OrganisationModel): string | null {
  if (model.counts === undefined) return null;
  const counts = model.counts;
  const parts = (["bound", "may", "undetermined", "favoured", "clear"] as const).filter((state) => (counts[state] ?? 0) > 0);
  const acts = parts.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return view.t.organisation.counts(acts, parts.map((state) => view.t.organisation.countOf(counts[state] ?? 0, view.t.states[state])).join(view.t.comma));
}

function whyAndOut(view: View, answer: AnswerView): Html | null {
  const { t } = view;
  if (answer.chains.length === 0 && answer.exits.length === 0 && answer.verdict !== "bound") return null;
  return html`<div class="pair">
${block("why", t.organisation.why, t.organisation.backwards, answer.chains.length === 0 ? absent(t.organisation.noReason, t.organisation.noReasonNote) : answer.chains.map((chain, index) => html`${answer.chains.length > 1 && html`<h3 class="nth">${t.organisation.nthReason(index + 1, answer.chains.length)}</h3>`}${reasonChain(view, chain)}`))}
${block("out", t.organisation.out, "", html`${answer.exits.length === 0 ? absent(t.answer.noDayHead, t.answer.noWayStated) : exits(view, answer.exits)}${answer.toWhom !== undefined && html`<p class="fine to-whom">${sentence(wordsOf(answer.toWhom, view.language), view.language)}</p>`}`)}
</div>`;
}

/** Of the standing of the organisation, and enforced against nobody. */
function officeHolders(view: View, model: OrganisationModel): Html | null {
  const t = view.t.organisation;
  if (model.officeHolders.length === 0) return null;
  const columns = [{ title: view.t.spared.measure, plain: true }, { title: view.t.effectsTable.effect }, { title: view.t.effectsTable.authority }, { title: view.t.effectsTable.from }];
  const rows = [...new Map(model.officeHolders.map((row) => [row.measure, row])).values()];
  return block("office-holders", t.officeHolders, "", html`${absent(t.officeHoldersHead, t.officeHoldersNote)}${table("office-holders-h", columns, rows.map((row) => ({
    cells: [lawLink(view, row.measure), html`${row.effects.map((effect) => view.t.effects[effect]).join(view.t.or)}${under((row.reaches ?? []).map((reach) => view.t.reaches[reach]).join(view.t.comma))}`, lawName(view, row.authority), row.from === undefined ? null : isoDay(row.from)],
  })))}`);
}

function spared(view: View, answer: AnswerView): Html | null {
  const t = view.t.spared;
  if (answer.spared.length === 0) return null;
  const columns = [{ title: t.measure, plain: true }, { title: t.authority }, { title: t.failed }];
  return block("spared", t.title, t.note, table("spared-h", columns, answer.spared.map((one) => ({ cells: [lawLink(view, one.measure), lawName(view, one.authority), named(one.failed, view.language)] }))));
}
