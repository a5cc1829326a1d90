// `GET /openapi.json`: the description of the running server, with examples that are on file in it.
import type { FastifyInstance } from "fastify";
import type { Registry } from "../../service/index.ts";
import { openapiDocument } from "./openapi-document.ts";
import { samplesOf } from "./openapi-samples.ts";

export function addOpenapi(server: FastifyInstance, registry: Registry, origin: () => string): void {
  server.get("/openapi.json", async (_request, reply) => reply.type("application/json").send(JSON.stringify(openapiDocument(origin(), await samplesOf(registry)))));
}
