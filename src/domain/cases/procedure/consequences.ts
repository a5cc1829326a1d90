// Consequences: what follows from a step of a case: a listing ends or falls, a record is repaired, corrected or falls, two files stay apart or
// come together again, a mask or stay begins or ends. Each is an event of its own that names the case it follows from.
import { err, ok, type PlainDate, type Result } from "../../terms/index.ts";
import type { Burden, EventDraft } from "../../events/index.ts";
import type { RecordOnFile } from "../../register/index.ts";
import type { CaseContext, RemoveListing } from "../listing/commands.ts";
import { listingIdOf, type Decided } from "../listing/case-state.ts";
import type { LawBook } from "../listing/listing-law.ts";
import { decideRemoval } from "../listing/removal.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import { waysOutOf } from "./open-case.ts";
import type { StepProgress } from "./progress.ts";
import type { ProcedureCase } from "./procedure-case.ts";
import type { CaseThing, ProcedureContext, TakeStep } from "./procedure-commands.ts";
import { fieldFlaw } from "./step-record.ts";

type Followed = Result<readonly EventDraft[], Refusal>;

export function consequencesOf(state: ProcedureCase, { step }: StepProgress, command: TakeStep, context: ProcedureContext, on: PlainDate): Followed {
  const effect = step.does === "mask" ? maskOf(state, context.thing, step.names.en, on) : step.does === "endStay" ? ok(stayEnded(state, step.names.en, on)) : ok([]);
  if (!effect.ok || (command.outcome !== "granted" && command.outcome !== "refused" && command.outcome !== "notAccepted")) return effect;
  const decided = command.outcome === "granted" ? granted(state, context.thing, command, context, on) : ok(joinedAgain(state, context.thing, command.statement));
  if (!decided.ok) return decided;
  // A stay ordered while the case ran ends with the decision.
  const stays = step.does === undefined ? stayEnded(state, "the case is decided", on) : [];
  return ok([...effect.value, ...decided.value, ...stays]);
}

/** What happens to the thing where the organisation is right, or has put it right. */
function granted(state: ProcedureCase, thing: CaseThing, command: TakeStep, context: ProcedureContext, on: PlainDate): Followed {
  switch (thing.kind) {
    case "organisation":
      return ok([]);
    case "join":
      // Kept apart since the objection; joined again where that was refused and an appeal is right.
      return ok(thing.joined ? [{ type: "FilesSeparated", body: { files: thing.files, reason: command.statement, matter: state.matter } }] : []);
    case "record":
      return ofRecord(state, thing, command, context, on);
    case "listing":
      if (!("decided" in thing)) return refuse("not-ours", rule(34), "another body published this listing, and only that body can end it", { kind: "granted", listing: thing.listing.id });
      return removal(state, thing, { ...removalOf(state, command, on), ...wayOf(state, thing, context, command) }, context);
    case "matter":
      // What was no listing leaves nothing behind that could fall.
      if ("decided" in thing) return listingIdOf(thing.decided) === undefined ? ok([]) : decideRemoval(thing.decided, { ...removalOf(state, command, on), matter: thing.decided.matter, act: "annulment", retroactive: true }, caseContext(context, thing.decided));
      // The decision above takes the place of the one that was appealed against.
      return granted({ ...thing.earlier, matter: state.matter }, thing.thing, command, context, on);
  }
}

function ofRecord(state: ProcedureCase, { record }: Extract<CaseThing, { readonly kind: "record" }>, command: TakeStep, { law }: ProcedureContext, on: PlainDate): Followed {
  if (isRestoring(state, law)) return ok([{ type: "RecordRepaired", body: { matter: state.matter, record: record.id, file: record.file, repairedOn: on, reasons: command.statement } }]);
  const { corrected } = command;
  const flaw = fieldFlaw(law.get("record-type", record.type)?.fields ?? [], corrected ?? {}, {});
  if (flaw !== undefined) return err(flaw);
  return ok([{ type: "RecordCorrected", body: { matter: state.matter, record: record.id, file: record.file, reason: command.statement, annulled: corrected === undefined, correctedOn: on, ...(corrected === undefined ? {} : { fields: corrected }) } }]);
}

/** The record that a decision to grant annuls or corrects; one that is put right by repair is neither. */
export function correctable(state: ProcedureCase, thing: CaseThing, law: LawBook): RecordOnFile | undefined {
  if (thing.kind === "record") return isRestoring(state, law) ? undefined : thing.record;
  return thing.kind === "matter" && !("decided" in thing) ? correctable(thing.earlier, thing.thing, law) : undefined;
}

