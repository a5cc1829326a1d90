// Letters of a listing case: notice, service, receipt of an answer, decision, withdrawal. Each is made from its event and the case as it stood then.
import type { Names, PlainDate } from "../domain/terms/index.ts";
import { versionOn, type DatedVersion, type EndRule } from "../domain/rules/index.ts";
import type { KnownEvent } from "../domain/events/index.ts";
import { answerInterval, answerWindow, daysOfListing, governingDay, listingLaw, stepOf, type Decided, type ListingLaw } from "../domain/cases/index.ts";
import type { Letter, Wording } from "../outgoing/index.ts";
import { lawAndClocks } from "./case-ground.ts";
import { consequencesIn, groundsOf, remediesAgainst, remedyRow, stepLine, waysOut } from "./letter-law.ts";
import { basisOf, both, dayOfDue, intervalWords, inZh, joined, lawNames, said, withDay, wordsOfNames, type LetterBody, type LetterTitle } from "./letter-wording.ts";
import type { CaseInHand } from "./open-cases.ts";

type ListingInHand = Extract<CaseInHand, { readonly kind: "listing" }>;

/** Which letter an event of the case leads to; undefined: none. */
export function listingTitle({ ground, state }: ListingInHand, event: KnownEvent): LetterTitle | undefined {
  const list = lawNames(ground.registry, "list", state.list);
  const about = (kind: Letter["kind"], zh: string, en: string): LetterTitle => ({ kind, title: both(`${zh}：${inZh(list)}`, `${en}: ${list.en}`) });
  switch (event.type) {
    case "NoticeIssued":
      return about("proposed-listing", "拟列入", "Proposed for");
    case "NoticeServed":
      return about("step-asked", "告知已经送达", "The notice has been served");
    case "DefenceReceived":
      return about("submission-receipt", "已收到贵单位的陈述", "Your answer has been received");
    case "ListingDecided":
      return about("decision", ...OUTCOMES[event.body.outcome]);
    case "ProposalWithdrawn":
      return about("withdrawal", "列入建议已经撤回", "The proposed listing is withdrawn");
    default:
      return undefined;
  }
}

const OUTCOMES: Readonly<Record<KnownEvent<"ListingDecided">["body"]["outcome"], readonly [string, string]>> = {
  listed: ["列入", "To be listed"], conditional: ["附条件不予列入", "Not to be listed, on conditions"], reprimanded: ["训诫", "Reprimand"], noAction: ["不予列入", "Not to be listed"],
};

/** What the letter says. Only for events that have a title. */
export function listingBody(each: ListingInHand, event: KnownEvent, on: PlainDate): LetterBody {
  switch (event.type) {
    case "NoticeIssued":
      return noticeBody(each, event, on);
    case "NoticeServed":
      return servedBody(each, event, on);
    case "ListingDecided":
      return decisionBody(each, event, on);
    case "DefenceReceived":
      return {
        opening: [both("贵单位的陈述已经收到，并入本事项。", "Your answer has been received and is part of the case.")],
        facts: [{ label: both("陈述", "What you stated"), value: said(event.body.statement) }, { label: both("要求听证", "Hearing asked for"), value: event.body.hearing ? both("是", "Yes") : both("否", "No") }, ...nextOfOffice(each, on)],
        attachments: event.body.attachments,
      };
    case "ProposalWithdrawn":
      return { opening: [both("列入建议已经撤回。本事项到此结束，不产生任何措施。", "The proposal to list your organisation is withdrawn. The case is closed, and no measure follows from it.")], reasons: [said(event.body.reason)] };
    default:
      return { opening: [] };
  }
}

function lawOf({ ground, state }: ListingInHand, on: PlainDate): ListingLaw | undefined {
  const found = listingLaw(ground.registry.rulebook, state.list, daysOfListing(state, on));
  return found.ok ? found.value : undefined;
}

function noticeBody(each: ListingInHand, { body }: KnownEvent<"NoticeIssued">, on: PlainDate): LetterBody {
  const { ground, state } = each;
  const list = ground.registry.rulebook.get("list", state.list);
  const law = lawOf(each, on);
  return {
    opening: [both("本机关拟作出下述列入决定，决定尚未作出。贵单位可以在下列期限内陈述意见、提出证据。", "This office proposes the listing described below. Nothing has been decided. Your organisation may state its view and hand in evidence within the time below.")],
    facts: [{ label: both("认定的事实", "Facts stated"), value: said(body.facts) }, ...groundsOf(ground, state.list, state.proposal.criteria, state.proposal.records)],
    basis: basisOf(ground.registry, body.basis, [...(list?.basis ?? []), ...(law?.procedure.basis ?? [])]),
    consequences: consequencesIn(ground, body.consequences, on),
    ...(law === undefined ? {} : answerTo(each, law, body, on, "ifServed")),
  };
}

