// The door of the desks: who one is, signing in, signing out.
import { officesWithPosts, organisationOnFile, type OfficeWithPosts, type Problem, type Registry } from "../../service/index.ts";
import { deskDoorPage, type DeskDoorModel } from "../portal/index.ts";
import { termNames } from "../models/frame.ts";
import { textOf } from "../form.ts";
import { endedCookie, hasDesks, known, sessionCookie, type Session } from "../session.ts";
import { statusOf } from "../api/problem.ts";
import { wrongOf } from "./desk-case.ts";
import { closed, type DeskAsked, type DeskReply } from "./desk-asked.ts";

/** The chooser; whoever is signed in goes to the own desk, unless somebody else is to be chosen. */
export async function deskDoor(asked: DeskAsked): Promise<DeskReply> {
  const { who, request } = asked;
  if (who !== null && (request.query["change"] ?? "") === "") return { location: ownDesk(request.language, who.kind) };
  return { status: 200, html: deskDoorPage(asked.frame, await doorModel(asked)) };
}

/** Signs in as the office and post, or the organisation, that the form names. */
export async function deskSignIn(asked: DeskAsked): Promise<DeskReply> {
  const { registry, form, request } = asked;
  if (!(await hasDesks(registry))) return closed(asked, "noDesks");
  const next = safeNext(textOf(form, "next"));
  const office = textOf(form, "office");
  if (office !== "") return enter(asked, { kind: "office", office, officer: textOf(form, "officer") }, next);
  const text = textOf(form, "organisation");
  const found = await organisationOnFile(registry, text);
  if (found.ok) return enter(asked, { kind: "organisation", file: found.value.file }, next);
  const person = found.error.code === "not-an-organisation";
  const model = await doorModel(asked);
  const { candidates = [] } = found.error;
  return { status: statusOf(found.error), html: deskDoorPage({ ...asked.frame, path: "/desk" }, { ...model, next, organisation: { asked: person ? "" : text, candidates, wrong: wrongOf(found.error) } }) };

  async function enter({ frame }: DeskAsked, session: Session, to: string): Promise<DeskReply> {
    if ((await known(registry, session)) === null) return { status: 422, html: deskDoorPage({ ...frame, path: "/desk" }, { ...(await doorModel(asked)), organisation: { asked: "", candidates: [], wrong: strangePost(session) } }) };
    return { location: to === "" ? ownDesk(request.language, session.kind) : `/${request.language}${to}`, cookie: await sessionCookie(registry, session) };
  }
}

export async function deskSignOut({ request }: DeskAsked): Promise<DeskReply> {
  return { location: `/${request.language}/desk`, cookie: endedCookie() };
}

function strangePost(session: Session): Pick<Problem, "code" | "message" | "remedy" | "facts"> {
  const post = session.kind === "office" ? session.officer : "";
  return { code: "officer-unknown", message: `no office of this register has the post \`${post}\` under that number`, remedy: "Choose one of the posts shown.", facts: { kind: "officer", officer: post, posts: [] } };
}

function ownDesk(language: string, kind: Session["kind"]): string {
  return `/${language}/desk/${kind}`;
}

/** Back to a page of the desks, and to nothing else. */
function safeNext(next: string): string {
  return /^\/desk\/[\w./:%?=&,~+-]*$/.test(next) && !next.includes("//") ? next : "";
}

async function doorModel({ registry, request }: DeskAsked): Promise<DeskDoorModel> {
  const open = await hasDesks(registry);
  const offices = open ? await officesWithPosts(registry) : [];
  const regions = [...new Set(offices.map((office) => office.region ?? ""))].sort();
  const asked = request.query["region"] ?? "";
  const chosen = regions.includes(asked) ? asked : (regions[0] ?? "");
  return {
    open, next: safeNext(request.query["next"] ?? ""),
    regions: regions.map((value) => ({ value, names: regionNames(registry, value), offices: offices.filter((office) => (office.region ?? "") === value).length, chosen: value === chosen })),
    offices: offices.filter((office) => (office.region ?? "") === chosen).sort(byAuthority).map(({ file, names, authority, posts }) => ({ file, names, authority, posts })),
    organisation: { asked: "", candidates: [] },
  };
}

function regionNames(registry: Registry, value: string): { readonly en: string; readonly zh?: string } {
  return termNames(registry, "region", value === "" ? undefined : value) ?? { en: "no region", zh: "无地区" };
}

function byAuthority(a: OfficeWithPosts, b: OfficeWithPosts): number {
  return a.authority < b.authority ? -1 : a.authority > b.authority ? 1 : a.file < b.file ? -1 : 1;
}
