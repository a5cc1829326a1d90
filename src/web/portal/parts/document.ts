// Document: the whole page round its content: model notice, masthead, way here, colophon, foot.
import { allClocks, inOtherLanguage, other, pageAddress, permanent, queryText } from "../addresses.ts";
import { assetPath } from "../assets.ts";
import { plainText } from "../../../service/index.ts";
import { messagesIn } from "../dictionary.ts";
import { calm, count, isolated, LOCALES, named, wordsOf } from "../format.ts";
import { html, scriptAt, type Html } from "../html.ts";
import { sign, signs } from "./signs.ts";
import type { View } from "./view.ts";

export type Room = "search" | "lists" | "memoranda" | "law" | "statistics" | "developers" | "desk";

export interface PageContent {
  readonly title: string;
  readonly room?: Room;
  /** From the register down to here; the last one is this page and no link. */
  readonly trail?: readonly { readonly words: string; readonly path?: string }[];
  readonly body: Html;
  /** The same content elsewhere: the path of its JSON, its command, how to cite it. */
  readonly json?: string;
  readonly command?: string;
  readonly citation?: string;
  /** Scripts that help on it; it is complete without them. */
  readonly scripts?: readonly ("suggest.js" | "submission.js")[];
  /** Without scripts the page is read again after so many seconds: something on it goes on. */
  readonly againSeconds?: number;
  /** Feeds that tell of what is on it. */
  readonly feeds?: readonly { readonly type: "application/atom+xml" | "application/feed+json"; readonly title: string; readonly address: string }[];
}

export function page(view: View, content: PageContent): Html {
  const { frame, language, t } = view;
  return html`<!doctype html>
<html lang="${LOCALES[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainText(content.title)} · Probity</title>
<link rel="stylesheet" href="${assetPath("style.css")}">
<link rel="icon" type="image/svg+xml" href="${assetPath("mark.svg")}">
<link rel="alternate" hreflang="${LOCALES[other(language)]}" href="${inOtherLanguage(frame)}">
${content.json !== undefined && html`<link rel="alternate" type="application/json" href="${frame.origin + withClocks(view, content.json)}">`}
${[...(content.scripts ?? []), "keys.js" as const].map((name) => scriptAt(assetPath(name)))}
${content.againSeconds !== undefined && html`<noscript><meta http-equiv="refresh" content="${content.againSeconds}"></noscript>`}
${content.feeds?.map((feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${frame.origin}${feed.address}">`)}
</head>
<body>
<a class="skip" href="#main">${t.frame.skip}</a>
${signs}
${modelNotice(view)}
${masthead(view, content.room)}
${holderBar(view)}
<main id="main" tabindex="-1">
${content.trail !== undefined && html`<nav class="width" aria-label="${t.frame.trail}"><ol class="trail">${content.trail.map((step) => html`<li>${step.path === undefined ? html`<span aria-current="page">${calm(step.words)}</span>` : html`<a href="${pageAddress(frame, step.path)}">${calm(step.words)}</a>`}</li>`)}</ol></nav>`}
${content.body}
</main>
${content.room !== "desk" && colophon(view, content)}
${foot(view)}
${keys(view)}
</body>
</html>
`;
}

function modelNotice(view: View): Html | null {
  const model = view.frame.register.model;
  if (model === undefined) return null;
  const t = view.t.model;
  return html`<aside class="model" aria-label="${t.title}"><div class="width"><strong>${t.title}</strong><p>${t.notice(wordsOf(model.nation, view.language))}${view.t.space}<a href="${pageAddress(view.frame, "/model")}">${t.how}</a></p></div></aside>`;
}

function masthead(view: View, room: Room | undefined): Html {
  const { frame, language, t } = view;
  const rooms = [
    ["search", "/"],
    ["lists", "/lists"],
    ["memoranda", "/memoranda"],
    ["law", "/law"],
    ["statistics", "/statistics"],
    ["developers", "/api"],
  ] as const satisfies readonly (readonly [Exclude<Room, "desk">, string])[];
  return html`<header class="masthead"><div class="width">
<a class="brand" href="${pageAddress(frame, "/")}">${sign("brand")}<span>Probity</span> <small>${wordsOf(frame.register.name, language)}</small></a>
<nav class="rooms" aria-label="${t.frame.main}"><ul>${rooms.map(([name, path]) => html`<li><a href="${pageAddress(frame, path)}"${name === room && html` aria-current="true"`}>${t.frame.rooms[name]}</a></li>`)}${(frame.register.model !== undefined || room === "desk") && html`<li><a href="${pageAddress(frame, "/desk")}"${room === "desk" && html` aria-current="true"`}>${t.desk.room}</a></li>`}</ul></nav>
<nav class="languages" aria-label="${t.frame.language}"><a href="${inOtherLanguage(frame)}" lang="${LOCALES[other(language)]}" hreflang="${LOCALES[other(language)]}">${messagesIn(other(language)).frame.own}</a></nav>
</div></header>`;
}

function colophon(view: View, content: PageContent): Html {
  const { frame, language, t } = view;
  const clocks = frame.clocks;
  return html`<section class="colophon" aria-labelledby="elsewhere"><div class="width">
