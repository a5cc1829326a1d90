// The end of a listing for any reason other than its term: which act, whether the law opens it by then, who may take it. Part of
// the decider; the exits come from the law's list and repair rules, the days from the decision on record and the application.
import { hasEnded, ok, type Err, type PlainDate, type Result } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import type { List } from "../../rules/index.ts";
import { listingIdOf, wordsOf, type BegunCase, type Decided } from "./case-state.ts";
import { possibleCommands, type CaseContext, type RemoveListing } from "./commands.ts";
import { exitRules, waysSaid, type ExitDay, type ListingFacts } from "../ends/end-of-listing.ts";
import { exitsInLaw } from "../ends/exits-in-law.ts";
import { governedEnd } from "../ends/governed-end.ts";
import { daysOf } from "./kept-listing.ts";
import { listingLaw, stepOf, withSuperiors } from "./listing-law.ts";
import { mayList } from "../powers.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import { dayCheck, formalityCheck, possibleNow, statementCheck } from "./step-checks.ts";

/** `way`: `procedure` where the case that leads to it is itself the way out, as the performed plan of a reorganisation is; else one of the list's or of the repair rules. */
export function decideRemoval(state: BegunCase, command: RemoveListing, context: CaseContext, way: "exit" | "procedure" = "exit"): Result<readonly EventDraft[], Refusal> {
  const listing = listingIdOf(state);
  if (state.kind !== "decided" || listing === undefined) return noListing(state);
  if (state.removal !== undefined && (state.removal.retroactive || !isWrong(command))) return refuse("already-done", rule(9), `the listing was removed on ${state.removal.removedOn} by ${state.removal.act}: ${state.removal.retroactive ? "nothing more can be done in this case" : "only an annulment is possible"}`, { kind: "removed", removedOn: state.removal.removedOn, act: state.removal.act, retroactive: state.removal.retroactive });
  const list = context.law.get("list", state.list);
  if (list === undefined) return refuse("list-unknown", rule(6), `the law in use knows no list \`${state.list}\`: remove the listing under the law that made it`, { kind: "removing", list: state.list });
  const removedOn = command.removedOn ?? context.today;
  const wrong = isWrong(command);
  return dayCheck("the removal", removedOn, state.decision.decidedOn, context.today)
    ?? (command.appliedOn === undefined ? undefined : dayCheck("the application", command.appliedOn, state.decision.decidedOn, removedOn))
    ?? reasonsCheck(command)
    ?? (wrong || way === "procedure" ? undefined : exitCheck(state, list, command, context, removedOn))
    ?? removerCheck(state, list, command, context, removedOn)
    ?? stepCheck(state, command, context, removedOn)
    ?? ok([{
      type: "ListingRemoved",
      body: {
        matter: state.matter, listing, file: state.file, act: command.act, removedOn, retroactive: wrong && (command.act === "annulment" || command.retroactive === true), reasons: command.reasons,
        ...(command.exit === undefined ? {} : { exit: command.exit }), ...(command.appliedOn === undefined ? {} : { appliedOn: command.appliedOn }),
        ...(command.because === undefined ? {} : { because: command.because }),
      },
    }]);
}

/** There is nothing yet, or nothing any more, to take the organisation off. */
function noListing(state: BegunCase): Err<Refusal> {
  const message = `the case ${wordsOf(state)}: there is no listing to remove; ${possibleNow(state)}`;
  const facts = { kind: "noListing", state: state.kind, possible: possibleCommands(state) } as const;
  return state.kind === "withdrawn" || state.kind === "decided" ? refuse("case-closed", rule(18), message, facts) : refuse("step-skipped", rule(18), message, facts);
}

/** What ends a listing because it was wrong needs no way out of a right one. */
function isWrong({ act }: RemoveListing): boolean {
  return act === "annulment" || act === "objection";
}

function reasonsCheck(command: RemoveListing): Err<Refusal> | undefined {
  if (command.reasons.trim() === "") return refuse("statement-missing", rule(18), "a removal states its reasons: add them", { kind: "removal", missing: "reasons" });
  if (command.retroactive === true && !isWrong(command)) return refuse("not-retroactive", rule(18), `a listing that ends by ${command.act} was rightly there until then: annul it if it never should have been`, { act: command.act });
  return undefined;
}

