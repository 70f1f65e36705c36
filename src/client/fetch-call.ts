import type { Route } from '../contract/list-routes.js'
import type { CallOptions } from './api-key-client.js'
import type { Reader } from './reader.js'

/** Asks one operation over HTTP, and reads its answer. */
export type FetchCall = <T>(route: Route, read: Reader<T>, parts: RequestParts) => Promise<T>

export interface RequestParts extends CallOptions {
  query?: Readonly<Record<string, string | number | undefined>> | undefined
  body?: unknown
  /** Beside those that every request has. */
  headers?: Readonly<Record<string, string>> | undefined
}
