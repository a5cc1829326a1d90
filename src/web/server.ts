// The server: API and portal over the same verbs, on the loopback address. Takes no writes from elsewhere until roles exist.
import type { RequestListener, Server } from "node:http";
import Fastify, { type FastifyInstance } from "fastify";
import type { Registry } from "../service/index.ts";
import { addAuthzen } from "./api/authzen.ts";
import { addChanges } from "./api/change-stream.ts";
import { addCheckStream } from "./api/check-stream.ts";
import { hotChecks } from "./api/hot-checks.ts";
import { addMetrics } from "./api/metrics.ts";
import { replyFault, replyProblem } from "./api/problem.ts";
import { addCaseRoutes } from "./api/case-routes.ts";
import { addOpenapi } from "./api/openapi-route.ts";
import { addOfficeRoutes } from "./api/office-routes.ts";
import { addLawRoutes } from "./api/law-routes.ts";
import { addNewsRoutes } from "./api/news-routes.ts";
import { addRegisterRoutes } from "./api/register-routes.ts";
import { addReportRoutes } from "./api/report-routes.ts";
import { addReportUpload } from "./report-upload.ts";
import { addReverseRoutes } from "./api/reverse-routes.ts";
import { addSubmissionRoutes } from "./api/submission-routes.ts";
import { addScoreboardRoutes } from "./api/scoreboard-routes.ts";
import { addStatisticsRoutes } from "./api/statistics-routes.ts";
import { addWatchRoutes } from "./api/watch-routes.ts";
import { addSupplierRoutes } from "./api/supplier-routes.ts";
import { addApiForms } from "./api-routes.ts";
import { addDesks } from "./desk-routes.ts";
import { addPortal } from "./portal-routes.ts";
import { submissionsOf } from "./submissions.ts";
import { addSuppliers } from "./supplier-routes.ts";
import { problem } from "../service/index.ts";

export interface ServerOptions {
  readonly registry: Registry;
  readonly log: (line: string) => void;
  /** Where the world reaches it, if something else listens for it. */
  readonly origin?: () => string;
  /** Milliseconds between two looks of whoever follows the changes; default a second. */
  readonly followEvery?: number;
  /** What listens, given what answers; default a listener of its own. */
  readonly listener?: (answers: RequestListener) => Server;
}

const FOLLOW_MILLISECONDS = 1000;
const BODY_BYTES_MAX = 2 * 1024 * 1024;
/** Of every reply. */
const HEADERS = { "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "x-frame-options": "DENY", "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'" } as const;

/** A server that is not listening yet; `inject` serves tests. */
export function createServer({ registry, log, origin: from, listener, followEvery }: ServerOptions): FastifyInstance {
  const origin = from ?? (() => originOf(server));
  const server: FastifyInstance = Fastify({ ...(listener === undefined ? {} : { serverFactory: listener }), bodyLimit: BODY_BYTES_MAX, routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 }, forceCloseConnections: true });
  server.addHook("onSend", async (_request, reply) => {
    reply.headers(HEADERS);
  });
  server.setErrorHandler((error, request, reply) => {
    const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : undefined;
    if (status === 413) return replyProblem(reply, problem("input-invalid", `the body is larger than ${request.routeOptions.bodyLimit ?? BODY_BYTES_MAX} bytes`, "Send it in several requests."));
    if (typeof status === "number" && status < 500) return replyProblem(reply, problem("input-invalid", error instanceof Error ? error.message : "the request could not be read", "Send JSON with `content-type: application/json`."));
    log(`fault ${request.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return replyFault(reply, request.id);
  });
  const submissions = submissionsOf(registry, log);
  server.addHook("onClose", () => submissions.stop());
  addAuthzen(server, registry, origin);
  addCheckStream(server, registry, log);
  addChanges(server, registry, { log, every: followEvery ?? FOLLOW_MILLISECONDS });
  addRegisterRoutes(server, registry);
  addNewsRoutes(server, registry);
  addCaseRoutes(server, registry);
  addOfficeRoutes(server, registry);
  addLawRoutes(server, registry);
  addReverseRoutes(server, registry);
  addScoreboardRoutes(server, registry);
  addStatisticsRoutes(server, registry);
  addReportRoutes(server, registry, origin);
  addReportUpload(server, { registry, origin, log });
  addSubmissionRoutes(server, registry);
  addMetrics(server, registry);
  addOpenapi(server, registry, origin);
  addSupplierRoutes(server, registry);
  addWatchRoutes(server, registry, origin);
  addPortal(server, { registry, origin, log });
  addSuppliers(server, { registry, origin, log });
  addApiForms(server, { registry, origin, log });
  addDesks(server, { registry, origin, log });
  return server;
}

/** What a listener calls: hot checks first, everything else by the framework. */
export function requestListener(registry: Registry, otherwise: RequestListener): RequestListener {
  return hotChecks({ registry, headers: HEADERS, bodyBytesMax: BODY_BYTES_MAX, otherwise });
}

/** `http://127.0.0.1:8080` once it listens. */
export function originOf(server: FastifyInstance): string {
  const [address] = server.addresses();
  return address === undefined || typeof address === "string" ? "http://127.0.0.1" : `http://${address.address}:${address.port}`;
}
