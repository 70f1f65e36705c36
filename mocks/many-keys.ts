import { toInstant } from '../src/contract/index.js'
import { mockPeople } from './mock-people.js'
import { createPseudoRandom } from './pseudo-random.js'
import type { SeedKey } from './seed-key.js'

const products = ['billing', 'checkout', 'search', 'mailer', 'inventory', 'reports', 'catalogue', 'support']
const kinds = ['api', 'worker', 'cron', 'webhook', 'import']
const day = 24 * 60 * 60 * 1000

/** A seed of `count` keys of all ages, most of them working: for pages, searches and bulk actions. */
export function manyKeys(count: number): (now: number) => readonly SeedKey[] {
  return (now) => {
    const random = createPseudoRandom(count)
    return Array.from({ length: count }, (_, index) => toSeedKey(index, now, random))
  }
}

function toSeedKey(index: number, now: number, random: () => number): SeedKey {
  const product = products[index % products.length]
  const kind = kinds[Math.floor(index / products.length) % kinds.length]
  const ageDays = 2 + random() * 700
  const used = random() < 0.8
  const fate = random()
  return {
    name: `${product}-${kind}-${String(index + 1).padStart(3, '0')}`,
    createdBy: random() < 0.5 ? mockPeople.ada : mockPeople.grace,
    createdAt: toInstant(now - ageDays * day),
    environment: random() < 0.8 ? 'live' : 'test',
    scopes: random() < 0.5 ? ['orders:read'] : ['orders:read', 'orders:write'],
    expiresAt: fate < 0.2 ? toInstant(now + random() * 60 * day) : null,
    ...(used && { lastUsedAt: toInstant(now - random() * Math.min(ageDays, 40) * day) }),
    ...(fate > 0.93 && { revoked: { at: toInstant(now - random() * Math.min(ageDays, 30) * day) } }),
    ...(fate > 0.86 && fate <= 0.93 && { disabledAt: toInstant(now - random() * ageDays * day) }),
  }
}
