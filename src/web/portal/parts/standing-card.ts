// Standing card: where no act is asked about, how the organisation stands over all acts in one sentence, by which listings since when, and the
// earliest way out beside it. The same open frame as an answer to one act.
import { organisationPath, pageAddress } from "../addresses.ts";
import { dayText, longDay, sentence } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { ListingRow, OrganisationModel } from "../view-models-organisation.ts";
import type { State } from "../view-models.ts";
import { endWords } from "./ends.ts";
import { badge, sign, stateMark } from "./signs.ts";
import { lawLink, type View } from "./view.ts";

type Counts = NonNullable<OrganisationModel["counts"]>;
const LISTINGS_SHOWN = 3;

/** @returns null where there is no act to stand in */
export function standingCard(view: View, model: OrganisationModel): Html | null {
  const t = view.t.organisation.standing;
  const { counts = {}, organisation } = model;
  const acts = (["bound", "may", "undetermined", "favoured", "clear"] as const).reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  if (acts === 0) return null;
  const verdict = verdictOf(counts);
  const says = verdict === "clear" ? t.clear(organisation.name, acts) : t[verdict](organisation.name, counts[verdict] ?? 0, acts);
  return html`<section class="answer is-${verdict}" id="answer" aria-labelledby="verdict">
<div class="verdict"><p class="word">${stateMark(view, verdict)}</p><h2 id="verdict">${sentence(says, view.language)}</h2>${because(view, model)}</div>
${verdict === "bound" ? wayOut(view, model) : beside(view, counts, verdict)}
</section>`;
}

function verdictOf(counts: Counts): "bound" | "undetermined" | "clear" {
  if ((counts.bound ?? 0) > 0) return "bound";
  return (counts.undetermined ?? 0) > 0 ? "undetermined" : "clear";
}

/** Its listings that stand, with their day and their end: burdens first. */
function because(view: View, { listings }: OrganisationModel): Html {
  const t = view.t.organisation.standing;
  const standing = listings.filter(({ state }) => state === "current").sort((a, b) => Number(a.colour === "red") - Number(b.colour === "red"));
  if (standing.length === 0) return html`<p>${t.unlisted}</p>`;
  return html`${standing.slice(0, LISTINGS_SHOWN).map((row) => html`<p>${listed(view, row)}</p>`)}${standing.length > LISTINGS_SHOWN && html`<p><a href="#file">${t.more(standing.length - LISTINGS_SHOWN)}</a></p>`}`;
}

function listed(view: View, { list, colour, from, end }: ListingRow): Html {
  const t = view.t.organisation.standing;
  return html`${stateMark(view, colour === "red" ? "favoured" : "bound", t.on)}${view.t.colon}${lawLink(view, list)}${from === undefined ? view.t.semicolon : html`${view.t.comma}${t.since(dayText(from, view.language))}${view.t.space}`}${sentence(endWords(view, end), view.language)}`;
}

function wayOut(view: View, { effects, organisation }: OrganisationModel): Html {
  const t = view.t.organisation.standing;
  const open = effects.flatMap(({ state, earliest }) => (state === "bound" && earliest !== undefined ? [earliest] : [])).sort((a, b) => Number(b.now === true) - Number(a.now === true) || a.day.localeCompare(b.day))[0];
  const when = open === undefined ? view.t.answer.noDay : open.now === true ? view.t.answer.openNow : longDay(open.day, view.language);
  return html`<div class="way-out"><h3>${sign("released")}${view.t.answer.earliest}</h3><p class="when">${when}${open?.provisional === true && open.now !== true && html` ${badge(view, "provisional")}`}</p><p>${open === undefined ? view.t.answer.noWayStated : t.first}</p><p><a href="${pageAddress(view.frame, `${organisationPath(organisation.file)}/plan`)}">${t.plan}</a></p></div>`;
}

/** What changes no verdict and yet is to be known: acts an authority may still restrict, acts in which it is favoured. */
function beside(view: View, counts: Counts, verdict: State): Html {
  const t = view.t.organisation.standing;
  const more = (["undetermined", "may", "favoured"] as const).filter((state) => (counts[state] ?? 0) > 0);
  return html`<div class="beside"><h3>${t.beside}</h3>${more.length === 0 ? html`<p>${t.nothingElse}</p>` : more.map((state) => html`<p>${stateMark(view, state)} ${t.acts(counts[state] ?? 0)}</p>`)}${verdict === "undetermined" && html`<p>${t.ask}</p>`}<p><a href="#all">${view.t.organisation.links.all}</a></p></div>`;
}
