// Pre-flight: if a record of some kind came in about this organisation, then. The answer first, the cascade in words and as a table, what it
// costs, the ways out in the order of their days, and the same under the law of other years.
import { organisationPath, queryText } from "../addresses.ts";
import { dayText, exitDay, heard, longDay, sentence, spoken } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { clockBar } from "../parts/clocks.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { endCell } from "../parts/ends.ts";
import { exits } from "../parts/exits.ts";
import { absent, block } from "../parts/notices.ts";
import { preflightCascade } from "../parts/preflight-cascade.ts";
import { kindForm, statedForm } from "../parts/preflight-form.ts";
import { badge, sign, stateMark } from "../parts/signs.ts";
import { regimes } from "../parts/strips.ts";
import { table, under } from "../parts/table.ts";
import { lawLink, lawName, lawWords, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import { quoted } from "../shell.ts";
import type { PreflightModel, PreflightRow, PreflightView } from "../view-models-preflight.ts";
import type { Frame, State } from "../view-models.ts";

export function preflightPage(frame: Frame, model: PreflightModel): Html {
  const view = viewOf(frame);
  const t = view.t.preflight;
  const { organisation, chosen, result } = model;
  const body = html`<div class="width">${pageHead(spoken(organisation.name, view.language), organisation.otherName === undefined ? null : spoken(organisation.otherName, view.language), [[view.t.organisation.file, html`<span class="code">${organisation.file}</span>`]])}${clockBar(view)}</div>
${result !== undefined && onThisPage(view, [["stated", t.links.form], ["result", t.links.result], ["cascade", t.links.cascade], ["effects", t.links.effects], ["plan", t.links.plan], result.regimes.length === 0 ? null : ["laws", t.links.laws]])}
<div class="width preflight"><h2 class="found">${t.title}</h2><p class="lead">${t.lead}</p>
${kindForm(view, model)}
${model.wrong !== undefined && wrongBox(view, model.wrong)}
${chosen === undefined ? absent(t.nothingChosen, t.nothingChosenNote) : block("stated", t.stated, t.statedNote, statedForm(view, model, chosen))}
${model.notInForce === true && html`<div class="aside-notes">${absent(t.notInForce, t.notInForceNote)}</div>`}
${result !== undefined && resultOf(view, model, result)}
</div>`;
  return page(view, {
    title: t.head(organisation.name), room: "search",
    trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.frame.rooms.search, path: "/search" }, { words: organisation.name, path: organisationPath(organisation.file) }, { words: t.title }],
    body, ...(chosen === undefined ? {} : { json: `/v1${organisationPath(organisation.file)}/preflight${queryText(frame.query)}` }), command: commandOf(frame, model, chosen ?? model.kinds[0]?.value ?? "RECORD-TYPE"),
    citation: t.citation(organisation.name, chosen === undefined ? null : lawWords(view, chosen)),
  });
}

function commandOf({ clocks }: Frame, { organisation, typed, acted }: PreflightModel, chosen: string): string {
  const fields = Object.entries(typed).flatMap(([name, given]) => { const value = given.filter((text) => text !== "").join(","); return value === "" ? [] : [` --field ${quoted(`${name}=${value}`)}`]; });
  return `./probity preflight ${organisation.file} ${chosen}${fields.join("")}${acted === "" ? "" : ` --acted ${quoted(acted)}`}${clocks === undefined ? "" : ` --on ${clocks.on} --law ${clocks.law} --known ${clocks.known}`}`;
}

function resultOf(view: View, model: PreflightModel, result: PreflightView): Html {
  const t = view.t.preflight;
  return html`${card(view, model, result)}
<div class="pair">${block("cascade", t.cascade, t.cascadeNote, preflightCascade(view, model, result))}
${block("plan", t.plan, t.planNote, html`${result.plan.length === 0 ? absent(t.noPlan, t.noPlanNote) : exits(view, result.plan)}${result.noWayOut.length > 0 && html`<p class="fine">${t.noWay(result.noWayOut.length)}${joined(result.noWayOut.map((measure) => lawLink(view, measure)), html`${view.t.comma}`)}</p>`}`)}</div>
${block("effects", t.effects, t.effectsNote, result.rows.length === 0 ? absent(t.none, t.noneNote) : measures(view, result.rows))}
${result.officeHolders.length > 0 && html`<p class="legend">${t.officeHolders(result.officeHolders.length)}${joined(result.officeHolders.map((measure) => lawLink(view, measure)), html`${view.t.comma}`)}</p>`}
${result.regimes.length > 0 && block("laws", t.laws, t.lawsNote, regimes(view, result.regimes))}`;
}

