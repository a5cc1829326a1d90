// Swapping: what listens while the law changes. Each rulebook has a server of its own; a request is answered to its end by the one that
// was newest when it came, and nothing waits.
import { createServer as createListener, type RequestListener } from "node:http";
import type { Registry } from "../service/index.ts";
import { createServer, originOf, requestListener, type ServerOptions } from "./server.ts";

export interface SwappingServer {
  readonly origin: () => string;
  /** Requests that come from now on are answered from this registry. */
  swap(registry: Registry): Promise<void>;
  close(): Promise<void>;
}

const KEEP_ALIVE_MILLISECONDS = 72_000;
/** A connection on which nothing moves for so long is closed. */
const STILL_MILLISECONDS = 120_000;

/** Listens at once; the port taken is thrown as the system's own fault. */
export async function listenSwapping({ registry, log, ...more }: Pick<ServerOptions, "registry" | "log" | "followEvery">, at: { readonly host: string; readonly port: number }): Promise<SwappingServer> {
  const newest: { answers: RequestListener } = { answers: () => {} };
  const first = createServer({
    registry, log, ...more,
    listener: (own) => {
      newest.answers = requestListener(registry, own);
      // A stream of questions takes as long as it takes; only its head has a time, and it must keep moving.
      return createListener({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS, requestTimeout: 0 }, (request, response) => newest.answers(request, response)).setTimeout(STILL_MILLISECONDS);
    },
  });
  await first.listen(at);
  return {
    origin: () => originOf(first),
    async swap(next) {
      const server = createServer({ registry: next, log, ...more, origin: () => originOf(first) });
      await server.ready();
      newest.answers = requestListener(next, (request, response) => server.routing(request, response));
    },
    close: () => first.close(),
  };
}
