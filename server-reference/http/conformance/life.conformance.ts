import { describe, expect, it, type TestContext } from 'vitest'
import type { RefusalCode } from '../../../src/contract/index.js'
import type { Cast, Scope } from '../server.conformance.js'

export function describeLife(castNow: () => Cast): void {
  describe('A key, from its first use to its last', () => {
    it('Opens the door with what it was given, and nothing more', async (context) => {
      const tries = triesAt(castNow(), context)
      const { secret } = await castNow().ada.create({ scopes: ['orders:read'] })
      await tries(secret, 'opens')
      await tries(secret, 'opens', ['orders:read'])
      await tries(secret, 'insufficient_scope', ['orders:write'])
      await tries(secret, 'insufficient_scope', ['orders:read', 'orders:write'])
    })

    it('Works beside its successor until the overlap is cut short (MG-11)', async (context) => {
      const { ada } = castNow()
      const tries = triesAt(castNow(), context)
      const first = await ada.create()
      const second = await ada.rotate(first.key.id, 3600)
      await tries(first.secret, 'opens')
      await tries(second.secret, 'opens')
      await ada.revoke(first.key.id)
      await tries(first.secret, 'key_revoked')
      await tries(second.secret, 'opens')
    })

    it('Ends at once when it is rotated without an overlap (MG-11)', async (context) => {
      const { ada } = castNow()
      const tries = triesAt(castNow(), context)
      const first = await ada.create()
      const second = await ada.rotate(first.key.id, 0)
      await tries(first.secret, 'key_revoked')
      await tries(second.secret, 'opens')
    })

    it('Is refused while it is disabled, works again once enabled, and never after it is revoked (VF-6)', async (context) => {
      const { ada } = castNow()
      const tries = triesAt(castNow(), context)
      const { key, secret } = await ada.create()
      const disabled = await ada.update(key, { enabled: false })
      await tries(secret, 'key_disabled')
      await ada.update(disabled, { enabled: true })
      await tries(secret, 'opens')
      await ada.revoke(key.id)
      await tries(secret, 'key_revoked')
    })

    it('Obeys its new scopes on the next request', async (context) => {
      const { ada } = castNow()
      const tries = triesAt(castNow(), context)
      const { key, secret } = await ada.create({ scopes: ['orders:read', 'orders:write'] })
      await tries(secret, 'opens', ['orders:write'])
      await ada.update(key, { scopes: ['orders:read'] })
      await tries(secret, 'insufficient_scope', ['orders:write'])
    })

    it('Tells a stranger nothing: an unknown key and a wrong secret get the same bytes (VF-3)', async (context) => {
      const { ada, server } = castNow()
      if (!server.verify) return context.skip('this server protects no route')
      const { key } = await ada.create()
      const revoked = await ada.create()
      await ada.revoke(revoked.key.id)
      const guesses = [
        'lk_live_0000000000000000_0000000000000000000000000000000000000000000000000',
        `lk_live_${key.id}_0000000000000000000000000000000000000000000000000`,
        `lk_live_${revoked.key.id}_0000000000000000000000000000000000000000000000000`,
        'nonsense',
      ]
      const answers = await Promise.all(guesses.map((guess) => server.verify?.(guess)))
      const bodies = await Promise.all(answers.map((answer) => answer?.text()))
      expect(new Set(bodies).size).toBe(1)
      expect(answers.map((answer) => answer?.status)).toEqual([401, 401, 401, 401])
      const challenges = new Set(answers.map((answer) => answer?.headers.get('WWW-Authenticate')))
      expect([...challenges]).toEqual([expect.stringContaining('error="invalid_token"')])
    })

    it('Has a secret that no later answer repeats (MG-9)', async () => {
      const { ada } = castNow()
      const first = await ada.create()
      const second = await ada.rotate(first.key.id, 60)
      const { id } = second.key
      const later = await Promise.all([
        ada.send('list'),
        ada.send('get', { id }),
        ada.send('get', { id: first.key.id }),
        ada.send('activity', { id }),
        ada.send('usage', { query: { ids: id } }),
        ada.send('revoke', { id }),
      ])
      for (const { text, headers } of later) {
        for (const secret of [first.secret, second.secret]) {
          // Before the checksum, where there is one, and whatever shape the key has.
          const core = secret.slice(-20, -6)
          expect(text).not.toContain(core)
          expect(JSON.stringify([...headers])).not.toContain(core)
        }
      }
    })
  })
}

type Tries = (secret: string, expected: 'opens' | RefusalCode, scopes?: readonly Scope[]) => Promise<void>

function triesAt({ server }: Cast, context: TestContext): Tries {
  const { verify } = server
  if (!verify) return context.skip('this server protects no route')
  return async (secret, expected, scopes) => {
    const response = await verify(secret, scopes)
    if (expected === 'opens') expect(response.ok, await response.clone().text()).toBe(true)
    else expect(await response.json()).toMatchObject({ code: expected, status: response.status })
  }
}
