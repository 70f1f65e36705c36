import { describe, expect, it } from 'vitest'
import { deriveStatus } from './key-status.js'

const now = Date.parse('2026-11-23T17:40:00.000Z')
const at = (offsetSeconds: number) => new Date(now + offsetSeconds * 1000).toISOString()
const key = { revokedAt: null, disabledAt: null, expiresAt: null, rotation: null }
const day = 86_400

describe('a status follows from the fields and a clock', () => {
  it.each([
    ['a key that never expires', {}, 'active'],
    ['eight days before its expiry', { expiresAt: at(8 * day) }, 'active'],
    ['seven days before its expiry', { expiresAt: at(7 * day) }, 'expiring'],
    ['a second before its expiry', { expiresAt: at(1) }, 'expiring'],
    ['at the very instant of its expiry (VF-5)', { expiresAt: at(0) }, 'expired'],
    ['an old key in its overlap', { rotation: { replacedById: 'x', overlapEndsAt: at(60) } }, 'rotating'],
    [
      'an old key in its overlap that was disabled',
      { disabledAt: at(-1), rotation: { overlapEndsAt: at(60) } },
      'disabled',
    ],
    ['an old key after its overlap', { rotation: { replacedById: 'x', overlapEndsAt: at(0) } }, 'expired'],
    ['a successor', { rotation: { replacesId: 'x' } }, 'active'],
    ['a disabled key past its expiry', { disabledAt: at(-9), expiresAt: at(-1) }, 'expired'],
    ['a revoked key past its expiry', { revokedAt: at(-9), expiresAt: at(-1) }, 'revoked'],
  ])('%s', (_, fields, status) => {
    expect(deriveStatus({ ...key, ...fields }, now)).toBe(status)
  })

  it('warns earlier where it is asked to', () => {
    expect(deriveStatus({ ...key, expiresAt: at(20 * day) }, now, 30 * day)).toBe('expiring')
  })
})
