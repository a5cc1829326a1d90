// Shell: words of a command line as a POSIX shell takes them. For the command lines the pages print.

export function quoted(text: string): string {
  return /^[\p{L}\p{N}._:@/-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
