// Routes about credit reports: one as signed file or PDF, a lot of them, and what the register finds behind a verification code. They are made for
// the public and kept by nobody; reading makes no key and writes nothing.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { clocksFilledIn, err, makeReport, makeReports, ok, printReport, problem, remakeReport, type ClocksAsked, type Problem, type Registry, type ReportAsked, type Result } from "../../service/index.ts";
import { replyProblem } from "./problem.ts";

interface ReportQuery extends ClocksAsked {
  readonly purpose?: string;
  readonly stated?: string;
  readonly from?: string;
  readonly until?: string;
  readonly language?: string;
}

/** Organisations of one request; the command line takes longer lists. */
const ORGANISATIONS_MAX = 100;

export function addReportRoutes(server: FastifyInstance, registry: Registry, origin: () => string): void {
  interface Asked { Params: { readonly organisation: string }; Querystring: ReportQuery }
  const one = async (request: FastifyRequest<Asked>, reply: FastifyReply, pdf: boolean): Promise<FastifyReply> => {
    const made = await makeReport(registry, { ...askedIn(request.query), organisation: request.params.organisation }, { origin: origin() });
    reply.header("cache-control", "no-store").header("vary", "accept");
    if (!made.ok) return replyProblem(reply, made.error);
    const { file, report } = made.value;
    if (!pdf) return reply.type("application/json").send(file);
    const paper = printReport(file, request.query.language === "zh" ? "zh" : "en");
    if (!paper.ok) return replyProblem(reply, paper.error);
    return reply.type("application/pdf").header("content-disposition", `attachment; filename="report-${report.content.organisation.file}-${report.content.asOf.on}.pdf"`).send(Buffer.from(paper.value));
  };
  server.get<Asked>("/v1/organisations/:organisation/report", (request, reply) => one(request, reply, wantsPdf(request.headers.accept)));
  server.get<Asked>("/v1/organisations/:organisation/report.pdf", (request, reply) => one(request, reply, true));
  server.post("/v1/reports", async (request, reply) => {
    const asked = readLot(request.body);
    if (!asked.ok) return replyProblem(reply, asked.error);
    const made = await makeReports(registry, asked.value.organisations, asked.value, { origin: origin() });
    return made.ok ? reply.header("cache-control", "no-store").type("application/json").send(made.value.file) : replyProblem(reply, made.error);
  });
  server.get<{ Querystring: { readonly code?: string } }>("/v1/verify-report", async (request, reply) => {
    const { code = "" } = request.query;
    return reply.header("cache-control", "no-store").send(await remakeReport(registry, code.slice(0, CODE_LENGTH_MAX)));
  });
}

const CODE_LENGTH_MAX = 400;

/** Whether a PDF is asked for before JSON. */
function wantsPdf(accept: string | undefined): boolean {
  const [pdf, json] = ["application/pdf", "application/json"].map((type) => (accept ?? "").toLowerCase().indexOf(type));
  return pdf !== undefined && pdf >= 0 && (json === undefined || json < 0 || pdf < json);
}

function askedIn({ purpose = "", stated, from, until, ...clocks }: ReportQuery): ReportAsked {
  return { purpose, ...(stated === undefined ? {} : { stated }), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), ...clocksFilledIn(clocks) };
}

const TEXTS = ["purpose", "stated", "from", "until", "on", "law", "known"] as const;

/** The body of a lot: a list of organisations and what their reports are for. */
function readLot(body: unknown): Result<ReportAsked & { readonly organisations: readonly string[] }, Problem> {
  const asked: Readonly<Record<string, unknown>> = typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : {};
  const { organisations } = asked;
  const wrong = (message: string, remedy: string): Result<never, Problem> => err(problem("input-invalid", message, remedy));
  if (!Array.isArray(organisations) || !organisations.every((each) => typeof each === "string")) return wrong("`organisations` is no list of texts", 'Send JSON such as `{"purpose": "tender", "organisations": ["P00000018"]}`.');
  if (organisations.length > ORGANISATIONS_MAX) return wrong(`the list has ${organisations.length} organisations, and one request takes ${ORGANISATIONS_MAX}`, "Send it in several lots, or use `report --batch` on the command line.");
  const other = Object.keys(asked).find((name) => name !== "organisations" && !TEXTS.some((text) => text === name));
  if (other !== undefined) return wrong(`\`${other}\` is nothing a lot of reports is asked by`, `It takes organisations, ${TEXTS.join(", ")}.`);
  const odd = TEXTS.find((name) => asked[name] !== undefined && typeof asked[name] !== "string");
  if (odd !== undefined) return wrong(`\`${odd}\` is no text`, "Write it in quotation marks.");
  const texts = Object.fromEntries(TEXTS.flatMap((name) => (typeof asked[name] === "string" ? [[name, asked[name]]] : [])));
  return ok({ purpose: "", ...texts, organisations });
}
