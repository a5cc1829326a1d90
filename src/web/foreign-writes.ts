// Foreign writes: a write is taken from this machine and from pages of this server only. Until roles exist the register binds to the loopback
// address; what a page elsewhere makes a browser send to it, or a name elsewhere that leads to it, is refused here.
import type { FastifyRequest } from "fastify";
import { problem, type Problem } from "../service/index.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Why a write is not taken, or undefined where it is. The `Host` must be a loopback name; `Origin` and `Sec-Fetch-Site`, which browsers send,
 * must say that it comes from here. A program sends neither: from it, a write is taken in a form that no page elsewhere can make a browser send
 * unasked: as JSON or as a file by its own type, under an `Idempotency-Key`, or by DELETE.
 */
export function foreignWrite({ headers, method }: Pick<FastifyRequest, "headers" | "method">): Problem | undefined {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return undefined;
  const host = headers.host ?? "";
  if (!LOOPBACK.includes(host.replace(/:\d+$/, ""))) return refusal("the request names a host that is not this machine");
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (origin !== undefined && origin !== `http://${host}`) return refusal("the request comes from a page of another origin");
  if (site !== undefined && site !== "same-origin") return refusal("the request comes from another site");
  if (origin === undefined && site === undefined && method !== "DELETE" && headers["idempotency-key"] === undefined && !isOwnType(headers["content-type"])) return refusal("the request does not say where it comes from");
  return undefined;
}

/** A type that is stated and is none of the three a form can have. */
function isOwnType(contentType: string | undefined): boolean {
  return contentType !== undefined && /^\s*[\w.+-]+\/[\w.+-]+\s*(?:;|$)/.test(contentType) && !/^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(?:;|$)/i.test(contentType);
}

function refusal(what: string): Problem {
  return problem("write-foreign", `${what}; nothing was written`, "Send forms from this server's own pages, reached as 127.0.0.1 or localhost; send writes of programs as `application/json`, or with an `Idempotency-Key`, without an `Origin`.");
}
