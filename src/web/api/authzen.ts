// AuthZEN Authorization API 1.0: single and several evaluations of "may this organisation do this act, where, on this day?".
// Parses, calls one verb for each question, maps the answer: `decision`, and everything else in `context`; with `receipt: true` in a
// question's context a signed receipt too, one for all where it stands in the context beside `evaluations`.
import type { FastifyInstance } from "fastify";
import { checkOrganisation, err, issueReceipt, ok, problem, PUBLIC, receiptLine, receiptOf, type Answer, type Answered, type CheckRequest, type Problem, type Registry, type Result } from "../../service/index.ts";
import { replyProblem, statusOf } from "./problem.ts";

export const EVALUATIONS_MAX = 1000;

type Plain = Readonly<Record<string, unknown>>;

export interface Evaluation {
  readonly decision: boolean;
  readonly context: Plain;
}

export function addAuthzen(server: FastifyInstance, registry: Registry, origin: () => string): void {
  server.get("/.well-known/authzen-configuration", () => ({
    policy_decision_point: origin(), access_evaluation_endpoint: `${origin()}/access/v1/evaluation`, access_evaluations_endpoint: `${origin()}/access/v1/evaluations`,
  }));
  server.post("/access/v1/evaluation", async (request, reply) => {
    const question = readEvaluation(request.body, {});
    if (!question.ok) return replyProblem(reply, question.error);
    const answered = await answer(registry, question.value);
    if (!answered.ok) return replyProblem(reply, answered.error);
    const evaluation = await evaluationOf(registry, question.value, answered.value, wantsReceipt(request.body));
    return evaluation.ok ? evaluation.value : replyProblem(reply, evaluation.error);
  });
  server.post("/access/v1/evaluations", async (request, reply) => {
    const body = asPlain(request.body);
    const items = body?.["evaluations"];
    if (body === undefined || !Array.isArray(items)) return replyProblem(reply, problem("input-invalid", "the body needs `evaluations`, a list of questions", "Defaults for all of them may stand beside it: `subject`, `action`, `resource`, `context`."));
    if (items.length > EVALUATIONS_MAX) return replyProblem(reply, problem("input-invalid", `at most ${EVALUATIONS_MAX} evaluations in one request, not ${items.length}`, "Send them in several requests."));
    const semantics = asPlain(body["options"])?.["evaluations_semantic"] ?? "execute_all";
    const together = wantsReceipt(body);
    const [evaluations, lines]: [Evaluation[], string[]] = [[], []];
    for (const item of items) {
      const { evaluation, answered } = evaluateNow(registry, item, body) ?? (await evaluateItem(registry, item, body));
      evaluations.push(evaluation);
      if (together) lines.push(await receiptLine(registry, answered));
      if ((semantics === "deny_on_first_deny" && !evaluation.decision) || (semantics === "permit_on_first_permit" && evaluation.decision)) break;
    }
    if (lines.length === 0) return { evaluations };
    const receipt = await issueReceipt(registry, PUBLIC, lines);
    return receipt.ok ? { evaluations, context: { receipt: receipt.value } } : replyProblem(reply, receipt.error);
  });
}

/** One of several that the index can answer at once. */
function evaluateNow(registry: Registry, item: unknown, defaults: Plain): { readonly evaluation: Evaluation; readonly answered: Answered } | undefined {
  const question = readEvaluation(item, defaults);
  const answer = question.ok && !wantsReceipt(item) ? registry.index?.checkNow(PUBLIC, question.value) : undefined;
  if (!question.ok || answer === undefined) return undefined;
  const { decision, ...context } = answer;
  return { evaluation: { decision, context: { ...context } }, answered: { asked: question.value, said: ok(answer) } };
}

