// A whole list of suppliers over HTTP: a JSON list in, an item for each row out, in the same order. Nothing of it is kept.
import type { FastifyInstance } from "fastify";
import { clocksFilledIn, PUBLIC, readClocks, receiptOfSuppliers, supplierRowsOfJson, suppliersJson, suppliersOf, type ClocksAsked, type LawId, type Registry } from "../../service/index.ts";
import { replyProblem } from "./problem.ts";

export function addSupplierRoutes(server: FastifyInstance, registry: Registry): void {
  server.post<{ Querystring: ClocksAsked & { readonly act?: string; readonly receipt?: string } }>("/v1/suppliers", async ({ body, query }, reply) => {
    const act = query.act === undefined || query.act === "" ? undefined : query.act;
    const clocks = await readClocks(registry, clocksFilledIn(query), act as LawId | undefined);
    if (!clocks.ok) return replyProblem(reply, clocks.error);
    const rows = supplierRowsOfJson(registry, body);
    if (!rows.ok) return replyProblem(reply, rows.error);
    const { on, law, known } = clocks.value;
    const answer = await suppliersOf(registry, PUBLIC, { rows: rows.value, ...(act === undefined ? {} : { act }), on, law, known });
    if (!answer.ok) return replyProblem(reply, answer.error);
    if (query.receipt !== "true") return suppliersJson(answer.value);
    const receipt = await receiptOfSuppliers(registry, PUBLIC, answer.value);
    return receipt.ok ? { ...suppliersJson(answer.value), receipt: receipt.value } : replyProblem(reply, receipt.error);
  });
}
