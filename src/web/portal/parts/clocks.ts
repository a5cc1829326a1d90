// Clocks: which day's facts, which day's law, and what the register knew. One form, kept in every link.
import { atClocks, atNow, pageAddress } from "../addresses.ts";
import { count, dayText, named, sentence } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { Clocks, Preset } from "../view-models.ts";
import type { View } from "./view.ts";

export function clockBar(view: View, presets: readonly Preset[] = []): Html | null {
  const clocks = view.frame.clocks;
  if (clocks === undefined) return null;
  const t = view.t.clocks;
  const moved = whatDiffers(view, clocks);
  return html`<form class="clocks${moved.length > 0 && " moved"}" method="get" action="${pageAddress({ ...view.frame, clocks: atPresent(clocks) }, view.frame.path)}" aria-label="${t.title}">
${Object.entries(view.frame.query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<fieldset><legend class="unseen">${t.legend}</legend>
${clock("on", t.on, clocks.on)}${clock("law", t.law, clocks.law)}${clock("known", t.known, String(clocks.known))}
<button class="second">${t.again}</button></fieldset>
${moved.length === 0 ? html`<p class="where">${t.allNow}</p>` : html`<p class="where"><b>${t.notNow}</b>${view.t.space}${moved.join(view.t.space)}${view.t.space}<a href="${atNow(view.frame)}">${t.back}</a></p>`}
${presets.length > 0 && html`<p class="presets"><span>${t.orLook}</span> ${presets.map((preset) => html`<a href="${atClocks(view.frame, preset.clocks)}">${named(preset.label, view.language)}</a> `)}</p>`}
</form>${clocksInWords(view)}`;
}

/** Where the page has no bar of its own: only when a clock does not stand at now. */
export function clockBarIfMoved(view: View): Html | null {
  const clocks = view.frame.clocks;
  return clocks === undefined || whatDiffers(view, clocks).length === 0 ? null : html`<div class="clocks-above">${clockBar(view)}</div>`;
}

function clock(name: "on" | "law" | "known", label: string, value: string): Html {
  return html`<span class="clock"><label for="clock-${name}">${label}</label><input class="day${name === "known" && " position"}" type="text" id="clock-${name}" name="${name}" value="${value}" autocomplete="off" spellcheck="false"></span>`;
}

/** For documents on paper, which have no fields. */
function clocksInWords(view: View): Html | null {
  const clocks = view.frame.clocks;
  if (clocks === undefined) return null;
  return html`<p class="on-paper">${sentence(view.t.clocks.printed(clocks.on, clocks.law, count(clocks.known, view.language)), view.language)}</p>`;
}

function whatDiffers(view: View, clocks: Clocks): readonly string[] {
  const { t, language } = view;
  return [
    ...(clocks.on === clocks.today ? [] : [t.clocks.otherOn(dayText(clocks.on, language))]),
    ...(clocks.law === clocks.on ? [] : [t.clocks.otherLaw(dayText(clocks.law, language))]),
    ...(clocks.known === clocks.latest ? [] : [t.clocks.otherKnown(count(clocks.known, language), count(clocks.latest, language))]),
  ];
}

function atPresent(clocks: Clocks): Clocks {
  return { ...clocks, on: clocks.today, law: clocks.today, known: clocks.latest };
}
