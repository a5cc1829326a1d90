// AuthZEN Authorization API 1.0: single and several evaluations of "may this organisation do this act, where, on this day?".
// Parses, calls one verb for each question, maps the answer: `decision`, and everything else in `context`.
import type { FastifyInstance } from "fastify";
import { checkOrganisation, err, ok, problem, type CheckRequest, type Problem, type Registry, type Result } from "../../service/index.ts";
import { replyProblem, statusOf } from "./problem.ts";

const PUBLIC = { kind: "public" } as const;
const EVALUATIONS_MAX = 1000;

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
    const answer = await evaluate(registry, question.value);
    return "error" in answer ? replyProblem(reply, answer.error) : answer;
  });
  server.post("/access/v1/evaluations", async (request, reply) => {
    const body = asPlain(request.body);
    const items = body?.["evaluations"];
    if (body === undefined || !Array.isArray(items)) return replyProblem(reply, problem("input-invalid", "the body needs `evaluations`, a list of questions", "Defaults for all of them may stand beside it: `subject`, `action`, `resource`, `context`."));
    if (items.length > EVALUATIONS_MAX) return replyProblem(reply, problem("input-invalid", `at most ${EVALUATIONS_MAX} evaluations in one request, not ${items.length}`, "Send them in several requests."));
    const semantics = asPlain(body["options"])?.["evaluations_semantic"] ?? "execute_all";
    const evaluations: Evaluation[] = [];
    for (const item of items) {
      const evaluation = await evaluateItem(registry, item, body);
      evaluations.push(evaluation);
      if ((semantics === "deny_on_first_deny" && !evaluation.decision) || (semantics === "permit_on_first_permit" && evaluation.decision)) break;
    }
    return { evaluations };
  });
}

async function evaluateItem(registry: Registry, item: unknown, defaults: Plain): Promise<Evaluation> {
  const question = readEvaluation(item, defaults);
  const answer = question.ok ? await evaluate(registry, question.value) : { error: question.error };
  return "error" in answer ? { decision: false, context: { error: { status: statusOf(answer.error), code: answer.error.code, message: `${answer.error.message}. ${answer.error.remedy}` } } } : answer;
}

async function evaluate(registry: Registry, request: CheckRequest): Promise<Evaluation | { readonly error: Problem }> {
  const answer = await checkOrganisation(registry, PUBLIC, request);
  if (!answer.ok) return { error: answer.error };
  const { decision, ...context } = answer.value;
  return { decision, context };
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
