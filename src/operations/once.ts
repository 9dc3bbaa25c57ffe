/**
 * Puts off work until its result is first asked for, and keeps the result: a start need not wait for what the first
 * conversation or query needs. What fails is tried anew.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