<h2 id="elsewhere">${t.colophon.title}</h2>
<dl>
${entry(t.colophon.permalink, html`<code>${permanent(frame)}</code>`)}
${content.json !== undefined && entry("JSON", html`<code>${frame.origin + withClocks(view, content.json)}</code>`)}
${content.command !== undefined && entry(t.colophon.command, html`<code>${isolated(content.command)}</code>`)}
${content.citation !== undefined && clocks !== undefined && entry(t.colophon.citation, html`<span class="whole">${calm(t.colophon.cite(wordsOf(frame.register.name, language), content.citation, clocks.on, clocks.law, String(clocks.known)))}</span>`)}
${frame.rulebook !== undefined && clocks !== undefined && entry(t.colophon.from, html`${t.colophon.rulebook}${t.space}<code>${frame.rulebook}</code>${t.colophon.position}${t.space}<code>${clocks.known}</code>${t.colophon.stop}${t.space}${t.colophon.promise}`)}
</dl></div></section>`;
}

function entry(term: string, value: Html): Html {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}

/** Who is signed in, and the way out; nothing where nobody is. */
function holderBar(view: View): Html | null {
  const { frame: { holder }, language, t: { desk } } = view;
  if (holder === undefined) return null;
  return html`<aside class="holder" aria-label="${desk.holder.who}"><div class="width"><p>${desk.holder[holder.kind]} <b>${named(holder.name, language)}</b>${holder.post !== undefined && html` <span class="fine">${desk.holder.post}</span> ${named(holder.post, language)}`} <span class="code">${holder.file}</span></p>
<a href="/${language}/desk/${holder.kind}">${desk.holder.own}</a>
<form method="post" action="/${language}/desk/sign-out"><button class="second">${desk.holder.out}</button></form></div></aside>`;
}

/** The JSON twin's path with every clock written out. */
function withClocks(view: View, path: string): string {
  const clocks = queryText(allClocks(view.frame));
  return path.includes("?") ? path + clocks.replace("?", "&") : path + clocks;
}

function foot(view: View): Html {
  const { frame, t } = view;
  return html`<footer class="foot"><div class="width"><p>${t.frame.onlyOrganisations}</p><ul><li><a href="${pageAddress(frame, "/law")}">${t.frame.sourcesOfLaw}</a></li><li><a href="${pageAddress(frame, "/suppliers")}">${t.suppliers.link}</a></li><li><a href="${pageAddress(frame, "/statistics")}">${t.statistics.link}</a></li><li><a href="${pageAddress(frame, "/authorities")}">${t.own.authorities.link}</a></li><li><a href="${pageAddress(frame, "/verify-report")}">${t.report.verify.link}</a></li><li><a href="${pageAddress(frame, "/api")}">${t.api.link}</a></li>${frame.register.model !== undefined && html`<li><a href="${pageAddress(frame, "/model")}">${t.model.how}</a></li>`}</ul>${frame.clocks !== undefined && html`<p class="fine">${t.frame.ledger(count(frame.clocks.latest, view.language))}</p>`}</div></footer>`;
}

/** What the keys of a page do; a script shows it. Without scripts there are no such keys. */
function keys(view: View): Html {
  const t = view.t.keys;
  return html`<dialog class="keys" aria-labelledby="keys-h" data-search="${pageAddress(view.frame, "/")}"><h2 id="keys-h">${t.title}</h2>
<dl>${t.keys.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words}</dd></div>`)}</dl>
<p><label class="tick"><input type="checkbox"><span>${t.off}</span></label></p><form method="dialog"><button class="second">${t.close}</button></form></dialog>`;
}

/** The head of a page: its name, the name in the other language, facts in a line, and what one can do with it. */
export function pageHead(name: Html, otherName: Html | null, facts: readonly (readonly [string, Html] | null)[], tools: readonly { readonly words: string; readonly address: string }[] = []): Html {
  return html`<header class="head"><div${tools.length > 0 && html` class="with-tools"`}><h1>${name}${otherName !== null && html` <span class="other-name">${otherName}</span>`}</h1>
${tools.length > 0 && html`<p class="tools">${tools.map((tool) => html`<a class="button second" href="${tool.address}">${tool.words}</a>`)}</p>`}</div>
<dl class="facts">${facts.map((fact) => fact !== null && html`<div><dt>${fact[0]}</dt><dd>${fact[1]}</dd></div>`)}</dl></header>`;
}

/** Links within the page, always in sight. */
export function onThisPage(view: View, links: readonly (readonly [string, string] | null)[]): Html {
  return html`<nav class="local" aria-label="${view.t.frame.here}"><ul class="width">${links.map((link) => link !== null && html`<li><a href="#${link[0]}">${link[1]}</a></li>`)}</ul></nav>`;
}
