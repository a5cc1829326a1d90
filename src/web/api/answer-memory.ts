// Answer memory: what answers are written in, used again once they were sent. New memory for each reply would have all of the program's memory
// gone through for what is free every few hundred replies.
import type { ServerResponse } from "node:http";

const FREE: Buffer[] = [];
const [FREE_MAX, BYTES_MAX] = [8, 4 * 1024 * 1024];

/** Some that nobody reads any more, or none. */
export function takeMemory(): Buffer {
  return FREE.pop() ?? Buffer.alloc(0);
}

/** What the reply holds is free when all of it has gone out; where the connection breaks it never is. */
export function freeWhenSent(response: ServerResponse, { buffer }: Buffer): void {
  if (buffer.byteLength <= BYTES_MAX) response.once("finish", () => void (FREE.length < FREE_MAX && FREE.push(Buffer.from(buffer))));
}
