// The door of lab: invented worlds on the same verbs and the same law. `makeModelJurisdiction` makes what `up` shows at first start;
// `needsModel` says whether there is one to make, `modelOf` what the one there was made from.
export { makeModelJurisdiction, modelOf, needsModel, ORGANISATIONS_USUALLY, type ModelFacts, type ModelReport, type ModelRequest } from "./make-model.ts";
