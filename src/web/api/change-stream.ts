// Change stream: `GET /v1/changes`: what the register has told since a timepoint. As a page of JSON; or followed for as long as one likes, as server-sent
// events, which a browser goes on with by itself (`Last-Event-ID`), or as NDJSON, a change a line with its `timepoint`.
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { changesAfter, problem, type CaseViewer, type Change, type Registry } from "../../service/index.ts";
import { viewerOf, type AsQuery } from "./case-viewer.ts";
import { limitAsked } from "./limit.ts";
import { replyProblem } from "./problem.ts";

export interface ChangesQuery extends AsQuery {
  readonly timepoint?: string;
  readonly limit?: string;
}

export interface Following {
  readonly log: (line: string) => void;
  /** Milliseconds between two looks. */
  readonly every: number;
}

const PAGE = 1000;
/** Something is sent at least so often, so that both ends notice when the other has gone. */
const BEAT_MILLISECONDS = 15_000;

interface Form {
  readonly type: string;
  readonly line: (change: Change) => string;
  readonly beat: string;
}

const FORMS: readonly Form[] = [
  { type: "text/event-stream", line: (change) => `id: ${change.timepoint}\nevent: ${change.what}\ndata: ${JSON.stringify(change)}\n\n`, beat: ": nothing new\n\n" },
  { type: "application/x-ndjson", line: (change) => `${JSON.stringify(change)}\n`, beat: "\n" },
];

export function addChanges(server: FastifyInstance, registry: Registry, following: Following): void {
  server.get<{ Querystring: ChangesQuery }>("/v1/changes", async (request, reply) => {
    const viewer = await viewerOf(registry, request);
    if (!viewer.ok) return replyProblem(reply, viewer.error);
    const { timepoint = "", limit = "" } = request.query;
    const last = request.headers["last-event-id"];
    const after = typeof last === "string" && last !== "" ? last : timepoint === "" ? "0" : timepoint;
    if (!/^\d{1,15}$/.test(after)) return replyProblem(reply, problem("input-invalid", `\`${after}\` is not a timepoint`, "Give the `timepoint` of a change, or leave it out to begin with the first."));
    const first = await changesAfter(registry, viewer.value, Number(after), limitAsked(limit, PAGE, PAGE));
    if (!first.ok) return replyProblem(reply, first.error);
    const form = FORMS.find(({ type }) => request.headers.accept?.includes(type) === true);
    return form === undefined ? first.value : followed(registry, { request, reply, viewer: viewer.value, after: Number(after), form }, following);
  });
}

interface Reader {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly viewer: CaseViewer | null;
  readonly after: number;
  readonly form: Form;
}

function followed(registry: Registry, reader: Reader, following: Following): FastifyReply {
  return reader.reply.type(`${reader.form.type}; charset=utf-8`).header("cache-control", "no-store").send(Readable.from(linesFor(registry, reader, following), { objectMode: true, highWaterMark: 1 }));
}

/** Until the reader goes away. A reader that falls behind is waited for: nothing is gathered for it, the log keeps everything. */
async function* linesFor(registry: Registry, { request, viewer, after, form }: Reader, { log, every }: Following): AsyncGenerator<string, void> {
  try {
    // Said at once, so that the reader knows that it is connected.
    yield form.beat;
    for (let [timepoint, still] = [after, 0]; ; ) {
      const found = await changesAfter(registry, viewer, timepoint, PAGE);
      if (!found.ok) throw new Error(`assertion failed: the log went on from ${timepoint}`);
      for (const change of found.value.changes) yield form.line(change);
      still = found.value.changes.length > 0 ? 0 : still + every;
      timepoint = found.value.timepoint;
      if (still >= BEAT_MILLISECONDS) {
        yield form.beat;
        still = 0;
      }
      if (!found.value.more) await new Promise((resolve) => void setTimeout(resolve, every));
    }
  } catch (error) {
    // The reader goes on from the last timepoint it got, as after any other break.
    log(`fault ${request.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
