// Append: drafts of events become events to store, with the keys and names they are found by. The only place keys are made.
import { assert, err, ok, present, type AttachmentId, type BatchId, type FileNumber, type Instant, type MatterId, type Position, type Result } from "../domain/terms/index.ts";
import { versionOf, type EventDraft, type Visibility } from "../domain/events/index.ts";
import { searchForms } from "../domain/identity/index.ts";
import { keyOf, sharedValue } from "../domain/register/index.ts";
import type { Appended, AttachmentContent, Conflict, EventToAppend, NameRow } from "../store/index.ts";
import type { Registry } from "./registry.ts";

interface Appending {
  readonly batch: BatchId | null;
  readonly drafts: readonly EventDraft[];
  /** Keys nobody else may have written to since `after`. */
  readonly expect?: { readonly keys: readonly string[]; readonly after: Position };
  readonly recordedAt?: Instant;
  readonly office?: FileNumber | null;
  readonly officer?: string | null;
  /** The bytes of every file that a body lists, by its id. */
  readonly attachments?: ReadonlyMap<AttachmentId, Uint8Array>;
  /** Keys by which all events of this append can be found beside their own. */
  readonly keys?: readonly string[];
  /** Keys that one of its events carries beside its own. */
  readonly ownKeys?: (draft: EventDraft) => readonly string[];
  /** Who acted, event by event, where several acted in one append. */
  readonly actorOf?: (draft: EventDraft) => { readonly office: FileNumber | null; readonly officer: string | null };
  /** Until all are stored, what it is aborted with is thrown and nothing is stored. */
  readonly signal?: AbortSignal;
  /** Told how many are in, every so often; they are stored when all are. */
  readonly progress?: (done: number) => void;
}

const TRIES_MAX = 5;

/** Stores the drafts, all or none. */
export async function appendEvents(registry: Registry, appending: Appending): Promise<Result<Appended, Conflict>> {
  return registry.ledger.append({
    batch: appending.batch,
    recordedAt: appending.recordedAt ?? registry.clock.now(),
    events: { length: appending.drafts.length, slice: (from, until) => appending.drafts.slice(from, until).map((draft) => toStore(registry, draft, appending)) },
    ...(appending.signal === undefined ? {} : { signal: appending.signal }),
    ...(appending.progress === undefined ? {} : { progress: appending.progress }),
    expect: appending.expect ?? { keys: [], after: 0 as Position },
  });
}

/** Decides and appends; where somebody appended first, decides again on what is there now, a bounded number of times. */
export async function decideAndAppend<T, E>(
  registry: Registry,
  decide: () => Promise<Result<Appending & { readonly value: T }, E>>,
): Promise<Result<T, E>> {
  for (let tries = 1; ; tries += 1) {
    const decided = await decide();
    if (!decided.ok) return err(decided.error);
    const appended = await appendEvents(registry, decided.value);
    if (appended.ok) return ok(decided.value.value);
    if (tries === TRIES_MAX) throw new Error(`the ledger was written to by others ${TRIES_MAX} times in a row (last at ${appended.error.key}); nothing was stored; try again`);
  }
}

function toStore(registry: Registry, draft: EventDraft, appending: Appending): EventToAppend {
  return {
    ...draft,
    version: versionOf(draft.type),
    matter: matterOf(draft),
    office: appending.office ?? null,
    officer: appending.officer ?? null,
    ...appending.actorOf?.(draft),
    files: filesOf(draft),
    visibility: visibilityOf(draft),
    keys: [...keysOf(registry, draft), ...(appending.keys ?? []), ...(appending.ownKeys?.(draft) ?? [])],
    names: namesOf(draft),
    attachments: attachmentsOf(registry, draft, appending.attachments ?? new Map()),
  };
}

export function filesOf({ body }: EventDraft): readonly FileNumber[] {
  if ("files" in body) return body.files;
  if ("relation" in body) return [body.from, body.to];
  return "file" in body && body.file !== null ? [body.file] : [];
}

function matterOf({ body }: EventDraft): MatterId | null {
  return "matter" in body ? (body.matter ?? null) : null;
}

