import { describe, expect, it } from 'vitest'
import { operationPath, routes } from '../../src/contract/index.js'
import { createLatchkey } from '../core/create-latchkey.js'
import { createMachineTokens } from '../core/tokens/create-machine-tokens.js'
import { generateSigningKey } from '../core/tokens/generate-signing-key.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { createHandler, type Handler } from './create-handler.js'
import { tokenHandler } from './oauth/token-handler.js'

/**
 * Without `tokens`, keys are neither OAuth tokens nor exchanged for any. RFC 7662 §2.1, RFC 7009 §2.1 and RFC 6749
 * §4.4.2 all begin with a form that is posted; what they do where they are configured is in `oauth/`.
 */
const base = 'https://app.example.com/api/keys'
const secret = `lk_live_${'0'.repeat(16)}_${'0'.repeat(49)}`

const options = {
  store: memoryStore(),
  session: () => ({ id: 'ada', sessionId: null }),
  limits: { limiter: memoryRateLimits() },
}
const latchkey = createLatchkey(options)
const tokens = createMachineTokens({
  issuer: 'https://app.example.com',
  audience: 'https://app.example.com',
  signingKeys: await generateSigningKey(),
})

const postForm = (handle: Handler, path: string, form: Record<string, string>) =>
  handle(
    new Request(base + path, {
      method: 'POST',
      headers: { Origin: 'https://app.example.com' },
      body: new URLSearchParams(form),
    }),
  )

describe.each([
  ['no tokens', createHandler(latchkey)],
  ['tokens, but not their handler', createHandler(createLatchkey({ ...options, tokens }))],
])('HT-22, HT-23, HT-24: with %s there is no introspection, token revocation or grant', (_, handle) => {
  it.each([
    ['/introspect', { token: secret }],
    ['/oauth/introspect', { token: secret }],
    ['/revoke', { token: secret }],
    ['/oauth/revoke', { token: secret, token_type_hint: 'access_token' }],
    ['/token', { grant_type: 'client_credentials', scope: 'orders:read' }],
    ['/oauth/token', { grant_type: 'client_credentials' }],
  ])('%s is nothing that a form could be posted to', async (path, form) => {
    const answer = await postForm(handle, path, form)
    expect([404, 405]).toContain(answer.status)
    expect(await answer.text()).not.toContain(secret)
  })

  it.each(Object.entries(routes).filter(([, { method }]) => method === 'POST'))(
    '%s takes no form',
    async (_, { path }) => {
      const answer = await postForm(handle, path.replace(':id', '0'.repeat(16)), { token: secret })
      expect([answer.status, (await answer.json()).code]).toEqual([415, 'unsupported_media_type'])
    },
  )

  it('lists no operation of theirs', () => {
    const paths = Object.keys(routes).join(' ')
    expect(paths).not.toMatch(/introspect|token|grant/i)
    // Revocation names a key by its public id, for a person who is signed in (RFC 7009 names it by the token).
    expect(operationPath('revoke', 'id')).toBe('/id/revoke')
  })
})

describe('HT-22, HT-23, HT-24: a latchkey that was given no tokens', () => {
  it('has no endpoints to offer, and no handler can be made of it', () => {
    expect(latchkey.tokens).toBeUndefined()
    expect(() => tokenHandler(latchkey)).toThrow('makes no tokens')
  })
})
