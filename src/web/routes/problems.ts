// What stands in the way, as a page: candidates where a name was not certain, else what is wrong with the question.
import { readClocks, type Problem, type Registry } from "../../service/index.ts";
import { badQuestionPage, notFoundPage, organisationNotFoundPage, type Frame } from "../portal/index.ts";
import { statusOf } from "../api/problem.ts";
import { frameOf, type PageRequest } from "../models/frame.ts";
import type { Asked, Reply } from "./asked.ts";

export async function notFound({ registry, request }: Pick<Asked, "registry" | "request">): Promise<Reply> {
  return { status: 404, html: notFoundPage(await frameNow(registry, { ...request, query: {} })) };
}

/**
 * @param asked the words the problem is about; a person's number is never repeated
 * @param at the page's frame, where the clocks could be read: an organisation may be there at others
 */
export async function problemPage(registry: Registry, request: PageRequest, problem: Problem, asked: string, at?: Frame): Promise<Reply> {
  const status = statusOf(problem);
  const person = problem.code === "not-an-organisation";
  const frame = await frameNow(registry, { ...request, query: {}, path: person ? "/search" : request.path });
  switch (problem.code) {
    case "organisation-not-found":
    case "organisation-ambiguous":
      return { status, html: organisationNotFoundPage(at ?? frame, { asked, several: problem.code === "organisation-ambiguous", candidates: (problem.candidates ?? []).map((candidate) => ({ ...candidate, codes: [] })) }) };
    case "law-entry-unknown":
      return { status, html: notFoundPage(frame) };
    default:
      return { status, html: badQuestionPage(frame, { code: problem.code, asked: person ? "" : asked, message: problem.message, remedy: problem.remedy, ...(problem.facts === undefined ? {} : { facts: problem.facts }) }) };
  }
}

async function frameNow(registry: Registry, request: PageRequest): Promise<Frame> {
  const now = await readClocks(registry, {});
  if (!now.ok) throw new Error("assertion failed: now is a day");
  return frameOf(registry, request, now.value);
}
