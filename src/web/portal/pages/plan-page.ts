// The exit plan: the answer first, with the day on which nothing binds any more; then the steps as a checklist, each with what it frees; what no
// step ends; and, for the organisation itself, what is done. A document to be printed and worked through.
import { organisationPath, pageAddress, queryText, movedClocks } from "../addresses.ts";
import { dayText, exitDay, isoDay, longDay, named, sentence, spoken, told, wordsOf } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { basisLinks } from "../parts/basis.ts";
import { clockBar } from "../parts/clocks.ts";
import { page, pageHead } from "../parts/document.ts";
import { endWords } from "../parts/ends.ts";
import { absent, block } from "../parts/notices.ts";
import { caseAddress } from "../parts/own-things.ts";
import { badge, sign, stateMark } from "../parts/signs.ts";
import { table } from "../parts/table.ts";
import { lawLink, lawName, lawWords, viewOf, type View } from "../parts/view.ts";
import type { PlanBurdenView, PlanConditionView, PlanModel, PlanStepView, PlanWayView } from "../view-models-plan.ts";
import type { Frame, State } from "../view-models.ts";

export function planPage(frame: Frame, model: PlanModel): Html {
  const view = viewOf(frame);
  const t = view.t.plan;
  const { organisation: { file, name }, own } = model;
  const clocks = frame.clocks === undefined || own ? "" : queryText(movedClocks(frame.clocks));
  const calendar = own ? `/${view.language}/desk/organisation/plan.ics` : `/${view.language}${organisationPath(file)}/plan.ics${clocks}`;
  const body = html`<div class="width">${pageHead(html`<a href="${pageAddress(frame, organisationPath(file))}">${spoken(name, view.language)}</a>`, null, [[view.t.organisation.file, html`<span class="code">${file}</span>`]])}${!own && clockBar(view)}</div>
<div class="width"><h2 class="found">${t.title}</h2><p class="lead">${t.lead}</p>${!own && html`<p class="fine">${t.publicLead}</p>`}
${card(view, model)}
${model.steps.length > 0 && block("steps", t.list, html`${t.listNote}${view.t.comma}<a href="${calendar}">${t.calendar}</a>`, html`<ol class="exits plan">${model.steps.map((step, index) => stepOf(view, model, step, index + 1))}</ol><p class="fine">${t.showNote}${!model.whole && html`${view.t.space}${t.notWhole}`}</p>`)}
${model.stays.length > 0 && block("stays", t.stays, t.staysNote, table("stays-h", [{ title: t.columns.measure, plain: true, roomy: true }, { title: t.columns.why }], model.stays.map(({ kind, measure }) => ({ cells: [measure === undefined ? html`<span class="nil">–</span>` : lawLink(view, measure), t.stay[kind]] }))))}
${own && block("done", t.done, t.doneNote, model.done.length === 0 ? absent(t.noneDone, t.noneDoneNote) : done(view, model))}
</div>`;
  const trail = [{ words: view.t.frame.register, path: "/" }, ...(own ? [{ words: view.t.desk.room, path: "/desk/organisation" }] : [{ words: view.t.frame.rooms.search, path: "/search" }, { words: name, path: organisationPath(file) }]), { words: t.title }];
  return page(view, {
    title: t.head(name), room: own ? "desk" : "search", trail, body,
    json: `/v1${organisationPath(file)}/plan`, command: `./probity plan ${file}${frame.clocks === undefined ? "" : ` --on ${frame.clocks.on} --law ${frame.clocks.law} --known ${frame.clocks.known}`}`, citation: t.citation(name),
  });
}

function card(view: View, { organisation: { name }, burdens, acts, steps, freeOn, stays, withheld, on }: PlanModel): Html {
  const t = view.t.plan;
  const state: State = burdens === 0 ? "clear" : "bound";
  const verdict = html`<div class="verdict"><p class="word">${stateMark(view, state)}</p><h2>${sentence(burdens === 0 ? t.clear(name) : t.bound(name, burdens, acts), view.language)}</h2>${burdens === 0 && html`<p>${t.clearNote}</p>`}</div>`;
  if (burdens === 0) return html`<section class="answer is-clear" aria-label="${t.title}">${verdict}</section>`;
  const why = stays.length > 0 ? "stays" : steps.some((step) => step.state === "stuck") ? "stuck" : "open";
  const day = withheld ? html`<p class="when">${t.withheld}</p><p>${t.withheldNote}</p>`
    : freeOn === undefined ? html`<p class="when">${t.noDay}</p><p>${t.noDayNote[why]}</p>`
      : html`<p class="when">${freeOn.day <= on ? t.today : longDay(freeOn.day, view.language)}${freeOn.provisional && html` ${badge(view, "provisional")}`}</p><p>${t.freeOn}</p>`;
  return html`<section class="answer is-bound" aria-label="${t.title}">${verdict}<div class="way-out"><h3>${sign("released")}${t.freeHead}</h3>${day}${steps.length > 0 && html`<p><a href="#steps">${t.steps(steps.length)}</a></p>`}</div></section>`;
}

const STATES = { open: "clear", later: "provisional", itself: "released", asked: "provisional", stuck: "bound" } as const satisfies Record<PlanStepView["state"], State>;

