// Fits: proof for the compiler that values of the domain pass into the view models as they are.
// A change on either side that would need a conversion stops compiling here.
import type { Basis, Criterion, EndRule, ExitRule, Party } from "../../domain/rules/index.ts";
import type { End } from "../../domain/terms/index.ts";
import type { BasisView, EndView } from "./view-models.ts";
import type { MemorandumModel } from "./view-models-memorandum.ts";
import type { CriterionView, EndRuleView, ExitRuleView } from "./view-models-rules.ts";

type Fits<Domain extends View, View> = Domain;

export type Proof = readonly [
  Fits<Basis, BasisView>,
  Fits<End, EndView>,
  Fits<Criterion, CriterionView>,
  Fits<EndRule, EndRuleView>,
  Fits<ExitRule, ExitRuleView>,
  Fits<Party, MemorandumModel["parties"][number]>,
];
