// `case propose`, `case open`, `case step`, `case show`: every step of every case from the command line.
import type { Command } from "commander";
import {
  caseView, KEEPER, organisationOnFile, readOpening, readStep, takeOneStep, parseMatterId, type CaseAsk, type CaseViewer, type CaseView, type Finding, type Problem, type Registry, type Result, type StepsTaken,
} from "../service/index.ts";
import { aboutBody, actionMeant, stepBody, type CaseStepOptions } from "./case-bodies.ts";
import { addText, besideOf, filesOf, given, partyOf, recordOf, withEvidence, withFormalities, withOffice, withParty, type EvidenceOptions, type FormalOptions, type PartyOptions } from "./case-options.ts";
import { printFindings, printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";
import { printCase } from "./print-case.ts";

type Common<T> = T & CommonOptions;

export function addCase(program: Command, world: World): void {
  const cases = program.command("case").description("cases: listings, objections, appeals, repairs, commitments, reports");

  withCommonOptions(withParty(cases.command("show <matter>")))
    .description("the whole path of a case; with --by or --organisation what that party may do next, and why not the rest")
    .action((matter: string, options: Common<PartyOptions>) => withParties(world, options, async (registry, _by, viewer) => {
      const view = await caseView(registry, viewer ?? KEEPER, matter);
      if (!view.ok) return printProblem(world, view.error, options.json);
      if (options.json === true) printJson(world, view.value);
      else printCase(world, view.value);
      return STATUS.done;
    }));

  withCommonOptions(withFormalities(withOffice(cases.command("propose <organisation> <list>"))))
    .description("propose a listing whose criteria are met; --statement says the facts")
    .option("--acted <day>", "the day of the act in breach, where the law goes by it")
    .action((organisation: string, list: string, options: Common<FormalOptions & { readonly acted?: string }>) => withParties(world, options, async (registry, by) => {
      if (by === undefined) return saysWho(world);
      const file = await organisationOnFile(registry, organisation);
      if (!file.ok) return printProblem(world, file.error, options.json);
      const propose = { file: file.value.file, list, ...given("facts", options.statement), ...given("actedOn", options.acted), ...given("proposedOn", options.on), ...besideOf(options) };
      return take(world, registry, readOpening({ by, propose }), options);
    }));

  withCommonOptions(withEvidence(cases.command("open <purpose> [organisation]")))
    .description("open a case: objection, appeal, repair, removal, commitment, annual-report or interview; ORG is the organisation it is about where an office opens it")
    .option("--about <thing>", "listing:ID, record:ID, join:A,B, matter:ID or organisation", "organisation")
    .option("--exit <id>", "the way out that is applied for, as `exits` names it")
    .option("--procedure <id>", "the procedure, where the law knows several")
    .action((purpose: string, organisation: string | undefined, options: Common<EvidenceOptions & { readonly about: string; readonly exit?: string; readonly procedure?: string }>) => withParties(world, options, async (registry, by) => {
      if (by === undefined) return saysWho(world);
      const file = organisation === undefined ? undefined : await organisationOnFile(registry, organisation);
      if (file?.ok === false) return printProblem(world, file.error, options.json);
      const attachments = await filesOf(world, options);
      const open = {
        about: aboutBody(options.about), purpose, statement: options.statement ?? "", ...(file === undefined ? {} : { organisation: file.value.file }), ...given("exit", options.exit), ...given("procedure", options.procedure), ...given("openedOn", options.on),
        ...(attachments.length === 0 ? {} : { attachments }), ...recordOf(options), ...besideOf(options),
      };
      return take(world, registry, readOpening({ by, open }), options);
    }));

  withCommonOptions(withEvidence(cases.command("step <matter> <step>")))
    .description("take a step: by its name in the law, such as `notice`, or as the API calls it, such as `IssueNotice`")
    .option("--outcome <outcome>", "what it comes to, as `case show` lists it")
    .option("--reasons <text>", "reasons, where the step decides something")
    .option("--condition <text>", "of a conditional decision; as often as needed", addText, [])
    .option("--act <act>", "of RemoveListing: annulment, objection, repair, performance, release or review")
    .option("--exit <id>", "of RemoveListing: which way out of the law")
    .option("--retroactive", "of RemoveListing: as if it had never been")
    .option("--from-now-on", "of an objection that is granted: from now on only")
    .option("--officer <post>", "the post that leads the hearing, or stands back")
    .option("--failed", "of service: it failed, and the law's substitute takes its place")
    .option("--hearing", "of an answer: the organisation asks to be heard")
    .option("--refuse", "of GiveConsent: the office above refuses its consent, with --reasons")
    .option("--absent", "of a hearing: the organisation did not come")
    .action((matter: string, step: string, options: Common<CaseStepOptions>) => withParties(world, options, (registry, by, viewer) => runStep(world, registry, { matter, step, by, viewer, options })));
}

interface StepRun {
  readonly matter: string;
  readonly step: string;
  readonly by: object | undefined;
  readonly viewer: CaseViewer | undefined;
  readonly options: Common<CaseStepOptions>;
}

async function runStep(world: World, registry: Registry, { matter, step, by, viewer, options }: StepRun): Promise<number> {
  if (by === undefined || viewer === undefined) return saysWho(world);
  const view = await caseView(registry, viewer, matter);
  const id = parseMatterId(matter);
  if (!view.ok || !id.ok) return printProblem(world, view.ok ? unreadable(matter) : view.error, options.json);
  const action = actionMeant(step, view.value.actions);
  if (action === undefined) {
    world.say(`probity: \`${step}\` is no step of this party in this case; its steps are ${stepsOf(view.value)}\n`);
    return STATUS.usage;
  }
  const attachments = await filesOf(world, options);
  return take(world, registry, readStep({ by, step: stepBody(action, options), ...(attachments.length === 0 ? {} : { attachments }) }, id.value), options);
}

function unreadable(matter: string): Problem {
  return { code: "case-unknown", message: `\`${matter}\` is not the id of a case`, remedy: "`worklist` lists the cases of an office." };
}

function stepsOf({ actions }: CaseView): string {
  return actions.map(({ action, step }) => `\`${action === "TakeStep" ? (step ?? "") : action}\``).join(", ") || "none";
}

async function take(world: World, registry: Registry, read: Result<CaseAsk, readonly Finding[]>, options: CommonOptions): Promise<number> {
  if (!read.ok) {
    if (options.json === true) printJson(world, { error: { code: "input-invalid", message: "the step cannot be taken as it is said", findings: read.error } });
    else world.say("probity: the step cannot be taken as it is said:\n");
    if (options.json !== true) printFindings(world, read.error);
    return STATUS.usage;
  }
  const taken = await takeOneStep(registry, read.value);
  if (!taken.ok) return printProblem(world, taken.error, options.json);
  if (options.json === true) printJson(world, taken.value);
  else printTaken(world, taken.value);
  return STATUS.done;
}

function printTaken(world: World, { matter, events }: StepsTaken): void {
  world.out(`Case ${matter}: ${events.map(({ type }) => type).join(", ")}\n`);
  for (const { body } of events) if ("listing" in body && typeof body.listing === "string") world.out(`  listing ${body.listing}\n`);
}

/** Opens the register and finds out who asks. */
function withParties(world: World, options: Common<PartyOptions>, run: (registry: Registry, by: object | undefined, viewer: CaseViewer | undefined) => Promise<number>): Promise<void> {
  return withRegistry(world, options, async (registry) => {
    if (options.by !== undefined && options.organisation !== undefined) return saysWho(world);
    const organisation = options.organisation === undefined ? undefined : await organisationOnFile(registry, options.organisation);
    if (organisation?.ok === false) return printProblem(world, organisation.error, options.json);
    const file = organisation?.value.file;
    const viewer: CaseViewer | undefined = options.by !== undefined ? { kind: "office", office: options.by, officers: options.officers ?? [] } : file === undefined ? undefined : { kind: "organisation", file };
    return run(registry, partyOf(options, file), viewer);
  });
}

function saysWho(world: World): number {
  world.say("probity: say who acts: --by OFFICE with --officers POST,POST, or --organisation ORG\n");
  return STATUS.usage;
}
