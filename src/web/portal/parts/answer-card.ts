// Answer card: the verdict and its sentence in a frame that is open where the way out is.
// A clear answer says what was checked; an undetermined one what is missing, from whom, since when, and what holds meanwhile.
import { longDay, named, sentence, told } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { AnswerView, EffectRow, MissingView } from "../view-models-answer.ts";
import { badge, sign, stateMark } from "./signs.ts";
import { lawLink, lawName, type View } from "./view.ts";

export function answerCard(view: View, answer: AnswerView): Html {
  return html`<section class="answer is-${answer.verdict}" id="answer" aria-labelledby="verdict">
<div class="verdict"><p class="word">${stateMark(view, answer.verdict)}</p>
<h2 id="verdict">${told(answer.sentence, view.language)}</h2>
${answer.reasons.map((reason) => html`<p>${told(reason, view.language)}</p>`)}
${answer.knows !== undefined && html`<p class="fine">${told(answer.knows, view.language)}</p>`}
${answer.presumed.length > 0 && html`<p class="fine">${view.t.answer.presumed}${view.t.space}${answer.presumed.map((one, index) => html`${index > 0 && view.t.semicolon}${told(one, view.language)}`)}</p>`}</div>
${beside(view, answer)}
</section>${answer.verdict === "bound" && (answer.possible.length > 0 || answer.favours.length > 0) && html`<div class="beyond">${beyond(view, answer)}</div>`}`;
}

function beside(view: View, answer: AnswerView): Html {
  switch (answer.verdict) {
    case "bound":
      return wayOut(view, answer);
    case "undetermined":
      return whatIsMissing(view, answer);
    case "clear":
      return whatWasChecked(view, answer);
  }
}

function wayOut(view: View, answer: AnswerView): Html {
  const t = view.t.answer;
  const out = answer.out;
  if (out === undefined) return html`<div class="way-out"><h3>${sign("released")}${t.earliest}</h3><p class="when">${t.noDay}</p><p>${t.noWayStated}</p><p><a href="#out">${t.allWays}</a></p></div>`;
  return html`<div class="way-out"><h3>${sign("released")}${t.earliest}</h3>
<p class="when">${out.now === true ? t.openNow : out.day === undefined ? t.noDay : longDay(out.day, view.language)}${out.provisional === true && html` ${badge(view, "provisional")}`}</p>
<p>${told(out.sentence, view.language)}</p><p><a href="#out">${t.allWays}</a></p></div>`;
}

function whatIsMissing(view: View, answer: AnswerView): Html {
  const t = view.t.answer;
  return html`<div class="beside"><h3>${t.missing}</h3><ul class="missing">${answer.missing.map((one) => html`<li>${missing(view, one)}</li>`)}</ul>
<p><b>${answer.decision ? t.opens : t.closes}</b></p>${beyond(view, answer)}${answer.exits.length > 0 && html`<p><a href="#out">${t.allWays}</a></p>`}</div>`;
}

function missing(view: View, one: MissingView): Html {
  const t = view.t.answer;
  return html`${sign("undetermined")}<span>${named(one.fact, view.language)}<span class="under">${t.neededBy}${view.t.space}${lawLink(view, one.neededBy)}${one.from !== undefined && html`${one.place === true ? t.onlyWhere : t.from}${view.t.space}${lawLink(view, one.from)}`}${one.since !== undefined && html`${t.since(longDay(one.since, view.language))}`}</span></span>`;
}

function whatWasChecked(view: View, answer: AnswerView): Html {
  const t = view.t.answer;
  const checked = answer.spared.length > 0 || (answer.possible.length === 0 && answer.favours.length === 0);
  return html`<div class="beside"><h3>${t.checked}</h3>${checked && html`<p>${sentence(t.checkedMeasures(answer.spared.length), view.language)}</p>`}${beyond(view, answer)}${answer.spared.length > 0 && html`<p><a href="#spared">${t.whyNot}</a></p>`}</div>`;
}

/** What changes no verdict and yet touches the act: what an authority may still decide, and what the law grants. */
function beyond(view: View, answer: AnswerView): readonly (Html | false)[] {
  const t = view.t.answer;
  return [
    answer.possible.length > 0 && html`<p>${stateMark(view, "may", t.mayStill(answer.possible.length))}</p><ul class="told">${answer.possible.map((row) => touching(view, row))}</ul>`,
    answer.favours.length > 0 && html`<p>${stateMark(view, "favoured", t.favours(answer.favours.length))}</p><ul class="told">${answer.favours.map((row) => touching(view, row))}</ul>`,
  ];
}

function touching(view: View, row: EffectRow): Html {
  return html`<li>${lawLink(view, row.measure)} <span class="fine">${row.effects.map((effect) => view.t.effects[effect]).join(view.t.or)}${view.t.comma}${lawName(view, row.authority)}</span></li>`;
}
