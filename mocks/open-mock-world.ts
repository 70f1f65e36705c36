import type { ApiKeyStore } from '../server-reference/core/api-key-store.js'
import { createLatchkey } from '../server-reference/core/create-latchkey.js'
import type { Latchkey } from '../server-reference/core/latchkey.js'
import type { KeyPolicyOptions } from '../server-reference/core/latchkey-options.js'
import { createHandler } from '../server-reference/http/index.js'
import { memoryRateLimits } from '../server-reference/limits/memory-rate-limits.js'
import { memoryStore } from '../server-reference/stores/memory/index.js'
import type { ScopeDefinition } from '../src/contract/index.js'
import { type Faults, withFaults } from './faults.js'
import type { MockPerson } from './mock-people.js'
import { plantSeed } from './plant-seed.js'
import { createPseudoRandomBytes } from './pseudo-random.js'
import type { Seed } from './seed-key.js'
import { personHeader } from './to-server-request.js'

/** One life of a mock backend, from its seed to its reset. */
export interface MockWorld {
  store: ApiKeyStore
  latchkey: Latchkey
  handle(request: Request): Promise<Response>
  /** By key id; complete when `ready` has settled. */
  secrets: ReadonlyMap<string, string>
  ready: Promise<void>
}

interface WorldOptions {
  seed: Seed
  scopes: readonly ScopeDefinition[]
  policy: KeyPolicyOptions | undefined
  randomSeed: number
  basePath: string
  address: string | null
  clock(): number
  faultsNow(): Faults
  /** Everybody who has been signed in, by id. */
  people: ReadonlyMap<string, MockPerson>
}

export function openMockWorld(options: WorldOptions): MockWorld {
  const { scopes, randomSeed, basePath, address, clock, faultsNow, people } = options
  const store = memoryStore()
  const latchkey = createLatchkey({
    store,
    scopes,
    environments: ['live', 'test'],
    limits: { limiter: memoryRateLimits() },
    policy: options.policy ?? { expiry: { allowNever: true } },
    session: ({ headers }) => people.get(headers.get(personHeader) ?? '') ?? null,
    defaultConsumerId: ({ id }) => people.get(id)?.consumerIds[0] ?? id,
    authorize: ({ user, consumerId }) => people.get(user.id)?.consumerIds.includes(consumerId) ?? false,
    now: clock,
    // Its own stream, so that what a seed makes does not change what a story makes later.
    random: createPseudoRandomBytes(randomSeed + 1),
  })
  const faulty = { ...latchkey, management: withFaults(latchkey.management, faultsNow) }
  const secrets = new Map<string, string>()
  const ready = plant(options, store, secrets)
  // Whoever waits for it is told. That nobody does is not worth ending a process for.
  ready.catch(() => undefined)
  return {
    store,
    latchkey,
    secrets,
    ready,
    handle: createHandler(faulty, { basePath, clientAddress: () => address }),
  }
}

/** Through a server of its own, which has the clock of the past and no policy in a seed's way. */
async function plant(options: WorldOptions, store: ApiKeyStore, secrets: Map<string, string>): Promise<void> {
  const now = options.clock()
  let pastMs = now
  const { management } = createLatchkey({
    store,
    scopes: options.scopes,
    environments: ['live', 'test'],
    limits: { limiter: memoryRateLimits() },
    policy: {
      maxKeys: null,
      expiry: { defaultSeconds: null, maxSeconds: null, allowNever: true },
      rotation: { maxOverlapSeconds: 365 * 24 * 60 * 60 },
    },
    session: () => null,
    authorize: () => true,
    now: () => pastMs,
    random: createPseudoRandomBytes(options.randomSeed),
  })
  await plantSeed(typeof options.seed === 'function' ? options.seed(now) : options.seed, {
    management,
    store,
    now,
    setClock: (epochMs) => {
      pastMs = epochMs
    },
    keep: (key, secret) => secrets.set(key.id, secret),
  })
}
