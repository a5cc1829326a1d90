// Check stream: `POST /v1/checks` takes questions as NDJSON and answers each on a line of its own as soon as it is read, for as many as are sent.
// Whoever reads slowly is waited for: nothing is gathered in between, neither of the questions nor of the answers.
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerCheckGroups, problem, PUBLIC, type Registry, type ToldLines } from "../../service/index.ts";
import { AnswerBytes, KeptForm } from "./answer-bytes.ts";
import { freeWhenSent } from "./answer-memory.ts";
import { answerText } from "./answer-text.ts";
import { linesOf } from "./line-stream.ts";
import { faultLine, replyProblem } from "./problem.ts";

const LINES = new KeptForm(answerText);
/** Of a long stream the memory of the first pieces of the reply, and no more, is kept for another when it ends. */
const PIECES_FREED = 4;
const NDJSON = "application/x-ndjson";

export function addCheckStream(server: FastifyInstance, registry: Registry, log: (line: string) => void): void {
  void server.register(async (scope) => {
    scope.addContentTypeParser(NDJSON, (_request, payload, done) => done(null, payload));
    scope.post("/v1/checks", async (request, reply) => {
      const { body } = request;
      if (!(body instanceof Readable)) return replyProblem(reply, problem("input-invalid", "`/v1/checks` takes a question a line", `Send them with \`content-type: ${NDJSON}\`.`));
      return reply.type(`${NDJSON}; charset=utf-8`).send(Readable.from(answersTo(registry, request, reply, body, log), { objectMode: true, highWaterMark: 1 }));
    });
  });
}

/** The status was sent before the first line was read: what goes wrong in this server after that is said on the last line, and nothing follows. */
async function* answersTo(registry: Registry, { id }: FastifyRequest, reply: FastifyReply, body: Readable, log: (line: string) => void): AsyncGenerator<string | Buffer, void> {
  try {
    const written = new AnswerBytes(LINES, "\n");
    let pieces = 0;
    const told: ToldLines = {
      tell: ({ said }) => (said.ok ? written.putAnswer(said.value) : written.putText(JSON.stringify({ error: said.error }))),
      tellNow: (ready, _asked, organisations, from) => written.putAnswers(ready, organisations, from),
    };
    for await (const _ of answerCheckGroups(registry, PUBLIC, linesOf(body), told)) {
      if (written.answers === 0) continue;
      const text = written.end("\n");
      pieces += 1;
      if (pieces <= PIECES_FREED) freeWhenSent(reply.raw, text);
      yield text;
    }
  } catch (error) {
    if (body.errored !== null) return; // Whoever asked has gone.
    log(`fault ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    yield `${JSON.stringify(faultLine(id))}\n`;
  }
}
