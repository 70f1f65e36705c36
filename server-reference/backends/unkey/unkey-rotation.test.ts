import { afterEach, describe, expect, it } from 'vitest'
import type { IdempotencyOptions } from '../../core/latchkey.js'
import { ada, once, openUnkey } from './unkey-bench.conformance.js'

type Bench = Awaited<ReturnType<typeof openUnkey>>
const open: Bench[] = []
afterEach(async () => {
  for (const { unkey } of open.splice(0)) await unkey.close()
})

/** Or what happens just before the request. */
type Fault = 'refused' | 'lost' | 'done and lost' | (() => void)

/**
 * A key, and a rotation during which requests fail by their number among those of their operation; one that is not
 * named is answered.
 */
async function prepare(faults: Record<string, readonly (Fault | null)[]>, input?: { expiresAt: string }) {
  const asked: Record<string, number> = {}
  let isOn = false
  const flaky: typeof fetch = async (url, init) => {
    const operation = String(url).split('/').at(-1) ?? ''
    asked[operation] = (asked[operation] ?? -1) + 1
    const fault = isOn ? faults[operation]?.[asked[operation]] : null
    if (fault === 'refused') return Response.json({ error: { type: 'x/unexpected_error' } }, { status: 500 })
    if (fault === 'done and lost') await fetch(url, init)
    if (typeof fault === 'function') fault()
    else if (fault) throw new TypeError('fetch failed')
    return fetch(url, init)
  }
  const bench = await openUnkey({ fetch: flaky })
  open.push(bench)
  const { key, secret } = await bench.issue({ name: 'ci', scopes: ['orders:read'], ...input })
  const { rows } = bench.unkey.state
  const firstEnd = rows.get(key.id)?.expires
  const rotate = async (options: IdempotencyOptions = once, overlapSeconds = 0) => {
    for (const operation of Object.keys(asked)) delete asked[operation]
    isOn = true
    const outcome = await bench.management.rotate?.(ada, key.id, { overlapSeconds }, options)
    isOn = false
    return outcome
  }
  return { ...bench, key, secret, rows, rotate, firstEnd, end: () => rows.get(key.id)?.expires ?? null }
}

const always = (fault: Fault) => Array.from({ length: 9 }, () => fault)
const unavailable = { ok: false, code: 'store_unavailable' }
const minute = 60_000

