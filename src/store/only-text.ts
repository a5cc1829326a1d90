// Only text: one member of a canonical body without reading the rest, for whoever reads millions of them and needs little of each.

/**
 * Finds the value of a member that the body itself is known to have; undefined where only reading it whole tells: the end of the name stands before
 * a colon elsewhere too, as where another object has such a member, the value is no text, or it has signs written with a backslash. In a text
 * the quotes of a name stand behind backslashes, so that what is found once is the member.
 */
export function onlyText(name: string): (body: string) => string | undefined {
  // From the name's first letter on: a quote is at every corner.
  const start = `${name}":`;
  return (body) => {
    const at = body.indexOf(start);
    const from = at + start.length + 1;
    if (at < 0 || body[from - 1] !== '"' || body.includes(start, from)) return undefined;
    const value = body.slice(from, body.indexOf('"', from));
    return value.includes("\\") ? undefined : value;
  };
}
