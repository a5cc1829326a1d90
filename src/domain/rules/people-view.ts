// The law with the rules about persons in it, for reading alone: the law's own examples, its linter and the laboratory look at it.
// INVARIANT: no question about an organisation on file is answered from this view; test/law-people.test.ts says who may ask for it.
import { makeRulebook } from "./make-rulebook.ts";
import type { Rulebook } from "./rulebook.ts";

const views = new WeakMap<Rulebook, Rulebook>();

/** The rulebook whose entries and statute books hold what lies under people/ as well. */
export function withPeople(rulebook: Rulebook): Rulebook {
  const view = views.get(rulebook) ?? makeRulebook({ ...contentOf(rulebook), entries: Object.freeze([...rulebook.entries, ...rulebook.people].sort((a, b) => (a.id < b.id ? -1 : 1))) });
  views.set(rulebook, view);
  return view;
}

function contentOf({ hash, bodies, entries, examples, people, peopleExamples, bodyFacts }: Rulebook): Parameters<typeof makeRulebook>[0] {
  return { hash, bodies, entries, examples, people, peopleExamples, bodyFacts };
}
