// WorkedOut: what is found out about a whole rulebook or a day's whole law, once, however often a rule asks for it.

export function workedOut<K extends object, T>(make: (whole: K) => T): (whole: K) => T {
  const made = new WeakMap<K, T>();
  return (whole) => {
    const kept = made.get(whole);
    if (kept !== undefined) return kept;
    const value = make(whole);
    made.set(whole, value);
    return value;
  };
}

