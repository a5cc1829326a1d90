// Case viewer: for whom a question about cases is answered over HTTP: whoever is signed in at a desk, or, on this machine alone, the party that
// `as` names. Everybody else is the public, which is shown no case.
import type { FastifyRequest } from "fastify";
import { err, KEEPER, ok, parseFileNumber, problem, type CaseViewer, type Problem, type Registry, type Result } from "../../service/index.ts";
import { signedIn } from "../session.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];
/** What something between the asker and this server adds: then the asker need not be on this machine. */
const FORWARDED = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"] as const;

export interface AsQuery {
  readonly as?: string;
}

/** Null: the public. */
export async function viewerOf(registry: Registry, request: FastifyRequest<{ Querystring: AsQuery }>): Promise<Result<CaseViewer | null, Problem>> {
  const { as } = request.query;
  if (as !== undefined && as !== "") return isFromHere(request) ? viewerNamed(as) : err(problem("not-allowed", "`as` is answered on this machine alone", "Ask under 127.0.0.1 or localhost, or sign in at a desk."));
  const session = await signedIn(registry, request.headers.cookie);
  if (session === null) return ok(null);
  return ok(session.kind === "office" ? { kind: "office", office: session.office.file, officers: [session.officer] } : { kind: "organisation", file: session.file });
}

/** Whether the request names this machine, was handed on by nobody, and does not come from a page elsewhere. */
export function isFromHere({ headers }: Pick<FastifyRequest, "headers">): boolean {
  const host = (headers.host ?? "").replace(/:\d+$/, "");
  const site = headers["sec-fetch-site"];
  return LOOPBACK.includes(host) && !FORWARDED.some((name) => headers[name] !== undefined) && (site === undefined || site === "same-origin" || site === "none");
}

function viewerNamed(text: string): Result<CaseViewer, Problem> {
  const [kind, name = ""] = text.split(":");
  const file = parseFileNumber(name);
  if (kind === "office" && file.ok) return ok({ kind, office: file.value, officers: [] });
  if (kind === "organisation" && file.ok) return ok({ kind, file: file.value });
  if (text === "keeper") return ok(KEEPER);
  return err(problem("input-invalid", "`as` names nobody", "Give `office:` or `organisation:` with a file number, such as `office:P00000018`, or `keeper`."));
}

export function notAllowed(what: string): Problem {
  return problem("not-allowed", `${what} is not shown to the public`, "Sign in at the desk that it concerns; on this machine `as` in the question names who asks.");
}
