import { expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import type { Charge } from '../rate-limiter.js'
import { createKeyLimits } from './create-key-limits.js'
import { toKnownKey } from './known-key.js'
import { recordOf } from './record-of.conformance.js'

const rate = { limit: 2, windowSeconds: 60 }
const now = 1_800_000_000_000

const knownKey = () => toKnownKey(recordOf('a', { lineageId: 'first' }), null)

it('A limiter of anybody is told whom it charges, and nothing else of a key', () => {
  const told: Charge[] = []
  const near = memoryRateLimits()
  const limiter = {
    ...near,
    consume(charge: Charge) {
      told.push(structuredClone(charge))
      return near.consume(charge)
    },
  }
  createKeyLimits({ limiter, default: rate, consumer: null, failures: null, max: null }).consume(
    knownKey(),
    now,
  )
  expect(told).toEqual([{ policy: 'default', subject: 'first', rate, now, place: { found: null } }])
})

it('A key that was read anew, and its successor, go on with the limit of their lineage', () => {
  const limits = { limiter: memoryRateLimits(), default: rate, consumer: null, failures: null, max: null }
  const { consume } = createKeyLimits(limits)
  const [one, other] = [knownKey(), knownKey()]
  expect([one, other, one].map((known) => consume(known, now))).toMatchObject([
    { allowed: true, remaining: 1 },
    { allowed: true, remaining: 0 },
    { allowed: false },
  ])
})