function stepOf(view: View, model: PlanModel, step: PlanStepView, number: number): Html {
  const t = view.t.plan;
  const { state, kind, id, of, other, way } = step;
  const title = state === "itself" ? t.ends[kind] : t.kinds[kind];
  return html`<li id="step-${number}"${state === "stuck" && html` class="closed"`}><h3><span class="tick-box" aria-hidden="true"></span><span>${number}. ${title}${view.t.colon}${lawLink(view, of)}</span> ${badge(view, STATES[state], t.states[state])}</h3>
<p class="earliest">${way?.opensOn === undefined ? html`<span class="nil">${view.t.answer.noDay}</span>` : way.opensOn <= model.on ? t.states.open : exitDay({ day: way.opensOn, provisional: way.provisional }, view.t.states.provisional)}</p>
<div class="body"><p class="fine"><span class="code">${id}</span>${other !== undefined && html` ${t.of}${view.t.space}<a href="${pageAddress(view.frame, organisationPath(other.file))}"><bdi>${spoken(other.name, view.language)}</bdi></a>`}</p>
<p>${way === undefined ? t.noWay : sentence(wordsOf(way.words, view.language), view.language)}</p>
${way !== undefined && way.conditions.length > 0 && html`<ul class="checklist">${way.conditions.map((condition) => conditionLine(view, condition))}</ul>`}
<dl class="plan-facts">${facts(view, model, step)}</dl>
${step.others.length > 0 && html`<details><summary>${t.fields.other} <span class="figure">${step.others.length}</span></summary><ul>${step.others.map((each) => html`<li>${sentence(wordsOf(each.words, view.language), view.language)}${each.basis.length > 0 && html` ${basisLinks(view, each.basis)}`}</li>`)}</ul></details>`}</div></li>`;
}

function facts(view: View, model: PlanModel, step: PlanStepView): Html {
  const t = view.t.plan;
  const { way } = step;
  return joined([
    way?.decidedBy !== undefined && fact(t.fields.ask, html`${lawName(view, way.decidedBy)}${model.own && step.state === "open" && html` <a href="/${view.language}/desk/organisation#can">${t.ask}</a>`}`),
    way?.within !== undefined && fact(t.fields.within, view.t.units[way.within.unit](way.within.count)),
    way?.decideBy !== undefined && fact(t.fields.decideBy, isoDay(way.decideBy)),
    step.case !== undefined && fact(t.fields.case, caseWords(view, step.case)),
    fact(t.fields.frees, burdens(view, step.frees)),
    step.begins.length > 0 && fact(t.fields.begins, burdens(view, step.begins)),
    fact(t.fields.missed, step.state === "itself" ? t.missedItself : sentence(endWords(view, step.end), view.language)),
    way !== undefined && way.basis.length > 0 && fact(t.fields.basis, basis(view, way)),
  ].filter((each) => each !== false));
}

function fact(term: string, value: Html | string): Html {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}

function basis(view: View, way: PlanWayView): Html {
  return html`${basisLinks(view, way.basis)}${way.reading !== undefined && html` <span class="fine">${lawName(view, way.reading)}${view.t.colon}${view.t.plan.reading}</span>`}`;
}

function caseWords(view: View, running: NonNullable<PlanStepView["case"]>): Html {
  const t = view.t.plan;
  const { next } = running;
  return html`<a href="${caseAddress(view, running.matter)}"><code>${running.matter}</code></a>${view.t.comma}${t.caseSince(dayText(running.openedOn, view.language))}${next !== undefined && html`${view.t.semicolon}${named(next.step, view.language)}${view.t.comma}${t.caseNext[next.by]}${view.t.comma}${t.dueBy}${view.t.space}${exitDay({ day: next.lastDay, provisional: next.provisional }, view.t.states.provisional)}${next.passed && html` ${badge(view, "bound", t.passed)}`}`}`;
}

const FEW = 2;

/** Many burdens stand behind their number; on paper they are all shown. */
function burdens(view: View, all: readonly PlanBurdenView[]): Html {
  const t = view.t.plan;
  const lines = html`<ul class="plain">${all.map(({ effect, measure, authority, acts }) => html`<li>${view.t.effects[effect]}${view.t.colon}${acts.map((act) => lawWords(view, act)).join(view.t.comma)} <span class="fine">${lawName(view, authority)}${view.t.comma}${lawLink(view, measure)}</span></li>`)}</ul>`;
  return all.length === 0 ? html`${t.frees(0)}` : all.length <= FEW ? lines : html`<details><summary>${t.frees(all.length)}</summary>${lines}</details>`;
}

function conditionLine(view: View, condition: PlanConditionView): Html {
  const t = view.t.plan.conditions;
  if (condition.kind === "shown") return html`<li class="asked"><span aria-hidden="true">–</span><span>${told(condition.names, view.language)}</span></li>`;
  const words = condition.kind === "wait" ? sentence(t.wait(condition.until), view.language) : condition.kind === "left" ? html`${t.left}${view.t.space}${lawLink(view, condition.list)}` : html`${t.asked}`;
  return html`<li${!condition.done && html` class="todo"`}>${sign(condition.done ? "clear" : "open")}<span>${words}<span class="unseen"> ${condition.done ? t.done : t.open}</span></span></li>`;
}

function done(view: View, { done: all }: PlanModel): Html {
  const t = view.t.plan;
  return table("done-h", [{ title: t.columns.what, plain: true, roomy: true }, { title: t.columns.how }, { title: t.columns.on }], all.map(({ of, id, how, on }) => ({
    cells: [html`${sign("clear")} ${lawLink(view, of)}<span class="under code">${id}</span>`, t.how[how], on === undefined ? null : isoDay(on)],
  })));
}
