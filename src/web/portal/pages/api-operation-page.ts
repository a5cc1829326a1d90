// One operation of the API: the form to try it, what came of that, its parameters, body, answers, problems and examples. It all works without scripts:
// a question by GET leads to the address itself, one by POST is asked by the server.
import { pageAddress } from "../addresses.ts";
import { count, told, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { absent, block, notice } from "../parts/notices.ts";
import { schemaAddress, shapeTables } from "../parts/schema-table.ts";
import { sign } from "../parts/signs.ts";
import { table } from "../parts/table.ts";
import { viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { ApiOperationModel, ApiParameter, ApiTried } from "../view-models-api.ts";

const PROBLEM = "ProblemAnswer";

export function apiOperationPage(frame: Frame, model: ApiOperationModel): Html {
  const view = viewOf(frame);
  const t = view.t.api;
  const title = `${model.method} ${model.path}`;
  const body = html`<div class="width api"><h1 class="found"><span class="method">${model.method}</span> <code>${model.path}</code></h1><p class="lead">${told(model.names, view.language)}</p>${t.language !== "" && html`<p class="fine">${t.language}</p>`}
${model.wrong !== undefined && html`<div class="wrong" role="alert">${sign("error")}<div><p><b>${t.wrongTitle}</b></p><p>${t.wrong[model.wrong]}</p></div></div>`}
${model.tried !== undefined && tried(view, model.tried)}
${model.writes ? html`${notice(t.noForm, t.writesNote)}${frame.register.model !== undefined && html`<p class="onward"><a href="${pageAddress(frame, "/desk")}">${t.toDesk}</a></p>`}` : block("try", t.try, model.method === "GET" ? t.tryGet : t.tryPost, form(view, model))}
${model.examples.length > 0 && block("examples", t.examples, t.exampleNote, examples(view, model))}
${block("parameters", t.parameters, "", model.parameters.length === 0 ? html`<p>${t.noParameters}</p>` : parameterTable(view, model.parameters))}
${model.body !== undefined && block("body", t.body, html`<code>${model.body.type}</code>`, model.body.shape === undefined ? html`<p>${t.plain}</p>` : shapeTables(view, "body-h", model.body.shape))}
${answers(view, model)}
${block("problems", t.problems, html`<a href="${schemaAddress(view, PROBLEM)}">${t.problem}</a>`, html`<p class="statuses">${model.problems.map((status) => html`<code>${status}</code> `)}</p>`)}</div>`;
  return page(view, {
    title, room: "developers", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.title, path: "/api" }, { words: wordsOf(model.group, view.language) }], body, json: "/openapi.json", citation: title, command: model.command ?? `curl '${frame.origin}/openapi.json'`,
  });
}

function form(view: View, model: ApiOperationModel): Html {
  const t = view.t.api;
  const fields = model.parameters.filter((parameter) => parameter.in !== "header");
  const get = model.method === "GET";
  const inside = html`${fields.length > 0 && html`<div class="api-fields">${fields.map((parameter, index) => field(view, parameter, index))}</div>`}
${model.body !== undefined && html`<div class="field"><label for="typed-body">${t.body} <span class="fine">${model.body.type}</span></label><textarea id="typed-body" name="body" rows="14" spellcheck="false">${model.body.text}</textarea></div>`}<p><button>${t.ask}</button></p>`;
  return get ? html`<form class="api-form" method="get" action="/${view.language}/api/${model.id}/ask">${inside}</form>` : html`<form class="api-form" method="post" action="/${view.language}/api/${model.id}#answered">${inside}</form>`;
}

function field(view: View, { name, required, names, values, day, value }: ApiParameter, index: number): Html {
  const t = view.t.api;
  const id = `typed-${index}`;
  const known = values.length > 0 && (value === "" || values.includes(value));
  const marks = html`${required && html` required`}`;
  return html`<div class="field"><label for="${id}"><code>${name}</code>${required && html` <span class="fine">${t.required}</span>`}</label>${known
    ? html`<select id="${id}" name="p.${name}" aria-describedby="${id}-note"${marks}><option value="">${t.choose}</option>${values.map((each) => html`<option value="${each}"${each === value && html` selected`}>${each}</option>`)}</select>`
    : html`<input id="${id}" name="p.${name}" value="${value}" autocomplete="off" aria-describedby="${id}-note"${day && html` class="day"`}${marks}>`}<p class="fine" id="${id}-note">${told(names, view.language)}</p></div>`;
}

function parameterTable(view: View, parameters: readonly ApiParameter[]): Html {
  const t = view.t.api;
  return table("parameters-h", [{ title: t.columns.name, plain: true }, { title: t.columns.where }, { title: t.columns.present }, { title: t.columns.meaning, roomy: true }], parameters.map(({ name, in: where, required, names, values }) => ({
    cells: [html`<code>${name}</code>`, t.in[where], html`<span class="fine">${required ? t.required : t.optional}</span>`, html`${told(names, view.language)}${values.length > 0 && html` <code>${values.join(" ")}</code>`}`],
  })));
}

function answers(view: View, { answers: forms, status }: ApiOperationModel): Html {
  const t = view.t.api;
  if (forms.length === 0) return block("answer", t.answer, html`<code>${status}</code>`, html`<p>${t.empty}</p>`);
  return html`${forms.map(({ type, lines, shape: whole }, index) => {
    // The same shape in another form is shown by its name.
    const shape = whole?.name !== undefined && forms.slice(0, index).some((before) => before.shape?.name === whole.name) ? { name: whole.name, tables: [] } : whole;
    const id = index === 0 ? "answer" : `answer-${index + 1}`;
    return block(id, html`${t.answer}${index > 0 && html` <code>${type}</code>`}`, html`<code>${status}</code> <code>${type}</code>`, html`${lines && html`<p class="fine">${t.line}</p>`}${shape === undefined ? html`<p>${t.plain}</p>` : shapeTables(view, `${id}-h`, shape)}`);
  })}`;
}

function examples(view: View, model: ApiOperationModel): Html {
  const { exampleLanguage } = view.t.api;
  return html`${model.examples.map(({ language, text }, index) => html`<details${index === 0 && html` open`}><summary>${exampleLanguage[language]}</summary><pre class="listing" tabindex="0" role="group" aria-label="${exampleLanguage[language]}" lang="en"><code>${text}</code></pre></details>`)}`;
}

function tried(view: View, { request, status, headers, body, cutFrom }: ApiTried): Html {
  const t = view.t.api;
  return block("answered", t.tried, html`<code>${request}</code>`, html`<dl class="fields"><div><dt>${t.status}</dt><dd><code>${status}</code></dd></div>${headers.map(([name, value]) => html`<div><dt><code>${name}</code></dt><dd><code>${value}</code></dd></div>`)}</dl>
${body === "" ? absent(t.empty, "") : html`<pre class="listing" tabindex="0" role="group" aria-label="${t.tried}"><code>${body}</code></pre>`}${cutFrom !== undefined && html`<p class="fine">${t.cut(count(cutFrom, view.language))}</p>`}`);
}
