// The rules of the linter, by id. docs/reference/lint-rules.md explains each with its source.
import type { LintRuleId } from "../../rules/index.ts";
import { basisBelowRank } from "./basis-below-rank.ts";
import { circularChain } from "./circular-chain.ts";
import { deadEnd } from "./dead-end.ts";
import { doubleBurden } from "./double-burden.ts";
import { excludedInformation } from "./excluded-information.ts";
import { hiddenList } from "./hidden-list.ts";
import type { LintRule } from "./lint-rule.ts";
import { localWithoutRegulation } from "./local-without-regulation.ts";
import { memorandumExpired } from "./memorandum-expired.ts";
import { noAnswer } from "./no-answer.ts";
import { noBasis } from "./no-basis.ts";
import { noEnd } from "./no-end.ts";
import { noExit } from "./no-exit.ts";
import { noLawForbids } from "./no-law-forbids.ts";
import { noNotice } from "./no-notice.ts";
import { noObjection } from "./no-objection.ts";
import { outsideClosedList } from "./outside-closed-list.ts";
import { permanent } from "./permanent.ts";
import { personsWithoutBreach } from "./persons-without-breach.ts";
import { pileOn } from "./pile-on.ts";
import { protectedMatter } from "./protected-matter.ts";
import { publicationBeyondLaw } from "./publication-beyond-law.ts";
import { repairWithoutDeadline } from "./repair-without-deadline.ts";
import { retentionBeyondLaw } from "./retention-beyond-law.ts";
import { scoreAsTrigger } from "./score-as-trigger.ts";
import { unobservableCriterion } from "./unobservable-criterion.ts";
import { unrelatedMeasure } from "./unrelated-measure.ts";

export const RULES = {
  "no-basis": noBasis, "basis-below-rank": basisBelowRank, "no-notice": noNotice, "no-answer": noAnswer, "no-end": noEnd, "no-exit": noExit, "no-objection": noObjection, "outside-closed-list": outsideClosedList,
  "unrelated-measure": unrelatedMeasure, "persons-without-breach": personsWithoutBreach, "double-burden": doubleBurden, "circular-chain": circularChain, "pile-on": pileOn, "no-law-forbids": noLawForbids,
  "unobservable-criterion": unobservableCriterion, "local-without-regulation": localWithoutRegulation, "retention-beyond-law": retentionBeyondLaw, "publication-beyond-law": publicationBeyondLaw,
  "memorandum-expired": memorandumExpired, "excluded-information": excludedInformation, "hidden-list": hiddenList, permanent, "repair-without-deadline": repairWithoutDeadline,
  "score-as-trigger": scoreAsTrigger, "protected-matter": protectedMatter, "dead-end": deadEnd,
} as const satisfies Record<LintRuleId, LintRule>;
