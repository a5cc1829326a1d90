// What a page was asked: the address, the language, and the three clocks, read once and found to be days and a position.
import { clocksFilledIn, readClocks, type Clocks, type Problem, type Registry, type Result } from "../../service/index.ts";
import type { Frame, Html } from "../portal/index.ts";
import { frameOf, type PageRequest } from "../models/frame.ts";

export interface Asked {
  readonly registry: Registry;
  readonly request: PageRequest;
  readonly clocks: Clocks;
  readonly frame: Frame;
  /** The part of the address the route leaves open: a file, an id. */
  readonly parameter: string;
}

/** A page with its status, or where the answer stands. */
export type Reply = { readonly status: number; readonly html: Html } | { readonly location: string };
export type Handler = (asked: Asked) => Promise<Reply>;

export async function readAsked(registry: Registry, request: PageRequest, parameter: string): Promise<Result<Asked, Problem>> {
  const clocks = await readClocks(registry, clocksFilledIn(request.query));
  if (!clocks.ok) return clocks;
  return { ok: true, value: { registry, request, clocks: clocks.value, frame: await frameOf(registry, request, clocks.value), parameter } };
}

/** The clocks as the verbs take them. */
export function clocksText({ on, law, known }: Clocks): { readonly on: string; readonly law: string; readonly known: string } {
  return { on, law, known: String(known) };
}

/** The page of a long table that was asked for, from 1. */
export function pageAsked({ request }: Asked): number {
  return Math.max(1, Number.parseInt(request.query["page"] ?? "1", 10) || 1);
}