function servedBody(each: ListingInHand, { body }: KnownEvent<"NoticeServed">, on: PlainDate): LetterBody {
  const { state } = each;
  const law = lawOf(each, on);
  const notice = "notice" in state ? state.notice : undefined;
  return {
    opening: [withDay(body.servedOn, (day) => `告知已于${day}送达，答复期限由此起算。`, (day) => `The notice was served on ${day}. The time to answer runs from that day.`)],
    facts: [
      { label: both("送达方式", "Means of service"), value: said(body.means) },
      ...(body.failedMeans === undefined ? [] : [{ label: both("未能送达的方式", "Means that failed"), value: said(body.failedMeans) }]),
    ],
    ...(law === undefined || notice === undefined ? {} : answerTo(each, law, notice, body.servedOn, "served")),
  };
}

/** How long, until when, and in which way the organisation can answer or ask to be heard. */
function answerTo({ ground }: ListingInHand, law: ListingLaw, notice: KnownEvent<"NoticeIssued">["body"], from: PlainDate, service: "served" | "ifServed"): Pick<LetterBody, "answer" | "nextSteps"> {
  const window = answerWindow(law.defence, notice, from, lawAndClocks(ground, law.procedure.id));
  const hearing = stepOf(law.steps, "hearing");
  const time = intervalWords(answerInterval(law.defence, notice));
  return {
    answer: {
      how: joined(
        both("书面提出，或者在登记册网页上提交；可以附证据文件。", "In writing or on the register's pages; evidence may be attached."),
        ...(hearing === undefined ? [] : [both(`要求听证的，随陈述一并提出（${inZh(hearing.names)}）。`, ` To be heard, ask for it with your answer (${hearing.names.en}).`)]),
      ),
      time: service === "served" ? both(`自送达之日起${time.zh}`, `${time.en} from service`) : both(`自送达之日起${time.zh}；所列最后一日以本函当日送达计算，较晚送达的顺延`, `${time.en} from service; the day shown holds if it is served on the day of this letter, and a later service moves it`),
      lastDay: dayOfDue(window), confidence: (law.defence.basis[0] ?? law.procedure.basis[0])?.confidence ?? law.procedure.confidence,
    },
    nextSteps: [stepLine(law.defence), ...(hearing === undefined ? [] : [stepLine(hearing)])],
  };
}

/** What the office has to do next, by the law, where it has a last day. */
function nextOfOffice({ due }: ListingInHand, on: PlainDate): NonNullable<Letter["facts"]> {
  return due.filter(({ by, until }) => by === "office" && on < until).map(({ names, lastDay }) => ({ label: both("机关接下来", "Next, by the office"), value: stepLine({ names }, undefined, { day: lastDay }) }));
}

function decisionBody(each: ListingInHand, { body }: KnownEvent<"ListingDecided">, on: PlainDate): LetterBody {
  const { ground, state } = each;
  const { registry } = ground;
  const list = registry.rulebook.get("list", state.list);
  const decided = state.kind === "decided" ? state : undefined;
  const listed = body.outcome === "listed";
  const remedies = body.outcome === "noAction" || decided === undefined ? [] : remediesAgainst(ground, { kind: "matter", matter: each.matter }, ["appeal"], on);
  const objections = !listed || body.listing === undefined ? [] : remediesAgainst(ground, { kind: "listing", listing: body.listing }, ["objection"], on);
  const { remedies: stated } = body.statements ?? {};
  return {
    opening: [], decision: decisionLines(body, lawNames(registry, "list", state.list)),
    facts: groundsOf(ground, state.list, body.criteria.filter(({ holds }) => holds).map(({ id }) => id), [...new Set(body.criteria.flatMap(({ holds, records }) => (holds ? records : [])))]),
    reasons: [said(body.reasons)], basis: basisOf(registry, body.basis, list?.basis ?? []),
    ...(listed && "notice" in state ? { consequences: consequencesIn(ground, state.notice.consequences, on) } : {}),
    ...(listed && decided !== undefined ? { end: endOf(each, decided), waysOut: waysOut(ground, decided, on) } : {}),
    ...(body.outcome === "noAction" ? {} : {
      remedies: [...objections, ...remedies].map((remedy) => remedyRow(ground, remedy)).concat(stated === undefined ? [] : [{ what: both("机关告知的救济途径", "As the office states it"), time: said(stated), to: officeNames(each) }]),
      nextSteps: [...objections, ...remedies].map(({ procedure, step, due }) => stepLine(step, procedure, due)),
    }),
  };
}