function visibilityOf(draft: EventDraft): Visibility {
  switch (draft.type) {
    case "RowHeld":
    case "RowRefused":
    case "HeldRowSettled":
    case "BatchReceived":
    case "BatchWithdrawn":
    case "RulebookAdopted":
      return "keeper";
    case "ListingProposed":
    case "NoticeIssued":
    case "NoticeServed":
    case "DefenceReceived":
    case "ProposalWithdrawn":
    case "HearingHeld":
    case "OfficerRecused":
    case "ConsentGiven":
    case "ConsentRefused":
    case "CaseOpened":
    case "StepTaken":
    case "CaseWithdrawn":
    // Who reads that publication rests would learn what is not to be published.
    case "EffectsStayed":
    case "StayEnded":
      return "organisation";
    case "ReleaseAcknowledged":
    case "ExecutionReported":
      return "office";
    default:
      return "public";
  }
}

/** What an event can be found by; register/closure.ts names the keys. */
export function keysOf(registry: Registry, draft: EventDraft): readonly string[] {
  const keys = new Set<string>(filesOf(draft).map(keyOf.file));
  const matter = matterOf(draft);
  if (matter !== null) keys.add(keyOf.matter(matter));
  if ("attachments" in draft.body) for (const { id } of draft.body.attachments) keys.add(keyOf.attachment(id));
  switch (draft.type) {
    case "OrganisationRegistered":
    case "OrganisationDescribed":
      for (const code of draft.body.codes ?? []) keys.add(keyOf.code(code.scheme, code.value));
      break;
    case "ListingReported": {
      keys.add(keyOf.list(draft.body.list));
      const inherits = registry.rulebook.get("list", draft.body.list)?.inherits;
      const value = inherits === undefined ? undefined : sharedValue(draft.body, inherits.by);
      if (inherits !== undefined && value !== undefined) keys.add(keyOf.sharing(draft.body.list, inherits.by, value));
      break;
    }
    case "ListingDecided":
    case "ListingProposed":
      keys.add(keyOf.list(draft.body.list));
      break;
    case "RecordReported":
    case "RecordCorrected":
      keys.add(keyOf.record(draft.body.record));
      break;
    case "EditionReceived":
      keys.add(keyOf.edition(draft.body.list));
      break;
    case "BatchReceived":
      keys.add(keyOf.batch(draft.body.batch)).add(keyOf.digest(draft.body.digest)).add(keyOf.batches);
      break;
    case "BatchWithdrawn":
      keys.add(keyOf.withdrawal(draft.body.batch)).add(keyOf.batch(draft.body.batch)).add(keyOf.batches);
      break;
    case "RowHeld":
      keys.add(keyOf.batch(draft.body.batch)).add(keyOf.held(draft.body.content.about));
      break;
    case "RowRefused":
      keys.add(keyOf.batch(draft.body.batch));
      break;
    case "HeldRowSettled":
      keys.add(keyOf.batch(draft.body.batch));
      break;
    case "RulebookAdopted":
      keys.add(keyOf.rulebook);
      break;
    case "OfficeOpened":
      keys.add(keyOf.offices);
      break;
    case "ListingRemoved":
      if (draft.body.because !== undefined) keys.add(keyOf.matter(draft.body.because));
      break;
    case "RecordRepaired":
      keys.add(keyOf.record(draft.body.record));
      break;
    case "CaseOpened":
      keys.add(keyOf.office(draft.body.office));
      if (draft.body.about.kind === "matter") keys.add(keyOf.appeals(draft.body.about.matter));
      break;
    case "ReleaseAcknowledged":
      keys.add(keyOf.consumer(draft.body.consumer));
      break;
    case "ExecutionReported":
      if (draft.body.list !== undefined) keys.add(keyOf.executions(draft.body.list));
      break;
    default:
  }
  return [...keys];
}

function namesOf(draft: EventDraft): readonly NameRow[] {
  if (draft.type !== "OrganisationRegistered" && draft.type !== "OrganisationDescribed") return [];
  return (draft.body.names ?? []).map((name) => ({ file: draft.body.file, text: name.text, ...searchForms(name.text) }));
}

/** What a body says of a file is what the file is. */
function attachmentsOf({ digest }: Registry, { type, body }: EventDraft, contents: ReadonlyMap<AttachmentId, Uint8Array>): readonly AttachmentContent[] {
  if (!("attachments" in body)) return [];
  return body.attachments.map(({ id, bytes, digest: said }) => {
    const content = present(contents.get(id), `the content of the attachment \`${id}\` of a ${type}`);
    assert(content.length === bytes && digest(content) === said, `the attachment \`${id}\` of a ${type} has the length and digest its body says`);
    return { id, content };
  });
}
