// Acts one can ask about: those of the bodies of law that something on file was handed in under, with their places.
import type { PlainDate } from "../../domain/terms/index.ts";
import type { Act } from "../../domain/rules/index.ts";
import { bodiesOnFile, shortOf, type Registry } from "../../service/index.ts";
import type { ActChoice, Names, PlaceChoice } from "../portal/index.ts";
import { bodyOf } from "./frame.ts";

/**
 * The bodies of law a page speaks of: those something was handed in under, and in the model jurisdiction those that extend them.
 * An empty register speaks of all but the invented ones.
 */
export async function bodiesShown(registry: Registry, model: boolean): Promise<ReadonlySet<string>> {
  const onFile = await bodiesOnFile(registry);
  const facts = [...registry.rulebook.bodyFacts];
  if (onFile.size === 0) return new Set(facts.flatMap(([body, { extends: wider }]) => (wider === undefined ? [body] : [])));
  return new Set([...onFile, ...facts.flatMap(([body, { extends: wider }]) => (model && wider !== undefined && onFile.has(wider) ? [body] : []))]);
}

/** The bodies of law a register shows as law: all that are loaded, the invented ones only in the model jurisdiction. */
export function bodiesOfLaw(registry: Registry, model: boolean): ReadonlySet<string> {
  return new Set([...registry.rulebook.bodyFacts].flatMap(([body, { extends: wider }]) => (wider === undefined || model ? [body] : [])));
}

/** Every act one can ask about, one line for each place where the act asks for an authority. */
export function actChoices(registry: Registry, law: PlainDate, bodies: ReadonlySet<string>): readonly ActChoice[] {
  const statute = registry.rulebook.on(law);
  return statute.all("act").filter((act) => bodies.has(bodyOf(act.id))).flatMap((act) => {
    const body = registry.rulebook.bodyFacts.get(bodyOf(act.id))?.names;
    const group = body === undefined || bodies.size === 1 ? {} : { group: body };
    if (act.where !== "authority") return [{ value: act.id, names: act.names, ...group }];
    return act.authorities.map((authority) => ({ value: `${act.id}@${shortOf(statute, authority)}`, names: atAuthority(registry, act, authority), ...group }));
  });
}

function atAuthority(registry: Registry, act: Act, authority: string): Names {
  const names = registry.rulebook.all("authority").find((each) => each.id === authority)?.names;
  return names === undefined ? act.names : at(act.names, names);
}

function at(act: Names, place: Names): Names {
  return { en: `${act.en}: ${place.en}`, zh: `${act.zh ?? act.en}：${place.zh ?? place.en}` };
}

/** An act as asked, `cn:act` or `cn:act@990101`, by its name and its place's. */
export function actAsked(registry: Registry, choices: readonly ActChoice[], asked: string): ActChoice {
  const known = choices.find((choice) => choice.value === asked);
  if (known !== undefined) return known;
  const [id = "", where] = asked.split("@");
  const names = registry.rulebook.all("act").find((act) => act.id === id)?.names ?? { en: id };
  const place = where === undefined ? undefined : [...regions(registry, id), ...authorities(registry, id)].find((choice) => choice.value === where)?.names;
  return { value: asked, names: where === undefined ? names : at(names, place ?? { en: where }) };
}

/** Regions an act can be done in, where its law asks for one. */
export function placesOf(registry: Registry, act: string): readonly PlaceChoice[] {
  const where = registry.rulebook.all("act").find((each) => each.id === act)?.where;
  return where === "region" || where === "office" ? regions(registry, act) : [];
}

/** Of the act's body of law and of the one it extends; the invented ones only for acts of the invented body. */
function regions(registry: Registry, act: string): readonly PlaceChoice[] {
  const body = bodyOf(act);
  const wider = registry.rulebook.bodyFacts.get(body)?.extends;
  const terms = registry.rulebook.all("term").filter((term) => term.taxonomy === "region" && (bodyOf(term.id) === body || bodyOf(term.id) === wider));
  return terms.map(({ value, names }) => ({ value, names }));
}

function authorities(registry: Registry, act: string): readonly PlaceChoice[] {
  return registry.rulebook.all("authority").filter((each) => bodyOf(each.id) === bodyOf(act)).map((each) => ({ value: each.short ?? each.id.slice(each.id.indexOf(":") + 1), names: each.names }));
}
