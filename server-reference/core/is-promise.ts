/** Tells a direct answer from one to wait for, so that the fast path does not pay for a turn of the event loop. */
export function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value
}
