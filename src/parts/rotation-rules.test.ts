import { describe, expect, it } from 'vitest'
import { extendChoices } from './extend-choice.js'
import { quietSpan } from './quiet-span.js'

const now = Date.parse('2026-11-23T17:40:00Z')
const hourMs = 3_600_000
const ago = (hours: number) => new Date(now - hours * hourMs).toISOString()
const ahead = (hours: number) => new Date(now + hours * hourMs).toISOString()
const policy = { defaultOverlapSeconds: 86_400, maxOverlapSeconds: 604_800 }

describe('Whether an old key is quiet', () => {
  it('takes an hour without requests since its successor came', () => {
    expect(quietSpan({ lastUsedAt: ago(6) }, ago(8), now)).toBe(6 * hourMs)
    expect(quietSpan({ lastUsedAt: ago(0.2) }, ago(8), now)).toBeNull()
  })

  it('does not count the silence from before the rotation', () => {
    expect(quietSpan({ lastUsedAt: ago(400) }, ago(0.5), now)).toBeNull()
    expect(quietSpan({ lastUsedAt: null }, ago(2), now)).toBe(2 * hourMs)
  })
})

describe('How long an overlap can be extended', () => {
  const key = { expiresAt: null, rotation: { overlapEndsAt: ahead(17) } }

  it('offers only ends that are later and within the policy, which counts from the rotation on', () => {
    const choices = extendChoices(key, { rotatedAt: ago(7), policy, now })
    expect(choices.map(({ value }) => value)).toEqual(['86400', '259200', 'longest'])
    expect(choices[choices.length - 1]?.endMs).toBe(now + (168 - 7) * hourMs)
  })

  it('never goes beyond the expiry of the key itself', () => {
    const choices = extendChoices({ ...key, expiresAt: ahead(20) }, { rotatedAt: ago(7), policy, now })
    expect(choices).toEqual([{ value: 'longest', endMs: now + 20 * hourMs }])
  })

  it('offers nothing where there is no room left', () => {
    const full = { expiresAt: null, rotation: { overlapEndsAt: ahead(161) } }
    expect(extendChoices(full, { rotatedAt: ago(7), policy, now })).toEqual([])
  })
})
