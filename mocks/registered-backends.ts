import type { MockBackend } from './create-mock-backend.js'

/** A mock backend, or whatever else answers requests, such as another service in a test of yours. */
export type RegisteredBackend = Pick<MockBackend, 'basePath' | 'fetch'>

/** The one place of module state here: handlers are set up once, and backends come and go with their stories. */
const backends = new Map<string, RegisteredBackend>()

/** Below this, the first segment names a backend. */
export const mockRoot = '/__latchkey'

/**
 * Makes a backend reachable through the mock handlers, in place of an earlier one of this id.
 *
 * @returns the address of its management operations, for a client's `baseUrl`
 */
export function registerBackend(id: string, backend: RegisteredBackend): string {
  backends.set(id, backend)
  return mockUrl(id, backend.basePath)
}

export function unregisterBackend(id: string): void {
  backends.delete(id)
}

/** The address of a path of a backend's server, such as `mockUrl('story', '/api/orders')`. */
export function mockUrl(id: string, path: string): string {
  return `${mockRoot}/${encodeURIComponent(id)}${path}`
}

export function findBackend(id: string): RegisteredBackend | undefined {
  return backends.get(id)
}
