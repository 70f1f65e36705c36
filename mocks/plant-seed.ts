import type { ApiKeyStore, UsageEntry } from '../server-reference/core/api-key-store.js'
import type { Caller, KeyManagement, Outcome } from '../server-reference/core/latchkey.js'
import { type ApiKey, parseInstant, toInstant } from '../src/contract/index.js'
import { type MockPerson, mockPeople } from './mock-people.js'
import type { SeedKey } from './seed-key.js'

interface Ground {
  /** Of a server whose policy allows any past. */
  management: KeyManagement
  store: ApiKeyStore
  /** Sets that server's clock, in milliseconds since the epoch. */
  setClock(epochMs: number): void
  now: number
  /** Told each secret that was made. */
  keep(key: ApiKey, secret: string): void
}

interface Step {
  atMs: number
  act(): Promise<void>
}

/**
 * Lives a seed's stories through: every key is created, rotated, disabled and revoked by the real rules, at its own
 * time, so that no state is planted that the server could not have come to.
 */
export async function plantSeed(seed: readonly SeedKey[], ground: Ground): Promise<void> {
  const steps = seed.flatMap((key) => toSteps(key, ground)).toSorted((one, other) => one.atMs - other.atMs)
  for (const { atMs, act } of steps) {
    ground.setClock(atMs)
    await act()
  }
}

function toSteps(seed: SeedKey, { management, store, keep, now }: Ground): Step[] {
  const { createdBy = mockPeople.ada, rotated, disabledAt, revoked, ...rest } = seed
  const { createdAt, lastUsedAt, usage, ...input } = rest
  const creator = toCaller(createdBy)
  let planted: ApiKey | undefined
  const id = () => planted?.id ?? ''

  const create = async () => {
    const options = { idempotencyKey: null }
    const { key, secret } = settled(
      await management.create(
        creator,
        { consumerId: createdBy.consumerIds[0], expiresAt: null, ...input },
        options,
      ),
    )
    planted = key
    if (secret !== null) keep(key, secret)
  }
  const rotate = async ({ overlapSeconds, by = createdBy }: NonNullable<SeedKey['rotated']>) => {
    const options = { idempotencyKey: null }
    const made = settled(await management.rotate(toCaller(by), id(), { overlapSeconds }, options))
    if (made.secret !== null) keep(made.key, made.secret)
  }
  const disable = async () => {
    const { key } = settled(await management.get(creator, id()))
    settled(await management.update(creator, id(), { enabled: false }, key.version))
  }
  const revoke = async ({ by = createdBy, reason }: NonNullable<SeedKey['revoked']>) => {
    settled(await management.revoke(toCaller(by), id(), { reason }))
  }
  const use = () => store.recordUsage(toUsageEntries(id(), seed, now))

  return [
    step(createdAt, create),
    ...(rotated ? [step(rotated.at, () => rotate(rotated))] : []),
    ...(disabledAt ? [step(disabledAt, disable)] : []),
    ...(revoked ? [step(revoked.at, () => revoke(revoked))] : []),
    ...(usage || lastUsedAt ? [{ atMs: now, act: use }] : []),
  ]
}

const dayMs = 24 * 60 * 60 * 1000

function toUsageEntries(keyId: string, { usage = [], lastUsedAt }: SeedKey, now: number): UsageEntry[] {
  const dayOf = (daysAgo: number) => toInstant(now - daysAgo * dayMs).slice(0, 10)
  const entries = usage.map((counts, index): UsageEntry => {
    return { ...counts, keyId, day: dayOf(usage.length - 1 - index), lastUsedAt: null }
  })
  if (lastUsedAt === undefined) return entries
  return [...entries, { keyId, day: dayOf(0), allowed: 0, denied: 0, lastUsedAt }]
}

function step(at: string, act: () => Promise<void>): Step {
  const atMs = parseInstant(at)
  if (atMs === null)
    throw new Error(`Latchkey: the seed's instant "${at}" is not one. Write 2026-11-23T17:40:00Z.`)
  return { atMs, act }
}

function toCaller(user: MockPerson): Caller {
  return { user, address: '192.0.2.10', userAgent: 'Mozilla/5.0 (mock)' }
}

/** A seed that the rules refuse is a mistake in the seed. */
function settled<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(
    `Latchkey: a seed asks for what the server refuses (${outcome.code} ${JSON.stringify(outcome.fields ?? {})}). No story can show it. Change the seed.`,
  )
}
