// Touch: who a measure can touch at all: whoever stands on certain lists, has certain records or a certain status. Read from the law alone,
// and wide rather than narrow: it says where to look, and derive.ts says who is bound.
import type { LawId } from "../terms/index.ts";
import type { Criterion, List, Measure, Statute } from "../rules/index.ts";

export interface Touch {
  /** Lists with listings on file. */
  readonly lists: ReadonlySet<LawId>;
  readonly records: ReadonlySet<LawId>;
  readonly statuses: ReadonlySet<string>;
  /** Also whoever is a branch or part of those, or controlled by them. */
  readonly related: boolean;
  /** It may touch somebody of whom nothing is on file but that it is there: then everybody is to be looked at. */
  readonly everyone: boolean;
}

const NOBODY: Touch = { lists: new Set(), records: new Set(), statuses: new Set(), related: false, everyone: false };

/** Whom these measures can touch under the statute book. */
export function touchOf(statute: Statute, measures: readonly Measure[]): Touch {
  return together(measures.map((measure) => ({ ...touchOfMeasure(statute, measure), ...(measure.reaches.includes("branches") ? { related: true } : {}) })));
}

/** Of whom the lists that these can touch are filled by the law itself: what the causes of their listings count. */
export function causeTouch(statute: Statute, { lists }: Pick<Touch, "lists">): Touch {
  return together([...lists].map((id) => {
    const cause = statute.get("list", id)?.entailed;
    return cause === undefined ? NOBODY : touchOfCriterion(statute, cause, [id]);
  }));
}

function touchOfMeasure(statute: Statute, { trigger }: Measure): Touch {
  switch (trigger.kind) {
    case "list":
      return together(trigger.lists.map((list) => touchOfList(statute, list, [])));
    case "record":
    case "commitment":
      return { ...NOBODY, records: new Set([trigger.type]) };
    case "grade": {
      const reported = statute.get("grade", trigger.type)?.recordType;
      return reported === undefined ? NOBODY : { ...NOBODY, records: new Set([reported]) };
    }
    case "status":
      return { ...NOBODY, statuses: new Set(trigger.statuses) };
  }
}

/** Whoever stands on the list, by a listing on file or because the law itself puts it there. A list whose cause is being followed is not followed again. */
function touchOfList(statute: Statute, id: LawId, within: readonly LawId[]): Touch {
  const list = statute.get("list", id);
  if (list === undefined || within.includes(id)) return NOBODY;
  const onFile: Touch = { ...NOBODY, lists: new Set([id]) };
  return list.entailed === undefined ? onFile : together([onFile, touchOfCriterion(statute, list.entailed, [...within, id])]);
}

/** Those of whom a criterion may be anything but false. */
function touchOfCriterion(statute: Statute, criterion: Criterion, within: readonly LawId[]): Touch {
  const inside = (children: readonly Criterion[]): readonly Touch[] => children.map((child) => touchOfCriterion(statute, child, within));
  switch (criterion.kind) {
    case "all":
      // It is enough to look at those of one part; the others only leave some of them out.
      return inside(criterion.of).find((touch) => !touch.everyone) ?? { ...NOBODY, everyone: true };
    case "any":
      return together(inside(criterion.of));
    case "atLeast":
      return criterion.count <= 0 ? { ...NOBODY, everyone: true } : together(inside(criterion.of));
    case "exceptions":
      return touchOfCriterion(statute, criterion.rule, within);
    case "none":
    case "holds":
      return { ...NOBODY, everyone: true };
    case "records":
      return criterion.count <= 0 ? { ...NOBODY, everyone: true } : { ...NOBODY, records: new Set([criterion.type]), related: criterion.whose !== undefined };
    case "listed": {
      if (criterion.count <= 0) return { ...NOBODY, everyone: true };
      const lists = statute.all("list").filter((list) => isNamed(criterion, list));
      return together([{ ...NOBODY, related: criterion.whose !== undefined }, ...lists.map((list) => touchOfList(statute, list.id, within))]);
    }
  }
}

function isNamed({ lists, colour }: Extract<Criterion, { readonly kind: "listed" }>, list: List): boolean {
  return lists.includes(list.id) || (colour !== undefined && list.colour === colour);
}

function together(touches: readonly Touch[]): Touch {
  return {
    lists: new Set(touches.flatMap(({ lists }) => [...lists])), records: new Set(touches.flatMap(({ records }) => [...records])), statuses: new Set(touches.flatMap(({ statuses }) => [...statuses])),
    related: touches.some(({ related }) => related), everyone: touches.some(({ everyone }) => everyone),
  };
}
