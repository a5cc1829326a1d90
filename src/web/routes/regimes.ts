// Regimes: a body of law as it stood between two dates; the one that governs a day; and one question under each of them.
import { checkOrganisation, PUBLIC, type Answer, type Clocks, type Registry } from "../../service/index.ts";
import type { Names, RegimeView } from "../portal/index.ts";
import { bodyOf } from "../models/frame.ts";

/** The regimes of the first of these bodies that tells any apart, the one that governs the law's day marked. */
export function regimesOf(registry: Registry, law: string, bodies: ReadonlySet<string>): readonly RegimeView[] {
  const facts = registry.rulebook.bodyFacts;
  const wider = [...bodies].flatMap((body) => facts.get(body)?.extends ?? []);
  const regimes = [...facts].find(([body, each]) => (bodies.has(body) || wider.includes(body)) && each.regimes.length > 0)?.[1].regimes ?? [];
  const current = regimes.findLast((regime) => regime.law <= law);
  return regimes.map((regime) => ({ label: regime.names, law: regime.law, current: regime === current }));
}

/** The same question under the law of each regime: the same facts, another statute book. */
export async function otherLaw(registry: Registry, answer: Answer, clocks: Clocks): Promise<readonly RegimeView[]> {
  const views: RegimeView[] = [];
  for (const regime of regimesOf(registry, clocks.law, new Set([bodyOf(answer.act)]))) {
    const then = await checkOrganisation(registry, PUBLIC, { organisation: answer.organisation.file ?? "", act: answer.act, on: clocks.on, law: regime.law, known: String(clocks.known) });
    views.push(then.ok ? { ...regime, ...stateOf(then.value, clocks) } : { ...regime, note: { en: "no such act", zh: "尚无此事项" } });
  }
  return views;
}

function stateOf(answer: Answer, clocks: Clocks): Pick<RegimeView, "state" | "note"> {
  if (answer.verdict === "clear") return answer.possible.length > 0 ? { state: "may" } : { state: "clear" };
  const note = noteOf(answer, clocks);
  return { state: answer.verdict, ...(note === undefined ? {} : { note }) };
}

/** When it is free again at the earliest. */
function noteOf(answer: Answer, clocks: Clocks): Names | undefined {
  const day = answer.exits.find((exit) => exit.earliest !== undefined)?.earliest;
  if (day === undefined) return answer.verdict === "bound" ? { en: "no day stated", zh: "未写明日期" } : undefined;
  return day <= clocks.on ? { en: "a way out is open now", zh: "现在即可申请" } : { en: `out from ${day}`, zh: `最早${day}` };
}
