// The transport by webhook: a message is posted as JSON to the address it goes to, with the headers it was given. An address is looked up and
// held against what is not public at the moment it is connected to, so that no name leads into the networks around this machine; nobody is led
// on to another address; what takes too long or says too much is cut short.
import { lookup } from "node:dns";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { err, ok, type Result } from "../domain/terms/index.ts";
import type { Delivery, Letter, Transport } from "./letter.ts";

const WAIT_MILLISECONDS = 10_000;
const REPLY_BYTES_MAX = 65_536;
const ADDRESS_MAX = 2000;

// One for each family, with the number by which a machine of one big cloud asks its host, though that looks like a public one: a list takes a number of version 4 also for the number of version 6 that carries it.
const [NOT_PUBLIC_4, NOT_PUBLIC_6] = [new BlockList(), new BlockList()];
for (const [net, bits] of [["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["168.63.129.16", 32], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.0.2.0", 24], ["192.31.196.0", 24], ["192.52.193.0", 24], ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24], ["224.0.0.0", 4], ["240.0.0.0", 4]] as const) NOT_PUBLIC_4.addSubnet(net, bits, "ipv4");
// Of version 6 only what is given out as global unicast is public, and of that not what carries addresses of version 4 or is for documents.
for (const [net, bits] of [["::", 3], ["4000::", 2], ["8000::", 1], ["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]] as const) NOT_PUBLIC_6.addSubnet(net, bits, "ipv6");

/** Whether what has this number can be reached from the whole internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  return version === 4 ? !NOT_PUBLIC_4.check(address, "ipv4") : version === 6 && !NOT_PUBLIC_6.check(address, "ipv6");
}

function isLoopback(address: string): boolean {
  return address === "::1" || (isIP(address) === 4 && address.startsWith("127."));
}

interface WebhookRules {
  /** Takes addresses of this very machine as well, and plain http for them: for trying things out. */
  readonly loopback: boolean;
}

/** Whether a message can go to this address at all; who the name belongs to is asked when it is sent. */
export function webhookAddress(text: string, { loopback }: WebhookRules): Result<URL, "form" | "http" | "private"> {
  const url = URL.parse(text);
  if (url === null || text.length > ADDRESS_MAX || (url.protocol !== "https:" && url.protocol !== "http:") || url.username !== "" || url.password !== "" || url.hash !== "") return err("form");
  const host = url.hostname.replace(/^\[(.+)\]$/, "$1").replace(/\.$/, "");
  const here = loopback && (isLoopback(host) || host === "localhost");
  if (here) return ok(url);
  if (url.protocol === "http:") return err("http");
  return (isIP(host) !== 0 && !isPublicAddress(host)) || host === "localhost" || host.endsWith(".localhost") ? err("private") : ok(url);
}

/** Posts a message whose `to` is an address of a webhook. */
export function webhookTransport(rules: WebhookRules, waitMilliseconds: number = WAIT_MILLISECONDS): Transport {
  return { send: (letter) => post(letter, rules, waitMilliseconds) };
}

/** Messages to addresses of the web go by the second, all others by the first. */
export function byAddress(mail: Transport, webhook: Transport): Transport {
  return { send: (letter) => (/^https?:\/\//.test(letter.to) ? webhook : mail).send(letter) };
}

async function post({ to, text, headers = {} }: Letter, rules: WebhookRules, waitMilliseconds: number): Promise<Delivery> {
  const url = webhookAddress(to, rules);
  if (!url.ok) return { kind: "refused", error: REFUSED[url.error] };
  const body = Buffer.from(text, "utf8");
  return new Promise<Delivery>((resolve) => {
    const call = (url.value.protocol === "https:" ? request : plainRequest)(url.value, {
      method: "POST", lookup: lookingOnlyAt(rules), agent: false, signal: AbortSignal.timeout(waitMilliseconds),
      headers: { ...headers, "content-type": "application/json", "content-length": body.length, "user-agent": "Probity-Webhooks/1" },
    });
    call.on("response", (reply) => {
      let bytes = 0;
      reply.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > REPLY_BYTES_MAX) call.destroy();
      });
      reply.on("error", () => undefined);
      resolve(deliveryOf(reply.statusCode ?? 0));
    });
    // Sent again it has the same id, so what may have arrived is tried again like what has not.
    call.on("error", (error) => resolve({ kind: "failed", error: error.name === "AbortError" || error.name === "TimeoutError" ? `no answer within ${waitMilliseconds / 1000} seconds` : `it cannot be reached: ${error.message.replaceAll(/\s+/g, " ").slice(0, 200)}` }));
    call.end(body);
  });
}

const REFUSED = { form: "this is no address of a webhook", http: "a webhook is reached by https", private: "the address is not a public one" } as const;

function deliveryOf(status: number): Delivery {
  if (status >= 200 && status < 300) return { kind: "sent" };
  if (status === 410) return { kind: "refused", error: "it answered 410: nobody listens there any more" };
  return { kind: "failed", error: status >= 300 && status < 400 ? `it answered ${status} and would lead elsewhere; redirects are not followed` : `it answered ${status}` };
}

/** Names are resolved here, and the very addresses that were looked at are connected to. */
function lookingOnlyAt({ loopback }: WebhookRules): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "", 0);
      const open = addresses.filter(({ address }) => isPublicAddress(address) || (loopback && isLoopback(address)));
      const [first] = open;
      // A name that leads to a public and to a private address is not to be trusted with either.
      if (first === undefined || open.length < addresses.length) return callback(new Error("the name leads to an address that is not public"), "", 0);
      return options.all === true ? callback(null, [...open]) : callback(null, first.address, first.family);
    });
  };
}
