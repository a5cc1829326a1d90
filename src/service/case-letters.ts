// Case letters: which events of a case have a letter to its organisation, and the letter itself. A letter says what was known at its event, in the
// words of the law in use; the desk, the outbox and the case page make it here.
import { err, ok, type Language, type MatterId, type Names, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { KnownEvent } from "../domain/events/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { letterPdf, letterText, type Letter, type LetterKind, type Wording } from "../outgoing/index.ts";
import { postsOf } from "./asking.ts";
import { groundIn, readOffices } from "./case-ground.ts";
import { dayOf } from "./event-words.ts";
import { listingBody, listingTitle } from "./letter-of-listing.ts";
import { procedureBody, procedureTitle } from "./letter-of-procedure.ts";
import { isEnding, releaseBody, releaseTitle } from "./letter-of-release.ts";
import { addressee, lawNames, pageNoticeOf, REGISTER, type LetterTitle } from "./letter-wording.ts";
import { inHand, type CaseInHand } from "./open-cases.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";
import { caseOfMatter, maySeeCase, unknownCase, type CaseViewer } from "./seen-case.ts";

/** A letter of a case, by the position of its event. */
export interface CaseLetter {
  readonly position: Position;
  readonly kind: LetterKind;
  readonly title: Wording;
  readonly on: PlainDate;
}

export interface LetterFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** PDF in both languages, or text in one. */
export type LetterForm = "pdf" | "txt";

/** The letters of a case, in the order of their events. Whoever asks may see the case. */
export async function lettersOf(registry: Registry, matter: string): Promise<Result<readonly CaseLetter[], Problem>> {
  const found = await caseOfMatter(registry, matter);
  return found.ok ? ok(lettersIn(found.value)) : found;
}

export function lettersIn(each: CaseInHand): readonly CaseLetter[] {
  return (each.ground.register.matters.get(each.matter) ?? []).flatMap((event): CaseLetter[] => {
    const titled = titleOf(each, event);
    return titled === undefined ? [] : [{ position: event.position, ...titled, on: dayOf(event) }];
  });
}

function titleOf(each: CaseInHand, event: KnownEvent): LetterTitle | undefined {
  if (isEnding(event)) return releaseTitle(each.ground, event);
  return each.kind === "listing" ? listingTitle(each, event) : procedureTitle(each, event);
}

/** The letter of one event, for whoever may see the case. */
export async function letterOf(registry: Registry, viewer: CaseViewer, matter: string, position: number): Promise<Result<Letter, Problem>> {
  const found = await caseOfMatter(registry, matter);
  if (!found.ok) return found;
  if (!maySeeCase(found.value, viewer)) return err(unknownCase(matter));
  const event = (found.value.ground.register.matters.get(found.value.matter) ?? []).find((each) => each.position === position);
  const letter = event === undefined ? undefined : await letterOfEvent(registry, found.value.matter, event);
  return letter === undefined ? err(problem("letter-unknown", `the case \`${matter}\` has no letter at position ${position}`, "The page of the case lists its letters.", { facts: { kind: "letter", matter, position } })) : ok(letter);
}

/** The letter of one event as a file: PDF in both languages, or text in one. */
export async function letterFile(registry: Registry, viewer: CaseViewer, asked: { readonly matter: string; readonly position: number; readonly form: LetterForm; readonly language: Language }): Promise<Result<LetterFile, Problem>> {
  const { matter, position, form, language } = asked;
  const found = await letterOf(registry, viewer, matter, position);
  if (!found.ok) return found;
  return fileOf(found.value, `${matter}-${position}`, form, language);
}

/** A letter as a file of that name. */
export function fileOf(letter: Letter, name: string, form: LetterForm, language: Language): Result<LetterFile, Problem> {
  if (form === "txt") return ok({ name: `${name}.txt`, mediaType: "text/plain; charset=utf-8", bytes: new TextEncoder().encode(letterText(letter, language)) });
  const pdf = letterPdf(letter);
  return pdf.ok ? ok({ name: `${name}.pdf`, mediaType: "application/pdf", bytes: pdf.value.bytes }) : err(problem(pdf.error.code, pdf.error.message, pdf.error.remedy));
}

/** The letter of an event, from what was on file when it was recorded; undefined: it has none. */
export async function letterOfEvent(registry: Registry, matter: MatterId, event: KnownEvent): Promise<Letter | undefined> {
  const [file] = event.files;
  if (file === undefined) return undefined;
  const on = dayOf(event);
  const [offices, register] = await Promise.all([readOffices(registry), readClosure(registry, [keyOf.file(file)], event.position)]);
  const each = inHand(groundIn(registry, register, offices, file, on), matter);
  const titled = each === undefined ? undefined : titleOf(each, event);
  if (each === undefined || titled === undefined) return undefined;
  const { ground } = each;
  if (ground.organisation === undefined) return undefined;
  const body = isEnding(event) ? releaseBody(ground, event) : each.kind === "listing" ? listingBody(each, event, on) : procedureBody(each, event, on);
  return { ...titled, ...body, ...(await pageNoticeOf(registry)), from: senderOf(each, event), to: addressee(registry, ground.organisation), reference: matter, day: on, actedBy: postsThatActed(each, event) };
}

/** The office that acted; of what the organisation sent, the one that decides. Where no office is on record, the authority the law names. */
function senderOf({ ground, ...each }: CaseInHand, event: KnownEvent): Letter["from"] {
  const file = event.office ?? each.office;
  const open = file === null ? undefined : ground.offices.get(file);
  if (open !== undefined) return { names: open.names, file: open.file };
  const owner = each.kind === "listing" ? ground.registry.rulebook.get("list", each.state.list)?.owner : undefined;
  return owner === undefined ? REGISTER : { names: lawNames(ground.registry, "authority", owner), file: "" };
}

/** Posts of the office, by their names in the law: an officer whose post the law does not name is counted by nobody here. */
function postsThatActed({ ground }: CaseInHand, event: KnownEvent): readonly Names[] {
  const office = event.office === null ? undefined : ground.offices.get(event.office);
  const acting = "formalities" in event.body ? (event.body.formalities?.acting ?? []) : event.officer === null ? [] : [event.officer];
  const posts = office === undefined ? [] : postsOf(ground.registry, office);
  return acting.flatMap((id) => posts.find((post) => post.id === id)?.names ?? []);
}
