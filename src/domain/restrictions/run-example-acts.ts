// Questions of worked examples about an act (what binds it, from the same derivation that answers checks) and about a list (do its
// criteria propose a listing, does a listing stand).
import { bodyOf, type Amount, type Money } from "../terms/index.ts";
import { decimalsOf, valueOn, type ActQuestion, type ExampleQuestion } from "../rules/index.ts";
import { organisationOf } from "../register/index.ts";
import { assessCriteria } from "./assess.ts";
import { derive, type Derived } from "./derive.ts";
import type { Where } from "./measure-outcome.ts";
import type { Scene } from "./facts.ts";
import { Differences } from "./run-example-differences.ts";
import type { ExampleRoom } from "./run-example.ts";
import { listHits } from "./triggers.ts";

export function askList({ organisation }: ExampleRoom, scene: Scene, question: Extract<ExampleQuestion, { readonly kind: "list" }>): readonly string[] {
  const list = scene.statute.get("list", question.list);
  const differences = new Differences();
  if (question.criteria !== undefined) {
    const truth = list === undefined ? "false" : assessCriteria(scene, organisation, valueOn(list.criteria, scene.statute.day) ?? []).truth;
    differences.compare(`criteria of ${question.list}`, question.criteria, truth);
  }
  if (question.listed !== undefined) {
    const listed = listHits(scene, organisation).some((hit) => (hit.ref.kind === "list" || hit.ref.kind === "entailed") && hit.ref.list === question.list && hit.unsure.length === 0);
    differences.compare(`stands on ${question.list}`, question.listed, listed);
  }
  return differences.found;
}

export function askAct(room: ExampleRoom, scene: Scene, question: ActQuestion): readonly string[] {
  const act = scene.statute.get("act", question.act);
  if (act === undefined) return [`${question.act} is not an act of the law of ${scene.statute.day}`];
  const where = question.where === undefined ? {} : whereOf(scene, question.where, bodyOf(question.act));
  if (where === undefined) return [`\`${question.where ?? ""}\` is no authority and no region of the law of ${scene.statute.day}`];
  const derived = derive({
    scene, organisation: room.organisation, find: (file) => organisationOf(scene.register, file), act, where, calendar: room.rulebook.all("calendar"), ...(room.person ? { person: true as const } : {}),
  });
  return compareAnswer(question, derived);
}

/** An authority by its id, with or without its body, or by its short word; otherwise a region. */
function whereOf(scene: Scene, where: string, body: string): Where | undefined {
  const authority = scene.statute.all("authority").find((each) => each.id === where || each.short === where || each.id === `${body}:${where}`);
  if (authority !== undefined) return { authority: authority.id };
  return scene.statute.all("term").some((term) => term.taxonomy === "region" && term.value === where) ? { region: where } : undefined;
}

function compareAnswer(question: ActQuestion, derived: Derived): readonly string[] {
  return new Differences()
    .compare("verdict", question.verdict, derived.verdict)
    .compare("effects", question.effects, derived.effects.map((effect) => effect.effect))
    .compare("measures", question.measures, derived.effects.map((effect) => effect.measure))
    .compare("until", question.until, derived.effects[0]?.until)
    .compare("failed conditions", question.failed, derived.spared.map((spared) => spared.failed))
    .compare("possible", question.possible, derived.possible.map((possible) => possible.measure))
    .compare("favours", question.favours, derived.favours.map((favour) => favour.measure))
    .compare("presumed", question.presumed, derived.presumed)
    .compare("missing", question.missing, derived.missing.map((missing) => missing.fact))
    .compare("amounts", question.amounts, [...derived.effects, ...derived.favours, ...derived.possible].flatMap(({ amount }) => (amount === undefined || amount.kind === "notStated" ? [] : [printedAmount(amount)])))
    .compare("aimed at office-holders", question.officeHolders, derived.officeHolders.map((effect) => effect.measure))
    .compare("readings", question.readings, (derived.readings ?? []).map((reading) => reading.reading))
    .compare("way out", question.exits, smallestWayOut(derived))
    .found;
}

/** The earliest day among the sets with the fewest acts. */
function smallestWayOut({ exits }: Derived): string {
  const fewest = Math.min(...exits.map((exit) => exit.acts.length));
  const days = exits.filter((exit) => exit.acts.length === fewest).map((exit) => exit.earliest ?? "notStated").sort();
  return days[0] ?? "none";
}

const BOUNDS = { atLeast: "at least ", moreThan: "more than ", atMost: "at most ", lessThan: "less than " } as const;

/** `0.05 CNY/kWh`, `at least 5/100 of the price`, `10 projects`. */
export function printedAmount(amount: Exclude<Amount, { readonly kind: "notStated" }>): string {
  const bound = amount.bound === undefined ? "" : BOUNDS[amount.bound];
  switch (amount.kind) {
    case "money":
      return bound + printedMoney(amount.money);
    case "moneyPerUnit":
      return `${bound}${printedMoney(amount.money)}/${amount.unit}`;
    case "rate":
      return `${bound}${amount.rate.numerator}/${amount.rate.denominator} of ${amount.of}`;
    case "quantity":
      return `${bound}${amount.count} ${amount.unit}`;
  }
}

/** Minor units only where there are any: `200000 CNY`, `0.05 CNY`. */
function printedMoney({ minor, currency }: Money): string {
  const decimals = decimalsOf(currency);
  const digits = String(minor).padStart(decimals + 1, "0");
  const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  return `${whole}${/[1-9]/.test(fraction) ? `.${fraction}` : ""} ${currency}`;
}
