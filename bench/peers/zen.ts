// zen-engine as a peer: a policy engine of decision tables, compiled code behind a binding. It decides; it holds no facts, so it is handed
// the listings of the organisation from a Map for free. A Map of objects does not fit five million listings beside the others: 200,000
// organisations are enough to measure an engine whose time does not depend on them. One table for each act, which is the fastest for it.
import { assemblerOf, idOfListing, NO_END, type Found } from "../check-answer.ts";
import { onFile } from "../check-facts.ts";
import type { BenchLaw } from "../check-law.ts";
import { peerModule, runs, type Held, type LaterPeer } from "./peer.ts";

const ORGANISATIONS_MAX = 200_000;

/** What is used of the package, which is not installed with the project and so has no types here. */
interface ZenModule {
  readonly ZenEngine: new () => { createDecision(table: object): Decision; dispose(): void };
}
interface Decision {
  evaluate(context: object): Promise<{ readonly result: unknown }>;
}
interface Row {
  readonly list: number;
  readonly listing: string;
  readonly from: number;
  readonly until: number;
}

/** zen-engine with the first organisations of the facts; undefined where it is not installed. */
export function openZen({ facts, law }: Held): LaterPeer | undefined {
  const module = peerModule("@gorules/zen-engine");
  if (!isZen(module)) return undefined;
  const engine = runs("zen-engine", () => new module.ZenEngine());
  if (engine === undefined) return undefined;
  const organisations = Math.min(ORGANISATIONS_MAX, facts.organisations);
  const listingsOf = new Map(Array.from({ length: organisations }, (_, organisation) =>
    [facts.listedCode(organisation), facts.listingsOf(organisation).map(({ list, listing, from, until }): Row => ({ list, listing: idOfListing(listing), from, until: until ?? NO_END }))]));
  const names = new Map(Array.from({ length: organisations }, (_, organisation) => [facts.listedCode(organisation), onFile(facts, organisation)]));
  const decisions = new Map(law.acts.map((act) => [act, engine.createDecision(tableOf(law, act))]));
  const assemble = assemblerOf(law);
  return {
    name: "zen-engine", organisations,
    async check(code, act, on) {
      const decision = decisions.get(act);
      if (decision === undefined) throw new Error(`assertion failed: ${act} is an act of the bench`);
      const listings = listingsOf.get(code) ?? [];
      const { result } = await decision.evaluate({ listings: listings.map((listing) => ({ ...listing, on })) });
      return assemble(names.get(code) ?? null, foundIn(result, listings));
    },
    close: () => engine.dispose(),
  };
}

function isZen(module: unknown): module is ZenModule {
  return typeof module === "object" && module !== null && "ZenEngine" in module;
}

/** The table is asked for each listing in turn and gives, for each, the numbers of the measures whose rows hold. */
function foundIn(result: unknown, listings: readonly Row[]): readonly Found[] {
  if (typeof result !== "object" || result === null || !("each" in result) || !Array.isArray(result.each)) throw new Error("assertion failed: the engine answers for each listing");
  const each: readonly (readonly { readonly measure: number }[])[] = result.each;
  return each.flatMap((hits, index) => {
    const row = listings[index];
    return row === undefined ? [] : hits.map(({ measure }): Found => [measure, row.list, row.listing, row.from, row.until]);
  });
}

/** A decision graph of one table: a row for each measure that concerns the act, with its lists and the days of listing and memorandum. */
function tableOf(law: BenchLaw, act: string): object {
  const rules = law.measures.flatMap((measure, number) => (measure.act !== act ? [] : [{
    _id: `row-${number}`, list: measure.lists.join(", "), began: "<= on", ends: "> on",
    lawFrom: `>= ${measure.from}${measure.until === null ? "" : ` and $ < ${measure.until}`}`, measure: String(number),
  }]));
  const node = (id: string, type: string, content?: object): object => ({ id, type, name: id, position: { x: 0, y: 0 }, ...(content === undefined ? {} : { content }) });
  const table = {
    hitPolicy: "collect", executionMode: "loop", inputField: "listings", outputPath: "each", passThrough: false,
    inputs: [{ id: "list", name: "list", field: "list" }, { id: "began", name: "from", field: "from" }, { id: "ends", name: "until", field: "until" }, { id: "lawFrom", name: "day", field: "on" }],
    outputs: [{ id: "measure", name: "measure", field: "measure" }],
    rules,
  };
  return {
    nodes: [node("in", "inputNode"), node("table", "decisionTableNode", table), node("out", "outputNode")],
    edges: [{ id: "first", type: "edge", sourceId: "in", targetId: "table" }, { id: "second", type: "edge", sourceId: "table", targetId: "out" }],
  };
}
