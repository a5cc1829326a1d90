// Measures of an office to pages: rows of what may be answered, and what memoranda ask of it and of others.
import type { OfficeMeasure, OfficeMemoranda } from "../../service/index.ts";
import type { DeskMeasuresModel, OfficeMeasureRow } from "../portal/index.ts";

/** What a form sends back of a measure on an organisation. */
export function measureValue({ organisation, measure, trigger }: Pick<OfficeMeasure, "organisation" | "measure" | "trigger">): string {
  const because = trigger.kind === "list" || trigger.kind === "entailed" ? ` listing ${trigger.listing}` : trigger.kind === "record" ? ` record ${trigger.record}` : "";
  return `${organisation.file} ${measure}${because}`;
}

export function officeMeasureRow(each: OfficeMeasure): OfficeMeasureRow {
  const { organisation, measure, memorandum, trigger, force, effects, from, until, earliestOut, may, reported } = each;
  const because = trigger.kind === "list" || trigger.kind === "entailed" ? trigger.list : trigger.kind === "record" ? trigger.type : undefined;
  return {
    value: measureValue(each), organisation, measure, force, effects, from, may, ...(memorandum === null ? {} : { memorandum }), ...(because === undefined ? {} : { because }),
    ...(until === null ? {} : { until }), ...(earliestOut === null ? {} : { earliestOut }), ...(reported === null ? {} : { reported }),
  };
}

export function memorandaRows({ forUs, ofUs }: OfficeMemoranda): Pick<DeskMeasuresModel, "forUs" | "ofUs"> {
  return {
    forUs: forUs.map(({ memorandum, ...rest }) => ({ ...rest, ...(memorandum === null ? {} : { memorandum }) })),
    ofUs: ofUs.map(({ standing, ...rest }) => ({ ...rest, ...(standing === null ? {} : { standing }) })),
  };
}
