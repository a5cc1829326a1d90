// Alerts of a watch list: each with how it stands, its last messages and what can be done about it; and the form for another one.
import { LOCALES, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { AlertsModel, AlertView } from "../view-models-alerts.ts";
import { absent, block, notice } from "./notices.ts";
import { badge } from "./signs.ts";
import { table, under } from "./table.ts";
import type { View } from "./view.ts";
import { wrongBox } from "./wrong.ts";

/** The section of the list's page. `address`: of that page, which its forms are sent to. */
export function alerts(view: View, { alerts: all, secret, asked, typed, wrong }: AlertsModel, address: string): Html {
  const t = view.t.alerts;
  return block("alerts", t.title, t.note, html`${wrong !== undefined && wrongBox(view, wrong)}
${secret !== undefined && html`<div class="notice" role="status"><p><b>${t.secret(secret.target)}</b></p><p><code class="whole">${secret.secret}</code></p><p>${t.secretNote} <span class="fine">${t.verify}</span></p></div>`}
${asked !== undefined && html`<div role="status">${notice(t.asked(asked), "")}</div>`}
${all.length === 0 ? absent(t.none, t.noneNote) : html`<ul class="alerts">${all.map((alert, index) => one(view, alert, address, index))}</ul>`}
<form class="alert-form" method="post" action="${address}/alerts#alerts"><div class="field"><label for="target">${t.target}</label><input id="target" name="target" required maxlength="2000" autocomplete="off" aria-describedby="target-note"${typed !== undefined && html` value="${typed}"`}></div>
<div class="field"><label for="pace">${t.pace}</label><select id="pace" name="pace">${(["daily", "atOnce"] as const).map((pace) => html`<option value="${pace}">${t.paces[pace]}</option>`)}</select></div>
<button class="second">${t.add}</button><p class="fine" id="target-note">${t.targetNote}</p></form>`);
}

const STATES = { unconfirmed: "provisional", on: "clear", stopped: "undetermined" } as const;

function one(view: View, alert: AlertView, address: string, index: number): Html {
  const t = view.t.alerts;
  const { id, kind, target, pace, state, why, deliveries } = alert;
  const can = [...(state === "on" ? ["test" as const] : []), ...(kind === "webhook" ? ["rotate" as const] : []), ...(state === "stopped" && why !== "reader" ? ["resume" as const] : []), "remove" as const];
  return html`<li><h3 id="alert-${index}">${t.kinds[kind]}${view.t.space}<code class="whole">${target}</code> ${badge(view, STATES[state], t.states[state])}</h3><p class="fine">${t.paces[pace]}${why !== "" && html`${view.t.comma}<b>${t.why[why]}</b>`}</p>
${deliveries.length === 0 ? html`<p class="fine">${t.noDeliveries}</p>` : table(`alert-${index}`, [{ title: t.columns.message, plain: true }, { title: t.columns.state, roomy: true }, { title: t.columns.tries, number: true }, { title: t.columns.at }], deliveries.map((each) => ({
    cells: [html`<code>${each.id}</code>${each.test && under(t.test)}`, html`${t.deliveries[each.state]}${each.error !== null && under(spoken(each.error, "en"))}`, String(each.tries), each.at === null ? null : html`<time datetime="${each.at}" lang="${LOCALES.en}">${each.at.slice(0, 16).replace("T", " ")} UTC</time>`],
  })))}
<form method="post" action="${address}/alerts/${id}#alerts" class="alert-can" aria-labelledby="alert-${index}">${can.map((what) => html`<button class="second" name="do" value="${what}">${t.do[what]}</button>`)}</form></li>`;
}
