// Reader of the steps of a procedure: who takes them, after what, within which time, and what they put on file.
import type { Located, Place } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import { PART_TABLES } from "../field-tables.ts";
import { singleValuesOf } from "./field-values.ts";
import type { Step } from "../language.ts";
import { suggestion } from "./nearest.ts";
import { choiceOf, FieldsReader, flag, localId, names, positive, reference, reportRepeated, text, type Reader } from "./reader.ts";
import { basis, readInterval } from "./values.ts";

/** The steps of a procedure in one version, in the order of the law. */
export const steps: Reader<readonly Step[]> = {
  standIn: [],
  read: (value, desk) => {
    const read = (value.kind === "items" ? value.items : [value]).map((item) => ({ at: item.at, step: readStep(item, desk) }));
    reportRepeated(read.map(({ at, step }) => ({ at, id: step.id })), "steps", desk);
    const ids = read.map(({ step }) => step.id);
    for (const { at, step } of read) {
      for (const other of [...step.after, ...(step.within === undefined ? [] : [step.within.from])]) {
        if (!ids.includes(other)) desk.report("unknown-entry", at, `\`${other}\` is no step of this procedure`, `it may be ${ids.map((each) => `\`${each}\``).join(", ")}`);
      }
    }
    reportStepCircles(read, desk);
    for (const each of read) reportExtension(each, read, desk);
    return read.map(({ step }) => step);
  },
};

interface PlacedStep {
  readonly at: Place;
  readonly step: Step;
}

/** A step that waits for itself could never be taken. */
function reportStepCircles(read: readonly PlacedStep[], desk: Desk): void {
  const taken = new Set<string>();
  const known = new Set(read.map(({ step }) => step.id));
  let waiting = read;
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    for (const { step } of waiting) if (step.after.every((each) => taken.has(each) || !known.has(each))) taken.add(step.id);
    waiting = waiting.filter(({ step }) => !taken.has(step.id));
  }
  const [first] = waiting;
  if (first !== undefined) desk.report("circle", first.at, `step \`${first.step.id}\` waits for itself`, "remove one `after` of the circle");
}

/** Time on top is taken before the step it is for, which has a time of its own. */
function reportExtension({ at, step }: PlacedStep, read: readonly PlacedStep[], desk: Desk): void {
  if (step.extends === undefined) return;
  const timed = read.map((each) => each.step).filter((each) => each.within !== undefined && each.id !== step.id);
  const extended = timed.find((each) => each.id === step.extends);
  if (extended === undefined) desk.report("unknown-entry", at, `\`${step.extends}\` is no other step of this procedure that has a time (\`within\`)`, suggestion(step.extends, timed.map((each) => each.id)));
  else if (comesAfter(step, extended.id, read)) desk.report("circle", at, `step \`${step.id}\` gives time on top of \`${extended.id}\` and comes after it`, `let it come before \`${extended.id}\`: change its \`after\``);
  if (step.within === undefined) desk.report("missing-field", at, `step \`${step.id}\` extends another and does not say by how much`, "add `within:`, the time it gives on top");
}

/** Whether a step waits for another, by way of others too. */
function comesAfter(step: Step, other: string, read: readonly PlacedStep[], passed: readonly string[] = []): boolean {
  return step.after.some((each) => {
    const before = read.find((placed) => placed.step.id === each)?.step;
    return each === other || (before !== undefined && !passed.includes(each) && comesAfter(before, other, read, [...passed, each]));
  });
}

function readStep(value: Located, desk: Desk): Step {
  const fields = new FieldsReader(value, desk, PART_TABLES.step, "a step");
  const within = fields.optional("within", intervalFrom);
  const substitute = fields.optional("substitute", names);
  const extended = fields.optional("extends", localId);
  const records = fields.optional("records", recorded);
  const does = fields.optional("does", choiceOf(["mask", "endStay"]));
  const by = fields.required("by", choiceOf(["office", "organisation"]));
  const automatic = fields.or("automatic", flag, false);
  if (automatic && by === "organisation") desk.report("unknown-value", fields.placeOf("automatic"), "the register takes no step that is the organisation's own", "remove `automatic`, or write `by: office`");
  if (does !== undefined && (automatic || by === "organisation")) desk.report("unknown-value", fields.placeOf("does"), "what is done to a listing or record is done by a step an office takes", "remove `does`, or write `by: office` without `automatic`");
  return {
    id: fields.required("id", localId),
    kind: fields.required("kind", choiceOf(["proposal", "notice", "service", "defence", "hearing", "decision", "publication", "objection", "verification", "removal", "review", "application", "acceptance", "consent", "appeal", "interview", "commitment", "report", "draw", "inspection", "training", "notification", "acknowledgement"])),
    names: fields.required("names", names),
    by,
    after: fields.list("after", localId),
    ...(within === undefined ? {} : { within }),
    optional: fields.or("optional", flag, false),
    states: fields.list("states", text),
    officers: fields.or("officers", positive, 1),
    superiorConsent: fields.or("superiorConsent", flag, false),
    legalReview: fields.or("legalReview", flag, false),
    ...(substitute === undefined ? {} : { substitute }),
    outcomes: fields.list("outcomes", choiceOf(["listed", "conditional", "reprimanded", "noAction"])),
    ...(extended === undefined ? {} : { extends: extended }),
    automatic,
    ...(does === undefined ? {} : { does }),
    ...(records === undefined ? {} : { records }),
    basis: fields.or("basis", basis, []),
  };
}

const intervalFrom: Reader<NonNullable<Step["within"]>> = {
  standIn: { count: 1, unit: "days", from: "" },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["interval-from"], "an interval");
    return { ...readInterval(fields, desk), from: fields.required("from", localId) };
  },
};

const recorded: Reader<NonNullable<Step["records"]>> = {
  standIn: { type: reference().standIn, set: {} },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["step-records"], "what a step puts on file");
    const type = fields.required("type", reference("record-type"));
    return { type, set: fields.or("set", singleValuesOf(desk.fieldsOf(type)), {}) };
  },
};
