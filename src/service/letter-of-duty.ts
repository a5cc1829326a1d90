// Letters of yearly duties: that the time of a report has opened, and that it has passed without one. Nobody has acted: the second says what is
// missing, what may follow and how, and how it is cured.
import { type Names, type PlainDate } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { valueOn, type List, type Procedure, type Step } from "../domain/rules/index.ts";
import { openingOf } from "../domain/cases/index.ts";
import type { Letter } from "../outgoing/index.ts";
import { contextFor, type CaseGround } from "./case-ground.ts";
import { consequencesIn, stepLine } from "./letter-law.ts";
import { allOf, basisOf, both, dayWords, inZh, joined, lawNames, withDay, withoutQuotes, wordsOfNames, type LetterBody, type LetterTitle } from "./letter-wording.ts";
import { workdaysOf, type Registry } from "./registry.ts";
import { dayIn, lawIn, yearIn } from "./told-detail.ts";

/** Whether what was told is about a yearly duty, and not about a step of a case. */
export function isDuty(told: Told): boolean {
  return (told.what === "dutyOpened" || told.what === "deadlinePassed") && yearIn(told) !== undefined;
}

export function dutyTitle(registry: Registry, told: Told): LetterTitle | undefined {
  const [procedure, year] = [lawIn(told, "procedure"), yearIn(told)];
  if (procedure === undefined || year === undefined) return undefined;
  const names = lawNames(registry, "procedure", procedure);
  return told.what === "dutyOpened"
    ? { kind: "duty-opened", title: both(`${inZh(names)}：可以报送${year}年度`, `${names.en}: the time for ${year} has opened`) }
    : { kind: "duty-missed", title: both(`${inZh(names)}：${year}年度逾期未报送`, `${names.en}: ${year} is missing`) };
}

/** The duty in the words of the law. */
interface Duty {
  readonly procedure: Procedure;
  readonly step: Step;
  readonly year: number;
  readonly opensOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly list: List | undefined;
}

function dutyOf({ registry }: CaseGround, told: Told): Duty | undefined {
  const [id, year, lastDay, listId] = [lawIn(told, "procedure"), yearIn(told), dayIn(told, "lastDay"), lawIn(told, "list")];
  const procedure = id === undefined ? undefined : registry.rulebook.get("procedure", id);
  const list = listId ?? procedure?.yearly?.list;
  const opening = procedure?.yearly === undefined || lastDay === undefined ? undefined : openingOf(procedure, procedure.yearly, lastDay, workdaysOf(registry));
  if (procedure === undefined || opening === undefined || year === undefined || lastDay === undefined) return undefined;
  return { procedure, step: opening.step, year, opensOn: opening.opensOn, lastDay, list: list === undefined ? undefined : registry.rulebook.get("list", list) };
}

/** What the letter says; nothing where the law in use no longer has the duty. */
export function dutyBody(ground: CaseGround, told: Told): LetterBody | undefined {
  const duty = dutyOf(ground, told);
  if (duty === undefined) return undefined;
  const { procedure, step } = duty;
  const law = [...step.basis, ...procedure.basis];
  const basis = { basis: basisOf(ground.registry, withoutQuotes(law), law) };
  return told.what === "dutyOpened" ? { ...openedBody(ground, duty), ...basis } : { ...missedBody(ground, duty, told.day), ...basis };
}

function openedBody(ground: CaseGround, { procedure, step, year, opensOn, lastDay, list }: Duty): LetterBody {
  return {
    opening: [withDay(opensOn, (day) => `${year}年度自${day}起可以报送。本函仅为提醒。`, (day) => `What is owed for ${year} can be filed from ${day} on. This letter is a reminder.`)],
    facts: [
      { label: both("报送事项", "What is to be filed"), value: forYear(step.names, year) }, { label: both("最后一日", "Last day"), value: dayWords(lastDay) },
      ...(list === undefined ? [] : [{ label: both("逾期未报送的，可能列入", "List that missing it may lead to"), value: listWords(ground, list) }]),
    ],
    nextSteps: [stepLine(step, procedure, { day: lastDay }), FILE_HERE],
  };
}

function missedBody(ground: CaseGround, { procedure, step, year, lastDay, list }: Duty, on: PlainDate): LetterBody {
  const { registry } = ground;
  const measures = list === undefined ? [] : registry.rulebook.on(on).all("measure").filter(({ trigger }) => trigger.kind === "list" && trigger.lists.includes(list.id)).map(({ id }) => id);
  return {
    opening: [
      withDay(lastDay, (day) => `截至最后一日${day}，登记册没有收到${year}年度的报送。`, (day) => `By ${day}, the last day, nothing had been filed for ${year}.`),
      list === undefined ? both("尚未作出任何决定。", "Nothing has been decided.") : both("尚未作出任何决定。列入须经下列程序，由机关告知后决定；下列后果自列入起适用。", "Nothing has been decided. A listing follows only by the procedure below, after notice and by decision; the consequences below begin with it."),
    ],
    facts: [
      { label: both("所缺事项", "What is missing"), value: forYear(step.names, year) }, { label: both("最后一日", "Last day"), value: dayWords(lastDay) },
      ...(list === undefined ? [] : [{ label: both("可能列入", "List that may follow"), value: listWords(ground, list) }]),
      ...(list?.procedure === undefined ? [] : [{ label: both("列入所依程序", "Procedure by which it follows"), value: wordsOfNames(lawNames(registry, "procedure", list.procedure)) }]),
    ],
    ...(list === undefined ? {} : { consequences: consequencesIn(ground, measures, on), waysOut: waysOutOfList(list, on) }),
    nextSteps: [stepLine(step, procedure), FILE_HERE, both("补报之后，所缺即不存在。", "Once it is on file, nothing is missing any more.")],
  };
}

const FILE_HERE = both("可以在登记册的本组织工作台上报送。", "It can be filed on your organisation's desk of the register.");

function forYear(names: Names, year: number): ReturnType<typeof both> {
  return both(`${inZh(names)}（${year}年度）`, `${names.en} (for ${year})`);
}

function listWords({ registry }: CaseGround, list: List): ReturnType<typeof both> {
  return joined(wordsOfNames(list.names), both(`（${inZh(lawNames(registry, "authority", list.owner))}）`, ` (${lawNames(registry, "authority", list.owner).en})`));
}

/** How one leaves the list again, in the law's words; no day, for nobody is on it. */
function waysOutOfList(list: List, on: PlainDate): NonNullable<Letter["waysOut"]> {
  return (valueOn(list.exits, on) ?? []).map(({ names, conditions, basis: [basis] }) => ({
    what: conditions.length === 0 ? wordsOfNames(names) : joined(wordsOfNames(names), both("；需要：", "; it needs: "), allOf(conditions)), ...(basis === undefined ? {} : { confidence: basis.confidence }),
  }));
}

/** The office such a report is owed to; where none of this register answers for it, the authority the law names. */
export function dutyOffice(ground: CaseGround, told: Told): Letter["from"] | undefined {
  const { office } = contextFor(ground, { party: { kind: "organisation", files: ground.files }, thing: { kind: "organisation" }, purpose: "annual-report", state: undefined });
  if (office !== undefined) return { names: office.names, file: office.file };
  const procedure = lawIn(told, "procedure");
  const authority = procedure === undefined ? undefined : ground.registry.rulebook.get("procedure", procedure)?.authority;
  return authority === undefined ? undefined : { names: lawNames(ground.registry, "authority", authority), file: "" };
}
