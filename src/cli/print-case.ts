// A case on a terminal: its path, what is on record, what is due, what may be done next and why the rest may not.
import type { CaseView } from "../service/index.ts";
import type { World } from "./command.ts";

const MARKS = { done: "x", open: ">", waits: " ", tooLate: "!", closed: "-" } as const;

export function printCase(world: World, view: CaseView): void {
  const { matter, purpose, list, procedure, organisation, office, state, openedOn } = view;
  world.out(`Case ${matter}: ${purpose}${list === null ? "" : ` on ${list}`}, ${state}, since ${openedOn}\n`);
  world.out(`  about ${organisation.name} (${organisation.file})${view.about === null ? "" : `, ${JSON.stringify(view.about)}`}\n`);
  world.out(`  decided by ${office === null ? "no office of this register" : `${office.names.en} (${office.file})`}, under ${procedure ?? "no procedure"}\n`);
  if (view.readings.length > 0) world.out(`  the law leaves open whether instead: ${view.readings.join(", ")}\n`);
  if (view.recused.length > 0) world.out(`  stood back: ${view.recused.join(", ")}\n`);
  if (view.stayedSince !== null) world.out(`  stayed since ${view.stayedSince}\n`);
  if (view.consent !== null) world.out(`  ${consentWords(view.consent)}\n`);
  world.out("The path:\n");
  for (const { step, names, by, state: standing, on, outcome, due, optional, automatic } of view.path) {
    const words = [on, outcome, due === undefined || on !== undefined ? undefined : `by ${due.lastDay}${due.provisional ? " (provisional)" : ""}${due.passed ? ", passed" : ""}`, optional ? "optional" : undefined, automatic ? "by itself" : undefined];
    world.out(`  [${MARKS[standing]}] ${step} (${by}): ${names.en}${words.some((word) => word !== undefined) ? `; ${words.filter((word) => word !== undefined).join(", ")}` : ""}\n`);
  }
  world.out("On record:\n");
  for (const { type, on, by, text, attachments, outcome } of view.entries) {
    world.out(`  ${on} ${type}${outcome === undefined ? "" : ` ${outcome}`} by the ${by}${text === "" ? "" : `: ${text}`}\n`);
    for (const { id, name, mediaType, bytes } of attachments) world.out(`    ${name} (${mediaType}, ${bytes} bytes, ${id})\n`);
  }
  if (view.actions.length > 0) world.out("What can be done now:\n");
  for (const { action, step, allowed, why, asks } of view.actions) {
    const name = action === "TakeStep" ? (step ?? action) : action;
    world.out(allowed ? `  ${name}${asks.outcomes.length === 0 ? "" : `: ${asks.outcomes.join(" | ")}`}${asks.officers > 1 ? `, ${asks.officers} officers` : ""}\n` : `  not ${name}: ${why?.message ?? ""}\n`);
  }
}

function consentWords({ step, superior, state, since, reason }: NonNullable<CaseView["consent"]>): string {
  const office = superior === null ? "the office above, which this register does not know" : `${superior.names.en} (${superior.file})`;
  const words = { awaited: `awaited of ${office} since ${since}`, given: `given by ${office} on ${since}`, refused: `refused by ${office} on ${since}` }[state];
  return `consent to ${step}: ${words}${reason === null ? "" : `: ${reason}`}`;
}