/** One of several: what goes into the reply, and what goes into a receipt for all of them. */
async function evaluateItem(registry: Registry, item: unknown, defaults: Plain): Promise<{ readonly evaluation: Evaluation; readonly answered: Answered }> {
  const question = readEvaluation(item, defaults);
  if (!question.ok) return inError(question.error);
  const asked = question.value;
  const said = await answer(registry, asked);
  if (!said.ok) return inError(said.error, asked);
  const evaluation = await evaluationOf(registry, asked, said.value, wantsReceipt(item));
  return evaluation.ok ? { evaluation: evaluation.value, answered: { asked, said } } : inError(evaluation.error, asked);
}

function inError(problem: Problem, asked?: CheckRequest): { readonly evaluation: Evaluation; readonly answered: Answered } {
  const error = { status: statusOf(problem), code: problem.code, message: `${problem.message}. ${problem.remedy}` };
  return { evaluation: { decision: false, context: { error } }, answered: { asked, said: err(error) } };
}

function answer(registry: Registry, request: CheckRequest): ReturnType<typeof checkOrganisation> {
  return checkOrganisation(registry, PUBLIC, request);
}

async function evaluationOf(registry: Registry, asked: CheckRequest, answered: Answer, withReceipt: boolean): Promise<Result<Evaluation, Problem>> {
  const { decision, ...context } = answered;
  const receipt = withReceipt ? await receiptOf(registry, PUBLIC, asked, answered) : undefined;
  if (receipt?.ok === false) return receipt;
  return ok({ decision, context: { ...context, ...(receipt === undefined ? {} : { receipt: receipt.value }) } });
}

/** Asked for in its own context: what stands in the context of the whole request is about the whole. */
export function wantsReceipt(question: unknown): boolean {
  return asPlain(asPlain(question)?.["context"])?.["receipt"] === true;
}

/** Reads one evaluation; what it leaves out is taken from the defaults of the request. */
export function readEvaluation(item: unknown, defaults: Plain): Result<CheckRequest, Problem> {
  const own = asPlain(item);
  if (own === undefined) return err(problem("input-invalid", "an evaluation is an object", "Give `subject`, `action` and, where the act asks for it, `resource`."));
  const [subject, action, resource, context] = ["subject", "action", "resource", "context"].map((name) => asPlain(own[name]) ?? asPlain(defaults[name]));
  const organisation = subject?.["id"];
  const act = action?.["name"];
  if (subject?.["type"] !== "organisation" || typeof organisation !== "string") return err(problem(subject?.["type"] === undefined || subject["type"] === "organisation" ? "input-invalid" : "not-an-organisation", "`subject` must be `{\"type\": \"organisation\", \"id\": ORG}`", "Only organisations can be asked about here; people have no file, list or check."));
  if (typeof act !== "string") return err(problem("input-invalid", "`action` must be `{\"name\": ACT}`", "An act is an id of the law, such as `cn:bid-government-procurement`."));
  const where = resource === undefined || resource["type"] === "none" ? undefined : resource["id"];
  if (where !== undefined && typeof where !== "string") return err(problem("where-unknown", "`resource` must be `{\"type\": \"authority\" | \"office\" | \"region\" | \"none\", \"id\": WHERE}`", "Leave it out where the act asks for no place."));
  for (const name of ["on", "law", "known"]) {
    const value = context?.[name];
    if (value !== undefined && typeof value !== "string" && !(name === "known" && typeof value === "number")) return err(problem("day-invalid", `\`context.${name}\` must be text`, "Give days as YYYY-MM-DD."));
  }
  const rulebook = context?.["rulebook"];
  if (rulebook !== undefined && typeof rulebook !== "string") return err(problem("rulebook-unknown", "`context.rulebook` must be text", "Give the hash an answer names in `asOf.rulebook`, or its first digits."));
  return ok({
    organisation, act, ...(rulebook === undefined ? {} : { rulebook }), explain: context?.["explain"] === true, ...(where === undefined ? {} : { where }),
    ...(typeof context?.["on"] === "string" ? { on: context["on"] } : {}), ...(typeof context?.["law"] === "string" ? { law: context["law"] } : {}),
    ...(context?.["known"] === undefined ? {} : { known: String(context["known"]) }),
  });
}

export function asPlain(value: unknown): Plain | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Plain) : undefined;
}