function officeNames({ ground, office, state }: ListingInHand): Names {
  const open = office === null ? undefined : ground.offices.get(office);
  return open?.names ?? lawNames(ground.registry, "authority", ground.registry.rulebook.get("list", state.list)?.owner ?? state.list);
}

function decisionLines(body: KnownEvent<"ListingDecided">["body"], list: Names): readonly Wording[] {
  const effective = body.effectiveFrom ?? body.decidedOn;
  switch (body.outcome) {
    case "listed":
      return [
        withDay(effective, (day) => `自${day}起将贵单位列入“${inZh(list)}”。`, (day) => `Your organisation is put on the list “${list.en}” from ${day} on.`),
        body.publishedFrom === undefined ? both("本列入不公示。", "The listing is not published.") : withDay(body.publishedFrom, (day) => `自${day}起公示。`, (day) => `It is published from ${day} on.`),
      ];
    case "conditional":
      return [both(`在下列条件得到遵守期间，不将贵单位列入“${inZh(list)}”。`, `Your organisation is not put on the list “${list.en}” as long as the conditions below are kept.`), ...body.conditions.map(said)];
    case "reprimanded":
      return [both(`对贵单位予以训诫，不列入“${inZh(list)}”。`, `Your organisation is reprimanded and not put on the list “${list.en}”.`)];
    case "noAction":
      return [both(`不将贵单位列入“${inZh(list)}”。本事项到此结束，不产生任何措施。`, `Your organisation is not put on the list “${list.en}”. The case is closed, and no measure follows from it.`)];
  }
}

function endOf(each: ListingInHand, { list, decision: { end } }: Decided): NonNullable<Letter["end"]> {
  const version = endRuleOf(each);
  const confidence = version?.basis[0]?.confidence ?? each.ground.registry.rulebook.get("list", list)?.confidence;
  return { ...wordsOfEnd(end, version?.value), ...(confidence === undefined ? {} : { confidence }) };
}

/** The rule by which a listing that was decided ends, in the version that governs it. */
export function endRuleOf({ ground, state }: ListingInHand): DatedVersion<EndRule> | undefined {
  if (state.kind !== "decided") return undefined;
  const { list, decision, proposal } = state;
  const entry = ground.registry.rulebook.get("list", list);
  const effectiveFrom = decision.effectiveFrom ?? decision.decidedOn;
  const anchored = entry === undefined ? undefined : governingDay(entry.endAnchor, {
    decidedOn: decision.decidedOn, effectiveFrom, appliedOn: proposal.proposedOn, asked: decision.decidedOn,
    ...(decision.publishedFrom === undefined ? {} : { publishedFrom: decision.publishedFrom }), ...(proposal.actedOn === undefined ? {} : { actedOn: proposal.actedOn }),
  });
  return entry === undefined || anchored === undefined ? undefined : versionOn(entry.end, anchored);
}

function wordsOfEnd(end: Decided["decision"]["end"], rule: { readonly kind: string; readonly what?: Names; readonly because?: Names } | undefined): Pick<NonNullable<Letter["end"]>, "what" | "freeFrom"> {
  switch (end?.kind) {
    case "fixed":
      return { what: both("期限届满，列入自行终止", "The term is over; the listing ends by itself"), freeFrom: { day: end.until, provisional: false } };
    case "untilDone":
      return { what: rule?.what === undefined ? said(end.what) : wordsOfNames(rule.what) };
    case "reviewFrom":
      return { what: joined(withDay(end.day, (day) => `自${day}起复核：`, (day) => `Reviewed from ${day} on: `), rule?.what === undefined ? said(end.what) : wordsOfNames(rule.what)) };
    case "permanent":
      return { what: joined(both("没有期限：", "It has no term: "), rule?.because === undefined ? said(end.basis) : wordsOfNames(rule.because)) };
    case undefined: case "notStated":
      return { what: both("未写明", "Not stated") };
  }
}
