// The door of the desks: a plain chooser of who one is. Each post is a button; an organisation gives its name or code.
import { pageAddress } from "../addresses.ts";
import { named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { wrongBox } from "../parts/wrong.ts";
import { table } from "../parts/table.ts";
import { lawName, viewOf, type View } from "../parts/view.ts";
import type { DeskDoorModel, DeskOfficeChoice } from "../view-models-desk.ts";
import type { Frame } from "../view-models.ts";

export function deskDoorPage(frame: Frame, model: DeskDoorModel): Html {
  const view = viewOf(frame);
  const t = view.t.desk;
  const body = html`<div class="width"><h1 class="found">${t.door.title}</h1>${model.open ? html`<p class="lead">${t.door.lead}</p>
${block("office", t.door.office, t.door.officeNote, offices(view, model))}
${block("organisation", t.door.organisation, t.door.organisationNote, organisation(view, model))}` : absent(t.door.none, t.door.noneNote)}
<p class="onward"><a href="${pageAddress(frame, "/desk/operators")}">${view.t.operators.title}</a> <span class="fine">${view.t.operators.doorNote}</span></p></div>`;
  return page(view, { title: t.door.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.room }], body });
}

function offices(view: View, model: DeskDoorModel): Html {
  const t = view.t.desk.door;
  return html`<nav class="tabs" aria-label="${t.region}"><ul>${model.regions.map(({ value, names, offices: count, chosen }) => html`<li><a href="${pageAddress(view.frame, "/desk", { region: value, next: model.next })}"${chosen && html` aria-current="true"`}>${named(names, view.language)} <span class="figure">${count}</span></a></li>`)}</ul></nav>
${table("office-h", [{ title: t.columns.office, plain: true, roomy: true }, { title: t.columns.authority, wide: true }, { title: t.columns.posts }], model.offices.map((office) => ({ cells: [html`<span class="name">${named(office.names, view.language)}</span>`, lawName(view, office.authority), posts(view, office, model.next)] })))}`;
}

function posts(view: View, office: DeskOfficeChoice, next: string): Html {
  const t = view.t.desk.door;
  const choices = office.posts.length === 0 ? [{ id: "handler", names: { en: t.anyPost, zh: t.anyPost } }] : office.posts;
  return html`<form class="posts" method="post" action="/${view.language}/desk/sign-in"><input type="hidden" name="office" value="${office.file}">${nextField(next)}${choices.map((post) => html`<button class="second" name="officer" value="${post.id}" aria-label="${t.enterAs(wordsOf(post.names, view.language), wordsOf(office.names, view.language))}">${named(post.names, view.language)}</button>`)}</form>`;
}

function organisation(view: View, model: DeskDoorModel): Html {
  const t = view.t.desk.door;
  const { asked, candidates, wrong } = model.organisation;
  return html`${wrong !== undefined && wrongBox(view, wrong)}<form class="entry-form" method="post" action="/${view.language}/desk/sign-in"><label for="organisation-name">${t.label}</label><div class="find"><input id="organisation-name" name="organisation" value="${asked}" autocomplete="off" required>${nextField(model.next)}<button>${t.enter}</button></div></form>
${candidates.length > 0 && html`<p>${t.which}</p><form class="posts" method="post" action="/${view.language}/desk/sign-in">${nextField(model.next)}${candidates.map(({ file, name }) => html`<button class="second" name="organisation" value="${file}">${spoken(name, view.language)} <span class="code">${file}</span></button>`)}</form>`}`;
}

function nextField(next: string): Html | null {
  return next === "" ? null : html`<input type="hidden" name="next" value="${next}">`;
}
