// Organisation to page: who it is, its answer where an act was asked about, everything that applies, and what is on file.
import type { Names } from "../../domain/terms/index.ts";
import type { Answer } from "../../domain/restrictions/index.ts";
import { deliveriesBehind, stateOfAct, type ActStanding, type Registry, type Standing, type Timeline } from "../../service/index.ts";
import { SHELVES, type ActChoice, type EffectRow, type Language, type OrganisationHead, type OrganisationModel, type State } from "../portal/index.ts";
import { actAsked, actChoices, placesOf } from "./acts.ts";
import { answerView, effectRow, namesFor, undeterminedRow } from "./answer-model.ts";
import { listingRow, recordRow } from "./file-rows.ts";
import { bodyOf, termNames } from "./frame.ts";
import { timelineView } from "./timeline-model.ts";

export interface OrganisationShown {
  readonly standing: Standing;
  readonly answer?: Answer;
  readonly language: Language;
  readonly timeline: Timeline;
  /** The shelf of what is on file that was asked for. */
  readonly shelf: string;
  /** Bodies of law the page speaks of. */
  readonly bodies: ReadonlySet<string>;
}

export function organisationModel(registry: Registry, { standing, answer, language, bodies, timeline, shelf }: OrganisationShown): OrganisationModel {
  const { organisation, asOf } = standing;
  const asked = answer === undefined ? undefined : bodyOf(answer.act);
  const acts = actChoices(registry, asOf.law, asked === undefined ? bodies : new Set([...bodies, asked]));
  return {
    organisation: headOf(registry, organisation, language),
    presets: presetsOf(standing), acts, ...(answer === undefined ? {} : placeOf(registry, answer)),
    counts: countsOf(standing.acts.filter((act) => acts.some((choice) => choice.value === act.act))),
    ...(answer === undefined ? {} : { answer: answerView(registry, standing, answer, withPlace(registry, acts, answer), language) }),
    effects: effectRows(registry, standing, acts, language),
    officeHolders: standing.officeHolders.flatMap((effect) => (effect.acts ?? [""]).map((act) => effectRow(registry, act === "" ? NO_ACT : actAsked(registry, acts, act), effect, "may", { language, on: asOf.on }))),
    regimes: [], codes: organisation.allCodes,
    joins: standing.joins.map(({ files, judgedBy, reasons }) => ({ files, judgedBy, reasons: reasons.filter((reason) => reason.score > 0).map((reason) => reason.because) })),
    related: standing.related.map(({ file, relation, name }) => ({ file, name, relation: relationOf(relation) })),
    names: organisation.names.map(({ text, kind, source }) => ({ text, kind, ...(source === null ? {} : { source }) })),
    records: standing.records.map((record) => recordRow(registry, record, language)),
    listings: standing.listings.map((listing) => listingRow(registry, standing, listing, language)),
    shelf: SHELVES.find((each) => each === shelf) ?? "registration", timeline: timelineView(registry, timeline, language),
    deliveries: deliveriesBehind(registry, standing),
  };
}


const NO_ACT: ActChoice = { value: "", names: { en: "", zh: "" } };

function headOf(registry: Registry, organisation: Standing["organisation"], language: Language): OrganisationHead {
  const [main, other] = namesFor(language, organisation);
  const { status, kind, legalForm, sector, region, country, address, establishedOn, officeHolders } = organisation.attributes;
  return {
    file: organisation.file ?? "", name: main, codes: organisation.allCodes, ...(other === undefined ? {} : { otherName: other }),
    ...named("status", termNames(registry, "status", status)), ...named("kind", kind === undefined ? undefined : termNames(registry, "legal-form", kind)), ...named("legalForm", termNames(registry, "legal-form", legalForm)),
    ...named("sector", termNames(registry, "sector", sector)), ...named("region", termNames(registry, "region", region)),
    ...(country === undefined ? {} : { country }), ...(address === undefined ? {} : { address }), ...(establishedOn === undefined ? {} : { establishedOn }),
    ...(officeHolders === undefined ? {} : { officeHolders: officeHolders.map(({ office, name }) => ({ office: OFFICES[office] ?? { en: office }, name })) }),
  };
}

const OFFICES: Readonly<Record<string, Names>> = { "legal-representative": { en: "Legal representative", zh: "法定代表人" }, director: { en: "Director", zh: "董事" } };

function named<K extends string>(key: K, names: Names | undefined): Partial<Record<K, Names>> {
  return names === undefined ? {} : ({ [key]: names } as Partial<Record<K, Names>>);
}

function relationOf(relation: string): OrganisationModel["related"][number]["relation"] {
  return relation === "branchOf" || relation === "subsidiaryOf" ? relation : "controlledBy";
}

/** Where the answer depends on the place, the places there are; and the one asked about. */
function placeOf(registry: Registry, answer: Answer): Pick<OrganisationModel, "places" | "place"> {
  const [act = "", where] = answer.act.split("@");
  const places = placesOf(registry, act);
  if (places.length === 0 || (where === undefined && !answer.missing.some((missing) => missing.kind === "where"))) return {};
  return { places, ...(where === undefined ? {} : { place: where }) };
}

/** The act by its name, with its place; in the list of acts it stands without one. */
function withPlace(registry: Registry, acts: readonly ActChoice[], answer: Answer): ActChoice {
  const [id = ""] = answer.act.split("@");
  const chosen = acts.find((choice) => choice.value === answer.act) ?? acts.find((choice) => choice.value === id);
  return { value: chosen?.value ?? answer.act, names: actAsked(registry, acts, answer.act).names };
}

/** Every act in one state: the gravest that holds for it. */
function countsOf(acts: readonly ActStanding[]): Partial<Record<State, number>> {
  const counts: Partial<Record<State, number>> = { bound: 0, may: 0, undetermined: 0, favoured: 0, clear: 0 };
  for (const act of acts) {
    const state = stateOfAct(act);
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

/** Days that matter on this page: when its listings began. */
function presetsOf(standing: Standing): OrganisationModel["presets"] {
  const days = [...new Set(standing.listings.map((listing) => listing.effectiveFrom))].filter((day) => day !== standing.asOf.on).slice(0, 3);
  return days.map((day) => ({ label: { en: `the day it was listed, ${day}`, zh: `列入之日${day}` }, clocks: { on: day } }));
}

const ORDER: Readonly<Record<EffectRow["state"], number>> = { bound: 0, may: 1, undetermined: 2, favoured: 3, released: 4 };

function effectRows(registry: Registry, standing: Standing, choices: readonly ActChoice[], language: Language): readonly EffectRow[] {
  const rows = standing.acts.flatMap((act): readonly EffectRow[] => {
    const asked = actAsked(registry, choices, act.act);
    const at = { language, on: standing.asOf.on };
    return [
      ...act.effects.map((effect) => effectRow(registry, asked, effect, "bound", at)), ...act.possible.map((effect) => effectRow(registry, asked, effect, "may", at)), ...act.favours.map((effect) => effectRow(registry, asked, effect, "favoured", at)),
      ...act.missing.flatMap((missing): readonly EffectRow[] => {
        const measure = registry.rulebook.get("measure", missing.neededBy);
        return measure === undefined ? [] : [undeterminedRow(registry, asked, missing, measure, standing.asOf.law)];
      }),
    ];
  });
  return [...new Map(rows.map((row) => [`${row.act.value} ${row.measure} ${row.state} ${row.from ?? ""}`, row])).values()].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
}
