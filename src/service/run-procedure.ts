// Run a procedure: an office or an organisation opens a case or takes one of its steps. Reads the organisation and the law, lets the decider
// (domain/cases/procedure) say what follows, appends it, and tells at once what it ended.
import { err, ok, parseFileNumber, present, type AttachmentId, type FileNumber, type Instant, type MatterId, type RecordId, type Result } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { decideProcedure, procedureCaseOf, type ApplicationPurpose, type OpenCase, type ProcedureCase, type ProcedureCommand, type TakeStep } from "../domain/cases/index.ts";
import { isKnown, keyOf } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import { partyOf, type Asking } from "./asking.ts";
import { contextFor, groundOf, thingOf, type CaseGround } from "./case-ground.ts";
import { problem, refused, type Problem } from "./problem.ts";
import { todayFor, type Registry } from "./registry.ts";
import { tellEnds } from "./tell-ends.ts";

/** What is asked; ids are minted here. */
export type ProcedureAsk =
  | (Omit<OpenCase, "matter" | "record"> & { readonly matter?: MatterId })
  | Omit<TakeStep, "record">
  | Exclude<ProcedureCommand, OpenCase | TakeStep>;

export interface ProcedureRequest {
  readonly by: Asking;
  readonly command: ProcedureAsk;
  /** Contents of the attachments the command lists. */
  readonly contents?: ReadonlyMap<AttachmentId, Uint8Array>;
}

export interface ProcedureActed {
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly events: readonly EventDraft[];
}

/** Opens a case or takes one step of it. What the law does not allow now is a Problem `refused` that cites the rule and says what is possible. */
export async function actOnProcedure(registry: Registry, request: ProcedureRequest, recordedAt?: Instant): Promise<Result<ProcedureActed, Problem>> {
  const matter = request.command.matter ?? (registry.freshId("m") as MatterId);
  const acted = await decideAndAppend<ProcedureActed, Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const decided = await decideNow(registry, request, matter);
    if (!decided.ok) return decided;
    const { value } = decided;
    const office = request.by.kind === "office" ? parseFileNumber(request.by.office) : undefined;
    return ok({
      batch: null, drafts: value.events, value, expect: { keys: [keyOf.matter(matter), keyOf.file(value.file)], after }, office: office?.ok === true ? office.value : null,
      officer: request.by.kind === "office" ? (request.by.officers[0] ?? null) : null,
      ...(request.contents === undefined ? {} : { attachments: request.contents }), ...(recordedAt === undefined ? {} : { recordedAt }),
    });
  });
  if (acted.ok) await tellEnds(registry, [acted.value.file]);
  return acted;
}

/** What would follow, without storing it: the decider on what is there now. */
export async function decideNow(registry: Registry, request: ProcedureRequest, matter: MatterId): Promise<Result<ProcedureActed, Problem>> {
  const events = (await registry.ledger.read({ keys: [keyOf.matter(matter)] })).filter(isKnown);
  const state = procedureCaseOf(matter, events);
  return decideOn(registry, request, matter, state);
}

async function decideOn(registry: Registry, request: ProcedureRequest, matter: MatterId, state: ProcedureCase | undefined): Promise<Result<ProcedureActed, Problem>> {
  const { command } = request;
  const file = state?.file ?? (command.type === "OpenCase" ? command.file : undefined);
  if (file === undefined) return err(problem("case-unknown", `there is no case \`${matter}\``, "The desk and `cases` list the cases that are there.", { facts: { kind: "case", matter } }));
  const more = command.type === "OpenCase" && command.about.kind === "join" ? command.about.files.map(keyOf.file) : state?.about.kind === "join" ? state.about.files.map(keyOf.file) : [];
  const ground = await groundOf(registry, file, todayFor(registry, state?.procedure ?? present(registry.rulebook.all("procedure")[0]?.id, "a procedure of the law")), more);
  if (ground.organisation === undefined) return err(problem("organisation-not-found", `no organisation has the file number \`${file}\``, "Search by name or code with `find`.", { facts: { kind: "file", file } }));
  return decideIn(ground, request, matter, state);
}

/** The same on a ground that was read already, for pages that ask of every step whether it may be taken. */
export function decideIn(ground: CaseGround, request: ProcedureRequest, matter: MatterId, state: ProcedureCase | undefined): Result<ProcedureActed, Problem> {
  const { command } = request;
  const file = state?.file ?? ground.files[0];
  const party = partyOf(ground.registry, ground.offices, ground.files, request.by);
  if (!party.ok) return party;
  if (file === undefined) throw new Error("assertion failed: a ground has a file");
  const thing = thingOf(ground, state?.about ?? (command.type === "OpenCase" ? command.about : { kind: "organisation" }));
  if (thing === undefined) return err(problem("thing-unknown", "what the case is to be about is not on this organisation's file", "Name a listing, record, join or decided case of its own; `standing` and the organisation's desk list them."));
  const purpose: ApplicationPurpose = command.type === "OpenCase" ? command.purpose : "objection";
  const decided = decideProcedure(state, commandOf(command, matter), contextFor(ground, { party: party.value, thing, purpose, state }));
  if (!decided.ok) return err(refused(decided.error, ground.registry.rulebook, ground.today));
  // A case lies on the file of what it is about, which may be another of the organisation's.
  const [first] = decided.value;
  return ok({ matter, file: first?.type === "CaseOpened" ? first.body.file : file, events: decided.value });
}

/** The command as the decider wants it: a record it puts on file is named after its case. */
function commandOf(command: ProcedureAsk, matter: MatterId): ProcedureCommand {
  if (command.type === "OpenCase") return { ...command, matter, record: `r.${matter}` as RecordId };
  return command.type === "TakeStep" ? { ...command, record: `r.${matter}.${command.step}` as RecordId } : command;
}
