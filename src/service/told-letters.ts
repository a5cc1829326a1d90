// Told letters: letters of what came about by itself, told by passDay and no event of any case: a yearly duty that opened or was missed, a term
// that is over, a publication that ended. A letter says what was on file when it was told; desks and the outbox make it here.
import { err, type Language, type MatterId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { keyOf } from "../domain/register/index.ts";
import type { Letter, LetterKind, Wording } from "../outgoing/index.ts";
import { groundIn, groundOf, readOffices, type CaseGround } from "./case-ground.ts";
import { fileOf, type LetterFile, type LetterForm } from "./case-letters.ts";
import { dutyBody, dutyOffice, dutyTitle, isDuty } from "./letter-of-duty.ts";
import { termBody, termOffice, termTitle } from "./letter-of-term.ts";
import { messageStates, toldKey, type MessageState } from "./letter-states.ts";
import { addressee, pageNoticeOf, REGISTER, type LetterTitle } from "./letter-wording.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import { today, type Registry } from "./registry.ts";
import { caseOfMatter, maySeeCase, type CaseViewer } from "./seen-case.ts";
import { fileIn, listingIn } from "./told-detail.ts";

/** A letter by the sequence it was told under. */
export interface ToldLetter {
  readonly sequence: number;
  readonly kind: LetterKind;
  readonly title: Wording;
  readonly on: PlainDate;
  /** The case it belongs to; a duty and a record belong to none. */
  readonly matter: MatterId | null;
  readonly message: MessageState | null;
}

/** Every such letter to an organisation, the newest first. */
export async function toldLettersOf(ground: Pick<CaseGround, "registry" | "register" | "files">): Promise<readonly ToldLetter[]> {
  const { registry, files } = ground;
  const told = new Map((await Promise.all(files.map((file) => registry.ledger.toldAbout(file)))).flat().map((each) => [each.sequence, each]));
  const letters = [...told.values()].flatMap((each) => {
    const titled = titleOf(registry, each);
    return titled === undefined ? [] : [{ sequence: each.sequence, ...titled, on: each.day, matter: matterOf(ground, each) }];
  });
  const states = await messageStates(registry, letters.map(({ sequence }) => toldKey(sequence)));
  return letters.map((letter) => ({ ...letter, message: states.get(toldKey(letter.sequence)) ?? null })).toSorted((a, b) => b.sequence - a.sequence);
}

function titleOf(registry: Registry, told: Told): LetterTitle | undefined {
  return isDuty(told) ? dutyTitle(registry, told) : termTitle(registry, told);
}

/** The case in which the listing that ended was decided. */
function matterOf({ register }: Pick<CaseGround, "register">, told: Told): MatterId | null {
  const id = listingIn(told);
  const listing = id === undefined ? undefined : register.listings.get(id);
  return listing?.holds === "kept" ? listing.decided.matter : null;
}

const NOBODY: Names = { en: "Nobody: the register wrote this by itself", zh: "无：由登记册自行发出" };

/** The letter of what was told, from what was on file then; undefined: it has none. */
export async function letterOfTold(registry: Registry, told: Told): Promise<Letter | undefined> {
  const [titled, file] = [titleOf(registry, told), fileIn(told)];
  if (titled === undefined || file === undefined) return undefined;
  const [offices, register] = await Promise.all([readOffices(registry), readClosure(registry, [keyOf.file(file)], told.known)]);
  const ground = groundIn(registry, register, offices, file, told.day);
  const { organisation } = ground;
  const body = isDuty(told) ? dutyBody(ground, told) : termBody(ground, told);
  if (organisation === undefined || body === undefined) return undefined;
  const from = (isDuty(told) ? dutyOffice(ground, told) : termOffice(ground, told)) ?? REGISTER;
  return { ...titled, ...body, ...(await pageNoticeOf(registry)), from, to: addressee(registry, organisation), reference: matterOf(ground, told) ?? toldKey(told.sequence), day: told.day, actedBy: [NOBODY] };
}

/** One entry of the told log. */
export async function toldAt({ ledger }: Pick<Registry, "ledger">, sequence: number): Promise<Told | undefined> {
  const [told] = Number.isSafeInteger(sequence) && sequence > 0 ? await ledger.toldAfter(sequence - 1, 1) : [];
  return told?.sequence === sequence ? told : undefined;
}

/** Such a letter as a file, for its organisation, the office in whose name it is, and whoever may see the case it belongs to. */
export async function toldLetterFile(registry: Registry, viewer: CaseViewer, asked: { readonly sequence: number; readonly form: LetterForm; readonly language: Language }): Promise<Result<LetterFile, Problem>> {
  const { sequence, form, language } = asked;
  const told = await toldAt(registry, sequence);
  const letter = told === undefined ? undefined : await letterOfTold(registry, told);
  if (told === undefined || letter === undefined || !(await maySeeTold(registry, viewer, told, letter))) return err(problem("letter-unknown", `there is no letter ${sequence} that can be shown here`, "The desk of the organisation lists its letters.", { facts: { kind: "toldLetter", sequence } }));
  return fileOf(letter, `told-${sequence}`, form, language);
}

async function maySeeTold(registry: Registry, viewer: CaseViewer, told: Told, letter: Letter): Promise<boolean> {
  if (viewer.kind === "keeper") return true;
  if (viewer.kind === "office" && viewer.office === letter.from.file) return true;
  const file = fileIn(told);
  if (file === undefined) return false;
  const ground = await groundOf(registry, file, today(registry));
  if (viewer.kind === "organisation") return viewer.file === file || ground.files.some((each) => each === viewer.file);
  const matter = matterOf(ground, told);
  const found = matter === null ? undefined : await caseOfMatter(registry, matter);
  return found?.ok === true && maySeeCase(found.value, viewer);
}
