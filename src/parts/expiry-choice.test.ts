import { describe, expect, it } from 'vitest'
import { dayEnd, dayOf } from './day-end.js'
import { cautiousPolicy, defaultExpiryChoice, expiryChoices, resolveExpiry } from './expiry-choice.js'

const daySeconds = 86_400
const now = Date.parse('2026-11-23T17:40:00Z')
const policy = { defaultSeconds: 90 * daySeconds, maxSeconds: 90 * daySeconds, allowNever: false }

describe('What a server allows as an expiry', () => {
  it('is offered, the shortest first and never last', () => {
    expect(expiryChoices({ ...policy, maxSeconds: null, allowNever: true })).toEqual([
      '7',
      '30',
      '90',
      '365',
      'custom',
      'never',
    ])
    expect(expiryChoices(policy)).toEqual(['7', '30', '90', 'custom'])
  })

  it('begins at the server’s default, or at what comes nearest below it', () => {
    expect(defaultExpiryChoice(policy)).toBe('90')
    expect(defaultExpiryChoice({ ...policy, defaultSeconds: 45 * daySeconds })).toBe('30')
    expect(defaultExpiryChoice({ ...policy, defaultSeconds: daySeconds })).toBe('7')
    expect(defaultExpiryChoice({ ...policy, maxSeconds: daySeconds })).toBe('custom')
  })

  it('is 90 days and not never where the server does not say', () => {
    expect(defaultExpiryChoice(cautiousPolicy)).toBe('90')
    expect(expiryChoices(cautiousPolicy)).not.toContain('never')
  })

  it('cuts the last allowed day at the last allowed moment', () => {
    const at = { now, timeZone: 'UTC', policy }
    expect(resolveExpiry('custom', '2027-02-21', at)).toBe(now + 90 * daySeconds * 1000)
    expect(resolveExpiry('custom', '2027-02-20', at)).toBe(Date.parse('2027-02-20T23:59:59Z'))
    expect(resolveExpiry('custom', '', at)).toBeUndefined()
  })
})

describe('The end of a day', () => {
  it('is where the reader lives', () => {
    expect(dayEnd('2026-12-31', 'America/New_York')).toBe(Date.parse('2027-01-01T04:59:59Z'))
    expect(dayEnd('2026-12-31', 'Asia/Kolkata')).toBe(Date.parse('2026-12-31T18:29:59Z'))
  })

  it('is right on the days on which clocks change', () => {
    expect(dayEnd('2026-03-29', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T21:59:59Z'))
    expect(dayEnd('2026-10-25', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T22:59:59Z'))
  })

  it('leads back to its day', () => {
    expect(dayOf(Date.parse('2026-11-23T17:40:00Z'), 'Asia/Tokyo')).toBe('2026-11-24')
  })
})
