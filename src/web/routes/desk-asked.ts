// What a desk was asked: the page's request, who is signed in, and the form that was sent. Desks stand at now: they take no clocks.
import { readClocks, type Registry } from "../../service/index.ts";
import { deskClosedPage, type DeskClosed, type DeskHolder, type Frame } from "../portal/index.ts";
import { frameOf, type PageRequest } from "../models/frame.ts";
import type { Form } from "../form.ts";
import type { SignedIn } from "../session.ts";
import type { Reply } from "./asked.ts";

export interface DeskAsked {
  readonly registry: Registry;
  readonly request: PageRequest;
  readonly frame: Frame;
  /** The part of the address the route leaves open: a matter, an attachment. */
  readonly parameter: string;
  readonly who: SignedIn | null;
  /** What was sent, or what the address asks. */
  readonly form: Form;
  /** Whether it was asked on this machine, with nothing in between. */
  readonly fromHere: boolean;
  /** Whether a form was sent. */
  readonly sent: boolean;
}

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A page, where to go next (with a cookie that signs in or out), or a file. */
export type DeskReply = Reply | { readonly location: string; readonly cookie: string } | { readonly download: Download };
export type DeskHandler = (asked: DeskAsked) => Promise<DeskReply>;

export type OfficeAsked = DeskAsked & { readonly who: Extract<SignedIn, { readonly kind: "office" }> };
export type OrganisationAsked = DeskAsked & { readonly who: Extract<SignedIn, { readonly kind: "organisation" }> };
export type PartyAsked = DeskAsked & { readonly who: SignedIn };

/** For whoever is signed in; others are sent to the chooser and back. */
export function forAnybody(handler: (asked: PartyAsked) => Promise<DeskReply>): DeskHandler {
  return async (asked) => (asked.who === null ? toDoor(asked) : handler({ ...asked, who: asked.who }));
}

/** For a post of an office. */
export function forOffices(handler: (asked: OfficeAsked) => Promise<DeskReply>): DeskHandler {
  return async (asked) => (asked.who === null ? toDoor(asked) : asked.who.kind === "office" ? handler({ ...asked, who: asked.who }) : closed(asked, "office"));
}

/** For an organisation. */
export function forOrganisations(handler: (asked: OrganisationAsked) => Promise<DeskReply>): DeskHandler {
  return async (asked) => (asked.who === null ? toDoor(asked) : asked.who.kind === "organisation" ? handler({ ...asked, who: asked.who }) : closed(asked, "organisation"));
}

function toDoor(asked: DeskAsked): DeskReply {
  if (asked.sent) return closed(asked, "signIn");
  const query = new URLSearchParams(asked.request.query).toString();
  return { location: `/${asked.request.language}/desk?next=${encodeURIComponent(asked.request.path + (query === "" ? "" : `?${query}`))}` };
}

export function closed({ frame }: Pick<DeskAsked, "frame">, why: DeskClosed): Reply {
  return { status: 403, html: deskClosedPage(frame, why) };
}

/** The frame of a desk page, at now, with who is signed in. */
export async function deskFrame(registry: Registry, request: PageRequest, who: SignedIn | null): Promise<Frame> {
  const now = await readClocks(registry, {});
  if (!now.ok) throw new Error("assertion failed: now is a day");
  const frame = await frameOf(registry, request, now.value);
  return who === null ? frame : { ...frame, holder: holderOf(who) };
}

function holderOf(who: SignedIn): DeskHolder {
  if (who.kind === "organisation") return { kind: "organisation", name: { en: who.name, zh: who.name }, file: who.file };
  const post = who.office.posts.find(({ id }) => id === who.officer)?.names;
  return { kind: "office", name: who.office.names, file: who.office.file, ...(post === undefined ? {} : { post }) };
}
