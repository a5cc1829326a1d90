// Metrics: what the keeper looks after, in the text form of Prometheus, for this machine alone. The figures are those of the operators' page.
import type { FastifyInstance } from "fastify";
import { operationsOf, problem, type Operations, type Registry } from "../../service/index.ts";
import { isFromHere } from "./case-viewer.ts";
import { replyProblem } from "./problem.ts";

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[];
}

export function addMetrics(server: FastifyInstance, registry: Registry): void {
  server.get("/metrics", async (request, reply) => {
    if (!isFromHere(request)) return replyProblem(reply, problem("not-allowed", "the metrics are for this machine alone", "Ask under 127.0.0.1 or localhost, with nothing in between."));
    return reply.type("text/plain; version=0.0.4; charset=utf-8").send(metricsText(await operationsOf(registry)));
  });
}

/** All figures are gauges; one that is not known is left out. */
function metricsText(operations: Operations): string {
  return metricsOf(operations).filter(({ samples }) => samples.length > 0).map(({ name, help, samples }) => [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples.map(({ labels, value }) => `${name}${labelText(labels)} ${value}`)].join("\n")).join("\n").concat("\n");
}

function metricsOf({ known, views, imports, held, cases, releases, outbox, storage, warnings }: Operations): readonly Metric[] {
  const one = (value: number | null | undefined): Metric["samples"] => (value === null || value === undefined ? [] : [{ value }]);
  const ofImports = (value: (each: Operations["imports"][number]) => number): Metric["samples"] => imports.map((each) => ({ labels: { template: each.template, office: each.office ?? "" }, value: value(each) }));
  return [
    { name: "probity_ledger_position", help: "Position of the newest event.", samples: one(known) },
    { name: "probity_view_lag_events", help: "Events that what this process keeps in memory has not taken in yet.", samples: (["names", "index", "snapshot"] as const).flatMap((view) => { const at = views[view]; return at === null ? [] : [{ labels: { view }, value: Math.max(0, known - at) }]; }) },
    { name: "probity_last_import_timestamp_seconds", help: "When the last batch of a template and an office came in.", samples: ofImports(({ recordedAt }) => Date.parse(recordedAt) / 1000) },
    ...(["rows", "records", "duplicates", "held", "refused"] as const).map((count): Metric => ({ name: `probity_last_import_${count}`, help: `Of the rows of that batch: ${count}.`, samples: ofImports(({ counts }) => counts[count]) })),
    { name: "probity_held_rows", help: "Rows that wait for a person to say which organisation they mean.", samples: one(held) },
    { name: "probity_open_cases", help: "Cases in which somebody still has something to do.", samples: one(cases.open) },
    { name: "probity_late_cases", help: "Those in which a last day has passed.", samples: one(cases.late) },
    { name: "probity_open_releases", help: "Ends that a consumer has not taken over.", samples: one(releases.open) },
    { name: "probity_late_releases", help: "Those beyond the time the law gives.", samples: one(releases.late) },
    { name: "probity_outbox_messages", help: "Letters by what became of them.", samples: Object.entries(outbox.counts).map(([state, value]) => ({ labels: { state }, value })) },
    { name: "probity_folder_bytes", help: "Size of the data folder.", samples: one(storage?.folderBytes) },
    { name: "probity_database_bytes", help: "Size of the database in it.", samples: one(storage?.databaseBytes) },
    { name: "probity_disk_free_bytes", help: "Room left on its disk.", samples: one(storage?.freeBytes) },
    { name: "probity_warnings", help: "Warnings that /readyz lists.", samples: one(warnings.length) },
  ];
}

function labelText(labels: Metric["samples"][number]["labels"]): string {
  const pairs = Object.entries(labels ?? {}).map(([name, value]) => `${name}="${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