describe('A rotation at Unkey that fails before its successor can be handed out', () => {
  it.each<[string, Record<string, readonly (Fault | null)[]>]>([
    ['is not answered', { 'keys.rerollKey': ['done and lost'] }],
    ['cannot be looked at', { 'keys.getKey': [null, ...always('lost')] }],
    ['cannot be narrowed', { 'keys.updateKey': ['refused'] }],
    ['can neither be narrowed nor taken back', { 'keys.updateKey': always('refused') }],
    ['can not even be deleted', { 'keys.updateKey': always('refused'), 'keys.deleteKey': always('refused') }],
    [
      'is made, and then nothing is answered',
      { 'keys.updateKey': always('lost'), 'keys.getKey': [null, ...always('lost')] },
    ],
  ])('leaves the old key as it was, also where the successor %s', async (_, faults) => {
    const { rotate, present, secret, clock } = await prepare(faults)
    expect(await rotate()).toMatchObject(unavailable)
    clock.now += 10 * minute
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('takes the successor back, and the end that Unkey gave the old one', async () => {
    const { rotate, key, rows, firstEnd, end } = await prepare({ 'keys.updateKey': ['refused'] })
    expect(await rotate()).toMatchObject(unavailable)
    expect([...rows.keys()]).toEqual([key.id])
    expect(end()).toBe(firstEnd)
  })

  it('lets no key outlive its own end, whatever is refused afterwards', async () => {
    const expiresAt = '2026-11-23T12:30:30Z'
    const { rotate, end, clock } = await prepare({ 'keys.updateKey': always('refused') }, { expiresAt })
    expect(await rotate()).toMatchObject(unavailable)
    expect(end()).toBeLessThanOrEqual(Date.parse(expiresAt))
    expect(end()).toBeGreaterThan(clock.now + 28 * minute)
  })
})

describe('A rotation at Unkey whose old key somebody else revokes meanwhile', () => {
  it.each([0, 3600])('does not bring it back to life (overlap %i s)', async (overlapSeconds) => {
    const revoke = () => {
      const [row] = rows.values()
      if (row)
        Object.assign(row, { enabled: false, meta: { latchkey: { revokedAt: '2026-11-23T12:00:00Z' } } })
    }
    const { rotate, key, rows, present, secret } = await prepare({ 'keys.updateKey': [revoke] })
    expect(await rotate(once, overlapSeconds)).toMatchObject(unavailable)
    expect(await present(secret)).toEqual({ ok: false, code: 'key_revoked' })
    expect([...rows.keys()]).toEqual([key.id])
    expect(rows.get(key.id)?.enabled).toBe(false)
  })
})

describe('A rotation at Unkey whose old key cannot be ended', () => {
  const cannotEnd = { 'keys.updateKey': [null, 'refused'] } as const

  it('is none: the old key must not live on where somebody was told that it does not', async () => {
    const { rotate, key, present, secret, rows, firstEnd, end, clock } = await prepare(cannotEnd)
    expect(await rotate()).toMatchObject(unavailable)
    expect([...rows.keys()]).toEqual([key.id])
    expect(end()).toBe(firstEnd)
    clock.now += 10 * minute
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('is done where only the answer was lost', async () => {
    const { rotate, present, secret } = await prepare({ 'keys.updateKey': [null, 'done and lost'] })
    const outcome = await rotate()
    expect(outcome).toMatchObject({ ok: true, value: { previous: { revokedReason: 'rotated' } } })
    expect(await present(secret)).toEqual({ ok: false, code: 'key_revoked' })
    const successor = outcome?.ok ? outcome.value.secret : null
    expect(await present(successor ?? '')).toMatchObject({ ok: true })
  })

  it('begins anew when it is sent again, for nobody has the first successor', async () => {
    const lost = [null, null, null, null, ...always('lost')]
    const { rotate, key, management, present, secret, rows, clock } = await prepare({
      'keys.updateKey': [null, ...always('refused')],
      'keys.getKey': lost,
    })
    const rotateAgain = () => management.rotate?.(ada, key.id, { overlapSeconds: 0 }, attempt)
    const attempt = { idempotencyKey: 'attempt-1' }
    expect(await rotate(attempt)).toMatchObject(unavailable)
    expect(await present(secret)).toMatchObject({ ok: true })
    const left = [...rows.keys()]
    expect(left).toHaveLength(2)
    // Another process may be at it still.
    expect(await rotateAgain()).toEqual({ ok: false, code: 'idempotency_conflict' })
    expect([...rows.keys()]).toEqual(left)
    clock.now += 2 * minute
    expect(await rotateAgain()).toMatchObject({ ok: true, value: { secret: expect.any(String) } })
    expect(await present(secret)).toEqual({ ok: false, code: 'key_revoked' })
    expect([...rows.keys()].filter((id) => left.includes(id))).toEqual([key.id])
    expect(await rotateAgain()).toMatchObject({ ok: true, value: { secret: null } })
  })

  it('touches no successor of another key, though the same Idempotency-Key was sent for it', async () => {
    const { rotate, management, issue, rows } = await prepare({})
    const attempt = { idempotencyKey: 'attempt-1' }
    const first = await rotate(attempt)
    const { key: other } = await issue({ name: 'other' })
    const outcome = await management.rotate?.(ada, other.id, { overlapSeconds: 0 }, attempt)
    expect(outcome).toEqual({ ok: false, code: 'idempotency_mismatch' })
    expect(first?.ok && rows.has(first.value.key.id)).toBe(true)
  })
})
