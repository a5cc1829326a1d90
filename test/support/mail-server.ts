// A real SMTP server on loopback for tests: it keeps what it takes, and does what a test tells it to do to the next letters.
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface TakenLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** The letter's own id: two copies of one letter have the same. */
  readonly messageId: string;
  readonly text: string;
}

export interface MailServer {
  /** `smtp://127.0.0.1:port`. */
  readonly url: string;
  readonly port: number;
  /** What was taken, in order. */
  readonly taken: readonly TakenLetter[];
  stop(): Promise<void>;
}

export interface MailServerOptions extends SMTPServerOptions {
  /** Asked when a letter has been read whole, before the server answers: an error is its answer, `true` takes the letter and never says so. */
  readonly onLetter?: (letter: TakenLetter, before: number) => Error | boolean | undefined;
}

export async function startMailServer({ onLetter, ...options }: MailServerOptions = {}): Promise<MailServer> {
  const taken: TakenLetter[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"], logger: false, closeTimeout: 100, disableReverseLookup: true,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        const from = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address;
        const letter = { from, to: session.envelope.rcptTo.map(({ address }) => address), messageId: /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim() ?? "", text };
        const answer = onLetter?.(letter, taken.length);
        if (answer instanceof Error) return done(answer);
        taken.push(letter);
        if (answer !== true) done();
      });
    },
    ...options,
  });
  // A client that breaks off is what some tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, port, taken, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A server's answer other than yes. */
export function answer(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