function card(view: View, model: PreflightModel, result: PreflightView): Html {
  const t = view.t.preflight;
  const [first = "", ...more] = t.sentence(lawWords(view, result.type), model.organisation.name, dayText(model.on, view.language), result.counts);
  return html`<section class="answer is-${result.state}" id="result" aria-labelledby="verdict"><div class="verdict"><p class="word">${stateMark(view, result.state)}</p>
<h2 id="verdict">${sentence(first, view.language)}</h2>${more.map((each) => html`<p>${sentence(each, view.language)}</p>`)}</div>
${out(view, result)}</section>`;
}

function out(view: View, result: PreflightView): Html {
  const t = view.t.preflight;
  const burdened = result.rows.some(({ state }) => state === "bound" || state === "ifListed");
  const inside = html`<h3>${sign("released")}${t.out}</h3>${result.out !== undefined ? html`<p class="when">${result.out.now ? t.openNow : longDay(result.out.day, view.language)}${result.out.provisional && html` ${badge(view, "provisional")}`}</p><p>${view.t.exitActs[result.out.act]}</p>` : html`<p class="when">${burdened ? t.noOut : ""}</p><p>${burdened ? t.noOutNote : t.nothingToLeave}</p>`}${result.plan.length > 0 && html`<p><a href="#plan">${t.allWays}</a></p>`}`;
  return result.state === "bound" ? html`<div class="way-out">${inside}</div>` : html`<div class="beside">${inside}</div>`;
}

const STATES = { bound: "bound", ifListed: "may", may: "may", undetermined: "undetermined", lost: "favoured", lostIfListed: "favoured", gained: "favoured" } as const satisfies Record<PreflightRow["state"], State>;

function measures(view: View, rows: readonly PreflightRow[]): Html {
  const t = view.t.preflight;
  const c = t.columns;
  const columns = [{ title: c.state, plain: true }, { title: c.measure, roomy: true }, { title: c.authority, wide: true }, { title: c.acts, roomy: true }, { title: c.because, wide: true }, { title: c.until }, { title: c.earliest }];
  return table("effects-h", columns, rows.map((row) => ({
    unknown: row.state === "undetermined",
    cells: [
      badge(view, STATES[row.state], t.states[row.state]),
      html`${lawLink(view, row.measure)}${under(row.effects.map((effect) => view.t.effects[effect]).join(view.t.or))}`,
      html`${lawName(view, row.authority)}${row.memorandum !== undefined && under(lawLink(view, row.memorandum))}`,
      acts(view, row),
      html`${row.list === undefined ? t.thisRecord : lawLink(view, row.list)}${row.needs.length > 0 && under(html`${t.needs}${view.t.colon}${joined(row.needs.map((need) => heard(view.language === "zh" ? (need.zh ?? need.en) : need.en, view.language)), html`${view.t.semicolon}`)}`)}`,
      row.end === undefined || row.state === "lost" || row.state === "lostIfListed" ? null : endCell(view, row.end),
      row.earliest === undefined ? null : exitDay(row.earliest, view.t.states.provisional),
    ],
  })));
}

const ACTS_SHOWN = 3;

/** Names of acts are never cut short: many stand behind their number. */
function acts(view: View, { acts: all }: PreflightRow): Html {
  const names = joined(all.map((act) => lawName(view, act)), html`${view.t.comma}`);
  return all.length <= ACTS_SHOWN ? names : html`<details><summary>${view.t.preflight.acts(all.length)}</summary>${names}</details>`;
}
