// `timeline ORG`: one organisation over the three clocks, in order of days, and the nearest changes before and after.
import type { Command } from "commander";
import { KEEPER, timelineOf, type Timeline } from "../service/index.ts";
import { clocksOf, withClocks, type ClockOptions } from "./clock-options.ts";
import { printJson, printProblem, STATUS, withRegistry, type World } from "./command.ts";

export function addTimeline(program: Command, world: World): void {
  withClocks(program.command("timeline <organisation>"))
    .description("facts, listings and measures of one organisation in order of their days, when the register knew, and the changes before and after")
    .action((organisation: string, options: ClockOptions) =>
      withRegistry(world, options, async (registry) => {
        const timeline = await timelineOf(registry, KEEPER, { organisation, ...clocksOf(options) });
        if (!timeline.ok) return printProblem(world, timeline.error, options.json);
        if (options.json === true) printJson(world, timeline.value);
        else world.out(linesOf(timeline.value).map((line) => `${line}\n`).join(""));
        return STATUS.done;
      }));
}

function linesOf({ organisation, facts, listings, measures, knew, changes, asOf }: Timeline): readonly string[] {
  const dated = [
    ...facts.map(({ day, what, of }) => ({ day, text: `${what}${of === null ? "" : ` ${of}`}` })),
    ...listings.flatMap(({ list, from, until, end }) => spanLines(list, { from, until, end: end.kind })),
    ...measures.flatMap(({ state, measures: ids, from, until, end, earliest, provisional }) => [
      ...spanLines(`${state}: ${ids.join(", ")}`, { from, until, end: end.kind }), ...(earliest === null ? [] : [{ day: earliest, text: `earliest way out${provisional ? " (provisional)" : ""}: ${ids.join(", ")}` }]),
    ]),
    ...knew.map(({ day, position, what, of }) => ({ day, text: `the register knew, at position ${position}${position > asOf.known ? " (not at the position asked about)" : ""}: ${what}${of === null ? "" : ` ${of}`}` })),
  ];
  const around = (clock: string, { before, after }: { readonly before: string | number | null; readonly after: string | number | null }): string => `${clock}: change before ${before ?? "none"}, after ${after ?? "none"}`;
  return [
    `${organisation.name ?? ""}  ${organisation.file ?? ""}`,
    `On ${asOf.on}, law of ${asOf.law}, known at ${asOf.known}`,
    ...dated.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ day, text }) => `  ${day}  ${text}`),
    around("Facts", changes.on), around("Law", changes.law), around("Known", changes.known),
  ];
}

function spanLines(what: string, { from, until, end }: { readonly from: string; readonly until: string | null; readonly end: string }): readonly { readonly day: string; readonly text: string }[] {
  return [{ day: from, text: `begins: ${what}${until === null ? ` (end: ${end})` : ""}` }, ...(until === null ? [] : [{ day: until, text: `free again: ${what}` }])];
}
