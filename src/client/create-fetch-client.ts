import { listRoutes, type Route } from '../contract/list-routes.js'
import * as answers from './answers.js'
import type { ApiKeyClient } from './api-key-client.js'
import type { RequestParts } from './fetch-call.js'
import { isOffline } from './is-offline.js'
import type { LaterAnswers, LaterInputs, LaterName } from './later-operations.js'
import { notLoaded } from './not-loaded.js'
import { Mismatch, type Reader } from './reader.js'
import { sendRequest, unreadable } from './send-request.js'
import { toLatchkeyError } from './to-latchkey-error.js'

export interface FetchClientOptions {
  /** Where the handler is mounted, e.g. `/api/keys`, with or without a slash at its end. */
  baseUrl: string
  /** Sent with every request; a function is asked each time, e.g. for a token that changes. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined
  /** @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** @default the global `fetch`, looked up at each call */
  fetch?: typeof fetch | undefined
  /** For a whole exchange, in milliseconds. @default 15000 */
  timeoutMs?: number | undefined
}

/** The contract's operations over HTTP. Holds no state but the server's time; every failure is a `LatchkeyError`, and none quotes an answer. */
export function createFetchClient(options: FetchClientOptions): Required<Omit<ApiKeyClient, 'toSearch'>> {
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  let clockOffsetMs = 0

  async function call<T>({ method, path, status }: Route, read: Reader<T>, parts: RequestParts): Promise<T> {
    const answer = await sendRequest({
      url: baseUrl + path + toSearch(parts.query),
      init: {
        method,
        headers: toHeaders(await givenHeaders(options.headers), parts),
        credentials: options.credentials ?? 'same-origin',
        cache: 'no-store',
        ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
      },
      expectedStatus: status,
      fetch: options.fetch ?? fetch,
      timeoutMs: options.timeoutMs ?? 15_000,
      signal: parts.signal,
      onHeaders(headers) {
        // Another origin's `Date` is out of reach unless its server exposes it.
        clockOffsetMs = Date.parse(headers.get('Date') ?? '') - Date.now() || 0
      },
    })
    try {
      return read(answer)
    } catch (thrown) {
      throw unreadable({ status }, thrown instanceof Mismatch ? thrown.message : undefined)
    }
  }

  return {
    backend: pathOf(baseUrl),
    clockOffsetMs: () => clockOffsetMs,
    list: ({ status, ...query }, at) =>
      call(listRoutes.list, answers.keyPage, { ...at, query: { ...query, status: status?.join(',') } }),
    usage: ({ ids, days }, at) =>
      call(listRoutes.usage, answers.usage, { ...at, query: { ids: ids.join(','), days } }),
    scopes: (query, at) => call(listRoutes.scopes, answers.scopeCatalogue, { ...at, query }),
    capabilities: (query, at) => call(listRoutes.capabilities, answers.capabilities, { ...at, query }),
    create: later('create'),
    get: later('get'),
    update: later('update'),
    rotate: later('rotate'),
    revoke: later('revoke'),
    bulk: later('bulk'),
    activity: later('activity'),
    identify: later('identify'),
  }

  /** An operation that is fetched when it is first asked for. */
  function later<N extends LaterName>(name: N): (...given: LaterInputs[N]) => Promise<LaterAnswers[N]> {
    return async (...given) => {
      const { laterOperations } = await import('./later.js').catch((cause) => {
        throw notLoaded(cause, isOffline() ? 'offline' : 'not_loaded')
      })
      return laterOperations(call)[name](...given)
    }
  }
}

/** A host's function may fail, e.g. while it renews a token: that too is an error of this client. */
async function givenHeaders(headers: FetchClientOptions['headers']): Promise<Headers> {
  try {
    return new Headers(typeof headers === 'function' ? await headers() : headers)
  } catch (thrown) {
    throw toLatchkeyError(thrown)
  }
}

function toHeaders(given: Headers, { body, headers }: RequestParts): Headers {
  given.set('Accept', 'application/json')
  if (body !== undefined) given.set('Content-Type', 'application/json')
  for (const [name, value] of Object.entries(headers ?? {})) given.set(name, value)
  return given
}

/** What is undefined or empty is left out: the server's default holds. */
function toSearch(query: RequestParts['query']): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text && `?${text}`
}

/** The same on a server, which needs a whole address, and in a browser, which does not. */
function pathOf(baseUrl: string): string {
  return baseUrl.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
}
