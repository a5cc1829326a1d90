// What applies: the law that is about one organisation. Lists with burdens and lists in favour, each with its conditions as the facts leave them;
// then memoranda, gradings and yearly duties.
import { organisationPath } from "../addresses.ts";
import { count, exitDay, isoDay, named, spoken } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { clockBar } from "../parts/clocks.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { colourMark } from "../parts/lists-table.ts";
import { absent, block } from "../parts/notices.ts";
import { criterionLines } from "../parts/preflight-cascade.ts";
import { badge, stateMark } from "../parts/signs.ts";
import { table, under } from "../parts/table.ts";
import { lawLink, lawName, viewOf, type View } from "../parts/view.ts";
import type { AppliesDuty, AppliesList, AppliesModel } from "../view-models-preflight.ts";
import type { Frame, Names, State } from "../view-models.ts";

export function appliesPage(frame: Frame, model: AppliesModel): Html {
  const view = viewOf(frame);
  const t = view.t.preflight.applies;
  const { organisation, lists } = model;
  const [burdens, red] = [lists.filter(({ colour }) => colour !== "red"), lists.filter(({ colour }) => colour === "red")];
  const body = html`<div class="width">${head(view, model)}${clockBar(view)}</div>
${onThisPage(view, [["red", t.links.red], ["burdens", t.links.burdens], ["memoranda", t.links.memoranda], ["gradings", t.links.gradings], ["duties", t.links.duties]])}
<div class="width applies"><h2 class="found">${t.title}</h2><p class="summary">${t.sentence(lists.length, countOf(lists, "on"), countOf(lists, "met"), countOf(lists, "unknown"), red.length)}</p><p class="lead">${t.lead}</p>
${block("red", t.red, t.redNote, listTable(view, "red-h", red))}
${block("burdens", t.burdens, t.burdensNote, listTable(view, "burdens-h", burdens))}
${block("memoranda", t.memoranda, t.memorandaNote, memoranda(view, model))}
${block("gradings", t.gradings, t.gradingsNote, gradings(view, model))}
${block("duties", t.duties, t.dutiesNote, model.duties.length === 0 ? absent(t.noDuties, t.noDutiesNote) : duties(view, model.duties))}
</div>`;
  return page(view, {
    title: t.head(organisation.name), room: "search",
    trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.frame.rooms.search, path: "/search" }, { words: organisation.name, path: organisationPath(organisation.file) }, { words: t.title }],
    body, json: `/v1${organisationPath(organisation.file)}/applies`, command: `./probity applies ${organisation.file}${frame.clocks === undefined ? "" : ` --on ${frame.clocks.on} --law ${frame.clocks.law} --known ${frame.clocks.known}`}`,
    citation: t.citation(organisation.name),
  });
}

/** What the law goes by; what nobody stated is not known, and said to be. */
function head(view: View, { organisation, region, sector, legalForm }: AppliesModel): Html {
  const t = view.t.preflight.applies;
  const stated = (names: Names | undefined): Html => (names === undefined ? stateMark(view, "undetermined", t.notStated) : named(names, view.language));
  return pageHead(spoken(organisation.name, view.language), organisation.otherName === undefined ? null : spoken(organisation.otherName, view.language), [
    [view.t.organisation.file, html`<span class="code">${organisation.file}</span>`], [t.unknown.legalForm, stated(legalForm)], [t.unknown.sector, stated(sector)], [t.unknown.region, stated(region)],
  ]);
}

function countOf(lists: readonly AppliesList[], state: AppliesList["state"]): number {
  return lists.filter((list) => list.state === state).length;
}

const BURDEN_STATES = { on: "bound", lost: "released", met: "may", unknown: "undetermined", notMet: "clear", notStated: "provisional" } as const satisfies Record<AppliesList["state"], State>;
const FAVOUR_STATES = { ...BURDEN_STATES, on: "favoured", met: "favoured" } as const satisfies Record<AppliesList["state"], State>;

function listTable(view: View, name: string, lists: readonly AppliesList[]): Html {
  const t = view.t.preflight.applies;
  const columns = [{ title: t.columns.state, plain: true }, { title: t.columns.list, roomy: true }, { title: t.columns.owner, wide: true }, { title: t.columns.criteria, roomy: true }];
  return table(name, columns, lists.map((list) => ({
    unknown: list.state === "unknown",
    cells: [
      stateWord(view, list),
      html`${lawLink(view, list.list)}${under(colourMark(view, list.colour))}${list.government && under(t.government)}${list.scopeMissing.length > 0 && under(t.scope(list.scopeMissing.map((what) => t.unknown[what]).join(view.t.comma)))}`,
      html`${lawName(view, list.owner)}${under(t.by[list.by])}`,
      conditions(view, list),
    ],
  })));
}

