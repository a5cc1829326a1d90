// Letters of what ends or rests: a listing removed, a record repaired, corrected or annulled, effects stayed or in force again. They say what
// ended, from when, and which authorities have to take it over.
import type { LawId, PlainDate } from "../domain/terms/index.ts";
import type { KnownEvent } from "../domain/events/index.ts";
import { consumersOf, takeOverBy, type TakeOver } from "../domain/publication/index.ts";
import type { Letter, Wording } from "../outgoing/index.ts";
import type { CaseGround } from "./case-ground.ts";
import { aboutWords } from "./letter-law.ts";
import { allOf, both, dayWords, inZh, joined, lawNames, said, withDay, wordsOfNames, type LetterBody, type LetterTitle } from "./letter-wording.ts";
import { workdaysOf, type Registry } from "./registry.ts";

type Ending = KnownEvent<"ListingRemoved" | "RecordRepaired" | "RecordCorrected" | "EffectsStayed" | "StayEnded">;

const ENDING: readonly KnownEvent["type"][] = ["ListingRemoved", "RecordRepaired", "RecordCorrected", "EffectsStayed", "StayEnded"];

export function isEnding(event: KnownEvent): event is Ending {
  return ENDING.includes(event.type);
}

export function releaseTitle(ground: CaseGround, event: Ending): LetterTitle {
  const of = lawOf(ground, event);
  const names = of === undefined ? { en: event.body.file } : lawNames(ground.registry, isListed(ground, event) ? "list" : "record-type", of);
  const title = (kind: Letter["kind"], zh: string, en: string): LetterTitle => ({ kind, title: both(`${zh}：${inZh(names)}`, `${en}: ${names.en}`) });
  switch (event.type) {
    case "ListingRemoved":
      return event.body.retroactive ? title("release", "列入撤销", "The listing is annulled") : title("release", "移出名单", "Removed from the list");
    case "RecordRepaired":
      return title("release", "信用修复完成", "The record is repaired");
    case "RecordCorrected":
      return event.body.annulled ? title("release", "记录撤销", "The record is annulled") : title("release", "记录更正", "The record is corrected");
    case "EffectsStayed":
      return title("stay", "停止执行", "The effects are stayed");
    case "StayEnded":
      return title("stay", "恢复执行", "The stay has ended");
  }
}

export function releaseBody(ground: CaseGround, event: Ending): LetterBody {
  const of = lawOf(ground, event);
  const reasons = "reasons" in event.body ? event.body.reasons : event.body.reason;
  const what = aboutWords(ground, "about" in event.body ? event.body.about : "listing" in event.body ? { kind: "listing", listing: event.body.listing } : { kind: "record", record: event.body.record });
  return {
    opening: [effectOf(event)],
    facts: [...(what === undefined ? [] : [{ label: both("所涉事项", "What it is about"), value: what }]), ...(of === undefined ? [] : toldTo(ground, of, dayOfEnd(event), event))],
    reasons: [said(reasons)],
  };
}

function isListed({ register }: CaseGround, event: Ending): boolean {
  return event.type === "ListingRemoved" || ("about" in event.body && event.body.about.kind === "listing" && register.listings.has(event.body.about.listing));
}

/** The list or record type it is about. */
function lawOf({ register }: CaseGround, { body }: Ending): LawId | undefined {
  const about = "about" in body ? body.about : "listing" in body ? { kind: "listing" as const, listing: body.listing } : { kind: "record" as const, record: body.record };
  return about.kind === "listing" ? register.listings.get(about.listing)?.list : register.records.get(about.record)?.type;
}

function dayOfEnd(event: Ending): PlainDate {
  switch (event.type) {
    case "ListingRemoved":
      return event.body.removedOn;
    case "RecordRepaired":
      return event.body.repairedOn;
    case "RecordCorrected":
      return event.body.correctedOn ?? (event.recordedAt.slice(0, "2026-01-01".length) as PlainDate);
    case "EffectsStayed":
      return event.body.from;
    case "StayEnded":
      return event.body.endedOn;
  }
}

function effectOf(event: Ending): Wording {
  const day = dayOfEnd(event);
  switch (event.type) {
    case "ListingRemoved":
      return event.body.retroactive
        ? withDay(day, (on) => `该列入于${on}撤销，视为自始不存在；公示、共享、使用和措施一并终止。`, (on) => `The listing was annulled on ${on}, as if it had never been. Its publication, sharing, use and measures end together.`)
        : withDay(day, (on) => `该列入于${on}终止；自该日起公示、共享、使用和措施一并终止。`, (on) => `The listing ended on ${on}. From that day its publication, sharing, use and measures end together.`);
    case "RecordRepaired":
      return withDay(day, (on) => `该记录于${on}修复；自该日起停止公示、共享和使用。`, (on) => `The record was repaired on ${on}. From that day it is no longer published, shared or used.`);
    case "RecordCorrected":
      return event.body.annulled
        ? withDay(day, (on) => `该记录于${on}撤销，视为自始不存在。`, (on) => `The record was annulled on ${on}, as if it had never been.`)
        : withDay(day, (on) => `该记录于${on}更正。`, (on) => `The record was corrected on ${on}.`);
    case "EffectsStayed":
      return joined(
        withDay(day, (on) => `自${on}起停止执行：在此期间任何措施不因所涉事项适用。`, (on) => `Stayed from ${on} on: meanwhile no measure binds because of it.`),
        event.body.mask ? both("其公示一并停止。", " Its publication rests as well.") : both("其公示不受影响。", " Its publication goes on."),
      );
    case "StayEnded":
      return withDay(day, (on) => `停止执行于${on}结束；所涉事项仍然存在的，自该日起恢复其效力。`, (on) => `The stay ended on ${on}. Where what was stayed still stands, it has its effects again from that day.`);
  }
}

/** Who has to take it over, and the last day for it. */
function toldTo({ registry }: CaseGround, of: LawId, day: PlainDate, event: Ending): NonNullable<Letter["facts"]> {
  if (event.type === "RecordCorrected" && !event.body.annulled) return [];
  return releaseFacts(registry, consumersOf(registry.rulebook.on(day), of), takeOverBy(registry.rulebook, of, day, workdaysOf(registry)));
}

/** Who was told of an end, and by when they must have taken it over. */
export function releaseFacts(registry: Registry, consumers: readonly LawId[], due: Pick<TakeOver, "lastDay" | "procedure" | "provisional"> | undefined): NonNullable<Letter["facts"]> {
  return [
    { label: both("已告知的机关", "Authorities told"), value: consumers.length === 0 ? both("没有机关因此采取措施", "No authority takes measures because of it") : allOf(consumers.map((id) => lawNames(registry, "authority", id))) },
    ...(due === undefined || consumers.length === 0 ? [] : [{ label: both("最迟接收之日", "To be taken over by"), value: joined(dayWords(due.lastDay), due.provisional ? both("（暂定）", " (provisional)") : both("", "")) }, { label: both("依据的程序", "Under the procedure"), value: wordsOfNames(lawNames(registry, "procedure", due.procedure)) }]),
  ];
}
