// Result: what data or law may cause is returned as a value; what only a bug can cause is thrown.

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly error: E };
export type Result<T, E> = Ok<T> | Err<E>;

/** A success that carries `value`. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** A failure that carries `error`. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}

/** Stops the program when something only a bug can cause has happened. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}

/** The value that was read, or a fault: for places where absence would be a bug. */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`assertion failed: ${what} is present`);
  return value;
}

/** Called in the last branch of an exhaustive switch: reaching it is a bug. */
export function unreachable(value: never): never {
  throw new Error(`assertion failed: not reachable: ${JSON.stringify(value)}`);
}