/** That a condition in favour is not met, or that the law states none, is no state of freedom or burden: it stands as a word. */
function stateWord(view: View, { state, colour }: AppliesList): Html {
  const words = view.t.preflight.applies.states[state];
  if (state === "notStated" || (colour === "red" && state === "notMet")) return html`<span class="nil">${words}</span>`;
  return badge(view, colour === "red" ? FAVOUR_STATES[state] : BURDEN_STATES[state], words);
}

function conditions(view: View, { criteria, lostWhen, colour }: AppliesList): Html | null {
  const t = view.t.preflight.applies;
  if (criteria.length === 0 && lostWhen.length === 0) return null;
  const all = [...criteria, ...lostWhen];
  const favours = colour === "red";
  return html`<details${favours && html` open`}><summary>${t.lines(all.length, all.filter(({ state }) => state === "met").length)}</summary>${criteria.length > 0 && html`<p class="fine"><b>${t.getsOn}</b></p>${criterionLines(view, criteria, favours ? "favour" : "burden")}`}${lostWhen.length > 0 && html`<p class="fine"><b>${t.keepsOff}</b></p>${criterionLines(view, lostWhen, "burden")}`}</details>`;
}

function memoranda(view: View, model: AppliesModel): Html {
  const t = view.t.preflight.applies;
  if (model.memoranda.length === 0) return absent(t.noMemoranda, t.noMemorandaNote);
  const c = t.memorandumColumns;
  const columns = [{ title: c.memorandum, roomy: true, plain: true }, { title: c.lists, roomy: true }, { title: c.burdens, number: true }, { title: c.favours, number: true }, { title: c.authorities, number: true }];
  return table("memoranda-h", columns, model.memoranda.map((one) => ({
    cells: [html`${lawLink(view, one.memorandum)}${one.now && html` ${badge(view, one.burdens > 0 ? "bound" : "favoured", t.nowOn)}`}`, joined(one.lists.map((list) => lawLink(view, list)), html`${view.t.comma}`), count(one.burdens, view.language), count(one.favours, view.language), count(one.authorities, view.language)],
  })));
}

function gradings(view: View, model: AppliesModel): Html {
  const t = view.t.preflight.applies;
  if (model.gradings.length === 0) return absent(t.noGradings, t.noGradingsNote);
  const c = t.gradingColumns;
  return table("gradings-h", [{ title: c.grading, roomy: true, plain: true }, { title: c.owner, wide: true }, { title: c.grade }, { title: c.since }], model.gradings.map(({ grading, owner, grade }) => ({
    cells: [lawLink(view, grading), lawName(view, owner), grade === undefined ? html`<span class="nil">${t.noGrade}</span>` : named(grade.names, view.language), grade?.since === undefined ? null : isoDay(grade.since)],
  })));
}

const DUTY_STATES = { owed: "may", done: "clear", missed: "bound", binds: "may", unknown: "undetermined", notBound: "clear" } as const satisfies Record<AppliesDuty["state"], State>;

function duties(view: View, list: readonly AppliesDuty[]): Html {
  const t = view.t.preflight.applies;
  return html`<ul class="plain">${list.map((duty) => html`<li><p>${badge(view, DUTY_STATES[duty.state], t.dutyStates[duty.state])} ${lawLink(view, duty.procedure)}${duty.year !== undefined && html`${view.t.comma}${t.dutyFor(duty.year)}`}${duty.lastDay !== undefined && html`${view.t.comma}${t.lastDay}${view.t.space}${exitDay(duty.lastDay, view.t.states.provisional)}`}${duty.doneOn !== undefined && html`${view.t.comma}${t.doneOn}${view.t.space}${isoDay(duty.doneOn)}`}</p>
${duty.list !== undefined && html`<p class="fine">${t.leadsTo}${view.t.colon}${lawLink(view, duty.list)}</p>`}${duty.foundedUnknown && html`<p class="fine">${t.founded}</p>`}${duty.criteria.length > 0 && criterionLines(view, duty.criteria, "neither")}</li>`)}</ul>`;
}
