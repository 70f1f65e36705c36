import { describe, expect, it } from 'vitest'
import { operationPath, routes } from '../../src/contract/index.js'
import { createLatchkey } from '../core/create-latchkey.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { createHandler } from './create-handler.js'

/**
 * Keys are neither OAuth tokens nor exchanged for any. RFC 7662 §2.1, RFC 7009 §2.1 and RFC 6749 §4.4.2 all begin with
 * a form that is posted; whoever adds one of them meets these tests, and what the requirements ask of it.
 */
const base = 'https://app.example.com/api/keys'
const secret = `lk_live_${'0'.repeat(16)}_${'0'.repeat(49)}`

const handle = createHandler(
  createLatchkey({
    store: memoryStore(),
    session: () => ({ id: 'ada', sessionId: null }),
    limits: { limiter: memoryRateLimits() },
  }),
)

const postForm = (path: string, form: Record<string, string>) =>
  handle(
    new Request(base + path, {
      method: 'POST',
      headers: { Origin: 'https://app.example.com' },
      body: new URLSearchParams(form),
    }),
  )

describe('HT-22, HT-23, HT-24: there is no introspection, no token revocation and no grant', () => {
  it.each([
    ['/introspect', { token: secret }],
    ['/oauth/introspect', { token: secret }],
    ['/revoke', { token: secret }],
    ['/oauth/revoke', { token: secret, token_type_hint: 'access_token' }],
    ['/token', { grant_type: 'client_credentials', scope: 'orders:read' }],
    ['/oauth/token', { grant_type: 'client_credentials' }],
  ])('%s is nothing that a form could be posted to', async (path, form) => {
    const answer = await postForm(path, form)
    expect([404, 405]).toContain(answer.status)
    expect(await answer.text()).not.toContain(secret)
  })

  it.each(Object.entries(routes).filter(([, { method }]) => method === 'POST'))(
    '%s takes no form',
    async (_, { path }) => {
      const answer = await postForm(path.replace(':id', '0'.repeat(16)), { token: secret })
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
