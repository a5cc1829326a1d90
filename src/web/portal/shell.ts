// Shell: words of a command line as a POSIX shell takes them. For the command lines the pages print.

/** An option with its value; nothing where there is none. */
export function optionOf(name: string, value: string | undefined): string {
  return value === undefined || value === "" ? "" : ` --${name} ${quoted(value)}`;
}

export function quoted(text: string): string {
  return /^[\p{L}\p{N}._:@/-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
