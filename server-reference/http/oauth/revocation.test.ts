import { describe, expect, it } from 'vitest'
import { eve } from '../../core/test-bench.conformance.js'
import { generateSigningKey } from '../../core/tokens/generate-signing-key.js'
import { forge } from '../../core/tokens/token-bench.conformance.js'
import { openEndpoints } from './token-endpoints.conformance.js'

describe('HT-23: revocation', () => {
  it('shuts the client’s own token out, here and at once, and leaves its others alone', async () => {
    const { issueToken, exchange, postAs, present } = openEndpoints()
    const { secret, token } = await issueToken()
    const other = await exchange(secret)
    const answer = await postAs(secret, '/oauth/revoke', { token, token_type_hint: 'access_token' })
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    expect(await present(token)).toEqual({ ok: false, code: 'key_revoked' })
    expect(await present(other.ok ? other.accessToken : '')).toMatchObject({ ok: true })
    expect((await postAs(secret, '/oauth/revoke', { token })).status).toBe(200)
  })

  it('answers 200 for what is no token, or no longer one', async () => {
    const { issueToken, postAs, clock } = openEndpoints()
    const { secret, token } = await issueToken()
    const foreign = await forge(token, { by: await generateSigningKey() })
    for (const unknown of ['hello', foreign, `${token}x`, 'a.b.c']) {
      expect((await postAs(secret, '/oauth/revoke', { token: unknown })).status, unknown).toBe(200)
    }
    clock.now += 300_000
    expect((await postAs(secret, '/oauth/revoke', { token })).status).toBe(200)
  })

  it('never revokes another client’s token, nor a key', async () => {
    const { issue, issueTo, issueToken, postAs, present } = openEndpoints()
    const { secret, token } = await issueToken()
    for (const stranger of [await issueTo(eve), (await issue({ name: 'other' })).secret]) {
      const answer = await postAs(stranger, '/oauth/revoke', { token })
      expect([answer.status, (await answer.json()).error]).toEqual([400, 'invalid_request'])
    }
    expect(await present(token)).toMatchObject({ ok: true })
    const ofKey = await postAs(secret, '/oauth/revoke', { token: secret })
    expect([ofKey.status, (await ofKey.json()).error]).toEqual([400, 'unsupported_token_type'])
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('is for callers who prove a key', async () => {
    const { issueToken, post, present } = openEndpoints()
    const { key, token } = await issueToken()
    const answer = await post('/oauth/revoke', { token, client_id: key.id })
    expect([answer.status, (await answer.json()).error]).toEqual([401, 'invalid_client'])
    expect(await present(token)).toMatchObject({ ok: true })
  })
})
