import { type OperationName, operationPath, routes } from '../contract/index.js'
import * as answers from './answers.js'
import type { ApiKeyClient, CallOptions } from './api-key-client.js'
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

  async function call<T>(name: OperationName, read: Reader<T>, parts: RequestParts): Promise<T> {
    const { method, status } = routes[name]
    const answer = await sendRequest({
      url: baseUrl + operationPath(name, parts.id) + toSearch(parts.query),
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
      call('list', answers.keyPage, { ...at, query: { ...query, status: status?.join(',') } }),
    create: (body, at) => call('create', answers.created, { ...at, body }),
    get: (id, at) => call('get', answers.keyAnswer, { ...at, id }),
    update: (id, body, version, at) => call('update', answers.keyAnswer, { ...at, id, body, version }),
    rotate: (id, body, at) => call('rotate', answers.rotated, { ...at, id, body }),
    revoke: (id, body, at) => call('revoke', answers.keyAnswer, { ...at, id, body }),
    bulk: (body, at) => call('bulk', answers.bulkResult, { signal: at?.signal, body }),
    usage: ({ ids, days }, at) =>
      call('usage', answers.usage, { ...at, query: { ids: ids.join(','), days } }),
    activity: (id, query, at) => call('activity', answers.activityPage, { ...at, id, query }),
    identify: (sha256, at) => call('identify', answers.identified, { ...at, body: { sha256 } }),
    scopes: (query, at) => call('scopes', answers.scopeCatalogue, { ...at, query }),
    capabilities: (query, at) => call('capabilities', answers.capabilities, { ...at, query }),
  }
}

interface RequestParts extends CallOptions {
  id?: string | undefined
  query?: Readonly<Record<string, string | number | undefined>> | undefined
  body?: unknown
  idempotencyKey?: string | undefined
  version?: number | undefined
}

/** A host's function may fail, e.g. while it renews a token: that too is an error of this client. */
async function givenHeaders(headers: FetchClientOptions['headers']): Promise<Headers> {
  try {
    return new Headers(typeof headers === 'function' ? await headers() : headers)
  } catch (thrown) {
    throw toLatchkeyError(thrown)
  }
}

function toHeaders(headers: Headers, { body, idempotencyKey, version }: RequestParts): Headers {
  headers.set('Accept', 'application/json')
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey)
  if (version !== undefined) headers.set('If-Match', `"${version}"`)
  return headers
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
