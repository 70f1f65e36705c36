import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { createEndedTokens } from './create-ended-tokens.js'
import { generateSigningKey } from './generate-signing-key.js'
import { createTokenBench, forge } from './token-bench.conformance.js'

const bench = () => createTokenBench({ store: memoryStore(), limits: { limiter: memoryRateLimits() } })
const expired = { ok: false, code: 'key_expired' }
const minute = 60_000

describe('a clock that is set back', () => {
  it('does not revive a token that was seen expired (OP-12)', async () => {
    const { issueToken, present, exchange, clock } = bench()
    const { secret, token } = await issueToken()
    clock.now += 6 * minute
    expect(await present(token)).toEqual(expired)
    clock.now -= 4 * minute
    expect(await present(token)).toEqual(expired)
    // Whoever asks for another has one that works.
    const grant = await exchange(secret)
    expect(await present(grant.ok ? grant.accessToken : '')).toMatchObject({ ok: true })
  })

  it('does not let a token of the future work for longer than tokens do', async () => {
    const { issueToken, present, clock } = bench()
    clock.now += 60 * minute
    const { token } = await issueToken()
    expect(await present(token)).toMatchObject({ ok: true })
    clock.now -= 60 * minute
    expect(await present(token)).toEqual({ ok: false, code: 'invalid_key' })
    clock.now += 59 * minute
    expect(await present(token)).toMatchObject({ ok: true })
  })

  it('lets a token of the future be revoked, which is refused when its time has come', async () => {
    const { issueToken, present, service, clock } = bench()
    clock.now += 60 * minute
    const { key, secret, token } = await issueToken()
    clock.now -= 60 * minute
    const client = { id: key.id, secret, address: null, userAgent: null }
    expect(await service.revoke(client, token)).toEqual({ ok: true })
    clock.now += 60 * minute
    expect(await present(token)).toEqual({ ok: false, code: 'key_revoked' })
  })

  it('is held against what is signed: nobody ends a token by one like it', async () => {
    const { issueToken, present, clock } = bench()
    const { token } = await issueToken()
    const past = Math.floor(clock.now / 1000) - 60
    const forged = await forge(token, { claims: { exp: past }, by: await generateSigningKey() })
    expect(await present(forged)).toEqual({ ok: false, code: 'invalid_key' })
    expect(await present(token)).toMatchObject({ ok: true })
  })
})

describe('what is known of ended tokens', () => {
  it('has a bound: the first that was seen is forgotten first', () => {
    const ended = createEndedTokens(2)
    for (const id of ['a', 'b', 'a', 'c']) ended.add(id)
    expect(['a', 'b', 'c'].map(ended.has)).toEqual([false, true, true])
  })
})
