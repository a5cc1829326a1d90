// The law's front page, the ways along it, and the search by words.
import { authorityInLaw, browseLaw, changesFor, countLaw, instrumentInLaw, LAW_HITS_PER_PAGE, LAW_ROWS_PER_PAGE, lintLaw, searchLaw } from "../../service/index.ts";
import { authorityPage, instrumentPage, lawPage, lawSearchPage, lawShelfPage, lawPath, pageAddress, type Names } from "../portal/index.ts";
import { bodiesOfLaw, bodiesShown } from "../models/acts.ts";
import { bodyOf } from "../models/frame.ts";
import { authorityModel, examplesOf, frontModel, instrumentModel, paged, searchModel, shelfModel } from "../models/law-browse-model.ts";
import { severityCounts } from "../models/law-lint-model.ts";
import { pageAsked, type Asked, type Reply } from "./asked.ts";
import { notFound, problemPage } from "./problems.ts";
import { regimesOf } from "./regimes.ts";

export async function law({ registry, clocks, frame }: Asked): Promise<Reply> {
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  const linted = lintLaw(registry, { on: clocks.law });
  const findings = linted.ok ? linted.value.findings.filter((finding) => bodies.has(bodyOf(finding.entry))) : [];
  const { days } = changesFor(registry, { bodies });
  const [last, next] = [days.find((day) => !day.announced)?.day, days.findLast((day) => day.announced)?.day];
  return {
    status: 200,
    html: lawPage(frame, {
      ...frontModel(countLaw(registry, clocks.law, bodies)), regimes: regimesOf(registry, clocks.law, await bodiesShown(registry, frame.register.model !== undefined)), findings: severityCounts(findings),
      turns: { ...(last === undefined ? {} : { last }), ...(next === undefined ? {} : { next }) }, examples: examples(registry, clocks.law, bodies),
    }),
  };
}

function examples(registry: Asked["registry"], law: string, bodies: ReadonlySet<string>): readonly Names[] {
  const lists = browseLaw(registry, { way: "list", on: law, bodies });
  return lists.ok ? examplesOf(lists.value) : [];
}

/** One way, `/law/by/list`. */
export function lawWay(asked: Asked): Promise<Reply> {
  const { registry, request, clocks, frame, parameter } = asked;
  const page = pageAsked(asked);
  const answer = browseLaw(registry, { way: parameter, on: clocks.law, filters: request.query, page, bodies: bodiesOfLaw(registry, frame.register.model !== undefined) });
  if (!answer.ok) return answer.error.code === "input-invalid" ? notFound({ registry, request }) : problemPage(registry, request, answer.error, parameter);
  return Promise.resolve({ status: 200, html: lawShelfPage(frame, shelfModel(registry, answer.value, request.query, paged(answer.value.total, answer.value.first, page, LAW_ROWS_PER_PAGE))) });
}

export function lawAuthority({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const answer = authorityInLaw(registry, parameter, clocks.law);
  if (!answer.ok) return problemPage(registry, request, answer.error, parameter);
  return Promise.resolve({ status: 200, html: authorityPage(frame, authorityModel(answer.value)) });
}

export function lawInstrument({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const answer = instrumentInLaw(registry, parameter, clocks.law);
  if (!answer.ok) return problemPage(registry, request, answer.error, parameter);
  return Promise.resolve({ status: 200, html: instrumentPage(frame, instrumentModel(answer.value)) });
}

/** Lists, memoranda, measures and kinds end at the entry's own page. */
export function lawEnd({ registry, request, frame, parameter }: Asked): Promise<Reply> {
  const kind = frame.law[parameter]?.kind;
  return kind === undefined ? notFound({ registry, request }) : Promise.resolve({ location: pageAddress(frame, lawPath(parameter, kind)) });
}

export function lawSearch(asked: Asked): Promise<Reply> {
  const { registry, request, clocks, frame } = asked;
  const page = pageAsked(asked);
  const bodies = bodiesOfLaw(registry, frame.register.model !== undefined);
  const answer = searchLaw(registry, { q: (request.query["q"] ?? "").trim(), on: clocks.law, filters: request.query, page, bodies });
  if (!answer.ok) return problemPage(registry, request, answer.error, "");
  const found = paged(answer.value.total, answer.value.first, page, LAW_HITS_PER_PAGE);
  return Promise.resolve({ status: 200, html: lawSearchPage(frame, searchModel(registry, answer.value, request.query, found, examples(registry, clocks.law, bodies))) });
}
