// Session: who sits at a desk, held in a cookie the browser sends back and no page can read. It is signed under a secret of this registry, so
// that nobody makes one up; what its holder may do is settled by the law each time (domain/cases/powers.ts). Sign-in for the model
// jurisdiction is a plain chooser of invented officers; a register that is not the model has no desks.
import { randomBytes } from "node:crypto";
import cookies from "@fastify/cookie";
import { officeWithPosts, organisationOfFile, type OfficeWithPosts, type Registry } from "../service/index.ts";

/** As it stands in the cookie. */
export type Session =
  | { readonly kind: "office"; readonly office: string; readonly officer: string }
  | { readonly kind: "organisation"; readonly file: string };

/** The session, found to be of somebody this register knows. */
export type SignedIn =
  | { readonly kind: "office"; readonly office: OfficeWithPosts; readonly officer: string }
  | { readonly kind: "organisation"; readonly file: string; readonly name: string };

export const SESSION_COOKIE = "probity-desk";

const SECRET = "desk-secret";
const SECRET_BYTES = 32;
const ATTRIBUTES = "Path=/; HttpOnly; SameSite=Strict";
/** Letters of base64url, the dot, and a signature as it is written in a header. */
const SENT = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=((?:[\\w.-]|%2B|%2F|%3D)+)\\s*(?:;|$)`);

/** The `Set-Cookie` that signs somebody in. */
export async function sessionCookie(registry: Registry, session: Session): Promise<string> {
  const value = Buffer.from(JSON.stringify(session), "utf8").toString("base64url");
  return `${SESSION_COOKIE}=${encodeURIComponent(cookies.sign(value, await secretOf(registry)))}; ${ATTRIBUTES}`;
}

/** The `Set-Cookie` that signs whoever is there out. */
export function endedCookie(): string {
  return `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;
}

/** Whether this register has desks at all. */
export async function hasDesks(registry: Registry): Promise<boolean> {
  return (await registry.ledger.setting("model")) !== null;
}

/**
 * Who is signed in by the request's `Cookie`; null where nobody is: no cookie, a forged one, an office that was never opened, a post it does
 * not have, an organisation that is not on file, or a register without desks.
 */
export async function signedIn(registry: Registry, header: string | undefined): Promise<SignedIn | null> {
  const sent = SENT.exec(header ?? "")?.[1];
  if (sent === undefined || !(await hasDesks(registry))) return null;
  const unsigned = cookies.unsign(decodeURIComponent(sent), await secretOf(registry));
  const session = unsigned.valid && unsigned.value !== null ? sessionIn(unsigned.value) : undefined;
  return session === undefined ? null : known(registry, session);
}

/** The session's holder, where the register knows it. */
export async function known(registry: Registry, session: Session): Promise<SignedIn | null> {
  if (session.kind === "organisation") {
    const found = await organisationOfFile(registry, session.file);
    return found === undefined ? null : { kind: "organisation", ...found };
  }
  const office = await officeWithPosts(registry, session.office);
  if (office === undefined || !mayActFor(office, session.officer)) return null;
  return { kind: "office", office, officer: session.officer };
}

/** One of its posts; where the law names none, any word that is not empty. */
function mayActFor({ posts }: OfficeWithPosts, officer: string): boolean {
  return posts.length === 0 ? officer.trim() !== "" : posts.some(({ id }) => id === officer);
}

function sessionIn(value: string): Session | undefined {
  // What carries our own signature was written by us.
  const read: unknown = JSON.parse(Buffer.from(value, "base64url").toString("utf8"));
  const { kind, office, officer, file }: Readonly<Record<string, unknown>> = { ...Object(read) };
  if (kind === "office" && typeof office === "string" && typeof officer === "string") return { kind, office, officer };
  return kind === "organisation" && typeof file === "string" ? { kind, file } : undefined;
}

/** Kept with the register's settings, and made where there is none; what was kept first holds for everybody. */
async function secretOf(registry: Registry): Promise<string> {
  const kept = await registry.ledger.setting(SECRET);
  if (kept !== null) return kept;
  const made = randomBytes(SECRET_BYTES).toString("base64url");
  await registry.ledger.setSetting(SECRET, made);
  return (await registry.ledger.setting(SECRET)) ?? made;
}