function removalOf(state: ProcedureCase, command: TakeStep, on: PlainDate): Omit<RemoveListing, "act"> {
  return {
    type: "RemoveListing", matter: state.matter, reasons: command.statement, removedOn: on, because: state.matter,
    ...(command.statements === undefined ? {} : { statements: command.statements }), ...(command.legalReview === undefined ? {} : { legalReview: command.legalReview }),
  };
}

/** An objection that is right takes the listing back; an application leaves by the way out that was asked for. */
function wayOf(state: ProcedureCase, thing: CaseThing, context: ProcedureContext, command: TakeStep): Pick<RemoveListing, "act" | "exit" | "appliedOn" | "retroactive"> {
  if (!isRestoring(state, context.law)) return { act: "objection", retroactive: command.fromNowOn !== true };
  const way = waysOutOf({ ...context, thing }, state.openedOn).find(({ exit }) => exit === state.exit);
  return { act: way?.act === "performance" || way?.act === "release" ? way.act : "repair", appliedOn: state.openedOn, ...(state.exit === undefined ? {} : { exit: state.exit }) };
}

/** Whether the case is about putting right what was rightly there, rather than about what was wrong. */
function isRestoring({ exit, procedure }: ProcedureCase, law: LawBook): boolean {
  return exit !== undefined || law.get("procedure", procedure)?.purpose === "repair";
}

function removal(state: ProcedureCase, thing: Extract<CaseThing, { readonly decided: unknown; readonly kind: "listing" }>, command: RemoveListing, context: ProcedureContext): Followed {
  // An office that begins a repair and names no way out goes by the procedure alone: what a court approved and was performed is the way.
  const way = state.openedBy === "office" && state.exit === undefined && command.act === "repair" ? "procedure" : "exit";
  return decideRemoval(thing.decided, { ...command, matter: thing.decided.matter }, caseContext(context, thing.decided), way);
}

/** Whoever decides the case acts by the power of the office that listed: that office itself, or the one above it in its place. */
function caseContext({ law, calendar, suspensions, party, today }: ProcedureContext, { decision: { authority } }: Decided): CaseContext {
  if (party.kind !== "office") throw new Error("assertion failed: an office grants what is asked");
  return { law, calendar, actor: { ...party.actor, authority }, today, ...(suspensions === undefined ? {} : { suspensions }) };
}

/** Where it stays as it was, files that were kept apart meanwhile are one organisation again. */
export function joinedAgain(state: ProcedureCase, thing: CaseThing, because: string): readonly EventDraft[] {
  if (thing.kind !== "join" || !state.followed.includes("FilesSeparated") || state.followed.includes("FilesJoined")) return [];
  return [{ type: "FilesJoined", body: { files: thing.files, judgedBy: "person", score: 1000, reasons: [{ part: "objection", score: 1000, because }], matter: state.matter } }];
}

function maskOf(state: ProcedureCase, thing: CaseThing, reasons: string, on: PlainDate): Followed {
  const about = burdenOf(thing);
  if (about === undefined) return refuse("wrong-party", rule(38), "only a listing or a record can be masked: open the case about one", { kind: "mask", about: thing.kind });
  // A stay that was ordered before gives way to the mask, so that each has its own end.
  return ok([...stayEnded(state, reasons, on), { type: "EffectsStayed", body: { matter: state.matter, file: state.file, about, mask: true, from: on, reasons } }]);
}

export function stayEnded(state: ProcedureCase, reasons: string, on: PlainDate): readonly EventDraft[] {
  return state.stay === undefined ? [] : [{ type: "StayEnded", body: { matter: state.matter, file: state.file, about: state.stay.about, endedOn: on, reasons } }];
}

/** What can be stayed of the thing a case is about. */
export function burdenOf(thing: CaseThing): Burden | undefined {
  switch (thing.kind) {
    case "listing":
      return { kind: "listing", listing: thing.listing.id };
    case "record":
      return { kind: "record", record: thing.record.id };
    case "matter": {
      if (!("decided" in thing)) return burdenOf(thing.thing);
      const { listing } = thing.decided.decision;
      return listing === undefined ? undefined : { kind: "listing", listing };
    }
    case "organisation":
    case "join":
      return undefined;
  }
}
