// Letters of what ended by itself: a listing whose term is over, a record that is published no more. They say what ended, on which day, by which
// rule, and which authorities have to take it over by when, as that was told.
import { type LawId, type PlainDate } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import type { Basis } from "../domain/rules/index.ts";
import type { Letter } from "../outgoing/index.ts";
import type { CaseGround } from "./case-ground.ts";
import { aboutWords } from "./letter-law.ts";
import { endRuleOf } from "./letter-of-listing.ts";
import { releaseFacts } from "./letter-of-release.ts";
import { basisOf, both, inZh, lawNames, withDay, withoutQuotes, wordsOfNames, type LetterBody, type LetterTitle } from "./letter-wording.ts";
import { inHand } from "./open-cases.ts";
import type { Registry } from "./registry.ts";
import { consumersIn, dayIn, lawIn, listingIn, recordIn } from "./told-detail.ts";

export function termTitle(registry: Registry, told: Told): LetterTitle | undefined {
  const [list, type] = [lawIn(told, "list"), lawIn(told, "recordType")];
  if (told.what === "termEnded" && list !== undefined) {
    const names = lawNames(registry, "list", list);
    return { kind: "release", title: both(`期满移出：${inZh(names)}`, `The term is over: ${names.en}`) };
  }
  if (told.what !== "publicationEnded" || type === undefined) return undefined;
  const names = lawNames(registry, "record-type", type);
  return { kind: "release", title: both(`公示期满：${inZh(names)}`, `Published no more: ${names.en}`) };
}

/** What the letter says; nothing where what ended is not on file. */
export function termBody(ground: CaseGround, told: Told): LetterBody | undefined {
  return told.what === "termEnded" ? listingBody(ground, told) : recordBody(ground, told);
}

function listingBody(ground: CaseGround, told: Told): LetterBody | undefined {
  const { registry, register } = ground;
  const id = listingIn(told);
  const listing = id === undefined ? undefined : register.listings.get(id);
  const list = listing === undefined ? undefined : registry.rulebook.get("list", listing.list);
  if (listing === undefined || list === undefined) return undefined;
  const found = listing.holds === "kept" ? inHand(ground, listing.decided.matter) : undefined;
  const rule = found?.kind === "listing" ? endRuleOf(found) : undefined;
  return {
    opening: [withDay(told.day, (day) => `该列入期限届满，于${day}自行终止；自该日起公示、共享、使用和措施一并终止。`, (day) => `The term of the listing is over: it ended by itself on ${day}. From that day its publication, sharing, use and measures end together.`)],
    facts: [
      ...aboutFact(ground, { kind: "listing", listing: listing.id }), { label: both("依据", "By which rule"), value: listing.holds === "kept" ? both("名单规定的期限", "The term of the list") : both("名单公布的期限", "The term as it was published") },
      ...releaseFacts(registry, consumersIn(told), takeOver(told)),
    ],
    ...lawOf(registry, rule === undefined || rule.basis.length === 0 ? list.basis : rule.basis),
  };
}

function recordBody(ground: CaseGround, told: Told): LetterBody | undefined {
  const { registry } = ground;
  const [record, by] = [recordIn(told), lawIn(told, "by")];
  if (record === undefined || by === undefined || !ground.register.records.has(record)) return undefined;
  const { names, basis } = ruleNamed(registry, by);
  return {
    opening: [withDay(told.day, (day) => `该记录的公示期届满；自${day}起不再公示。记录本身仍然在案。`, (day) => `The time for which the record is published is over: from ${day} on it is published no more. The record itself stays on file.`)],
    facts: [...aboutFact(ground, { kind: "record", record }), { label: both("依据", "By which rule"), value: wordsOfNames(names) }, TOLD_TO_NOBODY],
    ...lawOf(registry, basis),
  };
}

const TOLD_TO_NOBODY = { label: both("已告知的机关", "Authorities told"), value: both("没有：没有任何措施因此改变", "None: no measure changes because of it") };

/** The record type or repair rule that gave the time. */
function ruleNamed(registry: Registry, id: LawId): { readonly names: ReturnType<typeof lawNames>; readonly basis: readonly Basis[] } {
  const type = registry.rulebook.get("record-type", id);
  const rule = type ?? registry.rulebook.get("repair", id);
  return rule === undefined ? { names: { en: id }, basis: [] } : { names: rule.names, basis: rule.basis };
}

function aboutFact(ground: CaseGround, about: Parameters<typeof aboutWords>[1]): NonNullable<Letter["facts"]> {
  const words = aboutWords(ground, about);
  return words === undefined ? [] : [{ label: both("所涉事项", "What it is about"), value: words }];
}

function takeOver(told: Told): { readonly lastDay: PlainDate; readonly procedure: LawId; readonly provisional: boolean } | undefined {
  const [lastDay, procedure] = [dayIn(told, "takeOverBy"), lawIn(told, "procedure")];
  return lastDay === undefined || procedure === undefined ? undefined : { lastDay, procedure, provisional: told.detail["provisional"] === true };
}

function lawOf(registry: Registry, basis: readonly Basis[]): Pick<LetterBody, "basis"> {
  return basis.length === 0 ? {} : { basis: basisOf(registry, withoutQuotes(basis), basis) };
}

/** The office that decided the listing or handed the record in; none where nobody of this register did. */
export function termOffice({ register, offices }: CaseGround, told: Told): Letter["from"] | undefined {
  const [listingId, recordId] = [listingIn(told), recordIn(told)];
  const listing = listingId === undefined ? undefined : register.listings.get(listingId);
  const record = recordId === undefined ? undefined : register.records.get(recordId);
  const file = listing?.holds === "kept" ? listing.office : (record?.office ?? null);
  const office = file === null ? undefined : offices.get(file);
  return office === undefined ? undefined : { names: office.names, file: office.file };
}
