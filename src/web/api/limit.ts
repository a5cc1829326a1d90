// Limit: how many a page of an answer has at most, as the address asks for it.

/** From one to the most there may be; what is no number is the usual one. */
export function limitAsked(text: string | undefined, usual: number, most: number): number {
  return Math.min(Math.max(Number.parseInt(text ?? "", 10) || usual, 1), most);
}
