import { operationPath, routes } from '../contract/index.js'
import type { ApiKeyClient, WriteOptions } from './api-key-client.js'
import type { FetchCall, RequestParts } from './fetch-call.js'
import { activityPage, bulkResult, created, identified, keyAnswer, rotated } from './later-answers.js'

export type LaterName = 'create' | 'get' | 'update' | 'rotate' | 'revoke' | 'bulk' | 'activity' | 'identify'

export type LaterInputs = { [N in LaterName]: Parameters<Required<ApiKeyClient>[N]> }
export type LaterAnswers = { [N in LaterName]: Awaited<ReturnType<Required<ApiKeyClient>[N]>> }

type LaterOperations = { [N in LaterName]: (...given: LaterInputs[N]) => Promise<LaterAnswers[N]> }

/** What a page with the list asks for only when somebody acts, or looks closer. */
export function laterOperations(call: FetchCall): LaterOperations {
  return {
    create: (body, at) => call(routes.create, created, { ...written(at), body }),
    get: (id, at) => call(routeOf('get', id), keyAnswer, { ...at }),
    update: (id, body, version, at) =>
      call(routeOf('update', id), keyAnswer, { ...at, body, headers: { 'If-Match': `"${version}"` } }),
    rotate: (id, body, at) => call(routeOf('rotate', id), rotated, { ...written(at), body }),
    revoke: (id, body, at) => call(routeOf('revoke', id), keyAnswer, { ...at, body }),
    bulk: (body, at) => call(routes.bulk, bulkResult, { signal: at?.signal, body }),
    activity: (id, query, at) => call(routeOf('activity', id), activityPage, { ...at, query }),
    identify: (sha256, at) => call(routes.identify, identified, { ...at, body: { sha256 } }),
  }
}

function routeOf(name: 'get' | 'update' | 'rotate' | 'revoke' | 'activity', id: string) {
  return { ...routes[name], path: operationPath(name, id) }
}

function written({ idempotencyKey, signal }: WriteOptions = {}): RequestParts {
  return { signal, ...(idempotencyKey !== undefined && { headers: { 'Idempotency-Key': idempotencyKey } }) }
}
