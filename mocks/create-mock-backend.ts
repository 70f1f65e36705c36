import type { ApiKeyStore } from '../server-reference/core/api-key-store.js'
import type { Latchkey } from '../server-reference/core/latchkey.js'
import type { KeyPolicyOptions } from '../server-reference/core/latchkey-options.js'
import { problemResponse } from '../server-reference/http/index.js'
import { matchOperation } from '../server-reference/http/match-operation.js'
import type { OperationName, ScopeDefinition } from '../src/contract/index.js'
import { applyFaults, type Faults } from './faults.js'
import { type MockPerson, mockPeople } from './mock-people.js'
import { mockScopes } from './mock-scopes.js'
import { type MockWorld, openMockWorld } from './open-mock-world.js'
import { answerProtectedRoute } from './protected-routes.js'
import type { Seed } from './seed-key.js'
import { toServerRequest } from './to-server-request.js'

export interface MockBackendOptions {
  /** Keys that are there from the beginning. @default none */
  seed?: Seed | undefined
  /** Now, in milliseconds since the epoch, or a clock. A number stands still. @default Date.now */
  now?: number | (() => number) | undefined
  /** Who is signed in; null: nobody. @default Ada Lovelace */
  person?: MockPerson | null | undefined
  /** @default `mockScopes` */
  scopes?: readonly ScopeDefinition[] | undefined
  /** As for `createLatchkey`; seeds need not obey it. @default keys may last for ever */
  policy?: KeyPolicyOptions | undefined
  faults?: Faults | undefined
  /** Another number gives other ids and secrets. @default 1 */
  randomSeed?: number | undefined
  /** What the mock takes for the address of every caller; null: unknown. @default '192.0.2.10' */
  address?: string | null | undefined
}

/** The reference server over a store in memory, with somebody signed in. */
export interface MockBackend {
  /** Where the management operations are. */
  readonly basePath: '/api/keys'
  /**
   * Answers `/api/keys/**` as the server does, and `/api/orders` and `/api/whoami`, which keys protect. Rejects as
   * the network does where a fault says so.
   */
  fetch(this: void, request: Request): Promise<Response>
  /** The same server with somebody else signed in; null: nobody. */
  as(person: MockPerson | null): (request: Request) => Promise<Response>
  /** Settles when the seed has been lived through; `fetch` waits for it by itself. */
  readonly ready: Promise<void>
  /** What the backend runs on, until `reset` makes it anew. */
  readonly latchkey: Latchkey
  readonly store: ApiKeyStore
  /** Secrets of the seed's keys, by key id. */
  readonly secrets: ReadonlyMap<string, string>
  /** Every request so far, oldest first. */
  readonly calls: readonly MockCall[]
  /** Replaces all faults; `{}` mends everything. */
  setFaults(faults: Faults): void
  /** Signs somebody in, or everybody out. */
  signIn(person: MockPerson | null): void
  /** Moves the clock forward. */
  advance(seconds: number): void
  /** Back to the seed: no calls, no faults but the first ones, the first person, the first clock. */
  reset(): Promise<void>
}

export interface MockCall {
  /** null: a request that is no operation, such as one to a protected route. */
  operation: OperationName | null
  method: string
  /** With its query. */
  path: string
  headers: Headers
}

export function createMockBackend(options: MockBackendOptions = {}): MockBackend {
  const { now = Date.now, scopes = mockScopes, policy, seed = [], randomSeed = 1 } = options
  const { person: firstPerson = mockPeople.ada, address = '192.0.2.10' } = options
  const basePath = '/api/keys'
  const people = new Map<string, MockPerson>()
  let person = meet(firstPerson)
  let faults: Faults = options.faults ?? {}
  let advancedMs = 0
  let calls: MockCall[] = []
  let world = open()

  return {
    basePath,
    fetch: (request) => dated(request, person),
    as: (other) => (request) => dated(request, meet(other)),
    get ready() {
      return world.ready
    },
    get latchkey() {
      return world.latchkey
    },
    get store() {
      return world.store
    },
    get secrets() {
      return world.secrets
    },
    get calls() {
      return calls
    },
    setFaults(next) {
      faults = next
    },
    signIn(next) {
      person = meet(next)
    },
    advance(seconds) {
      advancedMs += seconds * 1000
    },
    async reset() {
      person = firstPerson
      faults = options.faults ?? {}
      advancedMs = 0
      calls = []
      world = open()
      await world.ready
    },
  }

  function clock(): number {
    return (typeof now === 'number' ? now : now()) + advancedMs
  }

  /** Every server says what time it is, and whoever shows keys goes by it. */
  async function dated(request: Request, who: MockPerson | null): Promise<Response> {
    const response = await answer(request, who)
    response.headers.set('Date', new Date(clock()).toUTCString())
    return response
  }

  function open(): MockWorld {
    const faultsNow = () => faults
    return openMockWorld({ seed, scopes, policy, randomSeed, basePath, address, clock, faultsNow, people })
  }

  function meet(somebody: MockPerson | null): MockPerson | null {
    if (somebody) people.set(somebody.id, somebody)
    return somebody
  }

  async function answer(request: Request, who: MockPerson | null): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    const operation = operationOf(request.method, pathname)
    calls.push({ operation, method: request.method, path: pathname + search, headers: request.headers })
    await applyFaults(faults, operation, request.signal)
    const { ready, latchkey, handle } = world
    await ready
    const arrived = toServerRequest(request, who)
    if (isBelow(basePath, pathname)) return handle(arrived)
    const answered = await answerProtectedRoute(latchkey, arrived, address)
    return (
      answered ?? problemResponse('not_found', { detail: `The mock backend has nothing at ${pathname}.` })
    )
  }

  function operationOf(method: string, pathname: string): OperationName | null {
    if (!isBelow(basePath, pathname)) return null
    const match = matchOperation(method, pathname.slice(basePath.length))
    return match.ok ? match.name : null
  }
}

function isBelow(base: string, pathname: string): boolean {
  return pathname === base || pathname.startsWith(`${base}/`)
}
