import { toInstant } from '../src/contract/index.js'
import { manyKeys } from './many-keys.js'
import { mockPeople } from './mock-people.js'
import { createPseudoRandom } from './pseudo-random.js'
import type { DayCounts, SeedKey } from './seed-key.js'

/** 2026-11-23T17:40:00Z in milliseconds since the epoch: the now of stories that show dates. */
export const mockNow = Date.UTC(2026, 10, 23, 17, 40)

/** Keys to begin with, told relative to now. */
export const seeds = {
  empty: (): readonly SeedKey[] => [],
  one: (now: number): readonly SeedKey[] => everyStatus(now).slice(0, 1),
  everyStatus,
  /** So many that they need pages. */
  many: manyKeys,
  /** As `everyStatus`, and three more that were revoked so long ago that a list leaves them out. */
  longRevoked: (now: number): readonly SeedKey[] => [...everyStatus(now), ...revokedLastYear(now)],
}

const minute = 60 * 1000
const hour = 60 * minute
const day = 24 * hour

/** One key for each thing that can be the matter with it. */
function everyStatus(now: number): readonly SeedKey[] {
  const before = (durationMs: number) => toInstant(now - durationMs)
  const { ada, grace } = mockPeople
  return [
    {
      name: 'production-api',
      description: 'The shop in production',
      createdBy: ada,
      createdAt: before(265 * day),
      scopes: ['orders:read', 'orders:write'],
      lastUsedAt: before(2 * minute),
      usage: monthOf(1, 900),
    },
    {
      name: 'ci-deploy',
      createdBy: grace,
      createdAt: before(309 * day),
      expiresAt: toInstant(now + 5 * day),
      scopes: ['orders:read'],
      ipAllowlist: ['192.0.2.0/24'],
      lastUsedAt: before(hour),
      usage: monthOf(2, 120),
    },
    {
      name: 'billing-worker',
      createdBy: ada,
      createdAt: before(200 * day),
      scopes: ['orders:read', 'customers:read'],
      rateLimit: { limit: 120, windowSeconds: 60 },
      rotated: { at: before(7 * hour), overlapSeconds: (24 * hour) / 1000 },
      lastUsedAt: before(12 * minute),
      usage: monthOf(3, 400),
    },
    {
      name: 'zapier-integration',
      createdBy: ada,
      createdAt: before(386 * day),
      scopes: ['orders:read', 'webhooks:read'],
    },
    {
      name: 'staging-import',
      description: 'Paused while the importer is rewritten',
      createdBy: grace,
      createdAt: before(90 * day),
      scopes: ['customers:write'],
      disabledAt: before(3 * day),
      lastUsedAt: before(3 * day + hour),
      usage: monthOf(4, 60, { until: 3 }),
    },
    {
      name: 'local-dev',
      environment: 'test',
      createdBy: grace,
      createdAt: before(471 * day),
      expiresAt: before(5 * day),
      scopes: ['orders:read'],
      lastUsedAt: before(5 * day + hour),
      usage: monthOf(5, 80, { until: 5, denied: true }),
    },
    {
      name: 'contractor-2025',
      createdBy: grace,
      createdAt: before(660 * day),
      scopes: ['customers:read'],
      revoked: { at: before(12 * day), by: ada, reason: 'Contract ended' },
      lastUsedAt: before(12 * day + hour),
    },
  ]
}

function revokedLastYear(now: number): readonly SeedKey[] {
  return ['old-importer', 'old-dashboard', 'old-mailer'].map((name, index) => ({
    name,
    createdAt: toInstant(now - (700 + index) * day),
    revoked: { at: toInstant(now - (300 + index) * day), by: mockPeople.grace },
  }))
}

/** The last 30 days; from `until` days ago on nothing is allowed, and where `denied` is set, refused instead. */
function monthOf(seed: number, busiest: number, end: { until?: number; denied?: boolean } = {}): DayCounts[] {
  const random = createPseudoRandom(seed)
  return Array.from({ length: 30 }, (_, index) => {
    const count = Math.ceil(random() * busiest)
    const ended = 30 - index <= (end.until ?? 0)
    return { allowed: ended ? 0 : count, denied: ended && end.denied ? count : 0 }
  })
}
