/**
 * Tells a direct answer from one to wait for, so that the fast path does not pay for a turn of the event loop. Looks
 * the property up instead of asking for it with `in`, which takes many times as long where objects of many shapes come.
 */
export function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  if (typeof value !== 'object' || value === null) return false
  const { then }: { then?: unknown } = value
  return typeof then === 'function'
}
