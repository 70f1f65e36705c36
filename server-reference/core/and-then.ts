import { isPromise } from './is-promise.js'

/** There at once, or waited for. */
export type Awaitable<T> = T | PromiseLike<T>

/**
 * What follows from a value: at once where the value is there, later where it is waited for. One rule serves both,
 * and whoever answers directly saves every request a wait.
 */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return isPromise(value) ? value.then(next) : next(value)
}