/** A wrong listing can be taken back at any time; every other way out must be open in the law on the day. */
function exitCheck(state: Decided, list: List, command: RemoveListing, context: CaseContext, removedOn: PlainDate): Err<Refusal> | undefined {
  const facts = factsOf(state, removedOn);
  const governed = governedEnd({ law: context.law, on: removedOn }, list, facts);
  if (governed.open.length === 0 && hasEnded(governed.end, removedOn)) return refuse("case-closed", rule(18), `the listing had ended by itself before ${removedOn}: nothing is left to remove; only an annulment is possible`, { kind: "ended", removedOn });
  const known = exitsOn(state, list, command, context, removedOn);
  const exits = named(known, command);
  if (exits.length === 0) {
    const words = known.map((exit) => `\`${exit.exit}\` (${exit.act})`).join(", ");
    return refuse("exit-not-in-law", list.id, `the law knows no such way out of \`${list.id}\` by ${command.act}: possible are ${words === "" ? "none" : words}, and annulment`, { act: command.act, list: list.id, ways: waysSaid(known) });
  }
  if (exits.length > 1) return refuse("exit-not-named", list.id, `the law knows several ways out of \`${list.id}\` by ${command.act}: name one of ${exits.map((exit) => `\`${exit.exit}\``).join(", ")}`, { act: command.act, list: list.id, ways: waysSaid(exits) });
  const earliest = exits[0]?.earliest;
  if (earliest === undefined || earliest <= removedOn) return undefined;
  return refuse("exit-not-open", list.id, `the law opens ${command.act} from ${earliest} on, not on ${removedOn}: come back then, or annul the listing if it is wrong`, { kind: "removal", earliest, on: removedOn, act: command.act });
}

function exitsOn(state: Decided, list: List, command: RemoveListing, { law, calendar, suspensions = [] }: CaseContext, removedOn: PlainDate): readonly ExitDay[] {
  const applied = command.appliedOn === undefined ? {} : { appliedOn: command.appliedOn };
  return exitsInLaw({ law, on: removedOn, calendar, suspensions, ...applied }, list, factsOf(state, removedOn));
}

function named(exits: readonly ExitDay[], command: RemoveListing): readonly ExitDay[] {
  return exits.filter((exit) => exit.act === command.act && (command.exit === undefined || exit.exit === command.exit));
}

/** The exit's own authority where the law names one; else whoever may list; a wrong listing also by an authority above the owner. */
function removerCheck(state: Decided, list: List, command: RemoveListing, context: CaseContext, removedOn: PlainDate): Err<Refusal> | undefined {
  const { authority } = context.actor;
  const wrong = exitRules(list, { ...factsOf(state, removedOn).days, appliedOn: removedOn, asked: removedOn }).filter((exit) => exit.act === command.act && (command.exit === undefined || exit.id === command.exit));
  const deciders = (isWrong(command) ? wrong : named(exitsOn(state, list, command, context, removedOn), command)).flatMap((exit) => exit.by ?? []);
  const above = isWrong(command) && withSuperiors(context.law, list.owner).includes(authority);
  const chain = withSuperiors(context.law, authority);
  if (above || deciders.some((by) => chain.includes(by)) || (deciders.length === 0 && mayList(context.law, list, authority, removedOn))) return undefined;
  return refuse("wrong-authority", rule(7), `\`${authority}\` may not take an organisation off \`${list.id}\` by ${command.act}: ${deciders.length > 0 ? deciders.map((by) => `\`${by}\``).join(", ") : `\`${list.owner}\``} may`, { kind: "removal", authority, owner: list.owner, list: list.id, act: command.act, deciders });
}

/** Where the procedure has a step for it, the removal keeps its formalities. */
function stepCheck(state: Decided, command: RemoveListing, context: CaseContext, removedOn: PlainDate): Err<Refusal> | undefined {
  const law = listingLaw(context.law, state.list, daysOf(state, removedOn));
  const step = law.ok ? stepOf(law.value.steps, "removal") : undefined;
  if (!law.ok || step === undefined) return undefined;
  return statementCheck(law.value, step, { reasons: true, facts: true }, command.statements) ?? formalityCheck(law.value, step, { ...(command.legalReview === undefined ? {} : { legalReview: command.legalReview }), consents: state.consents }, context.actor, removedOn);
}

function factsOf(state: Decided, on: PlainDate): ListingFacts {
  return { end: state.decision.end ?? { kind: "notStated" }, days: daysOf(state, on) };
}
