// The transport by SMTP: one connection a letter, by nodemailer. What a server says decides: taken, not now, never. Where the line
// breaks after the last byte of the letter and before the server's word, nobody can know, and that is what is answered.
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { Readable } from "node:stream";
import { err, ok, type Result } from "../domain/terms/index.ts";
import { composed, isMailAddress, type Delivery, type Letter, type Transport } from "./letter.ts";

/** Every wait ends; together they end long before a claim on the letter does. */
const CONNECT_MILLISECONDS = 30_000;
const SILENCE_MILLISECONDS = 60_000;
const CHUNK_BYTES = 65_536;

interface Server {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/** How far a letter has come when something goes wrong. */
type Stage = "connecting" | "handing over";

/**
 * `url`: `smtp://user:password@host:587`, encrypted where the server offers it (`?requireTLS=true`: or not at all), or `smtps://…:465`,
 * encrypted from the first byte. `silenceMilliseconds`: how long a server may say nothing.
 */
export function smtpTransport(url: string, from: string, silenceMilliseconds: number = SILENCE_MILLISECONDS): Result<Transport, string> {
  const server = serverOf(url);
  if (!server.ok) return server;
  if (!isMailAddress(from)) return err(`\`${from}\` is no address a letter can come from`);
  return ok({ send: (letter) => send(server.value, letter, from, silenceMilliseconds) });
}

function serverOf(text: string): Result<Server, string> {
  const url = URL.parse(text);
  // The text may hold a password: it is not repeated.
  if (url === null || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") return err("it is not of the form smtp://user:password@host:port or smtps://user:password@host:port");
  const secure = url.protocol === "smtps:";
  const user = decodeURIComponent(url.username);
  return ok({
    host: url.hostname.replace(/^\[(.+)\]$/, "$1"), port: url.port === "" ? (secure ? 465 : 587) : Number(url.port), secure, requireTLS: url.searchParams.get("requireTLS") === "true",
    ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
  });
}

async function send({ auth, ...server }: Server, letter: Letter, from: string, silenceMilliseconds: number): Promise<Delivery> {
  if (!isMailAddress(letter.to)) return { kind: "refused", error: `\`${letter.to}\` is no mail address` };
  const bytes = await composed(letter, from);
  const connection = new SMTPConnection({ ...server, connectionTimeout: Math.min(CONNECT_MILLISECONDS, silenceMilliseconds), greetingTimeout: Math.min(CONNECT_MILLISECONDS, silenceMilliseconds), socketTimeout: silenceMilliseconds });
  const progress = { stage: "connecting" as Stage, handedOver: false };
  return new Promise<Delivery>((resolve) => {
    const failed = (error: Error): void => {
      connection.close();
      resolve(deliveryOf(error, progress));
    };
    // A connection can break again while it is being closed; the first word counts.
    connection.on("error", failed);
    const handOver = (): void => {
      progress.stage = "handing over";
      // The connection reads it once the server asks for it; when it has asked for the last piece, the server may have it all.
      const content = Readable.from(pieces(bytes, () => (progress.handedOver = true)));
      connection.send({ from, to: [letter.to], size: bytes.length }, content, (error) => {
        if (error) return failed(error);
        connection.quit();
        resolve({ kind: "sent" });
      });
    };
    connection.connect((error?: Error | null) => {
      if (error) return failed(error);
      if (auth === undefined) return handOver();
      connection.login({ ...auth }, (refused) => (refused ? failed(refused) : handOver()));
    });
  });
}

function* pieces(bytes: Uint8Array, last: () => void): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    if (from + CHUNK_BYTES >= bytes.length) last();
    yield bytes.subarray(from, from + CHUNK_BYTES);
  }
}

function deliveryOf(error: Error, { stage, handedOver }: { readonly stage: Stage; readonly handedOver: boolean }): Delivery {
  const said = error.message.replaceAll(/\s+/g, " ").slice(0, 300);
  const answer = "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : undefined;
  // A server that lets nobody in now may let us in when its keeper or ours has mended something.
  if (stage === "connecting") return { kind: "unreachable", error: `the mail server cannot be reached: ${said}` };
  if (answer !== undefined) return answer >= 500 ? { kind: "refused", error: `the mail server refuses it: ${said}` } : { kind: "failed", error: `the mail server does not take it now: ${said}` };
  if (handedOver) return { kind: "uncertain", error: `the connection broke before the mail server said whether it took it: ${said}` };
  const code = "code" in error ? error.code : undefined;
  // Found out on this side, before anything was sent: no server would take it.
  if (code === "EENVELOPE" || code === "EMESSAGE") return { kind: "refused", error: `it cannot be sent: ${said}` };
  return { kind: "failed", error: `the connection to the mail server broke: ${said}` };
}
